"""What is published of the staff: the spread of predikat, and mean scores of units that bear no name.

A row about the staff of one unit says no name: its pseudonym is a keyed hash whose secret stays with the city. The
period is hashed as well, so that a unit that is missing in one month cannot be found by the row that is missing.
"""

import hmac
from collections import Counter
from fractions import Fraction
from hashlib import sha256

import pandas as pd

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.pengaturan import K_TERKECIL
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.bahan import BahanRekap
from asn_nilai.acuan.rekap.kedudukan import cukup_dinilai
from asn_nilai.acuan.rekap.publik import (
    GABUNGAN_JENIS,
    GABUNGAN_UNIT,
    SELURUH,
    Ditahan,
    SebaranKelompok,
    SebaranPublik,
    UnitSamaran,
)
from asn_nilai.hitung.publik.gabung_kecil import hitung_sel, jenis_yang_tampil, kelas_predikat, yang_digabung
from asn_nilai.hitung.publik.pembulatan import ke_langkah, rata

_HEKSA_SAMARAN = 8


def samaran_unit(kunci: bytes, periode: Periode, kode_unit: str) -> str:
    """Return the pseudonym of a unit in a period, `U-1a2b3c4d`."""
    sidik = hmac.new(kunci, f"{periode.kode}\n{kode_unit}".encode(), sha256).hexdigest()
    return f"U-{sidik[:_HEKSA_SAMARAN]}"


def _dinilai(bahan: BahanRekap) -> pd.DataFrame:
    nilai = bahan.hasil.nilai
    return nilai[nilai["status"] == DINILAI]


def susun_sebaran(bahan: BahanRekap, k: int) -> tuple[SebaranPublik | None, tuple[Ditahan, ...]]:
    """Return the spread of predikat over the city and by kind of unit, in multiples of k, and what is not shown."""
    dinilai = _dinilai(bahan)
    jumlah = Counter(dinilai["predikat"])
    kelas = kelas_predikat(jumlah, bahan.aturan.predikat.urutan, k)
    kota = [sum(jumlah[label] for label in golongan) for golongan in kelas]
    if sum(banyak > 0 for banyak in kota) < 2:
        sebab = f"Hanya satu golongan predikat yang berisi {k} ASN atau lebih; hasilnya menjadi hasil setiap orang."
        return None, (Ditahan("Sebaran predikat", sebab),)
    jenis = {kode: unit.jenis or "Lainnya" for kode, unit in bahan.skema.unit.items()}
    unit_jenis = Counter(jenis[kode] for kode in dict.fromkeys(dinilai["kode_unit"]))
    kelompok = [(jenis[kode], p) for kode, p in zip(dinilai["kode_unit"], dinilai["predikat"], strict=True)]
    sel = hitung_sel(kelompok, kelas)
    tampil = jenis_yang_tampil(sel, unit_jenis, k)
    baris = [(SELURUH, kota)]
    ditahan: tuple[Ditahan, ...] = ()
    if tampil is None:
        sebab = f"Pada setiap jenis unit ada golongan predikat dengan kurang dari {k} ASN, atau hanya ada satu unit."
        ditahan = (Ditahan("Sebaran predikat menurut jenis unit", sebab),)
    else:
        sendiri, bersama = tampil
        baris += [(nama, sel[nama]) for nama in sendiri]
        if bersama:
            baris.append((GABUNGAN_JENIS, [sum(s) for s in zip(*(sel[j] for j in bersama), strict=True)]))
    bulat = (SebaranKelompok(sebutan, tuple(_kelipatan(a, k) for a in isi)) for sebutan, isi in baris)
    return SebaranPublik(kelas, tuple(bulat), _kelipatan(len(dinilai), k), _pegawai(bahan, k)), ditahan


def _pegawai(bahan: BahanRekap, k: int) -> int | None:
    """Return how many ASN there are; None where those not scored are too few to be told from the scored ones."""
    jumlah = Counter(bahan.hasil.nilai["status"])
    belum = jumlah[BELUM_DINILAI]
    return _kelipatan(jumlah[DINILAI] + belum, k) if belum >= k else None


def _kelipatan(banyak: int, k: int) -> int:
    return int(ke_langkah(Fraction(banyak), Fraction(k)))


def susun_kinerja(
    bahan: BahanRekap, kunci: bytes, k: int
) -> tuple[tuple[UnitSamaran, ...], int | None, tuple[Ditahan, ...]]:
    """Return mean NHK by pseudonym and over all scored ASN in whole points, and what is not shown.

    The joint row of small units comes last and has GABUNGAN_UNIT for a pseudonym.
    """
    dinilai = _dinilai(bahan)
    semua = [pecahan(angka) for angka in dinilai["nilai_hasil_kerja"]]
    tanpa = _belum_cukup(bahan)
    orang: dict[str, set[str]] = {}
    nhk: dict[str, list[Fraction]] = {}
    for kode, nip, angka in zip(dinilai["kode_unit"], dinilai["nip"], semua, strict=True):
        if kode in tanpa:
            continue
        orang.setdefault(kode, set()).add(nip)
        nhk.setdefault(kode, []).append(angka)
    ditahan: tuple[Ditahan, ...] = ()
    if disebut := sum(banyak >= k for banyak in tanpa.values()):
        sebab = f"Kurang dari {bahan.pengaturan.cakupan_peringkat} persen pegawainya dinilai, jadi rata-ratanya belum dapat disandingkan."
        ditahan = (Ditahan(f"Rata-rata nilai hasil kerja {disebut} unit", sebab),)
    kecil = [kode for kode, banyak in tanpa.items() if kode and banyak < k]
    gabungan = yang_digabung(orang, kecil, k)
    sendiri = set(orang) - (gabungan or set())
    if gabungan is None or len(sendiri) < K_TERKECIL:
        sebab = (
            f"Kurang dari {K_TERKECIL} unit dapat berdiri sendiri; nama samaran tidak menyamarkan apa pun."
        )
        return (), None, (Ditahan("Rata-rata nilai hasil kerja menurut unit", sebab), *ditahan)
    baris = [
        UnitSamaran(samaran_unit(kunci, bahan.periode, kode), _bulat(nhk[kode])) for kode in sorted(sendiri)
    ]
    baris.sort(key=lambda unit: unit.samaran)
    if gabungan:
        bersama = [angka for kode in sorted(gabungan) for angka in nhk[kode]]
        baris.append(UnitSamaran(GABUNGAN_UNIT, _bulat(bersama)))
    return tuple(baris), _bulat(semua), ditahan


def _belum_cukup(bahan: BahanRekap) -> dict[str, int]:
    """Return the units of which too few ASN are scored for their mean to stand beside others', with how many ASN they have."""
    kolom = (bahan.hasil.nilai[nama].tolist() for nama in ("kode_unit", "status"))
    jumlah = Counter(zip(*kolom, strict=True))
    cakupan = bahan.pengaturan.cakupan_peringkat
    asn = {kode: jumlah[kode, DINILAI] + jumlah[kode, BELUM_DINILAI] for kode, _ in jumlah}
    return {
        kode: banyak
        for kode, banyak in asn.items()
        if not cukup_dinilai(jumlah[kode, DINILAI], banyak, cakupan)
    }


def _bulat(angka: list[Fraction]) -> int:
    return int(bulatkan_pecahan(rata(angka), 0))
