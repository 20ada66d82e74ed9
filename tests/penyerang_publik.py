"""An attacker who knows exactly who stood behind which figure, and subtracts everything published from everything else.

Every printed figure is a weighted sum over cells (one unit in one month). What can be computed from all of them is the
row space of these sums. If it holds anything but zero whose cells hold fewer than k persons together, a small group is
open. Arithmetic is exact, in a prime field: the null space of the sums is drawn at random, and a set of cells is open
where its rows in the null space depend on each other.
"""

import csv
import io
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

PRIMA = 2**61 - 1
LEBAR = 13
PEGAWAI = re.compile(r"± [\d.]+ dari ± [\d.]+ pegawai sudah dinilai")


def baca(teks: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(teks)))


@dataclass
class Ruang:
    """Cells with their persons, and the published sums over them."""

    orang: Mapping[tuple, frozenset[str]]
    jumlah: list[dict[tuple, int]] = field(default_factory=list)

    def tambah(self, bobot: Mapping[tuple, int]) -> None:
        if bobot:
            self.jumlah.append(dict(bobot))

    def terbuka(self, k: int) -> list[tuple[tuple, ...]]:
        """Return sets of cells with fewer than k persons of which something can be computed.

        Looked at are all sets of up to three cells, all sets of groups within a month, and one or two groups over every
        run of months; a set is open as soon as any weighted sum over its cells is.
        """
        nol = self._ruang_nol(random.Random(1))
        ada = {sel: siapa for sel, siapa in self.orang.items() if siapa}
        calon = {gugus for gugus in self._calon(ada) if len(frozenset().union(*(ada[s] for s in gugus))) < k}
        return sorted((gugus for gugus in calon if _bergantung([nol[sel] for sel in gugus])), key=str)

    @staticmethod
    def _calon(ada: Mapping[tuple, frozenset[str]]) -> Iterator[tuple[tuple, ...]]:
        sel = sorted(ada, key=str)
        kelompok, kolom = (sorted({s[i] for s in sel}) for i in (0, 1))
        for banyak in (1, 2, 3):
            yield from combinations(sel, banyak)
        for nama_kolom in kolom:
            sekolom = [s for s in sel if s[1] == nama_kolom]
            for banyak in range(4, len(sekolom) + 1):
                yield from combinations(sekolom, banyak)
        for banyak in (1, 2):
            for beberapa in combinations(kelompok, banyak):
                for awal, akhir in combinations(range(len(kolom) + 1), 2):
                    yield tuple(s for s in sel if s[0] in beberapa and s[1] in kolom[awal:akhir])

    def _ruang_nol(self, acak: random.Random) -> dict[tuple, list[int]]:
        """Return for each cell its row in a random null space of the sums."""
        tumpuan: dict[tuple, dict[tuple, int]] = {}
        for bobot in self.jumlah:
            sisa = {sel: nilai % PRIMA for sel, nilai in bobot.items()}
            for sel, baris in tumpuan.items():
                _kurangi(sisa, baris, sisa.get(sel, 0))
            if not sisa:
                continue
            poros = min(sisa, key=str)
            balik = pow(sisa[poros], -1, PRIMA)
            sisa = {sel: nilai * balik % PRIMA for sel, nilai in sisa.items()}
            for baris in tumpuan.values():
                _kurangi(baris, sisa, baris.get(poros, 0))
            tumpuan[poros] = sisa
        nol = {sel: [acak.randrange(PRIMA) for _ in range(LEBAR)] for sel in self.orang if sel not in tumpuan}
        for poros, baris in tumpuan.items():
            nol[poros] = [
                -sum(nilai * nol[sel][i] for sel, nilai in baris.items() if sel != poros) % PRIMA
                for i in range(LEBAR)
            ]
        return nol


def _kurangi(baris: dict[tuple, int], lain: Mapping[tuple, int], kali: int) -> None:
    if kali:
        for sel, nilai in lain.items():
            baru = (baris.get(sel, 0) - kali * nilai) % PRIMA
            if baru:
                baris[sel] = baru
            else:
                baris.pop(sel, None)


def _bergantung(baris: list[list[int]]) -> bool:
    """Tell whether rows depend on each other; none do not."""
    basis: list[tuple[int, list[int]]] = []
    for vektor in baris:
        sisa = vektor
        for poros, lain in basis:
            kali = sisa[poros]
            sisa = [(a - kali * b) % PRIMA for a, b in zip(sisa, lain, strict=True)] if kali else sisa
        if not any(sisa):
            return True
        poros = next(i for i, nilai in enumerate(sisa) if nilai)
        balik = pow(sisa[poros], -1, PRIMA)
        basis.append((poros, [nilai * balik % PRIMA for nilai in sisa]))
    return False


