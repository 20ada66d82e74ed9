"""Findings drawn together by cause: what must be mended once is said once, with all the cells it explains.

A column pasted as formulas without values gives one finding for each of four hundred cells; whoever mends it needs one
line with `H12–H411`. Terminal, page and chat text say the same groups; JSON and CSV keep every finding by itself.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.tabel import nama_sel
from asn_nilai.acuan.temuan import Akibat, Jenis, Temuan, Tingkat, katalog

_SEL = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
_SEBUTAN = {"nama": "{} ASN", "indikator": "{} indikator"}
"""How one sentence calls several of what it is about."""


@dataclass(frozen=True, slots=True)
class Sebab:
    """One cause at one sheet.

    Attributes:
        pesan: what happened; of several ASN or indicators it gives the number, and `rincian` says which.
        saran: what to do, to whoever keeps the skema.
        pinta: what to do, to the unit.
        sel: the cells it explains, runs drawn together; blank where none is known.
        jumlah: how many findings it stands for.
        rincian: the ASN or indicators that the sentence sums up; empty where it stands for itself.
    """

    pesan: str
    saran: str
    pinta: str
    sel: str
    jumlah: int
    rincian: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """All findings of one kind at one sheet, by cause; `unit` is blank where it does not apply."""

    jenis: Jenis
    unit: str
    berkas: str
    lembar: str
    sel: str
    jumlah: int
    sebab: tuple[Sebab, ...]

    @property
    def tempat(self) -> str:
        """Return file and sheet as a reader follows them."""
        return " › ".join(bagian for bagian in (self.berkas, self.lembar) if bagian)


def kelompokkan_sebab(temuan: Iterable[Temuan]) -> list[KelompokTemuan]:
    """Return the findings as groups, in the order in which they are best mended.

    First what keeps anybody from being scored; of that, first what stops a whole file. Then file by file, as the findings
    first name them (targets before capaian), and within a file in the catalogue's order: who, what, how much.
    """
    menurut: dict[tuple[str, str, str, str], list[Temuan]] = {}
    urutan_berkas: dict[tuple[str, str], int] = {}
    for satu in temuan:
        letak = satu.letak
        urutan_berkas.setdefault((satu.unit, letak.berkas), len(urutan_berkas))
        menurut.setdefault((satu.kode, satu.unit, letak.berkas, letak.lembar), []).append(satu)
    urutan_kode = {kode: nomor for nomor, kode in enumerate(katalog())}
    tingkat = list(Tingkat)

    def urutan(semua: Sequence[Temuan]) -> tuple[int, bool, int, int, str]:
        satu = semua[0]
        berat = satu.tingkat is Tingkat.GALAT and satu.akibat is Akibat.BERKAS
        nomor = urutan_berkas[satu.unit, satu.letak.berkas]
        return tingkat.index(satu.tingkat), not berat, nomor, urutan_kode[satu.kode], satu.letak.lembar

    return [_kelompok(semua) for semua in sorted(menurut.values(), key=urutan)]


def _kelompok(semua: Sequence[Temuan]) -> KelompokTemuan:
    menurut: dict[tuple[tuple[str, str], ...], list[Temuan]] = {}
    for satu in semua:
        ringkas = satu.jenis.ringkas
        kunci = tuple(fakta for fakta in satu.isi if fakta[0] != ringkas) if ringkas else satu.isi
        menurut.setdefault(kunci, []).append(satu)
    pertama = semua[0]
    return KelompokTemuan(
        pertama.jenis,
        pertama.unit,
        pertama.letak.berkas,
        pertama.letak.lembar,
        rentang_sel(satu.letak.sel for satu in semua),
        len(semua),
        tuple(_sebab(satu) for satu in menurut.values()),
    )


def _sebab(semua: Sequence[Temuan]) -> Sebab:
    pertama = semua[0]
    ringkas = pertama.jenis.ringkas
    rincian = tuple(dict.fromkeys(nilai for satu in semua for kunci, nilai in satu.isi if kunci == ringkas))
    if len(rincian) > 1:
        isi = {**dict(pertama.isi), ringkas: _SEBUTAN[ringkas].format(len(rincian))}
        pesan = pertama.jenis.pesan.format_map(isi)
    else:
        pesan, rincian = pertama.pesan, ()
    sel = rentang_sel(satu.letak.sel for satu in semua)
    return Sebab(pesan, pertama.saran, pertama.pinta, sel, len(semua), rincian)


def rentang_sel(sel: Iterable[str]) -> str:
    """Return cells with neighbours drawn together: `H12–H40, H44`; blocks too: `D17–J20`. Blanks are left out."""
    menurut_kolom: dict[int, set[int]] = {}
    lain: list[str] = []
    for satu in dict.fromkeys(sel):
        if cocok := _SEL.fullmatch(satu):
            menurut_kolom.setdefault(_nomor_kolom(cocok[1]), set()).add(int(cocok[2]) - 1)
        elif satu:
            lain.append(satu)
    blok: list[list[int]] = []
    for kolom in sorted(menurut_kolom):
        for atas, bawah in _runtun(sorted(menurut_kolom[kolom])):
            samping = next((b for b in blok if b[1] == kolom - 1 and b[2:] == [atas, bawah]), None)
            if samping is None:
                blok.append([kolom, kolom, atas, bawah])
            else:
                samping[1] = kolom
    return ", ".join([*map(_sebut, blok), *lain])


def _nomor_kolom(huruf: str) -> int:
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor - 1


def _runtun(baris: Sequence[int]) -> list[list[int]]:
    runtun: list[list[int]] = []
    for satu in baris:
        if runtun and satu == runtun[-1][1] + 1:
            runtun[-1][1] = satu
        else:
            runtun.append([satu, satu])
    return runtun


def _sebut(blok: Sequence[int]) -> str:
    kiri, kanan, atas, bawah = blok
    awal, akhir = nama_sel(atas, kiri), nama_sel(bawah, kanan)
    return awal if awal == akhir else f"{awal}–{akhir}"
