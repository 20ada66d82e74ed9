"""Write what a validation found for people: the page of all units, and a text for each unit's chat."""

from collections.abc import Sized
from functools import partial
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import saran_os, sebab_os
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import kelompokkan_sebab
from asn_nilai.acuan.setoran.pesan.pesan_pengelola import pesan_pengelola
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.perintah.validasi import HasilValidasi
from asn_nilai.ruang_kerja import HALAMAN_VALIDASI
from asn_nilai.terbit.berkas import tulis_masing, tulis_teks
from asn_nilai.terbit.halaman.validasi import halaman_validasi

NAMA_PENGELOLA = "skema.txt"


def terbitkan_validasi(konteks: Konteks, hasil: HasilValidasi) -> list[str]:
    """Write the texts of the units that were checked, that of whoever keeps the skema and, if all units were, the page.

    Returns:
        What could not be written, as sentences; the old files stay.
    """
    folder, label = konteks.ruang.folder_hasil(konteks.periode), konteks.periode.label
    pesan = konteks.ruang.folder_pesan(konteks.periode)
    isi = {pesan / f"{setoran.unit.kode}.txt": setoran.pesan(label) for setoran in hasil.unit}
    if semua_unit(konteks, hasil.unit):
        isi[folder / HALAMAN_VALIDASI] = halaman_validasi(
            hasil.unit, hasil.umum, konteks.periode, konteks.aturan, konteks.ruang.instansi, hasil.tanpa_unit
        )
    pengelola = folder / NAMA_PENGELOLA
    if hasil.umum:
        isi[pengelola] = pesan_pengelola(konteks.ruang.instansi, label, kelompokkan_sebab(hasil.umum))
    gagal = [] if hasil.umum else _buang(pengelola)
    return gagal + tulis_masing(partial(tulis_teks, *ini) for ini in isi.items())


def _buang(usang: Path) -> list[str]:
    """Take away what is no longer so; return what is said of it where it cannot be."""
    try:
        usang.unlink(missing_ok=True)
    except OSError as galat:
        sebab = f"{usang} sudah usang, tetapi tidak dapat dihapus ({sebab_os(galat)}). {saran_os(galat, str(usang))}"
        # Else something stands in the way of the folder, and is said where a file is written to it.
        return [sebab] if usang.is_file() else []
    return []


def siapkan_halaman(konteks: Konteks) -> None:
    """Compile the page's templates on a page of nothing, while there is nothing yet to put on it."""
    halaman_validasi([], [], konteks.periode, konteks.aturan, konteks.ruang.instansi)


def semua_unit(konteks: Konteks, unit: Sized) -> bool:
    """Tell whether these are all units of the skema; a page of some would pass for the whole."""
    return len(unit) == len(konteks.skema.unit)
