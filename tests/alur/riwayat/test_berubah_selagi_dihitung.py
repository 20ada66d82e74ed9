"""A submission that is saved, closed or sent in while it is being computed: the next run knows that it read something else."""

import csv
import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from alur.riwayat.buku_uji import ubah

from asn_nilai.alur.hitungan import kota as modul_kota

MEI = ("--periode", "2026-05")
UNIT, NIP = "PKM-TB", "198604092024212934"
CAPAIAN, TARGET = f"capaian/2026-05/{UNIT}.xlsx", f"target/{UNIT}.xlsx"
Tindakan = Callable[[], bytes]


@pytest.fixture
def saat_dibaca(kota, monkeypatch):
    """Let something happen once, in place of a file's being read."""
    asli = Path.read_bytes

    def pasang(nama: str, tindakan: Callable[[Tindakan], bytes]) -> None:
        belum = [tindakan]

        def baca(ini):
            if belum and ini == kota / nama:
                return belum.pop()(lambda: asli(ini))
            return asli(ini)

        monkeypatch.setattr(Path, "read_bytes", baca)

    return pasang


def alasan(kota: Path) -> str:
    baris = csv.DictReader((kota / "hasil/2026-05/nilai.csv").read_text(encoding="utf-8").splitlines())
    return next(isi["alasan"] for isi in baris if isi["nip"] == NIP)


def test_setoran_yang_disimpan_sesudah_dibaca_dihitung_lagi(kota, jalankan, saat_dibaca):
    def lalu_disimpan(baca):
        isi = baca()
        ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", "nihil")
        return isi

    saat_dibaca(CAPAIAN, lalu_disimpan)
    jalankan("hitung", kota, *MEI)
    assert alasan(kota) == ""
    assert "masukan berubah sesudah dihitung: PKM-TB" in jalankan("kunci", kota, *MEI)[2]
    jalankan("hitung", kota, *MEI)
    assert alasan(kota).startswith("realisasi-kosong")
    assert jalankan("verifikasi", kota, *MEI)[0] == 0


@pytest.mark.parametrize("sebab", [errno.EACCES, errno.EIO, errno.ENOENT])
def test_setoran_yang_sekali_tidak_terbaca_dihitung_lagi(kota, jalankan, saat_dibaca, sebab):
    def tolak(_):
        raise OSError(sebab, os.strerror(sebab), str(kota / CAPAIAN))

    saat_dibaca(CAPAIAN, tolak)
    jalankan("hitung", kota, *MEI)
    assert alasan(kota) != ""
    jalankan("hitung", kota, *MEI)
    assert alasan(kota) == ""
    assert jalankan("verifikasi", kota, *MEI)[0] == 0


def test_setoran_yang_datang_sesudah_unitnya_dihitung_tidak_dianggap_sudah_dibaca(
    kota, jalankan, monkeypatch
):
    isi = (kota / CAPAIAN).read_bytes()
    (kota / CAPAIAN).unlink()
    asli = modul_kota._titipkan

    def datang(terbitan, *lain):
        (kota / CAPAIAN).write_bytes(isi)
        return asli(terbitan, *lain)

    monkeypatch.setattr(modul_kota, "_titipkan", datang)
    jalankan("hitung", kota, *MEI)
    assert "berkas-hilang" in alasan(kota)
    jalankan("hitung", kota, *MEI)
    assert alasan(kota) == ""


def test_target_yang_diringankan_sesudah_dibaca_tetap_disebut(kota, jalankan, saat_dibaca):
    def lalu_diringankan(baca):
        isi = baca()
        ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", 1)
        return isi

    saat_dibaca(TARGET, lalu_diringankan)
    jalankan("hitung", kota, *MEI)
    jalankan("hitung", kota, *MEI)
    assert "target-diturunkan" in (kota / "hasil/2026-05/temuan.csv").read_text(encoding="utf-8")


def test_berkas_kosong_dan_terlalu_besar_tidak_dihitung_berulang(kota, jalankan):
    (kota / CAPAIAN).write_bytes(b"")
    toml = kota / "asn-nilai.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + "\n[batas]\nberkas_mb = 1\n", encoding="utf-8")
    (kota / "capaian/2026-05/DINKES.xlsx").write_bytes(b"x" * (1024**2 + 1))
    jalankan("hitung", kota, *MEI)
    _, _, pesan = jalankan("hitung", kota, *MEI)
    assert "2 unit tidak berubah sejak dihitung" in pesan


@pytest.mark.parametrize("folder", ["capaian/2026-05", "capaian", "target"])
def test_folder_setoran_yang_hilang_di_tengah_jalan_bukan_belum_setor(kota, jalankan, monkeypatch, folder):
    """A network that drops in the midst of a run must not be written down as people who lost their scores."""
    jalankan("hitung", kota, *MEI)
    register = (kota / "riwayat/2026-05.jsonl").read_bytes()
    nilai = (kota / "hasil/2026-05/nilai.csv").read_bytes()
    asli, jauh = modul_kota._titipkan, kota.with_name("jauh")

    def putus(terbitan, *lain):
        if (kota / folder).is_dir():
            (kota / folder).rename(jauh)
        return asli(terbitan, *lain)

    monkeypatch.setattr(modul_kota, "_titipkan", putus)
    status, _, pesan = jalankan("hitung", kota, *MEI, "--paksa")
    assert (status, "hilang selagi dihitung" in pesan, "lalu jalankan lagi" in pesan) == (2, True, True), (
        pesan
    )
    assert (kota / "riwayat/2026-05.jsonl").read_bytes() == register
    assert (kota / "hasil/2026-05/nilai.csv").read_bytes() == nilai
    monkeypatch.setattr(modul_kota, "_titipkan", asli)
    jauh.rename(kota / folder)
    assert jalankan("hitung", kota, *MEI)[0] == 0
    assert (kota / "riwayat/2026-05.jsonl").read_bytes() == register
    assert jalankan("verifikasi", kota, *MEI)[0] == 0
