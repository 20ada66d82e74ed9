"""Whether groups of ASN score alike, and how assessors rate: the figures of Keadilan, and what they cannot prove.

Presence at work and length of service play no part, here as little as in a score.
"""

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, Keadilan, KelompokKeadilan
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.hitung.keadilan.cliff import TINGKAT_YAKIN, Banding, bandingkan, sebutan_delta
from asn_nilai.hitung.keadilan.kelompok_asn import CARA_KELOMPOK, CaraKelompok, baca_asn, kelompokkan
from asn_nilai.hitung.keadilan.perilaku_penilai import PENILAI_TERKECIL, PerilakuSemua, ukur_perilaku
from asn_nilai.hitung.keadilan.simpulan import susun_simpulan

if TYPE_CHECKING:
    import pandas as pd


def ukur_keadilan(
    nilai: "pd.DataFrame",
    skema: Skema,
    periode: Periode,
    aturan: Aturan,
    pengaturan: PengaturanRekap,
    menyimpang: Collection[str],
    menilai_diri: int,
) -> Keadilan:
    """Compare the scored ASN by group, and the assessors by how they rate.

    Args:
        nilai: columns KOLOM_NILAI, `nilai_hasil_kerja` as float64; rows in any order. Only scored ones are looked at.
        skema: the registers: golongan, jenis jabatan, unit and assessor of each ASN.
        periode: age and placement are those at its end.
        aturan: the rule profile; it says what behaviour ratings there are.
        pengaturan: the smallest group shown, seed and number of resamples.
        menyimpang: NIPs of ASN whose behaviour rating departs from its aspects without a word of why.
        menilai_diri: how many ASN rated themselves.
    """
    dinilai = nilai[nilai["status"] == DINILAI]
    asn = baca_asn(dinilai, skema, periode)
    pembanding = _PembandingKelompok(dinilai["nilai_hasil_kerja"].to_numpy(float), aturan, pengaturan)
    dimensi = tuple(pembanding.dimensi(cara, [cara.baca(orang) for orang in asn]) for cara in CARA_KELOMPOK)
    nip_penilai = [orang.nip_penilai for orang in asn]
    perilaku = ukur_perilaku(dinilai, nip_penilai, skema, periode, aturan, menyimpang)
    return Keadilan(
        dimensi=dimensi,
        penilai=perilaku.penilai,
        jumlah=len(asn),
        jarak_tengah=perilaku.jarak_tengah,
        satuan_jarak=perilaku.satuan,
        penilai_tersembunyi=perilaku.tersembunyi,
        benih=pengaturan.benih,
        ulangan=pengaturan.ulangan,
        catatan=tuple(_catatan(dimensi, perilaku, aturan, pengaturan.kelompok_terkecil)) if asn else (),
        simpulan=susun_simpulan(dimensi, perilaku.penilai, len(asn), menilai_diri) if asn else _BELUM_ADA,
    )


class _PembandingKelompok:
    """Compares the figures of the scored ASN by one way to group after the other."""

    def __init__(self, nhk: Larik, aturan: Aturan, pengaturan: PengaturanRekap) -> None:
        self._nhk = nhk
        self._desimal = aturan.desimal
        self._pengaturan = pengaturan

    def dimensi(self, cara: CaraKelompok, teks: Sequence[str]) -> DimensiKeadilan:
        """Return the comparisons of one way to group; `teks` names each ASN's group, blank where not known."""
        menurut = kelompokkan(teks)
        tempat = {nama: posisi for posisi, nama in enumerate(cara.urutan)}
        urut = sorted(menurut, key=lambda nama: (tempat.get(nama, len(tempat)), nama.casefold()))
        nilai = [np.sort(self._nhk[menurut[nama]]) for nama in urut]
        jumlah = sum(map(len, nilai))
        # Each way has chance of its own, so that a further one leaves the figures of the others as they are.
        acak = np.random.default_rng([self._pengaturan.benih, *cara.judul.encode()])
        banding = bandingkan(nilai, self._pengaturan.ulangan, acak)
        semua = [self._kelompok(*isi, jumlah) for isi in zip(urut, nilai, banding, strict=True)]
        tampil = tuple(
            kelompok for kelompok in semua if kelompok.jumlah >= self._pengaturan.kelompok_terkecil
        )
        return DimensiKeadilan(
            judul=cara.judul,
            kelompok=tampil,
            kelompok_tersembunyi=len(semua) - len(tampil),
            asn_tersembunyi=jumlah - sum(kelompok.jumlah for kelompok in tampil),
            tanpa_keterangan=len(teks) - jumlah,
        )

    def _kelompok(self, nama: str, nilai: Larik, banding: Banding, jumlah: int) -> KelompokKeadilan:
        if jumlah - len(nilai) < self._pengaturan.kelompok_terkecil:
            banding = Banding()  # it would be the figure of the few others, turned round
        return KelompokKeadilan(
            nama=nama,
            jumlah=len(nilai),
            median=_median(nilai, self._desimal),
            delta=banding.delta,
            bawah=banding.bawah,
            atas=banding.atas,
            sebutan=sebutan_delta(banding.delta),
            jelas=banding.jelas,
        )


