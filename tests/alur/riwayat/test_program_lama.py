"""A city takes a new version of the program in mid-year: nobody changed anything, and nothing says that somebody did."""

import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from alur.riwayat.buku_uji import ubah
from alur.riwayat.program_lama import ATURAN_LAMA, LAMA, PINDAH, seperti_ditulis_lama
from alur.riwayat.test_celah import perubahan

from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.keadaan import Kunci
from asn_nilai.alur.hitungan.terkunci import _dibaca_lain

MEI = ("--periode", "2026-05", "--paralel", "1")
UNIT, NIP = "PKM-TB", "198604092024212934"
KEPALA = "196905251992012925"
TARGET, CAPAIAN = f"target/{UNIT}.xlsx", f"capaian/2026-05/{UNIT}.xlsx"


def register(kota: Path) -> list[dict[str, str]]:
    teks = (kota / "riwayat/2026-05.jsonl").read_text(encoding="utf-8")
    return [json.loads(baris) for baris in teks.splitlines()]


def sha_aturan(kota: Path) -> str:
    return json.loads((kota / "hasil/2026-05/manifes.json").read_text(encoding="utf-8"))["sha256_aturan"]


def rata(pesan: str) -> str:
    return " ".join(pesan.split())


def test_yang_dicatat_lain_oleh_program_lama_bukan_perubahan(mei, jalankan):
    seperti_ditulis_lama(mei)
    assert jalankan("hitung", mei, *MEI)[0] == 0
    assert perubahan(mei) == []
    assert [(ini["program"], ini["apa"]) for ini in register(mei)] == [
        (LAMA, "hitungan-pertama"),
        (PROGRAM, "hitungan-pertama"),
    ]
    sebelum = (mei / "riwayat/2026-05.jsonl").read_bytes()
    assert jalankan("hitung", mei, *MEI, "--paksa")[0] == 0
    assert (mei / "riwayat/2026-05.jsonl").read_bytes() == sebelum
    assert jalankan("verifikasi", mei, *MEI)[0] == 0
    keluar = rata("".join(jalankan("riwayat", mei, *MEI[:2])[1:]))
    assert f"{PROGRAM} mulai mencatat yang belum dicatat sebelumnya" in keluar
    assert keluar.count("dihitung pertama kali") == 1


def test_menilai_diri_yang_belum_dicatat_program_lama_bukan_perubahan(mei, jalankan):
    """Until the NIP Atasan is filled in: then that the rating was his own is told all the same."""
    for folder in ("riwayat", "hasil"):
        shutil.rmtree(mei / folder)
    ubah(mei / "skema.xlsx", "Pegawai", "NIP Atasan", KEPALA, "", None)
    jalankan("hitung", mei, *MEI)
    seperti_ditulis_lama(mei)
    jalankan("hitung", mei, *MEI)
    assert perubahan(mei) == []
    ubah(mei / "skema.xlsx", "Pegawai", "NIP Atasan", KEPALA, "", "197609152003121913")
    jalankan("hitung", mei, *MEI)
    assert [(ini["apa"], ini["nip"], ini["semula"], ini["menjadi"]) for ini in perubahan(mei)] == [
        ("pegawai", KEPALA, "Menilai diri sendiri: NIP Atasan kosong (Mei 2026)", "tidak ada")
    ]


def test_yang_memang_berubah_sesudah_program_lama_tetap_disebut(mei, jalankan):
    seperti_ditulis_lama(mei)
    ubah(mei / TARGET, "Target", "Bobot", NIP, "KES-01", lambda lama: lama - 5)
    ubah(mei / TARGET, "Target", "Bobot", NIP, "KES-04", lambda lama: lama + 5)
    _, _, pesan = jalankan("validasi", mei, *MEI)
    assert "sejak kiriman lalu berubah" in rata(pesan)
    jalankan("hitung", mei, *MEI)
    semua = perubahan(mei)
    assert {(ini["apa"], ini["nip"]) for ini in semua if ini["apa"] == "bobot"} == {("bobot", NIP)}
    assert PINDAH not in {ini["nip"] for ini in semua}


