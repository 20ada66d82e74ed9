"""Where everything of nilai.xlsx stands, decided before the first cell is written.

The sheets point at each other: Nilai at rows of Rincian, Temuan at both, all at Aturan. So the rows are laid out
first, together with the one judgement a workbook needs: which scores may come alive again when a missing realisasi
is filled in, and which are held back by something a figure cannot mend.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import (
    PINDAH,
    SEMENTARA,
    BagianNilai,
    NilaiAsn,
    NilaiIndikator,
    kata_sementara,
)
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.nama_excel import nama_batas
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.rumus.rumus import Rumus
from asn_nilai.acuan.setoran.perilaku_bulan import PerilakuBulan
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat
from asn_nilai.terbit.buku.nilai.kolom import tata_nilai, tata_perilaku, tata_rincian
from asn_nilai.terbit.buku.tata import Tata, ada, lebar_angka

BarisRincian = tuple[NilaiAsn, NilaiIndikator]
"""A row of the sheet Rincian."""
BarisPerilaku = tuple[int, PerilakuBulan | None]
"""A row of the sheet Perilaku: whose it is, as a position on Nilai, and a month's row; None for what the months come to."""
BARIS_KEPALA = 6
"""0-based row of the table's header on Nilai, Rincian and Temuan: title, four identity lines, a narrow gap."""
_TERJAWAB_REALISASI = frozenset({"realisasi-kosong", "asn-tanpa-capaian"})
"""Kinds that are no more once the missing realisasi stand there."""


def sel_predikat(aturan: Aturan, posisi: int) -> str:
    """Return where on Nilai the predikat of a unit's ASN stands; `posisi` counts from 0."""
    return tata_nilai(aturan).sel("predikat", BARIS_KEPALA + 1 + posisi)


@baris_ringan
class Rentang:
    """Rows `awal` to `akhir` of a sheet, 0-based, both included."""

    awal: int
    akhir: int

    def sel(self, huruf: str) -> str:
        """Return the range in a column of its own sheet."""
        return f"{huruf}{self.awal + 1}:{huruf}{self.akhir + 1}"

    def di_rincian(self, huruf: str) -> str:
        """Return the range in a column of the sheet Rincian, as other sheets name it."""
        return f"Rincian!${huruf}${self.awal + 1}:${huruf}${self.akhir + 1}"


