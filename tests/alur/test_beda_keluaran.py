"""In what a result differs from the same one computed anew: whatever differs is said, and no more than can be read."""

import pytest

from asn_nilai.alur.terbitan.beda_keluaran import beda_keluaran


@pytest.fixture
def beda(tmp_path):
    def _beda(asli, ulang, nama="nilai.csv"):
        tempat = [tmp_path / folder / nama for folder in ("asli", "ulang")]
        for berkas, isi in zip(tempat, (asli, ulang), strict=True):
            berkas.parent.mkdir(exist_ok=True)
            if isi is not None:
                berkas.write_bytes(isi)
        return list(beda_keluaran(*tempat))

    return _beda


def test_setiap_baris_csv_yang_lain_disebut_dengan_nomornya(beda):
    assert beda(b"a\nb\nc\n", b"a\nB\nc\nd\n") == [
        "baris 2: tertulis 'b', hitungan memberi 'B'",
        "baris 4: tertulis '', hitungan memberi 'd'",
    ]
    assert beda(b"a\nb\n", b"a\nb\n") == []


def test_akhir_baris_yang_lain_pun_disebut(beda):
    assert beda(b"a\r\nb\r\n", b"a\nb\n") == ["isinya lain (akhir baris)"]
    assert beda(b"<p>\r\n", b"<p>\n", "index.html") == ["isinya lain, mulai baris 1"]
    assert beda(b"<p>\n<b>\n", b"<p>\n<i>\n", "index.html") == ["isinya lain, mulai baris 2"]


@pytest.mark.parametrize(("banyak", "akhir"), [(8, "baris 8: "), (9, "dan 1 beda lagi")])
def test_delapan_disebut_dan_selebihnya_dihitung(beda, banyak, akhir):
    asli, ulang = (b"".join(b"%b%d\n" % (huruf, n) for n in range(banyak)) for huruf in (b"a", b"b"))
    semua = beda(asli, ulang)
    assert semua[0].startswith("baris 1: ")
    assert (len(semua), semua[-1].startswith(akhir)) == (banyak, True)


def test_yang_tidak_ada_di_salah_satu_sisi(beda, tmp_path):
    assert beda(None, b"a") == ["tidak ada, padahal hitungan menulisnya"]
    (tmp_path / "ulang" / "nilai.csv").unlink()
    assert beda(b"a", None) == ["tercatat, padahal hitungan tidak menulisnya"]
