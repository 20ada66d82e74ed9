"""`simulasi` on the example city: the rows of `hitung --aturan`, who moves and why, and hasil/ untouched."""

import csv
import hashlib
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from libreoffice import hitung_ulang

from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.nama_excel import angka_bernama
from asn_nilai.acuan.profil.ubah_aturan import baca_ubahan, ubah_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError

pytestmark = pytest.mark.usefixtures("hanya_data")
MEI = "2026-05"
UBAH = ("--ubah", "batas_hasil_2=95", "--ubah", "plafon_capaian=110")


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def sidik_folder(folder: Path) -> dict[str, str]:
    return {
        f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest()
        for f in sorted(folder.rglob("*"))
        if f.is_file()
    }


def profil_lain(kota: Path) -> Path:
    """Write a profile of the instansi's own: other threshold, other ceiling, another cell of the matrix."""
    teks = profil_bawaan()["permenpanrb-6-2022"]
    teks = teks.replace('kode = "permenpanrb-6-2022"', 'kode = "uji coba/2026"').replace("= 90\n", "= 96\n")
    teks = teks.replace("nilai = 120", "nilai = 104")
    teks = teks.replace('"Sesuai Ekspektasi" = "Butuh Perbaikan"', '"Sesuai Ekspektasi" = "Kurang"')
    berkas = kota / "uji.toml"
    berkas.write_text(teks, encoding="utf-8")
    return berkas


def satu_simulasi(kota: Path) -> Path:
    return next((kota / "simulasi").iterdir())


def perubahan(kota: Path) -> list[dict[str, object]]:
    """Return the rows of the sheet Perubahan by the titles of its columns."""
    lembar = openpyxl.load_workbook(satu_simulasi(kota) / "simulasi.xlsx")["Perubahan"]
    judul = [sel.value for sel in lembar[7]]
    return [dict(zip(judul, baris, strict=True)) for baris in lembar.iter_rows(min_row=8, values_only=True)]


@pytest.mark.parametrize("periode", [MEI, "2026-06", "2026-T1"])
def test_simulasi_sama_dengan_hitung_aturan_baris_demi_baris(kota, jalankan, periode):
    aturan = profil_lain(kota)
    status, keluar, _ = jalankan("simulasi", kota, "--periode", periode, "--aturan", aturan)
    simulasi = satu_simulasi(kota)
    assert (status, keluar) == (int(periode == "2026-06"), "")
    assert simulasi.name == f"{periode}_uji-coba-2026"
    assert not (kota / "hasil").exists()
    jalankan("hitung", kota, "--periode", periode, "--aturan", aturan)
    resmi = (kota / "hasil" / periode / "nilai.csv").read_bytes()
    assert (simulasi / "nilai.csv").read_bytes() == resmi


def test_buku_simulasi_yang_sedang_dibuka_tidak_meninggalkan_halaman_yang_lama(kota, jalankan, pegang):
    pegang("simulasi.xlsx")
    status, _, pesan = jalankan("simulasi", kota, "--periode", MEI, *UBAH)
    assert (status, "simulasi.xlsx tidak dapat ditulis" in pesan) == (1, True)
    assert {berkas.name for berkas in satu_simulasi(kota).iterdir()} == {"simulasi.html", "nilai.csv"}


@pytest.mark.usefixtures("mei")
def test_simulasi_tidak_menyentuh_hasil(kota, jalankan):
    sebelum = sidik_folder(kota / "hasil")
    jalankan("simulasi", kota, "--periode", MEI, *UBAH)
    assert sidik_folder(kota / "hasil") == sebelum


