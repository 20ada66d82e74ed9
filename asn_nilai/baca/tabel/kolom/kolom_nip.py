"""The door for NIPs: 18 digits as text, or a finding that says what is wrong and who may be meant."""

import re
from collections.abc import Sequence

from asn_nilai.acuan.isian.formulir.tabel import NilaiSel
from asn_nilai.acuan.isian.orang.nip import ANGKA_HILANG, FormatNipError, baca_nip, nip_sah, normalkan
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.temuan import Akibat, Temuan
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import Isi, berupa_angka, kenali_rusak, kutip, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah

_NIP_TERPANJANG = 24
_JARAK_BILANGAN = 64
"""Two numbers of 18 digits closer than this are one to a double."""
FORMAT, PRESISI = "nip-format", "nip-presisi-hilang"
_CARA = "ketik NIP-nya sebagai teks"
"""What to do instead of a formula that fails."""
_ILMIAH = pola_tunda(r"\d[.,]\d+E\+?17", re.IGNORECASE)


def ketik_nip(
    mentah: TabelMentah, catatan: Catatan, skema: Skema | None, kunci: str = "nip", *, wajib: bool = True
) -> None:
    """Fill a NIP column of the table: 18 digits, or `""` with the finding's code in `cacat`.

    Args:
        mentah: the table; the column must be there.
        catatan: takes the findings, one per cell, also where a merged cell stands for several rows.
        skema: where to look for the ASN whose NIP was stored as a number; None while the skema itself is read.
        kunci: the column.
        wajib: whether a blank is a finding.
    """
    tabel, isi_mentah = mentah.tabel, mentah.mentah[kunci]
    # A NIP is judged once, however many rows bear it.
    terang = {isi: isi if isinstance(isi, str) and nip_sah(isi) else "" for isi in set(isi_mentah)}
    hasil: list[NilaiSel] = list(map(terang.__getitem__, isi_mentah))
    tercatat: dict[Sel, tuple[str, str]] = {}
    for posisi in () if all(hasil) else range(len(hasil)):
        isi = isi_mentah[posisi]
        if hasil[posisi] or (isinstance(isi, str) and not isi.strip() and not wajib):
            continue
        sel = mentah.sel_asal(kunci, posisi)
        if sel not in tercatat:
            tercatat[sel] = _baca(isi, sel, catatan, skema, _sebut_orang(mentah, posisi))
        hasil[posisi], kode = tercatat[sel]
        if kode:
            tabel.cacat[kunci, posisi] = kode
    tabel.isi[kunci] = hasil


def nip_sebagian(isi: Isi) -> str:
    """Return a NIP that cannot stand, as far as it can be read: of a number the digits that it still has."""
    if berupa_angka(isi) and abs(isi) >= 1e15:
        return _angka_tersisa(isi) + ANGKA_HILANG
    return "" if kenali_rusak(isi) else normalkan(teks_sel(isi))[:_NIP_TERPANJANG]


def _sebut_orang(mentah: TabelMentah, posisi: int) -> str:
    """Return the name beside a NIP, in brackets; blank where the row has none."""
    isi = mentah.tabel.isi.get("nama")
    nama = kutip(isi[posisi] or "") if isi is not None else ""
    return f" ({nama})" if nama else ""


def _baca(isi: Isi, sel: Sel, catatan: Catatan, skema: Skema | None, orang: str) -> tuple[str, str]:
    """Return NIP and code of the finding; one of the two is blank. `orang` is whose row it is, in brackets."""
    rusak = kenali_rusak(isi)
    if rusak is not None:
        catatan.tambah(rusak.kode, sel, akibat=Akibat.BARIS, teks=rusak.teks, cara=_CARA)
        return "", rusak.kode
    akar = None if skema is None else _akar(isi, skema, catatan.unit)
    angka = _bilangan(isi)
    if angka is not None:
        return "", _catat_presisi(isi, angka, sel, catatan, skema, orang, akar)
    if isinstance(isi, bool) or not isinstance(isi, str | int | float):
        sebab = "tersimpan sebagai tanggal atau nilai benar/salah, bukan teks"
    else:
        try:
            # A number of another length than a NIP's says by its length what is wrong.
            return baca_nip(isi if isinstance(isi, str) else f"{isi:.0f}").nomor, ""
        except FormatNipError as galat:
            sebab = str(galat)
    teks = kutip(isi)
    catatan.tambah(FORMAT, sel, akar=akar, teks=teks, sebab=sebab if teks else f"{sebab}{orang}")
    return "", FORMAT


def _akar(isi: Isi, skema: Skema, kode_unit: str) -> Temuan | None:
    """Return what is wrong in the register, where somebody of the unit stands there under this very NIP: the unit has copied it."""
    tertulis = nip_sebagian(isi)
    semua = (orang for orang in skema.cacat if tertulis and orang.nip == tertulis)
    return next((o.sebab[0] for o in semua if any(t.kode_unit in {"", kode_unit} for t in o.cacat)), None)


def _bilangan(isi: Isi) -> float | None:
    """Return the number of 18 digits that a cell holds instead of a NIP's text."""
    if isinstance(isi, str):
        bersih = isi.strip()
        return float(bersih.replace(",", ".")) if _ILMIAH.fullmatch(bersih) else None
    if berupa_angka(isi) and 1e17 <= isi < 1e18:
        return float(isi)
    return None


def _catat_presisi(
    isi: Isi, angka: float, sel: Sel, catatan: Catatan, skema: Skema | None, orang: str, akar: Temuan | None
) -> str:
    # As Excel shows it: the whole number that a float comes to may be a hair smaller, and begin like somebody else's.
    awalan = f"{angka:.14e}"[:16].replace(".", "")
    calon: Sequence[str] = () if skema is None else _calon(angka, awalan, skema)
    # A text such as 1,98E+17 has kept no more than it shows.
    sisa = isi.strip() if isinstance(isi, str) else f"{awalan}…"
    if skema is None:
        petunjuk = f"Yang masih terbaca: {sisa}{orang}"
    else:
        nama = [f"{skema.penempatan_asn[nip][0].nama} ({nip})" for nip in calon]
        petunjuk = (
            f"15 angka pertama cocok dengan: {'; '.join(nama) or f'tidak seorang pun di skema ({sisa})'}"
        )
    nip = calon[0] if len(calon) == 1 else ""
    catatan.tambah(PRESISI, sel, nip=nip, akar=akar, petunjuk=petunjuk)
    return PRESISI


def _calon(angka: float, awalan: str, skema: Skema) -> Sequence[str]:
    """Return the NIPs that a number may have been: Excel keeps 15 digits, other programs 16, or all that a float tells."""
    menurut = skema.nip_menurut_awalan
    if float(f"{awalan}000") == angka and awalan in menurut:
        return menurut[awalan]
    sekitar = (*menurut.get(str(int(awalan) - 1), ()), *menurut.get(awalan, ()))
    return [nip for nip in sekitar if angka in {float(nip), float(f"{float(nip):.16g}")}]


def _angka_tersisa(angka: float) -> str:
    """Return the first 15 digits of a NIP stored as a number: as Excel keeps them, else as the number begins."""
    bulat = f"{angka:.14e}"
    dari_excel = abs(float(bulat) - angka) < _JARAK_BILANGAN
    return bulat[:16].replace(".", "") if dari_excel else f"{angka:.0f}"[:15]
