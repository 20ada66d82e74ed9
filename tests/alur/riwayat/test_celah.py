"""Ways around the register, the lock and the proof that somebody may try: each is refused, or named for ever."""

import csv
import errno
import hashlib
import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import kepala, ubah
from alur.riwayat.test_trik import beri_kode_baru

from asn_nilai.acuan.profil import aturan as profil
from asn_nilai.acuan.riwayat.catatan import Catatan
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.riwayat.isi_register import IsiRegister
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.target_tahun import baca_target, buka_target, catat_target
from asn_nilai.alur.siapkan import siapkan

MEI = ("--periode", "2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"
TARGET, CAPAIAN = f"target/{UNIT}.xlsx", f"capaian/2026-05/{UNIT}.xlsx"


def perubahan(kota: Path, periode: str = "2026-05") -> list[dict[str, str]]:
    with (kota / f"hasil/{periode}/perubahan.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def mudahkan(kota: Path) -> None:
    ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", 1)


def test_aturan_yang_bernama_sama_dengan_angka_lain_tidak_menembus_kunci(terkunci, jalankan, tmp_path):
    asal = Path(profil.__file__).parent / "aturan/permenpanrb-6-2022.toml"
    teks = asal.read_text(encoding="utf-8")
    assert "dari = 90" in teks
    (tmp_path / "mudah.toml").write_text(
        teks.replace("dari = 90", "dari = 80").replace("sampai = 90", "sampai = 80"), encoding="utf-8"
    )
    dulu = (terkunci / "hasil/2026-05/nilai.csv").read_bytes()
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--aturan", tmp_path / "mudah.toml")
    assert (status, (terkunci / "hasil/2026-05/nilai.csv").read_bytes()) == (2, dulu)
    assert "aturan: semula permenpanrb-6-2022, sekarang permenpanrb-6-2022 dengan isi lain" in pesan


def test_aturan_yang_hanya_dicoba_tidak_menjadi_koreksi_dan_sarannya_dapat_diikuti(terkunci, jalankan):
    versi = terkunci / "riwayat/2026-05"
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--aturan", "pp-30-2019")
    assert status == 2
    assert "aturan: semula permenpanrb-6-2022, sekarang pp-30-2019\n" in pesan
    assert "tulis --aturan yang sama sesudah: asn-nilai simulasi" in pesan
    status, _, pesan = jalankan(
        "hitung", terkunci, *MEI, "--aturan", "pp-30-2019", "--koreksi", "aturan baru"
    )
    assert (status, (versi / "v2").exists()) == (2, False)
    assert "tidak dikoreksi menurut pp-30-2019" in pesan
    toml = terkunci / "asn-nilai.toml"
    teks = toml.read_text(encoding="utf-8")
    assert 'aturan = "permenpanrb-6-2022"' in teks
    toml.write_text(teks.replace('"permenpanrb-6-2022"', '"pp-30-2019"'), encoding="utf-8")
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "aturan baru")
    assert (status, (versi / "v2").exists()) == (0, True), pesan


@pytest.mark.parametrize("cara", ["dipindah", "rusak", "disunting"])
def test_versi_yang_hilang_atau_berubah_tidak_membuka_kunci(terkunci, jalankan, cara):
    versi = terkunci / "riwayat/2026-05/v1"
    if cara == "dipindah":
        versi.rename(terkunci / "v1")
    else:
        isi = json.loads((versi / "manifes.json").read_text(encoding="utf-8"))
        isi["masukan"] = {} if cara == "disunting" else None
        (versi / "manifes.json").write_text(json.dumps(isi), encoding="utf-8")
    mudahkan(terkunci)
    for perintah in ("hitung", "kunci"):
        status, _, pesan = jalankan(perintah, terkunci, *MEI)
        assert status == 2
        assert "terkunci menurut register, tetapi riwayat/2026-05/v1/manifes.json tidak ada atau" in pesan
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 1


def potong(kota: Path, nama: str, sisa: int) -> None:
    register = kota / f"riwayat/{nama}.jsonl"
    register.write_bytes(b"".join(register.read_bytes().splitlines(keepends=True)[:sisa]))


def test_register_yang_dipotong_disebut_pada_setiap_hitungan_sesudahnya(mei, jalankan):
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", mei, *MEI)
    potong(mei, "2026-05", 1)
    for _ in range(3):
        _, _, pesan = jalankan("hitung", mei, *MEI)
        assert "riwayat-tidak-utuh" in pesan
    assert jalankan("verifikasi", mei, *MEI)[0] == 1
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert "Register perubahan tidak utuh" in pesan


@pytest.mark.parametrize("sidik", ["apa adanya", "ikut disesuaikan"])
def test_perubahan_yang_dipotong_dari_register_disebut_lagi_pada_hitungan_berikutnya(mei, jalankan, sidik):
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", mei, *MEI)
    dulu = [{**baris, "waktu": ""} for baris in perubahan(mei)]
    assert {"realisasi", "nhk"} <= {baris["apa"] for baris in dulu}
    potong(mei, "2026-05", 1)
    if sidik == "ikut disesuaikan":
        berkas = mei / "riwayat/sidik.json"
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        isi["2026-05"] = hashlib.sha256(
            (mei / "riwayat/2026-05.jsonl").read_bytes().rstrip(b"\n")
        ).hexdigest()
        berkas.write_text(json.dumps(isi), encoding="utf-8")
    jalankan("hitung", mei, *MEI)
    assert [{**baris, "waktu": ""} for baris in perubahan(mei)] == dulu


@pytest.mark.parametrize("hilang", [("riwayat",), ("riwayat/2026-05.jsonl",), ("riwayat/sidik.json",)])
def test_hasil_sesudah_register_putus_sama_dengan_hitungan_ulangnya(mei, jalankan, hilang):
    for nama in hilang:
        (shutil.rmtree if (mei / nama).is_dir() else Path.unlink)(mei / nama)
    jalankan("hitung", mei, *MEI)
    status, _, pesan = jalankan("verifikasi", mei, *MEI)
    assert (status, "hasil/2026-05/temuan.csv" in pesan, "riwayat/2026-05.jsonl" in pesan) == (1, False, True)
    dulu = {f: f.read_bytes() for f in (mei / "hasil").rglob("*") if f.is_file()}
    jalankan("hitung", mei, *MEI, "--paksa")
    assert {f: f.read_bytes() for f in (mei / "hasil").rglob("*") if f.is_file()} == dulu


def test_sidik_yang_dihapus_disebut_pada_setiap_hitungan_sesudahnya(mei, jalankan):
    (mei / "riwayat/sidik.json").unlink()
    mudahkan(mei)
    for _ in range(2):
        assert "tidak tercatat di sidik.json" in jalankan("hitung", mei, *MEI)[2]


def test_target_yang_registernya_dihapus_tetap_meninggalkan_putusnya(mei, jalankan):
    (mei / "riwayat/target-2026.jsonl").unlink()
    mudahkan(mei)
    for _ in range(2):
        assert "riwayat/target-2026.jsonl" in jalankan("validasi", mei, *MEI)[2]
    assert (mei / "riwayat/target-2026.jsonl").read_bytes().count(b"hitungan-pertama") == 1


def test_register_yang_terkunci_dan_dipotong_hanya_dapat_dikoreksi(terkunci, jalankan):
    potong(terkunci, "2026-05", 1)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert "terkunci, tetapi registernya (riwayat/2026-05.jsonl) terpotong" in pesan
    mudahkan(terkunci)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "cadangan hilang")[0] == 0
    assert '"putus"' in (terkunci / "riwayat/2026-05.jsonl").read_text(encoding="utf-8")


