"""An explanation worked out again from what it prints, with exact fractions and no code of the program."""

import re
from fractions import Fraction

from hitungan_tangan import capaian, dua_desimal, gabung

_SAH = re.compile(r"[\d\s.,()+×÷−;=x-]+")


def angka(teks: str) -> Fraction:
    """Read a number as it is printed: thousands with a dot, a decimal comma."""
    return Fraction(teks.replace(".", "").replace(",", "."))


def hitung_kalimat(kalimat: str) -> tuple[Fraction, Fraction, str]:
    """Work out a printed formula; returns its value, the value printed behind the last `=`, and the limit, if any."""
    depan, _, batas = kalimat.partition("; paling ")
    *rumus, tercetak = depan.split(" = ")
    # A stabil row prints x first, then the straight line through it.
    teks = rumus[-1].rpartition("; ")[2]
    assert _SAH.fullmatch(teks), kalimat
    python = re.sub(r"[\d.,]*\d", lambda m: f"Fraction('{angka(m[0])}')", teks)
    python = python.replace("×", "*").replace("÷", "/").replace("−", "-")
    return eval(python, {"Fraction": Fraction}), angka(tercetak), batas  # noqa: S307 - checked above


def nhk_dari_penjelasan(penjelasan, terburuk: dict[str, str | None]) -> Fraction:
    """Work the NHK out from the months' figures that an explanation holds."""
    bagian = []
    for unit in penjelasan.bagian:
        jumlah = bobot = Fraction(0)
        for baris in unit.baris:
            t = gabung(baris.agregasi, [Fraction(repr(b.target)) for b in baris.bulan])
            r = gabung(baris.agregasi, [Fraction(repr(b.realisasi)) for b in baris.bulan])
            w = terburuk.get(baris.kode)
            hasil = capaian(baris.polaritas, t, r, None if w is None else Fraction(w))
            jumlah += Fraction(repr(baris.bobot)) * hasil
            bobot += Fraction(repr(baris.bobot))
        bagian.append((dua_desimal(jumlah / bobot), unit.bulan_dihitung))
    return dua_desimal(sum(n * b for n, b in bagian) / sum(b for _, b in bagian))


def periksa_uraian(penjelasan, terburuk: dict[str, str | None]) -> None:
    """Every printed formula gives its printed result, the parts the weighted mean, and the months the stored score."""
    for unit in penjelasan.bagian:
        for baris in unit.baris:
            nilai, tercetak, batas = hitung_kalimat(baris.kalimat)
            assert abs(nilai - tercetak) <= Fraction(1, 10**4) * max(1, abs(nilai) / 10**4), baris.kalimat
            dipakai = angka(batas.split()[-1]) if batas else nilai
            assert abs(dipakai - Fraction(repr(baris.capaian))) < Fraction(3, 10**4) * max(
                1, abs(nilai) / 10**4
            )
            assert batas != "" or 0 - Fraction(1, 10**8) <= nilai <= 120 + Fraction(1, 10**8)
        jumlah = sum(Fraction(repr(b.bobot)) * Fraction(repr(b.capaian)) for b in unit.baris)
        assert (
            abs(jumlah / sum(Fraction(repr(b.bobot)) for b in unit.baris) - Fraction(repr(unit.nhk_persis)))
            < 1e-9
        )
    assert nhk_dari_penjelasan(penjelasan, terburuk) == Fraction(repr(penjelasan.nilai_hasil_kerja))
