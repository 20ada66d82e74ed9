"""Many work folders under one root: each with its own register and rule, and totals that need no ASN read again."""

import contextlib
import csv
import errno
import json
import shutil
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import ANY

import openpyxl
import pytest
from salinan_contoh import salin_contoh

from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil import muat_aturan as muat_modul
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.banyak_ruang import hitung as modul_hitung
from asn_nilai.alur.perintah.banyak_ruang import rekap as modul_rekap
from asn_nilai.alur.perintah.banyak_ruang.hitung import hitung_akar
from asn_nilai.alur.perintah.banyak_ruang.isi_akar import baca_akar, cari_ruang_kerja
from asn_nilai.alur.perintah.banyak_ruang.rekap import rekap_akar
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError
from asn_nilai.cli import main
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError
from asn_nilai.terbit.data.manifes import CatatanUnit, Manifes

TAHUN_2025 = "ruang kerja tahun 2025"
TANPA_RUANG = "tanpa ruang kerja (asn-nilai.toml) sampai tingkat ke-4 di bawah akar"
MILIK_DISK = ("lost+found", "$RECYCLE.BIN", "System Volume Information")


def diam(_judul, _banyak):
    return contextlib.nullcontext(lambda _kode: None)


@pytest.fixture(scope="module")
def provinsi(tmp_path_factory):
    akar = tmp_path_factory.mktemp("provinsi") / "sumbar"
    for nama, unit in (("kota a/2026", ("BKPSDM", "DINKES")), ("kota b/2026", ("PKM-TB",))):
        kota = akar / nama
        salin_contoh(kota)
        for berkas in [*(kota / "capaian").rglob("*.*"), *(kota / "target").iterdir()]:
            if berkas.is_file() and berkas.stem not in unit:
                berkas.unlink()
    toml = akar / "kota b" / "2026" / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "pp-30-2019"), encoding="utf-8"
    )
    (akar / "kota c").mkdir()
    (akar / "kota c" / "asn-nilai.toml").write_text("tahun = 'x'\n", encoding="utf-8")
    (akar / "catatan").mkdir()
    (akar / "kota a" / "2025").mkdir()
    (akar / "kota a" / "2025" / "asn-nilai.toml").write_text("tahun = 2025\n", encoding="utf-8")
    terhitung = [(kota.folder, kota.dilewati) for kota in hitung_akar(akar, "2026-05", diam, paralel=1)]
    assert terhitung == [
        ("kota a/2025", TAHUN_2025), ("catatan", TANPA_RUANG), ("kota a/2026", ""), ("kota b/2026", ""), ("kota c", ""),
    ]  # fmt: skip
    return akar


