"""The walk through the elements of an .xlsx sheet, for what its cells show; only where a glance found something to read."""

from collections.abc import Iterable

from asn_nilai.baca.berkas.urai_xml import Cukup, urai_xml
from asn_nilai.baca.format_sel.corak.bersyarat import AturanBersyarat
from asn_nilai.baca.format_sel.corak.ukuran import baris_tipis, kolom_sempit
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel, sel_dari_nama
from asn_nilai.baca.format_sel.rias import PendengarRias
from asn_nilai.baca.format_sel.rumus import PencatatRumus
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import GayaKhusus

_JENIS_TEKS = frozenset({"s", "str", "inlineStr"})


class PenelusurXlsx:
    """Listens to the elements of a sheet and notes what its cells show."""

    def __init__(
        self,
        format_sel: FormatSel,
        khusus: GayaKhusus,
        batas: int,
        *,
        hanya_ukuran: bool = False,
        menunggu: bool = False,
    ) -> None:
        self._format_sel, self._batas, self._hanya_ukuran = format_sel, batas, hanya_ukuran
        self._tanpa_hasil = {"", "0"} if menunggu else {""}
        self._gaya = {str(gaya): kode for gaya, kode in khusus.kode.items()}
        self._gaya_coret, self._gaya_geser, self._gaya_samar = (
            frozenset(map(str, g)) for g in (khusus.dicoret, khusus.digeser, khusus.samar)
        )
        self._bersyarat = khusus.bersyarat
        self._rentang, self._aturan, self._rumus_syarat = "", dict[str, str](), list[str]()
        self._rias = PendengarRias()
        self._baris = self._kolom = -1
        self._jenis, self._rumus, self._dalam_nilai = "", False, False
        self._pencatat, self._dalam_rumus = PencatatRumus(format_sel), False
        self._isi_rumus = self._rumus_bersama = ""
        self._nilai, self._bernilai = "", False
        self._format: str | None = None
        self._dicoret = self._digeser = self._samar = False

    def telusuri(self, aliran: Iterable[bytes]) -> None:
        """Walk through a sheet's XML.

        Raises:
            BukuTidakTerbacaError: it is damaged.
        """
        urai_xml(aliran, buka=self._buka, tutup=self._tutup, teks=self._teks)

    def _buka(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "c":
            self._buka_sel(atribut)
        elif nama == "v":
            self._dalam_nilai = self._bernilai = True
        elif nama == "f":
            self._rumus = self._dalam_rumus = True
            self._isi_rumus, self._rumus_bersama = "", atribut.get("si", "")
        elif nama == "is":
            self._nilai = "teks"
            self._rias.mulai()
        elif nama in {"t", "r", "strike", "vertAlign"} or (
            self._jenis == "inlineStr" and nama in {"color", "sz"}
        ):
            self._rias.buka(nama, atribut)
        elif nama == "row":
            self._buka_baris(atribut)
        else:
            self._buka_lain(nama, atribut)

    def _buka_lain(self, nama: str, atribut: dict[str, str]) -> None:
        """Hear what stands above and below the rows."""
        if nama == "sheetView":
            self._format_sel.nol_tersembunyi = atribut.get("showZeros", "1") in {"0", "false"}
        elif nama == "col" and (
            atribut.get("hidden") in {"1", "true"} or kolom_sempit(float(atribut.get("width", "9")))
        ):
            self._format_sel.kolom_tersembunyi.append((int(atribut["min"]) - 1, int(atribut["max"]) - 1))
        elif nama == "conditionalFormatting":
            self._rentang = atribut.get("sqref", "")
        elif nama == "cfRule":
            self._aturan, self._rumus_syarat = atribut, []
        elif nama in {"dataBar", "iconSet"} and atribut.get("showValue") in {"0", "false"}:
            self._format_sel.bersyarat.append(AturanBersyarat.tanpa_angka(self._rentang))
        elif nama == "formula":
            self._rumus_syarat.append("")

    def _buka_baris(self, atribut: dict[str, str]) -> None:
        self._baris = int(atribut["r"]) - 1 if "r" in atribut else self._baris + 1
        self._kolom = -1
        if self._baris >= self._batas:
            raise Cukup
        if atribut.get("hidden") in {"1", "true"} or baris_tipis(float(atribut.get("ht", "15"))):
            self._format_sel.baris_tersembunyi.add(self._baris)

    def _buka_sel(self, atribut: dict[str, str]) -> None:
        alamat = atribut.get("r")
        if alamat:
            self._baris, self._kolom = sel_dari_nama(alamat)
        else:
            self._kolom += 1
        self._jenis, self._rumus, self._nilai = atribut.get("t", ""), False, ""
        self._bernilai = False
        gaya = atribut.get("s", "")
        if gaya and (gaya[0] == "0" or not gaya.isdecimal()):
            gaya = gaya.strip(" +").lstrip("0") or "0"
        self._format = self._gaya.get(gaya)
        self._dicoret, self._samar = gaya in self._gaya_coret, gaya in self._gaya_samar
        self._digeser = gaya in self._gaya_geser

    def _teks(self, teks: str) -> None:
        if self._dalam_nilai:
            self._nilai += teks
        elif self._dalam_rumus:
            self._isi_rumus += teks
        elif self._rumus_syarat:
            self._rumus_syarat[-1] += teks
        else:
            self._rias.teks(teks)

    def _tutup(self, nama: str) -> None:
        if nama == "v":
            self._dalam_nilai = False
        elif nama == "f":
            self._dalam_rumus = False
        elif nama == "c":
            self._tutup_sel()
        elif nama == "cfRule":
            self._tutup_aturan()
        else:
            self._rias.tutup(nama)

    def _tutup_aturan(self) -> None:
        """Note a conditional rule that compares and hides."""
        tampilan = self._bersyarat.get(int(self._aturan.get("dxfId", "-1")))
        if tampilan is not None and self._aturan.get("type") == "cellIs":
            banding, batas = self._aturan.get("operator", ""), tuple(self._rumus_syarat)
            self._format_sel.bersyarat.append(AturanBersyarat(self._rentang, banding, batas, tampilan))
        self._rumus_syarat = []

    def _tutup_sel(self) -> None:
        sel = (self._baris, self._kolom)
        self._catat_rias(sel)
        if self._rumus and not self._hanya_ukuran:
            self._pencatat.catat(sel, self._isi_rumus, self._rumus_bersama)
        if self._hanya_ukuran:
            if self._nilai:
                self._format_sel.catat_isi(*sel)
        elif self._jenis == "e":
            self._format_sel.galat[sel] = self._nilai or "#N/A"
        elif self._rumus and self._nilai in self._tanpa_hasil and not self._teks_kosong():
            self._format_sel.rumus_kosong.add(sel)
        elif self._format is not None and self._jenis in _JENIS_TEKS:
            self._format_sel.format_teks[sel] = self._format
        elif self._format is not None and self._jenis in {"", "n"}:
            angka = _angka(self._nilai)
            if angka is not None:
                self._format_sel.catat_tampilan(sel, self._format, angka)

    def _teks_kosong(self) -> bool:
        """Tell whether a formula's result is a text of no letters; where not even its element stands, nothing was calculated (openxlsx)."""
        return self._jenis == "str" and self._bernilai

    def _catat_rias(self, sel: Sel) -> None:
        """Note a cell that is struck out or raised, or whose letters nobody sees."""
        if self._dicoret and self._nilai:
            self._format_sel.coret(sel)
        if self._digeser and self._nilai:
            self._format_sel.geser(sel)
        if self._samar:
            self._format_sel.samar.add(sel)
        if self._jenis == "inlineStr":
            self._rias.teks_berias.catat(self._format_sel, sel)


def _angka(teks: str) -> float | None:
    try:
        return float(teks)
    except ValueError:
        return None
