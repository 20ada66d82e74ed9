"""nilai.xlsx as a file: the same bytes each time, no clock, and texts that do nothing."""

import io
import re
import zipfile

import openpyxl
import pytest
from buku_hasil_buatan import Asn, Indikator, hasil_unit, nip, unit_lengkap
from buku_percobaan import semua_sel
from buku_polos import sama_dengan_xlsxwriter

from asn_nilai.terbit.buku.gaya import bersih
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai


def xml(isi: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        return {nama: paket.read(nama).decode() for nama in paket.namelist()}


def test_dua_kali_menulis_memberi_bita_yang_sama(tulis):
    assert tulis(hasil_unit(unit_lengkap())) == tulis(hasil_unit(unit_lengkap()))


@pytest.mark.parametrize("isi", [unit_lengkap, list], ids=["lengkap", "kosong"])
def test_setiap_bagian_sama_dengan_tulisan_xlsxwriter(tulis, monkeypatch, isi):
    assert sama_dengan_xlsxwriter(monkeypatch, lambda: tulis(hasil_unit(isi())))


def test_setiap_bagian_sama_juga_dengan_teks_yang_nakal(tulis, monkeypatch):
    asn = [Asn(nip(n), teks, [], jabatan=teks) for n, teks in enumerate(NAKAL)]
    assert sama_dengan_xlsxwriter(monkeypatch, lambda: tulis(hasil_unit(asn, nama="a & <b>")))


def test_tidak_ada_jam_di_dalam_berkas(tulis):
    inti = xml(tulis(hasil_unit([])))["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", inti)) == {"1980-01-01T00:00:00Z"}


def test_hasil_rumus_yang_kosong_bertipe_teks(tulis):
    lembar = xml(tulis(hasil_unit(unit_lengkap())))["xl/worksheets/sheet1.xml"]
    assert re.search(r't="str"><f>[^<]*</f><v></v>', lembar)
    assert not re.search(r'<c r="\w+" s="\d+"><f>[^<]*</f><v></v>', lembar)


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
    assert not any(kata in r for r in rumus for kata in ("HYPERLINK", "cmd", "SUM(A1)"))
    assert "externalLink" not in " ".join(xml(isi))


def test_kalimat_rusak_dibersihkan_tanpa_menghilangkan_huruf_diam_diam():
    assert bersih("a\x00b\ud800c\r\nd") == "a\ufffdb\ufffdc\nd"
    assert bersih("<r>x</r>") == "<r>x</r> "


def test_kaki_halaman_yang_penuh_ampersan_tetap_muat(tulis):
    isi = xml(tulis(hasil_unit(unit_lengkap(), nama="&" * 300)))
    kaki = re.search(r"<oddFooter>(.*?)</oddFooter>", isi["xl/worksheets/sheet1.xml"])
    assert kaki
    assert len(kaki[1].replace("&amp;", "&").replace("&quot;", '"')) <= 255


def test_menulis_ke_berkas_dan_galat_sistem_diteruskan(tmp_path, aturan, tulis):
    tujuan = tmp_path / "nilai.xlsx"
    tulis_buku_nilai(tujuan, hasil_unit([]), aturan, "Pemerintah Kota Contoh")
    assert tujuan.read_bytes() == tulis(hasil_unit([]))
    with pytest.raises(OSError, match="tidak-ada"):
        tulis_buku_nilai(tmp_path / "tidak-ada" / "nilai.xlsx", hasil_unit([]), aturan, "X")
