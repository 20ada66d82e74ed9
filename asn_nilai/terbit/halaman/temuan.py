"""Findings as a page shows them: grouped by kind, and as the reasons why an ASN has not been scored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.temuan import Akibat, Jenis, Temuan, Tingkat

PALING_BANYAK = 200
"""Findings of one kind shown on a page; the workbook and temuan.csv hold them all, and the page says so."""
_URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO)


@dataclass(frozen=True, slots=True)
class Butir:
    """One finding in words; `saran` is blank where the group says it once for all."""

    letak: str
    nama: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Kelompok:
    """All findings of one kind: how many, and those that fit on a page."""

    jenis: Jenis
    jumlah: int
    saran: str
    butir: list[Butir]

    @property
    def sisa(self) -> int:
        """Return how many are left to the workbook."""
        return self.jumlah - len(self.butir)


def kelompokkan(temuan: Iterable[Temuan], nama: Mapping[str, str]) -> list[Kelompok]:
    """Return the findings by kind, the gravest first, then by number.

    Args:
        temuan: the findings.
        nama: names of ASN by NIP.
    """
    menurut: dict[str, list[Temuan]] = {}
    for satu in temuan:
        menurut.setdefault(satu.kode, []).append(satu)
    kelompok = [_kelompok(semua, nama) for semua in menurut.values()]
    return sorted(kelompok, key=lambda k: (_URUTAN.index(k.jenis.tingkat), -k.jumlah, k.jenis.kode))


def _kelompok(semua: Sequence[Temuan], nama: Mapping[str, str]) -> Kelompok:
    tampil = semua[:PALING_BANYAK]
    saran = [satu.saran for satu in tampil]
    sama = len(set(saran)) == 1
    butir = [
        Butir(str(satu.letak), nama.get(satu.nip, satu.nip), satu.pesan, "" if sama else kata)
        for satu, kata in zip(tampil, saran, strict=True)
    ]
    return Kelompok(semua[0].jenis, len(semua), saran[0] if sama else "", butir)


def penyebab_unit(temuan: Iterable[Temuan]) -> list[Butir]:
    """Return the findings that keep the whole unit from being scored, without repeating a sentence."""
    return _butir(t for t in temuan if t.tingkat is Tingkat.GALAT and t.akibat is Akibat.BERKAS)


def _butir(temuan: Iterable[Temuan]) -> list[Butir]:
    return list(dict.fromkeys(Butir(str(satu.letak), "", satu.pesan, satu.saran) for satu in temuan))
