"""A rule eased for one month, then put back: what is signed under it, and what comes after, says so."""

import csv
import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

ATURAN = """dasar_profil = "permenpanrb-6-2022"
format = 1

[profil]
kode = "perwal-7"
nama = "Perwal 7/2026"
peraturan = "Peraturan Wali Kota 7/2026"
keterangan = "Pilihan instansi."
"""
PLAFON = """
[capaian.plafon]
nilai = {}
dasar = "Peraturan Wali Kota 7/2026"
status = "kebijakan"
"""
SEJAK = """
[capaian.plafon]
[[capaian.plafon.versi]]
judul = "Plafon capaian (persen)"
nilai = 120
dasar = "Peraturan Wali Kota 7/2026"
status = "kebijakan"
berlaku_sejak = "2020-01-01"
berlaku_sampai = "2026-04-30"

[[capaian.plafon.versi]]
judul = "Plafon capaian (persen)"
nilai = 200
dasar = "Peraturan Wali Kota 8/2026"
status = "kebijakan"
berlaku_sejak = "2026-05-01"
"""
DULU = "(yang dahulu dalam kurung): Plafon capaian (persen)"


def tulis(kota: Path, tambahan: str = "") -> None:
    (kota / "perwal.toml").write_text(ATURAN + tambahan, encoding="utf-8")


def temuan(kota: Path, folder: str) -> list[str]:
    with (kota / f"hasil/{folder}/temuan.csv").open(encoding="utf-8", newline="") as berkas:
        return [b["pesan"] for b in csv.DictReader(berkas) if b["kode"] == "aturan-berganti"]


@pytest.fixture
def april(kota, jalankan) -> Path:
    """The city under a rule of its own, with its April locked."""
    tulis(kota)
    pengaturan = kota / "asn-nilai.toml"
    teks = pengaturan.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "perwal.toml")
    pengaturan.write_text(teks, encoding="utf-8")
    for perintah in ("hitung", "kunci"):
        jalankan(perintah, kota, "--periode", "2026-04", "--paralel", "1")
    assert (kota / "riwayat/2026-04/v1/manifes.json").exists()
    return kota


def test_aturan_yang_dilonggarkan_bagi_satu_bulan_disebut_di_bulan_itu_dan_sesudahnya(april, jalankan):
    tulis(april, PLAFON.format(200))
    kalimat = (
        f"Aturan Perwal 7/2026 sekarang berkata lain daripada ketika April 2026 dikunci {DULU} 200 (120)."
    )
    assert kalimat in " ".join(jalankan("validasi", april, "--periode", "2026-05")[2].split())
    for perintah in ("hitung", "kunci"):
        jalankan(perintah, april, "--periode", "2026-05", "--paralel", "1")
        assert temuan(april, "2026-05") == [kalimat]
    assert jalankan("verifikasi", april, "--periode", "2026-05")[0] == 0


@pytest.mark.parametrize("tambahan", ["", "# catatan\n", PLAFON.format(120), SEJAK])
def test_aturan_yang_sama_bagi_bulan_itu_tidak_disebut(april, jalankan, tambahan):
    """Another comment, a figure that stands there by itself, one that holds from a day on: April is what it was."""
    tulis(april, tambahan)
    jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
    assert temuan(april, "2026-05") == []


def test_koreksi_menurut_aturan_yang_baru_tidak_menyebut_dirinya_sendiri(april, jalankan):
    """Its register tells of the rule; what later months are held against is the correction."""
    tulis(april, PLAFON.format(200))
    koreksi = ("--koreksi", "Perwal 8/2026 berlaku sejak April")
    assert jalankan("hitung", april, "--periode", "2026-04", "--paralel", "1", *koreksi)[0] == 0
    assert temuan(april, "2026-04") == []
    jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
    assert temuan(april, "2026-05") == []
    tulis(april)
    jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
    assert temuan(april, "2026-05") == [
        f"Aturan Perwal 7/2026 sekarang berkata lain daripada ketika April 2026 dikunci {DULU} 120 (200)."
    ]


def test_triwulan_yang_dikunci_menurut_aturan_lain_disebut(april, jalankan):
    """A city that makes quarters final alone has no month to be held against; the one in which a month lies is no earlier one."""
    shutil.rmtree(april / "riwayat")
    shutil.rmtree(april / "hasil")
    for periode in ("2026-T1", "2026-T2"):
        for perintah, *alasan in (("hitung",), ("kunci", "--catatan", "uji")):
            jalankan(perintah, april, "--periode", periode, "--paralel", "1", *alasan)
        assert (april / f"riwayat/{periode}/v1/manifes.json").exists()
    tulis(april, PLAFON.format(200))
    kalimat = f"Aturan Perwal 7/2026 sekarang berkata lain daripada ketika Triwulan I 2026 dikunci {DULU} 200 (120)."
    assert kalimat in " ".join(jalankan("validasi", april, "--periode", "2026-05")[2].split())
    assert "aturan-berganti" not in jalankan("validasi", april, "--periode", "2026-03")[2]


def test_aturan_yang_belum_berlaku_waktu_itu_bukan_pilihan(april, jalankan):
    (april / "perwal.toml").write_text(
        ATURAN.replace("[profil]", '[profil]\nberlaku_sejak = "2026-05-01"') + PLAFON.format(200),
        encoding="utf-8",
    )
    jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
    assert temuan(april, "2026-05") == []


def test_yang_terkunci_kemudian_atau_tidak_utuh_tidak_disebut(april, jalankan):
    """A lock that came after this one, a month to come, a locked version without its rule: no news to what is signed here."""
    tulis(april, PLAFON.format(200))
    for perintah in ("hitung", "kunci"):
        jalankan(perintah, april, "--periode", "2026-03", "--paralel", "1")
    assert temuan(april, "2026-03") == []
    tulis(april)
    manifes = april / "riwayat/2026-03/v1/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    kemudian = dt.datetime.fromisoformat(isi["waktu"]) + dt.timedelta(seconds=5)  # both fit into one second
    manifes.write_text(json.dumps({**isi, "waktu": kemudian.isoformat()}), encoding="utf-8")
    jalankan("hitung", april, "--periode", "2026-04", "--paralel", "1")
    assert temuan(april, "2026-04") == []
    for waktu in (isi["waktu"], "entah"):
        manifes.write_text(json.dumps({**isi, "waktu": waktu}), encoding="utf-8")
        jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
        assert len(temuan(april, "2026-05")) == 1
    assert temuan(april, "2026-05") == [
        f"Aturan Perwal 7/2026 sekarang berkata lain daripada ketika Maret 2026 dikunci {DULU} 120 (200)."
    ]
    (april / "riwayat/2026-03/v1/masukan/perwal.toml").unlink()
    jalankan("hitung", april, "--periode", "2026-05", "--paralel", "1")
    assert temuan(april, "2026-05") == []
