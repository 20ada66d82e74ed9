"""Targets worth reaching, on the example city: planted ones are asked about, the clean months stay quiet."""

import json
import shutil

import openpyxl
import pytest

BULAN = range(8, 20)
"""Columns of Jan to Des in the example's target workbooks, 1-based."""


@pytest.fixture
def temuan(kota, jalankan):
    def _temuan(*argumen):
        status, keluar, _ = jalankan("validasi", kota, "--json", *argumen)
        return status, json.loads(keluar)

    return _temuan


def ubah(kota, unit, buat):
    """Change the rows of a unit's target workbook: `buat` gets each row's cells."""
    berkas = kota / "target" / f"{unit}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    for baris in buku["Target"].iter_rows(min_row=9):
        buat(baris)
    buku.save(berkas)


def longgarkan(baris):
    """Ease each row that has a target in every month and where more is better."""
    if baris[3].value in {"KES-02", "KES-04", "KES-08", "UMM-03", "UMM-08"}:
        awal = baris[7].value
        for nomor, sel in enumerate(baris[7:19]):
            sel.value = round(awal * (1 - 0.03 * nomor))
        baris[19].value = None


class TestBelumAdaCapaian:
    def test_skema_dan_target_diperiksa_dan_bersih(self, kota, jalankan, temuan):
        shutil.rmtree(kota / "capaian")
        status, isi = temuan()
        assert (status, isi["periode"], isi["temuan"]) == (0, "2026", [])
        assert {unit["status"] for unit in isi["unit"]} == {"lengkap"}
        _, _, pesan = jalankan("validasi", kota)
        assert "Belum ada berkas capaian: yang diperiksa skema dan buku target." in pesan
        assert "Berikutnya: asn-nilai templat capaian" in pesan
        assert (kota / "hasil/2026/validasi.html").is_file()

    def test_target_yang_salah_atau_belum_disetor_adalah_galat(self, kota, temuan):
        shutil.rmtree(kota / "capaian")
        (kota / "target/DINKES.xlsx").unlink()
        ubah(kota, "KEL-TD", lambda baris: baris[6].__setattr__("value", 99) if baris[0].value == 1 else None)
        status, isi = temuan()
        kode = {(t["kode"], t["unit"]) for t in isi["temuan"] if t["tingkat"] == "galat"}
        assert status == 1
        assert ("berkas-hilang", "DINKES") in kode
        assert ("bobot-tidak-100", "KEL-TD") in kode
        assert [t["berkas"] for t in isi["temuan"] if t["kode"] == "berkas-hilang"] == ["target/DINKES.xlsx"]

    def test_periode_yang_ditulis_tetap_menagih_capaiannya(self, kota, temuan):
        shutil.rmtree(kota / "capaian")
        status, isi = temuan("--periode", "2026-01")
        assert (status, {t["kode"] for t in isi["temuan"]}) == (1, {"berkas-hilang"})


def test_unit_yang_melonggarkan_targetnya_ditanya(kota, temuan):
    ubah(kota, "DINKES", longgarkan)
    _, isi = temuan("--periode", "2026-05")
    milik = [t for t in isi["temuan"] if t["kode"] == "unit-melonggarkan-target"]
    assert [(t["unit"], t["tingkat"], t["lembar"]) for t in milik] == [("DINKES", "peringatan", "Target")]
    baris = [t for t in isi["temuan"] if t["kode"] == "target-melonggar"]
    assert {t["tingkat"] for t in baris} == {"info"}
    assert all(t["berkas"] == "target/DINKES.xlsx" and t["sel"].startswith("S") for t in baris)
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("\n[kewajaran]\nunit-melonggarkan-target = false\ntarget-melonggar = false\n")
    _, isi = temuan("--periode", "2026-05")
    assert not [t for t in isi["temuan"] if "melonggar" in t["kode"]]


def test_templat_target_memuat_pertanyaannya(kota, jalankan):
    def petunjuk():
        jalankan("templat", "target", kota, "--unit", "DINKES")
        (berkas,) = (kota / "templat").rglob("DINKES.xlsx")
        lembar = openpyxl.load_workbook(berkas)["Petunjuk"]
        return [str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value]

    ada = petunjuk()
    assert "Target yang layak dicapai" in ada
    assert "Yang layak ditanyakan pada target yang sudah ada" not in ada
    ubah(kota, "DINKES", longgarkan)
    ada = petunjuk()
    assert "Yang layak ditanyakan pada target yang sudah ada" in ada
    assert any("makin ringan menjelang akhir tahun. (lembar Target, sel " in isi for isi in ada)
    assert any(isi.startswith("Bila ada alasannya, cukup jawab") for isi in ada)


