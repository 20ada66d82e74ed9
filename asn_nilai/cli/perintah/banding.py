"""`asn-nilai banding`: two submissions cell by cell in the words of the form."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from asn_nilai.acuan.setoran.banding_kiriman import BedaIsian
    from asn_nilai.baca.setoran.kiriman_lepas import KirimanLepas


def perintah(
    semula: Annotated[
        Path, typer.Argument(metavar="BERKAS", help="Kiriman yang lama, atau bulan yang lalu.")
    ],
    menjadi: Annotated[Path, typer.Argument(metavar="BERKAS", help="Kiriman yang baru.")],
) -> int:
    """Bandingkan dua kiriman sel demi sel, target dan bobot dahulu."""
    from asn_nilai.acuan.setoran.banding_kiriman import JUDUL_GOLONGAN, sebut_banyak
    from asn_nilai.acuan.temuan import Tingkat
    from asn_nilai.alur.perintah.banding import banding
    from asn_nilai.cli.layar import Layar

    layar = Layar()
    hasil = banding(semula, menjadi)
    layar.judul(f"{_sebut(hasil.semula)} → {_sebut(hasil.menjadi)}")
    for temuan in hasil.temuan:
        layar.kalimat(f"{temuan.letak}: {temuan.pesan} {temuan.saran}")
    for kalimat in hasil.sebelah:
        layar.kalimat(f"{kalimat}, jadi tidak dibandingkan.")
    for golongan, judul in JUDUL_GOLONGAN.items():
        milik = [beda for beda in hasil.beda if beda.golongan is golongan]
        if milik:
            layar.kalimat(f"\n{judul}")
        for beda in milik:
            layar.kalimat(f"  {_kalimat(beda)}")
    layar.kalimat(
        f"\n{len(hasil.beda)} perbedaan: {sebut_banyak(hasil.beda)}."
        if hasil.beda
        else "\nTidak ada yang berbeda."
    )
    galat = any(temuan.tingkat is Tingkat.GALAT for temuan in hasil.temuan)
    return int(bool(hasil.beda or hasil.sebelah or galat))


def _sebut(kiriman: "KirimanLepas") -> str:
    isi = kiriman.identitas
    siapa = " ".join(filter(None, (isi.get("Kode Unit"), isi.get("Periode") or isi.get("Tahun"))))
    return f"{kiriman.berkas} ({siapa})" if siapa else kiriman.berkas


def _kalimat(beda: "BedaIsian") -> str:
    siapa = " · ".join(filter(None, (beda.siapa, beda.indikator)))
    kolom = f"{beda.kolom} " if beda.kolom else ""
    return f"{siapa}: {kolom}{beda.semula or 'kosong'} menjadi {beda.menjadi or 'kosong'} ({_tempat(beda)})"


def _tempat(beda: "BedaIsian") -> str:
    """Return both cells, what they have in common once."""
    semula, menjadi = beda.letak_semula, beda.letak_menjadi
    if semula.lembar == menjadi.lembar:
        return f"{semula.lembar} › {' → '.join(dict.fromkeys((semula.sel, menjadi.sel)))}"
    return " → ".join(f"{letak.lembar} › {letak.sel}" for letak in (semula, menjadi) if letak.sel)
