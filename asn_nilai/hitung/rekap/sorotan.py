"""Judge what a recap points at, from its units, months and indicators."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.rekap.baris import (
    BELUM_DIHITUNG,
    BELUM_DIPERINGKAT,
    BulanRekap,
    IndikatorRekap,
    UnitRekap,
)
from asn_nilai.acuan.rekap.sorotan import BerkasBerubah, PeriodeUsang, SetoranRekap, SorotanRekap
from asn_nilai.acuan.setoran.status import BELUM_SETOR, LENGKAP, LIHAT_SKEMA, TAK_TERBACA

_PALING_BANYAK = 5
"""Units on each of the lists of who leads and who needs help."""

Usang = tuple[Periode, Mapping[str, tuple[str, ...]]]
"""A period, and by unit the files that changed after it was computed, or could not be read then."""


def susun_sorotan(
    unit: Sequence[UnitRekap],
    bulan: Sequence[BulanRekap],
    indikator: Iterable[IndikatorRekap],
    usang: Iterable[Usang],
    terkunci: Collection[Periode] = (),
    tertahan: Iterable[Usang] = (),
) -> SorotanRekap:
    """Draw up what a recap points at.

    Args:
        unit: its units in the register's order, ranked.
        bulan: its months.
        indikator: its indicators, lowest mean first.
        usang: what is stale, in the order in which it must be computed; units of other recaps may be among them.
        terkunci: the locked ones of these periods.
        tertahan: what is incomplete because files could not be read, likewise.
    """
    perlu_dihitung = (
        *_usang(usang, unit, terkunci),
        *(replace(h, tertahan=True) for h in _usang(tertahan, unit, terkunci)),
    )
    berperingkat = sorted((u for u in unit if u.peringkat), key=lambda u: u.peringkat or 0)
    atas, bawah = (min(_PALING_BANYAK, banyak // 2) for banyak in (len(berperingkat) + 1, len(berperingkat)))
    memimpin, perlu_dibantu = berperingkat[:atas], berperingkat[::-1][:bawah]
    sudah_setor = [u for u in unit if u.ringkas.status not in {BELUM_SETOR, TAK_TERBACA, LIHAT_SKEMA}]
    return SorotanRekap(
        memimpin=tuple(memimpin),
        perlu_dibantu=tuple(perlu_dibantu),
        setara_teratas=tuple(
            u for u in berperingkat[1:] if u.kedudukan.setara and u.kedudukan.setara[0] == 1
        ),
        belum_diperingkat=tuple(u for u in unit if u.tanda == BELUM_DIPERINGKAT),
        lengkap=len(_berstatus(unit, LENGKAP)),
        belum_setor=_berstatus(unit, BELUM_SETOR),
        tak_terbaca=_berstatus(unit, TAK_TERBACA),
        belum_dihitung=_berstatus(unit, BELUM_DIHITUNG),
        belum_dinilai=tuple(
            sorted(
                (u for u in sudah_setor if u.ringkas.belum_dinilai), key=lambda u: -u.ringkas.belum_dinilai
            )
        ),
        bulan_hilang=tuple(baris for baris in bulan if baris.sebab),
        usang=tuple(sorted(perlu_dihitung, key=lambda h: h.periode.urutan)),
        setoran=tuple(sorted((_setoran(u, bulan) for u in unit), key=lambda s: -s.unit.belum_setor)),
        tertinggal=tuple(baris for baris in indikator if baris.tertinggal),
        dua_bulan=bulan_berturut([baris.bulan for baris in bulan if not baris.sebab]),
    )


def bulan_berturut(ada: Sequence[Bulan]) -> tuple[Bulan, Bulan] | None:
    """Return the last month that has results and the one before it; None where that one has none."""
    return (ada[-2], ada[-1]) if len(ada) > 1 and ada[-1].mundur(1) == ada[-2] else None


def _berstatus(unit: Iterable[UnitRekap], status: str) -> tuple[UnitRekap, ...]:
    return tuple(u for u in unit if u.ringkas.status == status)


def _setoran(unit: UnitRekap, bulan: Sequence[BulanRekap]) -> SetoranRekap:
    absen = tuple(
        baris.bulan for baris, titik in zip(bulan, unit.bulan, strict=True) if titik.status == BELUM_SETOR
    )
    return SetoranRekap(unit, absen, bool(absen) or unit.ringkas.status == BELUM_SETOR)


def _usang(
    semua: Iterable[Usang], unit: Sequence[UnitRekap], terkunci: Collection[Periode]
) -> Iterator[PeriodeUsang]:
    for periode, berkas in semua:
        menurut: dict[tuple[str, ...], list[UnitRekap]] = {}
        kena = tuple(u for u in unit if u.ringkas.kode in berkas)
        for u in kena:
            menurut.setdefault(berkas[u.ringkas.kode], []).append(u)
        if menurut:
            nama = tuple(dict.fromkeys(nama for berubah in menurut for nama in berubah))
            yield PeriodeUsang(
                periode,
                BerkasBerubah(nama, kena, _semua(kena, unit)),
                tuple(BerkasBerubah(b, tuple(u), _semua(u, unit)) for b, u in menurut.items()),
                periode in terkunci,
            )


def _semua(kena: Sequence[UnitRekap], unit: Sequence[UnitRekap]) -> bool:
    return len(kena) == len(unit) > 1
