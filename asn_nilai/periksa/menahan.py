"""Which errors hold nobody back: those of a cell on which no score rests.

A score rests on the months that an ASN spends in the unit and has a target in, and on the rows that take part. Whoever wrote
something else should know what is wrong with it, so it is told all the same, as a `peringatan`. Only the total of the weights
is asked of all rows alike: it must be 100.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel, nama_kolom
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.isian_unit import bertarget
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat
from asn_nilai.periksa.bahan import BahanPeriksa, BarisTarget

_KODE, _JUMLAH_BOBOT = "kode_indikator", "bobot-tidak-100"


class _Sel(NamedTuple):
    """A cell of one of the unit's tables; `bulan` is the month of the table, None for the year's targets."""

    tabel: Tabel
    bulan: Bulan | None
    kunci: str
    posisi: int


class _Lembar:
    """Finds the cells of a table by their addresses."""

    def __init__(self, tabel: Tabel, bulan: Bulan | None = None) -> None:
        self._tabel, self._bulan = tabel, bulan
        self.tempat = tabel.berkas, tabel.lembar

    @cached_property
    def _posisi(self) -> Mapping[int, int]:
        return {nomor: posisi for posisi, nomor in enumerate(self._tabel.baris)}

    @cached_property
    def _kunci(self) -> Mapping[str, str]:
        return {nama_kolom(nomor): kunci for kunci, nomor in self._tabel.kolom.items()}

    def cari(self, sel: str) -> _Sel | None:
        """Return a cell of a data row; None for any other."""
        huruf = sel.rstrip("0123456789")
        nomor = sel[len(huruf) :]
        if huruf not in self._kunci or not nomor or int(nomor) - 1 not in self._posisi:
            return None
        return _Sel(self._tabel, self._bulan, self._kunci[huruf], self._posisi[int(nomor) - 1])


def timbang(bahan: BahanPeriksa, semua: Iterable[Temuan]) -> Iterator[Temuan]:
    """Yield findings, each `galat` of a cell that holds nobody back as what it is."""
    lembar = _semua_lembar(bahan)
    for temuan in semua:
        menahan = temuan.tingkat is Tingkat.GALAT and temuan.akibat in {Akibat.ASN, Akibat.PERILAKU}
        milik = lembar.get((temuan.letak.berkas, temuan.letak.lembar)) if menahan and temuan.nip else None
        sel = milik.cari(temuan.letak.sel) if milik else None
        # A NIP that could not be read is blank in the table: such a row may be anybody's.
        if sel is None or sel.tabel.isi["nip"][sel.posisi] != temuan.nip:
            yield temuan
        elif temuan.kode != _JUMLAH_BOBOT and not _menahan(bahan, sel, temuan.nip):
            yield replace(temuan, tingkat_khusus=Tingkat.PERINGATAN)
        elif _rating_tak_terbaca(sel) and not _menentukan(bahan, sel, temuan.nip):
            yield replace(temuan, akibat_khusus=Akibat.BARIS)
        else:
            yield temuan


def _semua_lembar(bahan: BahanPeriksa) -> Mapping[tuple[str, str], _Lembar]:
    isian = bahan.isian
    semua = [
        _Lembar(tabel, bulan) for milik in (isian.capaian, isian.perilaku) for bulan, tabel in milik.items()
    ]
    if isian.target is not None:
        semua.append(_Lembar(isian.target))
    return {lembar.tempat: lembar for lembar in semua}


def _menahan(bahan: BahanPeriksa, sel: _Sel, nip: str) -> bool:
    """Tell whether a score may rest on a cell."""
    return _dihitung(bahan, sel, nip) and (sel.kunci != KUNCI_IDE or _ide_menentukan(bahan, nip))


def _ide_menentukan(bahan: BahanPeriksa, nip: str) -> bool:
    """Tell whether an unknown new idea may make another predikat: the rule asks for one, and no other month says that there is one."""
    return bahan.aturan.perlu_ide_baru and not beride(bahan, nip)


def beride(bahan: BahanPeriksa, nip: str) -> bool:
    """Tell whether a month that an ASN spends in the unit says that there is a new idea."""
    milik = (semua.get(nip, ()) for semua in bahan.perilaku.values())
    return any(len(baris) == 1 and baris[0].perilaku.ide_baru for baris in milik)


def _dihitung(bahan: BahanPeriksa, sel: _Sel, nip: str) -> bool:
    bulan_nilai = bahan.bulan_nilai(nip)
    if sel.bulan is not None and sel.bulan not in bulan_nilai:
        return False
    if sel.tabel.formulir == "Perilaku":
        return True
    if sel.bulan is not None:
        return _bertarget(bahan, sel.tabel, sel.posisi, nip, (sel.bulan,))
    bulan = tuple(b for b in bulan_nilai if sel.kunci in {kunci_bulan(b), _KODE, "bobot"})
    return bool(bulan) and _bertarget(bahan, sel.tabel, sel.posisi, nip, bulan)


def berbobot(bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget) -> bool:
    """Tell whether a score may rest on the weight of a row of the target sheet."""
    return _bertarget(bahan, tabel, baris.posisi, baris.nip, bahan.bulan_nilai(baris.nip))


def _bertarget(bahan: BahanPeriksa, tabel: Tabel, posisi: int, nip: str, bulan: Sequence[Bulan]) -> bool:
    """Tell whether a row has a target in one of the months and takes part; where nobody can tell, it may."""
    target, kode = bahan.isian.target, str(tabel.isi[_KODE][posisi])
    if target is None or (_KODE, posisi) in tabel.cacat:
        return True
    milik = bahan.target.get((nip, kode), ())
    if not milik:
        lain = bahan.target_asn.get(nip, ())
        return bahan.samar(target, nip) or any((_KODE, baris.posisi) in target.cacat for baris in lain)
    return any(bertarget(target, b.posisi, ini) for b in milik for ini in bulan) and ikut(bahan, milik[0])


def ikut(bahan: BahanPeriksa, baris: BarisTarget) -> bool:
    """Tell whether a row may take part: of the unit's head the unit's own figures alone, where the rule says so and there are any."""
    if not bahan.dari_unit(baris.nip) or baris.indikator is None:
        return True
    return baris.indikator.milik_unit


def _rating_tak_terbaca(sel: _Sel) -> bool:
    """Tell whether reading has found it, who knows neither the row beside it nor the rule; the checks know both."""
    return (
        sel.tabel.formulir == "Perilaku"
        and sel.kunci != KUNCI_IDE
        and (sel.kunci, sel.posisi) in sel.tabel.cacat
    )


def _menentukan(bahan: BahanPeriksa, sel: _Sel, nip: str) -> bool:
    """Tell whether a cell that cannot be read hides the ASN's rating: none beside it says the same, nor a later month where the last counts."""
    if sel.bulan is None:
        return False
    milik = bahan.perilaku[sel.bulan].get(nip, ())
    if len(milik) == 1 and not milik[0].perilaku.terhalang:
        return False
    if not bahan.aturan.perilaku.bulan_terakhir:
        return True
    kemudian = (semua.get(nip, ()) for bulan, semua in bahan.perilaku.items() if bulan > sel.bulan)
    return not any(baris.perilaku.rating or baris.perilaku.terhalang for semua in kemudian for baris in semua)
