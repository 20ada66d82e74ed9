"""Why an ASN has another predikat under another rule: the one step that decided, found by asking the scoring functions.

A step decided when taking it back alone gives the old predikat again, or taking it alone the new one. So a missing new idea
is told as that, and not as the band into which the ASN fell for want of it. What can be taken back in no such way lies in how
the predikat is given: by bands of a score, or by the matrix.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import isnan

import numpy as np

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, NilaiAsn
from asn_nilai.acuan.hasil.simulasi import Sebab, tulis_perilaku
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import bandingkan
from asn_nilai.acuan.profil.ketentuan import ketentuan_nhk
from asn_nilai.acuan.rumus.pita import Pita, Tangga
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.nilai.predikat import putuskan_satu

_KETENTUAN_DISEBUT = 3
"""Up to so many provisions are named as the basis of another NHK; more of them stand in the list of differences."""


class PencariSebab:
    """Says what decided that an ASN's result differs between two rules."""

    def __init__(self, lama: Aturan, baru: Aturan) -> None:
        self._lama, self._baru = lama, baru
        self._dasar_nhk = _dasar_nhk(lama, baru)

    def sebab(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        """Return what decided, None where neither predikat nor a figure that both rules have is another."""
        if lama.predikat == baru.predikat:
            beda = list(self._beda(lama, baru))
            return Sebab("predikat tetap", f"{', '.join(beda)} lain") if beda else None
        if BELUM_DINILAI in (lama.predikat, baru.predikat):
            return _tidak_dinilai(lama, baru)
        return (
            self._ide_baru(lama, baru)
            or self._sebutan(lama, baru)
            or self._nhk_lain(lama, baru)
            or self._perilaku_lain(lama, baru)
            or self._cara(lama, baru)
        )

    def _beda(self, lama: NilaiAsn, baru: NilaiAsn) -> Iterator[str]:
        """Yield the figures that both rules have and that differ."""
        if _nhk(lama, self._lama) != _nhk(baru, self._baru):
            yield "NHK"
        if lama.rating_hasil != baru.rating_hasil and self._lama.rating_hasil and self._baru.rating_hasil:
            yield "rating hasil kerja"
        if self._perilaku_sejenis and lama.rating_perilaku != baru.rating_perilaku:
            yield "perilaku"
        if (
            self._lama.nilai_akhir
            and self._baru.nilai_akhir
            and _akhir(lama, self._lama) != _akhir(baru, self._baru)
        ):
            yield "nilai akhir"

    @property
    def _perilaku_sejenis(self) -> bool:
        lama, baru = self._lama.perilaku, self._baru.perilaku
        return (lama.jenis, lama.label) == (baru.jenis, baru.label)

    def _ide_baru(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        """A new idea that is asked for and missing, or that is asked for no longer."""
        if self._baru.perlu_ide_baru and _dengan_ide(baru, self._baru) == lama.predikat:
            rinci = f"nilai akhir {_akhir(baru, self._baru)} cukup untuk {lama.predikat}"
            return Sebab("tidak ada Ide Baru", rinci, _dasar_pita(self._baru, lama.predikat))
        if self._lama.perlu_ide_baru and _dengan_ide(lama, self._lama) == baru.predikat:
            return Sebab("Ide Baru tidak disyaratkan lagi", "", _dasar_pita(self._lama, baru.predikat))
        return None

    def _sebutan(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        """The same step of the ladder under another name."""
        a, b = self._lama.predikat.urutan, self._baru.predikat.urutan
        if lama.predikat in b or baru.predikat in a or len(a) != len(b):
            return None
        if a.index(lama.predikat) != b.index(baru.predikat):
            return None
        return Sebab("hanya sebutannya lain", "", self._baru.profil.peraturan)

    def _nhk_lain(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        semula, menjadi = _nhk(lama, self._lama), _nhk(baru, self._baru)
        if semula == menjadi:
            return None
        kembali = _andai(lama.nhk, baru.perilaku, self._baru) == lama.predikat
        if kembali or _andai(baru.nhk, lama.perilaku, self._lama) == baru.predikat:
            return Sebab("capaian dihitung lain", f"NHK {semula} menjadi {menjadi}", self._dasar_nhk)
        return None

    def _perilaku_lain(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        if not self._perilaku_sejenis or lama.rating_perilaku == baru.rating_perilaku:
            return None
        kembali = _andai(baru.nhk, lama.perilaku, self._baru) == lama.predikat
        if kembali or _andai(lama.nhk, baru.perilaku, self._lama) == baru.predikat:
            semula, menjadi = (tulis_perilaku(nilai.rating_perilaku) or "–" for nilai in (lama, baru))
            return Sebab("perilaku dibaca lain", f"{semula} menjadi {menjadi}", _dasar_perilaku(self._baru))
        return None

    def _cara(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab:
        """What lies in how the predikat is given."""
        matriks, tangga = self._baru.predikat.matriks, self._baru.predikat.tangga
        if tangga:
            return self._pita(lama, baru, tangga)
        assert matriks is not None  # noqa: S101 - the profile has one or the other
        rating = f"{baru.rating_hasil} × {baru.rating_perilaku}"
        if self._lama.predikat.tangga:
            return Sebab("kuadran menggantikan pita nilai akhir", rating, matriks.dasar)
        return self._rating_lain(lama, baru) or Sebab("kuadran predikat lain", rating, matriks.dasar)

    def _rating_lain(self, lama: NilaiAsn, baru: NilaiAsn) -> Sebab | None:
        """Ratings that lead through the old matrix to the new predikat: the one that does so alone, else both."""
        if _andai_rating(self._lama, baru.rating_hasil, baru.rating_perilaku) != baru.predikat:
            return None
        hasil = f"{lama.rating_hasil} menjadi {baru.rating_hasil}"
        perilaku = f"{tulis_perilaku(lama.rating_perilaku) or '–'} menjadi {baru.rating_perilaku}"
        dasar_hasil = _dasar(self._baru.rating_hasil, baru.rating_hasil)
        dasar_perilaku = _dasar_perilaku(self._baru)
        if _andai_rating(self._lama, baru.rating_hasil, lama.rating_perilaku) == baru.predikat:
            rinci = f"NHK {_nhk(baru, self._baru)}: {hasil}"
            return Sebab("batas rating hasil kerja lain", rinci, dasar_hasil)
        if _andai_rating(self._lama, lama.rating_hasil, baru.rating_perilaku) == baru.predikat:
            return Sebab("perilaku dibaca lain", perilaku, dasar_perilaku)
        rinci = f"hasil kerja {hasil}, perilaku {perilaku}"
        return Sebab("kedua rating lain", rinci, f"{dasar_hasil}; {dasar_perilaku}")

    def _pita(self, lama: NilaiAsn, baru: NilaiAsn, tangga: Tangga) -> Sebab:
        """What moved a score into another band, or an ASN from a cell of the matrix into a band."""
        nilai, dasar = f"nilai akhir {_akhir(baru, self._baru)}", _dasar(tangga, baru.predikat)
        if self._lama.predikat.tangga:
            if self._lama.nilai_akhir and _label(tangga, lama.nilai_akhir, baru) == lama.predikat:
                rinci = f"nilai akhir {_akhir(lama, self._lama)} menjadi {_akhir(baru, self._baru)}"
                return Sebab("nilai akhir dihitung lain", rinci, self._dasar_akhir())
            return Sebab("batas predikat lain", f"{nilai}: {_rentang(tangga, baru.predikat)}", dasar)
        urutan = tangga.label
        if lama.predikat not in urutan or urutan.index(baru.predikat) < urutan.index(lama.predikat):
            return Sebab("pita nilai akhir menggantikan kuadran", nilai, self._baru.profil.peraturan)
        if _label(tangga, baru.nhk, baru) == lama.predikat:
            rinci = f"NHK {_nhk(baru, self._baru)}, {nilai}"
            return Sebab("perilaku ikut dihitung", rinci, self._dasar_akhir())
        rentang = _rentang(tangga, lama.predikat)
        return Sebab(f"batas {lama.predikat} {rentang}", nilai, _dasar(tangga, lama.predikat))

    def _dasar_akhir(self) -> str:
        return self._baru.nilai_akhir.dipakai.dasar if self._baru.nilai_akhir else ""


def _tidak_dinilai(lama: NilaiAsn, baru: NilaiAsn) -> Sebab:
    """Return what keeps an ASN from being scored under one of the rules alone."""
    kata, milik, lain = (
        ("tidak dinilai menurut aturan ini", baru, lama)
        if baru.predikat == BELUM_DINILAI
        else ("semula tidak dinilai", lama, baru)
    )
    dikenal = {alasan.kode for alasan in lain.alasan}
    judul = dict.fromkeys(alasan.jenis.judul for alasan in milik.alasan if alasan.kode not in dikenal)
    return Sebab(kata, "; ".join(judul))


def _andai(nhk: float, perilaku: Perilaku, aturan: Aturan) -> str:
    return str(putuskan_satu(np.array([nhk]), perilaku, aturan).predikat[0])


def _dengan_ide(asn: NilaiAsn, aturan: Aturan) -> str:
    """Return the predikat with a new idea; blank for who has brought one."""
    return "" if asn.perilaku.ide_baru else _andai(asn.nhk, replace(asn.perilaku, ide_baru=True), aturan)


def _andai_rating(aturan: Aturan, hasil: str, perilaku: str) -> str:
    """Return what a rule's matrix makes of ratings; blank where it does not know them."""
    matriks = aturan.predikat.matriks.nilai if aturan.predikat.matriks else {}
    return matriks.get(hasil, {}).get(perilaku, "")


def _label(tangga: Tangga, angka: float, asn: NilaiAsn) -> str:
    return str(tangga.beri_label(np.array([angka]), np.array([asn.perilaku.ide_baru]))[0])


def _pita(tangga: Tangga | None, label: str) -> Pita | None:
    return next((pita for pita in (tangga.pita if tangga else ()) if pita.label == label), None)


def _dasar(tangga: Tangga | None, label: str) -> str:
    pita = _pita(tangga, label)
    return pita.dasar if pita else ""


def _dasar_pita(aturan: Aturan, label: str) -> str:
    return _dasar(aturan.predikat.tangga, label)


def _rentang(tangga: Tangga, label: str) -> str:
    pita = _pita(tangga, label)
    if pita is None or pita.dari is None:
        return f"sampai {tulis_angka(pita.sampai)}" if pita and pita.sampai is not None else ""
    return f"mulai {tulis_angka(pita.dari)}"


def _nhk(asn: NilaiAsn, aturan: Aturan) -> str:
    return _tulis(asn.nhk, aturan)


def _akhir(asn: NilaiAsn, aturan: Aturan) -> str:
    return _tulis(asn.nilai_akhir, aturan)


def _tulis(angka: float, aturan: Aturan) -> str:
    return "–" if isnan(angka) else tulis_tetap(angka, aturan.desimal)


def _dasar_perilaku(aturan: Aturan) -> str:
    p = aturan.perilaku
    bagian = (p.skor, p.setara, p.gabungan, *p.pita)
    return "; ".join(dict.fromkeys(milik.dasar for milik in bagian if milik))


def _dasar_nhk(lama: Aturan, baru: Aturan) -> str:
    """Return the differing provisions that can move an NHK, or how many there are."""
    semula, menjadi = ({ketentuan.judul for ketentuan in ketentuan_nhk(a)} for a in (lama, baru))
    semua = [beda for beda in bandingkan(lama, baru) if beda.judul in semula | menjadi]
    if len(semua) > _KETENTUAN_DISEBUT:
        return f"{len(semua)} ketentuan capaian dan NHK yang berbeda"
    return "; ".join(f"{beda.judul}: {beda.dasar}" for beda in semua)