def test_aturan_yang_ditinggalkan_lalu_dipakai_lagi_sesudah_program_berganti_bukan_perubahan(
    mei, jalankan, monkeypatch
):
    """What the register says has gone has come back; it is no word of the new program's."""
    with monkeypatch.context() as lama:
        lama.setattr("asn_nilai.alur.riwayat.register.PROGRAM", LAMA)
        assert jalankan("hitung", mei, *MEI, "--aturan", "kemenkeu-127-2026")[0] == 0
        assert "aturan" in {ini["apa"] for ini in perubahan(mei)}
    assert jalankan("hitung", mei, *MEI)[0] == 0
    assert perubahan(mei) == []
    assert jalankan("verifikasi", mei, *MEI)[0] == 0


def test_ketentuan_baru_di_berkas_aturan_sendiri_bukan_kata_program(mei, jalankan, monkeypatch):
    """An instansi's own file says what the instansi wrote, whichever program reads it for the first time."""
    profil = Path(__file__).parents[3] / "asn_nilai/acuan/profil/aturan"
    shutil.copy(profil / "permenpanrb-6-2022.toml", mei / "sendiri.toml")
    toml = mei / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"permenpanrb-6-2022"', '"sendiri.toml"'), encoding="utf-8"
    )
    with monkeypatch.context() as lama:
        lama.setattr("asn_nilai.alur.riwayat.register.PROGRAM", LAMA)
        ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
        assert jalankan("hitung", mei, *MEI)[0] == 0
    assert register(mei)[-1]["program"] == LAMA
    teks = (profil / "pp-30-2019.toml").read_text(encoding="utf-8")
    (mei / "sendiri.toml").write_text(f"{teks}# pilihan kami\n", encoding="utf-8")
    jalankan("hitung", mei, *MEI)
    assert ("aturan", "tidak ada") in {(ini["apa"], ini["semula"]) for ini in perubahan(mei)}


def test_sebutan_dan_urutan_di_berkas_aturan_sendiri_yang_belum_dicatat_program_lama_bukan_perubahan(
    mei, jalankan
):
    """An earlier program kept of no rule which words it reads as a rating; that one is read otherwise now is a change all the same.

    Nor in which order its predikat stand.
    """
    for folder in ("riwayat", "hasil"):
        shutil.rmtree(mei / folder)
    teks = salinan_aturan("permenpanrb-6-2022", "sendiri.toml")
    (mei / "sendiri.toml").write_text(teks, encoding="utf-8")
    toml = mei / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"permenpanrb-6-2022"', '"sendiri.toml"'), encoding="utf-8"
    )
    jalankan("hitung", mei, *MEI)
    seperti_ditulis_lama(mei, aturan=sha_aturan(mei))

    def berubah() -> list[tuple[str, str]]:
        jalankan("hitung", mei, *MEI)
        semua = [(ini["semula"], ini["menjadi"]) for ini in perubahan(mei)]
        return [beda for beda in semua if beda[1].startswith(("Sebutan", "Predikat, dari"))]

    assert berubah() == []
    lain = teks.replace('"Cukup" = "Butuh Perbaikan"', '"Cukup" = "Baik"')
    lain = lain.replace('"Baik", "Butuh Perbaikan", "Kurang", ', '"Butuh Perbaikan", "Baik", "Kurang", ', 1)
    (mei / "sendiri.toml").write_text(lain, encoding="utf-8")
    urutan = "Predikat, dari yang terbaik: Sangat Baik, {}, Kurang, Sangat Kurang"
    assert berubah() == [
        (urutan.format("Baik, Butuh Perbaikan"), urutan.format("Butuh Perbaikan, Baik")),
        ("Sebutan “Cukup”: dibaca Butuh Perbaikan", "Sebutan “Cukup”: dibaca Baik"),
    ]


def test_kiriman_yang_sama_tidak_disebut_berubah_karena_programnya(mei, jalankan):
    """DINKES sends its book again, with a note beside the table: the rest is what it was."""
    seperti_ditulis_lama(mei)
    ubah(
        mei / "capaian/2026-05/DINKES.xlsx",
        "Perilaku",
        "Catatan",
        "197609152003121913",
        "",
        "sudah dibicarakan",
    )
    _, _, pesan = jalankan("validasi", mei, *MEI)
    assert "sejak kiriman lalu berubah" not in rata(pesan)
    assert PINDAH not in pesan


