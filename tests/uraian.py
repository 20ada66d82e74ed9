"""An explanation worked out again from what it prints, with exact fractions and no code of the program.

Under every rule: each sentence's figures give the result that the sentence prints, and the printed months, weights and
behaviour give the stored score and predikat.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import isnan

from hitungan_aturan import ATAS, BAWAH, SESUAI, Butir, bulat, gabung, nilai_capaian, putuskan
from hitungan_aturan import capaian as capaian_butir

_SAH = re.compile(r"[\d\s.,()+×÷−-]+")
_BANDINGAN = re.compile(r"(.*) \((tidak )?lebih dari ([\d.,]+)\)")
_TANPA_PEMBAGI = re.compile(r"realisasi (\S+), tidak ada yang dapat dibagi: plafon")
_KONVERSI = re.compile(r"dibulatkan (\d) desimal; capaian (\S+) (?:masuk ruas [^:=]+|dari target [^=]+)(.*)")
_BATAS = re.compile(r"(.*?)(?:; ((?:melampaui plafon|di bawah lantai), dipakai \S+))?")
PLAFON = Fraction(120)
_SEKECIL = Fraction(1, 10**8)


def angka(teks: str) -> Fraction:
    """Read a number as it is printed: thousands with a dot, a decimal comma."""
    return Fraction(teks.replace(".", "").replace(",", "."))


def hitung_teks(teks: str) -> Fraction:
    """Work out printed arithmetic; anything but figures and signs is refused."""
    assert _SAH.fullmatch(teks), teks
    python = re.sub(r"[\d.,]*\d", lambda m: f"Fraction('{angka(m[0])}')", teks)
    python = python.replace("×", "*").replace("÷", "/").replace("−", "-")
    return Fraction(eval(python, {"Fraction": Fraction}))  # noqa: S307 - checked above


def dekat(nilai: Fraction, tercetak: Fraction) -> bool:
    """Tell whether a result may be printed so, with four decimals, from figures printed with at least as many."""
    return abs(nilai - tercetak) <= Fraction(1, 10**4) * max(1, abs(nilai) / 10**4)


def hitung_kalimat(kalimat: str) -> tuple[Fraction, Fraction, str]:
    """Work out a printed formula, the steps before it too; returns its value, the value it prints, and the limit, if any."""
    depan, batas = _BATAS.fullmatch(kalimat).groups("")
    *awal, akhir = depan.split("; ")
    for langkah in awal:
        _periksa_antara(langkah)
    rumus, _, tercetak = akhir.rpartition(" = ")
    if kosong := _TANPA_PEMBAGI.fullmatch(rumus):
        assert angka(kosong[1]) <= 0
        return PLAFON, angka(tercetak), batas
    return hitung_teks(rumus), angka(tercetak), batas


def _periksa_antara(isi: str) -> None:
    """Check a step before the formula, `x = … = 95` or `efisiensi = … = 20 (tidak lebih dari 24)`."""
    _, rumus, tercetak = isi.split(" = ")
    if banding := _BANDINGAN.fullmatch(tercetak):
        tercetak = banding[1]
        assert (angka(tercetak) > angka(banding[3])) == (banding[2] is None), isi
    assert dekat(hitung_teks(rumus), angka(tercetak)), isi


def periksa_kalimat(baris) -> None:
    """The sentence of one indicator gives its capaian, within the limits that it names."""
    nilai, tercetak, batas = hitung_kalimat(baris.kalimat)
    assert dekat(nilai, tercetak), baris.kalimat
    dipakai = angka(batas.split()[-1]) if batas else nilai
    assert abs(dipakai - Fraction(repr(baris.capaian))) < Fraction(3, 10**4) * max(1, abs(nilai) / 10**4)
    kata = "melampaui plafon" if nilai > PLAFON + _SEKECIL else "di bawah lantai" if nilai < -_SEKECIL else ""
    assert batas.partition(",")[0] == kata, baris.kalimat
    if baris.penggabungan and baris.agregasi != "Nilai Akhir":
        for potongan in baris.penggabungan.split("; "):
            *semua, hasil = potongan.partition(" ")[2].split(" = ")
            for rumus in semua:
                jumlah = hitung_teks(rumus)
                # Printed with ten decimals, and with no more than the 15 digits that a typed figure has.
                assert abs(jumlah - angka(hasil)) <= max(Fraction(1, 10**9), abs(jumlah) / 10**14), potongan


def periksa_konversi(baris) -> None:
    """The sentence of the conversion gives the nilai that the mean weighs, from the capaian rounded as it says."""
    if baris.konversi is None:
        assert baris.nilai_capaian == baris.capaian
        return
    desimal, bulatan, sisa = _KONVERSI.fullmatch(baris.konversi.isi).groups()
    # The stored capaian is a float: one that lies on a boundary is rounded from its exact value elsewhere.
    assert (
        abs(angka(bulatan) - Fraction(repr(baris.capaian))) <= Fraction(1, 2 * 10 ** int(desimal)) + 1 / 10**9
    )
    rumus, _, hasil = sisa.removeprefix(": ").rpartition("= ")
    assert not rumus or dekat(hitung_teks(rumus.rstrip(" =")), angka(hasil)), baris.konversi.isi
    assert abs(angka(hasil) - Fraction(repr(baris.nilai_capaian))) <= Fraction(1, 10**4)


def periksa_antarbulan(isi: str, penjelasan) -> None:
    """The mean over the months comes out as printed, and the period's behaviour from it; or the last month is named."""
    if isi.startswith("Bulan terakhir yang memilikinya, "):
        dipakai = isi.partition("; tanpa ")[0].rpartition(": ")[2]
        if isnan(penjelasan.angka_perilaku):
            assert dipakai == penjelasan.rating_perilaku, isi
        else:
            assert angka(dipakai.partition(" (")[0]) == Fraction(repr(penjelasan.angka_perilaku)), isi
        return
    rumus, rata, lalu = re.fullmatch(
        r"Rata-rata \d+ bulan: (.*) = ([\d.,]+)([;,] .*)", isi.partition("; tanpa ")[0]
    ).groups()
    tepat = hitung_teks(rumus)
    assert dekat(tepat, angka(rata)), isi
    if isnan(penjelasan.angka_perilaku):
        seharusnya = ATAS if tepat >= Fraction(5, 2) else SESUAI if tepat >= Fraction(3, 2) else BAWAH
        assert lalu.endswith(f": {seharusnya}"), isi
        assert penjelasan.rating_perilaku == seharusnya
    else:
        assert bulat(tepat) == angka(lalu.rpartition(" ")[2]) == Fraction(repr(penjelasan.angka_perilaku)), (
            isi
        )


