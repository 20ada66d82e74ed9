"""Every number of the example city's rekap.html, recounted from its CSV files by a few lines that share no code."""

from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from isi_html import isi, potong
from test_rekap_hitungan import baca, nhk_unit, rata, rekap

from asn_nilai.terbit.halaman.rekap import halaman_rekap

BULAN = [f"2026-0{n}" for n in range(1, 7)]


def dua(angka: float | Fraction) -> str:
    return f"{float(angka):.2f}".replace(".", ",")


def tanda(angka: Fraction) -> str:
    return f"{'+' if angka > 0 else '−' if angka < 0 else ''}{dua(abs(angka))}"


def baris(teks: str, bagian: str) -> list[list[str]]:
    return [sel.split("\n") for sel in isi(potong(teks, bagian), "tr")]


@pytest.fixture(scope="module")
def juni(kota_terhitung):
    return halaman_rekap(rekap(kota_terhitung, "2026-06"))


@pytest.fixture(scope="module")
def nilai(kota_terhitung):
    return {bulan: baca(kota_terhitung, bulan, "nilai.csv") for bulan in BULAN}


def test_kartu_sebaran_dan_garis(juni, nilai):
    milik = [b for b in nilai["2026-06"] if b["status"] != "Pindah"]
    dinilai = [b for b in milik if b["status"] == "Dinilai"]
    kartu = isi(potong_awal := juni[: juni.index('id="perlu"')], "b")
    assert kartu[:4] == [
        str(len(milik)), str(len(dinilai)), dua(rata([b["nilai_hasil_kerja"] for b in dinilai])), "2",
    ]  # fmt: skip
    assert kartu[4:] == [
        dua(rata([b["nilai_hasil_kerja"] for b in nilai[bulan] if b["status"] == "Dinilai"]))
        for bulan in BULAN
    ]
    legenda = isi(potong_awal, "ul.legenda")[0].split("\n")
    hitung = Counter(b["predikat"] for b in dinilai)
    hitung["Belum dinilai"] = len(milik) - len(dinilai)
    for label, banyak in hitung.items():
        persen = str((Decimal(banyak * 100) / len(milik)).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(
            ".", ","
        )
        assert f"{label}{banyak}{persen}%" in legenda


def test_peta_unit_dan_bulan(juni, nilai):
    menurut = {bulan: {k: rata(n) for k, n in nhk_unit(nilai[bulan]).items()} for bulan in BULAN}
    _, *unit, kaki = baris(juni, "peta")
    jumlah = Counter(b["kode_unit"] for b in nilai["2026-06"] if b["status"] != "Pindah")
    dinilai = Counter(b["kode_unit"] for b in nilai["2026-06"] if b["status"] == "Dinilai")
    assert {sel[1].split(" · ")[0] for sel in unit} == set(jumlah)
    per_bulan = [{b["nip"]: b for b in nilai[bulan] if b["status"] == "Dinilai"} for bulan in BULAN[4:]]
    cukup = {k: n for k, n in menurut["2026-06"].items() if dinilai[k] / jumlah[k] >= 0.9}
    for sel in unit:
        kode = sel[1].split(" · ")[0]
        kini = menurut["2026-06"]
        peringkat = str(1 + sum(n > cukup[kode] for n in cukup.values())) if kode in cukup else "–"
        sama = [n for n, b in per_bulan[1].items() if b["kode_unit"] == kode and n in per_bulan[0]]
        dua_bulan = [
            rata([bulan[n]["nilai_hasil_kerja"] for n in sama]) if sama else 0 for bulan in per_bulan
        ]
        deret = [dua(menurut[b][kode]) if kode in menurut[b] else "–" for b in BULAN]
        selisih = tanda(Fraction(str(dua_bulan[1])) - Fraction(str(dua_bulan[0]))) if kode in kini else "–"
        assert sel[2:-1] == [peringkat, *deret, selisih, f"{dinilai[kode]} dari {jumlah[kode]}"]
    assert [sel[2] for sel in unit] == ["1", "2", "3", *["–"] * 5]
    assert kaki[-2] == f"{dinilai.total()} dari {jumlah.total()}"


def test_naik_turun_dan_dua_bulan_di_bawah(juni, nilai):
    mei, kini = ({b["nip"]: b for b in nilai[bulan] if b["status"] == "Dinilai"} for bulan in BULAN[4:])
    beda = {
        n: Fraction(kini[n]["nilai_hasil_kerja"]) - Fraction(mei[n]["nilai_hasil_kerja"]) for n in mei.keys() & kini
    }  # fmt: skip
    urutan = ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
    buruk = {n: urutan.index(kini[n]["predikat"]) - urutan.index(mei[n]["predikat"]) for n in beda}
    naik = sorted((n for n in beda if beda[n] > 0 and buruk[n] <= 0), key=lambda n: (-beda[n], n))[:10]
    turun = sorted((n for n in beda if beda[n] < 0 and buruk[n] >= 0), key=lambda n: (beda[n], n))[:10]
    bawah = [n for n in beda if max(float(m[n]["nilai_hasil_kerja"]) for m in (mei, kini)) < 90]
    bawah.sort(key=lambda n: (float(kini[n]["nilai_hasil_kerja"]), n))
    tampil = [[b[0], *b[2:]] for b in baris(juni, "gerak") if b[0] != "ASN"]
    assert tampil == [
        [
            kini[n]["nama"], dua(Fraction(mei[n]["nilai_hasil_kerja"])), mei[n]["predikat"],
            dua(Fraction(kini[n]["nilai_hasil_kerja"])), kini[n]["predikat"], tanda(beda[n]),
        ]
        for n in (*naik, *turun, *bawah)
    ]  # fmt: skip
    assert bawah


def test_belum_setor_dan_asn_yang_belum_dinilai(juni, nilai):
    kurang = "\n".join(isi(potong(juni, "perlu"), "li"))
    assert (
        "1 unit belum setorDinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (1 kali tahun ini)."
        in kurang
    )
    belum = Counter(
        b["kode_unit"]
        for b in nilai["2026-06"]
        if b["status"] == "Belum Dinilai" and b["kode_unit"] != "DPMPTSP"
    )
    assert f"{belum.total()} ASN belum dinilai di unit yang sudah setor" in kurang
    assert sorted(belum.values(), reverse=True) == [
        int(angka.strip("()")) for angka in isi(potong(juni, "perlu"), "span.ket") if angka[-1] == ")" and angka[1:-1].isdigit()
    ]  # fmt: skip
    assert baris(juni, "setoran")[1][1:] == ["1 dari 6 bulan", "Jun", "Belum setor"]


def test_indikator_yang_tertinggal(kota_terhitung):
    rincian = [b for b in baca(kota_terhitung, "2026-05", "rincian.csv") if b["capaian"]]
    menurut = defaultdict(list)
    for b in rincian:
        menurut[b["kode_indikator"]].append(b["capaian"])
    tertinggal = sorted((rata(c), kode) for kode, c in menurut.items() if rata(c) < 90)
    teks = halaman_rekap(rekap(kota_terhitung, "2026-05"))
    tabel = baris(teks, "indikator")[1:] if tertinggal else []
    assert [(sel[1].split(" · ")[0], sel[2]) for sel in tabel] == [(kode, dua(n)) for n, kode in tertinggal]
    assert f"{len(tertinggal)} dari {len(menurut)} indikator" in teks
    belum = sum(rata(c) < 100 for c in menurut.values())
    assert f"{belum} dari {len(menurut)} indikator belum mencapai target" in teks
