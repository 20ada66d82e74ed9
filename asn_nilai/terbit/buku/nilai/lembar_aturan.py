"""The sheet Aturan: every figure behind the scores, with its basis, and open to trying out.

The live formulas of Nilai and Rincian end at the named cells of this sheet. Only these cells are unlocked.
"""

from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.tabel import nama_kolom
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import (
    ARTI_STATUS,
    belum_diperiksa,
    bersama_syarat,
    daftar_ketentuan,
    ketentuan_catatan,
)
from asn_nilai.acuan.profil.nama_excel import angka_bernama
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.rumus.rumus import RUMUS
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar, tinggi_baris
from asn_nilai.terbit.buku.nilai.lembar_aturan_isian import batas_isian, isian
from asn_nilai.terbit.buku.nilai.tata_letak import TataLetak
from asn_nilai.terbit.buku.tata import Kolom

_KOLOM = (
    Kolom("a", "", 46),
    Kolom("b", "", 20),
    Kolom("c", "", 20),
    Kolom("d", "", 20),
    Kolom("dasar", "", 48),
    Kolom("kepastian", "", 17),
)
_LEBAR_ISI = sum(kolom.lebar for kolom in _KOLOM[1:4])
_PENGANTAR = (
    "Angka di bawah ini adalah dasar semua nilai di buku ini. Sel berlatar kuning boleh diubah untuk melihat apa yang akan "
    "terjadi: lembar Rincian, Perilaku, dan Nilai langsung ikut berubah. Perubahan di sini hanya percobaan di salinan ini. Hasil resmi "
    "tidak berubah, dan tetap yang tercatat dengan aturan yang disebut di atas."
)


