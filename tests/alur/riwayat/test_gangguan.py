"""A disk that is full, a run that is killed, a file that is held for a moment: the next run finds nothing in its way, nor less kept."""

import errno
import io
import json
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from alur.riwayat.buku_uji import ubah
from openpyxl import load_workbook

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.catatan import Rantai
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil
from asn_nilai.alur.riwayat import versi
from asn_nilai.alur.riwayat.keutuhan import periksa_riwayat
from asn_nilai.alur.siapkan import siapkan_tahun
from asn_nilai.ruang_kerja import RuangKerja

MEI = ("--periode", "2026-05")


def test_kunci_yang_tidak_tersimpan_menyebut_berkasnya_dan_tidak_meninggalkan_salinan(
    mei, jalankan, monkeypatch
):
    asli = shutil.copyfile

    def penuh(asal, tujuan):
        if Path(asal).name == "skema.xlsx":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(asal))
        return asli(asal, tujuan)

    with monkeypatch.context() as tambal:
        tambal.setattr(versi.shutil, "copyfile", penuh)
        status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert f"({mei / 'skema.xlsx'}: disk penuh)" in pesan
    assert not (mei / "riwayat/2026-05/.versi-baru").exists()
    assert jalankan("kunci", mei, *MEI)[0] == 0


def test_tanda_kunci_yang_tertinggal_dibuang_sesudah_registernya_dilengkapi(terkunci, jalankan):
    tanda = terkunci / "riwayat/2026-05/.sedang-dikunci"
    (kode,) = (ini.kode for _, ini in versi.semua_versi(RuangKerja.buka(terkunci)))
    tanda.write_text("LAIN-KODE\n", encoding="utf-8")
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert tanda.exists()  # somebody may be at work on that one
    tanda.write_text(kode + "\n", encoding="utf-8")
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert not tanda.exists()


def test_sisa_register_dibuang_oleh_yang_menulis_berikutnya(kota, jalankan):
    sisa = kota / "riwayat/.2026-05.jsonl.0123abcd.sementara"
    sisa.parent.mkdir()
    sisa.write_bytes(b"separuh")
    jalankan("hitung", kota, *MEI)
    assert not sisa.exists()


@pytest.mark.parametrize("pilihan", [(), ("--samarkan",)])
def test_sisa_rekap_yang_dibunuh_tidak_disangka_berkas_lain(mei, jalankan, pilihan):
    sisa = mei / "hasil/2026-05/publik/.layanan.csv.0123abcd.sementara"
    sisa.parent.mkdir()
    sisa.write_bytes(b"separuh")
    status, _, pesan = jalankan("rekap", mei, *MEI, *pilihan)
    assert (status, "JANGAN DIUMUMKAN" in pesan, sisa.exists()) == (0, False, False), pesan


def tolak_sesaat(tambal: pytest.MonkeyPatch, berkas: Path, ke: int) -> list[Path]:
    """Refuse a file when it is opened for the so-manieth time; returns what grows each time that it is."""
    asli, dibuka = io.open, []

    def buka(nama, *lain, **pilihan):
        if isinstance(nama, str | Path) and Path(nama) == berkas:
            dibuka.append(berkas)
            if len(dibuka) == ke:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(nama))
        return asli(nama, *lain, **pilihan)

    tambal.setattr(io, "open", buka)
    tambal.setattr("builtins.open", buka)
    return dibuka


def setiap_kali(asal: Path, folder: Path, nama: str, jalankan) -> Iterator[tuple[Path, tuple[int, str, str]]]:
    """Compute copies of a city, in each with another opening of a file refused; yield them and what was said."""
    for ke in count(1):
        kota = Path(shutil.copytree(asal, folder / str(ke) / "kota"))
        with pytest.MonkeyPatch.context() as tambal:
            dibuka = tolak_sesaat(tambal, kota / nama, ke)
            jawab = jalankan("hitung", kota, *MEI)
        if len(dibuka) < ke:
            break
        yield kota, jawab
    assert ke > 1


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.parametrize("nama", ["sidik.json", "2026-05/awal-1.zip", "2026-05.jsonl"])
def test_riwayat_yang_sesaat_tidak_terbaca_tidak_disangka_tidak_ada(mei, jalankan, tmp_path, nama):
    """A scanner or a backup holds it: to conclude that nothing was kept would be written down for ever."""
    ubah(mei / "capaian/2026-05/PKM-TB.xlsx", "Capaian", "Realisasi", "198604092024212934", "KES-04", 99)
    utuh = Path(shutil.copytree(mei, tmp_path / "utuh"))
    jalankan("hitung", utuh, *MEI)
    for kota, (status, _, pesan) in setiap_kali(mei, tmp_path, f"riwayat/{nama}", jalankan):
        assert (status, "tidak dapat dibaca (tidak diizinkan)" in pesan) == (2, True), pesan
        assert jalankan("hitung", kota, *MEI)[0] == 0
        assert [*periksa_riwayat(RuangKerja.buka(kota))] == []
        assert isi_register(kota) == isi_register(utuh)


