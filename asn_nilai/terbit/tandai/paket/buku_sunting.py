"""The workbook part: a sheet put first, and everything that counts sheets counted on."""

from collections.abc import Callable, Collection

from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.hubungan import BUKU, Hubungan
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.tanda import atribut_xml

_SESUDAH_LEMBAR = frozenset({"functionGroups", "externalReferences"})
"""What stands between `sheets` and `definedNames` in a workbook."""


class BukuSunting:
    """The workbook part being edited."""

    def __init__(self, paket: Paket, *, ketat: bool = False) -> None:
        """Take the workbook of a package; `ketat` says that it is written in the strict dialect.

        Raises:
            TidakDapatDitandaiError: no sheets, or a shared workbook, whose log of changes counts its sheets.
        """
        self.naskah: Naskah = paket.naskah(BUKU)
        self.hubungan = Hubungan(paket, BUKU, ketat=ketat)
        lembar = self.naskah.cari("sheets")
        if lembar is None:
            raise TidakDapatDitandaiError("buku kerjanya tidak mempunyai lembar")
        if "revisionHeaders" in self.hubungan.jenis:
            raise TidakDapatDitandaiError("buku kerjanya dipakai bersama (Share Workbook)")
        self._lembar = lembar
        self.daftar = self.naskah.anak(lembar)
        self._atribut = [self.naskah.atribut(unsur) for unsur in self.daftar]

    @property
    def nama(self) -> list[str]:
        """Return the names of the sheets, in order."""
        return [atribut.get("name", "") for atribut in self._atribut]

    def bagian(self, nomor: int) -> str:
        """Return the part of a sheet by its number (0-based), blank where it leads nowhere."""
        return self.hubungan[self.id_hubungan(nomor)]

    def id_hubungan(self, nomor: int) -> str:
        """Return the identifier of a sheet's relationship."""
        atribut = self._atribut[nomor].items()
        return next((isi for kunci, isi in atribut if kunci.rpartition(":")[2] == "id"), "")

    def nama_bebas(self, nama: str) -> str:
        """Return a sheet name that is not taken: `Temuan`, else `Temuan (2)` and so on."""
        dipakai = {lain.casefold() for lain in self.nama}
        calon, nomor = nama, 1
        while calon.casefold() in dipakai:
            nomor += 1
            calon = f"{nama} ({nomor})"
        return calon

    def pasang_pertama(self, nama: str, id_: str, ruang: str, baris_judul: int) -> None:
        """Note a sheet in front of all others.

        Args:
            nama: its name.
            id_: its relationship.
            ruang: the namespace of relationships.
            baris_judul: the row (1-based) that repeats on each printed page.
        """
        dipakai = [int(a["sheetId"]) for a in self._atribut if a.get("sheetId", "").isdecimal()]
        awalan = self._lembar.awalan
        kepala = f'<{awalan}sheet xmlns:r="{ruang}" name="'.encode() + atribut_xml(nama)
        xml = kepala + f'" sheetId="{max(dipakai, default=0) + 1}" r:id="{id_}"/>'.encode()
        if self._lembar.ringkas:
            self.naskah.isi_ujung(self._lembar, xml)
        else:
            self.naskah.sisipkan(self._lembar.isi, xml)
        self._geser(lambda lama: lama + 1)
        judul = f"'{nama}'!${baris_judul}:${baris_judul}"
        self._beri_nama(f'definedName name="_xlnm.Print_Titles" localSheetId="0">{judul}</')

    def buang_lembar(self, nomor: Collection[int]) -> None:
        """Note that sheets go, with the names that are their own; their parts are left to the caller."""
        if not nomor:
            return
        for indeks in nomor:
            self.naskah.hapus(self.daftar[indeks])
            self.hubungan.lepas(self.id_hubungan(indeks))
        self._geser(lambda lama: None if lama in nomor else lama - sum(indeks < lama for indeks in nomor))

    def _geser(self, baru: Callable[[int], int | None]) -> None:
        """Note each sheet's new number; None for one that goes."""
        for unsur in self._nama_terdefinisi():
            milik = self.naskah.atribut(unsur).get("localSheetId", "")
            if milik.isdecimal():
                tempat = baru(int(milik))
                if tempat is None:
                    self.naskah.hapus(unsur)
                elif tempat != int(milik):
                    self.naskah.atur(unsur, "localSheetId", tempat)
        if self.daftar:
            self._geser_tampilan(baru)

    def _geser_tampilan(self, baru: Callable[[int], int | None]) -> None:
        """Note that the sheet that was open stays the open one: two chosen sheets would be typed into at once."""
        tampilan = self.naskah.cari("bookViews")
        if tampilan is None:
            awalan = self._lembar.awalan
            xml = f'<{awalan}bookViews><{awalan}workbookView activeTab="{baru(0) or 0}"/></{awalan}bookViews>'
            self.naskah.sisipkan(self._lembar.awal, xml.encode())
            return
        for unsur in self.naskah.anak(tampilan):
            atribut = self.naskah.atribut(unsur)
            terbuka, pertama = atribut.get("activeTab", "0"), atribut.get("firstSheet", "0")
            if terbuka.isdecimal() and (baru(int(terbuka)) or 0) != int(terbuka):
                self.naskah.atur(unsur, "activeTab", baru(int(terbuka)) or 0)
            if pertama.isdecimal() and int(pertama) and baru(int(pertama)) != int(pertama):
                self.naskah.atur(unsur, "firstSheet", baru(int(pertama)) or 0)

    def _nama_terdefinisi(self) -> list[Unsur]:
        daftar = self.naskah.cari("definedNames")
        return self.naskah.anak(daftar) if daftar else []

    def _beri_nama(self, isi: str) -> None:
        """Note a defined name; `isi` is its tag without prefix, up to the end tag's name."""
        awalan = self._lembar.awalan
        xml = f"<{awalan}{isi}{awalan}definedName>".encode()
        daftar = self.naskah.cari("definedNames")
        if daftar is not None:
            if daftar.ringkas:
                self.naskah.isi_ujung(daftar, xml)
            else:
                self.naskah.sisipkan(daftar.isi, xml)
            return
        antara = (unsur.akhir for unsur in self.naskah.anak() if unsur.nama in _SESUDAH_LEMBAR)
        tempat = max(antara, default=self._lembar.akhir)
        nama = f"{awalan}definedNames".encode()
        self.naskah.sisipkan(tempat, b"<" + nama + b">" + xml + b"</" + nama + b">")
