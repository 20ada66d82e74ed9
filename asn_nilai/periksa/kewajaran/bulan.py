"""Plausibility from month to month: a lost comma, last month's figures once more, totals carried on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Frekuensi
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import sama
from asn_nilai.periksa.bahan import Kunci, sebut_indikator
from asn_nilai.periksa.kewajaran.bandingan import Bandingan, Pasangan

_JUMLAH = Agregasi.JUMLAH
"""What is asked of every row of a city: Python 3.11 takes ten times as long to find a member in its enumeration."""


def sepuluh_kali(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each realisasi about ten times the last one, or a tenth of it, that leaves its target as far behind.

    Where the target grew alike, the work did; where last month's figure was already far from its target, nobody can
    tell which of the two is wrong.
    """
    if len(bandingan.realisasi) < 2:
        return  # there is no other month
    for bulan, semua in bandingan.bulan.items():
        menurut = {frekuensi: _sebelumnya(bandingan, bulan, frekuensi) for frekuensi in Frekuensi}
        for pasangan in semua:
            sebelum, realisasi, target = menurut[pasangan.indikator.frekuensi]
            lalu = realisasi.get(pasangan.kunci)
            if lalu is None or sebelum is None:
                continue
            target_lalu = target[pasangan.posisi_target]
            if target_lalu is None:
                continue
            arah = _arah(bandingan, pasangan, lalu, target_lalu)
            if arah:
                yield temuan(
                    "sepuluh-kali-bulan-lalu", pasangan.letak, unit=bandingan.unit, nip=pasangan.nip,
                    indikator=sebut_indikator(pasangan.indikator), teks=tulis_angka(pasangan.realisasi), arah=arah,
                    bulan=sebelum.label, lalu=tulis_angka(lalu), target=tulis_angka(pasangan.target),
                )  # fmt: skip


def _sebelumnya(
    bandingan: Bandingan, bulan: Bulan, frekuensi: Frekuensi
) -> tuple[Bulan | None, Mapping[Kunci, float], Sequence[float | None]]:
    """Return when that is measured which is due in a month was measured before, and the realisasi and targets of that month."""
    sebelum = _mundur(bulan, frekuensi.jarak_bulan)
    if sebelum is None:
        return None, {}, ()
    return sebelum, bandingan.realisasi.get(sebelum, {}), bandingan.target.angka(kunci_bulan(sebelum))


def _arah(bandingan: Bandingan, pasangan: Pasangan, lalu: float, target_lalu: float) -> str:
    """Return how the realisasi jumped, in words; blank where it did not."""
    ambang = bandingan.ambang
    if min(lalu, target_lalu, pasangan.target, pasangan.realisasi) <= 0:
        return ""
    if pasangan.indikator.bulat and max(lalu, pasangan.realisasi) < ambang.bulat_paling_kecil:
        return ""
    if not ambang.wajar_dari <= lalu / target_lalu <= ambang.wajar_sampai:
        return ""
    kali, bagian = pasangan.realisasi / lalu, pasangan.realisasi / pasangan.target
    if ambang.kali_dari <= kali <= ambang.kali_sampai and bagian > ambang.wajar_sampai:
        return "sepuluh kali"
    if ambang.kali_dari <= 1 / kali <= ambang.kali_sampai and bagian < ambang.wajar_dari:
        return "sepersepuluh"
    return ""


def _mundur(bulan: Bulan, jarak: int) -> Bulan | None:
    """Return the month so many months earlier, None where it lies in another year."""
    return Bulan(bulan.tahun, bulan.bulan - jarak) if bulan.bulan > jarak else None


def sama_bulan_lalu(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each month whose figures are, all but a few, those of the month before: most likely last month's file once more.

    A figure at the edge of what is possible stays there by itself, and one that is its target has a finding of its own.
    """
    ambang = bandingan.ambang
    for bulan, semua in bandingan.bulan.items():
        sebelum = _mundur(bulan, 1)
        lalu = bandingan.realisasi.get(sebelum) if sebelum else None
        if sebelum is None or not lalu:
            continue
        banding = [(p, dulu) for p in semua if (dulu := lalu.get(p.kunci)) is not None and not _di_tepi(p)]
        tetap = [p for p, dulu in banding if sama(p.realisasi, dulu)]
        cukup = len(tetap) >= max(ambang.sama_paling_sedikit_baris, ambang.salinan_bagian * len(banding))
        if cukup and any(not sama(p.realisasi, p.target) for p in tetap):
            yield temuan(
                "realisasi-sama-bulan-lalu", tetap[0].letak, unit=bandingan.unit,
                banyak=len(tetap), dari=len(banding), periode=bulan.label, bulan=sebelum.label,
            )  # fmt: skip


def _di_tepi(pasangan: Pasangan) -> bool:
    return pasangan.realisasi in {0.0, pasangan.indikator.batas_atas, pasangan.indikator.batas_bawah}


def angka_kumulatif(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each sum whose monthly figures grow as if every month held the total since the first.

    The targets must be flat and the figure must climb by about one monthly target each month, up to several of them:
    work that merely grows does not climb that fast, and a plan that foresees it has targets that climb as well. Told at
    the period's last month alone.
    """
    ambang, akhir = bandingan.ambang, max(bandingan.bulan, default=None)
    if akhir is None or len(bandingan.realisasi) < ambang.kumulatif_bulan:
        return
    bulan = [ini for jarak in reversed(range(ambang.kumulatif_bulan)) if (ini := _mundur(akhir, jarak))]
    if len(bulan) < ambang.kumulatif_bulan:
        return  # the year has not had so many
    bulanan = [(bandingan.realisasi.get(ini, {}), bandingan.target.angka(kunci_bulan(ini))) for ini in bulan]
    for pasangan in bandingan.bulan[akhir]:
        if pasangan.indikator.agregasi is not _JUMLAH:
            continue
        angka, target = _deret(pasangan, bulanan)
        if angka and target and _berkumpul(bandingan, angka, target):
            yield temuan(
                "angka-kumulatif", pasangan.letak, unit=bandingan.unit, nip=pasangan.nip,
                indikator=sebut_indikator(pasangan.indikator), deret=" → ".join(map(tulis_angka, angka)),
                bulan=", ".join(b.singkatan for b in bulan), target=tulis_angka(pasangan.target),
            )  # fmt: skip


def _deret(
    pasangan: Pasangan, bulanan: Sequence[tuple[Mapping[Kunci, float], Sequence[float | None]]]
) -> tuple[list[float], list[float]]:
    """Return a row's realisasi and targets of these months; both are empty where a month lacks one."""
    kunci, angka, target = pasangan.kunci, list[float](), list[float]()
    for semua_realisasi, semua_target in bulanan:
        realisasi, sasaran = semua_realisasi.get(kunci), semua_target[pasangan.posisi_target]
        if realisasi is None or sasaran is None:
            return [], []
        angka.append(realisasi)
        target.append(sasaran)
    return angka, target


def _berkumpul(bandingan: Bandingan, angka: list[float], target: list[float]) -> bool:
    ambang = bandingan.ambang
    datar = sum(target) / len(target)
    if angka[-1] < ambang.kumulatif_kali * datar:
        return False  # nearly all of them
    terkecil = min(target)
    if (
        terkecil < ambang.kumulatif_target_paling_kecil
        or max(target) > terkecil * ambang.kumulatif_target_datar
    ):
        return False
    return all(
        ambang.kumulatif_langkah_dari * datar <= ini - sebelum <= ambang.kumulatif_langkah_sampai * datar
        for sebelum, ini in pairwise(angka)
    )
