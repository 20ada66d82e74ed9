"""The commands that sentences name, about a work folder that is open: as it was typed, for they are read where that was.

What lies in a file is read anywhere: whoever writes there opens the folder by its whole path.
"""

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.acuan.periode import Periode
from asn_nilai.ruang_kerja import RuangKerja


def perintah_periode(kata: str, ruang: RuangKerja, periode: Periode) -> str:
    """Return a command about a period; `kata` are its words before the folder."""
    return tulis_perintah(kata, ruang.diketik, f"--periode {periode.kode}")


def perintah_hitung(ruang: RuangKerja, periode: Periode) -> str:
    """Return the command by which a period is computed."""
    return perintah_periode("hitung", ruang, periode)


def perintah_hitung_semua(ruang: RuangKerja) -> str:
    """Return the command by which all of the year that is behind its inputs is computed, period by period."""
    return tulis_perintah("hitung", ruang.diketik, "--semua")


def perintah_koreksi(ruang: RuangKerja, periode: Periode) -> str:
    """Return the command by which a locked period is corrected."""
    return f'{perintah_hitung(ruang, periode)} --koreksi "ALASAN"'
