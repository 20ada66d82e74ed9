"""A cluster played in this process: what is asked of it, what each of its answers means, and what is said where it has none."""

import asyncio
import sys
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from queue import Empty
from threading import Event
from types import SimpleNamespace
from typing import NamedTuple
from unittest.mock import Mock

import pytest

from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.proses import klaster, pekerja, pelaksana_klaster
from asn_nilai.alur.proses.bekal import FolderBersama, FolderDikirim, buang_kiriman
from asn_nilai.alur.proses.jati_diri import JatiDiri, PekerjaLainError
from asn_nilai.alur.proses.papan import ditonton, langkah
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError

ALAMAT, PENANDA = "tcp://a:1", Path("asn-nilai.toml")
SINI = JatiDiri((("asn-nilai", "1"),), "isi", "penanda")
TERPUTUS = (
    "Pekerjaan di klaster tcp://a:1 terputus: {}. Yang belum selesai masih seperti semula. Jalankan lagi, atau tanpa --klaster di komputer "
    "ini saja."
)


class PekerjaMatiError(Exception):
    """What Dask says where a task ended every worker it was given to."""


class MasaDepan:
    """A task on the cluster; `jawaban` are what asking for its result gives, one after the other."""

    def __init__(self, kunci: str, jawaban: list[object], status: str = "finished") -> None:
        self.key, self.jawaban, self.status, self.ditunggu = kunci, [*jawaban], status, []

    def add_done_callback(self, taruh) -> None:
        taruh(self)

    def result(self, timeout: float | None = None) -> object:
        self.ditunggu.append(timeout)
        isi = self.jawaban.pop(0)
        if isinstance(isi, BaseException):
            raise isi
        return isi


class Klien:
    """The cluster's door: `jawaban` are the results of each input, by input, the n-th for the n-th time it is given out.

    Of inputs that are given together, one that kills kills them all.
    """

    def __init__(self, jawaban: dict[str, list[object]], pekerja: tuple[str, ...] = ("w1",)) -> None:
        self.jawaban, self.pekerja, self.status = jawaban, [*pekerja], "running"
        self.diam: list[str] = []
        self.dilihat = 0
        self.scheduler = SimpleNamespace(unregister=self.lepas, identity=self.siapa)
        self.diberi: list[tuple[object, ...]] = []
        self.disuruh: list[tuple[object, ...]] = []

    def submit(self, tugas, *isi, **pilihan):
        self.diberi.append((tugas, isi, pilihan))
        if tugas is pekerja.pegang:
            return "jauh"
        hasil = [self.jawaban[butir].pop(0) for butir in isi[-1]]
        mati = [satu for satu in hasil if isinstance(satu, BaseException)]
        return MasaDepan(f"{isi[-1]}{len(self.diberi)}", mati[:1] or [hasil])

    def siapa(self, n_workers: int) -> dict[str, object]:
        assert n_workers == -1  # all of them, not the first few
        self.dilihat += 1
        return {
            "workers": {
                siapa: {"last_seen": siapa not in self.diam and self.dilihat} for siapa in self.pekerja
            }
        }

    def lepas(self, address: str, stimulus_id: str) -> None:
        assert stimulus_id.startswith("diam-")
        self.pekerja.remove(address)

    def sync(self, minta, callback_timeout: float, **isi) -> object:
        assert callback_timeout == pelaksana_klaster._HILANG
        return minta(**isi)

    def close(self, timeout: float) -> None:
        assert timeout == pelaksana_klaster._DENYUT
        self.status = "closed"

    def cancel(self, daftar, *, force: bool) -> None:
        self.disuruh.append(("cancel", daftar, force))

    def run(self, *isi, **pilihan) -> None:
        self.disuruh.append(("run", *isi, pilihan))


@pytest.fixture(autouse=True)
def dask_tiruan(monkeypatch):
    dask = SimpleNamespace(KilledWorker=PekerjaMatiError)
    monkeypatch.setitem(sys.modules, "distributed", dask)
    monkeypatch.setattr(pelaksana_klaster, "diri", lambda: SINI)
    return dask


@pytest.fixture
def konteks(tmp_path):
    return SimpleNamespace(folder=tmp_path)


