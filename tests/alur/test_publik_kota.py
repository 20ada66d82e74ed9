"""The publication of the example city: recounted from its CSV files, and attacked with all its periods together."""

import csv
import shutil
from collections import Counter
from fractions import Fraction
from itertools import pairwise

import pytest
from penyerang_publik import Terbitan, baca, layanan_terbuka, sebaran_terbuka

from asn_nilai import cli
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.alur.terbitan.kunci_samaran import NAMA_KUNCI, kunci_samaran
from asn_nilai.hitung.publik import susun_publik
from asn_nilai.terbit.publik import berkas_publik

BULAN = tuple(f"2026-0{n}" for n in range(1, 7))
PERIODE = (*BULAN, "2026-T1", "2026-01:2026-05", "2026-S1")


@pytest.fixture(scope="module")
def kota(kota_terhitung, tmp_path_factory):
    """The example city with the half year computed as well."""
    kota = shutil.copytree(kota_terhitung, tmp_path_factory.mktemp("publik") / "kota")
    with pytest.raises(SystemExit):
        cli.main(["hitung", str(kota), "--periode", "2026-S1", "--paralel", "1"])
    return kota


@pytest.fixture(scope="module")
def terbitan(kota):
    """Every period's publication, by its code."""
    semua = {}
    for periode in PERIODE:
        konteks = siapkan(kota, periode)
        bahan = bahan_rekap(konteks, tuple(konteks.skema.unit))
        semua[periode] = Terbitan(
            tuple(b.kode for b in konteks.periode.bulan),
            berkas_publik(susun_publik(bahan, kunci_samaran(kota))),
        )
    return semua


def isi(kota, periode, nama):
    return baca((kota / "hasil" / periode.replace(":", "_") / f"{nama}.csv").read_text(encoding="utf-8"))


@pytest.mark.menyeluruh
def test_selisih_semua_terbitan_tidak_membuka_kelompok_kecil(kota, terbitan):
    pelapor = {}
    for bulan in BULAN:
        for b in isi(kota, bulan, "rincian"):
            if b["capaian"]:
                pelapor.setdefault((b["kode_indikator"], b["kode_unit"], bulan), set()).add(b["nip"])
    pelapor = {kunci: frozenset(siapa) for kunci, siapa in pelapor.items()}
    assert sum(len(siapa) < 5 for siapa in pelapor.values()) > 300
    assert layanan_terbuka(terbitan.values(), pelapor, 5) == []
    jenis = {kode: unit.jenis for kode, unit in siapkan(kota, BULAN[0]).skema.unit.items()}
    for periode, terbitan_ini in terbitan.items():
        pegawai = [
            (b["nip"], jenis[b["kode_unit"]], b["predikat"])
            for b in isi(kota, periode, "nilai")
            if b["status"] != "Pindah"
        ]
        assert sebaran_terbuka(terbitan_ini.berkas, pegawai, 5) == []


@pytest.mark.parametrize("bulan", BULAN)
@pytest.mark.menyeluruh
def test_jumlah_dan_rata_rata_seluruh_kota_dihitung_ulang(kota, terbitan, bulan):
    rincian = [b for b in isi(kota, bulan, "rincian") if b["capaian"]]
    rasio = {(b["kode_indikator"], b["kode_unit"]): b for b in isi(kota, bulan, "rasio")}
    baris = [b for b in baca(terbitan[bulan].berkas["layanan.csv"]) if b["jenis_baris"] == "seluruh"]
    assert len(baris) > 10
    for layanan_ini in baris:
        kode, milik_unit = layanan_ini["kode_indikator"], not layanan_ini["jumlah_asn"]
        sendiri = [b for b in rincian if b["kode_indikator"] == kode]
        if milik_unit:
            sendiri = [*{b["kode_unit"]: b for b in sendiri}.values()]
        for kolom in ("target", "realisasi"):
            angka = [Fraction(b[kolom]) for b in sendiri]
            tepat = sum(angka) if layanan_ini["ringkasan"] == "jumlah" else sum(angka) / len(angka)
            batas = max(tepat * Fraction(13, 1000) * Fraction(10, len(angka)), Fraction(11, 10))
            if kolom == "realisasi" and layanan_ini["penyebut"]:
                atas, bawah = (
                    sum(Fraction(b[k]) for (milik, _), b in rasio.items() if milik == kode)
                    for k in ("pembilang", "penyebut")
                )
                assert (atas, bawah) == (int(layanan_ini["pembilang"]), int(layanan_ini["penyebut"]))
                tepat = 100 * atas / bawah
            if milik_unit:
                batas = Fraction(1, 200)
            elif layanan_ini["ringkasan"] == "jumlah" and tepat.denominator == 1:
                batas = 0
            assert abs(Fraction(layanan_ini[kolom]) - tepat) <= batas, layanan_ini


def test_hanya_layanan_publik_dan_keluhan_mei_tepat(terbitan):
    """One complaint was overdue in May and eleven in April; rounded they were 2 and 12."""
    baris = [b for b in baca(terbitan["2026-05"].berkas["layanan.csv"]) if b["jenis_baris"] == "seluruh"]
    kode = {b["kode_indikator"] for b in baris}
    assert {"KES-01", "UMM-04", "KEL-02"} <= kode
    assert kode.isdisjoint({"UMM-01", "UMM-08", "KEL-03", "KES-05"})
    (keluhan,) = [b for b in baris if b["kode_indikator"] == "UMM-04"]
    assert (keluhan["realisasi"], keluhan["realisasi_bulan_lalu"]) == ("1", "11")