def test_hasil_dari_waktu_lain_dihitung_lagi_dan_perubahannya_disebut(mei, jalankan):
    (mei / "riwayat").rename(mei / "disimpan")
    mudahkan(mei)
    jalankan("hitung", mei, *MEI)
    shutil.rmtree(mei / "riwayat")
    (mei / "disimpan").rename(mei / "riwayat")
    jalankan("hitung", mei, *MEI)
    assert next((b["apa"], b["menjadi"]) for b in perubahan(mei)) == ("target", "1")


def test_kembali_kereta_di_dalam_sel_tidak_membutakan_register(kota, jalankan):
    ubah(kota / CAPAIAN, "Capaian", "Kode Indikator", NIP, "KES-02", "X\rY")
    jalankan("hitung", kota, *MEI)
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", kota, *MEI)
    assert ("realisasi", "KES-04", "99") in {
        (b["apa"], b["kode_indikator"], b["menjadi"]) for b in perubahan(kota)
    }
    assert not (kota / "riwayat/2026-05/awal-2.zip").exists()


def test_kiriman_yang_datang_sesudah_dikunci_disebut_terhadap_versi_1(mei, jalankan):
    kiriman = mei / "capaian/2026-05/DINKES.xlsx"
    isi = kiriman.read_bytes()
    kiriman.unlink()
    shutil.rmtree(mei / "riwayat")
    shutil.rmtree(mei / "hasil")
    jalankan("hitung", mei, *MEI)
    assert jalankan("kunci", mei, *MEI, "--catatan", "Dinkes menyusul")[0] == 0
    kiriman.write_bytes(isi)
    status, _, pesan = jalankan("hitung", mei, *MEI)
    assert (status, "DINKES" in pesan) == (2, True)
    assert jalankan("hitung", mei, *MEI, "--koreksi", "Dinkes sudah masuk")[0] == 0
    apa = {b["apa"] for b in perubahan(mei) if b["kode_unit"] == "DINKES"}
    assert {"realisasi", "perilaku", "status", "predikat", "nhk"} <= apa


