"""What a head of unit and an auditor expect of nilai.xlsx as a document."""

import io
import re
import zipfile

import numpy as np
import openpyxl
import pytest
from buku_hasil_buatan import Asn, Indikator, hasil_unit, nip, unit_lengkap
from xlsxwriter.worksheet import Worksheet

from asn_nilai.acuan.temuan import Letak, katalog, temuan
from asn_nilai.terbit import gaya_buku
from asn_nilai.terbit.buku_nilai import tulis_buku_nilai
from asn_nilai.terbit.gaya_buku import TeksHasil, bersih, format_angka
from asn_nilai.terbit.lembar_rincian import ringkas_sel

LEMBAR = ["Nilai", "Rincian", "Temuan", "Aturan"]


@pytest.fixture
def tulis(aturan):
    def lakukan(hasil, instansi="Pemerintah Kota Contoh") -> bytes:
        aliran = io.BytesIO()
        tulis_buku_nilai(aliran, hasil, aturan, instansi, versi="1.2.3")
        return aliran.getvalue()

    return lakukan


@pytest.fixture
def lengkap(tulis):
    return openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap(), kepala=nip(1)))))


def xml(isi: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        return {nama: paket.read(nama).decode() for nama in paket.namelist()}


def semua_sel(dibuka):
    return [
        sel for lembar in dibuka for baris in lembar.iter_rows() for sel in baris if sel.value is not None
    ]


def test_lembarnya_empat_dan_berurutan(lengkap):
    assert lengkap.sheetnames == LEMBAR


def test_blok_judul_menyebut_instansi_unit_periode_dan_aturan(lengkap):
    for lembar in lengkap:
        teks = {
            lembar.cell(b, 1).value: lembar.cell(b, 3).value or lembar.cell(b, 2).value for b in range(2, 6)
        }
        assert teks == {
            "Instansi": ": Pemerintah Kota Contoh",
            "Unit Kerja": ": Dinas Pendidikan (DISDIK)",
            "Periode": ": Maret 2026",
            "Aturan": ": PermenPANRB 6/2022 (permenpanrb-6-2022)",
        }


@pytest.mark.parametrize("nama", LEMBAR)
def test_dicetak_a4_mendatar_selebar_satu_halaman_bernomor(lengkap, nama):
    lembar = lengkap[nama]
    assert lembar.page_setup.orientation == "landscape"
    assert int(lembar.page_setup.paperSize) == 9
    assert lembar.page_setup.fitToWidth in (None, 1)
    assert int(lembar.page_setup.fitToHeight) == 0
    assert lembar.sheet_properties.pageSetUpPr.fitToPage
    assert lembar.oddFooter.center.text == "Halaman &P dari &N"
    assert "asn-nilai 1.2.3" in lembar.oddFooter.right.text
    assert lembar.print_area


@pytest.mark.parametrize("nama", ["Nilai", "Rincian", "Temuan"])
def test_kepala_tabel_dibekukan_diulang_dan_bersaring(lengkap, nama):
    lembar = lengkap[nama]
    assert lembar.print_title_rows == "$7:$7"
    assert lembar.freeze_panes.endswith("8")
    assert lembar.auto_filter.ref.startswith("A7:")


def test_hanya_angka_aturan_yang_boleh_diubah(lengkap, aturan):
    for lembar in lengkap:
        assert lembar.protection.sheet
        assert lembar.protection.password in (None, "", "0000")
    terbuka = {(sel.parent.title, sel.coordinate) for sel in semua_sel(lengkap) if not sel.protection.locked}
    bernama = {lengkap.defined_names[a.nama].attr_text for a in aturan.angka_bernama()}
    boleh = {("Aturan", sel.replace("Aturan!", "").replace("$", "")) for sel in bernama}
    awal, akhir = (
        lengkap.defined_names["matriks_predikat"].attr_text.split("!")[1].replace("$", "").split(":")
    )
    boleh |= {("Aturan", sel.coordinate) for baris in lengkap["Aturan"][f"{awal}:{akhir}"] for sel in baris}
    assert terbuka == boleh


def test_setiap_sel_terbuka_berbatas_dan_berpetunjuk(lengkap):
    lembar = lengkap["Aturan"]
    for sel in [s for s in semua_sel(lengkap) if not s.protection.locked]:
        batas = [v for v in lembar.data_validations.dataValidation if sel.coordinate in v.sqref]
        assert len(batas) == 1, sel.coordinate
        assert batas[0].prompt
        assert batas[0].error


def test_angka_aturan_bernama_berisi_angka_profil(lengkap, aturan):
    for angka in aturan.angka_bernama():
        lembar, sel = lengkap.defined_names[angka.nama].attr_text.split("!")
        assert lengkap[lembar][sel.replace("$", "")].value == angka.nilai


def test_setiap_tautan_temuan_menuju_sel_yang_ada(lengkap):
    tautan = [sel.hyperlink for sel in semua_sel(lengkap) if sel.hyperlink]
    assert len(tautan) == lengkap["Temuan"].max_row - 7
    for satu in tautan:
        nama, sel = satu.location.split("!")
        tujuan = lengkap[nama.strip("'")][sel]
        nip_temuan = lengkap["Temuan"].cell(int(re.sub(r"\D", "", satu.ref)), 8).value
        assert lengkap[nama.strip("'")].cell(tujuan.row, 2).value == nip_temuan


def test_temuan_tentang_realisasi_menuju_realisasinya(lengkap):
    lembar = lengkap["Temuan"]
    tujuan = {lembar.cell(b, 8).value: lembar.cell(b, 11).value for b in range(8, lembar.max_row + 1)}
    nama, sel = tujuan[nip(11)].split()
    assert nama == "Rincian"
    assert sel.startswith("K")
    assert lengkap["Rincian"][f"P{sel[1:]}"].value.endswith(f"H{int(sel[1:])}")
    assert tujuan[nip(14)].startswith("Nilai ")


def test_temuan_tanpa_asn_tidak_bertautan(tulis):
    lain = temuan("lembar-tersembunyi", Letak("target/X.xlsx", "Catatan"), unit="DISDIK")
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit([], temuan_lain=[lain]))))
    assert dibuka["Temuan"]["C8"].value == "lembar-tersembunyi"
    assert not any(sel.hyperlink for sel in semua_sel(dibuka))


