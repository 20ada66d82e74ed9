"""rekap.html: one page for the leaders' meeting, in the order in which a reader with one minute asks.

How the city stands, what is missing or doubtful, who leads and who needs help; then units month by month, movers,
indicators. Every number comes from the recap as it is: here it is only written and placed. It carries a
script, which sorts and filters its table; without one nothing is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.baris import IndikatorRekap
from asn_nilai.acuan.rekap.kata_kedudukan import kalimat_memimpin, keterangan_kedudukan, sebut_setara
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.setoran.ketepatan import BUKTI_LEMAH, kalimat_disalin
from asn_nilai.terbit.halaman.bagan import GarisBulan, bertanda, garis, kelas_predikat, sebaran, skala, tetap
from asn_nilai.terbit.halaman.peta import susun_peta
from asn_nilai.terbit.halaman.templat import rakit

_PALING_BANYAK = 10
"""Units named where some are missing, not wholly scored or stale; the rest is counted."""
_PALING_BANYAK_ASN = 200
"""ASN on the list of those who missed what is expected for two months; the workbook holds them all."""


@dataclass(frozen=True, slots=True)
class BarisTertinggal:
    """One lagging indicator, ready to print; `tren` says first and last number of the year with their months."""

    indikator: IndikatorRekap
    tulisan: str
    letak: str
    garis: GarisBulan
    tren: str
    selisih: str
    terendah: list[tuple[RingkasUnit, str]]


def halaman_rekap(rekap: Rekap) -> str:
    """Return rekap.html as text: self-contained, nothing to load, its only script admitted by hash."""
    aturan, unit = rekap.aturan, {baris.ringkas.kode: baris.ringkas for baris in rekap.unit}
    desimal = aturan.desimal
    return rakit(
        "rekap.html.j2",
        gaya_tambahan="rekap.css",
        naskah="rekap.js",
        aturan=aturan,
        bertanda=lambda selisih: bertanda(selisih, desimal),
        bukti_lemah=BUKTI_LEMAH,
        belum_capai_target=sum(baris.belum_capai for baris in rekap.indikator),
        belum_setor_bulan=[
            "–" if bulan.sebab else banyak
            for bulan, banyak in zip(rekap.bulan, rekap.belum_setor_bulan, strict=True)
        ],
        dinilai_persen=tetap(rekap.dinilai / rekap.jumlah_asn * 100, 1) if rekap.jumlah_asn else "–",
        garis=garis([baris.rata_rata for baris in rekap.bulan], aturan),
        harapan=ekspektasi(aturan),
        instansi=rekap.instansi,
        kalimat_disalin=kalimat_disalin(rekap.ketepatan),
        kalimat_memimpin=kalimat_memimpin(rekap.sorotan, desimal),
        kelas=kelas_predikat(aturan),
        keterangan_kedudukan=lambda milik: keterangan_kedudukan(milik, desimal),
        nhk=tulis_rata(rekap.rata_rata, desimal),
        panduan=[(baris, tetap(baris.persen, desimal)) for baris in rekap.panduan],
        periode=rekap.periode,
        paling_banyak=_PALING_BANYAK,
        paling_banyak_asn=_PALING_BANYAK_ASN,
        peta=susun_peta(rekap),
        rekap=rekap,
        sebut_setara=sebut_setara,
        sebaran=sebaran(rekap.sebaran, aturan, rekap.belum_dinilai),
        skala=skala(aturan),
        sorotan=rekap.sorotan,
        terlambat=rekap.terlambat,
        tertinggal=[_indikator(baris, rekap, unit) for baris in rekap.sorotan.tertinggal],
        tulis_rata=lambda rata: tulis_rata(rata, desimal),
        unit_menurut=unit,
    )  # fmt: skip


def _indikator(indikator: IndikatorRekap, rekap: Rekap, unit: Mapping[str, RingkasUnit]) -> BarisTertinggal:
    desimal = rekap.aturan.desimal
    ada = [
        (bulan.bulan.singkatan, nilai)
        for bulan, nilai in zip(rekap.bulan, indikator.deret, strict=True)
        if not isnan(nilai)
    ]
    dua = (ada[0], ada[-1]) if len(ada) > 1 else ()
    return BarisTertinggal(
        indikator=indikator,
        tulisan=tetap(indikator.rata_rata, desimal),
        letak=skala(rekap.aturan).letak(indikator.rata_rata),
        garis=garis(indikator.deret, rekap.aturan),
        tren=" → ".join(f"{bulan} {tetap(nilai, desimal)}" for bulan, nilai in dua),
        selisih=bertanda(dua[1][1] - dua[0][1], desimal) if dua else "",
        terendah=[(unit[lain.kode_unit], tetap(lain.rata_rata, desimal)) for lain in indikator.unit_terendah],
    )
