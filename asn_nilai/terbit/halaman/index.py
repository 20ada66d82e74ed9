"""The page of all units: what the instansi reached, who has not submitted, and the way to each unit's page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from asn_nilai.acuan.hasil.ringkas import RingkasUnit, jumlahkan, kalimat_sementara
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.status import BELUM_SETOR, LENGKAP, STATUS_UNIT, TAK_TERBACA
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.terbit.halaman.bagan import Ruas, kelas_predikat, sebaran, skala, tetap
from asn_nilai.terbit.halaman.templat import rakit_mengalir
from asn_nilai.terbit.halaman.temuan import kelompokkan


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit of the table, ready to print."""

    ringkas: RingkasUnit
    nhk: str
    letak: str
    sebaran: list[Ruas]


def halaman_index(
    ringkas: Sequence[RingkasUnit],
    periode: Periode,
    aturan: Aturan,
    instansi: str,
    temuan_umum: Sequence[Temuan] = (),
    *,
    perubahan: Sequence[Perubahan] = (),
    nama: Mapping[str, str] = MappingProxyType({}),
    versi: VersiTerkunci | None = None,
) -> Iterator[str]:
    """Yield index.html in pieces: self-contained, nothing to load, no script.

    Args:
        ringkas: one per unit, in the order of the register.
        periode: the period of all of them.
        aturan: the profile the scores were computed under.
        instansi: the name of the local government or ministry.
        temuan_umum: findings that belong to no single unit, such as those of the skema.
        perubahan: what differs from the first computation, or from the locked version.
        nama: names by NIP, for what differs.
        versi: the locked version that the results are.
    """
    jumlah = jumlahkan(ringkas, aturan.desimal)
    unit_kerja = [unit for unit in ringkas if unit.kode]
    kelompok = kelompokkan(temuan_umum, {})
    return rakit_mengalir(
        "index.html.j2",
        aturan=aturan,
        banyak_unit=len(unit_kerja),
        baris=(_baris(unit, aturan) for unit in unit_kerja),
        belum_setor=[unit for unit in ringkas if unit.status == BELUM_SETOR],
        galat_umum=any(k.jenis.tingkat is Tingkat.GALAT for k in kelompok),
        instansi=instansi,
        jumlah=_baris(jumlah, aturan),
        kelas=kelas_predikat(aturan),
        kelompok=kelompok,
        lengkap=sum(unit.status == LENGKAP for unit in ringkas),
        nama_asn=nama,
        periode=periode,
        perubahan=perubahan,
        sementara=kalimat_sementara(ringkas),
        skala=skala(aturan),
        status=[(kata, sum(unit.status == kata for unit in ringkas)) for kata in STATUS_UNIT],
        tak_terbaca=[unit for unit in ringkas if unit.status == TAK_TERBACA],
        tanpa_unit=[_baris(unit, aturan) for unit in ringkas if not unit.kode],
        versi=versi,
    )


def _baris(unit: RingkasUnit, aturan: Aturan) -> BarisUnit:
    nhk = unit.rata_rata_nhk
    ruas = sebaran(unit.sebaran, aturan, unit.belum_dinilai)
    return BarisUnit(unit, tetap(nhk, aturan.desimal), skala(aturan).letak(nhk), ruas)