def test_galat_mendahului_peringatan(tulis):
    lain = temuan(
        "bukti-kosong", Letak("capaian/2026-03/DISDIK.xlsx", "Capaian", "I8"), nip=nip(1), indikator="X"
    )
    hasil = hasil_unit(unit_lengkap())
    hasil.temuan.insert(0, lain)
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Temuan"]
    tingkat = [lembar.cell(b, 2).value for b in range(8, lembar.max_row + 1)]
    assert tingkat == sorted(tingkat, key=["galat", "peringatan"].index)
    assert lembar.cell(lembar.max_row, 11).value == "Rincian K8"


def test_unit_tanpa_asn_dan_tanpa_temuan_berkata_begitu(tulis):
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit([]))))
    for nama, kata in {
        "Nilai": "Tidak ada ASN",
        "Rincian": "Tidak ada indikator",
        "Temuan": "Tidak ada temuan",
    }.items():
        assert str(dibuka[nama]["A8"].value).startswith(kata)


def test_dua_kali_menulis_memberi_bita_yang_sama(tulis):
    assert tulis(hasil_unit(unit_lengkap())) == tulis(hasil_unit(unit_lengkap()))


def test_lembar_cepat_menulis_bita_yang_sama_dengan_xlsxwriter(tulis, monkeypatch):
    cepat = tulis(hasil_unit(unit_lengkap()))
    monkeypatch.setattr(gaya_buku, "LembarCepat", Worksheet)
    assert tulis(hasil_unit(unit_lengkap())) == cepat


def test_tidak_ada_jam_di_dalam_berkas(tulis):
    inti = xml(tulis(hasil_unit([])))["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", inti)) == {"1980-01-01T00:00:00Z"}


def test_hasil_rumus_yang_kosong_bertipe_teks(tulis):
    lembar = xml(tulis(hasil_unit(unit_lengkap())))["xl/worksheets/sheet1.xml"]
    assert re.search(r't="str"><f>[^<]*</f><v></v>', lembar)
    assert not re.search(r'<c r="\w+" s="\d+"><f>[^<]*</f><v></v>', lembar)
    assert TeksHasil("") != ""
    assert TeksHasil("Baik") == "Baik"
    assert hash(TeksHasil("Baik")) == hash("Baik")


NAKAL = (
    '=HYPERLINK("http://x","klik")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "<r><t>jahat</t></r>",
    "../../etc/passwd",
    "https://contoh.id",
    "internal:'Aturan'!A1",
    "123456789012345678",
    "{=1+1}",
    "A" * 40_000,
    "rusak \x00\x01\x0b\x1f \ud800 \ufffe \uffff",
    "baris\r\ndua",
    "_x0041_",
)


