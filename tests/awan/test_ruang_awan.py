"""The room itself: who may write, what is refused, and what a run that breaks off leaves."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from openpyxl import load_workbook

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.riwayat.sidik import pindahan
from asn_nilai.awan import buka_awan, gudang, salinan, sewa

ALAMAT = "memory://kota/2026"


def _realisasi_lain(buku):
    """Return a Capaian workbook in which one number is another."""
    isi = load_workbook(BytesIO(buku))
    lembar = isi["Capaian"]
    kepala = next(sel for baris in lembar.iter_rows() for sel in baris if sel.value == "Realisasi")
    sel = lembar.cell(kepala.row + 1, kepala.column)
    sel.value = float(sel.value) + 1
    wadah = BytesIO()
    isi.save(wadah)
    return wadah.getvalue()


def test_selagi_satu_perintah_bekerja_yang_lain_menunggu(toko, komputer):
    with buka_awan(ALAMAT) as ruang:
        assert ruang.bersyarat
        komputer("dua")
        with (
            pytest.raises(
                PenggunaanError,
                match=r"Perintah lain sedang bekerja di memory://kota/2026: .+ di .+, sejak \d{4}-\d\d-\d\dT",
            ),
            buka_awan(ALAMAT),
        ):
            pytest.fail("dua perintah sekaligus")
        komputer("satu")
        with (
            pytest.raises(PenggunaanError, match="Perintah lain di komputer ini sedang bekerja"),
            buka_awan(ALAMAT),
        ):
            pytest.fail("dua perintah di satu salinan")
    komputer("dua")
    with buka_awan(ALAMAT):
        assert len(toko.sewa()) == 1
    assert toko.sewa() == []


def test_dari_banyak_yang_berebut_satu_yang_mendapat(toko):  # noqa: ARG001
    def rebut(nomor):
        try:
            giliran = sewa.Sewa(gudang.Gudang(ALAMAT), f"salinan {nomor}", "siti di PC")
            giliran.__enter__()
        except PenggunaanError:
            return False
        return True

    with ThreadPoolExecutor(8) as banyak:
        assert sum(banyak.map(rebut, range(24))) == 1


def test_giliran_perintah_yang_mati_lepas_menurut_jam_penyimpanan(toko, komputer, monkeypatch):
    mati = buka_awan(ALAMAT)
    mati.__enter__()
    komputer("dua")
    with (
        pytest.raises(PenggunaanError, match="lepas sendiri 15 menit sesudah terakhir terdengar"),
        buka_awan(ALAMAT),
    ):
        pytest.fail("belum lepas")
    lama = MemoryFileSystem.modified
    geser = {"detik": 0.0}
    monkeypatch.setattr(
        MemoryFileSystem, "modified",
        lambda fs, nama: lama(fs, nama) + timedelta(seconds=geser["detik"] if "/jam-" in nama else 0),
    )  # fmt: skip
    geser["detik"] = sewa.LAMA - 60
    with pytest.raises(PenggunaanError, match="Perintah lain sedang bekerja"), buka_awan(ALAMAT):
        pytest.fail("belum lepas")
    geser["detik"] = sewa.LAMA
    with buka_awan(ALAMAT):
        assert [nama[-11:] for nama in toko.sewa()] == ["000002.json"]


def test_di_komputer_yang_sama_perintah_yang_mati_tidak_ditunggu(toko, komputer):
    with buka_awan(ALAMAT):
        tertinggal = {nama: toko.fs.cat_file(nama) for nama in toko.sewa()}
    for nama, isi in tertinggal.items():
        toko.fs.pipe_file(nama, isi)
    with buka_awan(ALAMAT):
        assert [nama[-11:] for nama in toko.sewa()] == ["000002.json"]
    for nama, isi in tertinggal.items():
        toko.fs.pipe_file(nama, isi)
    komputer("dua")
    with pytest.raises(PenggunaanError, match="Perintah lain sedang bekerja"), buka_awan(ALAMAT):
        pytest.fail("milik komputer lain")


def test_yang_gilirannya_sudah_berpindah_tidak_menulis(toko):
    with buka_awan(ALAMAT) as tidur:
        (tidur.akar / "hasil").mkdir()
        (tidur.akar / "hasil" / "baru.csv").write_text("x", encoding="utf-8")
        toko.taruh(".asn-nilai-sewa/000009.json", b"{}")
        with pytest.raises(PenggunaanError, match="sudah berpindah ke perintah lain"):
            tidur.kembalikan()
    assert "hasil/baru.csv" not in toko.isi()
    assert [nama[-11:] for nama in toko.sewa()] == ["000001.json", "000009.json"]


@pytest.mark.parametrize("isi", [b"bukan json", b"[" * 100_000, b'{"tanda": "x", "objek": [1]}'])
def test_giliran_dan_catatan_salinan_yang_tidak_terbaca_tidak_menghentikan(toko, isi):
    with buka_awan(ALAMAT) as ruang:
        catatan = ruang.akar.with_name(f"{ruang.akar.name}.json")
    catatan.write_bytes(isi)
    with buka_awan(ALAMAT) as ruang:
        assert ruang.baru
    toko.taruh(".asn-nilai-sewa/000009.json", isi)
    with pytest.raises(PenggunaanError, match=r"sedang bekerja .*: seseorang, sejak tadi"), buka_awan(ALAMAT):
        pytest.fail("milik orang lain")


def test_penyimpanan_yang_membuat_dua_kali_dikatakan_dan_yang_terakhir_menang(toko, jalankan, monkeypatch):
    monkeypatch.setattr(sewa, "_TUNGGU", 0.01)
    asli = MemoryFileSystem.pipe_file
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", lambda fs, nama, isi, **_: asli(fs, nama, isi))
    _, _, kata = jalankan("validasi", ALAMAT, "--periode", "2026-01", "--unit", "KEL-TD")
    assert f"Jangan menjalankan dua perintah sekaligus di {ALAMAT}." in kata
    monkeypatch.setattr(
        sewa.time,
        "sleep",
        lambda _: toko.taruh(".asn-nilai-sewa/000001.json", b'{"pemegang": "Budi di PC-7"}'),
    )
    with pytest.raises(PenggunaanError, match="Budi di PC-7"), buka_awan(ALAMAT):
        pytest.fail("yang terakhir menulis nomornya orang lain")


@pytest.mark.parametrize("galat", [NotImplementedError("A header you provided"), OSError("x")])
def test_penyimpanan_yang_tidak_mengenal_syarat_tetap_dipakai(toko, monkeypatch, galat):  # noqa: ARG001
    asli = MemoryFileSystem.pipe_file

    def pipe_file(fs, nama, isi, mode="overwrite"):
        if mode == "create":
            raise galat from RuntimeError("NotImplemented")
        asli(fs, nama, isi)

    monkeypatch.setattr(sewa, "_TUNGGU", 0.01)
    monkeypatch.setattr(MemoryFileSystem, "pipe_file", pipe_file)
    with buka_awan(ALAMAT) as ruang:
        assert not ruang.bersyarat


def test_yang_diubah_orang_selagi_perintah_berjalan_tidak_ditimpa(toko):
    toko.taruh("hasil/2026-01/a.csv", b"semula")
    toko.taruh("hasil/2026-01/b.csv", b"semula")
    toko.taruh("hasil/2026-01/c.csv", b"semula")
    with buka_awan(ALAMAT) as ruang:
        tempat = ruang.akar / "hasil" / "2026-01"
        for nama in "abd":
            (tempat / f"{nama}.csv").write_text("dari perintah", encoding="utf-8")
        (tempat / "c.csv").unlink()
        toko.taruh("hasil/2026-01/b.csv", b"dari orang")
        toko.taruh("hasil/2026-01/c.csv", b"dari orang")
        toko.taruh("hasil/2026-01/d.csv", b"dari orang")
        toko.taruh("capaian/2026-01/KEL-TD.xlsx", b"kiriman baru")
        with pytest.raises(PenggunaanError) as galat:
            ruang.kembalikan()
    assert str(galat.value) == (
        "Selagi perintah ini berjalan, orang atau program lain mengubah hasil/2026-01/b.csv, hasil/2026-01/c.csv, hasil/2026-01/d.csv di "
        f"{ALAMAT}. Tidak ada yang ditulis ke situ. Jalankan perintah ini lagi, dengan yang sekarang ada di sana."
    )
    isi = toko.isi()
    assert [isi[f"hasil/2026-01/{nama}.csv"] for nama in "abcd"] == [
        b"semula",
        b"dari orang",
        b"dari orang",
        b"dari orang",
    ]
    with buka_awan(ALAMAT) as ruang:
        assert (ruang.diambil, ruang.kembalikan()) == (5, 0)
        assert (ruang.akar / "capaian" / "2026-01" / "KEL-TD.xlsx").read_bytes() == b"kiriman baru"


def test_yang_dihapus_orang_selagi_ditulis_tidak_dihidupkan(toko):
    toko.taruh("hasil/a.csv", b"semula")
    with buka_awan(ALAMAT) as ruang:
        (ruang.akar / "hasil" / "a.csv").write_text("dari perintah", encoding="utf-8")
        toko.hapus("hasil/a.csv")
        with pytest.raises(PenggunaanError, match=r"mengubah hasil/a\.csv di"):
            ruang.kembalikan()


def test_yang_dihapus_hanya_hasil(toko):
    toko.taruh("hasil/2026-01/lama.csv", b"x")
    toko.taruh("riwayat/2026-01.jsonl", b"{}\n")
    toko.taruh("hasil/.sedang-dihitung.lock", b"")
    with buka_awan(ALAMAT) as ruang:
        for nama in ("hasil/2026-01/lama.csv", "riwayat/2026-01.jsonl", "capaian/2026-01/KEL-TD.xlsx"):
            (ruang.akar / nama).unlink()
        assert ruang.kembalikan() == 1
    isi = toko.isi()
    assert "hasil/2026-01/lama.csv" not in isi
    assert {"riwayat/2026-01.jsonl", "capaian/2026-01/KEL-TD.xlsx", "hasil/.sedang-dihitung.lock"} <= set(isi)
    with buka_awan(ALAMAT) as ruang:
        assert ruang.diambil == 2


def test_hasil_lebih_dahulu_register_terakhir(toko, monkeypatch):
    urutan = []
    asli = gudang.Gudang.taruh
    monkeypatch.setattr(
        gudang.Gudang, "taruh", lambda milik, nama, isi: (urutan.append(nama), asli(milik, nama, isi))
    )
    semua = (
        "riwayat/2026-01/tercatat.json", "riwayat/sidik.json", "riwayat/2026-01.jsonl", "riwayat/2026-01/awal-1.zip",
        "riwayat/2026-01/v1/manifes.json", "hasil/2026-01/manifes.json", "hasil/2026-01/nilai.csv", "hasil/2026-01/manifes_rekap.json",
    )  # fmt: skip
    with buka_awan(ALAMAT) as ruang:
        for nama in semua:
            (ruang.akar / nama).parent.mkdir(parents=True, exist_ok=True)
            (ruang.akar / nama).write_text("x", encoding="utf-8")
        assert ruang.kembalikan() == 8
    bersih = [nama for nama in urutan if "sewa" not in nama]
    assert bersih[0] == "hasil/2026-01/nilai.csv"
    assert bersih[1] == "riwayat/sidik.json"
    assert set(bersih[2:4]) == {"hasil/2026-01/manifes.json", "hasil/2026-01/manifes_rekap.json"}
    assert set(bersih[4:6]) == {"riwayat/2026-01/awal-1.zip", "riwayat/2026-01/v1/manifes.json"}
    assert bersih[6:] == ["riwayat/2026-01.jsonl", "riwayat/sidik.json", "riwayat/2026-01/tercatat.json"]
    assert toko.isi()["riwayat/sidik.json"] == b"x"


@contextmanager
def _kabel_tercabut(monkeypatch, putus):
    """Let no object be written after the first few."""
    asli, ditulis = gudang.Gudang.taruh, []

    def taruh(milik, nama, isi):
        if not nama.startswith(gudang.FOLDER_SEWA):
            if len(ditulis) >= putus:
                raise PenggunaanError("Kabelnya tercabut.")
            ditulis.append(nama)
        asli(milik, nama, isi)

    with monkeypatch.context() as sementara:
        sementara.setattr(salinan, "_SEKALIGUS", 1)
        sementara.setattr(gudang.Gudang, "taruh", taruh)
        yield ditulis


def _utuh(jalankan):
    status, _, kata = jalankan("verifikasi", ALAMAT, "--periode", "2026-01")
    assert "Utuh: hasil Januari 2026 sama dengan hitungan ulang, dan riwayat tidak terputus." in kata
    return status == 0


@pytest.mark.parametrize("putus", [0, 12, 26, 27, 28, 29, 30, 31])
def test_yang_terputus_di_tengah_dilengkapi_perintah_berikutnya(toko, jalankan, komputer, monkeypatch, putus):
    perintah = ("hitung", ALAMAT, "--periode", "2026-01", "--paralel", "1")
    with _kabel_tercabut(monkeypatch, putus) as ditulis:
        status, _, kata = jalankan(*perintah)
    assert (status, len(ditulis)) == (2, putus)
    sisa = r"paling sedikit \d+ dari 31 berkas, masing-masing utuh"
    assert re.search(rf"Kabelnya tercabut\. Yang sudah ditulis kembali ke {ALAMAT}: {sisa}", kata)
    komputer("dua")
    assert jalankan(*perintah)[0] == 0
    assert _utuh(jalankan)
    assert [toko.isi()[f"riwayat/{nama}.jsonl"].count(b"\n") for nama in ("2026-01", "target-2026")] == [1, 1]


@pytest.mark.parametrize(
    ("kata", "titik"),
    [("hitung", (4, 7, 8, 9)), pytest.param("kunci", (3, 40, *range(60, 64)), marks=pytest.mark.menyeluruh)],
)
def test_yang_terputus_sesudah_ada_register_dilengkapi_juga(
    toko, jalankan, komputer, monkeypatch, kata, titik
):
    perintah = ("hitung", ALAMAT, "--periode", "2026-01", "--paralel", "1")
    assert jalankan(*perintah)[0] == 0
    if kata == "kunci":
        perintah = ("kunci", *perintah[1:])
    else:
        toko.taruh("capaian/2026-01/KEL-TD.xlsx", _realisasi_lain(toko.isi()["capaian/2026-01/KEL-TD.xlsx"]))
    semula = {nama: toko.fs.cat_file(nama) for nama in toko.fs.find("/kota/2026")}
    for putus in titik:
        komputer(f"komputer-{putus}")
        with _kabel_tercabut(monkeypatch, putus) as ditulis:
            assert jalankan(*perintah)[0] == 2
        assert len(ditulis) == putus
        # a lock whose version came whole is one: its line is entered, and locking again refused
        assert jalankan(*perintah)[0] == (2 if (kata, putus) >= ("kunci", 62) else 0)
        assert _utuh(jalankan)
        for nama in toko.fs.find("/kota/2026"):
            toko.fs.rm_file(nama)
        for nama, isi in semula.items():
            toko.fs.pipe_file(nama, isi)


def test_dihentikan_selagi_menulis_kembali(toko, monkeypatch):
    def berhenti(*_):
        raise KeyboardInterrupt

    with buka_awan(ALAMAT) as ruang:
        (ruang.akar / "hasil").mkdir()
        (ruang.akar / "hasil" / "a.csv").write_text("x", encoding="utf-8")
        with monkeypatch.context() as sementara:
            sementara.setattr(salinan, "_sejajar", berhenti)
            with pytest.raises(
                PenggunaanError,
                match=r"^Dihentikan\. Yang sudah ditulis kembali ke .* paling sedikit 0 dari 1 berkas",
            ):
                ruang.kembalikan()
    assert "hasil/a.csv" not in toko.isi()


def _ditolak(sebab):
    with pytest.raises(PenggunaanError, match=sebab), buka_awan(ALAMAT):
        pytest.fail("diterima")


@pytest.mark.parametrize(
    "nama", ["capaian/../../rahasia.txt", "a:b.xlsx", "berakhir titik.", "capaian//dua.xlsx", "baris\nbaru"]
)
def test_nama_yang_tidak_dapat_menjadi_berkas_ditolak(toko, nama):
    toko.fs.store[f"/kota/2026/{nama}"] = toko.fs.store["/kota/2026/skema.xlsx"]
    _ditolak("tidak dapat menjadi nama berkas di setiap komputer")


def test_dua_nama_yang_di_windows_satu_ditolak(toko):
    toko.taruh("SKEMA.xlsx", b"x")
    _ditolak(r"memuat '(skema|SKEMA)\.xlsx' dan '(skema|SKEMA)\.xlsx', yang di Windows satu berkas")


@pytest.mark.parametrize("nama", ["skema", "target", "capaian", "bkn", "hasil", "templat"])
def test_pengaturan_yang_menunjuk_ke_luar_alamat_ditolak(toko, nama):
    isi = f'instansi = "Kota"\ntahun = 2026\n[berkas]\n{nama} = "../2025/{nama}"\n'
    toko.taruh("asn-nilai.toml", isi.encode())
    _ditolak(rf'asn-nilai\.toml › \[berkas\] {nama} = "\.\./2025/{nama}" menunjuk ke luar alamat itu')
    assert toko.sewa() == []


def test_pengaturan_yang_rusak_dikatakan_perintahnya(toko, jalankan):
    toko.taruh("asn-nilai.toml", b"tahun = ")
    status, _, kata = jalankan("validasi", ALAMAT)
    assert (status, f"{ALAMAT}/asn-nilai.toml: tidak dapat dimengerti" in kata) == (2, True)


def test_waktu_berkas_adalah_waktu_sampainya_di_penyimpanan(toko):
    sampai = datetime(2026, 2, 3, 4, 5, tzinfo=UTC)
    toko.fs.store["/kota/2026/capaian/2026-01/KEL-TD.xlsx"].created = sampai
    with buka_awan(ALAMAT) as ruang:
        waktu = (ruang.akar / "capaian" / "2026-01" / "KEL-TD.xlsx").stat().st_mtime
        assert waktu == pytest.approx(sampai.timestamp(), abs=1)


def test_berkas_salinan_yang_diubah_orang_diambil_lagi(toko):
    with buka_awan(ALAMAT) as ruang:
        assert ruang.diambil == 57
    (ruang.akar / "skema.xlsx").write_bytes(b"disunting di tempat yang salah")
    (ruang.akar / "target" / "KEL-TD.xlsx").unlink()
    (ruang.akar / "catatan saya.txt").write_text("x", encoding="utf-8")
    with buka_awan(ALAMAT) as ruang:
        assert ruang.diambil == 2
        assert (ruang.akar / "skema.xlsx").read_bytes() == toko.isi()["skema.xlsx"]
        assert not (ruang.akar / "catatan saya.txt").exists()
        assert ruang.kembalikan() == 0


def test_register_dari_salinan_mana_pun_bukan_pindahan(toko, komputer, jalankan):
    jalankan("hitung", ALAMAT, "--periode", "2026-01", "--unit", "KEL-TD", "--paralel", "1")
    komputer("dua")
    with buka_awan(ALAMAT) as ruang:
        assert not pindahan(ruang.akar / "riwayat")
    assert "riwayat/sidik.json" in toko.isi()


def test_penyimpanan_di_cakram_lewat_fsspec(tmp_path, komputer):  # noqa: ARG001
    alamat = f"local://{(tmp_path / 'toko').as_posix()}"
    with buka_awan(alamat, mulai=True) as ruang:
        (ruang.akar / "asn-nilai.toml").write_text('instansi = "Kota"\ntahun = 2026\n', encoding="utf-8")
        assert (ruang.bersyarat, ruang.kembalikan()) == (True, 1)
    assert [
        isi.relative_to(tmp_path / "toko").as_posix()
        for isi in (tmp_path / "toko").rglob("*")
        if isi.is_file()
    ] == ["asn-nilai.toml"]
    with buka_awan(alamat) as ruang:
        assert ruang.diambil == 0


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        (
            PermissionError("Access Denied"),
            "memory://kota/2026 tidak boleh dibuka: kunci aksesnya tidak ada, salah, atau tidak berhak",
        ),
        (
            ConnectionError("mati"),
            r"memory://kota/2026 tidak dapat dihubungi \(asn-nilai\.toml\): ConnectionError\. Periksa jaringan",
        ),
    ],
)
def test_yang_ditolak_penyimpanan_menjadi_kalimat(toko, monkeypatch, galat, kalimat):  # noqa: ARG001
    def info(*_):
        raise galat

    monkeypatch.setattr(MemoryFileSystem, "info", info)
    with pytest.raises(PenggunaanError, match=kalimat), buka_awan(ALAMAT):
        pytest.fail("dibuka")


class Azure(MemoryFileSystem):
    """A store with containers, that says in its own way who may not: what adlfs gives of Azurite, Microsoft's own stand-in."""

    protocol = "abfs"
    galat: Exception | None = None

    @classmethod
    def _strip_protocol(cls, path):
        return path.removeprefix("abfs://")

    def __init__(self, **pilihan):
        if isinstance(self.galat, ValueError):
            raise self.galat
        super().__init__(**pilihan)

    def info(self, path, **pilihan):
        if self.galat:
            raise self.galat
        return super().info(path, **pilihan)