@pytest.fixture
def pelaksana(konteks):
    return lambda klien: pelaksana_klaster.PelaksanaKlaster(klien, ALAMAT, konteks, FolderBersama)


def test_setiap_hasil_diambil_sekali_dan_tidak_ada_yang_ditahan(pelaksana, konteks):
    klien = Klien({"A": [1], "B": [2], "C": [3]})
    ini = pelaksana(klien)
    hasil = ini.jalankan("tugas", "ABC")
    assert [isi for _, isi, _ in klien.diberi] == [
        (FolderBersama(konteks, ini._jalan),), *((SINI, ini._jalan, "tugas", "jauh", (butir,)) for butir in "ABC"),
    ]  # fmt: skip
    assert all(pilihan == {"pure": False} for _, _, pilihan in klien.diberi)
    assert [tugas for tugas, _, _ in klien.diberi] == [pekerja.pegang, *[pekerja.kerjakan] * 3]
    assert len(ini._hidup) == 3
    assert [f.name for f in konteks.folder.iterdir()] == [f".{ini._jalan}.sementara"]
    assert [*hasil] == [1, 2, 3]
    assert ini._hidup == {}


def test_yang_tertinggal_bersama_yang_mematikan_dikerjakan_lagi_seorang_diri(pelaksana, konteks):
    mati = PekerjaMatiError()
    klien = Klien({"A": [mati, 1], "B": [2], "C": [mati, mati], "D": [4]})
    ini = pelaksana(klien)
    hasil = ini.jalankan("tugas", "ABCD", lambda milik, butir: (milik, butir))
    assert [*hasil] == [2, 4, 1, (konteks, "C")]
    assert [isi[-1] for _, isi, _ in klien.diberi] == [
        FolderBersama(konteks, ini._jalan),
        *zip("ABCDAC"),
    ]


def test_yang_diberikan_bersama_yang_mematikan_dikerjakan_lagi_satu_satu(pelaksana, konteks):
    """Of eight inputs for one worker the second and the third go together."""
    mati = PekerjaMatiError()
    klien = Klien({butir: [*butir] for butir in "ABCDEFGH"} | {"B": ["b", "B"], "C": [mati, mati]})
    hasil = pelaksana(klien).jalankan("tugas", "ABCDEFGH", lambda milik, butir: (milik, butir))
    assert [*hasil] == [*"ADEFGHB", (konteks, "C")]
    assert [isi[-1] for _, isi, _ in klien.diberi][1:] == [("A",), ("B", "C"), ("D", "E"), *zip("FGHBC")]


def test_yang_mematikan_tanpa_pengganti_dikatakan_sesudah_yang_lain(pelaksana):
    mati = PekerjaMatiError()
    hasil = pelaksana(Klien({"A": [mati, mati], "B": [2]})).jalankan("tugas", "AB")
    assert next(hasil) == 2
    with pytest.raises(PenggunaanError) as akhir:
        next(hasil)
    assert str(akhir.value) == TERPUTUS.format("ada pekerjaan yang mematikan setiap pekerja yang menerimanya")
    assert not isinstance(akhir.value, PembagianPutusError)


@pytest.mark.parametrize(("diam", "putus"), [(0, False), (1, False), (5, False), (6, True)])
def test_hasil_ditunggu_setengah_menit_tanpa_pekerja(pelaksana, diam, putus):
    ini = pelaksana(Klien({}, pekerja=()))
    masa_depan = MasaDepan("k", [*[TimeoutError()] * diam, "hasil"])
    ini._hidup["k"] = masa_depan
    if putus:
        with pytest.raises(PembagianPutusError) as akhir:
            ini._kiriman(masa_depan)
        assert str(akhir.value) == TERPUTUS.format("tidak ada pekerja lagi di sana")
    else:
        assert ini._kiriman(masa_depan) == "hasil"
        assert ini._hidup == {}
    assert set(masa_depan.ditunggu) == {5}