def nilai(kota):
    with (kota / "hasil" / "2026-05" / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return [b for b in csv.DictReader(berkas) if b["status"] != "Pindah"]


def test_ruang_kerja_dicari_menurut_nama_dan_yang_di_dalam_ruang_lain_disebut(provinsi, tmp_path):
    """A copy put aside within a city is none of its own, a city's folder moved into another's by mistake is: both are said."""
    akar = salin(provinsi, tmp_path)
    a = akar / "kota a" / "2026"
    for di_dalam in (a / "salinan", a / "kota e" / "2026", a / "riwayat" / "2026-05" / "v1" / "masukan"):
        di_dalam.mkdir(parents=True)
        shutil.copy(akar / "kota c" / "asn-nilai.toml", di_dalam)
    assert [f.relative_to(akar).as_posix() for f in cari_ruang_kerja(akar)] == [
        "kota a/2025",
        "kota a/2026",
        "kota b/2026",
        "kota c",
    ]
    sebab = "ruang kerja di dalam ruang kerja kota a/2026; bila ia daerah tersendiri, pindahkan ke luar"
    assert rekap_akar(akar, "2026-05").dilewati == {
        "kota a/2025": TAHUN_2025, "catatan": TANPA_RUANG, "kota a/2026/kota e/2026": sebab, "kota a/2026/salinan": sebab,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kota", "lain", "disebut"),
    [
        ("", "a/b/c/d", True),
        ("", "a/b/c/d/e", False),
        ("negara/prov/kota/2026", "a/b", True),
        ("negara/prov/kota/2026", "a/b/c", False),
    ],
)
def test_ruang_di_dalam_ruang_dicari_sedalam_ruang_lain_dan_sedikitnya_dua_folder(
    tmp_path, kota, lain, disebut
):
    """Whoever keeps a city within a city hears of it wherever the search goes, without a walk through all that a city keeps."""
    for ruang in (tmp_path / kota, tmp_path / kota / lain):
        ruang.mkdir(parents=True, exist_ok=True)
        (ruang / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
    assert [*baca_akar(tmp_path, None).dilewati] == ([(Path(kota) / lain).as_posix()] if disebut else [])


def test_tautan_ke_kota_yang_sedang_tidak_terjangkau_disebut(provinsi, tmp_path):
    """A share that is not there today is a city without figures, not a city that never was."""
    akar = salin(provinsi, tmp_path)
    try:
        (akar / "kota f").symlink_to(akar / "disk lain" / "kota f", target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links for its users")
    kata = sebab(akar)["kota f"]
    assert kata.startswith(f"{akar / 'kota f'} tidak dapat dibuka (tidak ada).")
    terhitung = {kota.folder: kota.pesan for kota in hitung_akar(akar, "2026-05", diam, paralel=1)}
    assert terhitung["kota f"] == (kata,)


def test_kota_yang_terjangkau_juga_lewat_tautan_terhitung_sekali(provinsi, tmp_path):
    """The folder that is really there stays, wherever the link stands in the order."""
    akar = salin(provinsi, tmp_path)
    try:
        for tempat, tujuan in (("a tautan", "kota b"), ("kota z", "kota b"), ("kota b/putar", "")):
            (akar / tempat).symlink_to(akar / tujuan, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links for its users")
    rekap = rekap_akar(akar, "2026-05")
    assert [kota.folder for kota in rekap.kota] == ["kota a/2026", "kota b/2026", "kota c"]
    assert [kota.sebab for kota in rekap.kota[:2]] == ["", ""]
    tautan = {nama: sebab for nama, sebab in rekap.dilewati.items() if "tautan" in sebab}
    assert tautan["a tautan/2026"] == tautan["kota z/2026"] == "tautan ke folder yang sama dengan kota b/2026"
    assert tautan["kota b/putar/kota c"] == "tautan ke folder yang sama dengan kota c"


def test_pengaturan_yang_tautannya_putus_disebut(provinsi, tmp_path):
    """The city is there, and so are its submissions: no folder without a work folder in it."""
    akar = salin(provinsi, tmp_path)
    toml = akar / "kota c" / "asn-nilai.toml"
    toml.unlink()
    try:
        toml.symlink_to(akar / "bersama.toml")
    except OSError:
        pytest.skip("this system makes no links for its users")
    assert sebab(akar)["kota c"].startswith(f"{toml} tidak dapat dibuka (tidak ada).")


def test_dua_kota_dengan_satu_folder_hasil_tidak_saling_menimpa(provinsi, tmp_path):
    """A neighbour's settings copied with the place of its results. The year before may keep its results beside this one's."""
    akar = salin(provinsi, tmp_path)
    hasil = akar / "kota a" / "2026" / "hasil"
    dulu = {berkas: berkas.read_bytes() for berkas in hasil.rglob("*") if berkas.is_file()}
    for toml in (akar / "kota b" / "2026" / "asn-nilai.toml", akar / "kota a" / "2025" / "asn-nilai.toml"):
        with toml.open("a", encoding="utf-8") as berkas:
            berkas.write(f"\n[berkas]\nhasil = '{hasil.as_posix()}'\n")
    kata = {kota.folder: " ".join(kota.pesan) for kota in hitung_akar(akar, "2026-05", diam, paralel=1)}
    assert (
        kata["kota b/2026"]
        == sebab(akar)["kota b/2026"]
        == (
            f"Folder hasilnya ({hasil}) juga folder hasil kota a/2026, jadi yang satu menimpa yang lain. Beri ruang kerja ini folder sendiri "
            "pada [berkas] di asn-nilai.toml, lalu jalankan lagi."
        )
    )
    assert (kata["kota a/2026"], sebab(akar)["kota a/2026"]) == ("", "")
    assert {berkas: berkas.read_bytes() for berkas in dulu} == dulu
    assert "folder hasil" not in next(kota.sebab for kota in rekap_akar(akar, "2025-05").kota)


def test_akar_yang_berkas_disebut_berkas(provinsi):
    toml = provinsi / "kota c" / "asn-nilai.toml"
    with pytest.raises(
        PenggunaanError, match=r"adalah berkas, bukan folder\. Tulis folder yang memuat ruang kerjanya\."
    ):
        cari_ruang_kerja(toml)


def test_folder_tanpa_ruang_kerja_disebut_dari_yang_teratas(provinsi, tmp_path, capsys):
    """A city whose settings went missing, one too deep, one that sent nothing: none of them leaves the recap in silence."""
    akar = salin(provinsi, tmp_path)
    (akar / "kota c" / "asn-nilai.toml").rename(akar / "kota c" / "asn-nilai.toml.txt")
    (akar / "a" / "b" / "c" / "d" / "e").mkdir(parents=True)
    shutil.copy(akar / "kota b" / "2026" / "asn-nilai.toml", akar / "a" / "b" / "c" / "d" / "e")
    (akar / "kota a" / "lampiran" / "foto").mkdir(parents=True)
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    assert akhir.value.code == 0
    layar = capsys.readouterr().err.splitlines()
    assert [baris.split("dilewati")[0].strip() for baris in layar if baris.endswith(TANPA_RUANG)] == [
        "a", "catatan", "kota a/lampiran", "kota c",
    ]  # fmt: skip
    halaman = (akar / "rekap" / "2026-05" / "rekap_akar.html").read_text(encoding="utf-8")
    assert f"kota c ({TANPA_RUANG})" in halaman
    assert rekap_akar(akar, "2026-05").dilewati.keys() == {
        "kota a/2025",
        "a",
        "catatan",
        "kota a/lampiran",
        "kota c",
    }


@pytest.mark.parametrize(
    ("folder", "kata"), [("tidak-ada", "tidak ada. Periksa"), ("catatan", "Tidak ada ruang kerja")]
)
def test_akar_tanpa_ruang_kerja(provinsi, folder, kata):
    with pytest.raises(PenggunaanError, match=kata):
        cari_ruang_kerja(provinsi / folder)


def test_akar_tanpa_ruang_kerja_menyebut_yang_tidak_terbuka_saja(tmp_path):
    (tmp_path / "kosong").mkdir()
    try:
        (tmp_path / "kota").symlink_to(tmp_path / "tidak-ada")
    except OSError:
        pytest.skip("this system makes no links for its users")
    with pytest.raises(PenggunaanError) as akhir:
        cari_ruang_kerja(tmp_path)
    assert str(akhir.value).partition("satu folder satu. ")[2] == (
        f"{tmp_path / 'kota'} tidak dapat dibuka (tidak ada). Pastikan tidak ada yang memindahkan atau menghapusnya, lalu jalankan lagi."
    )


def test_rekap_dari_catatan_hasil_sama_dengan_hitungan_dari_nilainya(provinsi):
    rekap = rekap_akar(provinsi, "2026-05")
    semua = rekap.kota
    for kota in semua[:2]:
        baris = nilai(provinsi / kota.folder)
        nhk = [Fraction(b["nilai_hasil_kerja"]) for b in baris if b["status"] == "Dinilai"]
        tepat = sum(nhk, Fraction(0)) / len(nhk)
        assert (kota.jumlah.jumlah_asn, kota.jumlah.dinilai) == (len(baris), len(nhk))
        assert abs(Fraction(str(kota.jumlah.rata_rata_nhk)) - tepat) <= Fraction(1, 200)
        assert kota.sebab == ""
    assert (semua[2].jumlah, "tahun" in semua[2].sebab) == (None, True)
    menurut = {bagian.nama: bagian.jumlah for bagian in rekap.menurut_aturan}
    assert set(menurut) == {"permenpanrb-6-2022", "pp-30-2019"}
    assert menurut["pp-30-2019"].dinilai == semua[1].jumlah.dinilai
    assert rekap.dilewati == {"kota a/2025": TAHUN_2025, "catatan": TANPA_RUANG}


def test_galat_dan_unit_sebanyak_yang_disebut_kotanya(provinsi, tmp_path, capsys):
    """Galat of the skema are galat of the city, and people whose unit it does not say are no unit of theirs: on every face alike."""
    akar = salin(provinsi, tmp_path)
    skema = akar / "kota a" / "2026" / "skema.xlsx"
    buku = openpyxl.load_workbook(skema)
    kolom = {sel.value: sel.column for baris in buku["Pegawai"].iter_rows(max_row=9) for sel in baris}
    baris = next(sel.row for sel in buku["Pegawai"]["A"] if str(sel.value).isdecimal())
    buku["Pegawai"].cell(baris, kolom["Kode Unit"]).value = "ENTAH"
    buku.save(skema)
    (terhitung,) = (k for k in hitung_akar(akar, "2026-05", diam, paralel=1) if k.folder == "kota a/2026")
    with (akar / "kota a/2026/hasil/2026-05/temuan.csv").open(encoding="utf-8", newline="") as berkas:
        galat = [b["unit"] for b in csv.DictReader(berkas) if b["tingkat"] == "galat"]
    assert "" in galat
    (kota,) = (k for k in rekap_akar(akar, "2026-05").kota if k.folder == "kota a/2026")
    assert (terhitung.unit, terhitung.galat) == (8, len(galat))
    assert (kota.banyak_unit, kota.jumlah.galat, kota.galat_umum) == (8, len(galat), galat.count(""))
    with pytest.raises(SystemExit):
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    capsys.readouterr()
    with (akar / "rekap" / "2026-05" / "rekap_akar.csv").open(encoding="utf-8", newline="") as berkas:
        assert next(csv.DictReader(berkas))["galat"] == str(len(galat))


def test_perintah_rekap_menulis_csv_dan_menyebut_yang_belum_layak(provinsi, capsys):
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(provinsi), "--periode", "Mei"])
    assert akhir.value.code == 1
    layar = " ".join(capsys.readouterr().err.split())
    assert "BELUM LAYAK DISERAHKAN: kota c." in layar
    assert "Menurut pp-30-2019 di kota b/2026: 12 dari" in layar
    assert {f.name for f in (provinsi / "rekap" / "2026-05").iterdir()} == {
        "rekap_akar.html", "rekap_akar.xlsx", "rekap_akar.csv", "rekap_akar.json",
    }  # fmt: skip
    assert "rekap_akar.json" not in layar, "nobody need open it"
    nip = {b["nip"] for kota in ("kota a", "kota b") for b in nilai(provinsi / kota / "2026")}
    halaman = (provinsi / "rekap" / "2026-05" / "rekap_akar.html").read_text(encoding="utf-8")
    assert not [n for n in nip if n in halaman]
    with (provinsi / "rekap" / "2026-05" / "rekap_akar.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    assert [b["folder"] for b in baris] == ["kota a/2026", "kota b/2026", "kota c"]
    assert baris[0]["belum_setor"] == "6"
    assert sum(
        int(baris[0][p] or 0)
        for p in baris[0]
        if p in {"Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"}
    ) == int(baris[0]["dinilai"])


def salin(provinsi, tmp_path):
    return Path(shutil.copytree(provinsi, tmp_path / "sumbar", ignore=shutil.ignore_patterns("rekap")))


def sebab(akar, periode="2026-05"):
    return {kota.folder: kota.sebab for kota in rekap_akar(akar, periode).kota}


def test_rekap_yang_sedang_dibuka_disebut_dan_sisanya_ditulis(provinsi, tmp_path, monkeypatch, capsys):
    akar = salin(provinsi, tmp_path)
    shutil.rmtree(akar / "kota c")

    def terkunci(_berkas, _rekap):
        raise BerkasTerkunciError("rekap_akar.xlsx tidak dapat diganti: sedang dibuka.")

    monkeypatch.setitem(modul_rekap._TULIS, "rekap_akar.xlsx", terkunci)
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    layar = capsys.readouterr().err
    assert akhir.value.code == 1
    assert "sedang dibuka." in layar
    assert "  Lainnya            rekap_akar.csv\n" in layar
    assert "BELUM SELESAI" in layar


def test_masukan_yang_berubah_disebut(provinsi, tmp_path):
    akar = salin(provinsi, tmp_path)
    (akar / "kota a" / "2026" / "capaian" / "2026-05" / "BKPSDM.xlsx").unlink()
    manifes = akar / "kota b" / "2026" / "hasil" / "2026-05" / "manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    isi["unit"]["PKM-TB"]["ringkas"].pop("galat")
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    kini = sebab(akar)
    assert kini["kota a/2026"] == "1 unit berubah sejak dihitung: BKPSDM"
    assert kini["kota b/2026"] == "ditulis versi lain program ini, atau catatannya diubah; hitung lagi"
    assert sebab(akar, "2026-04")["kota a/2026"] == "belum dihitung"


def test_hasil_yang_diubah_di_luar_program_tidak_dijumlahkan(provinsi, tmp_path):
    """Neither files that are no longer those of the record, nor a record of which the sums cannot be."""
    akar = salin(provinsi, tmp_path)
    csv_a = akar / "kota a" / "2026" / "hasil" / "2026-05" / "nilai.csv"
    csv_a.write_text(
        csv_a.read_text(encoding="utf-8").replace(",Baik,", ",Sangat Baik,"), encoding="utf-8", newline=""
    )
    manifes = akar / "kota b" / "2026" / "hasil" / "2026-05" / "manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    isi["unit"]["PKM-TB"]["ringkas"]["predikat"]["Sangat Baik"] = 60
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    kini = sebab(akar)
    assert kini["kota a/2026"] == "hasilnya tidak sama lagi dengan catatannya (manifes.json); hitung lagi"
    assert kini["kota b/2026"] == "ditulis versi lain program ini, atau catatannya diubah; hitung lagi"
    assert [kota.jumlah for kota in rekap_akar(akar, "2026-05").kota] == [None, None, None]
    hitung_akar_semua = [*hitung_akar(akar, "2026-05", diam, paralel=1)]
    assert len(hitung_akar_semua) == 5
    assert sebab(akar)["kota b/2026"] == ""


def test_keadaan_hasil_dinilai_seperti_status(provinsi, tmp_path):
    """What `asn-nilai` alone calls stale is stale here too: another rule, a missing output, a cut of the register; no more."""
    akar = salin(provinsi, tmp_path)
    a, b = akar / "kota a" / "2026", akar / "kota b" / "2026"
    toml = a / "asn-nilai.toml"
    teks = toml.read_text(encoding="utf-8")
    toml.write_text(teks + "\n# catatan yang tidak mengubah apa pun\n", encoding="utf-8")
    (b / "hasil" / "2026-05" / "PKM-TB" / "nilai.xlsx").unlink()
    kini = sebab(akar)
    assert (kini["kota a/2026"], kini["kota b/2026"]) == ("", "1 unit belum lengkap hasilnya: PKM-TB")
    toml.write_text(teks.replace("permenpanrb-6-2022", "kemenkeu-127-2026"), encoding="utf-8")
    assert sebab(akar)["kota a/2026"] == "semua perlu dihitung lagi: hasilnya dihitung dengan aturan lain"


def test_kota_yang_tersalin_disebut_dan_dua_aturan_atas_setoran_yang_sama_tidak(provinsi, tmp_path, capsys):
    """People counted twice: a copy that has gone on with another unit, and a link. Under another rule they are no copy."""
    akar = salin(provinsi, tmp_path)
    a = akar / "kota a" / "2026"
    shutil.rmtree(akar / "kota c")
    shutil.copytree(a, akar / "kota d")
    (akar / "kota d" / "capaian" / "2026-05" / "BKPSDM.xlsx").unlink()
    shutil.copytree(a, akar / "kota e")
    toml = akar / "kota e" / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "kemenkeu-127-2026"), encoding="utf-8"
    )
    list(hitung_akar(akar, "2026-05", diam, paralel=1))
    kembar = "memuat setoran yang sama dengan kota a/2026, jadi ASN-nya terhitung dua kali; keluarkan salah satunya dari folder akar"
    assert {nama: isi for nama, isi in sebab(akar).items() if isi} == {"kota d": kembar}
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    assert akhir.value.code == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "BELUM LAYAK DISERAHKAN: kota d. Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
    )


