"""The example work folder: it is fiction, it is what its generator writes, and its first five months are clean.

The committed workbooks are read with openpyxl and judged by code of their own: nothing of the program, and of
the generator only the list of June's findings.
"""

import csv
import re
import sys
import zipfile
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_from_string
from python_calamine import CalamineWorkbook

CONTOH = Path(__file__).parent.parent / "examples"
KOTA = CONTOH / "bukittinggi"
BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ASPEK = ("Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif")
TINGKAT = {"Di Bawah Ekspektasi": 1, "Sesuai Ekspektasi": 2, "Di Atas Ekspektasi": 3}
BERSIH = range(1, 6)
LIBREOFFICE = {"PKM-MDG.xlsx", "KEL-TD.ods", "KEL-PPK.xls"}


def tabel(berkas, lembar, kunci):
    """The records of a sheet, found by a label of its header row."""
    baris = list(load_workbook(berkas, data_only=True)[lembar].iter_rows(values_only=True))
    kepala = next(i for i, b in enumerate(baris) if kunci in b)
    return [
        dict(zip(baris[kepala], b, strict=True)) for b in baris[kepala + 1 :] if any(x is not None for x in b)
    ]


def angka(nilai):
    return None if nilai is None else Decimal(str(nilai))


@pytest.fixture(scope="module")
def skema():
    berkas = KOTA / "skema.xlsx"
    return {
        "unit": {b["Kode Unit"]: b for b in tabel(berkas, "Unit", "Jenis Unit")},
        "pegawai": tabel(berkas, "Pegawai", "Jenis ASN"),
        "indikator": {b["Kode Indikator"]: b for b in tabel(berkas, "Indikator", "Polaritas")},
    }


@pytest.fixture(scope="module")
def target(skema):
    return {u: tabel(KOTA / "target" / f"{u}.xlsx", "Target", "Bobot") for u in skema["unit"]}


@pytest.fixture(scope="module")
def capaian(skema):
    return {
        (bulan, u): (
            tabel(KOTA / "capaian" / f"2026-{bulan:02}" / f"{u}.xlsx", "Capaian", "Realisasi"),
            tabel(KOTA / "capaian" / f"2026-{bulan:02}" / f"{u}.xlsx", "Perilaku", "Akuntabel"),
        )
        for bulan in BERSIH
        for u in skema["unit"]
    }


@pytest.fixture(scope="module")
def buatan(tmp_path_factory):
    sys.path.insert(0, str(CONTOH))
    try:
        from buat_contoh import buat
    finally:
        sys.path.remove(str(CONTOH))
    pertama, kedua = tmp_path_factory.mktemp("pertama"), tmp_path_factory.mktemp("kedua")
    for induk in (pertama, kedua):
        buat(induk, lewati_libreoffice=True)
    return pertama, kedua


def bertugas(p, bulan):
    mulai = p["Mulai"].month if p["Mulai"] else 1
    selesai = p["Selesai"].month if p["Selesai"] else 12
    return mulai <= bulan <= selesai


def buku_xlsxwriter(folder):
    return sorted(
        b.relative_to(folder)
        for b in folder.rglob("*.xlsx")
        if b.name not in LIBREOFFICE or b.parent.name != "2026-06"
    )


# --- The generator --------------------------------------------------------------------------------------------


def test_dua_kali_dibuat_sama_bita_demi_bita(buatan):
    pertama, kedua = buatan
    berkas = [b.relative_to(pertama) for b in pertama.rglob("*") if b.is_file()]
    assert len(berkas) > 50
    for b in berkas:
        assert (pertama / b).read_bytes() == (kedua / b).read_bytes(), b


def test_yang_tersimpan_adalah_yang_dibuat(buatan):
    """Compared member by member: how tightly a zip is packed differs between versions of zlib."""
    folder = buatan[0] / "bukittinggi"
    assert buku_xlsxwriter(folder) == [b for b in buku_xlsxwriter(KOTA) if b.parts[0] != "hasil"]
    for b in buku_xlsxwriter(folder):
        with zipfile.ZipFile(folder / b) as baru, zipfile.ZipFile(KOTA / b) as lama:
            assert baru.namelist() == lama.namelist(), b
            for nama in baru.namelist():
                assert baru.read(nama) == lama.read(nama), f"{b}: {nama}"
    for nama in ("juni_diharapkan.csv", "bukittinggi/asn-nilai.toml"):
        assert (buatan[0] / nama).read_text(encoding="utf-8") == (CONTOH / nama).read_text(encoding="utf-8")


