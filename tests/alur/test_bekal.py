"""What workers are given: a folder that they see, or one that is sent to them and in which nothing is missing."""

import io
import pickle
import platform
import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from alur.ekspor_uji import pakai_bkn, tanpa_lembar, tulis_ekspor
from salinan_contoh import salin_contoh

from asn_nilai.acuan import jam
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.perintah.kunci import DasarKunci, kunci
from asn_nilai.alur.proses import bekal
from asn_nilai.alur.proses.bekal import FolderBersama, FolderDikirim
from asn_nilai.alur.proses.jati_diri import PekerjaLainError
from asn_nilai.alur.siapkan import siapkan

BKN, SESUAI = "PKM-TB", "Sesuai Ekspektasi"
SAAT = datetime(2026, 7, 1, 8, tzinfo=UTC)


def isi(folder):
    return {
        berkas.relative_to(folder).as_posix(): berkas.read_bytes()
        for berkas in sorted(folder.rglob("*"))
        if berkas.is_file() and berkas.suffix != ".lock"
    }


def _lewat_kabel(ini):
    return pickle.loads(pickle.dumps(ini))  # noqa: S301 - made in this line


class Jauh:
    """Work shared out to a computer that does not see the work folder: it is elsewhere while a task runs."""

    @contextmanager
    def buka(self, konteks):
        self.konteks = konteks
        self.bekal = _lewat_kabel(FolderDikirim.siapkan(konteks, "jalan"))
        yield self
        bekal.buang_kiriman("jalan")

    def jalankan(self, tugas, masukan, _bila_mati=None):
        akar = self.konteks.ruang.akar
        for butir in masukan:
            akar.rename(akar.with_name("pergi"))
            kiriman = _lewat_kabel(self.bekal.kerjakan(tugas, butir))
            assert not akar.exists()
            akar.with_name("pergi").rename(akar)
            yield FolderDikirim.terima(self.konteks, kiriman)


def hitung(kota, periode, paralel, **pilihan):
    konteks = siapkan(kota, periode)
    hasil = hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=paralel, **pilihan)
    assert hasil.pesan == []


def kota_bkn(tujuan):
    """Make a city in which a unit takes May's behaviour from an export."""
    kota = salin_contoh(tujuan)
    pakai_bkn(kota)
    tanpa_lembar(kota, BKN)
    konteks = siapkan(kota, "2026-05")
    orang = konteks.skema.di_unit(BKN, konteks.periode)
    tulis_ekspor(kota, "penilai.xlsx", ([o.nip, o.nama, o.jabatan, SESUAI, SESUAI, "Baik"] for o in orang))
    return kota


def target_ringan(kota):
    """Return a unit's target workbook with a lower target of May than the year's register will have."""
    buku, isi_buku = openpyxl.load_workbook(kota / "target" / "DINKES.xlsx"), io.BytesIO()
    (kepala,) = (baris for baris in buku["Target"].iter_rows(max_row=30) if baris[0].value == "No")
    (mei,) = (sel for sel in kepala if sel.value == "Mei")
    mei.offset(row=1).value /= 2
    buku.save(isi_buku)
    return isi_buku.getvalue()


def cerita(kota, ringan, paralel):
    """Compute, step by step, what rests on all that a unit's result may rest on beside its own books.

    Months before, movers, a quarter, a target eased after it was registered, behaviour from an export, a month locked and computed
    again when another one's results have gone, and corrected.
    """
    for periode in ("2026-03", "2026-04"):
        yield hitung(kota, periode, paralel)
    (kota / "target" / "DINKES.xlsx").write_bytes(ringan)
    for periode in ("2026-05", "2026-06", "2026-T2"):
        yield hitung(kota, periode, paralel)
    kunci(siapkan(kota, "2026-05"), lambda _: None, DasarKunci(catatan="unit yang belum lengkap menyusul"))
    shutil.rmtree(kota / "hasil" / "2026-04")
    yield hitung(kota, "2026-05", paralel, paksa=True)
    berkas = next((kota / "capaian" / "2026-05").glob("KEL-TD.*"))
    berkas.write_bytes(next((kota / "capaian" / "2026-04").glob("KEL-TD.*")).read_bytes())
    yield hitung(kota, "2026-05", paralel, koreksi="berkas yang benar")


@pytest.mark.menyeluruh
def test_yang_dikirim_cukup_bagi_tiap_unit(tmp_path, monkeypatch):
    """Where something were missing, a unit would seem not to have submitted, or its months before not to have been."""
    monkeypatch.setattr(jam, "kini", lambda: SAAT)
    jauh = kota_bkn(tmp_path / "jauh" / "kota")
    dekat, ringan = shutil.copytree(jauh, tmp_path / "dekat" / "kota"), target_ringan(jauh)
    for _ in zip(cerita(jauh, ringan, Jauh()), cerita(dekat, ringan, 1), strict=True):
        assert isi(jauh / "hasil") == isi(dekat / "hasil")
    temuan = (jauh / "hasil" / "2026-05" / "temuan.csv").read_text(encoding="utf-8")
    assert {kode for kode in ("target-diturunkan", "perilaku-dari-bkn") if kode in temuan} == {
        "target-diturunkan", "perilaku-dari-bkn",
    }  # fmt: skip


