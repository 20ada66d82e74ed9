"""Terminal, rekap.xlsx and rekap.html of the example say the same: who leads, who lags, what is missing, what is stale."""

import contextlib
import io
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from isi_html import isi, potong
from laju import bertingkat
from test_rekap_hitungan import baca, rata

from asn_nilai import cli

PERIODE = (*(f"2026-0{nomor}" for nomor in range(1, 7)), "2026-T1", "2026-01:2026-05")
KURANG = "2026-06 tanpa Februari, isian Maret dan April berubah"


@dataclass
class Muka:
    """The three faces of one recap: the terminal's lines, the workbook's values, the page."""

    terminal: list[str]
    buku: openpyxl.Workbook
    halaman: str
    nilai: list[dict[str, str]]

    def baris(self, label: str) -> str:
        """Return what the terminal says after a label, blank where it says nothing."""
        awal = f"  {label}  "
        return next((baris[len(awal) :].strip() for baris in self.terminal if baris.startswith(awal)), "")

    @property
    def nama(self) -> dict[str, str]:
        """Return the unit's code by its name."""
        return {
            sel[2].value: sel[1].value for sel in self.buku["Peringkat"].iter_rows(min_row=8) if sel[1].value
        }

    def daftar(self, judul: str) -> list[str]:
        """Return a list of the sheet Ringkasan in the terminal's manner: `code mean (caution)`."""
        lembar = self.buku["Ringkasan"]
        atas = next(sel for baris in lembar for sel in baris if str(sel.value).startswith(judul))
        hasil = []
        for nomor in range(atas.row + 1, atas.row + 6):
            teks, angka = (lembar.cell(nomor, atas.column + geser).value for geser in (0, 3))
            if isinstance(angka, int | float):
                nama, tanda = re.fullmatch(r"(.*?)((?: \((?:unit kecil|terangkat)\))?)", teks).groups()
                hasil.append(f"{self.nama[nama]} {angka:.2f}{tanda}".replace(".", ","))
        return hasil

    def juara(self) -> list[list[str]]:
        """Return both lists of the page in the terminal's manner."""
        kolom = re.split("<h3>", potong(self.halaman, "unit"))[1:3]
        hasil = []
        for isi_kolom in kolom:
            hasil.append([])
            for butir in (b for b in isi(isi_kolom, "li") if re.match(r"\d+\. ", b)):
                nama, angka, sisa = re.fullmatch(r"\d+\. (.*?)(\d+,\d\d)(\D*\d.*)", butir, re.DOTALL).groups()
                tanda = next((f" ({t})" for t in ("unit kecil", "terangkat") if t in sisa), "")
                hasil[-1].append(f"{self.nama[nama.strip()]} {angka}{tanda}")
        return hasil


def _lihat(kota: Path, periode: str) -> Muka:
    layar = io.StringIO()
    with contextlib.redirect_stderr(layar), pytest.raises(SystemExit):
        cli.main(["rekap", str(kota), "--periode", periode])
    folder = kota / "hasil" / periode.replace(":", "_")
    buku = openpyxl.load_workbook(folder / "rekap.xlsx", data_only=True)
    halaman = (folder / "rekap.html").read_text(encoding="utf-8")
    return Muka(layar.getvalue().splitlines(), buku, halaman, baca(kota, periode, "nilai.csv"))


class SemuaMuka(dict[str, Muka]):
    """The faces by period, looked at when first asked for."""

    def __init__(self, kota: Path, kurang: Path) -> None:
        super().__init__()
        self._kota, self._kurang = kota, kurang

    def __missing__(self, periode: str) -> Muka:
        asal = (self._kurang, "2026-06") if periode == KURANG else (self._kota, periode)
        return self.setdefault(periode, _lihat(*asal))


