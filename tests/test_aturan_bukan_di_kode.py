"""No figure, label or article of a rule stands in Python: only in the files that a jurist reads.

Looked at are the string and number literals of the program (docstrings apart) against those of the TOML files. Labels
match as whole words within a string, articles by the names of regulations; small whole numbers mean too much else to
be looked for. What may stand in both is listed here, with the reason.
"""

import ast
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import asn_nilai

AKAR = Path(asn_nilai.__file__).parent
_BERKAS = [
    berkas
    for folder in ("profil/aturan", "rumus/skala", "rumus")
    for berkas in Path(str(files("asn_nilai.acuan"))).joinpath(folder).glob("*.toml")
]
_PERATURAN = re.compile(
    r"Permen\w*\s*\d|PP \d|Perka\s+BKN|PerBKN|KMK \d|Permendagri|Pasal \d|SE MenPANRB|permenpanrb-|pp-30|perka-bkn|kemenkeu"
)
_LABEL_BEBAS = {
    "Baik": "bagian dari kata lain, dan setiap aturan punya sebutan ini; dicari sebagai kata utuh tetap terlalu umum",
    "Cukup": "kata sehari-hari",
    "Kurang": "kata sehari-hari",
    "Rendah": "kata sehari-hari",
    "Sedang": "kata sehari-hari",
    "Tinggi": "kata sehari-hari; lembar Rincian punya kolom Target Tertinggi",
    "Buruk": "bagian dari Nilai Terburuk",
    "Mahir": "kata sehari-hari",
    "PNS": "jenis ASN: kata skema",
    "PPPK": "jenis ASN: kata skema",
    "Kuantitas": "aspek: kata skema",
    "Kualitas": "aspek: kata skema",
    "Waktu": "aspek: kata skema",
    "Biaya": "aspek: kata skema",
    "Maksimal": "polaritas: kata skema, bukan angka aturan",
    "Minimal": "polaritas: kata skema, bukan angka aturan",
    "Fungsional": "jenis jabatan: kata skema",
    "Stabil": "polaritas: kata skema, bukan angka aturan",
}
_BERKAS_BEBAS_ANGKA = {
    "acuan/setoran/pesan/kelompok_temuan.py": "banyaknya sebab dan nama yang ditulis layar, halaman, dan pesan",
    "acuan/pengaturan/": "bawaan asn-nilai.toml: ambang kewajaran, batas berkas, rekap; tidak mengubah nilai",
    "ruang_kerja.py": "panjang kutipan dalam pesan galat",
    "terbit/": "lebar, tinggi, dan warna; angka aturan datang dari profil",
    "baca/": "nomor rekaman dan batas ukuran berkas",
    "cli/": "lebar layar",
    "awan/": "detik menunggu jaringan dan perintah lain, banyaknya objek sekaligus",
    "acuan/kata/ketikan_periode.py": "kemiripan ejaan bulan",
    "acuan/isian/register/cari_asn.py": "kemiripan ejaan nama orang",
    "cari_ruang.py": "kemiripan ejaan nama folder",
    "hitung/keadilan/belum_berpola.py": "sampai berapa ASN peluang dihitung tepat; tidak mengubah nilai",
    "alur/terbitan/beda_keluaran.py": "panjang kutipan dalam pesan",
    "alur/riwayat/tempat.py": "detik menunggu perintah lain",
}
_TEMPAT_BEBAS = {
    "acuan/pengaturan/tabel.py": "profil bawaan bila asn-nilai.toml tidak menyebut aturan",
    "acuan/rumus/angka_kredit.py": "penjelasan sumber",
    "cli/ketikan.py": "contoh isian pilihan --aturan",
}


def literal() -> list[tuple[str, object]]:
    """Return every string and number literal outside docstrings, with its file."""
    hasil = []
    for berkas in sorted(AKAR.rglob("*.py")):
        pohon = ast.parse(berkas.read_text(encoding="utf-8"))
        lewati = {
            id(simpul.value)
            for simpul in ast.walk(pohon)
            if isinstance(simpul, ast.Expr) and isinstance(simpul.value, ast.Constant)
        }
        hasil += [
            (berkas.relative_to(AKAR).as_posix(), simpul.value)
            for simpul in ast.walk(pohon)
            if isinstance(simpul, ast.Constant)
            and id(simpul) not in lewati
            and not isinstance(simpul.value, bool)
        ]
    return hasil


def _isi(nilai: object):
    """Yield the figures and labels inside a TOML value."""
    if isinstance(nilai, dict):
        yield from (kunci for kunci in nilai if kunci[:1].isupper())
        for kunci, isi in nilai.items():
            if kunci not in {"dasar", "status", "judul", "keterangan", "peraturan", "nama", "format"}:
                yield from _isi(isi)
    elif isinstance(nilai, list):
        for isi in nilai:
            yield from _isi(isi)
    elif not isinstance(nilai, bool):
        yield nilai


ISI = [isi for berkas in _BERKAS for isi in _isi(tomllib.loads(berkas.read_text(encoding="utf-8")))]
LABEL = sorted({isi for isi in ISI if isinstance(isi, str) and isi[:1].isupper()} - set(_LABEL_BEBAS))
ANGKA = {float(angka) for angka in ISI if isinstance(angka, int | float)}
ANGKA_KHAS = {angka for angka in ANGKA if angka > 30 and angka != 100} | {
    angka for angka in ANGKA if angka != int(angka) and angka not in {0.5, 1.5, 2.5, 12.5, 3.75, 37.5}
}


def test_ada_yang_dicari():
    assert {"Di Atas Ekspektasi", "Sangat Baik", "Butuh Perbaikan", "Sangat Tinggi", "Ahli Pertama"} <= set(
        LABEL
    )
    assert {90.0, 91.0, 76.0, 1.76, 0.7, 0.75, 109.0} <= ANGKA_KHAS


def test_tidak_ada_sebutan_aturan_di_kode():
    pola = re.compile("|".join(rf"\b{re.escape(label)}\b" for label in LABEL))
    assert [(b, s) for b, s in literal() if isinstance(s, str) and pola.search(s)] == []


def test_tidak_ada_pasal_atau_nama_peraturan_di_kode():
    temuan = [
        (b, s) for b, s in literal() if isinstance(s, str) and _PERATURAN.search(s) and b not in _TEMPAT_BEBAS
    ]
    assert temuan == []


def test_tidak_ada_ambang_atau_bobot_aturan_di_kode():
    angka = [
        (b, s)
        for b, s in literal()
        if isinstance(s, int | float)
        and float(s) in ANGKA_KHAS
        and not b.startswith(tuple(_BERKAS_BEBAS_ANGKA))
    ]
    assert angka == []