def test_kota_yang_lenyap_sejak_rekap_sebelumnya_disebut(provinsi, tmp_path, capsys):
    """Totals never shrink in silence, nor by running again; a city that left for good is taken out by hand."""
    akar, rekap = salin(provinsi, tmp_path), ["rekap", "--akar", None, "--periode", "2026-05"]
    rekap[2] = str(akar)
    shutil.rmtree(akar / "kota c")
    for harapan in ({}, {"kota b/2026": ANY}, {"kota b/2026": ANY}):
        assert {nama: isi for nama, isi in sebab(akar).items() if isi} == harapan
        with pytest.raises(SystemExit) as akhir:
            main(rekap)
        assert akhir.value.code == bool(harapan)
        if not harapan:
            (akar / "kota b").rename(tmp_path / "kota b")
    assert (
        "kota b/2026                  ada di rekap sebelumnya, sekarang tidak ditemukan di bawah folder akar; kembalikan foldernya, atau "
        "bila memang tidak ikut lagi, hapus rekap/2026-05 lalu susun rekapnya lagi\n"
    ) in capsys.readouterr().err
    assert "Kota Bukittinggi" in rekap_akar(akar, "2026-05").kota[-1].instansi
    shutil.rmtree(akar / "rekap")
    assert "kota b/2026" not in sebab(akar)


