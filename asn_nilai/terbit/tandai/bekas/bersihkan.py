"""Marks taken off a copy that another program has saved: known by what they look like, not by where they were put.

Whoever mends a marked copy saves it with Excel, LibreOffice or WPS, which write every part anew and drop our record. The
added sheet, the comments and the fills survive that, and each is taken off here; a cell gets back the style it had.
"""

from asn_nilai.terbit.tandai.bekas.bekas_komentar import lepas_komentar
from asn_nilai.terbit.tandai.bekas.bekas_lembar import BekasLembar, baca_bekas_lembar
from asn_nilai.terbit.tandai.paket.buku_sunting import BukuSunting
from asn_nilai.terbit.tandai.paket.gaya_paket import GayaPaket
from asn_nilai.terbit.tandai.paket.hubungan import RUANG_TANDA, Hubungan, lupakan
from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.catatan_tanda import BAGIAN
from asn_nilai.terbit.tandai.tanda import Sel


def bersihkan(paket: Paket) -> None:
    """Note that every mark in a package goes; a package without marks is left as it is.

    Raises:
        TidakDapatDitandaiError: the package cannot be edited.
    """
    buku = BukuSunting(paket)
    if catatan := buku.hubungan.id_jenis(RUANG_TANDA):
        buku.hubungan.lepas(catatan)
        lupakan(paket, BAGIAN)
    bekas = baca_bekas_lembar(paket, buku)
    bagian_gaya = buku.hubungan.menurut_jenis("styles")
    gaya = GayaPaket(paket.naskah(bagian_gaya)) if bagian_gaya in paket else None
    berwarna = gaya.berwarna_tanda() if gaya else frozenset()
    for nomor, nama in enumerate(buku.nama):
        bagian = buku.bagian(nomor)
        if nomor in bekas.nomor or bagian not in paket:
            continue
        nomor_temuan = lepas_komentar(paket, bagian)
        if gaya and berwarna:
            _pulihkan_gaya(paket, bagian, gaya, berwarna, _GayaAsal(bekas, nama, nomor_temuan))
    if gaya:
        gaya.selesai()
    for nomor in bekas.nomor:
        bagian = buku.bagian(nomor)
        for milik in Hubungan(paket, bagian).tujuan:
            lupakan(paket, milik)
        lupakan(paket, bagian)
    buku.buang_lembar(bekas.nomor)


class _GayaAsal:
    """The style that a marked cell of one sheet had before."""

    def __init__(self, bekas: BekasLembar, nama: str, nomor_temuan: dict[Sel, int]) -> None:
        self._bekas, self._nama, self._nomor = bekas, nama, nomor_temuan

    def cari(self, sel: Sel) -> int | None:
        """Return it, by the finding that its comment names (the cell may have moved), or else by its address."""
        nomor = self._nomor.get(sel)
        menurut_nomor = self._bekas.gaya_nomor.get(nomor) if nomor is not None else None
        if menurut_nomor is not None:
            return menurut_nomor
        return self._bekas.gaya_sel.get((self._nama, sel))


def _pulihkan_gaya(
    paket: Paket, bagian: str, gaya: GayaPaket, berwarna: frozenset[int], asal: _GayaAsal
) -> None:
    lembar = LembarSunting(paket.naskah(bagian))
    for baris in lembar.baris:
        for kolom, unsur in lembar.sel_baris(baris).items():
            sekarang = lembar.naskah.atribut(unsur).get("s", "0")
            if sekarang.isdecimal() and int(sekarang) in berwarna:
                lama = asal.cari((baris, kolom))
                if lama is None or lama in berwarna:
                    lama = gaya.tanpa_latar(int(sekarang))
                lembar.naskah.atur(unsur, "s", lama)
