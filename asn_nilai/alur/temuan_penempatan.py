"""What placements say that no row of the register is wrong about: months that nobody answers for or two units do, one person under two NIPs.

On paper all of it is in order, and it makes months vanish from somebody's year, or a few days of one count as much as all the others
of it: so whoever reads a period is told, in the months that it is about.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from asn_nilai.acuan.isian.orang.nama_orang import lipat_nama, mungkin_orang_sama, nama_sama
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.periode import Bulan, Periode, rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan

_LAHIR = slice(8)
"""The digits of a NIP that are the day of birth."""
_ANGKATAN = slice(14)
"""Those and the month of appointment."""


def temuan_penempatan(skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield the findings of the placements in a period."""
    yield from _jeda(skema, periode)
    yield from _dua_unit(skema, periode)
    yield from _berganti_nip(skema, periode)
    yield from _dua_nip(skema, periode)


def _jeda(skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield who is placed nowhere in months of the period, though before and after: nobody is asked for them."""
    for semua in skema.penempatan_berganti:
        for lama, baru in pairwise(semua):
            if lama.selesai is None or baru.mulai is None:
                continue
            tanpa = [
                b for b in periode.bulan if lama.selesai < b.hari_pertama and b.hari_terakhir < baru.mulai
            ]
            if tanpa:
                yield temuan(
                    "jeda-penempatan",
                    skema.letak_pegawai(baru),
                    nip=baru.nip,
                    nama=baru.nama,
                    bulan=rentang_bulan(tanpa),
                )


def _dua_unit(skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield who is placed in two units in one month of the period: each may count it whole, were it for the last day of it."""
    for semua in skema.penempatan_berganti:
        for lama, baru in pairwise(semua):
            if lama.kode_unit == baru.kode_unit:
                continue
            for bulan in periode.bulan:
                if lama.pada(bulan) and baru.pada(bulan):
                    yield temuan(
                        "bulan-dua-unit", skema.letak_pegawai(baru), nip=baru.nip, nama=baru.nama, bulan=bulan.label,
                        lama=_hari(lama, bulan), baru=_hari(baru, bulan),
                    )  # fmt: skip


def _hari(penempatan: Penempatan, bulan: Bulan) -> str:
    """Return a placement's unit with its days of a month, `DINKES (tanggal 29–30)`."""
    awal = max(penempatan.mulai or date.min, bulan.hari_pertama).day
    akhir = min(penempatan.selesai or date.max, bulan.hari_terakhir).day
    return f"{penempatan.kode_unit} (tanggal {awal if awal == akhir else f'{awal}–{akhir}'})"


def _berganti_nip(skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield who begins in the period under a NIP, where one of the same name, unit or birthday ended under another before.

    It may be two people, or one whose NIP is another now; if it is a slip, or worse, half a year has left this person's score. A month
    in which both stand, the last one and the first, makes no two people of them.
    """
    berhenti: dict[str, list[tuple[Penempatan, Bulan]]] = defaultdict(list)
    for semua in skema.penempatan_asn.values():
        if sampai := _bulan(semua[-1].selesai):  # those before it ended before it began
            berhenti[lipat_nama(semua[-1].nama)].append((semua[-1], sampai))
    for semua in skema.penempatan_asn.values():
        baru = semua[0]
        sejak = _bulan(baru.mulai)
        if sejak is None or sejak not in periode.bulan:
            continue
        for lama, sampai in berhenti.get(lipat_nama(baru.nama), ()):
            serupa = lama.kode_unit == baru.kode_unit or lama.nip[_LAHIR] == baru.nip[_LAHIR]
            if lama.nip != baru.nip and serupa and sampai <= sejak:
                yield temuan(
                    "nip-berganti", skema.letak_pegawai(baru), nip=baru.nip, nama=baru.nama, lama=lama.nip, tercatat="baru tercatat",
                    bernama="bernama sama", kapan=f"sampai {sampai.label}", apa="bulan-bulan keduanya",
                )  # fmt: skip


def _dua_nip(skema: Skema, periode: Periode) -> Iterator[Temuan]:
    """Yield who stands under two NIPs in the same months of the period, by name and birthday: one of them may be scored for the other.

    Names that are but alike make one person of two only where the unit, or the month of appointment as well, is the same: in a city of
    thousands some who share a birthday have names that differ in a word.
    """
    menurut: dict[str, list[tuple[Penempatan, ...]]] = defaultdict(list)
    for nip, tempat in skema.penempatan_asn.items():
        menurut[nip[_LAHIR]].append(tempat)
    for semua in menurut.values():
        for lama, baru in combinations(semua, 2):
            dulu, kini = lama[-1], baru[0]
            sama = nama_sama(dulu.nama, kini.nama)
            if not (sama or _mirip(lama, baru)) or (sama and _bersambung(lama, baru)):
                continue
            if bulan := [b for b in periode.bulan if _pada(lama, b) and _pada(baru, b)]:
                yield temuan(
                    "nip-berganti", skema.letak_pegawai(kini), nip=kini.nip, nama=kini.nama, lama=dulu.nip, tercatat="tercatat",
                    bernama="bernama sama dan lahir pada hari yang sama" if sama else f"yang lahir pada hari yang sama, {dulu.nama},",
                    kapan=f"juga pada {rentang_bulan(bulan)}", apa="keduanya",
                )  # fmt: skip


def _pada(semua: Sequence[Penempatan], bulan: Bulan) -> bool:
    return any(ini.pada(bulan) for ini in semua)


def _bersambung(lama: Sequence[Penempatan], baru: Sequence[Penempatan]) -> bool:
    """Tell whether one ends no later than in the month in which the other begins: that a NIP is another now is told already."""
    batas = ((_bulan(a[-1].selesai), _bulan(b[0].mulai)) for a, b in ((lama, baru), (baru, lama)))
    return any(sampai and sejak and sampai <= sejak for sampai, sejak in batas)


def _mirip(lama: Sequence[Penempatan], baru: Sequence[Penempatan]) -> bool:
    """Tell whether two who share a birthday may be one person whose name is written in two ways."""
    dulu, kini = lama[-1], baru[0]
    dekat = dulu.nip[_ANGKATAN] == kini.nip[_ANGKATAN] or {a.kode_unit for a in lama} & {
        b.kode_unit for b in baru
    }
    return bool(dekat and dulu.nama and kini.nama) and mungkin_orang_sama(dulu.nama, kini.nama)


def _bulan(hari: date | None) -> Bulan | None:
    return None if hari is None else Bulan(hari.year, hari.month)
