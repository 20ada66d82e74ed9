"""What is said of months below a table: which have no results and why, and which results are older than their inputs."""

from collections.abc import Iterator

from asn_nilai.acuan.rekap import Rekap
from asn_nilai.terbit.blok_buku import PenulisBlok
from asn_nilai.terbit.buku_rekap.denah import DenahRekap, daftar_pendek


def bulan_hilang(rekap: Rekap) -> Iterator[str]:
    """Yield a sentence for each month without results."""
    for baris in rekap.sorotan.bulan_hilang:
        yield f"Hasil {baris.bulan.label} {baris.sebab}."


def hasil_usang(rekap: Rekap) -> Iterator[str]:
    """Yield a sentence for each period and set of files that changed after it was computed."""
    for hasil in rekap.sorotan.usang:
        for berubah in hasil.menurut_berkas:
            kode = [unit.ringkas.kode for unit in berubah.unit]
            siapa = "semua unit" if berubah.semua else daftar_pendek(kode)
            berkas = daftar_pendek(berubah.berkas, 3)
            yield f"{hasil.periode.label}, {siapa}: isian berubah sesudah dihitung ({berkas}); hitung ulang."


def tulis_bulan_hilang(blok: PenulisBlok, denah: DenahRekap) -> None:
    """Write the months without results below a table, nothing where there are none."""
    if semua := [*bulan_hilang(denah.rekap)]:
        blok.judul("Bulan tanpa hasil (sel bergaris)")
        for kalimat in semua:
            blok.kalimat(kalimat)


def tulis_hasil_usang(blok: PenulisBlok, denah: DenahRekap) -> None:
    """Write the results that are older than their inputs below a table, nothing where there are none."""
    if semua := [*hasil_usang(denah.rekap)]:
        blok.judul("Hasil yang lebih lama daripada isiannya (angka bertanda *)")
        for kalimat in semua:
            blok.kalimat(kalimat)
