"""Each form once: its sheet, its identity block, its columns with their labels and what else people call them.

The reader finds columns by it, the template writer prints it, the guide explains it; so a label stands nowhere else.
Labels are those of the contract.
"""

from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, Formulir, JenisIsi, KolomFormulir
from asn_nilai.acuan.periode import NAMA_BULAN, SINGKATAN_BULAN

_T, _N, _A, _TGL, _C = JenisIsi.TEKS, JenisIsi.NIP, JenisIsi.ANGKA, JenisIsi.TANGGAL, JenisIsi.CAMPURAN
_SINONIM_BULAN: Mapping[str, tuple[str, ...]] = {
    "jan": ("January",), "feb": ("Peb", "Pebruari", "February"), "mar": ("Mrt", "March"), "mei": ("May",),
    "jun": ("June",), "jul": ("July",), "agu": ("Agt", "Ags", "Agust", "Aug", "August"), "sep": ("Sept",),
    "okt": ("Oct", "October"), "nov": ("Nop", "Nopember"), "des": ("Dec", "December"),
}  # fmt: skip

_KODE_UNIT = KolomFormulir(
    "kode_unit", "Kode Unit", _T, wajib=True,
    sinonim=("Kode Unit Kerja", "Kode OPD", "Kode SKPD", "Kode Perangkat Daerah", "Kode Satker", "Kode Unor"),
)  # fmt: skip
_UNIT_KERJA = KolomFormulir(
    "unit_kerja", "Unit Kerja", _T, wajib=True,
    sinonim=("Nama Unit", "Nama Unit Kerja", "Unit", "OPD", "Nama OPD", "SKPD", "Perangkat Daerah", "Satuan Kerja"),
)  # fmt: skip
_TAHUN = KolomFormulir(
    "tahun", "Tahun", _T, sinonim=("Tahun Anggaran", "Tahun Penilaian", "Tahun Kinerja", "TA")
)
_PERIODE = KolomFormulir(
    "periode",
    "Periode",
    _T,
    sinonim=("Bulan", "Periode Penilaian", "Masa Penilaian", "Bulan Penilaian", "Periode Bulan"),
)
_NO = KolomFormulir("no", "No", _T, sinonim=("Nomor", "No Urut", "Nomor Urut"))
_NIP = KolomFormulir(
    "nip", "NIP", _N, wajib=True,
    sinonim=(
        "NIP/NI PPPK", "NIP / NIPPPK", "NI PPPK", "NIPPPK", "NIP Baru", "NIP ASN", "NIP Pegawai", "Nomor Induk Pegawai",
        "No Induk Pegawai", "NIP/NIK",
    ),
)  # fmt: skip
_NAMA = KolomFormulir(
    "nama", "Nama", _T, sinonim=("Nama ASN", "Nama Pegawai", "Nama Lengkap", "Nama PNS", "Nama Pejabat")
)
_KODE_INDIKATOR = KolomFormulir(
    "kode_indikator", "Kode Indikator", _T, wajib=True,
    sinonim=("Kode Indikator Kinerja", "Kode IKI", "Kode IKU", "Kode Ind", "ID Indikator", "Kode"),
)  # fmt: skip
_INDIKATOR = KolomFormulir(
    "indikator", "Indikator", _T,
    sinonim=("Nama Indikator", "Indikator Kinerja", "Uraian Indikator", "Indikator Kinerja Individu", "IKI"),
)  # fmt: skip
_SATUAN = KolomFormulir("satuan", "Satuan", _T, sinonim=("Satuan Ukuran", "Satuan Target", "Satuan Hasil"))
_BOBOT = KolomFormulir(
    "bobot", "Bobot", _A, wajib=True, sinonim=("Bobot Indikator", "Bobot Persen", "Bobot %")
)
_BULAN = tuple(
    KolomFormulir(kunci, singkatan, _A, wajib=True, sinonim=(nama, *_SINONIM_BULAN.get(kunci, ())))
    for kunci, singkatan, nama in zip(KUNCI_BULAN, SINGKATAN_BULAN, NAMA_BULAN, strict=True)
)
_SINONIM_MULAI = (
    "Tanggal Mulai", "Tgl Mulai", "Mulai Tugas", "Tanggal Mulai Tugas", "Tgl Mulai Tugas", "Sejak", "Terhitung Mulai",
)  # fmt: skip
_SINONIM_SELESAI = (
    "Tanggal Selesai", "Tgl Selesai", "Selesai Tugas", "Tanggal Selesai Tugas", "Tgl Selesai Tugas", "Akhir", "Tanggal Akhir", "Tgl Akhir",
    "Sampai", "Sampai Tanggal", "Sampai Dengan",
)  # fmt: skip
_JABATAN = KolomFormulir("jabatan", "Jabatan", _T, sinonim=("Nama Jabatan",))

