"""What all checks look up, laid out once per unit: who belongs here when, and which row is whose.

Every check is then a loop over rows with look-ups in dictionaries, so that the work grows with the number of rows
and not with its square. Rows whose NIP is unreadable or does not belong here stand in no index: they are told by
the checks of `asn.py` and then left aside.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from itertools import chain
from typing import NamedTuple

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.register.anggota import anggota_unit
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku, baris_menurut_nip
from asn_nilai.acuan.temuan import Akibat, Tingkat
from asn_nilai.periksa.nip_asing import BarisAsing, cari_asing

Kunci = tuple[str, str]
"""NIP and Kode Indikator."""


@baris_ringan
class BarisTarget:
    """A row of the target table that belongs to an ASN of this unit and period.

    Attributes:
        posisi: its 0-based position in the table.
        indikator: None where the code is unknown, unreadable or not meant for this kind of unit.
        dihitung: the months of placement and period whose target cell holds a number, in order.
    """

    posisi: int
    nip: str
    kode: str
    indikator: Indikator | None
    dihitung: tuple[Bulan, ...]


@baris_ringan
class BarisCapaian:
    """A row of a month's capaian table that belongs to an ASN of this unit and month; `target` is its target row."""

    bulan: Bulan
    tabel: Tabel
    posisi: int
    nip: str
    kode: str
    indikator: Indikator | None
    target: BarisTarget | None


class BarisPerilaku(NamedTuple):
    """A row of a month's Perilaku table that belongs to an ASN of this unit and month, with what it says."""

    posisi: int
    perilaku: Perilaku


def _di_sini_saja(_: str) -> frozenset[Bulan]:
    return frozenset()


