"""The sheet Rincian: one row for each ASN and indicator, from target and realisasi to its share of the score.

Below the table stands, where an ASN moved, how the units' scores join: this unit's live, the others' as figures.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import isnan, nan
from operator import attrgetter
from typing import Any

from asn_nilai.acuan.hasil.nilai import BarisIndikator, NilaiAsn, NilaiIndikator
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO, KUNCI_RENCANA
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.profil.nama_excel import parameter_excel
from asn_nilai.acuan.rumus.konversi import konversi_excel
from asn_nilai.acuan.rumus.rumus import Parameter, Rumus, bulatkan_excel, jepit_excel, rumus_rasio
from asn_nilai.terbit.buku.blok import MUAT_KECIL, banyak_baris
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.lembar_cepat import Cuplikan, Sel
from asn_nilai.terbit.buku.nilai.ringkas_sel import ringkas_sel
from asn_nilai.terbit.buku.nilai.tata_letak import BARIS_KEPALA, Rentang, TataLetak, tak_terhitung
from asn_nilai.terbit.buku.tata import BARIS, ada, format_angka


def rumus_nhk(tata_letak: TataLetak, tulis: Callable[[str], str]) -> str:
    """Return the formula of a weighted mean over rows of Rincian, blank while a figure is missing.

    Args:
        tata_letak: says which columns hold weights and figures.
        tulis: gives the rows in a column: `Rentang.sel` on Rincian itself, `Rentang.di_rincian` elsewhere.
    """
    huruf = tata_letak.tata_rincian.huruf
    bobot, nilai = tulis(huruf["bobot"]), tulis(huruf[tata_letak.kunci_ditimbang])
    rerata = bulatkan_excel(f"SUMPRODUCT({bobot},{nilai})/SUM({bobot})", "desimal_nhk")
    return f'IF(COUNT({nilai})=ROWS({nilai}),{rerata},"")'


_ANGKA = {
    "bobot": (attrgetter("baris.bobot"), True),
    "target": (attrgetter("target"), True),
    "realisasi": (attrgetter("realisasi"), True),
    "nilai_terburuk": (attrgetter("baris.indikator.nilai_terburuk"), False),
    "batas_alami": (attrgetter("baris.batas_alami"), False),
}
"""What figures stand in a row, by column, and whether one that is missing keeps its ASN from being scored."""
_TEKS = {
    kunci: attrgetter(asal)
    for kunci, asal in (
        ("kode_indikator", "kode"),
        ("indikator", "nama"),
        ("satuan", "satuan"),
        ("polaritas", "polaritas"),
        ("aspek", "aspek"),
        ("agregasi", "agregasi"),
    )
}
"""What stands in a row of its indicator, by column."""
_RENCANA = {
    kunci: attrgetter(asal)
    for kunci, asal in zip(KUNCI_RENCANA, ("rencana.hasil", "rencana.atasan", "rencana.jenis"), strict=True)
}
"""What stands there of what the row is for."""


@dataclass(slots=True)
class _PenulisRincian:
    lembar: Lembar
    tata_letak: TataLetak
    nomor: Mapping[str, int] = field(init=False)
    parameter: Parameter = field(init=False)
    tetap: Sequence[tuple[int, Callable[[Any], str]]] = field(init=False)
    rencana: Sequence[tuple[int, Callable[[Any], str]]] = field(init=False)
    cuplikan: dict[tuple[int, tuple[str, ...]], Cuplikan] = field(default_factory=dict)
    """What stands alike in many rows of an ASN or an indicator, as it was written first."""
    lajur_angka: Sequence[tuple[int, Callable[[Any], float | None], bool]] = field(init=False)
    lajur_rasio: Sequence[int] = field(init=False)
    muat: Mapping[str, float] = field(init=False)
    """How many letters of the small print a column holds in a line."""
    angka_jadi: dict[tuple[float | None, tuple[str, ...]], Sel] = field(default_factory=dict)
    rumus_jadi: dict[tuple[str, str], tuple[Rumus | None, str]] = field(default_factory=dict)
    rupa_jadi: dict[tuple[str, ...], Sequence[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.nomor = self.tata_letak.tata_rincian.nomor
        self.tetap, self.rencana = (
            [(self.nomor[kunci], ambil) for kunci, ambil in teks.items() if kunci in self.nomor]
            for teks in (_TEKS, _RENCANA)
        )
        self.lajur_angka = [(self.nomor[kunci], *isi) for kunci, isi in _ANGKA.items() if kunci in self.nomor]
        self.lajur_rasio = [self.nomor[kunci] for kunci in KUNCI_RASIO if kunci in self.nomor]
        self.muat = {
            kunci: MUAT_KECIL * self.tata_letak.tata_rincian.lebar(kunci)
            for kunci in ("sel_target", "sel_realisasi")
        }
        self.parameter = parameter_excel(self.tata_letak.aturan.capaian)

    def tabel(self) -> None:
        for nomor, (asn, milik) in enumerate(self.tata_letak.rincian, self.tata_letak.baris_pertama):
            rentang = self.tata_letak.rentang[asn.nip]
            tepi = ("awal",) if nomor == rentang.awal else ()
            self.keterangan(nomor, asn, milik.baris, tepi)
            self.angka(nomor, milik, tepi)
            self.hitungan(nomor, milik, rentang, tepi)

    def rupa(self, tepi: tuple[str, ...]) -> Sequence[Any]:
        """Return the formats of number, NIP, name, texts and small print in a row; `tepi` is the bundle of an ASN's first."""
        if tepi not in self.rupa_jadi:
            gaya, siapa = self.lembar.gaya, tepi or ("pudar",)
            self.rupa_jadi[tepi] = (
                gaya("umum", "tengah", *tepi), gaya("nip", *siapa), gaya("teks", *siapa), gaya("teks", *tepi),
                gaya("teks", "kecil", "pudar", *tepi),
            )  # fmt: skip
        return self.rupa_jadi[tepi]

    def keterangan(self, nomor: int, asn: NilaiAsn, baris: BarisIndikator, tepi: tuple[str, ...]) -> None:
        lembar, kolom = self.lembar, self.nomor
        urut, nip, nama, biasa, kecil = self.rupa(tepi)
        lembar.angka(nomor, 0, nomor - BARIS_KEPALA, urut)
        siapa = ((kolom["nip"], asn.nip, nip), (kolom["nama"], asn.nama, nama))
        apa = ((letak, ambil(baris.indikator), biasa) for letak, ambil in self.tetap)
        self.sekali(nomor, (id(asn), tepi), siapa)
        self.sekali(nomor, (id(baris.indikator), tepi), apa)
        for letak, ambil in self.rencana:
            lembar.teks(nomor, letak, ambil(baris), biasa)
        asal = {
            "sel_target": ringkas_sel(baris.bulan, baris.sel_target),
            "sel_realisasi": ringkas_sel(baris.bulan, baris.sel_realisasi),
        }
        panjang = False
        for kunci, teks in asal.items():
            lembar.teks(nomor, kolom[kunci], teks, kecil)
            panjang = panjang or len(teks) > 2 * self.muat[kunci] or "\n" in teks
        if panjang and (tinggi := self.tinggi(asn, baris, asal)):  # most rows have two lines at most
            lembar.dalam.set_row(nomor, tinggi)

    def tinggi(self, asn: NilaiAsn, baris: BarisIndikator, asal: Mapping[str, str]) -> float | None:
        """Return a row's height where the small print decides it, which LibreOffice takes too low; else None."""
        kecil = max(banyak_baris(teks, self.muat[kunci]) for kunci, teks in asal.items())
        if kecil <= 2:
            return None
        tata, semua = self.tata_letak.tata_rincian, {"nama": asn.nama, "indikator": baris.indikator.nama}
        semua |= {kunci: ambil(baris) for kunci, ambil in _RENCANA.items() if kunci in tata.nomor}
        biasa = max(banyak_baris(teks, 0.8 * tata.lebar(kunci)) for kunci, teks in semua.items())
        return 11.0 * kecil + 4 if 11 * kecil > 13 * biasa else None

    def sekali(
        self, nomor: int, macam: tuple[int, tuple[str, ...]], isi: Iterable[tuple[int, str, Any]]
    ) -> None:
        """Write texts (column, text, format) that others of the same kind of row have too: from the second on, the cells are copied."""
        dalam = self.lembar.dalam
        if jadi := self.cuplikan.get(macam):
            dalam.tempel(nomor, jadi)
            return
        kolom = []
        for letak, teks, rupa in isi:
            self.lembar.teks(nomor, letak, teks, rupa)
            kolom.append(letak)
        self.cuplikan[macam] = dalam.cuplik(nomor, kolom)

    def angka(self, nomor: int, milik: NilaiIndikator, tepi: tuple[str, ...]) -> None:
        """Write a row's figures, which many rows share: their cells are made once."""
        sel, jadi = {}, self.angka_jadi
        for kolom, ambil, perlu in self.lajur_angka:
            nilai = ambil(milik)
            sel[kolom] = jadi.get((nilai, tepi)) or self.sel_angka(nilai, tepi, perlu=perlu)
        if self.lajur_rasio:
            self.rasio(nomor, milik, tepi, sel)
        self.lembar.dalam.tulis_sel(nomor, sel)

    def sel_angka(self, nilai: float | None, tepi: tuple[str, ...], *, perlu: bool) -> Sel:
        """Return the cell of a figure; NaN stands for one that is missing, and is hatched where the score needs it (`perlu`)."""
        gaya, dalam = self.lembar.gaya, self.lembar.dalam
        if nilai is not None and isnan(nilai):
            sel: Sel = dalam.sel_angka(None, gaya("sel", "kosong" if perlu else "sel", *tepi))
            return sel
        bundel, angka = ("sel", None) if nilai is None else _rapi(nilai)
        sel = dalam.sel_angka(angka, gaya("sel", bundel, *tepi))
        self.angka_jadi[nilai, tepi] = sel
        return sel

    def rasio(self, nomor: int, milik: NilaiIndikator, tepi: tuple[str, ...], sel: dict[int, Sel]) -> None:
        """Add the cells of what a ratio is made of, empty in other rows; its realisasi is live."""
        berasio = milik.indikator.rasio
        for kolom, nilai in zip(self.lajur_rasio, milik.rasio or (nan, nan), strict=True):
            sel[kolom] = self.sel_angka(nilai, tepi, perlu=berasio)
        if berasio:
            rumus = rumus_rasio(*(self.tata_letak.tata_rincian.sel(kunci, nomor) for kunci in KUNCI_RASIO))
            kolom = self.nomor["realisasi"]
            self.lembar.rumus(nomor, kolom, rumus, sel.pop(kolom)[0], milik.realisasi)

    def rumus_capaian(self, ind: Indikator) -> tuple[Rumus | None, str]:
        """Return the formula of an indicator's capaian, and as Excel text for `rumus_baris`; the same for all of a kind."""
        jadi = self.rumus_jadi.get((ind.polaritas, ind.aspek))
        if jadi is None:
            rumus, isi = self.tata_letak.aturan.rumus_atau_tiada(ind.polaritas, ind.aspek), ""
            if rumus:
                sel = self.tata_letak.tata_rincian.sel_sebaris
                isi = rumus.excel(sel("target"), sel("realisasi"), sel("nilai_terburuk"), self.parameter)
                isi = f'IF(ISNUMBER({sel("realisasi")}),{jepit_excel(isi, "lantai_capaian", "plafon_capaian")},"")'
            jadi = self.rumus_jadi[ind.polaritas, ind.aspek] = rumus, isi
        return jadi

    def hitungan(self, nomor: int, milik: NilaiIndikator, rentang: Rentang, tepi: tuple[str, ...]) -> None:
        gaya, tata = self.lembar.gaya("dua", *tepi), self.tata_letak.tata_rincian
        rumus, capaian_excel = self.rumus_capaian(milik.baris.indikator)
        if tak_terhitung(milik, rumus):
            for kunci in {"capaian", self.tata_letak.kunci_ditimbang, "nilai_tertimbang"}:
                self.lembar.teks(nomor, self.nomor[kunci], "", gaya)
            return
        self.lembar.rumus_baris(nomor, self.nomor["capaian"], capaian_excel, gaya, milik.capaian)
        if konversi := self.tata_letak.aturan.capaian.konversi:
            capaian, target, alami = map(tata.sel_sebaris, ("capaian", "target", "batas_alami"))
            isi = f'IF(ISNUMBER({capaian}),{konversi_excel(capaian, target, alami, konversi)},"")'
            self.lembar.rumus_baris(nomor, self.nomor["nilai_capaian"], isi, gaya, milik.nilai_capaian)
        if not ada(milik.bobot) or (ada(milik.capaian) and not ada(milik.tertimbang)):
            self.lembar.teks(nomor, self.nomor["nilai_tertimbang"], "", gaya)
            return
        nilai, kolom = tata.sel_sebaris(self.tata_letak.kunci_ditimbang), tata.huruf["bobot"]
        jumlah = f"SUM({kolom}${rentang.awal + 1}:{kolom}${rentang.akhir + 1})"
        tertimbang = f'IF(ISNUMBER({nilai}),{kolom}{BARIS}*{nilai}/{jumlah},"")'
        self.lembar.rumus_baris(nomor, self.nomor["nilai_tertimbang"], tertimbang, gaya, milik.tertimbang)

    def pindah(self) -> int:
        """Write the scores of the units between which ASN moved; return the last row written."""
        nomor = self.tata_letak.baris_akhir_rincian
        if not self.tata_letak.pindah:
            return nomor
        lembar, gaya = self.lembar, self.lembar.gaya
        banyak, teks = len(self.nomor) - 2, "Nilai di unit lain: ASN yang pindah dalam periode ini"
        lembar.judul_bagian(nomor + 2, teks, banyak, "anak_judul")
        lembar.deret(nomor + 3, 0, [""] * banyak, "kepala")
        judul = {"nip": "NIP", "nama": "Nama", "kode_indikator": "Kode Unit", "indikator": "Asal angka"}
        for kunci, teks in {**judul, "bobot": "Bulan", self.tata_letak.kunci_ditimbang: "NHK"}.items():
            lembar.teks(nomor + 3, self.nomor[kunci], teks, gaya("kepala"))
        for asn in self.tata_letak.nilai:
            if rentang := self.tata_letak.pindah.get(asn.nip):
                self.pindah_asn(asn, rentang)
                nomor = rentang.akhir
        return nomor

    def pindah_asn(self, asn: NilaiAsn, rentang: Rentang) -> None:
        lembar, gaya, unit = self.lembar, self.lembar.gaya, self.tata_letak.hasil.unit
        sendiri = self.tata_letak.rentang.get(asn.nip)
        kolom = self.nomor[self.tata_letak.kunci_ditimbang]
        for nomor, bagian in enumerate(asn.bagian, rentang.awal):
            kode = bagian.unit.kode
            lembar.deret(nomor, 0, [""] * (len(self.nomor) - 2), "sel")
            lembar.teks(nomor, self.nomor["nip"], asn.nip, gaya("nip"))
            lembar.teks(nomor, self.nomor["nama"], asn.nama, gaya("teks"))
            lembar.teks(nomor, self.nomor["kode_indikator"], kode, gaya("teks"))
            lembar.angka(nomor, self.nomor["bobot"], bagian.bulan_dihitung, gaya("bulat"))
            asal = "unit ini: dihitung dari tabel di atas" if kode == unit.kode else f"hasil unit {kode}"
            lembar.teks(nomor, self.nomor["indikator"], asal, gaya("teks"))
            if kode == unit.kode and sendiri and asn.nip not in self.tata_letak.tertahan:
                lembar.rumus(nomor, kolom, rumus_nhk(self.tata_letak, sendiri.sel), gaya("dua"), bagian.nhk)
            else:
                lembar.angka(nomor, kolom, bagian.nhk, gaya("dua"))