class HttpResponseError(Exception):
    def __init__(self, status):
        super().__init__("Operation returned an invalid status")
        self.status_code = status


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        (None, r"^Wadah tiada tidak ada di penyimpanan itu\. Periksa alamatnya: abfs://tiada/kota/2026$"),
        (HttpResponseError(403), r"tidak boleh dibuka: kunci aksesnya .* \(HttpResponseError\)\. Untuk abfs:// .* AZURE_STORAGE_CONNECTION_STRING\.$"),
        (ValueError("Must provide either a connection_string"), r"tidak boleh dibuka: kunci aksesnya tidak ada, .* \(ValueError\)\. Untuk abfs://"),
        (HttpResponseError(500), r"tidak dapat dihubungi \(asn-nilai\.toml\): HttpResponseError"),
    ],
)  # fmt: skip
def test_penyimpanan_berwadah_berkata_menurut_sebabnya(toko, monkeypatch, galat, kalimat):  # noqa: ARG001
    fsspec.register_implementation("abfs", Azure, clobber=True)
    monkeypatch.setattr(Azure, "galat", galat)
    with pytest.raises(PenggunaanError, match=kalimat), buka_awan("abfs://tiada/kota/2026", mulai=True):
        pytest.fail("dibuka")


def test_wadah_yang_tidak_boleh_dilihat_mungkin_ada(toko, monkeypatch):  # noqa: ARG001
    """Rights to what lies in a container need not be rights to look at the container."""

    def info(fs, path, **pilihan):
        if path == "wadah":
            raise PermissionError(path)
        return MemoryFileSystem.info(fs, path, **pilihan)

    fsspec.register_implementation("abfs", Azure, clobber=True)
    monkeypatch.setattr(Azure, "info", info)
    with pytest.raises(PenggunaanError, match="bukan ruang kerja"), buka_awan("abfs://wadah/kota/2026"):
        pytest.fail("dibuka")


