"""Editing XML by splices: found by place, reversible, blind to comments, prefixes and quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Sisipan, pulihkan, urai_teks


def test_anak_ditemukan_dengan_awalan_kutip_dan_komentar():
    naskah = Naskah(
        b"""<?xml version="1.0"?><x:a b='>' c="</x:a>"><!-- <d/> --><x:d e = 'f>'/><g><g/></g ></x:a>"""
    )
    assert [(unsur.nama, unsur.awalan, unsur.ringkas) for unsur in naskah.anak()] == [
        ("d", "x:", True),
        ("g", "", False),
    ]
    assert naskah.atribut(naskah.anak()[0]) == {"e": "f>"}


def test_isi_sheetdata_dilewati_tetapi_yang_sesudahnya_terlihat():
    naskah = Naskah(b"<w><sheetData><row><c/></row></sheetData><k/></w>")
    assert [unsur.nama for unsur in naskah.anak()] == ["sheetData", "k"]
    assert len(list(naskah.semua("c"))) == 1


def test_unsur_tanpa_isi_dibuka_sekali_untuk_beberapa_tambahan():
    naskah = Naskah(b"<a><b c='1' /></a>")
    for isi in (b"<d/>", b"<e/>"):
        naskah.isi_ujung(naskah.anak()[0], isi)
    assert naskah.jadi()[0] == b"<a><b c='1' ><d/><e/></b></a>"


def test_atribut_diganti_di_tempatnya_atau_ditambahkan():
    naskah = Naskah(b"<a><b s='1' r=\"2\"/></a>")
    naskah.atur(naskah.anak()[0], "s", 9)
    naskah.atur(naskah.anak()[0], "t", "n")
    assert naskah.jadi()[0] == b'<a><b t="n" s=\'9\' r="2"/></a>'


@pytest.mark.parametrize("isi", [b"", b"teks", b"<a>", b"<!DOCTYPE a><a></a>", "<a/>".encode("utf-16")])
def test_yang_bukan_xml_biasa_ditolak(isi):
    with pytest.raises(TidakDapatDitandaiError):
        Naskah(isi, "a.xml")


def test_acuan_huruf_diurai():
    assert urai_teks(b"&lt;&amp;&#65;&#x42;&quot;&tak;&#x110000;") == '<&AB"&tak;\ufffd'


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.binary(max_size=8)), max_size=12),
    st.binary(min_size=60, max_size=60),
)
def test_setiap_sisipan_dapat_ditarik_kembali(sisipan, isi):
    naskah = Naskah(b"<a></a>")
    naskah.asli = isi
    batas = 0
    for awal, panjang, baru in sorted(sisipan):
        if awal >= batas and awal + panjang <= 60:
            naskah.ganti(awal, awal + panjang, baru)
            batas = awal + panjang + 1
    hasil, jejak = naskah.jadi()
    assert pulihkan(hasil, jejak) == isi


def test_sisipan_di_luar_naskah_ditolak():
    with pytest.raises(ValueError, match=r"^sisipan di luar naskah$"):
        pulihkan(b"abc", [Sisipan(2, 5, b"")])
