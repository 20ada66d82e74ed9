import subprocess
import sys

import pytest

from asn_nilai.acuan.tunda import tunda


def test_pustaka_yang_tidak_ada_dikatakan_seketika():
    with pytest.raises(ModuleNotFoundError, match="pustaka_khayalan"):
        tunda("pustaka_khayalan")


def test_pustaka_baru_dimuat_ketika_dipakai_dan_hanya_ada_satu():
    skrip = (
        "from asn_nilai.acuan.tunda import tunda\n"
        "malas = tunda('wave')\n"
        "def isi(): return object.__getattribute__(malas, '__dict__')\n"
        "sebelum = 'Wave_read' in isi()\n"
        "import wave\n"
        "print(sebelum, malas.Wave_read is wave.Wave_read, malas is wave is tunda('wave'), 'Wave_read' in isi())"
    )
    hasil = subprocess.run([sys.executable, "-c", skrip], capture_output=True, encoding="utf-8", check=True)
    assert hasil.stdout.split() == ["False", "True", "True", "True"]


def test_memeriksa_setoran_tidak_memuat_numpy_dan_pandas():
    skrip = (
        "import asn_nilai.cli.validasi, asn_nilai.alur.validasi, asn_nilai.alur.terbit_validasi, sys; "
        "print(*[n for n in sys.modules if n.startswith(('numpy.', 'pandas'))])"
    )
    hasil = subprocess.run([sys.executable, "-c", skrip], capture_output=True, encoding="utf-8", check=True)
    assert not hasil.stdout.strip()
