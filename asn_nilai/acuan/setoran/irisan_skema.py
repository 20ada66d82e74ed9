"""What of the registers a unit's result of a period rests on: a cut through the skema, and its fingerprint.

One changed row must make stale only what it touches: a newcomer from July leaves January to June alone, another unit's
indicator leaves this one alone. What a unit's books name (`Sebutan`) is noted when they are read; while the books stay the
same, so do the names, and the cut can be taken again without opening them.

    unit          its own row
    placements    of who is placed there in the period, wherever in the period; dates as far as they lie in it, and how many
                  months of the year came before (angka kredit rounds the running sum)
    indicators    those that the books name
    anything else rows that name the unit, one of these persons or indicators (whatever registers may come)

Where a book names somebody or something that the cut does not hold, checks look for it in the whole skema, to say who may
be meant. Then the whole skema is the cut: coarse, and true until the book is mended.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from pydantic import ValidationError

from asn_nilai.acuan.bentuk_tunda import bentuk_tunda
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.register.penandatangan import penandatangan
from asn_nilai.acuan.isian.register.perpindahan import bulan_sebelum
from asn_nilai.acuan.isian.skema import TANPA_UNIT, Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit

_HANYA_DICETAK = {Unit: ("nama",), Indikator: ("definisi", "sumber_data", "layanan_publik")}
"""What no score and no finding of a unit's own depends on; templates show the indicators' part of it."""
_REGISTER = ("unit", "penempatan", "indikator")


@dataclass(frozen=True, slots=True)
class Sebutan:
    """What a unit's books name.

    Attributes:
        nip: the persons.
        indikator: the codes, as the skema writes them.
        luar: whether something was looked for beyond what the unit's cut of the skema holds.
        tanpa_perilaku: whether a month's book has no Perilaku sheet.
    """

    nip: frozenset[str] = frozenset()
    indikator: frozenset[str] = frozenset()
    luar: bool = False
    tanpa_perilaku: bool = False

    def __or__(self, lain: "Sebutan") -> "Sebutan":
        return Sebutan(
            self.nip | lain.nip,
            self.indikator | lain.indikator,
            self.luar or lain.luar,
            self.tanpa_perilaku or lain.tanpa_perilaku,
        )

    def sebagai_dict(self) -> dict[str, object]:
        """Return it as JSON can hold it."""
        return {
            "nip": sorted(self.nip),
            "indikator": sorted(self.indikator),
            "luar": self.luar,
            "tanpa_perilaku": self.tanpa_perilaku,
        }

    @classmethod
    def dari_dict(cls, isi: Mapping[str, object]) -> "Sebutan | None":
        """Return it from what `sebagai_dict` made of it, None where something else did."""
        try:
            return (
                bentuk_tunda(cls).validate_python(isi)
                if isi.keys() >= {ruas.name for ruas in fields(cls)}
                else None
            )
        except ValidationError:
            return None


def susun_sebutan(isian: IsianUnit, skema: Skema, periode: Periode) -> Sebutan:
    """Note what a unit's books name."""
    tabel = [t for t in (isian.target, *isian.capaian.values(), *isian.perilaku.values()) if t is not None]
    nip = frozenset(n for t in tabel for n in t.teks("nip") if n)
    kode = frozenset(k for t in tabel if "kode_indikator" in t.isi for k in t.teks("kode_indikator") if k)
    tahun = Periode.setahun(periode.bulan[0].tahun)
    di_sini = {penempatan.nip for penempatan in skema.di_unit(isian.unit.kode, tahun)}
    luar = isian.melihat_luar or not nip <= di_sini or any(_meragukan(t, isian.unit, skema) for t in tabel)
    return Sebutan(nip, kode, luar, bool(isian.tanpa_perilaku))


def _meragukan(tabel: Tabel, unit: Unit, skema: Skema) -> bool:
    """Tell whether a row's NIP or indicator is not plainly one of the register's that this unit may use."""
    if any(kunci in {"nip", "kode_indikator"} for kunci, _ in tabel.cacat):
        return True
    if "kode_indikator" not in tabel.isi:
        return False
    for kode, nama in set(zip(tabel.teks("kode_indikator"), tabel.teks("indikator"), strict=True)):
        indikator = skema.indikator.get(kode)
        if indikator is None or not indikator.berlaku_bagi(unit.jenis) or nama not in {"", indikator.nama}:
            return True
    return False


