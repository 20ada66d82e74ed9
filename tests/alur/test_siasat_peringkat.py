"""Tricks on a unit's rank, each tried on the example city through `hitung` and `rekap`: it fails, or it is named.

PKM-TB stands in the middle in May. Whoever wants it higher leaves its weakest out, in one way or another.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from test_rekap_hitungan import baca, rekap

from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.rekap import Rekap

UNIT, MEI = "PKM-TB", "2026-05"
GAGAL, DISEBUT = "gagal", "disebut"


def kedudukan(hasil: Rekap, kode: str = UNIT):
    return next(u for u in hasil.unit if u.ringkas.kode == kode)


def terlemah(kota: Path, banyak: int) -> list[str]:
    milik = [b for b in baca(kota, MEI, "nilai.csv") if b["kode_unit"] == UNIT]
    return [b["nip"] for b in sorted(milik, key=lambda b: float(b["nilai_hasil_kerja"]))[:banyak]]


def ubah(
    berkas: Path, lembar: str, nip: Iterable[str], kolom: str, isi: object, *, semua: bool = False
) -> None:
    """Write into a column of the rows of some ASN: into their first row, or into all of them."""
    buku = openpyxl.load_workbook(berkas)
    kepala = next(b for b in buku[lembar].iter_rows() if "NIP" in {sel.value for sel in b})
    letak = {sel.value: sel.column for sel in kepala}
    sudah = set()
    for nomor in range(kepala[0].row + 1, buku[lembar].max_row + 1):
        ini = str(buku[lembar].cell(nomor, letak["NIP"]).value)
        if ini in nip and (semua or ini not in sudah):
            buku[lembar].cell(nomor, letak[kolom]).value = isi
            sudah.add(ini)
    assert sudah == set(nip)
    buku.save(berkas)


def capaian(kota: Path) -> Path:
    return kota / "capaian" / MEI / f"{UNIT}.xlsx"


def kosongkan(kota: Path, nip: list[str]) -> None:
    """Leave the first row of some ASN blank, a ratio's parts too."""
    for kolom in ("Realisasi", "Pembilang", "Penyebut"):
        ubah(capaian(kota), "Capaian", nip, kolom, None)


def hapus_perilaku(kota: Path, nip: list[str]) -> None:
    buku = openpyxl.load_workbook(capaian(kota))
    for baris in buku["Perilaku"].iter_rows(min_row=10):
        if str(baris[1].value) in nip:
            for sel in baris[3:]:
                sel.value = None
    buku.save(capaian(kota))


def ganda(kota: Path, nip: list[str]) -> None:
    """Split the rows of the weak: the same indicator once more, with a better figure."""
    buku = openpyxl.load_workbook(capaian(kota))
    lembar = buku["Capaian"]
    for baris in [b for b in lembar.iter_rows(min_row=10, values_only=True) if str(b[1]) in nip]:
        lembar.append([*baris[:7], 10_000, *baris[8:]])
    buku.save(capaian(kota))


def pindahkan(kota: Path, nip: list[str]) -> None:
    ubah(kota / "skema.xlsx", "Pegawai", nip, "Kode Unit", "DINKES")


def pecah(kota: Path, nip: list[str]) -> None:
    """Split the unit: the weak become one of their own."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    akhir = max(b[0].row for b in buku["Unit"].iter_rows() if b[0].value)
    for kolom, isi in enumerate(("PUSTU", "Puskesmas Pembantu", "Puskesmas"), 1):
        buku["Unit"].cell(akhir + 1, kolom).value = isi
    buku.save(kota / "skema.xlsx")
    ubah(kota / "skema.xlsx", "Pegawai", nip, "Kode Unit", "PUSTU")


def keluarkan(kota: Path, nip: list[str]) -> None:
    """Take the weak from the register altogether."""
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for baris in buku["Pegawai"].iter_rows(min_row=5):
        if str(baris[0].value) in nip:
            for sel in baris:
                sel.value = None
    buku.save(kota / "skema.xlsx")


def rusakkan(kota: Path, nip: list[str]) -> None:
    """Make the weak ones' rows of the register faulty."""
    ubah(kota / "skema.xlsx", "Pegawai", nip, "Mulai", "entah kapan")