def test_siapa_yang_tidak_terdengar_setengah_menit_dilepas(pelaksana, monkeypatch):
    """Its units go to others; the one who watches reads whom the run waits for. Who is heard again counts from there."""
    jam = iter(range(0, 1000, 5))
    monkeypatch.setattr(pelaksana_klaster.time, "monotonic", lambda: next(jam))
    klien = Klien({}, pekerja=("w1", "w2", "w3"))
    klien.diam = ["w2", "w3"]
    ini = pelaksana(klien)
    with ditonton() as papan:
        terlihat = []
        for denyut in range(9):
            klien.diam = ["w2"] if denyut == 4 else ["w2", "w3"]
            assert ini._hitung_sepi(0) == 0
            terlihat.append((*klien.pekerja, *papan.baca()))
    diam = [f"w2 diam {detik} detik" for detik in (10, 15, 20, 25, 30)]
    assert terlihat[:2] == [("w1", "w2", "w3")] * 2
    assert terlihat[2:7] == [*((("w1", "w2", "w3", kata)) for kata in diam[:4]), ("w1", "w3", diam[4])]
    assert terlihat[7:] == [("w1", "w3", f"w3 diam {detik} detik") for detik in (10, 15)]
    assert ini.ditinggal == {"w2"}


def test_penjadwal_yang_lama_menjawab_tidak_membuat_pekerjanya_diam(pelaksana, monkeypatch):
    """It heard nobody while it stood still itself: when it answers at last, its workers are there."""
    jam = [0]
    monkeypatch.setattr(pelaksana_klaster.time, "monotonic", lambda: jam[0])
    klien = Klien({}, pekerja=("w1", "w2"))
    klien.diam = ["w1", "w2"]
    ini, jawab = pelaksana(klien), klien.siapa

    def sesudah_lama(n_workers: int) -> dict[str, object]:
        jam[0] += 40
        return jawab(n_workers)

    for tanya in (jawab, sesudah_lama):
        monkeypatch.setattr(klien.scheduler, "identity", tanya)
        assert ini._hitung_sepi(0) == 0
    assert klien.pekerja == ["w1", "w2"]


def test_begitu_ada_jawaban_tidak_ada_lagi_yang_ditunggu(pelaksana):
    ini = pelaksana(Klien({"A": [1], "B": [2]}))
    with ditonton() as papan:
        hasil = ini.jalankan("tugas", "AB")
        langkah("w2", "diam 10 detik")
        assert (next(hasil), papan.baca()) == (1, [])


@pytest.mark.parametrize(("cara", "disuruh"), [(FolderBersama, []), (FolderDikirim, [buang_kiriman])])
def test_yang_dikirimi_disuruh_membuang_kirimannya(pelaksana, cara, disuruh):
    klien = Klien({})
    ini = pelaksana(klien)
    ini._cara = cara
    ini.buang_kiriman()
    assert klien.disuruh == [("run", pesan, ini._jalan, {"on_error": "ignore"}) for pesan in disuruh]


def test_yang_diam_semuanya_sama_dengan_tidak_ada(pelaksana, monkeypatch):
    jam = iter(range(0, 1000, 5))
    monkeypatch.setattr(pelaksana_klaster.time, "monotonic", lambda: next(jam))
    klien = Klien({})
    klien.diam = ["w1"]
    ini = pelaksana(klien)
    sepi = 0
    for _ in range(11):
        sepi = ini._hitung_sepi(sepi)
    with pytest.raises(PembagianPutusError):
        ini._hitung_sepi(sepi)
    assert (klien.dilihat, klien.pekerja) == (12, [])


def test_yang_diam_tidak_menahan_perpisahan(pelaksana, monkeypatch):
    """Ctrl+C waits for who still writes, and half a minute for who does not answer."""
    monkeypatch.setattr(pelaksana_klaster, "_DENYUT", 0.01)
    monkeypatch.setattr(pelaksana_klaster, "_HILANG", 0.03)
    klien = Klien({}, pekerja=("w1", "w2"))
    klien.diam = ["w2"]
    dilepas = Event()
    lepas = klien.lepas
    monkeypatch.setattr(klien.scheduler, "unregister", lambda **isi: (lepas(**isi), dilepas.set()))
    monkeypatch.setattr(klien, "run", lambda *_, **__: dilepas.wait(30))
    pelaksana(klien).usaikan()
    assert (dilepas.is_set(), klien.pekerja) == (True, ["w1"])


