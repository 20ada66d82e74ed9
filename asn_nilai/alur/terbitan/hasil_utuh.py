"""Whether a period's results are there, as they were written and by the right rule: seen to before anything is drawn from them."""

from collections.abc import Sequence

from asn_nilai.acuan.hasil.kata_keadaan import (
    ATURAN_LAIN,
    BELUM_ADA,
    DIUBAH,
    TAK_TERBACA,
    TANPA_CATATAN,
    VERSI_LAIN,
    bukan_yang_dikunci,
)
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.alur.kata_perintah import perintah_hitung
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil
from asn_nilai.alur.riwayat.tempat import baca_tersimpan
from asn_nilai.alur.riwayat.versi import versi_hasil, versi_terakhir
from asn_nilai.terbit.data.csv_hasil import KOLOM_CSV
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, Sha, sha256_berkas

_SEBUT_PESAN = 3
"""Files that could not be written for a comparison that are named; the others are counted."""


def periksa_ada(konteks: Konteks) -> None:
    """See that the period has been computed and that its files are as they were written, before anything is drawn from them.

    Raises:
        PenggunaanError: it has not, or they are not.
    """
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if sebab := hasil_diubah(konteks, manifes) if manifes else tanpa_catatan(konteks):
        raise hitung_dahulu(konteks, sebab)


def periksa_seaturan(konteks: Konteks) -> None:
    """See that the period's results are by the work folder's rule, or locked: what was only tried by another is not to be signed.

    Raises:
        PenggunaanError: they are not.
    """
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if manifes and manifes.sha256_aturan != konteks.aturan.sha256 and versi_hasil(konteks) is None:
        raise hitung_dahulu(konteks, ATURAN_LAIN)


def periksa_pernah_dihitung(konteks: Konteks) -> None:
    """See that the period has been computed, before anything of it is held; its files are looked at when they are read.

    Raises:
        PenggunaanError: it has not.
    """
    if catatan_hasil(konteks.ruang, konteks.periode) is None:
        raise hitung_dahulu(konteks, tanpa_catatan(konteks))


def tanpa_catatan(konteks: Konteks) -> str:
    """Return why there is no record of the period's results, as the end of a sentence."""
    berkas = konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES
    return TANPA_CATATAN if berkas.exists() else BELUM_ADA


def hasil_diubah(konteks: Konteks, manifes: Manifes, sha: Sha = sha256_berkas) -> str:
    """Return why a period's data files are not those of its record, or of its lock, as the end of a sentence; blank where they are.

    Results without the lock's code are not the lock's either: a correction that was ended half-way leaves such.

    Raises:
        PenggunaanError: another program holds one of them: nobody has changed it, and a recap without the month would be wrong.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    if manifes.program != PROGRAM and not KOLOM_CSV.keys() <= manifes.keluaran.keys():
        return VERSI_LAIN  # it did not write all of them yet
    kini = {nama: sha(folder / nama) for nama in KOLOM_CSV}
    if beda := [nama for nama in KOLOM_CSV if kini[nama] != manifes.keluaran.get(nama, "-")]:
        for nama in beda:
            baca_tersimpan(folder / nama)
        return DIUBAH
    versi = versi_terakhir(konteks.ruang, konteks.periode)
    if versi is None or (manifes.kode_kunci == versi.kode and versi.sama(kini)):
        return ""
    return bukan_yang_dikunci(versi)


def periksa_selesai(konteks: Konteks, manifes: Manifes) -> None:
    """See that every book could be read when results were computed: nobody has changed one that another program held.

    A lock was asked about them; what it bears is compared whatever it is.

    Raises:
        PenggunaanError: one could not.
    """
    tak_terbaca = sorted({nama for unit in manifes.unit.values() for nama in unit.tak_terbaca})
    if tak_terbaca and not manifes.kode_kunci:
        berkas = ", ".join(tak_terbaca)
        raise hitung_dahulu(konteks, f"belum selesai, jadi belum dapat dibuktikan: {berkas} {TAK_TERBACA}")


def hitung_dahulu(konteks: Konteks, sebab: str) -> PenggunaanError:
    """Return the error that sends the user to `hitung`; `sebab` ends the sentence `Hasil … `."""
    return PenggunaanError(
        f"Hasil {konteks.periode.label} {sebab}. Jalankan dahulu: {perintah_hitung(konteks.ruang, konteks.periode)}"
    )


def tidak_selesai(konteks: Konteks, pesan: Sequence[str]) -> PenggunaanError:
    """Return that nothing could be compared: a full disk is no edited result."""
    lagi = f"\n  dan {len(pesan) - _SEBUT_PESAN} berkas lagi" if len(pesan) > _SEBUT_PESAN else ""
    return PenggunaanError(
        f"Hasil {konteks.periode.label} belum dapat dibuktikan, karena hitungan pembandingnya tidak selesai. Itu tidak berarti ada "
        "yang berubah:\n  " + "\n  ".join(pesan[:_SEBUT_PESAN]) + lagi
    )
