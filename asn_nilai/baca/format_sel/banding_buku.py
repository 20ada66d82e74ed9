"""Two .xlsx files that should be one: which cells hold another value or formula, or which parts are others."""

from asn_nilai.baca.berkas.arsip import Arsip
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.urai_xml import urai_xml
from asn_nilai.baca.format_sel.xlsx.susunan_xlsx import susunan_buku

_ANGKA_TERPANJANG = 10
_TEKS_BERSAMA = "xl/sharedStrings.xml"


def beda_buku(asli: bytes, ulang: bytes) -> list[str]:
    """Return what differs, as sentences: `Nilai › F9: tertulis 98,5, hitungan memberi 96,8`.

    Args:
        asli: the file that is looked at.
        ulang: the same one as it should be.
    """
    try:
        kiri, kanan = Arsip(asli), Arsip(ulang)
        (lembar, _), (lembar_ulang, _) = susunan_buku(kiri), susunan_buku(kanan)
        beda = [
            f"lembar {nama} hanya ada di salah satunya"
            for nama in sorted(lembar.keys() ^ lembar_ulang.keys())
        ]
        for nama in (nama for nama in lembar if nama in lembar_ulang):
            dulu, kini = _sel(kiri, lembar[nama]), _sel(kanan, lembar_ulang[nama])
            beda += [
                f"{nama} › {sel}: tertulis {dulu.get(sel, 'kosong')}, hitungan memberi {kini.get(sel, 'kosong')}"
                for sel in {**kini, **dulu}
                if dulu.get(sel) != kini.get(sel)
            ]
        return beda or _bagian(kiri, kanan)
    except BukuTidakTerbacaError:
        return ["tidak terbaca sebagai buku kerja"]


def _bagian(kiri: Arsip, kanan: Arsip) -> list[str]:
    """Return the parts that differ, of two books whose cells say the same."""
    semua = sorted({*kiri.nama, *kanan.nama})
    lain = [nama for nama in semua if b"".join(_isi(kiri, nama)) != b"".join(_isi(kanan, nama))]
    return [f"bagian {nama} lain (format, bukan isi sel)" for nama in lain] or [
        "kemasan berkasnya lain, isinya sama"
    ]


def _isi(arsip: Arsip, nama: str) -> "list[bytes]":
    return list(arsip.alirkan(nama)) if nama in arsip else []


def _sel(arsip: Arsip, bagian: str) -> dict[str, str]:
    """Return what each cell of a sheet holds: its formula, if any, and its value."""
    teks = _teks_bersama(arsip)
    pendengar = _PendengarSel(teks)
    urai_xml(arsip.alirkan(bagian), buka=pendengar.buka, tutup=pendengar.tutup, teks=pendengar.teks)
    return pendengar.sel


class _PendengarSel:
    """Collects the cells of a sheet."""

    def __init__(self, teks_bersama: list[str]) -> None:
        self.sel: dict[str, str] = {}
        self._bersama = teks_bersama
        self._alamat = self._jenis = ""
        self._isi: dict[str, str] = {}
        self._ke = ""

    def buka(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "c":
            self._alamat, self._jenis, self._isi = atribut.get("r", ""), atribut.get("t", ""), {}
        self._ke = nama if nama in {"f", "v", "t"} else ""

    def teks(self, teks: str) -> None:
        if self._ke:
            self._isi[self._ke] = self._isi.get(self._ke, "") + teks

    def tutup(self, nama: str) -> None:
        self._ke = ""
        if nama != "c" or not self._isi:
            return
        nilai = self._isi.get("v", self._isi.get("t", ""))
        if (
            self._jenis == "s"
            and nilai.isdecimal()
            and len(nilai) < _ANGKA_TERPANJANG
            and int(nilai) < len(self._bersama)
        ):
            nilai = self._bersama[int(nilai)]
        rumus = f"={self._isi['f']} → " if "f" in self._isi else ""
        self.sel[self._alamat] = f"{rumus}{nilai}"


def _teks_bersama(arsip: Arsip) -> list[str]:
    """Return the texts that cells share, in order."""
    semua: list[str] = []

    def buka(nama: str, _: dict[str, str]) -> None:
        if nama == "si":
            semua.append("")

    def teks(isi: str) -> None:
        if semua:
            semua[-1] += isi

    if _TEKS_BERSAMA in arsip:
        urai_xml(arsip.alirkan(_TEKS_BERSAMA), buka=buka, teks=teks)
    return semua