def test_penjadwal_yang_tidak_menjawab_ditinggalkan(pelaksana, monkeypatch):
    """Who takes leave then asks it nothing more: there is nobody to wait for."""
    klien = Klien({})
    monkeypatch.setattr(klien.scheduler, "identity", Mock(side_effect=TimeoutError))
    ini = pelaksana(klien)
    with pytest.raises(PembagianPutusError) as akhir:
        ini._hitung_sepi(0)
    assert str(akhir.value) == TERPUTUS.format("penjadwalnya tidak menjawab")
    ini.usaikan()
    assert (klien.status, klien.disuruh) == ("closed", [])


def test_penjadwal_yang_tidak_menjawab_ketika_dibagikan_ditinggalkan(pelaksana, monkeypatch):
    """It is asked for how many the work is: who has all the time there is would wait for it for ever."""
    klien = Klien({"A": [1]})
    monkeypatch.setattr(klien.scheduler, "identity", Mock(side_effect=TimeoutError))
    with pytest.raises(PembagianPutusError, match="penjadwalnya tidak menjawab"):
        pelaksana(klien).jalankan("tugas", "A")
    assert klien.status == "closed"


def test_pekerja_yang_sudah_pergi_ketika_dibagikan_dinanti(pelaksana):
    assert [*pelaksana(Klien({"A": [1], "B": [2]}, pekerja=())).jalankan("tugas", "AB")] == [1, 2]


def test_penjadwal_yang_tidak_tercapai_dinanti_setengah_menit(pelaksana, monkeypatch):
    klien = Klien({})
    monkeypatch.setattr(klien.scheduler, "identity", Mock(side_effect=OSError))
    ini, sepi = pelaksana(klien), [0]
    while sepi[-1] < 25:
        sepi.append(ini._hitung_sepi(sepi[-1]))
    with pytest.raises(PembagianPutusError):
        ini._hitung_sepi(sepi[-1])
    assert (sepi, klien.status) == ([0, 5, 10, 15, 20, 25], "running")


@pytest.mark.parametrize(
    ("ditinggal", "kalimat"),
    [
        ([], ""),
        (
            ["tcp://b:2", "tcp://a:1"],
            (
                "Tidak terdengar lagi selama setengah menit, jadi unitnya dikerjakan pekerja lain: tcp://a:1, tcp://b:2. Hasilnya lengkap; "
                "periksa komputer itu sebelum dipakai lagi."
            ),
        ),
    ],
)
def test_siapa_yang_ditinggalkan_disebut_pada_akhirnya(konteks, ditinggal, kalimat):
    """Of all runs through one door, such as the months of a year."""
    terbuka = pelaksana_klaster.Klaster(Klien({}), ALAMAT, FolderBersama)
    for siapa in (ditinggal[:1], ditinggal[1:]):
        with terbuka.buka(konteks) as ini:
            ini.ditinggal.update(siapa)
    assert terbuka.kalimat_ditinggal() == kalimat


def test_hasil_ditunggu_selama_ada_pekerja(pelaksana):
    masa_depan = MasaDepan("k", [*[TimeoutError()] * 99, "hasil"])
    assert pelaksana(Klien({}))._kiriman(masa_depan) == "hasil"


def test_waktu_habis_milik_tugasnya_sendiri_bukan_pekerja_yang_mati(pelaksana):
    with pytest.raises(TimeoutError, match=r"^disk jaringan$"):
        pelaksana(Klien({}))._kiriman(MasaDepan("k", [TimeoutError("disk jaringan"), "hasil"], "error"))


def test_penjadwal_yang_berhenti_dan_pekerja_dengan_program_lain(pelaksana):
    with pytest.raises(PembagianPutusError) as akhir:
        pelaksana(Klien({}))._kiriman(MasaDepan("k", ["hasil"], "cancelled"))
    assert str(akhir.value) == TERPUTUS.format("penjadwalnya berhenti")
    with pytest.raises(PenggunaanError) as akhir:
        pelaksana(Klien({}))._kiriman(MasaDepan("k", [PekerjaLainError("asn-nilai 2, di sini 1")]))
    assert str(akhir.value) == (
        "Seorang pekerja di tcp://a:1 tidak dapat dipakai: asn-nilai 2, di sini 1. Samakan program dan folder bersamanya, atau hentikan pekerja "
        "itu, lalu jalankan lagi."
    )


