"""What is wrong once is told once: consequences are counted under their cause, and no unit is asked to change a right cell."""

import csv
import errno
import shutil
from pathlib import Path

import openpyxl
import pytest
from skema_kotor import Lembar, ubah_skema

pytestmark = pytest.mark.usefixtures("hanya_data")
PERIODE = "2026-05"


@pytest.fixture
def periksa(kota, hasil_json):
    """Change the example's skema, check its clean May; returns the units, and the findings."""

    def _periksa(ubah) -> tuple[list[dict], list[dict]]:
        ubah_skema(kota, ubah)
        _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
        return hasil["unit"], hasil["temuan"]

    return _periksa


def tulis(lembar: str, sel: str, nilai: object):
    return lambda buku: setattr(buku[lembar][sel], "value", nilai)


def ubah_buku(berkas: Path, lembar: str, **sel: object) -> None:
    buku = openpyxl.load_workbook(berkas)
    for alamat, nilai in sel.items():
        buku[lembar][alamat].value = nilai
    buku.save(berkas)


def alasan(kota: Path) -> dict[str, str]:
    """Return the column `alasan` by name, of who is not scored."""
    with (kota / "hasil" / PERIODE / "nilai.csv").open(encoding="utf-8", newline="") as sumber:
        return {b["nama"]: b["alasan"] for b in csv.DictReader(sumber) if b["status"] == "Belum Dinilai"}


BERSIH = {"status": "lengkap", "galat": 0, "peringatan": 0}


@pytest.mark.parametrize(
    ("lembar", "sel", "isi", "menunggu"),
    [
        (
            "Indikator",
            "J5",
            "seratus",
            42,
        ),  # Batas Atas of UMM-01, which stands in 21 rows of targets and as many of May
        ("Indikator", "F6", "Naik", 58),  # Polaritas of UMM-02
        (
            "Indikator",
            "A5",
            None,
            42,
        ),  # its code is blank: the books' code is right, and its name tells which
        ("Unit", "A7", "PKM/TB", 12),  # a code that is no file's name: twelve people wait
        ("Pegawai", "A9", "19740606199904190", 11),  # nine rows of the books, and two whose superior this is
        ("Pegawai", "C19", "Honorer", 8),
    ],
)
def test_satu_sel_skema_adalah_satu_sebab(periksa, jalankan, kota, lembar, sel, isi, menunggu):
    unit, temuan = periksa(tulis(lembar, sel, isi))
    (sebab,) = (t for t in temuan if t["tingkat"] == "galat")
    assert (sebab["berkas"], sebab["lembar"], sebab["sel"], sebab["unit"]) == ("skema.xlsx", lembar, sel, "")
    assert f" {menunggu} baris menunggu ini." in sebab["pesan"]
    assert temuan == [sebab]
    assert all({k: u[k] for k in BERSIH} == BERSIH for u in unit)
    jalankan("validasi", kota, "--periode", PERIODE)
    for pesan in (kota / "hasil" / PERIODE / "pesan").iterdir():
        assert "tidak ada yang perlu diperbaiki" in pesan.read_text(encoding="utf-8"), pesan.name
    jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    assert set(alasan(kota).values()) == {f"skema-tidak-sah (skema.xlsx › {lembar} › {sel})"}


def test_salinan_buku_unit_yang_barisnya_keliru_tidak_mengubah_temuannya(kota, periksa, jalankan, hasil_json):
    """Nobody reads it, so results stay what their inputs give."""
    _, semula = periksa(tulis("Unit", "A7", "PKM/TB"))
    jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    buku = kota / f"capaian/{PERIODE}/PKM-TB.xlsx"
    shutil.copy(buku, buku.with_stem("PKM TB"))
    assert hasil_json("validasi", kota, "--periode", PERIODE)[1]["temuan"] == semula
    assert jalankan("verifikasi", kota, "--periode", PERIODE, "--paralel", "1")[0] == 0