@lru_cache(maxsize=8192)  # targets and weights repeat over the ASN of a unit
def _rapi(angka: float) -> tuple[str, float]:
    """Return the bundle that shows a figure, and the figure to 15 digits, as many as a cell shows.

    Sums over months so lose the noise of binary fractions.
    """
    return format_angka(angka), float(f"{angka:.15g}")


def tulis_rincian(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Rincian."""
    tata = tata_letak.tata_rincian
    kepala = lembar.kepala_lembar("Rincian Nilai Hasil Kerja", tata_letak.identitas)
    lembar.kepala_tabel(kepala, tata.kolom)
    penulis = _PenulisRincian(lembar, tata_letak)
    if tata_letak.rincian:
        penulis.tabel()
        lembar.dalam.autofilter(kepala, 0, kepala + len(tata_letak.rincian), len(tata.kolom) - 1)
    else:
        lembar.teks(
            kepala + 1, 0, "Tidak ada indikator yang dihitung pada periode ini.", lembar.gaya("miring")
        )
    akhir = penulis.pindah()
    lembar.dalam.freeze_panes(kepala + 1, tata.nomor["kode_indikator"])
    hitung = tata.rentang("capaian", kepala + 1, akhir, "nilai_tertimbang")
    lembar.tanpa_sudut_hijau(nip=tata.rentang("nip", kepala + 1, akhir), rumus=hitung)
    lembar.siapkan_cetak(kepala, akhir, len(tata.kolom) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK)
    lembar.lindungi()
