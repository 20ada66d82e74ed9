"""The sheet Tindak Lanjut: whom to thank, whom to support and in what, and the angka kredit of functional posts.

It proposes and decides nothing; the words are for a talk between a leader and an ASN. The multiplication of an angka
kredit is a live formula with its stored value.
"""

from collections.abc import Sequence

from asn_nilai.acuan.hasil.tindak_lanjut import KreditAsn, TindakLanjut, Usulan
from asn_nilai.acuan.profil.ketentuan import ketentuan_kriteria
from asn_nilai.acuan.tulisan import tulis_tetap
from asn_nilai.terbit.buku.bagian import TANPA_IDE, TANPA_INDIKATOR, tulis_kredit
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.nilai.tata_letak import TataLetak
from asn_nilai.terbit.buku.tata import Kolom, Tata

_TATA = Tata.susun((
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 27),
    Kolom("jenjang", "Jenjang", 14),
    Kolom("predikat", "Predikat", 17),
    Kolom("persen", "Persen", 9),
    Kolom("koefisien", "Koefisien", 10),
    Kolom("bulan", "Bulan", 8),
    Kolom("sebelum", "Bulan Sebelumnya", 11.5),
    Kolom("angka", "Angka Kredit", 11),
    Kolom("keterangan", "Keterangan", 30),
))  # fmt: skip
_AKHIR = len(_TATA.kolom) - 1
_PENGANTAR = (
    "Daftar ini usulan untuk dibicarakan pimpinan dan ASN, bukan keputusan. Penghargaan mengakui hasil yang baik; pembinaan "
    "adalah dukungan agar indikator yang disebut terbantu, bukan hukuman. Tidak ada nilai yang berubah karena daftar ini."
)

_JUMLAH_BERJALAN = (
    "Yang dibulatkan jumlah berjalannya: sampai periode ini, dikurangi bulan-bulan sebelumnya dengan persen yang sama. Jadi dua "
    "belas bulan dengan predikat yang sama berjumlah angka setahun."
)


class _PenulisTindakLanjut(PenulisBlok):
    """Writes the lists, block after block."""

    def usulan(
        self, semua: Sequence[Usulan], kosong: str, *, berindikator: bool, judul: str = "Alasan"
    ) -> None:
        """Write a list of ASN with reasons (under the title `judul`), and with indicators to work on."""
        if not semua:
            self.kalimat(kosong, "miring")
            return
        akhir_alasan = 5 if berindikator else _AKHIR

        def kepala() -> None:
            self.lembar.deret(self.baris, 0, ("No", "NIP", "Nama"), "kepala")
            self.gabung(3, akhir_alasan, judul, "kepala")
            if berindikator:
                self.gabung(6, _AKHIR, "Indikator yang dikuatkan (capaian persen)", "kepala")

        self.kepala_tabel(kepala)
        for nomor, usulan in enumerate(semua, 1):
            isi = [(2, 2, usulan.nama), (3, akhir_alasan, usulan.alasan)]
            if berindikator:
                isi.append((6, _AKHIR, _indikator(usulan)))
            garis = [self.ukur(*ini) for ini in isi]
            self.lanjut(*garis)
            self.lembar.angka(self.baris, 0, nomor, self.lembar.gaya("umum", "tengah"))
            self.lembar.teks(self.baris, 1, usulan.nip, self.lembar.gaya("nip"))
            for ini in isi:
                self.gabung(*ini, "teks")
            self.selesai(*garis)

    def angka_kredit(self, semua: Sequence[KreditAsn]) -> None:
        """Write the table of angka kredit; its figure is a formula over the row's three factors."""
        if not semua:
            self.kalimat("Tidak ada jabatan fungsional di unit ini pada periode ini.", "miring")
            return
        self.kepala_tabel(lambda: self.lembar.kepala_tabel(self.baris, _TATA.kolom))
        for nomor, kredit in enumerate(semua, 1):
            siapa = (kredit.nama, kredit.jabatan, kredit.jenjang, kredit.predikat)
            isi = (*enumerate(siapa, 2), (_AKHIR, "" if kredit.ada else kredit.keterangan))
            garis = [self.ukur(kolom, kolom, teks) for kolom, teks in isi]
            self.lanjut(*garis)
            gaya, b = self.lembar.gaya, self.baris
            self.lembar.angka(b, 0, nomor, gaya("umum", "tengah"))
            self.lembar.teks(b, 1, kredit.nip, gaya("nip"))
            for kolom, teks in isi:
                self.lembar.teks(b, kolom, teks, gaya("teks"))
            tulis_kredit(self.lembar, b, 6, kredit)
            self.selesai(*garis)

    def kriteria(self, tata_letak: TataLetak) -> None:
        semua = [*ketentuan_kriteria(tata_letak.aturan)]
        if not semua:
            self.kalimat(
                f"Aturan {tata_letak.aturan.profil.nama} belum memuat kriteria tindak lanjut.", "miring"
            )
        for kriteria in semua:
            self.kalimat(
                f"{kriteria.judul}: {kriteria.isi}. Dasar: {kriteria.dasar} (kepastian: {kriteria.status})."
            )


def _indikator(usulan: Usulan) -> str:
    isi = [f"{i.sebutan}: {tulis_tetap(i.capaian)}" for i in usulan.indikator]
    return "\n".join(isi) or TANPA_INDIKATOR


def tulis_tindak_lanjut(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Tindak Lanjut."""
    daftar = tata_letak.hasil.tindak_lanjut or TindakLanjut()
    for nomor, kolom in enumerate(_TATA.kolom):
        lembar.dalam.set_column(nomor, nomor, kolom.lebar)
    awal = lembar.kepala_lembar("Tindak Lanjut", tata_letak.identitas)
    penulis = _PenulisTindakLanjut(lembar, _TATA.kolom, awal)
    penulis.kalimat(_PENGANTAR)
    penulis.judul("Usulan penghargaan")
    kosong = "Belum ada ASN yang memenuhi kriteria {} pada periode ini."
    penulis.usulan(daftar.penghargaan, kosong.format("penghargaan"), berindikator=False)
    penulis.judul("Ide baru yang dicatat, bahan pertimbangan penghargaan")
    penulis.usulan(daftar.ide_baru, TANPA_IDE, berindikator=False, judul="Bulan dan uraian singkat")
    penulis.judul("Usulan pembinaan: siapa yang perlu didukung, dan dalam hal apa")
    penulis.usulan(daftar.pembinaan, kosong.format("pembinaan"), berindikator=True)
    penulis.judul("Angka kredit jabatan fungsional: persen × koefisien setahun × bulan ÷ 12")
    penulis.kalimat(_JUMLAH_BERJALAN)
    penulis.angka_kredit(daftar.angka_kredit)
    penulis.judul("Kriteria yang dipakai")
    penulis.kriteria(tata_letak)
    for catatan in daftar.catatan:
        penulis.kalimat(catatan, "tebal")
    lembar.dalam.freeze_panes(awal, 0)
    lembar.tanpa_sudut_hijau(nip=_TATA.rentang("nip", 0, penulis.baris - 1))
    lembar.siapkan_cetak(0, penulis.baris - 1, _AKHIR, tata_letak.kaki)
    penulis.bagi_halaman()
    lembar.lindungi()
