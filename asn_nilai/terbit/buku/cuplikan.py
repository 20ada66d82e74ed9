"""The extract of an objection: one ASN's rows of the submissions, each cell where it stands in the unit's own book.

Rows of others are blank and folded away, so that H17 here is H17 there, and the row numbers at the edge say so.
"""

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ARTI_STATUS, daftar_ketentuan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran, SelCuplikan
from asn_nilai.terbit.buku.blok import tinggi_muat
from asn_nilai.terbit.buku.gaya import KEPALA, LATAR, MASUKAN, Lembar, tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, format_angka, lebar_angka
from asn_nilai.terbit.buku.wadah import buku_terbuka

DAFTAR, ATURAN = "Daftar Sel", "Aturan"
_KOLOM_DAFTAR = (
    Kolom("no", "No", 11), Kolom("apa", "Angka atau rating", 58), Kolom("isi", "Tertulis", 24), Kolom("berkas", "Berkas unit", 34),
    Kolom("lembar", "Lembar", 14), Kolom("sel", "Sel", 10), Kolom("di", "Di cuplikan ini", 22),
)  # fmt: skip
_KOLOM_ATURAN = (
    Kolom("judul", "Ketentuan", 44), Kolom("isi", "Isi", 70), Kolom("dasar", "Dasar", 60), Kolom("status", "Kepastian", 18),
)  # fmt: skip
_LEBAR = {
    "no": 6, "nip": 20.5, "nama": 26, "kode_indikator": 15, "indikator": 36, "satuan": 12, "bukti_dukung": 28, "keterangan": 24,
    "catatan": 30, "realisasi": 12, "rating_perilaku": 18,
}  # fmt: skip
_LEBAR_LAIN = {"Target": 10.0, "Capaian": 12.0, "Perilaku": 16.0, "BKN": 24.0}
_PERSEN: dict[str, object] = {"num_format": "0.##########%"}
_PANJANG = 1e11
"""From here on a cell without a format of its own shows 1E+11, which is not how anybody reads rupiah."""
_PETUNJUK = (
    "Kuning: sel yang dipakai menghitung. Jingga: sel yang disebut sebuah temuan. Alamat sel pada lembar cuplikan sama dengan alamatnya di "
    "buku unit; baris dan kolom lain dikosongkan."
)


def nama_lembar(semua: Sequence[Cuplikan]) -> list[str]:
    """Return the name that each extract's sheet has in the workbook: form and month, numbered where two units have one."""
    nama: list[str] = []
    for cuplikan in semua:
        pokok = f"{cuplikan.formulir} {cuplikan.bulan.kode}" if cuplikan.bulan else cuplikan.formulir
        ke = sum(lain == pokok or lain.startswith(f"{pokok} (") for lain in nama) + 1
        nama.append(pokok if ke == 1 else f"{pokok} ({ke})")
    return nama


def tulis_buku_cuplikan(
    tujuan: BinaryIO,
    penjelasan: Penjelasan,
    cuplikan: Sequence[Cuplikan],
    dinilai: Sequence[SelDinilai],
    aturan: Aturan,
    keadaan: str,
) -> None:
    """Write the workbook.

    Args:
        tujuan: where it goes.
        penjelasan: whose it is.
        cuplikan: the ASN's part of each sheet.
        dinilai: the cells to name and to mark.
        aturan: the profile, whose figures the last sheet has.
        keadaan: how final the score is, in words.
    """
    judul = f"Cuplikan setoran, {penjelasan.nama}, {penjelasan.periode_label}"
    with buku_terbuka(tujuan, judul, penjelasan.instansi) as buka:
        nama = nama_lembar(cuplikan)
        kaki = (f"{penjelasan.nama} · {penjelasan.periode_label} · {keadaan}", PROGRAM)
        ada = {lembar.letak(sel): nama[ke] for ke, lembar in enumerate(cuplikan) for sel in lembar.sel}
        tanda = {sel.letak: "tegur" if sel.temuan else "dinilai" for sel in dinilai}
        _daftar(buka(DAFTAR, KEPALA), _identitas(penjelasan, keadaan), dinilai, ada, kaki)
        for milik, lembar in zip(nama, cuplikan, strict=True):
            _cuplikan(buka(milik, MASUKAN), lembar, tanda, kaki)
        _aturan(buka(ATURAN, LATAR), penjelasan, aturan, kaki)


def _identitas(p: Penjelasan, keadaan: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Nama", p.nama), ("NIP", p.nip), ("Unit kerja", p.unit), ("Periode", p.periode_label), ("Keadaan", keadaan),
    )  # fmt: skip


