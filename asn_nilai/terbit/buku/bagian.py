"""Parts that stand in more than one workbook: coloured predikat, the line to sign on, a row's angka kredit."""

from typing import Any

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.hasil.tindak_lanjut import KreditAsn
from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.terbit.buku.gaya import WARNA_BELUM, WARNA_BERTINGKAT, Lembar
from asn_nilai.terbit.buku.tata import ada, format_angka

TANPA_IDE = "Tidak ada Ide Baru yang dicatat di lembar Perilaku pada periode ini."
"""What stands where nobody's sheet notes a new idea."""
TANPA_INDIKATOR = "Tidak ada indikator di bawah ekspektasi; bicarakan perilaku kerjanya."
"""What stands where someone is to be supported and no indicator lags."""
_NAMA_SEGARIS = 36
"""Letters of a name that the line to sign on holds; what is longer would run past the printed page, and is set smaller."""


def warna_predikat(aturan: Aturan) -> dict[str, str]:
    """Return a fill for each predikat, spread over the palette from best to worst, then for Belum Dinilai."""
    urutan = aturan.predikat.urutan
    langkah = (len(WARNA_BERTINGKAT) - 1) / max(1, len(urutan) - 1)
    warna = {label: WARNA_BERTINGKAT[round(nomor * langkah)] for nomor, label in enumerate(urutan)}
    return {**warna, BELUM_DINILAI: WARNA_BELUM}


def warnai_predikat(lembar: Lembar, aturan: Aturan, kolom: int, baris: tuple[int, int]) -> None:
    """Colour the predikat of a column, whatever a formula makes of it; `baris` are the first and last row (0-based)."""
    for label, warna in warna_predikat(aturan).items():
        sifat: dict[str, Any] = {"bg_color": warna, **({"italic": True} if label == BELUM_DINILAI else {})}
        syarat = {
            "type": "cell", "criteria": "==", "value": f'"{label}"', "format": lembar.gaya.bersyarat(sifat),
        }  # fmt: skip
        lembar.dalam.conditional_format(baris[0], kolom, baris[1], kolom, syarat)


def tanda_tangan(
    lembar: Lembar, awal: int, kolom: tuple[int, int], jabatan: str, siapa: Pejabat, ujung: int | None = None
) -> int:
    """Write place, date and the line to sign on, from the first to the last of two columns; return the last row.

    Args:
        lembar: the sheet.
        awal: the first row.
        kolom: the columns of the line.
        jabatan: the office that signs; it may take two lines.
        siapa: name and NIP, blank where they are not known.
        ujung: the last column that the office may take; None for that of the line.
    """
    gaya, nama = lembar.gaya, siapa.nama
    lembar.teks(awal, kolom[0], "……………………………, ……………………… 20……", gaya())
    akhir = kolom[1] if ujung is None else ujung
    lembar.dalam.merge_range(awal + 1, kolom[0], awal + 2, akhir, jabatan, gaya("lipat"))
    rupa: tuple[str, ...] = ("tebal", "tanda_tangan")
    if len(nama) > _NAMA_SEGARIS:
        rupa = (*rupa, "susut")
        if kolom[0] < kolom[1]:
            lembar.dalam.merge_range(awal + 6, kolom[0], awal + 6, kolom[1], "", gaya(*rupa))
    for letak in range(kolom[0], kolom[1] + 1):
        lembar.teks(awal + 6, letak, nama if letak == kolom[0] else "", gaya(*rupa))
    lembar.teks(awal + 7, kolom[0], f"NIP {siapa.nip or '…………………………………………'}", gaya())
    return awal + 7


_KOEFISIEN = 1
"""Where the coefficient stands among a row's factors."""


def tulis_kredit(lembar: Lembar, baris: int, kolom: int, kredit: KreditAsn) -> None:
    """Write percent, coefficient, months and those before from a column on, and what they come to as a live formula.

    Coefficients have two decimals even where they are whole, so that 5, 12.50 and 25 stand below each other digit by digit.
    """
    gaya = lembar.gaya
    faktor = (kredit.persen, kredit.koefisien, kredit.bulan, kredit.sebelum)
    akhir = kolom + len(faktor)
    for letak, angka in enumerate(faktor):
        rupa = format_angka(angka) if ada(angka) else "umum"
        if letak == _KOEFISIEN and rupa == "bulat":
            rupa = "dua"
        lembar.angka(baris, kolom + letak, angka, gaya(rupa))
    if kredit.ada:
        isi = angka_kredit().rumus_excel(*(nama_sel(baris, letak) for letak in range(kolom, akhir)))
        lembar.rumus(baris, akhir, isi, gaya("dua", "tebal"), kredit.angka)
    else:
        lembar.teks(baris, akhir, "", gaya("dua"))