def test_teks_yang_nakal_tetap_teks(tulis):
    asn = [
        Asn(
            nip(n),
            teks,
            [Indikator("Maksimal", "100", "10", "9", nama=teks, satuan=teks, kode=teks)],
            jabatan=teks,
        )
        for n, teks in enumerate(NAKAL)
    ]
    hasil = hasil_unit(asn, nama="=1+1 & <b>", kepala=nip(0))
    isi = tulis(hasil, instansi='=HYPERLINK("x") & \x02')
    dibuka = openpyxl.load_workbook(io.BytesIO(isi))
    for nomor, teks in enumerate(NAKAL):
        sel = dibuka["Nilai"].cell(8 + nomor, 3)
        assert sel.data_type == "s"
        assert sel.quotePrefix
        assert not sel.hyperlink
        if len(teks) < 100 and teks.isprintable():
            assert sel.value.strip() == teks
    rumus = [sel.value for sel in semua_sel(dibuka) if sel.data_type == "f"]
    assert not any(kata in satu for satu in rumus for kata in ("HYPERLINK", "cmd", "SUM(A1)"))
    assert "externalLink" not in " ".join(xml(isi))


def test_kalimat_rusak_dibersihkan_tanpa_menghilangkan_huruf_diam_diam():
    assert bersih("a\x00b\ud800c\r\nd") == "a\ufffdb\ufffdc\nd"
    assert bersih("<r>x</r>") == "<r>x</r> "


def test_kaki_halaman_yang_penuh_ampersan_tetap_muat(tulis):
    isi = xml(tulis(hasil_unit(unit_lengkap(), nama="&" * 300)))
    kaki = re.search(r"<oddFooter>(.*?)</oddFooter>", isi["xl/worksheets/sheet1.xml"])
    assert kaki
    assert len(kaki[1].replace("&amp;", "&").replace("&quot;", '"')) <= 255


def test_nip_adalah_teks_delapan_belas_angka(lengkap):
    sel = lengkap["Nilai"]["B8"]
    assert (sel.value, sel.data_type, sel.number_format) == (nip(1), "s", "@")


def test_tempat_tanda_tangan_memuat_kepala_unit(lengkap, tulis):
    teks = [sel.value for sel in semua_sel(lengkap) if sel.parent.title == "Nilai"]
    assert "Kepala Dinas Pendidikan," in teks
    assert teks.count("Siti Rahmawati") == 2
    assert f"NIP {nip(1)}" in teks
    tanpa = openpyxl.load_workbook(io.BytesIO(tulis(hasil_unit(unit_lengkap()))))
    assert any(str(s.value).startswith("NIP …") for s in semua_sel(tanpa))


def test_alasan_memakai_judul_temuan(lengkap):
    alasan = {lengkap["Nilai"].cell(b, 2).value: lengkap["Nilai"].cell(b, 11).value for b in range(8, 29)}
    assert alasan[nip(11)] == katalog()["realisasi-kosong"].judul
    assert alasan[nip(19)] == f"{katalog()['realisasi-kosong'].judul}; {katalog()['bobot-tidak-100'].judul}"
    assert alasan[nip(16)] == "pindah ke BKPSDM"
    assert alasan[nip(1)] is None


def test_nilai_unit_lain_terlihat_di_bawah_rincian(lengkap):
    lembar = lengkap["Rincian"]
    isi = [[sel.value for sel in baris] for baris in lembar.iter_rows(min_row=40)]
    blok = [baris for baris in isi if baris[1] in {nip(15), nip(17)} and baris[3] in {"BKPSDM", "DISDIK"}]
    assert [(b[1], b[3], b[8]) for b in blok] == [
        (nip(15), "BKPSDM", 2), (nip(15), "DISDIK", 1), (nip(17), "BKPSDM", 2), (nip(17), "DISDIK", 1),
    ]  # fmt: skip
    assert blok[0][12] == 88.17
    assert str(blok[1][12]).startswith("=IF(COUNT(")


def test_asn_pindah_yang_tertahan_di_unit_lain_tetap_belum_dinilai(tulis):
    hasil = hasil_unit(unit_lengkap())
    letak = hasil.nilai.index[hasil.nilai["nip"] == nip(15)][0]
    hasil.nilai.loc[letak, ["nilai_hasil_kerja"]] = np.nan
    hasil.nilai.loc[letak, ["rating_hasil_kerja", "predikat", "status"]] = [
        "",
        "Belum Dinilai",
        "Belum Dinilai",
    ]
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["F22"].value is None


