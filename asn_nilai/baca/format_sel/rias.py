"""Texts in several fonts: which of them show other digits, or another word, than they hold as characters.

`7̶743` holds 7743 and says 743; 74³ holds 743 and says 74 with a note; a 9 in white before a 9 says 9. Every kind of file brings
its runs here.
"""

from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.format_sel.corak.ukuran import huruf_kecil
from asn_nilai.baca.format_sel.corak.warna import HITAM, PUTIH, samar, warna_xlsx
from asn_nilai.baca.format_sel.lembar import FormatSel, Sel

_TANDA_RIAS = pola_tunda(
    rb'strike|vertAlign|<color (?:theme="0"|rgb="[0-9A-Fa-f]{2}(?:[Ff][3-9A-Fa-f]){3}"|indexed="(?:1|9|65)")|<sz val="[0-3](?:\.\d+)?"'
    rb'|:(?:color|sz)\b|<(?:color|sz)(?! (?:(?:theme|indexed)="(?:0|[1-9]\d*)"|rgb="[0-9A-Fa-f]{8}"|auto="1"|val="[1-9]\d*(?:\.\d+)?")'
    rb'(?: tint="[^"]*")? ?/>)'
)
"""What is looked for in the bytes of texts first: struck out, raised, as good as white, or hardly a size; and a colour or a size that is
not written as every program writes it, which may be any of these."""
_KATA_RIAS = (b"strike", b"vertAlign", b"color", b"sz")
"""One of them stands in all that the pattern finds, and none in most books; looking for them takes a tenth of its time."""


def ada_tanda_rias(isi: bytes) -> bool:
    """Tell whether bytes of texts hold a mark of such dress."""
    return any(kata in isi for kata in _KATA_RIAS) and _TANDA_RIAS.search(isi) is not None


class TeksBerias:
    """One text, run by run.

    Attributes:
        berias: whether digits are struck out, or raised or lowered behind other digits, or anything is written that nobody sees.
        dicoret: whether anything that can be seen is struck out.
    """

    __slots__ = ("_akhir", "_bergeser", "_tegak", "berias", "dicoret")

    def __init__(self) -> None:
        self.berias = self.dicoret = self._bergeser = self._tegak = False
        self._akhir = ""

    @property
    def digeser(self) -> bool:
        """Tell whether all of it is raised or lowered; in m² a part is."""
        return self._bergeser and not self._tegak

    @property
    def polos(self) -> bool:
        """Tell whether it counts as it stands."""
        return not (self.berias or self.dicoret or self.digeser)

    def tambah(self, potongan: str, *, dicoret: bool, digeser: bool, samar: bool = False) -> None:
        """Take the next run."""
        sambung = self._akhir.isdigit() and potongan[:1].isdigit()
        bertulisan = any(map(str.isalnum, potongan))
        samar = samar and bertulisan
        self._bergeser = self._bergeser or (digeser and bertulisan)
        self._tegak = self._tegak or (bertulisan and not digeser)
        if samar or (dicoret and any(map(str.isdigit, potongan))) or (digeser and sambung):
            self.berias = True
        self.dicoret = self.dicoret or (dicoret and not potongan.isspace() and potongan != "")
        self._akhir = potongan[-1:] or self._akhir

    def catat(self, format_sel: FormatSel, sel: Sel) -> None:
        """Note what the text was found to be at the cell that shows it."""
        if self.berias:
            format_sel.berias.add(sel)
        if self.dicoret:
            format_sel.dicoret.add(sel)
        if self.digeser:
            format_sel.geser(sel)


class PendengarRias:
    """Listens to the runs of texts as .xlsx writes them, among the shared ones and in the sheet itself."""

    def __init__(self) -> None:
        self.teks_berias = TeksBerias()
        self._dicoret = self._digeser = self._samar = self._dalam = False
        self._potongan = ""

    def mulai(self) -> None:
        """Begin another text."""
        self.teks_berias = TeksBerias()
        self._dicoret = self._digeser = self._samar = self._dalam = False

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        """Hear an element begin."""
        if nama == "r":
            self._dicoret = self._digeser = self._samar = False
        elif nama == "color":
            self._samar = self._samar or samar(warna_xlsx(atribut, HITAM), PUTIH)
        elif nama == "sz":
            self._samar = self._samar or huruf_kecil(float(atribut.get("val", "0")))
        elif nama == "strike":
            self._dicoret = atribut.get("val", "1") not in {"0", "false"}
        elif nama == "vertAlign":
            self._digeser = atribut.get("val") in {"superscript", "subscript"}
        elif nama == "t":
            self._dalam, self._potongan = True, ""

    def teks(self, teks: str) -> None:
        """Hear characters."""
        if self._dalam:
            self._potongan += teks

    def tutup(self, nama: str) -> None:
        """Hear an element end."""
        if nama == "r":
            self._dicoret = self._digeser = self._samar = False
        elif nama == "t":
            self._dalam = False
            self.teks_berias.tambah(
                self._potongan, dicoret=self._dicoret, digeser=self._digeser, samar=self._samar
            )
