"""The columns of those sheets of rekap.xlsx that others count from; some depend on the rule and on the months."""

from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.terbit.buku.tata import Kolom, Tata

_UNIT = (
    Kolom("no", "No", 4.5),
    Kolom("nip", "NIP", 19.5),
    Kolom("nama", "Nama", 21),
    Kolom("jabatan", "Jabatan", 22),
    Kolom("rating_hasil", "Rating Hasil Kinerja", 12),
    Kolom("angka_perilaku", "Nilai Perilaku Kerja", 11),
    Kolom("rating_perilaku", "Rating Perilaku Kerja", 12),
    Kolom("nilai_akhir", "Nilai Akhir", 9),
    Kolom("predikat", "Predikat Kinerja Periodik", 12),
    Kolom("nhk", "NHK", 8),
)
_UNIT_AKHIR = (
    Kolom("grafik", "Grafik", 14),
    Kolom("status", "Status", 9),
    Kolom("keterangan", "Keterangan", 16),
)
_PERINGKAT = (
    Kolom("peringkat", "Peringkat", 10),
    Kolom("kode", "Kode", 14),
    Kolom("nama", "Unit Kerja", 34),
    Kolom("jenis", "Jenis Unit", 12),
    Kolom("asn", "Jumlah ASN", 8),
    Kolom("dinilai", "Dinilai", 8),
    Kolom("sementara", "Sementara", 10),
    Kolom("belum", "Belum Dinilai", 8),
    Kolom("persen", "Dinilai (%)", 9.5),
    Kolom("rata", "Rata-rata NHK", 10.5),
    Kolom("setara", "Setara: peringkat", 10),
    Kolom("dalam_jenis", "Peringkat Jenis", 10),
)
_PERINGKAT_AKHIR = (
    Kolom("ukuran", "Hati-hati", 13),
    Kolom("keterangan", "Keterangan", 40),
    Kolom("sela", "", 3),
    Kolom("jumlah", "Dasar: jumlah NHK", 12),
    Kolom("tepat", "Dasar: rata-rata tepat", 12),
    Kolom("simpangan", "Dasar: kuadrat simpangan", 12),
    Kolom("ikut", "Dasar: diperingkat", 11),
    Kolom("terbaik", "Dasar: tempat terbaik", 10),
    Kolom("terburuk", "Dasar: tempat terburuk", 10),
    Kolom("urutan", "Dasar: urutan", 9),
)
_TREN = (Kolom("no", "No", 5), Kolom("kode", "Kode", 14), Kolom("nama", "Unit Kerja", 38))
_TREN_AKHIR = (
    Kolom("grafik", "Grafik", 17),
    Kolom("perubahan", "Perubahan", 11),
    Kolom("keterangan", "Keterangan", 30),
    Kolom("sela", "", 3),
)

_TREN_SAMA = (
    Kolom("sama", "Dinilai keduanya", 9),
    Kolom("sama_awal", "Jumlah NHK awal", 11),
    Kolom("sama_akhir", "Jumlah NHK akhir", 11),
)
KUNCI_SAMA = tuple(kolom.kunci for kolom in _TREN_SAMA)
"""What the change between two months comes from: who was scored in both, and the sums of their NHK."""


def kunci_bulan(nomor: int, apa: str = "bulan") -> str:
    """Return the key of a month's column, by the month's number in the recap (0-based)."""
    return f"{apa}_{nomor}"


def kunci_predikat(nomor: int) -> str:
    """Return the key of a predikat's column, by its number in the rule (0-based)."""
    return f"predikat_{nomor}"


def kolom_bulan(rekap: Rekap, lebar: float, apa: str = "bulan", judul: str = "{}") -> tuple[Kolom, ...]:
    """Return a column for each month of the recap."""
    return tuple(
        Kolom(kunci_bulan(nomor, apa), judul.format(baris.bulan.singkatan), lebar)
        for nomor, baris in enumerate(rekap.bulan)
    )


def tata_unit(rekap: Rekap) -> Tata:
    """Return the columns of a unit's sheet: those of the national export, then NHK and months."""
    aturan = rekap.aturan
    ada = {
        "rating_hasil": aturan.rating_hasil is not None,
        "angka_perilaku": aturan.perilaku_angka and not aturan.perilaku.label,
        "rating_perilaku": bool(aturan.perilaku.label),
        "nilai_akhir": aturan.nilai_akhir is not None,
    }
    tanpa = {kunci for kunci, perlu in ada.items() if not perlu}
    return Tata.susun((*_UNIT, *kolom_bulan(rekap, 7.3), *_UNIT_AKHIR), tanpa)


def tata_peringkat(rekap: Rekap) -> Tata:
    """Return the columns of Peringkat; the last ones are what others count from, beside the printed page."""
    predikat = (
        Kolom(kunci_predikat(nomor), label, max(9.5, *(len(kata) + 2 for kata in label.split())))
        for nomor, label in enumerate(rekap.aturan.predikat.urutan)
    )
    tanpa = () if rekap.sementara else ("sementara",)
    return Tata.susun((*_PERINGKAT, *predikat, *_PERINGKAT_AKHIR), tanpa)


def tata_tren(rekap: Rekap) -> Tata:
    """Return the columns of Tren; the last ones are the sums and counts behind the means, beside the printed page."""
    dasar = (
        *kolom_bulan(rekap, 11, "jumlah", "Jumlah NHK {}"),
        *kolom_bulan(rekap, 9, "dinilai", "Dinilai {}"),
    )
    dasar_sama = _TREN_SAMA if rekap.dibandingkan else ()
    return Tata.susun((*_TREN, *kolom_bulan(rekap, 9), *_TREN_AKHIR, *dasar, *dasar_sama))
