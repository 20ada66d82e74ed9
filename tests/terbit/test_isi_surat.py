"""What letters about a unit and about the instansi are filled with, and what stands at their head: value by value."""

import datetime as dt
from math import nan
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI, PINDAH
from asn_nilai.acuan.isian.formulir.daftar_formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.pengaturan import PengaturanSurat
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.baris import AsnRekap
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.terbit.surat import kota, unit
from asn_nilai.terbit.surat.kop import GARIS, kop

ATURAN = muat_aturan("permenpanrb-6-2022")
TAHUN = Periode.dari_teks("2026")
LAMA, BARU = (
    VersiTerkunci("2026-05", nomor, "ABCD-EFGH", surat, "2026-06-03", "", "", "", "")
    for nomor, surat in (("1", "800/1"), ("2", ""))
)


def kepala_surat(versi=None, diganti=None, **surat):
    ruang = SimpleNamespace(surat=PengaturanSurat(**surat), instansi="Kota Contoh", tahun=2026)
    return kop(ruang, Periode.dari_teks("2026-05"), ATURAN, versi, dt.date(2027, 1, 4), diganti)


def test_kop_memuat_yang_tertulis_dan_menyisakan_tempat_bagi_yang_lain():
    isi = kepala_surat()
    assert isi["kop"] == {"instansi": "Kota Contoh", "alamat": ""}
    assert (isi["tempat_tanggal"], isi["tahun"], isi["nomor"]) == ("4 Januari 2027", "2026", GARIS)
    assert isi["penanda"] == {"jabatan": "Kepala Badan Kepegawaian", "nama": GARIS, "nip": GARIS}
    assert isi["kunci"] == "Periode ini belum dikunci; angkanya masih dapat berubah."
    isi = kepala_surat(instansi="PEMERINTAH KOTA", kota="Contoh", nama="Ani", nip="1")
    assert (isi["kop"]["instansi"], isi["instansi"]) == ("PEMERINTAH KOTA", "Kota Contoh")
    assert isi["tempat_tanggal"] == "Contoh, 4 Januari 2027"
    assert (isi["penanda"]["nama"], isi["penanda"]["nip"]) == ("Ani", "1")


def test_kop_menyebut_versi_yang_digantikan_dan_nomornya_bila_ada():
    assert kepala_surat(LAMA)["nomor"] == "800/1"
    assert kepala_surat(BARU)["nomor"] == GARIS
    assert kepala_surat(BARU, LAMA)["kunci"] == f"Terkunci: {BARU.tulisan}, menggantikan {LAMA.tulisan}."


def _unit(kode="A", dinilai=1, jumlah=3, rata=95.0, asn=(), **isi):
    ringkas = SimpleNamespace(
        kode=kode, nama=f"Unit {kode}", dinilai=dinilai, jumlah_asn=jumlah, status="lengkap"
    )
    isi = {"peringkat": None, "tanda": ""} | isi
    return SimpleNamespace(ringkas=ringkas, rata_rata=rata, asn=asn, **isi)


def _sorotan(**isi):
    kosong = ("perlu_dibantu", "belum_setor", "tak_terbaca", "belum_dihitung", "belum_dinilai", "usang")
    return SimpleNamespace(**dict.fromkeys(kosong, ()), **isi)


def _nota(monkeypatch, dinilai=1, sementara=0):
    monkeypatch.setattr(kota, "kalimat_memimpin", lambda *_: "")
    rekap = SimpleNamespace(
        aturan=ATURAN,
        sorotan=_sorotan(),
        sebaran={"Sangat Baik": 0, "Baik": 1200},
        dinilai=dinilai,
        jumlah_asn=4,
        belum_dinilai=3,
        sementara=sementara,
        rata_rata=95.0 if dinilai else nan,
        penghargaan=(1,),
        pembinaan=(1, 2),
        menurut_peringkat=(_unit(peringkat=1), _unit("B", tanda="setara"), _unit("C", 0, 2, nan)),
    )
    (surat,) = kota.nota_dinas(rekap, {})
    return surat.isi


