"""The sheet Keadilan: groups of ASN beside each other, assessors beside results, and what such figures can prove."""

from collections.abc import Mapping

from asn_nilai.acuan.pecahan import bulatkan_cetak
from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, KelompokKeadilan, PenilaiPerilaku
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.tata_letak import TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom, ada

_KOLOM = (
    Kolom("nama", "Kelompok", 34),
    Kolom("jumlah", "ASN dinilai", 10),
    Kolom("median", "Median NHK", 10),
    Kolom("delta", "Delta", 9),
    Kolom("bawah", "Rentang bawah", 9),
    Kolom("atas", "Rentang atas", 9),
    Kolom("sebutan", "Besar perbedaan", 16),
    Kolom("jelas", "Kepastian", 14),
    Kolom("arti", "Artinya", 50),
)
_AKHIR = len(_KOLOM) - 1
_KEPALA_PENILAI = {
    0: "Penilai dan NIP", 1: "ASN dinilai", 2: "Jarak", 3: "Lain dari aspek", 6: "Unit", 7: "Perhatian", 8: "Keterangan",
}  # fmt: skip
_BACA = (
    "tiap kelompok dibandingkan dengan semua ASN lain. Delta 0 berarti sama kuat; mendekati 1 atau -1 berarti NHK kelompok itu hampir "
    "selalu lebih tinggi atau lebih rendah. Perbedaan disebut jelas bila rentang 95 persennya tidak memuat 0; jelas bukan berarti besar."
)


