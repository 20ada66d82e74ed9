"""The sheet Rincian: one row for each ASN and indicator, from target and realisasi to its share of the score.

Below the table stands, where an ASN moved, how the units' scores join: this unit's live, the others' as figures.
"""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from itertools import groupby
from math import nan
from operator import itemgetter

from asn_nilai.acuan.hasil.nilai import NilaiAsn, NilaiIndikator
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO, KUNCI_RENCANA
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.nama_excel import parameter_excel
from asn_nilai.acuan.rumus.konversi import konversi_excel
from asn_nilai.acuan.rumus.rumus import Parameter, bulatkan_excel, jepit_excel, rumus_rasio
from asn_nilai.terbit.buku.blok import banyak_baris
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar, Tata, ada, format_angka
from asn_nilai.terbit.buku.nilai.tata_letak import BARIS_KEPALA, Rentang, TataLetak, tak_terhitung


def rumus_nhk(tata_letak: TataLetak, rentang: Rentang, lembar: str = "") -> str:
    """Return the formula of a weighted mean over rows of Rincian, blank while a figure is missing.

    Args:
        tata_letak: says which columns hold weights and figures.
        rentang: the rows.
        lembar: blank for a formula on Rincian itself, else what names the sheet.
    """
    tulis = rentang.di_rincian if lembar else rentang.sel
    huruf = tata_letak.tata_rincian.huruf
    bobot, nilai = tulis(huruf["bobot"]), tulis(huruf[tata_letak.kunci_ditimbang])
    rerata = bulatkan_excel(f"SUMPRODUCT({bobot},{nilai})/SUM({bobot})", "desimal_nhk")
    return f'IF(COUNT({nilai})=ROWS({nilai}),{rerata},"")'


def rumus_capaian(milik: NilaiIndikator, nomor: int, tata_letak: TataLetak, parameter: Parameter) -> str:
    """Return the formula of a row's capaian; `nomor` is its 0-based row on the sheet."""
    target, realisasi, terburuk = (
        tata_letak.tata_rincian.sel(k, nomor) for k in ("target", "realisasi", "nilai_terburuk")
    )
    rumus = tata_letak.aturan.rumus(milik.indikator.polaritas, milik.indikator.aspek)
    isi = rumus.excel(target, realisasi, terburuk, parameter)
    return f'IF(ISNUMBER({realisasi}),{jepit_excel(isi, "lantai_capaian", "plafon_capaian")},"")'


_BOLEH_KOSONG = ("nilai_terburuk", "batas_alami")


def _teks(asn: NilaiAsn, milik: NilaiIndikator) -> dict[str, str]:
    """Return the texts of a row by column."""
    ind = milik.indikator
    return {
        "nama": asn.nama,
        "kode_indikator": ind.kode,
        "indikator": ind.nama,
        "satuan": ind.satuan,
        "polaritas": ind.polaritas.value,
        "aspek": ind.aspek,
        "agregasi": ind.agregasi.value,
        **dict(zip(KUNCI_RENCANA, astuple(milik.baris.rencana), strict=True)),
    }


