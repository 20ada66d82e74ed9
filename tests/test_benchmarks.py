"""The benchmark measures what it says: a clean city, a floor that writes the same cells, a plain script that agrees.

Small cities and no clock: what a run takes is for docs/KINERJA.md.
"""

import csv
import os
import runpy
import subprocess
import sys
import time
from pathlib import Path

import pytest
from laju import bertingkat
from openpyxl import load_workbook

AKAR = Path(__file__).parent.parent
TEMPAT = AKAR / "benchmarks"
PERIODE = "2026-06"


def jalankan(*perintah, status=0):
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR), "PYTHONIOENCODING": "utf-8"}
    hasil = subprocess.run(
        [sys.executable, *map(str, perintah)],
        capture_output=True,
        encoding="utf-8",
        env=lingkungan,
        check=False,
    )
    assert hasil.returncode == status, hasil.stderr
    return hasil.stdout


@pytest.fixture(scope="module")
def modul():
    sys.path.insert(0, str(TEMPAT))
    try:
        import jalankan as jalankan_
        import langkah
        import laporan
        import sel_buku
        import ukur
    finally:
        sys.path.remove(str(TEMPAT))
    return {"jalankan": jalankan_, "langkah": langkah, "laporan": laporan, "sel_buku": sel_buku, "ukur": ukur}


