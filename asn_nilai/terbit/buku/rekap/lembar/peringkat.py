"""The sheet Peringkat: the units by mean NHK, every count and mean a formula over the unit's own sheet."""

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.rekap.baris import BARU_SEBAGIAN, UNIT_KECIL, UnitRekap
from asn_nilai.acuan.setoran.status import LENGKAP
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.kolom import kunci_predikat
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap

USANG = "hasil lebih lama daripada isiannya"
_BACA = (
    "unit diurutkan menurut rata-rata nilai hasil kerja (NHK) ASN yang sudah dinilai; rata-rata yang sama berbagi peringkat. "
    "Klik kode unit untuk melihat daftar ASN-nya. Unit kecil (kurang dari {batas} ASN dinilai) jangan dibandingkan "
    "begitu saja: satu orang dapat mengubah rata-ratanya."
)


def keterangan_unit(unit: UnitRekap) -> str:
    """Return what the reader must know of a unit's figures."""
    ringkas = unit.ringkas
    isi = [ringkas.status] if ringkas.status != LENGKAP else []
    isi += [USANG] if unit.usang else []
    isi += [f"{ringkas.pindah} ASN pindah, dihitung di unit terakhir"] if ringkas.pindah else []
    return "; ".join(isi)


class _PenulisPeringkat:
    def __init__(self, lembar: Lembar, tata_letak: TataLetakRekap) -> None:
        self.lembar, self.tata_letak, self.tata = lembar, tata_letak, tata_letak.tata_peringkat
        self.predikat = tuple(enumerate(tata_letak.rekap.aturan.predikat.urutan))

    def rumus(self, baris: int, kunci: str, rumus: str, nilai: object, *gaya: str) -> None:
        self.lembar.rumus(baris, self.tata.nomor[kunci], rumus, self.lembar.gaya(*gaya), nilai)

    def unit(self, baris: int, unit: UnitRekap) -> None:
        tata_letak, lembar, ringkas, gaya = self.tata_letak, self.lembar, unit.ringkas, self.lembar.gaya
        teks = {"nama": ringkas.nama, "keterangan": keterangan_unit(unit), "jenis": ringkas.jenis}
        tata_letak.nama_unit(
            lembar, baris, unit, *((isi, self.tata.lebar(kunci)) for kunci, isi in teks.items())
        )
        lembar.teks(baris, 3, ringkas.jenis or "–", gaya("teks"))
        status, nhk, predikat = (tata_letak.di_unit(unit, kunci) for kunci in ("status", "nhk", "predikat"))
        asn, dinilai, rata, jumlah = (
            self.tata.sel(kunci, baris) for kunci in ("asn", "dinilai", "rata", "jumlah")
        )
        semua = f'COUNTIF({status},"{DINILAI}")+COUNTIF({status},"{BELUM_DINILAI}")'
        self.rumus(baris, "asn", semua, ringkas.jumlah_asn, "bulat")
        self.rumus(baris, "dinilai", f'COUNTIF({status},"{DINILAI}")', ringkas.dinilai, "bulat")
        self.rumus(baris, "belum", f"{asn}-{dinilai}", ringkas.belum_dinilai, "bulat")
        persen = tata_letak.persen(ringkas.dinilai, ringkas.jumlah_asn)
        self.rumus(baris, "persen", tata_letak.rumus_persen(dinilai, asn), persen, "dua")
        self.rumus(baris, "rata", tata_letak.rumus_bagi(jumlah, dinilai), unit.rata_rata, "dua", "tebal")
        for nomor, label in self.predikat:
            kunci = kunci_predikat(nomor)
            cocok = f'COUNTIFS({predikat},{self.tata.huruf[kunci]}${BARIS_KEPALA + 1},{status},"{DINILAI}")'
            self.rumus(baris, kunci, cocok, ringkas.predikat.get(label, 0), "bulat")
        atur = tata_letak.rekap.pengaturan
        sebagian = f'IF(({asn}-{dinilai})*100>{atur.belum_dinilai_wajar}*{asn},"{BARU_SEBAGIAN}","")'
        tanda = f'IF({dinilai}=0,"",IF({dinilai}<{atur.unit_kecil},"{UNIT_KECIL}",{sebagian}))'
        self.rumus(baris, "ukuran", tanda, unit.tanda, "teks")
        lembar.teks(baris, self.tata.nomor["keterangan"], teks["keterangan"], gaya("teks"))
        semua = f'SUMIFS({nhk},{status},"{DINILAI}")'
        self.rumus(baris, "jumlah", semua, float(tata_letak.bagian[ringkas.kode][0]), "dua", "pudar")
        self.tempat(baris, unit, rata)

    def tempat(self, baris: int, unit: UnitRekap, rata: str) -> None:
        """Write the rank, and beside the page an order without equal places, from which Ringkasan takes names."""
        tata_letak, huruf = self.tata_letak, self.tata.huruf["rata"]
        awal, akhir = f"{huruf}${BARIS_KEPALA + 2}", f"{huruf}${tata_letak.baris_jumlah}"
        peringkat = f'IF(ISNUMBER({rata}),RANK({rata},${awal}:${akhir}),"")'
        self.rumus(baris, "peringkat", peringkat, unit.peringkat, "bulat", "tengah", "tebal")
        letak = self.tata.sel("peringkat", baris)
        urutan = f'IF(ISNUMBER({rata}),{letak}+COUNTIF({awal}:{rata},{rata})-1,"")'
        tempat = None if unit.peringkat is None else baris - BARIS_KEPALA
        self.rumus(baris, "urutan", urutan, tempat, "bulat", "pudar")

    def jumlah(self) -> None:
        """Write the totals of all units."""
        tata_letak, rekap, baris = self.tata_letak, self.tata_letak.rekap, self.tata_letak.baris_jumlah
        latar = ("latar", "tebal", "awal")
        for kunci, kolom in self.tata.nomor.items():
            if kolom < self.tata.nomor["sela"]:
                teks = tata_letak.sebutan if kunci == "nama" else ""
                self.lembar.teks(baris, kolom, teks, self.lembar.gaya("teks", *latar))
        hitung = {"asn": rekap.jumlah_asn, "dinilai": rekap.dinilai, "belum": rekap.belum_dinilai}
        hitung |= {kunci_predikat(nomor): rekap.predikat[label] for nomor, label in self.predikat}
        for kunci, nilai in hitung.items():
            self.rumus(baris, kunci, self.sum(kunci), nilai, "bulat", *latar)
        jumlah = float(sum(jumlah for jumlah, _ in tata_letak.bagian.values()))
        self.rumus(baris, "jumlah", self.sum("jumlah"), jumlah, "dua", "pudar", *latar)
        dinilai, asn = (self.tata.sel(kunci, baris) for kunci in ("dinilai", "asn"))
        persen = tata_letak.persen(rekap.dinilai, rekap.jumlah_asn)
        self.rumus(baris, "persen", tata_letak.rumus_persen(dinilai, asn), persen, "dua", *latar)
        rata = tata_letak.rumus_bagi(self.tata.sel("jumlah", baris), dinilai)
        self.rumus(baris, "rata", rata, rekap.rata_rata, "dua", *latar)

    def sum(self, kunci: str) -> str:
        huruf = self.tata.huruf[kunci]
        return f"SUM({huruf}{BARIS_KEPALA + 2}:{huruf}{self.tata_letak.baris_jumlah})"


