"""simulasi.xlsx: the movements between predikat, counted live from the list of ASN, and the figures that differ."""

from collections import Counter
from math import isnan
from pathlib import Path
from typing import BinaryIO

from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Simulasi, isi_perilaku
from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.terbit.buku.blok import tinggi_muat
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, KEPALA, LATAR, MASUKAN, Lembar
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.buku.wadah import buku_terbuka

_KOLOM = (
    Kolom("no", "No", 5), Kolom("unit", "Unit Kerja", 30), Kolom("nip", "NIP", 20), Kolom("nama", "Nama", 26),
    Kolom("nhk_lama", "NHK semula", 10), Kolom("nhk_baru", "NHK menjadi", 10),
    Kolom("hasil_lama", "Rating hasil semula", 20), Kolom("hasil_baru", "Rating hasil menjadi", 20),
    Kolom("perilaku_lama", "Perilaku semula", 20), Kolom("perilaku_baru", "Perilaku menjadi", 20),
    Kolom("akhir_lama", "Nilai akhir semula", 10), Kolom("akhir_baru", "Nilai akhir menjadi", 10),
    Kolom("lama", "Predikat semula", 16), Kolom("baru", "Predikat menjadi", 16), Kolom("sebab", "Yang menentukan", 40), Kolom("tanda", "Catatan", 26),
)  # fmt: skip
_KOLOM_BEDA = (
    Kolom("judul", "Ketentuan", 34), Kolom("lama", "Semula", 34), Kolom("baru", "Menjadi", 34),
    Kolom("dasar_lama", "Dasar semula", 36), Kolom("dasar_baru", "Dasar menjadi", 42), Kolom("status", "Kepastian", 16),
)  # fmt: skip
_LEBAR_LABEL, _TINGGI = 26, 18
"""Width of the first column of Perpindahan, in characters, and height of its rows, in points."""
_BERLIPAT = ("unit", "nama", "sebab", "tanda")
"""Columns of Perubahan whose texts may take two lines."""


def tulis_buku_simulasi(tujuan: Path | BinaryIO, simulasi: Simulasi) -> None:
    """Write the workbook of a simulation.

    Raises:
        OSError: the file cannot be written.
    """
    judul = f"Simulasi {simulasi.baru.profil.nama}, {simulasi.periode.label}"
    with buku_terbuka(tujuan, judul, simulasi.instansi) as lembar:
        kaki = (f"Simulasi · {simulasi.periode.label}", f"{PROGRAM} · bukan hasil resmi")
        _perpindahan(lembar("Perpindahan", KEPALA), simulasi, kaki)
        _perubahan(lembar("Perubahan", LATAR), simulasi, kaki)
        _aturan(lembar("Aturan", MASUKAN), simulasi, kaki)


def _identitas(simulasi: Simulasi) -> tuple[tuple[str, str], ...]:
    lama, baru = simulasi.lama.profil, simulasi.baru.profil
    return (
        ("Instansi", simulasi.instansi),
        ("Periode", simulasi.periode.label),
        ("Semula", f"{lama.nama} ({lama.kode})"),
        ("Menjadi", f"{baru.nama} ({baru.kode}): simulasi, bukan hasil resmi"),
    )


