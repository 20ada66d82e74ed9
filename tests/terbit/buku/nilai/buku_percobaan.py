"""Units to recalculate, and edits to try on their workbooks with what each edit must lead to."""

import random
from fractions import Fraction

from buku_hasil_buatan import ATAS, BAWAH, SESUAI, Angka, Asn, Indikator, nip, unit_lengkap


def unit_seri() -> list[Asn]:
    """Return scores that end in a 5 at the third decimal: exactly half way between two printed figures."""
    return [
        Asn(
            nip(n),
            f"Seri {n}",
            [Indikator("Maksimal", "100", "100", f"{n * 37 / 100 + 0.005:.3f}")],
            perilaku=ATAS,
        )
        for n in range(300)
    ]


def unit_acak() -> list[Asn]:
    """Return a large unit of random figures, odd weights and every polarity."""
    acak = random.Random(6)

    def indikator() -> Indikator:
        polaritas = acak.choice(["Maksimal", "Minimal", "Stabil"])
        target = f"{acak.randint(1, 9999) / 10 ** acak.randint(0, 3):g}"
        faktor = acak.choice([0.3, 0.9, 0.95, 1, 1.01, 1.1, 1.4])
        return Indikator(
            polaritas, f"{acak.randint(100, 4000) / 100:g}", target, f"{float(target) * faktor:.4g}"
        )

    rating = [ATAS, SESUAI, BAWAH]
    return [
        Asn(
            nip(n),
            f"Acak {n}",
            [indikator() for _ in range(acak.randint(1, 7))],
            perilaku=acak.choice(rating),
        )
        for n in range(150)
    ]


def ubah_aturan(**angka):
    """Return an edit that types figures into the named cells of the sheet Aturan."""

    def ubah(buku) -> None:
        for nama, nilai in angka.items():
            lembar, sel = buku.defined_names[nama].attr_text.split("!")
            buku[lembar][sel.replace("$", "")] = nilai

    return ubah


def ubah_matriks(buku) -> None:
    lembar, sel = buku.defined_names["matriks_predikat"].attr_text.split("!")
    buku[lembar][sel.split(":")[0].replace("$", "")] = "Sangat Baik"


def ubah_realisasi(isi: dict):
    """Return an edit that types realisasi on Rincian: {(NIP, which of the ASN's rows): figure}."""

    def ubah(buku) -> None:
        lembar, urutan = buku["Rincian"], {}
        for baris in range(8, lembar.max_row + 1):
            siapa = lembar.cell(baris, 2).value
            urutan[siapa] = urutan.get(siapa, -1) + 1
            if (siapa, urutan[siapa]) in isi:
                lembar.cell(baris, 11).value = isi[siapa, urutan[siapa]]

    return ubah


REALISASI_BARU = {
    (nip(1), 1): "5.5",
    (nip(2), 0): "180.01",
    (nip(6), 0): "-12",
    (nip(7), 0): "9",
    (nip(9), 2): "70",
    (nip(11), 1): "11.5",
    (nip(15), 0): "61",
    (nip(17), 0): "9.9",
    (nip(19), 0): "10",
}


def _dengan_realisasi_baru() -> list[Asn]:
    semua = unit_lengkap()
    for asn in semua:
        for nomor, indikator in enumerate(asn.indikator):
            indikator.realisasi = REALISASI_BARU.get((asn.nip, nomor), indikator.realisasi)
    return semua


def _matriks_baru() -> Angka:
    angka = Angka()
    angka.matriks = {kunci: dict(isi) for kunci, isi in angka.matriks.items()}
    angka.matriks[ATAS][BAWAH] = "Sangat Baik"
    return angka


def percobaan() -> dict:
    """Return each edit by its name: (what is typed, the ASN it makes, the figures it makes)."""
    titik = ((Fraction(0), Fraction(0)), (Fraction(80), Fraction(95)), (Fraction(100), Fraction(120)))
    angka_realisasi = {kunci: float(nilai) for kunci, nilai in REALISASI_BARU.items()}
    return {
        "ambang": (
            ubah_aturan(batas_hasil_1=105.95, batas_hasil_2=72.35),
            unit_lengkap(),
            Angka(batas=(Fraction("105.95"), Fraction("72.35"))),
        ),
        "plafon": (ubah_aturan(lantai_capaian=10, plafon_capaian=110), unit_lengkap(), Angka(Fraction(10), Fraction(110))),
        "titik": (ubah_aturan(stabil_x2_=80, stabil_y2_=95), unit_lengkap(), Angka(titik=titik)),
        "desimal": (ubah_aturan(desimal_nhk=0), unit_lengkap(), Angka(desimal=0)),
        "matriks": (ubah_matriks, unit_lengkap(), _matriks_baru()),
        "realisasi": (ubah_realisasi(angka_realisasi), _dengan_realisasi_baru(), Angka()),
    }  # fmt: skip


PERCOBAAN = ("ambang", "plafon", "titik", "desimal", "matriks", "realisasi")


def semua_sel(dibuka):
    return [
        sel for lembar in dibuka for baris in lembar.iter_rows() for sel in baris if sel.value is not None
    ]
