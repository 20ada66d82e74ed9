"""Findings as a page shows them: grouped by kind, and as the reasons why an ASN has not been scored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_HALAMAN, KelompokTemuan, ikhtisar
from asn_nilai.acuan.temuan import Akibat, Jenis, Temuan, Tingkat

_PERINGATAN = TAKARAN_HALAMAN._replace(sebab=500)
"""Peringatan are all there unless a unit has very many: nothing else on its page says them."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One finding in words; `saran` is blank where the group says it once for all."""

    letak: str
    nama: str
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Kelompok:
    """All findings of one kind: how many, those that fit on a page, and how many are left to the workbook."""

    jenis: Jenis
    jumlah: int
    saran: str
    butir: list[Butir]
    sisa: int


def kelompokkan(temuan: Iterable[Temuan], nama: Mapping[str, str]) -> list[Kelompok]:
    """Return the findings by kind, the gravest first, then by number.

    More of the peringatan are there: what keeps somebody from being scored stands at the ASN as well.

    Args:
        temuan: the findings.
        nama: names of ASN by NIP.
    """
    return [_kelompok(milik, nama) for milik in ikhtisar(satuan.sebagai_dict() for satuan in temuan)]


def _kelompok(milik: KelompokTemuan, nama: Mapping[str, str]) -> Kelompok:
    takaran = _PERINGATAN if milik.jenis.tingkat is Tingkat.PERINGATAN else TAKARAN_HALAMAN
    butir = [
        Butir(str(b.letak), nama.get(b.nip, b.nip), b.pesan, "" if milik.saran else b.saran)
        for b in milik.tampil(takaran)
    ]
    return Kelompok(milik.jenis, milik.jumlah, milik.saran, butir, milik.sisa(takaran))


def penyebab_unit(temuan: Iterable[Temuan]) -> list[Butir]:
    """Return the findings that keep the whole unit from being scored, without repeating a sentence."""
    semua = (t for t in temuan if t.tingkat is Tingkat.GALAT and t.akibat is Akibat.BERKAS)
    return list(dict.fromkeys(Butir(str(t.letak), "", t.pesan, t.saran) for t in semua))
