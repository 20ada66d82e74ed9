"""Draw docs/gambar/ anew: `python docs/lukis.py [NAME …]`, without names all. What is shown is the example city, computed here.

Chromium draws the pages, LibreOffice prints the workbooks; both differ a little from version to version, so no test compares
the pictures. A test holds that each of them is used, and each used one drawn here.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from penulis.jalan import jalankan
from penulis.latihan import DAFTAR, kantor_baru
from penulis.sisipan import siapkan_kota
from penulis.tempat import DOKUMEN
from PIL import Image, ImageChops

GAMBAR = DOKUMEN / "gambar"
_NIP = "198308042006032928"


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page in a browser's window: where it begins (a CSS selector; blank: at the top), how wide and high."""

    berkas: str
    lebar: int = 1180
    tinggi: int = 900
    mulai: str = ""


@dataclass(frozen=True, slots=True)
class Buku:
    """A workbook or letter as it is printed: which page, and which part of it: left, top, right and bottom edge in percent."""

    berkas: str
    lembar: int = 1
    bagian: tuple[int, int, int, int] = (0, 0, 100, 100)


LUKISAN: Mapping[str, Halaman | Buku] = {
    "ringkasan": Halaman("hasil/2026-06/PKM-TB/ringkasan.html", tinggi=1180),
    "index": Halaman("hasil/2026-06/index.html", tinggi=1000),
    "validasi": Halaman("hasil/2026-06/validasi.html", tinggi=900),
    "rincian-asn": Halaman("hasil/2026-05/PKM-TB/ringkasan.html", lebar=1000, tinggi=760, mulai=f"#a{_NIP}"),
    "kartu": Halaman(f"hasil/2026-05/kartu/kartu-{_NIP}.html", lebar=900, tinggi=1200),
    "rekap-halaman": Halaman("hasil/2026-05/rekap.html", lebar=1100, tinggi=852, mulai="#peta"),
    "publik": Halaman("hasil/2026-05/publik/index.html", lebar=1100, tinggi=900),
    "simulasi": Halaman("simulasi/2026-05_pp-30-2019/simulasi.html", lebar=1100, tinggi=900),
    "nilai": Buku("hasil/2026-06/PKM-TB/nilai.xlsx", bagian=(0, 0, 100, 68)),
    "rekap-buku": Buku("hasil/2026-05/rekap.xlsx"),
    "berita-acara": Buku("dokumen/2026-05/berita-acara_PKM-TB.docx", bagian=(0, 0, 100, 80)),
    "skema": Buku("../luar/kota-2026/skema.xlsx", lembar=3, bagian=(0, 0, 100, 45)),
    "templat-capaian": Buku("templat/2026-06/PKM-TB.xlsx", bagian=(0, 0, 100, 42)),
    "templat-target": Buku("templat/target/PKM-TB.xlsx", bagian=(0, 0, 100, 45)),
    "ditandai": Buku("hasil/2026-06/PKM-TB/PKM-TB_2026-06_ditandai.xlsx", lembar=2, bagian=(0, 10, 80, 62)),
}
"""What each picture shows, by its name."""
_PERINTAH = (
    "templat target",
    "templat capaian --periode 2026-06",
    "validasi --periode 2026-06 --tandai",
    f"jelaskan {_NIP} --periode 2026-05",
    "simulasi --periode 2026-05 --aturan pp-30-2019",
    "rekap --periode 2026-05",
    "dokumen berita-acara --periode 2026-05 --unit PKM-TB",
    "rekap --periode 2026-05 --samarkan",
)


def main(nama: list[str]) -> None:
    """Draw the pictures named, or all."""
    with tempfile.TemporaryDirectory() as folder:
        kota = siapkan_kota(Path(folder))
        for perintah in _PERINTAH:
            jalankan(f"asn-nilai {perintah}", di=kota)
        jalankan(
            f'asn-nilai mulai kota-2026 --tahun 2026 --instansi "Pemerintah Kota Contoh" --pegawai "{DAFTAR}"',
            di=kantor_baru(kota),
        )
        dipilih = {kunci: LUKISAN[kunci] for kunci in nama or LUKISAN}
        _lukis_halaman({kunci: isi for kunci, isi in dipilih.items() if isinstance(isi, Halaman)}, kota)
        for kunci, isi in dipilih.items():
            if isinstance(isi, Buku):
                _lukis_buku(kunci, isi, kota, Path(folder))


def _lukis_halaman(lukisan: Mapping[str, Halaman], kota: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - workbooks are drawn without

    with sync_playwright() as main_playwright:
        mesin = main_playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for nama, isi in lukisan.items():
            halaman = mesin.new_page(viewport={"width": isi.lebar, "height": isi.tinggi})
            halaman.goto((kota / isi.berkas).as_uri())
            if isi.mulai:
                halaman.evaluate(
                    "(pilih) => { const d = document.querySelector(pilih);"
                    " d.querySelectorAll('details').forEach((x) => { x.open = true });"
                    " d.scrollIntoView() }",
                    isi.mulai,
                )
            with Image.open(io.BytesIO(halaman.screenshot())) as layar:
                _simpan(layar, nama)
            halaman.close()
        mesin.close()


def _lukis_buku(nama: str, isi: Buku, kota: Path, folder: Path) -> None:
    """Print a workbook to PDF, draw one of its pages and cut off what is blank."""
    soffice, keluar = shutil.which("soffice") or "soffice", folder / nama
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    perintah = [soffice, profil, "--headless", "--convert-to", "pdf", "--outdir", str(keluar)]
    subprocess.run([*perintah, str(kota / isi.berkas)], check=True, capture_output=True)
    pdf = next(keluar.glob("*.pdf"))
    halaman = str(isi.lembar)
    poppler = [shutil.which("pdftoppm") or "pdftoppm", "-r", "150", "-f", halaman, "-l", halaman, "-png"]
    subprocess.run([*poppler, str(pdf), str(keluar / "h")], check=True)
    with Image.open(next(keluar.glob("h*.png"))) as lembar:
        penuh = lembar.convert("RGB")
    tepi_kertas = (penuh.width, penuh.height) * 2
    potong = penuh.crop(
        tuple(panjang * persen // 100 for panjang, persen in zip(tepi_kertas, isi.bagian, strict=True))
    )
    putih = Image.new("RGB", potong.size, "white")
    kiri, atas, kanan, bawah = ImageChops.difference(potong, putih).getbbox() or (0, 0, *potong.size)
    tepi = (
        max(kiri - 16, 0),
        max(atas - 12, 0),
        min(kanan + 16, potong.width),
        min(bawah + 12, potong.height),
    )
    _simpan(potong.crop(tepi), nama)


def _simpan(gambar: Image.Image, nama: str) -> None:
    """Save a picture with few colours: pages and workbooks have no more, and the file is a third."""
    gambar.convert("RGB").quantize(128).save(GAMBAR / f"{nama}.png", optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