@pytest.mark.parametrize(("sel", "asal"), [("A5", "A6"), ("A6", "A5")])
def test_kode_yang_tertulis_pada_dua_indikator_tidak_menyalahkan_unit(periksa, sel, asal):
    """Whichever of the two is mistyped: the other code is nobody's now, and the books are right."""
    unit, (sebab,) = periksa(
        lambda buku: setattr(buku["Indikator"][sel], "value", buku["Indikator"][asal].value)
    )
    assert (sebab["kode"], sebab["berkas"], sebab["sel"]) == ("baris-ganda", "skema.xlsx", "A6")
    assert all({k: u[k] for k in BERSIH} == BERSIH for u in unit)


@pytest.mark.parametrize(("sel", "asal"), [("A7", "A8"), ("A8", "A7")])
def test_kode_yang_tertulis_pada_dua_unit_adalah_satu_sebab(periksa, jalankan, kota, sel, asal):
    """Nobody's row in the sheet Pegawai is wrong: the code that was overwritten is one unit's no longer."""
    _, temuan = periksa(lambda buku: setattr(buku["Unit"][sel], "value", buku["Unit"][asal].value))
    (sebab,) = (t for t in temuan if t["tingkat"] == "galat")
    assert (sebab["kode"], sebab["lembar"], sebab["sel"]) == ("baris-ganda", "Unit", "A8")
    assert " baris menunggu ini." in sebab["pesan"]
    jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    assert set(alasan(kota).values()) == {"skema-tidak-sah (skema.xlsx › Unit › A8)"}


def test_jenis_unit_yang_ditulis_lain_tidak_menyalahkan_unitnya(periksa):
    unit, temuan = periksa(tulis("Unit", "C7", "Puskesmass"))
    assert {t["kode"] for t in temuan} == {"jenis-unit-dua-ejaan"}
    assert "baris menunggu ini" in temuan[0]["pesan"]
    assert all(u["galat"] == 0 for u in unit)


def test_jenis_unit_yang_kosong_tidak_menyalahkan_unitnya(periksa):
    unit, temuan = periksa(tulis("Unit", "C7", None))
    assert [(t["kode"], t["sel"]) for t in temuan] == [("jenis-unit-kosong", "C7")]
    assert "baris menunggu ini" in temuan[0]["pesan"]
    assert all(u["galat"] == 0 for u in unit)


def test_berlaku_untuk_yang_salah_ketik_tidak_menyalahkan_unit(periksa, jalankan, kota):
    def ubah(buku) -> None:
        for baris in buku["Indikator"].iter_rows(min_row=5):
            if baris[13].value == "Puskesmas":
                baris[13].value = "Puskesmsa, Rumah Sakit"

    unit, temuan = periksa(ubah)
    assert {t["kode"] for t in temuan} == {"berlaku-untuk-tidak-dikenal"}
    assert any("menyebut Puskesmsa, Rumah Sakit, padahal" in t["pesan"] for t in temuan)
    assert any("baris menunggu ini" in t["pesan"] for t in temuan)
    assert all(u["galat"] == 0 for u in unit)
    jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    assert all(
        sebab.startswith("skema-tidak-sah (skema.xlsx › Indikator › N") for sebab in alasan(kota).values()
    )


def test_nip_yang_salah_ketik_di_buku_capaian_adalah_satu_sebab(kota, hasil_json, jalankan):
    berkas = kota / "capaian" / PERIODE / "BKPSDM.xlsx"
    lembar = openpyxl.load_workbook(berkas)["Capaian"]
    nip = {
        sel.coordinate: sel.value
        for sel in lembar["B"]
        if str(sel.value or "").isdigit() and len(sel.value) == 18
    }
    pertama = next(iter(nip.values()))
    salah = pertama[:16] + pertama[17] + pertama[16]
    ubah_buku(berkas, "Capaian", **{sel: salah for sel, isi in nip.items() if isi == pertama})
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    assert {t["kode"] for t in hasil["temuan"]} == {"nip-tidak-dikenal"}
    assert {t["berkas"] for t in hasil["temuan"]} == {f"capaian/{PERIODE}/BKPSDM.xlsx"}
    assert hasil["temuan"][0]["pesan"].endswith(" 1 baris menunggu ini.")
    jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    (sebab,) = alasan(kota).values()
    assert sebab.startswith(f"nip-tidak-dikenal (capaian/{PERIODE}/BKPSDM.xlsx › Capaian › B")


