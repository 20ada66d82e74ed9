"""Paths that a month seldom takes: a file that somebody holds, a folder that is nobody's, a program of ours that fails."""

import errno
import gc
import os
import time
import weakref
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.hasil.setahun import BulanAsn
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.keadaan import ATURAN, INDIKATOR, PEGAWAI, REALISASI, TARGET, Beda, Isi, Kunci
from asn_nilai.acuan.riwayat.riwayat import Riwayat, Selisih
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.hitungan import kunci_versi
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.masukan import keadaan_hasil, masukan_unit, pemeriksaan
from asn_nilai.alur.masukan.setahun_asn import PembacaSetahun
from asn_nilai.alur.perintah import cocokkan, jelaskan, keberatan, mulai, rekap, semua, tandai, verifikasi
from asn_nilai.alur.proses import folder_sementara
from asn_nilai.alur.proses.pelaksana_klaster import PelaksanaKlaster
from asn_nilai.alur.riwayat import target_tahun, versi
from asn_nilai.alur.riwayat.perubahan import perubahan_unit
from asn_nilai.alur.terbitan.unit_terbit import BarisTersimpan
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError
from asn_nilai.terbit.data.csv_hasil import KOLOM_CSV, teks_csv
from asn_nilai.terbit.data.manifes import Manifes
from asn_nilai.terbit.surat.naskah import TemplatSuratError

JAN = Periode.dari_teks("2026-01")


def gagal(galat: Exception):
    def _gagal(*_: object, **__: object):
        raise galat

    return _gagal


def relatif_ke(tempat: Path):
    return SimpleNamespace(akar=tempat, relatif=lambda ini: ini.relative_to(tempat).as_posix())


def test_publikasi_lama_dibuang_hanya_bila_milik_kita(tmp_path, monkeypatch):
    for nama in ("baru.html", "lama.html", "berubah.html", "asing.txt"):
        (tmp_path / nama).write_text(nama, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    lama = {
        "lama.html": rekap.sha256_berkas(tmp_path / "lama.html"),
        "berubah.html": "lain",
        "baru.html": "lain",
    }
    monkeypatch.setattr(rekap.Manifes, "baca", lambda _: SimpleNamespace(keluaran=lama))
    hasil = SimpleNamespace(folder=tmp_path, berkas=["baru.html"])
    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "unlink", gagal(OSError(errno.EACCES, "x")))
        assert rekap._kosongkan(hasil, tmp_path / "m") == ["asing.txt", "berubah.html", "folder", "lama.html"]
    assert rekap._kosongkan(hasil, tmp_path / "m") == ["asing.txt", "berubah.html", "folder"]
    assert not (tmp_path / "lama.html").exists()
    monkeypatch.setattr(rekap.Manifes, "baca", lambda _: None)
    assert rekap._kosongkan(hasil, tmp_path / "m") == ["asing.txt", "berubah.html", "folder"]


def test_program_yang_gagal_menandai_memberi_daftar(monkeypatch):
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    monkeypatch.setattr(tandai, "muat_berkas", gagal(ValueError("x")))
    isi, sebab = tandai._salinan(Path("a.xlsx"), [])
    assert (isi[:2], sebab) == (b"PK", "program gagal menandainya (ValueError)")
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    with pytest.raises(ValueError, match="x"):
        tandai._salinan(Path("a.xlsx"), [])
    berubah = [temuan("berkas-berubah", Letak("a.xlsx"))]
    assert tandai._salinan(Path("a.xlsx"), berubah)[1] == "isinya berubah di jalan"


def test_salinan_usang_yang_tidak_dapat_dihapus_disebut(tmp_path, monkeypatch):
    konteks = SimpleNamespace(ruang=relatif_ke(tmp_path), periode=JAN, berkas_unit=lambda _: ())
    lama = [tmp_path / "A_2026-01_ditandai.xlsx"]
    lama[0].touch()
    monkeypatch.setattr(tandai, "_bernama", lambda tujuan: lama if "2026-01" in tujuan.name else [])
    monkeypatch.setattr(tandai, "_boleh_diganti", lambda *_: True)
    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "unlink", gagal(OSError(errno.EACCES, "x")))
        (milik,) = tandai._buang_lama(konteks, "A", tmp_path, set())
    assert (milik.kode_unit, milik.asal, milik.berkas, milik.ditandai) == ("A", "", "", False)
    assert milik.pesan == "A_2026-01_ditandai.xlsx sudah usang, tetapi tidak dapat dihapus (tidak diizinkan)."
    assert tandai._buang_lama(konteks, "A", tmp_path, {tandai._nama("A", "2026-01")}) == []
    assert lama[0].exists()
    assert tandai._buang_lama(konteks, "A", tmp_path, set()) == []
    assert not lama[0].exists()


