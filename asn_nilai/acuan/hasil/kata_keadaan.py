"""What is said of results that are not what today's inputs give, or cannot be read: each ends the sentence `Hasil … `."""

LEBIH_LAMA = "lebih lama daripada masukannya"
BELUM_ADA = "belum ada di ruang kerja ini"
TANPA_CATATAN = "tidak mempunyai catatan yang dapat dibaca (manifes.json)"
DIUBAH = "tidak sama lagi dengan catatannya (manifes.json)"
ATURAN_LAIN = "dihitung dengan aturan lain"
VERSI_LAIN = "ditulis versi lain program ini, atau catatannya diubah"
