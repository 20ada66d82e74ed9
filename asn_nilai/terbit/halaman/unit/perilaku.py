"""The behaviour rows as they were written, as a table: on a unit's page month by month, on a long card aspect by aspect."""

from collections.abc import Callable, Sequence

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.hasil.kata_penjelasan import kata_aspek, kata_beda, sel_aspek, sel_pimpinan
from asn_nilai.acuan.hasil.penjelasan import PerilakuTertulis
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.halaman.templat import dengan_kecil
from asn_nilai.terbit.halaman.unit.sel import keterangan_sumber, sebutan_sumber

_PANJANG_CATATAN = 240
"""Letters of a note that the card shows; the page and `jelaskan` have all of it."""
_KEPALA = ("Perilaku", "Ketujuh aspek", "Kata pimpinan", "Rating bulan itu", "Catatan")
_KOSONG = "–"


@baris_ringan
class TabelPerilaku:
    """The rows of an ASN's behaviour.

    Attributes:
        kepala: the titles of the columns.
        baris: cells for `badan_tabel`.
        sumber: the sheets on which they stand.
        keterangan: what the short marks mean, and the notes, where the table is too narrow for them.
        melintang: whether the months are its columns.
    """

    kepala: tuple[str, ...]
    baris: list[tuple[str, ...]]
    sumber: list[str]
    keterangan: tuple[str, ...] = ()
    melintang: bool = False


def susun_perilaku(semua: Sequence[PerilakuTertulis]) -> TabelPerilaku:
    """Return a row for each month, every cell with its place."""
    return TabelPerilaku(_KEPALA, [_baris(ini, ini.catatan.teks) for ini in semua], _sumber(semua))


def perilaku_kartu(semua: Sequence[PerilakuTertulis], aturan: Aturan, terbanyak: int) -> TabelPerilaku:
    """Return the table for one page: long notes cut short, and more than so many months as columns of short marks."""
    if len(semua) <= terbanyak:
        return TabelPerilaku(_KEPALA, [_baris(ini, _ringkas(ini)) for ini in semua], _sumber(semua))
    tanda = _tanda(aturan)
    aspek = [
        (ini[0].kolom, *(tanda(sel.teks) for sel in ini))
        for ini in zip(*(bulan.aspek for bulan in semua), strict=True)
    ]
    pimpinan = ("Kata pimpinan", *(tanda(ini.pimpinan.teks) for ini in semua))
    rating = (
        "Rating bulan itu",
        *(tanda(ini.tingkat if aturan.perilaku.tangga else ini.rating) for ini in semua),
    )
    arti = "; ".join(f"{tanda(label)} {label}" for label in aturan.rating_perilaku)
    catatan = [
        f"{ini.bulan.singkatan}{' (Ide Baru)' if ini.ide_baru else ''}: {_ringkas(ini) or 'tanpa Catatan'}"
        for ini in semua
        if ini.catatan.teks or ini.ide_baru
    ]
    dari_bkn = ", ".join(ini.bulan.singkatan for ini in semua if ini.dari_bkn)
    return TabelPerilaku(
        ("Perilaku", *(ini.bulan.singkatan for ini in semua)),
        [*aspek, pimpinan, rating],
        [],
        (
            f"Singkatan: {arti}.",
            *((f"Dari ekspor e-Kinerja BKN, tanpa lembar Perilaku: {dari_bkn}.",) if dari_bkn else ()),
            *((f"Catatan: {'; '.join(catatan)}.",) if catatan else ()),
        ),
        melintang=True,
    )


def _sumber(semua: Sequence[PerilakuTertulis]) -> list[str]:
    return keterangan_sumber(sebutan_sumber([[(ini.bulan, ini.pimpinan.sel)] for ini in semua]))


def _baris(ini: PerilakuTertulis, catatan: str) -> tuple[str, ...]:
    """Return the words of a row with their cells: the aspects, the leader's, the rating with what differs, and the note."""
    beda = "; ".join(filter(None, (kata_beda(ini), "Ide Baru: Ya" if ini.ide_baru else "")))
    return (
        ini.bulan.label,
        dengan_kecil(kata_aspek(ini), sel_aspek(ini)),
        dengan_kecil(ini.pimpinan.teks or _KOSONG, sel_pimpinan(ini)),
        dengan_kecil(ini.rating or _KOSONG, beda),
        dengan_kecil(catatan or _KOSONG, ini.catatan.sel.sel if catatan else ""),
    )


def _ringkas(ini: PerilakuTertulis) -> str:
    catatan = ini.catatan.teks
    if len(catatan) <= _PANJANG_CATATAN:
        return catatan
    return f"{catatan[:_PANJANG_CATATAN].rstrip()} … (selengkapnya di {ini.catatan.sel.sel})"


def _tanda(aturan: Aturan) -> Callable[[str], str]:
    """Return what stands for a rating in a narrow column: the initials of its words, or the number itself."""
    singkatan = {label: "".join(kata[0] for kata in label.split()) for label in aturan.rating_perilaku}

    def tanda(teks: str) -> str:
        label = aturan.kenali(teks, singkatan)
        return singkatan[label] if label else dengan_kecil(teks or _KOSONG, "")

    return tanda