@pytest.fixture(scope="module")
def muka(kota_terhitung, tmp_path_factory) -> SemuaMuka:
    utuh, kurang = (
        Path(shutil.copytree(kota_terhitung, tmp_path_factory.mktemp("muka") / "kota")) for _ in range(2)
    )
    shutil.rmtree(kurang / "hasil" / "2026-02")
    for berkas in ("2026-03/DINKES.xlsx", "2026-04/PKM-TB.xlsx"):
        with (kurang / "capaian" / berkas).open("ab") as isian:
            isian.write(b" ")
    return SemuaMuka(utuh, kurang)


@pytest.fixture(params=bertingkat(("2026-06", KURANG, *PERIODE[:5], *PERIODE[6:]), 2))
def terlihat(muka, request) -> Muka:
    return muka[request.param]


def test_yang_memimpin_dan_yang_perlu_dibantu_sama(terlihat):
    atas, bawah = terlihat.daftar("Yang memimpin"), terlihat.daftar("Yang perlu dibantu")
    assert terlihat.juara() == [atas, bawah]
    assert len(atas) + len(bawah) == sum(
        sel.value is not None for sel in terlihat.buku["Peringkat"]["A"][7:15]
    )
    assert terlihat.baris("Tertinggi") == "; ".join(atas[:3])
    assert terlihat.baris("Terendah ") == "; ".join(bawah[:3])


def test_satu_kalimat_siapa_memimpin_di_ketiganya(terlihat):
    utama = isi(terlihat.halaman, "p.utama")[0]
    kalimat = utama[utama.index("Tertinggi ") :]
    nama, angka = re.match(r"Tertinggi (.*?) \((\d+,\d\d)\)", kalimat).groups()
    assert f"{terlihat.nama[nama]} {angka}" == terlihat.juara()[0][0].removesuffix(" (terangkat)")
    assert f"  {kalimat}" in terlihat.terminal
    ringkasan = [sel.value for baris in terlihat.buku["Ringkasan"] for sel in baris]
    assert ringkasan[ringkasan.index("Siapa memimpin") :][2] == kalimat


def test_yang_belum_diperingkat_di_akhir_pada_ketiganya(terlihat):
    peringkat = [
        sel[:2] for sel in terlihat.buku["Peringkat"].iter_rows(min_row=8, values_only=True) if sel[1]
    ]
    tanpa = [kode for tempat, kode in peringkat if not tempat]
    assert tanpa == [kode for _, kode in peringkat][len(peringkat) - len(tanpa) :]
    halaman = [
        butir
        for butir in isi(potong(terlihat.halaman, "unit"), "li")
        if "bila sisanya bernilai terendah, " in butir
    ]
    nama = {
        nama: kode for nama, kode in terlihat.nama.items() if any(butir.startswith(nama) for butir in halaman)
    }
    assert sorted(nama.values()) == sorted(tanpa)
    catatan = [baris for baris in terlihat.terminal if "Belum diperingkat, karena" in baris]
    assert all(f"{kode} (" in catatan[0] for kode in tanpa)
    assert bool(catatan) == bool(tanpa)
    jumlah = f"{len(tanpa)} unit belum diperingkat."
    assert (jumlah in isi(terlihat.halaman, "p.utama")[0]) == bool(tanpa)
    assert ("Bagi yang belum diperingkat disebut dua rata-rata" in terlihat.halaman) == bool(tanpa)


def test_jumlah_dan_rata_rata_sama_dengan_nilai_csv(terlihat):
    milik = [b for b in terlihat.nilai if b["status"] != "Pindah"]
    dinilai = [b["nilai_hasil_kerja"] for b in milik if b["status"] == "Dinilai"]
    nhk = rata(dinilai)
    assert f"{len(dinilai)} dari {len(milik)} ASN dinilai, 8 unit" in "\n".join(terlihat.terminal)
    ubin = [
        sel.value for baris in terlihat.buku["Ringkasan"].iter_rows(min_row=8, max_row=12) for sel in baris
    ]
    assert {len(milik), float(nhk), f"{len(dinilai)} dari {len(milik)} ASN"} <= set(ubin)
    tulisan = f"{float(nhk):.2f}".replace(".", ",")
    assert (
        f"{len(dinilai)} dari {len(milik)} ASN telah dinilai, dengan rata-rata NHK {tulisan}."
        in terlihat.halaman
    )


