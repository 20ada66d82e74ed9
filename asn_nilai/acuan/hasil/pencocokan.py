"""What differs between our results and e-Kinerja BKN's, ASN by ASN: the rows of `cocokkan`."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.acuan.tulisan import tulis_angka


class Apa(StrEnum):
    """What differs; the words of the contract."""

    HASIL = "rating_hasil_kerja"
    PERILAKU = "rating_perilaku"
    PREDIKAT = "predikat"
    TIDAK_DI_BKN = "tidak-ada-di-bkn"
    TIDAK_DI_HASIL = "tidak-ada-di-hasil"
    GANDA = "ganda"
    BERTENTANGAN = "bertentangan"


KATA_APA = {
    Apa.PREDIKAT: "Predikat berbeda",
    Apa.HASIL: "Rating hasil kerja berbeda",
    Apa.PERILAKU: "Rating perilaku berbeda",
    Apa.BERTENTANGAN: "Predikat bertentangan di antara ekspor",
    Apa.GANDA: "Dua kali di ekspor, ratingnya berbeda",
    Apa.TIDAK_DI_BKN: "Tidak ada di ekspor e-Kinerja",
    Apa.TIDAK_DI_HASIL: "Tidak ada di hasil asn-nilai",
}
"""Each as people read it, the gravest first."""


@dataclass(frozen=True, slots=True)
class NilaiKita:
    """An ASN's row of our results, as far as e-Kinerja has the like.

    Attributes:
        atasan: NIP of the leader, blank where none is known.
        letak: the row in the unit's workbook.
    """

    nip: str
    nama: str
    jabatan: str
    kode_unit: str
    hasil: str
    perilaku: str
    predikat: str
    atasan: str = ""
    letak: Letak = field(default_factory=Letak)


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference; where one side has nothing its field is blank.

    Attributes:
        kita: what our results say.
        bkn: what the exports say, several words joined by `; `.
        letak: the cells of the exports, in the order of the words.
        letak_kita: the row of our workbook.
    """

    nip: str
    nama: str
    kode_unit: str
    apa: Apa
    kita: str
    bkn: str
    letak: tuple[Letak, ...] = ()
    letak_kita: Letak = field(default_factory=Letak)

    @property
    def berkas(self) -> str:
        """Return the files of the exports, each once."""
        return "; ".join(dict.fromkeys(letak.berkas for letak in self.letak))

    @property
    def sel(self) -> str:
        """Return their cells, in the order of the words."""
        return "; ".join(letak.sel for letak in self.letak)


@dataclass(frozen=True, slots=True)
class Pencocokan:
    """A comparison.

    Attributes:
        beda: what differs, in the register's order.
        dibandingkan: number of ASN who stand in both.
        dipakai: the exports that were read; `diabaikan` those that were not.
        temuan: what could not be read with certainty.
        daftar: our results in the order of the exports, for who copies them into e-Kinerja; who is not there comes last.
        belum_pasti: number of ours who may be a row whose NIP cannot be read: neither compared nor missing.
    """

    instansi: str
    periode: Periode
    aturan: Aturan
    beda: tuple[Beda, ...]
    dibandingkan: int
    dipakai: tuple[str, ...]
    diabaikan: tuple[str, ...]
    temuan: tuple[Temuan, ...]
    daftar: tuple[NilaiKita, ...]
    belum_pasti: int = 0

    @property
    def lingkup(self) -> str:
        """Return in words how many were compared, and of how many nobody can tell whether they are in the exports."""
        pasti = f"{tulis_angka(self.dibandingkan)} ASN ada di keduanya, dari {len(self.dipakai)} ekspor"
        if not self.belum_pasti:
            return pasti
        return f"{pasti}; {tulis_angka(self.belum_pasti)} lagi belum dapat dicocokkan, sebab NIP-nya tidak terbaca"

    @property
    def banyak(self) -> list[tuple[Apa, int]]:
        """Return how many of each there are, the gravest first; what there is none of is left out."""
        hitung = Counter(beda.apa for beda in self.beda)
        return [(apa, hitung[apa]) for apa in KATA_APA if hitung[apa]]

    def sebagai_dict(self) -> dict[str, object]:
        """Return the object that `--json` prints."""
        return {
            "periode": self.periode.kode,
            "beda": [
                {
                    "nip": b.nip, "apa": b.apa.value, "kita": b.kita, "bkn": b.bkn, "berkas": b.berkas, "sel": b.sel,
                }
                for b in self.beda
            ],
        }  # fmt: skip
