"""A ratio whose Penyebut says nothing holds who carries it, and nothing else: not the unit, the city, nor the sums of other months."""

import pytest
from test_rekap_hitungan import baca
from test_siasat_predikat import UNIT, capaian, isi, jalan


@pytest.mark.parametrize("penyebut", [0, -5])
def test_hanya_yang_memikulnya_yang_menunggu(kota, penyebut):
    isi(capaian(kota), "Capaian", "Penyebut", penyebut, Kode_Indikator="KES-01")
    isi(capaian(kota), "Capaian", "Realisasi", None, Kode_Indikator="KES-01")
    for periode in ("2026-05", "2026-04:2026-05"):
        status, pesan = jalan("hitung", kota, periode, "--unit", UNIT, "--paralel", "1")
        assert (status, "penyebut-nol" in pesan) == (1, True), pesan
        nilai = [b for b in baca(kota, periode, "nilai.csv") if b["kode_unit"] == UNIT]
        menunggu = {b["nip"] for b in nilai if b["status"] == "Belum Dinilai"}
        rincian = [b for b in baca(kota, periode, "rincian.csv") if b["kode_unit"] == UNIT]
        memikul = [b for b in rincian if b["kode_indikator"] == "KES-01"]
        assert {b["nip"] for b in memikul} == menunggu != {b["nip"] for b in nilai}
        assert {(b["realisasi"], b["capaian"]) for b in memikul} == {("", "")}
        assert not [b for b in baca(kota, periode, "rasio.csv") if b["kode_unit"] == UNIT]