def periksa_langkah(penjelasan) -> None:
    """Every step names its basis; means and sums come out as they are printed."""
    for langkah in penjelasan.langkah:
        assert langkah.dasar
        assert langkah.status
        if langkah.judul.startswith("NHK periode"):
            rumus, _, hasil = re.sub(r" bulan( \([^)]*\))?", "", langkah.isi).rpartition(" = ")
            assert bulat(hitung_teks(rumus)) == angka(hasil) == Fraction(repr(penjelasan.nilai_hasil_kerja))
        elif "(NHK)" in langkah.judul or langkah.judul.startswith("NHK di "):
            rumus, tidak_bulat, hasil = re.fullmatch(
                r".*bobot = (.*) = (.*); dibulatkan .*: (.*)", langkah.isi
            ).groups()
            assert dekat(hitung_teks(rumus), angka(tidak_bulat))
            assert bulat(angka(tidak_bulat)) == angka(hasil), langkah.isi
        elif langkah.judul.endswith("perilaku seluruh periode"):
            periksa_antarbulan(langkah.isi, penjelasan)
        elif langkah.judul == "Nilai akhir":
            rumus, _, hasil = langkah.isi.partition(", dibulatkan 2 desimal = ")
            assert bulat(hitung_teks(rumus)) == angka(hasil) == Fraction(repr(penjelasan.nilai_akhir))


def _butir(baris, indikator) -> Butir:
    """Return an indicator's printed months as one target and one realisasi."""
    t, r = (
        gabung(baris.agregasi, [Fraction(repr(getattr(b, apa))) for b in baris.bulan])
        for apa in ("target", "realisasi")
    )
    if baris.agregasi == "Rasio":
        r = (
            100
            * sum(Fraction(repr(b.rasio.pembilang)) for b in baris.bulan)
            / sum(Fraction(repr(b.rasio.penyebut)) for b in baris.bulan)
        )
    atas = None
    if indikator.batas_atas is not None:
        atas = Fraction(repr(indikator.batas_atas)) * (len(baris.bulan) if baris.agregasi == "Jumlah" else 1)
    terburuk = None if indikator.nilai_terburuk is None else repr(indikator.nilai_terburuk)
    return Butir(
        baris.kode, baris.polaritas, indikator.aspek, repr(baris.bobot), str(t), str(r), terburuk,
        None if atas is None else str(atas),
    )  # fmt: skip