def sidik_irisan(skema: Skema, unit: Collection[str], periode: Periode, sebutan: Sebutan) -> tuple[str, str]:
    """Return the fingerprints of what units and a period rest on: what scores and findings come from, what is only printed.

    Args:
        skema: the registers.
        unit: codes of the units, more than one where an ASN who moved ties them.
        periode: the period.
        sebutan: what their books name.
    """
    milik = [skema.unit_atau_tanpa(kode) for kode in (*skema.unit, TANPA_UNIT.kode) if kode in unit]
    if sebutan.luar:
        isi = [_baris(getattr(skema, nama)) for nama in _register(skema)]
        return _sidik(isi), _sidik([(baris.kode, baris.nama) for baris in skema.unit.values()])
    dicetak = [(u.kode, u.nama, str(penandatangan(u, skema, periode))) for u in milik]
    return _sidik(list(_irisan(skema, milik, periode, sebutan))), _sidik(dicetak)


def _irisan(skema: Skema, unit: list[Unit], periode: Periode, sebutan: Sebutan) -> Iterator[object]:
    kode_unit = {baris.kode for baris in unit}
    anggota = dict.fromkeys(p.nip for baris in unit for p in skema.di_unit(baris.kode, periode))
    penempatan = [p for nip in anggota for p in skema.penempatan_asn[nip]]
    yield unit
    yield [_dipotong(p, periode) for p in penempatan if p.bulan_dalam(periode)]
    yield sorted({(p.nip, p.nama) for p in penempatan})
    yield [bulan_sebelum(skema, nip, periode) for nip in anggota]
    yield sorted(_setahun(skema, kode_unit, periode, sebutan.nip - anggota.keys()))
    yield [skema.indikator.get(kode) for kode in sorted(sebutan.indikator)]
    disebut = {*kode_unit, *anggota, *sebutan.nip, *sebutan.indikator}
    for nama in _register(skema)[len(_REGISTER) :]:
        yield [baris for baris in _baris(getattr(skema, nama)) if _menyentuh(baris, disebut)]


def _setahun(
    skema: Skema, kode_unit: Collection[str], periode: Periode, nip: Collection[str]
) -> set[tuple[str, str]]:
    """Return which persons, who are not here in the period, are placed in which of the units at some time of the year."""
    tahun = Periode.setahun(periode.bulan[0].tahun)
    semua = ((n, p) for n in nip for p in skema.penempatan_asn.get(n, ()))
    return {(n, p.kode_unit) for n, p in semua if p.kode_unit in kode_unit and p.bulan_dalam(tahun)}


def _register(skema: Skema) -> list[str]:
    """Return the names of all registers, the three first; where a row stands in the workbook makes no other skema."""
    return [*_REGISTER, *(ruas.name for ruas in fields(skema) if ruas.compare and ruas.name not in _REGISTER)]


def _dipotong(penempatan: Penempatan, periode: Periode) -> Penempatan:
    """Return a placement with its dates only where they lie within the period."""
    mulai, selesai = penempatan.mulai, penempatan.selesai
    if mulai is None and selesai is None:
        return penempatan
    return penempatan._replace(
        mulai=mulai if mulai and mulai > periode.hari_pertama else None,
        selesai=selesai if selesai and selesai < periode.hari_terakhir else None,
    )


def _baris(register: object) -> Iterable[object]:
    if isinstance(register, Mapping):
        return list(register.items())
    return register if isinstance(register, list | tuple | set | frozenset) else [register]


def _menyentuh(baris: object, disebut: Collection[str]) -> bool:
    """Tell whether a row of whatever register says one of these words."""
    if isinstance(baris, str):
        return baris in disebut
    if isinstance(baris, Mapping):
        return any(_menyentuh(bagian, disebut) for bagian in (*baris.keys(), *baris.values()))
    if isinstance(baris, list | tuple | set | frozenset):
        return any(_menyentuh(bagian, disebut) for bagian in baris)
    return is_dataclass(baris) and any(_menyentuh(getattr(baris, r.name), disebut) for r in fields(baris))


def _polos(isi: object) -> object:
    """Return what JSON has no word for: a row without what is only printed, a set, a date."""
    if is_dataclass(isi) and not isinstance(isi, type):
        return {nama: getattr(isi, nama) for nama in _ruas_bernilai(type(isi))}
    if isinstance(isi, set | frozenset):
        return sorted(map(str, isi))
    return str(isi)


@cache
def _ruas_bernilai(jenis: type) -> tuple[str, ...]:
    """Return the names of a row's fields but those that are only printed."""
    tanpa = _HANYA_DICETAK.get(jenis, ())
    return tuple(ruas.name for ruas in fields(jenis) if ruas.name not in tanpa)


def _sidik(isi: object) -> str:
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, default=_polos).encode()).hexdigest()
