"""Everybody counts: with every kind of faulty row in the skema, each face has all people, and says of each why there is no score."""

import csv
import io
import json
import re
import warnings
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from isi_html import isi
from skema_kotor import ORANG, SALAH, kotori, salin

from asn_nilai import cli
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.perintah.semua import LangkahTahun
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.cli.perintah import semua

PERIODE = "2026-05"
DINILAI = 49
"""Whom neither a faulty row nor the faulty indicator keeps waiting."""
BELUM = ORANG - DINILAI


class Kota:
    """A computed work folder, and a way to run commands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.hasil = folder, folder / "hasil" / PERIODE

    def jalankan(self, perintah: str, *pilihan: str, nip: str = "") -> tuple[int, str, str]:
        keluar, pesan = io.StringIO(), io.StringIO()
        argumen = [perintah, *filter(None, (nip,)), str(self.folder), "--periode", PERIODE, *pilihan]
        with redirect_stdout(keluar), redirect_stderr(pesan), pytest.raises(SystemExit) as berhenti:
            cli.main(argumen)
        return berhenti.value.code, keluar.getvalue(), pesan.getvalue()

    def halaman(self, nama: str) -> str:
        return (self.hasil / nama).read_text(encoding="utf-8")

    def csv(self, nama: str) -> list[dict[str, str]]:
        with (self.hasil / nama).open(encoding="utf-8", newline="") as sumber:
            return list(csv.DictReader(sumber))

    def buku(self, nama: str):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return openpyxl.load_workbook(self.hasil / nama, data_only=True)


@pytest.fixture(scope="module")
def kota(tmp_path_factory) -> Kota:
    folder = salin(tmp_path_factory.mktemp("semua") / "kota")
    kotori(folder)
    kota = Kota(folder)
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setenv("COLUMNS", "200")
        tambal.setenv("ASN_NILAI_TELUSUR", "1")
        assert kota.jalankan("hitung", "--paralel", "1")[0] == 1
        assert kota.jalankan("rekap")[0] == 1
        yield kota


def angka(teks: str, label: str) -> int:
    """Return the number behind a label of a page's cards."""
    return int(re.search(rf"{label}(\d+)", teks)[1])


def test_nilai_csv_memuat_setiap_orang_dengan_sebab_dan_selnya(kota):
    baris = kota.csv("nilai.csv")
    assert len(baris) == ORANG
    assert [b["status"] for b in baris].count("Dinilai") == DINILAI
    menurut = {(b["nama"], b["kode_unit"]): b for b in baris}
    for orang in SALAH:
        milik = menurut[orang.nama, orang.kode_unit]
        assert (milik["status"], milik["predikat"], milik["nilai_hasil_kerja"]) == (
            "Belum Dinilai",
            "Belum Dinilai",
            "",
        )
        assert milik["alasan"] == f"skema-tidak-sah (skema.xlsx › Pegawai › {orang.sel})"


def test_nip_ditulis_sejauh_dapat_dibaca(kota):
    nip = {b["nama"]: b["nip"] for b in kota.csv("nilai.csv")}
    assert nip["Hendrizon Jambak, S.E."] == "19740606199904190"
    assert nip["Yulfitriwati Pitopang, S.Kom."] == "198812162011122…"
    assert nip["Nofriwaldi Tanjung, S.Kom."] == ""


def test_terminal_dan_json(kota):
    _, _, layar = kota.jalankan("hitung")
    assert re.search(rf"Seluruh unit\s+{DINILAI} dari {ORANG}\s", layar)
    assert re.search(r"Tanpa unit \(lihat skema\)\s+0 dari 2\s.*lihat skema", layar)
    _, keluar, _ = kota.jalankan("hitung", "--json")
    unit = json.loads(keluar)["unit"]
    assert sum(u["jumlah_asn"] for u in unit) == ORANG
    assert sum(u["dinilai"] for u in unit) == DINILAI
    assert next(u for u in unit if not u["kode_unit"])["jumlah_asn"] == 2
    _, _, layar = kota.jalankan("validasi")
    jumlah = re.findall(r" {2}(?:lengkap|lihat skema) +(\d+)", layar)
    assert len(jumlah) == 9
    assert sum(map(int, jumlah)) == ORANG


def test_orang_tanpa_unit_bukan_unit_yang_dihitung(kota):
    """Nothing changed, so no unit is computed; of eight, not of nine."""
    konteks = siapkan(kota.folder, PERIODE)
    hasil = hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    assert TANPA_UNIT.kode in hasil.unit
    langkah, tertulis = LangkahTahun(konteks.periode, hasil, 0, 0), []
    semua._tampilkan(SimpleNamespace(tulis=tertulis.append), langkah)
    assert "0 dari 8 unit dihitung" in tertulis[0]
    assert semua._sebagai_json(langkah)["dihitung"] == []


def test_hasil_dengan_pegawai_tanpa_unit_mutakhir_sampai_skemanya_dibetulkan(kota):
    konteks = siapkan(kota.folder, PERIODE)
    assert keadaan_hasil(konteks).mutakhir
    dibetulkan = replace(konteks, skema=replace(konteks.skema, cacat=()))
    assert keadaan_hasil(dibetulkan).sebab == "memuat pegawai tanpa unit yang lain daripada skema"


