"""The command `banding`: two submissions cell by cell, wherever they lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.setoran.banding_kiriman import BedaIsian, bandingkan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.baca import baca_skema
from asn_nilai.baca.setoran.kiriman_lepas import KirimanLepas, baca_kiriman
from asn_nilai.cari_ruang import ruang_di_atas
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError


@dataclass(frozen=True, slots=True)
class HasilBanding:
    """Two submissions and what differs.

    Attributes:
        sebelah: forms that only one of them has, and could not be compared.
        temuan: what could not be read.
    """

    semula: KirimanLepas
    menjadi: KirimanLepas
    beda: list[BedaIsian]
    sebelah: list[str]
    temuan: list[Temuan]


def banding(semula: Path, menjadi: Path) -> HasilBanding:
    """Compare two workbooks.

    Raises:
        PenggunaanError: one is not there or cannot be read, or they hold no form in common.
    """
    for berkas in (semula, menjadi):
        if not berkas.is_file():
            raise PenggunaanError(
                f"{berkas} adalah folder. Tulis berkas di dalamnya."
                if berkas.is_dir()
                else f"Berkas {berkas} tidak ada. Periksa ketikannya."
            )
    indikator = _indikator(menjadi) or _indikator(semula)
    dulu, kini = baca_kiriman(semula, indikator), baca_kiriman(menjadi, indikator)
    temuan = [*dulu.temuan, *kini.temuan]
    if not dulu.tabel.keys() & kini.tabel.keys():
        isi = "; ".join(f"{k.berkas}: {', '.join(k.tabel) or 'tidak satu pun'}" for k in (dulu, kini))
        sebab = "".join(f"\n  {t.letak}: {t.pesan} {t.saran}" for t in temuan)
        raise PenggunaanError(
            f"Kedua berkas tidak mempunyai formulir yang sama untuk dibandingkan (Target, Capaian, Perilaku). Yang terbaca: {isi}.{sebab}"
        )
    sebelah = [
        f"{nama} hanya ada di {k.berkas}"
        for k, lain in ((dulu, kini), (kini, dulu))
        for nama in k.tabel
        if nama not in lain.tabel
    ]
    return HasilBanding(dulu, kini, bandingkan(dulu.tabel, kini.tabel), sebelah, temuan)


def _indikator(berkas: Path) -> Mapping[str, Indikator]:
    """Return the register of the work folder in which a file lies, empty where it lies in none that can be read."""
    ruang = ruang_di_atas(berkas)
    try:
        return baca_skema(RuangKerja.buka(ruang))[0].indikator if ruang else {}
    except RuangKerjaTidakSahError:
        return {}
