"""What the desk offers in each state of a month, and what it opens afterwards."""

from dataclasses import replace

import pytest

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun, LangkahBerikut
from asn_nilai.cli.meja import isian
from asn_nilai.cli.meja.buatan import buatan, yang_ada
from asn_nilai.cli.meja.pekerjaan import periode_kerja, susun_pekerjaan
from asn_nilai.cli.perintah import PERINTAH
from asn_nilai.ruang_kerja import RuangKerja

MEI = Bulan(2026, 5).periode
SETAHUN = tuple(KeadaanPeriode(Bulan(2026, nomor).periode, 0, 2) for nomor in range(1, 13))
DIHITUNG = KeadaanPeriode(MEI, 2, 2, dihitung=True, asn=9, dinilai=9)


def tahun(mei: KeadaanPeriode, *panjang: KeadaanPeriode) -> KeadaanTahun:
    return KeadaanTahun("Kota", 2026, "Aturan", (*SETAHUN[:4], mei, *SETAHUN[5:]), panjang, target=2)


def menu(mei: KeadaanPeriode) -> dict[str, str]:
    """The command of each number, or in brackets why it must wait."""
    return {
        ini.nomor: f"({ini.halangan})" if ini.halangan else " ".join(ini.perintah)
        for ini in susun_pekerjaan(tahun(mei), mei)
    }


@pytest.mark.parametrize(
    ("mei", "isi"),
    [
        (
            KeadaanPeriode(MEI, 2, 2),
            {
                "1": "validasi --periode 2026-05",
                "2": "validasi --periode 2026-05 --tandai",
                "3": "hitung --periode 2026-05",
                "4": "hitung --semua",
                "6": "(sesudah dihitung)",
                "7": "(sesudah dihitung)",
                "8": "dokumen JENIS --periode 2026-05",
                "9": "(sesudah dihitung)",
            },
        ),
        (
            KeadaanPeriode(MEI, 0, 2),
            {
                "1": "validasi",
                "2": "validasi --tandai",
                "3": "(belum ada setoran)",
                "4": "(belum ada setoran)",
            },
        ),
        (
            DIHITUNG,
            {
                "3": "hitung --periode 2026-05",
                "4": "(semua sudah mutakhir)",
                "6": "rekap --periode 2026-05",
                "7": "kunci --periode 2026-05",
                "8": "dokumen JENIS --periode 2026-05",
                "9": "rekap --periode 2026-05 --samarkan",
            },
        ),
        (replace(DIHITUNG, usang=1), {"4": "hitung --semua", "7": "(hitung dahulu: masukannya berubah)"}),
        (
            replace(DIHITUNG, usang=1, sebab="ditulis asn-nilai 0.0.9"),
            {"4": "hitung --semua", "7": "(hitung dahulu: ditulis asn-nilai 0.0.9)"},
        ),
        (
            replace(DIHITUNG, sementara=3),
            {"7": "(nilainya masih sementara)", "9": "(nilainya masih sementara)"},
        ),
        (
            replace(DIHITUNG, versi=1),
            {"3": "(terkunci (v1), masukannya tetap)", "7": "(sudah terkunci (v1))"},
        ),
        (replace(DIHITUNG, versi=2, usang=1), {"3": "hitung --periode 2026-05 --koreksi …"}),
        (
            replace(DIHITUNG, usang=1, tertahan=1),
            {"4": "hitung --semua", "7": "(hitung dahulu: hasilnya belum lengkap)"},
        ),
        (replace(DIHITUNG, versi=2, usang=1, tertahan=1), {"3": "hitung --periode 2026-05"}),
        (replace(DIHITUNG, versi=1, dihitung=False), {"3": "hitung --periode 2026-05"}),  # hasil/ was deleted
    ],
)
def test_menu(mei, isi):
    assert isi.items() <= menu(mei).items()