# --- Fiction --------------------------------------------------------------------------------------------------


def test_setiap_nip_bertanda_rekaan():
    banyak = 0
    for berkas in sorted(KOTA.rglob("*.xls*")) + sorted(KOTA.rglob("*.ods")):
        if "hasil" in berkas.relative_to(KOTA).parts:
            continue
        buku = CalamineWorkbook.from_path(str(berkas))
        for lembar in buku.sheet_names:
            for baris in buku.get_sheet_by_name(lembar).to_python():
                for isi in baris:
                    nip = re.sub(r"\D", "", isi) if isinstance(isi, str) else ""
                    if len(nip) == 18:
                        banyak += 1
                        assert nip[15] == "9", f"{berkas.name} › {lembar}: {isi}"
    assert banyak > 1000


def test_nip_berbentuk_sah_dan_tak_berulang(skema):
    orang = {}
    for p in skema["pegawai"]:
        nip = p["NIP"]
        assert re.fullmatch(
            r"(19[6-9]\d|200\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d)(20|19)\d{2}\d\d[12]9\d\d", nip
        ), nip
        assert nip[12:14] == "21" if p["Jenis ASN"] == "PPPK" else 1 <= int(nip[12:14]) <= 12
        assert re.fullmatch(r"[IVX]+" if p["Jenis ASN"] == "PPPK" else r"(I|II|III|IV)/[a-e]", p["Golongan"])
        orang.setdefault(nip, set()).add(p["Nama"])
    assert all(len(nama) == 1 for nama in orang.values())
    assert len(orang) == len({n[:15] for n in orang}) == len({next(iter(n)) for n in orang.values()}) == 80


def test_readme_dan_pengaturan_mengatakan_rekaan():
    assert "rekaan" in (CONTOH / "README.md").read_text(encoding="utf-8")
    assert "contoh fiktif" in (KOTA / "asn-nilai.toml").read_text(encoding="utf-8")


# --- Registers and targets ------------------------------------------------------------------------------------


def test_daftar_saling_cocok(skema):
    nip = {p["NIP"] for p in skema["pegawai"]}
    unit = skema["unit"]
    assert len(unit) == 8
    assert all(u["NIP Kepala"] in nip for u in unit.values())
    kepala = {u["NIP Kepala"] for u in unit.values()}
    assert all(p["Kode Unit"] in unit and p["NIP Atasan"] not in {None, p["NIP"]} for p in skema["pegawai"])
    luar = {p["NIP Atasan"] for p in skema["pegawai"]} - nip
    assert {atasan[-3:] for atasan in luar} == {"981", "982", "983"}
    assert all(p["NIP"] in kepala for p in skema["pegawai"] if p["NIP Atasan"] in luar)
    assert len(skema["indikator"]) >= 30
    for kolom, nilai in (
        ("Aspek", {"Kuantitas", "Kualitas", "Waktu", "Biaya"}),
        ("Polaritas", {"Maksimal", "Minimal", "Stabil"}),
        ("Agregasi", {"Jumlah", "Rata-rata", "Nilai Akhir", "Rasio"}),
        ("Lingkup", {"Individu", "Unit"}),
        ("Layanan Publik", {"Ya", "Tidak"}),
        ("Jenis Nilai", {"Bulat", "Desimal", "Persen"}),
        ("Frekuensi", {"Bulanan", "Triwulanan"}),
        ("Wajib Bukti", {"Ya", "Tidak"}),
    ):
        assert {i[kolom] for i in skema["indikator"].values()} == nilai


def test_yang_pindah_berganti_pada_batas_bulan(skema):
    penempatan = defaultdict(list)
    for p in skema["pegawai"]:
        penempatan[p["NIP"]].append(p)
    pindah = [sorted(x, key=lambda p: p["Mulai"]) for x in penempatan.values() if len(x) > 1]
    assert len(pindah) == 2
    for lama, baru in pindah:
        assert baru["Mulai"].day == 1
        assert (baru["Mulai"] - lama["Selesai"]).days == 1
    baru_mulai = [p for x in penempatan.values() if len(x) == 1 for p in x if p["Mulai"]]
    assert [p["Jenis ASN"] for p in baru_mulai] == ["PPPK"]


