"""Every count, mean and rank of a recap, recounted from nilai.csv and rincian.csv by a few lines that share no code."""

import csv
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import isnan
from pathlib import Path

import pytest
from peringkat_tangan import UnitTangan, kedudukan_tangan

from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.data.csv_rekap import csv_rekap

URUTAN = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
BULAN = [f"2026-0{n}" for n in range(1, 7)]


def baca(kota: Path, periode: str, nama: str) -> list[dict[str, str]]:
    berkas = kota / "hasil" / periode.replace(":", "_") / nama
    with berkas.open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))


def bulat(angka: Fraction) -> float:
    persis = Decimal(angka.numerator) / Decimal(angka.denominator)
    return float(persis.quantize(Decimal("0.01"), ROUND_HALF_UP))


def rata(angka: list[str]) -> float:
    return bulat(sum(map(Fraction, angka), Fraction(0)) / len(angka))


def rekap(kota: Path, periode: str, *unit: str) -> Rekap:
    konteks = siapkan(kota, periode)
    return susun_rekap(bahan_rekap(konteks, unit or tuple(konteks.skema.unit)))


def nhk_unit(baris: list[dict[str, str]]) -> dict[str, list[str]]:
    menurut = defaultdict(list)
    for isi in baris:
        if isi["status"] == "Dinilai":
            menurut[isi["kode_unit"]].append(isi["nilai_hasil_kerja"])
    return menurut


def tangan(kota: Path, periode: str, kode: str, jenis: str) -> UnitTangan:
    """Return a unit as it stands in the results: its scores, the last ones of who lacks one, and of who left it."""
    bulan = {"2026-T1": BULAN[:3], "2026-01:2026-05": BULAN[:5]}.get(periode, BULAN[: int(periode[-1:])])
    terakhir: dict[str, Fraction] = {}
    for satu_bulan in bulan:
        for b in baca(kota, satu_bulan, "nilai.csv"):
            if b["status"] == "Dinilai":
                terakhir[b["nip"]] = Fraction(b["nilai_hasil_kerja"])
    milik = [
        b for b in baca(kota, periode, "nilai.csv") if b["kode_unit"] == kode and b["status"] != "Pindah"
    ]
    belum = [terakhir.get(b["nip"]) for b in milik if b["status"] != "Dinilai"]
    awal = bulan[0] if len(bulan) > 1 and periode not in BULAN else bulan[-2]
    dahulu = {
        b["nip"] for b in baca(kota, awal, "nilai.csv") if b["kode_unit"] == kode and b["status"] != "Pindah"
    }
    keluar = [terakhir[nip] for nip in dahulu - {b["nip"] for b in milik} if nip in terakhir]
    dinilai = {b["nip"]: Fraction(b["nilai_hasil_kerja"]) for b in milik if b["status"] == "Dinilai"}
    masuk = [nilai for nip, nilai in dinilai.items() if nip not in dahulu]
    return UnitTangan([*dinilai.values()], belum, keluar, jenis, masuk)


@pytest.fixture(params=["2026-05", "2026-06", "2026-T1", "2026-01:2026-05"])
def periode(request) -> str:
    return request.param


def test_jumlah_rata_rata_dan_peringkat_unit(kota_terhitung, periode):
    nilai = baca(kota_terhitung, periode, "nilai.csv")
    nhk = {kode: rata(semua) for kode, semua in nhk_unit(nilai).items()}
    hasil = rekap(kota_terhitung, periode)
    harapan = kedudukan_tangan(
        [tangan(kota_terhitung, periode, u.ringkas.kode, u.ringkas.jenis) for u in hasil.unit]
    )
    assert [u.kedudukan for u in hasil.unit] == harapan
    for unit in hasil.unit:
        kode = unit.ringkas.kode
        milik = [b for b in nilai if b["kode_unit"] == kode and b["status"] != "Pindah"]
        dinilai = [b for b in milik if b["status"] == "Dinilai"]
        assert (unit.ringkas.jumlah_asn, unit.ringkas.dinilai) == (len(milik), len(dinilai))
        assert Counter(unit.ringkas.predikat) == Counter(b["predikat"] for b in dinilai)
        if kode in nhk:
            assert unit.rata_rata == nhk[kode]
        else:
            assert isnan(unit.rata_rata)
            assert unit.peringkat is None
    assert hasil.dinilai == sum(b["status"] == "Dinilai" for b in nilai)
    assert [u.peringkat or 99 for u in hasil.menurut_peringkat] == sorted(
        u.peringkat or 99 for u in hasil.unit
    )


