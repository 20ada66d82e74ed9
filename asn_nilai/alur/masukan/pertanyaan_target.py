"""What is worth asking about a unit's targets, in words: for the template's guide and the letter of targets."""

from collections.abc import Iterator

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_PESAN, kelompokkan_sebab
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.dicapai import baca_dicapai
from asn_nilai.periksa import periksa_target_layak


def pertanyaan_target(konteks: Konteks, isian: IsianUnit, tahun: Periode) -> Iterator[str]:
    """Yield what is worth asking about a unit's targets, those of one cause in one sentence."""
    semua = periksa_target_layak(
        isian, konteks.skema, tahun, konteks.aturan, baca_dicapai(konteks), konteks.ruang.kewajaran
    )
    for kelompok in kelompokkan_sebab(semua):
        for sebab in kelompok.tampil(TAKARAN_PESAN):
            yield f"{sebab.kalimat(TAKARAN_PESAN)} (lembar {sebab.letak.lembar}, sel {sebab.letak.sel})"
        if sisa := kelompok.sisa(TAKARAN_PESAN):
            yield f"{kelompok.jenis.judul}: dan {sisa} lagi; selengkapnya di asn-nilai validasi."