@baris_ringan
class BahanPeriksa:
    """A unit's submission with its indexes.

    Attributes:
        tahun: the whole year of the period.
        bulan_asn: for each ASN placed in the unit in the period, the months of the period spent there, in order.
        penempatan: for each of these ASN, the latest placement in this unit.
        indikator: the indicators that this kind of unit may use, by their codes.
        target: rows of the target table by NIP and code, in the table's order.
        target_asn: the same rows by NIP.
        capaian: for each month that has a table, its rows by NIP and code.
        capaian_asn: for each month that has a table, the same rows by NIP.
        perilaku: for each month that has a Perilaku table, its rows by NIP.
        pembaca: has read them.
        nip_samar: (file, sheet, NIP) of each row that reading could only guess to be this ASN's.
        berkas_cacat: files with a `galat` that stops more than one ASN.
        baris_asing: by file and sheet, the rows that are nobody's of this unit.
        bukti: how grave missing evidence is.
        dilewati: the months that a provisional score does without, because their capaian is not there.
        kurang: those of them in which an ASN has a target, by NIP.
        dinilai_lain: gives the months of the period in which another unit rated an ASN's behaviour; asked only where this one did not.
    """

    isian: IsianUnit
    skema: Skema
    periode: Periode
    aturan: Aturan
    tahun: Periode
    bulan_asn: dict[str, tuple[Bulan, ...]]
    penempatan: dict[str, Penempatan]
    indikator: dict[str, Indikator]
    target: dict[Kunci, list[BarisTarget]]
    target_asn: dict[str, list[BarisTarget]]
    capaian: dict[Bulan, dict[Kunci, list[BarisCapaian]]]
    capaian_asn: dict[Bulan, dict[str, list[BarisCapaian]]]
    perilaku: dict[Bulan, dict[str, list[BarisPerilaku]]]
    pembaca: PembacaPerilaku
    nip_samar: frozenset[tuple[str, str, str]]
    berkas_cacat: frozenset[str]
    baris_asing: dict[tuple[str, str], tuple[BarisAsing, ...]]
    bukti: Tingkat
    dilewati: frozenset[Bulan] = frozenset()
    kurang: Mapping[str, Collection[Bulan]] = field(default_factory=dict)
    dinilai_lain: Callable[[str], frozenset[Bulan]] = _di_sini_saja

    @property
    def kode_unit(self) -> str:
        """Return the unit's code."""
        return self.isian.unit.kode

    def nama(self, nip: str) -> str:
        """Return an ASN's name as the register has it."""
        return self.penempatan[nip].nama

    def bulan_nilai(self, nip: str) -> tuple[Bulan, ...]:
        """Return the months spent here that somebody's score is made of; none for who is not placed here."""
        semua, kurang = self.bulan_asn.get(nip, ()), self.kurang.get(nip)
        return tuple(bulan for bulan in semua if bulan not in kurang) if kurang else semua

    def dari_unit(self, nip: str) -> bool:
        """Tell whether the unit's own figures alone are somebody's result: the head's, where the rule says so and there are any."""
        if not self.aturan.kepala_dari_unit or nip != self.isian.unit.nip_kepala:
            return False
        return any(baris.indikator and baris.indikator.milik_unit for baris in self.ikut_dinilai(nip))

    def ikut_dinilai(self, nip: str) -> Iterator[BarisTarget]:
        """Yield somebody's target rows that ask for something in a month that the score is made of."""
        bulan_nilai = self.bulan_nilai(nip)
        for baris in self.target_asn.get(nip, ()):
            if not set(bulan_nilai).isdisjoint(baris.dihitung):
                yield baris

    def asing(self, tabel: Tabel) -> tuple[BarisAsing, ...]:
        """Return the rows of a table that belong to nobody who is placed in this unit then."""
        return self.baris_asing.get((tabel.berkas, tabel.lembar), ())

    def semua_target(self) -> Iterator[BarisTarget]:
        """Return the target rows, ASN by ASN."""
        return chain.from_iterable(self.target_asn.values())

    def semua_capaian(self) -> Iterator[BarisCapaian]:
        """Yield the capaian rows, month by month and ASN by ASN."""
        for menurut_asn in self.capaian_asn.values():
            for baris in menurut_asn.values():
                yield from baris

    def bulan_berating(self, nip: str) -> frozenset[Bulan]:
        """Return the months in which this unit's sheets rate an ASN's behaviour."""
        return frozenset(
            bulan
            for bulan, menurut_nip in self.perilaku.items()
            if any(baris.perilaku.rating for baris in menurut_nip.get(nip, ()))
        )

    def ditagih(self, baris: BarisTarget, bulan: Bulan) -> bool:
        """Tell whether a row asks for something in a month that its ASN spends here, though it may not be readable."""
        if bulan in baris.dihitung:
            return True
        tabel = self.isian.target
        tak_terbaca = tabel is not None and (kunci_bulan(bulan), baris.posisi) in tabel.cacat
        return tak_terbaca and bulan in self.bulan_asn[baris.nip]

    def samar(self, tabel: Tabel, nip: str) -> bool:
        """Tell whether a row of this table may be the ASN's, its NIP having lost its last digits."""
        return (tabel.berkas, tabel.lembar, nip) in self.nip_samar

    def mungkin_bertarget(self, tabel: Tabel, nip: str) -> bool:
        """Tell whether reading has found on the target sheet what may hide a target of an ASN in the months spent here."""
        kunci = {"kode_indikator", *map(kunci_bulan, self.bulan_asn.get(nip, ()))}
        baris = {baris.posisi for baris in self.target_asn.get(nip, ())}
        return self.samar(tabel, nip) or any(k in kunci and posisi in baris for k, posisi in tabel.cacat)


def sebut_indikator(indikator: Indikator) -> str:
    """Return how a sentence calls an indicator: code and name."""
    return f"{indikator.kode} ({indikator.nama})" if indikator.nama else indikator.kode


def susun_bahan(
    isian: IsianUnit,
    skema: Skema,
    periode: Periode,
    aturan: Aturan,
    bukti: Tingkat = Tingkat.PERINGATAN,
    *,
    sementara: bool = False,
) -> BahanPeriksa:
    """Lay out what a unit submitted for its checks.

    Args:
        isian: what the unit submitted.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
        bukti: how grave missing evidence is.
        sementara: whether scores do without the months whose capaian is not there.
    """
    anggota = anggota_unit(skema, isian.unit.kode, periode)
    bulan_asn = {nip: asn.bulan for nip, asn in anggota.items()}
    galat = [t for t in isian.temuan if t.tingkat is Tingkat.GALAT]
    bahan = BahanPeriksa(
        isian, skema, periode, aturan, Periode.setahun(periode.bulan[0].tahun),
        bulan_asn=bulan_asn,
        penempatan={nip: asn.penempatan for nip, asn in anggota.items()},
        indikator={kode: indikator for kode, indikator in skema.indikator.items() if indikator.berlaku_bagi(isian.unit.jenis)},
        target={}, target_asn={}, capaian={}, capaian_asn={}, perilaku={}, pembaca=PembacaPerilaku(aturan),
        nip_samar=frozenset(
            (t.letak.berkas, t.letak.lembar, t.nip) for t in galat if t.nip and t.kode == "nip-presisi-hilang"
        ),
        berkas_cacat=frozenset(
            t.letak.berkas for t in galat if not t.nip and t.akibat in {Akibat.BERKAS, Akibat.PERILAKU}
        ),
        baris_asing={}, bukti=bukti, dilewati=frozenset(periode.bulan).difference(isian.capaian) if sementara else frozenset(),
        kurang=isian.bulan_kurang(bulan_asn) if sementara else {},
    )  # fmt: skip
    _cari_asing(bahan)
    if isian.target is not None:
        _susun_target(bahan, isian.target)
    for bulan_ini in periode.bulan:
        if bulan_ini in isian.capaian:
            _susun_capaian(bahan, bulan_ini, isian.capaian[bulan_ini])
        if bulan_ini in isian.perilaku:
            _susun_perilaku(bahan, bulan_ini, isian.perilaku[bulan_ini])
    return bahan