def test_bulan_demi_bulan_sama_dengan_hasil_bulannya(kota_terhitung, periode):
    hasil = rekap(kota_terhitung, periode)
    assert [bulan.bulan.kode for bulan in hasil.bulan] == BULAN[
        : {"2026-05": 5, "2026-06": 6, "2026-T1": 3}.get(periode, 5)
    ]
    for nomor, bulan in enumerate(hasil.bulan):
        nilai = baca(kota_terhitung, bulan.bulan.kode, "nilai.csv")
        nhk = {kode: rata(semua) for kode, semua in nhk_unit(nilai).items()}
        asn = {b["nip"]: b for b in nilai if b["status"] == "Dinilai"}
        assert bulan.rata_rata == rata([b["nilai_hasil_kerja"] for b in asn.values()])
        for unit in hasil.unit:
            titik = unit.bulan[nomor]
            assert nhk.get(unit.ringkas.kode) == (None if isnan(titik.rata_rata) else titik.rata_rata)
            for orang in unit.asn:
                ada = asn.get(orang.nip)
                assert orang.predikat_bulan[nomor] == (ada["predikat"] if ada else "")
                assert (
                    isnan(orang.deret[nomor])
                    if ada is None
                    else orang.deret[nomor] == float(ada["nilai_hasil_kerja"])
                )


