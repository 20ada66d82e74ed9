"""A submission under a wrong name or in a wrong place is recognised by what it says of itself, and told what to do."""

import re
import shutil

import openpyxl
import pytest

from asn_nilai.acuan.profil.muat_aturan import profil_bawaan

MEI = ("--periode", "2026-05", "--paralel", "1")


@pytest.fixture
def mei(kota):
    return kota / "capaian" / "2026-05"


@pytest.fixture
def temuan(kota, hasil_json):
    """The findings of May as (code, file, unit, sentence, advice)."""

    def _temuan(*pilihan):
        _, isi = hasil_json("validasi", kota, *MEI, *pilihan)
        return [(t["kode"], t["berkas"], t["unit"], t["pesan"], t["saran"]) for t in isi["temuan"]]

    return _temuan


def ubah(berkas, lembar="Capaian", **isi):
    """Write into the identity block, the value beside each label."""
    buku = openpyxl.load_workbook(berkas)
    for baris in buku[lembar].iter_rows(max_row=12):
        for sel in baris:
            if str(sel.value).rstrip(": ") in isi:
                baru = isi[str(sel.value).rstrip(": ")]
                tujuan = next(s for s in baris[sel.column :] if s.value is not None)
                tujuan.value = baru
    buku.save(berkas)


def test_nama_yang_salah_disebut_nama_yang_benar(mei, temuan, hasil_json, kota):
    (mei / "PKM-TB.xlsx").rename(mei / "PKM-TB (1) revisi final.xlsx")
    salah, hilang = temuan()
    assert salah == (
        "berkas-salah-nama",
        "capaian/2026-05/PKM-TB (1) revisi final.xlsx",
        "PKM-TB",
        "Berkas ini tampaknya berkas capaian PKM-TB untuk Mei 2026, tetapi namanya bukan kode unit, sehingga tidak dibaca.",
        "Ubah namanya menjadi PKM-TB.xlsx, lalu periksa dan hitung lagi.",
    )
    assert hilang[0] == "berkas-hilang"
    _, isi = hasil_json("validasi", kota, *MEI)
    (unit,) = (u for u in isi["unit"] if u["kode_unit"] == "PKM-TB")
    assert (unit["status"], unit["galat"], unit["peringatan"]) == ("belum setor", 1, 1)


def test_hitung_pun_memberi_satu_jalan_untuk_berkas_yang_sudah_datang(mei, kota, jalankan):
    """Screen and next step ask nobody to submit it; that of which nothing has come is asked for beside it."""
    (mei / "PKM-TB.xlsx").rename(mei / "PKM TB.xlsx")
    status, _, pesan = jalankan("hitung", kota, *MEI)
    assert (status, "berkas-salah-nama" in pesan, "berkas-hilang" in pesan) == (1, True, False)
    assert pesan.endswith(
        "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini "
        "lagi.\n"
    )
    (mei / "DINKES.xlsx").unlink()
    _, _, pesan = jalankan("hitung", kota, *MEI)
    assert "Berkas belum disetor (1) berkas-hilang\n  capaian/2026-05/DINKES.xlsx: " in pesan
    assert "Berikutnya: minta unit mengirim" in pesan


def test_validasi_meminta_kepada_unit_hanya_yang_dapat_dikerjakannya(mei, kota, jalankan):
    """A file that has come under another name is for us to rename; of two, or of one in another month, the unit is asked; what is missing is asked for."""
    (mei / "PKM-TB.xlsx").rename(mei / "PKM TB.xlsx")
    akhir = [jalankan("validasi", kota, *MEI)[2].splitlines()[-1]]
    shutil.copy(mei / "PKM TB.xlsx", mei / "PKM TB (1).xlsx")
    akhir.append(jalankan("validasi", kota, *MEI)[2].splitlines()[-1])
    (mei / "DINKES.xlsx").unlink()
    akhir.append(jalankan("validasi", kota, *MEI)[2].splitlines()[-1])
    assert akhir == [
        "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi.",
        "Berikutnya: kirim pesannya ke unit yang bersangkutan; sesudah dijawab, kerjakan yang disarankan di atas, lalu jalankan perintah ini lagi.",
        "Berikutnya: kirim pesannya ke unit yang bersangkutan; sesudah berkasnya diganti, jalankan perintah ini lagi.",
    ]