@pytest.mark.parametrize("mei", [KeadaanPeriode(MEI, 2, 2), DIHITUNG, replace(DIHITUNG, versi=1, usang=1)])
def test_setiap_perintah_di_menu_ada(mei):
    for pekerjaan in susun_pekerjaan(tahun(mei), mei):
        assert {*pekerjaan.perintah[:1]} <= {*PERINTAH}
    assert [ini.nomor for ini in susun_pekerjaan(tahun(mei), mei)] == [*map(str, range(1, 15)), "0"]


def test_periode_kerja_menurut_langkah_berikutnya():
    t2 = KeadaanPeriode(Periode.dari_teks("2026-T2"), 0, 2, dihitung=True)
    keadaan = tahun(DIHITUNG, t2)
    for perintah, kode in (
        (("rekap", "--periode", "2026-02"), "2026-02"),
        (("kunci", "--periode", "2026-T2"), "2026-T2"),
        (("hitung", "--semua"), "2026-05"),
        (("templat", "capaian", "--periode", "2026-06"), "2026-05"),
        ((), "2026-05"),
    ):
        assert periode_kerja(keadaan, LangkahBerikut(perintah, "")).periode.kode == kode
    assert periode_kerja(tahun(SETAHUN[4]), LangkahBerikut((), "")).periode.kode == "2026-01"
    april = replace(keadaan, bulan=(*SETAHUN[:3], replace(SETAHUN[3], setoran=1), DIHITUNG, *SETAHUN[5:]))
    assert periode_kerja(april, LangkahBerikut((), "")).periode.kode == "2026-05"


@pytest.fixture
def ruang(tmp_path) -> RuangKerja:
    (tmp_path / "asn-nilai.toml").write_text("tahun = 2026\n", encoding="utf-8")
    return RuangKerja.buka(tmp_path)


def taruh(ruang: RuangKerja, *nama: str) -> None:
    for berkas in nama:
        (ruang.akar / berkas).parent.mkdir(parents=True, exist_ok=True)
        (ruang.akar / berkas).touch()


@pytest.mark.parametrize(
    ("perintah", "dibuka"),
    [
        ("validasi --periode 2026-05", "hasil/2026-05/validasi.html"),
        (
            "validasi",
            "hasil/2026-06/validasi.html",
        ),  # the newest month with submissions, as the command takes it
        ("validasi --periode 2026-05 --tandai", "hasil/2026-05/validasi.html"),
        ("validasi --periode 2026-06 --tandai", "hasil/2026-06"),
        ("hitung --periode 2026-05", "hasil/2026-05/index.html"),
        ("hitung --semua", "hasil/2026-05/index.html"),
        ("kunci --periode 2026-05", "hasil/2026-05/index.html"),
        ("rekap --periode 2026-05", "hasil/2026-05/rekap.html"),
        ("rekap --periode 2026-05 --samarkan", "hasil/2026-05/publik/index.html"),
        ("templat target", "templat/target"),
        ("dokumen kartu --periode 2026-05", "dokumen/2026-05"),
        ("templat capaian --periode 2026-06", "templat/2026-06"),
        (
            "jelaskan 198503152010012003 --periode 2026-05",
            "hasil/2026-05/kartu/kartu-198503152010012003.html",
        ),
        ("jelaskan 1985/315 --periode 2026-05", "hasil/2026-05/kartu/kartu-1985315.html"),
        ("jelaskan 199001012015011001 --periode 2026-05", None),  # it wrote none
        ("riwayat --periode 2026-05", None),
        ("jelaskan --semua --periode 2026-05", "hasil/2026-05/kartu"),
        ("keberatan 198503152010012003 --periode 2026-05", "dokumen/2026-05"),
        ("cocokkan --periode 2026-05", "hasil/2026-05/cocokkan.html"),
        ("banding a.xlsx b.xlsx", None),
    ],
)
def test_yang_dibuka_sesudah_perintah(ruang, perintah, dibuka):
    taruh(
        ruang, "capaian/2026-06/A.xlsx", "templat/target/A.xlsx", "templat/2026-06/A.xlsx",
        *(f"hasil/2026-05/{nama}" for nama in ("validasi.html", "index.html", "rekap.html", "publik/index.html", "cocokkan.html")),
        "hasil/2026-05/kartu/kartu-198503152010012003.html", "hasil/2026-05/kartu/kartu-1985315.html", "hasil/2026-06/validasi.html",
        "hasil/2026-06/A/A_2026-06_ditandai.xlsx", "dokumen/2026-05/kartu.docx",
    )  # fmt: skip
    tempat = buatan(ruang, tuple(perintah.split()), MEI)
    assert tempat == (ruang.akar / dibuka if dibuka else None)


