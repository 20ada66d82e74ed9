"""What the rows of the skema say of each other: heads and superiors who are nobody, kinds of unit spelt two ways, words that name nothing.

None of it changes a score by itself, so each is a peringatan; but a kind of unit that is spelt differently in two places keeps its
indicators from whole units, and those must not be asked to change a code that is right.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from asn_nilai.acuan.isian.formulir.jenis_jabatan import jenis_jabatan_ada
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.orang.golongan import golongan_ada
from asn_nilai.acuan.isian.orang.nip import ada_mirip, mirip_nip
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.baca.skema.baris_skema import BarisSkema
from asn_nilai.baca.skema.daftar_pegawai import Tempat
from asn_nilai.baca.skema.rantai_atasan import yang_melingkar
from asn_nilai.baca.tabel.sel import kutip
from asn_nilai.baca.tabel.waktu import tahun_disebut

_BUKAN_TAHUN_SKEMA = pola_tunda(
    r"\b(?:nomor|no|peraturan|permen\w*|perwako|perwali|perbup|perda|keputusan|sk|undang|uu|pp|perka|dicetak|cetak|tanggal|tgl"
    r"|diperbarui|revisi)\b",
    re.IGNORECASE,
)
"""Words of a text that names a year which is a regulation's."""
_NIP_TERBACA = 15
"""Digits from which a NIP that cannot stand still tells whose it is."""
_RANTAI_TERPANJANG = 5
"""Names of a circle of superiors that are all written out."""
_MIRIP, _KATA_PENDEK = 0.8, 5
"""So alike are two words when one is the other with a slip; shorter ones (`SD`, `SMP`, `A`) never are."""


