"""Turn measurements into docs/KINERJA.md: the table, what it promises, the machine, and how to run it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from ukur import Ukuran

LANTAI, RAPAT, HITUNG, BIASA = "lantai", "lantai-rapat", "hitung", "skrip-biasa"
BACA, BACA_BERSAMA, VALIDASI = "baca", "baca-bersama", "validasi"
LANTAI_REKAP, REKAP = "lantai-rekap", "rekap"
TETAP, SATU = "hitung-tetap", "hitung-satu"
BANTUAN, TYPER = "bantuan", "typer"
NAMA = {
    LANTAI: "Lantai: baca dan tulis saja",
    RAPAT: "Lantai tanpa siap rumus",
    HITUNG: "`asn-nilai hitung --paksa`",
    TETAP: "`asn-nilai hitung`, tanpa perubahan",
    SATU: "`asn-nilai hitung`, satu unit berubah",
    BIASA: "Skrip biasa",
    BACA: "Lantai validasi: calamine saja",
    BACA_BERSAMA: "Sama, dibagi ke proses sebanyak `validasi`",
    VALIDASI: "`asn-nilai validasi`",
    LANTAI_REKAP: "Lantai rekap: baca dan tulis saja",
    REKAP: "`asn-nilai rekap`, setahun",
    BANTUAN: "`asn-nilai --help`",
    TYPER: '`python -c "import typer"`',
}
LANTAI_DARI = {
    LANTAI: LANTAI, RAPAT: LANTAI, HITUNG: LANTAI, TETAP: LANTAI, SATU: LANTAI, BIASA: LANTAI, BACA: BACA,
    BACA_BERSAMA: BACA, VALIDASI: BACA, LANTAI_REKAP: LANTAI_REKAP, REKAP: LANTAI_REKAP,
}  # fmt: skip
"""The cases of the table, and the floor that each is held against."""
PENDEK = (BACA, BACA_BERSAMA, VALIDASI)
"""Those that last a second or less: a breath of the machine is a tenth of that, so they are run in more rounds, of their own."""

_AKHIR = {True: "tercapai", False: "**belum**"}


@dataclass(frozen=True)
class Percobaan:
    """What was measured: the city's size, number of processes, and the runs of each case in their order."""

    unit: int
    asn: int
    indikator: int
    proses: int
    ukuran: Mapping[str, Sequence[Ukuran]]

    def median(self, kasus: str) -> float:
        """Return the median of a case in seconds."""
        return median(ukuran.detik for ukuran in self.ukuran[kasus])

    def nisbah(self, kasus: str, terhadap: str) -> float:
        """Return how many times as long a case takes as another: the median over the rounds, to the two decimals printed.

        The two of one round ran one after the other, so that a busy minute of the machine falls on both.
        """
        pasangan = zip(self.ukuran[kasus], self.ukuran[terhadap], strict=True)
        return round(median(a.detik / b.detik for a, b in pasangan), 2)

    def nisbah_prosesor(self, kasus: str, terhadap: str) -> float:
        """Return how many times as much processor time a case takes as another; of elapsed time where it is not measured."""
        kini, lain = self.prosesor(kasus), self.prosesor(terhadap)
        return self.nisbah(kasus, terhadap) if kini is None or lain is None else round(kini / lain, 2)

    def prosesor(self, kasus: str) -> float | None:
        """Return the median processor time of a case in seconds, None where not measured."""
        semua = [ukuran.prosesor for ukuran in self.ukuran[kasus] if ukuran.prosesor is not None]
        return median(semua) if semua else None

    def mib(self, kasus: str) -> float | None:
        """Return the peak memory of a case's largest process over all runs, None where not measured."""
        semua = [ukuran.mib for ukuran in self.ukuran[kasus] if ukuran.mib is not None]
        return max(semua) if semua else None


def angka(nilai: float, desimal: int = 2) -> str:
    """Return a number as Indonesians write it."""
    return f"{nilai:,.{desimal}f}".translate(str.maketrans(",.", ".,"))


