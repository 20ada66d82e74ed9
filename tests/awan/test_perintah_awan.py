"""Commands on an address leave there what they leave in a folder, and say the address wherever they would name the folder."""

import errno
import json
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from salinan_contoh import salin_contoh

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.awan import buka_awan
from asn_nilai.cli.pintu_awan import _sebutan

ALAMAT = "memory://kota/2026"
UNIT = ("--periode", "2026-01", "--unit", "KEL-TD", "--paralel", "1")


def _hasil(isi):
    return {nama: teks for nama, teks in isi.items() if nama.startswith("hasil/")}


def _folder(akar):
    return {
        berkas.relative_to(akar).as_posix(): berkas.read_bytes()
        for berkas in akar.rglob("*")
        if berkas.is_file() and berkas.suffix != ".lock"
    }


def test_hasil_di_alamat_sama_byte_demi_byte_dengan_di_folder(toko, jalankan, tmp_path):
    folder = salin_contoh(tmp_path / "kota")
    setempat = jalankan("hitung", folder, *UNIT)
    awan = jalankan("hitung", ALAMAT, *UNIT)
    assert (setempat[0], awan[0]) == (0, 0)
    di_folder, di_alamat = _folder(folder), toko.isi()
    assert _hasil(di_alamat) == _hasil(di_folder)
    assert set(di_alamat) == set(di_folder)
    assert {
        "hasil/2026-01/nilai.csv",
        "hasil/2026-01/KEL-TD/nilai.xlsx",
        "hasil/2026-01/manifes.json",
    } <= set(di_alamat)
    assert toko.sewa() == []


def test_kata_yang_menyebut_folder_menyebut_alamatnya(toko, jalankan, tmp_path):  # noqa: ARG001
    folder = salin_contoh(tmp_path / "kota")
    _, _, setempat = jalankan("hitung", folder, *UNIT)
    _, _, awan = jalankan("hitung", ALAMAT, *UNIT)
    baris = awan.splitlines()
    salinan = next((tmp_path / "satu" / "asn-nilai" / "awan").glob("kota-2026-*/"))
    assert baris[0].startswith(
        f"Salinan kerja {ALAMAT} disimpan di {salinan}, dengan data pegawai di dalamnya"
    )
    assert baris[1] == f"Diambil dari {ALAMAT}: 57 berkas yang baru atau berubah."
    banyak = len(_folder(folder)) - 57
    assert (
        baris[-1]
        == f"Ditulis kembali ke {ALAMAT}: {banyak} berkas. Di komputer ini semuanya dapat dibuka di {salinan}"
    )
    assert "\n".join(baris[2:-1]) == setempat.replace(str(folder), ALAMAT).rstrip("\n")
    assert f"Berikutnya: asn-nilai hitung {ALAMAT} --periode 2026-01" in awan


def test_json_menyebut_alamatnya(toko, jalankan):  # noqa: ARG001
    status, keluaran, _ = jalankan("hitung", ALAMAT, *UNIT, "--json")
    assert status == 0
    assert json.loads(keluaran)["hasil"] == f"{ALAMAT}/hasil/2026-01"


def test_perintah_berikut_melanjutkan_yang_sebelumnya_di_komputer_lain(toko, jalankan, komputer):
    assert jalankan("hitung", ALAMAT, "--periode", "2026-01", "--paralel", "1")[0] == 0
    komputer("dua")
    status, _, kata = jalankan("kunci", ALAMAT, "--periode", "2026-01", "--paralel", "1")
    assert (status, "Januari 2026 terkunci: versi 1" in kata) == (0, True)
    komputer("satu")
    status, _, kata = jalankan("verifikasi", ALAMAT, "--periode", "2026-01")
    assert (status, "Utuh: hasil Januari 2026 sama" in kata) == (0, True)
    assert "disalin atau dipindahkan" not in jalankan("riwayat", ALAMAT)[2]
    assert "riwayat/2026-01/v1/manifes.json" in toko.isi()


def test_hanya_yang_berubah_yang_diambil_dan_ditulis(toko, jalankan):
    jalankan("hitung", ALAMAT, *UNIT)
    _, _, kata = jalankan("hitung", ALAMAT, *UNIT)
    assert "Diambil" not in kata
    assert kata.splitlines()[-1].startswith(
        f"Tidak ada yang berubah di {ALAMAT}. Di komputer ini semuanya dapat dibuka di "
    )
    toko.taruh("capaian/2026-01/KEL-TD.xlsx", toko.isi()["capaian/2026-02/KEL-TD.xlsx"])
    status, _, kata = jalankan("validasi", ALAMAT, "--periode", "2026-01", "--unit", "KEL-TD")
    assert (status, f"Diambil dari {ALAMAT}: 1 berkas" in kata) == (1, True)