def test_nota_dinas_menghitung_seluruhnya_dan_setiap_unit(monkeypatch):
    isi = _nota(monkeypatch)
    assert [isi[k] for k in ("dinilai", "jumlah", "belum", "sementara")] == ["1", "4", "3", ""]
    assert (isi["rata"], isi["sebaran"], isi["penghargaan"], isi["pembinaan"]) == (
        "95,00",
        "Baik 1.200",
        "1",
        "2",
    )
    assert [
        [u[k] for k in ("no", "nama", "dinilai", "jumlah", "rata", "peringkat")] for u in isi["unit"]
    ] == [
        ["1", "Unit A", "1", "3", "95,00", "1"],
        ["2", "Unit B", "1", "3", "95,00", "setara"],
        ["3", "Unit C", "0", "2", "–", "–"],
    ]
    kosong = _nota(monkeypatch, dinilai=0, sementara=2)
    assert (kosong["rata"], kosong["sementara"]) == ("", "2")


@pytest.mark.parametrize(("banyak", "kata"), [(8, "U7."), (9, "dan 1 lagi.")])
def test_nota_dinas_menyebut_delapan_unit(banyak, kata):
    sorotan = _sorotan()
    sorotan.belum_setor = [_unit(f"U{n}") for n in range(banyak)]
    (kalimat,) = kota._kurang(SimpleNamespace(sorotan=sorotan))
    assert kalimat.startswith(f"{banyak} unit belum menyetor: Unit U0, ")
    assert kalimat.endswith(kata)


def test_tindak_lanjut_menurut_kriteria_yang_ada_saja():
    aturan = SimpleNamespace(penghargaan=None, pembinaan=object(), profil=ATURAN.profil)
    rekap = SimpleNamespace(aturan=aturan, penghargaan=(), pembinaan=(1,))
    assert kota._tindak_lanjut(rekap) == "1 ASN memerlukan rencana perbaikan."


def test_ide_baru_satu_unit_saja_yang_diusulkan_di_suratnya():
    ide = [SimpleNamespace(nip=n, nama=n, kode_unit=k, alasan="ide") for n, k in (("1", "A"), ("2", "B"))]
    rekap = SimpleNamespace(unit=(_unit(),), penghargaan=(), ide_baru=ide, aturan=ATURAN)
    (surat,) = kota.usulan_penghargaan(rekap, {}, "A")
    assert [(i["no"], i["nip"], i["unit"]) for i in surat.isi["ide"]] == [("1", "1", "Unit A")]
    assert list(kota.usulan_penghargaan(rekap, {}, "C")) == []


def test_berita_acara_memuat_setiap_orang_dengan_keterangannya():
    def asn(status, predikat="", nhk=nan, alasan=""):
        return AsnRekap("1", "Ani", "Staf", nhk, "", "", nan, predikat, status, alasan)

    semua = (
        asn(DINILAI, "Baik", 95.0),
        asn(BELUM_DINILAI, BELUM_DINILAI),
        asn(BELUM_DINILAI, BELUM_DINILAI, alasan="belum setor"),
        asn(PINDAH),
    )
    rekap = SimpleNamespace(aturan=ATURAN, kepala={"A": Pejabat("Budi", "2")})
    surat = unit.berita_acara(rekap, _unit(asn=semua), {})
    baris = [[b[k] for k in ("no", "nhk", "predikat", "keterangan")] for b in surat.isi["baris"]]
    assert baris == [
        ["1", "95,00", "Baik", ""],
        ["2", "–", BELUM_DINILAI, ""],
        ["3", "–", BELUM_DINILAI, "belum setor"],
        ["4", "–", "", PINDAH],
    ]
    assert surat.isi["kepala"] == {"jabatan": "Kepala Unit A", "nama": "Budi", "nip": "2"}
    assert (surat.nama, surat.isi["dinilai"], surat.isi["jumlah"], surat.isi["rata"]) == (
        "berita-acara_A",
        "1",
        "3",
        "95,00",
    )
    tanpa = unit.berita_acara(rekap, _unit("B", 0, 1, nan), {}).isi
    assert (tanpa["rata"], tanpa["kepala"]["nama"]) == ("–", GARIS)


