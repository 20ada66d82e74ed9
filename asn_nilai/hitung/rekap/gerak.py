"""Who rose and who fell between two months, and who missed what is expected in two months running.

Only ASN who were scored in both months are compared: a missing month is never a zero.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.pecahan import selisih
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.rata import rata_rata
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.kedudukan import AsnSama
from asn_nilai.acuan.rekap.rekap import Gerak


def bulan_dibandingkan(bahan: BahanRekap) -> tuple[Bulan, Bulan] | None:
    """Return the two months whose scores are compared; None where there are not two with results.

    Of a period of one month these are the month before and itself; of a longer one its first and its last month that
    have results.
    """
    ada = [bulan for bulan in bahan.bulan if bulan in bahan.bulanan]
    dalam = [bulan for bulan in ada if bulan in bahan.periode.bulan]
    if not dalam:
        return None
    if len(bahan.periode.bulan) == 1:
        lalu = dalam[0].mundur(1)
        return (lalu, dalam[0]) if lalu in ada else None
    return (dalam[0], dalam[-1]) if len(dalam) > 1 else None


@dataclass(frozen=True, slots=True)
class SiapaBergerak:
    """Who moved between the two months that are compared: each list as Rekap has it."""

    naik: tuple[Gerak, ...]
    turun: tuple[Gerak, ...]
    naik_turun_predikat: tuple[Gerak, ...]


def siapa_bergerak(semua: Sequence[Gerak], aturan: Aturan, banyak: int) -> SiapaBergerak:
    """Return who rose most and who fell most, at most so many of each.

    Nobody whose predikat fell is listed as risen, nobody whose predikat rose as fallen.
    """
    tempat = {label: nomor for nomor, label in enumerate(aturan.predikat.urutan)}

    def turun_predikat(g: Gerak) -> int:
        """Return by how many steps the predikat fell; below 0 where it rose, 0 where one is not known."""
        dua = [tempat[label] for label in (g.predikat_awal, g.predikat_akhir) if label in tempat]
        return dua[1] - dua[0] if len(dua) == 2 else 0

    naik = sorted((g for g in semua if g.selisih > 0), key=lambda g: (-g.selisih, g.nip))
    turun = sorted((g for g in semua if g.selisih < 0), key=lambda g: (g.selisih, g.nip))
    return SiapaBergerak(
        tuple([g for g in naik if turun_predikat(g) <= 0][:banyak]),
        tuple([g for g in turun if turun_predikat(g) >= 0][:banyak]),
        tuple(g for g in naik if turun_predikat(g) > 0),
    )


def asn_sama(semua: Iterable[Gerak], dinilai: Iterable[Collection[str]], desimal: int) -> AsnSama | None:
    """Return the means of who was scored in both months; None of nobody.

    Args:
        semua: who was scored in both.
        dinilai: for each month the NIPs of all from whom its own mean is made. As many are not yet the same: one left, one came.
        desimal: decimals of a printed NHK.
    """
    semua = list(semua)
    if not semua:
        return None
    awal, akhir = (
        rata_rata(nhk, desimal) for nhk in ([g.nhk_awal for g in semua], [g.nhk_akhir for g in semua])
    )
    nip = {g.nip for g in semua}
    return AsnSama(len(semua), awal, akhir, all(set(sebulan) == nip for sebulan in dinilai))


def dengan_sama(
    unit: Iterable[UnitRekap],
    semua: Iterable[Gerak],
    dinilai: Sequence[Mapping[str, Collection[str]]],
    desimal: int,
) -> Iterator[UnitRekap]:
    """Yield the units with their ASN who were scored in both months; `dinilai` are each month's scored NIPs by unit."""
    menurut: dict[str, list[Gerak]] = {}
    for g in semua:
        menurut.setdefault(g.kode_unit, []).append(g)
    for u in unit:
        kode = u.ringkas.kode
        milik = (sebulan.get(kode, ()) for sebulan in dinilai)
        yield replace(u, sama=asn_sama(menurut.get(kode, ()), milik, desimal))


def dua_bulan_bawah(
    bahan: BahanRekap, unit: Sequence[UnitRekap], dua: tuple[Bulan, Bulan] | None
) -> tuple[Gerak, ...]:
    """Return the ASN who missed what the aturan expects in the last two months, where these have results."""
    semua = antara(bahan, unit, dua)
    return tuple(sorted(filter(_di_bawah(bahan.aturan), semua), key=lambda g: (g.nhk_akhir, g.nip)))


def _di_bawah(aturan: Aturan) -> Callable[[Gerak], bool]:
    """Return a test of both months: by the printed NHK, or by the predikat where the aturan rates the final score alone."""
    tepi, urutan = ekspektasi(aturan), aturan.predikat.urutan
    if aturan.rating_hasil:
        return lambda g: tepi.di_bawah(g.nhk_awal) and tepi.di_bawah(g.nhk_akhir)
    bawah = urutan[urutan.index(predikat_ekspektasi(aturan)) + 1 :]
    return lambda g: g.predikat_awal in bawah and g.predikat_akhir in bawah


def antara(
    bahan: BahanRekap, unit: Iterable[UnitRekap], pasangan: tuple[Bulan, Bulan] | None
) -> Iterator[Gerak]:
    """Yield the ASN who were scored in both of two months, each once; none where there are not two."""
    if pasangan is None:
        return
    awal, akhir = pasangan
    a, z = (bahan.bulan.index(bulan) for bulan in pasangan)
    for u in unit:
        for asn in u.asn:
            if asn.status == PINDAH or isnan(asn.deret[a]) or isnan(asn.deret[z]):
                continue
            yield Gerak(
                asn.nip, asn.nama, u.ringkas.kode, awal, akhir, asn.deret[a], asn.deret[z],
                selisih(asn.deret[a], asn.deret[z]), asn.predikat_bulan[a], asn.predikat_bulan[z],
            )  # fmt: skip
