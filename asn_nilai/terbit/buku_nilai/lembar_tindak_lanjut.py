"""The sheet Tindak Lanjut: whom to thank, whom to support and in what, and the angka kredit of functional posts.

It proposes and decides nothing; the words are for a talk between a leader and an ASN. The multiplication of an angka
kredit is a live formula with its stored value.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.acuan.angka_kredit import angka_kredit
from asn_nilai.acuan.ketentuan import ketentuan_kriteria
from asn_nilai.acuan.tindak_lanjut import KreditAsn, TindakLanjut, Usulan
from asn_nilai.acuan.tulisan import tulis_tetap
from asn_nilai.terbit.buku_nilai.denah import Denah
from asn_nilai.terbit.gaya_buku import Kolom, Lembar, ada, format_angka, huruf_kolom

KOLOM = (
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 27),
    Kolom("jenjang", "Jenjang", 14),
    Kolom("predikat", "Predikat", 17),
    Kolom("persen", "Persen", 9),
    Kolom("koefisien", "Koefisien", 10),
    Kolom("bulan", "Bulan", 8),
    Kolom("angka", "Angka Kredit", 13),
    Kolom("keterangan", "Keterangan", 34),
)
HURUF = huruf_kolom(KOLOM)
_AKHIR = len(KOLOM) - 1
_PENGANTAR = (
    "Daftar ini usulan untuk dibicarakan pimpinan dan ASN, bukan keputusan. Penghargaan mengakui hasil yang baik; pembinaan "
    "adalah dukungan agar indikator yang disebut terbantu, bukan hukuman. Tidak ada nilai yang berubah karena daftar ini."
)
_TINGGI_BARIS = 13.5


@dataclass(slots=True)
class _Penulis:
    """Writes block after block downwards; `baris` is the next free row (0-based)."""

    lembar: Lembar
    baris: int

    def judul(self, teks: str) -> None:
        self.baris += 1
        for kolom in range(len(KOLOM)):
            self.lembar.teks(self.baris, kolom, teks if kolom == 0 else "", self.lembar.gaya("anak_judul"))
        self.baris += 1

    def gabung(self, awal: int, akhir: int, teks: str, *gaya: str) -> int:
        """Write a text over several columns of the row; return how many lines it takes."""
        bentuk = self.lembar.gaya(*gaya)
        for kolom in range(awal, akhir + 1):
            self.lembar.teks(self.baris, kolom, "", bentuk)
        if akhir > awal:
            self.lembar.dalam.merge_range(self.baris, awal, self.baris, akhir, "", bentuk)
        self.lembar.teks(self.baris, awal, teks, bentuk)
        muat = sum(satu.lebar for satu in KOLOM[awal : akhir + 1]) * 0.95
        return sum(max(1, math.ceil(len(satu) / muat)) for satu in teks.split("\n"))

    def selesai(self, *garis: int) -> None:
        """Set the row's height to its longest text, and go on."""
        self.lembar.dalam.set_row(self.baris, max(17.0, _TINGGI_BARIS * max(garis) + 4))
        self.baris += 1

    def kalimat(self, teks: str, *gaya: str) -> None:
        self.selesai(self.gabung(0, _AKHIR, teks, "lipat", *gaya))

    def usulan(self, semua: Sequence[Usulan], kosong: str, *, berindikator: bool) -> None:
        """Write a list of ASN with reasons, and with indicators to work on."""
        if not semua:
            self.kalimat(kosong, "miring")
            return
        akhir_alasan = 5 if berindikator else _AKHIR
        for kolom, teks in enumerate(("No", "NIP", "Nama")):
            self.lembar.teks(self.baris, kolom, teks, self.lembar.gaya("kepala"))
        self.gabung(3, akhir_alasan, "Alasan", "kepala")
        if berindikator:
            self.gabung(6, _AKHIR, "Indikator yang dikuatkan (capaian persen)", "kepala")
        self.baris += 1
        for nomor, satu in enumerate(semua, 1):
            self.lembar.angka(self.baris, 0, nomor, self.lembar.gaya("umum", "tengah"))
            self.lembar.teks(self.baris, 1, satu.nip, self.lembar.gaya("nip"))
            garis = [self.gabung(2, 2, satu.nama, "teks"), self.gabung(3, akhir_alasan, satu.alasan, "teks")]
            if berindikator:
                garis.append(self.gabung(6, _AKHIR, _indikator(satu), "teks"))
            self.selesai(*garis)

    def angka_kredit(self, semua: Sequence[KreditAsn]) -> None:
        """Write the table of angka kredit; its figure is a formula over the row's three factors."""
        if not semua:
            self.kalimat("Tidak ada jabatan fungsional di unit ini pada periode ini.", "miring")
            return
        self.lembar.kepala_tabel(self.baris, KOLOM, 20)
        self.baris += 1
        for nomor, satu in enumerate(semua, 1):
            gaya, b = self.lembar.gaya, self.baris
            self.lembar.angka(b, 0, nomor, gaya("umum", "tengah"))
            self.lembar.teks(b, 1, satu.nip, gaya("nip"))
            teks = (satu.nama, satu.jabatan, satu.jenjang, satu.predikat)
            garis = [self.gabung(kolom, kolom, isi, "teks") for kolom, isi in enumerate(teks, 2)]
            for kolom, angka in ((6, satu.persen), (7, satu.koefisien), (8, satu.bulan)):
                self.lembar.angka(b, kolom, angka, gaya(format_angka(angka) if ada(angka) else "umum"))
            if satu.ada:
                faktor = [f"{HURUF[kunci]}{b + 1}" for kunci in ("persen", "koefisien", "bulan")]
                rumus = angka_kredit().rumus_excel(*faktor)
                self.lembar.rumus(b, 9, rumus, gaya("dua", "tebal"), satu.angka)
            else:
                self.lembar.teks(b, 9, "", gaya("dua"))
            self.selesai(*garis, self.gabung(10, 10, "" if satu.ada else satu.keterangan, "teks"))

    def kriteria(self, denah: Denah) -> None:
        semua = [*ketentuan_kriteria(denah.aturan)]
        if not semua:
            self.kalimat(f"Aturan {denah.aturan.profil.nama} belum memuat kriteria tindak lanjut.", "miring")
        for satu in semua:
            self.kalimat(f"{satu.judul}: {satu.isi}. Dasar: {satu.dasar} (kepastian: {satu.status}).")