@pytest.mark.parametrize(("diam", "putus"), [(5, False), (6, True)])
def test_yang_selesai_berikutnya_ditunggu_setengah_menit_tanpa_pekerja(pelaksana, diam, putus):
    diminta: list[float] = []

    def get(timeout: float) -> str:
        diminta.append(timeout)
        if len(diminta) <= diam:
            raise Empty
        return "masa depan"

    ini, selesai = pelaksana(Klien({}, pekerja=())), SimpleNamespace(get=get)
    if putus:
        with pytest.raises(PembagianPutusError):
            ini._tunggu(selesai)
    else:
        assert ini._tunggu(selesai) == "masa depan"
    assert diminta == [5] * 6


def berhenti_di_tengah(ini: pelaksana_klaster.Klaster, konteks) -> pelaksana_klaster.PelaksanaKlaster:
    buka = ini.buka(konteks)
    pelaksana = buka.__enter__()
    pelaksana.jalankan("tugas", "B")
    assert not buka.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    return pelaksana


def test_yang_berhenti_di_tengah_menarik_kembali_semuanya(monkeypatch, konteks):
    dibersihkan: list[str] = []
    monkeypatch.setattr(pelaksana_klaster, "bersihkan_sisa", dibersihkan.append)
    klien = Klien({"A": [1], "B": [2]})
    with pelaksana_klaster.Klaster(klien, ALAMAT, FolderBersama).buka(konteks) as ini:
        assert [*ini.jalankan("tugas", "A")] == [1]
    assert (klien.disuruh, dibersihkan) == ([], [konteks.folder])
    ini = berhenti_di_tengah(pelaksana_klaster.Klaster(klien, ALAMAT, FolderBersama), konteks)
    assert klien.disuruh == [
        ("cancel", [*ini._hidup.values()], True), ("run", pekerja.usaikan_di_pekerja, ini._jalan, {"on_error": "ignore"}),
    ]  # fmt: skip
    assert len(ini._hidup) == 1
    assert dibersihkan == [konteks.folder] * 2


def test_yang_berhenti_sebelum_ada_yang_diberikan_tidak_meninggalkan_tanda(monkeypatch, konteks):
    """Ctrl+C just when the run's mark lies there and the common ground is on its way."""
    klien = Klien({})
    monkeypatch.setattr(klien, "submit", Mock(side_effect=KeyboardInterrupt))
    with (
        pytest.raises(KeyboardInterrupt),
        pelaksana_klaster.Klaster(klien, ALAMAT, FolderBersama).buka(konteks),
    ):
        pytest.fail("dibuka")
    assert [*konteks.folder.iterdir()] == []


def test_penjadwal_yang_hilang_tidak_menarik_apa_pun(monkeypatch, pelaksana):
    klien = Klien({})
    klien.status = "closed"
    ini = pelaksana(klien)
    ini.usaikan()
    assert klien.disuruh == []
    klien.status = "running"
    monkeypatch.setattr(klien, "cancel", lambda *_, **__: 1 / 0)
    ini.usaikan()


class Penjadwal:
    """What `Client` gives: `versi` and `program` are the answers of each worker, a status with its answer."""

    def __init__(self, versi: dict[str, tuple[str, object]], program: dict[str, tuple[str, object]]) -> None:
        self.versi, self.program = versi, program
        self.datang, self.ditutup, self.ditanya = [], [], []

    @contextmanager
    def as_current(self):
        yield self

    @property
    def scheduler(self):
        return SimpleNamespace(identity="siapa saja")

    def sync(self, apa, callback_timeout: float, n_workers: int) -> dict[str, object]:
        assert (apa, n_workers) == ("siapa saja", -1)  # all of them, not the first few
        self.datang.append(callback_timeout)
        return {"workers": dict.fromkeys(self.versi)}

    def submit(self, tugas, *masukan, workers, allow_other_workers, pure):
        (siapa,) = workers
        assert (allow_other_workers, pure) == (False, False)
        self.ditanya.append((siapa, tugas, masukan))
        belum = ("pending", "x")
        status, isi = self.versi[siapa] if tugas is metadata.version else self.program.get(siapa, belum)
        return MasaDepan(siapa, [isi], status)

    def close(self, timeout: float) -> None:
        self.ditutup.append(timeout)
        raise OSError


