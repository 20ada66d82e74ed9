"""The sheet Petunjuk: how to fill in the workbook, in plain words and with one example worked through."""

from asn_nilai.acuan.isian.indikator.indikator import ASPEK, Polaritas
from asn_nilai.acuan.tulisan import tulis_tetap
from asn_nilai.terbit.templat.bahan import BahanCapaian, BahanTarget
from asn_nilai.terbit.templat.lembar.lembar import LembarTemplat
from asn_nilai.terbit.templat.lembar.lembar_perilaku import NAMA_RATING, CaraIsi, kapan_catatan
from asn_nilai.terbit.templat.lembar.lembar_target import baris_tiap_asn
from asn_nilai.terbit.templat.lembar.petunjuk import Petunjuk

_KIRIM = (
    "Simpan dengan nama yang sama dan tetap berbentuk Excel (.xlsx), lalu kirim kembali kepada pengelola kepegawaian.",
    "Jangan mengubah nama lembar, judul kolom, atau Kode Unit di bagian atas: dari sanalah berkas ini dikenali.",
)
_LAYAK = (
    "Bandingkan dengan yang sudah dicapai: target yang selalu terlampaui, atau jauh lebih ringan daripada realisasi tahun lalu, tidak mendorong siapa pun.",
    "Samakan beban sejawat: jabatan dan indikator yang sama kira-kira bertarget sama, atau sebutkan alasannya.",
    "Ukur kerjanya, bukan permintaannya: bila banyaknya ditentukan orang yang datang, ukur persen yang selesai atau waktunya.",
    "Beri tiap ASN paling sedikit satu indikator mutu (Kualitas) atau ketepatan (Waktu), dan jangan satu indikator memikul sebagian besar bobot.",
    "Jangan melepas bulan atau meringankan target menjelang akhir tahun tanpa alasan: pengelola kepegawaian akan menanyakannya.",
)
_ANGKA_UNIT = (
    "Angka milik unit ditanya sekali: isi di baris pertamanya yang kuning. Baris ASN lain yang memikulnya terisi sendiri; "
    "angka dan buktinya tidak diketik lagi di sana."
)
_RASIO = (
    "Indikator berbentuk rasio: isi Pembilang dan Penyebut dengan banyaknya (artinya muncul saat sel dipilih). Realisasi "
    "terisi sendiri, 100 × Pembilang ÷ Penyebut."
)
_CARA_ANGKA = (
    ("Persen", "95% diketik 95. Jangan ketik 0,95."),
    ("Pecahan", "Memakai koma: 12,5."),
    ("Satuan", "Tidak perlu ditulis: ketik 12, bukan '12 hari'."),
)


_CONTOH_TARGET = (
    (
        "Indikator",
        "Laporan yang disampaikan tepat waktu, satuan laporan, dijumlahkan sepanjang tahun",
    ),
    ("Bobot", "25, karena seperempat dari nilai ASN ini; tiga indikator lainnya bersama-sama 75"),
    ("Target", "Dua laporan tiap bulan: ketik 2 di Jan sampai Des"),
    ("Target Tahunan", "Muncul sendiri: 2 × 12 = 24 laporan"),
    ("Periksa", "Lengkap"),
)


_RENCANA = (
    "Kolom paling kanan boleh dikosongkan: Rencana Hasil Kerja baris itu, Rencana Atasan yang didukungnya, dan Jenisnya (Utama atau "
    "Tambahan). Isinya ikut tercetak di surat target dan penjelasan nilai; nilai tidak berubah karenanya."
)


def petunjuk_target(lembar: LembarTemplat, bahan: BahanTarget) -> None:
    """Write the guide of a target template."""
    tulis = Petunjuk(lembar)
    tulis.judul("Petunjuk mengisi target", f"{bahan.unit.nama} · tahun {bahan.tahun.kode}")
    tulis.bagian("Langkahnya")
    tulis.langkah(
        (
            "Buka lembar Target. Nama dan NIP ASN sudah terisi; yang diisi hanya sel kuning.",
            (
                "Mulai dari baris pertama tiap ASN. Pilih Kode Indikator dari daftar; nama dan satuannya muncul sendiri. "
                "Arti, satuan, dan batas tiap kode ada di lembar Indikator."
            ),
            "Isi Bobot. Semua bobot satu ASN harus berjumlah 100; kolom Jumlah Bobot menjadi hijau bila sudah pas.",
            (
                "Isi target tiap bulan yang diukur. Kosongkan bulan yang tidak diukur (selnya menjadi abu-abu bila indikator "
                "itu diukur triwulanan, semesteran, atau tahunan). Sel bergaris: ASN itu tidak bertugas di unit ini pada bulan itu."
            ),
            "Baris yang tidak dipakai biarkan kosong. Kolom Periksa menyebut apa yang masih kurang.",
            *((_RENCANA,) if bahan.berencana else ()),
            f"Tersedia {baris_tiap_asn(bahan)} baris tiap ASN. Bila perlu lebih, hubungi pengelola kepegawaian; jangan menyisipkan baris.",
            *_KIRIM,
        )
    )
    tulis.bagian("Cara menulis angka")
    tulis.pasangan(
        (
            *_CARA_ANGKA,
            ("Nol dan kosong", "0 berarti targetnya nol. Kosong berarti tidak diukur pada bulan itu."),
        )
    )
    tulis.bagian("Target yang layak dicapai")
    tulis.langkah(_LAYAK)
    if bahan.pertanyaan:
        tulis.bagian("Yang layak ditanyakan pada target yang sudah ada")
        tulis.langkah(
            (
                *bahan.pertanyaan,
                "Bila ada alasannya, cukup jawab dengan alasan itu; bila tidak, perbaiki targetnya.",
            )
        )
    tulis.bagian("Contoh")
    tulis.pasangan(_CONTOH_TARGET)
    tulis.selesai((bahan.judul, bahan.identitas.pembuat))


