"""The cells of one sheet: their styles exchanged, and cells and rows made where a blank one is to be marked.

Only the rows that hold a marked cell are looked into. Rows and cells may leave out their address; each then follows the
one before it, so a cell is only ever put in front of one that has an address, or at the end.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur
from asn_nilai.terbit.tandai.tanda import Sel, sel_dari_nama

_R_BARIS = re.compile(rb"\sr\s*=\s*[\"'](\d+)[\"']")
_SEBELUM_AKHIR = frozenset(
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
        "AlternateContent",
    }
)  # fmt: skip
"""What may follow `legacyDrawing` on a sheet (AlternateContent wraps controls and objects)."""


class LembarSunting:
    """A sheet's part being edited."""

    def __init__(self, naskah: Naskah) -> None:
        """Take the part.

        Raises:
            TidakDapatDitandaiError: it has no cells' place.
        """
        self.naskah = naskah
        self._anak = {unsur.nama: unsur for unsur in naskah.anak()}
        if "sheetData" not in self._anak:
            raise TidakDapatDitandaiError("lembarnya tidak berisi sel")
        self.data = self._anak["sheetData"]
        self.baris = self._daftar_baris()
        self._kolom = self._daftar_kolom()

    def _daftar_baris(self) -> dict[int, Unsur]:
        hasil: dict[int, Unsur] = {}
        nomor, asli = -1, self.naskah.asli
        for unsur in self.naskah.semua("row", self.data.isi, self.data.isi_akhir):
            cocok = _R_BARIS.search(asli, unsur.awal, unsur.isi)
            nomor = int(cocok[1]) - 1 if cocok else nomor + 1
            hasil.setdefault(nomor, unsur)
        return hasil

    def _daftar_kolom(self) -> list[tuple[int, int, dict[str, str]]]:
        cols, hasil = self._anak.get("cols"), []
        for unsur in self.naskah.anak(cols) if cols else ():
            atribut = self.naskah.atribut(unsur)
            hasil.append((int(atribut.get("min", 1)) - 1, int(atribut.get("max", 1)) - 1, atribut))
        return hasil

    def atribut_kolom(self, kolom: int) -> dict[str, str]:
        """Return the attributes of a column, empty where the sheet says nothing of it."""
        return next((a for awal, akhir, a in self._kolom if awal <= kolom <= akhir), {})

    def atribut_baris(self, baris: int) -> dict[str, str]:
        """Return the attributes of a row, empty where the sheet says nothing of it."""
        return self.naskah.atribut(self.baris[baris]) if baris in self.baris else {}

    @property
    def atribut_format(self) -> dict[str, str]:
        """Return the sheet's default sizes."""
        unsur = self._anak.get("sheetFormatPr")
        return self.naskah.atribut(unsur) if unsur else {}

    def sel_baris(self, baris: int) -> dict[int, Unsur]:
        """Return the cells of a row by column."""
        unsur = self.baris.get(baris)
        hasil: dict[int, Unsur] = {}
        kolom = -1
        for sel in self.naskah.semua("c", unsur.isi, unsur.isi_akhir) if unsur else ():
            alamat = sel_dari_nama(self.naskah.atribut(sel).get("r", ""))
            kolom = alamat[1] if alamat else kolom + 1
            hasil.setdefault(kolom, sel)
        return hasil

    def gaya_sekarang(self, sel: set[Sel]) -> dict[Sel, int]:
        """Return the style of each cell as it looks now: its own, or that of its row or column where there is none."""
        hasil: dict[Sel, int] = {}
        baris_lalu, ada = -1, {}
        for baris, kolom in sorted(sel):
            if baris != baris_lalu:
                baris_lalu, ada = baris, self.sel_baris(baris)
            if kolom in ada:
                gaya = self.naskah.atribut(ada[kolom]).get("s", "0")
            else:
                gaya = self._gaya_kosong(baris, kolom)
            hasil[baris, kolom] = int(gaya) if gaya.isdecimal() else 0
        return hasil

    def _gaya_kosong(self, baris: int, kolom: int) -> str:
        atribut = self.atribut_baris(baris)
        if atribut.get("customFormat") in {"1", "true"}:
            return atribut.get("s", "0")
        return self.atribut_kolom(kolom).get("style", "0")

    def beri_gaya(self, gaya: Mapping[Sel, int]) -> None:
        """Note a new style for each cell; a cell that is not there is made."""
        menurut_baris: dict[int, dict[int, int]] = {}
        for (nomor, kolom), gaya_baru in sorted(gaya.items()):
            menurut_baris.setdefault(nomor, {})[kolom] = gaya_baru
        urut, ekor = sorted(self.baris), b""
        for baris, isi in menurut_baris.items():
            if baris in self.baris:
                self._baris_ada(baris, isi)
                continue
            xml = self._baris_baru(baris, isi)
            sesudah = bisect_left(urut, baris)
            if sesudah < len(urut):
                self.naskah.sisipkan(self.baris[urut[sesudah]].awal, xml)
            else:
                ekor += xml
        if ekor:
            self.naskah.isi_ujung(self.data, ekor)
        self._luaskan(gaya)

    def _baris_ada(self, baris: int, gaya: Mapping[int, int]) -> None:
        unsur, ada = self.baris[baris], self.sel_baris(baris)
        urut, ekor = sorted(ada), b""
        for kolom, nomor in gaya.items():
            if kolom in ada:
                self.naskah.atur(ada[kolom], "s", nomor)
                continue
            sesudah = bisect_left(urut, kolom)
            xml = self._sel_baru(baris, kolom, nomor)
            if sesudah < len(urut):
                self.naskah.sisipkan(ada[urut[sesudah]].awal, xml)
            else:
                ekor += xml
        if ekor:
            self.naskah.isi_ujung(unsur, ekor)
        awal, _, akhir = self.naskah.atribut(unsur).get("spans", "").partition(":")
        if awal.isdecimal() and akhir.isdecimal():
            luas = f"{min(int(awal), min(gaya) + 1)}:{max(int(akhir), max(gaya) + 1)}"
            if luas != f"{awal}:{akhir}":
                self.naskah.atur(unsur, "spans", luas)

    def _baris_baru(self, baris: int, gaya: Mapping[int, int]) -> bytes:
        nama = f"{self.data.awalan}row"
        isi = b"".join(self._sel_baru(baris, kolom, nomor) for kolom, nomor in gaya.items())
        return f'<{nama} r="{baris + 1}">'.encode() + isi + f"</{nama}>".encode()

    def _sel_baru(self, baris: int, kolom: int, gaya: int) -> bytes:
        return f'<{self.data.awalan}c r="{nama_sel(baris, kolom)}" s="{gaya}"/>'.encode()

    def _luaskan(self, gaya: Mapping[Sel, int]) -> None:
        """Note a larger extent of the sheet where a cell was made outside it."""
        unsur = self._anak.get("dimension")
        if unsur is None or not gaya:
            return
        ref = self.naskah.atribut(unsur).get("ref", "")
        ujung = [sel_dari_nama(alamat) for alamat in ref.split(":")]
        if len(ujung) > 2 or any(sel is None for sel in ujung):
            return
        semua = [*(sel for sel in ujung if sel is not None), *gaya]
        baris, kolom = [sel[0] for sel in semua], [sel[1] for sel in semua]
        atas, bawah = nama_sel(min(baris), min(kolom)), nama_sel(max(baris), max(kolom))
        luas = atas if atas == bawah else f"{atas}:{bawah}"
        if luas not in {ref, f"{ref}:{ref}"}:
            self.naskah.atur(unsur, "ref", luas)

    @property
    def gambar_catatan(self) -> str:
        """Return the relationship to the drawing of the sheet's comments, blank where there is none."""
        unsur = self._anak.get("legacyDrawing")
        if unsur is None:
            return ""
        atribut = self.naskah.atribut(unsur)
        return next((isi for kunci, isi in atribut.items() if kunci.rpartition(":")[2] == "id"), "")

    def pasang_gambar_catatan(self, ruang: str, id_: str) -> None:
        """Note the relationship to a drawing of comments, at the place that the schema gives it."""
        akar = self.naskah.akar
        tempat = akar.isi_akhir
        for unsur in reversed(self.naskah.anak()):
            if unsur.nama not in _SEBELUM_AKHIR:
                break
            tempat = unsur.awal
        xml = f'<{akar.awalan}legacyDrawing xmlns:r="{ruang}" r:id="{id_}"/>'
        self.naskah.sisipkan(tempat, xml.encode())

    def lepas_gambar_catatan(self) -> None:
        """Note that the sheet's drawing of comments goes."""
        if "legacyDrawing" in self._anak:
            self.naskah.hapus(self._anak["legacyDrawing"])
