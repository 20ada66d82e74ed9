"""The secret behind the pseudonyms of a publication: made once, kept in the work folder, never published.

Who has it can tell which pseudonym is which unit. So it lies in the root of the work folder, not in hasil/, and a file
that is broken is never replaced in silence: the pseudonyms of what is already published could no longer be explained.
"""

import re
import secrets
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import kalimat_os
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.terbit.berkas import tulis_utuh

NAMA_KUNCI = ".kunci-samaran"
_BITA = 32
_BENTUK = re.compile(rf"[0-9a-f]{{{2 * _BITA}}}")


def kunci_samaran(akar: Path) -> bytes:
    """Return the secret of a work folder, 32 bytes; it is made where there is none.

    Args:
        akar: the root of the work folder.

    Raises:
        PenggunaanError: the file is there, but holds no secret, or cannot be read.
        TulisGagalError: it cannot be written.
    """
    berkas = akar / NAMA_KUNCI
    if not berkas.exists():
        with tulis_utuh(berkas) as sementara:
            sementara.write_text(secrets.token_hex(_BITA) + "\n", encoding="ascii")
            sementara.chmod(0o600)
    try:
        isi = berkas.read_text(encoding="ascii").strip()
    except UnicodeDecodeError as galat:
        raise _rusak(berkas) from galat
    except OSError as galat:  # held by another program: the secret is not lost, and must not be put aside
        raise PenggunaanError(f"Kunci samaran {kalimat_os(galat, str(berkas))}") from galat
    if not _BENTUK.fullmatch(isi):
        raise _rusak(berkas)
    return bytes.fromhex(isi)


def _rusak(berkas: Path) -> PenggunaanError:
    return PenggunaanError(
        f"{berkas} tidak berisi kunci samaran yang utuh ({2 * _BITA} huruf dan angka heksadesimal). Kembalikan berkas itu "
        "dari cadangan. Bila kunci lama memang hilang, pindahkan berkas itu dari folder ini dan jalankan lagi: kunci baru "
        "dibuat, dan nama samaran pada pengumuman berikutnya berbeda dari yang sudah diumumkan."
    )