@dataclass(slots=True)
class _PenulisAturan(PenulisBlok):
    """Writes the rule's blocks."""

    aturan: Aturan = field(kw_only=True)

    def kepala(self, *teks: str) -> None:
        """Write a block's header: its first columns, then basis and certainty."""
        self.lembar.deret(self.baris, 4, ("Dasar", "Kepastian"), "kepala")
        self.lembar.deret(self.baris, 0, teks[:-1], "kepala")
        self.gabung(len(teks) - 1, 3, teks[-1], "kepala")
        self.baris += 1

    def dasar(self, dasar: str, status: str) -> None:
        """Write a row's basis and certainty, and go on to the next row."""
        self.lembar.deret(self.baris, 4, (dasar, status), "teks")
        self.baris += 1

    def setinggi(self, tinggi: float, teks: str, *gaya: str) -> None:
        """Write a text over all columns in a row of a given height."""
        self.lembar.dalam.set_row(self.baris, tinggi)
        self.gabung(0, len(_KOLOM) - 1, teks, "lipat", *gaya)
        self.baris += 1

    def namai(self, nama: str, awal: tuple[int, int], akhir: tuple[int, int] | None = None) -> None:
        """Give a cell, or a block from corner to corner, a name that formulas use."""
        sudut = [f"${nama_kolom(kolom)}${baris + 1}" for baris, kolom in (awal, akhir or awal)]
        self.lembar.buku.define_name(nama, f"=Aturan!{sudut[0] if akhir is None else ':'.join(sudut)}")

    def profil(self) -> None:
        profil = self.aturan.profil
        self.judul("Profil aturan")
        isi = {
            "Nama": profil.nama,
            "Kode": profil.kode,
            "Peraturan": profil.peraturan,
            "Berlaku": profil.masa_berlaku,
        }
        for label, teks in {**isi, "Keterangan": profil.keterangan, "SHA-256": self.aturan.sha256}.items():
            self.lembar.teks(self.baris, 0, label, self.lembar.gaya("teks", "pudar"))
            self.gabung(1, len(_KOLOM) - 1, teks, "teks")
            # Merged cells do not grow with their text by themselves.
            lebar = sum(kolom.lebar for kolom in _KOLOM[1:])
            self.lembar.dalam.set_row(self.baris, tinggi_baris(teks, lebar, paling_sedikit=15))
            self.baris += 1

    def angka(self) -> None:
        self.judul("Angka yang dipakai rumus")
        self.kepala("Angka", "Nilai", "Nama sel dalam rumus")
        semua = angka_bernama(self.aturan)
        for angka in semua:
            self.lembar.teks(self.baris, 0, angka.judul, self.lembar.gaya("teks"))
            self.lembar.angka(self.baris, 1, angka.nilai, self.lembar.gaya("umum", "tengah", "masukan"))
            self.gabung(2, 3, angka.nama, "teks", "pudar")
            self.namai(angka.nama, (self.baris, 1))
            self.lembar.dalam.data_validation(self.baris, 1, self.baris, 1, batas_isian(angka, self.aturan))
            self.dasar(angka.dasar, angka.status)

    def rumus(self) -> None:
        menurut = self.aturan.capaian.rumus_menurut
        self.judul(f"Rumus capaian menurut {menurut} (persen, sebelum lantai dan plafon)")
        self.kepala(menurut.capitalize(), "Rumus")
        for kunci, ketentuan in self.aturan.capaian.rumus.items():
            self.lembar.dalam.set_row(self.baris, 40)
            self.lembar.teks(self.baris, 0, kunci, self.lembar.gaya("teks"))
            self.gabung(1, 3, RUMUS[ketentuan.nilai].tulisan, "teks")
            self.dasar(ketentuan.dasar, ketentuan.status)

    def pita(self, judul: str, tangga: Tangga | None) -> None:
        """Write a block of bands, nothing where the rule has none."""
        if tangga is None:
            return
        self.judul(judul)
        self.kepala("Sebutan", "Rentang menurut aturan")
        for pita, syarat in bersama_syarat(tangga.pita):
            self.lembar.teks(self.baris, 0, pita.label, self.lembar.gaya("teks"))
            self.gabung(1, 3, pita.rentang + syarat, "teks")
            self.dasar(pita.dasar, pita.status)

    def matriks(self) -> None:
        """Write the matrix, where the rule has one, and right of it the predikat that its cells may hold."""
        matriks, perilaku, hasil = (
            self.aturan.predikat.matriks,
            self.aturan.perilaku.label,
            self.aturan.label_hasil,
        )
        if matriks is None:
            return
        gaya, kanan = self.lembar.gaya, len(perilaku)
        self.judul(matriks.judul or "Matriks predikat")
        self.lembar.deret(self.baris, 0, ("Hasil kerja ↓   Perilaku →", *perilaku), "kepala")
        self.namai("matriks_perilaku", (self.baris, 1), (self.baris, kanan))
        bawah_daftar = self.daftar_predikat(max(kanan + 1, len(_KOLOM) - 2))
        awal = self.baris + 1
        for nomor, label in enumerate(hasil, awal):
            self.lembar.teks(nomor, 0, label, gaya("teks", "tebal"))
            for kolom, rating in enumerate(perilaku, 1):
                self.lembar.teks(
                    nomor, kolom, matriks.nilai[label][rating], gaya("teks", "tengah", "masukan")
                )
        akhir = awal + len(hasil) - 1
        self.namai("matriks_hasil", (awal, 0), (akhir, 0))
        self.namai("matriks_predikat", (awal, 1), (akhir, kanan))
        pilihan = {
            **isian("list", "Predikat"),
            "source": "=daftar_predikat",
            "error_message": "Pilih dari daftar.",
        }
        self.lembar.dalam.data_validation(awal, 1, akhir, kanan, pilihan)
        self.lembar.teks(
            akhir + 1, 0, f"Dasar: {matriks.dasar} (kepastian: {matriks.status}).", gaya("pudar")
        )
        self.baris = max(akhir + 1, bawah_daftar) + 1

    def daftar_predikat(self, kolom: int) -> int:
        """Write the predikat, best first, from the current row downwards; return the last row."""
        self.lembar.teks(self.baris, kolom, "Pilihan predikat, dari yang terbaik", self.lembar.gaya("kepala"))
        urutan = self.aturan.predikat.urutan
        for nomor, label in enumerate(urutan, self.baris + 1):
            self.lembar.teks(nomor, kolom, label, self.lembar.gaya("teks"))
        akhir = self.baris + len(urutan)
        self.namai("daftar_predikat", (self.baris + 1, kolom), (akhir, kolom))
        return akhir

    def lainnya(self) -> None:
        """Write what decides beside figures and bands: how figures become one, and other weights."""
        aturan, dikenal = self.aturan, {k.judul: k for k in daftar_ketentuan(self.aturan)}
        perilaku, nhk = aturan.perilaku, aturan.nhk
        cara = (aturan.capaian.antarbulan, nhk.gabungan, nhk.pindah, perilaku.rentang, perilaku.gabungan)
        judul = [k.judul for k in (*cara, perilaku.antarbulan) if k]
        judul += [nama for nama in dikenal if nama.startswith("Bobot nilai akhir")]
        self.judul("Cara angka digabung")
        self.kepala("Ketentuan", "Isi")
        for nama in judul:
            self.lembar.dalam.set_row(
                self.baris, tinggi_baris(dikenal[nama].isi, _LEBAR_ISI, paling_sedikit=30)
            )
            self.lembar.teks(self.baris, 0, nama, self.lembar.gaya("teks"))
            self.gabung(1, 3, dikenal[nama].isi, "teks")
            self.dasar(dikenal[nama].dasar, dikenal[nama].status)

    def peringatan(self) -> None:
        """Say before everything else which figures nobody has looked up, and what the rule leaves out or replaces."""
        if belum := belum_diperiksa(self.aturan):
            isi = f"Aturan ini memuat angka yang belum diperiksa pada sumbernya: {'; '.join(belum)}."
            self.setinggi(30, isi, "tebal")
        for catatan in ketentuan_catatan(self.aturan):
            self.setinggi(42, f"{catatan.isi} ({catatan.status}).")

    def kepastian(self) -> None:
        self.judul("Arti kepastian")
        for status, arti in ARTI_STATUS.items():
            self.lembar.teks(self.baris, 0, status, self.lembar.gaya("teks", "tebal"))
            self.gabung(1, len(_KOLOM) - 1, arti, "teks")
            self.baris += 1


