"""What head and foot of every letter say: whose, where, when, who signs, and how final the figures are."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.periode import Periode, tulis_tanggal
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.surat.naskah import TemplatSuratError

GARIS = "…" * 14
"""Where a name or number is written by hand."""


def kop(
    ruang: RuangKerja,
    periode: Periode,
    aturan: Aturan,
    versi: VersiTerkunci | None,
    tanggal: dt.date,
    diganti: VersiTerkunci | None = None,
) -> dict[str, Any]:
    """Return what every letter of a period shows; of minutes that replace others, which ones (`diganti`)."""
    surat = ruang.surat
    ganti = f", menggantikan {diganti.tulisan}" if diganti else ""
    return {
        "kop": {"instansi": surat.instansi or ruang.instansi, "alamat": surat.alamat},
        "tempat_tanggal": ", ".join(filter(None, (surat.kota, tulis_tanggal(tanggal.isoformat())))),
        "kepada": surat.kepada,
        "penanda": pejabat(surat.jabatan, Pejabat(surat.nama, surat.nip)),
        "instansi": ruang.instansi,
        "periode": periode.label,
        "tahun": str(ruang.tahun),
        "aturan": aturan.profil.nama,
        "kunci": f"Terkunci: {versi.tulisan}{ganti}."
        if versi
        else "Periode ini belum dikunci; angkanya masih dapat berubah.",
        "nomor": versi.nomor if versi and versi.nomor else GARIS,
    }


def logo_kop(ruang: RuangKerja) -> Path | None:
    """Return the picture for the head; None where the settings name none.

    Raises:
        TemplatSuratError: it is not there.
    """
    if not ruang.surat.logo:
        return None
    logo = ruang.akar / ruang.surat.logo
    if not logo.is_file():
        raise TemplatSuratError(
            f"Logo {logo} tidak ada. Perbaiki [surat] logo di {NAMA_PENGATURAN}, atau kosongkan."
        )
    return logo


def pejabat(jabatan: str, siapa: Pejabat) -> dict[str, str]:
    """Return an official as a letter signs: what is not known is left to be written."""
    return {"jabatan": jabatan, "nama": siapa.nama or GARIS, "nip": siapa.nip or GARIS}


def bernomor(baris: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a table, numbered from 1."""
    return [{"no": str(nomor), **isi} for nomor, isi in enumerate(baris, 1)]