def test_bobot_setiap_asn_berjumlah_100(skema, target):
    for unit, baris in target.items():
        bobot, banyak = defaultdict(int), defaultdict(int)
        for b in baris:
            bobot[b["NIP"]] += b["Bobot"]
            banyak[b["NIP"]] += 1
        assert set(bobot) == {p["NIP"] for p in skema["pegawai"] if p["Kode Unit"] == unit}
        assert set(bobot.values()) == {100}
        assert all(3 <= n <= 6 for n in banyak.values())


def test_target_cocok_dengan_indikator_dan_penempatan(skema, target):
    tempat = {(p["Kode Unit"], p["NIP"]): p for p in skema["pegawai"]}
    for unit, baris in target.items():
        for b in baris:
            i, p = skema["indikator"][b["Kode Indikator"]], tempat[unit, b["NIP"]]
            assert (b["Nama"], b["Indikator"], b["Satuan"]) == (p["Nama"], i["Indikator"], i["Satuan"])
            assert not i["Berlaku Untuk"] or skema["unit"][unit]["Jenis Unit"] in i["Berlaku Untuk"].split(
                ";"
            )
            bulan = [n for n, nama in enumerate(BULAN, 1) if b[nama] is not None]
            assert bulan
            assert all(bertugas(p, n) for n in bulan)
            assert i["Frekuensi"] == "Bulanan" or set(bulan) <= {3, 6, 9, 12}
            nilai = [angka(b[BULAN[n - 1]]) for n in bulan]
            assert all(angka(i["Batas Bawah"]) <= t <= angka(i["Batas Atas"]) for t in nilai)
            assert i["Jenis Nilai"] != "Bulat" or all(t % 1 == 0 for t in nilai)
            assert all(nilai) or i["Nilai Terburuk"]
            rata = sum(nilai) / len(nilai)
            harap = {"Jumlah": sum(nilai), "Rata-rata": rata, "Rasio": rata, "Nilai Akhir": nilai[-1]}
            assert angka(b["Target Tahunan"]) == harap[i["Agregasi"]], (unit, b)


# --- January to May are clean ---------------------------------------------------------------------------------


def test_setiap_target_punya_satu_realisasi_yang_sah(skema, target, capaian):
    for (bulan, unit), (baris, _) in capaian.items():
        harap = {(b["NIP"], b["Kode Indikator"]): b for b in target[unit] if b[BULAN[bulan - 1]] is not None}
        assert [(b["NIP"], b["Kode Indikator"]) for b in baris] == list(harap)
        for b in baris:
            asal, i = harap[b["NIP"], b["Kode Indikator"]], skema["indikator"][b["Kode Indikator"]]
            assert [b[k] for k in ("Nama", "Indikator", "Satuan")] == [
                asal[k] for k in ("Nama", "Indikator", "Satuan")
            ]
            assert b["Target"] == asal[BULAN[bulan - 1]]
            assert isinstance(b["Realisasi"], int | float)
            nilai = angka(b["Realisasi"])
            assert angka(i["Batas Bawah"]) <= nilai <= angka(i["Batas Atas"])
            assert i["Jenis Nilai"] != "Bulat" or nilai % 1 == 0
            # A share below 1.5 beside a target above it would look like a fraction that lost its percent sign.
            assert i["Satuan"] != "persen" or nilai > Decimal("1.5")
            assert i["Wajib Bukti"] == "Tidak" or b["Bukti Dukung"]