@pytest.mark.parametrize(
    "galat", [BerkasTerkunciError("Salinan sedang dibuka."), TulisGagalError("Disk penuh.")]
)
def test_salinan_yang_tidak_dapat_ditulis_disebut(tmp_path, monkeypatch, galat):
    konteks = SimpleNamespace(ruang=relatif_ke(tmp_path))
    monkeypatch.setattr(tandai, "_salinan", lambda *_: (b"isi", ""))
    monkeypatch.setattr(tandai, "tulis_utuh", gagal(galat))
    milik = tandai._tulis(konteks, "A", tmp_path / "A.xlsx", tmp_path / "A_ditandai", [])
    assert milik == tandai.Salinan("A", "A.xlsx", "", str(galat))


def test_salinan_lama_yang_sedang_dibuka_diserahkan_kepada_yang_menulis(tmp_path, monkeypatch):
    (tmp_path / "lama.xlsx").write_bytes(b"perbaikan unit")
    (tmp_path / "setoran.xlsx").write_bytes(b"perbaikan kita")
    assert [
        tandai._boleh_diganti(tmp_path / "lama.xlsx", ini) for ini in (None, tmp_path / "setoran.xlsx")
    ] == [False] * 2
    (tmp_path / "setoran.xlsx").write_bytes(b"perbaikan unit")
    assert tandai._boleh_diganti(tmp_path / "lama.xlsx", tmp_path / "setoran.xlsx")
    monkeypatch.setattr(Path, "read_bytes", gagal(PermissionError()))
    assert tandai._boleh_diganti(tmp_path / "lama.xlsx", None)


def kunci_tiruan(monkeypatch, tersimpan, register) -> tuple[SimpleNamespace, list[tuple[object, ...]]]:
    """Return a context that can be locked, where versions are stored by `tersimpan`, and what is written under which version."""
    ditulis: list[tuple[object, ...]] = []

    def terbitkan(konteks, _unit, _lapor, **pilihan):
        ditulis.append((konteks.versi and konteks.versi.kode, pilihan.get("paksa", False)))
        return SimpleNamespace(pesan=["A terbuka."] if len(ditulis) > 2 else [])

    ganti = {
        "replace": lambda ini, **ruas: SimpleNamespace(**{**vars(ini), **ruas}),
        "terbitkan_kota": terbitkan,
        "_versi_baru": lambda *_: SimpleNamespace(kode="K", masukan={}),
        "_kode": lambda *_: "K",
        "_catatan": lambda *_: None,
        "catatan_hasil": lambda *_: SimpleNamespace(keluaran={"nilai.csv": "n"}),
        "sha256_berkas": lambda berkas: f"sha {berkas.name}",
        "register_periode": lambda _: register,
        "simpan_versi": tersimpan,
    }
    for nama, isi in ganti.items():
        monkeypatch.setattr(kunci_versi, nama, isi)
    monkeypatch.setattr(
        kunci_versi, "tandai_dikunci", lambda _ruang, periode, kode: nullcontext((periode, kode))
    )
    ruang = SimpleNamespace(folder_hasil=lambda _: Path("hasil"))
    return SimpleNamespace(
        ruang=ruang, periode=JAN, skema=SimpleNamespace(unit={}), versi=None, dikoreksi=False
    ), ditulis


def register_tiruan(tambah, **rantai) -> SimpleNamespace:
    return SimpleNamespace(
        baca=lambda: SimpleNamespace(rantai=SimpleNamespace(terakhir="sidik", **rantai)), tambah=tambah
    )


TAK_TERTULIS = pytest.mark.parametrize(
    "galat", [BerkasTerkunciError("v1 terbuka."), TulisGagalError("Disk penuh.")]
)


