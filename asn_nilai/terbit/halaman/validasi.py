"""validasi.html: what must be mended before anything can be scored, unit by unit, with a text ready to send.

Like all pages it is one file without script, and pure: text comes back, and whoever calls writes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.acuan.kelompok_temuan import KelompokTemuan, Sebab, kelompokkan_sebab
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.pesan_unit import sebut_rincian
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.ringkas import STATUS_UNIT
from asn_nilai.acuan.setoran import SetoranUnit
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.terbit.halaman.templat import rakit

_TAMPIL = 6
"""Causes of one kind at one sheet that are shown at once; the others unfold."""
PALING_BANYAK = 200
"""Causes of one kind at one sheet that are on the page at all; `--json` holds every finding."""
_RINCIAN = 60


@dataclass(frozen=True, slots=True)
class ButirSebab:
    """One cause, ready to print; `saran` is blank where the group says it once for all."""

    sel: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class ButirKelompok:
    """One kind at one sheet, ready to print: what is shown, what unfolds, and how many are left out."""

    kelompok: KelompokTemuan
    saran: str
    tampil: list[ButirSebab]
    lipat: list[ButirSebab]
    sisa: int


@dataclass(frozen=True, slots=True)
class BagianUnit:
    """One unit of the page; `mulai` is what to mend first, blank where there is nothing."""

    setoran: SetoranUnit
    jangkar: str
    mulai: str
    butir: list[ButirKelompok]
    pesan: str


def halaman_validasi(
    unit: Sequence[SetoranUnit], umum: Sequence[Temuan], periode: Periode, aturan: Aturan, instansi: str
) -> str:
    """Return validasi.html as text: self-contained, nothing to load, no script.

    Args:
        unit: every unit's submission, in the register's order.
        umum: findings that belong to no unit.
        periode: the period.
        aturan: the profile the period will be scored under.
        instansi: the name of the local government or ministry.
    """
    bagian = [_bagian(nomor, satu, periode.label) for nomor, satu in enumerate(unit, 1)]
    return rakit(
        "validasi.html.j2",
        aturan=aturan,
        bagian=bagian,
        instansi=instansi,
        jumlah_asn=sum(satu.jumlah_asn for satu in unit),
        periode=periode,
        status=[(kata, sum(satu.status == kata for satu in unit)) for kata in STATUS_UNIT],
        umum=[_butir(satu) for satu in kelompokkan_sebab(umum)],
    )


def _bagian(nomor: int, setoran: SetoranUnit, periode: str) -> BagianUnit:
    kelompok = setoran.kelompok
    perlu = [satu for satu in kelompok if satu.jenis.tingkat is not Tingkat.INFO]
    mulai = f"{perlu[0].jenis.judul}{_tempat(perlu[0])}" if perlu else ""
    return BagianUnit(
        setoran, f"u{nomor}", mulai, [_butir(satu) for satu in kelompok], setoran.pesan(periode).rstrip("\n")
    )


def _tempat(kelompok: KelompokTemuan) -> str:
    bagian = [satu for satu in (kelompok.lembar, kelompok.sel.split(",")[0]) if satu]
    return f" ({' › '.join(bagian)})" if bagian else ""


def _butir(kelompok: KelompokTemuan) -> ButirKelompok:
    saran = {satu.saran for satu in kelompok.sebab}
    bersama = saran.pop() if len(saran) == 1 else ""
    semua = [_sebab(satu, bersama) for satu in kelompok.sebab[:PALING_BANYAK]]
    return ButirKelompok(
        kelompok, bersama, semua[:_TAMPIL], semua[_TAMPIL:], len(kelompok.sebab) - len(semua)
    )


def _sebab(sebab: Sebab, bersama: str) -> ButirSebab:
    rincian = f" Yaitu: {sebut_rincian(sebab.rincian, _RINCIAN)}." if sebab.rincian else ""
    return ButirSebab(sebab.sel, f"{sebab.pesan}{rincian}", "" if bersama else sebab.saran)
