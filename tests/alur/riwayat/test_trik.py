"""Each change of an input that could ease a score or hide a person is named with cell, before and after; none vanishes."""

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import baris_milik, hapus_baris, kepala, ubah, ubah_indikator

MEI = ("--periode", "2026-05")
UNIT, NIP = "PKM-TB", "198604092024212934"
"""Of this ASN the predikat is Butuh Perbaikan: who could gain."""
KEPALA = "196905251992012925"
TARGET, CAPAIAN = f"target/{UNIT}.xlsx", f"capaian/2026-05/{UNIT}.xlsx"

Trik = Callable[[Path], list[tuple[str, str, str, str, str]]]
"""Plays a trick; returns what must be named: kind, NIP, indicator, before and after (`*` for what is not compared)."""


def target_diturunkan(kota):
    sel, semula, menjadi = ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", lambda angka: angka / 2)
    return [("target", NIP, "KES-04", f"{semula:g}", f"{menjadi:g}", f"{TARGET} › Target › {sel}")]


def target_dan_salinannya_diturunkan(kota):
    harapan = target_diturunkan(kota)
    ubah(kota / CAPAIAN, "Capaian", "Target", NIP, "KES-04", lambda angka: angka / 2)
    return harapan


def target_minimal_dinaikkan(kota):
    sel, semula, menjadi = ubah(kota / TARGET, "Target", "Mei", KEPALA, "KES-03", lambda angka: angka * 2)
    return [("target", KEPALA, "KES-03", f"{semula:g}", f"{menjadi:g}", f"{TARGET} › Target › {sel}")]


def target_dikosongkan(kota):
    _, semula, _ = ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", None)
    return [("target", NIP, "KES-04", f"{semula:g}", "tidak ada", "*")]


def baris_target_dihapus(kota):
    hapus_baris(kota / TARGET, "Target", NIP, "KES-04")
    return [("target", NIP, "KES-04", "*", "tidak ada", "*"), ("bobot", NIP, "KES-04", "*", "tidak ada", "*")]


def bobot_digeser(kota):
    buku = openpyxl.load_workbook(kota / TARGET)
    lembar = buku["Target"]
    awal, kolom = baris_milik(lembar, NIP), kepala(lembar, "Bobot").column
    pertama, kedua = lembar.cell(awal, kolom), lembar.cell(awal + 1, kolom)
    dulu = (pertama.value, kedua.value)
    pertama.value, kedua.value = dulu[0] - 10, dulu[1] + 10
    kode = [lembar.cell(n, kepala(lembar, "Kode Indikator").column).value for n in (awal, awal + 1)]
    buku.save(kota / TARGET)
    return [
        ("bobot", NIP, kode[0], f"{dulu[0]}", f"{dulu[0] - 10}", f"{TARGET} › Target › {pertama.coordinate}"),
        ("bobot", NIP, kode[1], f"{dulu[1]}", f"{dulu[1] + 10}", f"{TARGET} › Target › {kedua.coordinate}"),
    ]


def realisasi_diganti(kota):
    sel, semula, menjadi = ubah(
        kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", lambda angka: angka * 1.5
    )
    return [("realisasi", NIP, "KES-04", f"{semula:g}", f"{menjadi:g}", f"{CAPAIAN} › Capaian › {sel}")]


def realisasi_dikosongkan(kota):
    _, semula, _ = ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", None)
    return [
        ("realisasi", NIP, "KES-04", f"{semula:g}", "tidak ada", "*"),
        ("predikat", NIP, "", "Butuh Perbaikan", "Belum Dinilai", ""),
        ("status", NIP, "", "Dinilai", "Belum Dinilai", ""),
    ]


def realisasi_dibuat_tak_terbaca(kota):
    _, semula, _ = ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", "lihat lampiran")
    return [("realisasi", NIP, "KES-04", f"{semula:g}", "tidak terbaca", "*")]


def baris_capaian_dihapus(kota):
    hapus_baris(kota / CAPAIAN, "Capaian", NIP, "KES-04")
    return [("realisasi", NIP, "KES-04", "*", "tidak ada", "*")]


def rating_perilaku_ditulis(kota):
    sel, _, menjadi = ubah(kota / CAPAIAN, "Perilaku", "Rating Perilaku", NIP, "", "Di Atas Ekspektasi")
    return [("perilaku", NIP, "", "*", f"Rating Perilaku: {menjadi}", f"{CAPAIAN} › Perilaku › {sel}")]


