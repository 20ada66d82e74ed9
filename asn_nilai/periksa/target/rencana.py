"""Check of the optional context of targets: the closed list of its kinds."""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.rencana_kerja import JenisKinerja, baca_jenis_kinerja
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.bahan import BahanPeriksa

_JENIS = "jenis"


def periksa_rencana(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each word in the column Jenis that is none of the list, once, with how many rows have it."""
    tabel = bahan.isian.target
    if tabel is None or _JENIS not in tabel.kolom:
        return
    asing: dict[str, list[int]] = {}
    semua = tabel.teks(_JENIS)
    for baris in bahan.semua_target():
        if (teks := semua[baris.posisi]) and baca_jenis_kinerja(teks) is None:
            asing.setdefault(teks, []).append(baris.posisi)
    for teks, posisi in asing.items():
        yield temuan(
            "jenis-kinerja-tidak-dikenal", tabel.letak(_JENIS, posisi[0]), unit=bahan.kode_unit,
            teks=teks, banyak=f" di {tulis_angka(len(posisi))} baris" if len(posisi) > 1 else "", dikenal=" atau ".join(JenisKinerja),
        )  # fmt: skip