@dataclass(slots=True)
class _PenulisRincian:
    lembar: Lembar
    tata_letak: TataLetak
    nomor: Mapping[str, int] = field(init=False)
    parameter: Parameter = field(init=False)

    def __post_init__(self) -> None:
        self.nomor = self.tata_letak.tata_rincian.nomor
        self.parameter = parameter_excel(self.tata_letak.aturan.capaian)

    def tabel(self) -> None:
        for nomor, (asn, milik) in enumerate(self.tata_letak.rincian, self.tata_letak.baris_pertama):
            rentang = self.tata_letak.rentang[asn.nip]
            tepi = ("awal",) if nomor == rentang.awal else ()
            self.keterangan(nomor, asn, milik, tepi)
            self.angka(nomor, milik, tepi)
            self.hitungan(nomor, milik, rentang, tepi)

    def keterangan(self, nomor: int, asn: NilaiAsn, milik: NilaiIndikator, tepi: tuple[str, ...]) -> None:
        lembar, gaya = self.lembar, self.lembar.gaya
        siapa = tepi or ("pudar",)
        lembar.angka(nomor, 0, nomor - BARIS_KEPALA, gaya("umum", "tengah", *tepi))
        lembar.teks(nomor, self.nomor["nip"], asn.nip, gaya("nip", *siapa))
        semua, biasa, nama = _teks(asn, milik), gaya("teks", *tepi), gaya("teks", *siapa)
        for kunci, teks in semua.items():
            if kunci in self.nomor:
                lembar.teks(nomor, self.nomor[kunci], teks, nama if kunci == "nama" else biasa)
        baris = milik.baris
        asal = {
            "sel_target": ringkas_sel(baris.bulan, baris.sel_target),
            "sel_realisasi": ringkas_sel(baris.bulan, baris.sel_realisasi),
        }
        kecil = gaya("teks", "kecil", "pudar", *tepi)
        for kunci, teks in asal.items():
            lembar.teks(nomor, self.nomor[kunci], teks, kecil)
        if tinggi := _tinggi(semua, asal, self.tata_letak.tata_rincian):
            lembar.dalam.set_row(nomor, tinggi)

    def angka(self, nomor: int, milik: NilaiIndikator, tepi: tuple[str, ...]) -> None:
        atas, bawah = milik.rasio or (nan, nan)
        semua = {
            "bobot": milik.bobot,
            "target": milik.target,
            "pembilang": atas,
            "penyebut": bawah,
            "realisasi": milik.realisasi,
            "nilai_terburuk": milik.nilai_terburuk,
            "batas_alami": milik.baris.batas_alami,
        }
        for kunci, nilai in semua.items():
            if kunci not in self.nomor:
                continue
            tak_perlu = kunci in _BOLEH_KOSONG or (kunci in KUNCI_RASIO and not milik.indikator.rasio)
            bundel = format_angka(nilai) if ada(nilai) else ("sel" if tak_perlu else "kosong")
            gaya = self.lembar.gaya("sel", bundel, *tepi)
            if kunci == "realisasi" and milik.indikator.rasio:
                rumus = rumus_rasio(*(self.tata_letak.tata_rincian.sel(k, nomor) for k in KUNCI_RASIO))
                self.lembar.rumus(nomor, self.nomor[kunci], rumus, gaya, nilai)
            else:
                self.lembar.angka(nomor, self.nomor[kunci], _rapi(nilai) if ada(nilai) else None, gaya)

    def hitungan(self, nomor: int, milik: NilaiIndikator, rentang: Rentang, tepi: tuple[str, ...]) -> None:
        gaya, tata = self.lembar.gaya("dua", *tepi), self.tata_letak.tata_rincian
        if tak_terhitung(milik, self.tata_letak.aturan):
            for kunci in {"capaian", self.tata_letak.kunci_ditimbang, "nilai_tertimbang"}:
                self.lembar.teks(nomor, self.nomor[kunci], "", gaya)
            return
        rumus = rumus_capaian(milik, nomor, self.tata_letak, self.parameter)
        self.lembar.rumus(nomor, self.nomor["capaian"], rumus, gaya, milik.capaian)
        capaian, bobot = tata.sel("capaian", nomor), tata.sel("bobot", nomor)
        if konversi := self.tata_letak.aturan.capaian.konversi:
            isi = konversi_excel(capaian, tata.sel("target", nomor), tata.sel("batas_alami", nomor), konversi)
            isi = f'IF(ISNUMBER({capaian}),{isi},"")'
            self.lembar.rumus(nomor, self.nomor["nilai_capaian"], isi, gaya, milik.nilai_capaian)
        if not ada(milik.bobot) or (ada(milik.capaian) and not ada(milik.tertimbang)):
            self.lembar.teks(nomor, self.nomor["nilai_tertimbang"], "", gaya)
            return
        nilai = tata.sel(self.tata_letak.kunci_ditimbang, nomor)
        awal, akhir = (f"{tata.huruf['bobot']}${n + 1}" for n in (rentang.awal, rentang.akhir))
        tertimbang = f'IF(ISNUMBER({nilai}),{bobot}*{nilai}/SUM({awal}:{akhir}),"")'
        self.lembar.rumus(nomor, self.nomor["nilai_tertimbang"], tertimbang, gaya, milik.tertimbang)

    def pindah(self) -> int:
        """Write the scores of the units between which ASN moved; return the last row written."""
        nomor = self.tata_letak.baris_akhir_rincian
        if not self.tata_letak.pindah:
            return nomor
        lembar, gaya = self.lembar, self.lembar.gaya
        for kolom in range(len(self.nomor) - 2):
            lembar.teks(nomor + 2, kolom, "", gaya("anak_judul"))
        lembar.teks(nomor + 2, 0, "Nilai di unit lain: ASN yang pindah dalam periode ini", gaya("anak_judul"))
        for kolom in range(len(self.nomor) - 2):
            lembar.teks(nomor + 3, kolom, "", gaya("kepala"))
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
            for kosong in range(len(self.nomor) - 2):
                lembar.teks(nomor, kosong, "", gaya("sel"))
            lembar.teks(nomor, self.nomor["nip"], asn.nip, gaya("nip"))
            lembar.teks(nomor, self.nomor["nama"], asn.nama, gaya("teks"))
            lembar.teks(nomor, self.nomor["kode_indikator"], kode, gaya("teks"))
            lembar.angka(nomor, self.nomor["bobot"], bagian.bulan_dihitung, gaya("bulat"))
            asal = "unit ini: dihitung dari tabel di atas" if kode == unit.kode else f"hasil unit {kode}"
            lembar.teks(nomor, self.nomor["indikator"], asal, gaya("teks"))
            if kode == unit.kode and sendiri and asn.nip not in self.tata_letak.tertahan:
                lembar.rumus(nomor, kolom, rumus_nhk(self.tata_letak, sendiri), gaya("dua"), bagian.nhk)
            else:
                lembar.angka(nomor, kolom, bagian.nhk, gaya("dua"))


