"""Worlds in which one figure is implausible, for the tests of plausibility."""

from dataclasses import replace

from periksa.isian_buatan import ATURAN, SITI, Dunia, baris_capaian, baris_target, setahun, tempat

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.pengaturan import Kewajaran
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.periksa import periksa_kewajaran, susun_bahan

MARET = Bulan(2026, 3)


def cari(dunia, periode="2026-03", ambang=None):
    """The findings; months of the world before the period are what it is compared with."""
    dipilih, isian = Periode.dari_teks(periode), dunia.isian()
    lalu = {bulan: tabel for bulan, tabel in isian.capaian.items() if bulan < dipilih.bulan[0]}
    bahan = susun_bahan(isian, dunia.skema(), dipilih, ATURAN)
    return list(periksa_kewajaran(bahan, lalu, ambang or Kewajaran()))


def ringkas(dunia, periode="2026-03", **lain):
    return [(temuan.kode, tempat(temuan.letak)) for temuan in cari(dunia, periode, **lain)]


def ramai(jumlah, realisasi=lambda u, _k: 41.0 + u, target=40.0, kode=("KJ", "WT")):
    """A unit of so many ASN with these indicators in March; `realisasi` and `target` one for all, or by ASN number and code."""
    realisasi, target = (
        angka if callable(angka) else (lambda _u, _k, angka=angka: angka) for angka in (realisasi, target)
    )
    dunia = Dunia()
    nip = [f"19800101200501{urut:04}" for urut in range(1, jumlah + 1)]
    dunia.penempatan = [Penempatan(n, f"ASN {n[-2:]}", "PKM") for n in nip]
    baris = [(urut, n, k) for urut, n in enumerate(nip) for k in kode]
    dunia.target = [baris_target(n, k, 50.0, **setahun(target(u, k))) for u, n, k in baris]
    dunia.capaian = {3: [baris_capaian(n, k, realisasi(u, k), target=target(u, k)) for u, n, k in baris]}
    dunia.perilaku = {}
    return dunia


def deret(*realisasi, target=40.0, kode="KJ"):
    """Siti's first indicator over the months, one realisasi each."""
    dunia = Dunia().hanya_siti()
    nomor = 0 if kode == "KJ" else 1
    dunia.target[nomor].update(target if isinstance(target, dict) else setahun(target))
    for bulan, angka in enumerate(realisasi, 1):
        dunia.capaian[bulan][nomor].update(realisasi=angka, target=None)
    return dunia


def kembar(*realisasi, lain=None, target=40.0, target_lain=None):
    """Siti's two counts over the months, one result twice unless `lain` says what the second is; None for no row."""
    dunia = Dunia().hanya_siti()
    dunia.indikator["KL2"] = replace(dunia.indikator["KJ"], kode="KL2", nama="Kunjungan keluarga")
    dunia.target = [
        baris_target(SITI, "KJ", 50.0, **setahun(target)),
        baris_target(SITI, "KL2", 50.0, **setahun(target if target_lain is None else target_lain)),
    ]
    pasangan = zip(realisasi, lain or realisasi, strict=True)
    dunia.capaian = {
        bulan: [baris_capaian(SITI, kode, angka, satuan="kunjungan") for kode, angka in zip(("KJ", "KL2"), dua, strict=True) if angka is not None]
        for bulan, dua in enumerate(pasangan, 1)
    }  # fmt: skip
    return dunia


def ulangi(dunia, kecuali=0):
    """March's rows are February's once more, but for the first few."""
    dunia.capaian[2] = [
        {**baris, "realisasi": baris["realisasi"] + (1.0 if nomor < kecuali else 0.0)}
        for nomor, baris in enumerate(dunia.capaian[3])
    ]
    return dunia


def berbukti(dunia, *bukti):
    """Write evidence beside March's rows, the last one given beside all further rows."""
    for nomor, baris in enumerate(dunia.capaian[3]):
        baris["bukti_dukung"] = bukti[min(nomor, len(bukti) - 1)]
    return dunia


def tukar(dunia, banyak):
    """Swap Target and Realisasi in so many rows."""
    for baris in dunia.capaian[3][:banyak]:
        baris["target"], baris["realisasi"] = baris["realisasi"], baris["target"]
    return dunia


def geser(dunia, dari, sampai, langkah):
    for nomor in range(dari, sampai):
        dunia.capaian[3][nomor]["realisasi"] = dunia.capaian[3][nomor + langkah]["target"]
    return dunia


def bertangga():
    """Six ASN whose targets rise from one to the next."""
    return ramai(6, target=lambda u, k: 40.0 + 3 * u if k == "KJ" else 15.0 + u)
