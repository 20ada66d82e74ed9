"""Figures that go up and down for everybody together tell of demand: from how many ASN and months on, and what is no sign of it."""

from dataclasses import replace
from itertools import combinations
from statistics import correlation, fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from periksa.isian_buatan import INDIKATOR, tempat
from periksa.layak_buatan import TAHUN, cari, ringkas, sekantor, tercapai

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Lingkup, Polaritas
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai
from asn_nilai.periksa.target_layak.tercapai import _bersama


class TestMenurutPermintaan:
    MUSIM = (100, 60, 140, 80, 120)

    def _kantor(self, deret, jumlah=4, **indikator):
        dunia, nip = sekantor(jumlah)
        dunia.indikator["KJ"] = replace(INDIKATOR["KJ"], **{"aspek": "Kuantitas", **indikator})
        dunia.indikator["WT"] = replace(INDIKATOR["WT"], aspek="Waktu")
        return dunia, Dicapai({(n, "KJ"): tercapai(*deret(urut)) for urut, n in enumerate(nip)})

    def test_naik_turun_bersama(self):
        dunia, ini = self._kantor(lambda urut: [isi * (1 + 0.02 * urut) - urut for isi in self.MUSIM])
        (temuan,) = cari(dunia, ini)
        assert (temuan.kode, tempat(temuan.letak), temuan.nip) == (
            "target-menurut-permintaan",
            "Target!F10",
            "",
        )
        assert "dari 4 ASN naik dan turun bersama" in temuan.pesan

    def test_tiap_orang_naik_turun_sendiri(self):
        dunia, ini = self._kantor(lambda urut: [*self.MUSIM[urut:], *self.MUSIM[:urut]])
        assert ringkas(dunia, ini) == []

    @pytest.mark.parametrize(
        ("deret", "jumlah", "indikator"),
        [
            (lambda _: TestMenurutPermintaan.MUSIM, 4, {}),  # one figure for all is the unit's
            (lambda _: [100] * 5, 4, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140)], 4, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 2, {}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 4, {"aspek": "Kualitas"}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 4, {"polaritas": Polaritas.STABIL}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 4, {"agregasi": Agregasi.RATA_RATA}),
            (lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 4, {"lingkup": Lingkup.UNIT}),
        ],
    )
    def test_yang_bukan_tanda(self, deret, jumlah, indikator):
        dunia, ini = self._kantor(deret, jumlah, **indikator)
        assert ringkas(dunia, ini) == []

    def test_tiga_asn_dan_empat_bulan_sudah_cukup(self):
        dunia, ini = self._kantor(lambda urut: [isi + urut for isi in (100, 60, 140, 80)], 3)
        (temuan,) = cari(dunia, ini)
        assert temuan.kode == "target-menurut-permintaan"
        assert "dari 3 ASN naik dan turun bersama" in temuan.pesan

    def test_target_yang_ikut_naik_turun_sudah_memperhitungkannya(self):
        """Everybody is at about the target, and the targets go with the demand."""
        dunia, ini = self._kantor(lambda urut: [100 + urut] * 5)
        ikut = {
            kunci: tuple(
                Tercapai(t.bulan, 40.0 * n / 100, 40.0 * n / 100 * t.capaian / 100, t.capaian)
                for t, n in zip(deret, self.MUSIM, strict=True)
            )
            for kunci, deret in ini.tahun_ini.items()
        }
        assert ringkas(dunia, Dicapai(ikut)) == []

    def test_bulan_bertarget_nol_tidak_dibandingkan(self):
        dunia, ini = self._kantor(lambda urut: [isi + urut for isi in self.MUSIM])
        nol = {
            kunci: (*deret[:4], Tercapai(deret[4].bulan, 0.0, 5.0, 120.0))
            for kunci, deret in ini.tahun_ini.items()
        }
        assert [kode for kode, _, _ in ringkas(dunia, Dicapai(nol))] == ["target-menurut-permintaan"]
        kecil = {
            kunci: tuple(Tercapai(t.bulan, 0.5, t.realisasi / 80, t.capaian) for t in deret)
            for kunci, deret in ini.tahun_ini.items()
        }
        assert "target-menurut-permintaan" in [kode for kode, _, _ in ringkas(dunia, Dicapai(kecil))]

    def test_bulan_bersama_yang_terlalu_sedikit(self):
        dunia, ini = self._kantor(
            lambda urut: [isi + urut for isi in (100, 60, 140, 80, 120, 70, 90, 110)], 3
        )
        depan, tengah, belakang = ini.tahun_ini
        terpisah = {
            depan: ini.tahun_ini[depan][:4],
            tengah: ini.tahun_ini[tengah][2:6],
            belakang: ini.tahun_ini[belakang][4:],
        }
        assert ringkas(dunia, Dicapai(terpisah)) == []


def _kesamaan(kiri, kanan):
    """Correlation of two series over their common months as the standard library has it, 0 where it tells nothing."""
    bulan = [b for b in kiri if b in kanan]
    x, y = [kiri[b] for b in bulan], [kanan[b] for b in bulan]
    hampa = len(bulan) < 3 or x == y or min(len({*x}), len({*y})) == 1
    return 0.0 if hampa else correlation(x, y)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(TAHUN.bulan[:6]), st.integers(1, 4).map(float), min_size=1),
        min_size=2, max_size=7,
    )
)  # fmt: skip
def test_kesamaan_semua_adalah_rata_rata_kesamaan_tiap_pasang(semua):
    pasangan = [_kesamaan(kiri, kanan) for kiri, kanan in combinations(semua, 2)]
    assert _bersama(semua) == pytest.approx(fmean(pasangan), abs=1e-9)