def test_kota_yang_dikembalikan_dari_salinan_lama_disebut(provinsi, tmp_path, capsys):
    """It is right in itself; only the recap before it knows that its figures went back, and goes on saying so."""
    akar, lama = salin(provinsi, tmp_path), tmp_path / "lama"
    b = akar / "kota b" / "2026"

    def jalankan(*perintah: str) -> None:
        with pytest.raises(SystemExit):
            main([*perintah, "--periode", "2026-05"])
        capsys.readouterr()

    rekap = ("rekap", "--akar", str(akar))
    jalankan(*rekap)
    shutil.copytree(b, lama)
    jalankan("kunci", str(b), "--catatan", "unit lain menyusul")
    jalankan(*rekap)
    assert sebab(akar)["kota b/2026"] == "", "a register that only went on"
    maju = tmp_path / "maju"
    b.rename(maju)
    shutil.copytree(lama, b)
    mundur = (
        "riwayatnya bukan lanjutan dari yang dilihat rekap sebelumnya (dahulu 2 baris, versi 1 terkunci; sekarang 1 baris, belum dikunci), "
        "seperti bila ruang kerjanya dikembalikan dari salinan lama; kembalikan dari cadangan yang terbaru, atau bila yang ini memang yang "
        "berlaku, hapus rekap/2026-05 lalu susun rekapnya lagi"
    )
    for _ in range(2):
        kota = {kota.folder: kota for kota in rekap_akar(akar, "2026-05").kota}["kota b/2026"]
        assert (kota.sebab, kota.dengan_hitung) == (mundur, False)
        jalankan(*rekap)
    jalankan("kunci", str(b), "--catatan", "sekali lagi")  # as many lines as before, and others
    assert "bukan lanjutan" in sebab(akar)["kota b/2026"]
    shutil.rmtree(b)
    jalankan(*rekap)
    maju.rename(b)
    assert sebab(akar)["kota b/2026"] == ""
    shutil.rmtree(b)
    shutil.copytree(lama, b)
    shutil.rmtree(akar / "rekap")
    assert sebab(akar)["kota b/2026"] == ""


