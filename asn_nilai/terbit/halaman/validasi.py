"""validasi.html: what must be mended before anything can be scored, unit by unit, with a text ready to send.

Like all pages it is one file without script, and pure: text comes back, and whoever calls writes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_HALAMAN, KelompokTemuan, kelompokkan_sebab
from asn_nilai.acuan.setoran.pesan.pesan_pengelola import hitung_temuan
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.setoran.status import STATUS_UNIT
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.terbit.halaman.templat import rakit

_TAMPIL = 6
"""Causes of one kind at one sheet that are shown at once; the others unfold."""


@dataclass(frozen=True, slots=True)
class UnitTampil:
    """One unit of the page; `mulai` is what to mend first, blank where there is nothing."""

    setoran: SetoranUnit
    jangkar: str
    mulai: str
    pesan: str


def halaman_validasi(
    unit: Sequence[SetoranUnit],
    umum: Sequence[Temuan],
    periode: Periode,
    aturan: Aturan,
    instansi: str,
    tanpa_unit: int = 0,
) -> str:
    """Return validasi.html as text: self-contained, nothing to load, no script.

    Args:
        unit: every unit's submission, in the register's order.
        umum: findings that belong to no unit.
        periode: the period.
        aturan: the profile the period will be scored under.
        instansi: the name of the local government or ministry.
        tanpa_unit: how many people the register places in no unit that it has.
    """
    kelompok_umum = kelompokkan_sebab(umum)
    bagian = [_bagian(nomor, setoran, periode.label) for nomor, setoran in enumerate(unit, 1)]
    return rakit(
        "validasi.html.j2",
        aturan=aturan,
        bagian=bagian,
        instansi=instansi,
        jumlah_asn=sum(setoran.jumlah_asn for setoran in unit) + tanpa_unit,
        jumlah_umum=hitung_temuan(kelompok_umum),
        periode=periode,
        status=[(kata, sum(setoran.status == kata for setoran in unit)) for kata in STATUS_UNIT],
        takaran=TAKARAN_HALAMAN,
        tampil=_TAMPIL,
        tanpa_unit=tanpa_unit,
        umum=kelompok_umum,
    )


def _bagian(nomor: int, setoran: SetoranUnit, periode: str) -> UnitTampil:
    mulai = f"{setoran.mulai.jenis.judul}{_tempat(setoran.mulai)}" if setoran.mulai else ""
    return UnitTampil(setoran, f"u{nomor}", mulai, setoran.pesan(periode).rstrip("\n"))


def _tempat(kelompok: KelompokTemuan) -> str:
    bagian = [teks for teks in (kelompok.letak.lembar, *kelompok.rentang[:1]) if teks]
    return f" ({' › '.join(bagian)})" if bagian else ""