def isi_register(kota: Path) -> list[tuple[str, ...]]:
    rantai = Rantai.baca((kota / "riwayat/2026-05.jsonl").read_bytes())
    return [(ini.apa, ini.kode_unit, ini.nip, ini.semula, ini.menjadi) for ini in rantai.catatan]


@pytest.mark.usefixtures("hanya_data")
def test_kunci_yang_sesaat_tidak_terbaca_tetap_mengunci(terkunci, jalankan, tmp_path):
    ubah(terkunci / "capaian/2026-05/PKM-TB.xlsx", "Capaian", "Realisasi", "198604092024212934", "KES-04", 99)
    sebelum = (terkunci / "hasil/2026-05/nilai.csv").read_bytes()
    for kota, (status, _, _) in setiap_kali(terkunci, tmp_path, "riwayat/2026-05/v1/manifes.json", jalankan):
        assert status == 2
        assert (kota / "hasil/2026-05/nilai.csv").read_bytes() == sebelum
        assert [*periksa_riwayat(RuangKerja.buka(kota))] == []


@pytest.mark.parametrize(
    "nama",
    [
        "hasil/2026-05/PKM-TB/nilai.xlsx",
        "hasil/2026-05/PKM-TB/ringkasan.html",
        "hasil/2026-05/nilai.csv",
        "riwayat/2026-05/awal-1.zip",
        "riwayat/target-2026/awal-1.zip",
    ],
)
def test_yang_baru_ditulis_dan_dipegang_pemindai_tidak_dicatat_tanpa_sidik(kota, jalankan, nama):
    """A record with a blank hash would say for ever that the file is not the one that was written."""
    with pytest.MonkeyPatch.context() as tambal:
        dibuka = tolak_sesaat(tambal, kota / nama, 1)
        kode, _, pesan = jalankan("hitung", kota, *MEI)
    assert dibuka
    assert kode == 1
    assert f"{kota / nama} sudah ditulis, tetapi tidak dapat dibaca kembali (tidak diizinkan)" in pesan
    assert "BELUM SELESAI" in pesan
    assert jalankan("hitung", kota, *MEI)[0] == 0
    status, _, pesan = jalankan("verifikasi", kota, *MEI)
    assert status == 0, pesan


def test_kunci_yang_manifesnya_dipegang_pemindai_dilengkapi_kemudian(mei, jalankan):
    with pytest.MonkeyPatch.context() as tambal:
        tolak_sesaat(tambal, mei / "riwayat/2026-05/v1/manifes.json", 1)
        status, _, pesan = jalankan("kunci", mei, *MEI)
    assert (status, "v1/manifes.json tidak dapat dibaca (tidak diizinkan)" in pesan) == (2, True), pesan
    assert "sudah terkunci" in jalankan("kunci", mei, *MEI)[2]
    status, _, pesan = jalankan("verifikasi", mei, *MEI)
    assert status == 0, pesan


def test_sidik_yang_belum_menyusul_baris_kuncinya_dilengkapi(terkunci, jalankan):
    """Killed between the lock's line and its hash: until that is there, the line could be cut off unseen."""
    sidik = terkunci / "riwayat/sidik.json"
    isi = json.loads(sidik.read_text(encoding="utf-8"))
    semua = Rantai.baca((terkunci / "riwayat/2026-05.jsonl").read_bytes()).sidik
    assert isi["2026-05"] == semua[-1]
    sidik.write_text(json.dumps({**isi, "2026-05": semua[-2]}), encoding="utf-8")
    assert "sudah terkunci" in jalankan("kunci", terkunci, *MEI)[2]
    assert json.loads(sidik.read_text(encoding="utf-8"))["2026-05"] == semua[-1]
    assert Rantai.baca((terkunci / "riwayat/2026-05.jsonl").read_bytes()).sidik == semua


