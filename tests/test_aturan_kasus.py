"""The cases of tests/aturan/*.yaml: sentences with literal results, which a jurist can add without Python."""

from fractions import Fraction
from math import isnan
from pathlib import Path

import numpy as np
import pytest
import yaml
from hitungan_aturan import bulat
from nilai_buatan import dengan_antarbulan, perilaku_bulan

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.rumus.skala import muat_skala
from asn_nilai.acuan.setoran.perilaku import KUNCI_RATING, PembacaPerilaku
from asn_nilai.acuan.setoran.perilaku_bulan import SimpulanPerilaku
from asn_nilai.hitung.nilai.capaian import hitung_capaian
from asn_nilai.hitung.nilai.masukan import sebagai_larik
from asn_nilai.hitung.nilai.predikat import putuskan

BERKAS = sorted(Path(__file__).parent.joinpath("aturan").glob("*.yaml"))
ISI = {berkas.stem: yaml.safe_load(berkas.read_text(encoding="utf-8")) for berkas in BERKAS}
KASUS = [
    pytest.param(isi, kasus, id=f"{nama}: {kasus['nama']}")
    for nama, isi in ISI.items()
    for kasus in isi["kasus"]
]
_HASIL_INDIKATOR = ("capaian", "nilai_capaian")
_HASIL_ASN = ("rating_hasil", "rating_perilaku", "nilai_perilaku", "nilai_akhir", "predikat")
_ISIAN = (
    "nama", "polaritas", "aspek", "target", "realisasi", "terburuk", "batas_atas", "nhk", "perilaku", "ide_baru",
    "tujuh_aspek", "bulanan", "antarbulan", "jenjang", "bulan", "angka_kredit", "sebutan",
)  # fmt: skip


def indikator(kasus, aturan) -> dict:
    dikenal = Indikator(
        "IK", "IK", "satuan", Polaritas(kasus.get("polaritas", "Maksimal")), Agregasi.JUMLAH,
        aspek=kasus.get("aspek", ""), batas_atas=kasus.get("batas_atas"), nilai_terburuk=kasus.get("terburuk"),
    )  # fmt: skip
    target, realisasi = (float(kasus["target"]),), (float(kasus["realisasi"]),)
    baris = BarisIndikator(dikenal, 100.0, (Bulan(2026, 3),), target, realisasi, (Letak(),), (Letak(),))
    with np.errstate(all="ignore"):
        keluaran = hitung_capaian(sebagai_larik([[baris]], aturan), aturan)
    return {"capaian": keluaran.capaian[0], "nilai_capaian": keluaran.nilai[0]}


def asn(kasus, aturan) -> dict:
    isi = {KUNCI_RATING: _sel(kasus.get("perilaku", ""))}
    if "tujuh_aspek" in kasus:
        isi = dict(zip(KUNCI_ASPEK, map(_sel, kasus["tujuh_aspek"]), strict=True))
    pembaca = PembacaPerilaku(aturan)
    perilaku = pembaca.antarbulan(_bulanan(kasus, pembaca)) if "bulanan" in kasus else pembaca.baris(isi)
    putusan = putuskan(
        np.array([float(kasus.get("nhk", "nan"))]),
        np.array([perilaku.rating], dtype=object),
        np.array([perilaku.angka]),
        np.array([bool(kasus.get("ide_baru"))]),
        aturan,
    )
    return {
        "rating_hasil": putusan.rating_hasil[0],
        "rating_perilaku": perilaku.rating,
        "nilai_perilaku": perilaku.angka,
        "nilai_akhir": putusan.nilai_akhir[0],
        "predikat": putusan.predikat[0],
    }


def _bulanan(kasus, pembaca):
    semua = [pembaca.baris({KUNCI_RATING: _sel(isi)}) for isi in kasus["bulanan"]]
    return [
        perilaku_bulan(Bulan(2026, nomor), hasil=SimpulanPerilaku(ini.rating, ini.angka))
        for nomor, ini in enumerate(semua, 1)
    ]


def _sel(isi):
    return isi if isinstance(isi, str) else float(isi)