def _indikator(usulan: Usulan) -> str:
    isi = [f"{i.kode} {i.nama}: {tulis_tetap(i.capaian)}" for i in usulan.indikator]
    return "\n".join(isi) or "Tidak ada indikator di bawah ekspektasi; bicarakan perilaku kerjanya."


def tulis_tindak_lanjut(lembar: Lembar, denah: Denah) -> None:
    """Write the sheet Tindak Lanjut."""
    daftar = denah.hasil.tindak_lanjut or TindakLanjut()
    for nomor, kolom in enumerate(KOLOM):
        lembar.dalam.set_column(nomor, nomor, kolom.lebar)
    awal = lembar.kepala_lembar("Tindak Lanjut", denah.identitas)
    penulis = _Penulis(lembar, awal)
    penulis.kalimat(_PENGANTAR)
    penulis.judul("Usulan penghargaan")
    kosong = "Belum ada ASN yang memenuhi kriteria {} pada periode ini."
    penulis.usulan(daftar.penghargaan, kosong.format("penghargaan"), berindikator=False)
    penulis.judul("Usulan pembinaan: siapa yang perlu didukung, dan dalam hal apa")
    penulis.usulan(daftar.pembinaan, kosong.format("pembinaan"), berindikator=True)
    penulis.judul("Angka kredit jabatan fungsional: persen × koefisien setahun × bulan ÷ 12")
    penulis.angka_kredit(daftar.angka_kredit)
    penulis.judul("Kriteria yang dipakai")
    penulis.kriteria(denah)
    for satu in daftar.catatan:
        penulis.kalimat(satu, "tebal")
    lembar.dalam.freeze_panes(awal, 0)
    lembar.dalam.ignore_errors({"number_stored_as_text": f"{HURUF['nip']}1:{HURUF['nip']}{penulis.baris}"})
    lembar.siapkan_cetak(0, penulis.baris - 1, _AKHIR, denah.kaki)
    lembar.lindungi()
