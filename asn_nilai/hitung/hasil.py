"""Score one unit and period: from its tables and findings to the two frames that are published."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from asn_nilai.acuan.hasil import BELUM_DINILAI, DINILAI, HasilUnit, IsianUnit
from asn_nilai.acuan.perilaku import Perilaku, perilaku_unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.skema import Skema
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.hitung.capaian import Keluaran, hitung_capaian, hitung_nhk
from asn_nilai.hitung.masukan import Anggota, Baris, anggota_unit, sebagai_larik, susun_baris
from asn_nilai.hitung.penghalang import Penghalang
from asn_nilai.hitung.predikat import putuskan


def hitung_unit(
    isian: IsianUnit, temuan: Sequence[Temuan], skema: Skema, periode: Periode, aturan: Aturan
) -> HasilUnit:
    """Score the ASN of one unit.

    Args:
        isian: what the unit submitted.
        temuan: every finding of the unit; a `galat` decides who is not scored.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.

    Returns:
        One row per ASN placed in the unit, also of those not scored (see `HasilUnit`). An ASN who moved holds the
        score of this unit alone until `gabungkan_pindah` settles it.
    """
    anggota = anggota_unit(skema, isian.unit.kode, periode)
    baris = susun_baris(isian, anggota, skema)
    penghalang = Penghalang.dari(temuan)
    if baris:
        masukan = sebagai_larik(baris, aturan)
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            keluaran = hitung_capaian(masukan, aturan)
        nhk = dict(
            zip(dict.fromkeys(b.nip for b in baris), hitung_nhk(masukan, keluaran, aturan), strict=True)
        )
    else:
        keluaran, nhk = _tanpa_baris(), {}
    rincian = _bingkai_rincian(baris, keluaran, isian, periode, anggota)
    perilaku = perilaku_unit(isian, periode, aturan)
    nilai = _bingkai_nilai(anggota, baris, nhk, perilaku, penghalang, isian, periode, aturan)
    return HasilUnit(isian.unit, periode, nilai, rincian, list(temuan), isian.berkas)


def _tanpa_baris() -> Keluaran:
    kosong = np.array([], dtype=float)
    return Keluaran(kosong, kosong, kosong, kosong, kosong, kosong)


def _bingkai_rincian(
    baris: Sequence[Baris], k: Keluaran, isian: IsianUnit, periode: Periode, anggota: Mapping[str, Anggota]
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "periode": periode.kode,
            "kode_unit": isian.unit.kode,
            "nip": [b.nip for b in baris],
            "kode_indikator": [b.indikator.kode for b in baris],
            "satuan": [b.indikator.satuan for b in baris],
            "polaritas": [b.indikator.polaritas.value for b in baris],
            "agregasi": [b.indikator.agregasi.value for b in baris],
            "bobot": [b.bobot for b in baris],
            "target": k.target,
            "realisasi": k.realisasi,
            "capaian": k.capaian,
            "nilai_tertimbang": k.tertimbang,
            "sel_target": ["; ".join(b.sel_target) for b in baris],
            "sel_realisasi": ["; ".join(b.sel_realisasi) for b in baris],
            "nama": [anggota[b.nip].penempatan.nama for b in baris],
            "indikator": [b.indikator.nama for b in baris],
            "nilai_terburuk": [
                np.nan if b.indikator.nilai_terburuk is None else b.indikator.nilai_terburuk for b in baris
            ],
            "aspek": [b.indikator.aspek for b in baris],
            "batas_alami": np.array([b.batas_alami for b in baris], dtype=float),
            "nilai_capaian": k.nilai,
        }
    )


def _bingkai_nilai(
    anggota: Mapping[str, Anggota],
    baris: Sequence[Baris],
    nhk: Mapping[str, float],
    perilaku: Mapping[str, Perilaku],
    penghalang: Penghalang,
    isian: IsianUnit,
    periode: Periode,
    aturan: Aturan,
) -> pd.DataFrame:
    nip = list(anggota)
    bulan: dict[str, set[Bulan]] = {satu: set() for satu in nip}
    jumlah = dict.fromkeys(nip, 0)
    for satu in baris:
        bulan[satu.nip].update(satu.bulan)
        jumlah[satu.nip] += 1
    angka = np.array([np.nan if n in penghalang.asn else nhk.get(n, np.nan) for n in nip], dtype=float)
    kosong = Perilaku()
    milik = [kosong if n in penghalang.perilaku else perilaku.get(n, kosong) for n in nip]
    rating = np.array([satu.rating for satu in milik], dtype=object)
    angka_perilaku = np.array([satu.angka for satu in milik], dtype=float)
    ide_baru = np.array([perilaku.get(n, kosong).ide_baru for n in nip], dtype=bool)
    putusan = putuskan(angka, rating, angka_perilaku, ide_baru, aturan)
    orang = [anggota[n].penempatan for n in nip]
    return pd.DataFrame(
        {
            "periode": periode.kode,
            "kode_unit": isian.unit.kode,
            "nip": nip,
            "nama": [p.nama for p in orang],
            "jabatan": [p.jabatan for p in orang],
            "jumlah_indikator": [jumlah[n] for n in nip],
            "nilai_hasil_kerja": angka,
            "rating_hasil_kerja": putusan.rating_hasil,
            "rating_perilaku": rating,
            "nilai_akhir": putusan.nilai_akhir,
            "predikat": putusan.predikat,
            "status": [BELUM_DINILAI if p == BELUM_DINILAI else DINILAI for p in putusan.predikat],
            "alasan": [penghalang.alasan(n, bulan[n], isian) for n in nip],
            "bulan_dihitung": [len(bulan[n]) for n in nip],
            "jenis_asn": [p.jenis_asn for p in orang],
            "golongan": [p.golongan for p in orang],
            "bagian": [() for _ in nip],
            "angka_perilaku": angka_perilaku,
            "ide_baru": ide_baru,
        }
    )