def test_angka_unit_sama_bagi_semua_dan_rasio_sesuai_realisasinya(skema, capaian):
    rasio = 0
    for (bulan, unit), (baris, _) in capaian.items():
        milik_unit = defaultdict(set)
        for b in baris:
            i = skema["indikator"][b["Kode Indikator"]]
            atas, bawah = b.get("Pembilang"), b.get("Penyebut")
            if i["Agregasi"] == "Rasio":
                rasio += 1
                assert abs(Fraction(100 * atas, bawah) - Fraction(angka(b["Realisasi"]))) <= Fraction(1, 20)
            else:
                assert (atas, bawah) == (None, None)
            if i["Lingkup"] == "Unit":
                milik_unit[i["Kode Indikator"]].add(
                    (b["Target"], b["Realisasi"], atas, bawah, b["Bukti Dukung"])
                )
        assert all(len(angka_unit) == 1 for angka_unit in milik_unit.values()), (bulan, unit)
    assert rasio == 67


def test_setiap_asn_bertugas_punya_capaian_dan_perilaku(skema, capaian):
    for (bulan, unit), (baris, perilaku) in capaian.items():
        orang = {
            p["NIP"]: p["Nama"] for p in skema["pegawai"] if p["Kode Unit"] == unit and bertugas(p, bulan)
        }
        assert {b["NIP"] for b in baris} == set(orang)
        assert [(b["NIP"], b["Nama"]) for b in perilaku] == list(orang.items())
        for b in perilaku:
            aspek = [b[a] for a in ASPEK]
            assert b["Rating Perilaku"] in TINGKAT or all(a in TINGKAT for a in aspek)
            assert set(aspek) <= {*TINGKAT, None}
            assert b["Ide Baru"] in {"Ya", None}


def test_identitas_menyebut_unit_dan_periode(skema):
    for bulan in BERSIH:
        for unit, u in skema["unit"].items():
            buku = load_workbook(KOTA / "capaian" / f"2026-{bulan:02}" / f"{unit}.xlsx")
            for lembar in ("Capaian", "Perilaku"):
                isi = {b[1].value: b[2].value for b in buku[lembar].iter_rows(min_row=1, max_row=8)}
                assert isi["Kode Unit"] == unit
                assert isi["Unit Kerja"] == u["Unit Kerja"]
                assert isi["Periode"] == f"2026-{bulan:02}"


def satu_capaian(i, t, r):
    """The capaian of one indicator in one month, exactly."""
    t, r = Fraction(angka(t)), Fraction(angka(r))
    if i["Polaritas"] == "Maksimal":
        hasil = r / t * 100
    elif i["Polaritas"] == "Minimal":
        terburuk = Fraction(i["Nilai Terburuk"] or 1)
        hasil = (2 - r / t) * 100 if t else (terburuk - r) / terburuk * 100
    else:
        x = r / t * 100 if r <= t else 200 - r / t * 100
        hasil = x * 100 / 90 if x <= 90 else 100 + (x - 90) * 2
    return min(max(hasil, Fraction(0)), Fraction(120))


