"""One changed row of the registers makes stale only what it touches; what is carried over is what computing anew would give."""

import json
import random
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from laju import bertingkat

MEI = ("--periode", "2026-05")
SEMUA = {"BKPSDM", "DINKES", "DISKOMINFO", "DPMPTSP", "KEL-PPK", "KEL-TD", "PKM-MDG", "PKM-TB"}
BARU = ("199901012026011901", "Orang Baru, S.E.", "PNS", "III/a", "Analis", "Pelaksana")


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes()
        for f in sorted(folder.rglob("*"))
        if f.is_file() and f.suffix != ".lock"
    }


def dicetak(folder: Path) -> dict[str, int]:
    return {f.parent.name: f.stat().st_mtime_ns for f in folder.rglob("nilai.xlsx")}


def ubah(kota: Path, lembar: str, kunci: str, kolom: str, isi: object, kunci_di: str = "") -> None:
    """Write into the row whose first cell (or the column `kunci_di`) is `kunci`, under the header `kolom`."""
    berkas = kota / "skema.xlsx"
    buku = openpyxl.load_workbook(berkas)
    kepala = {sel.value: sel.column - 1 for sel in buku[lembar][4]}
    letak = kepala[kunci_di] if kunci_di else 0
    baris = next(b for b in buku[lembar].iter_rows(min_row=5) if b[letak].value == kunci)
    baris[kepala[kolom]].value = isi
    buku.save(berkas)


def tambah(kota: Path, lembar: str, *isi: object) -> None:
    berkas = kota / "skema.xlsx"
    buku = openpyxl.load_workbook(berkas)
    akhir = max(b[0].row for b in buku[lembar].iter_rows(min_row=5) if b[0].value)
    for kolom, nilai in enumerate(isi, 1):
        buku[lembar].cell(akhir + 1, kolom).value = nilai
    buku.save(berkas)


def setel(kota: Path, teks: str) -> None:
    berkas = kota / "asn-nilai.toml"
    berkas.write_text(berkas.read_text(encoding="utf-8") + teks, encoding="utf-8")


UBAHAN = {
    "pegawai-baru-sejak-juli": (
        lambda k: tambah(k, "Pegawai", *BARU, "DINKES", None, date(2026, 7, 1)),
        set(),
    ),
    "pegawai-baru-sejak-mei": (
        lambda k: tambah(k, "Pegawai", *BARU, "DINKES", None, date(2026, 5, 20)),
        {"DINKES"},
    ),
    "pensiun-akhir-juni": (
        lambda k: ubah(k, "Pegawai", "PKM-TB", "Selesai", date(2026, 6, 30), "Kode Unit"),
        set(),
    ),
    "berhenti-di-tengah-mei": (
        lambda k: ubah(k, "Pegawai", "PKM-TB", "Selesai", date(2026, 5, 15), "Kode Unit"),
        {"PKM-TB"},
    ),
    "pindah-dalam-juli": (
        lambda k: (
            ubah(k, "Pegawai", "197101111996031901", "Selesai", date(2026, 6, 30)),
            tambah(
                k,
                "Pegawai",
                "197101111996031901",
                "Zulfandri Sikumbang, S.STP., M.Si.",
                "PNS",
                "IV/c",
                "Kepala Dinas",
                "Jabatan Pimpinan Tinggi",
                "DINKES",
                None,
                date(2026, 7, 1),
                None,
            ),
        ),
        set(),
    ),
    "jabatan": (lambda k: ubah(k, "Pegawai", "KEL-TD", "Jabatan", "Lurah Muda", "Kode Unit"), {"KEL-TD"}),
    "nama-unit": (lambda k: ubah(k, "Unit", "DINKES", "Unit Kerja", "Dinas Kesehatan dan KB"), {"DINKES"}),
    "nip-kepala": (lambda k: ubah(k, "Unit", "DINKES", "NIP Kepala", "197112171997011937"), {"DINKES"}),
    "atasan-kepala": (
        lambda k: ubah(k, "Pegawai", "Lurah", "NIP Atasan", "197112171997011937", "Jabatan"),
        {"KEL-TD"},
    ),
    # The head of DINKES also rates the heads of two puskesmas, and signs for them.
    "nama-atasan-kepala": (
        lambda k: ubah(k, "Pegawai", "197609152003121913", "Nama", "dr. Syafwandi"),
        {"DINKES", "PKM-TB", "PKM-MDG"},
    ),
    "definisi-indikator": (lambda k: ubah(k, "Indikator", "UMM-01", "Definisi", "Lain"), set()),
    "batas-indikator-semua": (lambda k: ubah(k, "Indikator", "UMM-01", "Batas Atas", 101), SEMUA),
    "indikator-baru": (
        lambda k: tambah(
            k, "Indikator", "BARU-1", "Indikator baru", "", "Kuantitas", "buah", "Maksimal", "Jumlah", "Bulat"
        ),
        set(),
    ),
    "indikator-milik-satu-jenis": (
        lambda k: ubah(k, "Indikator", "Kelurahan", "Nilai Terburuk", 99, "Berlaku Untuk"),
        {"KEL-PPK", "KEL-TD"},
    ),
    "unit-baru": (lambda k: tambah(k, "Unit", "SATPOL", "Satuan Polisi", "Satuan"), {"SATPOL"}),
    "catatan-di-toml": (lambda k: setel(k, "\n# catatan\n"), set()),
    "pengaturan-rekap": (lambda k: setel(k, "\n[rekap]\nunit-kecil = 50\n"), set()),
    "batas-berkas": (lambda k: setel(k, "\n[batas]\nberkas-mb = 20\n"), SEMUA),
}
BIASA = (
    "pegawai-baru-sejak-juli",
    "jabatan",
    "nama-atasan-kepala",
    "indikator-milik-satu-jenis",
    "batas-berkas",
)
"""Of each register one, and what touches none, one, several and all units, in every run."""


