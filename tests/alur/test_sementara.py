"""`hitung --sementara`: scores without a month that is still to come, what they may not enter, and how they end."""

import csv
import json
import shutil
from collections import Counter
from contextlib import contextmanager

import openpyxl
import pytest

from asn_nilai.cli.layar_tahun import tampilkan_tahun
from asn_nilai.terbit.data.manifes import Manifes

UNIT, PERIODE, BULAN = "KEL-TD", "2026-T1", "2026-03"
BULANAN = ("2026-01", "2026-02", "2026-03")
KALIMAT = "ASN bernilai sementara, dari bulan yang sudah ada; yang kurang: Maret 2026."


@pytest.fixture
def tanpa_maret(kota, tmp_path):
    """Take March of one unit away, and the months after the quarter; returns the city and where the workbook waits."""
    for bulan in ("2026-04", "2026-05", "2026-06"):
        shutil.rmtree(kota / "capaian" / bulan)
    asal = kota / "capaian" / BULAN / f"{UNIT}.xlsx"
    return kota, asal, shutil.move(asal, tmp_path / "menyusul.xlsx")


def baris(kota, periode=PERIODE) -> list[dict[str, str]]:
    with (kota / "hasil" / periode / "nilai.csv").open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def status_unit(kota) -> Counter:
    return Counter(isi["status"] for isi in baris(kota) if isi["kode_unit"] == UNIT)


def hitung(jalankan, kota, *pilihan):
    return jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1", *pilihan)


