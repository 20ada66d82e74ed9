"""What a unit's scores came to, and who gave his own behaviour rating, as entries of the register of changes.

A provisional score is none yet: asking for it and not asking for it again would fill the register with what nobody changed.
"""

from math import isnan

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, SEMENTARA
from asn_nilai.acuan.riwayat.bulanan import tulis_nilai
from asn_nilai.acuan.riwayat.keadaan import NHK, PEGAWAI, PREDIKAT, RATING, RUAS_DIRI, STATUS, Isi, Kunci
from asn_nilai.acuan.setoran.perilaku import MENILAI_DIRI


def entri_hasil(hasil: HasilUnit) -> dict[Kunci, Isi]:
    """Return what a unit's scores came to.

    That a rating was somebody's own is a finding which a NIP Atasan filled in afterwards silences; so that it was is kept.
    """
    unit = hasil.unit.kode
    keadaan: dict[Kunci, Isi] = {}
    for asn in hasil.nilai:
        nilai = {
            NHK: "" if isnan(asn.nhk) else tulis_nilai(asn.nhk),
            RATING: asn.rating_hasil,
            PREDIKAT: asn.predikat,
            STATUS: asn.status,
        }
        if asn.status == SEMENTARA:
            nilai = {PREDIKAT: BELUM_DINILAI, STATUS: BELUM_DINILAI}
        keadaan.update({Kunci(apa, unit, asn.nip or asn.nama): Isi(isi) for apa, isi in nilai.items() if isi})
    for temuan in hasil.temuan:
        if temuan.kode == MENILAI_DIRI:
            kunci, fakta = Kunci(PEGAWAI, unit, temuan.nip, "", RUAS_DIRI), dict(temuan.isi)
            kata = f"NIP Atasan {fakta['sebab']} ({fakta['bulan']})"
            lama = keadaan.get(kunci)
            keadaan[kunci] = Isi(f"{lama.nilai}; {kata}" if lama else kata, str(temuan.letak))
    return keadaan
