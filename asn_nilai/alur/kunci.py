"""The command `kunci`: make a period final, unless something of it is unfinished and nobody says why that may stand."""

from collections.abc import Iterator

from asn_nilai.acuan.setoran.status import BELUM_SETOR
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Tingkat
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.kota import HasilKota, Lapor
from asn_nilai.alur.terbitan.hasil_terbit import HasilTakTerpakaiError, baca_hasil, hitung_dahulu
from asn_nilai.alur.terkunci import kunci_versi, lengkapi_register, versi_berlaku
from asn_nilai.baca.tabel.tanggal import baca_tanggal
from asn_nilai.ruang_kerja import tulis_folder
from asn_nilai.terbit.data.csv_hasil import baca_csv, isi_baris


def kunci(
    konteks: Konteks,
    lapor: Lapor,
    *,
    paralel: int | None = None,
    nomor: str = "",
    tanggal: str = "",
    catatan: str = "",
) -> HasilKota:
    """Lock a period.

    Args:
        konteks: the run's common ground.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core.
        nomor: number of the letter or minutes; blank for none.
        tanggal: its date, ISO 8601; today where blank.
        catatan: why the period may be locked in spite of what is unfinished.

    Raises:
        PenggunaanError: the period is not computed, locked already, or unfinished without `catatan`.
    """
    folder, kode = tulis_folder(konteks.ruang.akar), konteks.periode.kode
    lengkapi_register(konteks)
    if versi := versi_berlaku(konteks):
        raise PenggunaanError(
            f"{konteks.periode.label} sudah terkunci ({versi.tulisan}). Yang keliru diperbaiki dengan: "
            f'asn-nilai hitung {folder} --periode {kode} --koreksi "ALASAN"'
        )
    halangan = list(_halangan(konteks))
    if halangan and not catatan:
        raise PenggunaanError(
            f"{konteks.periode.label} belum dapat dikunci:\n"
            + "".join(f"  {kalimat}\n" for kalimat in halangan)
            + "Selesaikan dahulu, lalu hitung dan kunci lagi. Bila memang harus dikunci begini, sebut alasannya: "
            f'asn-nilai kunci {folder} --periode {kode} --catatan "ALASAN"'
        )
    return kunci_versi(konteks, lapor, paralel=paralel, nomor=nomor, tanggal=tanggal, catatan=catatan)


def baca_tanggal_kunci(teks: str) -> str:
    """Return a date as typed, in ISO 8601; blank where none was.

    Raises:
        PenggunaanError: it is no date.
    """
    if not teks.strip():
        return ""
    tanggal = baca_tanggal(teks)
    if tanggal is None:
        raise PenggunaanError(f"Tanggal '{teks}' tidak dikenal. Tulis misalnya 05/07/2026 atau 5 Juli 2026.")
    return tanggal.isoformat()


def _halangan(konteks: Konteks) -> Iterator[str]:
    """Yield what of the period is unfinished, as sentences."""
    try:
        hasil = baca_hasil(konteks)
    except HasilTakTerpakaiError as sebab:
        raise hitung_dahulu(konteks, str(sebab)) from sebab
    berkas = konteks.ruang.folder_hasil(konteks.periode) / "temuan.csv"
    temuan = [
        isi
        for baris in baca_csv(berkas, KUNCI_TEMUAN, "kode").values()
        for isi in isi_baris(KUNCI_TEMUAN, baris)
    ]
    galat = sum(isi["tingkat"] == Tingkat.GALAT and isi["kode"] != "berkas-hilang" for isi in temuan)
    belum = [kode for kode, ringkas in hasil.ringkas.items() if ringkas.status == BELUM_SETOR]
    tanpa = [kode for kode in konteks.skema.unit if kode not in hasil.ringkas]
    for banyak, kalimat in (
        (galat, f"{galat} galat menahan penilaian (lihat temuan.csv)"),
        (len(belum), f"{len(belum)} unit belum setor: {', '.join(belum)}"),
        (len(tanpa), f"{len(tanpa)} unit belum dihitung: {', '.join(tanpa)}"),
        (len(hasil.usang), f"masukan berubah sesudah dihitung: {', '.join(hasil.usang)}"),
    ):
        if banyak:
            yield kalimat