def test_yang_dikunci_program_lama_tetap_terkunci_dan_terbukti(terkunci, jalankan):
    """Not even where the rule's text was worded anew, a finding is new, and a book that a later month needs has changed."""
    seperti_ditulis_lama(terkunci)
    nilai = (terkunci / "hasil/2026-05/nilai.csv").read_bytes()
    kode = json.loads((terkunci / "riwayat/2026-05/v1/manifes.json").read_text(encoding="utf-8"))["kode"]
    ubah(terkunci / TARGET, "Target", "Des", NIP, "KES-04", lambda lama: (lama or 1) + 1)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 0, pesan
    assert (terkunci / "hasil/2026-05/nilai.csv").read_bytes() == nilai
    assert perubahan(terkunci) == []
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0
    assert kode in "".join(jalankan("verifikasi", terkunci, "--kode", kode)[1:])
    assert jalankan("hitung", terkunci, *MEI)[0] == 0


def test_yang_dicatat_lebih_banyak_dari_berkas_yang_sama_tidak_membuka_kunci(terkunci, jalankan):
    """The scores are what they were, and so is the register of people: it is told, and refuses nothing until that file changes."""
    seperti_ditulis_lama(terkunci, tanpa="; Fungsional")
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 0, pesan
    assert {ini["apa"] for ini in perubahan(terkunci)} == {"pegawai"}
    assert jalankan("verifikasi", terkunci, *MEI)[0] == 0


@pytest.mark.parametrize(
    ("program", "berubah", "sel", "dibaca_lain"),
    [
        (LAMA, "capaian/2026-02/A.xlsx", "capaian/2026-01/A.xlsx › Perilaku › D9; capaian/2026-02/A.xlsx › Perilaku › D9", False),
        (LAMA, "target/A.xlsx", "capaian/2026-01/A.xlsx › Perilaku › D9; capaian/2026-02/A.xlsx › Perilaku › D9", True),
        (PROGRAM, "target/A.xlsx", "capaian/2026-01/A.xlsx › Perilaku › D9", False),
        (LAMA, "target/A.xlsx", "", False),
    ],
)  # fmt: skip
def test_berkas_mana_pun_yang_berubah_menahan_yang_terkunci(program, berubah, sel, dibaca_lain):
    perubahan_ini = Perubahan(Kunci("perilaku", "A", NIP), "Jan–Feb 2", "Jan 2; Feb 3", sel)
    assert _dibaca_lain(SimpleNamespace(program=program), {berubah}, perubahan_ini) is dibaca_lain


def test_yang_lain_daripada_yang_dikunci_menyebut_juga_programnya(terkunci, jalankan):
    seperti_ditulis_lama(terkunci)
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert f"program: semula {LAMA}, sekarang {PROGRAM}" in pesan
    assert f"Realisasi {UNIT} {NIP} KES-04" in pesan
    assert PINDAH not in pesan


@pytest.mark.parametrize(("diubah", "status"), [(False, 0), (True, 2)])
def test_berkas_aturan_sendiri_menembus_kunci_hanya_bila_angkanya_sama(terkunci, jalankan, diubah, status):
    """A new program may word the base of an instansi's own file anew; its figures are the instansi's."""
    asal = Path(__file__).parents[3] / "asn_nilai/acuan/profil/aturan/permenpanrb-6-2022.toml"
    teks = asal.read_text(encoding="utf-8")
    if diubah:
        teks = teks.replace("dari = 90", "dari = 80").replace("sampai = 90", "sampai = 80")
    (terkunci / "sendiri.toml").write_text(f"{teks}# lain\n", encoding="utf-8")
    toml = terkunci / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"permenpanrb-6-2022"', '"sendiri.toml"'), encoding="utf-8"
    )
    seperti_ditulis_lama(terkunci, aturan=ATURAN_LAMA)
    keluar, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert keluar == status, pesan
    assert ("dengan isi lain" in pesan) is diubah


