"""Our results beside e-Kinerja BKN's: who differs in what. The last row never wins silently, and an unreadable word differs from nothing."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI
from asn_nilai.acuan.hasil.pencocokan import Apa, Beda, NilaiKita
from asn_nilai.acuan.isian.orang.nip import nip_utuh
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.ekspor_bkn import KOLOM_BKN, BarisBkn, BarisKurangPasti, EksporBkn
from asn_nilai.acuan.temuan import Temuan, temuan

_HASIL, _PERILAKU, _PREDIKAT = KOLOM_BKN
_APA = {_HASIL: Apa.HASIL, _PERILAKU: Apa.PERILAKU, _PREDIKAT: Apa.PREDIKAT}
_RATING = (_HASIL, _PERILAKU)
_JUDUL = {
    _HASIL: "Rating Hasil Kinerja", _PERILAKU: "Rating Perilaku Kerja", _PREDIKAT: "Predikat Kinerja Periodik",
}  # fmt: skip


def cocokkan(kita: Sequence[NilaiKita], ekspor: EksporBkn, aturan: Aturan) -> tuple[list[Beda], list[Temuan]]:
    """Compare our results with the exports of the same period.

    Args:
        kita: our results, one per person, in the register's order.
        ekspor: what was read of the exports.
        aturan: gives the labels, and what else people call them.

    Returns:
        What differs, and a finding for each word of the exports that no label means, and for each row that may be of somebody
        whose NIP our register lacks.
    """
    pencocok = _Pencocok(kita, ekspor, aturan)
    return list(pencocok.beda()), pencocok.tak_dikenal


class _Kata(NamedTuple):
    """A word of the export as the aturan writes it, and where it stands."""

    label: str
    baris: BarisBkn
    kunci: str

    @property
    def letak(self) -> Letak:
        return self.baris.tabel.letak(self.kunci, self.baris.posisi)


class _Pencocok:
    """Compares one period."""

    def __init__(self, kita: Sequence[NilaiKita], ekspor: EksporBkn, aturan: Aturan) -> None:
        self._kita, self._ekspor, self._aturan = kita, ekspor, aturan
        self.tak_dikenal: list[Temuan] = []
        label = (aturan.label_hasil, aturan.perilaku.label, aturan.predikat.urutan)
        self._label: Mapping[str, Sequence[str]] = dict(zip(KOLOM_BKN, label, strict=True))

    @cached_property
    def _bkn(self) -> Mapping[str, list[dict[str, _Kata]]]:
        """Return the rows of each NIP, their words as the aturan writes them; those that nobody can read are left out."""
        hasil: dict[str, list[dict[str, _Kata]]] = {}
        for baris in self._ekspor.baris:
            isian = zip(KOLOM_BKN, baris.kata, strict=True)
            dikenal = {k: kata for k, teks in isian if (kata := self._kata(baris, k, teks)) is not None}
            hasil.setdefault(baris.nip, []).append(dikenal)
        return hasil

    def _kata(self, baris: BarisBkn, kunci: str, teks: str | None) -> _Kata | None:
        if teks is None or not self._label[kunci]:
            return None
        label = self._aturan.kenali(teks, self._label[kunci]) if teks else ""
        if label is None:
            self.tak_dikenal.append(
                temuan(
                    "bkn-isian-tidak-dikenal", baris.tabel.letak(kunci, baris.posisi), nip=baris.nip,
                    kolom=_JUDUL[kunci], teks=teks, dikenal=", ".join(self._label[kunci]),
                )
            )  # fmt: skip
            return None
        return _Kata(label, baris, kunci)

    def beda(self) -> Iterator[Beda]:
        for milik in self._kita:
            if milik.nip in self._bkn:
                yield from self._banding(milik, self._bkn[milik.nip])
            elif not self._mungkin_ada(milik):
                yield _beda(milik, Apa.TIDAK_DI_BKN, milik.predikat, ())
        kita = {milik.nip for milik in self._kita}
        for nip, semua in self._bkn.items():
            if nip not in kita and nip not in self._belum_pasti:
                yield from self._asing(NilaiKita(nip, self._baris[nip].nama, "", "", "", "", ""), semua)

    def _mungkin_ada(self, milik: NilaiKita) -> bool:
        """Tell whether somebody may stand in the exports after all: a NIP there, or the one that we have, cannot be read."""
        utuh, lain = self._kurang_pasti
        if milik.nip in utuh or any(baris.mungkin(milik.nip, milik.nama) for baris in lain):
            return True
        return milik in self._belum_pasti.values()

    @cached_property
    def _kurang_pasti(self) -> tuple[set[str], list[BarisKurangPasti]]:
        """Return the whole numbers of rows that cannot be read, and the rows that have none: an export may have lost them all."""
        utuh = {baris.nip for baris in self._ekspor.kurang_pasti if nip_utuh(baris.nip)}
        return utuh, [baris for baris in self._ekspor.kurang_pasti if baris.nip not in utuh]

    @cached_property
    def _baris(self) -> Mapping[str, BarisBkn]:
        """Return the first row of each NIP."""
        return {baris.nip: baris for baris in reversed(self._ekspor.baris)}

    @cached_property
    def _belum_pasti(self) -> Mapping[str, NilaiKita]:
        """Return whom of ours a row of an export may be, by its NIP, where our own register does not say the NIP for certain."""
        kita = {milik.nip for milik in self._kita}
        sebagian = [
            (milik, BarisKurangPasti(milik.nip, milik.nama))
            for milik in self._kita
            if not nip_utuh(milik.nip)
        ]
        hasil: dict[str, NilaiKita] = {}
        for nip, baris in self._baris.items():
            if nip in kita:
                continue
            milik = next((milik for milik, orang in sebagian if orang.mungkin(nip, baris.nama)), None)
            if milik is not None:
                hasil[nip] = milik
                self.tak_dikenal.append(
                    temuan(
                        "bkn-orang-belum-pasti",
                        baris.letak,
                        nip=nip,
                        nama=baris.nama,
                        kita=milik.nama,
                        tertulis=milik.nip or "(kosong)",
                    )
                )
        return hasil

    def _asing(self, asing: NilaiKita, semua: list[dict[str, _Kata]]) -> Iterator[Beda]:
        """Yield what there is to say of somebody who is not in our results."""
        kata = next(iter(_beragam(semua, _PREDIKAT)), None)
        tempat = _sekata(semua, _PREDIKAT, kata) if kata else _tempat(semua)
        yield _beda(asing, Apa.TIDAK_DI_HASIL, "", tempat, kata.label if kata else "")
        yield from _ganda(asing, semua)

    def _banding(self, milik: NilaiKita, semua: list[dict[str, _Kata]]) -> Iterator[Beda]:
        sendiri = {_HASIL: milik.hasil, _PERILAKU: milik.perilaku, _PREDIKAT: milik.predikat}
        ganda = list(_ganda(milik, semua))
        yield from ganda
        for kunci in KOLOM_BKN:
            beragam = _beragam(semua, kunci)
            if len(beragam) > 1 or (ganda and ganda[0].apa is Apa.BERTENTANGAN):
                continue  # said already, all its words together
            for kata in beragam or _kosong(semua, kunci):
                if kata.label != _isi(sendiri[kunci]):
                    yield _beda(milik, _APA[kunci], sendiri[kunci], _sekata(semua, kunci, kata), kata.label)


def _isi(kata: str) -> str:
    return "" if kata == BELUM_DINILAI else kata


def _beragam(semua: list[dict[str, _Kata]], kunci: str) -> list[_Kata]:
    """Return the different words that the rows of one person have in a column, each at its first cell; blanks say nothing."""
    kata = [baris[kunci] for baris in semua if kunci in baris and baris[kunci].label]
    return list({k.label: k for k in reversed(kata)}.values())[::-1]


def _kosong(semua: list[dict[str, _Kata]], kunci: str) -> list[_Kata]:
    """Return one blank cell of the column where all rows are blank there; nothing where one of them cannot be read."""
    return [baris[kunci] for baris in semua][:1] if all(kunci in baris for baris in semua) else []


def _sekata(semua: list[dict[str, _Kata]], kunci: str, kata: _Kata) -> tuple[_Kata, ...]:
    """Return a word wherever the person's rows say the same: whoever mends one file must know of the other."""
    return tuple(baris[kunci] for baris in semua if kunci in baris and baris[kunci].label == kata.label)