def tulis_aturan(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Aturan and define the names that formulas use."""
    for nomor, kolom in enumerate(_KOLOM):
        lembar.dalam.set_column(nomor, nomor, kolom.lebar)
    awal = lembar.kepala_lembar("Aturan Penilaian", tata_letak.identitas, 1, dalam=_KOLOM)
    penulis = _PenulisAturan(lembar, _KOLOM, awal, aturan=tata_letak.aturan)
    penulis.setinggi(42, _PENGANTAR)
    penulis.peringatan()
    penulis.angka()
    penulis.matriks()
    penulis.rumus()
    penulis.pita("Rating hasil kerja menurut nilai hasil kerja (x)", tata_letak.aturan.rating_hasil)
    apa = "nilai perilaku" if tata_letak.aturan.perilaku_angka else "rata-rata skor aspek"
    penulis.pita(f"Rating perilaku menurut {apa} (x)", tata_letak.aturan.perilaku.tangga)
    penulis.lainnya()
    penulis.pita("Predikat menurut nilai akhir (x)", tata_letak.aturan.predikat.tangga)
    penulis.profil()
    penulis.kepastian()
    lembar.dalam.freeze_panes(awal, 0)
    lembar.siapkan_cetak(0, penulis.baris - 1, len(_KOLOM) - 1, tata_letak.kaki)
    lembar.lindungi()
