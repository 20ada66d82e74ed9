"""rekap.html: one page for the leaders' meeting, in the order in which a reader with one minute asks.

How the city stands, what is missing or doubtful, who leads and who needs help; then units month by month, movers,
indicators. Every number comes from the recap as it is: here it is only written and placed. Unlike all other pages it
carries a script, which sorts and filters its table; without one nothing is missing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rekap import BELUM_DIHITUNG, Gerak, IndikatorRekap, Rekap, UnitRekap
from asn_nilai.acuan.ringkas import BELUM_SETOR, LENGKAP, TAK_TERBACA, RingkasUnit, jumlahkan
from asn_nilai.terbit.halaman.bagan import Garis, bertanda, garis, kelas_predikat, sebaran, skala, tetap
from asn_nilai.terbit.halaman.peta import susun_peta
from asn_nilai.terbit.halaman.templat import rakit

_PALING_BANYAK = 5
"""Units in each of the lists of who leads and who needs help."""
_PALING_BANYAK_ASN = 200
"""ASN on the list of those who missed what is expected for two months; the workbook holds them all."""
_TARGET = 100
"""Percent of capaian at which a target is reached, as the page of the publication counts it."""
_UNIT_TERENDAH = 3
"""Units named beside a lagging indicator."""


@dataclass(frozen=True, slots=True)
class BarisJuara:
    """One unit among those that lead or need help, ready to print."""

    unit: UnitRekap
    nhk: str
    letak: str


@dataclass(frozen=True, slots=True)
class BarisGerak:
    """One ASN between two months, ready to print; `tautan` leads to the ASN's row on the unit's page."""

    gerak: Gerak
    unit: str
    tautan: str
    awal: str
    akhir: str
    selisih: str


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One lagging indicator, ready to print; `tren` says first and last number of the year with their months."""

    indikator: IndikatorRekap
    tulisan: str
    letak: str
    garis: Garis
    tren: str
    selisih: str
    terendah: list[tuple[RingkasUnit, str]]


def halaman_rekap(rekap: Rekap) -> str:
    """Return rekap.html as text: self-contained, nothing to load, its only script admitted by hash."""
    aturan, unit = rekap.aturan, {satu.ringkas.kode: satu.ringkas for satu in rekap.unit}
    desimal = aturan.nhk.desimal.nilai
    jumlah = jumlahkan(unit.values(), desimal)
    depan, terendah = _depan_dan_terendah(rekap)
    return rakit(
        "rekap.html.j2",
        gaya_tambahan="rekap.css",
        naskah="rekap.js",
        aturan=aturan,
        belum_dihitung=[satu for satu in unit.values() if satu.status == BELUM_DIHITUNG],
        belum_dinilai=_belum_dinilai(unit.values()),
        belum_capai_target=sum(satu.rata_rata < _TARGET for satu in rekap.indikator),
        belum_setor=rekap.belum_setor,
        belum_setor_bulan=[
            "–" if bulan.sebab else sum(satu.bulan[nomor].status == BELUM_SETOR for satu in rekap.unit)
            for nomor, bulan in enumerate(rekap.bulan)
        ],
        bulan_hilang=[satu for satu in rekap.bulan if satu.sebab],
        depan=depan,
        dinilai_persen=tetap(jumlah.dinilai / jumlah.jumlah_asn * 100, 1) if jumlah.jumlah_asn else "–",
        garis=garis([satu.rata_rata for satu in rekap.bulan], aturan),
        harapan=ekspektasi(aturan),
        instansi=rekap.instansi,
        jumlah=jumlah,
        kelas=kelas_predikat(aturan),
        lengkap=sum(satu.status == LENGKAP for satu in unit.values()),
        naik=_gerak(rekap.naik, unit, desimal),
        nhk=tetap(rekap.rata_rata, desimal),
        nhk_bulan=[tetap(satu.rata_rata, desimal) for satu in rekap.bulan],
        panduan=[(satu, tetap(satu.persen, desimal)) for satu in rekap.panduan],
        periode=rekap.periode,
        paling_banyak=_PALING_BANYAK * 2,
        paling_banyak_asn=_PALING_BANYAK_ASN,
        peta=susun_peta(rekap),
        rekap=rekap,
        sebaran=sebaran(jumlah.predikat, aturan, jumlah.belum_dinilai),
        setoran=_setoran(rekap),
        skala=skala(aturan),
        tak_terbaca=[satu for satu in unit.values() if satu.status == TAK_TERBACA],
        terendah=terendah,
        tertinggal=[_indikator(satu, rekap, unit) for satu in rekap.indikator if satu.tertinggal],
        turun=_gerak(rekap.turun, unit, desimal),
        dua_bulan=_gerak(rekap.dua_bulan_bawah, unit, desimal),
        dua_bulan_ada=_dua_bulan_ada(rekap),
        usang=_usang(rekap, unit),
    )  # fmt: skip