def test_berita_acara_hanya_bagi_unit_yang_ada_dan_berorang():
    semua = [_unit(asn=(1,)), _unit("", asn=(1,)), _unit("B")]
    assert [u.ringkas.kode for u in unit.unit_berorang(SimpleNamespace(unit=semua))] == ["A"]


def _target(nip, bobot, bulan, cacat=(), penempatan=()):
    """Return the letter of a table with a row for each NIP; `bulan` is each row's figure of every month."""
    teks = {"nip": nip, "nama": ["Tertulis"] * len(nip), "kode_indikator": ["X"] * len(nip)}
    angka = {"bobot": bobot, **dict.fromkeys(KUNCI_BULAN, bulan)}
    tabel = SimpleNamespace(
        teks=lambda kunci: teks.get(kunci, [""] * len(nip)),
        angka=angka.get,
        kolom={},
        isi={},
        cacat=dict.fromkeys(cacat, ""),
        luar=SimpleNamespace(),
    )
    skema = Skema({"A": Unit("A", "Dinas A")}, tuple(penempatan), {})
    return unit.target_setahun(
        Unit("A", "Dinas A"), tabel, skema, TAHUN, ["?"], {"tahun": "2026", "periode": "Mei 2026"}
    ).isi


def test_target_setahun_orang_demi_orang_dan_baris_tanpa_nip_bukan_orang():
    isi = _target(["1", "", "1", "2"], [60.0, 5.0, 40.0, 100.0], [5.0] * 4)
    assert [(o["asn"]["nip"], o["jumlah_bobot"], len(o["baris"])) for o in isi["orang"]] == [
        ("1", "100", 2),
        ("2", "100", 1),
    ]
    assert (isi["periode"], isi["kunci"], isi["pertanyaan"], isi["tak_terbaca"]) == (
        "2026",
        "Target kinerja setahun",
        ["?"],
        False,
    )


@pytest.mark.parametrize(("angka", "panjang"), [(9999.0, False), (12345.0, False), (123456.0, True)])
def test_angka_bulan_yang_lebih_dari_enam_huruf_ditulis_beruntun(angka, panjang):
    """`12.345` fits, `123.456` does not; words may go on in the next line."""
    assert _target(["1"], [100.0], [angka])["orang"][0]["panjang"] is panjang
    tak_terbaca = _target(["1"], [100.0], [None], [(kunci, 0) for kunci in KUNCI_BULAN])["orang"][0]
    assert (tak_terbaca["panjang"], set(tak_terbaca["baris"][0]["bulanan"])) == (False, {"tidak terbaca"})


def test_bobot_yang_tidak_terbaca_pun_belum_layak_ditandatangani():
    isi = _target(["1", "1"], [60.0, None], [5.0, 5.0], [("bobot", 1)])
    assert isi["tak_terbaca"] is True
    assert isi["orang"][0]["jumlah_bobot"].startswith(
        "60. Yang tertulis 'tidak terbaca' terisi di buku target"
    )


def test_yang_pindah_ditulis_menurut_penempatannya_di_unit_itu():
    pindah = [
        Penempatan("1", "Ani", "A", jabatan="Staf", nip_atasan="8"),
        Penempatan("1", "Ani, S.E.", "A", jabatan="Kepala Seksi", nip_atasan="9"),
        Penempatan("1", "Ani, M.M.", "B", jabatan="Camat", nip_atasan="7"),
    ]
    (ani,) = _target(["1"], [100.0], [5.0], penempatan=pindah)["orang"]
    assert (ani["asn"]["nama"], ani["jabatan"], ani["atasan"]["nip"]) == ("Ani, S.E.", "Kepala Seksi", "9")
    (di_sana,) = _target(["1"], [100.0], [5.0], penempatan=pindah[2:])["orang"]
    assert (di_sana["asn"]["nama"], di_sana["jabatan"]) == ("Ani, M.M.", "Camat")