def _contoh_capaian(tulis: Petunjuk, bahan: BahanCapaian) -> None:
    tulis.bagian("Contoh")
    target, realisasi = 80.0, 76.0
    # What is counted, the more the better: every rule has a formula for it, by polarity or by aspect.
    rumus = bahan.aturan.rumus(Polaritas.MAKSIMAL, ASPEK[0])
    kalimat = rumus.kalimat(target, realisasi, None, bahan.aturan.parameter())
    tulis.pasangan(
        (
            ("Indikator", "Keluarga yang dikunjungi, satuan keluarga, makin banyak makin baik"),
            ("Target", f"{target:.0f} keluarga bulan ini"),
            ("Realisasi", f"Yang dikunjungi {realisasi:.0f} keluarga: ketik {realisasi:.0f}"),
            ("Bukti Dukung", "Rekap kunjungan rumah, nomor 12/KUN/2026"),
            ("Capaian Sementara", f"{kalimat} = {tulis_tetap(realisasi / target * 100)}"),
            ("Periksa", "Lengkap"),
        )
    )


def petunjuk_capaian(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Write the guide of a capaian template, and the list of ratings behind its drop-downs."""
    tulis = Petunjuk(lembar)
    tulis.judul("Petunjuk mengisi capaian", f"{bahan.unit.nama} · {bahan.bulan.label}")
    tulis.bagian("Langkahnya")
    tulis.langkah(
        (
            "Buka lembar Capaian. ASN, indikator, dan target bulan ini sudah terisi; yang diisi hanya sel kuning.",
            (
                "Isi Realisasi: angka yang benar-benar tercapai bulan ini saja, bukan jumlah sejak Januari "
                "(kecuali definisi indikatornya memang meminta angka terakhir)."
            ),
            "Isi Bukti Dukung dengan nama atau nomor dokumen, atau tautannya. Keterangan boleh kosong.",
            "Lihat kolom Periksa: baris yang beres bertulisan Lengkap; selain itu tertulis apa yang kurang.",
            *((_ANGKA_UNIT,) if bahan.ditanya_sekali else ()),
            *((_RASIO,) if bahan.berasio else ()),
            (
                f"Di lembar Perilaku, pimpinan {CaraIsi.menurut(bahan.aturan).langkah}. Di Catatan, tulis alasannya "
                f"{kapan_catatan(bahan.aturan)}, dan uraian singkat Ide Baru."
            ),
            "Lembar Ringkasan menunjukkan ASN mana yang belum lengkap dan capaian sementaranya.",
            "Target keliru? Jangan diubah di sini: target disepakati di berkas target. Hubungi pengelola kepegawaian.",
            *_KIRIM,
        )
    )
    tulis.bagian("Cara menulis angka")
    tulis.pasangan(
        (
            *_CARA_ANGKA,
            (
                "Nol dan kosong",
                "0 berarti benar-benar tidak ada yang tercapai. Kosong berarti belum diisi, dan ASN itu belum dapat dinilai.",
            ),
            (
                "Tidak ada yang diukur",
                "Waktu atau rata-rata tanpa satu kejadian pun bulan ini bukan 0: biarkan kosong, lalu beri tahu pengelola kepegawaian.",
            ),
        )
    )
    _contoh_capaian(tulis, bahan)
    if bahan.aturan.perilaku.rentang is None:
        _rating(tulis, bahan)
    tulis.selesai((bahan.judul, bahan.identitas.pembuat))


def _rating(tulis: Petunjuk, bahan: BahanCapaian) -> None:
    rating = list(reversed(bahan.aturan.rating_perilaku))
    tulis.bagian("Rating perilaku yang dapat dipilih")
    awal = tulis.baris
    for nama in rating:
        tulis.lembar.teks(tulis.baris, 1, nama, tulis.lembar.gaya("teks"))
        tulis.baris += 1
    tulis.lembar.buku.define_name(NAMA_RATING, f"=Petunjuk!$B${awal + 1}:$B${awal + len(rating)}")
