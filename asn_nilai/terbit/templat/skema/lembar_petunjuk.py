"""The sheet Petunjuk of the skema: what to do in which order, and what each column holds."""

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.terbit.templat.lembar.lembar import LembarTemplat
from asn_nilai.terbit.templat.lembar.petunjuk import Petunjuk
from asn_nilai.terbit.templat.skema.arti_kolom import ARTI_KOLOM, WAJIB
from asn_nilai.terbit.templat.skema.bahan import BahanSkema

_LANGKAH = (
    "Lembar Unit: periksa kode, nama, dan jenis tiap unit. Kode yang diusulkan program boleh diganti sekarang; sesudah target dikirim jangan diganti lagi.",
    "Lembar Pegawai: satu baris untuk tiap ASN. Menempel dari daftar lain: pilih Tempel Khusus › Nilai, supaya NIP tetap teks dan daftar pilihan tidak hilang.",
    "Lembar Indikator: hapus baris yang tidak dipakai, sesuaikan definisi, satuan, dan batasnya, lalu tambahkan milik sendiri.",
    "Lihat kolom Periksa di tiap lembar: Lengkap berarti barisnya beres; selain itu tertulis apa yang kurang.",
    "Simpan tetap sebagai skema.xlsx, lalu jalankan asn-nilai validasi: yang masih keliru disebut dengan selnya.",
    "Bila bersih: asn-nilai templat target menulis buku target untuk tiap unit.",
)
_CONTOH = "Baris Indikator yang kolom Asal-nya bertulisan contoh datang dari katalog program. Katalog itu bukan peraturan: pilih dan ubah sesuai tugas unit."
_PINDAH = (
    ("Pindah unit per 1 April", "Dua baris dengan NIP yang sama. Baris unit lama: Selesai 31/03. Baris unit baru: Mulai 01/04."),
    ("Pegawai baru", "Satu baris; Mulai diisi hari pertamanya."),
    ("Pensiun atau keluar", "Selesai diisi hari terakhirnya; barisnya jangan dihapus, karena bulan-bulan sebelumnya tetap dinilai."),
    ("Unit berganti kode", "Kode barunya di Kode Unit, kode yang lama di Kode Lama."),
)  # fmt: skip


def petunjuk_skema(lembar: LembarTemplat, bahan: BahanSkema) -> None:
    """Write the guide."""
    tulis = Petunjuk(lembar)
    tulis.judul("Petunjuk mengisi skema", f"{bahan.instansi} · tahun {bahan.tahun}")
    tulis.bagian("Langkahnya")
    tulis.langkah((*_LANGKAH, *((_CONTOH,) if bahan.dari_katalog else ())))
    tulis.bagian("Bila ada yang berubah di tengah tahun")
    tulis.pasangan(_PINDAH)
    for nama, arti in ARTI_KOLOM.items():
        tulis.bagian(f"Kolom lembar {nama}")
        tulis.pasangan(
            [
                (f"{FORMULIR[nama].label(kunci)}{' (wajib)' if kunci in WAJIB[nama] else ''}", kalimat)
                for kunci, kalimat in arti.items()
            ]
        )
    tulis.selesai(bahan.kaki)
