"""What each column of the skema holds, said once: the hint of its cells and its line in the guide."""

from collections.abc import Mapping

ARTI_KOLOM: Mapping[str, Mapping[str, str]] = {
    "Unit": {
        "kode_unit": "Kode pendek dan unik, misalnya DINKES atau PKM-TB. Menjadi nama berkas unit, jadi jangan diganti di tengah tahun.",
        "unit_kerja": "Nama unit selengkapnya.",
        "jenis_unit": "Jenisnya, misalnya Dinas atau Puskesmas; satu ejaan saja. Menentukan indikator mana yang berlaku dan unit mana yang dibandingkan.",
        "nip_kepala": "NIP kepala unit, 18 angka, seperti di lembar Pegawai. Kepala menandatangani buku nilai.",
        "kode_lama": "Kode yang dipakai unit ini sebelumnya, bila pernah berganti; beberapa dipisahkan titik koma.",
    },
    "Pegawai": {
        "nip": "NIP atau NI PPPK, 18 angka. Selnya sudah berformat teks: ketik atau tempel angkanya saja.",
        "nama": "Nama lengkap; gelar boleh ikut.",
        "jenis_asn": "PNS atau PPPK.",
        "golongan": "Golongan ruang PNS (III/a) atau golongan PPPK (IX). Boleh kosong.",
        "jabatan": "Nama jabatan.",
        "jenis_jabatan": "Pilih dari daftar, atau tulis seperti di daftar pegawai. Boleh kosong.",
        "kode_unit": "Pilih dari daftar: kode di lembar Unit. Pindah unit di tengah tahun: satu baris untuk tiap unit, dengan Mulai dan Selesai.",
        "nip_atasan": "NIP atasan langsung yang menilai perilaku. Boleh kosong.",
        "mulai": "Hari pertama di unit ini, bila di tengah tahun: 01/04/2026. Kosong berarti sejak awal tahun.",
        "selesai": "Hari terakhir di unit ini, bila di tengah tahun. Kosong berarti sampai akhir tahun.",
        "angka_kredit_awal": "Hanya jabatan fungsional: angka kredit sebelum tahun ini, menurut PAK terakhir. Boleh kosong.",
        "angka_kredit_dibutuhkan": "Hanya jabatan fungsional: angka kredit yang dibutuhkan untuk pangkat atau jenjang berikutnya. Boleh kosong.",
    },
    "Indikator": {
        "kode_indikator": "Kode unik, misalnya KES-01. Dipakai di buku target dan capaian.",
        "indikator": "Nama indikator: apa yang diukur, bukan kegiatannya.",
        "definisi": "Apa yang dihitung dan apa yang tidak, sampai dua orang yang menghitung mendapat angka yang sama.",
        "aspek": "Kuantitas, Kualitas, Waktu, atau Biaya.",
        "satuan": "Satuan angkanya: dokumen, orang, hari, persen.",
        "polaritas": "Maksimal: makin besar makin baik. Minimal: makin kecil makin baik. Stabil: makin dekat dengan target makin baik.",
        "agregasi": "Bulan menjadi setahun: Jumlah, Rata-rata, Nilai Akhir (bulan terakhir), atau Rasio (pembilang dibagi penyebut).",
        "jenis_nilai": "Bulat, Desimal, atau Persen. 95% diketik 95.",
        "batas_bawah": "Angka terkecil yang masuk akal; yang di bawahnya ditolak. Boleh kosong.",
        "batas_atas": "Angka terbesar yang masuk akal; yang di atasnya ditolak. Boleh kosong.",
        "nilai_terburuk": "Hanya untuk polaritas Minimal yang targetnya dapat nol: angka yang bernilai nol. Boleh kosong.",
        "frekuensi": "Seberapa sering diukur.",
        "wajib_bukti": "Ya bila realisasi harus disertai bukti dukung.",
        "berlaku_untuk": "Jenis unit yang memakainya; beberapa dipisahkan titik koma. Kosong berarti semua.",
        "sumber_data": "Dari catatan atau aplikasi mana angkanya diambil.",
        "lingkup": "Individu: angka ASN itu sendiri. Unit: angka unit, sama bagi semua yang memikulnya.",
        "layanan_publik": "Ya bila boleh diumumkan kepada warga. Bila tidak satu pun diisi, semuanya boleh.",
        "pembilang": "Untuk Rasio: apa yang dihitung di atas garis bagi.",
        "penyebut": "Untuk Rasio: apa yang dihitung di bawah garis bagi.",
    },
}
"""By sheet and column."""
WAJIB: Mapping[str, frozenset[str]] = {
    "Unit": frozenset({"kode_unit", "unit_kerja", "jenis_unit"}),
    "Pegawai": frozenset({"nip", "nama", "jenis_asn", "kode_unit"}),
    "Indikator": frozenset({"kode_indikator", "indikator", "satuan", "polaritas", "agregasi"}),
}
"""The columns that each row needs; their headers are dark."""
