"""The sheet Rincian: one row for each ASN and indicator, from target and realisasi to its share of the score.

Below the table stands, where an ASN moved, how the units' scores join: this unit's live, the others' as figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from asn_nilai.acuan.profil.nama_excel import parameter_excel
from asn_nilai.acuan.rumus.konversi import konversi_excel
from asn_nilai.acuan.rumus.rumus import bulatkan_excel, jepit_excel
from asn_nilai.terbit.blok_buku import banyak_baris
from asn_nilai.terbit.buku_nilai.denah import (
    BARIS_KEPALA,
    Baris,
    Denah,
    Rentang,
    daftar_sel,
    tak_terhitung,
)
from asn_nilai.terbit.gaya_buku import Lembar, Tata, ada, format_angka


def rumus_nhk(denah: Denah, rentang: Rentang, lembar: str = "") -> str:
    """Return the formula of a weighted mean over rows of Rincian, blank while a figure is missing.

    Args:
        denah: says which columns hold weights and figures.
        rentang: the rows.
        lembar: blank for a formula on Rincian itself, else what names the sheet.
    """
    tulis = rentang.di_rincian if lembar else rentang.sel
    huruf = denah.tata_rincian.huruf
    bobot, nilai = tulis(huruf["bobot"]), tulis(huruf[denah.kunci_ditimbang])
    rerata = bulatkan_excel(f"SUMPRODUCT({bobot},{nilai})/SUM({bobot})", "desimal_nhk")
    return f'IF(COUNT({nilai})=ROWS({nilai}),{rerata},"")'


def rumus_capaian(baris: Baris, nomor: int, denah: Denah) -> str:
    """Return the formula of a row's capaian; `nomor` is its 0-based row on the sheet."""
    target, realisasi, terburuk = (
        denah.tata_rincian.sel(k, nomor) for k in ("target", "realisasi", "nilai_terburuk")
    )
    rumus = denah.aturan.rumus(baris["polaritas"], baris.get("aspek", ""))
    isi = rumus.excel(target, realisasi, terburuk, parameter_excel(denah.aturan.capaian))
    return f'IF(ISNUMBER({realisasi}),{jepit_excel(isi, "lantai_capaian", "plafon_capaian")},"")'


_TEKS = ("nama", "kode_indikator", "indikator", "satuan", "polaritas", "aspek", "agregasi")
_BOLEH_KOSONG = ("nilai_terburuk", "batas_alami")


