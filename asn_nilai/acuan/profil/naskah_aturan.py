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
    a, b = ({satu.judul: satu for satu in daftar_ketentuan(aturan)} for aturan in (kiri, kanan))
    for judul in dict.fromkeys([*a, *b]):
        satu, dua = a.get(judul), b.get(judul)
        if satu is None or dua is None or satu.isi != dua.isi:
            yield Beda(judul, satu, dua)


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
    for satu in daftar_ketentuan(aturan):
        sel = (satu.judul, satu.isi, satu.dasar, satu.status)
        baris.append("| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |")
    baris += [
        "",
        "Kepastian: " + "; ".join(f"{status} = {arti}" for status, arti in ARTI_STATUS.items()) + ".",
    ]
    return "\n".join(baris) + "\n"
