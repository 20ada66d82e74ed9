"""A first hour at the terminal: what is typed, in what folder, what is said, to the last letter. The status is 2 throughout.

`folder_pemula` makes the folders. Where a sentence names folders, {kota} is the city and {atas} the folder that holds it.
"""

import errno
import json
import os
import shlex
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from folder_pemula import buat_kota

from asn_nilai import cli
from asn_nilai.cli.ketikan import luruskan

DITOLAK = [
    # (yang diketik, keadaan ruang kerja, di folder mana, yang dikatakan)
    # folder
    ("asn-nilai hitung", "kota", "..",
     "{atas} bukan ruang kerja: asn-nilai.toml tidak ada di dalamnya. Ruang kerja ada di {kota}: masuk ke situ (cd), atau tulis folder itu sesudah perintah."),
    ("asn-nilai validasi", "kota", "capaian/2026-05",
     "{kota}/capaian/2026-05 ada di dalam ruang kerja {kota}. Masuk ke situ dahulu (cd {kota}), atau tulis folder itu sesudah perintah."),
    ("asn-nilai hitung", "kota", "target",
     "{kota}/target ada di dalam ruang kerja {kota}. Masuk ke situ dahulu (cd {kota}), atau tulis folder itu sesudah perintah."),
    ("asn-nilai validasi skema.xlsx", "kota", ".",
     "skema.xlsx adalah berkas, bukan folder. Tulis ruang kerjanya: {kota}."),
    ("asn-nilai hitung capaian/2026-05/PKM-TB.xlsx", "kota", ".",
     "capaian/2026-05/PKM-TB.xlsx adalah berkas, bukan folder. Tulis ruang kerjanya: {kota}."),
    ("asn-nilai hitung skema.xlsx", "tanpa toml", ".",
     "skema.xlsx adalah berkas, bukan folder. Tulis folder ruang kerjanya; bila itu daftar pegawai dan ruang kerjanya belum ada, buatlah: asn-nilai mulai FOLDER --pegawai skema.xlsx"),
    ("asn-nilai hitung kotta", "kota", "..",
     "Folder kotta tidak ada di {atas}. Mungkin maksudnya kota."),
    ("asn-nilai hitung KOTTA", "kota", "..",
     "Folder KOTTA tidak ada di {atas}. Mungkin maksudnya kota."),
    ("asn-nilai hitung kot", "kota", "..",
     "Folder kot tidak ada di {atas}. Mungkin maksudnya kota."),
    ("asn-nilai hitung k", "kota", "..",
     "Folder k tidak ada di {atas}. Mungkin maksudnya kota."),
    ("asn-nilai hitung jauh/sekali", "kota", "..",
     "Folder jauh/sekali tidak ada, juga folder di atasnya. Periksa ketikannya."),
    ("asn-nilai hitung xyz", "kota", "..",
     "Folder xyz tidak ada di {atas}. Periksa ketikannya."),
    ("asn-nilai hitung https://contoh.go.id/kota", "kota", ".",
     "https://contoh.go.id/kota adalah alamat halaman, bukan folder. Unduh dahulu isinya ke sebuah folder, lalu tulis folder itu."),
    ("asn-nilai hitung tcp://10.0.0.5:8786", "kota", ".",
     "tcp://10.0.0.5:8786 adalah alamat klaster, bukan folder. Tulis alamat itu sesudah --klaster, dan folder ruang kerjanya di tempat ini."),
    ("asn-nilai rekap --akar s3://wadah/sumbar --periode 2026-05", "kota", ".",
     "s3://wadah/sumbar adalah alamat penyimpanan, dan di tempat ini yang ditulis folder. Satu ruang kerja di penyimpanan objek ditulis di tempat FOLDER suatu perintah, misalnya: asn-nilai hitung s3://wadah/sumbar"),
    # perintah
    ("asn-nilai vaidasi", "kota", ".",
     "Perintah 'vaidasi' tidak dikenal. Mungkin maksudnya: asn-nilai validasi"),
    ("asn-nilai cek", "kota", ".",
     "Perintah 'cek' tidak dikenal. Mungkin maksudnya: asn-nilai validasi"),
    ("asn-nilai nilai", "kota", ".",
     "Perintah 'nilai' tidak dikenal. Mungkin maksudnya: asn-nilai hitung"),
    ("asn-nilai asn", "kota", ".",
     "Perintah 'asn' tidak dikenal. Mungkin maksudnya: asn-nilai jelaskan"),
    ("asn-nilai xyzzy", "kota", ".",
     "Perintah 'xyzzy' tidak dikenal. Semua perintah: asn-nilai --help"),
    ("asn-nilai 2026-05", "kota", ".",
     "'2026-05' sebuah periode, bukan perintah. Tulis misalnya: asn-nilai hitung --periode 2026-05"),
    ("asn-nilai capaian", "kota", ".",
     "'capaian' sebuah folder, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi"),
    ("asn-nilai skema.xlsx", "kota", ".",
     "'skema.xlsx' sebuah berkas, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi"),
    ("asn-nilai 198603152009032001", "kota", ".",
     "'198603152009032001' sebuah NIP, bukan perintah. Tulis: asn-nilai jelaskan 198603152009032001"),
    ("asn-nilai kota", "kota", "..",
     "'kota' sebuah folder, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi kota"),
    ("asn-nilai s3://wadah/kota", "kota", ".",
     "'s3://wadah/kota' sebuah alamat, bukan perintah. Tulis perintahnya dahulu, misalnya: asn-nilai validasi s3://wadah/kota"),
    # pilihan
    ("asn-nilai hitung --priode 2026-05", "kota", ".",
     (
         "Pilihan --priode tidak dikenal. Mungkin maksudnya --periode.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --bulan 2026-05", "kota", ".",
     (
         "Pilihan --bulan tidak dikenal. Mungkin maksudnya --periode.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai validasi --tanda", "kota", ".",
     (
         "Pilihan --tanda tidak dikenal. Mungkin maksudnya --tandai.\n"
         "Lihat bantuan: asn-nilai validasi --help"
     )),
    ("asn-nilai hitung --tandai", "kota", ".",
     (
         "Pilihan --tandai tidak dikenal di asn-nilai hitung. Mungkin maksudnya: asn-nilai validasi --tandai\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai --periode mei", "kota", ".",
     (
         "Pilihan --periode tidak dikenal di asn-nilai. Yang punya: templat, validasi, hitung, kunci, rekap, cocokkan, dokumen, jelaskan, "
         "keberatan, riwayat, verifikasi dan simulasi, misalnya asn-nilai hitung --periode\n"
         "Lihat bantuan: asn-nilai --help"
     )),
    ("asn-nilai riwayat --ketat", "kota", ".",
     (
         "Pilihan --ketat tidak dikenal di asn-nilai riwayat. Yang punya: validasi dan hitung, misalnya asn-nilai hitung --ketat\n"
         "Lihat bantuan: asn-nilai riwayat --help"
     )),
    ("asn-nilai hitung --qqqqq", "kota", ".",
     (
         "Pilihan --qqqqq tidak dikenal.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --paksa=1", "kota", ".",
     (
         "Pilihan --paksa tidak diikuti isi; tulis --paksa saja.\n"
         "Lihat bantuan: asn-nilai --help"
     )),
    ("asn-nilai hitung -z", "kota", ".",
     (
         "Pilihan -z tidak dikenal.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --paralel 0", "kota", ".",
     (
         "--paralel paling sedikit 1, misalnya --paralel 2.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --paralel -1", "kota", ".",
     (
         "--paralel paling sedikit 1, misalnya --paralel 2.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --paralel dua", "kota", ".",
     (
         "--paralel harus diikuti bilangan bulat, misalnya --paralel 2.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung 'Mei 2026'", "kota", ".",
     "'Mei 2026' sebuah periode; periode ditulis sesudah --periode: asn-nilai hitung --periode \"Mei 2026\""),
    ("asn-nilai hitung . target", "kota", ".",
     (
         "Tidak dikenal: target. Isian sebanyak itu tidak diperlukan; folder yang namanya berspasi diapit tanda kutip.\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai templat", "kota", ".",
     "Jenis templatnya belum ditulis. Tulis: asn-nilai templat target, atau asn-nilai templat capaian --periode 2026-06"),
    ("asn-nilai templat targt", "kota", ".",
     "Templat 'targt' tidak ada. Tulis: asn-nilai templat target, atau asn-nilai templat capaian --periode 2026-06"),
    ("asn-nilai kunci", "kota", ".",
     "Sebut periode yang dikunci, misalnya: asn-nilai kunci --periode 2026-05"),
    ("asn-nilai kunci kota", "kota", "..",
     "Sebut periode yang dikunci, misalnya: asn-nilai kunci kota --periode 2026-05"),
    ("asn-nilai kunci", "tanpa capaian", ".",
     "Sebut periode yang dikunci, misalnya: asn-nilai kunci --periode 2026-01"),
    ("asn-nilai rekap", "kota", ".",
     "Hasil Mei 2026 belum ada di ruang kerja ini. Jalankan dahulu: asn-nilai hitung --periode 2026-05"),
    ("asn-nilai rekap --samarkan --unit PKM-TB", "kota", ".",
     "--samarkan selalu untuk seluruh kota: sebagian di samping keseluruhan dapat membuka data orang. Hapus --unit."),
    ("asn-nilai verifikasi", "kota", ".",
     "Hasil Mei 2026 belum ada, atau manifes.json tidak terbaca, jadi tidak dapat dibuktikan. Jalankan dahulu: asn-nilai hitung --periode 2026-05"),
    ("asn-nilai verifikasi --kode ''", "kota", ".",
     (
         "Kodenya belum ditulis. Kode versi terkunci tercetak di setiap halaman, buku, dan kartunya: "
         "asn-nilai verifikasi --kode ABCD-EFGH"
     )),
    ("asn-nilai verifikasi --kode ABC", "kota", ".",
     "Kode ABC bukan kode versi terkunci mana pun di {kota}. Periksa ketikannya."),
    # periode
    ("asn-nilai hitung --periode", "kota", ".",
     "Pilihan --periode harus diikuti isinya, misalnya --periode 2026-06."),
    ("asn-nilai hitung --periode 2026-05 --periode 2026-05", "kota", ".",
     "Pilihan --periode ditulis lebih dari sekali. Tulis satu saja; untuk beberapa, jalankan perintahnya satu per satu."),
    ("asn-nilai hitung 2026-05", "kota", ".",
     "'2026-05' sebuah periode; periode ditulis sesudah --periode: asn-nilai hitung --periode 2026-05"),
    ("asn-nilai hitung . 2026-05", "kota", ".",
     (
         "'2026-05' sebuah periode; periode ditulis sesudah --periode: asn-nilai hitung --periode 2026-05\n"
         "Lihat bantuan: asn-nilai hitung --help"
     )),
    ("asn-nilai hitung --periode Mei 2026", "kota", ".",
     'Periode yang berspasi diapit tanda kutip: asn-nilai hitung --periode "Mei 2026"'),
    ("asn-nilai hitung periode 2026-05", "kota", ".",
     "Pilihan diawali dua tanda hubung: asn-nilai hitung --periode"),
    ("asn-nilai templat 2026-05", "kota", ".",
     "'2026-05' sebuah periode; jenis templat ditulis dahulu. Tulis: asn-nilai templat target, atau asn-nilai templat capaian --periode 2026-06"),
    ("asn-nilai kunci 2026-05", "kota", ".",
     "'2026-05' sebuah periode; periode ditulis sesudah --periode: asn-nilai kunci --periode 2026-05"),
    ("asn-nilai hitung --periode 2026-13", "kota", ".",
     "Periode '2026-13' tidak dikenal. Mungkin maksudnya 2026-12. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode 2026-05:2026-01", "kota", ".",
     "Periode '2026-05:2026-01' tidak dikenal. Mungkin maksudnya 2026-01:2026-05. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode Mai", "kota", ".",
     "Periode 'Mai' tidak dikenal. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode 2025-05", "kota", ".",
     "Mei 2025 bukan tahun 2026, tahun ruang kerja {kota}. Tiap tahun mempunyai ruang kerja sendiri: tulis --periode 2026-05, atau pakai ruang kerja tahun 2025."),
    ("asn-nilai hitung --periode 2026-12", "kota", ".",
     "Belum ada setoran untuk Desember 2026, jadi tidak ada yang dihitung. Taruh berkas unit di capaian/2026-12, misalnya capaian/2026-12/BKPSDM.xlsx. Buku isiannya: asn-nilai templat capaian --periode 2026-12"),
    ("asn-nilai hitung --periode 5", "kota", ".",
     "Periode '5' tidak dikenal. Mungkin maksudnya 2026-05. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode 1/5/2026", "kota", ".",
     "Periode '1/5/2026' tidak dikenal. Mungkin maksudnya 2026-05. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode S3", "kota", ".",
     "Periode 'S3' tidak dikenal. Mungkin maksudnya 2026-S2. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode Mei-25", "kota", ".",
     "Periode 'Mei-25' tidak dikenal. Mungkin maksudnya 2026-05. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode kapan-kapan", "kota", ".",
     "Periode 'kapan-kapan' tidak dikenal. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    ("asn-nilai hitung --periode ''", "kota", ".",
     "Periode '' tidak dikenal. Tulis salah satu bentuk ini: 2026-03 (bulan), 2026-T1 (triwulan), 2026-S1 (semester), 2026 (tahun), atau 2026-01:2026-05 (rentang bulan)."),
    # unit
    ("asn-nilai validasi --opd PKM-TB", "kota", ".",
     (
         "Pilihan --opd tidak dikenal. Mungkin maksudnya --unit.\n"
         "Lihat bantuan: asn-nilai validasi --help"
     )),
    ("asn-nilai hitung --periode --unit PKM-TB", "kota", ".",
     "Pilihan --periode harus diikuti isinya, tetapi yang mengikutinya --unit."),
    ("asn-nilai validasi --unit PKM-TB KEL-TT", "kota", ".",
     "Unit KEL-TT tidak ada di skema. Mungkin maksudnya KEL-TD atau KEL-PPK. Unit yang ada: BKPSDM, DINKES, PKM-TB, PKM-MDG, KEL-TD, KEL-PPK, DISKOMINFO, DPMPTSP."),
    ("asn-nilai validasi --unit DISKOMINFA", "kota", ".",
     "Unit DISKOMINFA tidak ada di skema. Mungkin maksudnya DISKOMINFO. Unit yang ada: BKPSDM, DINKES, PKM-TB, PKM-MDG, KEL-TD, KEL-PPK, DISKOMINFO, DPMPTSP."),
    ("asn-nilai validasi --unit 'PKM-TB,KEL-TT'", "kota", ".",
     "Unit KEL-TT tidak ada di skema. Mungkin maksudnya KEL-TD atau KEL-PPK. Unit yang ada: BKPSDM, DINKES, PKM-TB, PKM-MDG, KEL-TD, KEL-PPK, DISKOMINFO, DPMPTSP."),
    ("asn-nilai validasi --unit ''", "kota", ".",
     "Kode unitnya belum ditulis. Unit yang ada: BKPSDM, DINKES, PKM-TB, PKM-MDG, KEL-TD, KEL-PPK, DISKOMINFO, DPMPTSP."),
    ("asn-nilai validasi --unit 'Puskesmas Tigo Balai'", "kota", ".",
     "Unit Puskesmas Tigo Balai tidak ada di skema. Mungkin maksudnya PKM-TB. Unit yang ada: BKPSDM, DINKES, PKM-TB, PKM-MDG, KEL-TD, KEL-PPK, DISKOMINFO, DPMPTSP."),
    ("asn-nilai hitung --unit", "kota", ".",
     "Pilihan --unit harus diikuti isinya, misalnya --unit PKM-TB."),
    # NIP dan nama
    ("asn-nilai jelaskan", "kota", ".",
     "NIP belum ditulis. Tulis misalnya: asn-nilai jelaskan 198603152009032001, atau sebagian namanya: asn-nilai jelaskan siti"),
    ("asn-nilai jelaskan 19800101 200501 1 001", "kota", ".",
     "NIP 198001012005011001 tidak ada pada lembar Pegawai di skema.xlsx. Program tidak menebak NIP yang mirip. Periksa ke-18 angkanya pada kolom NIP lembar itu, lalu ulangi."),
    ("asn-nilai jelaskan 19800101 200501", "kota", ".",
     "NIP 19800101 200501 baru 14 angka, padahal NIP 18 angka, dan tidak ada yang memuatnya pada lembar Pegawai di skema.xlsx. Ketik NIP selengkapnya, atau namanya."),
    ("asn-nilai jelaskan Mardalina", "kota", ".",
     (
         "Tidak ada ASN bernama 'Mardalina' pada lembar Pegawai di skema.xlsx. Mungkin maksudnya:\n"
         "  Mardalenis Piliang, A.Md.Kep. (NIP 199706112022042931, PKM-TB)"
     )),
    ("asn-nilai jelaskan qqq", "kota", ".",
     "Tidak ada ASN bernama 'qqq' pada lembar Pegawai di skema.xlsx. Ketik namanya seperti di lembar itu, atau NIP-nya."),
    ("asn-nilai jelaskan 1988012220120", "kota", ".",
     (
         "'1988012220120' cocok dengan 1 ASN. Ulangi dengan NIP-nya:\n"
         "  Ujangsyahrial Bodi, S.Ak. (NIP 198801222012041980, DPMPTSP)"
     )),
    ("asn-nilai jelaskan 198801222012041980 2026-05", "kota", ".",
     "'2026-05' sebuah periode; periode ditulis sesudah --periode: asn-nilai jelaskan 198801222012041980 --periode 2026-05"),
    ("asn-nilai jelaskan 19880122 201204 1 980 kotta", "kota", "..",
     "Folder kotta tidak ada di {atas}. Mungkin maksudnya kota."),
    # tanggal
    ("asn-nilai kunci --periode 2026-05 --tanggal 31/02/2026", "kota", ".",
     "Tanggal '31/02/2026' tidak dikenal. Tulis misalnya 05/07/2026 atau 5 Juli 2026."),
    ("asn-nilai kunci --periode 2026-05 --tanggal besok", "kota", ".",
     "Tanggal 'besok' tidak dikenal. Tulis misalnya 05/07/2026 atau 5 Juli 2026."),
    ("asn-nilai kunci --periode 2026-05 --tanggal '5 Juli'", "kota", ".",
     "Tanggal '5 Juli' tidak dikenal. Mungkin maksudnya 5 Juli 2026. Tulis misalnya 05/07/2026 atau 5 Juli 2026."),
    ("asn-nilai kunci --periode 2026-05 --tanggal 05/07/26", "kota", ".",
     "Tanggal '05/07/26' tidak dikenal. Mungkin maksudnya 5 Juli 2026. Tulis misalnya 05/07/2026 atau 5 Juli 2026."),
    # aturan
    ("asn-nilai simulasi", "kota", ".",
     "Tulis aturan pembandingnya dengan --aturan KODE, atau angka yang diubah dengan --ubah nama=angka. Daftar aturan: asn-nilai aturan"),
    ("asn-nilai hitung --aturan permenpanrb", "kota", ".",
     "Aturan 'permenpanrb' tidak ada. Mungkin maksudnya permenpanrb-8-2021. Yang tersedia: bukittinggi, kemenkeu-127-2026, perka-bkn-1-2013, permenpanrb-6-2022, permenpanrb-8-2021, pp-30-2019; atau tulis tempat sebuah berkas .toml."),
    ("asn-nilai hitung --aturan skema.xlsx", "kota", ".",
     "skema.xlsx: isinya buku kerja atau arsip, bukan teks. Pilih berkas .toml."),
    ("asn-nilai aturan periksa tidak-ada.toml", "kota", ".",
     "Berkas aturan tidak-ada.toml tidak dapat dibuka (tidak ada). Periksa nama dan tempatnya."),
    ("asn-nilai aturan banding pp-30-2019", "kota", ".",
     "Tulis: asn-nilai aturan, asn-nilai aturan KODE, asn-nilai aturan banding KODE KODE, atau asn-nilai aturan periksa BERKAS"),
    # asn-nilai.toml, ditulis dengan Notepad atau Word
    ("asn-nilai hitung", "tanpa toml", ".",
     '{kota} bukan ruang kerja: asn-nilai.toml tidak ada di dalamnya. Selebihnya sudah ada. Tulis berkas itu dengan Notepad, dua baris saja: instansi = "Nama instansi" dan tahun = 2026, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml.txt", ".",
     "{kota} memuat asn-nilai.toml.txt, padahal namanya harus asn-nilai.toml. Ubah namanya, lalu jalankan lagi. Bila akhirannya tidak tampak, nyalakan dahulu di Explorer: Tampilan (View) › Ekstensi nama file (File name extensions)."),
    ("asn-nilai validasi", "asn_nilai.toml", ".",
     "{kota} memuat asn_nilai.toml, padahal namanya harus asn-nilai.toml. Ubah namanya, lalu jalankan lagi. Bila akhirannya tidak tampak, nyalakan dahulu di Explorer: Tampilan (View) › Ekstensi nama file (File name extensions)."),
    ("asn-nilai validasi", "toml salinan", ".",
     "{kota} memuat asn-nilai (1).toml, padahal namanya harus asn-nilai.toml. Ubah namanya, lalu jalankan lagi. Bila akhirannya tidak tampak, nyalakan dahulu di Explorer: Tampilan (View) › Ekstensi nama file (File name extensions)."),
    ("asn-nilai validasi", "toml folder", ".",
     "asn-nilai.toml di {kota} bukan berkas, melainkan folder. Keluarkan isinya, lalu beri nama itu kepada berkasnya."),
    ("asn-nilai validasi", "toml UTF-16 tanpa tanda", ".",
     'asn-nilai.toml: teksnya tidak disimpan sebagai UTF-8. Buka dengan Notepad, pilih File › Simpan Sebagai, pada Pengodean (Encoding) pilih "UTF-8", lalu Simpan.'),
    ("asn-nilai validasi", "toml ANSI", ".",
     'asn-nilai.toml: baris 2 (instansi = "Pemerintah Kota Bukittinggi (contoh fiktif – é)") memuat huruf yang tidak disimpan sebagai UTF-8. Buka dengan Notepad, pilih File › Simpan Sebagai, pada Pengodean (Encoding) pilih "UTF-8", lalu Simpan.'),
    ("asn-nilai validasi", "toml kosong", ".",
     "asn-nilai.toml: 'tahun' belum ditulis. Tambahkan satu baris paling atas, misalnya tahun = 2026."),
    ("asn-nilai validasi", "toml tanpa kutip penutup", ".",
     'asn-nilai.toml: tidak dapat dimengerti: baris 2 (instansi = "Pemerintah Kota Bukittinggi (contoh fiktif)): teks harus diapit tanda kutip di depan dan di belakangnya; tulis instansi = "Pemerintah Kota Bukittinggi (contoh fiktif)". Perbaiki baris itu, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml tanpa kutip", ".",
     'asn-nilai.toml: tidak dapat dimengerti: baris 4 (aturan = permenpanrb-6-2022): teks harus diapit tanda kutip di depan dan di belakangnya; tulis aturan = "permenpanrb-6-2022". Perbaiki baris itu, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml kutip melengkung", ".",
     'asn-nilai.toml: tidak dapat dimengerti: baris 4 (aturan = “permenpanrb-6-2022”): tanda kutipnya melengkung, padahal harus lurus; tulis aturan = "permenpanrb-6-2022". Perbaiki baris itu, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml tahun dua kali", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 4 (tahun = 2026): nama atau tabel itu sudah ditulis di atasnya; hapus salah satunya. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml jalur Windows", ".",
     'asn-nilai.toml: tidak dapat dimengerti: baris 5 (skema = "D:\\data\\skema.xlsx"): garis miring terbalik tidak dapat dipakai di antara tanda kutip ganda; tulis skema = "D:/data/skema.xlsx". Perbaiki baris itu, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml jalur unit", ".",
     'asn-nilai.toml: tidak dapat dimengerti: baris 4 (aturan = "C:\\Users\\unit\\aturan.toml"): garis miring terbalik tidak dapat dipakai di antara tanda kutip ganda; tulis aturan = "C:/Users/unit/aturan.toml". Perbaiki baris itu, lalu jalankan lagi.'),
    ("asn-nilai validasi", "toml tanpa sama dengan", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 3 (tahun 2026): tanda = kurang; tulis tahun = 2026. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml bertitik dua", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 3 (tahun: 2026): tanda = kurang; tulis tahun = 2026. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml berkoma", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 3 (tahun = 2026,): di belakang isinya ada tanda baca; tulis tahun = 2026. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml catatan tanpa pagar", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 1 (Ruang kerja contoh. Semua nama, NIP, dan angka di folder ini rekaan.): barisnya tidak berbentuk nama = nilai; catatan harus diawali tanda #. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml kurung kurang", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 4 ([rekap): kurung sikunya tidak berpasangan; tulis [rekap]. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml ya", ".",
     "asn-nilai.toml: tidak dapat dimengerti: baris 5 (sepuluh-kali-bulan-lalu = tidak): ya dan tidak ditulis true dan false dengan huruf kecil; tulis sepuluh-kali-bulan-lalu = false. Perbaiki baris itu, lalu jalankan lagi."),
    ("asn-nilai validasi", "toml tahun berkutip", ".",
     "asn-nilai.toml: 'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."),
    ("asn-nilai validasi", "toml Tahun", ".",
     "asn-nilai.toml: 'Tahun' ditulis dengan huruf kecil: tahun = 2026."),
    ("asn-nilai validasi", "toml tanpa tahun", ".",
     "asn-nilai.toml: 'tahun' belum ditulis. Tambahkan satu baris paling atas, misalnya tahun = 2026."),
    ("asn-nilai validasi", "toml tahun di bawah tabel", ".",
     "asn-nilai.toml: 'tahun' tertulis di bawah [rekap], padahal harus di atas semua tanda [ ]. Pindahkan baris itu ke atas."),
    ("asn-nilai validasi", "toml aturan keliru", ".",
     "Aturan 'permenpan-6-2022' tidak ada. Mungkin maksudnya permenpanrb-6-2022. Yang tersedia: bukittinggi, kemenkeu-127-2026, perka-bkn-1-2013, permenpanrb-6-2022, permenpanrb-8-2021, pp-30-2019; atau tulis tempat sebuah berkas .toml."),
    # skema.xlsx
    ("asn-nilai validasi", "skema.xlsx.xlsx", ".",
     "Skema skema.xlsx tidak ada di {kota}. Yang ada skema.xlsx.xlsx: ubah namanya menjadi skema.xlsx, lalu jalankan lagi."),
    ("asn-nilai validasi", "skema (1).xlsx", ".",
     "Skema skema.xlsx tidak ada di {kota}. Yang ada skema (1).xlsx: ubah namanya menjadi skema.xlsx, lalu jalankan lagi."),
    ("asn-nilai validasi", "Skema Final.xlsx", ".",
     "Skema skema.xlsx tidak ada di {kota}. Yang ada Skema Final.xlsx: ubah namanya menjadi skema.xlsx, lalu jalankan lagi."),
    ("asn-nilai validasi", "skema.csv", ".",
     "Skema skema.xlsx tidak ada di {kota}. Yang ada skema.csv, bukan buku kerja: buka di Excel, lalu pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx), nama skema.xlsx."),
    ("asn-nilai validasi", "tanpa skema", ".",
     "Skema skema.xlsx tidak ada di {kota}. Taruh buku skema di situ, atau tulis tempatnya pada [berkas] di asn-nilai.toml. Contoh isinya: asn-nilai mulai FOLDER --contoh"),
    ("asn-nilai validasi", "skema folder", ".",
     "skema.xlsx di {kota} adalah folder, bukan buku kerja. Keluarkan isinya, lalu beri nama itu kepada bukunya."),
    ("asn-nilai validasi", "skema berisi CSV", ".",
     "skema.xlsx: Berkas ini tidak dapat dibuka sebagai buku kerja: isinya teks biasa (mungkin CSV), bukan buku kerja. Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."),
    ("asn-nilai validasi", "skema kosong", ".",
     "skema.xlsx: Berkas ini tidak dapat dibuka sebagai buku kerja: berkasnya kosong (0 bita). Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."),
    ("asn-nilai validasi", "skema terpotong", ".",
     "skema.xlsx: Berkas ini tidak dapat dibuka sebagai buku kerja: berkasnya rusak atau terpotong. Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."),
    ("asn-nilai validasi", "skema HTML", ".",
     "skema.xlsx: Berkas ini tidak dapat dibuka sebagai buku kerja: isinya halaman web (HTML), bukan buku kerja. Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."),
    ("asn-nilai validasi", "skema ternyata target", ".",
     "skema.xlsx bukan buku skema: lembar Unit, Pegawai, dan Indikator tidak ada di dalamnya (yang ada: Target). Taruh buku skema yang benar di situ."),
    # setoran dan hasil
    ("asn-nilai hitung", "tanpa capaian", ".",
     "Belum ada berkas capaian di {kota}/capaian. Taruh berkas unit di dalam folder bulannya (misalnya 2026-06), atau tulis --periode. Buku isiannya: asn-nilai templat capaian --periode 2026-01"),
    ("asn-nilai hitung --periode 2026-05", "tanpa capaian", ".",
     "Belum ada setoran untuk Mei 2026, jadi tidak ada yang dihitung. Taruh berkas unit di capaian/2026-05, misalnya capaian/2026-05/BKPSDM.xlsx. Buku isiannya: asn-nilai templat capaian --periode 2026-05"),
    ("asn-nilai hitung --periode 2026-05", "bulan bernama Mei", ".",
     "Belum ada setoran untuk Mei 2026, jadi tidak ada yang dihitung. Taruh berkas unit di capaian/2026-05, misalnya capaian/2026-05/BKPSDM.xlsx. capaian/Mei 2026: Folder ini tampaknya Mei 2026, berisi 8 berkas, tetapi namanya bukan nama bulan yang dikenal program, sehingga tidak dibaca. Agar dibaca, ubah namanya menjadi capaian/2026-05."),
    ("asn-nilai hitung --periode 2026-05", "setoran di atas folder bulannya", ".",
     "Belum ada setoran untuk Mei 2026, jadi tidak ada yang dihitung. Taruh berkas unit di capaian/2026-05, misalnya capaian/2026-05/BKPSDM.xlsx. capaian/BKPSDM.xlsx: Berkas ini tampaknya berkas capaian BKPSDM untuk Mei 2026, tetapi tidak berada di foldernya, sehingga tidak dibaca. Pindahkan menjadi capaian/2026-05/BKPSDM.xlsx, lalu periksa dan hitung lagi. capaian/DINKES.xlsx: Berkas ini tampaknya berkas capaian DINKES untuk Mei 2026, tetapi tidak berada di foldernya, sehingga tidak dibaca. Pindahkan menjadi capaian/2026-05/DINKES.xlsx, lalu periksa dan hitung lagi. capaian/DISKOMINFO.xlsx: Berkas ini tampaknya berkas capaian DISKOMINFO untuk Mei 2026, tetapi tidak berada di foldernya, sehingga tidak dibaca. Pindahkan menjadi capaian/2026-05/DISKOMINFO.xlsx, lalu periksa dan hitung lagi. Dan 5 lagi."),
    ("asn-nilai hitung", "bulan bernama Mei", ".",
     "Belum ada berkas capaian di {kota}/capaian. Taruh berkas unit di dalam folder bulannya (misalnya 2026-06), atau tulis --periode. capaian/Mei 2026: Folder ini tampaknya Mei 2026, berisi 8 berkas, tetapi namanya bukan nama bulan yang dikenal program, sehingga tidak dibaca. Agar dibaca, ubah namanya menjadi capaian/2026-05."),
    ("asn-nilai hitung --periode 2026-05 --paralel 1", "hasil berupa berkas", ".",
     "Folder {kota}/hasil/2026-05 tidak dapat ditulisi (ada berkas di tempat yang seharusnya folder). Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."),
    # perintah yang lain
    ("asn-nilai dokumen", "kota", ".",
     "Jenis suratnya belum ditulis. Yang ada: nota-dinas, berita-acara, usulan-penghargaan, rencana-perbaikan, target, kartu."),
    ("asn-nilai dokumen suratan", "kota", ".",
     "Jenis surat 'suratan' tidak dikenal. Yang ada: nota-dinas, berita-acara, usulan-penghargaan, rencana-perbaikan, target, kartu."),
    ("asn-nilai dokumen 2026-05", "kota", ".",
     "Jenis surat '2026-05' tidak dikenal. Yang ada: nota-dinas, berita-acara, usulan-penghargaan, rencana-perbaikan, target, kartu."),
    ("asn-nilai dokumen kota", "kota", "..",
     "Jenis surat 'kota' tidak dikenal. Yang ada: nota-dinas, berita-acara, usulan-penghargaan, rencana-perbaikan, target, kartu."),
    ("asn-nilai banding", "kota", ".",
     (
         "BERKAS belum ditulis. Tulis: asn-nilai banding BERKAS BERKAS\n"
         "Lihat bantuan: asn-nilai banding --help"
     )),
    ("asn-nilai banding target/PKM-TB.xlsx", "kota", ".",
     (
         "BERKAS belum ditulis. Tulis: asn-nilai banding BERKAS BERKAS\n"
         "Lihat bantuan: asn-nilai banding --help"
     )),
    ("asn-nilai banding target/PKM-TB.xlsx tidak-ada.xlsx", "kota", ".",
     "Berkas tidak-ada.xlsx tidak ada. Periksa ketikannya."),
    ("asn-nilai banding target capaian", "kota", ".",
     "target adalah folder. Tulis berkas di dalamnya."),
    ("asn-nilai banding skema.xlsx target/PKM-TB.xlsx", "kota", ".",
     "Kedua berkas tidak mempunyai formulir yang sama untuk dibandingkan (Target, Capaian, Perilaku). Yang terbaca: skema.xlsx: tidak satu pun; target/PKM-TB.xlsx: Target."),
    ("asn-nilai banding asn-nilai.toml target/PKM-TB.xlsx", "kota", ".",
     (
         "Kedua berkas tidak mempunyai formulir yang sama untuk dibandingkan (Target, Capaian, Perilaku). Yang terbaca: asn-nilai.toml: tidak satu pun; target/PKM-TB.xlsx: Target.\n"
         "  asn-nilai.toml: Berkas ini tidak dapat dibuka sebagai buku kerja: isinya teks biasa (mungkin CSV), bukan buku kerja. Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu kirim lagi; bila tidak terbuka atau kosong, pakai berkas aslinya."
     )),
    ("asn-nilai banding 2026-04 2026-05", "kota", ".",
     "Berkas 2026-04 tidak ada. Periksa ketikannya."),
    ("asn-nilai cocokkan", "kota", ".",
     "Hasil Mei 2026 belum ada di ruang kerja ini. Jalankan dahulu: asn-nilai hitung --periode 2026-05"),
    ("asn-nilai mulai", "kota", "..",
     '--tahun dan --instansi belum ditulis. Misalnya: asn-nilai mulai --tahun 2026 --instansi "Pemerintah Kota …"'),
    ("asn-nilai mulai kota", "kota", "..",
     "{kota} sudah menjadi ruang kerja; tidak ada yang diubah. Keadaannya dan langkah berikutnya: asn-nilai, di dalam folder itu. Untuk tahun lain, tulis folder lain."),
    ("asn-nilai mulai baru", "kota", "..",
     '--tahun dan --instansi belum ditulis. Misalnya: asn-nilai mulai baru --tahun 2026 --instansi "Pemerintah Kota …"'),
    ("asn-nilai mulai baru --tahun 26", "kota", "..",
     '--instansi belum ditulis. Misalnya: asn-nilai mulai baru --tahun 2026 --instansi "Pemerintah Kota …"'),
    ("asn-nilai mulai baru --tahun dua", "kota", "..",
     (
         "--tahun harus diikuti bilangan bulat, misalnya --tahun 2026.\n"
         "Lihat bantuan: asn-nilai mulai --help"
     )),
    ("asn-nilai mulai kota/skema.xlsx --contoh", "kota", "..",
     "{kota}/skema.xlsx adalah berkas, bukan folder. Tulis nama folder baru untuk ruang kerja."),
    ("asn-nilai mulai baru --tahun 2026 --instansi Kota --pegawai tidak-ada.xlsx", "kota", "..",
     "tidak-ada.xlsx tidak ada. Periksa ketikannya."),
    ("asn-nilai mulai kota/baru --contoh", "kota", "..",
     "{kota}/baru terletak di dalam ruang kerja {kota}. Tulis folder di luarnya, misalnya {atas}/baru."),
    ("asn-nilai meja xyz", "kota", ".",
     "Folder xyz tidak ada di {kota}. Periksa ketikannya."),
    ("asn-nilai menu", "kota", ".",
     "Perintah 'menu' tidak dikenal. Mungkin maksudnya: asn-nilai meja"),
    ("asn-nilai hitung --periode 2026-05 --periode=2026-05", "kota", ".",
     "Pilihan --periode ditulis lebih dari sekali. Tulis satu saja; untuk beberapa, jalankan perintahnya satu per satu."),
    ("asn-nilai rekap --periode T1 . --periode T1", "kota", ".",
     "Pilihan --periode ditulis lebih dari sekali. Tulis satu saja; untuk beberapa, jalankan perintahnya satu per satu."),
]  # fmt: skip

DIMENGERTI = [
    # Each means one thing only; `rekap` says which month it took it for, since nothing is computed yet.
    ("rekap --periode Mei", "2026-05"), ("rekap --periode 'Mei 2026'", "2026-05"), ("rekap --periode 2026-5", "2026-05"),
    ("rekap --periode 2026/05", "2026-05"), ("rekap --periode 05-2026", "2026-05"), ("rekap --periode Mei-26", "2026-05"),
    ("rekap --periode 202605", "2026-05"), ("rekap --periode may", "2026-05"), ("rekap --periode 'bulan 5'", "2026-05"),
    ("rekap --periode T2", "2026-T2"), ("rekap --periode S1", "2026-S1"), ("rekap --periode 'triwulan ii'", "2026-T2"),
    ("rekap --periode jan-mei", "2026-01:2026-05"), ("rekap --periode 2026-01..2026-05", "2026-01:2026-05"),
    ("REKAP", "2026-05"), ("rekap -periode Mei", "2026-05"), ("rekap –periode Mei", "2026-05"), ("rekap —periode=Mei", "2026-05"),
    ("rekap --PERIODE Mei", "2026-05"), ("rekap --periode “Mei 2026”", "2026-05"), (r"rekap --periode \'Mei 2026\'", "2026-05"),
]  # fmt: skip

KUTIP = [
    # (as the shell hands it over, as it is meant)
    (["kunci", "--catatan", "'Unit A' libur", "--nomor", "1"], ["kunci", "--catatan", "'Unit A' libur", "--nomor", "1"]),
    (["kunci", "--catatan", "'Unit", "--nomor", "1"], ["kunci", "--catatan", "'Unit", "--nomor", "1"]),
    (["rekap", "--periode", "'Mei", "2026'", "--unit", "A"], ["rekap", "--periode", "Mei 2026", "--unit", "A"]),
    (["rekap", "--periode", "„Mei", "2026“"], ["rekap", "--periode", "Mei 2026"]),
    (["rekap", "--unit", "'A'", "--periode", "‘Mei’"], ["rekap", "--unit", "A", "--periode", "Mei"]),
    (["rekap", "'", "--unit", "A"], ["rekap", "'", "--unit", "A"]),
    (["rekap", '"D:\\Kota\\" --unit A', "--periode", "'Mei"], ["rekap", '"D:\\Kota\\" --unit A', "--periode", "'Mei"]),
    # A path in quotes that ends in a backslash, as PowerShell's Tab key writes it: the quote was taken into it, and what follows.
    (["rekap", '.\\Data Kota" --periode Mei --unit A'], ["rekap", ".\\Data Kota", "--periode", "Mei", "--unit", "A"]),
    (["rekap", 'Data Kota" -periode Mei'], ["rekap", "Data Kota", "--periode", "Mei"]),
    (["rekap", "--unit", "A", '..\\Data Kota"'], ["rekap", "--unit", "A", "..\\Data Kota"]),
    (["rekap", 'K:" --unit A'], ["rekap", "K:\\", "--unit", "A"]),
    (["rekap", 'K:"'], ["rekap", "K:\\"]),
    (["kunci", "--catatan", 'layar 15"', "--nomor", "1"], ["kunci", "--catatan", 'layar 15"', "--nomor", "1"]),
    (["kunci", '--catatan=layar 15"'], ["kunci", '--catatan=layar 15"']),
    (["kunci", "--catatan", 'a: 15"'], ["kunci", "--catatan", 'a: 15"']),
    (["kunci", "--catatan", 'layar 15" --- lama'], ["kunci", "--catatan", 'layar 15" --- lama']),
]  # fmt: skip


@pytest.mark.parametrize(("argumen", "lurus"), KUTIP)
def test_kutip_yang_tidak_berpasangan_atau_sudah_dibuka_shell(argumen, lurus):
    assert luruskan(argumen, {"--catatan": True, "--nomor": True, "--periode": True, "--unit": True}) == lurus


UNIT_BERDERET = [
    (["--unit", "A", "B", "C"], ["--unit", "A", "--unit", "B", "--unit", "C"]),
    (["kota-x", "--unit=A,", "B;", "C", "--periode", "Mei"], ["kota-x", "--unit=A", "--unit", "B", "--unit", "C", "--periode", "Mei"]),
    (["--unit", "A", ".", "B"], ["--unit", "A", ".", "B"]),
    (["--unit", "A", "/ada/kota"], ["--unit", "A", "/ada/kota"]),
    (["--unit", "A", "s3://kota"], ["--unit", "A", "s3://kota"]),
    (["--unit", "A", "2026-06"], ["--unit", "A", "2026-06"]),
    (["--periode", "Mei", "B"], ["--periode", "Mei", "B"]),
    (["--unit", "A", "--periode", "Mei", "B"], ["--unit", "A", "--periode", "Mei", "B"]),
]  # fmt: skip


@pytest.mark.parametrize(("argumen", "lurus"), UNIT_BERDERET)
def test_kata_sesudah_unit_adalah_unit_lagi_bila_hanya_itu_yang_mungkin(argumen, lurus):
    assert luruskan(argumen, {"--periode": True, "--unit": True}) == lurus


def test_kata_yang_diperlukan_perintahnya_bukan_unit():
    pilihan = {"--unit": True}
    assert luruskan(["--unit", "A", "capaian"], pilihan, 1) == ["--unit", "A", "capaian"]
    assert luruskan(["capaian", "--unit", "A", "B"], pilihan, 1) == ["capaian", "--unit", "A", "--unit", "B"]


@pytest.fixture
def katakan(tmp_path, monkeypatch, capsys):
    """Type a line in a folder of a city in some state; give the status and what was said, folders by their names here."""

    def _katakan(ketikan: str, keadaan: str = "kota", di: str = ".") -> tuple[int, str]:
        kota = buat_kota(tmp_path, keadaan)
        monkeypatch.chdir(kota / di)
        with pytest.raises(SystemExit) as keluar:
            cli.main(shlex.split(ketikan)[1:])
        keluaran = capsys.readouterr()
        kata = (keluaran.err + keluaran.out).replace(str(kota), "{kota}").replace(str(tmp_path), "{atas}")
        return keluar.value.code, kata.strip()

    return _katakan


@pytest.mark.parametrize(
    ("ketikan", "keadaan", "di", "kata"),
    DITOLAK,
    ids=[f"{keadaan} › {ketikan}" for ketikan, keadaan, _, _ in DITOLAK],
)
def test_yang_keliru_dijawab_dengan_kalimat_yang_membawa_maju(katakan, ketikan, keadaan, di, kata):
    status, dikatakan = katakan(ketikan, keadaan, di)
    # A line above may say whose work folder it is and for when.
    pertama, _, sisa = dikatakan.partition("\n")
    assert (sisa if " · " in pertama else dikatakan) == kata
    assert status == 2


@pytest.mark.parametrize(("ketikan", "kode"), DIMENGERTI)
def test_yang_berarti_satu_saja_dimengerti(katakan, ketikan, kode):
    _, dikatakan = katakan(f"asn-nilai {ketikan}")
    assert dikatakan.endswith(f"Jalankan dahulu: asn-nilai hitung --periode {kode}")


@pytest.mark.parametrize("keadaan", ["toml UTF-8 bertanda", "toml UTF-16", "toml bertabulasi"])
def test_pengaturan_sebagaimana_notepad_menyimpannya_dibaca(katakan, keadaan):
    _, dikatakan = katakan("asn-nilai rekap", keadaan)
    assert dikatakan.startswith("Pemerintah Kota Bukittinggi (contoh fiktif) · rekap Mei 2026 · ")


@pytest.mark.parametrize(
    ("unit", "kode"),
    [
        ("PKM-TB,KEL-TD", ["PKM-TB", "KEL-TD"]), ("pkm-tb;kel-td", ["PKM-TB", "KEL-TD"]), ("kel–td , PKM-TB", ["PKM-TB", "KEL-TD"]),
        ("Puskesmas Tigo Baleh", ["PKM-TB"]), ("puskesmas tigo baleh,DINKES", ["DINKES", "PKM-TB"]),
    ],
)  # fmt: skip
def test_beberapa_unit_dengan_koma_dan_unit_dengan_namanya(katakan, unit, kode):
    status, dikatakan = katakan(f"asn-nilai validasi --json --paralel 1 --unit '{unit}'")
    assert [milik["kode_unit"] for milik in json.loads(dikatakan)["unit"]] == kode
    assert status == 0


@pytest.mark.parametrize(
    ("ketikan", "awal"),
    [
        ("198801222012041980", ""),
        ("19880122 201204 1 980", ""),
        ("19880122.201204.1.980 .", ""),
        ("ujangsyahrial", "Dibaca sebagai Ujangsyahrial Bodi, S.Ak. (NIP 198801222012041980, DPMPTSP).\n"),
        ("Bodi, S.Ak.", "Dibaca sebagai Ujangsyahrial Bodi, S.Ak. (NIP 198801222012041980, DPMPTSP).\n"),
    ],
)
def test_nip_berspasi_atau_nama_menemukan_orangnya(katakan, ketikan, awal):
    status, dikatakan = katakan(f"asn-nilai jelaskan {ketikan} --json")
    assert dikatakan.startswith(awal)
    assert json.loads(dikatakan.removeprefix(awal))["nip"] == "198801222012041980"
    assert status == 0


@pytest.mark.parametrize(
    "ketikan",
    [
        "hitung --help",
        "hitung -h",
        "hitung -help",
        "hitung /?",
        "hitung --bantuan",
        "bantuan hitung",
        "help hitung",
    ],
)
def test_bantuan_diminta_dengan_cara_apa_pun(katakan, ketikan):
    status, dikatakan = katakan(f"asn-nilai {ketikan}")
    assert dikatakan.startswith("Pemakaian: asn-nilai hitung [PILIHAN] [FOLDER]\n")
    assert status == 0


@pytest.mark.parametrize("ketikan", ["/?", "-help", "help", "bantuan", "?"])
def test_bantuan_seluruhnya(katakan, ketikan):
    assert katakan(f"asn-nilai {ketikan}")[1].startswith("Pemakaian: asn-nilai [PILIHAN] PERINTAH …\n")


@pytest.mark.parametrize("ketikan", ["--version", "--versi", "-v", "-versi", "--VERSI"])
def test_versi_diminta_dengan_cara_apa_pun(katakan, ketikan):
    assert katakan(f"asn-nilai {ketikan}") == (0, f"asn-nilai {cli.__version__}")


def test_jalur_windows_berkutip_yang_berakhir_garis_miring(katakan):
    """The shell takes the closing quote into the path, and all that follows."""
    status, dikatakan = katakan("""asn-nilai rekap 'C:\\kota kita" --periode Mei'""")
    assert (status, dikatakan) == (2, "Folder C:\\kota kita tidak ada di {kota}. Periksa ketikannya.")


_INGGRIS = (
    "Errno", "Error", "codec", "Expected", "Invalid", "Illegal", "Unclosed", "No such", "Did you mean", "argument", "option",
    "command", "directory", "Permission", "denied", "readable", "decode", "must ", " is ", " not ", "required", "unexpected",
)  # fmt: skip


@pytest.mark.parametrize("kata", _INGGRIS)
def test_tidak_satu_kata_pun_dari_pustaka(kata):
    assert [kalimat for *_, kalimat in DITOLAK if kata in kalimat] == []


@pytest.mark.parametrize(
    ("berkas", "kalimat"),
    [
        (
            "skema.xlsx",
            "skema.xlsx: Berkas ini sedang dibuka di program lain, atau Anda tidak berhak membacanya. Tutup berkas itu di program yang membukanya, atau mintalah hak membacanya, lalu coba lagi.",
        ),
        (
            "asn-nilai.toml",
            "asn-nilai.toml: tidak boleh dibaca. Tutup berkas itu di program lain, atau mintalah hak membacanya.",
        ),
    ],
)
def test_berkas_yang_dipegang_program_lain(katakan, monkeypatch, berkas, kalimat):
    asli = Path.read_bytes

    def tolak(ini: Path) -> bytes:
        if ini.name == berkas:
            raise PermissionError(errno.EACCES, "Permission denied", str(ini))
        return asli(ini)

    monkeypatch.setattr(Path, "read_bytes", tolak)
    assert katakan("asn-nilai validasi") == (2, kalimat)


def test_pengaturan_yang_hanya_ada_di_onedrive(katakan, monkeypatch):
    asli = Path.read_bytes

    def tolak(ini: Path) -> bytes:
        if ini.name == "asn-nilai.toml":
            raise OSError(errno.EINVAL, "Invalid argument", str(ini))
        return asli(ini)

    monkeypatch.setattr(Path, "read_bytes", tolak)
    status, dikatakan = katakan("asn-nilai validasi")
    awal = "asn-nilai.toml: tidak dapat dibaca (disk, jaringan, atau OneDrive tidak memberikannya). Periksa sambungan ke jaringan"
    assert (status, dikatakan[: len(awal)]) == (2, awal)


def test_hasil_yang_sedang_dibuka_di_excel(katakan, monkeypatch):
    asli = Path.replace

    def tolak(ini: Path, tujuan: Path) -> Path:
        if Path(tujuan).name == "validasi.html":
            Path(tujuan).touch()  # what is open in a program is there
            raise PermissionError(errno.EACCES, "Permission denied", str(tujuan))
        return asli(ini, tujuan)

    monkeypatch.setattr(Path, "replace", tolak)
    status, dikatakan = katakan("asn-nilai validasi --paralel 1")
    assert status == 1
    assert (
        "{kota}/hasil/2026-05/validasi.html tidak dapat diganti: berkas itu sedang dibuka di program lain (misalnya Excel), atau "
        "foldernya tidak boleh ditulisi. Tutup berkas itu atau mintalah hak menulis ke folder itu, lalu jalankan perintah ini lagi."
    ) in dikatakan


def test_hasil_yang_ditahan_sekejap_oleh_antivirus_tetap_ditulis(katakan, monkeypatch):
    asli, ditahan = Path.replace, ["sekali", "dua kali"]

    def tolak(ini: Path, tujuan: Path) -> Path:
        if Path(tujuan).name == "validasi.html" and ditahan:
            ditahan.pop()
            raise PermissionError(errno.EACCES, "Permission denied", str(tujuan))
        return asli(ini, tujuan)

    monkeypatch.setattr(Path, "replace", tolak)
    status, dikatakan = katakan("asn-nilai validasi --paralel 1")
    assert "tidak dapat" not in dikatakan
    assert (status, ditahan) == (0, [])
    assert Path("hasil/2026-05/validasi.html").is_file()


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "Berkas tidak dapat ditulis (disk penuh). Kosongkan ruang di disk, lalu jalankan lagi.",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "capaian"),
            "capaian tidak dapat dibuka (tidak diizinkan). Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi.",
        ),
        (
            FileNotFoundError(errno.ENOENT, "No such file", "C:/" + "x" * 257),
            f"C:/{'x' * 257} tidak dapat dibuka (tidak ada). Jalurnya 260 huruf: pindahkan ruang kerja ke folder yang jalurnya pendek, misalnya C:/kinerja, lalu jalankan lagi.",
        ),
    ],
)
def test_penolakan_sistem_operasi_di_mana_pun(katakan, monkeypatch, galat, kalimat):
    def gagal(*_isi, **_pilihan):
        raise galat

    monkeypatch.setattr(cli, "app", gagal)
    assert katakan("asn-nilai hitung") == (2, kalimat)


@pytest.fixture
def disk_penuh(tmp_path):
    """Give a folder on a small disk of its own; whoever may not mount one cannot see what this test shows."""
    tempat = tmp_path / "disk"
    tempat.mkdir()
    pasang = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", tempat], capture_output=True, check=False
    )
    if pasang.returncode:
        pytest.skip("tidak boleh memasang disk")
    yield tempat
    subprocess.run(["umount", "-l", tempat], check=True)


@pytest.mark.skipif(os.name == "nt", reason="mount")
@pytest.mark.parametrize(
    ("perintah", "berkas"),
    [("hitung", "hasil/2026-05/DINKES/nilai.xlsx"), ("validasi", "hasil/2026-05/validasi.html")],
)
def test_disk_yang_sungguh_penuh(disk_penuh, monkeypatch, capsys, perintah, berkas):
    kota = buat_kota(disk_penuh, "kota")
    with suppress(OSError), (disk_penuh / "isi").open("wb", buffering=0) as isi:
        while isi.write(b"x" * 1024):
            pass
    monkeypatch.chdir(kota)
    with pytest.raises(SystemExit) as keluar:
        cli.main([perintah, "--paralel", "1"])
    dikatakan = capsys.readouterr().err
    assert keluar.value.code == 1
    assert (
        f"{kota}/{berkas} tidak dapat ditulis (disk penuh). Kosongkan ruang di disk, lalu jalankan lagi."
        in dikatakan
    )
    assert dikatakan.rstrip().endswith(
        "BELUM SELESAI: yang disebut di atas belum ada, atau masih yang lama. Jalankan perintah ini lagi sebelum dibagikan."
    )
    assert "Buka dahulu" not in dikatakan  # what is not there
    assert not [
        berkas
        for berkas in (kota / "hasil").rglob("*")
        if berkas.is_file() and not berkas.name.endswith(".lock")
    ]


def test_jalur_lebih_dari_dua_ratus_huruf(tmp_path, capsys):
    dalam = tmp_path / ("x" * 100) / ("y" * 100)
    dalam.mkdir(parents=True)
    kota = buat_kota(dalam, "kota")
    assert len(str(kota)) > 200
    with pytest.raises(SystemExit) as keluar:
        cli.main(["validasi", str(kota), "--paralel", "1"])
    assert keluar.value.code == 0
    assert (kota / "hasil/2026-05/validasi.html").is_file()
    assert "Tidak ada temuan." in capsys.readouterr().err
