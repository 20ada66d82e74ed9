"""A dirty month and its clean twin give the same scores; hostile names do nothing anywhere."""

import csv
import random
from pathlib import Path

import openpyxl
import pytest

LABEL = {
    "NIP": "N I P",
    "Nama": "NAMA\nPEGAWAI",
    "Kode Indikator": "kode  indikator",
    "Satuan": "SATUAN ",
    "Target": "Target\n(bulan ini)",
    "Realisasi": "REALISASI",
}


def nilai(kota: Path, periode: str = "2026-05") -> list[dict[str, str]]:
    with (kota / "hasil" / periode / "nilai.csv").open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def teks_indonesia(angka: float, satuan: str, acak: random.Random) -> object:
    """A figure as somebody types it; only forms that can be read in one way."""
    teks = f"{angka:,.10f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
    if "." in teks and "," not in teks:
        teks = teks.replace(".", "")
    pilihan = [angka, teks, f" {teks}\u00a0", f"'{teks}", f"{teks} {satuan}"]
    return acak.choice([*pilihan, f"{teks}%"] if satuan == "persen" else pilihan)


def kotori(berkas: Path, acak: random.Random) -> None:
    """Lay the table out anew: lower, further right, columns shuffled, labels and numbers as people type them."""
    asal = openpyxl.load_workbook(berkas, data_only=True)
    lembar = asal["Capaian"]
    kepala = next(b for b in lembar.iter_rows() if any(s.value == "Kode Indikator" for s in b))
    label = [s.value for s in kepala if s.value]
    kolom = {s.value: s.column for s in kepala if s.value}
    baris = [
        {k: lembar.cell(b[0].row, c).value for k, c in kolom.items()}
        for b in lembar.iter_rows(min_row=kepala[0].row + 1)
    ]
    baris = [b for b in baris if b["NIP"]]
    identitas = [
        (s.value, s.offset(0, n).value)
        for b in lembar.iter_rows(max_row=kepala[0].row - 1)
        for s in b
        if s.value in {"Kode Unit", "Periode"}
        for n in range(1, 4)
        if s.offset(0, n).value
    ]
    del asal["Capaian"]
    baru = asal.create_sheet("CAPAIAN ", 0)
    for nomor, (nama, isi) in enumerate(dict(identitas).items()):
        baru.cell(4 + nomor, 3, nama)
        baru.cell(4 + nomor, 5, isi)
    acak.shuffle(label)
    atas, kiri = 11, 4
    for n, nama in enumerate(label):
        baru.cell(atas, kiri + n, LABEL.get(nama, nama))
        baru.cell(atas + 1, kiri + n, f"({n + 1})")
    tujuan = atas + 2
    for b in baris:
        tujuan += 1 + (acak.random() < 0.1)
        b["NIP"] = f"{b['NIP'][:8]} {b['NIP'][8:14]} {b['NIP'][14]} {b['NIP'][15:]}"
        for nama in ("Target", "Realisasi"):
            b[nama] = teks_indonesia(b[nama], b["Satuan"], acak)
        for n, nama in enumerate(label):
            baru.cell(tujuan, kiri + n, b[nama])
    baru.cell(tujuan + 2, kiri + label.index("Nama"), "JUMLAH")
    baru.cell(tujuan + 2, kiri + label.index("Realisasi"), 123456)
    for nomor_baris in range(tujuan + 3, tujuan + 300):
        baru.cell(nomor_baris, kiri).number_format = "0.00"
    asal.save(berkas)


@pytest.mark.parametrize("benih", [1, 2])
@pytest.mark.usefixtures("mei")
def test_bulan_kotor_dan_kembarannya_yang_bersih_bernilai_sama(kota, hasil_json, benih):
    bersih = nilai(kota)
    acak = random.Random(benih)
    for berkas in sorted((kota / "capaian/2026-05").glob("*.xlsx")):
        kotori(berkas, acak)
    status, isi = hasil_json("hitung", kota, "--periode", "2026-05")
    assert [t for t in isi["temuan"] if t["tingkat"] != "info"] == []
    assert isi["dibawa"] == []
    assert (status, nilai(kota)) == (0, bersih)


JAHAT = (
    "<script>alert(1)</script>",
    '=HYPERLINK("http://jahat.invalid","klik")',
    "../../etc/passwd",
    '"><img src=x onerror=1>',
)


def test_nama_jahat_tampil_sebagai_teks_dan_tidak_berbuat_apa_pun(kota, jalankan):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    for lembar, kolom in (
        ("Pegawai", "Nama"),
        ("Pegawai", "Jabatan"),
        ("Unit", "Unit Kerja"),
        ("Indikator", "Indikator"),
    ):
        isian = buku[lembar]
        kepala = next(b for b in isian.iter_rows() if any(s.value == kolom for s in b))
        letak = next(s.column for s in kepala if s.value == kolom)
        for nomor in range(8):
            sel = isian.cell(kepala[0].row + 1 + nomor, letak)
            sel.value = JAHAT[nomor % 4]
            sel.data_type = "s"
    buku.save(kota / "skema.xlsx")
    status, _, _ = jalankan("hitung", kota, "--periode", "2026-05")
    assert status == 0
    hasil = kota / "hasil/2026-05"
    baris = nilai(kota)
    assert {JAHAT[0], "'" + JAHAT[1], JAHAT[2], JAHAT[3]} <= {b["nama"] for b in baris}
    for halaman in hasil.rglob("*.html"):
        teks = halaman.read_text(encoding="utf-8")
        assert "<script" not in teks
        assert "<img" not in teks
    for berkas in hasil.rglob("nilai.xlsx"):
        for lembar in openpyxl.load_workbook(berkas):
            for sel in (s for b in lembar.iter_rows() for s in b):
                assert not (sel.data_type == "f" and "HYPERLINK" in sel.value and "jahat" in sel.value)
    assert {f.name for f in hasil.iterdir()} <= {f.name for f in (kota / "target").iterdir()} | {
        *(f.stem for f in (kota / "target").iterdir()),
        "index.html", "manifes.json", "nilai.csv", "rincian.csv", "rasio.csv", "temuan.csv", "tindak_lanjut.csv", "perubahan.csv",
        ".sedang-dihitung.lock",
    }  # fmt: skip


@pytest.mark.parametrize(
    "kode",
    ["../jahat", "a/b", "a\\b", "CON", "com²", "CONOUT$", "x:y", "tanya?", ".", "PUBLIK", "kartu", "Pesan"],
)
def test_kode_unit_yang_tidak_dapat_menjadi_nama_folder_ditolak_di_selnya(kota, hasil_json, kode):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    isian = buku["Unit"]
    kepala = next(b for b in isian.iter_rows() if any(s.value == "Kode Unit" for s in b))
    letak = next(s.column for s in kepala if s.value == "Kode Unit")
    sel = isian.cell(kepala[0].row + 1, letak)
    sel.value = kode
    buku.save(kota / "skema.xlsx")
    status, isi = hasil_json("hitung", kota, "--periode", "2026-05")
    assert status == 1
    salah = [t for t in isi["temuan"] if t["kode"] == "skema-tidak-sah"]
    assert (salah[0]["berkas"], salah[0]["lembar"], salah[0]["sel"]) == ("skema.xlsx", "Unit", sel.coordinate)
    assert kode not in [u["kode_unit"] for u in isi["unit"]]
    assert sorted(f.name for f in kota.parent.iterdir()) == ["kota"]