@dataclass(slots=True)
class TataLetak:
    """The layout of one workbook.

    Attributes:
        hasil, aturan, instansi: what is published, under which rule, for whom.
        nilai, rincian, perilaku: the rows of the sheets.
        tata_nilai, tata_rincian, tata_perilaku: the columns of these sheets under the rule.
        sel_perilaku: the row of Perilaku that gives the behaviour of an ASN, by the ASN's position on Nilai.
        baris_nilai: each ASN's row on Nilai.
        rentang: each ASN's rows on Rincian.
        pindah: for an ASN who moved, the rows of the units' scores below the table on Rincian.
        tertahan: ASN whose own score stays blank whatever figures change.
    """

    hasil: HasilUnit
    aturan: Aturan
    instansi: str
    nilai: Sequence[NilaiAsn]
    rincian: Sequence[BarisRincian]
    perilaku: Sequence[BarisPerilaku]
    tata_nilai: Tata
    tata_rincian: Tata
    tata_perilaku: Tata
    baris_nilai: dict[str, int] = field(default_factory=dict)
    rentang: dict[str, Rentang] = field(default_factory=dict)
    sel_perilaku: dict[int, int] = field(default_factory=dict)
    pindah: dict[str, Rentang] = field(default_factory=dict)
    tertahan: frozenset[str] = frozenset()
    _rumus_label: dict[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def susun(cls, hasil: HasilUnit, aturan: Aturan, instansi: str) -> "TataLetak":
        """Lay out the workbook of one unit."""
        rincian = [(asn, milik) for asn in hasil.nilai for milik in asn.indikator]
        berasio = any(milik.indikator.rasio for _, milik in rincian)
        berencana = any(milik.baris.rencana.kata for _, milik in rincian)
        lajur_rincian = tata_rincian(aturan, berasio=berasio, berencana=berencana)
        lajur_rincian = lajur_rincian.melebar(dict(_lebar_rincian(rincian, lajur_rincian)))
        tata = tata_nilai(aturan), lajur_rincian, tata_perilaku(aturan)
        perilaku = list(_baris_perilaku(hasil))
        tata_letak = cls(hasil, aturan, instansi, hasil.nilai, rincian, perilaku, *tata)
        tata_letak._letakkan()
        tata_letak.tertahan = frozenset(
            asn.nip for asn in tata_letak.nilai if tata_letak._apakah_tertahan(asn)
        )
        return tata_letak

    @property
    def baris_pertama(self) -> int:
        """Return the first data row on Nilai and Rincian."""
        return BARIS_KEPALA + 1

    @property
    def baris_akhir_rincian(self) -> int:
        """Return the last row of Rincian's table (an empty table keeps one row for its sentence)."""
        return BARIS_KEPALA + max(1, len(self.rincian))

    @property
    def identitas(self) -> tuple[tuple[str, str], ...]:
        """Return the lines of the title block, label and value."""
        unit, profil, versi = self.hasil.unit, self.aturan.profil, self.hasil.versi
        bulan = {bulan for asn in self.nilai if asn.status == SEMENTARA for bulan in asn.bulan_kurang}
        kurang = f"SEMENTARA, {kata_sementara(sorted(bulan))}" if bulan else ""
        return (
            ("Instansi", self.instansi),
            ("Unit Kerja", f"{unit.nama} ({unit.kode})"),
            (
                "Periode",
                " · ".join(filter(None, (self.hasil.periode.label, versi.tulisan if versi else "", kurang))),
            ),
            ("Aturan", f"{profil.nama} ({profil.kode})"),
        )

    @property
    def kaki(self) -> tuple[str, str]:
        """Return the left and right part of the footer."""
        unit, profil, versi = self.hasil.unit, self.aturan.profil, self.hasil.versi
        terkunci = f" · v{versi.versi} {versi.kode}" if versi else ""
        return (
            f"{unit.nama} · {self.hasil.periode.label}{terkunci}",
            f"{PROGRAM} · {profil.kode}",
        )

    @property
    def kunci_ditimbang(self) -> str:
        """Return the column of Rincian that the weighted mean takes."""
        return "nilai_capaian" if self.aturan.capaian.konversi else "capaian"

    def _letakkan(self) -> None:
        self.baris_nilai = {asn.nip: self.baris_pertama + i for i, asn in enumerate(self.nilai)}
        for nomor, (asn, _) in enumerate(self.rincian, self.baris_pertama):
            lama = self.rentang.get(asn.nip)
            self.rentang[asn.nip] = Rentang(lama.awal if lama else nomor, nomor)
        for nomor, (urut, ini) in enumerate(self.perilaku, self.baris_pertama):
            milik = self.nilai[urut].perilaku
            if self.nilai[urut].status != PINDAH and (ini is None or ini.hasil.rating == milik.rating):
                self.sel_perilaku[urut] = nomor
        nomor = self.baris_akhir_rincian + 4
        for asn in self.nilai:
            if panjang := len(asn.bagian):
                self.pindah[asn.nip] = Rentang(nomor, nomor + panjang - 1)
                nomor += panjang

    def rumus_label(self, apa: str, tangga: Tangga, sel: str) -> str:
        """Return the formula of a number's label, blank without a number; `apa` names the bands, and `sel` is the number's cell."""
        if (apa, sel) not in self._rumus_label:
            label = tangga.excel(sel, nama_batas(apa, tangga))
            self._rumus_label[apa, sel] = f'IF(ISNUMBER({sel}),{label},"")'
        return self._rumus_label[apa, sel]

    def nilai_sendiri(self, asn: NilaiAsn) -> float | None:
        """Return the ASN's score in this unit alone, None where there is none."""
        milik: Sequence[BagianNilai] = [b for b in asn.bagian if b.unit == self.hasil.unit]
        nilai = milik[0].nhk if milik else asn.nhk
        return nilai if ada(nilai) and (milik or not asn.bagian) else None

    def _apakah_tertahan(self, asn: NilaiAsn) -> bool:
        if self.nilai_sendiri(asn) is not None:
            return False
        if not asn.indikator:
            return True
        kosong = [milik for milik in asn.indikator if not ada(milik.realisasi)]
        if not kosong or any(not ada(i.bobot) or tak_terhitung(i, self._rumus(i)) for i in asn.indikator):
            return True
        asal = {letak for milik in kosong for letak in milik.baris.sel_masukan}
        return any(_menahan(temuan, asn.nip, asal) for temuan in self.hasil.temuan)

    def _rumus(self, milik: NilaiIndikator) -> Rumus | None:
        return self.aturan.rumus_atau_tiada(milik.indikator.polaritas, milik.indikator.aspek)


def _lebar_rincian(rincian: Sequence[BarisRincian], tata: Tata) -> Iterator[tuple[str, float]]:
    """Yield how wide the columns of Rincian must be whose figures are whatever a unit counts."""
    semua = {
        "target": (milik.target for _, milik in rincian),
        "realisasi": (milik.realisasi for _, milik in rincian),
        "nilai_terburuk": (milik.baris.indikator.nilai_terburuk for _, milik in rincian),
        "pembilang": (milik.rasio[0] for _, milik in rincian if milik.rasio),
        "penyebut": (milik.rasio[1] for _, milik in rincian if milik.rasio),
        "batas_alami": (milik.baris.batas_alami for _, milik in rincian),
    }
    for kunci in semua.keys() & tata.nomor.keys():
        yield kunci, lebar_angka(semua[kunci], tata.lebar(kunci))


def _baris_perilaku(hasil: HasilUnit) -> Iterator[BarisPerilaku]:
    """Yield each ASN's months, and what they come to where that is more than one month's row says."""
    panjang = len(hasil.periode.bulan) > 1
    for urut, asn in enumerate(hasil.nilai):
        bulanan = asn.perilaku.bulan
        yield from ((urut, ini) for ini in bulanan)
        if asn.status != PINDAH and (panjang or len(bulanan) != 1):
            yield urut, None


def tak_terhitung(nilai: NilaiIndikator, rumus: Rumus | None) -> bool:
    """Tell whether no realisasi whatever gives this row a capaian: no target, or one its formula, if there is any, cannot take."""
    target = nilai.target
    if not ada(target) or (ada(nilai.realisasi) and not ada(nilai.capaian)):
        return True
    if rumus is None:
        return True
    if target == 0:
        terburuk = nilai.nilai_terburuk
        return not (rumus.boleh_nol and ada(terburuk) and terburuk != 0)
    return bool(target < 0 and not rumus.boleh_negatif)


def _menahan(temuan: Temuan, nip: str, asal: set[Letak]) -> bool:
    """Tell whether a finding keeps the ASN unscored even when every realisasi stands there."""
    if temuan.nip != nip or temuan.tingkat is not Tingkat.GALAT or temuan.akibat is not Akibat.ASN:
        return False
    return temuan.kode not in _TERJAWAB_REALISASI and temuan.letak not in asal
