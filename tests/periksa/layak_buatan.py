"""Worlds whose targets are worth asking about, for the tests of target_layak."""

from periksa.isian_buatan import ATURAN, Dunia, baris_target, setahun, tempat

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.periksa import periksa_target_layak
from asn_nilai.periksa.target_layak.baris_setahun import Dicapai, Tercapai

TAHUN = Periode.dari_teks("2026")


def cari(dunia, dicapai=None, **ambang):
    isi = Kewajaran.model_validate({kunci.replace("_", "-"): nilai for kunci, nilai in ambang.items()})
    return list(periksa_target_layak(dunia.isian(), dunia.skema(), TAHUN, ATURAN, dicapai or Dicapai(), isi))


def ringkas(dunia, dicapai=None, **ambang):
    return [(temuan.kode, tempat(temuan.letak), temuan.nip) for temuan in cari(dunia, dicapai, **ambang)]


def bulanan(*angka):
    return dict(zip(KUNCI_BULAN, angka, strict=True))


def tercapai(*capaian, target=40.0, tahun=2026):
    """Return months from January on, with these capaian of a target where more is better."""
    return tuple(
        Tercapai(Bulan(tahun, nomor), target, target * isi / 100, float(isi))
        for nomor, isi in enumerate(capaian, 1)
    )


def siti(**kolom):
    """Siti alone, the first row changed."""
    dunia = Dunia().hanya_siti()
    dunia.target[0].update(kolom)
    return dunia


def sekantor(jumlah=5, jabatan="Perawat", **kolom):
    """So many ASN of one post with the same two rows; `kolom` changes the first row of the last of them."""
    dunia = Dunia()
    nip = [f"19800101200501{urut:04}" for urut in range(1, jumlah + 1)]
    dunia.penempatan = [Penempatan(n, f"ASN {n[-2:]}", "PKM", jabatan=jabatan) for n in nip]
    dunia.target = [
        baris_target(n, kode, bobot, **setahun(angka))
        for n in nip
        for kode, bobot, angka in (("KJ", 50.0, 40.0), ("WT", 50.0, 15.0))
    ]
    dunia.target[-2].update(kolom)
    return dunia, nip