def _median(urut: Larik, desimal: int) -> float:
    """Return the median of sorted printed figures, rounded as they are."""
    tengah = (float(urut[(len(urut) - 1) // 2]), float(urut[len(urut) // 2]))
    return bulatkan_pecahan(sum(map(pecahan, tengah), Fraction(0)) / 2, desimal)


_BELUM_ADA = "Belum ada ASN yang dinilai, jadi tidak ada yang dapat dibandingkan."
_BATAS_TAFSIR = (
    "Perbedaan adalah pertanyaan, bukan bukti diskriminasi: kelompok berbeda pekerjaan, unit, target, dan penilainya, dan angka ini tidak memisahkan sebab-sebab itu.",
    "Nilai yang tidak berbeda juga bukan bukti bahwa kesempatannya sama: siapa mendapat tugas, target, atau jabatan apa tidak terlihat di sini.",
    "Yang dibandingkan adalah nilai kelompok, bukan orang: dari sebuah kelompok tidak dapat disimpulkan apa pun tentang seorang anggotanya. Kehadiran dan masa kerja tidak ikut dihitung.",
)


def _catatan(
    dimensi: Sequence[DimensiKeadilan], perilaku: PerilakuSemua, aturan: Aturan, terkecil: int
) -> Iterator[str]:
    """Yield what the figures can and cannot prove."""
    yield from _BATAS_TAFSIR
    if banyak := sum(cara.perbandingan for cara in dimensi):
        kebetulan = banyak * (1 - TINGKAT_YAKIN)
        yield (
            f"Ada {banyak} perbandingan dengan rentang {tulis_angka(TINGKAT_YAKIN * 100)} persen. Andaikan tidak ada perbedaan "
            f"sama sekali, kira-kira {tulis_angka(kebetulan, 1)} di antaranya tetap tampak jelas karena kebetulan, sedikit lebih "
            f"banyak bila kelompoknya kecil; sekarang yang tampak jelas {sum(cara.perbandingan_jelas for cara in dimensi)}. "
            "Dua kelompok yang saling berhadapan dihitung satu perbandingan."
        )
    if any(cara.kelompok_tersembunyi for cara in dimensi) or perilaku.tersembunyi:
        yield (
            f"Kelompok dengan kurang dari {terkecil} ASN, dan penilai dengan kurang dari {PENILAI_TERKECIL}, tidak ditampilkan: pada "
            "kelompok sekecil itu satu orang menggeser angkanya, dan angkanya mudah ditebak milik siapa. ASN-nya tetap ikut sebagai "
            "pembanding; kelompok yang lawannya sekecil itu tampil tanpa delta."
        )
    if any(cara.tanpa_keterangan for cara in dimensi):
        yield (
            "ASN yang keterangannya kosong atau tidak terbaca di NIP atau skema tidak ikut dalam perbandingan itu; tidak ada "
            "yang diduga-duga."
        )
    if perilaku.penilai:
        yield (
            "Penilai yang menilai semua orang sama, jauh dari penilai lain, atau lain dari aspeknya, belum tentu keliru: ASN-nya "
            "mungkin memang begitu, dan alasannya tidak terlihat di angka."
        )
    elif not perilaku.satuan:
        yield (
            f"Menurut {aturan.profil.nama}, perilaku dan hasil kerja tidak dinyatakan dengan ukuran yang sama, jadi penilaian "
            "perilaku tidak dibandingkan."
        )
