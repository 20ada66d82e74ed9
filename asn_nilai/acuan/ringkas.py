"""What a unit reached, in one line: the row that the terminal's table and the page of all units both show.

It stands on the ground floor because two rooms say it, the screen and the page, and must say the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum, nan
from urllib.parse import quote

from asn_nilai.acuan.hasil import HasilUnit
from asn_nilai.acuan.nilai import DINILAI, PINDAH
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat

LENGKAP, ADA_GALAT, BELUM_SETOR, TAK_TERBACA = "lengkap", "ada galat", "belum setor", "tak terbaca"
STATUS_UNIT = (LENGKAP, ADA_GALAT, BELUM_SETOR, TAK_TERBACA)
"""The states of a unit's submission, in the contract's words."""


@dataclass(frozen=True, slots=True)
class RingkasUnit:
    """One unit and period at a glance.

    Attributes:
        kode: the unit's code.
        nama: the unit's name.
        jenis: the kind of unit.
        jumlah_asn: ASN whose score stands in this unit, scored or not; who moved on counts in the last unit only.
        dinilai: those of them who are scored.
        rata_rata_nhk: mean NHK of the scored ASN, unrounded; NaN without one.
        predikat: number of scored ASN by predikat; a predikat nobody has may be absent.
        galat: number of findings of that severity.
        peringatan: number of findings of that severity.
        status: one of STATUS_UNIT.
        pindah: rows of ASN whose score stands in another unit.
    """

    kode: str
    nama: str
    jenis: str
    jumlah_asn: int
    dinilai: int
    rata_rata_nhk: float
    predikat: Mapping[str, int] = field(default_factory=dict)
    galat: int = 0
    peringatan: int = 0
    status: str = LENGKAP
    pindah: int = 0

    @property
    def belum_dinilai(self) -> int:
        """Return the number of ASN who are not scored."""
        return self.jumlah_asn - self.dinilai

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


def status_unit(temuan: Iterable[Temuan]) -> str:
    """Return the state of a unit's submission, one of STATUS_UNIT, from its findings."""
    galat = [satu for satu in temuan if satu.tingkat is Tingkat.GALAT]
    if any(satu.kode == "berkas-hilang" for satu in galat):
        return BELUM_SETOR
    if any(satu.akibat is Akibat.BERKAS for satu in galat):
        return TAK_TERBACA
    return ADA_GALAT if galat else LENGKAP


def ringkas_unit(hasil: HasilUnit) -> RingkasUnit:
    """Return one unit's result as one line."""
    status = hasil.nilai["status"].tolist()
    dinilai = [satu == DINILAI for satu in status]
    nhk = [angka for angka, ya in zip(hasil.nilai["nilai_hasil_kerja"].tolist(), dinilai, strict=True) if ya]
    predikat = Counter(p for p, ya in zip(hasil.nilai["predikat"].tolist(), dinilai, strict=True) if ya)
    tingkat = Counter(satu.tingkat for satu in hasil.temuan)
    pindah = status.count(PINDAH)
    return RingkasUnit(
        kode=hasil.unit.kode,
        nama=hasil.unit.nama,
        jenis=hasil.unit.jenis,
        jumlah_asn=len(status) - pindah,
        dinilai=len(nhk),
        rata_rata_nhk=fsum(nhk) / len(nhk) if nhk else nan,
        predikat=dict(predikat),
        galat=tingkat[Tingkat.GALAT],
        peringatan=tingkat[Tingkat.PERINGATAN],
        status=status_unit(hasil.temuan),
        pindah=pindah,
    )
