"""What is said when what is kept is no longer what was kept, and when something asked for cannot be: sittings, whole."""

import json
import shutil
from pathlib import Path

import pytest

BULAN = "--periode 2026-01 --paralel 1"
NIP = "199910032022211960"


@pytest.fixture
def terkunci(duduk, kota_kecil) -> Path:
    duduk.diam(f"hitung kota {BULAN}")
    duduk.diam(f"kunci kota {BULAN} --tanggal 05/02/2026")
    return kota_kecil


def ganti(berkas: Path, **isi: object) -> None:
    """Change what a record of ours says."""
    lama = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps(lama | isi), encoding="utf-8")


def test_versi_terkunci_dan_register_yang_berubah(duduk, terkunci):
    riwayat = terkunci / "riwayat"
    simpanan = shutil.copytree(riwayat, duduk.tempat / "simpanan")

    def pulihkan(kata: str) -> None:
        # The folder itself stays: another in its place would be a copy, unless the disk gives it the same number again.
        for isi in riwayat.iterdir():
            shutil.rmtree(isi) if isi.is_dir() else isi.unlink()
        shutil.copytree(simpanan, riwayat, dirs_exist_ok=True)
        duduk.catat(kata)

    pulihkan("kode di catatan versi diganti")
    ganti(riwayat / "2026-01/v1/manifes.json", kode="AAAA-AAAA")
    duduk.ketik(f"verifikasi kota {BULAN}")
    duduk.ketik(f"hitung kota {BULAN}")
    duduk.ketik("verifikasi kota --kode AAAA-AAAA")
    pulihkan("skema yang disimpan berubah")
    (riwayat / "2026-01/v1/masukan/skema.xlsx").write_bytes((terkunci / "target/KEL-TD.xlsx").read_bytes())
    duduk.ketik(f"keberatan {NIP} kota --periode 2026-01 --diterima 05/02/2026")
    pulihkan("keadaan awal hilang")
    (riwayat / "2026-01/awal-1.zip").unlink()
    duduk.ketik(f"verifikasi kota {BULAN}")
    pulihkan("register hilang")
    (riwayat / "2026-01.jsonl").unlink()
    duduk.ketik("riwayat kota --periode 2026-01")
    duduk.ketik(f"verifikasi kota {BULAN}")
    kode = json.loads((riwayat / "2026-01/v1/manifes.json").read_text(encoding="utf-8"))["kode"]
    duduk.ketik(f"verifikasi kota --kode {kode}")  # what is kept of that version is whole
    pulihkan("sidik.json hilang")
    (riwayat / "sidik.json").unlink()
    duduk.ketik(f"verifikasi kota {BULAN}")
    pulihkan("register sebuah folder")
    (riwayat / "2026-01.jsonl").unlink()
    (riwayat / "2026-01.jsonl").mkdir()
    duduk.ketik("riwayat kota --periode 2026-01")
    pulihkan("folder riwayat sebuah berkas")
    shutil.rmtree(riwayat)
    riwayat.write_bytes(b"")
    duduk.ketik("riwayat kota")
    duduk.banding("layar-riwayat-rusak.txt")


def test_hasil_yang_tidak_dapat_dibuktikan(duduk, terkunci):
    manifes = terkunci / "hasil/2026-01/manifes.json"
    asli = manifes.read_bytes()
    duduk.catat("hasilnya dari versi program lain, lalu dari aturan lain")
    ganti(manifes, program="asn-nilai 0.0.1")
    duduk.ketik(f"verifikasi kota {BULAN}")
    manifes.write_bytes(asli)
    ganti(manifes, sha256_aturan="00")
    duduk.ketik(f"verifikasi kota {BULAN}")
    manifes.write_bytes(asli)
    duduk.catat("nilai.xlsx dan sebuah buku target hilang; catatan memuat berkas yang tidak ditulis hitungan")
    ganti(manifes, keluaran=json.loads(asli)["keluaran"] | {"lebih.csv": "00"})
    (terkunci / "hasil/2026-01/lebih.csv").write_bytes(b"")
    (terkunci / "target/KEL-TD.xlsx").unlink()
    duduk.ketik(f"verifikasi kota {BULAN}")
    duduk.banding("layar-tidak-dapat-dibuktikan.txt")


def test_yang_diminta_tidak_dapat(duduk, kota_kecil):
    duduk.ketik(f"hitung kota {BULAN} --unit KEL-TD")
    duduk.ketik(f"kunci kota {BULAN}")
    duduk.ketik("rekap kota --periode 2026-01 --samarkan")
    duduk.ketik(f"keberatan {NIP} kota --periode 2026-01 --diterima 31/12/2025")
    duduk.ketik(f"keberatan {NIP} kota --periode 2026-01 --diterima 01/01/2026")
    duduk.diam(f"hitung kota {BULAN}")
    duduk.ketik(f"keberatan {NIP} kota --periode 2026-01 --diterima 01/01/2026")
    duduk.ketik("hitung kota --semua")
    duduk.diam("hitung kota --periode 2026-T1 --sementara --paralel 1")
    duduk.ketik("rekap kota --periode 2026-T1 --samarkan")
    duduk.ketik("dokumen berita-acara kota --periode 2026-T1")
    duduk.ketik("dokumen usulan-penghargaan kota --periode 2026-T1")
    duduk.ketik("hitung kota --semua --periode 2026-01")
    duduk.ketik("hitung --akar . --semua")
    duduk.ketik("rekap --akar .")
    duduk.ketik("rekap --akar . --periode 2026-01 --samarkan")
    duduk.ketik("rekap --akar tiada --periode 2026-01")
    (duduk.tempat / "kosong").mkdir()
    duduk.ketik("rekap --akar kosong --periode 2026-01")
    duduk.catat("skema dan aturan di luar ruang kerja; logo tidak ada")
    pengaturan = kota_kecil / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8")
    (kota_kecil / "skema.xlsx").rename(duduk.tempat / "skema.xlsx")
    pengaturan.write_text(
        f'{isi}\n[berkas]\nskema = "../skema.xlsx"\n[surat]\nlogo = "tiada.png"\n', encoding="utf-8"
    )
    duduk.diam(f"hitung kota {BULAN}")
    duduk.ketik(f"kunci kota {BULAN}")
    duduk.ketik("dokumen nota-dinas kota --periode 2026-01")
    duduk.catat("folder yang tidak kosong, berkas sebagai folder")
    (duduk.tempat / "berisi").mkdir()
    (duduk.tempat / "berisi/skema.xlsx").write_bytes(b"")
    for folder in ("berisi", "skema.xlsx", "kota/dalam"):
        duduk.ketik(f"mulai {folder} --tahun 2026 --instansi Kota")
    duduk.banding("layar-tidak-dapat.txt")
