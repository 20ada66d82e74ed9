"""A unit's name tells its kind, a code that no other has, and who leads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.acuan.isian.register.usulan_unit import (
    jenis_unit,
    mengepalai,
    pilih_unit,
    rapikan_nama,
    usul_kode,
)


def semua_boleh(_kode):
    return True


@pytest.mark.parametrize(
    ("nama", "jenis", "kode"),
    [
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Badan", "BKPSDM"), ("DINAS KESEHATAN", "Dinas", "DINKES"),
        ("Dinas Sosial", "Dinas", "DINSOS"), ("Dinas Komunikasi dan Informatika", "Dinas", "DKI"),
        ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Dinas", "DPMPTSP"),
        ("Dinas Komunikasi dan Informatika (DISKOMINFO)", "Dinas", "DISKOMINFO"), ("Sekretariat Daerah", "Sekretariat", "SETDA"),
        ("Puskesmas Tigo Baleh", "Puskesmas", "PKM-TB"), ("UPTD Puskesmas Mandiangin", "Puskesmas", "PKM-MANDI"),
        ("KELURAHAN TAROK DIPO", "Kelurahan", "KEL-TD"), ("Kecamatan Guguk Panjang", "Kecamatan", "KEC-GP"),
        ("SMP NEGERI 1 BUKITTINGGI", "Sekolah", "SMPN-1B"), ("Bagian Umum", "Bagian", "BAG-UMUM"), ("RSUD", "Rumah Sakit", "RSUD"),
        ("Inspektorat", "Inspektorat", "INSPEKTORAT"), ("Satuan Polisi Pamong Praja", "Satuan", "SPPP"),
        ("UPTD Perbengkelan", "UPT", "UPT-PERBE"), ("Kantor Kesbangpol", "Kantor", "KANKES"), ("Taman Margasatwa", "Lainnya", "TM"),
        ("BKPSDM", "Lainnya", "BKPSDM"),
    ],
)  # fmt: skip
def test_jenis_dan_kode_menurut_nama(nama, jenis, kode):
    assert jenis_unit(nama).nama == jenis
    assert usul_kode([nama], [], semua_boleh) == {nama: kode}


def test_kode_yang_bertabrakan_diperpanjang_bukan_dinomori():
    nama = ["Kelurahan Tarok Dipo", "Kelurahan Tarok Damai", "Kelurahan Sapiran"]
    assert usul_kode(nama, [], semua_boleh) == {
        "Kelurahan Sapiran": "KEL-SAPIR", "Kelurahan Tarok Damai": "KEL-TADA", "Kelurahan Tarok Dipo": "KEL-TADI",
    }  # fmt: skip


def test_kode_yang_sudah_dipakai_atau_tidak_boleh_tidak_diusulkan():
    assert usul_kode(["Dinas Sosial"], ["dinsos"], semua_boleh) == {"Dinas Sosial": "DINSOSI"}
    assert usul_kode(["Dinas Sosial"], [], lambda kode: kode != "DINSOS") == {"Dinas Sosial": "DINSOSI"}


def test_kode_yang_tidak_dapat_dibedakan_namanya_dinomori():
    assert usul_kode(["A.B", "A B", "A-B"], [], semua_boleh) == {"A B": "AB-2", "A-B": "AB-3", "A.B": "AB-4"}
    assert usul_kode(["A.B", "A B"], ["AB-2"], semua_boleh) == {"A B": "AB-3", "A.B": "AB-4"}
    assert usul_kode(["???"], [], bool) == {"???": "UNIT-2"}


@given(st.lists(st.text("ABab 1", min_size=1, max_size=8), max_size=12))
def test_tidak_ada_dua_kode_yang_sama_dan_urutan_tidak_menentukan(nama):
    kode = usul_kode(nama, ["AB"], bool)
    assert kode.keys() == set(nama)
    assert len({isi.casefold() for isi in (*kode.values(), "AB")}) == len(kode) + 1
    assert usul_kode(nama[::-1], ["AB"], bool) == kode


@pytest.mark.parametrize(
    ("unit_kerja", "induk", "dipilih"),
    [
        ("Seksi Mutasi", "Dinas Kesehatan", "Dinas Kesehatan"), ("Puskesmas Birugo", "Dinas Kesehatan", "Puskesmas Birugo"),
        ("SD Negeri 1", "Dinas Pendidikan", "SD Negeri 1"), ("Seksi Mutasi", "", "Seksi Mutasi"), ("", "Dinas Kesehatan", "Dinas Kesehatan"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_unit_tempat_seseorang_dihitung(unit_kerja, induk, dipilih):
    assert pilih_unit(unit_kerja, induk) == dipilih


@pytest.mark.parametrize(
    ("tertulis", "rapi"),
    [
        ("DINAS  KESEHATAN DAN KB", "Dinas Kesehatan dan KB"), ("SMP NEGERI 1", "SMP Negeri 1"), ("BKPSDM", "BKPSDM"),
        ("Dinas  Kesehatan", "Dinas Kesehatan"),
    ],
)  # fmt: skip
def test_nama_unit_dirapikan(tertulis, rapi):
    assert rapikan_nama(tertulis) == rapi


@pytest.mark.parametrize(
    ("jabatan", "unit", "kepala"),
    [
        ("Kepala Dinas Kesehatan", "Dinas Kesehatan", True), ("Kepala Bidang Kesmas", "Dinas Kesehatan", False),
        ("Plt. Kepala Dinas", "Dinas Kesehatan", False), ("Lurah", "Kelurahan Tarok Dipo", True), ("Camat Guguk Panjang", "Kecamatan Guguk Panjang", True),
        ("Inspektur Daerah", "Inspektorat", True), ("Inspektur Pembantu I", "Inspektorat", False), ("Kepala UPTD Puskesmas", "Puskesmas Birugo", True),
        ("Sekretaris Daerah", "Sekretariat Daerah", True), ("Kepala Taman", "Taman Margasatwa", True), ("", "Taman Margasatwa", False),
    ],
)  # fmt: skip
def test_jabatan_kepala_unit(jabatan, unit, kepala):
    assert mengepalai(jabatan, unit) is kepala


@pytest.mark.parametrize(
    "kata", ["dan", "di", "dengan", "serta", "untuk", "pada", "dalam", "ke", "dari", "atau"]
)
def test_kata_sambung_ditulis_kecil_dan_tidak_ikut_dalam_kode(kata):
    assert rapikan_nama(f"DINAS AIR {kata.upper()} TANAH") == f"Dinas Air {kata} Tanah"
    (kode,) = usul_kode([f"Dinas Air {kata} Tanah"], (), lambda _: True).values()
    assert [kode] == [*usul_kode(["Dinas Air Tanah"], (), lambda _: True).values()]


@pytest.mark.parametrize(
    "kata",
    ["DPRD", "KB", "PAUD", "RSUD", "SD", "SDN", "SMA", "SMAN", "SMK", "SMKN", "SMP", "SMPN", "TK", "UKM", "UPT", "UPTD"],
)  # fmt: skip
def test_singkatan_tetap_berhuruf_besar(kata):
    assert rapikan_nama(f"KANTOR {kata} 2 KOTA {kata}X") == f"Kantor {kata} 2 Kota {kata.capitalize()}x"
