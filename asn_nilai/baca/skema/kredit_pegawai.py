"""What the sheet Pegawai says of angka kredit: collected before this year, and needed for the next rank or level.

No national table of needs is shipped, so the office gives both figures or none. They are only told on the card: whatever is wrong
with them takes nobody's score.
"""

from asn_nilai.acuan.isian.skema import KebutuhanKredit
from asn_nilai.baca.skema.baris_skema import BarisSkema
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.sel import kutip

_KUNCI = ("angka_kredit_awal", "angka_kredit_dibutuhkan")
_TIDAK_PASTI = "angka-kredit-tidak-pasti"


def baca_kredit(baris: BarisSkema) -> dict[str, KebutuhanKredit]:
    """Return what is said of each ASN, by NIP; with a finding for each cell that says nothing for certain."""
    menurut = [_menurut_nip(baris, kunci) for kunci in _KUNCI]
    semua = dict.fromkeys(nip for milik in menurut for nip in milik)
    return {nip: KebutuhanKredit(*(milik.get(nip) for milik in menurut)) for nip in semua}


def _menurut_nip(baris: BarisSkema, kunci: str) -> dict[str, float]:
    """Return a column's figures by NIP; where two rows of one person say different ones, none."""
    tabel = baris.mentah.tabel
    pertama: dict[str, int] = {}
    bertentangan: set[str] = set()
    for posisi in _terbaca(baris, kunci):
        nip = baris.teks("nip", posisi)
        awal = pertama.setdefault(nip, posisi)
        if baris.angka(kunci, awal) != baris.angka(kunci, posisi):
            bertentangan.add(nip)
            _catat(baris, kunci, posisi, f"berbeda dengan {tabel.sel(kunci, awal)}, baris lain orang ini")
    angka = ((nip, baris.angka(kunci, posisi)) for nip, posisi in pertama.items() if nip not in bertentangan)
    return {nip: ini for nip, ini in angka if nip and ini is not None}


def _terbaca(baris: BarisSkema, kunci: str) -> list[int]:
    """Return the rows whose cell holds a figure for certain; the others' are noted, unless they are blank."""
    mentah = baris.mentah
    if kunci not in mentah.mentah:
        return []
    banyak, sendiri = len(mentah.tabel), Catatan(baris.catatan.berkas)
    KolomAngka(mentah, sendiri, [False] * banyak, [frozenset()] * banyak, [""] * banyak).ketik(kunci)
    ragu = {temuan.letak.sel for temuan in sendiri.temuan}
    hasil: list[int] = []
    for posisi in baris.posisi:
        angka = baris.angka(kunci, posisi)
        if mentah.tabel.sel(kunci, posisi) in ragu or (angka is not None and angka < 0):
            _catat(baris, kunci, posisi, "bukan satu angka 0 atau lebih yang pasti terbaca")
        elif angka is not None:
            hasil.append(posisi)
    return hasil


def _catat(baris: BarisSkema, kunci: str, posisi: int, sebab: str) -> None:
    sel = baris.mentah.sel_asal(kunci, posisi)
    isi = kutip(baris.mentah.lembar.sel[sel[0]][sel[1]])
    nip, kolom = baris.teks("nip", posisi), baris.formulir.label(kunci)
    baris.catatan.tambah(_TIDAK_PASTI, sel, nip=nip, kolom=kolom, isi=isi or "isian yang rusak", sebab=sebab)