def buang_setoran(kota: Path, _nip: list[str]) -> None:
    capaian(kota).unlink()


SIASAT = [
    ("satu realisasi dikosongkan", kosongkan, 1, DISEBUT),
    ("dua realisasi dikosongkan", kosongkan, 2, GAGAL),
    ("perilaku satu orang dikosongkan", hapus_perilaku, 1, DISEBUT),
    ("baris digandakan", ganda, 1, DISEBUT),
    ("dipindah ke unit lain", pindahkan, 1, DISEBUT),
    ("tiga orang dipindah ke unit lain", pindahkan, 3, DISEBUT),
    ("unit dipecah", pecah, 4, DISEBUT),
    ("dikeluarkan dari register", keluarkan, 1, DISEBUT),
    ("baris register dirusak", rusakkan, 1, DISEBUT),
    ("bulan yang buruk tidak disetor", buang_setoran, 0, GAGAL),
]


@pytest.mark.parametrize(("siasat", "banyak", "akhir"), [s[1:] for s in SIASAT], ids=[s[0] for s in SIASAT])
def test_siasat_menaikkan_peringkat_gagal_atau_disebut(
    kota_terhitung, tmp_path, jalankan, siasat, banyak, akhir
):
    kota = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    semula = kedudukan(rekap(kota, MEI))
    nip = terlemah(kota, banyak)
    siasat(kota, nip)
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    hasil = rekap(kota, MEI)
    kini = kedudukan(hasil)
    if akhir == GAGAL:
        assert kini.peringkat is None
        assert kini in hasil.sorotan.belum_diperingkat
        assert kini not in hasil.sorotan.memimpin
        return
    assert kini.rata_rata > semula.rata_rata
    assert kini.peringkat < semula.peringkat
    assert kini.tanda == "terangkat"
    assert kini.kedudukan.terangkat.peringkat > kini.peringkat
    assert kini.kedudukan.terangkat.belum + kini.kedudukan.terangkat.keluar == banyak
    assert any(catatan.startswith(f"{UNIT}: peringkatnya terangkat") for catatan in hasil.catatan)


def test_unit_yang_dikosongkan_disebut_dengan_tempat_orangnya_kini(kota_terhitung, tmp_path, jalankan):
    """A unit that did badly is merged into another, or its people are written off: it leaves the ranking."""
    kota = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    milik = [b["nip"] for b in baca(kota, "2026-04", "nilai.csv") if b["kode_unit"] == "KEL-TD"]
    ubah(kota / "skema.xlsx", "Pegawai", milik[:2], "Kode Unit", "KEL-PPK")
    ubah(kota / "skema.xlsx", "Pegawai", milik[2:], "Selesai", "2026-04-30")
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    hasil = rekap(kota, MEI)
    assert kedudukan(hasil, "KEL-TD").peringkat is None
    rata = tulis_rata(kedudukan(hasil, "KEL-TD").bulan[3].rata_rata, 2)
    kalimat = (
        f"KEL-TD tidak mempunyai ASN lagi, jadi tidak diperingkat. {len(milik)} ASN-nya pada April 2026, rata-rata NHK {rata}, pada "
        f"Mei 2026: 2 di KEL-PPK, {len(milik) - 2} tidak ditempatkan."
    )
    assert [catatan for catatan in hasil.catatan if catatan.startswith("KEL-TD")] == [kalimat]
    assert not [catatan for catatan in rekap(kota, "2026-04").catatan if catatan.startswith("KEL-TD")]


def test_bulan_yang_hanya_dilihat_untuk_pola_tidak_membuat_usang(kota_terhitung, tmp_path, jalankan):
    """June's criteria look at March and May; a corrected May is named, April and the months before are not."""
    kota = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    kosongkan(kota, terlemah(kota, 1))
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    juni = next(usang for usang in rekap(kota, "2026-06").sorotan.usang if usang.periode.kode == "2026-06")
    assert juni.gabungan.berkas == ("hasil/2026-05/nilai.csv",)
