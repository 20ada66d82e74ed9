"""Targets beside what was reached: always surpassed, easier than what is done anyway, or followed by everybody at once."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum, sqrt

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Polaritas
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, rentang_bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.target_layak.baris_setahun import (
    BahanLayak,
    BarisSetahun,
    Deret,
)
from asn_nilai.periksa.target_layak.lebih_mudah import jauh_lebih_mudah, wakil

_DERAU = 1e-9
_KUANTITAS = "kuantitas"


def selalu_terlampaui(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row that was at the ceiling in every one of its last months."""
    for baris, ini, _ in bahan.tercapai:
        if deret := _terlampaui(bahan, ini):
            yield temuan(
                "target-selalu-terlampaui", _berikut(baris, deret), unit=bahan.unit, nip=baris.orang.nip,
                nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), plafon=tulis_angka(bahan.plafon),
                banyak=len(deret), bulan=rentang_bulan([t.bulan for t in deret]),
            )  # fmt: skip


def _terlampaui(bahan: BahanLayak, ini: Deret) -> Deret:
    """Return the last of a row's months, if there are enough and all were at the ceiling."""
    banyak, puncak = bahan.ambang.terlampaui_bulan, bahan.plafon - _DERAU
    if len(ini) < banyak or ini[-1].capaian < puncak:
        return ()  # most of them
    deret = ini[-banyak:]
    return deret if all(t.capaian >= puncak for t in deret) else ()