def test_hasil_sebagian_unit_bukan_hasil_yang_utuh(kota, jalankan):
    jalankan("hitung", kota, *MEI, "--unit", "DINKES")
    status, _, pesan = jalankan("verifikasi", kota, *MEI)
    assert status == 1
    assert "unit PKM-TB hanya ada di hitungan" in pesan


def test_sebagian_dari_yang_terkunci_belum_disuruh_serahkan(terkunci, jalankan):
    shutil.rmtree(terkunci / "hasil")
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--unit", "DINKES")
    assert status == 0
    assert "Berikutnya: asn-nilai hitung " in pesan
    assert (
        "--periode 2026-05 (1 unit lain belum ditulis kembali, jadi hasil ini belum seluruh yang dikunci)"
        in pesan
    )
    assert "ditandatangani" not in pesan
    pesan = jalankan("hitung", terkunci, *MEI)[2]
    assert "Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani." in pesan


def test_triwulan_bukan_jalan_mengelilingi_bulan_yang_terkunci(terkunci, jalankan):
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    status, _, pesan = jalankan("hitung", terkunci, "--periode", "2026-04:2026-05", "--paralel", 1)
    assert status == 2
    assert "Mei 2026 terkunci" in pesan
    assert not (terkunci / "hasil/2026-04_2026-05/nilai.csv").exists()


def test_target_unit_yang_berganti_kode_tetap_dicatat(mei, jalankan):
    beri_kode_baru(mei)
    ubah(mei / TARGET, "Target", "Agu", NIP, "KES-04", 1)
    jalankan("validasi", mei, *MEI)
    baris = (mei / "riwayat/target-2026.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(baris[-1])["kode_indikator"] == "KES-04"
    assert "Agu 1" in json.loads(baris[-1])["menjadi"]


def test_golongan_yang_diganti_sesudah_dikunci_ditolak(terkunci, jalankan):
    ubah(terkunci / "skema.xlsx", "Pegawai", "Golongan", NIP, "", "II/b")
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert f"Pegawai PKM-TB {NIP}: semula " in pesan


def test_baris_skema_yang_tidak_menyentuh_bulan_itu_tidak_membuatnya_tidak_utuh(mei, jalankan):
    buku = openpyxl.load_workbook(mei / "skema.xlsx")
    lembar = buku["Pegawai"]
    nomor = lembar.max_row + 1
    for label, isi in {
        "NIP": "199001012015011999",
        "Nama": "Baru",
        "Jenis ASN": "PNS",
        "Kode Unit": UNIT,
        "Mulai": "2026-07-01",
    }.items():
        lembar.cell(nomor, kepala(lembar, label).column, isi)
    buku.save(mei / "skema.xlsx")
    status, _, pesan = jalankan("verifikasi", mei, *MEI)
    assert status == 0, pesan


def test_hasil_dengan_aturan_lain_dibuktikan_dengan_aturan_itu(kota, jalankan):
    lain = ("--aturan", "kemenkeu-127-2026")
    jalankan("hitung", kota, *MEI, *lain)
    status, _, pesan = jalankan("verifikasi", kota, *MEI)
    assert status == 2
    assert "dihitung dengan aturan kemenkeu-127-2026" in pesan
    assert jalankan("verifikasi", kota, *MEI, *lain)[0] == 0


def test_koreksi_yang_dibatalkan_bernama_versinya_sendiri(terkunci, jalankan):
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", terkunci, *MEI, "--koreksi", "keliru")
    shutil.copy(terkunci / "riwayat/2026-05/v1/masukan" / CAPAIAN, terkunci / CAPAIAN)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "dikembalikan")[0] == 0
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0
    jalankan("rekap", terkunci, "--periode", "2026-05")
    assert "versi 3 · kode" in (terkunci / "hasil/2026-05/rekap.html").read_text(encoding="utf-8")


