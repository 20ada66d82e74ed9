"""The cell styles of a workbook: clones that differ in their fill alone, and the few that the sheet Temuan needs.

A marked cell keeps number format, font, border, alignment and protection, because its style is a copy of the one it had.
Everything is appended; no style that is there changes, so no cell that we do not touch can look different.
"""

import re

from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur, berawalan
from asn_nilai.terbit.tandai.tanda import WARNA, WARNA_LAMA

_URUTAN = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
"""The order that the schema gives the children of styleSheet."""
_TERBANYAK = 64_000
"""Excel's limit of cell formats in a workbook."""
_FILL_AWAL = tuple(f'<fill><patternFill patternType="{pola}"/></fill>' for pola in ("none", "gray125"))
_AWAL = {
    "fonts": ('<font><sz val="11"/><name val="Calibri"/></font>',),
    "fills": _FILL_AWAL,
    "borders": ("<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellXfs": ('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
}
"""What stands at index 0 (and 1) where a workbook leaves it out."""
_FILL_ID = re.compile(rb"(\sfillId\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
_APPLY = re.compile(rb"\sapplyFill\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_FONT = '<font>{tebal}{garis}<sz val="{ukuran}"/><color rgb="{warna}"/><name val="Arial"/><family val="2"/></font>'
_TINTA, _KEPALA, _GARIS = "FF1B2733", "FF1F4B5C", "FFAEB8C1"


def gaya_kosong(ruang: str) -> bytes:
    """Return the styles part of a workbook that has none; `ruang` is the namespace of its sheets."""
    isi = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{ruang}"><cellStyleXfs count="1">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
    return isi.encode()


class _Daftar:
    """One list of the styles part: what it holds and what is to be appended."""

    def __init__(self, naskah: Naskah, nama: str, awalan: str) -> None:
        self.nama, self._awalan = nama, awalan
        self.unsur: Unsur | None = naskah.cari(nama)
        ada = naskah.anak(self.unsur) if self.unsur else []
        self.isi = [naskah.asli[unsur.awal : unsur.akhir] for unsur in ada]
        self.lama = len(self.isi)
        self.indeks: dict[bytes, int] = {}
        for nomor, mentah in enumerate(self.isi):
            self.indeks.setdefault(mentah, nomor)
        for awal in _AWAL[nama][self.lama :]:
            self._tambah(berawalan(awal.encode(), awalan))

    def cari(self, xml: str) -> int:
        """Return the index of an element written without prefix; it is appended where there is none like it."""
        return self.cari_mentah(berawalan(xml.encode(), self._awalan))

    def cari_mentah(self, mentah: bytes) -> int:
        """Return the index of an element as the part writes it."""
        indeks = self.indeks.get(mentah)
        return self._tambah(mentah) if indeks is None else indeks

    def _tambah(self, mentah: bytes) -> int:
        self.indeks.setdefault(mentah, len(self.isi))
        self.isi.append(mentah)
        return len(self.isi) - 1


class GayaPaket:
    """The styles part being extended; `selesai` notes the splices."""

    def __init__(self, naskah: Naskah) -> None:
        """Take the styles part."""
        self._naskah = naskah
        awalan = naskah.akar.awalan
        self._awalan = awalan
        self._font, self._fill, self._tepi, self._xf = (
            _Daftar(naskah, nama, awalan) for nama in ("fonts", "fills", "borders", "cellXfs")
        )
        self._klon: dict[tuple[int, int], int] = {}

    def bertanda(self, asal: int, tingkat: Tingkat) -> int:
        """Return the style that is `asal` with the fill of a severity."""
        return self._dengan_latar(asal, self._fill.cari(_latar(WARNA[tingkat])))

    def tanpa_latar(self, asal: int) -> int:
        """Return the style that is `asal` without any fill."""
        return self._dengan_latar(asal, 0)

    def berwarna_tanda(self) -> frozenset[int]:
        """Return the styles whose fill is one of ours, whoever wrote them down."""
        warna = [kode[2:].encode() for kode in (*WARNA.values(), *WARNA_LAMA)]
        fill = {str(n).encode() for n, mentah in enumerate(self._fill.isi) if _dipakai(mentah, warna)}
        if not fill:
            return frozenset()
        return frozenset(
            nomor
            for nomor, mentah in enumerate(self._xf.isi)
            if (cocok := _FILL_ID.search(mentah)) and cocok[0].split(b"=")[1].strip(b" \"'\t\r\n") in fill
        )

    def lembar(
        self,
        *,
        ukuran: float = 10,
        tebal: bool = False,
        garis_bawah: bool = False,
        warna: str = _TINTA,
        latar: str = "",
        kotak: bool = False,
        lipat: bool = False,
        tengah: bool = False,
    ) -> int:
        """Return a style for the sheet Temuan."""
        font = _FONT.format(
            tebal="<b/>" if tebal else "", garis="<u/>" if garis_bawah else "", ukuran=ukuran, warna=warna
        )
        tepi = _AWAL["borders"][0]
        if kotak:
            sisi = f'style="thin"><color rgb="{_GARIS}"/>'
            tepi = "".join(f"<{s} {sisi}</{s}>" for s in ("left", "right", "top", "bottom"))
            tepi = f"<border>{tepi}<diagonal/></border>"
        nomor = (
            self._font.cari(font),
            self._fill.cari(_latar(latar)) if latar else 0,
            self._tepi.cari(tepi),
        )
        rata = ' horizontal="center"' if tengah else ' horizontal="left" indent="1"' if kotak else ""
        lipatan = ' wrapText="1"' if lipat else ""
        return self._xf.cari(
            f'<xf numFmtId="0" fontId="{nomor[0]}" fillId="{nomor[1]}" borderId="{nomor[2]}" xfId="0" applyFont="1" '
            f'applyFill="1" applyBorder="1" applyAlignment="1"><alignment{rata} vertical="center"{lipatan}/></xf>'
        )

    def selesai(self) -> None:
        """Note what was appended in the styles part.

        Raises:
            TidakDapatDitandaiError: there would be more styles than Excel allows.
        """
        if len(self._xf.isi) > _TERBANYAK:
            raise TidakDapatDitandaiError("jumlah gaya selnya sudah mencapai batas Excel")
        for daftar in (self._font, self._fill, self._tepi, self._xf):
            baru = b"".join(daftar.isi[daftar.lama :])
            if not baru:
                continue
            if daftar.unsur is None:
                nama = f"{self._awalan}{daftar.nama}"
                kepala = f'<{nama} count="{len(daftar.isi)}">'.encode()
                self._sisipkan_daftar(daftar.nama, kepala + baru + f"</{nama}>".encode())
            else:
                self._naskah.atur(daftar.unsur, "count", len(daftar.isi))
                self._naskah.isi_ujung(daftar.unsur, baru)

    def _sisipkan_daftar(self, nama: str, xml: bytes) -> None:
        sesudah = _URUTAN[_URUTAN.index(nama) + 1 :]
        akar = self._naskah.akar
        tempat = next((unsur.awal for unsur in self._naskah.anak() if unsur.nama in sesudah), akar.isi_akhir)
        self._naskah.sisipkan(tempat, xml)

    def _dengan_latar(self, asal: int, latar: int) -> int:
        kunci = (asal, latar)
        if kunci not in self._klon:
            mentah = self._xf.isi[asal if asal < len(self._xf.isi) else 0]
            ujung = mentah.index(b">") + 1
            tag = _APPLY.sub(b"", mentah[:ujung])
            nomor = b'"%d"' % latar
            if _FILL_ID.search(tag):
                tag = _FILL_ID.sub(rb"\g<1>" + nomor, tag)
            else:
                tag = re.sub(rb"\s*(/?>)$", rb" fillId=" + nomor + rb"\1", tag)
            tag = re.sub(rb"\s*(/?>)$", rb' applyFill="1"\1', tag)
            self._klon[kunci] = self._xf.cari_mentah(tag + mentah[ujung:])
        return self._klon[kunci]


def _latar(warna: str) -> str:
    # Written as Excel writes it, so that a fill of ours that Excel has saved is found again.
    return f'<fill><patternFill patternType="solid"><fgColor rgb="{warna}"/><bgColor indexed="64"/></patternFill></fill>'


def _dipakai(fill: bytes, warna: list[bytes]) -> bool:
    # Some programs keep the colour as the background of a solid fill as well: the foreground counts.
    depan = fill.partition(b"fgColor")[2].partition(b">")[0].upper()
    return b"solid" in fill and any(kode in depan for kode in warna)