def tulis_peringkat(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Peringkat."""
    tata = tata_letak.tata_peringkat
    cetak = tata.nomor["sela"]
    kalimat = _BACA.format(batas=tata_letak.rekap.pengaturan.unit_kecil)
    kepala = tata_letak.kepala(lembar, "Peringkat Unit Kerja", kalimat, tata.kolom[:cetak])
    lembar.kepala_tabel(kepala, tata.kolom)
    lembar.teks(kepala, cetak, "", lembar.gaya())
    penulis = _PenulisPeringkat(lembar, tata_letak)
    for unit in tata_letak.urutan:
        penulis.unit(tata_letak.baris[unit.ringkas.kode], unit)
    penulis.jumlah()
    lembar.dalam.set_row(tata_letak.baris_jumlah, 20)
    lembar.dalam.autofilter(kepala, 0, tata_letak.baris_jumlah - 1, cetak - 1)
    lembar.dalam.freeze_panes(kepala + 1, 3)
    hitung = f"A{kepala + 2}:{tata.huruf['urutan']}{tata_letak.baris_jumlah + 1}"
    lembar.dalam.ignore_errors({"formula_differs": hitung, "formula_range": hitung})
    lembar.siapkan_cetak(kepala, tata_letak.baris_jumlah, cetak - 1, tata_letak.kaki)
    lembar.lindungi()