def satu_aspek_dinaikkan(kota):
    sel, semula, menjadi = ubah(kota / CAPAIAN, "Perilaku", "Akuntabel", KEPALA, "", "Di Atas Ekspektasi")
    return [
        (
            "perilaku",
            KEPALA,
            "",
            f"Akuntabel: {semula}",
            f"Akuntabel: {menjadi}",
            f"{CAPAIAN} › Perilaku › {sel}",
        )
    ]


def ide_baru_ditulis(kota):
    ubah(kota / CAPAIAN, "Perilaku", "Ide Baru", NIP, "", "Ya")
    return [("perilaku", NIP, "", "tidak ada", "Ide Baru: Ya", "*")]


def polaritas_dibalik(kota):
    sel, semula, menjadi = ubah_indikator(kota / "skema.xlsx", "KES-04", "Polaritas", "Minimal")
    return [
        (
            "indikator",
            "",
            "KES-04",
            f"Polaritas: {semula}",
            f"Polaritas: {menjadi}",
            f"skema.xlsx › Indikator › {sel}",
        )
    ]


def agregasi_diganti(kota):
    _, semula, menjadi = ubah_indikator(kota / "skema.xlsx", "KES-04", "Agregasi", "Nilai Akhir")
    return [("indikator", "", "KES-04", f"Agregasi: {semula}", f"Agregasi: {menjadi}", "*")]


def nilai_terburuk_diganti(kota):
    _, semula, menjadi = ubah_indikator(kota / "skema.xlsx", "KES-05", "Nilai Terburuk", 1000)
    return [("indikator", "", "KES-05", f"Nilai Terburuk: {semula}", f"Nilai Terburuk: {menjadi}", "*")]


def batas_atas_dihapus(kota):
    _, semula, _ = ubah_indikator(kota / "skema.xlsx", "KES-01", "Batas Atas", None)
    return [("indikator", "", "KES-01", f"Batas Atas: {semula}", "tidak ada", "*")]


def asn_dihapus_dari_daftar(kota):
    hapus_baris(kota / "skema.xlsx", "Pegawai", NIP)
    return [
        ("pegawai", NIP, "", "*", "tidak ada", "*"),
        ("predikat", NIP, "", "Butuh Perbaikan", "tidak ada", ""),
        ("status", NIP, "", "Dinilai", "tidak ada", ""),
    ]


def asn_dipindah_di_daftar(kota):
    ubah(kota / "skema.xlsx", "Pegawai", "Kode Unit", NIP, "", "DINKES")
    return [("pegawai", NIP, "", "*", "tidak ada", "*"), ("pegawai", NIP, "", "tidak ada", "*", "*")]


def penempatan_dibuat_selesai(kota):
    ubah(kota / "skema.xlsx", "Pegawai", "Selesai", NIP, "", "2026-03-31")
    return [
        ("pegawai", NIP, "", "*", "tidak ada", "*"),
        ("predikat", NIP, "", "Butuh Perbaikan", "tidak ada", ""),
    ]


def unit_dihapus_dari_daftar(kota):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for nama in ("Unit", "Pegawai"):
        lembar = buku[nama]
        kolom = kepala(lembar, "Kode Unit").column
        for nomor in range(lembar.max_row, 1, -1):
            if lembar.cell(nomor, kolom).value == UNIT:
                lembar.delete_rows(nomor)
    buku.save(kota / "skema.xlsx")
    return [
        ("predikat", NIP, "", "Butuh Perbaikan", "tidak ada", ""),
        ("target", NIP, "KES-04", "*", "tidak ada", "*"),
    ]


def berkas_capaian_ditarik(kota):
    (kota / CAPAIAN).unlink()
    return [
        ("realisasi", NIP, "KES-04", "*", "tidak ada", "*"),
        ("predikat", NIP, "", "Butuh Perbaikan", "Belum Dinilai", ""),
    ]


def berkas_target_ditarik(kota):
    (kota / TARGET).unlink()
    return [
        ("target", NIP, "KES-04", "*", "tidak ada", "*"),
        ("predikat", NIP, "", "Butuh Perbaikan", "Belum Dinilai", ""),
    ]


def aturan_lain(kota):
    berkas = kota / "asn-nilai.toml"
    teks = berkas.read_text(encoding="utf-8")
    berkas.write_text(teks.replace("permenpanrb-6-2022", "kemenkeu-127-2026"), encoding="utf-8")
    return [("aturan", "", "", "Profil: permenpanrb-6-2022", "Profil: kemenkeu-127-2026", "")]


