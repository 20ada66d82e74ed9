"""The behaviour rating, or number, that a Perilaku sheet gives an ASN.

Checking and scoring both need it, and must never answer differently: so it stands here, once. The leader's word
(`Rating Perilaku`) wins; without it all seven aspects together give a rating, by the aturan's scores and bands, or a
number, their mean rounded as it is printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import isnan, lcm, nan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel, Tabel
from asn_nilai.acuan.isian.formulir.ya_tidak import baca_ya_tidak
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan, SimpulanPerilaku
from asn_nilai.acuan.tulisan import tulis_angka

KUNCI_RATING = "rating_perilaku"
"""Key of the column that holds the leader's word."""
KUNCI_IDE = "ide_baru"
"""Key of the column that says whether the ASN brought a new idea."""
KUNCI_CATATAN = "catatan"
"""Key of the column that holds the reasons for a rating, and a few words on a new idea."""
MENILAI_DIRI = "menilai-diri-sendiri"
"""Code of the finding of who stands as his own assessor."""
BKN_TIDAK_PASTI = "perilaku-bkn-tidak-pasti"
"""Code of the finding of somebody whose rating in the exports of e-Kinerja BKN cannot be read for certain."""
_KUNCI_SKOR = (*KUNCI_ASPEK, KUNCI_RATING)
_KUNCI_BARIS = (*_KUNCI_SKOR, KUNCI_IDE)
_TANPA_ISI = ("", None)
_KOSONG = " -–"
_ANGKA = pola_tunda(r"(\d{1,3})(?:[.,](\d{1,2}))?")
"""A number typed as a text; longer fractions could be thousands."""


@baris_ringan
class Perilaku:
    """What one row, or a period's rows, say about an ASN's behaviour.

    Attributes:
        rating: the behaviour rating, blank where the row gives none; where the rule stays with numbers, the number.
        kurang: keys of the aspects that are blank.
        tidak_sah: keys of the cells that hold something else than a rating, or than a number in range.
        angka: the behaviour number where the rule asks for one, else NaN.
        ide_baru: whether the row says that the ASN brought a new idea.
        bulan: the rows of the period's months as they were written, in order; a month in which the ASN stands twice has
            none. Empty where one row alone was asked for.
        ditahan: whether something that cannot be read keeps the period's months from giving a rating.
    """

    rating: str = ""
    kurang: tuple[str, ...] = ()
    tidak_sah: tuple[str, ...] = ()
    angka: float = nan
    ide_baru: bool = False
    bulan: tuple[PerilakuBulan, ...] = ()
    ditahan: bool = False

    @property
    def berating(self) -> tuple[PerilakuBulan, ...]:
        """Return the months that have a rating, in order."""
        return tuple(ini for ini in self.bulan if ini.hasil.rating)

    @property
    def terhalang(self) -> bool:
        """Tell whether only an unreadable cell keeps the row from giving a rating."""
        return not self.rating and any(kunci != KUNCI_IDE for kunci in self.tidak_sah)


