"""A TOML file that cannot be read: the line, what stands there, why, and how it should be written, in Indonesian."""

import tomllib

import pytest

from asn_nilai.acuan.kata.galat_toml import BukanTeksError, baca_teks, sebab_toml


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("a = 1\ntahun 2026", "baris 2 (tahun 2026): tanda = kurang; tulis tahun = 2026"),
        ("tahun : 2026", "baris 1 (tahun : 2026): tanda = kurang; tulis tahun = 2026"),
        ("Ruang kerja kita\n", "baris 1 (Ruang kerja kita): barisnya tidak berbentuk nama = nilai; catatan harus diawali tanda #"),
        ("tahun = 1\ntahun = 2", "baris 2 (tahun = 2): nama atau tabel itu sudah ditulis di atasnya; hapus salah satunya"),
        ("[a]\n[a]", "baris 2 ([a]): nama atau tabel itu sudah ditulis di atasnya; hapus salah satunya"),
        ("[berkas\na = 1", "baris 1 ([berkas): kurung sikunya tidak berpasangan; tulis [berkas]"),
        ('instansi = "Kota', 'baris 1 (instansi = "Kota): teks harus diapit tanda kutip di depan dan di belakangnya; tulis instansi = "Kota"'),
        ('instansi = Kota"\n', 'baris 1 (instansi = Kota"): teks harus diapit tanda kutip di depan dan di belakangnya; tulis instansi = "Kota"'),
        ("instansi = Kota\n", 'baris 1 (instansi = Kota): teks harus diapit tanda kutip di depan dan di belakangnya; tulis instansi = "Kota"'),
        ("instansi = “Kota”\n", 'baris 1 (instansi = “Kota”): tanda kutipnya melengkung, padahal harus lurus; tulis instansi = "Kota"'),
        ('a = "D:\\data\\unit"\n', 'baris 1 (a = "D:\\data\\unit"): garis miring terbalik tidak dapat dipakai di antara tanda kutip ganda; tulis a = "D:/data/unit"'),
        ("tahun =", "baris 1 (tahun =): isinya kosong; tulis isinya sesudah tanda =, teks diapit tanda kutip"),
        ("wajib = Ya\n", "baris 1 (wajib = Ya): ya dan tidak ditulis true dan false dengan huruf kecil; tulis wajib = true"),
        ("tahun = 2026,\n", "baris 1 (tahun = 2026,): di belakang isinya ada tanda baca; tulis tahun = 2026"),
        ("batas = 2,5\n", "baris 1 (batas = 2,5): angka pecahan ditulis dengan titik; tulis batas = 2.5"),
        ('nama kota = "A"\n', 'baris 1 (nama kota = "A"): nama pengaturan di depan tanda = tidak boleh memuat spasi atau tanda baca'),
        ('a = "A" "B"\n', 'baris 1 (a = "A" "B"): isinya tidak dapat dibaca; tulis satu nilai saja sesudah tanda =, teks diapit tanda kutip'),
    ],
)  # fmt: skip
def test_sebab_menyebut_barisnya_dan_cara_menulisnya(teks, sebab):
    with pytest.raises(tomllib.TOMLDecodeError) as galat:
        tomllib.loads(teks)
    assert sebab_toml(teks, galat.value) == sebab


def test_tanpa_baris_pun_ada_kalimatnya():
    assert sebab_toml("", tomllib.TOMLDecodeError("x")) == (
        "baris 0 (): barisnya tidak berbentuk nama = nilai; catatan harus diawali tanda #"
    )


@pytest.mark.parametrize("penyandian", ["utf-8", "utf-8-sig", "utf-16"])
def test_teks_dibaca_sebagaimana_notepad_menyimpannya(penyandian):
    assert baca_teks("instansi = 'Kota é'\r\n".encode(penyandian)) == "instansi = 'Kota é'\n"


SIMPAN = (
    'Buka dengan Notepad, pilih File › Simpan Sebagai, pada Pengodean (Encoding) pilih "UTF-8", lalu Simpan.'
)


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"PK\x03\x04\xd5", "isinya buku kerja atau arsip, bukan teks. Pilih berkas .toml."),
        (
            "a = 1\nb = 'é'\n".encode("cp1252"),
            f"baris 2 (b = 'é') memuat huruf yang tidak disimpan sebagai UTF-8. {SIMPAN}",
        ),
        ("a = 1\n".encode("utf-16-le"), f"teksnya tidak disimpan sebagai UTF-8. {SIMPAN}"),
    ],
)
def test_yang_bukan_teks_disebut_sebagai_apa(isi, pesan):
    with pytest.raises(BukanTeksError) as galat:
        baca_teks(isi)
    assert str(galat.value) == pesan