def test_sebaran_predikat_sama(terlihat):
    lembar = terlihat.buku["Distribusi"]
    buku = [(baris[0].value, baris[1].value) for baris in lembar.iter_rows(min_row=8, max_row=12)]
    tertulis = Counter(baris["predikat"] for baris in terlihat.nilai if baris["status"] == "Dinilai")
    assert buku == [(label, tertulis[label]) for label, _ in buku]
    assert f"  {' · '.join(f'{label} {banyak}' for label, banyak in buku)}" in terlihat.terminal
    legenda = isi(terlihat.halaman, "ul.legenda")[0].split("\n")
    for label, banyak in buku:
        assert any(butir.startswith(f"{label}{banyak}") for butir in legenda)


def test_gerak_bagi_asn_yang_sama_pada_ubin_dan_catatan(muka):
    juni = muka["2026-06"]
    ubin = [sel.value for baris in juni.buku["Ringkasan"].iter_rows(min_row=8, max_row=12) for sel in baris]
    assert "58 ASN sama: naik 0,10" in ubin
    assert any("Bagi 58 ASN" in baris and "98,67 menjadi 98,77" in baris for baris in juni.terminal)


def test_yang_belum_setor_sama(terlihat):
    belum = terlihat.baris("Belum setor")
    lembar = terlihat.buku["Belum Setor"]
    kepala = [sel.value for sel in lembar[7]]
    periode = kepala.index(terlihat.terminal[0].split(" · ")[1].removeprefix("rekap "))
    kode = {b[1].value for b in lembar.iter_rows(min_row=8) if b[periode].value == "belum setor"}
    assert set(filter(None, belum.split(", "))) == kode
    utama = isi(terlihat.halaman, "p.utama")[0]
    assert (f"{len(kode)} belum setor" in utama) == bool(kode)
    kurang = "\n".join(isi(potong(terlihat.halaman, "perlu"), "li"))
    for nama, unit in terlihat.nama.items():
        assert (unit in kode) == (f"{len(kode)} unit belum setor{nama}" in kurang)


def test_setiap_catatan_ada_di_ketiganya(terlihat):
    catatan = [baris.removeprefix("  ! ") for baris in terlihat.terminal if baris.startswith("  ! ")]
    ringkasan = [sel.value for baris in terlihat.buku["Ringkasan"] for sel in baris]
    assert [kalimat for kalimat in ringkasan if kalimat in catatan] == catatan
    assert isi(terlihat.halaman, "ul.catatan") in ([], ["\n".join(catatan)])
    assert bool(catatan) == ("ul" in terlihat.halaman and "judul-catatan" in terlihat.halaman)


def test_yang_usang_sama_dan_berurutan(muka):
    terlihat = muka[KURANG]
    usang = [baris for baris in terlihat.terminal if "sudah usang" in baris]
    urutan = [baris.rpartition(" ")[2] for baris in usang]
    assert urutan == ["2026-03", "2026-04", "2026-05"]
    halaman = isi(potong(terlihat.halaman, "perlu"), "h3")
    nama = [judul for judul in halaman if "sudah usang" in judul]
    assert nama == [re.search(r"Hasil \w+ 2026 sudah usang", baris)[0] for baris in usang]
    tren = [
        str(sel.value)
        for baris in terlihat.buku["Tren"]
        for sel in baris
        if "masukannya berubah sesudah dihitung (" in str(sel.value)
    ]
    assert list(dict.fromkeys(kalimat.partition(",")[0] for kalimat in tren)) == [
        judul.removeprefix("Hasil ").removesuffix(" sudah usang") for judul in nama
    ]
    assert "Hasil Februari 2026 belum ada di ruang kerja ini." in "\n".join(
        str(s.value) for b in terlihat.buku["Tren"] for s in b
    )
    assert "1 bulan tanpa hasil" in halaman
