"""The columns of the published CSV files, each with what it means: one list for the header and for the dictionary."""

from dataclasses import dataclass

LAYANAN, SEBARAN, KINERJA, KAMUS = "layanan.csv", "sebaran.csv", "kinerja_unit.csv", "kamus_data.csv"
KOLOM_KAMUS = ("berkas", "kolom", "arti", "satuan", "catatan")


@dataclass(frozen=True, slots=True)
class KolomPublik:
    """One column: its name, what it means, its unit of measure, and what else a reader must know; `{k}` is filled in."""

    nama: str
    arti: str
    satuan: str = "teks"
    catatan: str = ""


_PERIODE = KolomPublik(
    "periode",
    "Periode hasil",
    "kode periode",
    "2026-03 bulan, 2026-T1 triwulan, 2026-S1 semester, 2026 tahun",
)
_SATUAN_INDIKATOR = "lihat kolom satuan"
_LANGKAH = "Banyaknya tepat; bagian dan rata-rata dibulatkan, makin kasar makin sedikit orang di belakangnya. Titik sebagai tanda desimal"
_LALU = "Kosong bila tidak ada bulan sebelumnya yang memuat unit yang sama"

BERKAS: dict[str, tuple[KolomPublik, ...]] = {
    LAYANAN: (
        _PERIODE,
        KolomPublik("kode_indikator", "Kode indikator"),
        KolomPublik("indikator", "Nama indikator"),
        KolomPublik("satuan", "Satuan target dan realisasi"),
        KolomPublik("arah", "Ke mana hasil disebut lebih baik"),
        KolomPublik("ringkasan", "Cara laporan beberapa ASN atau unit menjadi satu angka", catatan="jumlah, rata-rata, rata-rata keadaan pada bulan terakhir, atau jumlah pembilang dibagi jumlah penyebut"),
        KolomPublik("jenis_baris", "seluruh, unit, atau gabungan", catatan="Baris seluruh sudah memuat baris lain; jangan dijumlahkan lagi"),
        KolomPublik("kode_unit", "Kode unit kerja", catatan="Hanya bila baris itu tepat satu unit"),
        KolomPublik("unit", "Nama unit kerja"),
        KolomPublik("jumlah_unit", "Banyaknya unit dalam baris itu", "unit"),
        KolomPublik("jumlah_asn", "Golongan banyaknya ASN yang melaporkan", "ASN", "Sekurang-kurangnya {k}; jumlah tepatnya tidak diterbitkan. Kosong bila angkanya milik unit, bukan laporan orang"),
        KolomPublik("jumlah_bulan", "Banyaknya bulan dalam angka itu", "bulan"),
        KolomPublik("target", "Target", _SATUAN_INDIKATOR, _LANGKAH),
        KolomPublik("realisasi", "Hasil yang dicapai", _SATUAN_INDIKATOR, _LANGKAH),
        KolomPublik("capaian", "Capaian dari target dan realisasi yang tercetak", "persen", "Menurut rumus aturan penilaian; kosong bila target 0"),
        KolomPublik("tercapai", "ya bila realisasi yang tercetak memenuhi target yang tercetak, belum bila tidak", catatan="nihil bila target dan hasilnya 0"),
        KolomPublik("target_bulan_lalu", "Target bulan sebelumnya", _SATUAN_INDIKATOR, _LALU),
        KolomPublik("realisasi_bulan_lalu", "Realisasi bulan sebelumnya", _SATUAN_INDIKATOR, _LALU),
        KolomPublik("gerak", "membaik, memburuk, atau tetap dibandingkan dengan bulan sebelumnya; mendekati atau menjauhi target bila makin dekat makin baik", catatan=_LALU),
        KolomPublik("pembilang", "Yang dihitung di atas garis sebuah rasio milik unit", "banyaknya", "Kosong bila bukan rasio milik unit"),
        KolomPublik("penyebut", "Yang dihitung di bawahnya", "banyaknya", "realisasi = 100 × pembilang ÷ penyebut"),
    ),
    SEBARAN: (
        _PERIODE,
        KolomPublik("kelompok", "Seluruh unit, atau jenis unit kerja"),
        KolomPublik("predikat", "Predikat kinerja ASN", catatan="Predikat yang berdekatan digabung sampai berisi sekurang-kurangnya {k} ASN"),
        KolomPublik("jumlah_asn", "Banyaknya ASN berpredikat itu", "ASN", "Dibulatkan ke kelipatan {k}; karena itu jumlah baris tidak selalu sama dengan baris seluruh unit"),
    ),
    KINERJA: (
        _PERIODE,
        KolomPublik("samaran", "Nama samaran satu unit kerja", catatan="Berganti setiap periode; tidak dapat ditelusuri kembali tanpa kunci yang disimpan instansi"),
        KolomPublik("rata_rata_nhk", "Rata-rata nilai hasil kerja ASN yang dinilai di unit itu", "nilai", "Dibulatkan ke bilangan bulat; sekurang-kurangnya {k} ASN"),
    ),
}  # fmt: skip


def baris_kamus(k: int) -> list[list[str]]:
    """Return the rows of the dictionary, the dictionary's own columns left out."""
    return [
        [berkas, kolom.nama, kolom.arti, kolom.satuan, kolom.catatan.format(k=k)]
        for berkas, semua in BERKAS.items()
        for kolom in semua
    ]
