"""What a target workbook shows by itself: a fraction for a percentage, a lone weight, nothing of quality, months left out, an easier task."""

from collections.abc import Iterator
from statistics import median

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.indikator.indikator import ASPEK_MUTU
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


def persen_pecahan(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row of percentages, more being better, that asks for one percent at most: 0,95 was meant as 95.

    Beside a realisasi the reader says so in the month itself; here it can still be mended before the year begins.
    """
    persen, sampai = (
        {kode for kode, i in bahan.indikator.items() if i.persen_naik},
        bahan.ambang.persen_pecahan_sampai,
    )
    for baris in bahan.baris if persen else ():
        if baris.indikator.kode not in persen or not baris.angka or baris.angka[0] > sampai:
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
    for semua in bahan.menurut_asn:
        if all(baris.indikator.kode in lain for baris in semua) and semua[0].orang.nip not in bahan.samar:
            pertama = semua[0]
            yield temuan(
                "tanpa-indikator-mutu", pertama.letak("kode_indikator"), unit=bahan.unit, nip=pertama.orang.nip,
                nama=pertama.orang.nama,
            )  # fmt: skip


def bulan_dilepas(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each indicator that has no target at times after its first when it should be measured: several months go by without."""
    paling_sedikit = bahan.ambang.dilepas_paling_sedikit_bulan
    for baris in bahan.baris:
        if not baris.angka or len(baris.angka) == len(baris.target):
            continue
        jarak = baris.indikator.frekuensi.jarak_bulan
        kosong = [
            b
            for b, angka in zip(baris.bulan, baris.target, strict=True)
            if angka is None and not b.bulan % jarak
        ]
        if len(kosong) * jarak < paling_sedikit:
            continue  # nearly all of them
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
    ambang = bahan.ambang
    jabatan = {
        semua[0].orang.nip: " ".join(semua[0].orang.jabatan.casefold().split()) for semua in bahan.menurut_asn
    }
    sejawat: dict[tuple[str, str], list[BarisSetahun]] = {}
    for baris in bahan.baris:
        if baris.angka and (miliknya := jabatan[baris.orang.nip]):
            sejawat.setdefault((miliknya, baris.indikator.kode), []).append(baris)
    for semua in sejawat.values():
        if len(semua) < ambang.sejawat_paling_sedikit:
            continue
        indikator = semua[0].indikator
        wakil = wakil_semua(indikator, [baris.angka for baris in semua])
        tengah, tanpa_nol = median(wakil), [angka for angka in wakil if angka > 0] or wakil
        ujung = (min(tanpa_nol), max(tanpa_nol))
        if not any(jauh_lebih_mudah(indikator, tengah, angka, ambang.sejawat_kali) for angka in ujung):
            continue  # not even the easiest of those that can be compared
        for baris, angka in zip(semua, wakil, strict=True):
            if jauh_lebih_mudah(indikator, tengah, angka, ambang.sejawat_kali):
                yield temuan(
                    "target-ringan-dari-sejawat", baris.letak(kunci_bulan(baris.terisi[0][0])), unit=bahan.unit,
                    nip=baris.orang.nip, nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator),
                    jabatan=baris.orang.jabatan, banyak=len(semua), teks=tulis_angka(angka, 2), tengah=tulis_angka(tengah, 2),
                    bulan=rentang_bulan([b for b, _ in baris.terisi]),
                )  # fmt: skip
