"""Why a workbook cannot be read, in whole words: they stand in the finding that its unit gets."""

from pathlib import Path

import pytest
from buku_mentah import AKAR, BUKU, EKOR, HUBUNGAN, KEPALA, arsip, buku_xlsx, tolak
from salinan_contoh import CONTOH

from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import muat_berkas
from asn_nilai.baca.skema.buku_skema import baca_skema
from asn_nilai.baca.tabel.angka import baca_angka
from asn_nilai.ruang_kerja import RuangKerjaTidakSahError


@pytest.mark.parametrize(
    ("galat", "sebab"),
    [
        (OSError(5, "I/O error"), "sistem operasi menolak (disk atau jaringannya bermasalah)"),
        (OSError(), "sistem operasi menolak (OSError)"),
    ],
)
def test_berkas_yang_ditolak_sistem(tmp_path, monkeypatch, galat, sebab):
    def gagal(_berkas):
        raise galat

    berkas = tmp_path / "a.xlsx"
    berkas.touch()
    monkeypatch.setattr(Path, "read_bytes", gagal)
    with pytest.raises(BukuTidakTerbacaError) as dapat:
        muat_berkas(berkas)
    assert dapat.value.isi == {"sebab": sebab}


def test_yang_mengembang_melewati_batas():
    besar = {"xl/a.xml": b" " * 2_000_000, "xl/b.xml": b" " * 2_000_000}
    data = buku_xlsx(KEPALA + EKOR, **besar)
    assert tolak(data, bagian_mb=1).isi == {"ukuran": "lebih dari 1 MB setelah dikembangkan", "batas": "1 MB"}
    assert tolak(data, dikembangkan_mb=3).isi == {"ukuran": "4 MB setelah dikembangkan", "batas": "3 MB"}
    dibuka = Arsip(data, Batas())
    with pytest.raises(BukuTidakTerbacaError) as dapat:
        list(dibuka.alirkan("xl/a.xml", 1_000_000))
    assert dapat.value.isi == {"ukuran": "lebih dari 1 MB setelah dikembangkan", "batas": "1 MB"}


def test_yang_terlalu_lama():
    dibuka = Arsip(buku_xlsx(KEPALA + EKOR), Batas.model_construct(**{**dict(Batas()), "detik": -1}))
    with pytest.raises(BukuTidakTerbacaError) as dapat:
        dibuka.periksa_waktu()
    assert dapat.value.isi == {"ukuran": "pembacaannya terlalu lama", "batas": "-1 detik"}


@pytest.mark.parametrize(
    ("data", "sebab"),
    [
        (buku_xlsx(KEPALA + b"<!--" + b"x" * 9_000_000 + b"-->" + EKOR), "isi XML-nya tidak wajar"),
        (
            arsip(**{
                "_rels/.rels": AKAR, "xl/workbook.xml": BUKU.replace(b"<sheet ", b'<sheet name="Target" r:id="rId1"/><sheet '),
                "xl/_rels/workbook.xml.rels": HUBUNGAN, "xl/worksheets/sheet1.xml": KEPALA + EKOR,
            }),
            "ada lembar yang bernama sama",
        ),
    ],
)  # fmt: skip
def test_isi_yang_tidak_dapat_dipercaya(data, sebab):
    assert tolak(data).isi == {"sebab": sebab}


def test_teks_berisi_dua_angka_atau_rentang():
    assert baca_angka("10\n20").sebab == " karena berisi dua angka"
    assert baca_angka("10–20").sebab == " karena berupa rentang"


def test_skema_yang_tidak_ada(tmp_path):
    ruang = siapkan(CONTOH, "2026-05").ruang._replace(akar=tmp_path)
    with pytest.raises(RuangKerjaTidakSahError) as galat:
        baca_skema(ruang)
    assert str(galat.value) == (
        f"Skema skema.xlsx tidak ada di {tmp_path}. Taruh buku skema di situ, atau tulis tempatnya pada [berkas] di "
        "asn-nilai.toml. Contoh isinya: asn-nilai mulai FOLDER --contoh"
    )
