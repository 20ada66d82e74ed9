"""The command `hitung`: score a period, unless it is locked and its inputs are no longer those that were signed."""

from collections.abc import Sequence
from dataclasses import replace

from asn_nilai.acuan.riwayat.versi import DasarKunci, VersiTerkunci, beralasan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.hitungan.kota import terbitkan_kota
from asn_nilai.alur.hitungan.kunci_versi import kunci_versi, lengkapi_register
from asn_nilai.alur.hitungan.terkunci import (
    beda_terkunci,
    periksa_yang_tercakup,
    tolak_beda,
    tolak_koreksi_aturan_lain,
    versi_berlaku,
)
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.kelengkapan_bulan import periksa_ada_setoran
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.terbitan.pemilik_hasil import akui_folder_hasil


def hitung_kota(
    konteks: Konteks,
    dipilih: Sequence[str],
    lapor: Lapor,
    *,
    paralel: Paralel = None,
    paksa: bool = False,
    koreksi: str | None = None,
) -> HasilKota:
    """Score and publish a period.

    Args:
        konteks: the run's common ground.
        dipilih: codes of the units to compute; the others are carried over as they stand.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core; or an open cluster.
        paksa: compute also what did not change.
        koreksi: why a locked period is computed anew; None for no correction.

    Raises:
        PenggunaanError: no month of the period has a submission; the period is locked and something of it changed, or is not
            locked and `koreksi` is given; another run is writing it; another work folder has its results in the same place.
    """
    periksa_ada_setoran(konteks)
    akui_folder_hasil(konteks.ruang)
    konteks = replace(konteks, dikoreksi=koreksi is not None)
    versi = versi_berlaku(konteks)
    _periksa_sementara(konteks, versi)
    periksa_yang_tercakup(konteks, paralel)
    if koreksi is not None:
        return _koreksi(konteks, versi, dipilih, lapor, paralel, koreksi.strip())
    if versi:
        lengkapi_register(konteks)
    tolak_beda(konteks, versi, paralel)
    return terbitkan_kota(replace(konteks, versi=versi), dipilih, lapor, paralel=paralel, paksa=paksa)


def _periksa_sementara(konteks: Konteks, versi: VersiTerkunci | None) -> None:
    """See that provisional scores are asked of several months, and of none that are final.

    Raises:
        PenggunaanError: they are not.
    """
    label = konteks.periode.label
    if not konteks.sementara:
        return
    if len(konteks.periode.bulan) == 1:
        raise PenggunaanError(
            f"--sementara menilai beberapa bulan dari bulan yang sudah ada, sedangkan {label} satu bulan saja. Sebut periodenya, "
            f"misalnya --periode {konteks.ruang.tahun}-S1, atau jalankan tanpa --sementara."
        )
    if versi or konteks.dikoreksi:
        raise PenggunaanError(
            f"{label} terkunci ({versi.tulisan}): nilai sementara tidak menggantinya. Jalankan tanpa --sementara."
            if versi
            else "Koreksi adalah hasil akhir: jalankan --koreksi tanpa --sementara."
        )


def _koreksi(
    konteks: Konteks,
    versi: VersiTerkunci | None,
    dipilih: Sequence[str],
    lapor: Lapor,
    paralel: Paralel,
    alasan: str,
) -> HasilKota:
    """Compute a locked period anew as its next version, and lock that."""
    if versi is None:
        raise PenggunaanError(
            f"{konteks.periode.label} belum dikunci, jadi tidak ada yang dikoreksi: hitung saja tanpa --koreksi."
        )
    if not beralasan(alasan):
        raise PenggunaanError(
            f"'{alasan}' bukan alasan. Tulis sesudah --koreksi apa yang keliru, misalnya \"Realisasi KES-04 salah ketik\"."
        )
    tolak_koreksi_aturan_lain(konteks)
    if len(dipilih) < len(konteks.skema.unit):
        raise PenggunaanError("Koreksi berlaku untuk seluruh periode: jalankan tanpa --unit.")
    register = register_periode(konteks)
    putus = register.baca().rusak
    lengkapi_register(konteks)
    # A broken register goes on with a correction, though nothing else has changed.
    if not putus and not beda_terkunci(konteks, versi, paralel):
        raise PenggunaanError(
            f"Tidak ada yang berubah sejak {versi.tulisan}: tidak ada yang dikoreksi. Ganti dahulu berkas yang keliru; "
            "hasil yang hanya disebut usang cukup dihitung tanpa --koreksi."
        )
    hasil = kunci_versi(konteks, lapor, DasarKunci(catatan=alasan), paralel=paralel)
    if hasil.versi:
        hasil.koreksi = register.baca().dikoreksi([hasil.versi.versi])
    return hasil
