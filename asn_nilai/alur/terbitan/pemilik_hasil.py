"""Whose results a folder holds that lies elsewhere (`[berkas] hasil`): two work folders of a year that lead to one write over each other's.

Neither sees the other: settings are copied with the place of the results, a work folder to try something with it. The second would
moreover find results without a register of its own, and enter for ever that somebody took it away.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from asn_nilai.acuan.bentuk_tunda import teks_bernama
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks

_NAMA = ".ruang-kerja.json"
"""In such a folder: by year, which work folder last wrote there."""


def akui_folder_hasil(ruang: RuangKerja) -> None:
    """See that no other work folder of the year has its results where this one has, and write down that this one has.

    Raises:
        PenggunaanError: another one has.
    """
    hasil = (ruang.akar / ruang.berkas.hasil).resolve()
    tercatat = _baca(hasil / _NAMA)
    for lain in _calon(hasil, tercatat.get(str(ruang.tahun), "")):
        if _berhasil_di(lain, hasil, ruang):
            raise PenggunaanError(
                f"Folder hasil {ruang.akar} ({hasil}) juga folder hasil {lain}, jadi yang satu menimpa yang lain. Beri salah satunya folder "
                f"sendiri pada [berkas] di {NAMA_PENGATURAN}, lalu jalankan lagi. Tidak ada yang diubah."
            )
    baru = {**tercatat, str(ruang.tahun): str(ruang.akar)}
    if ruang.akar not in hasil.parents and baru != tercatat:
        with suppress(TulisGagalError):  # then results cannot be written there either, and that is said
            tulis_teks(hasil / _NAMA, json.dumps(baru, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _baca(berkas: Path) -> dict[str, str]:
    try:
        return teks_bernama(berkas.read_bytes())
    except OSError:
        return {}


def _calon(hasil: Path, tercatat: str) -> Iterator[Path]:
    """Yield the work folders in which a folder of results lies, and the one that wrote there."""
    yield from (induk for induk in hasil.parents if (induk / NAMA_PENGATURAN).is_file())
    if tercatat:
        yield Path(tercatat)


def _berhasil_di(akar: Path, hasil: Path, ruang: RuangKerja) -> bool:
    """Tell whether a folder is another work folder of the year that still has its results there; one that is gone has none."""
    try:
        lain = RuangKerja.buka(akar)
        tempat = lain.akar / lain.berkas.hasil
        return lain.tahun == ruang.tahun and not lain.akar.samefile(ruang.akar) and tempat.samefile(hasil)
    except (OSError, ValueError):
        return False