@dataclass(slots=True)
class _Penulis:
    lembar: Lembar
    denah: Denah

    @property
    def nomor(self) -> Mapping[str, int]:
        return self.denah.tata_rincian.nomor

    def tabel(self) -> None:
        for nomor, baris in enumerate(self.denah.rincian, self.denah.baris_pertama):
            rentang = self.denah.rentang[baris["nip"]]
            tepi = ("awal",) if nomor == rentang.awal else ()
            self.keterangan(nomor, baris, tepi)
            self.angka(nomor, baris, tepi)
            self.hitungan(nomor, baris, rentang, tepi)

    def keterangan(self, nomor: int, baris: Baris, tepi: tuple[str, ...]) -> None:
        lembar, gaya = self.lembar, self.lembar.gaya
        siapa = tepi or ("pudar",)
        lembar.angka(nomor, 0, nomor - BARIS_KEPALA, gaya("umum", "tengah", *tepi))
        lembar.teks(nomor, self.nomor["nip"], baris["nip"], gaya("nip", *siapa))
        for kunci in _TEKS:
            if kunci in self.nomor:
                bundel = siapa if kunci == "nama" else tepi
                lembar.teks(nomor, self.nomor[kunci], baris[kunci], gaya("teks", *bundel))
        asal = {kunci: ringkas_sel(baris[kunci]) for kunci in ("sel_target", "sel_realisasi")}
        for kunci, teks in asal.items():
            lembar.teks(nomor, self.nomor[kunci], teks, gaya("teks", "kecil", "pudar", *tepi))
        if tinggi := _tinggi(baris, asal, self.denah.tata_rincian):
            lembar.dalam.set_row(nomor, tinggi)

    def angka(self, nomor: int, baris: Baris, tepi: tuple[str, ...]) -> None:
        for kunci in ("bobot", "target", "realisasi", *_BOLEH_KOSONG):
            if kunci not in self.nomor:
                continue
            nilai = baris[kunci]
            bundel = format_angka(nilai) if ada(nilai) else ("sel" if kunci in _BOLEH_KOSONG else "kosong")
            gaya = self.lembar.gaya("sel", bundel, *tepi)
            self.lembar.angka(nomor, self.nomor[kunci], _rapi(nilai) if ada(nilai) else None, gaya)

    def hitungan(self, nomor: int, baris: Baris, rentang: Rentang, tepi: tuple[str, ...]) -> None:
        gaya, tata = self.lembar.gaya("dua", *tepi), self.denah.tata_rincian
        if tak_terhitung(baris, self.denah.aturan):
            for kunci in {"capaian", self.denah.kunci_ditimbang, "nilai_tertimbang"}:
                self.lembar.teks(nomor, self.nomor[kunci], "", gaya)
            return
        rumus = rumus_capaian(baris, nomor, self.denah)
        self.lembar.rumus(nomor, self.nomor["capaian"], rumus, gaya, baris["capaian"])
        capaian, bobot = tata.sel("capaian", nomor), tata.sel("bobot", nomor)
        if konversi := self.denah.aturan.capaian.konversi:
            isi = konversi_excel(capaian, tata.sel("target", nomor), tata.sel("batas_alami", nomor), konversi)
            isi = f'IF(ISNUMBER({capaian}),{isi},"")'
            self.lembar.rumus(nomor, self.nomor["nilai_capaian"], isi, gaya, baris["nilai_capaian"])
        if not ada(baris["bobot"]) or (ada(baris["capaian"]) and not ada(baris["nilai_tertimbang"])):
            self.lembar.teks(nomor, self.nomor["nilai_tertimbang"], "", gaya)
            return
        nilai = tata.sel(self.denah.kunci_ditimbang, nomor)
        awal, akhir = (f"{tata.huruf['bobot']}${n + 1}" for n in (rentang.awal, rentang.akhir))
        tertimbang = f'IF(ISNUMBER({nilai}),{bobot}*{nilai}/SUM({awal}:{akhir}),"")'
        self.lembar.rumus(nomor, self.nomor["nilai_tertimbang"], tertimbang, gaya, baris["nilai_tertimbang"])

    def pindah(self) -> int:
        """Write the scores of the units between which ASN moved; return the last row written."""
        nomor = self.denah.baris_akhir_rincian
        if not self.denah.pindah:
            return nomor
        lembar, gaya = self.lembar, self.lembar.gaya
        for kolom in range(len(self.nomor) - 2):
            lembar.teks(nomor + 2, kolom, "", gaya("anak_judul"))
        lembar.teks(nomor + 2, 0, "Nilai di unit lain: ASN yang pindah dalam periode ini", gaya("anak_judul"))
        for kolom in range(len(self.nomor) - 2):
            lembar.teks(nomor + 3, kolom, "", gaya("kepala"))
        judul = {"nip": "NIP", "nama": "Nama", "kode_indikator": "Kode Unit", "indikator": "Asal angka"}
        for kunci, teks in {**judul, "bobot": "Bulan", self.denah.kunci_ditimbang: "NHK"}.items():
            lembar.teks(nomor + 3, self.nomor[kunci], teks, gaya("kepala"))
        for baris in self.denah.nilai:
            if rentang := self.denah.pindah.get(baris["nip"]):
                self.pindah_satu(baris, rentang)
                nomor = rentang.akhir
        return nomor

    def pindah_satu(self, baris: Baris, rentang: Rentang) -> None:
        lembar, gaya, unit = self.lembar, self.lembar.gaya, self.denah.hasil.unit
        sendiri = self.denah.rentang.get(baris["nip"])
        kolom = self.nomor[self.denah.kunci_ditimbang]
        for nomor, (kode, nilai, bulan) in enumerate(self.denah.bagian(baris), rentang.awal):
            for kosong in range(len(self.nomor) - 2):
                lembar.teks(nomor, kosong, "", gaya("sel"))
            lembar.teks(nomor, self.nomor["nip"], baris["nip"], gaya("nip"))
            lembar.teks(nomor, self.nomor["nama"], baris["nama"], gaya("teks"))
            lembar.teks(nomor, self.nomor["kode_indikator"], kode, gaya("teks"))
            lembar.angka(nomor, self.nomor["bobot"], bulan, gaya("bulat"))
            asal = "unit ini: dihitung dari tabel di atas" if kode == unit.kode else f"hasil unit {kode}"
            lembar.teks(nomor, self.nomor["indikator"], asal, gaya("teks"))
            if kode == unit.kode and sendiri and baris["nip"] not in self.denah.tertahan:
                lembar.rumus(nomor, kolom, rumus_nhk(self.denah, sendiri), gaya("dua"), nilai)
            else:
                lembar.angka(nomor, kolom, nilai, gaya("dua"))