def _depan_dan_terendah(rekap: Rekap) -> tuple[list[BarisJuara], list[BarisJuara]]:
    """Return the units with the highest means, highest first, and those with the lowest, lowest first; none in both."""
    desimal, batang = rekap.aturan.nhk.desimal.nilai, skala(rekap.aturan)
    urut = [
        BarisJuara(satu, tetap(satu.rata_rata, desimal), batang.letak(satu.rata_rata))
        for satu in rekap.menurut_peringkat
        if satu.peringkat is not None
    ]
    atas, bawah = min(_PALING_BANYAK, (len(urut) + 1) // 2), min(_PALING_BANYAK, len(urut) // 2)
    return urut[:atas], urut[len(urut) - bawah :][::-1]


def _belum_dinilai(unit: Iterable[RingkasUnit]) -> list[RingkasUnit]:
    """Return the units that have submitted and still have ASN without a score, the most ASN first."""
    sudah_setor = (satu for satu in unit if satu.status not in {BELUM_SETOR, TAK_TERBACA})
    return sorted((satu for satu in sudah_setor if satu.belum_dinilai), key=lambda satu: -satu.belum_dinilai)


def _gerak(semua: Sequence[Gerak], unit: Mapping[str, RingkasUnit], desimal: int) -> list[BarisGerak]:
    return [
        BarisGerak(
            satu,
            unit[satu.kode_unit].nama,
            f"{unit[satu.kode_unit].tautan}#a{satu.nip}",
            tetap(satu.nhk_awal, desimal),
            tetap(satu.nhk_akhir, desimal),
            bertanda(satu.selisih, desimal),
        )
        for satu in semua
    ]


def _dua_bulan_ada(rekap: Rekap) -> bool:
    """Tell whether the last month with results has one before it, so that nobody on a list means nobody."""
    ada = [satu.bulan for satu in rekap.bulan if not satu.sebab]
    return len(ada) > 1 and ada[-1].mundur(1) == ada[-2]


def _indikator(satu: IndikatorRekap, rekap: Rekap, unit: Mapping[str, RingkasUnit]) -> BarisIndikator:
    desimal = rekap.aturan.nhk.desimal.nilai
    ada = [
        (bulan.bulan.singkatan, nilai)
        for bulan, nilai in zip(rekap.bulan, satu.deret, strict=True)
        if not isnan(nilai)
    ]
    dua = (ada[0], ada[-1]) if len(ada) > 1 else ()
    return BarisIndikator(
        indikator=satu,
        tulisan=tetap(satu.rata_rata, desimal),
        letak=skala(rekap.aturan).letak(satu.rata_rata),
        garis=garis(satu.deret, rekap.aturan),
        tren=" → ".join(f"{bulan} {tetap(nilai, desimal)}" for bulan, nilai in dua),
        selisih=bertanda(dua[1][1] - dua[0][1], desimal) if dua else "",
        terendah=[
            (unit[lain.kode_unit], tetap(lain.rata_rata, desimal))
            for lain in sorted(satu.unit, key=lambda lain: lain.rata_rata)[:_UNIT_TERENDAH]
        ],
    )


def _setoran(rekap: Rekap) -> list[tuple[UnitRekap, list[Bulan]]]:
    """Return the units that missed a month or the period, the most frequent first, with the months they missed."""
    semua = [
        (
            satu,
            [
                bulan.bulan
                for bulan, titik in zip(rekap.bulan, satu.bulan, strict=True)
                if titik.status == BELUM_SETOR
            ],
        )
        for satu in rekap.unit
    ]
    return sorted(
        ((satu, bulan) for satu, bulan in semua if bulan or satu.ringkas.status == BELUM_SETOR),
        key=lambda pasangan: -len(pasangan[1]),
    )


def _usang(rekap: Rekap, unit: Mapping[str, RingkasUnit]) -> dict[Periode, list[tuple[str, list[str]]]]:
    """Return by period, and by the files that changed, the names of the units whose results are older than those."""
    menurut: dict[Periode, list[tuple[str, list[str]]]] = {}
    for (periode, berkas), kode in rekap.usang_bersama.items():
        menurut.setdefault(periode, []).append((", ".join(berkas), [unit[satu].nama for satu in kode]))
    return menurut
