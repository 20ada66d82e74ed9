"""`asn-nilai validasi` as people use it: the screen, the page, the texts, the data, and a slip of the hand."""

from pathlib import Path

import openpyxl
import pytest

MEI = ("--periode", "2026-05", "--paralel", "1")


def sel_realisasi(berkas: Path, *, indikator: str) -> tuple[str, object]:
    """Return the cell and value of the first realisasi of an indicator."""
    lembar = openpyxl.load_workbook(berkas)["Capaian"]
    kolom = {s.value: s.column for b in lembar.iter_rows(max_row=20) for s in b if isinstance(s.value, str)}
    for baris in range(1, lembar.max_row + 1):
        if lembar.cell(baris, kolom["Kode Indikator"]).value == indikator:
            sel = lembar.cell(baris, kolom["Realisasi"])
            return sel.coordinate, sel.value
    raise AssertionError(indikator)


def tulis(berkas: Path, sel: str, nilai: object, lembar: str = "Capaian") -> None:
    buku = openpyxl.load_workbook(berkas)
    buku[lembar][sel] = nilai
    buku.save(berkas)


def atur(kota: Path, baris: str) -> None:
    berkas = kota / "asn-nilai.toml"
    berkas.write_text(f"{berkas.read_text(encoding='utf-8')}\n[kewajaran]\n{baris}\n", encoding="utf-8")