@TAK_TERTULIS
def test_versi_yang_tersimpan_tetapi_tidak_tercatat_disebut(monkeypatch, galat):
    """What is stored stays: the next `hitung` or `kunci` enters it."""
    tersimpan: list[tuple[object, ...]] = []
    konteks, ditulis = kunci_tiruan(
        monkeypatch,
        lambda _, periode, versi: tersimpan.append((periode, versi.keluaran, versi.register)),
        register_tiruan(gagal(galat)),
    )
    with pytest.raises(PenggunaanError) as akhir:
        kunci_versi.kunci_versi(konteks, lambda _: None, None)
    assert str(akhir.value) == str(galat)
    assert tersimpan == [(JAN, {"nilai.csv": "n", "manifes.json": "sha manifes.json"}, "sidik")]
    assert ditulis == [(None, False), ("K", True)]


@TAK_TERTULIS
def test_kunci_yang_tetap_tidak_tercatat_disebut_sebabnya(monkeypatch, galat):
    """Whoever computes again while the register still cannot be written hears why, not of a fault of ours."""
    konteks, _ = kunci_tiruan(monkeypatch, None, register_tiruan(gagal(galat), nomor_kunci=0, sidik=()))
    monkeypatch.setattr(konteks.ruang, "folder_riwayat", Path("riwayat"), raising=False)
    monkeypatch.setattr(kunci_versi, "baca_versi", lambda *_: [SimpleNamespace(versi="1")])
    with pytest.raises(PenggunaanError) as akhir:
        kunci_versi.lengkapi_register(konteks)
    assert str(akhir.value) == str(galat)


@TAK_TERTULIS
def test_tidak_ada_muka_yang_memuat_kode_versi_yang_gagal_disimpan(monkeypatch, galat):
    konteks, ditulis = kunci_tiruan(monkeypatch, gagal(galat), register_tiruan(gagal(ValueError())))
    with pytest.raises(PenggunaanError) as akhir:
        kunci_versi.kunci_versi(konteks, lambda _: None, None)
    assert str(akhir.value) == f"{galat}\nA terbuka."
    assert ditulis == [(None, False), ("K", True), (None, True)]


def test_yang_terkunci_membawa_versinya(monkeypatch):
    konteks, _ = kunci_tiruan(monkeypatch, lambda *_: None, register_tiruan(lambda _: None))
    hasil = kunci_versi.kunci_versi(konteks, lambda _: None, None)
    assert (hasil.pesan, hasil.versi.kode, hasil.versi.register) == ([], "K", "sidik")


def test_ekspor_yang_berubah_disebut_berkasnya():
    ruang = SimpleNamespace(
        folder_bkn=lambda periode: Path("bkn") / periode.kode, relatif=lambda ini: ini.as_posix(), skema=Path("s.xlsx"), akar=Path()
    )  # fmt: skip
    ini = SimpleNamespace(
        konteks=SimpleNamespace(ruang=ruang, periode=Periode.dari_teks("2026-T1")),
        _sumber={"skema": "s.xlsx", "pengaturan": "asn-nilai.toml"},
        _bkn={"bkn/2026-01/sama.xlsx": "1", "bkn/2026-02/lain.xlsx": "2", "bkn/2026-03/baru.xlsx": "3"},
    )
    dulu = {
        "bkn/2026-01/sama.xlsx": "1", "bkn/2026-02/lain.xlsx": "0", "bkn/2026-01/hilang.xlsx": "4", "bkn/2026-04/sesudah.xlsx": "5",
        "bkn/2026-011/serupa.xlsx": "6", "capaian/2026-01/A.xlsx": "7",
    }  # fmt: skip
    berkas = masukan_unit.MasukanUnit.sebagai_berkas(ini, {"bkn", "skema", "cetak", "A.xlsx"}, dulu)
    assert berkas == {
        "bkn/2026-02/lain.xlsx",
        "bkn/2026-03/baru.xlsx",
        "bkn/2026-01/hilang.xlsx",
        "s.xlsx",
        "A.xlsx",
    }
    assert masukan_unit.MasukanUnit.sebagai_berkas(ini, {"cetak"}, dulu) == set()


