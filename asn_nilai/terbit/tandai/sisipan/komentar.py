"""Comments: ours are added to those a sheet already has, each of theirs kept word for word.

A cell holds one comment. Where somebody's comment stands already, ours follows it below a line; where a conversation
(threaded comment) stands, nothing is added, because Excel shows the conversation alone and owns its text.
"""

from collections.abc import Iterable

from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.terbit.tandai.paket.hubungan import Hubungan, RuangNama, daftarkan
from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur, berawalan
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.vml import gambar_baru, tambah_gambar
from asn_nilai.terbit.tandai.tanda import (
    PEMISAH,
    PENULIS,
    Sel,
    Tanda,
    bagian_komentar,
    sel_dari_nama,
    teks_xml,
)

_KOSONG = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<comments xmlns="{ruang}"><authors></authors><commentList></commentList></comments>'
)
_PERCAKAPAN = "tc="
"""How the author of a conversation's stand-in begins."""
_TEBAL = '<r><rPr><b/><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>'
_BIASA = _TEBAL.replace("<b/>", "")


class KomentarLembar:
    """The comments part of one sheet; made when it is needed and not there."""

    def __init__(self, paket: Paket, hubungan: Hubungan, ruang: RuangNama) -> None:
        """Look for the comments that a sheet's relationships lead to.

        Args:
            paket: the package.
            hubungan: the sheet's relationships.
            ruang: the namespaces of the workbook.
        """
        self._paket, self._hubungan, self._ruang = paket, hubungan, ruang
        bagian = hubungan.menurut_jenis("comments")
        self._bagian = bagian if bagian in paket else ""
        self._ada: dict[Sel, tuple[Unsur, str]] = {}
        if self._bagian:
            naskah = paket.naskah(self._bagian)
            self._ada = {sel: (unsur, penulis) for sel, unsur, penulis in daftar_komentar(naskah)}

    def pasang(self, lembar: LembarSunting, semua: Iterable[Tanda]) -> None:
        """Note a comment for each mark, with its drawing."""
        baru: list[Tanda] = []
        for tanda in semua:
            ada = self._ada.get(tanda.sel)
            if ada is None:
                baru.append(tanda)
            elif not ada[1].startswith(_PERCAKAPAN):
                self._sambung(ada[0], tanda)
        if not baru:
            return
        naskah = self._naskah()
        nomor = self._penulis(naskah)
        daftar = naskah.cari("commentList")
        if daftar is None:
            kepala = f"<{naskah.akar.awalan}commentList>".encode()
            isi = kepala + b"".join(_komentar(tanda, nomor, naskah.akar.awalan) for tanda in baru)
            naskah.isi_ujung(naskah.akar, isi + kepala.replace(b"<", b"</"))
        else:
            isi = b"".join(_komentar(tanda, nomor, naskah.akar.awalan) for tanda in baru)
            naskah.isi_ujung(daftar, isi)
        self._gambar(lembar, baru)

    def _naskah(self) -> Naskah:
        if not self._bagian:
            self._bagian = self._paket.nama_bebas("xl/komentar_asn_nilai", ".xml")
            self._paket.tambah(self._bagian, _KOSONG.format(ruang=self._ruang.lembar).encode())
            daftarkan(self._paket, self._bagian, "comments")
            self._hubungan.tambah("comments", self._bagian)
        return self._paket.naskah(self._bagian)

    def _penulis(self, naskah: Naskah) -> int:
        """Return our number among the authors, ourselves added at the end."""
        daftar = naskah.cari("authors")
        awalan = naskah.akar.awalan
        kami = f"<{awalan}author>{PENULIS}</{awalan}author>".encode()
        if daftar is None:
            nama = f"{awalan}authors>".encode()
            naskah.sisipkan(naskah.akar.isi, b"<" + nama + kami + b"</" + nama)
            return 0
        penulis = [naskah.isi_teks(unsur) for unsur in naskah.anak(daftar)]
        if PENULIS in penulis:
            return penulis.index(PENULIS)
        naskah.isi_ujung(daftar, kami)
        return len(penulis)

    def _sambung(self, unsur: Unsur, tanda: Tanda) -> None:
        """Note our words below somebody's comment."""
        naskah = self._paket.naskah(self._bagian)
        teks = naskah.cari("text", unsur)
        if teks is None:
            return
        anak = naskah.anak(teks)
        polos = next((potongan for potongan in anak if potongan.nama == "t"), None)
        if polos is not None:
            # A comment of one plain text: runs beside it would be ignored, so it becomes the first run.
            awalan = unsur.awalan.encode()
            naskah.sisipkan(polos.awal, b"<" + awalan + b"r>")
            naskah.sisipkan(polos.akhir, b"</" + awalan + b"r>")
        isi = berawalan(_bagian(_BIASA, f"\n{PEMISAH}\n") + _isi(tanda), unsur.awalan)
        bunyi = next((potongan for potongan in anak if potongan.nama in {"rPh", "phoneticPr"}), None)
        if bunyi is not None:
            naskah.sisipkan(bunyi.awal, isi)
        else:
            naskah.isi_ujung(teks, isi)

    def _gambar(self, lembar: LembarSunting, tanda: list[Tanda]) -> None:
        id_ = lembar.gambar_catatan
        bagian = self._hubungan[id_] if id_ else ""
        if bagian in self._paket:
            tambah_gambar(self._paket.naskah(bagian), lembar, tanda)
            return
        nama = self._paket.nama_bebas("xl/gambar_asn_nilai", ".vml")
        self._paket.tambah(nama, gambar_baru(lembar, tanda))
        daftarkan(self._paket, nama, "vmlDrawing")
        lembar.pasang_gambar_catatan(self._ruang.hubungan, self._hubungan.tambah("vmlDrawing", nama))


def daftar_komentar(naskah: Naskah) -> list[tuple[Sel, Unsur, str]]:
    """Return the comments of a part: cell, element and author."""
    penulis_ = naskah.cari("authors")
    penulis = [naskah.isi_teks(unsur) for unsur in naskah.anak(penulis_)] if penulis_ else []
    hasil = []
    for unsur in naskah.semua("comment"):
        atribut = naskah.atribut(unsur)
        sel, nomor = sel_dari_nama(atribut.get("ref", "")), atribut.get("authorId", "")
        if sel is not None:
            dikenal = nomor.isdecimal() and int(nomor) < len(penulis)
            hasil.append((sel, unsur, penulis[int(nomor)] if dikenal else ""))
    return hasil


def _komentar(tanda: Tanda, penulis: int, awalan: str) -> bytes:
    kepala = f'<comment ref="{nama_sel(*tanda.sel)}" authorId="{penulis}" shapeId="0"><text>'.encode()
    return berawalan(kepala + _isi(tanda) + b"</text></comment>", awalan)


def _isi(tanda: Tanda) -> bytes:
    return b"".join(
        (_bagian(_TEBAL, tebal) if tebal else b"") + _bagian(_BIASA, biasa)
        for tebal, biasa in bagian_komentar(tanda)
    )


def _bagian(rupa: str, teks: str) -> bytes:
    return rupa.encode() + b'<t xml:space="preserve">' + teks_xml(teks) + b"</t></r>"
