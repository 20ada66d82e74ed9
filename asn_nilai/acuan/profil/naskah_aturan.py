"""A profile as a document, and two profiles side by side: for docs/aturan/ and the command `aturan`."""

from collections.abc import Iterator
from dataclasses import dataclass

from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ARTI_STATUS, BarisKetentuan, belum_diperiksa, daftar_ketentuan


@dataclass(frozen=True, slots=True)
class Beda:
    """A provision in which two profiles differ; None where one of them has none."""

    judul: str
    kiri: BarisKetentuan | None
    kanan: BarisKetentuan | None


def bandingkan(kiri: Aturan, kanan: Aturan) -> Iterator[Beda]:
    """Yield each provision that says something else in the two profiles, in the order of a score."""
    a, b = (
        {ketentuan.judul: ketentuan for ketentuan in daftar_ketentuan(aturan)} for aturan in (kiri, kanan)
    )
    for judul in dict.fromkeys([*a, *b]):
        di_kiri, di_kanan = a.get(judul), b.get(judul)
        if di_kiri is None or di_kanan is None or di_kiri.isi != di_kanan.isi:
            yield Beda(judul, di_kiri, di_kanan)


def naskah_aturan(aturan: Aturan) -> str:
    """Return a profile as Markdown: every figure with basis and certainty."""
    profil = aturan.profil
    baris = [
        f"# {profil.nama} (`{profil.kode}`)",
        "",
        "<!-- Ditulis oleh docs/tulis_aturan.py dari berkas aturan; jangan diubah di sini. -->",
        "",
        f"{profil.peraturan}; berlaku {profil.masa_berlaku}. {profil.keterangan}",
        "",
    ]
    if aturan.dasar_profil:
        baris += [
            f"Dasar profil: `{aturan.dasar_profil}`; yang tidak disebut di berkasnya mengikuti dasar itu.",
            "",
        ]
    if belum := belum_diperiksa(aturan):
        baris += [f"**Memuat angka yang belum diperiksa pada sumbernya:** {'; '.join(belum)}.", ""]
    baris += ["| Ketentuan | Isi | Dasar | Kepastian |", "|---|---|---|---|"]
    for ketentuan in daftar_ketentuan(aturan):
        sel = (ketentuan.judul, ketentuan.isi, ketentuan.dasar, ketentuan.status)
        baris.append("| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |")
    baris += [
        "",
        "Kepastian: " + "; ".join(f"{status} = {arti}" for status, arti in ARTI_STATUS.items()) + ".",
    ]
    return "\n".join(baris) + "\n"
