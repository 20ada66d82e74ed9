"""Lists of people that come as text: separators, letters, NIPs as they stand, and what is refused with its reason."""

import pytest

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.daftar import DaftarTidakTerbacaError, baca_daftar_pegawai, baca_daftar_unit
from asn_nilai.baca.daftar.teks_berpemisah import lembar_teks

ANI = "198603152009032001"
KEPALA = ("NIP BARU", "NAMA LENGKAP", "STATUS", "GOL. RUANG", "KODE UNIT", "UNIT KERJA")
ORANG = (ANI, "Ani Puspita, S.Kep., Ners", "PNS", "III/a", "0071", "Puskesmas Ujung")
LAGI = ("197501012000031002", "dr. Sjahrir Alwi", "PNS", "IV/a", "0071", "Puskesmas Ujung")


def tulis(pemisah: str, *baris: tuple[str, ...]) -> str:
    return "".join(
        pemisah.join(f'"{sel}"' if pemisah in sel else sel for sel in isi) + "\r\n" for isi in baris
    )


@pytest.fixture
def baca(tmp_path):
    def _baca(isi: bytes, nama: str = "DUK 2026.csv"):
        berkas = tmp_path / nama
        berkas.write_bytes(isi)
        return baca_daftar_pegawai(berkas, 2026)

    return _baca


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
def test_pemisah_apa_pun_memberi_orang_yang_sama(baca, pemisah):
    daftar = baca(tulis(pemisah, KEPALA, ORANG, LAGI).encode())
    assert [(o.penempatan.nip, o.penempatan.nama, o.unit.kode) for o in daftar.orang] == [
        (ANI, "Ani Puspita, S.Kep., Ners", "0071"),
        ("197501012000031002", "dr. Sjahrir Alwi", "0071"),
    ]
    assert daftar.temuan == ()


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_huruf_dari_penyimpan_apa_pun_tetap_hurufnya(baca, sandi):
    daftar = baca(tulis(";", KEPALA, (ANI, "Renée – Çelik", *ORANG[2:])).encode(sandi))
    assert [o.penempatan.nama for o in daftar.orang] == ["Renée – Çelik"]


def test_alamat_sel_seperti_di_excel(baca):
    atas = "PEMERINTAH KOTA;;;;;\r\nDAFTAR;;;;;\r\n;;;;;\r\n"
    daftar = baca((atas + tulis(";", KEPALA, ORANG, ("", *LAGI[1:]))).encode())
    (temuan,) = daftar.temuan
    assert str(temuan.letak) == "DUK 2026.csv › DUK 2026 › A6"
    assert [kolom.sel for kolom in daftar.kolom][:2] == ["A4", "B4"]


@pytest.mark.parametrize("sebutan", [b"sep=;\r\n", b"SEP=;\n"])
def test_baris_sep_bukan_baris_lembar(baca, sebutan):
    daftar = baca(sebutan + tulis(";", KEPALA, ORANG).encode())
    assert [o.penempatan.nip for o in daftar.orang] == [ANI]
    assert daftar.kolom[0].sel == "A1"


@pytest.mark.parametrize("nip", [f'="{ANI}"', f"'{ANI}", "19860315 200903 2 001"])
def test_nip_yang_dilindungi_dari_excel_tetap_utuh(baca, nip):
    daftar = baca(tulis(";", KEPALA, (nip, *ORANG[1:])).encode())
    assert [o.penempatan.nip for o in daftar.orang] == [ANI]


@pytest.mark.parametrize(
    ("nip", "terbaca"),
    [("1,98603E+17", "1,98603E+17"), ("1.98603E+17", "1.98603E+17"), ("1,99E+17", "1,99E+17")],
)
def test_nip_yang_dirusak_excel_disebut_dengan_orangnya(baca, nip, terbaca):
    daftar = baca(tulis(";", KEPALA, (nip, *ORANG[1:]), LAGI).encode())
    (temuan,) = daftar.temuan
    assert temuan.letak.sel == "A2"
    assert temuan.pesan == (
        "NIP tersimpan sebagai bilangan sehingga angka-angka terakhirnya hilang. "
        f"Yang masih terbaca: {terbaca} (Ani Puspita, S.Kep., Ners)."
    )
    assert [(o.penempatan.nip, o.penempatan.nama) for o in daftar.orang] == [
        ("", "Ani Puspita, S.Kep., Ners"),
        ("197501012000031002", "dr. Sjahrir Alwi"),
    ]


def test_nip_yang_menjadi_bilangan_lalu_teks_lagi_ditanyakan_tetapi_diambil(baca):
    daftar = baca(tulis(";", KEPALA, (f"{ANI[:15]}000", *ORANG[1:]), LAGI).encode())
    (temuan,) = daftar.temuan
    assert (temuan.kode, temuan.letak.sel) == ("daftar-nip-membulat", "A2")
    assert temuan.pesan == (
        "NIP Ani Puspita, S.Kep., Ners (198603152009032000) berakhir 000, seperti NIP yang pernah menjadi bilangan di Excel: tiga "
        "angka terakhirnya mungkin hilang."
    )
    assert [o.penempatan.nip for o in daftar.orang] == ["198603152009032000", "197501012000031002"]


def test_kutip_yang_tidak_ditutup_tidak_menelan_orang(baca):
    isi = tulis(";", KEPALA, LAGI) + f'{ANI};"Ani;PNS;III/a;0071;Puskesmas Ujung\r\n' + tulis(";", LAGI)
    with pytest.raises(DaftarTidakTerbacaError) as galat:
        baca(isi.encode())
    assert str(galat.value).partition(".csv: ")[2] == (
        'Berkas ini tidak dapat dibuka sebagai buku kerja: sesudah baris 2 ada tanda kutip (") yang tidak berpasangan. '
        "Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."
    )


def test_huruf_yang_bukan_huruf_ditolak(baca):
    kalimat = r": huruf-hurufnya tidak disimpan sebagai UTF-8 maupun menurut Windows \(1252\)\. Buka berkas "
    with pytest.raises(DaftarTidakTerbacaError, match=kalimat):
        baca(b"NIP;Nama\r\n" + ANI.encode() + b";\x81\x8d\r\n")


def test_teks_tanpa_kolom_menyebut_kolom_yang_dicari(baca):
    with pytest.raises(DaftarTidakTerbacaError, match="tidak ada lembar yang tabelnya berkolom NIP dan Nama"):
        baca(b"Kepada Yth.\r\nterlampir daftar\r\n")


def test_terlalu_banyak_sel_ditolak_sebelum_dilebarkan():
    with pytest.raises(BukuTidakTerbacaError) as galat:
        lembar_teks(b"a;b\n" * 9 + b";" * 99, "daftar", Batas(sel=900))
    assert galat.value.kode == "berkas-terlalu-besar"


def test_satu_sel_raksasa_bukan_pemisah():
    with pytest.raises(BukuTidakTerbacaError) as galat:
        lembar_teks(b'"' + b"a" * 200_000, "daftar")
    assert galat.value.kode == "berkas-tidak-terbaca"


def test_buku_kerja_yang_bernama_csv_tetap_dibaca_sebagai_buku(tmp_path):
    from openpyxl import Workbook

    buku = Workbook()
    for sel in (["Kode Unit", "Unit Kerja"], ["KEL-H", "Kelurahan Hilir"]):
        buku.active.append(sel)
    buku.save(tmp_path / "unit.csv")
    assert [unit.nama for unit in baca_daftar_unit(tmp_path / "unit.csv").unit] == ["Kelurahan Hilir"]
