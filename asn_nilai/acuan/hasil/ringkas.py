"""What a unit reached, in one line: the row that the terminal's table and the page of all units both show.

It stands on the ground floor because two rooms say it, the screen and the page, and must say the same.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from urllib.parse import quote

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH, SEMENTARA
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rata import bagian, rata_rata_gabungan
from asn_nilai.acuan.setoran.pesan.akar_temuan import Menunggu
from asn_nilai.acuan.setoran.status import LENGKAP, LIHAT_SKEMA, status_unit
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.acuan.tulisan import tulis_angka


@dataclass(frozen=True, slots=True)
class RingkasUnit:
    """One unit and period at a glance.

    Attributes:
        kode: the unit's code; blank for the people whose unit the register does not say (`TANPA_UNIT`).
        nama: the unit's name.
        jenis: the kind of unit.
        jumlah_asn: ASN whose score stands in this unit, scored or not; who moved on counts in the last unit only.
        dinilai: those of them who are scored.
        sementara: those who are scored from the months that are there, until the others come; no mean or predikat counts them.
        rata_rata_nhk: printed mean of the scored ASN's NHK; NaN without one.
        jumlah_nhk: the sum of their printed NHK, from which means over several units are made.
        predikat: number of scored ASN by predikat; a predikat nobody has may be absent.
        galat: number of findings of that severity.
        peringatan: number of findings of that severity.
        status: one of STATUS_UNIT; LIHAT_SKEMA of no unit.
        pindah: rows of ASN whose score stands in another unit.
        bulan_kurang: codes of the months that scores of the unit do without, because provisional ones were asked for.
        menunggu: how many rows of the unit follow from each cause, by its place; causes in the skema too.
    """

    kode: str
    nama: str
    jenis: str
    jumlah_asn: int
    dinilai: int
    rata_rata_nhk: float
    jumlah_nhk: float
    predikat: Mapping[str, int] = field(default_factory=dict)
    galat: int = 0
    peringatan: int = 0
    status: str = LENGKAP
    pindah: int = 0
    sementara: int = 0
    bulan_kurang: tuple[str, ...] = ()
    menunggu: Menunggu = field(default_factory=dict)

    @property
    def belum_dinilai(self) -> int:
        """Return the number of ASN who are not scored."""
        return self.jumlah_asn - self.dinilai - self.sementara

    @property
    def sebaran(self) -> dict[str, int]:
        """Return the number of scored ASN by predikat, then of those whose score is provisional, where there are any."""
        return dengan_sementara(self.predikat, self.sementara)

    @property
    def tautan(self) -> str:
        """Return the address of the unit's page from the folder of the period, URL-quoted."""
        return f"{kutip_kode(self.kode)}/ringkasan.html"

    @property
    def tautan_buku(self) -> str:
        """Return the address of the unit's workbook from the folder of the period, URL-quoted."""
        return f"{kutip_kode(self.kode)}/nilai.xlsx"


def kutip_kode(kode: str) -> str:
    """Return a unit's code as one part of an address: nothing in it can climb out of its folder or name a scheme."""
    # A part of dots alone would climb even when percent-encoded; as a name of its own it leads nowhere.
    return quote(kode, safe="") if kode.strip(".") else f"_{kode}"


def ringkas_unit(hasil: HasilUnit, desimal: int) -> RingkasUnit:
    """Return one unit's result as one line; `desimal` are the decimals of a printed NHK."""
    dinilai = [asn for asn in hasil.nilai if asn.status == DINILAI]
    pindah = sum(asn.status == PINDAH for asn in hasil.nilai)
    tingkat = Counter(temuan.tingkat for temuan in hasil.temuan)
    milik = bagian((asn.nhk for asn in dinilai), desimal)
    return RingkasUnit(
        kode=hasil.unit.kode,
        nama=hasil.unit.nama,
        jenis=hasil.unit.jenis,
        jumlah_asn=len(hasil.nilai) - pindah,
        dinilai=len(dinilai),
        rata_rata_nhk=rata_rata_gabungan([milik], desimal),
        jumlah_nhk=float(milik[0]),
        predikat=dict(Counter(asn.predikat for asn in dinilai)),
        galat=tingkat[Tingkat.GALAT],
        peringatan=tingkat[Tingkat.PERINGATAN],
        status=status_unit(hasil.temuan) if hasil.unit.kode else LIHAT_SKEMA,
        pindah=pindah,
        sementara=sum(asn.status == SEMENTARA for asn in hasil.nilai),
        bulan_kurang=_kode_bulan(bulan.kode for asn in hasil.nilai for bulan in asn.bulan_kurang),
        menunggu=dict(hasil.menunggu),
    )


def dengan_sementara(predikat: Mapping[str, int], sementara: int) -> dict[str, int]:
    """Return the number of scored ASN by predikat, then of those whose score is provisional, where there are any."""
    return {**predikat, **({SEMENTARA: sementara} if sementara else {})}


KETERANGAN_SEMENTARA = (
    "Sementara: ada bulan yang kurang; nilainya belum akhir, jadi belum untuk ditandatangani."
)
"""What stands below a table that holds provisional scores."""


def kalimat_sementara(semua: Iterable[RingkasUnit]) -> str:
    """Return the sentence on provisional scores of some units, with the months that they do without; blank without any."""
    unit = list(semua)
    banyak = sum(ringkas.sementara for ringkas in unit)
    bulan = _kode_bulan(kode for ringkas in unit for kode in ringkas.bulan_kurang)
    if not banyak:
        return ""
    nama = ", ".join(Periode.dari_teks(kode).label for kode in bulan)
    return (
        f"{tulis_angka(banyak)} ASN bernilai sementara, dari bulan yang sudah ada; yang kurang: {nama}. Nilai sementara tidak masuk rata-rata, "
        "peringkat, dan pengumuman, dan tidak dapat dikunci."
    )


def _kode_bulan(semua: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(semua)))


def jumlahkan(semua: Collection[RingkasUnit], desimal: int) -> RingkasUnit:
    """Return the totals over units, nameless; the mean is that over all scored ASN, whatever their unit."""
    predikat: Counter[str] = Counter()
    menunggu: Counter[str] = Counter()
    for ringkas in semua:
        predikat.update(ringkas.predikat)
        menunggu.update(ringkas.menunggu)
    jumlah = sum((pecahan(ringkas.jumlah_nhk) for ringkas in semua), Fraction(0))
    dinilai = sum(ringkas.dinilai for ringkas in semua)
    return RingkasUnit(
        kode="",
        nama="",
        jenis="",
        jumlah_asn=sum(ringkas.jumlah_asn for ringkas in semua),
        dinilai=dinilai,
        rata_rata_nhk=rata_rata_gabungan([(jumlah, dinilai)], desimal),
        jumlah_nhk=float(jumlah),
        predikat=dict(predikat),
        galat=sum(ringkas.galat for ringkas in semua),
        peringatan=sum(ringkas.peringatan for ringkas in semua),
        pindah=sum(ringkas.pindah for ringkas in semua),
        sementara=sum(ringkas.sementara for ringkas in semua),
        bulan_kurang=_kode_bulan(kode for ringkas in semua for kode in ringkas.bulan_kurang),
        menunggu=dict(menunggu),
    )
