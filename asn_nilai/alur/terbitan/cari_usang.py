"""Which units' results are older than their inputs, or without some of them: asked of a period and of the months of its trend, beside other work."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from asn_nilai.acuan.hasil.kata_keadaan import TAK_TERBACA
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.alur.konteks import Konteks, catatan_hasil
from asn_nilai.alur.masukan.masukan_unit import CETAK, MasukanUnit
from asn_nilai.alur.proses.proses_paralel import inti_lain, proses_samping
from asn_nilai.terbit.data.manifes import Manifes, Sha, sha256_berkas

_CUKUP = 200
"""Units and months that are worth a process to ask whether they are stale: what takes it as long as it takes to start."""


class PerluDihitung(NamedTuple):
    """The units of a period that must be computed anew.

    Attributes:
        usang: for each unit whose inputs changed since it was computed, the files that did; of one that could not be read then, that too.
        tertahan: for each other unit of which files could not be read when it was computed, these.
    """

    usang: dict[str, tuple[str, ...]]
    tertahan: dict[str, tuple[str, ...]]


@contextmanager
def mulai_cari_usang(konteks: Konteks) -> Iterator[Iterator[dict[Periode, PerluDihitung]]]:
    """Start to ask of the period and of the months of its trend which units are stale.

    Where there is much to ask, other processes do, so that whoever waits can load and read meanwhile what else a recap takes.
    """
    bulanan = (bulan.periode for bulan in bulan_tren(konteks) if konteks.periode.bulan != (bulan,))
    semua = sorted((konteks.periode, *bulanan), key=lambda periode: -len(periode.bulan))
    banyak = sum(len(periode.bulan) for periode in semua) * len(konteks.skema.unit) // _CUKUP
    proses = min(inti_lain(), banyak)
    bagian: list[list[Periode]] = [[] for _ in range(max(1, proses))]
    for periode in semua:
        min(bagian, key=lambda milik: sum(len(lain.bulan) for lain in milik)).append(periode)
    with proses_samping(konteks, proses) as pekerja:
        yield pekerja.jalankan(cari_usang, bagian, cari_usang)


def cari_usang(konteks: Konteks, semua: Iterable[Periode]) -> dict[Periode, PerluDihitung]:
    """Return the stale units of periods; nothing of a period that was never computed."""
    sha, hasil = cache(sha256_berkas), dict[Periode, PerluDihitung]()
    for periode in semua:
        ini = konteks if periode == konteks.periode else konteks.pada(periode)
        manifes = catatan_hasil(ini.ruang, periode)
        hasil[periode] = _usang(ini, manifes, sha) if manifes else PerluDihitung({}, {})
    return hasil


def bulan_tren(konteks: Konteks) -> tuple[Bulan, ...]:
    """Return the months of the year up to the period's last: the trend of a recap."""
    terakhir = konteks.periode.bulan[-1]
    return Periode.setahun(terakhir.tahun).bulan[: terakhir.bulan]


def _usang(konteks: Konteks, manifes: Manifes, sha: Sha) -> PerluDihitung:
    """Return the units that must be computed anew, with the files because of which; what is only printed changes no figure.

    Units that left the register have no inputs any more; a recap names them.
    """
    kini, hasil = MasukanUnit(konteks, sha), PerluDihitung({}, {})
    for kode in (ini for ini in konteks.kode_hasil if ini in manifes.unit):
        if beda := kini.berubah_sejak(kode, manifes) - {CETAK}:
            tak_terbaca = manifes.unit[kode].tak_terbaca
            if beda <= tak_terbaca:
                hasil.tertahan[kode] = tuple(sorted(beda))
                continue
            berkas = sorted(kini.sebagai_berkas(beda, manifes.masukan))
            hasil.usang[kode] = tuple(
                f"{nama} ({TAK_TERBACA})" if nama in tak_terbaca else nama for nama in berkas
            )
    return hasil
