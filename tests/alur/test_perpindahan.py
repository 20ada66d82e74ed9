"""Moves within the year as they are entered in skema.xlsx, each played through `hitung`: docs/PERPINDAHAN.md says how."""

import csv
import json
import zipfile
from datetime import date

import openpyxl
import pytest
from alur.riwayat.buku_uji import hapus_baris
from skema_kotor import Lembar, ubah_skema

from asn_nilai.alur.perintah.tahun import baca_tahun

pytestmark = pytest.mark.usefixtures("hanya_data")
SEMUA = 80
PINDAHAN = "Hafizaldi Pitopang, S.IP."
"""The lurah of KEL-TD."""


def baris_pegawai(buku, **cocok: str) -> list[int]:
    """Return the rows of the sheet Pegawai whose cells say so, counted from the first below the header."""
    lembar = Lembar(buku["Pegawai"])
    banyak = buku["Pegawai"].max_row - 4
    return [
        nomor
        for nomor in range(1, banyak + 1)
        if all(lembar.ambil(kunci, nomor) == isi for kunci, isi in cocok.items())
    ]


@pytest.fixture
def hitung(kota, jalankan):
    """Change the skema, compute a month, and return its rows of nilai.csv and its findings."""

    def _hitung(ubah, periode: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
        if ubah is not None:
            ubah_skema(kota, ubah)
        _, keluar, _ = jalankan("hitung", kota, "--periode", periode, "--paralel", "1", "--json")
        with (kota / "hasil" / periode.replace(":", "_") / "nilai.csv").open(
            encoding="utf-8", newline=""
        ) as sumber:
            return list(csv.DictReader(sumber)), json.loads(keluar)["temuan"]

    return _hitung


def orang(baris: list[dict[str, str]]) -> int:
    return sum(b["status"] != "Pindah" for b in baris)


def milik(baris: list[dict[str, str]], nama: str) -> list[tuple[str, str]]:
    return [(b["kode_unit"], b["status"]) for b in baris if b["nama"] == nama]


def test_mutasi_di_tengah_tahun(hitung):
    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        pegawai.isi("selesai", baris, date(2026, 3, 31))
        pegawai.tambah(baris, unit="DINKES", jabatan="Sekretaris", mulai=date(2026, 4, 1), selesai=None)

    maret, temuan = hitung(ubah, "2026-03")
    assert (orang(maret), temuan) == (SEMUA - 1, [])  # the example has a newcomer in April
    assert milik(maret, PINDAHAN) == [("KEL-TD", "Dinilai")]
    april, temuan = hitung(None, "2026-04")
    assert orang(april) == SEMUA
    assert milik(april, PINDAHAN) == [("DINKES", "Belum Dinilai")]
    assert {t["kode"] for t in temuan if t["nip"]} >= {"asn-tanpa-target"}
    gabungan, _ = hitung(None, "2026-01:2026-04")
    assert orang(gabungan) == SEMUA
    assert sorted(milik(gabungan, PINDAHAN)) == [("DINKES", "Belum Dinilai"), ("KEL-TD", "Pindah")]


def test_pegawai_baru_dihitung_sejak_mulainya(hitung):
    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        pegawai.tambah(1, nip="199901012025061001", nama="Pegawai Baru", unit="KEL-TD", mulai="1 Mei 2026")

    april, temuan = hitung(ubah, "2026-04")
    assert (orang(april), temuan) == (SEMUA, [])
    mei, temuan = hitung(None, "2026-05")
    assert orang(mei) == SEMUA + 1
    assert milik(mei, "Pegawai Baru") == [("KEL-TD", "Belum Dinilai")]
    assert {t["kode"] for t in temuan} == {"asn-tanpa-target", "perilaku-kosong"}


def test_pensiun_dihitung_sampai_selesainya(hitung):
    def ubah(buku) -> None:
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        Lembar(buku["Pegawai"]).isi("selesai", baris, "30/04/2026")

    april, temuan = hitung(ubah, "2026-04")
    assert (orang(april), temuan) == (SEMUA, [])
    mei, temuan = hitung(None, "2026-05")
    assert orang(mei) == SEMUA - 1
    assert milik(mei, PINDAHAN) == []
    assert {t["kode"] for t in temuan} == {"nip-unit-lain", "target-tanpa-penempatan"}


def test_unit_berganti_nama_tanpa_ada_yang_berubah(hitung):
    semula, _ = hitung(None, "2026-05")
    menjadi, temuan = hitung(
        lambda buku: setattr(buku["Unit"]["B9"], "value", "Kelurahan Tarok Dipo Baru"), "2026-05"
    )
    assert (menjadi, temuan) == (semula, [])


@pytest.mark.parametrize("pegawai_ikut", [True, False], ids=["pegawai-kode-baru", "pegawai-kode-lama"])
def test_unit_berganti_kode_ditemukan_dengan_kode_lamanya(hitung, jalankan, kota, pegawai_ikut):
    semula, _ = hitung(None, "2026-05")

    def ubah(buku) -> None:
        unit = buku["Unit"]
        unit["E4"].value = "Kode Lama"
        assert unit["A9"].value == "KEL-TD"
        unit["A9"].value, unit["E9"].value = "KEL-TRD", "KEL-TD"
        for baris in baris_pegawai(buku, unit="KEL-TD") if pegawai_ikut else ():
            Lembar(buku["Pegawai"]).isi("unit", baris, "KEL-TRD")

    menjadi, temuan = hitung(ubah, "2026-05")
    assert temuan == []
    assert menjadi == [b | {"kode_unit": b["kode_unit"].replace("KEL-TD", "KEL-TRD")} for b in semula]
    assert jalankan("validasi", kota, "--periode", "2026-05", "--ketat")[0] == 0
    baru = kota / "capaian" / "2026-05" / "KEL-TRD.xlsx"
    baru.write_bytes((kota / "capaian" / "2026-05" / "KEL-TD.xlsx").read_bytes())
    _, temuan = hitung(None, "2026-05")
    (ganda,) = temuan
    assert (ganda["kode"], ganda["unit"]) == ("berkas-ganda", "KEL-TRD")
    assert "KEL-TD.xlsx, KEL-TRD.xlsx" in ganda["pesan"]


def test_kode_lama_yang_masih_dipakai_unit_lain_diabaikan(hitung):
    def ubah(buku) -> None:
        buku["Unit"]["E4"].value = "Kode Lama"
        buku["Unit"]["E9"].value = "KEL-PPK; kel-tdp"

    baris, temuan = hitung(ubah, "2026-05")
    assert orang(baris) == SEMUA
    (dipakai,) = temuan
    assert (dipakai["kode"], dipakai["sel"]) == ("kode-lama-dipakai", "E9")
    assert "'KEL-PPK' adalah kode unit KEL-PPK juga" in dipakai["pesan"]


def test_unit_digabung_tidak_ditagih_setorannya_lagi(hitung, kota):
    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        for baris in baris_pegawai(buku, unit="KEL-PPK"):
            pegawai.isi("selesai", baris, date(2026, 4, 30))
            pegawai.tambah(baris, unit="KEL-TD", mulai=date(2026, 5, 1), selesai=None)

    (kota / "capaian" / "2026-05" / "KEL-PPK.xlsx").unlink()
    april, temuan = hitung(ubah, "2026-04")
    assert (orang(april), temuan) == (SEMUA, [])
    mei, temuan = hitung(None, "2026-05")
    assert orang(mei) == SEMUA
    assert [b for b in mei if b["kode_unit"] == "KEL-PPK"] == []
    assert {t["unit"] for t in temuan} == {"KEL-TD"}
    assert {t["kode"] for t in temuan} == {"asn-tanpa-target", "perilaku-kosong"}
    tahun_ini, temuan = hitung(None, "2026-03:2026-05")
    assert orang(tahun_ini) == SEMUA
    assert "berkas-hilang" not in {t["kode"] for t in temuan}
    (kota / "target" / "KEL-PPK.xlsx").unlink()
    assert {t["unit"] for t in hitung(None, "2026-05")[1]} == {"KEL-TD"}
    assert ("berkas-hilang", "KEL-PPK") in {(t["kode"], t["unit"]) for t in hitung(None, "2026-04")[1]}


def test_unit_yang_sudah_digabung_tidak_disebut_belum_setor_dan_tidak_dikirimi_templat(kota, jalankan):
    def ubah(buku) -> None:
        for baris in baris_pegawai(buku, unit="KEL-PPK"):
            Lembar(buku["Pegawai"]).isi("selesai", baris, date(2026, 4, 30))

    ubah_skema(kota, ubah)
    (kota / "capaian" / "2026-05" / "KEL-PPK.xlsx").unlink()
    tahun = baca_tahun(kota)
    april, mei, juli = (tahun.bulan[nomor - 1] for nomor in (4, 5, 7))
    assert [(ini.setoran, ini.unit) for ini in (april, mei, juli)] == [(8, 8), (7, 7), (0, 7)]
    assert (mei.belum_setor, "KEL-PPK" in juli.belum_setor) == ((), False)
    status, _, pesan = jalankan("templat", "capaian", kota, "--periode", "2026-07", "--paralel", "1")
    assert status == 0
    assert "pada bulan itu: templat/2026-07/KEL-PPK.xlsx\n\n7 templat baru ditulis" in pesan
    assert not (kota / "templat/2026-07/KEL-PPK.xlsx").exists()


def test_templat_target_unit_berganti_kode_memuat_target_yang_berlaku(kota, jalankan):
    def ubah(buku) -> None:
        unit = buku["Unit"]
        unit["E4"].value, unit["A9"].value, unit["E9"].value = "Kode Lama", "KEL-TRD", "KEL-TD"

    ubah_skema(kota, ubah)
    pilihan = ("templat", "target", kota, "--unit", "KEL-TRD", "--paralel", "1")
    assert jalankan(*pilihan)[0] == 0
    isi = openpyxl.load_workbook(kota / "templat/target/KEL-TRD.xlsx")["Target"]
    assert {"KEL-01", "KEL-03"} <= {sel.value for baris in isi.iter_rows() for sel in baris}


def test_pelaksana_tugas_dinilai_di_jabatan_utamanya(hitung):
    semula, _ = hitung(None, "2026-05")

    def ubah(buku) -> None:
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        Lembar(buku["Pegawai"]).tambah(baris, unit="KEL-PPK", jabatan="Plt.Lurah", mulai="1 Februari 2026")

    menjadi, temuan = hitung(ubah, "2026-05")
    assert menjadi == semula
    (rangkap,) = temuan
    assert (rangkap["kode"], rangkap["tingkat"], rangkap["sel"]) == ("rangkap-jabatan", "info", "A87")
    assert (
        "juga tercatat sebagai Plt.Lurah. Yang dihitung jabatan utamanya, Lurah di KEL-TD" in rangkap["pesan"]
    )


def test_pelaksana_tugas_membaca_di_penjelasannya_bahwa_jabatan_itu_tidak_dihitung(kota, jalankan):
    """Who asks why the second post counts for nothing reads it where the score is explained, not in HR's findings alone."""

    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        pegawai.tambah(baris, unit="KEL-PPK", jabatan="Plt. Lurah", mulai="1 Februari 2026")

    ubah_skema(kota, ubah)
    nip = "198005192003031948"
    _, keluar, _ = jalankan("jelaskan", nip, kota, "--periode", "2026-05", "--json")
    kalimat = f"{PINDAHAN} juga tercatat sebagai Plt. Lurah. Yang dihitung jabatan utamanya, Lurah di KEL-TD (A53); baris ini tidak ikut dihitung."
    assert [t["pesan"] for t in json.loads(keluar)["catatan"]] == [kalimat]
    jalankan("hitung", kota, "--periode", "2026-05", "--paralel", "1")
    kartu = kota / f"hasil/2026-05/kartu/kartu-{nip}.html"
    isi = []
    for pilihan in ((nip,), ("--unit", "KEL-TD")):  # of one ASN and of a whole unit it is the same card
        jalankan("jelaskan", *pilihan, kota, "--periode", "2026-05")
        isi.append(kartu.read_text(encoding="utf-8"))
        kartu.unlink()
    assert isi[0] == isi[1]
    assert (
        f'Catatan ini sendiri tidak mengubah nilai.</p><p>{kalimat} <span class="letak">skema.xlsx › Pegawai › '
        in isi[0]
    )
    assert jalankan("keberatan", nip, kota, "--periode", "2026-05")[0] == 0
    with zipfile.ZipFile(kota / f"dokumen/2026-05/keberatan_{nip}.zip") as paket:
        assert kalimat in " ".join(paket.read("penjelasan.txt").decode().split())


def test_pelaksana_tugas_yang_tertulis_lebih_dahulu_pun_bukan_jabatan_utama(hitung):
    semula, _ = hitung(None, "2026-05")

    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        pegawai.tambah(baris)
        pegawai.isi("unit", baris, "KEL-PPK")
        pegawai.isi("jabatan", baris, "Plh. Lurah")

    menjadi, temuan = hitung(ubah, "2026-05")
    kunci = lambda b: b["nip"]  # noqa: E731 - the order of the register changed, nothing else
    assert sorted(menjadi, key=kunci) == sorted(semula, key=kunci)
    assert [t["kode"] for t in temuan] == ["rangkap-jabatan"]


def test_dua_jabatan_tanpa_pelaksana_tugas_tidak_ditebak(hitung):
    def ubah(buku) -> None:
        (baris,) = baris_pegawai(buku, nama=PINDAHAN)
        Lembar(buku["Pegawai"]).tambah(baris, unit="KEL-PPK", mulai="1 Mei 2026")

    april, _ = hitung(ubah, "2026-04")
    assert (orang(april), milik(april, PINDAHAN)) == (SEMUA, [("KEL-TD", "Dinilai")])
    mei, temuan = hitung(None, "2026-05")
    assert (orang(mei), milik(mei, PINDAHAN)) == (SEMUA, [("KEL-TD", "Belum Dinilai")])
    assert [t["kode"] for t in temuan] == ["baris-ganda"]


PINDAH_FEBRUARI = "200103182022041954"
"""Left KEL-TD for DISKOMINFO; rated in February by KEL-TD alone."""


@pytest.fixture
def temuan_perilaku(kota, jalankan):
    """Let him move on 15 February; return what `validasi` and `hitung` say of behaviour, which must be the same."""

    def ubah(buku) -> None:
        pegawai = Lembar(buku["Pegawai"])
        lama, baru = baris_pegawai(buku, nip=PINDAH_FEBRUARI)
        pegawai.isi("selesai", lama, date(2026, 2, 14))
        pegawai.isi("mulai", baru, date(2026, 2, 15))

    ubah_skema(kota, ubah)

    def _temuan(periode: str) -> list[tuple[str, str, str]]:
        validasi, hitung = (
            [
                (t["kode"], t["unit"], t["pesan"])
                for t in json.loads(jalankan(perintah, kota, "--periode", periode, "--paralel", "1", "--json")[1])["temuan"]
                if t["nip"] == PINDAH_FEBRUARI and t["kode"].startswith("perilaku")
            ]
            for perintah in ("validasi", "hitung")
        )  # fmt: skip
        assert validasi == hitung
        return validasi

    return _temuan


def test_perilaku_bulan_kepindahan_cukup_dinilai_satu_unit(temuan_perilaku):
    assert temuan_perilaku("2026-02") == []
    assert temuan_perilaku("2026-T1") == []


def test_perilaku_bulan_kepindahan_yang_tidak_dinilai_unit_mana_pun_disebut(temuan_perilaku, kota):
    hapus_baris(kota / "capaian/2026-02/KEL-TD.xlsx", "Perilaku", PINDAH_FEBRUARI)
    ((kode, unit, _),) = temuan_perilaku("2026-02")
    assert (kode, unit) == ("perilaku-kosong", "DISKOMINFO")
    asal, tujuan = temuan_perilaku("2026-T1")
    assert (asal[1], tujuan[1]) == ("KEL-TD", "DISKOMINFO")
    for kode, _, pesan in (asal, tujuan):
        assert kode == "perilaku-bulan-kosong"
        assert "tidak dinilai pada Februari 2026" in pesan
        assert pesan.endswith("rating Triwulan I 2026 hanya dari Januari 2026, Maret 2026.")


def test_unit_baru_yang_tidak_menilai_perilaku_sebulan_pun_disebut(temuan_perilaku, kota):
    """The mean would rest on the old unit's months alone."""
    hapus_baris(kota / "capaian/2026-03/DISKOMINFO.xlsx", "Perilaku", PINDAH_FEBRUARI)
    ((kode, unit, pesan),) = temuan_perilaku("2026-T1")
    assert (kode, unit) == ("perilaku-bulan-kosong", "DISKOMINFO")
    assert "tidak dinilai pada Maret 2026, " in pesan
    assert pesan.endswith("hanya dari Januari 2026, Februari 2026.")


@pytest.mark.usefixtures("hanya_data")
def test_yang_pindah_dari_unit_yang_bukunya_dipegang_tidak_tercatat_berganti_predikat(
    kota, jalankan, pegang_baca
):
    """The score stands in the other unit's row, whose books can be read: what it comes to now is no news of theirs either."""
    hitung = ("hitung", kota, "--periode", "2026-T1", "--paralel", "1")
    jalankan(*hitung)
    register = kota / "riwayat/2026-T1.jsonl"
    semula = register.read_bytes()
    with pegang_baca(kota / "capaian/2026-02/KEL-TD.xlsx"):
        assert jalankan(*hitung)[0] == 1
    assert register.read_bytes() == semula
    jalankan(*hitung)
    assert register.read_bytes() == semula