def test_yang_dikirim_tidak_tinggal_di_pekerja(tmp_path):
    konteks = siapkan(salin_contoh(tmp_path / "kota"), "2026-01")
    semua = [FolderDikirim.siapkan(konteks, f"j{nomor}") for nomor in range(6)]
    folder = [ini.kerjakan(lambda di_sana, _: di_sana.ruang.akar, None)[0] for ini in semua]
    assert [ini.is_dir() for ini in folder] == [False, False, True, True, True, True]
    assert (folder[5] / "target" / "PKM-TB.xlsx").stat().st_mtime_ns == (
        konteks.ruang.akar / "target" / "PKM-TB.xlsx"
    ).stat().st_mtime_ns
    assert not (folder[5] / "capaian" / "2026-02").exists()
    # Whoever computes aside names a folder that no worker has.
    di_samping = FolderDikirim.siapkan(replace(konteks, tujuan=tmp_path / "banding"), "samping")
    assert di_samping.kerjakan(lambda di_sana, _: di_sana.tujuan, None)[0] is None
    bekal.buang_kiriman("samping")
    kembali = semua[0].kerjakan(lambda di_sana, _: di_sana.ruang.akar, None)[0]
    assert kembali.is_dir()
    for nomor in range(6):
        bekal.buang_kiriman(f"j{nomor}")
    assert not any(ini.exists() for ini in (*folder, kembali))


def test_pekerja_tanpa_ruang_bagi_kiriman_disebut(tmp_path, monkeypatch):
    def penuh(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(bekal, "TemporaryDirectory", penuh)
    milik = FolderDikirim.siapkan(siapkan(salin_contoh(tmp_path / "kota"), "2026-01"), "j")
    with pytest.raises(PekerjaLainError, match=rf"folder sementara komputer {platform.node()} \(.+\)$"):
        milik.kerjakan(lambda *_: None, "A")


def test_yang_tidak_dapat_dibaca_menghentikan_dengan_kalimat(tmp_path, monkeypatch):
    """What is not sent would seem not to have been submitted; what Excel lays beside an open book is nobody's submission."""
    konteks = siapkan(salin_contoh(tmp_path / "kota"), "2026-01")
    (konteks.ruang.folder_target / "~$PKM-TB.xlsx").write_bytes(b"x")
    assert "target/~$PKM-TB.xlsx" not in FolderDikirim.siapkan(konteks, "j").isi
    asli = Path.read_bytes

    def terkunci(berkas):
        if berkas.name == "PKM-TB.xlsx":
            raise PermissionError(13, "Permission denied")
        return asli(berkas)

    monkeypatch.setattr(Path, "read_bytes", terkunci)
    with pytest.raises(
        PenggunaanError, match=r"PKM-TB\.xlsx tidak dapat dibuka \(tidak diizinkan\)\. Tutup program"
    ):
        FolderDikirim.siapkan(konteks, "j")


def test_berkas_unit_kembali_dan_tidak_tinggal_di_pekerja(tmp_path):
    ditulis = []

    def tugas(di_sana, _):
        ditulis.append(di_sana.folder / "A/nilai.xlsx")
        ditulis[0].parent.mkdir(parents=True)
        ditulis[0].write_bytes(b"isi")
        return SimpleNamespace(keluaran={"A/nilai.xlsx": "sidik"}, pesan=[])

    kiriman = FolderDikirim.siapkan(siapkan(salin_contoh(tmp_path / "kota"), "2026-01"), "kembali")
    assert kiriman.kerjakan(tugas, None)[1] == {"A/nilai.xlsx": b"isi"}
    assert not ditulis[0].exists()
    bekal.buang_kiriman("kembali")


def test_berkas_unit_yang_tidak_dapat_ditulis_disebut(tmp_path):
    konteks = replace(siapkan(salin_contoh(tmp_path / "kota"), "2026-01"), tujuan=tmp_path)
    (tmp_path / "A").write_text("bukan folder", encoding="utf-8")
    hasil = SimpleNamespace(keluaran={"A/nilai.xlsx": "sidik", "B/nilai.xlsx": "sidik"}, pesan=[])
    diterima = FolderDikirim.terima(konteks, (hasil, {"A/nilai.xlsx": b"a", "B/nilai.xlsx": b"b"}))
    assert diterima.keluaran == {"B/nilai.xlsx": "sidik"}
    (pesan,) = diterima.pesan
    assert str(tmp_path / "A" / "nilai.xlsx") in pesan
    assert (tmp_path / "B" / "nilai.xlsx").read_bytes() == b"b"


@pytest.fixture
def bersama(tmp_path):
    return FolderBersama(SimpleNamespace(folder=tmp_path), "j")


def test_folder_bersama_ditunggu_terlihat_lalu_ditolak(monkeypatch, bersama):
    """Another computer's new file shows late in a network folder; in a folder that only has the same settings it never does."""
    jam, lihat = iter([0, 15, 15.1]), []
    palsu = SimpleNamespace(monotonic=lambda: next(jam), sleep=lihat.append)
    monkeypatch.setattr(bekal, "time", palsu)
    with pytest.raises(PekerjaLainError) as akhir:
        bersama.kerjakan(lambda *_: None, "A")
    folder = bersama.konteks.folder
    assert str(akhir.value) == f"folder {folder} di komputer {platform.node()} bukan yang di sini"
    assert lihat == [0.5]
    jam, palsu.sleep = iter([0, 0]), lambda _: bersama.tanda.touch()
    assert bersama.kerjakan(lambda *isi: isi, "A") == (bersama.konteks, "A")