def laporan(percobaan: Percobaan, mesin: Mapping[str, str], tanggal: date, langkah: str) -> str:
    """Return the text of docs/KINERJA.md; `langkah` is the table of the steps so far."""
    p = percobaan
    ulang, ulang_pendek, ulang_bantuan = (len(p.ukuran[kasus]) for kasus in (HITUNG, VALIDASI, BANTUAN))
    return f"""# Kinerja

Ditulis oleh `benchmarks/jalankan.py` pada {tanggal.isoformat()}; jangan disunting dengan tangan.

Kota fiktif: {p.unit} unit × {p.asn} ASN × {p.indikator} indikator, satu bulan, {p.proses} proses. Setiap kasus dijalankan
{ulang} kali, bergantian, sebagai proses utuh dari awal sampai akhir, dengan folder hasil yang baru; `validasi` dan
lantainya {ulang_pendek} kali, karena singkat. Hasil putaran sebelumnya disingkirkan, tidak dihapus: sesudah penghapusan, ext4
beberapa detik lamanya mencari tempat tiap berkas baru sampai sepuluh kali lebih lama. Waktu dalam detik; perbandingan adalah
median dari perbandingan tiap putaran.

{_tabel_waktu(p)}

{_tabel_janji(p)}

`--help` dan `import typer` dijalankan bergantian {ulang_bantuan} kali:
{_waktu(p, BANTUAN)} detik dan {_waktu(p, TYPER)} detik (median; tercepat–terlambat).

Waktu prosesor adalah waktu semua proses kasus itu bersama-sama (median): pembanding yang kurang terganggu oleh pekerjaan
lain di mesin yang sama. Memori puncak adalah memori proses yang terbesar; `hitung`, `validasi`, dan lantainya memakai
{p.proses} proses di samping induknya. Keduanya dari catatan sistem operasi.

## Langkah demi langkah

Keadaan sesudah tiap langkah, seperti diukur pada hari itu; keadaan sebelumnya satu baris di atasnya. Detik dari hari yang
berlainan tidak sebanding, karena bebannya lain; yang sebanding perbandingan dengan lantai, yang diukur pada putaran yang sama.

{langkah}

## Yang dibandingkan

- **Lantai** membaca berkas yang sama dengan calamine dan menulis sel yang sama dengan XlsxWriter (teks, angka, rumus
  dengan nilainya, gaya, lebar, nama sel) dengan jumlah proses yang sama. Daftar selnya disiapkan sebelum waktu
  dihitung. Tanpa pemeriksaan, hitungan, halaman, CSV, dan manifes.
- **Lantai tanpa siap rumus** sama, tetapi XlsxWriter tidak mencari nama fungsi baru di setiap rumus. `hitung` juga
  tidak, karena rumusnya tidak memakai fungsi seperti itu. Lantai ini lebih keras; janji diukur pada keduanya.
- **`hitung`** membaca, memeriksa, menilai, lalu menulis buku nilai, halaman, CSV, dan manifes.
- **Tanpa perubahan** dan **satu unit berubah** menjalankan `hitung` lagi sesudah `--paksa`, dengan hasilnya di tempat. Waktu
  prosesor dibandingkan karena `--paksa` membagi unit ke {p.proses} proses, sedangkan yang ini tidak ada yang dibagi.
- **Lantai validasi** hanya membaca berkas yang harus dibaca `validasi` (skema, target, capaian bulan itu, dan capaian
  bulan-bulan sebelumnya bila ada) dengan calamine, satu demi satu, termasuk memulai Python. Lantai yang juga dibagi ke
  {p.proses} proses lebih keras; janji diukur pada keduanya.
- **`validasi`** membaca dan memeriksa berkas itu dengan {p.proses} proses, lalu menulis halaman dan pesan setiap unit; targetnya
  sudah pernah dibaca, bulannya belum dihitung.
- **Lantai rekap** membaca CSV tahun itu dan kedua belas bulannya dengan pandas, lalu menulis sel yang sama dengan
  `rekap.xlsx`. Tanpa mencocokkan sidik, hitungan, peringkat, bagan, dan halaman.
- **`rekap`** menyusun rekap dua belas bulan: mencocokkan sidik SHA-256 semua masukan dan hasil, menghitung, lalu menulis
  buku, halaman, dan data. Lantai memakai satu proses; `rekap` meminta proses lain mencari hasil yang usang selagi ia
  sendiri memuat dan membaca. Hasil ketiga belas periode dihitung lebih dahulu.
- **Skrip biasa** memakai `pandas.read_excel` dan openpyxl, satu berkas demi satu berkas. Tanpa pemeriksaan, rumus,
  lembar selain Nilai dan Rincian, halaman, dan CSV.

## Mesin

| | |
|---|---|
{chr(10).join(f"| {label} | {isi} |" for label, isi in mesin.items())}

## Mengulang

```
python benchmarks/jalankan.py
```

`--langkah "yang dikerjakan"` menambah satu baris pada tabel langkah; tanpa itu baris terakhirnya diukur ulang. `--unit 6 --asn 10
--ulang 1` mencoba sebuah kota kecil tanpa menulis berkas ini.
"""