@pytest.mark.parametrize("bulan", ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"])
def test_bulan_bulan_bersih_lulus_dengan_ketat(kota, jalankan, bulan):
    status, _, pesan = jalankan("validasi", kota, "--periode", bulan, "--ketat", "--paralel", 1)
    assert status == 0
    assert "Tidak ada temuan. Berikutnya: asn-nilai hitung" in pesan
    assert ", lengkap\n" not in pesan  # no heading above nothing


def test_juni_tidak_diberi_temuan_kewajaran(kota, hasil_json):
    from asn_nilai.acuan.pengaturan import Kewajaran

    jenis = {b.alias for b in Kewajaran.model_fields.values() if b.annotation is bool}
    _, isi = hasil_json("validasi", kota, "--periode", "2026-06")
    assert not {t["kode"] for t in isi["temuan"]} & jenis


class TestKomaYangHilang:
    @pytest.fixture
    def salah(self, kota):
        berkas = kota / "capaian/2026-05/DISKOMINFO.xlsx"
        sel, nilai = sel_realisasi(berkas, indikator="UMM-05")
        tulis(berkas, sel, nilai * 10)
        return sel

    def test_ditunjuk_di_selnya_dan_menahan_hanya_bila_ketat(self, kota, salah, hasil_json):
        status, isi = hasil_json("validasi", kota, *MEI)
        assert (status, [(t["kode"], t["berkas"], t["sel"]) for t in isi["temuan"]]) == (
            0,
            [("sepuluh-kali-bulan-lalu", "capaian/2026-05/DISKOMINFO.xlsx", salah)],
        )
        assert "kira-kira sepuluh kali April 2026" in isi["temuan"][0]["pesan"]
        assert hasil_json("validasi", kota, *MEI, "--ketat")[0] == 1

    @pytest.mark.usefixtures("salah")
    def test_hitung_tidak_membaca_bulan_lalu_untuknya(self, kota, hasil_json):
        assert hasil_json("hitung", kota, *MEI)[1]["temuan"] == []

    @pytest.mark.usefixtures("salah")
    def test_dapat_dimatikan(self, kota, hasil_json):
        atur(kota, "sepuluh-kali-bulan-lalu = false")
        assert [t["kode"] for t in hasil_json("validasi", kota, *MEI)[1]["temuan"]] == ["pertanyaan-diubah"]

    @pytest.mark.usefixtures("salah")
    def test_bulan_lalu_yang_rusak_bukan_pembanding(self, kota, hasil_json):
        (kota / "capaian/2026-04/DISKOMINFO.xlsx").write_bytes(b"rusak")
        assert hasil_json("validasi", kota, *MEI)[1]["temuan"] == []

    @pytest.mark.usefixtures("salah")
    def test_bulan_lalu_yang_salah_tempat_bukan_pembanding(self, kota, hasil_json):
        tujuan = kota / "capaian/2026-04/DISKOMINFO.xlsx"
        tujuan.write_bytes((kota / "capaian/2026-03/DISKOMINFO.xlsx").read_bytes())
        assert hasil_json("validasi", kota, *MEI)[1]["temuan"] == []


def test_target_yang_diturunkan_sesudah_dihitung(kota, jalankan, hasil_json):
    jalankan("hitung", kota, *MEI, "--unit", "BKPSDM")
    lembar = openpyxl.load_workbook(kota / "target/BKPSDM.xlsx")["Target"]
    kepala = next(s for b in lembar.iter_rows(max_row=20) for s in b if s.value == "Mei")
    kode = next(s.column for s in lembar[kepala.row] if s.value == "Kode Indikator")
    baris = next(n for n in range(kepala.row + 1, 80) if lembar.cell(n, kode).value == "UMM-03")
    sel = lembar.cell(baris, kepala.column)
    lama = sel.value
    tulis(kota / "target/BKPSDM.xlsx", sel.coordinate, lama - 5, "Target")
    for bulan_salinan in ("capaian/2026-05/BKPSDM.xlsx",):
        berkas = kota / bulan_salinan
        buku = openpyxl.load_workbook(berkas)
        for baris in buku["Capaian"].iter_rows():
            for s in baris:
                if s.value == "Target":
                    for n in range(s.row + 1, buku["Capaian"].max_row + 1):
                        buku["Capaian"].cell(n, s.column).value = None
        buku.save(berkas)
    kode_temuan = [(t["kode"], t["sel"]) for t in hasil_json("validasi", kota, *MEI)[1]["temuan"]]
    assert ("target-diturunkan", sel.coordinate) in kode_temuan


def test_pengaturan_kewajaran_yang_salah_menghentikan_dengan_kalimat(kota, jalankan):
    atur(kota, "kali-dari = -1")
    status, _, pesan = jalankan("validasi", kota, *MEI)
    assert status == 2
    assert "asn-nilai.toml: [kewajaran] kali-dari harus angka mulai dari 0." in pesan


class TestKeluaran:
    def test_halaman_dan_pesan_ditulis(self, kota, jalankan):
        status, keluar, pesan = jalankan("validasi", kota, "--periode", "2026-06", "--paralel", 1)
        assert (status, keluar) == (1, "")
        hasil = kota / "hasil/2026-06"
        assert "validasi.html" in pesan
        assert "Puskesmas Tigo Baleh" in (hasil / "validasi.html").read_text(encoding="utf-8")
        assert len(list((hasil / "pesan").glob("*.txt"))) == 8
        assert "belum kami terima" in (hasil / "pesan/DPMPTSP.txt").read_text(encoding="utf-8")
        assert "tidak ada yang perlu diperbaiki" in (hasil / "pesan/BKPSDM.txt").read_text(encoding="utf-8")

    def test_layar_menyebut_satu_sebab_sekali(self, kota, jalankan):
        _, _, pesan = jalankan("validasi", kota, "--periode", "2026-06", "--paralel", 1)
        assert pesan.count("NIP tersimpan sebagai bilangan") == 1
        assert "D37–D39: NIP tersimpan" in pesan
        assert "Kelurahan Puhun Pintu Kabun (KEL-PPK), ada galat" in pesan

    def test_pesan_ke_keluaran_standar(self, kota, jalankan):
        pilihan = ("--periode", "2026-06", "--paralel", 1, "--unit", "PKM-MDG", "--unit", "DINKES", "--pesan")
        _, keluar, pesan = jalankan("validasi", kota, *pilihan)
        pertama, kedua = keluar.split("\n----\n\n")
        assert pertama.startswith("Dinas Kesehatan (DINKES), Juni 2026\n")
        assert kedua == (kota / "hasil/2026-06/pesan/PKM-MDG.txt").read_text(encoding="utf-8")
        assert "#DIV/0!" not in pesan
        assert "PKM-MDG" in pesan

    def test_sebagian_unit_tidak_menimpa_halaman_semua_unit(self, kota, jalankan):
        jalankan("validasi", kota, *MEI)
        halaman = kota / "hasil/2026-05/validasi.html"
        lama = halaman.read_bytes()
        _, _, pesan = jalankan("validasi", kota, *MEI, "--unit", "BKPSDM")
        assert halaman.read_bytes() == lama
        assert "validasi.html" not in pesan

    def test_json_tidak_menulis_apa_pun(self, kota, hasil_json):
        hasil_json("validasi", kota, *MEI)
        assert not (kota / "hasil").exists()

    def test_hasil_kedua_sama_byte_demi_byte(self, kota, jalankan):
        def isi():
            return {f.name: f.read_bytes() for f in (kota / "hasil").rglob("*") if f.is_file()}

        jalankan("validasi", kota, "--periode", "2026-06", "--paralel", 1)
        pertama = isi()
        jalankan("validasi", kota, "--periode", "2026-06", "--paralel", 2)
        assert isi() == pertama

    def test_yang_tidak_dapat_ditulis_dikatakan(self, kota, jalankan):
        (kota / "hasil").write_text("bukan folder", encoding="utf-8")
        status, _, pesan = jalankan("validasi", kota, *MEI)
        assert status == 1
        assert "validasi.html tidak dapat ditulis" in pesan

    def test_setiap_galat_ada_temuannya(self, kota, hasil_json):
        _, isi = hasil_json("validasi", kota, "--periode", "2026-06")
        for unit in isi["unit"]:
            milik = [t for t in isi["temuan"] if t["unit"] == unit["kode_unit"] and t["tingkat"] == "galat"]
            assert len(milik) == unit["galat"]
            assert bool(milik) == (unit["status"] != "lengkap")
            assert all(t["pesan"] and t["saran"] for t in milik)


def test_validasi_tidak_memuat_penghitung_dan_penulis_buku(kota):
    import subprocess
    import sys

    naskah = (
        "import sys; from asn_nilai.cli import main\n"
        f"try: main(['validasi', {str(kota)!r}, '--periode', '2026-05', '--paralel', '1', '--json'])\n"
        "except SystemExit: pass\n"
        "berat = ['pandas', 'xlsxwriter', 'jinja2', 'asn_nilai.hitung', 'asn_nilai.acuan.hasil.nilai', "
        "'asn_nilai.acuan.setoran.ekspor_bkn']\n"
        "print([m for m in berat if m in sys.modules], file=sys.stderr)"
    )
    jalan = subprocess.run([sys.executable, "-c", naskah], capture_output=True, text=True, check=True)
    assert jalan.stderr.strip().splitlines()[-1] == "[]"


class TestPengaturanTidakDikenal:
    PESAN = "[kewajaran] realisasi-sragam tidak dikenal, jadi tidak berpengaruh; mungkin maksudnya [kewajaran] realisasi-seragam."

    @pytest.fixture(autouse=True)
    def salah_ketik(self, kota):
        atur(kota, "realisasi-sragam = false")

    @pytest.mark.parametrize("perintah", ["validasi", "hitung"])
    def test_menjadi_peringatan_di_luar_unit_yang_menahan_hanya_bila_ketat(self, kota, hasil_json, perintah):
        status, isi = hasil_json(perintah, kota, *MEI)
        (temuan,) = isi["temuan"]
        assert (status, temuan["kode"], temuan["tingkat"]) == (0, "pengaturan-tidak-dikenal", "peringatan")
        assert (temuan["berkas"], temuan["sel"], temuan["unit"]) == ("asn-nilai.toml", "", "")
        assert temuan["pesan"] == self.PESAN
        assert hasil_json(perintah, kota, *MEI, "--ketat")[0] == 1

    def test_tampil_di_layar_halaman_dan_data(self, kota, jalankan):
        hasil = kota / "hasil/2026-05"
        for perintah, halaman in (("validasi", "validasi.html"), ("hitung", "index.html")):
            status, _, pesan = jalankan(perintah, kota, *MEI)
            assert (status, self.PESAN in pesan) == (0, True)
            assert self.PESAN in (hasil / halaman).read_text(encoding="utf-8")
        assert self.PESAN in (hasil / "temuan.csv").read_text(encoding="utf-8")
