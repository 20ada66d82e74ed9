"""A skema with a fault of each kind: what is said of every cell, and why each person and indicator cannot stand, whole."""

from pathlib import Path

import pytest
from keluaran_beku import cocokkan
from skema_kotor import kotori, salin, ubah_skema

from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca import baca_skema
from asn_nilai.baca.skema import buku_skema
from asn_nilai.baca.skema.baris_pegawai import baca_lurus
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError

LAGI = {
    "Unit": {
        "C8": None, "C9": "kelurahan", "C10": "Kelurahan ", "D10": "199901012020011001", "D11": None, "A13": "KEL-TD", "B13": "Kelurahan",
        "A14": "kartu", "B14": "Kantor Kartu", "A15": "A/B", "B15": "Bergaris", "A16": "U", "A17": "K K", "B17": "Berspasi",
    },
    "Pegawai": {
        "D6": "V/f", "F6": "Jabatan Entah", "H7": "199901012020011001", "I8": "01/05/2026", "J8": "30/04/2026", "H30": "1985",
        "A31": "=1/0", "G32": "pkm-tb", "C33": None, "D34": "IX", "B35": "  Nama   berspasi ",
    },
    "Indikator": {
        "F6": "Naik", "G7": "Sum", "G8": "Kira-kira", "H9": "Persentase", "I10": 10, "J10": 5, "K11": "x", "L12": "Harian", "M13": "Mungkin",
        "N14": "Puskesmas; Entah, Dinas", "A15": None, "B16": None, "E17": None, "A18": "UMM-01", "G19": "Rasio", "F20": None, "I21": "1.250",
        "A22": "198001012005011001",
    },
}  # fmt: skip


def tertulis(temuan: Temuan) -> str:
    akar = f" (karena {temuan.akar.letak})" if temuan.akar else ""
    return f"{temuan.letak} [{temuan.kode}]{akar}\n  {temuan.pesan}\n  → {temuan.saran}\n"


def kota_kotor(tempat: Path) -> RuangKerja:
    kota = salin(tempat)
    kotori(kota)

    def ubah(buku) -> None:
        for lembar, sel in LAGI.items():
            for alamat, isi in sel.items():
                buku[lembar][alamat].value = isi

    ubah_skema(kota, ubah)
    return RuangKerja.buka(kota)


def test_pegawai_yang_lurus_dibaca_sama_seperti_sel_demi_sel(tmp_path, monkeypatch):
    ruang, lurus = kota_kotor(tmp_path / "kota"), []

    def lalu_tidak_satu_pun(baris, unit):
        lurus.extend(baca_lurus(baris, unit))
        return [None] * len(lurus)

    skema, temuan = baca_skema(ruang)
    monkeypatch.setattr(buku_skema, "baca_lurus", lalu_tidak_satu_pun)
    satu_satu = baca_skema(ruang)
    assert 10 < sum(isi is None for isi in lurus) < len(lurus) / 2
    assert satu_satu == (skema, temuan)
    assert satu_satu[0].asal_pegawai == skema.asal_pegawai


def test_setiap_kesalahan_dengan_kalimatnya(tmp_path):
    skema, temuan = baca_skema(kota_kotor(tmp_path / "kota"))
    isi = ["== Temuan\n", *map(tertulis, temuan), "== Yang tidak dapat berdiri\n"]
    for cacat in skema.cacat:
        isi.append(f"{cacat.nip} {cacat.nama} {[*cacat.cacat]} {[*cacat.sah]}\n")
        isi += [f"  {sebab.letak}: {sebab.pesan}\n" for sebab in cacat.sebab]
    isi += [
        f"{cacat.kode} {cacat.nama}\n  {cacat.sebab.letak}: {cacat.sebab.pesan}\n"
        for cacat in skema.indikator_cacat
    ]
    isi.append("== Yang berdiri\n")
    isi += [f"{ini}\n" for ini in (*skema.unit.values(), *skema.penempatan[:30])]
    cocokkan("skema-kotor.txt", "".join(isi))


@pytest.mark.parametrize(
    ("lembar", "sel", "kalimat"),
    [
        ("Unit", {}, "skema.xlsx › Unit: belum ada unit yang dapat dipakai di bawah kepala tabelnya. Isi lembar itu dahulu; hasil yang sudah ada tidak diubah."),
        ("Pegawai", {}, "skema.xlsx › Pegawai: belum ada pegawai di bawah kepala tabelnya. Isi lembar itu dahulu; hasil yang sudah ada tidak diubah."),
        (
            "Unit", {"A5": "A/B", "B5": "Dinas"},
            (
                "skema.xlsx › Unit: belum ada unit yang dapat dipakai di bawah kepala tabelnya. Isi lembar itu dahulu; hasil yang sudah ada tidak diubah. "
                "skema.xlsx › Unit › A5: Kode Unit berisi 'A/B'. Yang dikenal: kode yang dapat menjadi nama berkas, selain kartu, pesan, dan publik, "
                "misalnya PKM-TB."
            ),
        ),
    ],
)  # fmt: skip
def test_lembar_tanpa_satu_baris_pun_disebut(tmp_path, lembar, sel, kalimat):
    kota = salin(tmp_path / "kota")

    def ubah(buku) -> None:
        buku[lembar].delete_rows(5, 500)
        for alamat, isi in sel.items():
            buku[lembar][alamat].value = isi

    ubah_skema(kota, ubah)
    with pytest.raises(RuangKerjaTidakSahError) as galat:
        baca_skema(RuangKerja.buka(kota))
    assert str(galat.value) == kalimat


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [
        (["skema 2026.xlsx"], "Yang ada skema 2026.xlsx: ubah namanya menjadi skema.xlsx, lalu jalankan lagi."),
        (
            ["skema (1).xlsx", "skema baru.ods"],
            "Yang ada skema (1).xlsx dan skema baru.ods: ubah nama yang benar menjadi skema.xlsx, lalu jalankan lagi.",
        ),
        (
            ["skema.csv"],
            (
                "Yang ada skema.csv, bukan buku kerja: buka di Excel, lalu pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx), nama "
                "skema.xlsx."
            ),
        ),
    ],
)  # fmt: skip
def test_skema_yang_bernama_lain_disebut(tmp_path, nama, kalimat):
    kota = salin(tmp_path / "kota")
    (kota / "skema.xlsx").unlink()
    for berkas in nama:
        (kota / berkas).write_bytes(b"")
    with pytest.raises(RuangKerjaTidakSahError) as galat:
        baca_skema(RuangKerja.buka(kota))
    assert str(galat.value) == f"Skema skema.xlsx tidak ada di {kota}. {kalimat}"
