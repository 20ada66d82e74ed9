"""rekap_akar.html: the cities of a province or a country on one page, those under one text of a rule together.

What is missing comes first and names each city; nobody's score stands here, and no ASN.
"""

from dataclasses import dataclass

from asn_nilai.acuan.hasil.ringkas_kota import JumlahAturan, RekapAkar, RingkasKota
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.terbit.halaman.bagan import Ruas, Skala, sebaran, skala
from asn_nilai.terbit.halaman.templat import rakit


@dataclass(frozen=True, slots=True)
class BarisKota:
    """One city of a table, ready to print; `letak` of its mean on the scale is blank where there is none."""

    kota: RingkasKota
    nhk: str
    letak: str
    sebaran: list[Ruas]


@dataclass(frozen=True, slots=True)
class BagianAturan:
    """The cities under one text of a rule, ready to print."""

    aturan: JumlahAturan
    nhk: str
    skala: Skala
    sebaran: list[Ruas]
    baris: list[BarisKota]


def halaman_rekap_akar(rekap: RekapAkar) -> str:
    """Return rekap_akar.html as text: self-contained, nothing to load, no script."""
    return rakit(
        "rekap_akar.html.j2",
        gaya_tambahan="rekap_akar.css",
        bagian=[_bagian(milik) for milik in rekap.menurut_aturan],
        belum_lengkap=[kota for kota in rekap.kota if kota.tidak_lengkap or kota.galat_umum],
        belum_setor=sum(len(kota.belum_setor) for kota in rekap.kota),
        instansi=rekap.nama,
        periode=rekap.periode,
        rekap=rekap,
        unit=sum(kota.banyak_unit for kota in rekap.kota),
    )


def _bagian(milik: JumlahAturan) -> BagianAturan:
    jumlah = milik.jumlah
    return BagianAturan(
        milik,
        tulis_rata(jumlah.rata_rata_nhk, milik.desimal),
        skala(milik.profil),
        sebaran(jumlah.sebaran, milik.profil, jumlah.belum_dinilai),
        [_kota(kota, milik) for kota in milik.kota],
    )


def _kota(kota: RingkasKota, milik: JumlahAturan) -> BarisKota:
    jumlah = kota.jumlah
    assert jumlah is not None  # noqa: S101 - only a city with results is under a rule
    rata_rata = jumlah.rata_rata_nhk
    ruas = sebaran(jumlah.sebaran, milik.profil, jumlah.belum_dinilai)
    return BarisKota(kota, tulis_rata(rata_rata, milik.desimal), skala(milik.profil).letak(rata_rata), ruas)