def _rapi(angka: float) -> float:
    """Return a figure to 15 digits, as many as a cell shows: sums over months lose the noise of binary fractions."""
    return float(f"{angka:.15g}")


def _tinggi(semua: Mapping[str, str], asal: Mapping[str, str], tata: Tata) -> float | None:
    """Return a row's height where the small print decides it, which LibreOffice takes too low; else None."""
    kecil = max(banyak_baris(teks, 1.2 * tata.lebar(kunci)) for kunci, teks in asal.items())
    if kecil <= 2:
        return None
    bertulis = [kunci for kunci in ("nama", "indikator", *KUNCI_RENCANA) if kunci in tata.nomor]
    biasa = max(banyak_baris(semua[kunci], 0.8 * tata.lebar(kunci)) for kunci in bertulis)
    return 11.0 * kecil + 4 if 11 * kecil > 13 * biasa else None


def ringkas_sel(bulan: Sequence[Bulan], semua: Sequence[Letak | None]) -> str:
    """Return the places of a figure for print: a file said once, with its cells; files of several months in runs.

    `capaian/…/DINKES.xlsx › Capaian` above `2026-01 … 2026-05 (5 bulan) H10; 2026-06 J14`.

    Args:
        bulan: the counted months.
        semua: the cell of each; None for a month without one.
    """
    if len(semua) == 1:
        return str(semua[0] or "")
    sel_di: dict[Letak, tuple[Bulan, list[str]]] = {}
    for kapan, letak in zip(bulan, semua, strict=True):
        if letak:
            sel_di.setdefault(replace(letak, sel=""), (kapan, []))[1].append(letak.sel)
    isi = [(tempat, kapan, ", ".join(sel)) for tempat, (kapan, sel) in sel_di.items()]
    berkas = {replace(t, berkas=t.berkas.replace(f"/{kapan.kode}/", "/…/")) for t, kapan, _ in isi}
    if len(isi) < 2 or len(berkas) > 1:
        return "\n".join(str(replace(tempat, sel=sel)) for tempat, _, sel in isi)
    deret = [(sel, [kapan.kode for _, kapan, _ in sama]) for sel, sama in groupby(isi, key=itemgetter(2))]
    return f"{berkas.pop()}\n{'; '.join(f'{_deret_bulan(kode)} {sel}' for sel, kode in deret)}"


def _deret_bulan(kode: list[str]) -> str:
    return ", ".join(kode) if len(kode) < 3 else f"{kode[0]} … {kode[-1]} ({len(kode)} bulan)"


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
    nip = f"{tata.huruf['nip']}{kepala + 2}:{tata.huruf['nip']}{akhir + 1}"
    hitung = f"{tata.huruf['capaian']}{kepala + 2}:{tata.huruf['nilai_tertimbang']}{akhir + 1}"
    lembar.tanpa_sudut_hijau(nip=nip, rumus=hitung)
    lembar.siapkan_cetak(kepala, akhir, len(tata.kolom) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK)
    lembar.lindungi()