@pytest.fixture(scope="module")
def kota(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kinerja")
    jalankan(TEMPAT / "kota.py", folder / "kota", "--unit", 3, "--asn", 4, "--indikator", 8)
    return folder


@pytest.fixture(scope="module")
def terhitung(kota):
    jalankan("-m", "asn_nilai", "hitung", kota / "kota", "--paksa", "--paralel", 1)
    return kota / "kota" / "hasil" / PERIODE


@pytest.fixture(scope="module")
def unit(kota):
    return sorted(berkas.stem for berkas in (kota / "kota" / "target").glob("*.xlsx"))


def nilai_csv(terhitung):
    with (terhitung / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return {baris["nip"]: baris for baris in csv.DictReader(berkas)}


def test_kota_punya_unit_asn_dan_indikator_yang_diminta(kota, unit):
    baris = list(
        load_workbook(kota / "kota" / "skema.xlsx")["Pegawai"].iter_rows(min_row=5, values_only=True)
    )
    assert len(unit) == 3
    assert len({b[0] for b in baris}) == 12
    for kode in unit:
        target = load_workbook(kota / "kota" / "target" / f"{kode}.xlsx")["Target"]
        assert target.max_row - 8 == 4 * 8


def test_kota_yang_sama_dari_benih_yang_sama(kota, tmp_path):
    jalankan(TEMPAT / "kota.py", tmp_path, "--unit", 3, "--asn", 4)
    for berkas in (kota / "kota").rglob("*.xlsx"):
        if "hasil" not in berkas.parts:
            assert berkas.read_bytes() == (tmp_path / berkas.relative_to(kota / "kota")).read_bytes()


def test_kota_bersih_dan_semua_asn_dinilai(terhitung):
    assert (terhitung / "temuan.csv").read_text(encoding="utf-8").count("\n") == 1
    assert {n["status"] for n in nilai_csv(terhitung).values()} == {"Dinilai"}


@pytest.mark.parametrize("tambahan", bertingkat(((), ("--tanpa-siap-rumus",)), 1))
def test_lantai_menulis_sel_yang_sama_dengan_hitung(modul, kota, terhitung, unit, tmp_path, tambahan):
    sel_buku = modul["sel_buku"]
    for kode in unit:
        sel_buku.urai_dan_simpan(terhitung / kode / "nilai.xlsx", kota / "sel" / f"{kode}.pickle")
    lantai = (TEMPAT / "lantai.py", kota / "kota", PERIODE, kota / "sel", tmp_path)
    jalankan(*lantai, "--paralel", 2, *tambahan)
    for kode in unit:
        asli, tiruan = (sel_buku.urai_buku(f / kode / "nilai.xlsx") for f in (terhitung, tmp_path))
        assert {"Nilai", "Rincian", "Temuan", "Aturan"} <= {lembar.nama for lembar in asli.lembar}
        assert any(sel.jenis == sel_buku.RUMUS and sel.nilai for sel in asli.lembar[0].sel)
        assert tiruan == asli


def test_skrip_biasa_memberi_nilai_dan_predikat_yang_sama(kota, terhitung, unit, tmp_path):
    jalankan(TEMPAT / "skrip_biasa.py", kota / "kota", PERIODE, tmp_path)
    resmi = nilai_csv(terhitung)
    for kode in unit:
        buku = load_workbook(tmp_path / kode / "nilai.xlsx")
        assert buku["Rincian"].max_row - 5 == 4 * 8
        for _, nip, _, _, jumlah, nhk, hasil, perilaku, predikat, status in buku["Nilai"].iter_rows(
            min_row=6, values_only=True
        ):
            baris_resmi = resmi.pop(nip)
            assert (str(jumlah), hasil, perilaku, predikat, status) == (
                baris_resmi["jumlah_indikator"], baris_resmi["rating_hasil_kerja"], baris_resmi["rating_perilaku"], baris_resmi["predikat"],
                baris_resmi["status"],
            )  # fmt: skip
            # Binary fractions may put the plain script one hundredth aside.
            assert nhk == pytest.approx(float(baris_resmi["nilai_hasil_kerja"]), abs=0.0101)
    assert not resmi


def test_yang_diukur_tidak_menyusun_modulnya_setiap_kali(modul, monkeypatch):
    """A shell that keeps no compiled modules would let every start be measured with theirs."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "lain")
    lingkungan = modul["ukur"].lingkungan_bersih()
    perintah = [sys.executable, "-c", "import sys; print(sys.dont_write_bytecode, sys.path[1:3])"]
    keluar = subprocess.run(perintah, env=lingkungan, cwd=AKAR, capture_output=True, text=True, check=True)
    assert keluar.stdout == f"False {[str(AKAR), str(AKAR / 'lain')]}\n"


def test_ukur_mencatat_waktu_memori_status_dan_pesan(modul, tmp_path):
    skrip = "import sys, time; isi = bytearray(60_000_000); time.sleep(0.2); sys.exit('habis')"
    hasil = modul["ukur"].ukur([sys.executable, "-c", skrip], di=tmp_path, lingkungan=dict(os.environ))
    assert (hasil.status, hasil.pesan.strip()) == (1, "habis")
    assert 0.2 <= hasil.detik < 60
    assert hasil.mib is None or 60 < hasil.mib < 500
    assert hasil.prosesor is None or 0 < hasil.prosesor < 60


def di_proses_ini(perintah, **_):
    """Run what `ukur` would run as a process of its own: two dozen of them take longer to start than to do their work."""
    ukur, mulai, status = sys.modules["ukur"], time.perf_counter(), 0
    apa, *isi = perintah[1:] if perintah[1] in {"-c", "-m"} else ("", *perintah[1:])
    with pytest.MonkeyPatch.context() as tambal:
        tambal.setattr(sys, "argv", ["-c", *isi[1:]] if apa == "-c" else isi)
        tambal.syspath_prepend(TEMPAT)
        try:
            if apa == "-c":
                exec(isi[0], {})  # noqa: S102 - our own lines
            else:
                (runpy.run_module if apa == "-m" else runpy.run_path)(isi[0], run_name="__main__")
        except SystemExit as selesai:
            status = selesai.code or 0
    return ukur.Ukuran(time.perf_counter() - mulai, None, None, status, "")


@pytest.mark.menyeluruh
def test_satu_perintah_mengukur_dan_menulis_laporan(modul, tmp_path, monkeypatch):
    laporan = tmp_path / "KINERJA.md"
    monkeypatch.setattr(modul["jalankan"], "ukur", di_proses_ini)
    ukuran = [
        "--unit",
        "2",
        "--asn",
        "3",
        "--ulang",
        "1",
        "--ulang-pendek",
        "2",
        "--ulang-bantuan",
        "1",
        "--paralel",
        "1",
    ]
    assert modul["jalankan"].main([*ukuran, "--keluaran", str(laporan)]) == 0
    teks = laporan.read_text(encoding="utf-8")
    assert "2 unit × 3 ASN × 8 indikator" in teks
    assert str(tmp_path) not in teks
    for kata in (
        "Lantai",
        "`asn-nilai hitung --paksa`",
        "`asn-nilai validasi`",
        "`asn-nilai rekap`, setahun",
        "Skrip biasa",
        "`--help` terhadap",
        "Prosesor",
        "Python",
    ):
        assert kata in teks


def percobaan_contoh(modul):
    """Return figures made up, two runs of each case."""
    ukuran = modul["ukur"].Ukuran
    detik = {
        "lantai": 2,
        "lantai-rapat": 1.5,
        "hitung": 3.2,
        "hitung-tetap": 0.32,
        "hitung-satu": 0.512,
        "skrip-biasa": 9.6,
        "baca": 0.4,
        "baca-bersama": 0.25,
        "validasi": 1.2,
        "lantai-rekap": 2.0,
        "rekap": 6.0,
        "bantuan": 0.3,
        "typer": 0.2,
    }
    isi = {
        kasus: [ukuran(lama, 2 * lama, 99.6, 0, ""), ukuran(lama, None, None, 0, "")]
        for kasus, lama in detik.items()
    }
    return modul["laporan"].Percobaan(60, 60, 8, 2, isi)


def test_tiap_langkah_berdiri_dengan_keadaan_sesudahnya_di_bawah_yang_sebelumnya(modul):
    langkah, hari = modul["langkah"], modul["laporan"].date(2026, 7, 1)
    semula = langkah.baca()
    contoh = percobaan_contoh(modul)
    lagi = langkah.dengan(semula, contoh, hari, "")
    baru = langkah.dengan(semula, contoh, hari, "Sesuatu dibuat lebih cepat.")
    assert (lagi[:-1], lagi[-1].apa) == (semula[:-1], semula[-1].apa)
    assert baru[:-1] == semula
    *_, kepala, _, terakhir = langkah.tabel(baru[-1:]).splitlines()
    assert terakhir == (
        "| 2026-07-01 | Sesuatu dibuat lebih cepat. | 3,20 | 1,60 | 2,13 | 100 MiB | 3,00 | 4,80 | 3,00 |"
    )
    assert kepala.count("|") == terakhir.count("|")
    assert "| – | 3,79 | 1,83 |" in langkah.tabel(semula)


def test_laporan_memuat_langkah_terakhir_yang_dicatat(modul):
    langkah = modul["langkah"]
    assert langkah.tabel(langkah.baca()) in (AKAR / "docs/KINERJA.md").read_text(encoding="utf-8")


def test_laporan_mengatakan_janji_mana_yang_belum_tercapai(modul):
    laporan = modul["laporan"]
    teks = laporan.laporan(
        percobaan_contoh(modul), {"Prosesor": "contoh"}, laporan.date(2026, 7, 1), "| langkah |"
    )
    assert "\n\n| langkah |\n\n" in teks
    assert "| `hitung` terhadap lantai | paling banyak 0,9 × | 1,60 × | **belum** |" in teks
    assert "| `hitung` terhadap lantai tanpa siap rumus | paling banyak 1,6 × | 2,13 × | **belum** |" in teks
    assert (
        "| `hitung` tanpa perubahan, waktu prosesor | paling banyak 0,10 × `--paksa` | 0,10 × | tercapai |"
        in teks
    )
    assert (
        "| `hitung` satu unit berubah, waktu prosesor | paling banyak 0,15 × `--paksa` | 0,16 × | **belum** |"
        in teks
    )
    assert "| `hitung` lebih cepat dari skrip biasa | paling sedikit 3 × | 3,00 × | tercapai |" in teks
    assert "| `validasi` terhadap calamine saja | paling banyak 2,5 × | 3,00 × | **belum** |" in teks
    assert "| `validasi` terhadap calamine di 2 proses | paling banyak 2,5 × | 4,80 × | **belum** |" in teks
    assert "| `rekap` setahun terhadap lantainya | paling banyak 1,3 × | 3,00 × | **belum** |" in teks
    assert "| `asn-nilai validasi` | 1,20 | 1,20–1,20 | 3,00 | 2,40 | 100 MiB |" in teks
    assert "| `--help` terhadap mengimpor typer | paling banyak 2 × | 1,50 × | tercapai |" in teks
    assert "| `asn-nilai hitung --paksa` | 3,20 | 3,20–3,20 | 1,60 | 6,40 | 100 MiB |" in teks


@pytest.mark.usefixtures("terhitung")
def test_ekspor_buatan_dari_hasil_sendiri_tidak_berbeda(kota):
    """What is measured is a whole comparison: four assessors' exports for each unit, read, and nothing found."""
    keluar = jalankan(TEMPAT / "cocokkan.py", kota / "kota", PERIODE, "--ulangan", 1)
    assert keluar.startswith("12 ekspor, membaca saja: ")
    assert '"beda": []' in jalankan(
        "-m", "asn_nilai", "cocokkan", kota / "kota", "--periode", PERIODE, "--json"
    )
