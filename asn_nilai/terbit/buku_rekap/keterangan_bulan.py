"""What is said of months below a table: which have no results and why, and which results are older than their inputs."""

from collections.abc import Iterator

from asn_nilai.acuan.rekap import Rekap
from asn_nilai.terbit.blok_buku import PenulisBlok
from asn_nilai.terbit.buku_rekap.denah import DenahRekap, daftar_pendek


def bulan_hilang(rekap: Rekap) -> Iterator[str]:
    """Yield a sentence for each month without results."""
    for satu in rekap.bulan:
        if satu.sebab:
            yield f"Hasil {satu.bulan.label} {satu.sebab}."


def hasil_usang(rekap: Rekap) -> Iterator[str]:
    """Yield a sentence for each period and set of files that changed after it was computed."""
    for (periode, berkas), kode in rekap.usang_bersama.items():
        unit = "semua unit" if len(kode) == len(rekap.unit) > 1 else daftar_pendek(kode)
        yield f"{periode.label}, {unit}: isian berubah sesudah dihitung ({daftar_pendek(berkas, 3)}); hitung ulang."


def tulis_bulan_hilang(blok: PenulisBlok, denah: DenahRekap) -> None:
    """Write the months without results below a table, nothing where there are none."""
    if semua := [*bulan_hilang(denah.rekap)]:
        blok.judul("Bulan tanpa hasil (sel bergaris)")
        for satu in semua:
            blok.kalimat(satu)


def tulis_hasil_usang(blok: PenulisBlok, denah: DenahRekap) -> None:
    """Write the results that are older than their inputs below a table, nothing where there are none."""
    if semua := [*hasil_usang(denah.rekap)]:
        blok.judul("Hasil yang lebih lama daripada isiannya (angka bertanda *)")
        for satu in semua:
            blok.kalimat(satu)
