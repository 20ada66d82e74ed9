"""Who signs, in the example city: each unit's head with NIP, and above the head whoever rates the head."""

import openpyxl
import pytest

from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.buku.rekap import tulis_buku_rekap

KEPALA = {
    "PKM-TB": ("dr. Fadlurrahmi Guci", "196905251992012925"),
    "DINKES": ("dr. Syafwandi Sikumbang, M.Kes.", "197609152003121913"),
}


def kolom_tanda(lembar):
    """Return what stands in the column of the line to sign on, from the place and date on."""
    awal = next(sel for baris in lembar.iter_rows() for sel in baris if str(sel.value).startswith("…"))
    baris = lembar.iter_rows(min_row=awal.row, min_col=awal.column, max_col=awal.column, values_only=True)
    return [isi for (isi,) in baris if isi and not str(isi).startswith("…")]


@pytest.mark.parametrize(
    ("unit", "penilai"),
    [
        ("PKM-TB", ["dr. Syafwandi Sikumbang, M.Kes.", "NIP 197609152003121913"]),
        ("DINKES", ["NIP 197006221994121981"]),
    ],
)
def test_buku_nilai(mei, unit, penilai):
    nama, nip = KEPALA[unit]
    isi = kolom_tanda(openpyxl.load_workbook(mei / f"hasil/2026-05/{unit}/nilai.xlsx")["Nilai"])
    assert isi[1:3] == [nama, f"NIP {nip}"]
    assert isi[3:] == ["Untuk nilai kepala unit ini, pejabat penilainya,", *penilai]


def test_halaman_unit_menyebut_keduanya(mei):
    teks = (mei / "hasil/2026-05/DINKES/ringkasan.html").read_text(encoding="utf-8")
    assert "<dd>dr. Syafwandi Sikumbang, M.Kes. <small>NIP 197609152003121913</small></dd>" in teks
    assert (
        "<dt>Pejabat penilai kepala unit</dt><dd>di luar daftar pegawai <small>NIP 197006221994121981</small>"
        in teks
    )


def test_lembar_unit_di_rekap(mei, tmp_path):
    konteks = siapkan(mei, "2026-05")
    rekap = susun_rekap(bahan_rekap(konteks, tuple(konteks.skema.unit)))
    tulis_buku_rekap(tmp_path / "rekap.xlsx", rekap)
    buku = openpyxl.load_workbook(tmp_path / "rekap.xlsx")
    for unit, (nama, nip) in KEPALA.items():
        lembar = next(ws for ws in buku if f"({unit})" in "".join(str(sel.value) for sel in ws["C"][:5]))
        assert kolom_tanda(lembar)[1:] == [nama, f"NIP {nip}"]
