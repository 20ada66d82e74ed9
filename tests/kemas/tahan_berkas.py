"""Hold files open as another program on Windows does: `tahan_berkas.py 1 FILE …` lets others read, as Excel; 0 nobody.

Run by the Windows Python under Wine. Says `ditahan` for each file, and lets go when its standard input ends.
"""

import ctypes
import sys

BACA_TULIS, YANG_ADA, GAGAL = 0xC0000000, 3, ctypes.c_void_p(-1).value

buka = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
buka.restype = ctypes.c_void_p
buka.argtypes = [
    ctypes.c_wchar_p,
    *[ctypes.c_uint32] * 2,
    ctypes.c_void_p,
    *[ctypes.c_uint32] * 2,
    ctypes.c_void_p,
]

for nama in sys.argv[2:]:
    pegangan = buka(nama, BACA_TULIS, int(sys.argv[1]), None, YANG_ADA, 0, None)
    print("ditahan" if pegangan != GAGAL else f"gagal {ctypes.get_last_error()}", flush=True)
sys.stdin.read()
