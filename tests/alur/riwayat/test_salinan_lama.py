"""Registers put back from an older copy: what stands in hasil/ tells that there was more, and it is named for ever."""

import hashlib
import json
import shutil

import pytest
from alur.riwayat.buku_uji import ubah

MEI = ("--periode", "2026-05")
UNIT, NIP = "PKM-TB", "198604092024212934"
CAPAIAN = f"capaian/2026-05/{UNIT}.xlsx"


@pytest.mark.parametrize("utuh", [True, False])
def test_riwayat_dari_salinan_sebelum_dikunci_tidak_menghapus_kunci_diam_diam(
    terkunci, hasil_mei, jalankan, utuh
):
    """Who puts all registers back as they were before the lock, or only its month's, is named for ever."""
    if utuh:
        shutil.rmtree(terkunci / "riwayat")
        shutil.copytree(hasil_mei / "riwayat", terkunci / "riwayat")
    else:
        shutil.rmtree(terkunci / "riwayat/2026-05/v1")
        for nama in ("2026-05.jsonl", "sidik.json"):
            shutil.copyfile(hasil_mei / f"riwayat/{nama}", terkunci / f"riwayat/{nama}")
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    kode = json.loads((terkunci / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))["kode_kunci"]
    sebab = f"tidak mengenal kunci berkode {kode} yang dimuat hasil/2026-05/manifes.json"
    for perintah in ("riwayat", "validasi", "verifikasi", "hitung", "hitung", "riwayat", "verifikasi"):
        assert sebab in " ".join(jalankan(perintah, terkunci, *MEI)[2].split()), perintah
    assert (terkunci / "riwayat/2026-05.jsonl").read_text(encoding="utf-8").count('"putus"') == 1
    status, _, pesan = jalankan("kunci", terkunci, *MEI)
    assert (status, sebab in " ".join(pesan.split())) == (2, True)


def test_register_yang_dipotong_bersama_sidiknya_dikenali_dari_hasilnya(mei, jalankan):
    """A change and its way back are cut off, and the hash beside the lines is made to fit."""
    sel = ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", mei, *MEI)
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", sel[1])
    assert jalankan("hitung", mei, *MEI)[0] == 0
    register, sidik = mei / "riwayat/2026-05.jsonl", mei / "riwayat/sidik.json"
    baris = register.read_bytes().splitlines(keepends=True)
    register.write_bytes(baris[0])
    isi = json.loads(sidik.read_text(encoding="utf-8"))
    isi["2026-05"] = hashlib.sha256(baris[0].rstrip()).hexdigest()
    sidik.write_text(json.dumps(isi), encoding="utf-8")
    sebab = f"hasil/2026-05/manifes.json ditulis sesudah {len(baris)} catatan, di dalamnya 1"
    for perintah in ("riwayat", "hitung", "hitung", "riwayat", "verifikasi"):
        assert sebab in " ".join(jalankan(perintah, mei, *MEI)[2].split()), perintah


def test_penguncian_yang_terputus_bukan_kunci_yang_hilang(mei, jalankan, monkeypatch):
    """What a run printed before it ended is known to be its own: no break is told."""

    def mati(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as tambalan:
        tambalan.setattr("asn_nilai.alur.hitungan.kunci_versi.simpan_versi", mati)
        jalankan("kunci", mei, *MEI)
    assert json.loads((mei / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))["kode_kunci"]
    assert "riwayat-tidak-utuh" not in jalankan("hitung", mei, *MEI)[2]
    assert jalankan("kunci", mei, *MEI)[0] == 0
    assert jalankan("verifikasi", mei, *MEI)[0] == 0
    assert not (mei / "riwayat/2026-05/.sedang-dikunci").exists()


@pytest.mark.parametrize(("waktu", "disebut"), [("2026-06-01T08:00:00+07:00", True), ("2999-01-01T00:00:00+07:00", False)])  # fmt: skip
def test_jam_yang_dimundurkan_disebut_di_catatannya(mei, jalankan, monkeypatch, waktu, disebut):
    """The register's order holds, whatever a computer's clock is made to say."""
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    with monkeypatch.context() as tambalan:
        tambalan.setattr("asn_nilai.acuan.jam.saat_kini", lambda: waktu)
        jalankan("hitung", mei, *MEI, "--paralel", "1")
    _, keluar, pesan = jalankan("riwayat", mei, *MEI)
    baris = [isi for isi in " ".join((keluar + pesan).split()).split(" 2") if "mendahului" in isi]
    assert bool(baris) is disebut
    assert not disebut or "Realisasi PKM-TB" in baris[0]
