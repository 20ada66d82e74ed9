"""Marks put on a package, and taken off it."""

from collections.abc import Mapping, Sequence

from asn_nilai.acuan.temuan import LEMBAR_TEMUAN, Temuan
from asn_nilai.terbit.tandai.bekas.bersihkan import bersihkan
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.buku_sunting import BukuSunting
from asn_nilai.terbit.tandai.paket.gaya_paket import GayaPaket, gaya_kosong
from asn_nilai.terbit.tandai.paket.hubungan import Hubungan, RuangNama, daftarkan, ruang_nama
from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.catatan_tanda import daftarkan_catatan, lepas_utuh, tulis_catatan, utuh
from asn_nilai.terbit.tandai.sisipan.komentar import KomentarLembar
from asn_nilai.terbit.tandai.sisipan.lembar_temuan import BARIS_KEPALA, LembarTemuan
from asn_nilai.terbit.tandai.tanda import (
    TEMUAN_TERBANYAK,
    Sel,
    Tanda,
    tanda_menurut_lembar,
    urutkan,
)

PETUNJUK = (
    "Klik alamat di kolom Sel untuk membuka selnya; alasannya tertulis pula di komentar sel yang diwarnai.",
    "Perbaiki di lembar aslinya, simpan, lalu kirim kembali berkas ini.",
    "Lembar ini, warna, dan komentar asn-nilai tidak ikut dibaca dan diganti sendiri pada pemeriksaan berikutnya.",
)


def tandai_paket(isi: bytes, temuan: Sequence[Temuan], petunjuk: Sequence[str] = PETUNJUK) -> bytes:
    """Return a copy of a workbook with its mistakes marked; earlier marks are taken off first.

    Args:
        isi: an .xlsx or .xlsm file.
        temuan: the findings of this workbook; none gives the workbook without marks, to the last byte of every part as
            it was if nobody has saved it since.
        petunjuk: sentences above the list.

    Raises:
        TidakDapatDitandaiError: this package cannot carry marks; the message says why.
    """
    paket = _tanpa_tanda(isi)
    if temuan:
        _pasang(paket, urutkan(temuan), petunjuk)
    return paket.tulis()


def masih_utuh(isi: bytes) -> bool:
    """Tell whether a marked copy or list is as we wrote it: nobody has worked in it since."""
    try:
        return utuh(Paket(isi))
    except TidakDapatDitandaiError:
        return False


def _tanpa_tanda(isi: bytes) -> Paket:
    paket = Paket(isi)
    if not lepas_utuh(paket):
        bersihkan(paket)
    paket.sunting_jadi()
    return paket


def _pasang(paket: Paket, temuan: list[Temuan], petunjuk: Sequence[str]) -> None:
    ada = set(paket)
    ruang = ruang_nama(paket)
    buku = BukuSunting(paket, ketat=ruang.ketat)
    gaya = _gaya(paket, buku, ruang)
    asal: dict[tuple[str, Sel], int] = {}
    tanda = tanda_menurut_lembar(temuan[:TEMUAN_TERBANYAK])
    nama_lembar = buku.nama
    for nomor, nama in enumerate(nama_lembar):
        bagian = buku.bagian(nomor)
        if nama in tanda and bagian in paket:
            sebelum = _tandai_lembar(paket, bagian, tanda[nama], gaya, ruang)
            asal.update({(nama, sel): semula for sel, semula in sebelum.items()})
    lembar = LembarTemuan(gaya, ruang.lembar).xml(temuan, nama_lembar, asal, petunjuk)
    gaya.selesai()
    bagian = paket.nama_bebas("xl/worksheets/temuan_asn_nilai", ".xml")
    paket.tambah(bagian, lembar)
    daftarkan(paket, bagian, "worksheet")
    id_ = buku.hubungan.tambah("worksheet", bagian)
    buku.pasang_pertama(buku.nama_bebas(LEMBAR_TEMUAN), id_, ruang.hubungan, BARIS_KEPALA + 1)
    daftarkan_catatan(paket, buku.hubungan)
    jejak = paket.sunting_jadi()
    baru = [nama for nama in paket if nama not in ada]
    tulis_catatan(paket, {nama: sisipan for nama, sisipan in jejak.items() if nama in ada}, baru)


def _gaya(paket: Paket, buku: BukuSunting, ruang: RuangNama) -> GayaPaket:
    bagian = buku.hubungan.menurut_jenis("styles")
    if bagian not in paket:
        # Some readers look for styles under this name alone.
        bagian = "xl/styles.xml" if "xl/styles.xml" not in paket else paket.nama_bebas("xl/styles", ".xml")
        paket.tambah(bagian, gaya_kosong(ruang.lembar))
        daftarkan(paket, bagian, "styles")
        buku.hubungan.tambah("styles", bagian)
    return GayaPaket(paket.naskah(bagian))


def _tandai_lembar(
    paket: Paket, bagian: str, tanda: Mapping[Sel, Tanda], gaya: GayaPaket, ruang: RuangNama
) -> dict[Sel, int]:
    """Note the marks of one sheet; returns the style that each cell had."""
    lembar = LembarSunting(paket.naskah(bagian))
    sebelum = lembar.gaya_sekarang(set(tanda))
    lembar.beri_gaya({sel: gaya.bertanda(semula, tanda[sel].tingkat) for sel, semula in sebelum.items()})
    komentar = KomentarLembar(paket, Hubungan(paket, bagian, ketat=ruang.ketat), ruang)
    komentar.pasang(lembar, [tanda[sel] for sel in sorted(tanda)])
    return sebelum