def test_predikat_dan_nhk_dihitung_ulang(kota, terbitan):
    for periode, terbitan_ini in terbitan.items():
        semua = Counter(b["kode_unit"] for b in isi(kota, periode, "nilai") if b["status"] != "Pindah")
        dinilai = [b for b in isi(kota, periode, "nilai") if b["status"] == "Dinilai"]
        jumlah = Counter(b["predikat"] for b in dinilai)
        for b in baca(terbitan_ini.berkas["sebaran.csv"]):
            if b["kelompok"] == "Seluruh unit":
                tepat = sum(jumlah[p] for p in b["predikat"].replace(" atau ", ", ").split(", "))
                assert tepat >= 5
                assert abs(int(b["jumlah_asn"]) - tepat) <= 2
        rata = Counter()
        for kode in {b["kode_unit"] for b in dinilai}:
            nhk = [Fraction(b["nilai_hasil_kerja"]) for b in dinilai if b["kode_unit"] == kode]
            if len(nhk) * 100 < 90 * semua[kode]:
                continue  # too few are scored for a mean that may stand beside others
            assert len(nhk) >= 5
            rata[int(sum(nhk) / len(nhk) + Fraction(1, 2))] += 1
        assert Counter(int(b["rata_rata_nhk"]) for b in baca(terbitan_ini.berkas["kinerja_unit.csv"])) == rata


def test_bulan_lalu_adalah_angka_yang_terbit_bulan_lalu(terbitan):
    dibandingkan = 0
    for lalu, kini in pairwise(BULAN):
        dulu = {
            (b["kode_indikator"], b["unit"]): (b["target"], b["realisasi"])
            for b in baca(terbitan[lalu].berkas["layanan.csv"])
        }
        for b in baca(terbitan[kini].berkas["layanan.csv"]):
            if b["realisasi_bulan_lalu"]:
                dibandingkan += 1
                assert dulu[b["kode_indikator"], b["unit"]] == (
                    b["target_bulan_lalu"],
                    b["realisasi_bulan_lalu"],
                )
    assert dibandingkan > 80


def test_tidak_ada_nip_nama_jabatan_langka_atau_kunci(kota, terbitan):
    semua = [b for bulan in BULAN for b in isi(kota, bulan, "nilai")]
    jabatan = Counter(jabatan for _, jabatan in {(b["nip"], b["jabatan"]) for b in semua})
    langka = {jabatan_ini for jabatan_ini, banyak in jabatan.items() if banyak < 5}
    dicari = {b["nip"] for b in semua} | {b["nama"] for b in semua} | langka | {kunci_samaran(kota).hex()}
    assert len(dicari) > 150
    for terbitan_ini in terbitan.values():
        for nama, teks in terbitan_ini.berkas.items():
            assert [x for x in dicari if x in teks] == [], nama


def test_rata_rata_yang_tepat_dan_kode_unit_tidak_menyertai_samaran(kota, terbitan):
    for periode, terbitan_ini in terbitan.items():
        dinilai = [b for b in isi(kota, periode, "nilai") if b["status"] == "Dinilai"]
        kinerja = baca(terbitan_ini.berkas["kinerja_unit.csv"])
        assert all(b["rata_rata_nhk"].isdigit() for b in kinerja)
        for kode in {b["kode_unit"] for b in dinilai}:
            nhk = [float(b["nilai_hasil_kerja"]) for b in dinilai if b["kode_unit"] == kode]
            tepat = f"{sum(nhk) / len(nhk):.2f}"
            assert not [
                nama for nama, teks in terbitan_ini.berkas.items() if tepat in teks and tepat[-3:] != ".00"
            ]
            assert not [b for b in kinerja if kode in b["samaran"]]


def test_kunci_dibuat_sekali_dan_tidak_pernah_di_hasil(tmp_path):
    kunci = kunci_samaran(tmp_path)
    assert len(kunci) == 32
    assert kunci_samaran(tmp_path) == kunci
    assert [f.name for f in tmp_path.iterdir()] == [NAMA_KUNCI]
    assert kunci_samaran_lain(tmp_path) != kunci


def kunci_samaran_lain(folder) -> bytes:
    (folder / "lain").mkdir()
    return kunci_samaran(folder / "lain")


@pytest.mark.parametrize("isi_berkas", [b"", b"abc", b"\xff\xfe", b"g" * 64, b"a" * 63, b"a" * 65])
def test_kunci_yang_rusak_disebut_dan_tidak_diganti(tmp_path, isi_berkas):
    (tmp_path / NAMA_KUNCI).write_bytes(isi_berkas)
    with pytest.raises(PenggunaanError, match=r"tidak berisi kunci samaran yang utuh.*cadangan"):
        kunci_samaran(tmp_path)
    assert (tmp_path / NAMA_KUNCI).read_bytes() == isi_berkas


def test_kunci_yang_berupa_folder_disebut(tmp_path):
    (tmp_path / NAMA_KUNCI).mkdir()
    with pytest.raises(PenggunaanError, match=r"^Kunci samaran .* tidak dapat dibuka"):
        kunci_samaran(tmp_path)


def test_csv_terbaca_sebagai_tabel(terbitan):
    for terbitan_ini in terbitan.values():
        for nama in ("layanan.csv", "sebaran.csv", "kinerja_unit.csv", "kamus_data.csv"):
            lebar = {len(baris) for baris in csv.reader(terbitan_ini.berkas[nama].splitlines())}
            assert len(lebar) == 1
