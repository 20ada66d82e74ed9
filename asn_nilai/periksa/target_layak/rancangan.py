"""What a target workbook shows by itself: a fraction for a percentage, a lone weight, nothing of quality, months left out, an easier task."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from statistics import median

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, kunci_bulan
from asn_nilai.acuan.isian.indikator.indikator import ASPEK_MUTU
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import eksak
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.target_layak.baris_setahun import (
    BahanLayak,
    BarisSetahun,
)
from asn_nilai.periksa.target_layak.lebih_mudah import jauh_lebih_mudah, wakil_semua

_MUTU = frozenset(map(str.casefold, ASPEK_MUTU))
_POSISI = attrgetter("posisi")
"""The order of the workbook."""


def persen_pecahan(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row of percentages, more being better, that asks for one percent at most: 0,95 was meant as 95.

    Beside a realisasi the reader says so in the month itself; here it can still be mended before the year begins.
    """
    sampai = bahan.ambang.persen_pecahan_sampai
    persen = [semua for semua in bahan.menurut_indikator.values() if semua[0].indikator.persen_naik]
    for baris in sorted(chain.from_iterable(persen), key=_POSISI):
        if not baris.angka or baris.angka[0] > sampai:
            continue
        terbesar = max(baris.angka)
        if 0 < terbesar <= sampai:
            bulan = [b for b, _ in baris.terisi]
            yield temuan(
                "target-persen-pecahan", baris.letak(kunci_bulan(bulan[0])), unit=bahan.unit, nip=baris.orang.nip,
                nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), teks=tulis_angka(terbesar),
                kali=tulis_angka(float(100 * eksak(terbesar))), bulan=rentang_bulan(bulan),
            )  # fmt: skip


def bobot_terpusat(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row that carries more of its ASN's weight than one indicator should."""
    batas = bahan.ambang.bobot_terbanyak
    for baris in bahan.baris:
        if baris.bobot is not None and baris.bobot > batas:
            yield temuan(
                "bobot-terpusat", baris.letak("bobot"), unit=bahan.unit, nip=baris.orang.nip,
                nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), bobot=tulis_angka(baris.bobot),
                batas=tulis_angka(batas),
            )  # fmt: skip


def tanpa_mutu(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each ASN none of whose indicators asks how well or how fast.

    An indicator without an aspect, or one that nobody knows, says nothing either way.
    """
    terlipat = {kode: indikator.aspek.strip().casefold() for kode, indikator in bahan.indikator.items()}
    lain = {kode for kode, aspek in terlipat.items() if aspek and aspek not in _MUTU}
    bermutu = (semua for kode, semua in bahan.menurut_indikator.items() if kode not in lain)
    selesai = {*bahan.samar, *[baris.orang.nip for baris in chain.from_iterable(bermutu)]}
    for baris in bahan.baris:
        nip = baris.orang.nip
        if nip not in selesai:
            selesai.add(nip)
            yield temuan(
                "tanpa-indikator-mutu", baris.letak("kode_indikator"), unit=bahan.unit, nip=nip,
                nama=baris.orang.nama,
            )  # fmt: skip


def bulan_dilepas(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each indicator that has no target at times after its first when it should be measured: several months go by without."""
    paling_sedikit = bahan.ambang.dilepas_paling_sedikit_bulan
    for baris in bahan.baris:
        if not baris.angka or len(baris.angka) == len(baris.target):
            continue
        jarak = baris.indikator.frekuensi.jarak_bulan
        if len(baris.target) == len(KUNCI_BULAN) and None not in baris.target[jarak - 1 :: jarak]:
            continue  # nearly all of them
        kosong = [
            b
            for b, angka in zip(baris.bulan, baris.target, strict=True)
            if angka is None and not b.bulan % jarak
        ]
        if len(kosong) * jarak < paling_sedikit:
            continue
        # A target in another month of the stretch is told as `frekuensi-tidak-cocok`.
        diukur = {(b.bulan - 1) // jarak for b, _ in baris.terisi}
        pertama = baris.terisi[0][0]
        kosong = [b for b in kosong if b > pertama and (b.bulan - 1) // jarak not in diukur]
        if len(kosong) * jarak >= paling_sedikit:
            yield temuan(
                "target-bulan-dilepas", baris.letak(kunci_bulan(kosong[0])), unit=bahan.unit,
                nip=baris.orang.nip, nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator),
                bulan=", ".join(b.singkatan for b in kosong), frekuensi=baris.indikator.frekuensi.value.lower(),
            )  # fmt: skip


def ringan_dari_sejawat(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each target far easier than the middle one of the unit's ASN who have the same post and indicator."""
    kali = bahan.ambang.sejawat_kali
    sejawat = chain.from_iterable(_sejawat(semua, bahan.ambang) for semua in bahan.menurut_indikator.values())
    for semua, tengah in sorted(sejawat, key=lambda ini: ini[0][0][0].posisi):
        for baris, angka in semua:
            if jauh_lebih_mudah(baris.indikator, tengah, angka, kali):
                yield temuan(
                    "target-ringan-dari-sejawat", baris.letak(kunci_bulan(baris.terisi[0][0])), unit=bahan.unit,
                    nip=baris.orang.nip, nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator),
                    jabatan=baris.orang.jabatan, banyak=len(semua), teks=tulis_angka(angka, 2), tengah=tulis_angka(tengah, 2),
                    bulan=rentang_bulan([b for b, _ in baris.terisi]),
                )  # fmt: skip


def _sejawat(
    milik: Sequence[BarisSetahun], ambang: Kewajaran
) -> Iterator[tuple[list[tuple[BarisSetahun, float]], float]]:
    """Yield the rows of one indicator post by post, each with the figure that stands for it, and the middle one of these.

    Nearly all indicators and posts are answered at once, by their least and their greatest figure.
    """
    terisi = [baris for baris in milik if baris.angka]
    wakil = wakil_semua(milik[0].indikator, [baris.angka for baris in terisi])
    if _berdekatan(wakil, ambang.sejawat_kali):
        return
    menurut: dict[str, list[tuple[BarisSetahun, float]]] = {}
    for baris, angka in zip(terisi, wakil, strict=True):
        if jabatan := _lipat_jabatan(baris.orang.jabatan):
            menurut.setdefault(jabatan, []).append((baris, angka))
    for semua in menurut.values():
        angka_sejawat = [angka for _, angka in semua]
        if len(semua) >= ambang.sejawat_paling_sedikit and not _berdekatan(
            angka_sejawat, ambang.sejawat_kali
        ):
            yield semua, median(angka_sejawat)


def _berdekatan(semua: Sequence[float], kali: float) -> bool:
    """Tell whether no figure is so many times another, and so none so far from the middle one."""
    return not semua or max(semua) < kali * min(semua)


@lru_cache(maxsize=1024)
def _lipat_jabatan(jabatan: str) -> str:
    return " ".join(jabatan.casefold().split())
