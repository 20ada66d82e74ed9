"""The lists of recognition, support and angka kredit, gathered from what `hitung` wrote for each unit."""

from asn_nilai.acuan.bahan_rekap import BahanRekap, BarisTindakLanjut
from asn_nilai.acuan.rekap import KreditRekap, UsulanRekap
from asn_nilai.acuan.tindak_lanjut import ANGKA_KREDIT, KreditAsn


def daftar_usulan(bahan: BahanRekap, jenis: str) -> tuple[UsulanRekap, ...]:
    """Return one list, in the order of units and of their workbooks."""
    return tuple(
        UsulanRekap(baris.kode_unit, baris.nip, baris.nama, baris.alasan, baris.indikator)
        for baris in _milik(bahan, jenis)
    )


def daftar_kredit(bahan: BahanRekap) -> tuple[KreditRekap, ...]:
    """Return the angka kredit of all functional posts, with its factors."""
    nilai = bahan.hasil.nilai
    kolom = (nilai[nama].tolist() for nama in ("kode_unit", "nip", "jabatan", "predikat"))
    asn = {(unit, nip): isi for unit, nip, *isi in zip(*kolom, strict=True)}
    hasil = []
    for b in _milik(bahan, ANGKA_KREDIT):
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
            b.angka_kredit,
            b.alasan,
        )
        hasil.append(KreditRekap(b.kode_unit, kredit))
    return tuple(hasil)


def _milik(bahan: BahanRekap, jenis: str) -> list[BarisTindakLanjut]:
    urutan = {kode: nomor for nomor, kode in enumerate(bahan.unit)}
    semua = [b for b in bahan.tindak_lanjut if b.jenis == jenis and b.kode_unit in urutan]
    return sorted(semua, key=lambda baris: urutan[baris.kode_unit])