@pytest.mark.parametrize(
    "isi",
    [
        b"", b"[]", b"\xff", b"[" * 100_000, b'{"kota": 1}', b'{"kota": {"kota b/2026": {"baris": 9}}}', b'{"kota": {"x": 1}}',
        b'{"kota": {"x": {"baris": 1e999, "sidik": "", "versi": 0}}}',
    ],
    ids=range(8),
)  # fmt: skip
def test_catatan_rekap_yang_bukan_lagi_catatan_tidak_dipakai(provinsi, tmp_path, isi):
    akar = salin(provinsi, tmp_path)
    (akar / "rekap" / "2026-05").mkdir(parents=True)
    (akar / "rekap" / "2026-05" / "rekap_akar.json").write_bytes(isi)
    assert sebab(akar)["kota b/2026"] == ""


@pytest.mark.parametrize("isi", [b"", b"a;b\n", b"\xff\xfe", b"periode,folder\n1\n"])
def test_rekap_sebelumnya_yang_bukan_lagi_rekap_tidak_dipakai(provinsi, tmp_path, isi):
    akar = salin(provinsi, tmp_path)
    (akar / "rekap" / "2026-05").mkdir(parents=True)
    (akar / "rekap" / "2026-05" / "rekap_akar.csv").write_bytes(isi)
    assert list(sebab(akar)) == ["kota a/2026", "kota b/2026", "kota c"]


def test_kota_dengan_daftar_pegawai_kota_lain_disebut(provinsi, tmp_path):
    """A neighbour's folder copied to begin with: not one submission is the same, and yet its people are counted twice."""
    akar = salin(provinsi, tmp_path)
    d = Path(shutil.copytree(akar / "kota a" / "2026", akar / "kota d"))
    for berkas in [*(d / "capaian").rglob("*.xlsx"), *(d / "target").iterdir()]:
        berkas.unlink()
    shutil.copy(akar / "kota b/2026/capaian/2026-05/PKM-TB.xlsx", d / "capaian" / "2026-05")
    list(hitung_akar(akar, "2026-05", diam, paralel=1))
    assert sebab(akar)["kota d"] == (
        "memuat daftar pegawai (skema.xlsx) yang sama dengan kota a/2026, jadi ASN-nya terhitung dua kali; keluarkan salah satunya "
        "dari folder akar"
    )


