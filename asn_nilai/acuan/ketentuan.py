"""A profile laid out for readers: every figure in words, with its basis and how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.rumus import RUMUS
from asn_nilai.acuan.tulisan import tulis_angka

ARTI_STATUS = {
    "teks": "dibaca pada naskah peraturannya sendiri",
    "resmi": "dijelaskan oleh lembaga resmi",
    "sekunder": "dari sumber lain: berita, paparan, buku",
    "kebijakan": "pilihan instansi; tidak ada angka nasional",
    "belum-diperiksa": "belum diperiksa pada sumbernya",
}
"""What each degree of certainty means, in the words of every face that shows it."""


@dataclass(frozen=True, slots=True)
class BarisKetentuan:
    """One provision: what it is called, what it says, its legal basis, and its certainty."""

    judul: str
    isi: str
    dasar: str
    status: str


def daftar_ketentuan(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield every provision of a profile, in the order in which a score comes about."""
    c = aturan.capaian
    for polaritas, rumus in c.rumus.items():
        yield BarisKetentuan(f"Capaian {polaritas}", RUMUS[rumus.nilai].tulisan, rumus.dasar, rumus.status)
    titik = " ".join(f"({tulis_angka(x)}; {tulis_angka(y)})" for x, y in c.titik_stabil.nilai)
    yield BarisKetentuan(c.titik_stabil.judul, titik, c.titik_stabil.dasar, c.titik_stabil.status)
    for angka in (c.lantai, c.plafon, aturan.nhk.desimal):
        yield BarisKetentuan(angka.judul, tulis_angka(angka.nilai), angka.dasar, angka.status)
    for pita in aturan.rating_hasil.pita:
        yield BarisKetentuan(f"Rating hasil kerja: {pita.label}", pita.rentang, pita.dasar, pita.status)
    skor = aturan.perilaku.skor
    isi = "; ".join(f"{label} = {tulis_angka(nilai)}" for label, nilai in skor.nilai.items())
    yield BarisKetentuan(skor.judul, isi, skor.dasar, skor.status)
    for pita in aturan.perilaku.tangga.pita:
        yield BarisKetentuan(
            f"Rating perilaku: {pita.label}", f"rata-rata skor {pita.rentang}", pita.dasar, pita.status
        )
    matriks = aturan.predikat.matriks
    for hasil, menurut in matriks.nilai.items():
        isi = "; ".join(f"perilaku {perilaku} → {predikat}" for perilaku, predikat in menurut.items())
        yield BarisKetentuan(f"Kuadran: hasil kerja {hasil}", isi, matriks.dasar, matriks.status)