def nhk_dari_penjelasan(penjelasan, kode: str, indikator: Mapping) -> Fraction:
    """Work the NHK out from the months' figures that an explanation holds."""
    bagian = []
    for unit in penjelasan.bagian:
        butir = [_butir(baris, indikator[baris.kode]) for baris in unit.baris]
        bobot = [Fraction(b.bobot) for b in butir]
        nilai = [nilai_capaian(kode, b, capaian_butir(kode, b)) for b in butir]
        nhk = bulat(sum(b * n for b, n in zip(bobot, nilai, strict=True)) / sum(bobot))
        bagian.append((nhk, unit.bulan_dihitung))
    return bulat(sum(n * b for n, b in bagian) / sum(b for _, b in bagian))


def periksa_uraian(penjelasan, kode: str, indikator: Mapping) -> None:
    """Every printed sentence gives what it prints, the parts the weighted mean, and all of it the stored predikat.

    Args:
        penjelasan: of an ASN who is scored.
        kode: the rule.
        indikator: the registered indicators by code.
    """
    for unit in penjelasan.bagian:
        for baris in unit.baris:
            periksa_kalimat(baris)
            periksa_konversi(baris)
        bobot = [Fraction(repr(b.bobot)) for b in unit.baris]
        jumlah = sum(
            b * Fraction(repr(milik.nilai_capaian)) for b, milik in zip(bobot, unit.baris, strict=True)
        )
        assert abs(jumlah / sum(bobot) - Fraction(repr(unit.nhk_persis))) < Fraction(1, 10**9)
    periksa_langkah(penjelasan)
    nhk = nhk_dari_penjelasan(penjelasan, kode, indikator)
    assert nhk == Fraction(repr(penjelasan.nilai_hasil_kerja))
    angka_perilaku = None if isnan(penjelasan.angka_perilaku) else Fraction(repr(penjelasan.angka_perilaku))
    h = putuskan(kode, nhk, angka_perilaku, penjelasan.rating_perilaku, ide=penjelasan.ide_baru)
    assert (h.rating, h.predikat) == (penjelasan.rating_hasil_kerja, penjelasan.predikat)
    assert (None if isnan(penjelasan.nilai_akhir) else Fraction(repr(penjelasan.nilai_akhir))) == h.akhir


def selangkah_kurang(dari: float, ke: float, langkah: float) -> float:
    """Return the figure one step nearer to where it came from, in exact decimals; not beyond it."""
    selangkah = Fraction(repr(langkah)).limit_denominator(10**6)
    balik = Fraction(repr(ke)) - selangkah if ke > dari else Fraction(repr(ke)) + selangkah
    lewat = balik < Fraction(repr(dari)) if ke > dari else balik > Fraction(repr(dari))
    return dari if lewat else float(balik)


def bersama_menurut_bagian(perubahan, permil: int) -> dict[str, float]:
    """Return each indicator's figure when all close so many per mille of the way to the best figure that is printed."""
    langkah = {p.kode: Fraction(repr(p.langkah)).limit_denominator(10**6) for p in perubahan.peluang}
    hasil = {}
    for butir in perubahan.bersama.butir:
        langkah_ini, dari, terbaik = (
            langkah[butir.kode],
            *(Fraction(repr(x)) for x in (butir.sekarang, butir.terbaik)),
        )
        arah = 1 if terbaik > dari else -1
        pangkal = dari // langkah_ini if arah > 0 else -(-dari // langkah_ini)
        banyak = abs(terbaik / langkah_ini - pangkal)
        maju = -(-banyak * permil // 1000)
        hasil[butir.kode] = float((pangkal + arah * maju) * langkah_ini) if maju else butir.sekarang
    return hasil


def kedua_sisi_bersama(perubahan) -> tuple[dict[str, float], dict[str, float]]:
    """Return the joint change as proposed, and with 0.1 percent of the way less, worked out from what is printed."""
    permil = round(perubahan.bersama.bagian * 10)
    penuh = bersama_menurut_bagian(perubahan, permil)
    assert penuh == {butir.kode: butir.menjadi for butir in perubahan.bersama.butir}
    return penuh, bersama_menurut_bagian(perubahan, permil - 1)
