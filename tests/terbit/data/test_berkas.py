"""A file appears whole or not at all, and what cannot be written is said in words."""

import os
import time

import pytest

from asn_nilai.terbit.berkas import (
    BerkasTerkunciError,
    TulisGagalError,
    bersihkan_sisa,
    tulis_teks,
    tulis_utuh,
)


def test_berkas_baru_beserta_foldernya(tmp_path):
    tulis_teks(tmp_path / "a" / "b.csv", "é\n")
    assert (tmp_path / "a" / "b.csv").read_bytes() == "é\n".encode()


def test_yang_gagal_di_tengah_jalan_meninggalkan_yang_lama(tmp_path):
    berkas = tmp_path / "nilai.csv"
    tulis_teks(berkas, "lama")

    def terputus():
        with tulis_utuh(berkas) as sementara:
            sementara.write_text("separuh", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        terputus()
    assert berkas.read_text(encoding="utf-8") == "lama"
    assert [f.name for f in tmp_path.iterdir()] == ["nilai.csv"]


def test_berkas_yang_sedang_dibuka_di_excel(tmp_path, monkeypatch):
    berkas = tmp_path / "nilai.xlsx"
    tulis_teks(berkas, "lama")

    def tolak(_asal, _tujuan):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr("pathlib.Path.replace", tolak)
    with pytest.raises(BerkasTerkunciError, match="sedang dibuka di program lain"):
        tulis_teks(berkas, "baru")
    assert berkas.read_text(encoding="utf-8") == "lama"


def test_berkas_yang_belum_ada_tidak_disangka_terbuka_di_excel(tmp_path, monkeypatch):
    def tolak(_folder, *_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.mkdir", tolak)
    with pytest.raises(BerkasTerkunciError) as galat:
        tulis_teks(tmp_path / "kota" / "skema.xlsx", "baru")
    assert str(galat.value) == (
        f"{tmp_path / 'kota' / 'skema.xlsx'} tidak dapat ditulis: folder {tmp_path} tidak dapat ditulisi (tidak diizinkan). Mintalah "
        "hak menulis ke folder itu atau pakai folder Anda sendiri, lalu jalankan perintah ini lagi."
    )


def test_disk_penuh(tmp_path):
    with pytest.raises(TulisGagalError, match="Kosongkan ruang di disk"), tulis_utuh(tmp_path / "x.csv"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_sisa_perintah_yang_terbunuh_dibersihkan(tmp_path):
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / ".nilai.xlsx.123.sementara").write_text("separuh", encoding="utf-8")
    tulis_teks(tmp_path / "A" / "nilai.xlsx", "utuh")
    bersihkan_sisa(tmp_path)
    assert [f.name for f in (tmp_path / "A").iterdir()] == ["nilai.xlsx"]


def test_sisa_yang_lama_dibuang_oleh_siapa_pun_yang_menulis_di_situ(tmp_path):
    for nama, umur in (("lama", 25), ("baru", 23)):
        sisa = tmp_path / f".{nama}.txt.123.sementara"
        sisa.write_text("separuh", encoding="utf-8")
        os.utime(sisa, (time.time() - umur * 3600,) * 2)
    tulis_teks(tmp_path / "pesan.txt", "utuh")
    assert sorted(f.name for f in tmp_path.iterdir()) == [".baru.txt.123.sementara", "pesan.txt"]


def test_berkas_yang_ditulis_di_dalam_yang_lain_disebut_sendiri(tmp_path):
    with (
        pytest.raises(TulisGagalError, match=r"dalam\.csv tidak dapat ditulis \(disk penuh\)") as galat,
        tulis_utuh(tmp_path / "luar.csv"),
        tulis_utuh(tmp_path / "dalam.csv"),
    ):
        raise OSError(28, "No space left on device")
    assert "luar.csv" not in str(galat.value)