def beri_kode_baru(kota):
    """Give the unit another code, and say in the register what it was."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Unit"]
    lama = kepala(lembar, "Kode Unit")
    lembar.cell(lama.row, lembar.max_column + 1, "Kode Lama")
    for nama in ("Unit", "Pegawai"):
        kolom = kepala(buku[nama], "Kode Unit").column
        for nomor in range(2, buku[nama].max_row + 1):
            if buku[nama].cell(nomor, kolom).value == UNIT:
                buku[nama].cell(nomor, kolom).value = "PKM-BARU"
                if nama == "Unit":
                    lembar.cell(nomor, lembar.max_column, UNIT.lower())
    buku.save(kota / "skema.xlsx")


def unit_diberi_kode_baru_lalu_targetnya_diturunkan(kota):
    harapan = target_diturunkan(kota)
    beri_kode_baru(kota)
    return harapan


def target_tiga_bulan_lagi_dipotong(kota):
    sel, semula, menjadi = ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", lambda angka: angka - 1)
    ubah(kota / TARGET, "Target", "Agu", NIP, "KES-04", 1)
    return [("target", NIP, "KES-04", f"{semula:g}", f"{menjadi:g}", f"{TARGET} › Target › {sel}")]


TRIK: tuple[Trik, ...] = (
    target_diturunkan, target_dan_salinannya_diturunkan, target_minimal_dinaikkan, target_dikosongkan,
    baris_target_dihapus, bobot_digeser, realisasi_diganti, realisasi_dikosongkan, realisasi_dibuat_tak_terbaca,
    baris_capaian_dihapus, rating_perilaku_ditulis, satu_aspek_dinaikkan, ide_baru_ditulis, polaritas_dibalik,
    agregasi_diganti, nilai_terburuk_diganti, batas_atas_dihapus, asn_dihapus_dari_daftar, asn_dipindah_di_daftar,
    penempatan_dibuat_selesai, unit_dihapus_dari_daftar, berkas_capaian_ditarik, berkas_target_ditarik,
    unit_diberi_kode_baru_lalu_targetnya_diturunkan, aturan_lain,
    target_tiga_bulan_lagi_dipotong,
)  # fmt: skip
PASANGAN = (
    (target_diturunkan, asn_dihapus_dari_daftar),
    (polaritas_dibalik, realisasi_diganti),
    (bobot_digeser, target_dikosongkan),
    (rating_perilaku_ditulis, berkas_target_ditarik),
)


def perubahan(kota: Path) -> list[tuple[str, str, str, str, str, str]]:
    with (kota / "hasil/2026-05/perubahan.csv").open(encoding="utf-8", newline="") as berkas:
        return [
            (b["apa"], b["nip"], b["kode_indikator"], b["semula"], b["menjadi"], b["sel"])
            for b in csv.DictReader(berkas)
        ]


def tersebut(harapan: tuple[str, ...], semua: list[tuple[str, ...]]) -> bool:
    return any(
        all(h in {"*", ada} for h, ada in zip(harapan, baris, strict=True))
        and (harapan[5] != "*" or baris[5] or baris[0] in {"nhk", "predikat", "status", "rating"})
        for baris in semua
    )


def periksa(harapan: list[tuple[str, ...]], kota: Path) -> None:
    semua = perubahan(kota)
    assert [ini for ini in harapan if not tersebut(ini, semua)] == [], semua


@pytest.mark.usefixtures("mei")
@pytest.mark.parametrize("trik", TRIK, ids=lambda trik: trik.__name__)
def test_setiap_trik_disebut_dan_tidak_hilang_pada_hitungan_kedua(trik, kota, jalankan):
    assert perubahan(kota) == []
    harapan = trik(kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    periksa(harapan, kota)
    pertama = perubahan(kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert perubahan(kota) == pertama


@pytest.mark.usefixtures("mei")
@pytest.mark.parametrize("pasangan", PASANGAN, ids=lambda dua: f"{dua[0].__name__}-{dua[1].__name__}")
def test_dua_trik_sekaligus_disebut_juga_bila_hasil_dihapus_di_antaranya(pasangan, kota, jalankan):
    harapan = pasangan[0](kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    shutil.rmtree(kota / "hasil")
    harapan += pasangan[1](kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    disebut, tercatat = {ini[:3] for ini in harapan}, perubahan(kota)
    assert disebut <= {ini[:3] for ini in tercatat}
    shutil.rmtree(kota / "hasil")
    _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert "Berubah sejak hitungan pertama" in pesan
    assert perubahan(kota) == tercatat


@pytest.mark.usefixtures("mei")
def test_berkas_yang_dikembalikan_sesudahnya_tetap_meninggalkan_jejak(kota, jalankan):
    asli = (kota / TARGET).read_bytes()
    target_diturunkan(kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    (kota / TARGET).write_bytes(asli)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert perubahan(kota) == []
    _, keluar, pesan = jalankan("riwayat", kota, *MEI)
    assert pesan.count("Target PKM-TB 198604092024212934 KES-04: ") == 2
    assert keluar == ""


@pytest.mark.usefixtures("mei")
def test_target_yang_dipermudah_diperingatkan_oleh_hitung_dan_validasi_setiap_kali(kota, jalankan):
    sel = target_dan_salinannya_diturunkan(kota)[0][5]
    for perintah in ("hitung", "hitung", "validasi", "hitung"):
        _, _, pesan = jalankan(perintah, kota, *MEI, "--paralel", 1)
        assert "target-diturunkan" in pesan, perintah
        assert sel.rpartition(" ")[2] in pesan


@pytest.mark.usefixtures("mei")
def test_target_yang_dipermudah_terbaca_di_penjelasan_dan_kartu_yang_bersangkutan(kota, jalankan):
    """The explanation notes what the page of the unit does; of a colleague it says nothing, and the card stays proved."""

    def catatan(nip: str) -> list[str]:
        return [t["kode"] for t in json.loads(jalankan("jelaskan", nip, kota, *MEI, "--json")[1])["catatan"]]

    assert "target-diturunkan" not in catatan(NIP)
    target_dan_salinannya_diturunkan(kota)
    assert catatan(NIP).count("target-diturunkan") == 1
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert catatan(NIP).count("target-diturunkan") == 1
    assert "target-diturunkan" not in catatan("197606162003011926")
    kalimat = "padahal semula "
    berkas = kota / f"hasil/2026-05/kartu/kartu-{NIP}.html"
    kartu = []
    for siapa in ((NIP,), ("--unit", "PKM-TB")):
        jalankan("jelaskan", *siapa, kota, *MEI)
        kartu.append(berkas.read_text(encoding="utf-8"))
    assert kartu[0] == kartu[1]
    assert kalimat in kartu[0]
    assert jalankan("verifikasi", kota, *MEI)[0] == 0


def test_target_yang_datang_kemudian_lalu_pergi_lagi_diperingatkan(kota, jalankan):
    """The workbook is the very first one again then, and yet a target that was read is gone."""
    lengkap = (kota / TARGET).read_bytes()
    hapus_baris(kota / TARGET, "Target", NIP, "KES-04")
    pertama = (kota / TARGET).read_bytes()
    for isi, ada in ((pertama, False), (lengkap, False), (pertama, True)):
        (kota / TARGET).write_bytes(isi)
        _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
        assert ("target-diturunkan" in pesan) is ada


@pytest.mark.usefixtures("mei")
def test_kode_unit_yang_baru_meneruskan_register_unit_itu(kota, jalankan):
    unit_diberi_kode_baru_lalu_targetnya_diturunkan(kota)
    _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert "target-diturunkan" in pesan
    tercatat = perubahan(kota)
    assert [(apa, nip, *nilai) for apa, nip, _, *nilai, _ in tercatat] == [
        ("target", NIP, "48", "24"),
        ("nhk", NIP, "84.4", "93.03"),
        ("rating", NIP, "Di Bawah Ekspektasi", "Sesuai Ekspektasi"),
        ("predikat", NIP, "Butuh Perbaikan", "Baik"),
    ]
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert perubahan(kota) == tercatat


def test_bulan_terkunci_menyebut_kode_unit_yang_berganti(terkunci, jalankan):
    """Nobody's figure is another, and yet the rows are: the refusal says why."""
    beri_kode_baru(terkunci)
    status, _, pesan = jalankan("hitung", terkunci, "--periode", "2026-05", "--paralel", "1")
    assert status == 2
    assert (
        f"  Kode unit: semula {UNIT}, sekarang PKM-BARU\n  yang lain sekarang: nilai.csv, rincian.csv; "
        in pesan
    )
    koreksi = ("--koreksi", "Kode unit berganti, Perda 3/2026")
    assert jalankan("hitung", terkunci, "--periode", "2026-05", "--paralel", "1", *koreksi)[0] == 0
    assert perubahan(terkunci) == []


