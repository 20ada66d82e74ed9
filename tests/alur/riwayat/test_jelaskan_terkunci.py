"""An explanation and a card beside what was locked: they bear its code only while they say the same, to the last cell."""

import json
import shutil
from types import SimpleNamespace

import pytest
from alur.riwayat.buku_uji import ubah
from alur.riwayat.test_celah import CAPAIAN, MEI, NIP

from asn_nilai.alur.masukan.masukan_unit import CETAK, LALU
from asn_nilai.alur.terbitan.nilai_terbit import NilaiTerbit, _tertulis

DINKES = "197609152003121913"
"""Somebody of another unit."""


def kartu(kota, jalankan, nip: str) -> tuple[str, str]:
    """Return what `jelaskan` says beside the explanation, and the card."""
    _, _, pesan = jalankan("jelaskan", nip, kota, "--periode", "2026-05")
    return pesan, (kota / f"hasil/2026-05/kartu/kartu-{nip}.html").read_text(encoding="utf-8")


def kode(kota) -> str:
    return json.loads((kota / "riwayat/2026-05/v1/manifes.json").read_text(encoding="utf-8"))["kode"]


def test_kartu_berkode_hanya_selagi_isinya_yang_dikunci(terkunci, jalankan):
    assert kode(terkunci) in kartu(terkunci, jalankan, NIP)[1]
    ubah(terkunci / CAPAIAN, "Perilaku", "Rating Perilaku", NIP, "", "Di Atas Ekspektasi")
    pesan, halaman = kartu(terkunci, jalankan, NIP)
    sebab = "perilaku Sesuai Ekspektasi dan predikat Butuh Perbaikan: masukan atau aturannya lain sejak itu."
    assert sebab in pesan
    assert f"Mei 2026 terkunci (versi 1 · kode {kode(terkunci)} · " in pesan
    assert "Bila perubahannya benar: asn-nilai hitung" in pesan
    assert sebab in halaman
    assert "asn-nilai hitung" not in halaman  # whoever gets the card has no such command
    assert "<dt>Terkunci</dt>" not in halaman
    assert "<dt>Terkunci</dt>" in kartu(terkunci, jalankan, DINKES)[1]


def test_sel_yang_lain_saja_pun_menghapus_kode_dari_kartunya(terkunci, jalankan):
    ubah(terkunci / CAPAIAN, "Perilaku", "Catatan", NIP, "", "ditulis sesudah dikunci")
    pesan, halaman = kartu(terkunci, jalankan, NIP)
    assert "mencatat" not in pesan
    assert ("ditulis sesudah dikunci" in halaman, kode(terkunci) in halaman) == (True, False)


def test_sesudah_hasil_dihapus_yang_dikunci_tetap_menjadi_pegangan(terkunci, jalankan):
    shutil.rmtree(terkunci / "hasil")
    pesan, halaman = kartu(terkunci, jalankan, NIP)
    assert ("mencatat" in pesan, kode(terkunci) in halaman) == (False, True)
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    pesan, halaman = kartu(terkunci, jalankan, NIP)
    assert "riwayat/2026-05/v1/hasil/nilai.csv mencatat NHK " in pesan
    assert ("lain daripada hasil yang tercatat" in halaman, "<dt>Terkunci</dt>" in halaman) == (True, False)


def test_aturan_yang_hanya_dipilih_di_perintah_tidak_dapat_mengoreksi(terkunci, jalankan):
    dulu = (terkunci / "riwayat/2026-05.jsonl").read_bytes()
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--aturan", "pp-30-2019")
    assert (
        status,
        "Bila aturan itu hanya dicoba, tulis --aturan yang sama sesudah: asn-nilai simulasi" in pesan,
    ) == (2, True)
    status, _, pesan = jalankan(
        "hitung", terkunci, *MEI, "--aturan", "pp-30-2019", "--koreksi", "berganti aturan"
    )
    assert status == 2
    assert (
        "tidak dikoreksi menurut pp-30-2019: aturan itu lain daripada yang tertulis di asn-nilai.toml."
        in pesan
    )
    assert (terkunci / "riwayat/2026-05.jsonl").read_bytes() == dulu


@pytest.mark.parametrize(
    "perintah",
    [("jelaskan", NIP), ("jelaskan", "--unit", "PKM-TB"), ("dokumen", "berita-acara")],
    ids=" ".join,
)
def test_yang_terkunci_disegarkan_dengan_koreksi_yang_lain_dengan_menghitung(terkunci, jalankan, perintah):
    """A locked period refuses `hitung`: nobody is sent there. That the results say something else is a status of its own."""
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, "KES-04", 99)
    berstatus = perintah[0] == "jelaskan"
    status, _, pesan = jalankan(*perintah, terkunci, "--periode", "2026-05")
    assert (
        f'Bila perubahannya benar: asn-nilai hitung {terkunci} --periode 2026-05 --koreksi "ALASAN"' in pesan
    )
    assert ("Menyegarkannya" in pesan, status) == (False, int(berstatus))
    shutil.rmtree(terkunci / "riwayat")
    status, _, pesan = jalankan(*perintah, terkunci, "--periode", "2026-05")
    assert f"Menyegarkannya: asn-nilai hitung {terkunci} --periode 2026-05\n" in pesan
    assert status == int(berstatus)


@pytest.mark.parametrize(
    ("di_a", "di_b", "terkunci"),
    [
        (set(), set(), True),
        ({CETAK}, {LALU}, True),
        ({"target/A.xlsx"}, set(), False),
        (set(), {"target/B.xlsx"}, False),
    ],
)
def test_kode_hanya_bila_masukan_setiap_unitnya_tetap(monkeypatch, di_a, di_b, terkunci):
    """Of who moved also the other unit's books; what is only printed, and what earlier months said, changes no score."""
    terbit = object.__new__(NilaiTerbit)
    berubah = {"A": di_a, "B": di_b}
    terbit._versi, terbit._usang, terbit._manifes = "v1", {}, SimpleNamespace(unit=berubah)
    terbit._masukan = SimpleNamespace(berubah_sejak=lambda kode, _: berubah[kode])
    monkeypatch.setattr(NilaiTerbit, "beda", lambda *_: "")
    penjelasan = SimpleNamespace(kode_unit="A", bagian=[SimpleNamespace(kode_unit=kode) for kode in "BA"])
    assert terbit.versi(penjelasan) == ("v1" if terkunci else None)


def test_isi_hasil_ditulis_seperti_orang_menulisnya():
    sel = {
        "nilai_akhir": "95.5",
        "rating_perilaku": "88.25",
        "predikat": "Kurang/misc.",
        "nilai_hasil_kerja": "",
    }
    assert [_tertulis(*isi) for isi in sel.items()] == ["95,5", "88,25", "Kurang/misc.", "kosong"]