@pytest.mark.parametrize(
    ("berbeda", "disebut"),
    [
        (set(), ["a.xlsx"]),
        ({"hasil/2026-06/nilai.csv"}, ["a.xlsx", "skema.xlsx", "hilang.xlsx"]),
        ({"hasil/2026-06/temuan.csv"}, ["a.xlsx", "skema.xlsx", "hilang.xlsx", "hasil/2026-05/nilai.csv"]),
    ],
)
def test_masukan_yang_berubah_disebut_bila_hasilnya_dapat_lain_karenanya(
    tmp_path, monkeypatch, berbeda, disebut
):
    """What is the unit's own is always named; what all share, and earlier months, only where a result differs."""
    for nama in ("a.xlsx", "sama.xlsx", "skema.xlsx"):
        (tmp_path / nama).write_bytes(nama.encode())
    sama = verifikasi.sha256_berkas(tmp_path / "sama.xlsx")
    masukan = SimpleNamespace(
        bersama={"skema.xlsx": "baru"},
        berubah=lambda *_: {"lalu", "cetak"},
        sebagai_berkas=lambda berubah, _: {"tidak.xlsx"} if berubah == {"lalu"} else set(),
    )
    monkeypatch.setattr(verifikasi, "MasukanUnit", lambda _: masukan)
    tercatat = {"a.xlsx": "lama", "sama.xlsx": sama, "skema.xlsx": "lama", "hilang.xlsx": "lama", "hasil/2026-05/nilai.csv": "lama"}  # fmt: skip
    manifes = SimpleNamespace(unit={"A": SimpleNamespace(masukan={"a.xlsx": "lama"})}, masukan=tercatat)
    ruang = SimpleNamespace(
        akar=tmp_path, relatif=lambda ini: ini.as_posix(), folder_hasil=lambda _: Path("hasil/2026-06")
    )
    konteks = SimpleNamespace(ruang=ruang, periode=JAN)
    semua = {ini.berkas: ini.sebab for ini in verifikasi._periksa_masukan(konteks, manifes, berbeda)}
    ada, hilang = "masukan berubah sejak dihitung", "masukan tidak ada lagi"
    assert semua == {nama: ada if nama in {"a.xlsx", "skema.xlsx"} else hilang for nama in disebut}
    tercatat["tidak.xlsx"] = "lama"
    assert "tidak.xlsx" in {ini.berkas for ini in verifikasi._periksa_masukan(konteks, manifes, set())}


@pytest.mark.parametrize(
    ("pesan", "disebut"),
    [
        (["A terbuka.", "B terbuka."], "  A terbuka.\n  B terbuka."),
        (
            [f"{kode} terbuka." for kode in "ABCDE"],
            "  A terbuka.\n  B terbuka.\n  C terbuka.\n  dan 2 berkas lagi",
        ),
    ],
)
def test_hitungan_pembanding_yang_tidak_selesai_bukan_bukti_ketidakutuhan(
    tmp_path, monkeypatch, pesan, disebut
):
    @contextmanager
    def sementara(_):
        yield tmp_path / "ulang"

    monkeypatch.setattr(verifikasi, "folder_sementara", sementara)
    monkeypatch.setattr(verifikasi, "replace", lambda ini, **_: ini)
    monkeypatch.setattr(verifikasi, "versi_hasil", lambda _: None)
    monkeypatch.setattr(verifikasi, "_tanpa_masukan_bersama", lambda manifes: manifes)
    belum = SimpleNamespace(pesan=pesan)
    monkeypatch.setattr(verifikasi, "terbitkan_kota", lambda *_, **__: belum)
    ruang = SimpleNamespace(relatif=str, folder_hasil=lambda _: tmp_path)
    konteks = SimpleNamespace(ruang=ruang, periode=JAN, skema=SimpleNamespace(unit={}))
    with pytest.raises(PenggunaanError) as galat:
        [*verifikasi._periksa_keluaran(konteks, Manifes("", "", ""), lambda _: None, 1)]
    assert str(galat.value) == (
        "Hasil Januari 2026 belum dapat dibuktikan, karena hitungan pembandingnya tidak selesai. Itu tidak berarti ada yang "
        f"berubah:\n{disebut}"
    )


def test_baris_unit_diambil_dari_tempatnya():
    baris = BarisTersimpan(SimpleNamespace(ambil=lambda kode, nama: f"{nama} dari {kode}"), "A")
    assert dict(baris) == {nama: f"{nama} dari A" for nama in KOLOM_CSV}
    assert len(baris) == len(KOLOM_CSV)


