"""How assessors rate behaviour beside the results of the same ASN: who rates all alike, who rates far from others.

Neither is a fault. A small unit may behave alike, and a leader may have reasons that no figure shows; the sentences ask,
they do not accuse. Rules that rate behaviour are compared in steps of the rating, rules that stay with numbers in points.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import nan
from statistics import median
from typing import TYPE_CHECKING

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.keadilan import PenilaiPerilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.keadilan.kelompok_asn import nama_penilai, penempatan_terakhir

if TYPE_CHECKING:
    import pandas as pd

TINGKAT, POIN = "tingkat", "poin"
JARAK_JAUH = {TINGKAT: 1, POIN: 10}
"""From which distance to the median of all assessors on it is far. One step: on average every ASN rated one rating away
from what others give for the same result. Ten points: about as much on scales whose bands are ten to twenty wide. Both
are choices of this program, no rule's figures, and change no score."""


@dataclass(frozen=True, slots=True)
class _Penilaian:
    """One ASN as rated: behaviour and result as numbers of one scale, and both as printed."""

    perilaku: Fraction
    hasil: Fraction
    rating_perilaku: str
    rating_hasil: str
    nhk: float


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
    def jarak(self) -> Fraction:
        return sum((p.perilaku - p.hasil for p in self.semua), Fraction(0)) / len(self.semua)


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
    *,
    terkecil: int,
) -> PerilakuSemua:
    """Measure how each assessor rates.

    Args:
        dinilai: the scored ASN, columns KOLOM_NILAI.
        penilai: the NIP of each one's assessor, blank where not known.
        skema: the registers; they know the assessors.
        periode: the period.
        aturan: the rule profile.
        terkecil: assessors of fewer rated ASN are counted only.
    """
    satuan = satuan_jarak(aturan)
    menurut = _menurut_penilai(dinilai, penilai, aturan, satuan) if satuan else {}
    nama = nama_penilai(skema)
    cukup = [
        _Penilai(nip, nama[nip], _unit(nip, skema, periode), semua)
        for nip, semua in menurut.items()
        if len(semua) >= terkecil
    ]
    cukup.sort(key=lambda p: p.nama.casefold())
    if not cukup:
        return PerilakuSemua(satuan=satuan, tersembunyi=len(menurut))
    tengah = median([p.jarak for p in cukup])
    hasil = tuple(_nilai_penilai(p, tengah, satuan, aturan) for p in cukup)
    return PerilakuSemua(hasil, float(tengah), satuan, len(menurut) - len(cukup))


def _unit(nip: str, skema: Skema, periode: Periode) -> str:
    tempat = penempatan_terakhir(nip, skema, periode)
    return tempat.kode_unit if tempat else ""


def _menurut_penilai(
    dinilai: "pd.DataFrame", penilai: Sequence[str], aturan: Aturan, satuan: str
) -> dict[str, list[_Penilaian]]:
    """Return the ratings of each assessor by NIP; ASN without a readable rating are left out."""
    dipakai = ("rating_perilaku", "rating_hasil_kerja", "nilai_hasil_kerja")
    kolom = (dinilai[nama].tolist() for nama in dipakai)
    tingkat_perilaku = {label: Fraction(n) for n, label in enumerate(aturan.perilaku.label)}
    tingkat_hasil = {label: Fraction(n) for n, label in enumerate(reversed(aturan.label_hasil))}
    menurut: dict[str, list[_Penilaian]] = {}
    for nip, tulisan, rating_hasil, nhk in zip(penilai, *kolom, strict=True):
        perilaku = tingkat_perilaku.get(tulisan) if satuan == TINGKAT else _angka(tulisan)
        hasil = tingkat_hasil.get(rating_hasil) if satuan == TINGKAT else pecahan(nhk)
        if nip and perilaku is not None and hasil is not None:
            menurut.setdefault(nip, []).append(_Penilaian(perilaku, hasil, tulisan, rating_hasil, nhk))
    return menurut


def _angka(teks: str) -> Fraction | None:
    """Return a behaviour number as nilai.csv writes it, None for a blank or anything else."""
    try:
        return pecahan(float(teks))
    except ValueError:
        return None


def _nilai_penilai(penilai: _Penilai, tengah: Fraction, satuan: str, aturan: Aturan) -> PenilaiPerilaku:
    seragam = len({p.perilaku for p in penilai.semua}) == 1 and len({p.nhk for p in penilai.semua}) > 1
    jauh = abs(penilai.jarak - tengah) >= JARAK_JAUH[satuan]
    kalimat = [_kalimat_seragam(penilai.semua, satuan, aturan)] if seragam else []
    if jauh:
        kalimat.append(
            f"Perilaku dinilai rata-rata {_jarak(penilai.jarak, satuan)} hasil kerja ASN yang sama; "
            f"titik tengah semua penilai: {_jarak(tengah, satuan)} hasil kerja."
        )
    if kalimat:
        kalimat.append("Hal ini dapat beralasan; tanyakan lebih dahulu.")
    return PenilaiPerilaku(
        nip=penilai.nip,
        nama=penilai.nama,
        kode_unit=penilai.kode_unit,
        jumlah=len(penilai.semua),
        sebaran=_sebaran(penilai.semua, satuan, aturan),
        seragam=seragam,
        jarak=float(penilai.jarak),
        jauh=jauh,
        keterangan=" ".join(kalimat),
    )


def _sebaran(semua: Sequence[_Penilaian], satuan: str, aturan: Aturan) -> dict[str, int]:
    """Return how many got what: every rating of the rule, best first; numbers by whole points, highest first."""
    if satuan == TINGKAT:
        cacah = Counter(p.rating_perilaku for p in semua)
        return {label: cacah[label] for label in reversed(aturan.perilaku.label)}
    bulat = Counter(int(bulatkan_pecahan(p.perilaku, 0)) for p in semua)
    return {str(angka): bulat[angka] for angka in sorted(bulat, reverse=True)}


def _kalimat_seragam(semua: Sequence[_Penilaian], satuan: str, aturan: Aturan) -> str:
    contoh = semua[0]
    apa = f"rating perilaku yang sama ({contoh.rating_perilaku})"
    if satuan == POIN:
        apa = f"nilai perilaku yang sama ({tulis_angka(float(contoh.perilaku))})"
    kepala = f"Semua ASN-nya ({len(semua)} orang) mendapat {apa}, sedangkan "
    if len({p.rating_hasil for p in semua}) > 1:
        return f"{kepala}rating hasil kerja mereka berbeda-beda."
    nhk = [p.nhk for p in semua]
    awal, akhir = (tulis_tetap(nilai, aturan.nhk.desimal.nilai) for nilai in (min(nhk), max(nhk)))
    return f"{kepala}nilai hasil kerja mereka berbeda, dari {awal} sampai {akhir}."


def _jarak(jarak: Fraction, satuan: str) -> str:
    """Return a distance in words that go on with what it is measured from."""
    if not bulatkan_pecahan(jarak, 2):
        return "setingkat dengan" if satuan == TINGKAT else "sama dengan"
    return f"{tulis_tetap(bulatkan_pecahan(abs(jarak), 2))} {satuan} di {'atas' if jarak > 0 else 'bawah'}"
