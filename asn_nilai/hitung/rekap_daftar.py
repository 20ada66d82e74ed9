"""The lists of recognition, support and angka kredit, gathered from what `hitung` wrote for each unit."""

from math import nan

from asn_nilai.acuan.bahan_rekap import BahanRekap
from asn_nilai.acuan.rekap import KreditRekap, UsulanRekap
from asn_nilai.acuan.tindak_lanjut import ANGKA_KREDIT, KreditAsn


def daftar_usulan(bahan: BahanRekap, jenis: str) -> tuple[UsulanRekap, ...]:
    """Return one list, in the order of units and of their workbooks."""
    return tuple(
        UsulanRekap(satu["kode_unit"], satu["nip"], satu["nama"], satu["alasan"], satu["indikator"])
        for satu in _milik(bahan, jenis)
    )


def daftar_kredit(bahan: BahanRekap) -> tuple[KreditRekap, ...]:
    """Return the angka kredit of all functional posts, with its factors."""
    nilai = bahan.hasil.nilai
    kunci = zip(nilai["kode_unit"].tolist(), nilai["nip"].tolist(), strict=True)
    asn = dict(
        zip(kunci, zip(nilai["jabatan"].tolist(), nilai["predikat"].tolist(), strict=True), strict=True)
    )
    hasil = []
    for satu in _milik(bahan, ANGKA_KREDIT):
        jabatan, predikat = asn[satu["kode_unit"], satu["nip"]]
        kredit = KreditAsn(
            satu["nip"], satu["nama"], jabatan, satu["jenjang"], predikat,
            _angka(satu["persen"]), _angka(satu["koefisien"]), int(satu["bulan"] or 0),
            _angka(satu["angka_kredit"]), satu["alasan"],
        )  # fmt: skip
        hasil.append(KreditRekap(satu["kode_unit"], kredit))
    return tuple(hasil)


def _milik(bahan: BahanRekap, jenis: str) -> list[dict[str, str]]:
    urutan = {kode: nomor for nomor, kode in enumerate(bahan.unit)}
    semua = [s for s in bahan.tindak_lanjut if s["jenis"] == jenis and s["kode_unit"] in urutan]
    return sorted(semua, key=lambda satu: urutan[satu["kode_unit"]])


def _angka(teks: str) -> float:
    return float(teks) if teks else nan
