"""The sheet Nilai: one row for each ASN, and below it what a head of unit signs.

Score, rating, predikat and recap are live. A cell whose official value is not what its formula would give (a moved
ASN's row, a score held back by a finding) is written as it stands, so that recalculating changes nothing.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI, PINDAH, SEMENTARA, NilaiAsn
from asn_nilai.acuan.hasil.ringkas import KETERANGAN_SEMENTARA
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.nama_excel import nama_batas
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.rumus.rumus import bulatkan_excel
from asn_nilai.terbit.buku.bagian import tanda_tangan, warnai_predikat
from asn_nilai.terbit.buku.blok import MUAT_KECIL, jaga_kaki, tinggi_muat
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.nilai.lembar_rincian import rumus_nhk
from asn_nilai.terbit.buku.nilai.tata_letak import Rentang, TataLetak
from asn_nilai.terbit.buku.tata import Tata, ada

IDE_BARU = "Ya"


def predikat_menurut(tata_letak: TataLetak, asn: NilaiAsn) -> str:
    """Return the predikat that the live cell gives: Belum Dinilai where something is missing."""
    predikat = tata_letak.aturan.predikat
    if predikat.matriks:
        menurut = predikat.matriks.nilai.get(asn.rating_hasil, {})
        return menurut.get(asn.rating_perilaku, BELUM_DINILAI)
    akhir, ide = np.array([asn.nilai_akhir]), np.array([asn.perilaku.ide_baru])
    label = predikat.tangga.beri_label(akhir, ide) if predikat.tangga else [""]
    return str(label[0]) or BELUM_DINILAI


@dataclass(slots=True)
class _PenulisNilai:
    lembar: Lembar
    tata_letak: TataLetak
    rumus_predikat: str

    @property
    def tata(self) -> Tata:
        return self.tata_letak.tata_nilai

    def baris(self, nomor: int, asn: NilaiAsn) -> None:
        lembar, gaya, kolom = self.lembar, self.lembar.gaya, self.tata.nomor
        alasan = alasan_cetak(asn)
        muat = ((asn.nama, "nama", 1), (asn.jabatan, "jabatan", 1), (alasan, "alasan", MUAT_KECIL))
        lembar.dalam.set_row(nomor, tinggi_muat((teks, self.tata.lebar(k) * kali) for teks, k, kali in muat))
        lembar.angka(nomor, 0, nomor - self.tata_letak.baris_pertama + 1, gaya("umum", "tengah"))
        lembar.teks(nomor, kolom["nip"], asn.nip, gaya("nip"))
        lembar.teks(nomor, kolom["nama"], asn.nama, gaya("teks"))
        lembar.teks(nomor, kolom["jabatan"], asn.jabatan, gaya("teks"))
        lembar.angka(nomor, kolom["jumlah_indikator"], len(asn.indikator), gaya("umum", "tengah"))
        self.nhk(nomor, asn)
        self.rating(nomor, asn)
        self.perilaku(nomor, asn)
        self.nilai_akhir(nomor, asn)
        self.predikat(nomor, asn)
        lembar.teks(nomor, kolom["alasan"], alasan, gaya("teks", "kecil"))

    def nhk(self, nomor: int, asn: NilaiAsn) -> None:
        nip, gaya, nilai = asn.nip, self.lembar.gaya("dua", "tebal"), asn.nhk
        rentang: Rentang | None = self.tata_letak.pindah.get(nip)
        kolom = self.tata.nomor["nilai_hasil_kerja"]
        if rentang is None and nip not in self.tata_letak.tertahan:
            rentang = self.tata_letak.rentang.get(nip)
        lengkap = all(ada(bagian.nhk) for bagian in asn.bagian)
        if rentang is None or (nip in self.tata_letak.pindah and lengkap and not ada(nilai)):
            self.lembar.angka(nomor, kolom, nilai, gaya)
        else:
            self.lembar.rumus(nomor, kolom, rumus_nhk(self.tata_letak, rentang.di_rincian), gaya, nilai)

    def rating(self, nomor: int, asn: NilaiAsn) -> None:
        tangga = self.tata_letak.aturan.rating_hasil
        if tangga:
            kunci = ("rating_hasil_kerja", "nilai_hasil_kerja")
            self.label(nomor, asn, asn.rating_hasil, kunci, "hasil", tangga)

    def label(
        self, nomor: int, asn: NilaiAsn, label: str, kunci: tuple[str, str], apa: str, tangga: Tangga
    ) -> None:
        """Write the label of a number of the same row, live but for who moved on; `kunci` are both columns."""
        gaya, kolom = self.lembar.gaya("teks"), self.tata.nomor[kunci[0]]
        if asn.status == PINDAH:
            self.lembar.teks(nomor, kolom, label, gaya)
            return
        isi = self.tata_letak.rumus_label(apa, tangga, self.tata.sel_sebaris(kunci[1]))
        self.lembar.rumus_baris(nomor, kolom, isi, gaya, label)

    def perilaku(self, nomor: int, asn: NilaiAsn) -> None:
        kolom, gaya, bagian = self.tata.nomor, self.lembar.gaya, self.tata_letak.aturan.perilaku
        if "angka_perilaku" in kolom:
            self.dari_perilaku(nomor, "angka_perilaku", "angka", asn.perilaku.angka)
        if "ide_baru" in kolom:
            ide = IDE_BARU if asn.perilaku.ide_baru else ""
            self.lembar.teks(nomor, kolom["ide_baru"], ide, gaya("umum", "tengah"))
        if "angka_perilaku" in kolom and bagian.tangga:
            kunci = ("rating_perilaku", "angka_perilaku")
            self.label(nomor, asn, asn.rating_perilaku, kunci, "perilaku", bagian.tangga)
        elif "rating_perilaku" in kolom:
            self.dari_perilaku(nomor, "rating_perilaku", "rating", asn.rating_perilaku)

    def dari_perilaku(self, nomor: int, kunci: str, asal: str, isi: str | float) -> None:
        """Write what the sheet Perilaku gives, live; as it stands where no row there says the same."""
        gaya, kolom = self.lembar.gaya("dua" if isinstance(isi, float) else "teks"), self.tata.nomor[kunci]
        baris = self.tata_letak.sel_perilaku.get(nomor - self.tata_letak.baris_pertama)
        if baris is None and isinstance(isi, float):
            self.lembar.angka(nomor, kolom, isi, gaya)
            return
        if baris is None:
            self.lembar.teks(nomor, kolom, isi, gaya)
            return
        sel = f"Perilaku!{self.tata_letak.tata_perilaku.sel(asal, baris)}"
        self.lembar.rumus(nomor, kolom, f'IF({sel}="","",{sel})', gaya, isi)

    def nilai_akhir(self, nomor: int, asn: NilaiAsn) -> None:
        if "nilai_akhir" not in self.tata.nomor:
            return
        kolom, gaya = self.tata.nomor["nilai_akhir"], self.lembar.gaya("dua", "tebal")
        if asn.status == PINDAH:
            self.lembar.angka(nomor, kolom, asn.nilai_akhir, gaya)
            return
        nhk, perilaku = (self.tata.sel_sebaris(k) for k in ("nilai_hasil_kerja", "angka_perilaku"))
        jumlah = f"bobot_hasil_kerja*{nhk}+(1-bobot_hasil_kerja)*{perilaku}"
        isi = f'IF(AND(ISNUMBER({nhk}),ISNUMBER({perilaku})),{bulatkan_excel(jumlah, "desimal_nhk")},"")'
        self.lembar.rumus_baris(nomor, kolom, isi, gaya, asn.nilai_akhir)

    def predikat(self, nomor: int, asn: NilaiAsn) -> None:
        lembar, predikat, status = self.lembar, asn.predikat, asn.status
        gaya, kolom = lembar.gaya("teks", "tebal"), self.tata.nomor
        if status == PINDAH or predikat != predikat_menurut(self.tata_letak, asn):
            lembar.teks(nomor, kolom["predikat"], predikat, gaya)
        else:
            lembar.rumus_baris(nomor, kolom["predikat"], self.rumus_predikat, gaya, predikat)
        berpredikat = SEMENTARA if asn.bulan_kurang else DINILAI
        if status == (BELUM_DINILAI if predikat == BELUM_DINILAI else berpredikat):
            sel = self.tata.sel_sebaris("predikat")
            isi = f'IF({sel}="{BELUM_DINILAI}","{BELUM_DINILAI}","{berpredikat}")'
            lembar.rumus_baris(nomor, kolom["status"], isi, lembar.gaya("teks"), status)
        else:
            lembar.teks(nomor, kolom["status"], status, lembar.gaya("teks"))


def _rumus_predikat(tata: Tata, aturan: Aturan) -> str:
    """Return the formula of the predikat, from the cells of its row."""
    tangga = aturan.predikat.tangga
    if tangga:
        akhir = tata.sel_sebaris("nilai_akhir")
        syarat = f'{tata.sel_sebaris("ide_baru")}="{IDE_BARU}"' if tangga.bersyarat else "FALSE"
        label = tangga.excel(akhir, nama_batas("predikat", tangga), syarat)
        return f'IF(ISNUMBER({akhir}),{label},"{BELUM_DINILAI}")'
    hasil, perilaku = (tata.sel_sebaris(k) for k in ("rating_hasil_kerja", "rating_perilaku"))
    cari = f"MATCH({hasil},matriks_hasil,0),MATCH({perilaku},matriks_perilaku,0)"
    return f'IF(OR({hasil}="",{perilaku}=""),"{BELUM_DINILAI}",INDEX(matriks_predikat,{cari}))'


def alasan_cetak(asn: NilaiAsn) -> str:
    """Return the reason short enough to print: the titles of the findings, each once, where the score stands, what it lacks."""
    return (
        asn.kata_pindah
        or asn.kata_sementara
        or "; ".join(dict.fromkeys(temuan.jenis.judul for temuan in asn.alasan))
    )


def tulis_nilai(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Nilai."""
    tata = tata_letak.tata_nilai
    kepala = lembar.kepala_lembar("Daftar Nilai Kinerja ASN", tata_letak.identitas)
    lembar.kepala_tabel(kepala, tata.kolom)
    penulis = _PenulisNilai(lembar, tata_letak, _rumus_predikat(tata, tata_letak.aturan))
    for nomor, asn in enumerate(tata_letak.nilai, kepala + 1):
        penulis.baris(nomor, asn)
    akhir = kepala + max(1, len(tata_letak.nilai))
    if tata_letak.nilai:
        lembar.dalam.autofilter(kepala, 0, akhir, len(tata.kolom) - 1)
    else:
        lembar.teks(
            kepala + 1,
            0,
            "Tidak ada ASN yang ditempatkan di unit ini pada periode ini.",
            lembar.gaya("miring"),
        )
    data = (kepala + 1, akhir)
    warnai_predikat(lembar, tata_letak.aturan, tata.nomor["predikat"], data)
    bawah = max(
        _rekap(lembar, tata_letak, akhir + 2, data),
        _penjelasan(lembar, tata_letak, akhir + 2),
        _tanda_tangan(lembar, tata_letak, akhir + 2),
    )
    lembar.dalam.freeze_panes(kepala + 1, tata.nomor["jabatan"])
    hitung = tata.rentang("nilai_hasil_kerja", kepala + 1, akhir, "status")
    lembar.tanpa_sudut_hijau(nip=tata.rentang("nip", kepala + 1, akhir), rumus=hitung)
    lembar.siapkan_cetak(kepala, bawah, len(tata.kolom) - 1, tata_letak.kaki)
    jaga_kaki(lembar, tata.kolom, kepala, akhir + 2, bawah)
    lembar.lindungi()