def _cari_asing(bahan: BahanPeriksa) -> None:
    """Find in each table the rows that are nobody's; the target workbook is the year's."""
    isian, terbaca = bahan.isian, {t.letak: t for t in bahan.isian.temuan}
    tabel: list[tuple[Tabel | None, Periode]] = [(isian.target, bahan.tahun)]
    for bulan in bahan.periode.bulan:
        tabel += ((milik.get(bulan), bulan.periode) for milik in (isian.capaian, isian.perilaku))
    for milik_ini, rentang in tabel:
        if milik_ini is not None:
            asing = tuple(cari_asing(isian, bahan.skema, milik_ini, rentang, terbaca))
            bahan.baris_asing[milik_ini.berkas, milik_ini.lembar] = asing


def _susun_target(bahan: BahanPeriksa, tabel: Tabel) -> None:
    kolom = {bulan: tabel.isi[kunci_bulan(bulan)] for bulan in bahan.periode.bulan}
    for posisi, nip, kode, indikator in _baris(bahan, tabel):
        bulan_asn = bahan.bulan_asn.get(nip)
        if bulan_asn is None:
            continue
        dihitung = bulan_asn
        for bulan in bulan_asn:
            if type(kolom[bulan][posisi]) is not float:  # seldom: most share the tuple
                dihitung = tuple([b for b in bulan_asn if type(kolom[b][posisi]) is float])
                break
        baris = BarisTarget(posisi, nip, kode, indikator, dihitung)
        bahan.target.setdefault((nip, kode), []).append(baris)
        bahan.target_asn.setdefault(nip, []).append(baris)


def _susun_capaian(bahan: BahanPeriksa, bulan: Bulan, tabel: Tabel) -> None:
    menurut: dict[Kunci, list[BarisCapaian]] = {}
    menurut_asn: dict[str, list[BarisCapaian]] = {}
    bahan.capaian[bulan], bahan.capaian_asn[bulan] = menurut, menurut_asn
    di_sini = {nip for nip, semua in bahan.bulan_asn.items() if bulan in semua}
    for posisi, nip, kode, indikator in _baris(bahan, tabel):
        if nip not in di_sini:
            continue
        target = bahan.target.get(ini := (nip, kode))
        baris = BarisCapaian(bulan, tabel, posisi, nip, kode, indikator, target[0] if target else None)
        menurut.setdefault(ini, []).append(baris)
        menurut_asn.setdefault(nip, []).append(baris)


def _susun_perilaku(bahan: BahanPeriksa, bulan: Bulan, tabel: Tabel) -> None:
    semua = bahan.pembaca.semua_baris(tabel)
    bahan.perilaku[bulan] = {
        nip: [BarisPerilaku(baris, semua[baris]) for baris in posisi]
        for nip, posisi in baris_menurut_nip(tabel).items()
        if bulan in bahan.bulan_nilai(nip)
    }


def _baris(bahan: BahanPeriksa, tabel: Tabel) -> Iterable[tuple[int, str, str, Indikator | None]]:
    """Return position, NIP, code and indicator of the rows whose NIP could be read: as a rule of all of them."""
    nip, kode = tabel.teks("nip"), tabel.teks("kode_indikator")
    indikator = list(map(bahan.indikator.get, kode))
    tanpa_nip = {posisi for kunci, posisi in tabel.cacat if kunci == "nip"}
    for kunci, posisi in tabel.cacat:
        if kunci == "kode_indikator":
            indikator[posisi] = None
    semua = zip(range(len(tabel)), nip, kode, indikator, strict=True)
    if all(nip) and not tanpa_nip:
        return semua
    return [baris for baris in semua if baris[1] and baris[0] not in tanpa_nip]
