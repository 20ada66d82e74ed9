"""One ASN's rows of a submission, with header and identity, each cell as it is seen and where it stands.

Only the form's own columns are taken: what else stands beside the table may be anybody's.
"""

from collections.abc import Iterator
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.pengaturan import Batas
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran, SelCuplikan
from asn_nilai.baca.buku import buka_buku
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel
from asn_nilai.baca.setoran.identitas import semua_identitas
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import Kepala, cari_kepala
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.sel import Isi, Kisi, SelRusak, berupa_angka, tandai_rusak, teks_kepala, teks_sel
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel
from asn_nilai.ruang_kerja import RuangKerja

_RUMUS_KOSONG = "(rumus tanpa hasil)"


def cuplik(berkas: Path, tabel: Tabel, nip: str, bulan: Bulan | None, batas: Batas) -> Cuplikan:
    """Return one ASN's part of a sheet that was read before.

    Args:
        berkas: the workbook.
        tabel: the table that was read from it.
        nip: the ASN.
        bulan: the month of a capaian workbook.
        batas: how large a workbook may be.

    Raises:
        BukuTidakTerbacaError: the file has become another since.
    """
    formulir = FORMULIR[tabel.formulir]
    lembar = buka_buku(berkas, batas).lembar(tabel.lembar)
    kisi = tandai_rusak(lembar.sel, lembar.format_sel)
    kepala = cari_kepala(kisi, formulir)
    milik = [posisi for posisi, nomor in enumerate(tabel.teks("nip")) if nomor == nip]
    sel = [*_kepala(kisi, kepala, tabel, formulir)] if kepala else []
    sel += [isi for posisi in milik for isi in _baris(kisi, lembar.format_sel, tabel, posisi)]
    satu = {(isi.baris, isi.kolom): isi for isi in sel}
    return Cuplikan(
        tabel.berkas, tabel.lembar, tabel.formulir, bulan, tuple(satu[tempat] for tempat in sorted(satu))
    )


def cuplik_ekspor(
    ruang: RuangKerja, berkas: Path, nip: str, bulan: Bulan, skema: Skema
) -> Iterator[Cuplikan]:
    """Yield one ASN's part of each sheet of an export of e-Kinerja BKN on which the ASN stands.

    Raises:
        BukuTidakTerbacaError: the file has become another since.
    """
    nama, formulir = ruang.relatif(berkas), FORMULIR["BKN"]
    buku = buka_buku(berkas, ruang.batas)
    for lembar in buku.nama_lembar:
        catatan = Catatan(nama, lembar=lembar)
        mentah = baca_tabel(buku.lembar(lembar), formulir, catatan)
        if mentah is not None:
            ketik_nip(mentah, catatan, skema)
            if nip in mentah.tabel.teks("nip"):
                yield cuplik(berkas, mentah.tabel, nip, bulan, ruang.batas)


def _kepala(kisi: Kisi, kepala: Kepala, tabel: Tabel, formulir: Formulir) -> Iterator[SelCuplikan]:
    """Yield the identity block, and the header above the table's columns."""
    awal = min(kepala.awal, kepala.baris)
    for kunci, isi in semua_identitas(kisi, formulir, range(awal)):
        baris, kolom = isi.sel
        label = (k for k in range(kolom, -1, -1) if _kunci(kisi[baris][k], formulir) == kunci)
        kiri = next(label, kolom)
        yield SelCuplikan(baris, kiri, Peran.IDENTITAS, teks_sel(kisi[baris][kiri]))
        if kiri != kolom:
            yield SelCuplikan(baris, kolom, Peran.IDENTITAS, _tulis(isi.isi))
    for kunci, kolom in tabel.kolom.items():
        tingkat = [(b, teks_kepala(_di(kisi, (b, kolom)))) for b in range(awal, kepala.baris + 1)]
        terisi = [(b, teks) for b, teks in tingkat if teks] or [(kepala.baris, formulir.label(kunci))]
        for baris, teks in terisi:
            yield SelCuplikan(baris, kolom, Peran.KEPALA, teks, kunci)


def _kunci(isi: Isi, formulir: Formulir) -> str | None:
    """Return which line of the identity block a cell names, None where none."""
    return formulir.kenali_identitas(teks_sel(isi).partition(":")[0])


def _baris(kisi: Kisi, rupa: FormatSel, tabel: Tabel, posisi: int) -> Iterator[SelCuplikan]:
    for kunci, kolom in tabel.kolom.items():
        tempat = tabel.asal.get((kunci, posisi), tabel.baris[posisi]), kolom
        isi, tampak = _di(kisi, tempat), rupa.tampak.get(tempat, "")
        persen = tempat in rupa.persen and not tampak
        yield SelCuplikan(*tempat, Peran.ISI, tampak or _tulis(isi), kunci, persen)


def _tulis(isi: Isi) -> str | float:
    """Return what stands in a cell: a number, or words."""
    if berupa_angka(isi):
        return float(isi)
    return (isi.teks or _RUMUS_KOSONG) if isinstance(isi, SelRusak) else teks_sel(isi)


def _di(kisi: Kisi, tempat: Sel) -> Isi:
    baris, kolom = tempat
    return kisi[baris][kolom] if baris < len(kisi) and kolom < len(kisi[baris]) else ""