def test_dua_pembaca_target_sekaligus_tidak_saling_menimpa(kota):
    konteks = buka_target(siapkan(kota, "2026-05"))
    terbaca = [baca_target(konteks, pemeriksaan.susun(konteks, kode).isian) for kode in ("DINKES", UNIT)]
    for ini in terbaca:
        catat_target(konteks, [ini])
    assert not buka_target(konteks).target.riwayat.temuan
    assert (kota / "riwayat/target-2026/awal-1.zip").is_file()
    kini = buka_target(konteks)
    kedua = baca_target(kini, pemeriksaan.susun(kini, UNIT).isian)
    assert kedua is not None
    catat_target(kini, [kedua])
    assert baca_target(buka_target(kini), pemeriksaan.susun(kini, UNIT).isian) is None


@pytest.mark.parametrize(
    "isi",
    [
        "[" * 100_000, "null", "[]", '{"periode": 1}', '{"a": "b"}',
        '{"periode": "x", "versi": "1", "kode": "a", "nomor": "", "tanggal": "kemarin", "catatan": "", "waktu": "", "program": "", "aturan": ""}',
    ],
    ids=range(6),
)  # fmt: skip
def test_manifes_versi_yang_ngawur_disebut_tanpa_menjatuhkan_program(terkunci, jalankan, isi):
    (terkunci / "riwayat/2026-05/v1/manifes.json").write_text(isi, encoding="utf-8")
    assert jalankan("hitung", terkunci, *MEI)[0] == 2
    status, _, pesan = jalankan("verifikasi", terkunci, *MEI)
    assert status == 1
    assert "manifes versi terkunci tidak terbaca" in pesan


@pytest.mark.parametrize(
    "baris",
    [
        "[" * 100_000,
        '{"apa": 1}',
        '{"waktu": "\\ud800"}',
        "\x00",
        '{"apa": "hitungan-pertama", "menjadi": "a\\u0000 x"}',
    ],
)
def test_register_yang_ngawur_disebut_tanpa_menjatuhkan_program(mei, jalankan, baris):
    with (mei / "riwayat/2026-05.jsonl").open("a", encoding="utf-8", newline="") as berkas:
        berkas.write(baris + "\n")
    for perintah in ("hitung", "riwayat", "verifikasi"):
        _, _, pesan = jalankan(perintah, mei, "--periode", "2026-05")
        assert "tidak menyambung baris sebelumnya" in pesan, perintah


def test_halaman_dari_penguncian_yang_terputus_tidak_dianggap_mutakhir(mei, jalankan):
    berkas = mei / "hasil/2026-05/manifes.json"
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps({**isi, "kode_kunci": "AAAA-BBBB"}), encoding="utf-8")
    _, _, pesan = jalankan("hitung", mei, "--semua")
    assert re.search(r"^  Mei 2026 +\d+ dari 2 unit dihitung; ", pesan, re.MULTILINE), pesan
    assert json.loads(berkas.read_text(encoding="utf-8"))["kode_kunci"] == ""