def _perpindahan(lembar: Lembar, simulasi: Simulasi, kaki: tuple[str, str]) -> None:
    gaya, baru = lembar.gaya, simulasi.predikat_baru
    kepala = lembar.kepala_lembar("Perpindahan Predikat", _identitas(simulasi), 1)
    kolom = [
        Kolom("", "Semula ↓   Menjadi →", _LEBAR_LABEL),
        *(Kolom(p, p, 17) for p in baru),
        Kolom("", "Jumlah semula", 17),
    ]
    lembar.kepala_tabel(kepala, kolom)
    hitung, akhir = simulasi.perpindahan, max(1, len(simulasi.baris))
    tata = _tata(simulasi)
    lama, menjadi = (f"Perubahan!{tata.rentang_tetap(k, _AWAL, _AWAL + akhir - 1)}" for k in ("lama", "baru"))
    tepi = len(baru) + 1
    for nomor, dari in enumerate(simulasi.predikat_lama, kepala + 1):
        lembar.dalam.set_row(nomor, _TINGGI)
        lembar.teks(nomor, 0, dari, gaya("teks", "tebal"))
        for letak, ke in enumerate(baru, 1):
            isi = f"COUNTIFS({lama},$A{nomor + 1},{menjadi},{nama_kolom(letak)}${kepala + 1})"
            rupa = ("bulat", "tengah", "latar") if dari == ke else ("bulat", "tengah")
            lembar.rumus(nomor, letak, isi, gaya(*rupa), hitung[dari, ke])
        baris = f"SUM(B{nomor + 1}:{nama_kolom(tepi - 1)}{nomor + 1})"
        jumlah = sum(hitung[dari, ke] for ke in baru)
        lembar.rumus(nomor, tepi, baris, gaya("bulat", "tengah", "tebal"), jumlah)
    bawah = kepala + 1 + len(simulasi.predikat_lama)
    banyak_baru = Counter(asn.baru.predikat for asn in simulasi.baris)
    lembar.dalam.set_row(bawah, _TINGGI)
    lembar.teks(bawah, 0, "Jumlah menjadi", gaya("teks", "tebal"))
    for letak, banyak in enumerate((*(banyak_baru[ke] for ke in baru), len(simulasi.baris)), 1):
        isi = f"SUM({nama_kolom(letak)}{kepala + 2}:{nama_kolom(letak)}{bawah})"
        lembar.rumus(bawah, letak, isi, gaya("bulat", "tengah", "tebal"), banyak)
    kalimat = "Sel berlatar: predikat tetap. Siapa yang berpindah dan sebabnya ada di lembar Perubahan; angka aturan yang berbeda di lembar Aturan."
    lembar.teks(bawah + 2, 0, kalimat, gaya("pudar"))
    lembar.dalam.freeze_panes(kepala + 1, 1)
    lembar.siapkan_cetak(kepala, _penyebab(lembar, simulasi, bawah + 2, tepi), tepi, kaki)


def _penyebab(lembar: Lembar, simulasi: Simulasi, bawah: int, tepi: int) -> int:
    """Write below a row what decided the movements, as far as a column; return the last row."""
    gaya, semua = lembar.gaya, simulasi.penyebab
    if not semua:
        return bawah
    kepala = {0: "Yang menentukan", 1: "Jumlah ASN", 2: "Dasar"}
    for kolom in range(tepi + 1):
        rata = ("tengah",) if kolom == 1 else ()
        lembar.teks(bawah + 2, kolom, kepala.get(kolom, ""), gaya("anak_judul", *rata))
    for urut, (sebab, banyak) in enumerate(semua, bawah + 3):
        lembar.dalam.set_row(urut, tinggi_muat([(sebab.kata, _LEBAR_LABEL)]))
        lembar.teks(urut, 0, sebab.kata, gaya("teks"))
        lembar.angka(urut, 1, banyak, gaya("bulat", "tengah"))
        lembar.dalam.merge_range(urut, 2, urut, tepi, "", gaya("teks", "pudar"))
        lembar.teks(urut, 2, sebab.dasar, gaya("teks", "pudar"))
    return bawah + 2 + len(semua)


_AWAL = 7
"""0-based first data row of Perubahan: title, four identity lines, a gap, the header."""


def _tata(simulasi: Simulasi) -> Tata:
    """Return the columns for what a rule gives, each under the old one and the new."""
    ada = {"tanda": bool(simulasi.bertanda)}
    for kapan, aturan in (("lama", simulasi.lama), ("baru", simulasi.baru)):
        ada |= {f"hasil_{kapan}": bool(aturan.rating_hasil), f"akhir_{kapan}": bool(aturan.nilai_akhir)}
    return Tata.susun(_KOLOM, {kunci for kunci, perlu in ada.items() if not perlu})