def _waktu(p: Percobaan, kasus: str) -> str:
    detik = [ukuran.detik for ukuran in p.ukuran[kasus]]
    return f"{angka(median(detik))} ({angka(min(detik))}–{angka(max(detik))})"


def _tabel_waktu(p: Percobaan) -> str:
    baris = [
        "| kasus | median | tercepat–terlambat | kali lantai | waktu prosesor | memori puncak |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for kasus, lantai in LANTAI_DARI.items():
        median_, _, rentang = _waktu(p, kasus).partition(" ")
        isi = (NAMA[kasus], median_, rentang.strip("()"), angka(p.nisbah(kasus, lantai)))
        akun = (_bila_ada(p.prosesor(kasus), 2, ""), _bila_ada(p.mib(kasus), 0, " MiB"))
        baris.append(f"| {' | '.join((*isi, *akun))} |")
    return "\n".join(baris)


def _bila_ada(nilai: float | None, desimal: int, satuan: str) -> str:
    return "tidak diukur" if nilai is None else f"{angka(nilai, desimal)}{satuan}"


def _tabel_janji(p: Percobaan) -> str:
    lantai, rapat = p.nisbah(HITUNG, LANTAI), p.nisbah(HITUNG, RAPAT)
    baca, bersama = p.nisbah(VALIDASI, BACA), p.nisbah(VALIDASI, BACA_BERSAMA)
    rekap, biasa, bantuan = p.nisbah(REKAP, LANTAI_REKAP), p.nisbah(BIASA, HITUNG), p.nisbah(BANTUAN, TYPER)
    tetap, satu = p.nisbah_prosesor(TETAP, HITUNG), p.nisbah_prosesor(SATU, HITUNG)
    isi: Sequence[tuple[str, str, float, bool]] = (
        ("`hitung` terhadap lantai", "paling banyak 0,9 ×", lantai, lantai <= 0.9),
        ("`hitung` terhadap lantai tanpa siap rumus", "paling banyak 1,6 ×", rapat, rapat <= 1.6),
        ("`validasi` terhadap calamine saja", "paling banyak 2,5 ×", baca, baca <= 2.5),
        (
            f"`validasi` terhadap calamine di {p.proses} proses",
            "paling banyak 2,5 ×",
            bersama,
            bersama <= 2.5,
        ),
        ("`rekap` setahun terhadap lantainya", "paling banyak 1,3 ×", rekap, rekap <= 1.3),
        ("`hitung` tanpa perubahan, waktu prosesor", "paling banyak 0,10 × `--paksa`", tetap, tetap <= 0.1),
        ("`hitung` satu unit berubah, waktu prosesor", "paling banyak 0,15 × `--paksa`", satu, satu <= 0.15),
        ("`hitung` lebih cepat dari skrip biasa", "paling sedikit 3 ×", biasa, biasa >= 3),
        ("`--help` terhadap mengimpor typer", "paling banyak 2 ×", bantuan, bantuan <= 2),
    )
    baris = ["| janji | batas | terukur | |", "|---|---:|---:|---|"]
    baris += [f"| {apa} | {batas} | {angka(n)} × | {_AKHIR[ya]} |" for apa, batas, n, ya in isi]
    return "\n".join(baris)
