"""What a NIP says about itself."""

from datetime import date

import pytest

from asn_nilai.acuan.isian.orang.nip import (
    PNS,
    PPPK,
    FormatNipError,
    baca_nip,
    nip_sah,
    normalkan,
    sebab_bukan_pns,
)


@pytest.mark.parametrize(
    "teks",
    [
        "198609262015051001", "19860926 201505 1 001", "19860926.201505.1.001", "'198609262015051001",
        "\u00a0198609262015051001 ", "1986\u200b09262015051001", "’19860926 201505 1 001",
    ],
)  # fmt: skip
def test_spasi_titik_dan_apostrof_dibuang(teks):
    assert baca_nip(teks).nomor == "198609262015051001"
    assert normalkan(teks) == "198609262015051001"
    assert nip_sah(teks) is (teks == "198609262015051001")


def test_nip_memberi_tanggal_lahir_jenis_kelamin_dan_jenis_asn():
    nip = baca_nip("198609262015052001")
    assert nip.tanggal_lahir == date(1986, 9, 26)
    assert nip.jenis_kelamin == "Perempuan"
    assert nip.dugaan_jenis_asn == PNS
    assert str(nip) == "19860926 201505 2 001"
    pppk = baca_nip("199001012023211005")
    assert (pppk.dugaan_jenis_asn, pppk.jenis_kelamin) == (PPPK, "Laki-laki")
    assert baca_nip("199001012023219005").jenis_kelamin == ""


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("", "kosong"),
        (" . ", "kosong"),
        ("19860926201505100", "berisi 17 angka, seharusnya 18"),
        ("1986092620150510011", "berisi 19 angka, seharusnya 18"),
        ("1986O9262015051001", "berisi O yang bukan angka"),
        ("19860926-201505-1-001", "berisi - yang bukan angka"),
        ("19860926²015051001", "berisi ² yang bukan angka"),
        ("198613262015051001", "8 angka pertama (19861326) bukan tanggal lahir"),
        ("198602302015051001", "8 angka pertama (19860230) bukan tanggal lahir"),
        ("186609262015051001", "8 angka pertama (18660926) bukan tanggal lahir"),
        ("299909262015051001", "8 angka pertama (29990926) bukan tanggal lahir"),
    ],
)
def test_yang_tidak_dapat_menjadi_nip_disebut_sebabnya(teks, sebab):
    with pytest.raises(FormatNipError) as galat:
        baca_nip(teks)
    assert str(galat.value) == sebab
    assert not nip_sah(teks)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("198609262015131001", "angka ke-13 dan 14 (13) bukan bulan pengangkatan PNS"),
        ("198609262015001001", "angka ke-13 dan 14 (00) bukan bulan pengangkatan PNS"),
        ("198609261986051001", "tahun pengangkatan (1986) mendahului tahun lahir"),
        ("198609262015053001", "angka ke-15 (3) bukan jenis kelamin (1 atau 2)"),
    ],
)
def test_bulan_dan_jenis_kelamin_hanya_diperiksa_pada_pns(teks, sebab):
    assert sebab_bukan_pns(teks) == sebab
    assert baca_nip(teks).nomor == teks


@pytest.mark.parametrize(("bulan", "sah"), [("01", True), ("12", True), ("13", False), ("21", False)])
def test_pns_diangkat_di_satu_dari_dua_belas_bulan(bulan, sah):
    assert (not sebab_bukan_pns(f"198609262015{bulan}1001")) is sah
