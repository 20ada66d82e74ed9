"""nilai.xlsx of one unit: the document that its head signs, with every score as a live formula.

Nilai shows each ASN, Rincian each indicator, Perilaku each month's behaviour, Tindak Lanjut who deserves recognition or
support, Temuan what was wrong, Perubahan (where there is any) what differs from the first computation, Aturan the figures behind
it. Formulas run from Nilai through Rincian and Perilaku to Aturan and carry their values: recalculating changes nothing, and trying another figure on Aturan shows what it would do. The same input gives the
same bytes.
"""

from pathlib import Path
from typing import BinaryIO

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.buku.gaya import KEPALA, LATAR, MASUKAN, PUDAR
from asn_nilai.terbit.buku.nilai.lembar_aturan import tulis_aturan
from asn_nilai.terbit.buku.nilai.lembar_nilai import tulis_nilai
from asn_nilai.terbit.buku.nilai.lembar_perilaku import tulis_perilaku
from asn_nilai.terbit.buku.nilai.lembar_perubahan import tulis_perubahan
from asn_nilai.terbit.buku.nilai.lembar_rincian import tulis_rincian
from asn_nilai.terbit.buku.nilai.lembar_temuan import tulis_temuan
from asn_nilai.terbit.buku.nilai.lembar_tindak_lanjut import tulis_tindak_lanjut
from asn_nilai.terbit.buku.nilai.tata_letak import TataLetak
from asn_nilai.terbit.buku.wadah import buku_terbuka


def tulis_buku_nilai(tujuan: Path | BinaryIO, hasil: HasilUnit, aturan: Aturan, instansi: str) -> None:
    """Write the workbook of one unit and period.

    Args:
        tujuan: a file to write, or an open binary stream.
        hasil: the unit's scores and findings.
        aturan: the rule they were scored under.
        instansi: the name printed in titles.

    Raises:
        OSError: the file cannot be written.
    """
    tata_letak = TataLetak.susun(hasil, aturan, instansi)
    judul = f"Nilai kinerja ASN {hasil.unit.nama}, {hasil.periode.label}"
    subjek = aturan.profil.peraturan
    with buku_terbuka(tujuan, judul, instansi, subjek=subjek) as lembar:
        perubahan = (("Perubahan", LATAR, tulis_perubahan),) if hasil.perubahan else ()
        lanjut = (("Tindak Lanjut", LATAR, tulis_tindak_lanjut),) if hasil.tindak_lanjut else ()
        for nama, warna, tulis in (
            ("Nilai", KEPALA, tulis_nilai),
            ("Rincian", PUDAR, tulis_rincian),
            ("Perilaku", PUDAR, tulis_perilaku),
            *lanjut,
            ("Temuan", LATAR, tulis_temuan),
            *perubahan,
            ("Aturan", MASUKAN, tulis_aturan),
        ):
            tulis(lembar(nama, warna), tata_letak)
