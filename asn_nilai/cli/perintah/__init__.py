"""A command each: parse, call, exit status.

Loading all of them was a fiftieth of a start, and a run needs one: each loads when it is asked for.
"""

from collections.abc import Mapping

MENURUT_KESEMPATAN: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "Setiap bulan": {
        "meja": ("menu", "desk", "gui"),
        "templat": ("template", "formulir", "blanko", "isian"),
        "validasi": ("cek", "periksa", "check", "valid", "validate"),
        "hitung": ("nilai", "skor", "run", "jalankan", "proses", "kalkulasi"),
        "kunci": ("lock", "final", "tutup", "sahkan"),
        "rekap": ("laporan", "rekapitulasi", "peringkat", "publikasi"),
        "cocokkan": ("bkn", "ekinerja", "e-kinerja", "sinkron"),
        "dokumen": ("surat", "letter", "nota", "piagam", "undangan"),
    },
    "Bila nilai dipertanyakan": {
        "jelaskan": ("asn", "pegawai", "nip", "kartu", "rincian", "explain"),
        "keberatan": ("sanggah", "protes", "banding-nilai", "appeal"),
        "banding": ("bandingkan", "beda", "diff", "compare"),
        "riwayat": ("perubahan", "log", "history", "register"),
        "verifikasi": ("bukti", "verify", "audit"),
    },
    "Awal dan akhir tahun": {
        "mulai": ("init", "baru", "buat", "start"),
        "aturan": ("profil", "rule", "regulasi"),
        "simulasi": ("coba", "uji", "simulate"),
    },
}
"""The commands by the occasion under which help lists them, each with other words that people type for it: it is proposed then."""
PERINTAH: Mapping[str, tuple[str, ...]] = {
    nama: sebutan for milik in MENURUT_KESEMPATAN.values() for nama, sebutan in milik.items()
}
"""The same in the order of help."""
