"""Exact limits and whole sentences of reading: one letter beyond, one day shared, what to type instead."""

import io
import zipfile
from datetime import date

import pytest
from dunia_baca import JUNI, Dunia, di_atas, realisasi, satu_temuan
from dunia_skema import DuniaSkema

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku

ANI, RINA = "199001012023211005", "199203042019022001"


@pytest.fixture
def dunia(tmp_path) -> Dunia:
    return Dunia(tmp_path)


def ods(isi: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr(
            "content.xml",
            '<o xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
            f'<office:body><office:spreadsheet><table:table table:name="Target">{isi}</table:table>'
            "</office:spreadsheet></office:body></o>",
        )
        manifes = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
        arsip.writestr("META-INF/manifest.xml", manifes)
    return data.getvalue()


def baris_ods(huruf: int, kolom: int = 1, baris: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{baris}"><table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="{kolom}"><text:p>{"x" * huruf}</text:p></table:table-cell></table:table-row>'
    )


@pytest.mark.parametrize(
    "isi",
    [baris_ods(1024, 32, 32), baris_ods(512, 1024) + baris_ods(1024, 1, 512), baris_ods(1024**2)],
    ids=["berulang dua arah", "dua baris", "satu sel"],
)
def test_teks_ods_tepat_di_batas_dibaca_dan_satu_huruf_lagi_ditolak(isi):
    """One MiB is 1.048.576 letters, each counted as often as cells show it."""
    batas = Batas(teks_mb=1)
    assert Buku(ods(isi), batas).lembar("Target").sel
    with pytest.raises(BukuTidakTerbacaError) as galat:
        Buku(ods(isi + baris_ods(1)), batas).lembar("Target")
    assert galat.value.kode == "berkas-terlalu-besar"
    assert galat.value.isi["batas"] == "1 MB"
    assert galat.value.isi["ukuran"].startswith("teks di lembar 'Target' seluruhnya 1")


@pytest.mark.parametrize(
    ("lama", "baru", "bertumpuk"),
    [
        ((None, (3, 31)), ((3, 31), None), True),
        ((None, (3, 31)), ((4, 1), None), False),
        (((3, 31), None), (None, (3, 31)), True),
        (((4, 1), None), (None, (3, 31)), False),
        (((2, 1), (2, 28)), ((2, 28), (3, 31)), True),
        (((2, 1), (2, 27)), ((2, 28), (3, 31)), False),
        (((2, 28), (3, 31)), ((2, 1), (2, 28)), True),
        (((2, 28), (3, 31)), ((2, 1), (2, 27)), False),
        (((1, 1), (12, 31)), ((6, 1), (6, 1)), True),
        ((None, None), (None, None), True),
    ],
)
def test_dua_penempatan_yang_bertemu_pada_satu_hari_bertumpuk(tmp_path, lama, baru, bertumpuk):
    def ubah(lembar):
        for posisi, (mulai, selesai) in enumerate((lama, baru), 3):
            for kunci, isi in (
                ("nip", ANI),
                ("nama", "Ani"),
                ("jenis_asn", "PPPK"),
                ("kode_unit", ("PKM-01", "DINKES")[posisi - 3]),
            ):
                lembar.isi(kunci, posisi, isi)
            for kunci, tanggal in (("mulai", mulai), ("selesai", selesai)):
                lembar.isi(kunci, posisi, date(2026, *tanggal) if tanggal else None)

    skema, temuan = DuniaSkema(tmp_path, (0, 0)).baca(Pegawai=ubah)
    assert [(t.kode, t.nip) for t in temuan] == ([("baris-ganda", ANI)] if bertumpuk else [])
    assert len(skema.penempatan_asn.get(ANI, ())) == (0 if bertumpuk else 2)
    assert [orang.nip for orang in skema.cacat] == (
        [ANI] if bertumpuk else []
    )  # nobody knows where, and still somebody


@pytest.mark.parametrize(
    ("isi", "bentuk", "pesan", "contoh"),
    [
        ("92%", None, "92% pada indikator bersatuan hari ditulis sebagai persen, padahal satuannya bukan persen.", "92 atau 0,92"),
        ("0,5%", None, "0,5% pada indikator bersatuan hari ditulis sebagai persen, padahal satuannya bukan persen.", "0,5 atau 0,005"),
        ("1.250%", None, "1.250% pada indikator bersatuan hari ditulis sebagai persen, padahal satuannya bukan persen.", "1.250 atau 12,5"),
        (0.92, "0%", "92% pada indikator bersatuan hari ditampilkan sebagai persen, padahal satuannya bukan persen.", "92 atau 0,92"),
        (1.5, "0%", "150% pada indikator bersatuan hari ditampilkan sebagai persen, padahal satuannya bukan persen.", "150 atau 1,5"),
    ],
)  # fmt: skip
def test_persen_di_indikator_lain_disarankan_dengan_dua_angkanya(dunia, isi, bentuk, pesan, contoh):
    _, isian = realisasi(dunia, 2, isi, bentuk)
    temuan = satu_temuan(isian, "persen-meragukan")
    assert temuan.pesan == pesan
    # A number typed into a cell that shows percent is a percent again.
    cara = "Hapus format selnya (Clear Formats), lalu ketik" if "ditampilkan" in pesan else "Ketik"
    assert temuan.saran == f"{cara} {contoh} bila itu maksudnya; angka ini tidak diubah sendiri oleh program."


@pytest.mark.parametrize("label", ["Periode:", "Periode :", "Periode: "])
def test_label_bertitik_dua_tanpa_nilai_dibaca_dari_sel_di_kanannya(dunia, label):
    def ubah(lembar):
        lembar.ws["A3"], lembar.ws["C3"] = label, "Mei 2026"
        di_atas(lembar, 2).value = None
        lembar.ws["G2"] = None

    dunia.target()
    dunia.capaian(ubah)
    (temuan,) = dunia.baca().temuan
    assert (temuan.kode, temuan.letak.sel) == ("identitas-tidak-cocok", "C3")


@pytest.mark.parametrize(("nip", "temuan"), [("12345678", []), ("123456789", ["nip-format"])])
def test_sembilan_angka_di_samping_nama_ialah_baris_data_dan_delapan_bukan(dunia, nip, temuan):
    def ubah(lembar):
        lembar.isi("nip", 9, nip)
        lembar.isi("nama", 9, "Orang Lain")

    dunia.target()
    dunia.capaian(ubah)
    isian = dunia.baca()
    assert [t.kode for t in isian.temuan] == temuan
    assert len(isian.capaian[JUNI]) == 8 + len(temuan)


def test_sel_berformat_persen_di_bawah_satu_persen_tidak_diragukan_di_samping_target_besar(dunia):
    _, isian = realisasi(dunia, 1, 0.0095, "0.00%")
    assert isian.temuan == []
    assert isian.capaian[JUNI].isi["realisasi"][1] == 0.95