def _perubahan(lembar: Lembar, simulasi: Simulasi, kaki: tuple[str, str]) -> None:
    kolom = _tata(simulasi).kolom
    kepala = lembar.kepala_lembar("Perubahan Tiap ASN", _identitas(simulasi))
    lembar.kepala_tabel(kepala, kolom)
    for nomor, asn in enumerate(simulasi.baris, 1):
        isi, rupa = _isi_baris(nomor, asn, simulasi), _rupa(asn)
        muat = [(str(isi[k.kunci]), k.lebar) for k in kolom if k.kunci in _BERLIPAT]
        lembar.dalam.set_row(kepala + nomor, tinggi_muat(muat))
        for letak, kunci in enumerate(k.kunci for k in kolom):
            nilai = isi[kunci]
            if isinstance(nilai, str):
                lembar.teks(kepala + nomor, letak, nilai, lembar.gaya(*rupa.get(kunci, ("teks",))))
            elif isnan(nilai):
                lembar.teks(kepala + nomor, letak, "", lembar.gaya("teks"))
            else:
                lembar.angka(kepala + nomor, letak, nilai, lembar.gaya(*rupa.get(kunci, ("dua",))))
    akhir = kepala + max(1, len(simulasi.baris))
    lembar.dalam.autofilter(kepala, 0, akhir, len(kolom) - 1)
    lembar.dalam.freeze_panes(kepala + 1, 4)
    lembar.siapkan_cetak(kepala, akhir, len(kolom) - 1, kaki, paling_banyak=BARIS_DICETAK)


def _isi_baris(nomor: int, baris: BarisSimulasi, simulasi: Simulasi) -> dict[str, str | float]:
    """Return one ASN's cells by column key."""
    isi: dict[str, str | float] = {
        "no": nomor,
        "unit": baris.unit.nama,
        "nip": baris.lama.nip,
        "nama": baris.lama.nama,
    }
    for kapan, nilai in (("lama", baris.lama), ("baru", baris.baru)):
        isi |= {
            f"nhk_{kapan}": nilai.nhk,
            f"hasil_{kapan}": nilai.rating_hasil,
            f"perilaku_{kapan}": isi_perilaku(nilai.rating_perilaku),
            f"akhir_{kapan}": nilai.nilai_akhir,
            kapan: nilai.predikat,
        }
    return {**isi, "sebab": baris.sebab.kalimat if baris.sebab else "", "tanda": simulasi.tanda(baris)}


def _rupa(baris: BarisSimulasi) -> dict[str, tuple[str, ...]]:
    """Return the styles of the columns that are no plain text or figure; a predikat that changed stands out."""
    predikat = ("teks", "tebal", "latar") if baris.berpindah else ("teks",)
    return {"no": ("umum", "tengah"), "nip": ("nip",), "lama": predikat, "baru": predikat}


def _aturan(lembar: Lembar, simulasi: Simulasi, kaki: tuple[str, str]) -> None:
    kepala = lembar.kepala_lembar("Ketentuan yang Berbeda", _identitas(simulasi), 1)
    lembar.kepala_tabel(kepala, _KOLOM_BEDA, 20)
    beda = simulasi.beda
    for nomor, ketentuan in enumerate(beda, kepala + 1):
        lama, baru = ketentuan.lama, ketentuan.baru
        isi = (ketentuan.judul, lama.isi, baru.isi, lama.dasar, baru.dasar, baru.status)
        lebar = (kolom.lebar for kolom in _KOLOM_BEDA)
        lembar.dalam.set_row(nomor, tinggi_muat(zip(isi, lebar, strict=True)))
        lembar.deret(nomor, 0, isi, "teks")
    if not beda:
        kalimat = "Tidak ada ketentuan yang berbeda."
        lembar.teks(kepala + 1, 0, kalimat, lembar.gaya("miring"))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.siapkan_cetak(kepala, kepala + max(1, len(beda)), len(_KOLOM_BEDA) - 1, kaki)
