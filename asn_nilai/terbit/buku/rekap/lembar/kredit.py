"""The sheet Angka Kredit: what each functional post earns, multiplied live from percent, coefficient and months."""

from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.terbit.buku.bagian import tulis_kredit
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.rekap.tata_letak import TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom

_KOLOM = (
    Kolom("no", "No", 5),
    Kolom("kode", "Unit", 14),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 30),
    Kolom("jenjang", "Jenjang", 14),
    Kolom("predikat", "Predikat", 17),
    Kolom("persen", "Persen", 9),
    Kolom("koefisien", "Koefisien Setahun", 10.5),
    Kolom("bulan", "Bulan", 8),
    Kolom("sebelum", "Bulan Sebelumnya", 11.5),
    Kolom("angka", "Angka Kredit", 11),
    Kolom("keterangan", "Keterangan", 34),
)
_BACA = (
    "angka kredit jabatan fungsional = persen menurut predikat × koefisien setahun × bulan ÷ 12. Yang dibulatkan jumlah "
    "berjalannya (sampai periode ini, dikurangi bulan-bulan sebelumnya dengan persen yang sama), jadi dua belas bulan berjumlah "
    "angka setahun. Baris tanpa angka kredit menyebut sebabnya di kolom Keterangan."
)


def tulis_angka_kredit(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Angka Kredit."""
    kepala = tata_letak.kepala(lembar, "Angka Kredit", _BACA, _KOLOM)
    lembar.kepala_tabel(kepala, _KOLOM)
    blok, gaya, semua = PenulisBlok(lembar, _KOLOM, kepala + 1), lembar.gaya, tata_letak.rekap.angka_kredit
    for nomor, baris in enumerate(semua, 1):
        kredit, b = baris.kredit, blok.baris
        lembar.angka(b, 0, nomor, gaya("umum", "tengah"))
        tata_letak.tautan_unit(lembar, b, baris.kode_unit)
        lembar.teks(b, 2, kredit.nip, gaya("nip"))
        teks = (kredit.nama, kredit.jabatan, kredit.jenjang, kredit.predikat)
        garis = [blok.gabung(kolom, kolom, isi, "teks") for kolom, isi in enumerate(teks, 3)]
        tulis_kredit(lembar, b, 7, kredit)
        blok.selesai(*garis, blok.gabung(12, 12, "" if kredit.ada else kredit.keterangan, "teks"))
    akhir = max(kepala + 1, blok.baris - 1)
    if semua:
        lembar.dalam.autofilter(kepala, 0, akhir, len(_KOLOM) - 1)
    else:
        blok.kalimat("Tidak ada jabatan fungsional di unit-unit ini pada periode ini.", "miring")
    blok.baris += 1
    tabel = angka_kredit()
    for ketentuan in (tabel.persen, tabel.jenis_asn, tabel.bulanan):
        blok.kalimat(f"{ketentuan.judul}: {ketentuan.dasar} (kepastian: {ketentuan.status}).", "pudar")
    lembar.dalam.freeze_panes(kepala + 1, 4)
    lembar.tanpa_sudut_hijau(nip=f"C{kepala + 2}:C{akhir + 1}")
    lembar.siapkan_cetak(
        kepala, blok.baris - 1, len(_KOLOM) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK
    )
    lembar.lindungi()
