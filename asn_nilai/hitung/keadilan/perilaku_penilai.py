"""How assessors rate behaviour beside the results of the same ASN: who rates all alike, who rates far from others.

Neither is a fault. A small unit may behave alike, and a leader may have reasons that no figure shows; the sentences ask,
they do not accuse. So that an assessor of three is not asked for what chance gives every third one, both must be rarer than
chance makes them: as many ASN drawn from all who were rated. Rules that rate behaviour are compared in steps of the rating, rules that stay with numbers in points.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, lcm, nan
from statistics import median
from typing import TYPE_CHECKING

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.pengaturan import K_TERKECIL
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.keadilan import PenilaiPerilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.keadilan.kebetulan import JARANG, Kumpulan
from asn_nilai.hitung.keadilan.kelompok_asn import nama_penilai, penempatan_terakhir

if TYPE_CHECKING:
    import pandas as pd

TINGKAT, POIN = "tingkat", "poin"
JARAK_JAUH = {TINGKAT: 1, POIN: 10}
"""From which distance to the median of all assessors on it is far. One step: on average every ASN rated one rating away
from what others give for the same result. Ten points: about as much on scales whose bands are ten to twenty wide. Both
are choices of this program, no rule's figures, and change no score."""
PENILAI_TERKECIL = K_TERKECIL
"""From how many rated ASN on an assessor is shown, on a sheet that is not published."""


@dataclass(frozen=True, slots=True)
class _Penilaian:
    """One ASN as rated: behaviour and result as numbers of one scale, and both as printed."""

    perilaku: Fraction
    hasil: Fraction
    rating_perilaku: str
    rating_hasil: str
    nhk: float
    menyimpang: bool


@dataclass(frozen=True, slots=True)
class PerilakuSemua:
    """The assessors with enough ASN by name, the median of their distance, its unit, and how many have too few."""

    penilai: tuple[PenilaiPerilaku, ...] = ()
    jarak_tengah: float = nan
    satuan: str = ""
    tersembunyi: int = 0


@dataclass(frozen=True, slots=True)
class _Penilai:
    """One assessor with all that is rated; `jarak` is the mean of behaviour minus result, exact."""

    nip: str
    nama: str
    kode_unit: str
    semua: Sequence[_Penilaian]

    @property
    def beda(self) -> list[Fraction]:
        return [p.perilaku - p.hasil for p in self.semua]

    @property
    def jarak(self) -> Fraction:
        return sum(self.beda, Fraction(0)) / len(self.semua)


def satuan_jarak(aturan: Aturan) -> str:
    """Return in what behaviour and result can be compared: steps, points, or blank where they cannot.

    Steps need as many ratings on both sides; points need behaviour to stay a number, for only then nilai.csv has it.
    """
    if not aturan.perilaku.label:
        return POIN
    return TINGKAT if len(aturan.perilaku.label) == len(aturan.label_hasil) else ""


def ukur_perilaku(
    dinilai: "pd.DataFrame",
    penilai: Sequence[str],
    skema: Skema,
    periode: Periode,
    aturan: Aturan,
    menyimpang: Collection[str],
) -> PerilakuSemua:
    """Measure how each assessor rates.

    Args:
        dinilai: the scored ASN, columns KOLOM_NILAI.
        penilai: the NIP of each one's assessor, blank where not known.
        skema: the registers; they know the assessors.
        periode: the period.
        aturan: the rule profile.
        menyimpang: NIPs of ASN whose rating departs from its aspects without a word of why.
    """
    satuan = satuan_jarak(aturan)
    menurut = _menurut_penilai(dinilai, penilai, aturan, satuan, menyimpang) if satuan else {}
    nama = nama_penilai(skema)
    cukup = [
        _Penilai(nip, nama[nip], _unit(nip, skema, periode), semua)
        for nip, semua in menurut.items()
        if len(semua) >= PENILAI_TERKECIL
    ]
    cukup.sort(key=lambda p: p.nama.casefold())
    if not cukup:
        return PerilakuSemua(satuan=satuan, tersembunyi=len(menurut))
    tengah = median([p.jarak for p in cukup])
    cacah = Counter(p.perilaku for semua in menurut.values() for p in semua)
    penimbang = _Penimbang(menurut, cacah, tengah, satuan, aturan)
    hasil = tuple(map(penimbang.nilai, cukup))
    return PerilakuSemua(hasil, float(tengah), satuan, len(menurut) - len(cukup))


def _unit(nip: str, skema: Skema, periode: Periode) -> str:
    tempat = penempatan_terakhir(nip, skema, periode)
    return tempat.kode_unit if tempat else ""


def _menurut_penilai(
    dinilai: "pd.DataFrame",
    penilai: Sequence[str],
    aturan: Aturan,
    satuan: str,
    menyimpang: Collection[str],
) -> dict[str, list[_Penilaian]]:
    """Return the ratings of each assessor by NIP; ASN without a readable rating are left out."""
    dipakai = ("nip", "rating_perilaku", "rating_hasil_kerja", "nilai_hasil_kerja")
    kolom = (dinilai[nama].tolist() for nama in dipakai)
    tingkat_perilaku = {label: Fraction(n) for n, label in enumerate(aturan.perilaku.label)}
    tingkat_hasil = {label: Fraction(n) for n, label in enumerate(reversed(aturan.label_hasil))}
    menurut: dict[str, list[_Penilaian]] = {}
    for nip, nip_asn, tulisan, rating_hasil, nhk in zip(penilai, *kolom, strict=True):
        perilaku = tingkat_perilaku.get(tulisan) if satuan == TINGKAT else _angka(tulisan)
        hasil = tingkat_hasil.get(rating_hasil) if satuan == TINGKAT else pecahan(nhk)
        if nip and perilaku is not None and hasil is not None:
            isi = _Penilaian(perilaku, hasil, tulisan, rating_hasil, nhk, nip_asn in menyimpang)
            menurut.setdefault(nip, []).append(isi)
    return menurut