def test_yang_hilang_selagi_diambil_dikatakan(toko, monkeypatch):  # noqa: ARG001
    def get_file(_fs, nama, *_):
        raise FileNotFoundError(nama)

    monkeypatch.setattr(MemoryFileSystem, "get_file", get_file)
    with pytest.raises(PenggunaanError, match=r"baru saja hilang dari memory://kota/2026"), buka_awan(ALAMAT):
        pytest.fail("dibuka")


def test_disk_sendiri_yang_penuh_bukan_salah_jaringan(toko, monkeypatch):  # noqa: ARG001
    def get_file(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(MemoryFileSystem, "get_file", get_file)
    with (
        pytest.raises(PenggunaanError, match=r"^Berkas tidak dapat ditulis \(disk penuh\)\. Kosongkan"),
        buka_awan(ALAMAT),
    ):
        pytest.fail("dibuka")


def test_tanpa_nama_orang_pun_giliran_diambil(toko, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: (_ for _ in ()).throw(KeyError("uid")))
    with buka_awan(ALAMAT):
        assert b"seseorang di " in toko.fs.cat_file(toko.sewa()[0])
    monkeypatch.setattr("platform.node", lambda: "")
    with buka_awan(ALAMAT):
        assert b"seseorang di komputer lain" in toko.fs.cat_file(toko.sewa()[0])


def test_yang_sudah_tidak_ada_tidak_perlu_dihapus(toko):  # noqa: ARG001
    gudang.Gudang(ALAMAT).hapus("tiada.csv")


def test_nama_folder_salinan():
    semua = {
        alamat: salinan.tempat_salinan(alamat).name
        for alamat in ("s3://w", "s3://w/", "s3://w/kota bukit/2026", "gs://w/kota bukit/2026")
    }
    assert semua["s3://w"] == semua["s3://w/"]
    assert re.fullmatch(r"w-[0-9a-f]{8}", semua["s3://w"])
    assert re.fullmatch(r"kota-bukit-2026 [0-9a-f]{8}", semua["gs://w/kota bukit/2026"])  # quotes for both
    assert len(set(semua.values())) == 3
    assert salinan.tempat_salinan("s3://w").parent.name == "awan"
    assert fsspec.get_filesystem_class("memory") is MemoryFileSystem


def test_objek_tanpa_sidik_dikenali_dari_waktunya_juga():
    """Same size, written later: another object. Stores tell the time as text, as a moment or in seconds."""
    saat = datetime(2026, 5, 4, 8, tzinfo=UTC)
    sebutan = ({"updated": "2026-05-04T08:00:00+00:00"}, {"last_modified": saat}, {"mtime": saat.timestamp()})
    tanda = {gudang._tanda({"size": 5, **isi}) for isi in sebutan}
    assert tanda == {f"5 {saat.timestamp()}"}
    assert gudang._tanda({"size": 5, "mtime": 1.0}) not in tanda


def test_yang_tidak_berhak_dikenali_juga_dari_sebabnya():
    """Libraries wrap what the store says in an error of their own."""
    asal = RuntimeError()
    asal.code = 403
    galat = OSError("read failed")
    galat.__cause__ = asal
    assert gudang._tak_berhak(galat)
    asal.code = 500
    assert not gudang._tak_berhak(galat)