def test_satu_baris_yang_nipnya_salah_tidak_menyalahkan_buku_target(kota, hasil_json):
    berkas = kota / "capaian" / PERIODE / "BKPSDM.xlsx"
    lembar = openpyxl.load_workbook(berkas)["Capaian"]
    nip = [sel for sel in lembar["B"] if str(sel.value or "").isdigit() and len(sel.value) == 18]
    ubah_buku(berkas, "Capaian", **{nip[1].coordinate: nip[1].value[:17]})
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    assert [(t["kode"], t["sel"]) for t in hasil["temuan"]] == [("nip-format", nip[1].coordinate)]


def test_nip_yang_salah_ketik_di_buku_target_adalah_satu_sebab(kota, hasil_json):
    berkas = kota / "target" / "BKPSDM.xlsx"
    lembar = openpyxl.load_workbook(berkas)["Target"]
    nip = {
        sel.coordinate: sel.value
        for sel in lembar["B"]
        if str(sel.value or "").isdigit() and len(sel.value) == 18
    }
    pertama = next(iter(nip.values()))
    ubah_buku(berkas, "Target", **{sel: pertama[:17] for sel, isi in nip.items() if isi == pertama})
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    assert {t["kode"] for t in hasil["temuan"]} == {"nip-format"}
    assert {t["berkas"] for t in hasil["temuan"]} == {"target/BKPSDM.xlsx"}


@pytest.mark.parametrize("lembar", ["Pegawai", "Unit"])
def test_lembar_kosong_berhenti_dan_hasil_lama_tetap(mei, jalankan, lembar):
    sebelum = {f: f.read_bytes() for f in (mei / "hasil").rglob("*") if f.is_file()}
    ubah_skema(mei, lambda buku: buku[lembar].delete_rows(5, 200))
    for perintah in ("validasi", "hitung", "rekap"):
        status, _, pesan = jalankan(perintah, mei, "--periode", PERIODE)
        assert status == 2
        assert f"skema.xlsx › {lembar}: belum ada" in pesan
    assert {f: f.read_bytes() for f in (mei / "hasil").rglob("*") if f.is_file()} == sebelum


