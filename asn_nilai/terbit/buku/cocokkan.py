"""cocokkan.xlsx: what differs from e-Kinerja BKN with both sources' cells, what was read, and a list to copy from."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from asn_nilai.acuan.hasil.pencocokan import KATA_APA, NilaiKita, Pencocokan
from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, KEPALA, LATAR, MASUKAN, Lembar, bersih
from asn_nilai.terbit.buku.tata import Kolom
from asn_nilai.terbit.buku.wadah import buku_terbuka

_KOLOM_BEDA = (
    Kolom("no", "No", 5), Kolom("apa", "Yang berbeda", 32), Kolom("unit", "Kode Unit", 14), Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 28), Kolom("kita", "asn-nilai", 22), Kolom("bkn", "e-Kinerja BKN", 26),
    Kolom("letak_kita", "Sel asn-nilai", 34), Kolom("letak", "Sel ekspor", 40),
)  # fmt: skip
_KOLOM_BERKAS = (
    Kolom("berkas", "Berkas", 40),
    Kolom("keadaan", "Keadaan", 16),
    Kolom("temuan", "Catatan", 90),
)
_LEBAR_SALIN = {"no": 5, "nip": 20.5, "nama": 30, "jabatan": 36, **dict.fromkeys(KOLOM_BKN, 24)}


def tulis_buku_cocokkan(tujuan: Path | BinaryIO, cocok: Pencocokan) -> None:
    """Write the workbook of a comparison.

    Raises:
        OSError: the file cannot be written.
    """
    judul = f"Pencocokan dengan e-Kinerja BKN, {cocok.periode.label}"
    with buku_terbuka(tujuan, judul, cocok.instansi) as lembar:
        kaki = (f"Pencocokan e-Kinerja BKN · {cocok.periode.label}", PROGRAM)
        _beda(lembar("Beda", KEPALA), cocok, kaki)
        _berkas(lembar("Ekspor", LATAR), cocok, kaki)
        _salin(lembar("Untuk e-Kinerja", MASUKAN), cocok, kaki)


def _identitas(cocok: Pencocokan) -> tuple[tuple[str, str], ...]:
    rinci = ", ".join(
        f"{tulis_angka(banyak)} {KATA_APA[apa][:1].lower()}{KATA_APA[apa][1:]}"
        for apa, banyak in cocok.banyak
    )
    return (
        ("Instansi", cocok.instansi),
        ("Periode", cocok.periode.label),
        ("Dibandingkan", cocok.lingkup),
        ("Berbeda", rinci or "tidak ada"),
    )


def _beda(lembar: Lembar, cocok: Pencocokan, kaki: tuple[str, str]) -> None:
    kepala = lembar.kepala_lembar("Pencocokan dengan e-Kinerja BKN", _identitas(cocok))
    lembar.kepala_tabel(kepala, _KOLOM_BEDA)
    for nomor, beda in enumerate(cocok.beda, 1):
        letak = "\n".join(map(str, beda.letak))
        isi = (
            KATA_APA[beda.apa], beda.kode_unit, beda.nip, beda.nama, beda.kita, beda.bkn, str(beda.letak_kita), letak,
        )  # fmt: skip
        lembar.angka(kepala + nomor, 0, nomor, lembar.gaya("umum", "tengah"))
        for kolom, teks in enumerate(isi, 1):
            rupa = ("nip",) if _KOLOM_BEDA[kolom].kunci == "nip" else ("teks",)
            lembar.teks(kepala + nomor, kolom, teks, lembar.gaya(*rupa))
    if not cocok.beda:
        lembar.teks(kepala + 1, 1, "Tidak ada yang berbeda.", lembar.gaya("miring"))
    akhir = kepala + max(1, len(cocok.beda))
    lembar.dalam.autofilter(kepala, 0, akhir, len(_KOLOM_BEDA) - 1)
    lembar.dalam.freeze_panes(kepala + 1, 5)
    lembar.tanpa_sudut_hijau(nip=f"D{kepala + 2}:D{akhir + 1}")
    lembar.siapkan_cetak(kepala, akhir, len(_KOLOM_BEDA) - 1, kaki, paling_banyak=BARIS_DICETAK)


def _berkas(lembar: Lembar, cocok: Pencocokan, kaki: tuple[str, str]) -> None:
    kepala = lembar.kepala_lembar("Ekspor yang Dibaca", _identitas(cocok)[:2], 1)
    lembar.kepala_tabel(kepala, _KOLOM_BERKAS)
    baris = list(_baris_berkas(cocok))
    for nomor, isi in enumerate(baris, kepala + 1):
        lembar.deret(nomor, 0, isi, "teks")
    lembar.dalam.freeze_panes(kepala + 1, 1)
    lembar.siapkan_cetak(kepala, kepala + max(1, len(baris)), len(_KOLOM_BERKAS) - 1, kaki)


def _baris_berkas(cocok: Pencocokan) -> Iterator[tuple[str, str, str]]:
    """Yield each export, and beneath it what could not be read there."""
    for berkas in sorted((*cocok.dipakai, *cocok.diabaikan)):
        keadaan = "dipakai" if berkas in cocok.dipakai else "tidak dipakai"
        kalimat = [
            (f"{t.letak.lembar} {t.letak.sel}".strip() + f": {t.pesan} {t.saran}").removeprefix(": ")
            for t in cocok.temuan
            if t.letak.berkas == berkas
        ]
        for ke, catatan in enumerate(kalimat or [""]):
            yield ("", "", catatan) if ke else (berkas, keadaan, catatan)


def _salin(lembar: Lembar, cocok: Pencocokan, kaki: tuple[str, str]) -> None:
    """Write our results in the columns of e-Kinerja, assessor by assessor."""
    formulir = FORMULIR["BKN"]
    kolom = [Kolom(kunci, formulir.label(kunci), lebar) for kunci, lebar in _LEBAR_SALIN.items()]
    kepala = lembar.kepala_lembar("Untuk Disalin ke e-Kinerja", _identitas(cocok)[:2])
    lembar.kepala_tabel(kepala, kolom)
    nama = {milik.nip: milik.nama for milik in cocok.daftar}
    nomor = kepala + 1
    for atasan, anggota in groupby(sorted(cocok.daftar, key=lambda m: m.atasan), key=lambda m: m.atasan):
        siapa = (
            f"{nama.get(atasan, 'nama tidak ada di daftar pegawai')} ({atasan})"
            if atasan
            else "belum tertulis di skema.xlsx (NIP Atasan)"
        )
        penilai, rupa = bersih(f"Pejabat penilai: {siapa}"), lembar.gaya("teks", "tebal", "latar")
        lembar.dalam.merge_range(nomor, 0, nomor, len(kolom) - 1, penilai, rupa)
        nomor = _salin_anggota(lembar, nomor + 1, list(anggota))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.tanpa_sudut_hijau(nip=f"B{kepala + 2}:B{nomor + 1}")
    lembar.siapkan_cetak(kepala, nomor, len(kolom) - 1, kaki)


def _salin_anggota(lembar: Lembar, awal: int, anggota: Sequence[NilaiKita]) -> int:
    """Write the people of one assessor; return the row after them."""
    for ke, milik in enumerate(anggota):
        lembar.angka(awal + ke, 0, ke + 1, lembar.gaya("umum", "tengah"))
        lembar.teks(awal + ke, 1, milik.nip, lembar.gaya("nip"))
        isi = (milik.nama, milik.jabatan, milik.hasil, milik.perilaku, milik.predikat)
        lembar.deret(awal + ke, 2, isi, "teks")
    return awal + len(anggota)