def test_mulai_membuat_ruang_kerja_di_alamat_kosong(toko, jalankan):
    status, _, kata = jalankan(
        "mulai", "memory://kota/2027", "--tahun", "2027", "--instansi", "Pemerintah Kota Rekaan"
    )
    assert status == 0
    assert "Berikutnya: buka skema.xlsx" in kata
    assert "asn-nilai validasi memory://kota/2027" in kata
    assert set(toko.fs.find("/kota/2027")) >= {
        "/kota/2027/asn-nilai.toml",
        "/kota/2027/skema.xlsx",
    }
    assert jalankan("mulai", "memory://kota", "--tahun", "2027", "--instansi", "K")[2] == (
        "memory://kota bukan ruang kerja dan sudah berisi, misalnya 2026/asn-nilai.toml. Tulis alamat yang masih kosong, misalnya memory://kota/2026\n"
    )
    lagi = jalankan("mulai", "memory://kota/2027", "--tahun", "2027", "--instansi", "K")[2]
    assert lagi.startswith("memory://kota/2027 sudah menjadi ruang kerja; tidak ada yang diubah.")


def test_nip_lalu_alamat(toko, jalankan):
    status, keluaran, kata = jalankan("jelaskan", "197101111996031901", ALAMAT, "--periode", "2026-01")
    assert status == 0
    assert "Zulfandri" in keluaran + kata
    assert (
        f"Kartu nilai satu halaman ditulis di {ALAMAT}/hasil/2026-01/kartu/kartu-197101111996031901.html"
        in kata
    )
    assert "hasil/2026-01/kartu/kartu-197101111996031901.html" in toko.isi()


def test_salinan_yang_tidak_disimpan_dihapus_sesudah_perintah(toko, jalankan, monkeypatch, tmp_path):
    monkeypatch.setenv("ASN_NILAI_SALINAN", "hapus")
    status, _, kata = jalankan("hitung", ALAMAT, *UNIT)
    assert status == 0
    assert str(tmp_path) not in kata
    assert [isi.suffix for isi in (tmp_path / "satu" / "asn-nilai" / "awan").iterdir()] in ([], [".lock"])
    assert "hasil/2026-01/nilai.csv" in toko.isi()
    assert jalankan("meja", ALAMAT)[2] == (
        f"Meja kerja memerlukan salinan kerja {ALAMAT}, sedangkan ASN_NILAI_SALINAN=hapus menghapusnya. Tulis perintahnya langsung.\n"
    )


def test_perintah_yang_gagal_tidak_menulis_apa_pun(toko, jalankan):
    semula = toko.isi()
    status, _, kata = jalankan("hitung", ALAMAT, "--periode", "2026-09")
    assert status == 2
    assert str(Path.home()) not in kata
    assert (toko.isi(), toko.sewa()) == (semula, [])


def test_folder_salinan_dipahami_sebagai_alamatnya(toko, jalankan, tmp_path):
    jalankan("validasi", ALAMAT, "--periode", "2026-01")
    salinan = next((tmp_path / "satu" / "asn-nilai" / "awan").glob("kota-2026-*/"))
    status, _, kata = jalankan("hitung", salinan, *UNIT)
    assert (status, f"Ditulis kembali ke {ALAMAT}" in kata) == (0, True)
    assert "hasil/2026-01/nilai.csv" in toko.isi()


def test_di_dalam_salinan_yang_dimaksud_alamatnya(toko, jalankan, tmp_path, monkeypatch):
    jalankan("validasi", ALAMAT, "--periode", "2026-01")
    monkeypatch.chdir(next((tmp_path / "satu" / "asn-nilai" / "awan").glob("kota-2026-*/")))
    status, _, kata = jalankan("hitung", *UNIT)
    assert (status, f"Ditulis kembali ke {ALAMAT}" in kata) == (0, True)
    assert "hasil/2026-01/nilai.csv" in toko.isi()
    folder = salin_contoh(tmp_path / "kota")
    status, _, kata = jalankan("hitung", folder, *UNIT)
    assert (status, ALAMAT in kata) == (0, False)


def test_berkas_beralamat_bukan_ruang_kerja(jalankan, komputer):  # noqa: ARG001
    status, _, kata = jalankan("banding", "s3://wadah/lama.xlsx", "s3://wadah/baru.xlsx")
    assert status == 2
    assert "tidak ada" in kata