@dataclass
class Terbitan:
    """What one publication shows: its months in order, and its files."""

    bulan: tuple[str, ...]
    berkas: Mapping[str, str]


Pelapor = Mapping[tuple[str, str, str], frozenset[str]]
"""Who reported: (indicator, unit, month) → NIPs. The attacker knows it all."""


def layanan_terbuka(terbitan: Iterable[Terbitan], pelapor: Pelapor, k: int) -> list[tuple]:
    """Return what of layanan.csv is open: (indicator, cells) over all publications together."""
    ruang: dict[str, Ruang] = {}
    for (indikator, unit, bulan), siapa in pelapor.items():
        ruang.setdefault(indikator, Ruang({})).orang[unit, bulan] = siapa
    for terbit in terbitan:
        menurut: dict[str, list[dict[str, str]]] = {}
        for baris in baca(terbit.berkas["layanan.csv"]):
            if not baris["jumlah_asn"]:
                continue  # a unit's own figure: nobody reported it
            menurut.setdefault(baris["kode_indikator"], []).append(baris)
        for indikator, semua in menurut.items():
            bernama = {baris["kode_unit"] for baris in semua} - {""}
            for baris in semua:
                _tambah_baris(ruang[indikator], terbit, baris, bernama)
    return [(indikator, sel) for indikator, isi in sorted(ruang.items()) for sel in isi.terbuka(k)]


def _tambah_baris(ruang: Ruang, terbitan: Terbitan, baris: Mapping[str, str], bernama: set[str]) -> None:
    def _sel(bulan: str) -> list[tuple]:
        ada = [sel for sel in ruang.orang if sel[1] == bulan]
        if baris["kode_unit"]:
            return [sel for sel in ada if sel[0] == baris["kode_unit"]]
        return [sel for sel in ada if baris["jenis_baris"] == "seluruh" or sel[0] not in bernama]

    bulan = [b for b in terbitan.bulan if _sel(b)]
    if baris["ringkasan"] == "rata-rata keadaan akhir":
        bulan = bulan[-1:]
    bobot = {}
    for b in bulan:
        banyak = sum(len(ruang.orang[sel]) for sel in _sel(b))
        # Of a ratio take both sums to be known, and of each the months.
        berat = 1 if baris["ringkasan"].startswith("jumlah") else pow(banyak, -1, PRIMA)
        bobot |= dict.fromkeys(_sel(b), berat)
    ruang.tambah(bobot)
    if baris["realisasi_bulan_lalu"]:
        tahun, nomor = terbitan.bulan[0].split("-")
        ruang.tambah(dict.fromkeys(_sel(f"{tahun}-{int(nomor) - 1:02d}"), 1))


def sebaran_terbuka(
    berkas: Mapping[str, str], pegawai: Iterable[tuple[str, str, str]], k: int
) -> list[tuple]:
    """Return what of sebaran.csv is open, were its numbers exact.

    Args:
        berkas: the publication's files; the page says how many ASN there are, unless too few are not scored.
        pegawai: (NIP, kind of unit, predikat) of all ASN; a blank predikat is not scored.
        k: the smallest number of persons.
    """
    orang: dict[tuple, set[str]] = {}
    for nip, jenis, predikat in pegawai:
        orang.setdefault((jenis, predikat), set()).add(nip)
    ruang = Ruang({sel: frozenset(siapa) for sel, siapa in orang.items()})
    if PEGAWAI.search(berkas["index.html"]):
        ruang.tambah(dict.fromkeys(ruang.orang, 1))
    baris = baca(berkas["sebaran.csv"])
    jenis_tampil = {baris_csv["kelompok"] for baris_csv in baris}
    for baris_csv in baris:
        kelas = set(baris_csv["predikat"].replace(" atau ", ", ").split(", "))
        lain = baris_csv["kelompok"].startswith("Jenis unit lain")
        ruang.tambah(
            {
                sel: 1
                for sel in ruang.orang
                if sel[1] in kelas
                and (
                    baris_csv["kelompok"] in {"Seluruh unit", sel[0]} or (lain and sel[0] not in jenis_tampil)
                )
            }
        )
    return ruang.terbuka(k)