def buka(dask, monkeypatch, penjadwal: Penjadwal) -> pelaksana_klaster.Klaster:
    ditunggu = []

    class Klien:
        def __new__(cls, alamat: str, **pilihan) -> Penjadwal:
            assert (alamat, pilihan) == (ALAMAT, {"timeout": 8, "set_as_default": False})
            return penjadwal

    def tunggu(semua, timeout: float) -> None:
        ditunggu.append((len(semua), timeout))
        raise TimeoutError

    dask.Client, dask.wait = Klien, tunggu
    monkeypatch.setattr(klaster, "jati_diri", lambda _: SINI)
    try:
        with klaster.klaster(ALAMAT, PENANDA) as ini:
            return ini
    finally:
        assert set(penjadwal.datang) == {6}
        assert penjadwal.ditutup == [5]
        assert set(ditunggu) <= {(len(penjadwal.versi), 6)}


def test_klaster_yang_setiap_pekerjanya_program_ini(dask_tiruan, monkeypatch):
    versi = ("finished", metadata.version("asn-nilai"))
    penjadwal = Penjadwal({"w1": versi, "w2": versi}, {"w1": ("finished", SINI), "w2": ("finished", SINI)})
    ini = buka(dask_tiruan, monkeypatch, penjadwal)
    assert (ini._klien, ini._alamat) == (penjadwal, ALAMAT)
    assert [(siapa, isi) for siapa, _, isi in penjadwal.ditanya] == [
        ("w1", ("asn-nilai",)), ("w2", ("asn-nilai",)), ("w1", (PENANDA,)), ("w2", (PENANDA,)),
    ]  # fmt: skip


def test_pekerja_yang_tidak_dapat_dipakai_disebut_satu_per_satu(dask_tiruan, monkeypatch):
    versi = metadata.version("asn-nilai")
    sama, lain = ("finished", versi), JatiDiri((("asn-nilai", "1"),), "lain", "penanda")
    kalimat = (
        "Pekerja klaster tcp://a:1 yang tidak dapat dipakai: {}. Samakan program dan folder bersamanya, atau hentikan pekerja itu; belum ada "
        "yang ditulis."
    )
    for jawaban, program, rinci in (
        ({"w4": sama, "w3": ("pending", "x"), "w2": ("error", "x"), "w1": ("finished", "0.0")}, {}, f"w1 (asn-nilai 0.0, di sini {versi}); w2 (asn-nilai tidak terpasang, di sini {versi}); w3 (tidak menjawab)"),
        ({"w2": sama, "w1": sama}, {"w1": ("finished", lain), "w2": ("finished", SINI)}, "w1 (isi asn-nilai-nya lain daripada di sini)"),
        ({"w1": sama}, {"w1": ("pending", "x")}, "w1 (tidak menjawab)"),
        ({"w1": sama}, {"w1": ("error", "x")}, "w1 (tidak menjawab)"),
    ):  # fmt: skip
        with pytest.raises(PenggunaanError) as akhir:
            buka(dask_tiruan, monkeypatch, Penjadwal(jawaban, program))
        assert str(akhir.value) == kalimat.format(rinci)


def test_klaster_tanpa_pekerja(dask_tiruan, monkeypatch):
    monkeypatch.setattr(klaster, "_KEDATANGAN", 0)
    with pytest.raises(PenggunaanError) as akhir:
        buka(dask_tiruan, monkeypatch, Penjadwal({}, {}))
    assert str(akhir.value) == (
        "Klaster tcp://a:1 belum punya pekerja. Jalankan di tiap komputernya: dask worker tcp://a:1 --nthreads 1"
    )


@pytest.mark.parametrize("galat", [OSError, TimeoutError, ValueError, TypeError])
def test_penjadwal_yang_tidak_menjawab(dask_tiruan, galat):
    class Klien:
        def __init__(self, *_: object, **__: object) -> None:
            raise galat

    dask_tiruan.Client = Klien
    with pytest.raises(PenggunaanError) as akhir, klaster.klaster(ALAMAT, PENANDA):
        pass
    assert str(akhir.value) == (
        "Penjadwal klaster tcp://a:1 tidak menjawab. Periksa alamatnya (seperti tcp://10.0.0.5:8786) dan apakah dask scheduler berjalan di "
        "sana; atau jalankan tanpa --klaster."
    )


