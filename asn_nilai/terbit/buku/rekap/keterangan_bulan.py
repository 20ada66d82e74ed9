"""What is said of months below a table: which have no results and why, and which results are older than their inputs."""

from collections.abc import Iterable, Iterator

from asn_nilai.acuan.hasil.kata_keadaan import LEBIH_LAMA, TAK_TERBACA
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.rekap.sorotan import PeriodeUsang
from asn_nilai.acuan.setoran.ketepatan import BUKTI_LEMAH, kalimat_disalin
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.rekap.tata_letak import TataLetakRekap, daftar_pendek


def tulis_bulan_hilang(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write the months without results below a table, nothing where there are none."""
    hilang = (f"Hasil {baris.bulan.label} {baris.sebab}." for baris in tata_letak.rekap.sorotan.bulan_hilang)
    _tulis(blok, "Bulan tanpa hasil (sel bergaris)", hilang)


def tulis_hasil_usang(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write the results that are older than their inputs, or without some of them, below a table, nothing where there are none."""
    semua = tata_letak.rekap.sorotan.usang
    usang, tertahan = ([h for h in semua if h.tertahan is ini] for ini in (False, True))
    _tulis(
        blok,
        f"Hasil yang {LEBIH_LAMA} (angka bertanda *)",
        _hasil_usang(usang, "masukannya berubah sesudah dihitung"),
    )
    _tulis(blok, "Hasil yang belum lengkap", _hasil_usang(tertahan, f"masukannya {TAK_TERBACA}"))


def tulis_keterlambatan(blok: PenulisBlok, rekap: Rekap) -> None:
    """Write who was late how often below a table, nothing where the settings ask for no deadline."""
    semua = [f"{unit.kode}: {unit.kata}." for unit in rekap.terlambat]
    disalin = kalimat_disalin(rekap.ketepatan)
    _tulis(blok, "Terlambat setor", filter(None, (*semua, BUKTI_LEMAH if semua else "", disalin)))


def _hasil_usang(semua: Iterable[PeriodeUsang], hal: str) -> Iterator[str]:
    for hasil in semua:
        for berubah in hasil.menurut_berkas:
            kode = [unit.ringkas.kode for unit in berubah.unit]
            siapa = "semua unit" if berubah.semua else daftar_pendek(kode)
            berkas = daftar_pendek(berubah.berkas, 3)
            yield f"{hasil.periode.label}, {siapa}: {hal} ({berkas}); hitung ulang."


def _tulis(blok: PenulisBlok, judul: str, semua: Iterable[str]) -> None:
    for nomor, kalimat in enumerate(semua):
        if not nomor:
            blok.judul(judul)
        blok.kalimat(kalimat)
