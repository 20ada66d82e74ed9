"""What is said of results that are not what today's inputs give, or cannot be read: each ends the sentence `Hasil … `."""

from asn_nilai.acuan.riwayat.versi import VersiTerkunci

LEBIH_LAMA = "lebih lama daripada masukannya"
BELUM_LENGKAP = (
    "belum lengkap (ada unit yang hitungannya belum selesai, atau yang berkas hasilnya tidak ada lagi)"
)
BELUM_ADA = "belum ada di ruang kerja ini"
TANPA_CATATAN = "tidak mempunyai catatan yang dapat dibaca (manifes.json)"
DIUBAH = "tidak sama lagi dengan catatannya (manifes.json)"
ATURAN_LAIN = "dihitung dengan aturan lain"
VERSI_LAIN = "ditulis versi lain program ini, atau catatannya diubah"

TAK_TERBACA = "waktu dihitung tidak dapat dibaca"
"""What is said of a file that another program held when its unit was computed: it is not known to have changed."""


def bukan_yang_dikunci(versi: VersiTerkunci) -> str:
    """Return that results are not those of the lock in force."""
    return f"bukan lagi yang dikunci ({versi.tulisan})"
