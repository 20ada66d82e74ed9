"""Who rose and who fell between two months, and who missed what is expected in two months running.

Only ASN who were scored in both months are compared: a missing month is never a zero.
"""

from collections.abc import Callable, Iterator, Sequence
from math import isnan

from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.rata import rata_rata
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.rekap import AsnSama, Gerak


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


def gerak(
    bahan: BahanRekap, unit: Sequence[UnitRekap], pasangan: tuple[Bulan, Bulan] | None
) -> tuple[tuple[Gerak, ...], tuple[Gerak, ...]]:
    """Return who rose most and who fell most, as many of each as the settings say."""
    semua = list(_antara(bahan, unit, *pasangan)) if pasangan else []
    banyak = bahan.pengaturan.daftar_gerak
    naik = sorted((g for g in semua if g.selisih > 0), key=lambda g: (-g.selisih, g.nip))
    turun = sorted((g for g in semua if g.selisih < 0), key=lambda g: (g.selisih, g.nip))
    return tuple(naik[:banyak]), tuple(turun[:banyak])


def asn_sama(
    bahan: BahanRekap, unit: Sequence[UnitRekap], pasangan: tuple[Bulan, Bulan] | None
) -> AsnSama | None:
    """Return the mean of who was scored in both months, where the months' own means are of different ASN."""
    if pasangan is None:
        return None
    semua, desimal = list(_antara(bahan, unit, *pasangan)), bahan.aturan.nhk.desimal.nilai
    letak = [bahan.bulan.index(bulan) for bulan in pasangan]
    if not semua or all(sum(u.bulan[n].dinilai for u in unit) == len(semua) for n in letak):
        return None
    awal, akhir = (g.nhk_awal for g in semua), (g.nhk_akhir for g in semua)
    return AsnSama(len(semua), rata_rata(awal, desimal), rata_rata(akhir, desimal))


def dua_bulan_bawah(
    bahan: BahanRekap, unit: Sequence[UnitRekap], dua: tuple[Bulan, Bulan] | None
) -> tuple[Gerak, ...]:
    """Return the ASN who missed what the aturan expects in the last two months, where these have results."""
    semua = _antara(bahan, unit, *dua) if dua else ()
    return tuple(sorted(filter(_di_bawah(bahan.aturan), semua), key=lambda g: (g.nhk_akhir, g.nip)))


def _di_bawah(aturan: Aturan) -> Callable[[Gerak], bool]:
    """Return a test of both months: by the printed NHK, or by the predikat where the aturan rates the final score alone."""
    tepi, urutan = ekspektasi(aturan), aturan.predikat.urutan
    if aturan.rating_hasil:
        return lambda g: tepi.di_bawah(g.nhk_awal) and tepi.di_bawah(g.nhk_akhir)
    bawah = urutan[urutan.index(predikat_ekspektasi(aturan)) + 1 :]
    return lambda g: g.predikat_awal in bawah and g.predikat_akhir in bawah


def _antara(bahan: BahanRekap, unit: Sequence[UnitRekap], awal: Bulan, akhir: Bulan) -> Iterator[Gerak]:
    a, z = bahan.bulan.index(awal), bahan.bulan.index(akhir)
    for u in unit:
        for asn in u.asn:
            if asn.status == PINDAH or isnan(asn.deret[a]) or isnan(asn.deret[z]):
                continue
            selisih = float(pecahan(asn.deret[z]) - pecahan(asn.deret[a]))
            yield Gerak(
                asn.nip, asn.nama, u.ringkas.kode, awal, akhir, asn.deret[a], asn.deret[z], selisih,
                asn.predikat_bulan[a], asn.predikat_bulan[z],
            )  # fmt: skip