def test_nama_tanpa_petunjuk_pun_dikenali_dari_isinya(mei, temuan):
    (mei / "PKM-TB.xlsx").rename(mei / "laporan bulanan.xlsx")
    assert temuan()[0][:3] == ("berkas-salah-nama", "capaian/2026-05/laporan bulanan.xlsx", "PKM-TB")


def test_salinan_di_samping_yang_benar_harus_dipilih(mei, temuan):
    shutil.copy(mei / "PKM-TB.xlsx", mei / "PKM-TB (1).xlsx")
    ((kode, berkas, unit, pesan, saran),) = temuan()
    assert (kode, berkas, unit) == ("berkas-salinan", "capaian/2026-05/PKM-TB (1).xlsx", "PKM-TB")
    assert pesan == (
        "Berkas ini tampaknya berkas capaian PKM-TB untuk Mei 2026, dan ada lebih dari satu "
        "(capaian/2026-05/PKM-TB.xlsx, capaian/2026-05/PKM-TB (1).xlsx); hanya capaian/2026-05/PKM-TB.xlsx yang dibaca."
    )
    assert saran == (
        "Pilih satu yang berlaku, simpan sebagai capaian/2026-05/PKM-TB.xlsx, dan pindahkan yang lain ke luar ruang kerja."
    )


@pytest.fixture
def salinan_bertanda(mei, kota, hasil_json):
    """The marked copy of a submission with one wrong cell, mended in it, and not yet sent."""
    lama = ubah_realisasi(mei / "PKM-TB.xlsx", "dua belas")
    hasil_json("validasi", kota, *MEI, "--unit", "PKM-TB", "--tandai")
    salinan = kota / "hasil" / "2026-05" / "PKM-TB" / "PKM-TB_2026-05_ditandai.xlsx"
    ubah_realisasi(salinan, lama)
    return salinan


def ubah_realisasi(berkas, nilai):
    """Write into the first Realisasi; returns what stood there."""
    buku = openpyxl.load_workbook(berkas)
    (kepala,) = (s for b in buku["Capaian"].iter_rows() for s in b if s.value == "Realisasi")
    sel = kepala.offset(row=1)
    lama, sel.value = sel.value, nilai
    buku.save(berkas)
    return lama


@pytest.mark.parametrize("nama", ["PKM-TB_2026-05_ditandai.xlsx", "PKM-TB_2026-05_DITANDAI (1).xlsx"])
def test_salinan_bertanda_yang_kembali_dengan_namanya_sendiri_disebut_caranya(
    mei, temuan, salinan_bertanda, nama
):
    shutil.copy(salinan_bertanda, mei / nama)
    (bertanda,) = (t for t in temuan() if t[0] == "berkas-bertanda")
    assert bertanda[1:] == (
        f"capaian/2026-05/{nama}",
        "PKM-TB",
        (
            "Berkas ini adalah berkas capaian PKM-TB untuk Mei 2026 yang kembali sebagai salinan bertanda. Selama namanya "
            "berakhir dengan _ditandai, isinya tidak dibaca; yang dibaca capaian/2026-05/PKM-TB.xlsx."
        ),
        (
            "Bila sudah diperbaiki, pindahkan capaian/2026-05/PKM-TB.xlsx ke luar ruang kerja dan ubah nama berkas ini menjadi "
            "capaian/2026-05/PKM-TB.xlsx, lalu periksa dan hitung lagi. Tanda dan lembar Temuan di dalamnya boleh "
            "dibiarkan."
        ),
    )
    assert "angka-tidak-sah" in {t[0] for t in temuan()}
    (mei / "PKM-TB.xlsx").unlink()
    tanpa_asli = temuan()
    assert [t[0] for t in tanpa_asli] == ["berkas-bertanda", "berkas-hilang"]
    assert "belum ada yang dibaca" in tanpa_asli[0][3]
    (mei / nama).rename(mei / "PKM-TB.xlsx")
    assert temuan() == []


def test_dua_salinan_bertanda_harus_dipilih(mei, temuan, salinan_bertanda):
    for nama in ("PKM-TB_2026-05_ditandai.xlsx", "PKM-TB_2026-05_ditandai (1).xlsx"):
        shutil.copy(salinan_bertanda, mei / nama)
    assert [t[0] for t in temuan()][:2] == ["berkas-salinan", "berkas-salinan"]


