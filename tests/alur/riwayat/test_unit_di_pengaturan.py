"""A unit in the settings that nobody knows, and a key that nobody knows: named by whatever reads them, with what is meant."""

import json

import pytest
from alur.riwayat.test_kunci import MEI

UNIT = "[unit.DINKESS] tidak dikenal, jadi tidak berpengaruh; unit itu tidak ada di skema; mungkin maksudnya DINKES."
KUNCI = "[rekap] k-publk tidak dikenal, jadi tidak berpengaruh; mungkin maksudnya [rekap] k-publik."


@pytest.fixture
def salah_ketik(mei):
    with (mei / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write('\n[unit.DINKESS]\npredikat_organisasi = "Baik"\n[rekap]\nk-publk = 5\n')
    return mei


@pytest.mark.parametrize("perintah", ["validasi", "hitung", "rekap", "riwayat"])
def test_setiap_perintah_menyebutnya(salah_ketik, jalankan, perintah):
    pilihan = MEI if perintah in {"validasi", "hitung"} else MEI[:2]
    status, _, pesan = jalankan(perintah, salah_ketik, *pilihan)
    assert status == 0
    assert pesan.count(UNIT) == pesan.count(KUNCI) == 1


def test_riwayat_menyebutnya_untuk_program_juga_bila_skemanya_tidak_terbaca(salah_ketik, jalankan):
    def temuan() -> list[str]:
        status, keluar, _ = jalankan("riwayat", salah_ketik, "--json")
        assert status == 0
        return [ini["pesan"] for ini in json.loads(keluar)["temuan"]]

    assert temuan() == [KUNCI, UNIT]
    (salah_ketik / "skema.xlsx").write_bytes(b"rusak")
    assert temuan() == [KUNCI]