def test_tanpa_capaian_yang_diperiksa_setahun(ruang):
    taruh(ruang, "hasil/2026/validasi.html")
    assert buatan(ruang, ("validasi",), MEI) == ruang.akar / "hasil/2026/validasi.html"


def test_yang_ada_untuk_dilihat(ruang):
    assert [apa for _, apa in yang_ada(ruang, MEI)] == ["Ruang kerja"]
    taruh(
        ruang,
        "hasil/2026-05/validasi.html",
        "hasil/2026-05/pesan/A.txt",
        "capaian/2026-05/A.xlsx",
        "skema.xlsx",
    )
    assert [tempat.relative_to(ruang.akar).as_posix() for tempat, _ in yang_ada(ruang, MEI)] == [
        "hasil/2026-05/validasi.html", "hasil/2026-05/pesan", "hasil/2026-05", "capaian/2026-05", "skema.xlsx", ".",
    ]  # fmt: skip
    triwulan = [apa for _, apa in yang_ada(ruang, Periode.dari_teks("2026-03:2026-05"))]
    assert triwulan[0] == "Folder setoran Mei 2026"


@pytest.mark.parametrize(
    ("kerja", "ditawarkan"),
    [
        (SETAHUN[4], ["target"]),
        (
            DIHITUNG,
            ["nota-dinas", "berita-acara", "usulan-penghargaan", "rencana-perbaikan", "target", "kartu"],
        ),
    ],
)
def test_surat_yang_sudah_dapat_ditulis(monkeypatch, kerja, ditawarkan):
    semua = []
    monkeypatch.setattr(isian.tanya, "pilih", lambda _, jawaban: semua.extend(jawaban) or jawaban[0][0])
    assert isian.tanya_surat(kerja) == ("dokumen", ditawarkan[0], "--periode", "2026-05")
    assert [nilai for nilai, _ in semua] == [*ditawarkan, ""]
    assert all(label for _, label in semua)


TRIWULAN = KeadaanPeriode(Periode.dari_teks("2026-T2"), 2, 2)


@pytest.mark.parametrize(
    ("kerja", "target", "ditawarkan"),
    [
        (DIHITUNG, 2, ["2026-06", "2026-05", "target"]),
        (TRIWULAN, 2, ["2026-06", "target"]),  # a quarter has no books of its own
        (DIHITUNG, 0, ["2026-06", "2026-05", "target"]),
    ],
)
def test_templat_bulan_berikutnya_dan_bulan_yang_dikerjakan(monkeypatch, kerja, target, ditawarkan):
    """While there are no targets, theirs are what Enter takes."""
    semua = []

    def pilih(_, jawaban, bawaan):
        semua.extend(nilai for nilai, _ in jawaban)
        return bawaan

    monkeypatch.setattr(isian.tanya, "pilih", pilih)
    perintah = isian.tanya_templat(replace(tahun(DIHITUNG), target=target), kerja)
    assert semua == [*ditawarkan, ""]
    bulan = ("templat", "capaian", "--periode", "2026-06")
    assert perintah == (bulan if target else ("templat", "target"))
