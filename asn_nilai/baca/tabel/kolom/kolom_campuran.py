"""Behaviour cells: a rating or a number, kept as the leader typed it; the aturan decides what they mean."""

from collections.abc import Collection

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import JenisIsi
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.angka import MERAGUKAN, bersihkan, kali_seratus, rapikan
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import DIGESER, Isi, berupa_angka, fakta_tampak, kenali_rusak, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah

_CARA, _CARA_IDE = "isi ratingnya langsung", "isi Ya, atau kosongkan selnya"
"""What to do instead of a formula that fails, where no number is typed."""


def ketik_campuran(mentah: TabelMentah, catatan: Catatan) -> None:
    """Fill the behaviour columns: texts trimmed, numbers as floats, blanks `""`.

    A number shown as a percentage is kept as the text that is seen (`95%`), so that it is judged by what it shows; what is struck
    out says so (`Baik (dicoret)`), and is no rating.
    """
    tabel, format_sel = mentah.tabel, mentah.lembar.format_sel
    berias = bool(format_sel.dicoret or format_sel.berias or format_sel.tampak)
    for kolom in FORMULIR[tabel.formulir].kolom:
        isi = mentah.mentah.get(kolom.kunci)
        if kolom.jenis is not JenisIsi.CAMPURAN or isi is None:
            continue
        if _hanya_teks(berbeda := set(isi)) and not berias:
            bersih = {tertulis: bersihkan(str(tertulis)) for tertulis in berbeda}
            tabel.isi[kolom.kunci] = [bersih[tertulis] for tertulis in isi]
            continue
        hasil: list[NilaiSel] = []
        for posisi, isi_sel in enumerate(isi):
            rusak = kenali_rusak(isi_sel)
            sel = (tabel.baris[posisi], tabel.kolom[kolom.kunci])
            if rusak is None:
                nilai = _baca(mentah, catatan, sel, str(tabel.isi["nip"][posisi]), isi_sel)
                hasil.append(_dengan_rupa(mentah, (kolom.kunci, posisi), sel, nilai))
                continue
            hasil.append("")
            tabel.cacat[kolom.kunci, posisi] = rusak.kode
            nip = str(tabel.isi["nip"][posisi])
            catatan.tambah(rusak.kode, sel, nip=nip, akibat=Akibat.PERILAKU, teks=rusak.teks, cara=_CARA)
        tabel.isi[kolom.kunci] = hasil
    _catat_ide_rusak(mentah, catatan)
    if (berias or tabel.asal) and KUNCI_IDE in tabel.isi:
        _tandai_ide(mentah)


def _baca(mentah: TabelMentah, catatan: Catatan, sel: Sel, nip: str, isi: Isi) -> str | float:
    """Return what a cell says as it looks; a number that shows another one, or a word, is noted."""
    format_sel = mentah.lembar.format_sel
    tampak = format_sel.tampak.get(sel)
    if tampak is not None and isi != "":
        isi_sel = float(isi) if isinstance(isi, int | float) else teks_sel(isi)
        catatan.tambah(MERAGUKAN, sel, nip=nip, fakta=fakta_tampak(tampak, isi_sel))
    return _nilai(isi, berpersen=sel in format_sel.persen)


def _dengan_rupa(mentah: TabelMentah, tempat: tuple[str, int], sel: Sel, nilai: str | float) -> str | float:
    """Return a value with its dress in brackets where that says that it may not count, and note it at its place in the table."""
    rias = _rias(mentah, sel)
    if not rias or nilai == "":
        return nilai
    mentah.tabel.rupa[tempat] = rias
    return f"{nilai if isinstance(nilai, str) else tulis_angka(nilai)} ({rias})"


def _rias(mentah: TabelMentah, sel: Sel) -> str:
    """Return why a cell does not say what it holds, blank where it does."""
    format_sel = mentah.lembar.format_sel
    return (
        "dicoret"
        if sel in format_sel.dicoret
        else DIGESER
        if sel in format_sel.digeser
        else "sebagian dinaikkan atau tidak tampak"
        if sel in format_sel.berias
        else ""
    )


def _catat_ide_rusak(mentah: TabelMentah, catatan: Catatan) -> None:
    """Note a new idea's cell that shows an error or that nobody has calculated: it was read as blank, and says nothing."""
    tabel = mentah.tabel
    for (kunci, posisi), kode in tabel.cacat.items():
        if kunci == KUNCI_IDE:
            sel, nip = mentah.sel_asal(kunci, posisi), str(tabel.isi["nip"][posisi])
            rusak = kenali_rusak(mentah.lembar.sel[sel[0]][sel[1]])
            teks = rusak.teks if rusak else ""
            kolom = FORMULIR[tabel.formulir].label(KUNCI_IDE)
            catatan.tambah(kode, sel, nip=nip, akibat=Akibat.PERILAKU, kolom=kolom, teks=teks, cara=_CARA_IDE)


def _tandai_ide(mentah: TabelMentah) -> None:
    """Let a new idea say where it is struck out, or comes from a merged range: it would count for each of its rows."""
    kunci, tabel = KUNCI_IDE, mentah.tabel
    for posisi, isi in enumerate(tabel.teks(kunci)):
        if isi:
            digabung = (
                f"dari sel gabungan {tabel.sel(kunci, posisi)}" if (kunci, posisi) in tabel.asal else ""
            )
            nilai = _dengan_rupa(mentah, (kunci, posisi), mentah.sel_asal(kunci, posisi), isi)
            tabel.isi[kunci][posisi] = f"{isi} ({digabung})" if digabung and nilai == isi else nilai


def _hanya_teks(isi: Collection[Isi]) -> bool:
    """Tell whether a column holds texts alone, and none of them an error."""
    return {str}.issuperset(map(type, isi)) and "#" not in "".join(map(str, isi))


def _nilai(isi: Isi, *, berpersen: bool) -> str | float:
    if isinstance(isi, str):
        return bersihkan(isi)
    if not berupa_angka(isi):
        return teks_sel(isi)
    return f"{tulis_angka(kali_seratus(float(isi)))}%" if berpersen else rapikan(float(isi))