def test_salinan_bertanda_di_folder_yang_salah(mei, kota, temuan, salinan_bertanda):
    shutil.copy(salinan_bertanda, kota / "capaian" / salinan_bertanda.name)
    (mei / "PKM-TB.xlsx").unlink()
    kode, berkas, _, _, saran = temuan()[0]
    assert (kode, berkas) == ("berkas-bertanda", "capaian/PKM-TB_2026-05_ditandai.xlsx")
    assert "ubah nama berkas ini menjadi capaian/2026-05/PKM-TB.xlsx" in saran


def test_dua_salinan_tanpa_yang_benar_keduanya_disebut(mei, temuan):
    shutil.copy(mei / "PKM-TB.xlsx", mei / "PKM-TB a.xlsx")
    (mei / "PKM-TB.xlsx").rename(mei / "PKM-TB b.xlsx")
    semua = temuan()
    assert [baris[0] for baris in semua] == ["berkas-salinan", "berkas-salinan", "berkas-hilang"]
    assert all("belum ada yang dibaca" in baris[3] for baris in semua[:2])


def test_berkas_bulan_lain_di_folder_ini(mei, kota, temuan):
    shutil.copy(kota / "capaian/2026-04/PKM-TB.xlsx", mei / "PKM-TB april.xlsx")
    ((kode, _, unit, pesan, _),) = temuan()
    # April's own file is there already, so this one is a second.
    assert (kode, unit) == ("berkas-salinan", "PKM-TB")
    assert "capaian PKM-TB untuk April 2026" in pesan
    (kota / "capaian/2026-04/PKM-TB.xlsx").unlink()
    ((kode, _, _, _, saran),) = temuan()
    assert (kode, saran) == (
        "berkas-salah-tempat",
        "Pindahkan menjadi capaian/2026-04/PKM-TB.xlsx, lalu periksa dan hitung lagi.",
    )


def test_berkas_bulan_lain_di_subfolder_bukan_setoran_bulan_ini(mei, kota, temuan):
    (mei / "PKM-TB").mkdir()
    shutil.copyfile(kota / "capaian/2026-04/PKM-TB.xlsx", mei / "PKM-TB" / "lama.xlsx")
    (mei / "PKM-TB.xlsx").unlink()
    assert [baris[0] for baris in temuan()] == ["berkas-hilang"]


def test_salinan_lama_di_subfolder_bukan_setoran(mei, temuan):
    (mei / "lama").mkdir()
    shutil.copyfile(mei / "PKM-TB.xlsx", mei / "lama" / "PKM-TB.xlsx")
    assert temuan() == []


@pytest.mark.parametrize(
    "tempat",
    ["PKM-TB.xlsx", "capaian/PKM-TB.xlsx", "capaian/Mei/PKM-TB.xlsx", "capaian/2026-05/PKM-TB/Mei.xlsx"],
)
def test_berkas_yang_tersesat_di_ruang_kerja(mei, kota, temuan, tempat):
    (kota / tempat).parent.mkdir(exist_ok=True)
    (mei / "PKM-TB.xlsx").rename(kota / tempat)
    salah, hilang = (baris for baris in temuan() if baris[0] != "folder-salah-nama")
    assert salah[:3] == ("berkas-salah-tempat", tempat, "PKM-TB")
    assert salah[4] == "Pindahkan menjadi capaian/2026-05/PKM-TB.xlsx, lalu periksa dan hitung lagi."
    assert hilang[0] == "berkas-hilang"


def test_berkas_bulan_ini_di_folder_bulan_tetangga(mei, kota, temuan):
    (mei / "PKM-TB.xlsx").replace(kota / "capaian/2026-06/PKM-TB.xlsx")
    hilang, salah = temuan()
    assert hilang[0] == "berkas-hilang"
    assert salah[:3] == ("berkas-salah-tempat", "capaian/2026-06/PKM-TB.xlsx", "PKM-TB")


def test_buku_target_di_folder_capaian(kota, mei, temuan):
    (kota / "target/PKM-TB.xlsx").rename(mei / "target PKM-TB.xlsx")
    salah = temuan()[0]
    assert salah[:3] == ("berkas-salah-tempat", "capaian/2026-05/target PKM-TB.xlsx", "PKM-TB")
    assert salah[4].startswith("Pindahkan menjadi target/PKM-TB.xlsx")


