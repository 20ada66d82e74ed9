"""A unit that sends again: `validasi` says what its books say otherwise than those last computed, and is silent of all others."""

import shutil
from types import SimpleNamespace

import openpyxl
import pytest
from alur.riwayat.buku_uji import ubah

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.riwayat.keadaan import Isi, Kunci
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.alur.riwayat import kiriman_lalu
from asn_nilai.terbit.data.manifes import Manifes

MEI = ("--periode", "2026-05", "--paralel", "1")
NIP, KODE = "198604092024212934", "KES-04"
CAPAIAN, TARGET = "capaian/2026-05/PKM-TB.xlsx", "target/PKM-TB.xlsx"
KATA = "sejak kiriman lalu berubah"


def layar(jalankan, kota) -> str:
    return " ".join(jalankan("validasi", kota, *MEI)[2].split())


@pytest.mark.usefixtures("mei")
def test_target_dahulu_lalu_realisasi_dan_perilaku_dengan_selnya(kota, jalankan):
    assert KATA not in layar(jalankan, kota)
    sel_perilaku, *_ = ubah(kota / CAPAIAN, "Perilaku", "Loyal", NIP, "", "Di Bawah Ekspektasi")
    sel_realisasi, dulu, kini = ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 2)
    sel_target, target, _ = ubah(kota / TARGET, "Target", "Mei", NIP, KODE, lambda isi: isi - 1)
    tertulis = layar(jalankan, kota)
    assert tertulis.count(KATA) == 1
    kalimat = tertulis[tertulis.index(KATA) :]
    assert kalimat.startswith(f"{KATA}: 1 target dan bobot, 1 realisasi, 1 perilaku. Target {NIP} {KODE}")
    for kata in (
        f"{target:g} menjadi {target - 1:g} ({TARGET} › Target › {sel_target})",
        f"Realisasi {NIP} {KODE} {dulu:g} menjadi {kini:g} ({CAPAIAN} › Capaian › {sel_realisasi})",
        f"menjadi Di Bawah Ekspektasi ({CAPAIAN} › Perilaku › {sel_perilaku})",
    ):
        assert kata.replace(".", ",").replace(",xlsx", ".xlsx") in kalimat
    jalankan("hitung", kota, *MEI)
    assert KATA not in layar(jalankan, kota)


@pytest.mark.usefixtures("mei")
def test_yang_disimpan_ulang_tanpa_perubahan_tidak_disebut(kota, jalankan):
    sebelum = (kota / CAPAIAN).read_bytes()
    openpyxl.load_workbook(kota / CAPAIAN).save(kota / CAPAIAN)
    assert (kota / CAPAIAN).read_bytes() != sebelum
    assert KATA not in layar(jalankan, kota)


@pytest.mark.usefixtures("mei")
def test_yang_hilang_atau_rusak_tidak_disebut_berubah(kota, jalankan):
    (kota / CAPAIAN).write_bytes(b"bukan buku")
    assert KATA not in layar(jalankan, kota)
    (kota / CAPAIAN).unlink()
    (kota / TARGET).unlink()
    assert KATA not in layar(jalankan, kota)


def test_kiriman_pertama_bukan_perubahan(kota, jalankan):
    simpanan = shutil.copy(kota / CAPAIAN, kota.parent / "simpanan.xlsx")
    (kota / CAPAIAN).unlink()
    jalankan("hitung", kota, *MEI)
    shutil.copy(simpanan, kota / CAPAIAN)
    assert KATA not in layar(jalankan, kota)


@pytest.mark.usefixtures("mei")
def test_register_tahu_juga_tanpa_hasil(kota, jalankan):
    shutil.rmtree(kota / "hasil")
    assert KATA not in layar(jalankan, kota)
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 2)
    assert f"{KATA}: 1 realisasi." in layar(jalankan, kota)


@pytest.mark.usefixtures("mei")
def test_catatan_hasil_dibaca_sekali_untuk_semua_unit(kota, jalankan, monkeypatch):
    dibaca = []
    asli = Manifes.baca.__func__
    monkeypatch.setattr(
        "asn_nilai.alur.riwayat.kiriman_lalu.Manifes.baca",
        classmethod(lambda kelas, berkas: dibaca.append(berkas) or asli(kelas, berkas)),
    )
    unit = sorted(berkas.stem for berkas in (kota / "capaian/2026-05").iterdir())
    jalankan("validasi", kota, *MEI)
    milik = [berkas for berkas in dibaca if berkas.parent.name == "2026-05"]
    assert len(unit) > len(milik) > 0
    assert len(milik) == 1


@pytest.mark.usefixtures("mei")
def test_tanpa_catatan_hasil_berkas_dibandingkan_isinya(kota, jalankan):
    (kota / "hasil/2026-05/manifes.json").unlink()
    assert KATA not in layar(jalankan, kota)


@pytest.mark.parametrize(
    ("target", "bulan", "berubah"),
    [
        (True, (1, 2), ["target", "bobot", "realisasi", "perilaku"]),
        (False, (1, 2), ["realisasi", "perilaku"]),  # a book that is gone says nothing
        (True, (2,), ["target", "bobot"]),  # nor does a month that is
    ],
)
def test_yang_tidak_terbaca_tidak_mengatakan_apa_pun(monkeypatch, target, bulan, berubah):
    def entri(isi):
        return {Kunci(apa, "A", "1", "X"): Isi(isi) for apa in ("perilaku", "realisasi", "bobot", "target")}

    register = SimpleNamespace(isi=lambda _: SimpleNamespace(keadaan=lambda _: entri("lama")))
    monkeypatch.setattr(kiriman_lalu, "register_periode", lambda _: register)
    monkeypatch.setattr(kiriman_lalu, "entri_masukan", lambda *_: entri("baru"))
    monkeypatch.setattr(kiriman_lalu, "bentuk_kini", lambda lama, _: lama)
    monkeypatch.setattr(kiriman_lalu, "_sama_seperti_dihitung", lambda *_: False)
    konteks = SimpleNamespace(
        riwayat=SimpleNamespace(pertama=("ada",)), skema=None, periode=Periode.dari_teks("2026-01:2026-02")
    )
    isian = IsianUnit(
        Unit("A", "Dinas A"), object() if target else None, {Bulan(2026, b): object() for b in bulan}
    )
    assert [ini.kunci.apa for ini in kiriman_lalu.berubah_sejak_dihitung(konteks, isian)] == berubah


@pytest.mark.parametrize(("kedua", "sama"), [("2", True), ("lain", False)])
def test_sama_hanya_bila_setiap_bukunya_sama(monkeypatch, tmp_path, kedua, sama):
    monkeypatch.setattr(kiriman_lalu, "_tercatat", lambda _: {"A": {"a.xlsx": "1", "b.xlsx": "2"}})
    konteks = SimpleNamespace(ruang=SimpleNamespace(folder_hasil=lambda _: tmp_path), periode=None)
    isian = IsianUnit(
        Unit("A", "Dinas A"), berkas=["a.xlsx", "b.xlsx"], sidik={"a.xlsx": "1", "b.xlsx": kedua}
    )
    assert kiriman_lalu._sama_seperti_dihitung(konteks, isian) is sama
