"""asn-nilai.toml of a new work folder: what was chosen, and what may be set, as comments that need only lose their `#`."""

import json

_NASKAH = """\
# Pengaturan ruang kerja. Boleh diubah dengan Notepad (simpan dengan penyandian UTF-8).
# Baris yang diawali tanda pagar tidak dibaca; hapus pagarnya untuk memakai yang tertulis di situ.

# Nama yang tercetak di judul buku, halaman, dan surat.
instansi = {instansi}

# Tahun yang bulan-bulannya disimpan di folder ini. Tahun berikutnya memakai folder sendiri: asn-nilai mulai FOLDER.
tahun = {tahun}

# Aturan penilaian: salinan milik ruang kerja ini. Boleh juga kode aturan bawaan; daftarnya: asn-nilai aturan.
aturan = {aturan}

# Predikat organisasi, bila sudah ditetapkan: sebaran predikat lalu dibandingkan dengan panduannya.
# predikat_organisasi = "Baik"

# Ruang kerja tahun lalu, supaya target dibandingkan dengan yang sudah dicapai.
# [berkas]
# tahun-lalu = "../{tahun_lalu}"

# Bukti dukung yang wajib tetapi kosong: "peringatan" (tetap dinilai) atau "galat" (menunggu bukti).
# [bukti]
# wajib = "galat"

# Unit tanpa lembar Perilaku: rating perilakunya diambil dari ekspor e-Kinerja BKN di bkn/BULAN/. Lembar yang diisi mendahuluinya.
# [bkn]
# perilaku = true

# Unit yang ASN-nya dinilai kurang dari persentase ini tidak diperingkat; kelompok yang lebih kecil daripada k-publik tidak diumumkan.
# [rekap]
# cakupan-peringkat = 90
# k-publik = 5

# Hari kerja ke berapa pada bulan berikutnya setoran paling lambat diterima, dan hari libur kantor. Yang terlambat disebut; nilainya tetap.
# [tenggat]
# hari = 5
# libur = [{tahun}-08-17]

# Kop dan penanda tangan surat (asn-nilai dokumen).
# [surat]
# alamat = "Jalan Contoh Nomor 1"
# kota = "Bukittinggi"
# jabatan = "Kepala Badan Kepegawaian"
# nama = "Nama Pejabat"
# nip = "NIP-nya"

# Pengaturan lain dengan artinya: halaman Semua pengaturan di panduan.
"""


def pengaturan_baru(instansi: str, tahun: int, aturan: str) -> str:
    """Return the text of the settings."""
    # A JSON text is a TOML text: quotes, backslashes and control characters are escaped alike.
    teks = {
        kunci: json.dumps(isi, ensure_ascii=False)
        for kunci, isi in (("instansi", instansi), ("aturan", aturan))
    }
    return _NASKAH.format(**teks, tahun=tahun, tahun_lalu=tahun - 1)