def _tempat(semua: list[dict[str, _Kata]]) -> tuple[_Kata, ...]:
    """Return a cell of each of the person's rows, where no predikat stands."""
    return tuple(kata._replace(label="") for baris in semua for kata in list(baris.values())[-1:])


def _ganda(milik: NilaiKita, semua: list[dict[str, _Kata]]) -> Iterator[Beda]:
    """Yield one difference where the rows of one person contradict each other."""
    if len(_beragam(semua, _PREDIKAT)) > 1:
        yield _beda(milik, Apa.BERTENTANGAN, milik.predikat, _semua_kata(semua, _PREDIKAT))
        return
    berbeda = [kunci for kunci in _RATING if len(_beragam(semua, kunci)) > 1]
    if berbeda:
        kita = {_HASIL: milik.hasil, _PERILAKU: milik.perilaku}
        yield _beda(
            milik,
            Apa.GANDA,
            "; ".join(filter(None, (kita[k] for k in berbeda))),
            tuple(k for kunci in berbeda for k in _semua_kata(semua, kunci)),
        )


def _semua_kata(semua: list[dict[str, _Kata]], kunci: str) -> tuple[_Kata, ...]:
    return tuple(baris[kunci] for baris in semua if kunci in baris and baris[kunci].label)


def _beda(milik: NilaiKita, apa: Apa, kita: str, bkn: tuple[_Kata, ...], sekata: str | None = None) -> Beda:
    """Return a difference; `sekata` is the one word that all of `bkn` say, None where they may differ."""
    kata = "; ".join(kata.label for kata in bkn if kata.label) if sekata is None else sekata
    letak = tuple(kata.letak for kata in bkn)
    return Beda(milik.nip, milik.nama, milik.kode_unit, apa, kita, kata, letak, milik.letak)
