"""How parts find each other: relationships and content types, in the transitional as in the strict dialect."""

from posixpath import basename, dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.tanda import atribut_xml

JENIS_ISI = "[Content_Types].xml"
BUKU = "xl/workbook.xml"
RUANG_TANDA = "urn:asn-nilai:tanda"
"""The type of the relationship that leads to our own record."""
_UMUM = ("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
_LEMBAR = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_TIPE = "application/vnd.openxmlformats-officedocument."
TIPE_ISI = {
    "worksheet": f"{_TIPE}spreadsheetml.worksheet+xml",
    "comments": f"{_TIPE}spreadsheetml.comments+xml",
    "styles": f"{_TIPE}spreadsheetml.styles+xml",
    "vmlDrawing": f"{_TIPE}vmlDrawing",
    RUANG_TANDA: "application/vnd.asn-nilai.tanda+xml",
}


class RuangNama(NamedTuple):
    """The namespaces of sheets and of relationships, and whether they are those of the strict dialect."""

    lembar: str
    hubungan: str
    ketat: bool


class Hubungan:
    """The relationships of one part; the file that holds them is made when the first is added."""

    def __init__(self, paket: Paket, bagian: str, *, ketat: bool = False) -> None:
        """Read the relationships.

        Args:
            paket: the package.
            bagian: the part they lead from.
            ketat: whether new ones are written in the strict dialect.
        """
        self._paket, self._bagian, self._ketat = paket, bagian, ketat
        self.nama = join(dirname(bagian), "_rels", f"{basename(bagian)}.rels")
        self._daftar: list[tuple[str, str, str]] = []
        if self.nama in paket:
            naskah = paket.naskah(self.nama)
            for unsur in naskah.anak():
                a = naskah.atribut(unsur)
                tujuan = "" if a.get("TargetMode") == "External" else _tujuan(bagian, a.get("Target", ""))
                jenis = a.get("Type", "")
                jenis = jenis if jenis == RUANG_TANDA else jenis.rpartition("/")[2]
                self._daftar.append((a.get("Id", ""), jenis, tujuan))

    def __getitem__(self, id_: str) -> str:
        """Return the part behind an identifier, blank where there is none."""
        return next((tujuan for id_ada, _, tujuan in self._daftar if id_ada == id_), "")

    def menurut_jenis(self, jenis: str) -> str:
        """Return the first part of a kind (the last word of the relationship's type), blank where there is none."""
        return next((tujuan for _, jenis_ada, tujuan in self._daftar if jenis_ada == jenis and tujuan), "")

    def id_jenis(self, jenis: str) -> str:
        """Return the identifier of the first relationship of a kind, blank where there is none."""
        return next((id_ for id_, jenis_ada, _ in self._daftar if jenis_ada == jenis), "")

    @property
    def jenis(self) -> set[str]:
        """Return the kinds that there are."""
        return {jenis for _, jenis, _ in self._daftar}

    @property
    def tujuan(self) -> list[str]:
        """Return all parts led to."""
        return [tujuan for _, _, tujuan in self._daftar if tujuan]

    def tambah(self, jenis: str, tujuan: str) -> str:
        """Add a relationship to a part; returns its identifier."""
        ada = {id_ for id_, _, _ in self._daftar}
        id_ = next(calon for n in range(1, len(ada) + 2) if (calon := f"rIdTanda{n}") not in ada)
        self._daftar.append((id_, jenis, tujuan))
        tipe = jenis if jenis == RUANG_TANDA else f"{_UMUM[self._ketat]}/relationships/{jenis}"
        if self.nama not in self._paket:
            self._paket.tambah(self.nama, _kosong(f"{_PAKET}/relationships", "Relationships"))
        naskah = self._paket.naskah(self.nama)
        baris = f'<{naskah.akar.awalan}Relationship Id="{id_}" Type="{tipe}" Target="/'.encode()
        naskah.isi_ujung(naskah.akar, baris + atribut_xml(tujuan) + b'"/>')
        return id_

    def lepas(self, id_: str) -> None:
        """Take a relationship away."""
        naskah = self._paket.naskah(self.nama)
        for unsur in naskah.anak():
            if naskah.atribut(unsur).get("Id") == id_:
                naskah.hapus(unsur)
        self._daftar = [hubungan for hubungan in self._daftar if hubungan[0] != id_]


def daftarkan(paket: Paket, bagian: str, jenis: str) -> None:
    """Say in the package what kind of content a part has."""
    naskah = paket.naskah(JENIS_ISI)
    baris = f'<{naskah.akar.awalan}Override PartName="/{bagian}" ContentType="{TIPE_ISI[jenis]}"/>'
    naskah.isi_ujung(naskah.akar, baris.encode())


def lupakan(paket: Paket, bagian: str) -> None:
    """Drop a part with its relationships, and what the package says of its content."""
    naskah = paket.naskah(JENIS_ISI)
    for unsur in naskah.anak():
        if naskah.atribut(unsur).get("PartName", "").lstrip("/").casefold() == bagian.casefold():
            naskah.hapus(unsur)
    paket.buang(bagian)
    paket.buang(join(dirname(bagian), "_rels", f"{basename(bagian)}.rels"))


def ruang_nama(paket: Paket) -> RuangNama:
    """Return the namespaces that a workbook uses."""
    kepala = paket.naskah(BUKU)
    ketat = _LEMBAR[1] in kepala.atribut(kepala.akar).values()
    return RuangNama(_LEMBAR[ketat], f"{_UMUM[ketat]}/relationships", ketat)


def _tujuan(bagian: str, target: str) -> str:
    target = unquote(target.replace("\\", "/"))
    return normpath(join("/", dirname(bagian), target)).lstrip("/")


def _kosong(ruang: str, nama: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{nama} xmlns="{ruang}"></{nama}>'.encode()
    )
