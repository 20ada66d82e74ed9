"""Compose the publication of a period: what citizens may see, and nothing that tells of a small group.

- `layanan`: each indicator over the city and by unit, against target and against the month before
- `laporan`: who reported what · `angka`: reports become one figure as it is printed
- `pegawai`: the spread of predikat, and mean scores of units that bear no name
- `gabung_kecil`: pools groups under k, so that no difference of published figures reveals one
- `pembulatan`: rounds so far that one person's own figure stays open
"""

from collections.abc import Iterator

from asn_nilai.acuan.pengaturan import K_TERKECIL
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.bahan import BahanRekap, HasilPeriode
from asn_nilai.acuan.rekap.publik import Publik, PublikSebagianError
from asn_nilai.acuan.setoran.status import LENGKAP
from asn_nilai.hitung.publik.layanan import susun_layanan
from asn_nilai.hitung.publik.pegawai import susun_kinerja, susun_sebaran


def susun_publik(bahan: BahanRekap, kunci: bytes) -> Publik:
    """Return what is published of a period. Pure: the same results and secret give the same publication.

    Args:
        bahan: the results of the whole city; service figures come from its months, staff figures from its period.
        kunci: the city's secret behind the pseudonyms; nothing published lets it be found.

    Raises:
        PublikSebagianError: the results are those of some units only.
    """
    if bahan.terpilih:
        raise PublikSebagianError
    k = max(bahan.pengaturan.k_publik, K_TERKECIL)
    bulanan = _bulanan(bahan)
    semua = susun_layanan(bahan, bulanan, k)
    sebaran, ditahan_sebaran = susun_sebaran(bahan, k)
    kinerja, rata_rata, ditahan_kinerja = susun_kinerja(bahan, kunci, k)
    return Publik(
        instansi=bahan.instansi,
        periode=bahan.periode,
        aturan=bahan.aturan,
        k=k,
        layanan=tuple(semua.layanan),
        sebaran=sebaran,
        kinerja=kinerja,
        rata_rata_nhk=rata_rata,
        digabung=len(semua.digabung),
        ditahan=(*semua.ditahan, *ditahan_sebaran, *ditahan_kinerja),
        catatan=_catatan(bahan, bulanan, k),
        bukan_layanan=semua.bukan_layanan,
    )


def _bulanan(bahan: BahanRekap) -> dict[Bulan, HasilPeriode]:
    """Return the results of the months of the year up to the period's last, in order."""
    bulanan = dict(bahan.bulanan)
    if len(bahan.periode.bulan) == 1:
        bulanan[bahan.periode.bulan[0]] = bahan.hasil
    return {bulan: bulanan[bulan] for bulan in sorted(bulanan) if bulan <= bahan.periode.bulan[-1]}


def _catatan(bahan: BahanRekap, bulanan: dict[Bulan, HasilPeriode], k: int) -> tuple[str, ...]:
    catatan = []
    hilang = [bulan.label for bulan in bahan.periode.bulan if bulan not in bulanan]
    if hilang:
        catatan.append(f"Hasil layanan belum memuat {_daftar(hilang)}: hasil bulan itu tidak tersedia.")
    if belum := list(_belum_lengkap(bahan, bulanan, k)):
        catatan.append(
            f"Belum ada laporan lengkap dari {_daftar(belum)}. Angka seluruh unit tidak memuat yang belum ada itu."
        )
    return tuple(catatan)


def _belum_lengkap(bahan: BahanRekap, bulanan: dict[Bulan, HasilPeriode], k: int) -> Iterator[str]:
    """Yield the units of which something is missing, over several months with the months in which it is.

    One of fewer than k persons is never named: of the only one in it that would say that he is not scored.
    """
    bulan = [b for b in bahan.periode.bulan if b in bulanan] if len(bahan.periode.bulan) > 1 else []
    for kode, unit in bahan.hasil.ringkas.items():
        semua = {b.label: ringkas for b in bulan if (ringkas := bulanan[b].ringkas.get(kode))}
        if not kode or min(ringkas.jumlah_asn for ringkas in (unit, *semua.values())) < k:
            continue
        kurang = ", ".join(label for label, ringkas in semua.items() if ringkas.status != LENGKAP)
        if kurang or unit.status != LENGKAP:
            yield f"{unit.nama} ({kurang})" if kurang else unit.nama


def _daftar(nama: list[str]) -> str:
    return " dan ".join(filter(None, (", ".join(nama[:-1]), nama[-1])))
