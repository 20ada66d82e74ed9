"""What the ground floor says of rules, scales, periods and publications that cannot be used, whole."""

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from asn_nilai.acuan.periode import Periode, PeriodeTidakSahError
from asn_nilai.acuan.profil.muat_aturan import baca_aturan, muat_aturan, profil_bawaan
from asn_nilai.acuan.rekap.publik import PublikSebagianError
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError, kalimat_galat
from asn_nilai.acuan.rumus.skala import muat_skala

BAWAAN = (
    "bukittinggi, kemenkeu-127-2026, perka-bkn-1-2013, permenpanrb-6-2022, permenpanrb-8-2021, pp-30-2019"
)

AHLI = "Ahli Pertama, Ahli Muda, Ahli Madya, Ahli Utama"


def kata(galat: type[Exception], lakukan) -> str:
    with pytest.raises(galat) as terjadi:
        lakukan()
    return str(terjadi.value)


def tanpa(kode: str, awal: str, akhir: str) -> str:
    """Return a profile's text without the part from one heading up to another."""
    teks = profil_bawaan()[kode]
    return teks[: teks.index(awal)] + teks[teks.index(akhir) :]


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        (
            tanpa("pp-30-2019", "\n[nilai_akhir]\n", "\n[predikat]\n"),
            "x.toml: (seluruh berkas): predikat.cara = 'pita' memerlukan nilai_akhir, tetapi tidak ada",
        ),
        (
            tanpa("permenpanrb-6-2022", "[[rating_hasil.pita]]", "[perilaku.skor]"),
            "x.toml: (seluruh berkas): predikat.matriks memerlukan rating_hasil.pita dan perilaku.pita, tetapi tidak ada",
        ),
        (
            tanpa("permenpanrb-6-2022", "[capaian.rumus.Stabil]", "[capaian.titik_stabil]"),
            "x.toml: capaian: rumus untuk polaritas Stabil tidak ada",
        ),
    ],
)
def test_bagian_aturan_yang_hilang(teks, pesan):
    assert kata(AturanTidakSahError, lambda: baca_aturan(teks, "x.toml")) == pesan


@pytest.mark.parametrize("desimal", [-1, 7])
def test_banyaknya_desimal_di_luar_batas(desimal):
    teks = profil_bawaan()["permenpanrb-6-2022"]
    awal = teks.index("[nhk.desimal]")
    ubah = teks[:awal] + teks[awal:].replace("nilai = 2", f"nilai = {desimal}", 1)
    assert kata(AturanTidakSahError, lambda: baca_aturan(ubah, "x.toml")).endswith(
        f": banyaknya desimal harus 0 sampai 6, bukan {desimal}"
    )


def test_aturan_dan_skala_yang_tidak_ada(tmp_path):
    assert kata(AturanTidakSahError, lambda: muat_aturan("tidak-ada", tmp_path)) == (
        f"Aturan 'tidak-ada' tidak ada. Yang tersedia: {BAWAAN}; atau tulis tempat sebuah berkas .toml."
    )
    assert kata(AturanTidakSahError, lambda: muat_skala("tidak-ada")) == (
        "Skala 'tidak-ada' tidak ada. Yang tersedia: permendagri-86-2017."
    )


def test_aturan_yang_bukan_teks(tmp_path):
    berkas = tmp_path / "biner.toml"
    berkas.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AturanTidakSahError) as galat:
        muat_aturan("biner.toml", tmp_path)
    assert str(galat.value) == (
        f"{berkas}: teksnya tidak disimpan sebagai UTF-8. Buka dengan Notepad, pilih File › Simpan Sebagai, pada Pengodean (Encoding) "
        'pilih "UTF-8", lalu Simpan.'
    )


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (
            ("Istimewa", "Ahli Muda", 12),
            "predikat 'Istimewa' tidak dikenal; yang ada: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang.",
        ),
        (
            ("Baik", "Ahli", 12),
            f"jenjang 'Ahli' tidak dikenal; yang ada: Pemula, Terampil, Mahir, Penyelia, {AHLI}.",
        ),
        (("Baik", "Ahli Muda", 13), "13 bulan di luar 0 sampai 12."),
        (("Baik", "Ahli Muda", -1), "-1 bulan di luar 0 sampai 12."),
        (("Baik", "Ahli Muda", 6, 8), "14 bulan di luar 0 sampai 12."),
        (("Baik", "Ahli Muda", 6, -1), "5 bulan di luar 0 sampai 12."),
    ],
)  # fmt: skip
def test_angka_kredit_yang_tidak_dapat_dihitung(isi, pesan):
    assert kata(ValueError, lambda: angka_kredit().hitung(*isi)) == f"Angka kredit: {pesan}"


def test_periode_yang_tidak_dikenal():
    assert kata(PeriodeTidakSahError, lambda: Periode.dari_teks("kapan-kapan")) == (
        "Periode 'kapan-kapan' tidak dikenal. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), "
        "2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."
    )


def test_publikasi_sebagian_unit():
    assert str(PublikSebagianError()) == (
        "Himpunan untuk warga selalu memuat seluruh unit. Yang memuat sebagian unit dapat dikurangkan dari yang memuat seluruh "
        "kota, dan selisihnya membuka hasil kelompok kecil. Jalankan lagi tanpa --unit."
    )


class _Isi(BaseModel):
    model_config = ConfigDict(strict=True)
    nama: str


class _Contoh(BaseModel):
    """A file with a key for each way in which a value can be wrong."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
    angka: float
    bulat: int
    teks: str
    ya: bool
    tabel: dict[str, int]
    daftar: tuple[int, ...]
    isi: _Isi
    hingga: float
    ada: int
    panjang: str = Field(min_length=1)
    hari: str = Field(pattern=r"^\d{4}$")
    dua: tuple[int, ...] = Field(min_length=2)
    satu: tuple[int, ...] = Field(max_length=1)
    positif: int = Field(ge=0)
    kata: Literal["a", "b"]
    byte: bytes


def test_setiap_cara_salah_disebut_dengan_kata():
    salah = {
        "angka": "x", "bulat": 1.5, "teks": 1, "ya": "ya", "tabel": 1, "daftar": 1, "isi": 1, "hingga": float("inf"),
        "panjang": "", "hari": "kemarin", "dua": (1,), "satu": (1, 2), "positif": -1, "kata": "c", "byte": 1, "asing": 1,
    }  # fmt: skip
    with pytest.raises(ValidationError) as galat:
        _Contoh.model_validate(salah)
    assert kalimat_galat("x.toml", galat.value).removeprefix("x.toml: ").split("; ") == [
        "angka: berisi 'x', padahal harus sebuah angka",
        "bulat: berisi 1.5, padahal harus bilangan bulat",
        "teks: berisi 1, padahal harus teks",
        "ya: berisi 'ya', padahal harus true atau false",
        "tabel: berisi 1, padahal harus sebuah tabel",
        "daftar: berisi 1, padahal harus sebuah daftar",
        "isi: berisi 1, padahal harus sebuah tabel",
        "hingga: berisi inf, padahal harus angka yang berhingga",
        "ada: kunci wajib ini tidak ada",
        "panjang: tidak boleh kosong",
        "hari: harus tahun atau tanggal, misalnya 2026 atau 2026-01-31",
        "dua: isinya kurang banyak",
        "satu: isinya terlalu banyak",
        "positif: tidak boleh negatif",
        "kata: berisi 'c'", "yang dikenal: 'a' atau 'b'",
        "byte: berisi 1, padahal harus isian yang sah",
        "asing: kunci ini tidak dikenal",
    ]  # fmt: skip
