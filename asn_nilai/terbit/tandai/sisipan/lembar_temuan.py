"""The sheet Temuan that is put first in a marked copy: every finding, with a link to its cell.

A hidden last column keeps, row by row, the style that the marked cell had before: programs renumber styles when they
save, but a cell keeps its own, so the mark can be taken off whoever saved the file in between.
"""

from collections.abc import Collection, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.acuan.temuan import JUDUL_LEMBAR_TEMUAN, Temuan, Tingkat
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.tandai.paket.gaya_paket import GayaPaket
from asn_nilai.terbit.tandai.tanda import (
    TEMUAN_TERBANYAK,
    WARNA,
    Sel,
    atribut_xml,
    sel_dari_nama,
    teks_xml,
)

KOLOM = (
    ("No", 5), ("Tingkat", 16), ("Lembar", 13), ("Sel", 9), ("Apa yang terjadi", 58), ("Yang perlu dilakukan", 52),
    ("NIP", 21), ("Kode temuan", 23),
)  # fmt: skip
"""Titles and widths (in characters) of the columns."""
KOLOM_LEMBAR, KOLOM_SEL, KOLOM_ASAL = 2, 3, len(KOLOM)
BARIS_KEPALA = 7
"""The row of the table's header, 0-based; finding number n stands n rows below."""
_KEPALA, _TAUTAN = "FF1F4B5C", "FF1B4F8A"
_KATA = {
    Tingkat.GALAT: "galat (harus diperbaiki agar dinilai)",
    Tingkat.PERINGATAN: "peringatan (dinilai, tetapi periksa lagi)",
    Tingkat.INFO: "info (sekadar diketahui)",
}


