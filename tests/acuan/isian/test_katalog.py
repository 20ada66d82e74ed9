"""The catalogues of indicators: well-formed, measurable, and honest about where they come from."""

import tomllib
from importlib.resources import files

import pytest

from asn_nilai.acuan.isian.indikator.indikator import ASPEK, Agregasi, JenisNilai, Polaritas
from asn_nilai.acuan.isian.indikator.katalog import semua_katalog, sesuaikan

SEMUA = [(kode, indikator) for kode, katalog in semua_katalog().items() for indikator in katalog.indikator]
KUNCI = {
    "kode_indikator", "indikator", "definisi", "aspek", "satuan", "polaritas", "agregasi", "jenis_nilai", "batas_bawah", "batas_atas",
    "nilai_terburuk", "frekuensi", "wajib_bukti", "sumber_data", "lingkup", "layanan_publik", "pembilang", "penyebut",
}  # fmt: skip


def isi_berkas(kode):
    return tomllib.loads(
        files("asn_nilai.acuan.isian")
        .joinpath(f"indikator/katalog_indikator/{kode}.toml")
        .read_text(encoding="utf-8")
    )


def test_sedikitnya_enam_puluh_dengan_kode_sendiri_sendiri():
    assert list(semua_katalog()) == [
        "umum", "kelurahan", "kepegawaian", "kependudukan", "kesehatan", "keuangan", "kominfo", "pendidikan", "perizinan",
    ]  # fmt: skip
    assert len(SEMUA) >= 60
    assert len({indikator.kode for _, indikator in SEMUA}) == len(SEMUA)
    assert len({indikator.nama for _, indikator in SEMUA}) == len(SEMUA)


@pytest.mark.parametrize("kode", semua_katalog())
def test_kunci_berkas_dikenal_dan_asalnya_disebut(kode):
    isi = isi_berkas(kode)
    assert isi.keys() == {"nama", "kata", "jenis_unit", "asal", "indikator"}
    assert isi["asal"] == "contoh"  # a catalogue that quotes a rule names it here, and then in this test
    assert {kunci for baris in isi["indikator"] for kunci in baris} <= KUNCI


@pytest.mark.parametrize(("kode", "indikator"), SEMUA, ids=[indikator.kode for _, indikator in SEMUA])
def test_indikator_terukur(kode, indikator):
    assert len(indikator.definisi.split()) >= 6
    assert indikator.definisi.endswith(".")
    assert indikator.aspek in ASPEK
    assert indikator.satuan
    assert indikator.sumber_data
    assert indikator.batas_bawah is not None
    assert indikator.batas_bawah < indikator.batas_atas
    assert indikator.layanan_publik is not None
    # What is divided says what by what; a percentage is such a thing.
    assert bool(indikator.pembilang) == bool(indikator.penyebut) == (indikator.satuan == "persen")
    assert indikator.persen == (indikator.jenis_nilai is JenisNilai.PERSEN)
    if indikator.rasio:
        assert indikator.persen
    if indikator.polaritas is Polaritas.MINIMAL and indikator.batas_bawah == 0:
        assert indikator.nilai_terburuk is not None, "a target of nought needs it"
    assert (indikator.agregasi is not Agregasi.JUMLAH) or not indikator.persen
    assert indikator.berlaku_untuk == tuple(isi_berkas(kode)["jenis_unit"])


def test_katalog_yang_cocok_dengan_nama_unit():
    nama = ["Puskesmas Birugo", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"]
    assert [kode for kode, katalog in semua_katalog().items() if katalog.cocok(nama)] == [
        "umum",
        "kesehatan",
        "perizinan",
    ]


def test_berlaku_untuk_jenis_unit_yang_ada_saja():
    (kesehatan, *_), (umum, *_) = (semua_katalog()[kode].indikator for kode in ("kesehatan", "umum"))
    assert sesuaikan(kesehatan, ["puskesmas", "Kelurahan"]).berlaku_untuk == ("Puskesmas",)
    assert sesuaikan(kesehatan, ["Kelurahan"]).berlaku_untuk == ()
    assert sesuaikan(kesehatan, []) == kesehatan
    assert sesuaikan(umum, ["Dinas"]) == umum
