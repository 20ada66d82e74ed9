"""A city of any number of units in the same memory: what is long of a unit lies on disk until the city's files are written."""

import errno
import pickle
import sys
import tracemalloc

import pytest

from asn_nilai.alur.hitungan import kota as modul_kota
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.titipan import Deret, Titipan


def test_yang_dititipkan_tidak_memenuhi_memori():
    titipan = Titipan()
    tracemalloc.start()
    for nomor in range(200):
        titipan.titip(f"U-{nomor}", {"baris": f"{nomor} " * 50_000})
    puncak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert puncak < 12 * 2**20, "forty megabytes were given"
    assert titipan.ambil("U-7", "baris") == "7 " * 50_000


def test_yang_dititipkan_diambil_menurut_unit_dan_nama():
    titipan = Titipan()
    titipan.titip("A", {"baris": "lama", "target": 1})
    titipan.titip("B", {"baris": "b"})
    titipan.titip("A", {"baris": "baru"})
    assert (titipan.ambil("A", "baris"), titipan.ambil("A", "target")) == ("baru", 1)
    target = Deret(titipan, ["B", "A"], "target")
    assert ([*target], [*target]) == ([1], [1]), "it can be gone through again, without those that have none"
    with pytest.raises(KeyError):
        titipan.ambil("B", "target")


def test_unit_yang_selesai_tinggal_sebaris_di_memori(kota):
    konteks = siapkan(kota, "2026-05")
    hasil = hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    unit = hasil.unit["DISKOMINFO"]
    assert len(unit.baris["rincian.csv"]) > 2_000
    tinggal = pickle.dumps([isi for nama, isi in unit._asdict().items() if nama != "baris"])
    assert len(tinggal) < 2_000


def test_tempat_titipan_banyak_unit_hanya_seangka_di_memori():
    titipan = Titipan()
    for nomor in range(20_000):
        titipan.titip(f"A-{nomor}", {"baris": "", "target": nomor})
    tracemalloc.start()
    for nomor in range(1_000):
        titipan.titip(f"B-{nomor}", {"baris": "", "rincian": "", "target": nomor})
    tinggal = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert tinggal < 250_000, "a table of places for each unit would be three hundred bytes more"
    assert titipan.ambil("B-999", "target") == 999


def test_tanpa_ruang_di_disk_dikatakan_dan_hasil_lama_tetap(mei, jalankan, monkeypatch):
    lama = {f: f.read_bytes() for f in (mei / "hasil").rglob("*.csv")}

    def penuh(*_) -> None:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr("asn_nilai.alur.terbitan.titipan.SpooledTemporaryFile.write", penuh)
    status, _, pesan = jalankan("hitung", mei, "--periode", "2026-05", "--paksa", "--paralel", 1)
    assert status == 1
    assert "Hasil antara tidak dapat disimpan di folder sementara komputer ini" in pesan
    assert {f: f.read_bytes() for f in (mei / "hasil").rglob("*.csv")} == lama


def test_baris_unit_yang_terbawa_tetap_ketika_berkasnya_diganti(mei, jalankan, monkeypatch):
    """The files in which the rows of carried units lie are replaced while those rows are still wanted."""
    asli = {f.name: f.read_bytes() for f in (mei / "hasil/2026-05").glob("*.csv")}
    monkeypatch.setattr(modul_kota, "tulis_kota", _dengan_temuan_sesudahnya(modul_kota.tulis_kota))
    target = next((mei / "capaian/2026-05").glob("DISKOMINFO.*"))
    target.write_bytes(target.read_bytes() + b"\0")
    status, _, pesan = jalankan("hitung", mei, "--periode", "2026-05", "--paralel", 1)
    assert (status, "7 unit tidak berubah" in pesan) == (0, True)
    assert {f.name: f.read_bytes() for f in (mei / "hasil/2026-05").glob("*.csv")} == asli


def _dengan_temuan_sesudahnya(tulis):
    def tulis_kota(hasil, lama, titipan):
        sebelum, nama = [*hasil.temuan], hasil.nama
        manifes = tulis(hasil, lama, titipan)
        assert [t for t in hasil.temuan if t["unit"]] == [t for t in sebelum if t["unit"]]
        assert hasil.nama == nama
        return manifes

    return tulis_kota


def test_yang_tidak_muat_di_disk_tidak_dikatakan_sekali_lagi_dengan_kata_python(monkeypatch):
    """What a full disk did not take is written once more when the file is closed."""

    def penuh(wadah) -> None:
        wadah._file.close()
        raise OSError(errno.ENOSPC, "penuh")

    dikatakan: list[object] = []
    monkeypatch.setattr("asn_nilai.alur.terbitan.titipan.SpooledTemporaryFile.close", penuh)
    monkeypatch.setattr(sys, "unraisablehook", dikatakan.append)
    titipan = Titipan()
    del titipan
    assert dikatakan == []
