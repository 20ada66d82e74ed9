"""docs/aturan/: every figure of each rule profile, with its basis and how sure it is."""

from pathlib import Path

from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ARTI_STATUS, belum_diperiksa, daftar_ketentuan, ketentuan_catatan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from penulis.tempat import DOKUMEN


def halaman() -> dict[Path, str]:
    """Return one page per profile."""
    return {DOKUMEN / "aturan" / f"{kode}.md": _naskah(muat_aturan(kode)) for kode in profil_bawaan()}


def _naskah(aturan: Aturan) -> str:
    """Return a profile as Markdown: every figure with basis and certainty."""
    profil = aturan.profil
    baris = [
        f"# {profil.nama} (`{profil.kode}`)",
        "",
        "<!-- Ditulis oleh docs/tulis.py dari berkas aturan; jangan diubah di sini. -->",
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
    if aturan.catatan:
        baris += ["Yang perlu diketahui sebelum memakainya:", ""]
        baris += [f"- {catatan.isi}." for catatan in ketentuan_catatan(aturan)]
        baris += [""]
    baris += ["| Ketentuan | Isi | Dasar | Kepastian |", "|---|---|---|---|"]
    for ketentuan in daftar_ketentuan(aturan):
        sel = (ketentuan.judul, ketentuan.isi, ketentuan.dasar, ketentuan.status)
        baris.append("| " + " | ".join(teks.replace("|", "\\|") for teks in sel) + " |")
    baris += [
        "",
        "Kepastian: " + "; ".join(f"{status} = {arti}" for status, arti in ARTI_STATUS.items()) + ".",
    ]
    return "\n".join(baris) + "\n"