def test_matriks_perpindahan_cocok_dengan_dua_hasil_hitung(kota, jalankan):
    aturan = profil_lain(kota)
    jalankan("hitung", kota, "--periode", MEI)
    lama = {b["nip"]: b["predikat"] for b in baca(kota / f"hasil/{MEI}/nilai.csv") if b["status"] != "Pindah"}
    _, _, pesan = jalankan("simulasi", kota, "--periode", MEI, "--aturan", aturan)
    baru = {
        b["nip"]: b["predikat"] for b in baca(satu_simulasi(kota) / "nilai.csv") if b["status"] != "Pindah"
    }
    harap = Counter((lama[nip], baru[nip]) for nip in lama)
    buku = openpyxl.load_workbook(satu_simulasi(kota) / "simulasi.xlsx", data_only=True)
    lembar = buku["Perpindahan"]
    baris = {r[0].value: r for r in lembar.iter_rows(min_row=7)}
    kepala = [sel.value for sel in baris["Semula ↓   Menjadi →"]]
    for dari in set(lama.values()):
        for letak, ke in enumerate(kepala[1:-1], 1):
            assert baris[dari][letak].value == harap[dari, ke]
    pindah = sum(n for (a, b), n in harap.items() if a != b)
    assert pindah > 0
    sebab = [*baris][[*baris].index("Yang menentukan") + 1 :]
    assert sum(baris[kata][1].value for kata in sebab) == pindah
    assert lembar.print_area.endswith(f"${lembar.max_row}"), "what decided is printed, too"
    assert f"80 ASN: 0 naik, {pindah} turun, {80 - pindah} tetap." in pesan


def test_setiap_yang_berpindah_punya_sebab_dengan_dasarnya(kota, jalankan):
    jalankan("simulasi", kota, "--periode", MEI, *UBAH)
    berpindah = [asn for asn in perubahan(kota) if asn["Predikat semula"] != asn["Predikat menjadi"]]
    assert berpindah
    for asn in berpindah:
        angka = f"{asn['NHK menjadi']:.2f}".replace(".", ",")
        assert asn["Yang menentukan"] == (
            f"Batas rating hasil kerja lain: NHK {angka}: Sesuai Ekspektasi menjadi Di Bawah Ekspektasi"
        )
    isi = (satu_simulasi(kota) / "simulasi.html").read_text(encoding="utf-8")
    assert f"<b>{len(berpindah)} ASN</b> batas rating hasil kerja lain" in isi
    assert "Angka percobaan (simulasi), semula 90: Kebijakan instansi" in isi


def test_terminal_menjawab_dahulu_lalu_menyebut_paling_banyak_delapan_ketentuan(kota, jalankan):
    _, _, pesan = jalankan("simulasi", kota, "--periode", MEI, "--aturan", "pp-30-2019")
    jawaban, ketentuan = pesan.split("Ketentuan yang berbeda")
    assert "Perpindahan predikat" in jawaban
    assert "80 ASN: 1 naik, 11 turun, 63 tetap" in jawaban
    assert "   10 batas Sangat Baik mulai 110 (PP 30/2019 Pasal 41 ayat (5) huruf a)\n" in jawaban
    assert "    1 tidak ada Ide Baru (PP 30/2019 Pasal 41 ayat (5) huruf a)\n" in jawaban
    assert "17 ASN bertanda: PPPK; aturan ini bagi PNS. Baris mereka pembanding saja." in jawaban
    assert "Berlaku bagi: PNS dan PPPK menjadi PNS" in ketentuan
    assert ketentuan.count("; tidak dipakai lagi") + ketentuan.count("; ketentuan baru") == 6
    assert "menjadi –" not in ketentuan
    assert "  … dan 34 lagi di simulasi.html" in ketentuan
    assert pesan.endswith(f"Berikutnya: buka {satu_simulasi(kota) / 'simulasi.html'}\n")


def test_ketentuan_yang_diubah_disebut_semula_dan_menjadinya(kota, jalankan):
    _, _, pesan = jalankan("simulasi", kota, "--periode", MEI, "--aturan", profil_lain(kota))
    assert "120 menjadi 104" in pesan
    assert "lagi di simulasi.html" not in pesan