def test_capaian_indikator(kota_terhitung, periode):
    rincian = [b for b in baca(kota_terhitung, periode, "rincian.csv") if b["capaian"]]
    menurut = defaultdict(list)
    for b in rincian:
        menurut[b["kode_indikator"]].append(b)
    hasil = rekap(kota_terhitung, periode)
    assert {i.kode for i in hasil.indikator} == set(menurut)
    for i in hasil.indikator:
        semua = [b["capaian"] for b in menurut[i.kode]]
        assert (i.jumlah_asn, i.rata_rata) == (len(semua), rata(semua))
        assert i.di_bawah == sum(float(c) < 90 for c in semua)
        assert i.belum_target == sum(float(c) < 100 for c in semua)
        assert i.belum_capai == (i.rata_rata < 100)
        assert i.tertinggal == (i.rata_rata < 90)
        tepi = [(91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (-1, "Sangat Rendah")]
        assert i.skala == next(label for dari, label in tepi if i.rata_rata >= dari)
        for u in i.unit:
            milik = [b["capaian"] for b in menurut[i.kode] if b["kode_unit"] == u.kode_unit]
            assert (u.jumlah_asn, u.rata_rata) == (len(milik), rata(milik))
    rata_rata = [i.rata_rata for i in hasil.indikator]
    assert rata_rata == sorted(rata_rata)


def test_siapa_naik_siapa_turun_dan_dua_bulan_bawah(kota_terhitung):
    mei = {b["nip"]: b for b in baca(kota_terhitung, "2026-05", "nilai.csv") if b["status"] == "Dinilai"}
    juni = {b["nip"]: b for b in baca(kota_terhitung, "2026-06", "nilai.csv") if b["status"] == "Dinilai"}
    beda = {
        nip: Fraction(juni[nip]["nilai_hasil_kerja"]) - Fraction(mei[nip]["nilai_hasil_kerja"])
        for nip in mei.keys() & juni.keys()
    }
    hasil = rekap(kota_terhitung, "2026-06")
    lebih_buruk = {n: URUTAN.index(juni[n]["predikat"]) - URUTAN.index(mei[n]["predikat"]) for n in beda}
    naik = sorted((n for n in beda if beda[n] > 0), key=lambda n: (-beda[n], n))
    assert [g.nip for g in hasil.naik_turun_predikat] == [n for n in naik if lebih_buruk[n] > 0] != []
    naik = [n for n in naik if lebih_buruk[n] <= 0][:10]
    turun = sorted((n for n in beda if beda[n] < 0 and lebih_buruk[n] >= 0), key=lambda n: (beda[n], n))[:10]
    assert [g.nip for g in hasil.naik] == naik
    assert [g.nip for g in hasil.turun] == turun
    assert all(g.selisih == float(beda[g.nip]) for g in (*hasil.naik, *hasil.turun))
    bawah = {
        n
        for n in beda
        if float(mei[n]["nilai_hasil_kerja"]) < 90 and float(juni[n]["nilai_hasil_kerja"]) < 90
    }
    assert {g.nip for g in hasil.dua_bulan_bawah} == bawah
    assert bawah


def test_rata_rata_asn_yang_sama_pada_kedua_bulan(kota_terhitung):
    mei, juni = (
        {
            b["nip"]: b["nilai_hasil_kerja"]
            for b in baca(kota_terhitung, p, "nilai.csv")
            if b["status"] == "Dinilai"
        }
        for p in ("2026-05", "2026-06")
    )
    sama = mei.keys() & juni.keys()
    hasil = rekap(kota_terhitung, "2026-06")
    assert (hasil.asn_sama.jumlah, hasil.asn_sama.awal, hasil.asn_sama.akhir, hasil.asn_sama.semua) == (
        len(sama), rata([mei[n] for n in sama]), rata([juni[n] for n in sama]), False,
    )  # fmt: skip
    for unit in hasil.unit:
        milik = [a.nip for a in unit.asn if a.nip in sama]
        dua_rata = tuple(rata([bulan[n] for n in milik]) for bulan in (mei, juni)) if milik else None
        assert dua_rata == (unit.sama and (unit.sama.awal, unit.sama.akhir))
    assert rekap(kota_terhitung, "2026-05").asn_sama.semua


def test_unit_dengan_lima_dari_sebelas_asn_dinilai_tidak_memimpin(kota_terhitung):
    """June's highest mean is that of a unit which left its weaker ASN unscored."""
    hasil = rekap(kota_terhitung, "2026-06")
    teratas = max((u for u in hasil.unit if u.ringkas.dinilai), key=lambda u: u.rata_rata)
    assert (teratas.ringkas.kode, teratas.ringkas.dinilai, teratas.ringkas.jumlah_asn) == (
        "DISKOMINFO",
        5,
        11,
    )
    assert (teratas.peringkat, teratas.tanda) == (None, "belum diperingkat")
    bawah, atas = teratas.kedudukan.akhir
    assert bawah == bulat(Fraction(str(teratas.rata_rata)) * 5 / 11) < atas < teratas.rata_rata
    assert hasil.sorotan.tertinggi.ringkas.kode == "BKPSDM"
    assert [u.ringkas.kode for u in hasil.menurut_peringkat[:3]] == ["BKPSDM", "DINKES", "PKM-MDG"]
    pola = [b for b in baca(kota_terhitung, "2026-06", "temuan.csv") if b["kode"] == "belum-dinilai-berpola"]
    assert [b["unit"] for b in pola] == ["DISKOMINFO"]
    assert {u.tanda for u in rekap(kota_terhitung, "2026-05").unit} == {""}


def test_daftar_sama_dengan_tindak_lanjut(kota_terhitung):
    hasil = rekap(kota_terhitung, "2026-05")
    baris = baca(kota_terhitung, "2026-05", "tindak_lanjut.csv")
    for jenis, semua in (
        ("penghargaan", hasil.penghargaan),
        ("ide baru", hasil.ide_baru),
        ("pembinaan", hasil.pembinaan),
    ):
        assert Counter((u.kode_unit, u.nip, u.alasan) for u in semua) == Counter(
            (b["kode_unit"], b["nip"], b["alasan"]) for b in baris if b["jenis"] == jenis
        )
    kredit = {b["nip"]: b for b in baris if b["jenis"] == "angka kredit"}
    assert {k.kredit.nip for k in hasil.angka_kredit} == set(kredit)
    for k in hasil.angka_kredit:
        if k.kredit.ada:
            b = kredit[k.kredit.nip]
            sebulan, lalu = Fraction(b["persen"]) * Fraction(b["koefisien"]) / 1200, int(b["bulan_sebelum"])
            sampai, dari = (Fraction(str(bulat(sebulan * n))) for n in (lalu + int(b["bulan"]), lalu))
            assert k.kredit.angka == float(b["angka_kredit"]) == float(sampai - dari)


def test_csv_rekap_menyebut_angka_yang_sama(kota_terhitung, periode):
    hasil = rekap(kota_terhitung, periode)
    isi = {nama: list(csv.DictReader(teks.splitlines())) for nama, teks in csv_rekap(hasil).items()}
    tempat = [baris["peringkat"] for baris in isi["rekap_unit.csv"]]
    assert tempat == sorted(tempat, key=lambda isi: int(isi or 99))
    for baris in isi["rekap_unit.csv"]:
        (unit,) = [u for u in hasil.unit if u.ringkas.kode == baris["kode_unit"]]
        assert baris["keterangan"] == unit.tanda
        assert baris["rata_rata_nhk"] == ("" if isnan(unit.rata_rata) else f"{unit.rata_rata:.15g}")
        assert [int(baris[p]) for p in hasil.predikat] == [
            unit.ringkas.predikat.get(p, 0) for p in hasil.predikat
        ]
        assert baris["peringkat"] == str(unit.peringkat or "")
        assert baris["peringkat_jenis"] == str(unit.kedudukan.peringkat_jenis or "")
        assert (baris["setara_dari"], baris["setara_sampai"]) == tuple(
            map(str, unit.kedudukan.setara or ("", ""))
        )
        akhir = tuple(f"{nilai:.15g}" for nilai in unit.kedudukan.akhir or ())
        assert (baris["akhir_terendah"], baris["akhir_tertinggi"]) == (akhir or ("", ""))
    assert len(isi["rekap_bulan.csv"]) == len(hasil.unit) * len(hasil.bulan)
    assert [b["rata_rata_capaian"] for b in isi["rekap_indikator.csv"]] == [
        f"{i.rata_rata:.15g}" for i in hasil.indikator
    ]


def test_pilihan_unit_menyempitkan_semuanya(kota_terhitung):
    hasil = rekap(kota_terhitung, "2026-05", "DINKES", "PKM-TB")
    assert hasil.terpilih
    assert [u.ringkas.kode for u in hasil.unit] == ["DINKES", "PKM-TB"]
    assert {u.peringkat for u in hasil.unit} == {1, 2}
    kode = {"DINKES", "PKM-TB"}
    assert {s.kode_unit for i in hasil.indikator for s in i.unit} <= kode
    for daftar in (hasil.naik, hasil.turun, hasil.penghargaan, hasil.pembinaan, hasil.angka_kredit):
        assert {usulan.kode_unit for usulan in daftar} <= kode