def test_salinan_di_windows_pun_disebut_alamatnya():
    sebut = _sebutan(r"C:\Users\Siti A\asn-nilai\awan\kota-1a", "s3://w/kota")
    assert sebut(r"Hasil ditulis di C:\Users\Siti A\asn-nilai\awan\kota-1a\hasil\2026-01 (baca)") == (
        "Hasil ditulis di s3://w/kota/hasil/2026-01 (baca)"
    )
    assert sebut(r'"C:\Users\Siti A\asn-nilai\awan\kota-1a" --periode P') == '"s3://w/kota" --periode P'
    assert (
        sebut(r'{"hasil": "C:\\Users\\Siti A\\asn-nilai\\awan\\kota-1a\\hasil"}')
        == '{"hasil": "s3://w/kota/hasil"}'
    )
    assert sebut(r"C:/Users/Siti A/asn-nilai/awan/kota-1a/x.toml: rusak") == "s3://w/kota/x.toml: rusak"
    assert sebut(r"C:\Users\Siti A\kota-1a") == r"C:\Users\Siti A\kota-1a"


def test_perintah_yang_disarankan_dapat_disalin_juga_bila_alamatnya_perlu_diapit(toko, jalankan):
    """A shell would take half of such an address for the folder, and the rest for a command of its own."""
    for nama, isi in toko.isi().items():
        toko.fs.pipe_file(f"/sumbar & riau/2026/{nama}", isi)
    alamat = "memory://sumbar & riau/2026"
    status, _, kata = jalankan("hitung", alamat, *UNIT)
    assert status == 0
    assert f'Berikutnya: asn-nilai hitung "{alamat}" --periode 2026-01' in kata
    assert f"Buka dahulu        {alamat}/hasil/2026-01/index.html" in kata
    _, keluaran, _ = jalankan("hitung", alamat, *UNIT, "--json")
    assert json.loads(keluaran)["hasil"] == f"{alamat}/hasil/2026-01"
    assert (
        'asn-nilai mulai "memory://sumbar & riau/2027"\n'
        in jalankan("validasi", "memory://sumbar & riau/2027")[2]
    )


def test_salinan_yang_tidak_mendapat_tempat_dikatakan(toko, tmp_path):  # noqa: ARG001
    """To another program as well, which is promised one kind of error."""
    (tmp_path / "satu").write_text("", encoding="utf-8")
    with pytest.raises(PenggunaanError, match=r"awan tidak dapat dibuka \("), buka_awan(ALAMAT):
        pass


def test_yang_gagal_di_tangan_pemakainya_tetap_miliknya(toko, monkeypatch):  # noqa: ARG001
    """Only what the copy itself runs into is said by it."""
    with pytest.raises(FileNotFoundError), buka_awan(ALAMAT) as ruang:
        (ruang.akar / "tidak ada").read_bytes()
    with buka_awan(ALAMAT) as ruang:
        for galat, jadi in ((OSError(errno.ENOSPC, "No space"), PenggunaanError), (OSError("aneh"), OSError)):
            monkeypatch.setattr("asn_nilai.awan.salinan.Salinan._isi", Mock(side_effect=galat))
            with pytest.raises(jadi, match="disk penuh" if galat.errno else "aneh"):
                ruang.kembalikan()


def test_meja_menulis_kembali_sesudah_tiap_pilihan(toko, jalankan, monkeypatch):
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("3\n0\n"))
    status, _, kata = jalankan("meja", ALAMAT, "--tanpa-buka")
    assert status == 0, kata
    assert f"Ditulis kembali ke {ALAMAT}" in kata
    assert toko.sewa() == []


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        (
            ("hitung", "memory://lain/2026"),
            (
                "memory://lain/2026 bukan ruang kerja: asn-nilai.toml tidak ada di dalamnya. Periksa alamatnya. Ruang kerja baru di situ: asn-nilai mulai "
                "memory://lain/2026\n"
            ),
        ),
        (
            ("hitung", "s4://wadah/kota"),
            "s4://wadah/kota: s4:// tidak dikenal. Tulis folder, atau alamat seperti s3://wadah/kota/2026\n",
        ),
    ],
)
def test_yang_tidak_dapat_dikerjakan_dikatakan(toko, jalankan, kata, kalimat):  # noqa: ARG001
    assert jalankan(*kata)[::2] == (2, kalimat)


def test_alamat_file_adalah_folder_itu_sendiri(jalankan, tmp_path, komputer):  # noqa: ARG001
    folder = salin_contoh(tmp_path / "kota")
    status, _, kata = jalankan("hitung", folder.as_uri(), *UNIT)
    assert (status, "Ditulis kembali" in kata) == (0, False)
    assert (folder / "hasil" / "2026-01" / "nilai.csv").is_file()


def test_tanpa_pustakanya_disebut_cara_memasangnya(jalankan, monkeypatch, komputer):  # noqa: ARG001
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    status, _, kata = jalankan("hitung", "s3://wadah/kota")
    assert status == 2
    assert 'Pasang dahulu: pip install "asn-nilai[awan]"' in kata