def test_sisa_hitungan_pembanding_dibuang_sesudah_sehari(tmp_path):
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(folder_hasil=lambda _: tmp_path / "hasil/2026-01"), periode=JAN
    )
    umur = {}
    for nama, detik in (("tua", 24 * 3600 + 60), ("muda", 24 * 3600 - 60)):
        umur[nama] = tmp_path / f"hasil/{folder_sementara._AWALAN}{nama}"
        umur[nama].mkdir(parents=True)
        os.utime(umur[nama], (time.time() - detik,) * 2)
    with folder_sementara.folder_sementara(konteks) as folder:
        assert folder.parent == tmp_path / "hasil"
        assert folder.name.startswith(folder_sementara._AWALAN)
        assert [ini.exists() for ini in (umur["tua"], umur["muda"])] == [False, True]
    assert not folder.exists()


def test_hitungan_pembanding_yang_dibunuh_dibuang_segera_dan_yang_berjalan_tidak(tmp_path):
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(folder_hasil=lambda _: tmp_path / "hasil/2026-01"), periode=JAN
    )
    dibunuh = tmp_path / f"hasil/{folder_sementara._AWALAN}dibunuh"
    dibunuh.mkdir(parents=True)
    (dibunuh / folder_sementara._DIPAKAI).write_bytes(b"")
    separuh = dibunuh.with_name(f"{folder_sementara._AWALAN}separuh-terhapus")
    separuh.mkdir()
    (separuh / "nilai.csv").write_bytes(b"")
    with folder_sementara.folder_sementara(konteks) as pertama:
        assert [dibunuh.exists(), separuh.exists()] == [False, False]
        with folder_sementara.folder_sementara(konteks) as kedua:
            assert [pertama.is_dir(), kedua.is_dir()] == [True, True]
    assert [*(tmp_path / "hasil").iterdir()] == []


@pytest.mark.parametrize("semula", [True, False])
def test_pemulung_kembali_seperti_semula(semula):
    asal = gc.isenabled()
    try:
        (gc.enable if semula else gc.disable)()
        with pemeriksaan.tanpa_pemulung():
            assert not gc.isenabled()
        assert gc.isenabled() is semula
    finally:
        (gc.enable if asal else gc.disable)()


def test_lingkaran_satu_unit_hilang_sesudah_unitnya():
    class Simpul:
        diri: object = None

    with pemeriksaan.tanpa_pemulung():
        simpul = Simpul()
        simpul.diri, lemah = simpul, weakref.ref(simpul)
        del simpul
        assert lemah() is not None
    assert lemah() is None, (
        "left to its threshold, the collector would let them pile up over hundreds of units"
    )


def test_yang_ada_sebelum_sebuah_unit_tidak_ikut_dicari():
    class Simpul:
        diri: object = None

    gc.collect()
    simpul = Simpul()
    simpul.diri, lemah = simpul, weakref.ref(simpul)
    del simpul
    with pemeriksaan.tanpa_pemulung():
        pass
    assert lemah() is not None, "the libraries, loaded just before, would be gone through for the first unit"
    gc.collect()
    assert lemah() is None, "what another program made is that program's to collect again"


def test_kegagalan_kita_bukan_kesalahan_setoran(monkeypatch):
    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    ini = pemeriksaan.program_gagal("A", ValueError("x"))
    assert (ini.kode, ini.letak, ini.unit, dict(ini.isi)) == (
        "program-gagal",
        Letak(),
        "A",
        {"sebab": "ValueError: x"},
    )
    ini = pemeriksaan.program_gagal("A", PermissionError(errno.EACCES, "Permission denied", "/kota/target"))
    assert dict(ini.isi) == {"sebab": "target tidak dapat dibuka (tidak diizinkan)"}
    assert pemeriksaan.proses_mati("B") == temuan("proses-mati", Letak(), unit="B")
    assert {ini.kode, "proses-mati"} == pemeriksaan.KODE_KEGAGALAN
    monkeypatch.setenv("ASN_NILAI_TELUSUR", "1")
    with pytest.raises(ValueError, match="x"):
        pemeriksaan.program_gagal("A", ValueError("x"))