def test_kunci_dan_koreksi_atas_triwulan_bukan_jalan_mengelilingi_bulan_yang_terkunci(terkunci, jalankan):
    rentang = ("--periode", "2026-04:2026-05", "--paralel", "1")
    assert jalankan("hitung", terkunci, *rentang)[0] == 0
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    perintah = ("kunci", terkunci, *rentang, "--catatan", "mendesak")
    status, _, pesan = jalankan(*perintah)
    assert (status, "Mei 2026 terkunci" in pesan) == (2, True)
    assert not (terkunci / "riwayat/2026-04_2026-05/v1").exists()
    shutil.copyfile(terkunci / f"riwayat/2026-05/v1/masukan/{CAPAIAN}", terkunci / CAPAIAN)
    assert jalankan(*perintah)[0] == 0
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    status, _, pesan = jalankan("hitung", terkunci, *rentang, "--koreksi", "salah ketik")
    assert (status, "Mei 2026 terkunci" in pesan) == (2, True)
    assert not (terkunci / "riwayat/2026-04_2026-05/v2").exists()


def test_setoran_di_luar_ruang_kerja_tidak_dapat_dikunci_walau_ada_catatan(kota, jalankan):
    shutil.move(kota / "target", kota.parent / "target-luar")
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write('\n[berkas]\ntarget = "../target-luar"\n')
    assert jalankan("hitung", kota, *MEI)[0] == 0
    status, _, pesan = jalankan("kunci", kota, *MEI, "--catatan", "mendesak")
    assert (status, "../target-luar ada di luar ruang kerja" in pesan) == (2, True)
    assert not (kota / "riwayat/2026-05/v1").exists()


def test_baris_kunci_yang_dicabut_tidak_mengosongkan_daftar_perubahan(terkunci, jalankan):
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "salah ketik")[0] == 0
    dulu = perubahan(terkunci)
    assert [baris["apa"] for baris in dulu][:1] == ["realisasi"]
    register = terkunci / "riwayat/2026-05.jsonl"
    baris = register.read_text(encoding="utf-8").splitlines()
    sisa = [b for b in baris if (json.loads(b)["apa"], json.loads(b)["versi"]) != ("kunci", "1")]
    assert len(sisa) == len(baris) - 1
    register.write_text("\n".join(sisa) + "\n", encoding="utf-8")
    _, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert "riwayat-tidak-utuh" in pesan
    assert perubahan(terkunci) == dulu
    assert [json.loads(b)["versi"] for b in register.read_text(encoding="utf-8").splitlines()].count("1") == 0


def test_kunci_yang_gagal_tidak_meninggalkan_kode_di_satu_muka_pun(mei, jalankan):
    halaman = mei / f"hasil/2026-05/{UNIT}/ringkasan.html"
    dulu = halaman.read_bytes()
    (mei / "riwayat/2026-05/v1").mkdir(parents=True)
    (mei / "riwayat/2026-05/v1/isi").write_text("bukan versi", encoding="utf-8")
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert (status, "Tidak ada yang dikunci" in pesan) == (2, True)
    assert halaman.read_bytes() == dulu


def test_kunci_selagi_satu_berkas_dibuka_di_excel_tidak_meninggalkan_kode_di_muka_lain(
    mei, jalankan, monkeypatch
):
    semua = {berkas: berkas.read_bytes() for berkas in (mei / "hasil/2026-05").glob("*/*.*")}
    assert len({berkas.parent for berkas in semua}) > 1
    asli = Path.replace

    def tolak(ini: Path, tujuan: Path) -> Path:
        if Path(tujuan).match(f"{UNIT}/ringkasan.html"):
            raise PermissionError(errno.EACCES, "Permission denied", str(tujuan))
        return asli(ini, tujuan)

    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "replace", tolak)
        status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 2
    assert pesan.count("ringkasan.html tidak dapat diganti") == 1
    assert "Tidak ada yang dikunci." in pesan
    assert {berkas: berkas.read_bytes() for berkas in semua} == semua
    assert not (mei / "riwayat/2026-05/v1").exists()
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert status == 0, pesan
    assert jalankan("verifikasi", mei, *MEI)[0] == 0


