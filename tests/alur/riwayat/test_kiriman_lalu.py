"""A unit that sends again: `validasi` says what its books say otherwise than those last computed, and is silent of all others."""

import shutil

import openpyxl
import pytest
from alur.riwayat.buku_uji import ubah

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