@pytest.mark.usefixtures("hanya_data")
def test_yang_kurang_sebulan_bernilai_sementara_dan_yang_lain_tetap(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    hitung(jalankan, kota)
    tanpa = {isi["nip"]: isi for isi in baris(kota)}
    assert status_unit(kota) == {"Belum Dinilai": 6, "Pindah": 1}
    _, keluar, _ = hitung(jalankan, kota, "--sementara", "--json")
    semua = baris(kota)
    assert status_unit(kota) == {"Sementara": 6, "Pindah": 1}
    for isi in semua:
        if isi["kode_unit"] == UNIT and isi["status"] != "Pindah":
            assert isi["alasan"] == f"berkas-hilang (capaian/{BULAN}/{UNIT}.xlsx)"
            assert isi["nilai_hasil_kerja"]
            assert isi["predikat"] != "Belum Dinilai"
        elif isi["status"] != "Sementara":
            assert isi == tanpa[isi["nip"]] or isi["status"] == "Pindah"
    unit = {milik["kode_unit"]: milik for milik in json.loads(keluar)["unit"]}
    assert (unit[UNIT]["sementara"], unit[UNIT]["dinilai"], unit[UNIT]["bulan_kurang"]) == (6, 0, [BULAN])
    jumlah = Counter(isi["status"] for isi in semua if isi["status"] != "Pindah")
    orang = sum(milik["jumlah_asn"] for milik in unit.values())
    assert jumlah["Dinilai"] + jumlah["Sementara"] + jumlah["Belum Dinilai"] == orang
    assert sum(milik["dinilai"] for milik in unit.values()) == jumlah["Dinilai"]
    assert sum(milik["sementara"] for milik in unit.values()) == jumlah["Sementara"]


def test_setiap_muka_menyebut_sementara_dan_bulan_yang_kurang(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    _, _, layar = hitung(jalankan, kota, "--sementara")
    assert KALIMAT in layar.replace("\n", " ")
    assert "tanpa --sementara" in layar
    hasil = kota / "hasil" / PERIODE
    for halaman in (hasil / "index.html", hasil / UNIT / "ringkasan.html"):
        assert KALIMAT in halaman.read_text(encoding="utf-8")
    (orang, *_) = (isi for isi in baris(kota) if isi["status"] == "Sementara")
    kode, keluar, _ = jalankan("jelaskan", orang["nip"], kota, "--periode", PERIODE)
    assert kode == 1
    kartu = (hasil / f"kartu/kartu-{orang['nip']}.html").read_text(encoding="utf-8")
    for muka in (" ".join(keluar.split()), kartu):
        assert f"{orang['predikat']} (sementara, tanpa Maret 2026)" in muka
        assert "tidak ada hasil. Nilai ini sementara, tanpa Maret 2026" in muka
        assert "Nilai ini sementara, belum hasil akhir. Keberatan disampaikan" in muka
        assert "hari sejak hasil akhirnya diterima" in muka
    assert "hari terakhir keberatan" not in kartu
    assert "dihitung sejak hasil akhirnya diterima" in (hasil / UNIT / "ringkasan.html").read_text("utf-8")
    assert "hasil akhirnya" not in (hasil / "DINKES" / "ringkasan.html").read_text("utf-8")
    lembar = openpyxl.load_workbook(hasil / UNIT / "nilai.xlsx", data_only=True)["Nilai"]
    isi = {sel.value for baris_lembar in lembar.iter_rows() for sel in baris_lembar}
    assert {"Sementara", "tanpa Maret 2026", ": Triwulan I 2026 · SEMENTARA, tanpa Maret 2026"} <= isi


def periksa_buku_rekap(berkas) -> None:
    """Dinilai, sementara and belum dinilai of every unit are its people, on Peringkat as on Distribusi."""
    buku = openpyxl.load_workbook(berkas, data_only=True)
    lembar = buku["Peringkat"]
    (kepala,) = (b for b in range(1, 20) if lembar.cell(b, 1).value == "Peringkat")
    kolom = {sel.value: sel.column for sel in lembar[kepala]}
    hitung = [kolom[nama] for nama in ("Jumlah ASN", "Dinilai", "Sementara", "Belum Dinilai")]
    semua = [tuple(lembar.cell(b, k).value for k in hitung) for b in range(kepala + 1, kepala + 11)]
    isi = [angka for angka in semua if angka[0] is not None]
    assert len(isi) == 10 - 1  # eight units and their total
    assert all(asn == dinilai + sementara + belum for asn, dinilai, sementara, belum in isi)
    assert isi[-1][2] == 6
    sebaran = {baris[0].value: baris[1].value for baris in buku["Distribusi"].iter_rows(max_col=2)}
    assert sebaran["Sementara"] == 6
    assert sebaran["Jumlah ASN"] == isi[-1][0]


@pytest.mark.usefixtures("hanya_data")
def test_tidak_masuk_peringkat_terbitan_dan_kunci(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    for bulan in ("2026-01", "2026-02", BULAN):
        jalankan("hitung", kota, "--periode", bulan, "--paralel", "1")
    hitung(jalankan, kota, "--sementara")
    kode, _, layar = jalankan("rekap", kota, "--periode", PERIODE)
    assert kode != 2, layar
    with (kota / "hasil" / PERIODE / "rekap_unit.csv").open(encoding="utf-8", newline="") as sumber:
        (milik,) = (isi for isi in csv.DictReader(sumber) if isi["kode_unit"] == UNIT)
    assert (milik["peringkat"], milik["rata_rata_nhk"], milik["dinilai"], milik["sementara"]) == (
        "",
        "",
        "0",
        "6",
    )
    assert KALIMAT in layar.replace("\n", " ")
    assert KALIMAT in (kota / "hasil" / PERIODE / "rekap.html").read_text(encoding="utf-8")
    periksa_buku_rekap(kota / "hasil" / PERIODE / "rekap.xlsx")
    for perintah in (
        ("rekap", kota, "--samarkan"),
        ("kunci", kota, "--catatan", "tetap dikunci"),
        ("dokumen", "berita-acara", kota),
    ):
        kode, _, layar = jalankan(*perintah, "--periode", PERIODE)
        assert kode == 2
        assert "sementara" in layar
    assert not list((kota / "dokumen").rglob("*.docx"))
    assert not (kota / "hasil" / PERIODE / "publik").exists()


@pytest.mark.usefixtures("hanya_data")
def test_tabel_tahun_dan_semua_menghitung_yang_sementara(jalankan, capsys, tanpa_maret):
    kota, *_ = tanpa_maret
    hitung(jalankan, kota, "--sementara")
    tampilkan_tahun(kota)
    assert "73 dari 79, 6 sementara" in capsys.readouterr().err
    (
        kota / "hasil" / PERIODE / "index.html"
    ).unlink()  # not whole any more: computed anew, provisional as before
    _, _, layar = jalankan("hitung", kota, "--semua")
    assert "73 dari 79 ASN dinilai, 6 sementara" in layar.replace("\n", " ")
    _, keluar, layar = jalankan("hitung", kota, "--semua", "--json")
    assert {p["periode"]: p["sementara"] for p in json.loads(keluar)["periode"]} == dict.fromkeys(
        BULANAN, 0
    ) | {PERIODE: 6}
    _, _, layar = jalankan("hitung", kota, "--semua")
    assert "Triwulan I 2026      sudah mutakhir, 6 sementara, " in layar


@pytest.mark.usefixtures("hanya_data")
def test_bolak_balik_sementara_tidak_menambah_register(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    register = kota / "riwayat" / f"{PERIODE}.jsonl"
    hitung(jalankan, kota)
    dulu = register.read_bytes()
    for pilihan in (("--sementara",), (), ("--sementara",)):
        hitung(jalankan, kota, *pilihan)
        assert register.read_bytes() == dulu
    assert status_unit(kota) == {"Sementara": 6, "Pindah": 1}


@pytest.mark.menyeluruh
def test_verifikasi_semua_dan_hitungan_biasa_tahu_bahwa_hasilnya_sementara(jalankan, tanpa_maret):
    kota, asal, menyusul = tanpa_maret
    manifes = kota / "hasil" / PERIODE / "manifes.json"
    hitung(jalankan, kota, "--sementara")
    sementara = (kota / "hasil" / PERIODE / "nilai.csv").read_bytes()
    assert Manifes.baca(manifes).sementara
    utuh = jalankan("verifikasi", kota, "--periode", PERIODE)
    assert utuh[0] == 0, utuh
    jalankan("hitung", kota, "--semua")
    assert (kota / "hasil" / PERIODE / "nilai.csv").read_bytes() == sementara
    hitung(jalankan, kota)
    assert status_unit(kota) == {"Belum Dinilai": 6, "Pindah": 1}
    assert not Manifes.baca(manifes).sementara
    hitung(jalankan, kota, "--sementara")
    shutil.move(menyusul, asal)
    jalankan("hitung", kota, "--semua")
    assert status_unit(kota) == {"Dinilai": 6, "Pindah": 1}
    assert not Manifes.baca(manifes).sementara
    utuh = jalankan("verifikasi", kota, "--periode", PERIODE)
    assert utuh[0] == 0, utuh


@pytest.mark.parametrize(
    ("pilihan", "kalimat"),
    [
        (("--periode", BULAN, "--sementara"), "satu bulan saja"),
        (("--periode", PERIODE, "--sementara", "--koreksi", "keliru"), "--koreksi tanpa --sementara"),
        (("--semua", "--sementara"), "--semua memilih sendiri"),
    ],
)
def test_yang_tidak_dapat_sementara_ditolak_dengan_kalimat(jalankan, kota, pilihan, kalimat):
    kode, _, layar = jalankan("hitung", kota, *pilihan)
    assert kode == 2
    assert kalimat in layar.replace("\n", " ")


@pytest.mark.usefixtures("hanya_data")
def test_periode_terkunci_tidak_diganti_nilai_sementara(jalankan, kota):
    hitung(jalankan, kota)
    jalankan("kunci", kota, "--periode", PERIODE, "--catatan", "uji")
    kode, _, layar = hitung(jalankan, kota, "--sementara")
    assert kode == 2
    assert "nilai sementara tidak menggantinya" in layar.replace("\n", " ")


@contextmanager
def baris_target(kota):
    """Give the sheet of a unit's targets, its columns by their words and the row of its third line; then save it."""
    berkas = kota / "target" / f"{UNIT}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Target"]
    (kepala,) = (b for b in range(1, 30) if lembar.cell(b, 1).value == "No")
    yield lembar, {sel.value: sel.column for sel in lembar[kepala]}, kepala + 3
    buku.save(berkas)


@pytest.mark.usefixtures("hanya_data")
def test_target_yang_nol_tanpa_bulan_yang_kurang_disebut_di_alasannya(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    with baris_target(kota) as (lembar, kolom, nomor):
        nip = lembar.cell(nomor, kolom["NIP"]).value
        for bulan in ("Jan", "Feb"):
            lembar.cell(nomor, kolom[bulan]).value = 0
    hitung(jalankan, kota, "--sementara")
    (milik,) = (isi for isi in baris(kota) if (isi["kode_unit"], isi["nip"]) == (UNIT, nip))
    assert milik["status"] == "Belum Dinilai"
    assert f"target-nol (target/{UNIT}.xlsx › Target › I{nomor})" in milik["alasan"]


@pytest.mark.usefixtures("hanya_data")
def test_target_bulan_yang_kurang_yang_tidak_terbaca_tidak_menahan(jalankan, tanpa_maret):
    kota, *_ = tanpa_maret
    with baris_target(kota) as (lembar, kolom, nomor):
        lembar.cell(nomor, kolom["Mar"]).value = "segera"
    hitung(jalankan, kota, "--sementara")
    assert status_unit(kota) == {"Sementara": 6, "Pindah": 1}
    with (kota / "hasil" / PERIODE / "temuan.csv").open(encoding="utf-8", newline="") as sumber:
        tingkat = {
            isi["sel"]: isi["tingkat"] for isi in csv.DictReader(sumber) if isi["kode"] == "angka-tidak-sah"
        }
    assert tingkat == {f"J{nomor}": "peringatan"}
    hitung(jalankan, kota)
    assert status_unit(kota) == {"Belum Dinilai": 6, "Pindah": 1}