def test_register_yang_ditulis_perintah_lain_di_tengah_hitungan_tidak_menelan_perubahan(
    mei, jalankan, monkeypatch
):
    asli = Register.lanjutkan

    def didahului(register, *args, **kwargs):
        if register.nama == "2026-05":
            register.tambah([Catatan("2026-06-01T00:00:00+07:00", "lain", "", "", "", "putus")])
        return asli(register, *args, **kwargs)

    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    monkeypatch.setattr(Register, "lanjutkan", didahului)
    _, _, pesan = jalankan("hitung", mei, *MEI)
    assert "Perintah lain menulis riwayat/2026-05.jsonl selagi Mei 2026 dihitung" in pesan
    monkeypatch.undo()
    jalankan("hitung", mei, *MEI)
    teks = (mei / "riwayat/2026-05.jsonl").read_text(encoding="utf-8")
    assert [json.loads(b)["menjadi"] for b in teks.splitlines() if json.loads(b)["apa"] == "realisasi"] == [
        "99"
    ]


def test_kode_unit_dengan_huruf_besar_kecil_lain_bukan_unit_yang_hilang(mei, jalankan):
    buku = openpyxl.load_workbook(mei / "skema.xlsx")
    for lembar in buku:
        for sel in (sel for baris in lembar.iter_rows() for sel in baris if sel.value == UNIT):
            sel.value = UNIT.title()
    buku.save(mei / "skema.xlsx")
    assert jalankan("hitung", mei, *MEI)[0] == 0
    assert perubahan(mei) == []


@pytest.mark.parametrize("yang_hilang", [("riwayat",), ("riwayat/2026-05", "riwayat/2026-05.jsonl")])
def test_riwayat_yang_dihapus_sesudah_dikunci_tidak_membuka_kunci(terkunci, jalankan, yang_hilang):
    for nama in yang_hilang:
        tempat = terkunci / nama
        shutil.rmtree(tempat) if tempat.is_dir() else tempat.unlink()
    mudahkan(terkunci)
    dulu = (terkunci / "hasil/2026-05/nilai.csv").read_bytes()
    for perintah in (("hitung",), ("hitung", "--koreksi", "salah"), ("kunci", "--catatan", "mendesak")):
        status, _, pesan = jalankan(perintah[0], terkunci, *MEI, *perintah[1:])
        assert (status, "tetapi folder riwayat tidak lagi mengenalnya" in pesan) == (2, True), perintah
    assert (terkunci / "hasil/2026-05/nilai.csv").read_bytes() == dulu
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 1


def test_sesudah_seluruh_riwayat_hilang_yang_diusulkan_verifikasi_memang_jalan(terkunci, jalankan):
    kode = json.loads((terkunci / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))["kode_kunci"]
    shutil.rmtree(terkunci / "riwayat")
    status, _, pesan = jalankan("verifikasi", terkunci, *MEI)
    kata = " ".join(pesan.split())
    assert status == 1
    assert (
        "riwayat/2026-05.jsonl: tidak ada, padahal hitungan menulisnya bersama hasilnya, dan hasil itu terkunci dengan kode "
        f"{kode}, sehingga belum dapat dibandingkan TIDAK UTUH: 1 ketidakcocokan pada 1 berkas."
    ) in kata
    assert (
        "Bila tidak ada cadangan: pindahkan hasil/2026-05 ke luar ruang kerja sebagai bukti, jalankan asn-nilai hitung "
        f"{terkunci} --periode 2026-05, lalu kunci lagi dengan --catatan"
    ) in kata
    (terkunci / "hasil/2026-05").rename(terkunci.parent / "bukti")
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    assert jalankan("kunci", terkunci, *MEI, "--catatan", "riwayat hilang")[0] == 0
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0


def test_register_yang_hilang_dari_hasil_yang_belum_terkunci_pun_disebut(mei, jalankan):
    shutil.rmtree(mei / "riwayat")
    status, _, pesan = jalankan("verifikasi", mei, *MEI)
    kata = " ".join(pesan.split())
    assert status == 1
    assert (
        "riwayat/2026-05.jsonl: tidak ada, padahal hitungan menulisnya bersama hasilnya, sehingga belum dapat dibandingkan "
        "TIDAK UTUH: 1"
    ) in kata
    assert (
        f"Bila tidak ada cadangan, asn-nilai hitung {mei} --periode 2026-05 memulai register baru; putusnya tetap disebut."
        in kata
    )