def _rekap(lembar: Lembar, tata_letak: TataLetak, awal: int, data: tuple[int, int]) -> int:
    """Write how many of the rows from first to last (`data`) have each predikat; return the last row written."""
    gaya, tata = lembar.gaya, tata_letak.tata_nilai
    semua = Counter(asn.predikat if asn.status == DINILAI else asn.status for asn in tata_letak.nilai)
    sementara = (SEMENTARA,) if semua[SEMENTARA] else ()
    label = (*tata_letak.aturan.predikat.urutan, *sementara, BELUM_DINILAI)
    predikat, status = (tata.rentang_tetap(k, *data) for k in ("predikat", "status"))
    lembar.deret(awal, 1, ("Rekap predikat", "Jumlah ASN"), "kepala")
    for nomor, label_ini in enumerate(label, awal + 1):
        lembar.teks(nomor, 1, label_ini, gaya("teks"))
        rumus = f'COUNTIFS({predikat},B{nomor + 1},{status},"{DINILAI}")'
        if label_ini in {SEMENTARA, BELUM_DINILAI}:
            rumus = f"COUNTIF({status},B{nomor + 1})"
        lembar.rumus(nomor, 2, rumus, gaya("umum", "tengah"), semua[label_ini])
    akhir = awal + len(label) + 1
    lembar.teks(akhir, 1, "Jumlah", gaya("teks", "tebal", "latar"))
    lembar.rumus(
        akhir,
        2,
        f"SUM(C{awal + 2}:C{akhir})",
        gaya("umum", "tengah", "latar", "tebal"),
        len(tata_letak.nilai) - semua[PINDAH],
    )
    if pindah := semua[PINDAH]:
        akhir += 1
        lembar.teks(
            akhir,
            1,
            f"Di luar jumlah: {pindah} ASN pindah, dinilai di unit terakhirnya.",
            gaya("pudar", "kecil"),
        )
    return akhir


