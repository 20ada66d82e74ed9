"""Percentages a hundred times too large: 85,5 is typed, the cell is made a percentage afterwards, and shows 8550%."""

from collections.abc import Callable, Sequence

from asn_nilai.acuan.isian.indikator.indikator import PECAHAN_TERBESAR
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.tabel.angka import MERAGUKAN
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.sel import HAPUS_FORMAT, berupa_angka, polos

_JAUH = 10
"""So many times its target a percentage is more likely one that was formatted afterwards."""


def sebut_persen_berlipat(
    angka: KolomAngka, kunci: str, target: Callable[[], Sequence[float | None]]
) -> None:
    """Note the figures of a column whose percent format shows ten times their target or more; what is seen counts all the same.

    Args:
        angka: the table, the column typed.
        kunci: the column; it must be there.
        target: gives the target of each row; asked only where a figure may be such.
    """
    mentah, tabel = angka.mentah, angka.mentah.tabel
    berpersen, kolom = mentah.lembar.format_sel.persen, tabel.kolom[kunci]
    tersimpan = {
        posisi: isi
        for posisi, isi in enumerate(mentah.mentah[kunci] if berpersen else ())
        if berupa_angka(isi) and isi > PECAHAN_TERBESAR and (tabel.baris[posisi], kolom) in berpersen
    }
    semua = target() if tersimpan else ()
    for posisi, isi in tersimpan.items():
        tampak, tujuan = tabel.isi[kunci][posisi], semua[posisi]
        if not isinstance(tampak, float) or tujuan is None or not 0 < _JAUH * tujuan <= tampak:
            continue
        fakta = {
            "teks": f"{tulis_angka(tampak)}%",
            "dibaca": polos(tampak),
            "sebab": f"; begitulah format selnya menampilkan {tulis_angka(isi)}, sedangkan targetnya {tulis_angka(tujuan)}",
            "cara": f"{HAPUS_FORMAT} {tulis_angka(isi)} bila itu maksudnya",
        }
        angka.catat(kunci, posisi, MERAGUKAN, fakta, lapor=True, cacat=False)
