"""A made-up result of one unit, computed here by the plainest arithmetic so that no score comes from the house.

Names and NIPs are fictional.
"""

import random
from collections.abc import Iterator
from functools import cache
from math import isnan, nan

import numpy as np
from nilai_buatan import MARET, nilai_asn, nilai_indikator, perilaku_pimpinan, ubah_indikator
from nilai_buatan import hasil_unit as buat_hasil

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, NilaiIndikator
from asn_nilai.acuan.isian.indikator.indikator import Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.hitung.penjelasan.penjelasan_asn import urai_unit
from asn_nilai.terbit.halaman.unit.asn import BarisAsn, baris_asn
from asn_nilai.terbit.halaman.unit.ringkasan import halaman_ringkasan

INSTANSI = "Pemerintah Kota Bukittinggi"

NAMA = (
    "Zulfandri Sikumbang, S.STP., M.Si.", "Rahmayeni Koto, S.Sos., M.M.", "Yulia Chaniago, S.Kep.", "Hendra Piliang, A.Md.",
    "Fitri Tanjung, S.E.", "Dedi Jambak", "Nurhayati Guci, S.KM.", "Afrizal Melayu, S.Kom.", "Wirda Caniago, S.A.P.",
    "Ronaldi Bendang, S.H.", "Elvira Sumagek, A.Md.Keb.", "Taufik Mandaliko, S.Pd.",
)  # fmt: skip
INDIKATOR = (
    ("UMM-01", "Penyerapan anggaran terhadap rencana", "persen", "Stabil", "Nilai Akhir"),
    ("UMM-02", "Laporan kegiatan yang disampaikan tepat waktu", "laporan", "Maksimal", "Jumlah"),
    ("UMM-04", "Keluhan masyarakat yang melewati batas waktu", "keluhan", "Minimal", "Jumlah"),
    ("UMM-05", "Waktu penyelesaian naskah dinas", "hari", "Minimal", "Rata-rata"),
    ("KES-01", "Cakupan imunisasi dasar lengkap", "persen", "Maksimal", "Nilai Akhir"),
    ("KES-03", "Waktu tunggu pasien rawat jalan", "menit", "Minimal", "Rata-rata"),
    ("KES-04", "Kunjungan rumah keluarga binaan", "kunjungan", "Maksimal", "Jumlah"),
    ("KES-08", "Ketersediaan obat esensial", "persen", "Maksimal", "Rata-rata"),
)
SEDARI = {
    "UMM-01": 45,
    "UMM-02": 6,
    "UMM-04": 0,
    "UMM-05": 5,
    "KES-01": 75,
    "KES-03": 30,
    "KES-04": 40,
    "KES-08": 95,
}
LEMAH = {"KES-03": 0.16, "KES-04": 0.09}
BOBOT = (15, 10, 10, 10, 20, 15, 10, 10)
TERBURUK = 6.0


@cache
def aturan_bawaan() -> Aturan:
    return muat_aturan("permenpanrb-6-2022")


def nip_ke(nomor: int) -> str:
    return f"19850101201001{1 + nomor % 2}{nomor:03d}"


def _satu_capaian(acak: random.Random, kode: str, pol: str, mutu: float, aturan: Aturan):
    target = float(SEDARI[kode])
    if target == 0:
        realisasi = float(acak.choice([0, 0, 0, 1, 2]))
    else:
        nisbah = acak.gauss(mutu - LEMAH.get(kode, 0.0), 0.06)
        realisasi = round(target * (2 - nisbah if pol == "Minimal" else nisbah), 1)
    w = TERBURUK if kode == "UMM-04" else nan
    larik = [np.array([x]) for x in (target, realisasi, w)]
    with np.errstate(all="ignore"):
        persen = float(aturan.rumus(Polaritas(pol)).angka(*larik, aturan.parameter())[0])
    c = aturan.capaian
    return target, realisasi, w, persen, min(max(persen, c.lantai.nilai), c.plafon.nilai)


def _rincian(
    kode_unit: str,
    satuan_lain: str,
    baris: int,
    mutu: float,
    aturan: Aturan,
    periode: Periode,
    acak: random.Random,
) -> Iterator[NilaiIndikator]:
    for nomor, ((kode, ind, satuan, pol, agr), bobot) in enumerate(zip(INDIKATOR, BOBOT, strict=True), baris):
        target, realisasi, w, persen, capaian = _satu_capaian(acak, kode, pol, mutu, aturan)
        yield nilai_indikator(
            kode, nama=ind, satuan=satuan_lain or satuan, polaritas=pol, agregasi=agr, aspek="Kuantitas",
            terburuk=None if isnan(w) else w, bobot=float(bobot), target=target, realisasi=realisasi, persen=persen,
            capaian=capaian, tertimbang=bobot * capaian / sum(BOBOT), bulan=periode.bulan,
            sel_target=[Letak(f"target/{kode_unit}.xlsx", "Target", f"{'HIJKLMNOPQRS'[b.bulan - 1]}{nomor}") for b in periode.bulan],
            sel_realisasi=[Letak(f"capaian/{b.kode}/{kode_unit}.xlsx", "Capaian", f"H{nomor}") for b in periode.bulan],
        )  # fmt: skip


