"""The smallest step that satisfies a condition, found with few questions: the first one, never a later one."""

import numpy as np
import pytest

from asn_nilai.hitung.perubahan.langkah_terkecil import pertama

AWAL = np.array([1, 1000, 2000])


def ukur_antara(dari: int, sampai: int, puncak: int):
    """Judge the steps of a window; what is measured is highest at a peak."""

    def ukur(n):
        return (n >= dari) & (n <= sampai), -abs(n - puncak)

    return ukur


@pytest.mark.parametrize("dari", [1, 2, 999, 1000, 1001, 1999, 2000])
def test_mulai_dari_mana_pun_langkah_pertamanya(dari):
    assert pertama(ukur_antara(dari, 2000, 2000), AWAL) == dari


@pytest.mark.parametrize(
    ("dari", "sampai", "puncak"), [(20, 35, 1), (29, 29, 1), (2, 29, 1), (1001, 1040, 1010), (980, 999, 990)]
)
def test_jendela_di_antara_percobaan_pun_ditemukan_awalnya(dari, sampai, puncak):
    assert pertama(ukur_antara(dari, sampai, puncak), AWAL) == dari


@pytest.mark.parametrize(("awal", "dicari"), [([1, 2, 4], 3), ([1, 3, 4], 2), ([2, 3], 1), ([1, 3, 5], 4)])
def test_langkah_tunggal_di_sela_percobaan_yang_rapat(awal, dicari):
    assert pertama(ukur_antara(dicari, dicari, dicari), np.array(awal)) == dicari


@pytest.mark.parametrize("sisi", [1, -1])
def test_puncak_di_tepi_jurang_ditemukan_di_langkah_mana_pun(sisi):
    """A capaian that jumps beside its peak, as a saving beyond its limit does: the peak may lie beyond the last probe of a stretch."""
    for puncak in range(1, 2001):

        def ukur(n, puncak=puncak):
            return n == puncak, 100 - abs(n - puncak) / 100 - 50 * ((n - puncak) * sisi > 0)

        assert pertama(ukur, np.linspace(1, 2000, 25).round().astype(np.int64)) == puncak


def test_tidak_ada_yang_memenuhi():
    assert pertama(ukur_antara(3000, 4000, 2000), AWAL) is None
    assert pertama(ukur_antara(1, 2, 1), AWAL[:0]) is None