@pytest.fixture
def hitung(jalankan):
    """Compute a period anew as far as needed, or wholly; it must get through, whatever it found. Returns what it printed."""

    def _hitung(kota: Path, *pilihan: str, periode: tuple[str, str] = MEI) -> dict[str, int]:
        status, _, pesan = jalankan("hitung", kota, *periode, "--paralel", 1, *pilihan)
        assert status in {0, 1}, pesan
        return dicetak(kota / "hasil" / periode[1])

    return _hitung


def sama_dengan_menghitung_semua(kota: Path, hitung) -> None:
    hasil = kota / "hasil/2026-05"
    lama, sebagian = dicetak(hasil), isi_folder(hasil)
    kini = hitung(kota, "--paksa")
    assert kini.keys() == lama.keys() >= SEMUA
    assert all(kini[unit] != lama[unit] for unit in kini)
    assert isi_folder(hasil) == sebagian


@pytest.mark.usefixtures("mei")
@pytest.mark.parametrize("nama", bertingkat(dict.fromkeys((*BIASA, *UBAHAN)), len(BIASA)))
def test_hanya_yang_tersentuh_dihitung_dan_hasilnya_sama_dengan_menghitung_semua(kota, hitung, nama):
    kerjakan, tersentuh = UBAHAN[nama]
    kerjakan(kota)
    lama = dicetak(kota / "hasil")
    kini = hitung(kota)
    assert {unit for unit in kini if kini[unit] != lama.get(unit)} == tersentuh
    sama_dengan_menghitung_semua(kota, hitung)


@pytest.mark.usefixtures("mei")
def test_unit_yang_dipaksa_saja_dihitung_lagi(kota, hitung):
    """Whose page lies open in the office of another unit need not wait for it, nor is anything of theirs replaced."""
    lama = dicetak(kota / "hasil")
    kini = hitung(kota, "--unit", "DINKES", "--paksa")
    assert [unit for unit in kini if kini[unit] != lama[unit]] == ["DINKES"]