@pytest.mark.parametrize("ke", [1, 2])
@pytest.mark.parametrize("nama", ["target/PKM-TB.xlsx", "capaian/2026-05/PKM-TB.xlsx"])
def test_paket_keberatan_tidak_dibuat_dari_berkas_yang_sesaat_tidak_terbaca(terkunci, jalankan, nama, ke):
    with pytest.MonkeyPatch.context() as tambal:
        dibuka = tolak_sesaat(tambal, terkunci / "riwayat/2026-05/v1/masukan" / nama, ke)
        status, _, pesan = jalankan("keberatan", "198604092024212934", terkunci, *MEI)
    assert len(dibuka) == ke
    assert (status, f"{nama}: Berkas ini sedang dibuka di program lain" in pesan) == (2, True), pesan
    assert not [*terkunci.glob("dokumen/**/*.zip")]


def test_surat_target_tidak_ditulis_dari_buku_yang_dipegang_program_lain(mei, jalankan):
    perintah = ("dokumen", "target", mei, *MEI, "--unit", "PKM-TB")
    jalankan(*perintah)
    (surat,) = mei.glob("dokumen/2026-05/*.docx")
    sebelum = surat.read_bytes()
    with pytest.MonkeyPatch.context() as tambal:
        assert tolak_sesaat(tambal, mei / "target/PKM-TB.xlsx", 1) == []
        status, _, pesan = jalankan(*perintah)
    assert (status, "target/PKM-TB.xlsx: Berkas ini sedang dibuka di program lain" in pesan) == (2, True), (
        pesan
    )
    assert surat.read_bytes() == sebelum


@pytest.mark.parametrize("pilihan", [(), ("--koreksi", "Salah ketik")])
@pytest.mark.parametrize("nama", ["target/PKM-TB.xlsx", "capaian/2026-05/PKM-TB.xlsx"])
def test_buku_periode_terkunci_yang_dipegang_program_lain_bukan_perubahan(
    terkunci, jalankan, pegang_baca, nama, pilihan
):
    """Else its targets and figures were taken away, and a correction would write that down and publish it."""
    semula = {f: f.read_bytes() for f in terkunci.rglob("*") if f.is_file() and f.suffix != ".lock"}
    with pegang_baca(terkunci / nama):
        status, _, pesan = jalankan("hitung", terkunci, *MEI, "--paralel", "1", *pilihan)
    assert status == 2
    assert f"{nama}: Berkas ini sedang dibuka di program lain" in pesan
    assert "Tutup berkas itu di program yang membukanya" in pesan
    assert "--koreksi" not in pesan
    assert {f: f.read_bytes() for f in semula} == semula


@pytest.mark.parametrize("nama", ["target/PKM-TB.xlsx", "capaian/2026-05/PKM-TB.xlsx"])
def test_verifikasi_selagi_sebuah_buku_dipegang_program_lain_tidak_membuktikan_apa_pun(
    mei, jalankan, pegang_baca, nama
):
    with pegang_baca(mei / nama):
        status, _, pesan = jalankan("verifikasi", mei, *MEI)
    assert status == 2
    assert "belum dapat dibuktikan" in pesan
    assert f"{nama}: Berkas ini sedang dibuka di program lain" in pesan
    assert "TIDAK UTUH" not in pesan
    assert jalankan("verifikasi", mei, *MEI)[0] == 0


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.parametrize("nama", ["nilai.csv", "manifes.json"])
def test_hasil_bulan_lalu_yang_dipegang_program_lain_tidak_disangka_diubah(kota, jalankan, pegang_baca, nama):
    """Else who is to be helped after months below expectations is passed over, by a reason that nobody finds; nor is that remembered."""
    jalankan("hitung", kota, "--periode", "2026-04")
    dipegang = kota / "hasil/2026-04" / nama
    with pegang_baca(dipegang):
        status, _, pesan = jalankan("hitung", kota, *MEI)
    assert status == 2
    assert (
        f"{dipegang} tidak dapat dibaca (tidak diizinkan), jadi tidak diketahui apa yang tersimpan." in pesan
    )
    assert not (kota / "hasil/2026-05/nilai.csv").exists()
    jalankan("hitung", kota, *MEI)
    assert "2 bulan berturut-turut (April 2026" in (kota / "hasil/2026-05/tindak_lanjut.csv").read_text(
        "utf-8"
    )


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.parametrize("dahulu", [True, False])
@pytest.mark.parametrize("nama", ["target/PKM-TB.xlsx", "capaian/2026-05/PKM-TB.xlsx"])
def test_buku_yang_dipegang_program_lain_tidak_tercatat_hilang(kota, jalankan, pegang_baca, nama, dahulu):
    """Nobody is scored by it, and that is said; but the register never forgets, and nobody took targets or figures away."""
    hitung = ("hitung", kota, *MEI, "--paralel", "1")
    register, perubahan = kota / "riwayat/2026-05.jsonl", kota / "hasil/2026-05/perubahan.csv"
    if dahulu:
        jalankan(*hitung)
        nilai, semula = (kota / "hasil/2026-05/nilai.csv").read_bytes(), register.read_bytes()
    with pegang_baca(kota / nama):
        status, _, pesan = jalankan(*hitung)
    assert (status, "sedang dibuka di program lain" in pesan, "Berganti predikat" in pesan) == (
        1,
        True,
        False,
    )
    assert len(perubahan.read_text("utf-8").splitlines()) == 1
    assert pesan.splitlines()[-1].startswith("Berikutnya: tidak ada yang perlu diperbaiki unit. ")
    status, _, pesan = jalankan("verifikasi", kota, *MEI)
    assert status == 2
    assert f"belum selesai, jadi belum dapat dibuktikan: {nama} waktu dihitung tidak dapat dibaca." in pesan
    jalankan(*hitung)
    assert len(perubahan.read_text("utf-8").splitlines()) == 1
    assert "tidak ada" not in register.read_text("utf-8")
    if dahulu:
        assert ((kota / "hasil/2026-05/nilai.csv").read_bytes(), register.read_bytes()) == (nilai, semula)
    assert jalankan("verifikasi", kota, *MEI)[0] == 0


