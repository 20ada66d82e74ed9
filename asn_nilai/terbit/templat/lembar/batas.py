"""What an indicator lets a cell hold, said as a validation, as a hint and as a live check: three faces of one thing."""

from asn_nilai.acuan.isian.indikator.indikator import PECAHAN_TERBESAR, Indikator
from asn_nilai.terbit.templat.lembar.lembar import BELUM_DIISI, LENGKAP

TAK_BERBATAS = 1e15
"""Stands for a bound that the register leaves open."""


def batas(indikator: Indikator) -> tuple[float, float]:
    """Return the lowest and highest number that an indicator takes."""
    bawah, atas = indikator.batas_bawah, indikator.batas_atas
    return (-TAK_BERBATAS if bawah is None else bawah, TAK_BERBATAS if atas is None else atas)


def aturan_sel(indikator: Indikator) -> dict[str, object]:
    """Return the validation of a cell that holds a figure of this indicator."""
    bawah, atas = batas(indikator)
    jenis = "integer" if indikator.bulat else "decimal"
    return {"validate": jenis, "criteria": "between", "minimum": bawah, "maximum": atas}


def petunjuk_sel(indikator: Indikator) -> str:
    """Return the hint shown when a cell of this indicator is chosen."""
    kalimat = [
        "Ketik bilangan bulat saja."
        if indikator.bulat
        else "Ketik angka saja; pecahan memakai koma, misalnya 12,5."
    ]
    if indikator.persen:
        kalimat = ["Ketik angka saja: 95% diketik 95."]
    if indikator.rentang:
        kalimat.append(f"Batasnya {indikator.rentang}.")
    if indikator.definisi:
        kalimat.append(indikator.definisi)
    return " ".join(kalimat)


def petunjuk_rasio(indikator: Indikator, kunci: str) -> str:
    """Return the hint of a cell that holds what a ratio counts; `kunci` is the column."""
    return f"{getattr(indikator, kunci)}. Ketik banyaknya, bukan persennya. Realisasi dihitung sendiri."


def galat_sel(indikator: Indikator) -> str:
    """Return the sentence with which a wrong entry is refused."""
    jenis = "bilangan bulat" if indikator.bulat else "angka"
    rentang = indikator.rentang
    isi = f"Sel ini hanya menerima {jenis}" + (f", {rentang}." if rentang else f" dalam {indikator.satuan}.")
    tambahan = " 95% diketik 95." if indikator.persen else ""
    return f"{isi}{tambahan} Satuan tidak perlu ditulis. Bila angkanya memang di luar batas, hubungi pengelola kepegawaian."


def rumus_periksa(indikator: Indikator, sel: str, target: str, bukti: str) -> str:
    """Return the live check of a row: a formula (without `=`) that gives LENGKAP or says what is missing.

    Args:
        indikator: what the row measures.
        sel: address of the realisasi.
        target: address of the target.
        bukti: address of the evidence.
    """
    hasil = _isi_periksa(indikator, sel, target, bukti)
    return f'IF({sel}="","{BELUM_DIISI}",IF(ISNUMBER({sel}),{hasil},"Bukan angka"))'


def rumus_periksa_rasio(indikator: Indikator, pembilang: str, penyebut: str, sel: str, bukti: str) -> str:
    """Return the live check of a ratio's row: both figures, something to divide by, then what `rumus_periksa` asks."""
    hasil = _isi_periksa(indikator, sel, "", bukti)
    hasil = f'IF({penyebut}<=0,"Penyebut harus di atas 0",{hasil})'
    hasil = f'IF(COUNT({pembilang},{penyebut})<2,"Isi Pembilang dan Penyebut",{hasil})'
    return f'IF(AND({pembilang}="",{penyebut}=""),"{BELUM_DIISI}",{hasil})'


def _isi_periksa(indikator: Indikator, sel: str, target: str, bukti: str) -> str:
    """Return what is asked of a row whose realisasi is there; a ratio is no typed percentage."""
    bawah, atas = batas(indikator)
    hasil = f'"{LENGKAP}"'
    if indikator.wajib_bukti:
        hasil = f'IF(TRIM({bukti})="","Bukti belum ada",{hasil})'
    if indikator.persen and not indikator.rasio:
        hasil = f'IF(AND({sel}>0,{sel}<={PECAHAN_TERBESAR},{target}>{PECAHAN_TERBESAR}),"Benarkah? 95% diketik 95",{hasil})'
    if indikator.bulat:
        hasil = f'IF({sel}<>INT({sel}),"Harus bilangan bulat",{hasil})'
    syarat = [f"{sel}<{bawah!r}"] * (indikator.batas_bawah is not None) + [f"{sel}>{atas!r}"] * (
        indikator.batas_atas is not None
    )
    if syarat:
        hasil = f'IF(OR({",".join(syarat)}),"Di luar batas",{hasil})'
    return hasil
