"""Lists of units and people come together in registers: each unit once, each person in it."""

from asn_nilai.acuan.isian.register.daftar_kantor import OrangDaftar, UnitDaftar, susun_register
from asn_nilai.acuan.isian.skema import Penempatan, Unit


def orang(nip, unit, jabatan="Staf"):
    return OrangDaftar(Penempatan(nip, f"Orang {nip}", "", jabatan=jabatan), unit)


def susun(unit, *semua):
    return susun_register(unit, semua, lambda kode: bool(kode) and "/" not in kode)


def test_unit_yang_sama_menurut_kode_atau_nama_satu_saja():
    register = susun(
        [UnitDaftar("Dinas Kesehatan", "DK"), UnitDaftar("Kelurahan Sapiran")],
        orang("1", UnitDaftar("DINAS KESEHATAN")), orang("2", UnitDaftar("", "dk")), orang("3", UnitDaftar("Kelurahan sapiran", "KS")),
        orang("4", None), orang("5", UnitDaftar("", "XYZ")),
    )  # fmt: skip
    assert register.unit == (
        Unit("DK", "Dinas Kesehatan", "Dinas"), Unit("KS", "Kelurahan Sapiran", "Kelurahan"), Unit("XYZ", "XYZ", "Lainnya"),
    )  # fmt: skip
    assert [pegawai.kode_unit for pegawai in register.pegawai] == ["DK", "DK", "KS", "", "XYZ"]


def test_kode_yang_tidak_dapat_menjadi_nama_berkas_diganti_usulan():
    assert susun([UnitDaftar("Dinas Sosial", "1/02"), UnitDaftar("", "3/4")]).unit == (
        Unit("DINSOS", "Dinas Sosial", "Dinas"), Unit("3-4", "3/4", "Lainnya"),
    )  # fmt: skip


def test_kepala_dari_jabatan_bila_hanya_satu():
    dinas, lurah = UnitDaftar("Dinas Sosial"), UnitDaftar("Kelurahan Sapiran")
    register = susun(
        [UnitDaftar("Badan Keuangan", "", "Badan Khusus", "9")],
        orang("1", dinas, "Kepala Dinas Sosial"), orang("2", dinas, "Kepala Bidang"), orang("3", lurah, "Lurah"), orang("4", lurah, "Lurah"),
        orang("5", UnitDaftar("Badan Keuangan"), "Kepala Badan"),
    )  # fmt: skip
    assert {unit.nama: (unit.jenis, unit.nip_kepala) for unit in register.unit} == {
        "Badan Keuangan": ("Badan Khusus", "9"), "Dinas Sosial": ("Dinas", "1"), "Kelurahan Sapiran": ("Kelurahan", ""),
    }  # fmt: skip


def test_unit_senama_yang_kodenya_lain_tetap_dua():
    """Who is placed by the name alone is in neither: nobody guesses which."""
    register = susun(
        [UnitDaftar("Seksi Pelayanan", "A1"), UnitDaftar("SEKSI PELAYANAN", "A2"), UnitDaftar("Dinas Sosial", "DS")],
        orang("1", UnitDaftar("Seksi Pelayanan", "a2")), orang("2", UnitDaftar("Seksi Pelayanan")),
        orang("3", UnitDaftar("Seksi Pelayanan", "A3")), orang("4", UnitDaftar("", "A1")), orang("5", UnitDaftar("Dinas Sosial")),
    )  # fmt: skip
    assert [(unit.kode, unit.nama) for unit in register.unit] == [
        ("A1", "Seksi Pelayanan"), ("A2", "Seksi Pelayanan"), ("DS", "Dinas Sosial"), ("A3", "Seksi Pelayanan"),
    ]  # fmt: skip
    assert [pegawai.kode_unit for pegawai in register.pegawai] == ["A2", "", "A3", "A1", "DS"]
    assert register.senama == (("Seksi Pelayanan", ("A1", "A2", "A3")),)


def test_unit_senama_yang_kodenya_tidak_dapat_dipakai_mendapat_usulan_sendiri():
    register = susun([UnitDaftar("Dinas Sosial", "1/02"), UnitDaftar("Dinas Sosial", "1/03")])
    assert [unit.kode for unit in register.unit] == ["DINSOS", "DS-1-03"]
    assert register.senama == (("Dinas Sosial", ("DINSOS", "DS-1-03")),)


def test_nama_lain_di_bawah_kode_yang_sama_satu_unit_dan_disebut():
    """A slip in a code would place people in somebody else's unit without a word."""
    register = susun(
        [UnitDaftar("Puskesmas Birugo", "PKM-B"), UnitDaftar("PUSKESMAS BIRUGO", "pkm-b"), UnitDaftar("Dinas Sosial", "DS")],
        orang("1", UnitDaftar("Puskesmas Mandiangin", "PKM-B")), orang("2", UnitDaftar("PUSKESMAS MANDIANGIN", "PKM-B")),
        orang("3", UnitDaftar("", "PKM-B")), orang("4", UnitDaftar("Puskesmas Tigo Baleh", "PKM-B")),
    )  # fmt: skip
    assert [(unit.kode, unit.nama) for unit in register.unit] == [
        ("PKM-B", "Puskesmas Birugo"),
        ("DS", "Dinas Sosial"),
    ]
    assert {pegawai.kode_unit for pegawai in register.pegawai} == {"PKM-B"}
    assert register.sekode == (
        ("PKM-B", ("Puskesmas Birugo", "Puskesmas Mandiangin", "Puskesmas Tigo Baleh")),
    )


def test_nama_yang_baru_disebut_kemudian_menjadi_nama_unitnya():
    register = susun([], orang("1", UnitDaftar("", "DS")), orang("2", UnitDaftar("Dinas Sosial", "DS")))
    assert [(unit.kode, unit.nama, unit.jenis) for unit in register.unit] == [("DS", "Dinas Sosial", "Dinas")]
    assert register.sekode == ()


def test_kepala_unit_lain_yang_sejenis_bukan_kepalanya():
    sosial, pertanian = UnitDaftar("Dinas Sosial"), UnitDaftar("Dinas Pertanian")
    register = susun([], orang("1", sosial, "Kepala Dinas"), orang("2", pertanian, "Penyuluh"))
    assert [(unit.nama, unit.nip_kepala) for unit in register.unit] == [
        ("Dinas Sosial", "1"),
        ("Dinas Pertanian", ""),
    ]