def test_folder_yang_bukan_periode_bukan_hasil(tmp_path):
    for nama in ("2026-01", "2026-1", "cadangan", "2026-01_2026-02", "2025-12", "2026", "2026-T1"):
        (tmp_path / f"hasil/{nama}").mkdir(parents=True)
        (tmp_path / f"hasil/{nama}/manifes.json").touch()
    ruang = SimpleNamespace(tahun=2026, folder_hasil=lambda periode: tmp_path / "hasil" / periode.kode)
    semua = keadaan_hasil.periode_terhitung(ruang)
    assert [periode.kode for periode in semua] == ["2026-01", "2026-01:2026-02", "2026-T1", "2026"]


def test_buku_target_bersidik_menurut_yang_dibaca_dan_tanpanya_bila_hilang(tmp_path):
    semua = [tmp_path / nama for nama in ("dibaca.xlsx", "tertolak.xlsx", "lain.xlsx", "tiada.xlsx")]
    for berkas in semua[:3]:
        berkas.write_bytes(b"a")
    isian = SimpleNamespace(
        unit=SimpleNamespace(kode="X"),
        sidik={"dibaca.xlsx": "seperti dibaca", "tertolak.xlsx": ""},
        setoran={None: [berkas.name for berkas in semua]},
    )
    assert target_tahun._berkas(SimpleNamespace(ruang=SimpleNamespace(akar=tmp_path)), isian) == {
        "X dibaca.xlsx": "seperti dibaca",
        "X tertolak.xlsx": "",
        "X lain.xlsx": target_tahun.sha256_berkas(semua[2]),
        "X tiada.xlsx": "",
    }


def test_berkas_yang_berubah_selagi_dikunci(tmp_path):
    (tmp_path / "a").write_bytes(b"a")
    sha = versi.sha256_berkas(tmp_path / "a")
    versi._salin(tmp_path / "a", tmp_path / "b/c/a", sha)
    assert (tmp_path / "b/c/a").read_bytes() == b"a"
    with pytest.raises(OSError, match=r"^.*a berubah selagi dikunci$"):
        versi._salin(tmp_path / "a", tmp_path / "a2", "lain")


@pytest.mark.parametrize(
    ("gagal_dahulu", "tidur"), [(0, []), (2, [0.2, 0.5]), (4, [0.2, 0.5, 1.0, 2.0]), (5, None)]
)
def test_folder_yang_dipegang_pemindai_dinamai_lagi(tmp_path, monkeypatch, gagal_dahulu, tidur):
    tertidur, percobaan = [], []

    def namai(asal, tujuan):
        percobaan.append((asal.name, tujuan.name))
        if len(percobaan) <= gagal_dahulu:
            raise PermissionError

    monkeypatch.setattr(Path, "rename", namai)
    monkeypatch.setattr(versi.time, "sleep", tertidur.append)
    if tidur is None:
        with pytest.raises(PermissionError):
            versi._namai(tmp_path / "a", tmp_path / "v1")
    else:
        versi._namai(tmp_path / "a", tmp_path / "v1")
        assert tertidur == tidur
        assert percobaan == [("a", "v1")] * (gagal_dahulu + 1)


def test_ruang_kerja_baru_yang_tidak_dapat_ditulis(tmp_path, monkeypatch):
    assert mulai._tulis(tmp_path, {"target/a": b"1", "b": b"2"}) == ["target/a", "b", "capaian/"]
    assert (tmp_path / "capaian").is_dir()
    monkeypatch.setattr(mulai, "tulis_utuh", gagal(TulisGagalError("b terbuka.")))
    with pytest.raises(PenggunaanError, match=r"^b terbuka\.$"):
        mulai._tulis(tmp_path, {"b": b"2"})


def test_kota_contoh_tanpa_berkas_tersembunyi(tmp_path):
    for nama in ("b.xlsx", "~$b.xlsx", ".DS_Store", "a/c.xlsx"):
        (tmp_path / nama).parent.mkdir(exist_ok=True)
        (tmp_path / nama).write_bytes(nama.encode())
    assert [*mulai._berkas(tmp_path, "x")] == [("x/a/c.xlsx", b"a/c.xlsx"), ("x/b.xlsx", b"b.xlsx")]