def test_setoran_yang_tidak_terbaca_di_dua_kota_bukan_setoran_yang_sama():
    """What another program held when it was computed has no hash: that is nobody's copy."""
    ruang = SimpleNamespace(skema="skema.xlsx", relatif=str)
    manifes = Manifes("2026-05", "a", "b", unit={"A": CatatanUnit({"target/A.xlsx": ""}, {}, {})})
    pemilik: dict[tuple[str, str], str] = {}
    for kota in ("kota a", "kota b"):
        assert modul_rekap._kembaran(kota, SimpleNamespace(ruang=ruang), manifes, pemilik) == ""


@pytest.mark.parametrize("dikenal", [True, False])
def test_hasil_program_lebih_baru_meminta_program_diperbarui(provinsi, tmp_path, capsys, dikenal):
    """Computing it again here is refused, so that is not what is asked for."""
    akar = salin(provinsi, tmp_path)
    shutil.rmtree(akar / "kota c")
    manifes = akar / "kota b" / "2026" / "hasil" / "2026-05" / "manifes.json"
    teks = manifes.read_text(encoding="utf-8").replace(
        f'"program": "{PROGRAM}"', '"program": "asn-nilai 99.0"'
    )
    manifes.write_text(teks if dikenal else teks.replace('"galat": ', '"gawat": '), encoding="utf-8")
    kata = (
        f"hasilnya ditulis asn-nilai 99.0, yang lebih baru daripada program di komputer ini ({PROGRAM}); perbarui dahulu program di "
        "komputer ini"
    )
    assert sebab(akar)["kota b/2026"] == kata
    with pytest.raises(SystemExit):
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    assert capsys.readouterr().err.splitlines()[-1] == (
        "BELUM LAYAK DISERAHKAN: kota b/2026. Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
    )


def test_kota_yang_riwayatnya_tidak_utuh_belum_layak(provinsi, tmp_path):
    """As the city's own recap says of it: computing again would not mend that."""
    akar = salin(provinsi, tmp_path)
    register = akar / "kota b" / "2026" / "riwayat" / "2026-05.jsonl"
    register.write_text(
        register.read_text(encoding="utf-8").replace('"alasan": ""', '"alasan": "x"', 1), encoding="utf-8"
    )
    (kota,) = (k for k in rekap_akar(akar, "2026-05").kota if k.folder == "kota b/2026")
    assert kota.sebab.endswith(
        "; riwayat periode ini tidak utuh; kembalikan folder riwayat dari cadangan, lalu jalankan perintah ini lagi"
    )
    assert not kota.dengan_hitung


def test_kota_terkunci_yang_masukannya_berubah_menyebut_koreksi(provinsi, tmp_path, monkeypatch):
    """Computing all cities again would refuse it for ever; one of which only an output is gone is written again.

    The page of the recap says so, too, and is read anywhere: the command has the city's whole path, however the root was typed.
    """
    akar = salin(provinsi, tmp_path)
    b = akar / "kota b" / "2026"
    with pytest.raises(SystemExit) as akhir:
        main(["kunci", str(b), "--periode", "2026-05", "--catatan", "unit lain menyusul"])
    assert akhir.value.code == 0
    buku = b / "hasil" / "2026-05" / "PKM-TB" / "nilai.xlsx"
    isi = buku.read_bytes()
    buku.unlink()
    assert sebab(akar)["kota b/2026"] == "1 unit belum lengkap hasilnya: PKM-TB"
    buku.write_bytes(isi)
    (b / "capaian" / "2026-05" / "PKM-TB.xlsx").unlink()
    monkeypatch.chdir(akar.parent)
    kota = {kota.folder: kota for kota in rekap_akar(Path(akar.name), "2026-05").kota}["kota b/2026"]
    assert not kota.dengan_hitung
    assert kota.sebab == (
        "1 unit berubah sejak dihitung: PKM-TB; terkunci, jadi tidak dihitung lagi; bila yang berubah memang benar: "
        f'asn-nilai hitung {tulis_folder(b)} --periode 2026-05 --koreksi "ALASAN"'
    )


def test_kota_bernilai_sementara_dihitung_seperti_hitung_biasa(provinsi, tmp_path):
    akar = salin(provinsi, tmp_path)
    a = akar / "kota a" / "2026"
    shutil.rmtree(a / "capaian" / "2026-06")
    for pilihan in (["--sementara"], []):
        with pytest.raises(SystemExit):
            main(["hitung", str(a), "--periode", "2026-T2", *pilihan])
        biasa = (a / "hasil" / "2026-T2" / "nilai.csv").read_bytes()
    with pytest.raises(SystemExit):
        main(["hitung", str(a), "--periode", "2026-T2", "--sementara"])
    assert (a / "hasil" / "2026-T2" / "nilai.csv").read_bytes() != biasa
    assert sebab(akar, "2026-T2")["kota a/2026"] == "nilai sementara"
    list(hitung_akar(akar, "2026-T2", diam, paralel=1))
    assert (a / "hasil" / "2026-T2" / "nilai.csv").read_bytes() == biasa
    assert sebab(akar, "2026-T2")["kota a/2026"] == ""