class LembarTemuan:
    """Builds the sheet's XML."""

    def __init__(self, gaya: GayaPaket, ruang: str) -> None:
        """Take the workbook's styles and the namespace of its sheets."""
        self._ruang = ruang
        self._judul = gaya.lembar(ukuran=15, tebal=True, warna=_KEPALA)
        self._kata = gaya.lembar()
        self._penting = gaya.lembar(tebal=True)
        self._kepala = gaya.lembar(tebal=True, warna="FFFFFFFF", latar=_KEPALA, kotak=True, tengah=True)
        self._isi = gaya.lembar(kotak=True, lipat=True)
        self._tengah = gaya.lembar(kotak=True, tengah=True)
        self._tautan = gaya.lembar(kotak=True, tengah=True, warna=_TAUTAN, garis_bawah=True)
        self._tingkat = {
            tingkat: gaya.lembar(kotak=True, tengah=True, tebal=True, latar=warna)
            for tingkat, warna in WARNA.items()
        }

    def xml(
        self,
        daftar: Sequence[Temuan],
        lembar: Collection[str],
        asal: Mapping[tuple[str, Sel], int],
        petunjuk: Sequence[str],
    ) -> bytes:
        """Return the sheet.

        Args:
            daftar: the findings in the order of their numbers.
            lembar: the sheets that can be linked to.
            asal: the style that each marked cell had, by sheet and cell.
            petunjuk: sentences for the reader, at most three.
        """
        baris = [self._baris(0, [(0, self._judul, JUDUL_LEMBAR_TEMUAN)], ' ht="24" customHeight="1"')]
        kalimat = (*_ringkasan(daftar), *petunjuk)[: BARIS_KEPALA - 2]
        for nomor, teks in enumerate(kalimat, 1):
            baris.append(self._baris(nomor, [(0, self._penting if nomor == 2 else self._kata, teks)]))
        baris.append(
            self._baris(
                BARIS_KEPALA,
                [(k, self._kepala, j) for k, (j, _) in enumerate(KOLOM)],
                ' ht="20" customHeight="1"',
            )
        )
        tautan: list[bytes] = []
        for nomor, temuan in enumerate(daftar[:TEMUAN_TERBANYAK], 1):
            tujuan = temuan.letak.lembar in lembar and sel_dari_nama(temuan.letak.sel) is not None
            baris.append(self._temuan(nomor, temuan, asal, tujuan=tujuan))
            if tujuan:
                tautan.append(_tautan(BARIS_KEPALA + nomor, temuan))
        lebih = len(daftar) - TEMUAN_TERBANYAK
        if lebih > 0:
            isi = f"Masih ada {lebih} temuan lain yang tidak ditampilkan di sini."
            baris.append(self._baris(BARIS_KEPALA + TEMUAN_TERBANYAK + 1, [(0, self._penting, isi)]))
        return self._bingkai(b"".join(baris), tautan)

    def _temuan(
        self, nomor: int, temuan: Temuan, asal: Mapping[tuple[str, Sel], int], *, tujuan: bool
    ) -> bytes:
        isi = [
            (1, self._tingkat[temuan.tingkat], temuan.tingkat.value.upper()),
            (2, self._isi, temuan.letak.lembar),
            (3, self._tautan if tujuan else self._tengah, temuan.letak.sel),
            (4, self._isi, temuan.pesan),
            (5, self._isi, temuan.pinta),
            (6, self._tengah, temuan.nip),
            (7, self._isi, temuan.kode),
        ]
        sel = sel_dari_nama(temuan.letak.sel)
        gaya = asal.get((temuan.letak.lembar, sel)) if sel else None
        baris = BARIS_KEPALA + nomor
        ekor = b"" if gaya is None else _sel(baris, KOLOM_ASAL, gaya) + b"/>"
        kepala = _sel(baris, 0, self._tengah) + b"><v>%d</v></c>" % nomor
        return self._baris(baris, isi, awal=kepala, ekor=ekor)

    def _baris(
        self,
        baris: int,
        isi: Sequence[tuple[int, int, str]],
        atribut: str = "",
        *,
        awal: bytes = b"",
        ekor: bytes = b"",
    ) -> bytes:
        sel = b"".join(
            _sel(baris, kolom, gaya)
            + (
                b' t="inlineStr"><is><t xml:space="preserve">' + teks_xml(teks) + b"</t></is></c>"
                if teks
                else b"/>"
            )
            for kolom, gaya, teks in isi
        )
        return f'<row r="{baris + 1}"{atribut}>'.encode() + awal + sel + ekor + b"</row>"

    def _bingkai(self, baris: bytes, tautan: list[bytes]) -> bytes:
        atas = BARIS_KEPALA + 2
        kolom = "".join(
            f'<col min="{n}" max="{n}" width="{lebar}.7109375" customWidth="1"/>'
            for n, (_, lebar) in enumerate(KOLOM, 1)
        )
        kepala = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<worksheet xmlns="{self._ruang}"><sheetPr><tabColor rgb="FFC0392B"/><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="{BARIS_KEPALA + 1}" '
            f'topLeftCell="A{atas}" activePane="bottomLeft" state="frozen"/>'
            f'<selection pane="bottomLeft" activeCell="A{atas}" sqref="A{atas}"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{kolom}<col min="{KOLOM_ASAL + 1}" max="{KOLOM_ASAL + 1}" '
            'width="3.7109375" hidden="1" customWidth="1"/></cols><sheetData>'
        )
        hubungan = b"<hyperlinks>" + b"".join(tautan) + b"</hyperlinks>" if tautan else b""
        ekor = (
            '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
            "<headerFooter><oddFooter>&amp;R&amp;8Halaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>"
        )
        return kepala.encode() + baris + b"</sheetData>" + hubungan + ekor.encode()


def _ringkasan(temuan: Sequence[Temuan]) -> tuple[str, str]:
    jumlah = {tingkat: sum(t.tingkat is tingkat for t in temuan) for tingkat in Tingkat}
    berkas = dict.fromkeys(t.letak.berkas for t in temuan if t.letak.berkas)
    kalimat = ", ".join(
        f"{tulis_angka(banyak)} {_KATA[tingkat]}" for tingkat, banyak in jumlah.items() if banyak
    )
    return f"Berkas: {', '.join(berkas)}", f"Ada {kalimat}."


def _sel(baris: int, kolom: int, gaya: int) -> bytes:
    return f'<c r="{nama_kolom(kolom)}{baris + 1}" s="{gaya}"'.encode()


def _tautan(baris: int, temuan: Temuan) -> bytes:
    tujuan = f"'{temuan.letak.lembar.replace(chr(39), chr(39) * 2)}'!{temuan.letak.sel}"
    alamat = f"{nama_kolom(KOLOM_SEL)}{baris + 1}".encode()
    return b'<hyperlink ref="' + alamat + b'" location="' + atribut_xml(tujuan) + b'"/>'