def test_tanpa_dask(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(PenggunaanError) as akhir, klaster.klaster(ALAMAT, PENANDA):
        pass
    assert str(akhir.value) == (
        "--klaster memerlukan Dask, yang belum terpasang di sini. Pasang dengan: pip install 'asn-nilai[klaster]', atau jalankan tanpa "
        "--klaster."
    )


@pytest.fixture
def pekerja_baru(monkeypatch):
    monkeypatch.setattr(pekerja, "diri", lambda: SINI)
    monkeypatch.setattr(pekerja, "_berjalan", set())
    monkeypatch.setattr(pekerja, "_usai", set())


class Bekal(NamedTuple):
    """What a worker is given: here it does a task with what it holds."""

    isi: str = "bekal"

    def kerjakan(self, tugas, masukan):
        return tugas(self.isi, masukan)


@pytest.mark.usefixtures("pekerja_baru")
def test_pekerja_mengerjakan_satu_tugas_demi_satu():
    def tugas(konteks, masukan):
        assert pekerja._sendiri.locked()
        return konteks, masukan, set(pekerja._berjalan)

    assert pekerja.kerjakan(SINI, "j", tugas, Bekal(), ("A", "B")) == [
        ("bekal", "A", {"j"}),
        ("bekal", "B", {"j"}),
    ]
    assert pekerja._berjalan == set()
    with pytest.raises(ZeroDivisionError):
        pekerja.kerjakan(SINI, "j", lambda *_: 1 / 0, Bekal(), ("A",))
    assert pekerja._berjalan == set()
    assert not pekerja._sendiri.locked()
    assert pekerja.pegang(Bekal("ini")) == Bekal("ini")


@pytest.mark.usefixtures("pekerja_baru")
def test_pekerja_menolak_program_lain_dan_tugas_yang_sudah_usai():
    lain = JatiDiri((("asn-nilai", "2"),), "isi", "penanda")
    with pytest.raises(PekerjaLainError, match=r"^asn-nilai 1, di sini 2$"):
        pekerja.kerjakan(lain, "j", lambda *_: None, Bekal(), ("A",))
    asyncio.run(pekerja.usaikan_di_pekerja("j"))
    with pytest.raises(pekerja.SudahUsaiError, match=r"^j$"):
        pekerja.kerjakan(SINI, "j", lambda *_: None, Bekal(), ("A",))
    assert pekerja._berjalan == set()
    assert pekerja.kerjakan(SINI, "lain", lambda *isi: isi, Bekal(), ("A",)) == [("bekal", "A")]


@pytest.mark.usefixtures("pekerja_baru")
def test_pekerja_tidak_memulai_lagi_yang_bersamanya_sesudah_usai():
    """Whoever stopped the run waits for the unit that has begun alone, not for the others that were given with it."""
    dikerjakan: list[str] = []

    def tugas(_: str, butir: str) -> None:
        dikerjakan.append(butir)
        pekerja._usai.add("j")

    with pytest.raises(pekerja.SudahUsaiError, match=r"^j$"):
        pekerja.kerjakan(SINI, "j", tugas, Bekal(), ("A", "B"))
    assert dikerjakan == ["A"]
    assert pekerja._berjalan == set()


@pytest.mark.usefixtures("pekerja_baru")
def test_yang_sudah_dimulai_ditunggu_sampai_selesai(monkeypatch):
    lihat: list[float] = []

    async def tidur(detik: float) -> None:
        lihat.append(detik)
        if len(lihat) == 3:
            pekerja._berjalan.discard("j")

    monkeypatch.setattr(pekerja, "asyncio", SimpleNamespace(sleep=tidur))
    pekerja._berjalan |= {"j", "lain"}
    asyncio.run(pekerja.usaikan_di_pekerja("j"))
    assert lihat == [0.02] * 3
    assert pekerja._usai == {"j"}