def test_yang_tidak_menyebut_unit_dikatakan_apa_adanya(mei, temuan):
    openpyxl.Workbook().save(mei / "catatan.xlsx")
    (mei / "rusak.xlsx").write_bytes(b"bukan buku kerja")
    assert [baris[:3] for baris in temuan()] == [
        ("berkas-tanpa-unit", "capaian/2026-05/catatan.xlsx", ""),
        ("berkas-tanpa-unit", "capaian/2026-05/rusak.xlsx", ""),
    ]


def test_daftar_temuan_yang_kembali_bukan_setoran(mei, kota, temuan, hasil_json):
    asli = mei / "PKM-TB.xlsx"
    libreoffice = asli.with_suffix(".ods")
    shutil.copy(kota / "capaian/2026-06/KEL-TD.ods", libreoffice)
    asli.unlink()
    hasil_json("validasi", kota, *MEI, "--unit", "PKM-TB", "--tandai")
    daftar = kota / "hasil/2026-05/PKM-TB/PKM-TB_2026-05_ditandai.xlsx"
    shutil.copy(daftar, mei)
    assert ("berkas-daftar-lain", f"capaian/2026-05/{daftar.name}", "") in [baris[:3] for baris in temuan()]
    (mei / daftar.name).unlink()
    libreoffice.unlink()
    shutil.copy(daftar, asli)
    ((kode, berkas, unit, pesan, saran),) = temuan()
    assert (kode, berkas, unit) == ("berkas-daftar", "capaian/2026-05/PKM-TB.xlsx", "PKM-TB")
    assert "hanya daftar temuan" in pesan
    assert saran.startswith("Ganti dengan berkas unit yang sudah diperbaiki")


def test_unit_yang_tidak_dikenal_tidak_ditebak(mei, temuan):
    shutil.copy(mei / "PKM-TB.xlsx", mei / "entah.xlsx")
    ubah(mei / "entah.xlsx", **{"Kode Unit": "XYZ", "Unit Kerja": "Entah"})
    assert [baris[0] for baris in temuan()] == ["berkas-tanpa-unit"]


def test_tanpa_identitas_nama_berkas_yang_bicara(mei, temuan):
    buku = openpyxl.load_workbook(mei / "PKM-TB.xlsx")
    (mei / "PKM-TB.xlsx").unlink()
    kepala = next(
        s.row for b in buku["Capaian"].iter_rows(max_row=20) for s in b if s.value == "Kode Indikator"
    )
    buku["Capaian"].delete_rows(1, kepala - 1)
    buku.save(mei / "capaian pkm-tb mei.xlsx")
    assert temuan()[0][:3] == ("berkas-salah-nama", "capaian/2026-05/capaian pkm-tb mei.xlsx", "PKM-TB")


def test_hanya_unit_yang_diminta_yang_disebut(mei, temuan):
    shutil.copy(mei / "PKM-TB.xlsx", mei / "PKM-TB (1).xlsx")
    assert temuan("--unit", "BKPSDM") == []
    assert [baris[0] for baris in temuan("--unit", "PKM-TB")] == ["berkas-salinan"]


def test_hitung_berulang_tidak_menggandakannya(mei, kota, hasil_json):
    shutil.copy(mei / "PKM-TB.xlsx", mei / "PKM-TB (1).xlsx")
    for _ in range(2):
        _, isi = hasil_json("hitung", kota, *MEI)
        assert [(t["kode"], t["unit"]) for t in isi["temuan"]] == [("berkas-salinan", "")]


def test_ruang_kerja_yang_rapi_tidak_membuka_berkas_di_sini(kota, hasil_json, monkeypatch):
    monkeypatch.setattr(
        "asn_nilai.alur.asing.berkas.kenali_asal", lambda *_: pytest.fail("tidak perlu dibuka")
    )
    assert hasil_json("validasi", kota, *MEI)[1]["temuan"] == []