@pytest.mark.usefixtures("mei")
def test_halaman_yang_diubah_bersama_catatannya_ditulis_kembali(kota, hitung):
    """Somebody edits a page and takes it out of the record: what is not recorded is not held to be whole."""
    folder = kota / "hasil/2026-05"
    semula = (folder / "DINKES/ringkasan.html").read_bytes()
    (folder / "DINKES/ringkasan.html").write_text("diubah", encoding="utf-8")
    isi = json.loads((folder / "manifes.json").read_text(encoding="utf-8"))
    for keluaran in (isi["keluaran"], isi["unit"]["DINKES"]["keluaran"]):
        del keluaran["DINKES/ringkasan.html"]
    (folder / "manifes.json").write_text(json.dumps(isi, indent=1, ensure_ascii=False), encoding="utf-8")
    hitung(kota)
    assert (folder / "DINKES/ringkasan.html").read_bytes() == semula


@pytest.mark.usefixtures("mei")
def test_unit_yang_gagal_dihitung_dicoba_lagi_walau_tidak_ada_yang_berubah(kota, hitung, monkeypatch):
    nilai = kota / "hasil/2026-05/nilai.csv"
    semula = nilai.read_bytes()
    with monkeypatch.context() as gagal:

        def berhenti(*_):
            raise ArithmeticError

        gagal.delenv("ASN_NILAI_TELUSUR", raising=False)
        gagal.setattr("asn_nilai.alur.masukan.pemeriksaan.periksa", berhenti)
        hitung(kota, "--paksa")
    assert b",Dinilai," not in nilai.read_bytes()
    hitung(kota)
    assert nilai.read_bytes() == semula


@pytest.mark.usefixtures("mei")
def test_nama_unit_lain_tidak_membuat_rekap_menyebutnya_usang(kota, jalankan):
    ubah(kota, "Unit", "DINKES", "Unit Kerja", "Dinas Kesehatan dan KB")
    status, _, pesan = jalankan("rekap", kota, *MEI)
    assert (status, "sudah usang" in pesan) == (0, False), pesan
    assert "rekap.html" in pesan
    ubah(kota, "Pegawai", "DINKES", "Jabatan", "Perawat", "Kode Unit")
    assert "Mei 2026 sudah usang untuk DINKES: sejak dihitung, berubah skema.xlsx." in jalankan(
        "rekap", kota, *MEI
    )[2].replace("\n", " ")


@pytest.mark.usefixtures("mei")
def test_buku_yang_menyebut_orang_unit_lain_bergantung_pada_seluruh_skema(kota, hitung):
    """Whoever stands in a wrong book is told by where the register has them: that row is not the unit's own."""
    berkas = kota / "capaian/2026-05/KEL-TD.xlsx"
    buku = openpyxl.load_workbook(berkas)
    sel = next(s for b in buku["Capaian"].iter_rows() for s in b if s.value == "NIP")
    buku["Capaian"].cell(sel.row + 1, sel.column).value = "197101111996031901"
    buku.save(berkas)
    lama = hitung(kota)
    ubah(kota, "Pegawai", "197101111996031901", "Nama", "Zulfandri S.")
    kini = hitung(kota)
    assert {unit for unit in kini if kini[unit] != lama[unit]} == {"BKPSDM", "KEL-TD"}
    sama_dengan_menghitung_semua(kota, hitung)


def test_bulan_lalu_yang_dikoreksi_menyentuh_hanya_unit_asn_nya(kota_terhitung, tmp_path, hitung):
    kota = Path(shutil.copytree(kota_terhitung, tmp_path / "kota"))
    berkas = kota / "capaian/2026-04/BKPSDM.xlsx"
    buku = openpyxl.load_workbook(berkas)
    sel = next(s for b in buku["Capaian"].iter_rows() for s in b if s.value == "Realisasi")
    buku["Capaian"].cell(sel.row + 1, sel.column).value = 1
    buku.save(berkas)
    hitung(kota, periode=("--periode", "2026-04"))
    lama = dicetak(kota / "hasil/2026-05")
    kini = hitung(kota)
    assert {unit for unit in kini if kini[unit] != lama[unit]} == {"BKPSDM"}
    sama_dengan_menghitung_semua(kota, hitung)


@pytest.mark.usefixtures("mei")
def test_ubahan_berturut_turut_sembarang_urutan(kota, hitung):
    for nama in random.Random(12).sample([n for n in UBAHAN if UBAHAN[n][1] != SEMUA], 6):
        UBAHAN[nama][0](kota)
        hitung(kota)
    sama_dengan_menghitung_semua(kota, hitung)