def test_salinan_aturan_yang_diubah_disebut_sidiknya(provinsi, tmp_path, capsys):
    akar = salin(provinsi, tmp_path)
    b = akar / "kota b" / "2026"
    asli = muat_aturan("pp-30-2019")
    teks = (Path(muat_modul.__file__).parent / "aturan" / "pp-30-2019.toml").read_text(encoding="utf-8")
    (b / "aturan.toml").write_text(teks + "\n# disalin untuk kota ini\n", encoding="utf-8")
    toml = b / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"pp-30-2019"', '"aturan.toml"'), encoding="utf-8"
    )
    shutil.copytree(provinsi / "kota b", akar / "kota d")
    list(hitung_akar(akar, "2026-05", diam, paralel=1))
    rekap = rekap_akar(akar, "2026-05")
    nama = {kota.folder: bagian.nama for bagian in rekap.menurut_aturan for kota in bagian.kota}
    assert nama["kota d/2026"] == f"pp-30-2019 (isi {asli.sha256[:8]})"
    assert nama["kota b/2026"].startswith("pp-30-2019 (isi ")
    assert nama["kota b/2026"] != nama["kota d/2026"]
    with contextlib.suppress(SystemExit):
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    assert f"Menurut pp-30-2019 (isi {asli.sha256[:8]}) di kota d/2026: 12 dari" in capsys.readouterr().err