def test_target_bulan_depan_yang_dipotong_sebelum_bulannya_dihitung_diperingatkan(kota, jalankan):
    jalankan("validasi", kota, "--periode", "2026-04", "--paralel", 1)
    ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", 1)
    ubah(kota / CAPAIAN, "Capaian", "Target", NIP, "KES-04", 1)
    _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert "target-diturunkan" in pesan
    assert perubahan(kota) == []
    _, _, riwayat = jalankan("riwayat", kota)
    assert "Target PKM-TB 198604092024212934 KES-04: " in riwayat


def test_target_seseorang_yang_dinaikkan_sebelum_bulannya_dihitung_diperingatkan(kota, jalankan):
    """Whoever wants somebody out of the way leaves no change behind: the month has no earlier figures."""
    jalankan("validasi", kota, "--periode", "2026-04", "--paralel", 1)
    sel, semula, menjadi = ubah(kota / TARGET, "Target", "Mei", NIP, "KES-04", lambda angka: angka * 2)
    ubah(kota / CAPAIAN, "Capaian", "Target", NIP, "KES-04", lambda angka: angka * 2)
    for perintah in ("hitung", "validasi", "hitung"):
        _, _, pesan = jalankan(perintah, kota, *MEI, "--paralel", 1)
        assert "target-diberatkan" in pesan, perintah
        assert sel in pesan
    assert perubahan(kota) == []
    catatan = json.loads(jalankan("jelaskan", NIP, kota, *MEI, "--json")[1])["catatan"]
    (ini,) = [t["pesan"] for t in catatan if t["kode"] == "target-diberatkan"]
    assert ini.endswith(f"daripada semula: KES-04 Mei 2026 {semula:g} menjadi {menjadi:g}.")