def test_target_yang_diturunkan_sesudah_seluruh_riwayat_dihapus_meninggalkan_putusnya(mei, jalankan):
    shutil.rmtree(mei / "riwayat")
    mudahkan(mei)
    status, _, pesan = jalankan("riwayat", mei)
    assert (status, "register dimulai ketika sebuah bulan" in " ".join(pesan.split())) == (1, False)
    putus = "tidak ada lagi, padahal hasil/2026-05/manifes.json ditulis sesudahnya"
    for _ in range(2):
        kata = " ".join(jalankan("hitung", mei, *MEI)[2].split())
        assert f"riwayat/2026-05.jsonl: Register perubahan tidak utuh: {putus}" in kata
        assert "riwayat/target-2026.jsonl: Register perubahan tidak utuh:" in kata
    for nama in ("2026-05", "target-2026"):
        isi = (mei / f"riwayat/{nama}.jsonl").read_text(encoding="utf-8")
        assert (isi.count('"putus"'), putus in isi) == (1, True)
    assert jalankan("verifikasi", mei, *MEI)[0] == 1
    assert jalankan("kunci", mei, *MEI)[0] == 2


def test_bulan_berikut_menyebut_register_target_yang_hilang_dan_tidak_lebih(mei, jalankan):
    shutil.rmtree(mei / "riwayat")
    _, _, pesan = jalankan("hitung", mei, "--periode", "2026-04", "--paralel", "1")
    assert "riwayat/target-2026.jsonl: Register perubahan tidak utuh" in " ".join(pesan.split())
    assert "riwayat/2026-04.jsonl" not in pesan


def test_hitungan_yang_mati_sebelum_menulis_register_bukan_register_yang_hilang(kota, jalankan):
    (kota / "hasil/2026-05").mkdir(parents=True)
    (kota / "hasil/2026-05/nilai.csv").write_text("", encoding="utf-8")
    assert "riwayat-tidak-utuh" not in jalankan("hitung", kota, *MEI)[2]


@pytest.mark.parametrize("periode", ["2026-05:2026-05", "２０２６-05", "٢٠٢٦-٠٥", "2026-0５"])
def test_ejaan_periode_yang_lain_bukan_jalan_mengelilingi_kunci(terkunci, jalankan, periode):
    mudahkan(terkunci)
    status, _, pesan = jalankan("hitung", terkunci, "--periode", periode, "--paralel", "1")
    assert status == 2
    assert "Mei 2026 terkunci" in pesan or "tidak dikenal" in pesan
    assert [ini.name for ini in (terkunci / "hasil").iterdir() if "05" in ini.name] == ["2026-05"]


def test_rentang_yang_sama_dengan_triwulan_terkunci_juga_tertahan(kota, jalankan):
    assert jalankan("hitung", kota, "--periode", "2026-T1", "--paralel", "1")[0] == 0
    assert jalankan("kunci", kota, "--periode", "2026-T1", "--paralel", "1", "--catatan", "uji")[0] == 0
    ubah(kota / f"capaian/2026-03/{UNIT}.xlsx", "Capaian", "Realisasi", NIP, "KES-04", 99)
    status, _, pesan = jalankan("hitung", kota, "--periode", "2026-01:2026-03", "--paralel", "1")
    assert (status, "Triwulan I 2026 terkunci" in pesan) == (2, True)


def test_register_yang_tidak_dapat_dibaca_disebut_dengan_yang_harus_dilakukan(mei, jalankan):
    (mei / "riwayat/2026-05.jsonl").unlink()
    (mei / "riwayat/2026-05.jsonl").mkdir()
    for perintah in ("hitung", "riwayat", "verifikasi"):
        status, _, pesan = jalankan(perintah, mei, "--periode", "2026-05")
        assert (status, "riwayat/2026-05.jsonl tidak dapat dibaca" in pesan) == (2, True), perintah


def test_yang_tidak_berubah_dikenali_tanpa_membandingkan_baris_demi_baris(mei, jalankan, monkeypatch):
    dibandingkan = []
    asli = IsiRegister.keadaan
    monkeypatch.setattr(
        IsiRegister, "keadaan", lambda ini, kode: dibandingkan.append(kode) or asli(ini, kode)
    )
    jalankan("hitung", mei, *MEI, "--paksa")
    assert dibandingkan == []
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    jalankan("hitung", mei, *MEI, "--paksa")
    assert dibandingkan == [UNIT]
    assert {(b["apa"], b["menjadi"]) for b in perubahan(mei)} >= {("realisasi", "99")}