def test_templat_yang_diisi_dan_ditinggal_di_foldernya_disebut(kota, hasil_json, jalankan):
    juni = ("--periode", "2026-06")
    jalankan("templat", "capaian", kota, *juni)
    templat = kota / "templat/2026-06/PKM-TB.xlsx"
    simpanan = (kota / "capaian/2026-06/PKM-TB.xlsx").rename(kota.with_name("simpan.xlsx"))
    _, isi = hasil_json("validasi", kota, *juni)
    assert not [temuan for temuan in isi["temuan"] if temuan["berkas"].startswith("templat/")]
    buku = openpyxl.load_workbook(templat)
    kepala = next(sel for baris in buku["Capaian"].iter_rows() for sel in baris if sel.value == "Pembilang")
    for nomor in range(kepala.row + 1, buku["Capaian"].max_row + 1):
        buku["Capaian"].cell(nomor, kepala.column).value = 5  # what is counted, before anybody divides
    buku.save(templat)
    _, isi = hasil_json("validasi", kota, *juni)
    salah = [temuan["berkas"] for temuan in isi["temuan"] if temuan["kode"] == "berkas-salah-tempat"]
    assert salah == ["templat/2026-06/PKM-TB.xlsx"]
    simpanan.replace(templat)
    _, isi = hasil_json("validasi", kota, *juni)
    (temuan,) = [temuan for temuan in isi["temuan"] if temuan["berkas"].startswith("templat/")]
    assert (temuan["kode"], temuan["berkas"], temuan["unit"]) == (
        "berkas-salah-tempat",
        "templat/2026-06/PKM-TB.xlsx",
        "PKM-TB",
    )
    assert "Pindahkan menjadi capaian/2026-06/PKM-TB.xlsx" in temuan["saran"]


@pytest.mark.parametrize(
    ("asli", "nama"),
    [
        ("skema.xlsx", "skema-LAPTOP.xlsx"),
        ("skema.xlsx", "skema (1).xlsx"),
        ("skema.xlsx", "skema - Copy.xlsx"),
        ("skema.xlsx", "Copy of Skema.xlsx"),
        ("asn-nilai.toml", "asn-nilai-LAPTOP.toml"),
        ("asn-nilai.toml", "asn-nilai (1).toml"),
    ],
)
def test_salinan_skema_dan_pengaturan_disebut_tidak_dibaca(kota, temuan, asli, nama):
    shutil.copy(kota / asli, kota / nama)
    assert temuan() == [
        (
            "salinan-tidak-dibaca",
            nama,
            "",
            (
                f"Nama berkas ini nama salinan dari {asli}, seperti yang ditinggalkan OneDrive atau unduhan. "
                f"Yang dibaca hanya {asli}; yang diubah di sini tidak berlaku."
            ),
            f"Bila ada yang diubah di sini, tulis di {asli}; lalu pindahkan berkas ini ke luar ruang kerja.",
        )
    ]


def test_skema_berakhiran_lain_di_samping_yang_dibaca_disebut(kota, temuan):
    shutil.copy(kota / "skema.xlsx", kota / "skema.xlsm")
    assert [baris[:2] for baris in temuan()] == [("salinan-tidak-dibaca", "skema.xlsm")]


def test_salinan_yang_tidak_terbaca_pun_disebut(kota, temuan):
    (kota / "skema-LAPTOP.xlsx").write_bytes(b"belum selesai disalin")
    assert [baris[:2] for baris in temuan()] == [("salinan-tidak-dibaca", "skema-LAPTOP.xlsx")]


def test_berkas_lain_bernama_serupa_bukan_salinan(kota, temuan):
    buku = openpyxl.Workbook()
    buku.save(kota / "skema tunjangan.xlsx")
    shutil.copy(kota / "skema.xlsx", kota / "skematik.xlsx")
    shutil.copy(kota / "asn-nilai.toml", kota / "asn-nilaiku.toml")
    assert temuan() == []


def test_aturan_bernama_seperti_pengaturan_dibaca_dan_bukan_salinan(kota, temuan):
    (kota / "asn-nilai-aturan.toml").write_text(profil_bawaan()["permenpanrb-6-2022"], encoding="utf-8")
    pengaturan = kota / "asn-nilai.toml"
    teks = re.sub(
        r"(?m)^aturan = .*$", 'aturan = "asn-nilai-aturan.toml"', pengaturan.read_text(encoding="utf-8")
    )
    pengaturan.write_text(teks, encoding="utf-8")
    assert "asn-nilai-aturan.toml" in teks
    assert temuan() == []
