"""Findings drawn together: which belong to each other, in which order they are told, and how many of them.

What must be mended once is said once, with all the cells it explains: a column pasted as formulas without values gives one
finding for each of four hundred cells, and whoever mends it needs one line with `H12–H411`. Whoever mends a unit's files
gets them by place and cause (`kelompokkan_sebab`: terminal, page and chat text of `validasi`); whoever looks over a whole
city, by kind (`ikhtisar`: terminal and pages of `hitung`). JSON and CSV keep every finding by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.tabel import indeks_kolom, nama_sel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.acuan.temuan import Akibat, Jenis, Temuan, Tingkat, jenis_temuan, katalog

_SEL = pola_tunda(r"([A-Z]{1,3})([1-9]\d*)")
_SEBUTAN = {"nama": "{} ASN", "indikator": "{} indikator"}
"""How one sentence calls several of what it is about."""


class Takaran(NamedTuple):
    """How much one face writes out.

    Attributes:
        sebab: causes of one kind at one sheet, or places of one kind; of more, it says how many there are besides.
        rincian: names of ASN or indicators that one sentence lists.
    """

    sebab: int
    rincian: int


TAKARAN_LAYAR = Takaran(5, 8)
TAKARAN_PESAN = Takaran(3, 8)
TAKARAN_HALAMAN = Takaran(200, 60)


class Sebab(NamedTuple):
    """One cause at one sheet.

    Attributes:
        pesan: what happened; of several ASN or indicators it gives the number, and `rincian` says which.
        saran: what to do, to whoever keeps the skema.
        pinta: what to do, to the unit.
        letak: file, sheet and all the cells it explains, runs drawn together.
        jumlah: how many findings it stands for.
        rincian: the ASN or indicators that the sentence sums up; empty where it stands for itself.
        unit, nip: whom it concerns; blank where nobody or several.
    """

    pesan: str
    saran: str
    pinta: str
    letak: Letak
    jumlah: int
    rincian: tuple[str, ...] = ()
    unit: str = ""
    nip: str = ""

    def kalimat(self, takaran: Takaran) -> str:
        """Return what happened, with the first of the ASN or indicators that it sums up and how many there are besides."""
        if not self.rincian:
            return self.pesan
        sisa = len(self.rincian) - takaran.rincian
        daftar = "; ".join(self.rincian[: takaran.rincian]) + (f"; dan {sisa} lagi" if sisa > 0 else "")
        return f"{self.pesan} Yaitu: {daftar.removesuffix('.')}."


class KelompokTemuan(NamedTuple):
    """All findings of one kind by cause: those at one sheet, or (without a place and cells of its own) wherever they are."""

    jenis: Jenis
    sebab: tuple[Sebab, ...]
    letak: Letak
    rentang: tuple[str, ...] = ()

    @property
    def jumlah(self) -> int:
        """Return the number of findings."""
        return sum(sebab.jumlah for sebab in self.sebab)

    @property
    def sel(self) -> str:
        """Return the cells of all causes as one text."""
        return ", ".join(self.rentang)

    @property
    def saran(self) -> str:
        """Return the advice that all causes share; blank where each has its own."""
        return _bersama(sebab.saran for sebab in self.sebab)

    @property
    def pinta(self) -> str:
        """Return what the unit is asked because of every cause; blank where each asks something of its own."""
        return _bersama(sebab.pinta for sebab in self.sebab)

    def tampil(self, takaran: Takaran) -> tuple[Sebab, ...]:
        """Return the causes that a face writes out."""
        return self.sebab[: takaran.sebab]

    def sisa(self, takaran: Takaran) -> int:
        """Return how many findings it leaves out."""
        return sum(sebab.jumlah for sebab in self.sebab[takaran.sebab :])


def _bersama(semua: Iterable[str]) -> str:
    berbeda = set(semua)
    return berbeda.pop() if len(berbeda) == 1 else ""


def ikhtisar(temuan: Iterable[Mapping[str, str]]) -> list[KelompokTemuan]:
    """Return findings by kind: the gravest first, then by number; a cause is what one sentence says of one ASN, or of none.

    Args:
        temuan: each with the keys of the contract (`acuan.temuan.KUNCI_TEMUAN`), as results keep them.
    """
    menurut: dict[Jenis, dict[tuple[str, ...], list[str]]] = {}
    for baris in temuan:
        kunci = tuple(baris[nama] for nama in ("berkas", "lembar", "unit", "nip", "pesan", "saran"))
        jenis = jenis_temuan(baris["kode"], Tingkat(baris["tingkat"]))
        menurut.setdefault(jenis, {}).setdefault(kunci, []).append(baris["sel"])
    semua = []
    for jenis, isi in menurut.items():
        sebab = (
            Sebab(pesan, saran, "", _letak(berkas, lembar, sel), len(sel), unit=unit, nip=nip)
            for (berkas, lembar, unit, nip, pesan, saran), sel in isi.items()
        )
        semua.append(KelompokTemuan(jenis, tuple(sebab), Letak()))
    tingkat = list(Tingkat)
    return sorted(semua, key=lambda isi: (tingkat.index(isi.jenis.tingkat), -isi.jumlah, isi.jenis.kode))


def _letak(berkas: str, lembar: str, sel: Iterable[str]) -> Letak:
    return Letak(berkas, lembar, ", ".join(rentang_sel(sel)))


def kelompokkan_sebab(temuan: Iterable[Temuan]) -> list[KelompokTemuan]:
    """Return the findings as groups, in the order in which they are best mended.

    First what keeps anybody from being scored; of that, first what stops a whole file. Then file by file, as the findings
    first name them (targets before capaian), and within a file in the catalogue's order: who, what, how much. What holds nobody
    back is told apart from what does, though it be of the same kind.
    """
    menurut: dict[tuple[str, Tingkat, str, str, str], list[Temuan]] = {}
    urutan_berkas: dict[tuple[str, str], int] = {}
    for t in temuan:
        urutan_berkas.setdefault((t.unit, t.letak.berkas), len(urutan_berkas))
        menurut.setdefault((t.kode, t.tingkat, t.unit, t.letak.berkas, t.letak.lembar), []).append(t)
    if not menurut:
        return []
    urutan_kode = {kode: nomor for nomor, kode in enumerate(katalog())}
    tingkat = list(Tingkat)

    def urutan(semua: Sequence[Temuan]) -> tuple[int, bool, int, int, str]:
        pertama = semua[0]
        berat = pertama.tingkat is Tingkat.GALAT and pertama.akibat is Akibat.BERKAS
        nomor = urutan_berkas[pertama.unit, pertama.letak.berkas]
        return (
            tingkat.index(pertama.tingkat),
            not berat,
            nomor,
            urutan_kode[pertama.kode],
            pertama.letak.lembar,
        )

    return [_kelompok(semua) for semua in sorted(menurut.values(), key=urutan)]


def _kelompok(semua: Sequence[Temuan]) -> KelompokTemuan:
    menurut: dict[tuple[tuple[str, str], ...], list[Temuan]] = {}
    pertama = semua[0]
    ringkas = pertama.jenis.ringkas
    for temuan in semua:
        kunci = tuple(fakta for fakta in temuan.isi if fakta[0] != ringkas) if ringkas else temuan.isi
        menurut.setdefault(kunci, []).append(temuan)
    return KelompokTemuan(
        pertama.jenis,
        tuple(_sebab(sebab) for sebab in menurut.values()),
        Letak(pertama.letak.berkas, pertama.letak.lembar),
        rentang_sel(temuan.letak.sel for temuan in semua),
    )


def _sebab(semua: Sequence[Temuan]) -> Sebab:
    pertama = semua[0]
    ringkas = pertama.jenis.ringkas
    rincian = tuple(
        dict.fromkeys(nilai for temuan in semua for kunci, nilai in temuan.isi if kunci == ringkas)
    )
    if len(rincian) > 1:
        isi = {**dict(pertama.isi), ringkas: _SEBUTAN[ringkas].format(len(rincian))}
    else:
        isi, rincian = dict(pertama.isi), ()
    pesan = pertama.pesan_bagi(isi, sum(temuan.menunggu for temuan in semua))
    letak = _letak(pertama.letak.berkas, pertama.letak.lembar, (temuan.letak.sel for temuan in semua))
    return Sebab(pesan, pertama.saran, pertama.pinta, letak, len(semua), rincian)


def rentang_sel(sel: Iterable[str]) -> tuple[str, ...]:
    """Return cells with neighbours drawn together: `H12–H40, H44`; blocks too: `D17–J20`. Blanks are left out."""
    menurut_kolom: dict[int, set[int]] = {}
    lain: list[str] = []
    for alamat in dict.fromkeys(sel):
        if cocok := _SEL.fullmatch(alamat):
            menurut_kolom.setdefault(indeks_kolom(cocok[1]), set()).add(int(cocok[2]) - 1)
        elif alamat:
            lain.append(alamat)
    blok: list[list[int]] = []
    for kolom in sorted(menurut_kolom):
        for atas, bawah in _runtun(sorted(menurut_kolom[kolom])):
            samping = next((b for b in blok if b[1] == kolom - 1 and b[2:] == [atas, bawah]), None)
            if samping is None:
                blok.append([kolom, kolom, atas, bawah])
            else:
                samping[1] = kolom
    return (*map(_sebut, blok), *lain)


def _runtun(baris: Sequence[int]) -> list[list[int]]:
    runtun: list[list[int]] = []
    for nomor in baris:
        if runtun and nomor == runtun[-1][1] + 1:
            runtun[-1][1] = nomor
        else:
            runtun.append([nomor, nomor])
    return runtun


def _sebut(blok: Sequence[int]) -> str:
    kiri, kanan, atas, bawah = blok
    awal, akhir = nama_sel(atas, kiri), nama_sel(bawah, kanan)
    return awal if awal == akhir else f"{awal}–{akhir}"