def _rapi(angka: float) -> float:
    """Return a figure to 15 digits, as many as a cell shows: sums over months lose the noise of binary fractions."""
    return float(f"{angka:.15g}")


def _tinggi(baris: Baris, asal: Mapping[str, str], tata: Tata) -> float | None:
    """Return a row's height where the small print decides it, which LibreOffice takes too low; else None."""
    kecil = max(banyak_baris(teks, 1.2 * tata.lebar(kunci)) for kunci, teks in asal.items())
    biasa = max(banyak_baris(baris[kunci], 0.8 * tata.lebar(kunci)) for kunci in ("nama", "indikator"))
    return 11.0 * kecil + 4 if kecil > 2 and 11 * kecil > 13 * biasa else None


def ringkas_sel(teks: str) -> str:
    """Return the places of a figure for print: a file said once, with its cells; files of several months in runs.

    `capaian/…/DINKES.xlsx › Capaian` above `2026-01 … 2026-05 (5 bulan) H10; 2026-06 J14`.
    """
    if "; " not in teks:
        return teks
    sel_di: dict[tuple[str, str], list[str]] = {}
    for satu in daftar_sel(teks):
        berkas, lembar, sel = ("", "", *satu.rsplit(" › ", 2))[-3:]
        sel_di.setdefault((berkas, lembar), []).append(sel)
    isi = [(*_pecah(berkas), lembar, ", ".join(sel)) for (berkas, lembar), sel in sel_di.items()]
    if len(isi) == 1 or len({(induk, nama, lembar) for induk, _, nama, lembar, _ in isi}) > 1:
        pisah = (("/".join(filter(None, satu[:3])), *satu[3:]) for satu in isi)
        return "\n".join(" › ".join(filter(None, satu)) for satu in pisah)
    induk, _, nama, lembar, _ = isi[0]
    deret = [(sel, [satu[1] for satu in sama]) for sel, sama in groupby(isi, key=itemgetter(4))]
    bulan = "; ".join(f"{_deret_bulan(folder)} {sel}" for sel, folder in deret)
    return f"{'/'.join(filter(None, (induk, '…', nama)))} › {lembar}\n{bulan}"


def _pecah(berkas: str) -> tuple[str, str, str]:
    """Return a file's place as what lies above its folder, its folder, and its name."""
    folder, _, nama = berkas.rpartition("/")
    induk, _, bulan = folder.rpartition("/")
    return induk, bulan, nama


def _deret_bulan(folder: list[str]) -> str:
    return ", ".join(folder) if len(folder) < 3 else f"{folder[0]} … {folder[-1]} ({len(folder)} bulan)"


def tulis_rincian(lembar: Lembar, denah: Denah) -> None:
    """Write the sheet Rincian."""
    tata = denah.tata_rincian
    kepala = lembar.kepala_lembar("Rincian Nilai Hasil Kerja", denah.identitas)
    lembar.kepala_tabel(kepala, tata.kolom)
    penulis = _Penulis(lembar, denah)
    if denah.rincian:
        penulis.tabel()
        lembar.dalam.autofilter(kepala, 0, kepala + len(denah.rincian), len(tata.kolom) - 1)
    else:
        lembar.teks(
            kepala + 1, 0, "Tidak ada indikator yang dihitung pada periode ini.", lembar.gaya("miring")
        )
    akhir = penulis.pindah()
    lembar.dalam.freeze_panes(kepala + 1, tata.nomor["kode_indikator"])
    nip = f"{tata.huruf['nip']}{kepala + 2}:{tata.huruf['nip']}{akhir + 1}"
    hitung = f"{tata.huruf['capaian']}{kepala + 2}:{tata.huruf['nilai_tertimbang']}{akhir + 1}"
    lembar.dalam.ignore_errors(
        {"number_stored_as_text": nip, "formula_differs": hitung, "formula_range": hitung}
    )
    lembar.siapkan_cetak(kepala, akhir, len(tata.kolom) - 1, denah.kaki)
    lembar.lindungi()