def tulis_keadilan(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Keadilan."""
    keadilan = tata_letak.rekap.keadilan
    baris = tata_letak.kepala(lembar, "Keadilan Penilaian", _BACA, _KOLOM, nilai=1)
    blok = PenulisBlok(lembar, _KOLOM, baris)
    blok.kalimat(keadilan.simpulan, "tebal")
    if keadilan.catatan:
        blok.judul("Apa yang dapat dan tidak dapat dibuktikan")
    for kalimat in keadilan.catatan:
        blok.kalimat(kalimat)
    for dimensi in keadilan.dimensi:
        _dimensi(blok, dimensi)
    _penilai(blok, tata_letak)
    blok.baris += 1
    cara = (
        f"Dasar: {tulis_angka(keadilan.jumlah)} ASN dinilai. Delta: delta Cliff; rentang: bootstrap {tulis_angka(keadilan.ulangan)} "
        f"ulangan dengan benih {keadilan.benih}, sehingga angka yang sama muncul lagi bila dihitung ulang."
    )
    blok.kalimat(cara, "pudar")
    lembar.dalam.freeze_panes(baris - 1, 0)
    lembar.siapkan_cetak(0, blok.baris - 1, _AKHIR, tata_letak.kaki)
    blok.bagi_halaman()
    lembar.lindungi()


def _dimensi(blok: PenulisBlok, dimensi: DimensiKeadilan) -> None:
    blok.judul(dimensi.judul)
    lembar, gaya = blok.lembar, blok.lembar.gaya
    if dimensi.kelompok:
        blok.kepala_tabel(lambda: _kepala(blok, {nomor: kolom.judul for nomor, kolom in enumerate(_KOLOM)}))
    for kelompok in dimensi.kelompok:
        blok.lanjut(blok.ukur(0, 0, kelompok.nama), blok.ukur(8, _AKHIR, _arti(kelompok)))
        b = blok.baris
        garis = [blok.gabung(0, 0, kelompok.nama, "teks")]
        lembar.angka(b, 1, kelompok.jumlah, gaya("bulat"))
        for letak, angka in enumerate((kelompok.median, kelompok.delta, kelompok.bawah, kelompok.atas), 2):
            lembar.angka(b, letak, angka, gaya("dua"))
        lembar.teks(b, 6, kelompok.sebutan, gaya("teks"))
        jelas = ("teks", "tebal", "tegur") if kelompok.jelas else ("teks",)
        lembar.teks(
            b, 7, ("jelas" if kelompok.jelas else "belum jelas") if ada(kelompok.delta) else "", gaya(*jelas)
        )
        blok.selesai(*garis, blok.gabung(8, _AKHIR, _arti(kelompok), "teks"))
    if tersembunyi := _tersembunyi(dimensi):
        blok.kalimat(tersembunyi, "miring")


def _kepala(blok: PenulisBlok, judul: Mapping[int, str]) -> None:
    for kolom, teks in judul.items():
        blok.lembar.teks(blok.baris, kolom, teks, blok.lembar.gaya("kepala"))


def _arti(kelompok: KelompokKeadilan) -> str:
    if not ada(kelompok.delta):
        return "ASN lain terlalu sedikit untuk dibandingkan."
    if not kelompok.jelas:
        return "Tidak ada perbedaan yang jelas dengan ASN lain."
    return (
        f"NHK kelompok ini cenderung lebih {'tinggi' if kelompok.delta > 0 else 'rendah'} daripada ASN lain."
    )


def _tersembunyi(dimensi: DimensiKeadilan) -> str:
    isi = []
    if dimensi.kelompok_tersembunyi:
        isi.append(
            f"{dimensi.kelompok_tersembunyi} kelompok ({dimensi.asn_tersembunyi} ASN) terlalu kecil untuk ditampilkan."
        )
    if dimensi.tanpa_keterangan:
        isi.append(f"{dimensi.tanpa_keterangan} ASN tidak diketahui kelompoknya.")
    return " ".join(isi)


def _penilai(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write how assessors rated behaviour, those worth a look first."""
    keadilan = tata_letak.rekap.keadilan
    blok.judul("Penilai perilaku")
    if not keadilan.penilai:
        blok.kalimat("Belum ada penilai yang dapat dibandingkan.", "miring")
        return
    blok.kalimat(
        f"Jarak: rata-rata penilaian perilaku dikurangi hasil kerja ASN yang sama, dalam {keadilan.satuan_jarak}; jarak tengah semua "
        f"penilai {tulis_angka(bulatkan_cetak(keadilan.jarak_tengah, tata_letak.desimal))}. Semua sama: semua ASN-nya mendapat rating yang sama, dan kebetulan pun "
        "sering membuatnya; seragam: kebetulan jarang membuatnya. Lain dari aspek: rating yang berbeda tingkat dari tujuh aspeknya tanpa "
        "catatan. Keterangan hanya diisi bila ada yang patut ditanyakan.",
        "pudar",
    )
    blok.kepala_tabel(lambda: _kepala_penilai(blok))
    for penilai in sorted(keadilan.penilai, key=lambda penilai: not penilai.keterangan):
        _baris_penilai(blok, penilai)
    if keadilan.penilai_tersembunyi:
        blok.kalimat(
            f"{keadilan.penilai_tersembunyi} penilai menilai terlalu sedikit ASN untuk ditampilkan.", "miring"
        )


def _kepala_penilai(blok: PenulisBlok) -> None:
    _kepala(blok, _KEPALA_PENILAI)
    blok.gabung(4, 5, "Sebaran penilaian", "kepala")


def _baris_penilai(blok: PenulisBlok, penilai: PenilaiPerilaku) -> None:
    sebaran = "; ".join(f"{label}: {banyak}" for label, banyak in penilai.sebaran.items() if banyak)
    terdaftar = penilai.nama != penilai.nip  # who is not registered is named by the NIP
    siapa = f"{penilai.nama if terdaftar else 'Tidak ada di daftar pegawai'}\n{penilai.nip}"
    blok.lanjut(
        blok.ukur(0, 0, siapa), blok.ukur(4, 5, sebaran, "kecil"), blok.ukur(8, _AKHIR, penilai.keterangan)
    )
    lembar, gaya, b = blok.lembar, blok.lembar.gaya, blok.baris
    garis = [blok.gabung(0, 0, siapa, "teks")]
    lembar.angka(b, 1, penilai.jumlah, gaya("bulat"))
    lembar.angka(b, 2, penilai.jarak, gaya("dua"))
    lembar.angka(b, 3, penilai.menyimpang, gaya("bulat"))
    garis.append(blok.gabung(4, 5, sebaran, "teks", "kecil"))
    lembar.teks(b, 6, penilai.kode_unit, gaya("teks"))
    lembar.teks(b, 7, _perhatian(penilai), gaya("teks", *(("tebal", "tegur") if penilai.keterangan else ())))
    blok.selesai(*garis, blok.gabung(8, _AKHIR, penilai.keterangan, "teks"))


def _perhatian(penilai: PenilaiPerilaku) -> str:
    """Return what an assessor is marked with; all rated alike is said also where chance may well do so."""
    kata = (
        ("seragam" if penilai.janggal else "semua sama", penilai.seragam),
        ("jauh", penilai.jauh),
        ("lain dari aspek", bool(penilai.menyimpang)),
    )
    return ", ".join(teks for teks, ya in kata if ya)
