"""What was corrected within a locked period after its lock: its own figures stand until it is corrected itself, but somebody should know."""

from collections.abc import Iterator
from datetime import datetime

from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.register import Register
from asn_nilai.alur.riwayat.versi import baca_versi, terkunci_di_dalam


def dikoreksi_kemudian(konteks: Konteks, versi: VersiTerkunci, nip: str) -> Iterator[VersiTerkunci]:
    """Yield the newest version of each period within a locked one in which something of an ASN was corrected since.

    Args:
        konteks: gives the work folder and the longer period.
        versi: the longer period's version.
        nip: the ASN.
    """
    for periode in terkunci_di_dalam(konteks.ruang, konteks.periode):
        semua = [ini for ini in baca_versi(konteks.ruang, periode) if _sesudah(ini, versi)]
        nomor = [ini.versi for ini in semua]
        berubah = Register(konteks.ruang, periode.nama_folder).baca().dikoreksi(nomor) if nomor else ()
        if any(ini.kunci.nip == nip for ini in berubah):
            yield semua[-1]


def _sesudah(ini: VersiTerkunci, itu: VersiTerkunci) -> bool:
    """Tell whether a version was locked after another; within one second their inputs tell."""
    try:
        waktu, batas = datetime.fromisoformat(ini.waktu), datetime.fromisoformat(itu.waktu)
        if waktu != batas:
            return waktu > batas
    except (ValueError, TypeError):
        return False  # a manifest that somebody else wrote says nothing
    return any(itu.masukan.get(nama, sha) != sha for nama, sha in ini.masukan.items())
