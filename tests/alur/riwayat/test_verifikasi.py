"""Whatever is changed by hand in results, inputs, registers or locked versions is found; untouched, nothing is."""

import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from alur.conftest import _jalankan
from alur.riwayat.buku_uji import ubah

from asn_nilai.acuan.riwayat.catatan import TERKUNCI, Catatan
from asn_nilai.alur.riwayat.keutuhan import periksa_riwayat
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.ruang_kerja import RuangKerja

MEI = ("--periode", "2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"
HASIL, RIWAYAT = "hasil/2026-05", "riwayat/2026-05"
Rusak = Callable[[Path], str]
"""Damages a city; returns the file that must be named."""


@pytest.fixture(scope="module")
def kota_terkunci(dua_unit, tmp_path_factory) -> Path:
    """A city with a changed figure, a lock and a correction; to copy, not to write."""
    kota = Path(shutil.copytree(dua_unit, tmp_path_factory.mktemp("utuh") / "kota"))
    _jalankan("hitung", str(kota), *MEI)
    capaian = kota / f"capaian/2026-05/{UNIT}.xlsx"
    ubah(capaian, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka + 1)
    _jalankan("hitung", str(kota), *MEI)
    _jalankan("kunci", str(kota), *MEI)
    ubah(capaian, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka + 1)
    _jalankan("hitung", str(kota), *MEI, "--koreksi", "Salah ketik")
    assert (kota / f"{RIWAYAT}/v2/manifes.json").is_file()
    return kota


@pytest.fixture
def utuh(kota_terkunci, tmp_path) -> Path:
    return Path(shutil.copytree(kota_terkunci, tmp_path / "dua folder" / "kota lain"))


def ganti(berkas: Path, dulu: str, kini: str) -> None:
    teks = berkas.read_text(encoding="utf-8")
    assert dulu in teks
    berkas.write_text(teks.replace(dulu, kini, 1), encoding="utf-8", newline="")


def nilai_csv_diganti(kota):
    ganti(kota / HASIL / "nilai.csv", "Butuh Perbaikan", "Baik")
    return f"{HASIL}/nilai.csv"


def nilai_csv_dan_manifesnya_diganti(kota):
    berkas, manifes = kota / HASIL / "nilai.csv", kota / HASIL / "manifes.json"
    lama = hashlib.sha256(berkas.read_bytes()).hexdigest()
    nilai_csv_diganti(kota)
    ganti(manifes, lama, hashlib.sha256(berkas.read_bytes()).hexdigest())
    return f"{HASIL}/nilai.csv"


def baris_temuan_dihapus(kota):
    berkas = kota / HASIL / "rincian.csv"
    berkas.write_bytes(b"".join(berkas.read_bytes().splitlines(keepends=True)[:-1]))
    return f"{HASIL}/rincian.csv"


def perubahan_dikosongkan(kota):
    berkas = kota / HASIL / "perubahan.csv"
    berkas.write_bytes(berkas.read_bytes().splitlines(keepends=True)[0])
    return f"{HASIL}/perubahan.csv"


def tindak_lanjut_ditambah(kota):
    with (kota / HASIL / "tindak_lanjut.csv").open("ab") as berkas:
        berkas.write(b"2026-05,PKM-TB,1,A,penghargaan,,,,,,,,\n")
    return f"{HASIL}/tindak_lanjut.csv"


def halaman_diganti(kota):
    ganti(kota / HASIL / UNIT / "ringkasan.html", "Butuh Perbaikan", "Baik")
    return f"{HASIL}/{UNIT}/ringkasan.html"


def index_diganti(kota):
    ganti(kota / HASIL / "index.html", "Rata-rata NHK", "Rata-rata  NHK")
    return f"{HASIL}/index.html"


def isi_paket(berkas: Path, bagian: str, dulu: bytes, kini: bytes) -> None:
    with zipfile.ZipFile(berkas) as asli:
        semua = [(info, asli.read(info)) for info in asli.infolist()]
    assert any(info.filename == bagian and dulu in isi for info, isi in semua)
    with zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as baru:
        for info, isi in semua:
            baru.writestr(info, isi.replace(dulu, kini, 1) if info.filename == bagian else isi)


def sel_buku_diganti(kota):
    berkas = kota / HASIL / UNIT / "nilai.xlsx"
    with zipfile.ZipFile(berkas) as paket:
        (sel,) = re.findall(rb'<c r="K8"[^>]*><v>[^<]*</v>', paket.read("xl/worksheets/sheet2.xml"))
    isi_paket(berkas, "xl/worksheets/sheet2.xml", sel, re.sub(rb"<v>.*</v>", b"<v>99.9</v>", sel))
    return f"{HASIL}/{UNIT}/nilai.xlsx"


def rumus_buku_diganti(kota):
    berkas = kota / HASIL / UNIT / "nilai.xlsx"
    isi_paket(berkas, "xl/worksheets/sheet2.xml", b"MIN(plafon_capaian", b"MAX(plafon_capaian")
    return f"{HASIL}/{UNIT}/nilai.xlsx"


def format_buku_diganti(kota):
    berkas = kota / HASIL / UNIT / "nilai.xlsx"
    isi_paket(berkas, "xl/styles.xml", b"<b/>", b"<i/>")
    return f"{HASIL}/{UNIT}/nilai.xlsx"


def halaman_dihapus(kota):
    (kota / HASIL / UNIT / "ringkasan.html").unlink()
    return f"{HASIL}/{UNIT}/ringkasan.html"


def masukan_diganti(kota):
    ubah(kota / f"capaian/2026-05/{UNIT}.xlsx", "Capaian", "Realisasi", NIP, "KES-04", 1)
    return f"capaian/2026-05/{UNIT}.xlsx"


def target_diganti(kota):
    ubah(kota / f"target/{UNIT}.xlsx", "Target", "Mei", NIP, "KES-04", 1)
    return f"target/{UNIT}.xlsx"


def manifes_diganti(kota):
    ganti(kota / HASIL / "manifes.json", '"periode": "2026-05"', '"periode": "2026-06"')
    return f"{HASIL}/manifes.json"


def unit_dihapus_dari_manifes(kota):
    berkas = kota / HASIL / "manifes.json"
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    del isi["keluaran"]["index.html"]
    berkas.write_text(json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return f"{HASIL}/manifes.json"


HASIL_RUSAK = (
    nilai_csv_diganti, nilai_csv_dan_manifesnya_diganti, baris_temuan_dihapus, perubahan_dikosongkan, tindak_lanjut_ditambah,
    halaman_diganti, index_diganti, sel_buku_diganti, rumus_buku_diganti, format_buku_diganti, halaman_dihapus,
    masukan_diganti, target_diganti, manifes_diganti, unit_dihapus_dari_manifes,
)  # fmt: skip


def baris_register(kota: Path) -> list[bytes]:
    return (kota / f"{RIWAYAT}.jsonl").read_bytes().splitlines(keepends=True)


def tulis_register(kota: Path, baris: list[bytes]) -> str:
    (kota / f"{RIWAYAT}.jsonl").write_bytes(b"".join(baris))
    return f"{RIWAYAT}.jsonl"


def baris_pertama_dihapus(kota):
    return tulis_register(kota, baris_register(kota)[1:])


def baris_tengah_dihapus(kota):
    baris = baris_register(kota)
    return tulis_register(kota, [*baris[:2], *baris[3:]])


def register_dipotong(kota):
    return tulis_register(kota, baris_register(kota)[:-1])


def dua_baris_ditukar(kota):
    baris = baris_register(kota)
    return tulis_register(kota, [baris[0], baris[2], baris[1], *baris[3:]])


def isi_baris_diganti(kota):
    baris = baris_register(kota)
    nomor = next(n for n, ini in enumerate(baris) if b'"realisasi"' in ini)
    return tulis_register(
        kota, [*baris[:nomor], baris[nomor].replace(b"KES-04", b"KES-05"), *baris[nomor + 1 :]]
    )


def alasan_baris_terakhir_diganti(kota):
    baris = baris_register(kota)
    return tulis_register(kota, [*baris[:-1], baris[-1].replace(b"Salah ketik", b"Disetujui")])


def baris_disisipkan(kota):
    baris = baris_register(kota)
    return tulis_register(kota, [*baris, baris[-1]])


def baris_bukan_json(kota):
    return tulis_register(kota, [*baris_register(kota), b"catatan saya\n"])


def register_dihapus(kota):
    (kota / f"{RIWAYAT}.jsonl").unlink()
    return f"{RIWAYAT}.jsonl"


def sidik_diganti(kota):
    berkas = kota / "riwayat/sidik.json"
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps({**isi, "2026-05": "0" * 64}), encoding="utf-8")
    return f"{RIWAYAT}.jsonl"


def sidik_dihapus(kota):
    (kota / "riwayat/sidik.json").unlink()
    return f"{RIWAYAT}.jsonl"


def keadaan_awal_dihapus(kota):
    (kota / RIWAYAT / "awal-1.zip").unlink()
    return f"{RIWAYAT}.jsonl"


def keadaan_awal_diganti(kota):
    berkas = kota / RIWAYAT / "awal-1.zip"
    isi_paket(berkas, f"unit/{UNIT}.csv", b"Dinilai", b"Belum Dinilai")
    return f"{RIWAYAT}.jsonl"


def register_target_dipotong(kota):
    (kota / "riwayat/target-2026.jsonl").write_bytes(b"")
    return "riwayat/target-2026.jsonl"


def masukan_terkunci_diganti(kota):
    ubah(kota / RIWAYAT / f"v1/masukan/target/{UNIT}.xlsx", "Target", "Mei", NIP, "KES-04", 1)
    return f"{RIWAYAT}/v1/masukan/target/{UNIT}.xlsx"


def hasil_terkunci_diganti(kota):
    ganti(kota / RIWAYAT / "v1/hasil/nilai.csv", "Butuh Perbaikan", "Baik")
    return f"{RIWAYAT}/v1/hasil/nilai.csv"


def hasil_terkunci_dihapus(kota):
    (kota / RIWAYAT / "v1/hasil/index.html").unlink()
    return f"{RIWAYAT}/v1/hasil/index.html"


def berkas_ditambah_ke_versi(kota):
    (kota / RIWAYAT / "v1/hasil/lain.csv").write_text("a", encoding="utf-8")
    return f"{RIWAYAT}/v1/hasil/lain.csv"


def manifes_versi_diganti(kota):
    ganti(kota / RIWAYAT / "v1/manifes.json", '"catatan": ""', '"catatan": "disetujui"')
    return f"{RIWAYAT}/v1/manifes.json"


def hasil_dan_manifes_versi_diganti(kota):
    berkas = kota / RIWAYAT / "v1/hasil/nilai.csv"
    lama = hashlib.sha256(berkas.read_bytes()).hexdigest()
    ganti(berkas, "Butuh Perbaikan", "Baik")
    ganti(kota / RIWAYAT / "v1/manifes.json", lama, hashlib.sha256(berkas.read_bytes()).hexdigest())
    return f"{RIWAYAT}/v1/manifes.json"


def versi_dihapus(kota):
    shutil.rmtree(kota / RIWAYAT / "v1")
    return f"{RIWAYAT}/v1"


def versi_disalin(kota):
    shutil.copytree(kota / RIWAYAT / "v1", kota / RIWAYAT / "v3")
    return f"{RIWAYAT}/v3/manifes.json"


def manifes_versi_rusak(kota):
    (kota / RIWAYAT / "v1/manifes.json").write_text("{", encoding="utf-8")
    return f"{RIWAYAT}/v1/manifes.json"


def tak_utuh(sebab: str) -> str:
    return f"Register perubahan tidak utuh: {sebab}. Apa yang berubah sejak hitungan pertama tidak dapat dipastikan seluruhnya."


REGISTER, TARGET, VERSI_1, VERSI_2 = (
    "riwayat/2026-05.jsonl", "riwayat/target-2026.jsonl", "riwayat/2026-05/v1/manifes.json", "riwayat/2026-05/v2/manifes.json",
)  # fmt: skip
TERPOTONG = (
    "terpotong atau berasal dari salinan lain: baris terakhir menurut sidik.json tidak ada di dalamnya"
)
TANPA_AWAL = "kehilangan keadaan awalnya: 2026-05/awal-1.zip tidak ada atau bukan lagi yang dicatat"
TANPA_SAMBUNGAN = "register tidak lagi memuat baris terakhir sebelum versi ini dikunci"
RIWAYAT_RUSAK = {
    baris_pertama_dihapus: [(REGISTER, tak_utuh("baris 1 tidak menyambung baris sebelumnya"))],
    baris_tengah_dihapus: [(REGISTER, tak_utuh("baris 3 tidak menyambung baris sebelumnya")), (VERSI_1, TANPA_SAMBUNGAN)],
    register_dipotong: [(REGISTER, tak_utuh(TERPOTONG)), (VERSI_2, "tidak tercatat di register")],
    dua_baris_ditukar: [(REGISTER, tak_utuh("baris 2 tidak menyambung baris sebelumnya; baris 3 tidak menyambung baris sebelumnya; baris 4 tidak menyambung baris sebelumnya"))],
    isi_baris_diganti: [(REGISTER, tak_utuh("baris 3 tidak menyambung baris sebelumnya"))],
    alasan_baris_terakhir_diganti: [(REGISTER, tak_utuh(TERPOTONG))],
    baris_disisipkan: [(REGISTER, tak_utuh("baris 8 tidak menyambung baris sebelumnya")), (REGISTER, "versi 2 dikunci dua kali")],
    baris_bukan_json: [(REGISTER, tak_utuh("baris 8 tidak menyambung baris sebelumnya"))],
    register_dihapus: [(REGISTER, tak_utuh("tidak ada lagi, padahal sidik.json mencatatnya")), (VERSI_1, "tidak tercatat di register"), (VERSI_1, TANPA_SAMBUNGAN), (VERSI_2, "tidak tercatat di register"), (VERSI_2, TANPA_SAMBUNGAN)],
    sidik_diganti: [(REGISTER, tak_utuh(TERPOTONG))],
    sidik_dihapus: [(REGISTER, tak_utuh("tidak tercatat di sidik.json")), (TARGET, tak_utuh("tidak tercatat di sidik.json"))],
    keadaan_awal_dihapus: [(REGISTER, tak_utuh(TANPA_AWAL))],
    keadaan_awal_diganti: [(REGISTER, tak_utuh(TANPA_AWAL))],
    register_target_dipotong: [(TARGET, tak_utuh("tidak ada lagi, padahal sidik.json mencatatnya"))],
    masukan_terkunci_diganti: [("riwayat/2026-05/v1/masukan/target/PKM-TB.xlsx", "bukan lagi yang dikunci")],
    hasil_terkunci_diganti: [("riwayat/2026-05/v1/hasil/nilai.csv", "bukan lagi yang dikunci")],
    hasil_terkunci_dihapus: [("riwayat/2026-05/v1/hasil/index.html", "tidak ada lagi dalam versi terkunci")],
    berkas_ditambah_ke_versi: [("riwayat/2026-05/v1/hasil/lain.csv", "tidak termasuk versi yang dikunci")],
    manifes_versi_diganti: [(VERSI_1, "bukan lagi yang tercatat di register")],
    hasil_dan_manifes_versi_diganti: [(VERSI_1, "bukan lagi yang tercatat di register"), (VERSI_1, "kode KODE bukan kode isi ini")],
    versi_dihapus: [("riwayat/2026-05/v1", "versi terkunci ini tidak ada lagi")],
    versi_disalin: [("riwayat/2026-05/v3/manifes.json", "manifes versi terkunci tidak terbaca")],
    manifes_versi_rusak: [(VERSI_1, "manifes versi terkunci tidak terbaca")],
}  # fmt: skip


def test_yang_utuh_tetap_utuh_di_tempat_lain_dan_sesudah_dihitung_lagi(utuh, jalankan):
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    utuh_semua = "Utuh: hasil Mei 2026 sama dengan hitungan ulang, dan riwayat tidak terputus.\n"
    assert (status, pesan.endswith(utuh_semua)) == (0, True), pesan
    assert list(periksa_riwayat(RuangKerja.buka(utuh))) == []
    assert jalankan("hitung", utuh, *MEI)[0] == 0
    assert jalankan("verifikasi", utuh, *MEI)[0] == 0


@pytest.mark.parametrize(
    "nama", ["Thumbs.db", "desktop.ini", ".DS_Store", "~$nilai.xlsx", ".~lock.nilai.xlsx#"]
)
def test_yang_ditinggalkan_explorer_atau_excel_bukan_ketidakcocokan(utuh, jalankan, nama):
    """Whoever looks at results, or has a book of them open, has changed nothing."""
    for folder in (
        f"hasil/2026-05/{UNIT}",
        f"{RIWAYAT}/v1",
        f"{RIWAYAT}/v1/hasil/{UNIT}",
        f"{RIWAYAT}/v1/masukan/target",
    ):
        (utuh / folder / nama).write_bytes(b"sistem")
    assert jalankan("verifikasi", utuh, *MEI)[0] == 0


def test_folder_unit_yang_tidak_ada_lagi_di_skema_disebut(utuh, jalankan, hasil_json):
    """A code was renamed: the old folder's book stays what it was, and whoever opens it takes it for a result."""
    hasil = utuh / HASIL
    assert "tidak ada lagi di skema" not in jalankan("hitung", utuh, *MEI)[2]
    assert hasil_json("hitung", utuh, *MEI)[1]["unit_tertinggal"] == []
    shutil.copytree(hasil / UNIT, hasil / "PKM-LAMA")
    (hasil / "PKM-LAMA" / "nilai.xlsx").unlink()  # its page alone says enough
    (hasil / "catatan sendiri").mkdir()
    assert "unit yang tidak ada lagi di skema: PKM-LAMA. Isinya dari" in jalankan("hitung", utuh, *MEI)[2]
    assert hasil_json("hitung", utuh, *MEI)[1]["unit_tertinggal"] == ["PKM-LAMA"]
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 1
    assert f"  {HASIL}/PKM-LAMA/: unit itu tidak ada di skema" in pesan
    assert "TIDAK UTUH: 1 ketidakcocokan" in pesan
    assert pesan.endswith(f"Berikutnya: hapus {HASIL}/PKM-LAMA/; hasil yang sekarang tidak memuatnya.\n")


def test_versi_yang_hilang_disebut_menurut_urutan_dikunci(tmp_path):
    (tmp_path / "asn-nilai.toml").write_text('instansi = "Kota Rekaan"\ntahun = 2026\n', encoding="utf-8")
    ruang = RuangKerja.buka(tmp_path)
    kunci = Catatan("2026-06-30T08:00:00+07:00", "asn-nilai", "bukittinggi", "", "", TERKUNCI)
    Register(ruang, "2026-05").tambah(
        [kunci._replace(versi=str(nomor), menjadi=f"v{nomor} {'0' * 64}") for nomor in range(1, 12)]
    )
    hilang = [ini.berkas for ini in periksa_riwayat(ruang) if "tidak ada lagi" in ini.sebab]
    assert hilang == [f"riwayat/2026-05/v{nomor}" for nomor in range(1, 12)]


@pytest.mark.parametrize("rusak", HASIL_RUSAK, ids=lambda rusak: rusak.__name__)
def test_hasil_atau_masukan_yang_diubah_ditemukan(rusak, utuh, jalankan):
    berkas = rusak(utuh)
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 1
    assert f"  {berkas}: " in pesan


@pytest.mark.parametrize("rusak", RIWAYAT_RUSAK, ids=lambda rusak: rusak.__name__)
def test_riwayat_yang_diubah_ditemukan(rusak, utuh):
    berkas, semua = rusak(utuh), periksa_riwayat(RuangKerja.buka(utuh))
    kata = [(ini.berkas, re.sub("[0-9A-Z]{4}-[0-9A-Z]{4}", "KODE", ini.sebab)) for ini in semua]
    assert kata == RIWAYAT_RUSAK[rusak]
    assert berkas in dict(kata)


@pytest.mark.parametrize(
    ("rusak", "perintah"),
    [
        (baris_tengah_dihapus, ("hitung", "riwayat")),
        (register_target_dipotong, ("validasi", "hitung", "riwayat")),
    ],
    ids=["bulan", "target"],
)
def test_register_yang_rusak_disebut_setiap_perintah_yang_membacanya(utuh, jalankan, rusak, perintah):
    berkas = rusak(utuh)
    for nama in perintah:
        _, _, pesan = jalankan(nama, utuh, *(() if nama == "riwayat" else ("--periode", "2026-05")))
        assert "Register perubahan tidak utuh" in pesan, nama
        assert berkas in pesan, nama


def test_ruang_kerja_yang_disalin_disebut_sekali(utuh, jalankan):
    kalimat = "disalin atau dipindahkan sejak hitungan terakhirnya"
    assert kalimat in jalankan("riwayat", utuh)[2]
    ubah(utuh / f"target/{UNIT}.xlsx", "Target", "Des", NIP, "KES-04", 99)
    assert kalimat in jalankan("hitung", utuh, *MEI)[2]
    assert kalimat not in jalankan("hitung", utuh, *MEI)[2]


def test_dua_salinan_yang_dicampur_disebut(utuh, kota_terkunci, tmp_path, jalankan):
    lain = Path(shutil.copytree(kota_terkunci, tmp_path / "salinan"))
    for kota, angka in ((utuh, 7), (lain, 8)):
        ubah(kota / f"target/{UNIT}.xlsx", "Target", "Des", NIP, "KES-04", angka)
        jalankan("validasi", kota, *MEI)
    shutil.copy(lain / "riwayat/target-2026.jsonl", utuh / "riwayat/target-2026.jsonl")
    assert "berasal dari salinan lain" in jalankan("validasi", utuh, *MEI)[2]


def test_sel_buku_yang_diganti_disebut_alamat_dan_isinya(utuh, jalankan):
    rumus_buku_diganti(utuh)
    _, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert (
        f"{HASIL}/{UNIT}/nilai.xlsx: Rincian › O8: tertulis =IF(ISNUMBER(M8),MAX(lantai_capaian,MAX(" in pesan
    )
    sel_buku_diganti(utuh)
    _, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert "Rincian › K8: tertulis 99.9, hitungan memberi " in pesan


def test_tanpa_hasil_atau_dengan_hasil_versi_lain_tidak_dapat_dibuktikan(utuh, jalankan):
    ganti(utuh / HASIL / "manifes.json", '"program": "asn-nilai ', '"program": "asn-nilai 9.')
    assert jalankan("verifikasi", utuh, *MEI)[0] == 2
    shutil.rmtree(utuh / "hasil")
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 2
    assert "asn-nilai hitung" in pesan


def salinan(kota: Path, nama: str) -> None:
    shutil.copy(kota / "riwayat/2026-05.jsonl", kota / "riwayat" / nama)


def test_salinan_skema_disebut_hitung_dan_tidak_mengubah_hasil(utuh, jalankan, hasil_json):
    """It is no input: the proof of results that are signed must not fail for a file that nobody reads."""
    shutil.copy(utuh / "skema.xlsx", utuh / "skema-LAPTOP.xlsx")
    assert jalankan("verifikasi", utuh, *MEI)[0] == 0
    status, _, layar = jalankan("hitung", utuh, *MEI)
    assert status == 0
    assert "skema-LAPTOP.xlsx: Nama berkas ini nama salinan dari skema.xlsx" in " ".join(layar.split())
    assert hasil_json("hitung", utuh, *MEI)[1]["salinan_tidak_dibaca"] == ["skema-LAPTOP.xlsx"]
    (utuh / "skema-LAPTOP.xlsx").unlink()
    assert jalankan("verifikasi", utuh, *MEI)[0] == 0
    assert hasil_json("hitung", utuh, *MEI)[1]["salinan_tidak_dibaca"] == []


UTUH = "Utuh: hasil Mei 2026 sama dengan hitungan ulang, dan riwayat tidak terputus."
BELUM_MUTAKHIR = (
    "BELUM MUTAKHIR, tetapi tidak ada yang rusak: hasil Mei 2026 sama dengan hitungan ulang dari setoran yang dibaca, dan riwayat tidak "
    "terputus. Yang berubah sejak dihitung hanya 1 berkas yang tidak ikut dibaca, yang disebut di atas."
)


def test_salinan_setoran_yang_datang_atau_pergi_sesudah_dihitung_bukan_kerusakan(utuh, jalankan):
    """Nobody reads it, so no result can be damaged by it; but findings would tell of it."""
    salinan_setoran = utuh / f"capaian/2026-05/{UNIT} (1).xlsx"
    shutil.copy(utuh / f"capaian/2026-05/{UNIT}.xlsx", salinan_setoran)
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 1
    assert (
        f"  capaian/2026-05/{UNIT} (1).xlsx: datang sesudah hitungan ini dan tidak ikut dibaca. Berkas"
        in pesan
    )
    assert pesan.splitlines()[-2:] == [
        BELUM_MUTAKHIR,
        (
            f'Berikutnya: sesudah yang disebut di atas beres, jalankan asn-nilai hitung "{utuh}" --periode 2026-05; daftar temuannya '
            "ditulis kembali."
        ),
    ]
    assert jalankan("hitung", utuh, *MEI)[0] == 0
    assert jalankan("verifikasi", utuh, *MEI)[0] == 0
    shutil.copy(salinan_setoran, salinan_setoran.with_stem(f"{UNIT} (2)"))
    pesan = jalankan("verifikasi", utuh, *MEI)[2]
    assert f"{UNIT} (1).xlsx: tidak ikut dibaca, dan yang dikatakan tentangnya kini lain. Berkas" in pesan
    for sisa in (salinan_setoran, salinan_setoran.with_stem(f"{UNIT} (2)")):
        sisa.unlink()
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 1
    assert (
        f"  capaian/2026-05/{UNIT} (1).xlsx: disebut temuan hasil ini tanpa ikut dibaca, dan sekarang tidak ada lagi di sana.\n"
        in pesan
    )
    assert BELUM_MUTAKHIR in pesan


@pytest.mark.parametrize(
    "rusak",
    [baris_temuan_dihapus, index_diganti, nilai_csv_dan_manifesnya_diganti, sel_buku_diganti],
    ids=lambda rusak: rusak.__name__,
)
def test_kerusakan_di_samping_salinan_setoran_tetap_disebut(rusak, utuh, jalankan):
    shutil.copy(utuh / f"capaian/2026-05/{UNIT}.xlsx", utuh / f"capaian/2026-05/{UNIT} (1).xlsx")
    berkas = rusak(utuh)
    status, _, pesan = jalankan("verifikasi", utuh, *MEI)
    assert status == 1
    assert f"  {berkas}: " in pesan
    assert "TIDAK UTUH: " in pesan
    assert f"  {HASIL}/temuan.csv: " not in pesan
    assert f"{UNIT} (1).xlsx: datang sesudah hitungan ini" in pesan
    assert "BELUM MUTAKHIR" not in pesan


@pytest.mark.parametrize(
    "nama",
    [
        "2026-05-LAPTOP.jsonl",
        "2026-05 (1).jsonl",
        "2026-05 - Copy.jsonl",
        "Copy of 2026-05.jsonl",
        "Salinan 2026-05.jsonl",
    ],
)
def test_salinan_kedua_register_disebut_begitu_dan_tidak_meminta_cadangan(utuh, jalankan, nama):
    salinan(utuh, nama)
    status, _, layar = jalankan("verifikasi", utuh, *MEI)
    assert status == 0
    assert layar.splitlines()[1:] == [
        (
            f"  riwayat/{nama}: Ini salinan kedua dari riwayat/2026-05.jsonl, seperti yang ditinggalkan OneDrive bila dua komputer "
            "menyimpan bersamaan. Yang berlaku hanya riwayat/2026-05.jsonl. Semua catatannya ada juga di sana. Pindahkan berkas ini ke "
            "luar ruang kerja dan simpan sebagai bukti; karena berkas ini saja, riwayat tidak perlu dikembalikan dari cadangan."
        ),
        UTUH,
    ]


def test_salinan_sidik_dan_folder_versi_disebut_salinan(utuh, jalankan, hasil_json):
    """They lie beside what counts and look like it; a backup is no answer to them."""
    for nama in ("sidik-LAPTOP.json", "Copy of sidik.json"):
        shutil.copy(utuh / "riwayat/sidik.json", utuh / "riwayat" / nama)
    ganti(utuh / "riwayat/sidik-LAPTOP.json", "{", "{ ")
    shutil.copytree(utuh / RIWAYAT, utuh / "riwayat/2026-05 - Copy")
    status, _, layar = jalankan("verifikasi", utuh, *MEI)
    assert status == 0
    akhir = layar.splitlines()
    seperti = "seperti yang ditinggalkan OneDrive bila dua komputer menyimpan bersamaan"
    berlaku = f"Ini salinan kedua dari riwayat/sidik.json, {seperti}. Yang berlaku hanya riwayat/sidik.json."
    assert [ini.partition(" Pindahkan ")[0] for ini in akhir[1:]] == [
        f"  {RIWAYAT} - Copy/: Ini salinan kedua dari {RIWAYAT}/, {seperti}. Yang berlaku hanya {RIWAYAT}/. Program hanya membaca yang di sana.",
        f"  riwayat/Copy of sidik.json: {berlaku} Isinya sama.",
        f"  riwayat/sidik-LAPTOP.json: {berlaku} Isinya lain daripada yang di sana.",
        UTUH,
    ]
    status, isi = hasil_json("riwayat", utuh, "--periode", "2026-05")
    assert status == 1
    assert [(ini["kode"], ini["berkas"]) for ini in isi["temuan"]] == [
        ("riwayat-bersalinan", f"{RIWAYAT} - Copy/"),
        ("riwayat-bersalinan", "riwayat/Copy of sidik.json"),
        ("riwayat-bersalinan", "riwayat/sidik-LAPTOP.json"),
    ]
    assert isi["temuan"][0]["saran"].startswith("Pindahkan folder ini ke luar ruang kerja")


def test_folder_versi_yang_aslinya_hilang_bukan_salinan(utuh):
    (utuh / RIWAYAT).rename(utuh / "riwayat/2026-05 - Copy")
    (utuh / "riwayat/sidik.json").rename(utuh / "riwayat/sidik-LAPTOP.json")
    assert not any("salinan kedua" in ini.sebab for ini in periksa_riwayat(RuangKerja.buka(utuh)))


def test_salinan_yang_memuat_catatan_sendiri_menyebut_banyaknya(utuh, jalankan):
    salinan(utuh, "2026-05-LAPTOP.jsonl")
    with (utuh / "riwayat/2026-05-LAPTOP.jsonl").open("a", encoding="utf-8", newline="") as berkas:
        berkas.write('{"apa": "nhk"}\n')
    _, _, layar = jalankan("riwayat", utuh)
    assert "1 catatannya tidak ada di sana" in layar
    status, _, layar = jalankan("verifikasi", utuh, *MEI)
    assert status == 1  # what the other computer recorded stands nowhere else
    assert layar.splitlines()[-2:] == [
        "TIDAK UTUH: 1 ketidakcocokan pada 1 berkas.",
        "Berikutnya: pindahkan riwayat/2026-05-LAPTOP.jsonl ke luar ruang kerja dan simpan sebagai bukti, lalu jalankan perintah ini lagi.",
    ]


def test_salinan_di_samping_register_yang_rusak_tidak_menutupinya(utuh, jalankan):
    salinan(utuh, "2026-05-LAPTOP.jsonl")
    berkas = register_dipotong(utuh)
    _, _, layar = jalankan("verifikasi", utuh, *MEI)
    assert f"  {berkas}: " in layar
    akhir = layar.splitlines()[-1]
    assert akhir.startswith("Berikutnya: kembalikan folder riwayat dari cadangan")
    assert akhir.endswith(
        "Di samping itu, pindahkan riwayat/2026-05-LAPTOP.jsonl ke luar ruang kerja dan simpan sebagai bukti."
    )


def test_berkas_yang_bukan_salinan_register_tetap_disebut_tidak_tercatat(utuh):
    salinan(utuh, "catatan.jsonl")
    assert "tidak tercatat di sidik.json" in next(periksa_riwayat(RuangKerja.buka(utuh))).sebab