def test_hasil_program_lama_tidak_disebut_lebih_lama_daripada_masukannya(mei, jalankan):
    """Its fingerprints were taken in another way; its files are what they were."""
    seperti_ditulis_lama(mei, aturan=sha_aturan(mei))
    status, _, pesan = jalankan("kunci", mei, *MEI)
    assert (status, "masukan berubah" in pesan) == (2, False)
    assert f"hasilnya ditulis {LAMA}, sedangkan ini {PROGRAM}" in rata(pesan)
    _, keluar, pesan = jalankan("rekap", mei, "--periode", "2026-05")
    assert f"ditulis versi lain program ini ({LAMA})" in rata(keluar + pesan)
    assert "sudah usang" not in keluar + pesan
    ubah(mei / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    assert f"masukan berubah sesudah dihitung: {UNIT}\n" in jalankan("kunci", mei, *MEI)[2]


def test_hasil_program_yang_belum_menulis_semua_berkas_bukan_hasil_yang_diubah(mei, jalankan):
    manifes = mei / "hasil/2026-05/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    del isi["keluaran"]["tindak_lanjut.csv"]
    (mei / "hasil/2026-05/tindak_lanjut.csv").unlink()
    manifes.write_text(json.dumps({**isi, "program": LAMA}), encoding="utf-8")
    status, _, pesan = jalankan("dokumen", "nota-dinas", mei, "--periode", "2026-05")
    assert status == 2
    assert (
        "Hasil Mei 2026 ditulis versi lain program ini, atau catatannya diubah. Jalankan dahulu: asn-nilai hitung"
        in rata(pesan)
    )


def test_surat_atas_hasil_program_lama_menyebut_programnya_dan_jalannya(terkunci, jalankan, monkeypatch):
    """Locked, and of the same inputs: what is asked for is no correction."""
    seperti_ditulis_lama(terkunci, aturan=sha_aturan(terkunci))
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    _, keluar, pesan = jalankan("dokumen", "berita-acara", terkunci, "--periode", "2026-05", "--unit", UNIT)
    assert f"Hasil periode ini ditulis {LAMA}: jangan tandatangani surat ini" in rata(keluar + pesan)
    assert "Menyegarkannya: asn-nilai hitung" in keluar + pesan
    assert "--koreksi" not in keluar + pesan


@pytest.mark.parametrize(("program", "disebut"), [(LAMA, False), (PROGRAM, True)])
def test_hasil_dari_sebelum_ada_register_bukan_saksi_register_yang_hilang(mei, jalankan, program, disebut):
    """That version knew of no lock; where this one wrote the results, a register was there."""
    shutil.rmtree(mei / "riwayat")
    manifes = mei / "hasil/2026-05/manifes.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    lama = {kunci: isi[kunci] for kunci in isi.keys() - {"kode_kunci", "catatan_register", "sementara"}}
    manifes.write_text(json.dumps({**lama, "program": program}, indent=1), encoding="utf-8")
    for perintah in ("riwayat", "hitung", "riwayat", "verifikasi"):
        _, keluar, pesan = jalankan(perintah, mei, *MEI[:2])
        assert ("riwayat-tidak-utuh" in keluar + pesan or "tidak utuh:" in keluar + pesan) is disebut, (
            perintah
        )
    assert perubahan(mei) == []


def test_penjelasan_yang_lain_daripada_hasil_program_lama_menyebut_programnya(mei, jalankan):
    nilai, manifes = mei / "hasil/2026-05/nilai.csv", mei / "hasil/2026-05/manifes.json"
    baris = nilai.read_text(encoding="utf-8").splitlines(keepends=True)
    kolom = next(isi.split(",") for isi in baris if f",{UNIT},{NIP}," in isi)
    lama = ",".join(["Kurang" if isi in {"Baik", "Sangat Baik", "Butuh Perbaikan"} else isi for isi in kolom])
    nilai.write_text("".join(baris).replace(",".join(kolom), lama), encoding="utf-8")
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    manifes.write_text(json.dumps({**isi, "program": LAMA}), encoding="utf-8")
    status, keluar, pesan = jalankan("jelaskan", NIP, mei, "--periode", "2026-05")
    assert status == 1
    assert f"masukan, aturan, atau programnya ({LAMA}) lain sejak itu" in rata(keluar + pesan)