def temuan_bukti(jumlah: int) -> tuple[Temuan, ...]:
    """Make so many warnings of missing evidence."""
    return tuple(
        temuan(
            "bukti-kosong", Letak("capaian/2026-03/PKM-TIGOBALEH.xlsx", "Capaian", f"I{9 + n}"),
            unit="PKM-TIGOBALEH", nip=nip_ke(n % 12), indikator="Cakupan imunisasi dasar lengkap",
        )
        for n in range(jumlah)
    )  # fmt: skip


def galat_berkas(kode: str) -> tuple[Temuan, ...]:
    """Make a finding that stops a whole file."""
    isi = {
        "unit_kerja": "Dinas X",
        "jenis": "capaian",
        "periode": "Maret 2026",
        "berkas": "capaian/2026-03/X.xlsx",
    }
    return (temuan(kode, Letak("capaian/2026-03/X.xlsx"), unit="X", **isi),)


def hasil_unit(
    jumlah: int = 12,
    *,
    kode: str = "PKM-TIGOBALEH",
    nama_unit: str = "Puskesmas Tigo Baleh",
    benih: int = 7,
    periode: Periode = MARET,
    nama: tuple[str, ...] = NAMA,
    belum: tuple[int, ...] = (3,),
    tanpa_perilaku: tuple[int, ...] = (5,),
    pindah: tuple[int, ...] = (),
    tambahan: tuple[Temuan, ...] = (),
    jabatan: str = "Perawat Ahli Pertama",
    satuan: str = "",
) -> HasilUnit:
    """Make the result of a unit; `belum`, `tanpa_perilaku` and `pindah` are positions of ASN."""
    aturan, acak = aturan_bawaan(), random.Random(benih)
    nilai, semua = [], list(tambahan)
    berkas = f"capaian/{periode.kode}/{kode}.xlsx"
    for n in range(jumlah):
        nip, orang = nip_ke(n), nama[n % len(nama)]
        mutu = acak.choice([0.86, 0.97, 0.99, 1.05])
        rinci = list(_rincian(kode, satuan, 9 + 8 * n, mutu, aturan, periode, acak))
        nhk = round(sum(milik.tertimbang for milik in rinci), 2)
        perilaku = acak.choice(["Sesuai Ekspektasi", "Sesuai Ekspektasi", "Di Atas Ekspektasi"])
        isi, alasan = {"unit": kode, "nip": nip, "periode": periode.label}, ()
        if n in belum:
            rinci[3] = ubah_indikator(rinci[3], realisasi=nan, capaian=nan, tertimbang=nan)
            isi_lain = {"indikator": "Waktu penyelesaian naskah dinas", "teks": " (tertulis 'belum ada')"}
            alasan = (
                temuan("realisasi-kosong", Letak(berkas, "Capaian", f"H{12 + 8 * n}"), **isi, **isi_lain),
            )
            semua += alasan
            nhk = nan
        if n in tanpa_perilaku:
            letak = Letak(berkas, "Perilaku", f"D{6 + n}")
            alasan = (temuan("perilaku-kosong", letak, **isi, nama=orang, kurang="Loyal, Adaptif"),)
            semua += alasan
            perilaku = ""
        rating = "" if isnan(nhk) else str(aturan.rating_hasil.beri_label(np.array([nhk]))[0])
        lengkap, tetap = bool(rating and perilaku), n not in pindah
        letak_perilaku = Letak(f"capaian/{periode.bulan[-1].kode}/{kode}.xlsx", "Perilaku", f"N{6 + n}")
        nilai.append(
            nilai_asn(
                Penempatan(nip, orang, kode, golongan="III/a", jabatan=jabatan),
                indikator=rinci,
                bulan_dihitung=len(periode.bulan),
                nhk=nhk,
                rating_hasil=rating if tetap else "",
                perilaku=perilaku_pimpinan(perilaku if tetap else "", letak_perilaku, periode.bulan[-1]),
                predikat=aturan.predikat.matriks.nilai[rating][perilaku] if lengkap else BELUM_DINILAI,
                alasan=alasan if tetap else (),
                pindah_ke="" if tetap else "DINKES",
            )
        )
    sumber = [f"target/{kode}.xlsx", *(f"capaian/{b.kode}/{kode}.xlsx" for b in periode.bulan)]
    unit = Unit(kode, nama_unit, "Puskesmas", nip_ke(0))
    return buat_hasil(nilai, unit=unit, periode=periode, temuan=semua, berkas=sumber)


def halaman_unit(hasil: HasilUnit, aturan: Aturan, instansi: str = INSTANSI) -> str:
    """Return the page of a unit, each score explained as the program explains it."""
    return halaman_ringkasan(hasil, urai_unit(hasil, aturan, instansi), aturan, instansi)


def baris_halaman(hasil: HasilUnit, aturan: Aturan, instansi: str = INSTANSI) -> list[BarisAsn]:
    """Return the rows of that page's table of ASN."""
    return baris_asn(hasil, urai_unit(hasil, aturan, instansi), aturan)