_TARGET = Formulir(
    "Target", "Target", ("Target Kinerja", "Target Bulanan", "Target Tahunan"), (_KODE_UNIT, _UNIT_KERJA, _TAHUN, _PERIODE),
    (
        _NO, _NIP, _NAMA, _KODE_INDIKATOR, _INDIKATOR, _SATUAN, _BOBOT, *_BULAN,
        KolomFormulir(
            "target_tahunan", "Target Tahunan", _A,
            sinonim=("Target Setahun", "Target 1 Tahun", "Total Target", "Jumlah Target", "Target Akhir Tahun"),
        ),
        KolomFormulir(
            "rencana_hasil_kerja", "Rencana Hasil Kerja", _T,
            sinonim=("RHK", "Rencana Hasil Kerja Pegawai", "Rencana Hasil Kerja Individu", "Rencana Hasil Kerja (RHK)"),
        ),
        KolomFormulir(
            "rencana_atasan", "Rencana Atasan", _T,
            sinonim=(
                "Rencana Hasil Kerja Atasan", "RHK Atasan", "Rencana Hasil Kerja Pimpinan", "RHK Pimpinan", "RHK Atasan yang Diintervensi",
                "Rencana Hasil Kerja Atasan yang Diintervensi", "Rencana Hasil Kerja Pimpinan yang Diintervensi", "RHK Pimpinan yang Diintervensi",
                "Rencana Atasan yang Diintervensi", "Yang Diintervensi",
            ),
        ),
        KolomFormulir("jenis", "Jenis", _T, sinonim=("Jenis Kinerja", "Utama/Tambahan", "Kinerja Utama/Tambahan", "Jenis Rencana Hasil Kerja")),
    ),
)  # fmt: skip
_CAPAIAN = Formulir(
    "Capaian", "Capaian", ("Capaian Kinerja", "Capaian Bulanan", "Realisasi"), (_KODE_UNIT, _UNIT_KERJA, _PERIODE, _TAHUN),
    (
        _NO, _NIP, _NAMA, _KODE_INDIKATOR, _INDIKATOR, _SATUAN,
        KolomFormulir("target", "Target", _A, sinonim=("Target Bulan Ini", "Target Bulanan")),
        KolomFormulir("realisasi", "Realisasi", _A, wajib=True, sinonim=("Realisasi Bulan Ini", "Realisasi Bulanan", "Nilai Realisasi")),
        KolomFormulir("bukti_dukung", "Bukti Dukung", _T, sinonim=("Bukti", "Data Dukung", "Dokumen Pendukung", "Bukti Pendukung")),
        KolomFormulir("keterangan", "Keterangan", _T, sinonim=("Ket", "Catatan")),
        KolomFormulir("pembilang", "Pembilang", _A, sinonim=("Jumlah Pembilang", "Nilai Pembilang", "Numerator")),
        KolomFormulir("penyebut", "Penyebut", _A, sinonim=("Jumlah Penyebut", "Nilai Penyebut", "Denominator")),
    ),
)  # fmt: skip
_PERILAKU = Formulir(
    "Perilaku", "Perilaku", ("Perilaku Kerja", "Penilaian Perilaku"), (_KODE_UNIT, _UNIT_KERJA, _PERIODE, _TAHUN),
    (
        _NO, _NIP, _NAMA,
        KolomFormulir("berorientasi_pelayanan", "Berorientasi Pelayanan", _C, sinonim=("Orientasi Pelayanan",)),
        KolomFormulir("akuntabel", "Akuntabel", _C, sinonim=("Akuntabilitas",)),
        KolomFormulir("kompeten", "Kompeten", _C, sinonim=("Kompetensi",)),
        KolomFormulir("harmonis", "Harmonis", _C),
        KolomFormulir("loyal", "Loyal", _C, sinonim=("Loyalitas",)),
        KolomFormulir("adaptif", "Adaptif", _C),
        KolomFormulir("kolaboratif", "Kolaboratif", _C, sinonim=("Kolaborasi",)),
        KolomFormulir("rating_perilaku", "Rating Perilaku", _C, sinonim=("Rating Perilaku Kerja", "Perilaku", "Nilai Perilaku")),
        KolomFormulir("ide_baru", "Ide Baru", _T, sinonim=("Ide Baru Ya", "Inovasi Ide Baru")),
        KolomFormulir("catatan", "Catatan", _T, sinonim=("Keterangan", "Ket")),
    ),
)  # fmt: skip
_UNIT = Formulir(
    "Unit", "Unit", ("Daftar Unit", "Unit Kerja"), (),
    (
        _KODE_UNIT, _UNIT_KERJA,
        KolomFormulir("jenis_unit", "Jenis Unit", _T, sinonim=("Jenis Unit Kerja", "Kelompok Unit")),
        KolomFormulir("nip_kepala", "NIP Kepala", _N, sinonim=("NIP Kepala Unit", "NIP Pimpinan")),
        KolomFormulir("kode_lama", "Kode Lama", _T, sinonim=("Kode Unit Lama", "Kode Sebelumnya")),
    ),
)  # fmt: skip
_PEGAWAI = Formulir(
    "Pegawai", "Pegawai", ("Daftar Pegawai", "ASN", "Daftar ASN"), (),
    (
        _NIP, KolomFormulir("nama", "Nama", _T, wajib=True, sinonim=_NAMA.sinonim),
        KolomFormulir("jenis_asn", "Jenis ASN", _T, sinonim=("Jenis Pegawai", "Status Kepegawaian", "Status ASN")),
        KolomFormulir("golongan", "Golongan", _T, sinonim=("Gol", "Golongan Ruang", "Golongan/Ruang", "Pangkat/Golongan", "Pangkat Gol", "Pangkat Gol Ruang", "Gol Ruang")),
        _JABATAN,
        KolomFormulir("jenis_jabatan", "Jenis Jabatan", _T),
        _KODE_UNIT,
        KolomFormulir("nip_atasan", "NIP Atasan", _N, sinonim=("NIP Atasan Langsung", "NIP Pejabat Penilai")),
        KolomFormulir("mulai", "Mulai", _TGL, sinonim=(*_SINONIM_MULAI, "TMT")),
        KolomFormulir("selesai", "Selesai", _TGL, sinonim=_SINONIM_SELESAI),
        KolomFormulir("angka_kredit_awal", "Angka Kredit Awal", _A, sinonim=("Angka Kredit PAK Terakhir", "Angka Kredit Lama", "AK Awal")),
        KolomFormulir(
            "angka_kredit_dibutuhkan", "Angka Kredit Dibutuhkan", _A,
            sinonim=("Angka Kredit yang Dibutuhkan", "Kebutuhan Angka Kredit", "Angka Kredit Minimal", "AK Dibutuhkan"),
        ),
    ),
)  # fmt: skip
_DAFTAR_INDIKATOR = Formulir(
    "Indikator", "Indikator", ("Daftar Indikator", "Indikator Kinerja"), (),
    (
        _KODE_INDIKATOR, KolomFormulir("indikator", "Indikator", _T, wajib=True, sinonim=_INDIKATOR.sinonim),
        KolomFormulir("definisi", "Definisi", _T, sinonim=("Definisi Operasional",)),
        KolomFormulir("aspek", "Aspek", _T),
        KolomFormulir("satuan", "Satuan", _T, wajib=True, sinonim=_SATUAN.sinonim),
        KolomFormulir("polaritas", "Polaritas", _T, wajib=True),
        KolomFormulir("agregasi", "Agregasi", _T, wajib=True, sinonim=("Cara Agregasi", "Jenis Agregasi")),
        KolomFormulir("jenis_nilai", "Jenis Nilai", _T),
        KolomFormulir("batas_bawah", "Batas Bawah", _A, sinonim=("Minimum", "Nilai Minimum", "Batas Minimum", "Batas Minimal")),
        KolomFormulir("batas_atas", "Batas Atas", _A, sinonim=("Maksimum", "Nilai Maksimum", "Batas Maksimum", "Batas Maksimal")),
        KolomFormulir("nilai_terburuk", "Nilai Terburuk", _A),
        KolomFormulir("frekuensi", "Frekuensi", _T, sinonim=("Frekuensi Pengukuran",)),
        KolomFormulir("wajib_bukti", "Wajib Bukti", _T, sinonim=("Wajib Bukti Dukung",)),
        KolomFormulir("berlaku_untuk", "Berlaku Untuk", _T),
        KolomFormulir("sumber_data", "Sumber Data", _T, sinonim=("Sumber",)),
        KolomFormulir("lingkup", "Lingkup", _T, sinonim=("Lingkup Angka", "Milik")),
        KolomFormulir("layanan_publik", "Layanan Publik", _T, sinonim=("Layanan Umum", "Dipublikasikan")),
        KolomFormulir("pembilang", "Pembilang", _T, sinonim=("Yang Dihitung (Pembilang)", "Numerator")),
        KolomFormulir("penyebut", "Penyebut", _T, sinonim=("Pembagi", "Denominator")),
    ),
)  # fmt: skip
_BKN = Formulir(
    "BKN", "", ("Rekap Penilaian",), (),
    (
        _NO, _NIP, _NAMA, _JABATAN,
        KolomFormulir("rating_hasil_kinerja", "Rating Hasil Kinerja", _C, sinonim=("Rating Hasil Kerja", "Hasil Kinerja", "Hasil Kerja")),
        KolomFormulir("rating_perilaku_kerja", "Rating Perilaku Kerja", _C, sinonim=("Rating Perilaku", "Perilaku Kerja")),
        KolomFormulir(
            "predikat_kinerja_periodik", "Predikat Kinerja Periodik", _C, wajib=True,
            sinonim=("Predikat Kinerja", "Predikat", "Predikat Kinerja Pegawai", "Predikat Kinerja Tahunan"),
        ),
    ),
)  # fmt: skip
_DAFTAR_PEGAWAI = Formulir(
    "Daftar Pegawai", "Pegawai", (), (),
    (
        _NO,
        KolomFormulir(
            "nip", "NIP", _N, wajib=True,
            sinonim=(*_NIP.sinonim, "NIP PNS", "NIP PNS/PPPK", "NIP/NI PPPK/NRP", "NIP Terbaru", "Nomor Induk Pegawai (NIP)"),
        ),
        KolomFormulir("nama", "Nama", _T, wajib=True, sinonim=(*_NAMA.sinonim, "Nama dan Gelar", "Nama Lengkap dan Gelar", "Nama Beserta Gelar")),
        KolomFormulir("gelar_depan", "Gelar Depan", _T, sinonim=("Glr Depan", "Gelar Dpn")),
        KolomFormulir("gelar_belakang", "Gelar Belakang", _T, sinonim=("Gelar Blk", "Glr Belakang", "Gelar Blkg")),
        KolomFormulir(
            "jenis_asn", "Jenis ASN", _T,
            sinonim=(
                "Jenis Pegawai", "Status Kepegawaian", "Status ASN", "Status Pegawai", "Jenis Kepegawaian", "Status CPNS PNS",
                "Jenis Pegawai Nama",
            ),
        ),
        KolomFormulir("kedudukan", "Kedudukan", _T, sinonim=("Kedudukan Hukum", "Kedudukan Hukum Nama", "Kedudukan Pegawai", "Status Aktif", "Status Keaktifan")),
        KolomFormulir("pangkat", "Pangkat", _T, sinonim=("Nama Pangkat", "Pangkat Terakhir")),
        KolomFormulir(
            "golongan", "Golongan", _T,
            sinonim=(
                "Gol", "Golongan Ruang", "Golongan/Ruang", "Pangkat/Golongan", "Pangkat Gol", "Pangkat/Gol. Ruang", "Pangkat, Gol. Ruang",
                "Pangkat Golongan Ruang", "Gol Ruang", "Gol/Ruang", "Gol Akhir", "Gol Akhir Nama", "Golongan Akhir", "Golongan Terakhir",
                "Ruang Golongan", "Pangkat Gol Ruang",
            ),
        ),
        KolomFormulir("jabatan", "Jabatan", _T, sinonim=("Nama Jabatan", "Jabatan Nama", "Jabatan Terakhir", "Jabatan Sekarang")),
        KolomFormulir("jenis_jabatan", "Jenis Jabatan", _T, sinonim=("Jenis Jabatan Nama", "Kelompok Jabatan", "Tipe Jabatan")),
        KolomFormulir("eselon", "Eselon", _T, sinonim=("Esel", "Eselonering", "Eselon Jabatan")),
        KolomFormulir("kode_unit", "Kode Unit", _T, sinonim=_KODE_UNIT.sinonim),
        KolomFormulir(
            "unit_kerja", "Unit Kerja", _T,
            sinonim=("Nama Unit", "Nama Unit Kerja", "Unit", "Unit Organisasi", "Unor", "Unor Nama", "Nama Unor", "Sub Unit Kerja", "Unit Kerja Sekarang"),
        ),
        KolomFormulir(
            "unit_induk", "Unit Induk", _T,
            sinonim=(
                "OPD", "Nama OPD", "SKPD", "Nama SKPD", "Perangkat Daerah", "Organisasi Perangkat Daerah", "Satuan Kerja", "Satker",
                "Unor Induk", "Unor Induk Nama", "Unit Kerja Induk", "Satuan Kerja Kerja Nama", "OPD/Unit Kerja Induk", "Dinas/Badan",
            ),
        ),
        KolomFormulir("nip_atasan", "NIP Atasan", _N, sinonim=("NIP Atasan Langsung", "NIP Pejabat Penilai", "NIP Penilai")),
        KolomFormulir(
            "atasan_langsung", "Atasan Langsung", _T,
            sinonim=("Atasan", "Nama Atasan", "Nama Atasan Langsung", "Pejabat Penilai", "Nama Pejabat Penilai", "Nama Penilai"),
        ),
        KolomFormulir("mulai", "Mulai", _TGL, sinonim=(*_SINONIM_MULAI, "TMT Unit Kerja", "TMT Penempatan", "TMT Mutasi")),
        KolomFormulir("selesai", "Selesai", _TGL, sinonim=_SINONIM_SELESAI),
        KolomFormulir("tmt", "TMT", _TGL, sinonim=("TMT Jabatan", "TMT Jab")),
    ),
)  # fmt: skip
_DAFTAR_UNIT = Formulir(
    "Daftar Unit", "Unit", (), (),
    (
        _NO,
        KolomFormulir("kode_unit", "Kode Unit", _T, sinonim=(*_KODE_UNIT.sinonim, "Kode", "Singkatan")),
        KolomFormulir(
            "unit_kerja", "Unit Kerja", _T, wajib=True,
            sinonim=(*_UNIT_KERJA.sinonim, "Unit Organisasi", "Unor", "Unor Nama", "Nama Unor", "Nama SKPD", "Nama Perangkat Daerah"),
        ),
        KolomFormulir("jenis_unit", "Jenis Unit", _T, sinonim=("Jenis Unit Kerja", "Kelompok Unit", "Jenis", "Jenis OPD")),
        KolomFormulir("nip_kepala", "NIP Kepala", _N, sinonim=("NIP Kepala Unit", "NIP Pimpinan", "NIP Kepala OPD")),
    ),
)  # fmt: skip

FORMULIR: Mapping[str, Formulir] = {
    formulir.nama: formulir
    for formulir in (
        _TARGET, _CAPAIAN, _PERILAKU, _UNIT, _PEGAWAI, _DAFTAR_INDIKATOR, _BKN, _DAFTAR_PEGAWAI, _DAFTAR_UNIT,
    )
}  # fmt: skip
"""Every form by its name."""