@pytest.mark.parametrize(("isi", "kasus"), KASUS)
def test_kasus(isi, kasus):
    assert set(kasus) <= {*_ISIAN, *_HASIL_INDIKATOR, *_HASIL_ASN}
    if "angka_kredit" in isi:
        dapat = angka_kredit().hitung(kasus["predikat"], kasus["jenjang"], kasus["bulan"])
        assert dapat == kasus["angka_kredit"]
        return
    if "skala" in isi:
        label = muat_skala(isi["skala"]).tangga.beri_label(np.array([float(kasus["capaian"])]))
        assert label.tolist() == [kasus["sebutan"]]
        return
    aturan = muat_aturan(isi["aturan"])
    if "target" in kasus:
        hasil, kunci = indikator(kasus, aturan), _HASIL_INDIKATOR
        harap = {nama: pytest.approx(kasus[nama], abs=1e-8) for nama in kunci if nama in kasus}
    else:
        if cara := kasus.get("antarbulan"):
            aturan = dengan_antarbulan(aturan, cara)
        hasil, kunci = asn(kasus, aturan), _HASIL_ASN
        harap = {nama: kasus[nama] for nama in kunci if nama in kasus}
    assert harap
    assert {nama: hasil[nama] for nama in harap} == harap


def test_setiap_profil_punya_kasus():
    assert {isi["aturan"] for isi in ISI.values() if "aturan" in isi} == set(profil_bawaan())


@pytest.mark.parametrize("kode", profil_bawaan())
def test_kedua_sisi_setiap_ambang_dan_setiap_sel_matriks_punya_kasus(kode):
    aturan, kasus = muat_aturan(kode), ISI[kode]["kasus"]
    nhk = {float(contoh["nhk"]) for contoh in kasus if "nhk" in contoh}
    for tangga, angka in (
        (aturan.rating_hasil, nhk),
        (
            aturan.predikat.tangga,
            {float(contoh["nilai_akhir"]) for contoh in kasus if "nilai_akhir" in contoh},
        ),
    ):
        for batas in tangga.batas if tangga else ():
            assert batas in angka
            assert {round(batas - 0.01, 2), round(batas + 0.01, 2)} & angka
    if aturan.predikat.matriks:
        sel = {
            (contoh.get("rating_hasil"), _rating(contoh, aturan)) for contoh in kasus if "predikat" in contoh
        }
        assert {(h, p) for h in aturan.label_hasil for p in aturan.perilaku.label} <= sel
    if konversi := aturan.capaian.konversi:
        capaian = {float(contoh["realisasi"]) for contoh in kasus if contoh.get("target") == 100}
        for ruas in konversi.ruas:
            assert ruas.titik[0][0] in capaian


@pytest.mark.parametrize("kode", profil_bawaan())
def test_perilaku_beberapa_bulan_punya_kasus_di_kedua_sisi_setiap_batas(kode):
    aturan = muat_aturan(kode)
    kasus = [contoh for contoh in ISI[kode]["kasus"] if "bulanan" in contoh]
    skor = aturan.perilaku.skor.nilai if aturan.perilaku.skor else {}
    rata = {_rata([skor.get(isi, isi) for isi in contoh["bulanan"] if isi != ""]) for contoh in kasus}
    for batas in aturan.perilaku.tangga.batas if aturan.perilaku.tangga else ():
        tepat, sehelai = Fraction(repr(batas)), Fraction(1, 20)
        tercetak = {bulat(x) if aturan.perilaku_angka else x for x in rata}
        assert tepat in tercetak
        assert any(tepat - sehelai <= x < tepat for x in tercetak)
    assert {contoh.get("antarbulan") for contoh in kasus} == {None, "terakhir"}


def _rata(isi) -> Fraction:
    return sum(Fraction(repr(float(angka))) for angka in isi) / len(isi)


def _rating(kasus, aturan) -> str:
    return PembacaPerilaku(aturan).baris({KUNCI_RATING: _sel(kasus.get("perilaku", ""))}).rating


def test_perilaku_kosong_bukan_angka():
    assert isnan(PembacaPerilaku(muat_aturan("pp-30-2019")).baris({}).angka)