class PemeriksaSilang:
    """Looks over the sheets once all are read, and notes in each what it finds.

    Args:
        unit: the sheet Unit.
        baris_unit: positions of the units that stand, by their codes.
        pegawai: the sheet Pegawai.
        tempat: its rows.
    """

    def __init__(
        self, unit: BarisSkema, baris_unit: Mapping[str, int], pegawai: BarisSkema, tempat: Sequence[Tempat]
    ) -> None:
        self._unit, self._baris_unit, self._pegawai, self._tempat = unit, baris_unit, pegawai, tempat
        self._nip = {milik.isi.nip for milik in tempat}
        self._rusak = [milik for milik in tempat if milik.sebab]
        self.ikutan: list[Temuan] = []
        self.keliru: dict[tuple[str, str], Temuan] = {}

    def periksa(
        self,
        unit: Mapping[str, Unit],
        indikator: BarisSkema,
        baris_indikator: Mapping[str, int],
        semua: Mapping[str, Indikator],
    ) -> None:
        """Note everything; `ikutan` then holds what follows from other faults, `keliru` whom a kind of unit keeps from what."""
        self._kepala()
        self._atasan()
        self._kata()
        kosong = self._jenis_kosong(unit)
        jenis = self._jenis_unit(
            unit, Counter(nama for milik in semua.values() for nama in milik.berlaku_untuk)
        )
        for kode, posisi in baris_indikator.items():
            if kode in semua:
                self._berlaku_untuk(indikator, posisi, semua[kode], jenis, kosong)
            if kosong is not None:
                self.keliru[kode, ""] = kosong

    def _kepala(self) -> None:
        """Look at the heads; a column that nobody has filled is none."""
        if not any(self._unit.teks("nip_kepala", posisi) for posisi in self._unit.posisi):
            return
        for kode, posisi in self._baris_unit.items():
            nip, unit = self._unit.teks("nip_kepala", posisi), self._nama(posisi)
            if nip and nip not in self._nip:
                self._tak_dikenal(self._unit, "nip_kepala", posisi, kode, f"Kepala {unit}")
            elif not nip and ("nip_kepala", posisi) not in self._unit.mentah.tabel.cacat:
                self._catat(self._unit, "kepala-kosong", "nip_kepala", posisi, unit_kerja=unit)

    def _nama(self, posisi: int) -> str:
        """Return how a row of the sheet Unit is called: by its code where it has no name."""
        return self._unit.teks("unit_kerja", posisi) or self._unit.teks("kode_unit", posisi)

    def _atasan(self) -> None:
        """Look at the superiors: nobody is his own; whoever rates a unit's head may have an office that is not in the register."""
        kepala = {self._unit.teks("nip_kepala", posisi) for posisi in self._baris_unit.values()}
        di_atas_kepala = {milik.isi.nip_atasan for milik in self._tempat if milik.isi.nip in kepala}
        luar = {atasan for atasan in di_atas_kepala - self._nip if not ada_mirip(atasan, self._nip)}
        for milik in self._tempat:
            nip = milik.isi.nip_atasan
            if nip and nip == milik.isi.nip:
                self._catat(
                    self._pegawai, "atasan-diri-sendiri", "nip_atasan", milik.posisi, nama=milik.isi.nama
                )
            elif nip and nip not in self._nip and nip not in luar:
                apa = f"Atasan {milik.isi.nama}"
                self._tak_dikenal(self._pegawai, "nip_atasan", milik.posisi, milik.isi.kode_unit, apa)
        for milik, jalan in yang_melingkar(self._tempat):
            tengah = (
                jalan
                if len(jalan) <= _RANTAI_TERPANJANG
                else (*jalan[:2], f"… {len(jalan) - 2} orang lagi …")
            )
            rantai = " → ".join((*tengah, jalan[0]))
            self._catat(
                self._pegawai, "atasan-melingkar", "nip_atasan", milik.posisi, nama=jalan[0], rantai=rantai
            )

    def _tak_dikenal(self, baris: BarisSkema, kunci: str, posisi: int, kode_unit: str, apa: str) -> None:
        """Note a NIP that nobody has; where somebody's own cell is mistyped or blank, it follows from that."""
        nip = baris.teks(kunci, posisi)
        rusak = next(
            (
                milik
                for milik in self._rusak
                if mirip_nip(milik.isi.nip, nip)
                or (len(milik.isi.nip) < _NIP_TERBACA and milik.isi.kode_unit == kode_unit)
            ),
            None,
        )
        if rusak is not None:
            self.ikutan.append(temuan("nip-bukan-pegawai", baris.letak(kunci, posisi), akar=rusak.sebab[0]))
        else:
            self._catat(baris, "nip-bukan-pegawai", kunci, posisi, teks=nip, apa=apa)

    def _kata(self) -> None:
        for milik in self._tempat:
            isi = milik.isi
            if not golongan_ada(isi.golongan, isi.jenis_asn) and not self._jenis_cacat(milik):
                self._catat(
                    self._pegawai,
                    "golongan-tidak-dikenal",
                    "golongan",
                    milik.posisi,
                    teks=isi.golongan,
                    jenis=isi.jenis_asn,
                )
            if not jenis_jabatan_ada(isi.jenis_jabatan):
                self._catat(
                    self._pegawai,
                    "jenis-jabatan-tidak-dikenal",
                    "jenis_jabatan",
                    milik.posisi,
                    teks=isi.jenis_jabatan,
                )

    def _jenis_cacat(self, milik: Tempat) -> bool:
        """Tell whether nobody knows of which kind somebody is: the cell is among the faults of the row."""
        if "jenis_asn" not in self._pegawai.mentah.tabel.kolom:
            return False
        letak = self._pegawai.letak("jenis_asn", milik.posisi)
        return any(sebab.letak == letak for sebab in milik.sebab)

    def _jenis_kosong(self, unit: Mapping[str, Unit]) -> Temuan | None:
        """Note each unit without a kind, where others have one; return the first such cell as a reason."""
        tanpa = [self._baris_unit[kode] for kode, milik in unit.items() if not milik.jenis]
        if len(tanpa) == len(unit):
            return None
        for posisi in tanpa:
            self._catat(self._unit, "jenis-unit-kosong", "jenis_unit", posisi, unit_kerja=self._nama(posisi))
        return self._unit.sebab("jenis_unit", tanpa[0], "jenis unit itu") if tanpa else None

    def _jenis_unit(self, unit: Mapping[str, Unit], dipakai: Mapping[str, int]) -> dict[str, Temuan | None]:
        """Return the kinds of unit, with its cell where one is spelt in two ways; the rarer spelling is the one to mend.

        Args:
            unit: the units.
            dipakai: how many indicators name a kind.
        """
        banyak = Counter(milik.jenis for milik in unit.values() if milik.jenis)
        hasil: dict[str, Temuan | None] = {}
        for jenis in sorted(banyak, key=lambda nama: (-banyak[nama], -dipakai.get(nama, 0))):
            kembar = next((lain for lain in hasil if _sama_atau_mirip(jenis, lain)), None)
            hasil[jenis] = None
            for kode, milik in unit.items():
                if kembar is not None and milik.jenis == jenis:
                    posisi = self._baris_unit[kode]
                    self._catat(
                        self._unit, "jenis-unit-dua-ejaan", "jenis_unit", posisi, teks=jenis, lain=kembar
                    )
                    sebab = self._unit.sebab("jenis_unit", posisi, f"satu ejaan, misalnya {kembar}")
                    hasil[jenis], hasil[kembar] = sebab, hasil[kembar] or sebab
        return hasil

    def _berlaku_untuk(
        self,
        baris: BarisSkema,
        posisi: int,
        indikator: Indikator,
        jenis: Mapping[str, Temuan | None],
        kosong: Temuan | None,
    ) -> None:
        # A kind whose only unit cannot stand is a kind all the same.
        semua = dict.fromkeys(self._unit.teks("jenis_unit", letak) for letak in self._unit.posisi)
        ada = ", ".join(filter(None, semua)) or "tidak ada"
        dikenal = {nama.casefold() for nama in semua}
        asing = [kata for kata in indikator.berlaku_untuk if kata.casefold() not in dikenal]
        if asing and kosong is not None:
            # The kind may be that of the unit whose own is blank.
            self.ikutan.append(
                temuan("berlaku-untuk-tidak-dikenal", baris.letak("berlaku_untuk", posisi), akar=kosong)
            )
        elif asing:
            teks = ", ".join(asing)
            self._catat(baris, "berlaku-untuk-tidak-dikenal", "berlaku_untuk", posisi, teks=teks, ada=ada)
        berlaku = {kata.casefold() for kata in indikator.berlaku_untuk}
        for nama, sebab in jenis.items():
            if nama.casefold() in berlaku:
                continue
            if any(_sama_atau_mirip(kata, nama) for kata in asing):
                sebab = baris.sebab("berlaku_untuk", posisi, f"jenis unit yang ada: {ada}")  # noqa: PLW2901
            elif not any(_sama_atau_mirip(kata, nama) for kata in indikator.berlaku_untuk):
                continue
            if sebab is not None:
                self.keliru[indikator.kode, nama.casefold()] = sebab

    def _catat(self, baris: BarisSkema, kode: str, kunci: str, posisi: int, **fakta: str) -> None:
        baris.catatan.tambah(kode, baris.mentah.sel_asal(kunci, posisi), fakta=fakta)


def catat_tahun_lain(baris: BarisSkema, tahun: int) -> None:
    """Note each text above a table that names another year."""
    mentah = baris.mentah
    for nomor in range(mentah.kepala.awal):
        for kolom, isi in enumerate(mentah.lembar.sel[nomor]):
            if not isinstance(isi, str):
                continue
            disebut = tahun_disebut(isi)
            if disebut and not (min(disebut) <= tahun <= max(disebut) or _BUKAN_TAHUN_SKEMA.search(isi)):
                baris.catatan.tambah("skema-tahun-lain", (nomor, kolom), teks=kutip(isi), tahun=str(tahun))


def _sama_atau_mirip(satu: str, lain: str) -> bool:
    """Tell whether two kinds of unit are one but for case, blanks and a slip in a longer word."""
    a, b = satu.casefold().split(), lain.casefold().split()
    return len(a) == len(b) and all(map(_kata_mirip, a, b))


def _kata_mirip(a: str, b: str) -> bool:
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= _KATA_PENDEK and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _MIRIP
    )