def test_halaman(kota):
    kartu = isi(kota.halaman("index.html"), "dl.kartu")[0]
    assert [angka(kartu, kata) for kata in ("ASN", "Dinilai", "Belum dinilai")] == [ORANG, DINILAI, BELUM]
    assert f"Seluruh unit\n8 lengkap\n{DINILAI} dari {ORANG}" in "\n".join(
        isi(kota.halaman("index.html"), "tr")
    )
    unit = [isi(f.read_text(encoding="utf-8"), "dl.kartu")[0] for f in kota.hasil.glob("*/ringkasan.html")]
    assert sum(angka(kartu, "ASN") for kartu in unit) + 2 == ORANG
    assert sum(angka(kartu, "Belum dinilai") for kartu in unit) + 2 == BELUM
    kartu = isi(kota.halaman("rekap.html"), "dl.kartu")[0]
    assert [angka(kartu, kata) for kata in ("ASN", "Dinilai")] == [ORANG, DINILAI]
    kota.jalankan("validasi")
    assert f"ASN\n{ORANG}, 2 di antaranya tanpa unit" in isi(kota.halaman("validasi.html"), "dl.keterangan")[
        0
    ].replace(f"ASN{ORANG}", f"ASN\n{ORANG}")


def test_lembar_tanda_tangan_tiap_unit(kota):
    nama, jumlah = [], 0
    for buku in kota.hasil.glob("*/nilai.xlsx"):
        baris = list(kota.buku(f"{buku.parent.name}/nilai.xlsx")["Nilai"].iter_rows(values_only=True))
        nama += [b[2] or "" for b in baris if b[9] in {"Dinilai", "Belum Dinilai"}]
        jumlah += next(b[2] for b in baris if b[1] == "Jumlah")
    assert (len(nama), jumlah) == (ORANG - 2, ORANG - 2)
    assert {orang.nama for orang in SALAH if orang.kode_unit} <= set(nama)


def test_rekap(kota):
    buku = kota.buku("rekap.xlsx")
    (jumlah,) = (b for b in buku["Peringkat"].iter_rows(values_only=True) if b[2] == "Seluruh unit")
    assert jumlah[4:7] == (ORANG, DINILAI, BELUM)
    sebaran = {b[0]: b[1] for b in buku["Distribusi"].iter_rows(max_row=14, values_only=True)}
    assert (sebaran["Belum Dinilai"], sebaran["Jumlah ASN"]) == (BELUM, ORANG)
    assert sum(int(b["jumlah_asn"]) for b in kota.csv("rekap_unit.csv")) == ORANG
    assert sum(int(b["dinilai"]) for b in kota.csv("rekap_unit.csv")) == DINILAI
    assert {b[2] for b in buku["Tanpa unit"].iter_rows(min_row=8, max_row=9, values_only=True)} == {
        "dr. Wirdahayati Guci",
        "Masrulhadi Jambak, S.E.",
    }
    bertanda_tangan = {
        lembar.title
        for lembar in buku
        for sebaris in lembar.iter_rows(values_only=True)
        if any(isinstance(sel, str) and sel.startswith("Kepala ") and sel.endswith(",") for sel in sebaris)
    }
    unit = {f.parent.name for f in kota.hasil.glob("*/nilai.xlsx")}
    assert bertanda_tangan == unit, "orang tanpa unit tidak punya kepala yang bertanda tangan"
    _, _, layar = kota.jalankan("rekap")
    assert f"{DINILAI} dari {ORANG} ASN dinilai, 8 unit" in layar


def test_publikasi_dan_simulasi(kota):
    assert kota.jalankan("rekap", "--samarkan")[0] == 1
    publik = " ".join(kota.halaman("publik/index.html").split())
    assert "± 50 dari ± 80 pegawai sudah dinilai" in publik, "kelipatan 5 terdekat dari 49 dan 81"
    _, _, layar = kota.jalankan("simulasi", "--aturan", "pp-30-2019")
    assert f"{ORANG} ASN:" in layar


@pytest.mark.parametrize(
    ("nip", "sel"),
    [
        ("19740606199904190", "A9"), ("1974 0606 199904 190", "A9"), ("197406061999041905", "A9"), ("198812162011122906", "A10"),
        ("199704132021012908", "B12"), ("197409142000122916", "G20"), ("199508272019041921", "A88"),
    ],
)  # fmt: skip
def test_jelaskan_menyebut_sel_skema_yang_salah(kota, nip, sel):
    status, keluar, _ = kota.jalankan("jelaskan", "--json", nip=nip)
    assert status == 1
    assert json.loads(keluar)["status"] == "Belum Dinilai"
    assert f"skema.xlsx › Pegawai › {sel}" in keluar
    _, layar, _ = kota.jalankan("jelaskan", nip=nip)
    assert f"skema.xlsx › Pegawai › {sel}" in layar