def test_target_nol_tidak_pernah_dihitung_walau_bingkainya_memuat_angka(tulis):
    hasil = hasil_unit(unit_lengkap())
    baris = hasil.rincian.index[(hasil.rincian["nip"] == nip(13)) & (hasil.rincian["target"] == 0)]
    hasil.rincian.loc[baris, ["capaian", "nilai_tertimbang"]] = 120.0
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Rincian"]
    assert lembar.cell(8 + baris[0], 13).value is None
    assert lembar.cell(8 + baris[0], 14).value is None


def test_bobot_yang_tidak_sah_menahan_nilai_tetapi_capaiannya_tampil(tulis):
    hasil = hasil_unit(unit_lengkap())
    milik = hasil.rincian.index[hasil.rincian["nip"] == nip(11)]
    hasil.rincian.loc[milik[0], "bobot"] = np.nan
    hasil.rincian.loc[milik, "nilai_tertimbang"] = np.nan
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    rincian = dibuka["Rincian"]
    assert rincian.cell(8 + milik[0], 13).data_type == "f"
    assert rincian.cell(8 + milik[0], 14).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_target_yang_tidak_terbaca_menahan_nilai(tulis):
    hasil = hasil_unit(unit_lengkap())
    milik = hasil.rincian.index[hasil.rincian["nip"] == nip(11)]
    hasil.rincian.loc[milik[1], "target"] = np.nan
    dibuka = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))
    assert dibuka["Rincian"].cell(8 + milik[1], 13).value is None
    assert dibuka["Nilai"]["F18"].value is None


def test_baris_dengan_banyak_sel_asal_cukup_tinggi(tulis):
    hasil = hasil_unit(unit_lengkap())
    sel = "; ".join(f"capaian/2026-{n:02d}/DISDIK.xlsx › Capaian › H{n}" for n in range(1, 13))
    hasil.rincian.loc[0, "sel_realisasi"] = sel
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Rincian"]
    assert lembar.row_dimensions[8].height > 60
    assert lembar.row_dimensions[9].height is None


def test_predikat_resmi_yang_bukan_dari_matriks_ditulis_apa_adanya(tulis):
    hasil = hasil_unit(unit_lengkap())
    hasil.nilai.loc[0, "predikat"] = "Kurang"
    lembar = openpyxl.load_workbook(io.BytesIO(tulis(hasil)))["Nilai"]
    assert lembar["I8"].value == "Kurang"


def test_sel_asal_yang_banyak_diringkas_untuk_cetak():
    bulan = [
        f"capaian/2026-{n:02d}/DISDIK.xlsx › Capaian › {'H12' if n < 6 else 'J14'}"
        for n in (1, 2, 3, 4, 5, 6, 9)
    ]
    assert ringkas_sel("; ".join(bulan)) == (
        "capaian/…/DISDIK.xlsx › Capaian\n2026-01 … 2026-05 (5 bulan) H12; 2026-06, 2026-09 J14"
    )
    target = "target/DISDIK.xlsx › Target › H12; target/DISDIK.xlsx › Target › I12"
    assert ringkas_sel(target) == "target/DISDIK.xlsx › Target › H12, I12"
    beda = "capaian/2026-01/A.xlsx › Capaian › H12; capaian/2026-02/A.ods › Capaian › H12"
    assert ringkas_sel(beda) == beda.replace("; ", "\n")
    assert ringkas_sel(bulan[0]) == bulan[0]
    assert ringkas_sel("") == ""
    assert ringkas_sel("catatan; lain") == "catatan, lain"


@pytest.mark.parametrize(("angka", "bundel"), [(5, "bulat"), (-10, "bulat"), (0.5, "dua"), (93.335, "rinci")])
def test_angka_tampil_tanpa_terpotong(angka, bundel):
    assert format_angka(angka) == bundel


def test_menulis_ke_berkas_dan_galat_sistem_diteruskan(tmp_path, aturan, tulis):
    tujuan = tmp_path / "nilai.xlsx"
    tulis_buku_nilai(tujuan, hasil_unit([]), aturan, "Pemerintah Kota Contoh", versi="1.2.3")
    assert tujuan.read_bytes() == tulis(hasil_unit([]))
    with pytest.raises(OSError, match="tidak-ada"):
        tulis_buku_nilai(tmp_path / "tidak-ada" / "nilai.xlsx", hasil_unit([]), aturan, "X")