def test_semua_temuan_skema_dapat_dibaca_utuh(kota, jalankan):
    def ubah(buku) -> None:
        for baris in range(1, 31):
            Lembar(buku["Pegawai"]).isi("jenis", baris, f"Honorer {baris}")

    ubah_skema(kota, ubah)
    _, _, layar = jalankan("validasi", kota, "--periode", PERIODE, "--unit", "BKPSDM")
    berkas = kota / "hasil" / PERIODE / "skema.txt"
    assert f"Untuk pengelola skema: {berkas}" in layar
    teks = berkas.read_text(encoding="utf-8")
    _, _, layar_hitung = jalankan("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    for nomor in range(1, 31):
        kalimat = f"Jenis ASN berisi 'Honorer {nomor}'."
        assert all(kalimat in muka for muka in (teks, layar, layar_hitung))
    assert "lagi" not in layar.partition("Unit  ")[0]
    assert layar.index("Di luar unit: ") < layar.index("Setoran")
    assert "Berikutnya: perbaiki dahulu galat di luar unit" in layar
    assert "Berikutnya: perbaiki dahulu galat di luar unit" in layar_hitung
    ubah_skema(
        kota, lambda buku: [Lembar(buku["Pegawai"]).isi("jenis", baris, None) for baris in range(1, 31)]
    )
    jalankan("validasi", kota, "--periode", PERIODE)
    assert not berkas.exists()


def test_pesan_pengelola_yang_usang_dan_ditahan_program_lain_disebut(kota, jalankan, monkeypatch):
    berkas = kota / "hasil" / PERIODE / "skema.txt"
    berkas.parent.mkdir(parents=True)
    berkas.write_text("Yang sudah diperbaiki.", encoding="utf-8")
    asli = Path.unlink

    def tolak(ini: Path, *, missing_ok: bool = False) -> None:
        if ini == berkas:
            raise PermissionError(errno.EACCES, "Permission denied", str(ini))
        asli(ini, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", tolak)
    status, _, layar = jalankan("validasi", kota, "--periode", PERIODE, "--unit", "KEL-TD")
    assert status == 1
    assert (
        f"{berkas} sudah usang, tetapi tidak dapat dihapus (tidak diizinkan). Tutup program yang memakainya"
        in layar
    )


def test_templat_tidak_disebut_usang_karena_skema_keliru(kota, jalankan, hasil_json):
    jalankan("templat", "capaian", kota, "--periode", PERIODE, "--unit", "KEL-TD")
    (templat,) = (kota / "templat" / PERIODE).glob("KEL-TD.xlsx")
    (kota / "capaian" / PERIODE / "KEL-TD.xlsx").write_bytes(templat.read_bytes())
    ubah_skema(kota, tulis("Indikator", "J5", "seratus"))
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE, "--unit", "KEL-TD")
    assert "templat-usang" not in {t["kode"] for t in hasil["temuan"]}


def salin_nip(kota: Path, lama: str, baru: object, *berkas: str) -> None:
    """Write another number in the place of a NIP, in these books of the units too: they were filled in from the register."""
    for nama in ("skema.xlsx", *berkas):
        buku = openpyxl.load_workbook(kota / nama)
        for lembar in buku:
            if nama != "skema.xlsx" or lembar.title == "Pegawai":
                for baris in lembar.iter_rows():
                    for sel in baris:
                        if sel.value == lama and (nama != "skema.xlsx" or sel.column == 1):
                            sel.value = baru
        buku.save(kota / nama)


PERAWAT, BUKU_PERAWAT = "199705212024212936", ("target/PKM-TB.xlsx", f"capaian/{PERIODE}/PKM-TB.xlsx")


@pytest.mark.parametrize(
    ("baru", "kode"),
    [
        (PERAWAT[:-1], "nip-format"),
        (f"{PERAWAT[:-1]}O", "nip-format"),
        (float(PERAWAT), "nip-presisi-hilang"),
    ],
)
def test_nip_keliru_yang_disalin_dari_skema_tidak_ditagih_kepada_unit(kota, hasil_json, baru, kode):
    salin_nip(kota, PERAWAT, baru, *BUKU_PERAWAT)
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    (sebab,) = hasil["temuan"]
    assert (sebab["kode"], sebab["berkas"], sebab["unit"]) == (kode, "skema.xlsx", "")
    assert " 7 baris menunggu ini." in sebab["pesan"]
    assert all({k: u[k] for k in BERSIH} == BERSIH for u in hasil["unit"])
    hasil_json("hitung", kota, "--periode", PERIODE, "--paralel", "1")
    (satu,) = alasan(kota).values()
    assert satu.startswith("skema-tidak-sah (skema.xlsx › Pegawai › ")


def test_nip_yang_keliru_dengan_cara_lain_daripada_di_skema_tetap_milik_unit(kota, hasil_json):
    salin_nip(kota, PERAWAT, PERAWAT[:-1])
    for nama in BUKU_PERAWAT:
        salin_nip(kota, PERAWAT, PERAWAT[:-2], nama)
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    semua = [(t["kode"], t["berkas"]) for t in hasil["temuan"]]
    assert semua[0] == ("nip-format", "skema.xlsx")
    assert {berkas for kode, berkas in semua[1:] if kode == "nip-format"} == {*BUKU_PERAWAT}


def test_nip_keliru_orang_unit_lain_tidak_dilipat(kota, hasil_json):
    """The register's fault is why his own unit wrote so; another unit's book has no business with the number."""
    salin_nip(kota, PERAWAT, PERAWAT[:-1], *BUKU_PERAWAT)
    berkas = kota / "capaian" / PERIODE / "PKM-MDG.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Capaian"]
    kepala = next(sel for baris in lembar.iter_rows() for sel in baris if sel.value == "NIP")
    lembar.cell(kepala.row + 1, kepala.column).value = PERAWAT[:-1]
    buku.save(berkas)
    _, hasil = hasil_json("validasi", kota, "--periode", PERIODE)
    milik = {(t["kode"], t["unit"]) for t in hasil["temuan"] if t["kode"] == "nip-format"}
    assert milik == {("nip-format", ""), ("nip-format", "PKM-MDG")}
