"""Many work folders under one root: each with its own register and rule, and totals that need no ASN read again."""

import contextlib
import csv
import json
import shutil
from fractions import Fraction
from pathlib import Path

import pytest

from asn_nilai.acuan.hasil.ringkas_kota import jumlah_aturan
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.banyak_ruang import cari_ruang_kerja, hitung_akar, rekap_akar
from asn_nilai.cli import main

CONTOH = Path(__file__).parents[2] / "examples" / "bukittinggi"


def diam(_judul, _banyak):
    return contextlib.nullcontext(lambda _kode: None)


@pytest.fixture(scope="module")
def provinsi(tmp_path_factory):
    akar = tmp_path_factory.mktemp("provinsi") / "sumbar"
    for nama, unit in (("kota a/2026", ("BKPSDM", "DINKES")), ("kota b/2026", ("PKM-TB",))):
        kota = akar / nama
        shutil.copytree(CONTOH, kota, ignore=shutil.ignore_patterns("hasil", "riwayat", "dokumen"))
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
    assert len(list(hitung_akar(akar, "2026-05", diam, paralel=1))) == 3
    return akar


def nilai(kota):
    with (kota / "hasil" / "2026-05" / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return [b for b in csv.DictReader(berkas) if b["status"] != "Pindah"]


def test_ruang_kerja_dicari_menurut_nama_dan_tidak_di_dalam_yang_lain(provinsi):
    (provinsi / "kota a" / "2026" / "salinan").mkdir(exist_ok=True)
    shutil.copy(provinsi / "kota c" / "asn-nilai.toml", provinsi / "kota a" / "2026" / "salinan")
    assert [f.relative_to(provinsi).as_posix() for f in cari_ruang_kerja(provinsi)] == [
        "kota a/2026",
        "kota b/2026",
        "kota c",
    ]


@pytest.mark.parametrize(
    ("folder", "kata"), [("tidak-ada", "tidak ada. Periksa"), ("catatan", "Tidak ada ruang kerja")]
)
def test_akar_tanpa_ruang_kerja(provinsi, folder, kata):
    with pytest.raises(PenggunaanError, match=kata):
        cari_ruang_kerja(provinsi / folder)


def test_rekap_dari_catatan_hasil_sama_dengan_hitungan_dari_nilainya(provinsi):
    _, semua = rekap_akar(provinsi, "2026-05")
    for kota in semua[:2]:
        baris = nilai(provinsi / kota.folder)
        nhk = [Fraction(b["nilai_hasil_kerja"]) for b in baris if b["status"] == "Dinilai"]
        tepat = sum(nhk, Fraction(0)) / len(nhk)
        assert (kota.jumlah.jumlah_asn, kota.jumlah.dinilai) == (len(baris), len(nhk))
        assert abs(Fraction(str(kota.jumlah.rata_rata_nhk)) - tepat) <= Fraction(1, 200)
        assert kota.sebab == ""
    assert (semua[2].jumlah, "tahun" in semua[2].sebab) == (None, True)
    menurut = jumlah_aturan(semua)
    assert set(menurut) == {"permenpanrb-6-2022", "pp-30-2019"}
    assert menurut["pp-30-2019"].dinilai == semua[1].jumlah.dinilai


def test_perintah_rekap_menulis_csv_dan_menyebut_yang_belum_layak(provinsi, capsys):
    with pytest.raises(SystemExit) as akhir:
        main(["rekap", "--akar", str(provinsi), "--periode", "Mei"])
    assert akhir.value.code == 1
    layar = " ".join(capsys.readouterr().err.split())
    assert "BELUM LAYAK DISERAHKAN: kota c." in layar
    assert "Menurut pp-30-2019:" in layar
    with (provinsi / "rekap" / "2026-05" / "rekap_akar.csv").open(encoding="utf-8", newline="") as berkas:
        baris = list(csv.DictReader(berkas))
    assert [b["folder"] for b in baris] == ["kota a/2026", "kota b/2026", "kota c"]
    assert baris[0]["belum_setor"] == "6"
    assert sum(
        int(baris[0][p] or 0)
        for p in baris[0]
        if p in {"Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"}
    ) == int(baris[0]["dinilai"])


def test_masukan_yang_berubah_disebut(provinsi, tmp_path):
    akar = Path(shutil.copytree(provinsi, tmp_path / "sumbar"))
    (akar / "kota a" / "2026" / "capaian" / "2026-05" / "BKPSDM.xlsx").unlink()
    manifes = akar / "kota b" / "2026" / "hasil" / "2026-05" / "manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    isi["unit"]["PKM-TB"]["ringkas"].pop("galat")
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    a, b, _ = rekap_akar(akar, "2026-05")[1]
    assert a.sebab == "1 masukan berubah sejak dihitung"
    assert b.sebab == "ditulis versi lain program ini; hitung lagi"
    assert rekap_akar(akar, "2026-04")[1][0].sebab == "belum dihitung"


def test_perintah_hitung_menyebut_tiap_kota(provinsi, tmp_path, capsys):
    akar = Path(shutil.copytree(provinsi, tmp_path / "sumbar"))
    with pytest.raises(SystemExit) as akhir:
        main(["hitung", "--akar", str(akar), "--periode", "2026-05", "--paralel", "1"])
    assert akhir.value.code == 1
    layar = capsys.readouterr().err
    assert "kota a/2026                  0 dari 8 unit dihitung" in layar
    assert "kota c                       TIDAK DIHITUNG" in layar
    assert "BELUM SELESAI: kota c." in layar


@pytest.mark.parametrize("pilihan", [["--semua"], ["--unit", "A"], ["--json"]])
def test_akar_tidak_bersama_pilihan_lain(provinsi, capsys, pilihan):
    with pytest.raises(SystemExit) as akhir:
        main(["hitung", "--akar", str(provinsi), *pilihan])
    assert akhir.value.code == 2
    assert "--akar menghitung satu periode di semua ruang kerja." in capsys.readouterr().err


def test_rekap_akar_memerlukan_periode_yang_ada(provinsi, capsys):
    for pilihan, kata in (
        ([], "memerlukan --periode"),
        (["--periode", "bulan lalu sekali"], "tidak dikenal"),
    ):
        with pytest.raises(SystemExit) as akhir:
            main(["rekap", "--akar", str(provinsi), *pilihan])
        assert akhir.value.code == 2
        assert kata in capsys.readouterr().err