def _daftar(
    lembar: Lembar,
    identitas: Sequence[tuple[str, str]],
    dinilai: Sequence[SelDinilai],
    ada: Mapping[Letak, str],
    kaki: tuple[str, str],
) -> None:
    kepala = lembar.kepala_lembar("Cuplikan Setoran", identitas, 1)
    lembar.teks(kepala, 0, _PETUNJUK, lembar.gaya("pudar"))
    kepala += 2
    lembar.kepala_tabel(kepala, _KOLOM_DAFTAR)
    for nomor, sel in enumerate(dinilai, 1):
        baris, letak = kepala + nomor, sel.letak
        isi = (sel.apa, sel.isi, letak.berkas, letak.lembar, letak.sel)
        lebar = (kolom.lebar for kolom in _KOLOM_DAFTAR[1:])
        lembar.dalam.set_row(baris, tinggi_muat(zip(isi, lebar, strict=False)))
        lembar.angka(baris, 0, nomor, lembar.gaya("umum", "tengah"))
        warna = ("tegur",) if sel.temuan else ()
        lembar.deret(baris, 1, isi, "teks", *warna)
        if tempat := ada.get(letak):
            lembar.tautan(baris, 6, (tempat, letak.sel), f"{tempat} {letak.sel}", petunjuk="Buka sel ini")
        else:
            lembar.teks(baris, 6, "", lembar.gaya("teks"))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.siapkan_cetak(kepala, kepala + max(1, len(dinilai)), len(_KOLOM_DAFTAR) - 1, kaki)


def _cuplikan(lembar: Lembar, cuplikan: Cuplikan, tanda: Mapping[Letak, str], kaki: tuple[str, str]) -> None:
    """Write one sheet, each cell at its own address; rows without any are folded away."""
    lembar.dalam.set_default_row(None, hide_unused_rows=True)
    kepala = max((sel.baris for sel in cuplikan.sel if sel.peran is Peran.KEPALA), default=0)
    tinggi: dict[int, float] = {}
    angka: dict[int, list[float]] = {}
    for sel in cuplikan.sel:
        if isinstance(sel.isi, float) and not sel.persen:
            angka.setdefault(sel.kolom, []).append(sel.isi)
    for sel in cuplikan.sel:
        if sel.kunci:
            lebar = _LEBAR.get(sel.kunci, _LEBAR_LAIN[cuplikan.formulir])
            lebar = max(lebar, lebar_angka(angka.get(sel.kolom, ())))
            lembar.dalam.set_column(sel.kolom, sel.kolom, lebar)
            tinggi[sel.baris] = max(tinggi.get(sel.baris, 0), tinggi_baris(str(sel.isi), lebar - 1))
        _sel(lembar, sel, tanda.get(cuplikan.letak(sel), ""))
    for baris, titik in tinggi.items():
        lembar.dalam.set_row(baris, titik)
    akhir = (
        max((sel.baris for sel in cuplikan.sel), default=0),
        max((sel.kolom for sel in cuplikan.sel), default=0),
    )
    nip = next((sel for sel in cuplikan.sel if sel.kunci == "nip" and sel.peran is Peran.ISI), None)
    if nip:
        huruf = cuplikan.letak(nip).sel.rstrip("0123456789")
        lembar.tanpa_sudut_hijau(nip=f"{huruf}{kepala + 2}:{huruf}{akhir[0] + 1}")
    lembar.siapkan_cetak(kepala, *akhir, kaki)


def _sel(lembar: Lembar, sel: SelCuplikan, tanda: str) -> None:
    warna = (tanda,) if tanda else ()
    if sel.peran is Peran.KEPALA:
        rupa = lembar.gaya("kepala")
    elif sel.peran is Peran.IDENTITAS:
        rupa = lembar.gaya("tebal", "menjorok")
    elif isinstance(sel.isi, float):
        pokok = format_angka(sel.isi) if abs(sel.isi) >= _PANJANG else "umum"
        rupa = lembar.gaya.khusus(_PERSEN if sel.persen else {}, pokok, *warna)
    else:
        rupa = lembar.gaya("nip" if sel.kunci == "nip" else "teks", *warna)
    if isinstance(sel.isi, float):
        lembar.angka(sel.baris, sel.kolom, sel.isi, rupa)
    else:
        lembar.teks(sel.baris, sel.kolom, sel.isi, rupa)


def _aturan(lembar: Lembar, p: Penjelasan, aturan: Aturan, kaki: tuple[str, str]) -> None:
    kepala = lembar.kepala_lembar("Aturan yang Dipakai", (("Aturan", p.peraturan),), 1)
    lembar.kepala_tabel(kepala, _KOLOM_ATURAN)
    baris = kepala
    for ketentuan in daftar_ketentuan(aturan):
        baris += 1
        isi = (ketentuan.judul, ketentuan.isi, ketentuan.dasar, ketentuan.status)
        tinggi = max(tinggi_baris(teks, kolom.lebar) for teks, kolom in zip(isi, _KOLOM_ATURAN, strict=True))
        lembar.dalam.set_row(baris, tinggi)
        lembar.deret(baris, 0, isi, "teks")
    for status, arti in ARTI_STATUS.items():
        baris += 1
        lembar.teks(baris, 0, f"{status}: {arti}", lembar.gaya("pudar"))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.siapkan_cetak(kepala, baris, len(_KOLOM_ATURAN) - 1, kaki)
