"""The record that a marked copy carries: what was changed where, so that marks can be taken off to the last byte.

As long as nobody has saved the file in between, its fingerprint fits, and every splice is taken back. Excel and others
drop the record when they save; then `bersihkan` recognises the marks by what they look like.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable

from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.hubungan import RUANG_TANDA, Hubungan, daftarkan
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Sisipan, pulihkan
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.tanda import atribut_xml

BAGIAN = "xl/tanda_asn_nilai.xml"


def daftarkan_catatan(paket: Paket, hubungan: Hubungan) -> None:
    """Announce the record among the workbook's relationships before the splices are made real; `tulis_catatan` fills it."""
    paket.tambah(BAGIAN, b"<tanda/>")
    daftarkan(paket, BAGIAN, RUANG_TANDA)
    hubungan.tambah(RUANG_TANDA, BAGIAN)


def tulis_catatan(paket: Paket, jejak: dict[str, list[Sisipan]], tambahan: Iterable[str]) -> None:
    """Write the record into the package, whose parts are final.

    Args:
        paket: the package.
        jejak: the splices of each part that was there before.
        tambahan: the parts that were added.
    """
    baris = [b'<tambahan nama="' + atribut_xml(nama) + b'"/>' for nama in tambahan]
    for nama, sisipan in jejak.items():
        isi = " ".join(f"{s.di}:{s.panjang}:{base64.b64encode(s.asal).decode()}" for s in sisipan)
        baris.append(b'<bagian nama="' + atribut_xml(nama) + b'">' + isi.encode() + b"</bagian>")
    badan = b"".join(baris)
    sidik = _sidik(paket, badan)
    kepala = f'<?xml version="1.0" encoding="UTF-8"?>\n<tanda xmlns="{RUANG_TANDA}" sidik="{sidik}">'
    paket.ganti(BAGIAN, kepala.encode() + badan + b"</tanda>")


def utuh(paket: Paket) -> bool:
    """Tell whether a marked copy is as it was written: nobody has saved it since."""
    if BAGIAN not in paket:
        return False
    try:
        naskah = paket.naskah(BAGIAN)
    except TidakDapatDitandaiError:
        return False
    badan = naskah.asli[naskah.akar.isi : naskah.akar.isi_akhir]
    return naskah.atribut(naskah.akar).get("sidik") == _sidik(paket, badan)


def lepas_utuh(paket: Paket) -> bool:
    """Take all marks off as the record says; False, with nothing done, where it does not fit any more."""
    if not utuh(paket):
        return False
    naskah = paket.naskah(BAGIAN)
    tambahan = [naskah.atribut(unsur).get("nama", "") for unsur in naskah.anak() if unsur.nama == "tambahan"]
    try:
        lama = {
            nama: pulihkan(paket.baca(nama), _sisipan(naskah.isi_teks(unsur)))
            for unsur in naskah.anak()
            if unsur.nama == "bagian" and (nama := naskah.atribut(unsur).get("nama", ""))
        }
        for nama, isi in lama.items():
            Naskah(isi, nama)
    except (ValueError, binascii.Error, TidakDapatDitandaiError):
        return False
    for nama, isi in lama.items():
        paket.ganti(nama, isi)
    for nama in (*tambahan, BAGIAN):
        paket.buang(nama)
    return True


def _sisipan(isi: str) -> list[Sisipan]:
    hasil = []
    for catatan in isi.split():
        di, panjang, asal = catatan.split(":")
        hasil.append(Sisipan(int(di), int(panjang), base64.b64decode(asal, validate=True)))
    return hasil


def _sidik(paket: Paket, badan: bytes) -> str:
    """Return the fingerprint of what the record says and of all other parts."""
    isi = "\n".join(f"{n}|{crc}|{ukuran}" for n, crc, ukuran in paket.sidik() if n.casefold() != BAGIAN)
    return hashlib.sha256(isi.encode("utf-8", "replace") + b"\0" + badan).hexdigest()