def test_tanpa_perbedaan_tidak_ada_yang_berpindah(kota, jalankan):
    _, _, pesan = jalankan("simulasi", kota, "--periode", MEI, "--ubah", "batas_hasil_2=90,0")
    assert "80 ASN: 0 naik, 0 turun, 80 tetap." in pesan
    assert "Ketentuan yang berbeda\n  tidak ada\n" in pesan


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (
            ["--ubah", "batas=95"],
            "Angka batas tidak ada dalam aturan permenpanrb-6-2022. Yang ada: lantai_capaian (",
        ),
        (["--ubah", "batas_hasil_2"], "--ubah 'batas_hasil_2' tidak dapat dibaca"),
        (["--ubah", "batas_hasil_2=nan"], "tidak dapat dibaca"),
        (["--ubah", "batas_hasil_2=9", "--ubah", "batas_hasil_2=8"], "ditulis dua kali"),
        (["--ubah", "plafon_capaian=-1"], "lantai harus lebih kecil daripada plafon"),
        (["--ubah", "stabil_x2_=0"], "dengan x yang menaik"),
        (["--ubah", "batas_hasil_2=101"], "tidak menjadi aturan yang sah"),
        (["--ubah", "desimal_nhk=1.5"], "tidak menjadi aturan yang sah"),
        (["--aturan", "tidak-ada"], "Aturan 'tidak-ada' tidak ada"),
        (["--aturan", "perka-bkn-1-2013"], "yang berlaku: bukittinggi, kemenkeu-127-2026"),
        ([], "Tulis aturan pembandingnya"),
    ],
)
def test_salah_pakai_dijawab_dengan_kalimat_dan_status_2(kota, jalankan, ubah, kata):
    status, keluar, pesan = jalankan("simulasi", kota, "--periode", MEI, *ubah)
    assert (status, keluar) == (2, "")
    assert kata in pesan
    assert not (kota / "simulasi").exists()


def sebab(kota: Path) -> list[str]:
    return [asn["Yang menentukan"] for asn in perubahan(kota) if asn["Yang menentukan"]]


def test_sebab_beberapa_kata_saja_dan_pppk_ditandai(kota, jalankan):
    _, _, pesan = jalankan("simulasi", kota, "--periode", MEI, "--aturan", "pp-30-2019")
    semua = sebab(kota)
    assert "63 tetap, 5 tanpa arah (sebutan semulanya tidak ada lagi)." in pesan
    assert len(semua) == 17
    assert max(len(kalimat.split()) for kalimat in semua) <= 12
    (ide,) = (asn for asn in perubahan(kota) if str(asn["Yang menentukan"]).startswith("Tidak ada Ide Baru"))
    assert ide["Nilai akhir menjadi"] >= 110
    assert {type(asn["Perilaku menjadi"]) for asn in perubahan(kota)} <= {int, float}
    assert not {"Rating hasil menjadi", "Nilai akhir semula"} & set(ide)
    for asn in perubahan(kota):
        if str(asn["Yang menentukan"]).startswith("Batas Sangat Baik mulai 110"):
            assert asn["Nilai akhir menjadi"] < 110
    pppk = [asn for asn in perubahan(kota) if asn["Catatan"]]
    assert {asn["Catatan"] for asn in pppk} == {"PPPK; aturan ini bagi PNS"}
    assert len(pppk) == 17


