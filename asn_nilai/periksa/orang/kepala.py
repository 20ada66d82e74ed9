"""Whose figures make the result of a unit's head, where the rule takes the unit's own for it."""

from collections.abc import Iterator

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa


def periksa_kepala(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield one finding for the head, where the rule asks for the unit's figures: which count, or that there are none."""
    nip, tabel, kepala = bahan.isian.unit.nip_kepala, bahan.isian.target, bahan.aturan.kepala
    semua = [baris.indikator for baris in bahan.ikut_dinilai(nip) if baris.indikator]
    if not bahan.aturan.kepala_dari_unit or kepala is None or tabel is None or not semua:
        return
    banyak = sum(indikator.milik_unit for indikator in semua)
    yield temuan(
        "kepala-dari-capaian-unit" if banyak else "kepala-tanpa-indikator-unit",
        Letak(tabel.berkas, tabel.lembar), unit=bahan.kode_unit, nip=nip, nama=bahan.nama(nip), banyak=banyak,
        lain=len(semua) - banyak, aturan=bahan.aturan.profil.nama, dasar=kepala.hasil_kerja.dasar,
    )  # fmt: skip