def test_periode_yang_tidak_dapat_dihitung_tidak_menghentikan_yang_lain(monkeypatch):
    konteks = SimpleNamespace(periode=JAN)
    monkeypatch.setattr(semua, "keadaan_hasil", lambda *_: SimpleNamespace(mutakhir=False))
    monkeypatch.setattr(semua, "siapkan", gagal(PenggunaanError("Skema hilang.")))
    monkeypatch.setattr(semua, "_selesai", lambda *isi: isi)
    assert semua._langkah(Path(), konteks, None, None, None, tuple) == (konteks, None, ["Skema hilang."])


def test_orang_tanpa_nip_yang_dicari_namanya(monkeypatch):
    skema = SimpleNamespace(penempatan_asn={}, cacat=())
    konteks = SimpleNamespace(skema=skema, ruang=SimpleNamespace(skema=Path("skema.xlsx"), relatif=str))
    for nama in ("cari_asn", "nama_mirip"):
        monkeypatch.setattr(jelaskan, nama, lambda *_: ())
    monkeypatch.setattr(
        jelaskan, "cari_tanpa_nip", lambda _, ketikan: f"{ketikan} tanpa NIP." if ketikan == "budi" else ""
    )
    with pytest.raises(PenggunaanError, match=r"^budi tanpa NIP\.$"):
        jelaskan.tentukan_asn(konteks, "budi")
    with pytest.raises(PenggunaanError) as galat:
        jelaskan.tentukan_asn(konteks, "ani")
    assert str(galat.value).endswith("Ketik namanya seperti di lembar itu, atau NIP-nya.")


def test_yang_pindah_dicocokkan_di_unit_terakhirnya(monkeypatch):
    baris = {
        "A": [{"nip": "1", "status": PINDAH}, {"nip": "2", "status": DINILAI}],
        "": [{"nip": "3", "status": DINILAI}],
    }
    kosong = dict.fromkeys(("nama", "jabatan", "rating_hasil_kerja", "rating_perilaku", "predikat"), "")
    monkeypatch.setattr(cocokkan, "baca_csv", lambda *_: baris)
    monkeypatch.setattr(cocokkan, "isi_baris", lambda _, semua: [kosong | ini for ini in semua])
    monkeypatch.setattr(cocokkan, "penilai", lambda *_: SimpleNamespace(nip=""))
    monkeypatch.setattr(cocokkan, "sel_predikat", lambda _, posisi: f"G{posisi}")
    ruang = SimpleNamespace(folder_hasil=lambda _: Path("hasil"), relatif=lambda ini: ini.as_posix())
    konteks = SimpleNamespace(ruang=ruang, aturan=None, periode=JAN, skema=None, kode_hasil=["A", ""])
    assert [(ini.nip, ini.kode_unit, ini.letak) for ini in cocokkan._nilai_kita(konteks)] == [
        ("2", "A", Letak("hasil/A/nilai.xlsx", "Nilai", "G1")), ("3", "", Letak()),
    ]  # fmt: skip


def test_templat_formulir_keberatan_yang_tidak_dapat_dipakai(tmp_path, monkeypatch):
    ruang = SimpleNamespace(akar=tmp_path, surat=SimpleNamespace(logo="", templat="surat"))
    for nama in ("kop", "formulir"):
        monkeypatch.setattr(keberatan, nama, lambda *_: None)
    monkeypatch.setattr(keberatan, "tulis_surat", gagal(TemplatSuratError("Templat rusak.")))
    siapa = SimpleNamespace(aturan=None, versi=None, diterima=None)
    with pytest.raises(PenggunaanError, match=r"^Templat rusak\.$"):
        keberatan._formulir(SimpleNamespace(ruang=ruang, periode=JAN), siapa, [], None)


def test_klaster_mengerjakan_lagi_bukan_mengingat():
    diminta = []
    masa_depan = SimpleNamespace(key="k", add_done_callback=diminta.append)
    klien = SimpleNamespace(submit=lambda *isi, **pilihan: diminta.append((isi[2:], pilihan)) or masa_depan)
    ini = SimpleNamespace(_klien=klien, _jalan="j", _jauh="z", _hidup={})
    selesai = SimpleNamespace(put="taruh")
    assert PelaksanaKlaster._serahkan(ini, "tugas", "butir", selesai) is masa_depan
    assert diminta == [(("j", "tugas", "z", "butir"), {"pure": False}), "taruh"]
    assert ini._hidup == {"k": masa_depan}