def dua_desimal(nilai):
    return (Decimal(nilai.numerator) / nilai.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def tingkat_perilaku(b):
    if b["Rating Perilaku"]:
        return TINGKAT[b["Rating Perilaku"]]
    rerata = Fraction(sum(TINGKAT[b[a]] for a in ASPEK), 7)
    return 3 if rerata >= Fraction(5, 2) else 2 if rerata >= Fraction(3, 2) else 1


def test_kelima_predikat_muncul_dan_kebanyakan_baik(skema, target, capaian):
    nama = (
        "Sangat Kurang",
        "Butuh Perbaikan",
        "Butuh Perbaikan",
        "Kurang",
        "Baik",
        "Baik",
        "Kurang",
        "Baik",
        "Sangat Baik",
    )
    banyak, tinggi, rendah = defaultdict(int), 0, 0
    for (_, unit), (baris, perilaku) in capaian.items():
        bobot = {(b["NIP"], b["Kode Indikator"]): b["Bobot"] for b in target[unit]}
        jumlah = defaultdict(lambda: [Fraction(0), 0])
        for b in baris:
            w = bobot[b["NIP"], b["Kode Indikator"]]
            c = satu_capaian(skema["indikator"][b["Kode Indikator"]], b["Target"], b["Realisasi"])
            jumlah[b["NIP"]][0] += w * c
            jumlah[b["NIP"]][1] += w
        for b in perilaku:
            nhk = dua_desimal(jumlah[b["NIP"]][0] / jumlah[b["NIP"]][1])
            kerja = 3 if nhk > 100 else 2 if nhk >= 90 else 1
            tinggi, rendah = tinggi + (kerja == 3), rendah + (kerja == 1)
            banyak[nama[3 * (kerja - 1) + tingkat_perilaku(b) - 1]] += 1
    assert set(banyak) == set(nama)
    assert banyak["Sangat Kurang"] == 1
    assert max(banyak, key=banyak.get) == "Baik"
    semua = sum(banyak.values())
    assert Fraction(1, 10) < Fraction(tinggi, semua) < Fraction(2, 5)
    assert Fraction(1, 50) < Fraction(rendah, semua) < Fraction(1, 5)


# --- June -----------------------------------------------------------------------------------------------------


def harapan_juni():
    with (CONTOH / "juni_diharapkan.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def isi_sel(berkas, lembar, sel):
    """What calamine gives for a cell by its Excel address."""
    kolom, baris = coordinate_from_string(sel)
    nomor = 0
    for huruf in kolom:
        nomor = nomor * 26 + ord(huruf) - 64
    isi = CalamineWorkbook.from_path(str(berkas)).get_sheet_by_name(lembar).to_python(skip_empty_area=False)
    return isi[baris - 1][nomor - 1]


@pytest.mark.parametrize(
    "h",
    [h for h in harapan_juni() if h["sel"]],
    ids=lambda h: f"{Path(h['berkas']).stem}-{h['sel']}-{h['kode']}",
)
def test_kesalahan_juni_ada_di_selnya(h, skema):
    isi = isi_sel(KOTA / h["berkas"], h["lembar"], h["sel"])
    sah = {
        "angka-meragukan": lambda: isinstance(isi, str) and re.fullmatch(r"\d\.\d{3}|≤ 3 hari", isi),
        "angka-tidak-sah": lambda: isi == "80–90",
        "baris-ganda": lambda: isi == isi_sel(KOTA / h["berkas"], h["lembar"], f"D{int(h['sel'][1:]) - 2}"),
        "bukan-bulat": lambda: isi % 1,
        "bukti-kosong": lambda: isi == "",
        "di-luar-batas": lambda: isi > 100,
        "indikator-tidak-dikenal": lambda: isi not in skema["indikator"],
        "nama-berbeda": lambda: isi not in {p["Nama"] for p in skema["pegawai"]},
        "nip-presisi-hilang": lambda: isinstance(isi, float) and isi > 1e17,
        "nip-tidak-dikenal": lambda: isi not in {p["NIP"] for p in skema["pegawai"]},
        "nip-unit-lain": lambda: isi in {p["NIP"] for p in skema["pegawai"] if p["Selesai"]},
        "perilaku-kosong": lambda: isi == "",
        "perilaku-tidak-sah": lambda: isi not in TINGKAT,
        "persen-meragukan": lambda: 0 < isi < 1,
        "realisasi-kosong": lambda: isi in {"", "-", "belum ada"},
        "rumus-tanpa-nilai": lambda: isi == "",
        "satuan-berbeda": lambda: isi == "orang",
        "sel-galat": lambda: isi == "",
        "target-berubah": lambda: isi == 45,
    }
    assert sah[h["kode"]](), isi


def test_sel_galat_dan_rumus_tanpa_nilai_memang_rumus():
    for h in harapan_juni():
        if h["kode"] in {"sel-galat", "rumus-tanpa-nilai"}:
            rumus, nilai = (
                load_workbook(KOTA / h["berkas"], data_only=d)[h["lembar"]][h["sel"]].value
                for d in (False, True)
            )
            assert str(rumus).startswith("=")
            assert nilai == ("#DIV/0!" if h["kode"] == "sel-galat" else None)


def test_juni_ada_yang_belum_setor_dan_ada_yang_bersih(skema):
    ada = {b.stem for b in (KOTA / "capaian" / "2026-06").iterdir() if b.suffix in {".xlsx", ".ods", ".xls"}}
    assert set(skema["unit"]) - ada == {"DPMPTSP"}
    bersalah = {Path(h["berkas"]).stem for h in harapan_juni()}
    assert "BKPSDM" not in bersalah
    assert {Path(h["berkas"]).name for h in harapan_juni()} >= LIBREOFFICE