def test_dibandingkan_dengan_hasil_bulan_yang_sudah_dihitung(kota, jalankan, temuan):
    for bulan in range(1, 6):
        jalankan("hitung", kota, "--periode", f"2026-{bulan:02}", "--unit", "DINKES")
    assert temuan("--periode", "2026-05")[1]["temuan"] == []

    def ringankan(baris):
        if baris[3].value == "KES-02":
            for sel in baris[12:19]:
                sel.value = 40
            baris[19].value = None

    ubah(kota, "DINKES", ringankan)
    _, isi = temuan("--periode", "2026-05", "--unit", "DINKES")
    semua = [t for t in isi["temuan"] if t["kode"] == "target-di-bawah-realisasi"]
    assert semua
    assert all(
        "realisasinya Januari–Mei 2026 (rata-rata sebulan" in t["pesan"] and t["sel"][0] == "M" for t in semua
    )


@pytest.mark.parametrize(
    "isi",
    [b"\xff\xfe\x00", b"nip,target\n1,x\n", b"", b"nip,kode_indikator,target,realisasi,capaian\n1,K,a,b,c\n"],
)
def test_rincian_yang_rusak_tidak_mengganggu_pemeriksaan(kota, temuan, isi):
    (kota / "hasil/2026-01").mkdir(parents=True)
    (kota / "hasil/2026-01/rincian.csv").write_bytes(isi)
    assert temuan("--periode", "2026-05", "--unit", "DINKES")[1]["temuan"] == []


def test_dibandingkan_dengan_tahun_lalu_bila_foldernya_disebut(kota, jalankan, temuan, tmp_path):
    lalu = tmp_path / "kota-2025"
    (lalu / "hasil").mkdir(parents=True)
    (lalu / "asn-nilai.toml").write_text('instansi = "Kota"\ntahun = 2025\n', encoding="utf-8")
    jalankan("hitung", kota, "--periode", "2026-05", "--unit", "DINKES")
    rincian = (kota / "hasil/2026-05/rincian.csv").read_text("utf-8")
    kepala, *baris = rincian.splitlines()
    dobel = []
    for isi in baris:
        kolom = isi.split(",")
        if kolom[3] == "KES-04":
            kolom[9] = str(float(kolom[9]) * 3)
            dobel.append(",".join(kolom))
    for bulan in range(1, 7):
        (lalu / f"hasil/2025-{bulan:02}").mkdir()
        (lalu / f"hasil/2025-{bulan:02}/rincian.csv").write_text(
            "\n".join([kepala, *dobel, ""]), encoding="utf-8"
        )
    toml = kota / "asn-nilai.toml"
    semula = toml.read_text("utf-8")
    assert temuan("--periode", "2026-05")[1]["temuan"] == []
    toml.write_text(f'{semula}\n[berkas]\ntahun-lalu = "{lalu.as_posix()}"\n', encoding="utf-8")
    _, isi = temuan("--periode", "2026-05", "--unit", "DINKES")
    assert {t["kode"] for t in isi["temuan"]} == {"target-di-bawah-realisasi"}
    assert all("realisasinya Januari–Juni 2025" in t["pesan"] for t in isi["temuan"])
    for salah in ("tidak-ada", "."):
        toml.write_text(f'{semula}\n[berkas]\ntahun-lalu = "{salah}"\n', encoding="utf-8")
        (keliru,) = temuan("--periode", "2026-05")[1]["temuan"]
        assert (keliru["kode"], keliru["tingkat"]) == ("tahun-lalu-tidak-terbaca", "peringatan")
        assert f"menyebut {salah}, tetapi di sana tidak ada ruang kerja tahun 2025" in keliru["pesan"]


def test_pertanyaan_yang_dimatikan_atau_digeser_disebut_validasi_saja(kota, temuan, hasil_json):
    """Who turns a question off for a month and on again is seen by whoever reads that month's answers."""
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("\n[kewajaran]\nrealisasi-seragam = false\nkali-dari = 900.5\nmelonggar-bagian = 0.2\n")
    _, isi = temuan("--periode", "2026-05")
    (info,) = (t for t in isi["temuan"] if t["kode"] == "pertanyaan-diubah")
    assert (info["tingkat"], info["berkas"]) == ("info", "asn-nilai.toml")
    assert info["pesan"].endswith(": realisasi-seragam dimatikan; kali-dari 900,5 (bawaan 7).")
    _, isi = hasil_json("hitung", kota, "--periode", "2026-05")
    assert "pertanyaan-diubah" not in {t["kode"] for t in isi["temuan"]}  # no score asks