def test_folder_yang_tidak_terbaca_tidak_menghentikan_yang_lain(provinsi, tmp_path, monkeypatch, capsys):
    akar = salin(provinsi, tmp_path)
    for nama in ("kota b/terkunci", *MILIK_DISK):
        (akar / nama).mkdir()
    asli = Path.iterdir

    def iterdir(folder):
        if folder.name in {"terkunci", *MILIK_DISK}:
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return asli(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    terhitung = {kota.folder: kota for kota in hitung_akar(akar, "2026-05", diam, paralel=1)}
    assert [f for f, kota in terhitung.items() if kota.unit] == ["kota a/2026", "kota b/2026"]
    assert [f for f, kota in terhitung.items() if kota.pesan] == [
        "kota b/terkunci",
        "kota c",
    ]  # no disk's own folders
    (kata,) = terhitung["kota b/terkunci"].pesan
    assert "terkunci tidak dapat dibuka (tidak diizinkan). Tutup program yang memakainya" in kata
    assert sebab(akar)["kota b/terkunci"] == kata
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(akar), "--periode", "2026-05"])
    assert akhir.value.code == 1
    assert "BELUM LAYAK DISERAHKAN: kota b/terkunci, kota c." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("galat", "kata"),
    [
        (OSError(errno.EIO, "Input/output error", "x.xlsx"), "x.xlsx tidak dapat dibuka (disk atau jaringannya"),
        (TulisGagalError("y.csv tidak dapat ditulis."), "y.csv tidak dapat ditulis."),
        (KeyError("198603152009032001"), "kesalahan yang tidak terduga (KeyError). Jalankan perintah ini untuk ruang kerja itu saja"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("modul", "apa"), [(modul_hitung, "hitung_kota"), (modul_hitung, "siapkan"), (modul_rekap, "siapkan")]
)
def test_kota_yang_gagal_disebut_dan_yang_lain_dikerjakan(
    provinsi, tmp_path, monkeypatch, galat, kata, modul, apa
):
    akar, asli = salin(provinsi, tmp_path), getattr(modul, apa)

    def gagal(konteks, *argumen, **pilihan):
        if "kota a" in str(getattr(konteks, "folder", konteks)):
            raise galat
        return asli(konteks, *argumen, **pilihan)

    monkeypatch.setattr(modul, apa, gagal)
    if modul is modul_hitung:
        pesan = {k.folder: " ".join(k.pesan) for k in hitung_akar(akar, "2026-05", diam, paralel=1)}
    else:
        pesan = sebab(akar)
    assert kata in pesan["kota a/2026"]
    assert "198603152009032001" not in pesan["kota a/2026"]  # it goes into files for the leaders
    assert pesan["kota b/2026"] == ""


def test_klaster_yang_putus_menghentikan_semuanya(provinsi, tmp_path, monkeypatch):
    """Each further city would wait half a minute for workers that are gone."""

    def putus(*_argumen, **_pilihan):
        raise PembagianPutusError("klaster terputus")

    monkeypatch.setattr(modul_hitung, "hitung_kota", putus)
    hasil = hitung_akar(salin(provinsi, tmp_path), "2026-05", diam)
    assert [next(hasil).dilewati, next(hasil).dilewati] == [TAHUN_2025, TANPA_RUANG]
    with pytest.raises(PembagianPutusError):
        next(hasil)


def test_tahun_ditetapkan_satu_kali(provinsi, capsys):
    """A month without a year is the newest year's; a typed year counts for all, and the others are skipped in a line each."""
    assert rekap_akar(provinsi, "mei").periode.kode == "2026-05"
    lama = rekap_akar(provinsi, "Mei 2025")
    assert [kota.folder for kota in lama.kota] == ["kota a/2025", "kota c"]
    assert lama.dilewati == {
        **dict.fromkeys(("kota a/2026", "kota b/2026"), "ruang kerja tahun 2026"),
        "catatan": TANPA_RUANG,
    }
    with pytest.raises(PenggunaanError, match=r"Tidak ada ruang kerja tahun 2024 .*; yang ada: 2025, 2026\."):
        rekap_akar(provinsi, "2024-05")
    with pytest.raises(SystemExit) as akhir:
        main(["hitung", "--akar", str(provinsi), "--periode", "2026-05", "--paralel", "1"])
    assert akhir.value.code == 1
    layar = capsys.readouterr().err
    assert "  kota a/2025                  dilewati: ruang kerja tahun 2025\n" in layar
    assert "BELUM SELESAI: kota c." in layar
    assert layar.splitlines()[-1].startswith("3 ruang kerja. Berikutnya: asn-nilai rekap --akar ")


def test_tanpa_periode_bulan_terbaru_dari_tahun_terbaru(provinsi, tmp_path):
    akar = salin(provinsi, tmp_path)
    for kota in ("kota a", "kota b"):
        for bulan in (akar / kota / "2026" / "capaian").iterdir():
            if bulan.name > "2026-02":
                shutil.rmtree(bulan)
    terhitung = {
        kota.folder: (kota.dilewati, kota.periode) for kota in hitung_akar(akar, None, diam, paralel=1)
    }
    februari = Periode.dari_teks("2026-02")
    assert terhitung == {
        "kota a/2025": (TAHUN_2025, None), "catatan": (TANPA_RUANG, None), "kota a/2026": ("", februari),
        "kota b/2026": ("", februari), "kota c": ("", None),
    }  # fmt: skip
    assert (akar / "kota b" / "2026" / "hasil" / "2026-02" / "nilai.csv").is_file()


def test_akar_yang_sendiri_ruang_kerja_disebut_namanya(provinsi, tmp_path, capsys, monkeypatch):
    akar = salin(provinsi, tmp_path) / "kota b" / "2026"
    (akar / "capaian" / "2026-05" / "PKM-TB.xlsx").unlink()
    monkeypatch.chdir(akar)
    with pytest.raises(SystemExit):
        main(["rekap", "--akar", ".", "--periode", "2026-05"])
    assert capsys.readouterr().err.splitlines()[-1] == (
        "BELUM LAYAK DISERAHKAN: 2026. Berikutnya: asn-nilai hitung --akar . --periode 2026-05"
    )


def test_akar_yang_semua_ruangnya_rusak(provinsi, tmp_path):
    akar = salin(provinsi, tmp_path)
    shutil.rmtree(akar / "kota a")
    shutil.rmtree(akar / "kota b")
    with pytest.raises(
        PenggunaanError, match=r"Tidak satu pun ruang kerja di bawah .* dapat dibuka\. kota c: "
    ):
        rekap_akar(akar, "2026-05")


def test_perintah_hitung_menyebut_tiap_kota(provinsi, tmp_path, capsys):
    akar = Path(shutil.copytree(provinsi, tmp_path / "sumbar"))
    with pytest.raises(SystemExit) as akhir:
        main(["hitung", "--akar", str(akar), "--periode", "2026-05", "--paralel", "1"])
    assert akhir.value.code == 1
    layar = capsys.readouterr().err
    assert "kota a/2026                  0 dari 8 unit dihitung" in layar
    assert "kota c                       TIDAK DIHITUNG" in layar
    assert "BELUM SELESAI: kota c." in layar


@pytest.mark.parametrize("pilihan", [["--semua"], ["--unit", "A"], ["--json"], ["kota a"]])
def test_akar_tidak_bersama_pilihan_lain(provinsi, capsys, pilihan):
    with pytest.raises(SystemExit) as akhir:
        main(["hitung", "--akar", str(provinsi), *pilihan])
    assert akhir.value.code == 2
    assert "--akar menghitung satu periode di semua ruang kerja." in capsys.readouterr().err


def test_rekap_akar_memerlukan_periode_yang_ada(provinsi, capsys):
    for pilihan, kata in (
        ([], "memerlukan --periode"),
        (["kota a", "--periode", "2026-05"], "tidak bersama FOLDER, --unit, atau --samarkan."),
        (["--periode", "bulan lalu sekali"], "tidak dikenal"),
    ):
        with pytest.raises(SystemExit) as akhir:
            main(["rekap", "--akar", str(provinsi), *pilihan])
        assert akhir.value.code == 2
        assert kata in capsys.readouterr().err


def test_salinan_dan_folder_unit_yang_tidak_ada_lagi_disebut_di_bawah_kotanya(provinsi, tmp_path):
    akar = salin(provinsi, tmp_path)
    b = akar / "kota b" / "2026"
    shutil.copytree(b / "hasil/2026-05/PKM-TB", b / "hasil/2026-05/PKM-LAMA")
    shutil.copy(b / "skema.xlsx", b / "skema (1).xlsx")
    catatan = {kota.folder: kota.catatan for kota in hitung_akar(akar, "2026-05", diam, paralel=1)}
    assert {nama: len(semua) for nama, semua in catatan.items() if semua} == {"kota b/2026": 2}
    lama, salinan = catatan["kota b/2026"]
    assert "tidak ada lagi di skema: hasil/2026-05/PKM-LAMA/. Isinya" in lama
    assert salinan.startswith("skema (1).xlsx: Nama berkas ini nama salinan dari skema.xlsx")