@pytest.mark.parametrize(("periode", "sampai", "berikut"), [("2026-05", 5, "2026-06"), ("2026-S2", 12, None)])
def test_setahun_sampai_bulan_berikutnya_tetapi_tidak_melewati_desember(tmp_path, periode, sampai, berikut):
    ruang = SimpleNamespace(folder_hasil=lambda masa: tmp_path / masa.kode)
    skema = SimpleNamespace(penempatan_asn={})
    ini = PembacaSetahun(SimpleNamespace(ruang=ruang, periode=Periode.dari_teks(periode), skema=skema))
    kode = [f"2026-{nomor:02}" for nomor in range(1, 13)]
    assert [bulan.kode for bulan in ini._bulan] == [bulan.kode for bulan in ini._lanjut] == kode[:sampai]
    assert [bulan.kode for bulan in ini._nilai] == kode[: sampai + 1]
    sesudah = ini._berikut.get(ini._bulan[-1])
    assert (sesudah and sesudah.kode) == berikut
    assert repr(ini._sebulan(ini._bulan[0], "1")) == repr(BulanAsn("Januari 2026"))  # NaN equals nothing


@pytest.mark.parametrize(("lain", "nhk"), [(PINDAH, 95.5), (DINILAI, None)])
def test_bulan_ketika_orangnya_pindah_memuat_nilainya_di_unit_terakhir(tmp_path, lain, nhk):
    """Two rows of one month are the two units of who moved; of two scores nobody knows which is meant."""
    siapa, kolom = "198604092010012902", KOLOM_CSV["nilai.csv"]
    isi = [
        {"kode_unit": "A", "nip": siapa, "status": lain},
        {"kode_unit": "B", "nip": siapa, "status": DINILAI, "nilai_hasil_kerja": "95.5", "predikat": "Baik"},
    ]
    (tmp_path / "2026-02").mkdir()
    (tmp_path / "2026-02/nilai.csv").write_text(
        teks_csv(kolom, [[baris.get(nama, "") for nama in kolom] for baris in isi]), encoding="utf-8"
    )
    ruang = SimpleNamespace(
        folder_hasil=lambda masa: tmp_path / masa.kode, folder_riwayat=tmp_path / "riwayat", relatif=str
    )
    konteks = SimpleNamespace(
        ruang=ruang, periode=Periode.dari_teks("2026-03"), skema=SimpleNamespace(penempatan_asn={})
    )
    sebulan = PembacaSetahun(konteks)._sebulan(Periode.dari_teks("2026-02").bulan[0], siapa)
    assert sebulan.bulan == "Februari 2026"
    assert (sebulan.predikat, sebulan.nhk if sebulan.predikat else None) == ("Baik" if nhk else "", nhk)


def test_unit_hanya_melihat_perubahan_aturan_dan_indikator_yang_dipakainya():
    def beda(apa: str, kode: str = "", nip: str = "") -> Beda:
        return Beda(
            Kunci(apa, "", nip, kode, "Polaritas"), "Maksimal", "Minimal", "skema.xlsx › Indikator › F9"
        )

    kota = Selisih(
        "", (beda(ATURAN), beda(INDIKATOR, "IK-1"), beda(INDIKATOR, "IK-2"), beda(PEGAWAI, nip="9"))
    )
    milik = Selisih("U", (Beda(Kunci(TARGET, "U", "1", "IK-1"), "80", "70", "target/U.xlsx › Target › I9"),))
    masukan = {Kunci(TARGET, "U", "1", "IK-1"): Isi("70"), Kunci(REALISASI, "U", "1", "IK-2"): Isi("5")}
    konteks = SimpleNamespace(riwayat=Riwayat("riwayat/2026-01.jsonl", kota=kota))
    tampil = perubahan_unit(konteks, SimpleNamespace(masukan=masukan), milik)
    assert [(ini.kunci.apa, ini.kunci.kode_indikator) for ini in tampil] == [
        (ATURAN, ""), (INDIKATOR, "IK-1"), (TARGET, "IK-1"),
    ]  # fmt: skip