def test_banyak_ketentuan_capaian_disebut_sekali_dalam_daftar(kota_tahun, jalankan):
    kota = kota_tahun(2020, "perka-bkn-1-2013")
    _, _, pesan = jalankan("simulasi", kota, "--aturan", "pp-30-2019")
    assert "80 ASN: 0 naik, 10 turun, 45 tetap, 25 hanya dinilai menurut aturan yang dicoba." in pesan
    semua = sebab(kota)
    assert max(map(len, semua)) < 120
    assert {"Nilai akhir semula", "Predikat menjadi"} <= set(perubahan(kota)[0])
    assert not [judul for judul in perubahan(kota)[0] if "Rating hasil" in judul]
    isi = next(kota.glob("simulasi/*/simulasi.html")).read_text(encoding="utf-8")
    assert "Selain itu 25 hanya dinilai menurut aturan yang dicoba." in isi
    (kota / "asn-nilai.toml").write_text(
        'instansi = "Kota"\ntahun = 2020\naturan = "pp-30-2019"\n', encoding="utf-8"
    )
    _, _, pesan = jalankan("simulasi", kota, "--aturan", "perka-bkn-1-2013")
    assert "25 tidak dinilai menurut aturan yang dicoba." in pesan


@pytest.mark.parametrize("kode", ["pp-30-2019", "kemenkeu-127-2026", "bukittinggi"])
def test_simulasi_profil_bawaan_sama_dengan_hitung(kota, jalankan, kode):
    jalankan("simulasi", kota, "--periode", MEI, "--aturan", kode)
    simulasi = (satu_simulasi(kota) / "nilai.csv").read_bytes()
    jalankan("hitung", kota, "--periode", MEI, "--aturan", kode)
    assert simulasi == (kota / "hasil" / MEI / "nilai.csv").read_bytes()


@pytest.mark.parametrize("kode", profil_bawaan())
def test_setiap_angka_bernama_dapat_diubah_atau_ditolak_dengan_kalimat(kode):
    aturan, diubah, ditolak = muat_aturan(kode), 0, []
    for angka in angka_bernama(aturan):
        for geser in (0.01, -0.01, 1, -1):
            try:
                baru = ubah_aturan(aturan, {angka.nama: round(angka.nilai + geser, 6)})
            except AturanTidakSahError as galat:
                ditolak.append((angka.nama, str(galat)))
                continue
            semula, menjadi = ({a.nama: a for a in angka_bernama(x)} for x in (aturan, baru))
            assert [n for n in semula if semula[n].nilai != menjadi[n].nilai] == [angka.nama]
            assert menjadi[angka.nama].dasar.startswith("Angka percobaan (simulasi)")
            diubah += 1
    assert diubah >= 20
    assert all(f"--ubah {nama}=" in pesan for nama, pesan in ditolak)


def test_ubah_aturan_mengubah_yang_disebut_saja():
    aturan = muat_aturan("permenpanrb-6-2022")
    for angka in angka_bernama(aturan):
        geser = 0.25 if "perilaku" in angka.nama else 1  # a score stays within its own band
        baru = ubah_aturan(aturan, {angka.nama: angka.nilai + geser})
        beda = [
            a.nama
            for a, b in zip(angka_bernama(aturan), angka_bernama(baru), strict=True)
            if a.nilai != b.nilai
        ]
        assert beda == [angka.nama]
        assert baru.sha256 != aturan.sha256
    assert ubah_aturan(aturan, {"plafon_capaian": 120.0}) is aturan
    with pytest.raises(AturanTidakSahError):
        ubah_aturan(aturan, {"plafon_capaian": float("inf")})
    assert baca_ubahan(["a=1,5", " b = -2 "]) == {"a": 1.5, "b": -2.0}


@pytest.mark.menyeluruh
def test_matriks_yang_dihitung_ulang_libreoffice_sama_dengan_yang_tersimpan(kota, jalankan, tmp_path):
    jalankan("simulasi", kota, "--periode", MEI, *UBAH)
    asal = satu_simulasi(kota) / "simulasi.xlsx"
    (ulang,) = hitung_ulang([asal], tmp_path)
    isi = [
        [
            tuple(sel.value for sel in baris)
            for baris in openpyxl.load_workbook(f, data_only=True)["Perpindahan"].iter_rows(min_row=8)
        ]
        for f in (asal, ulang)
    ]
    assert isi[0][:6] == isi[1][:6]
    assert isi[0][5][-1] == 80