def di_bawah_realisasi(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each row whose targets are far easier than what this ASN reached: this year so far, or last year.

    A row that is told as always surpassed is not told again.
    """
    kali = bahan.ambang.realisasi_kali
    for baris, ini, tahun_lalu in bahan.tercapai:
        if bahan.ambang.target_selalu_terlampaui and _terlampaui(bahan, ini):
            continue
        for deret, target in _pembanding(bahan, baris, ini, tahun_lalu):
            lalu, nanti = wakil(baris.indikator, [t.realisasi for t in deret]), wakil(baris.indikator, target)
            if jauh_lebih_mudah(baris.indikator, lalu, nanti, kali):
                yield temuan(
                    "target-di-bawah-realisasi", _berikut(baris, deret), unit=bahan.unit, nip=baris.orang.nip,
                    nama=baris.orang.nama, indikator=sebut_indikator(baris.indikator), nanti=tulis_angka(nanti, 2),
                    lalu=tulis_angka(lalu, 2), bulan=rentang_bulan([t.bulan for t in deret]),
                    cara=_CARA[baris.indikator.agregasi is Agregasi.NILAI_AKHIR],
                )  # fmt: skip
                break


_CARA = {True: "angka terakhir", False: "rata-rata sebulan"}


def _pembanding(
    bahan: BahanLayak, baris: BarisSetahun, ini: Deret, lalu: Deret
) -> Iterator[tuple[Deret, Sequence[float]]]:
    """Yield what was reached beside the targets to compare with it: this year's months to come, then the whole year."""
    paling_sedikit = bahan.ambang.realisasi_paling_sedikit_bulan
    if len(ini) >= paling_sedikit:
        berikut = bisect_right(baris.bulan, ini[-1].bulan)
        if sisa := [angka for angka in baris.target[berikut:] if angka is not None]:
            yield ini, sisa
    if len(lalu) >= paling_sedikit and baris.angka:
        yield lalu, baris.angka


def _berikut(baris: BarisSetahun, deret: Deret) -> Letak:
    """Return the cell of the first target after the months that were looked at; of the row where there is none."""
    nanti = [bulan for bulan, _ in baris.terisi if bulan > deret[-1].bulan]
    return baris.letak(kunci_bulan(nanti[0]) if nanti else "kode_indikator")


def menurut_permintaan(bahan: BahanLayak) -> Iterator[Temuan]:
    """Yield each counted indicator whose figures go up and down for everybody together: they tell of demand, not of effort.

    One and the same figure for all is the unit's, and told elsewhere.
    """
    ambang = bahan.ambang
    if not bahan.dicapai.tahun_ini:
        return
    menurut: dict[str, list[BarisSetahun]] = {
        kode: []
        for kode, i in bahan.indikator.items()
        if i.polaritas is Polaritas.MAKSIMAL
        and i.agregasi is Agregasi.JUMLAH
        and i.aspek.casefold() == _KUANTITAS
        and not i.milik_unit
    }
    for baris in bahan.baris if menurut else ():
        if (semua := menurut.get(baris.indikator.kode)) is not None:
            semua.append(baris)
    for semua in menurut.values():
        deret = [bahan.dicapai.tahun_ini.get(baris.kunci, ()) for baris in semua]
        panjang = [{t.bulan: t.realisasi / t.target for t in d if t.target > 0} for d in deret]
        cukup = [isi for isi in panjang if len(isi) >= ambang.permintaan_bulan]
        if len(cukup) >= ambang.permintaan_asn and _bersama(cukup) >= ambang.permintaan_kesamaan:
            pertama = semua[0]
            yield temuan(
                "target-menurut-permintaan", pertama.letak("kode_indikator"), unit=bahan.unit,
                indikator=sebut_indikator(pertama.indikator), banyak=len(cukup),
            )  # fmt: skip


def _bersama(semua: Sequence[dict[Bulan, float]]) -> float:
    """Return the mean correlation of each two series over the months that both have.

    It is 0 for a series that stands still, for two that are one and the same, and over too few months for any.
    """
    menurut: dict[frozenset[Bulan], list[dict[Bulan, float]]] = {}
    for deret in semua:
        menurut.setdefault(frozenset(deret), []).append(deret)
    lain = [_jumlah_korelasi(kiri, kanan) for kiri, kanan in combinations(menurut.values(), 2)]
    sesama = [_jumlah_korelasi(milik, milik) / 2 for milik in menurut.values()]
    return fsum([*lain, *sesama]) / (len(semua) * (len(semua) - 1) // 2)


def _jumlah_korelasi(kiri: Sequence[dict[Bulan, float]], kanan: Sequence[dict[Bulan, float]]) -> float:
    """Return the sum of Pearson's correlation over each pair of one series and another; each side's are of the same months.

    A correlation is the product of two directions, so their sum is the product of the directions' sums: the two thousand ASN
    of one unit are not paired one by one.
    """
    bulan = sorted(kiri[0].keys() & kanan[0].keys())
    if len(bulan) < _PALING_PENDEK:
        return 0.0
    a = _menurut_angka(kiri, bulan)
    b = a if kanan is kiri else _menurut_angka(kanan, bulan)  # most are held beside themselves
    arah = {deret: _arah(deret) for deret in {*a, *b}}
    jumlah_a = _jumlah_arah(a, arah)
    jumlah_b = jumlah_a if b is a else _jumlah_arah(b, arah)
    kembar = fsum(n * b[deret] * fsum(x * x for x in arah[deret]) for deret, n in a.items())
    return fsum(x * y for x, y in zip(jumlah_a, jumlah_b, strict=True)) - kembar


def _menurut_angka(semua: Sequence[dict[Bulan, float]], bulan: Sequence[Bulan]) -> Counter[tuple[float, ...]]:
    return Counter(tuple([deret[kapan] for kapan in bulan]) for deret in semua)


def _jumlah_arah(
    banyak: Mapping[tuple[float, ...], int], arah: Mapping[tuple[float, ...], Sequence[float]]
) -> list[float]:
    """Return the sum of the directions of so many series each, month by month."""
    berbobot = [(n, arah[deret]) for deret, n in banyak.items()]
    return [fsum([n * ini[nomor] for n, ini in berbobot]) for nomor in range(len(berbobot[0][1]))]


def _arah(deret: Sequence[float]) -> list[float]:
    """Return by how much each figure differs from the mean, as a direction of length 1; zeros where the series stands still."""
    rata = fsum(deret) / len(deret)
    beda = [angka - rata for angka in deret]
    panjang = sqrt(fsum(x * x for x in beda))
    return [x / panjang if panjang > _DERAU else 0.0 for x in beda]


_PALING_PENDEK = 3