class PembacaPerilaku:
    """Reads rows by one aturan and remembers each text it has met: a sheet holds few different ones."""

    def __init__(self, aturan: Aturan) -> None:
        self._aturan = aturan
        self._isi: dict[NilaiSel, Fraction | None] = {}
        self._kira: dict[NilaiSel, float] = {}
        self._rata: dict[tuple[float, ...], tuple[str, float]] = {}
        self._antarbulan: dict[tuple[str | float, ...], tuple[str, float]] = {}
        bagian = aturan.perilaku
        ketentuan = bagian.skor or bagian.setara
        self._skor = {
            label: pecahan(nilai) for label, nilai in (ketentuan.nilai if ketentuan else {}).items()
        }

    @property
    def dikenal(self) -> str:
        """Return what a cell may hold, in words."""
        rating = ", ".join(self._aturan.rating_perilaku)
        rentang = self._aturan.perilaku.rentang
        if rentang is None:
            return rating
        bawah, atas = map(tulis_angka, rentang.nilai)
        return f"angka {bawah} sampai {atas}" + (f", {rating}" if rating else "")

    def skor(self, nilai: NilaiSel) -> Fraction | None:
        """Return the score or number that a cell's value means, None where it means none."""
        if nilai not in self._isi:
            skor = self._isi[nilai] = self._baca(nilai)
            if skor is not None:
                self._kira[nilai] = float(skor)
        return self._isi[nilai]

    def _baca(self, nilai: NilaiSel) -> Fraction | None:
        label = self._aturan.kenali(tulis_nilai(nilai), self._aturan.rating_perilaku)
        if label is not None:
            return self._skor[label]
        rentang = self._aturan.perilaku.rentang
        if rentang is None:
            return None
        if isinstance(nilai, str):
            cocok = _ANGKA.fullmatch(nilai.strip())
            if cocok is None:
                return None
            angka = Fraction(f"{cocok[1]}.{cocok[2] or 0}")
        else:
            angka = pecahan(float(nilai or 0))
        bawah, atas = map(pecahan, rentang.nilai)
        return angka if bawah <= angka <= atas else None

    def baris(self, isi: Mapping[str, NilaiSel], cacat: Iterable[str] = ()) -> Perilaku:
        """Judge one row.

        Args:
            isi: the cells by column key; an absent column counts as blank.
            cacat: keys of cells that could not be read at all.
        """
        rusak = set(cacat)
        skor: dict[str, NilaiSel] = {}
        kurang: list[str] = []
        for kunci in _KUNCI_SKOR:
            nilai = isi.get(kunci)
            if kunci in rusak:
                continue
            if nilai is None or nilai == "":
                if kunci != KUNCI_RATING:
                    kurang.append(kunci)
            elif nilai in self._kira or self.skor(nilai) is not None:
                skor[kunci] = nilai
            else:
                rusak.add(kunci)
        teks_ide = tulis_nilai(isi.get(KUNCI_IDE)).strip(_KOSONG)
        ide = baca_ya_tidak(teks_ide) if teks_ide else False
        if self._aturan.perlu_ide_baru and ide is None:
            rusak.add(KUNCI_IDE)
        urut = tuple(kunci for kunci in _KUNCI_BARIS if kunci in rusak) if rusak else ()
        rating, angka = self._simpulkan(skor, urut)
        return Perilaku(rating, tuple(kurang), urut, angka, bool(ide))

    def _simpulkan(self, skor: Mapping[str, NilaiSel], tidak_sah: Sequence[str]) -> tuple[str, float]:
        """Return the rating and the number that the readable cells give, blank and NaN where they give none."""
        if KUNCI_RATING in skor:
            bahan: Sequence[NilaiSel] = (skor[KUNCI_RATING],)
        elif KUNCI_RATING in tidak_sah or len(skor) < len(KUNCI_ASPEK):
            return "", nan
        else:
            bahan = tuple(skor.values())
        # Each is a number as typed, so its float stands for it and for no other; fractions are slow to sort and to look up.
        return self._rata_isi(tuple(sorted([self._kira[nilai] for nilai in bahan])), bahan)

    def _rata_isi(self, kira: tuple[float, ...], bahan: Sequence[NilaiSel]) -> tuple[str, float]:
        """Return what the mean of cells gives, whose numbers as floats are these in order; most were met before."""
        if kira not in self._rata:
            self._rata[kira] = self._dari_rata_rata([self._isi[nilai] or Fraction() for nilai in bahan])
        return self._rata[kira]

    def _dari_rata_rata(self, bahan: Sequence[Fraction]) -> tuple[str, float]:
        """Return what the mean gives, exact: a mean of 2.5 is on the threshold, not a hair beside it."""
        bagian = self._aturan.perilaku
        penyebut = lcm(*(skor.denominator for skor in bahan))
        pembilang = sum(skor.numerator * (penyebut // skor.denominator) for skor in bahan)
        rata = Fraction(pembilang, penyebut * len(bahan))
        if bagian.skor and len(bahan) == 1:
            return next(label for label, nilai in self._skor.items() if nilai == rata), nan
        if bagian.skor and bagian.tangga:
            return bagian.tangga.sebut(rata), nan
        angka = bulatkan_pecahan(rata, self._aturan.desimal)
        return (bagian.tangga.sebut(pecahan(angka)) if bagian.tangga else f"{angka:.15g}"), angka

    def di_tabel(self, tabel: Tabel, posisi: int) -> Perilaku:
        """Judge one row of a Perilaku table."""
        isi = {kunci: tabel.isi[kunci][posisi] for kunci in _KUNCI_BARIS if kunci in tabel.isi}
        rusak = [kunci for kunci in isi if (kunci, posisi) in tabel.cacat] if tabel.cacat else ()
        return self.baris(isi, rusak)

    def semua_baris(self, tabel: Tabel) -> list[Perilaku]:
        """Return what `di_tabel` says of each row: most have seven aspects that were met before, and nothing beside them."""
        if tabel.cacat or not tabel.isi.keys() >= {*_KUNCI_BARIS}:
            return [self.di_tabel(tabel, posisi) for posisi in range(len(tabel))]
        hasil: list[Perilaku] = []
        for posisi, (*aspek, rating, ide) in enumerate(zip(*map(tabel.isi.get, _KUNCI_BARIS), strict=True)):
            skor = [angka for nilai in aspek if (angka := self._kira.get(nilai)) is not None]
            jelas = len(skor) == len(aspek) and rating in _TANPA_ISI and ide in _TANPA_ISI
            if jelas:
                rating_aspek, angka = self._rata_isi(tuple(sorted(skor)), aspek)
                hasil.append(Perilaku(rating_aspek, angka=angka))
            else:
                hasil.append(self.di_tabel(tabel, posisi))
        return hasil

    def antarbulan(self, bulanan: Sequence[PerilakuBulan], terhalang: Bulan | None = None) -> Perilaku:
        """Return what the months of a period come to, exact: a mean of 2.5 is on the threshold, not a hair beside it.

        Args:
            bulanan: the months' rows, in order.
            terhalang: the last month whose rating cannot be known; None where there is no such month.
        """
        berating = [ini for ini in bulanan if ini.hasil.rating]
        terakhir = self._aturan.perilaku.bulan_terakhir
        ditahan = terhalang is not None and not (terakhir and berating and berating[-1].bulan > terhalang)
        rating, angka = "", nan
        if berating and not ditahan:
            rating, angka = self._rata_bulan(berating[-1:] if terakhir else berating)
        ide = any(ini.ide_baru for ini in bulanan)
        return Perilaku(rating, angka=angka, ide_baru=ide, bulan=tuple(bulanan), ditahan=ditahan)

    def _rata_bulan(self, bulanan: Sequence[PerilakuBulan]) -> tuple[str, float]:
        kunci = tuple([ini.hasil.rating if isnan(ini.hasil.angka) else ini.hasil.angka for ini in bulanan])
        if kunci not in self._antarbulan:  # the months of most ASN say one of a few things
            skor = [self._skor[ini] if isinstance(ini, str) else pecahan(ini) for ini in kunci]
            self._antarbulan[kunci] = self._dari_rata_rata(skor)
        return self._antarbulan[kunci]

    def bulan(self, tabel: Tabel, posisi: int, bulan: Bulan, perilaku: Perilaku, unit: str) -> PerilakuBulan:
        """Return a row of a unit's month as it was written, with what it comes to; `perilaku` is what `di_tabel` says of it."""
        aspek = tuple(self._isi_sel(tabel, kunci, posisi) for kunci in KUNCI_ASPEK)
        skor = {kunci: tabel.isi[kunci][posisi] for kunci in KUNCI_ASPEK if kunci in tabel.isi}
        lengkap = not any(isnan(isi.skor) for isi in aspek)
        menurut_aspek = self._simpulkan(skor, ()) if lengkap else ("", nan)
        hasil = self.simpulan(perilaku.rating, perilaku.angka)
        return PerilakuBulan(
            bulan,
            aspek,
            pimpinan=self._isi_sel(tabel, KUNCI_RATING, posisi),
            ide=self._isi_sel(tabel, KUNCI_IDE, posisi),
            ide_baru=perilaku.ide_baru,
            catatan=self._isi_sel(tabel, KUNCI_CATATAN, posisi),
            hasil=hasil,
            menurut_aspek=self.simpulan(*menurut_aspek),
            kode_unit=unit,
            dari_bkn=bool(tabel.luar),
            mustahil=not lengkap and self._mustahil(aspek, hasil.tingkat),
        )

    def _mustahil(self, aspek: Sequence[IsiPerilaku], tingkat: str) -> bool:
        """Tell whether the aspects could not give a level whatever stood in those that say nothing; all blank, they could any."""
        ada = [pecahan(isi.skor) for isi in aspek if not isnan(isi.skor)]
        if not ada or not tingkat:
            return False
        bagian, urut = self._aturan.perilaku, self._aturan.perilaku.tingkat
        skor = map(pecahan, bagian.rentang.nilai) if bagian.rentang else self._skor.values()
        semua = [self._dari_rata_rata([*ada, *[isi] * (len(aspek) - len(ada))]) for isi in sorted(skor)]
        bawah, *_, atas = (urut.index(self.simpulan(*ini).tingkat) for ini in semua)
        return not bawah <= urut.index(tingkat) <= atas

    def _isi_sel(self, tabel: Tabel, kunci: str, posisi: int) -> IsiPerilaku:
        nilai = tabel.isi[kunci][posisi] if kunci in tabel.isi else ""
        terbaca = kunci in _KUNCI_SKOR and nilai not in (None, "") and self.skor(nilai) is not None
        return IsiPerilaku(
            tulis_nilai(nilai), tabel.letak(kunci, posisi), self._kira[nilai] if terbaca else nan
        )

    def simpulan(self, rating: str, angka: float) -> SimpulanPerilaku:
        """Return a rating with its level; of a number without bands, the highest rating whose number it reaches."""
        tingkat = self._aturan.perilaku.tingkat
        if not rating or not tingkat or rating in tingkat:
            return SimpulanPerilaku(rating, angka, rating if tingkat else "")
        tercapai = [label for label in tingkat if pecahan(angka) >= self._skor[label]]
        return SimpulanPerilaku(rating, angka, tercapai[-1] if tercapai else tingkat[0])


def tulis_nilai(nilai: NilaiSel) -> str:
    """Return a cell's value as a reader sees it."""
    return tulis_angka(nilai) if isinstance(nilai, float) else str(nilai or "")


def baris_menurut_nip(tabel: Tabel) -> dict[str, list[int]]:
    """Return the row positions of each NIP of a table; rows without a readable NIP belong to nobody."""
    menurut: dict[str, list[int]] = {}
    for posisi, nip in enumerate(tabel.teks("nip")):
        if nip and ("nip", posisi) not in tabel.cacat:
            menurut.setdefault(nip, []).append(posisi)
    return menurut