def _angka(teks: str) -> Fraction | None:
    """Return a behaviour number as nilai.csv writes it, None for a blank or anything else."""
    try:
        return pecahan(float(teks))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Penimbang:
    """Weighs each assessor against all others.

    `menurut` are the ratings of all, `cacah` how many ASN got which, `tengah` the median distance.
    """

    menurut: Mapping[str, Sequence[_Penilaian]]
    cacah: Counter[Fraction]
    tengah: Fraction
    satuan: str
    aturan: Aturan

    def nilai(self, penilai: _Penilai) -> PenilaiPerilaku:
        """Return what is said of an assessor."""
        semua = penilai.semua
        seragam = len({p.perilaku for p in semua}) == 1 and len({p.nhk for p in semua}) > 1
        peluang = self._peluang_sama(len(semua)) if seragam else None
        janggal, jauh = peluang is not None and peluang <= JARANG, self._jauh(penilai)
        menyimpang = sum(p.menyimpang for p in semua)
        kalimat = []
        if peluang is not None and janggal:
            kalimat.append(_kalimat_seragam(semua, self.satuan, self.aturan, peluang))
        if jauh:
            kalimat.append(
                f"Perilaku dinilai rata-rata {_jarak(penilai.jarak, self.satuan)} hasil kerja ASN yang sama; "
                f"titik tengah semua penilai: {_jarak(self.tengah, self.satuan)} hasil kerja."
            )
        if menyimpang:
            kalimat.append(
                f"{menyimpang} rating berbeda tingkat dari tujuh aspeknya sendiri, tanpa catatan mengapa."
            )
        if kalimat:
            kalimat.append("Hal ini dapat beralasan; tanyakan lebih dahulu.")
        return PenilaiPerilaku(
            nip=penilai.nip,
            nama=penilai.nama,
            kode_unit=penilai.kode_unit,
            jumlah=len(semua),
            sebaran=_sebaran(semua, self.satuan, self.aturan),
            seragam=seragam,
            jarak=float(penilai.jarak),
            jauh=jauh,
            keterangan=" ".join(kalimat),
            peluang=nan if peluang is None else float(peluang),
            janggal=janggal,
            menyimpang=menyimpang,
        )

    def _peluang_sama(self, banyak: int) -> Fraction:
        """Return how often so many ASN, drawn from all who were rated, would all have got the same."""
        sama = sum(comb(orang, banyak) for orang in self.cacah.values())
        return Fraction(sama, comb(self.cacah.total(), banyak))

    def _jauh(self, penilai: _Penilai) -> bool:
        """Tell whether an assessor's distance is far from the median, and further from all others' than chance makes."""
        if abs(penilai.jarak - self.tengah) < JARAK_JAUH[self.satuan]:
            return False
        lain = [
            p.perilaku - p.hasil for nip, semua in self.menurut.items() if nip != penilai.nip for p in semua
        ]
        skala = lcm(*(beda.denominator for beda in (*lain, *penilai.beda)))
        ini, yang_lain = (
            Kumpulan.dari(int(beda * skala) for beda in semua) for semua in (penilai.beda, lain)
        )
        return ini.jelas_di_atas(yang_lain) or yang_lain.jelas_di_atas(ini)


def _sebaran(semua: Sequence[_Penilaian], satuan: str, aturan: Aturan) -> dict[str, int]:
    """Return how many got what: every rating of the rule, best first; numbers by whole points, highest first."""
    if satuan == TINGKAT:
        cacah = Counter(p.rating_perilaku for p in semua)
        return {label: cacah[label] for label in reversed(aturan.perilaku.label)}
    bulat = Counter(int(bulatkan_pecahan(p.perilaku, 0)) for p in semua)
    return {str(angka): bulat[angka] for angka in sorted(bulat, reverse=True)}


def _kalimat_seragam(semua: Sequence[_Penilaian], satuan: str, aturan: Aturan, peluang: Fraction) -> str:
    contoh = semua[0]
    apa = f"rating perilaku yang sama ({contoh.rating_perilaku})"
    if satuan == POIN:
        apa = f"nilai perilaku yang sama ({tulis_angka(float(contoh.perilaku))})"
    ekor = f"Andaikan semua rating dibagi ulang secara acak, itu terjadi pada {_persen(peluang)} persen."
    kepala = f"Semua ASN-nya ({len(semua)} orang) mendapat {apa}, sedangkan "
    if len({p.rating_hasil for p in semua}) > 1:
        return f"{kepala}rating hasil kerja mereka berbeda-beda. {ekor}"
    nhk = [p.nhk for p in semua]
    awal, akhir = (tulis_tetap(nilai, aturan.desimal) for nilai in (min(nhk), max(nhk)))
    return f"{kepala}nilai hasil kerja mereka berbeda, dari {awal} sampai {akhir}. {ekor}"


def _jarak(jarak: Fraction, satuan: str) -> str:
    """Return a distance in words that go on with what it is measured from."""
    if not bulatkan_pecahan(jarak, 2):
        return "setingkat dengan" if satuan == TINGKAT else "sama dengan"
    return f"{tulis_tetap(bulatkan_pecahan(abs(jarak), 2))} {satuan} di {'atas' if jarak > 0 else 'bawah'}"


def _persen(peluang: Fraction) -> str:
    """Return a share in percent with one decimal, or that it is less than that shows."""
    persen = bulatkan_pecahan(peluang * 100, 1)
    return tulis_angka(persen, 1) if persen else "kurang dari 0,1"