def test_yang_dinilai_lebih_dahulu_lalu_menyetor_tidak_memenuhi_register(kota, jalankan):
    kiriman = (kota / CAPAIAN).read_bytes()
    (kota / CAPAIAN).unlink()
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    (kota / CAPAIAN).write_bytes(kiriman)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert perubahan(kota) == []
    harapan = realisasi_diganti(kota)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    periksa(harapan, kota)
    assert {baris[:2] for baris in perubahan(kota)} == {
        (apa, NIP) for apa in ("realisasi", "nhk", "rating", "predikat")
    }


@pytest.mark.usefixtures("mei")
def test_hitung_menyebut_siapa_berganti_predikat(kota, jalankan):
    for kode in ("KES-04", "KES-02"):
        ubah(kota / TARGET, "Target", "Mei", NIP, kode, lambda angka: angka / 2)
    _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert (
        "Berganti predikat: Oktavirna Simabur, A.Md.Keb., 198604092024212934 (PKM-TB) Butuh Perbaikan → "
        in pesan
    )


@pytest.mark.usefixtures("mei")
def test_yang_sudah_berhenti_disebut_namanya_juga(kota, jalankan):
    penempatan_dibuat_selesai(kota)
    _, _, pesan = jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert f"Oktavirna Simabur, A.Md.Keb., {NIP} (PKM-TB) Butuh Perbaikan → tidak ada" in pesan


@pytest.mark.usefixtures("mei")
def test_target_yang_dipermudah_terbaca_juga_di_paket_keberatan_periode_terkunci(kota, jalankan):
    """The lock's copy of the inputs has no register of its own: the work folder's tells what the targets first were."""

    def catatan() -> list[str]:
        assert jalankan("keberatan", NIP, kota, *MEI)[0] == 0
        with zipfile.ZipFile(kota / f"dokumen/2026-05/keberatan_{NIP}.zip") as arsip:
            penjelasan = " ".join(arsip.read("penjelasan.txt").decode().split())
        return penjelasan.partition("Catatan pemeriksaan")[2].split(" - ")[1:]

    sel = target_dan_salinannya_diturunkan(kota)[0][5]
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    terbuka = catatan()
    assert any("lebih ringan" in ini and sel.rpartition(" ")[2] in ini for ini in terbuka), terbuka
    assert jalankan("kunci", kota, *MEI, "--paralel", 1)[0] == 0
    assert catatan() == terbuka