_PENJELASAN = (
    "Nilai hasil kerja: rata-rata capaian indikator menurut bobotnya (lembar Rincian).",
    "{predikat}",
    "Belum Dinilai: ada yang belum lengkap; lihat Alasan dan lembar Temuan.",
    "Pindah: ASN pindah dalam periode ini; nilainya digabung di unit terakhir.",
    "Semua angka dihitung langsung dari lembar Rincian dan Aturan.",
)
_ARTI_PREDIKAT = {
    "matriks": "Predikat: pertemuan rating hasil kerja dan rating perilaku (lembar Aturan).",
    "pita": "Predikat: dari nilai akhir, gabungan hasil kerja dan perilaku (lembar Aturan).",
}


_LEBAR_PENJELASAN = 66
"""Characters that a sentence takes in one line."""


def _penjelasan(lembar: Lembar, tata_letak: TataLetak, awal: int) -> int:
    """Write what the words mean; return the last row."""
    kolom = akhir = tata_letak.tata_nilai.nomor["jabatan"]
    while sum(k.lebar for k in tata_letak.tata_nilai.kolom[kolom : akhir + 1]) < _LEBAR_PENJELASAN:
        akhir += 1
    lembar.teks(awal, kolom, "Keterangan", lembar.gaya("tebal", "menjorok"))
    sementara = any(asn.status == SEMENTARA for asn in tata_letak.nilai)
    semua = (*_PENJELASAN, *((KETERANGAN_SEMENTARA,) if sementara else ()))
    for nomor, kalimat in enumerate(semua, awal + 1):
        teks = kalimat.format(predikat=_ARTI_PREDIKAT[tata_letak.aturan.predikat.cara])
        lembar.dalam.merge_range(nomor, kolom, nomor, akhir, teks, lembar.gaya("lipat", "menjorok"))
    return awal + len(semua)


_PENILAI_KEPALA = "Untuk nilai kepala unit ini, pejabat penilainya,"
"""Who signs for the one score that the head cannot certify."""


def _tanda_tangan(lembar: Lembar, tata_letak: TataLetak, awal: int) -> int:
    """Write where the unit's head signs, and for the head's own score whoever rates the head; return the last row."""
    unit, siapa = tata_letak.hasil.unit, tata_letak.hasil.penandatangan
    kolom = tata_letak.tata_nilai.nomor["status"]
    garis = (kolom, kolom + 1)
    akhir = tanda_tangan(lembar, awal, garis, f"Kepala {unit.nama},", siapa.kepala)
    return tanda_tangan(lembar, akhir + 2, garis, _PENILAI_KEPALA, siapa.penilai)
