"""The lists of recognition, support and angka kredit, gathered from what `hitung` wrote for each unit."""

from asn_nilai.acuan.hasil.tindak_lanjut import ANGKA_KREDIT, KreditAsn
from asn_nilai.acuan.rekap.bahan import BahanRekap, BarisTindakLanjut
from asn_nilai.acuan.rekap.rekap import KreditRekap


def daftar(bahan: BahanRekap, jenis: str) -> tuple[BarisTindakLanjut, ...]:
    """Return one list, in the order of units and of their workbooks."""
    urutan = {kode: nomor for nomor, kode in enumerate(bahan.unit)}
    semua = (b for b in bahan.tindak_lanjut if b.jenis == jenis and b.kode_unit in urutan)
    return tuple(sorted(semua, key=lambda baris: urutan[baris.kode_unit]))


def daftar_kredit(bahan: BahanRekap) -> tuple[KreditRekap, ...]:
    """Return the angka kredit of all functional posts, with its factors."""
    nilai = bahan.hasil.nilai
    kolom = (nilai[nama].tolist() for nama in ("kode_unit", "nip", "jabatan", "predikat"))
    asn = {(unit, nip): isi for unit, nip, *isi in zip(*kolom, strict=True)}
    hasil = []
    for b in daftar(bahan, ANGKA_KREDIT):
        jabatan, predikat = asn[b.kode_unit, b.nip]
        kredit = KreditAsn(
            b.nip,
            b.nama,
            jabatan,
            b.jenjang,
            predikat,
            b.persen,
            b.koefisien,
            b.bulan,
            b.bulan_sebelum,
            b.angka_kredit,
            b.alasan,
        )
        hasil.append(KreditRekap(b.kode_unit, kredit))
    return tuple(hasil)