@pytest.mark.usefixtures("hanya_data")
def test_unit_yang_bukunya_tidak_terbaca_disebut_belum_lengkap_bukan_berubah(kota, jalankan, pegang_baca):
    """Nothing of it changed: who is told so looks for a change that nobody made."""
    buku = "capaian/2026-05/PKM-TB.xlsx"
    with pegang_baca(kota / buku):
        jalankan("hitung", kota, *MEI, "--paralel", "1")
        assert (
            jalankan("validasi", kota, *MEI)[2]
            .splitlines()[-1]
            .startswith("Berikutnya: tidak ada yang perlu")
        )
    tahun = siapkan_tahun(kota)
    keadaan = keadaan_hasil(tahun.pada(Periode.dari_teks("2026-05")))
    assert (keadaan.tertahan, keadaan.berubah) == ({"PKM-TB"}, [])
    surat = jalankan("dokumen", "nota-dinas", kota, *MEI)[2]
    assert "Hasil periode ini belum lengkap (ada unit yang hitungannya belum selesai" in surat
    kunci = jalankan("kunci", kota, *MEI)[2]
    assert "berkasnya waktu dihitung tidak dapat dibaca: PKM-TB" in kunci
    assert "masukan berubah" not in kunci
    rekap = jalankan("rekap", kota, *MEI)[2]
    assert (
        f"Hasil Mei 2026 belum lengkap untuk PKM-TB: waktu dihitung tidak dapat dibaca: {buku}. Jalankan: "
        in rekap
    )
    assert "BELUM LAYAK DISERAHKAN: ada hasil yang belum lengkap. " in rekap
    halaman = (kota / "hasil/2026-05/rekap.html").read_text("utf-8")
    assert "Hasil Mei 2026 belum lengkap</h3>" in halaman
    assert ("usang</h3>" in halaman, "Angkanya masih yang lama" in halaman) == (False, False)
    tren = load_workbook(kota / "hasil/2026-05/rekap.xlsx")["Tren"]
    semua = [str(baris[0]) for baris in tren.iter_rows(values_only=True)]
    assert [isi for isi in semua if isi.startswith("Mei 2026, ")] == [
        f"Mei 2026, PKM-TB: masukannya waktu dihitung tidak dapat dibaca ({buku}); hitung ulang."
    ]
    assert not any("bertanda *" in isi for isi in semua)
    assert "Hasil yang belum lengkap (" in jalankan("rekap", kota, *MEI, "--samarkan")[2]
    ubah(kota / "target/DINKES.xlsx", "Target", "Jan", "197609152003121913", "KES-01", lambda angka: angka)
    keadaan = keadaan_hasil(tahun.pada(Periode.dari_teks("2026-05")))
    assert keadaan.berubah == ["DINKES"]
