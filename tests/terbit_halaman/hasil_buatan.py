"""A made-up result of one unit, computed here by the plainest arithmetic so that no stage of the house is needed.

Names and NIPs are fictional.
"""

import random
from math import isnan, nan

import pandas as pd

from asn_nilai.acuan.hasil import KOLOM_NILAI, KOLOM_RINCIAN, HasilUnit
from asn_nilai.acuan.nilai import BELUM_DINILAI, DINILAI, PINDAH
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan, muat_aturan
from asn_nilai.acuan.skema import Polaritas, Unit
from asn_nilai.acuan.temuan import Letak, Temuan, temuan

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
MARET = Periode.dari_teks("2026-03")
TERBURUK = 6.0
TAMBAHAN_NILAI = ("bulan_dihitung", "jenis_asn", "golongan", "bagian", "angka_perilaku", "ide_baru")
TAMBAHAN_RINCIAN = ("nama", "indikator", "nilai_terburuk", "aspek", "batas_alami", "nilai_capaian")


def aturan_bawaan() -> Aturan:
    return muat_aturan("permenpanrb-6-2022")


def nip_ke(nomor: int) -> str:
    return f"19850101201001{1 + nomor % 2}{nomor:03d}"


def _satu_capaian(acak: random.Random, kode: str, pol: str, mutu: float, aturan: Aturan):
    import numpy as np

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
    return target, realisasi, w, min(max(persen, c.lantai.nilai), c.plafon.nilai)


def _rincian(
    nip: str, nama: str, kode_unit: str, baris: int, mutu: float, aturan: Aturan, periode: Periode, acak
):
    for nomor, ((kode, ind, satuan, pol, agr), bobot) in enumerate(zip(INDIKATOR, BOBOT, strict=True)):
        target, realisasi, w, capaian = _satu_capaian(acak, kode, pol, mutu, aturan)
        sel = "; ".join(
            f"capaian/{b.kode}/{kode_unit}.xlsx › Capaian › H{baris + nomor}" for b in periode.bulan
        )
        yield {
            "periode": periode.kode, "kode_unit": kode_unit, "nip": nip, "kode_indikator": kode, "satuan": satuan,
            "polaritas": pol, "agregasi": agr, "bobot": float(bobot), "target": target, "realisasi": realisasi,
            "capaian": capaian, "nilai_tertimbang": bobot * capaian / sum(BOBOT),
            "sel_target": "; ".join(f"target/{kode_unit}.xlsx › Target › {'HIJKLMNOPQRS'[b.bulan - 1]}{baris + nomor}" for b in periode.bulan),
            "sel_realisasi": sel, "nama": nama, "indikator": ind, "nilai_terburuk": w,
            "aspek": "Kuantitas", "batas_alami": nan, "nilai_capaian": capaian,
        }  # fmt: skip


def _bingkai(baris, kolom, tambahan):
    return pd.DataFrame(baris, columns=[*kolom, *tambahan])


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
    baris_nilai, baris_rinci, semua = [], [], list(tambahan)
    for n in range(jumlah):
        nip, orang = nip_ke(n), nama[n % len(nama)]
        rinci = list(
            _rincian(
                nip, orang, kode, 9 + 8 * n, acak.choice([0.86, 0.97, 0.99, 1.05]), aturan, periode, acak
            )
        )
        nhk = round(sum(r["nilai_tertimbang"] for r in rinci), 2)
        perilaku = acak.choice(["Sesuai Ekspektasi", "Sesuai Ekspektasi", "Di Atas Ekspektasi"])
        alasan = ""
        if n in belum:
            rinci[3].update(realisasi=nan, capaian=nan, nilai_capaian=nan, nilai_tertimbang=nan)
            letak = Letak(f"capaian/{periode.kode}/{kode}.xlsx", "Capaian", f"H{12 + 8 * n}")
            semua.append(
                temuan(
                    "realisasi-kosong",
                    letak,
                    unit=kode,
                    nip=nip,
                    indikator="Waktu penyelesaian naskah dinas",
                    periode=periode.label,
                    teks=" (tertulis 'belum ada')",
                )
            )
            nhk, alasan = nan, f"realisasi-kosong ({letak})"
        if n in tanpa_perilaku:
            letak = Letak(f"capaian/{periode.kode}/{kode}.xlsx", "Perilaku", f"D{6 + n}")
            semua.append(
                temuan(
                    "perilaku-kosong",
                    letak,
                    unit=kode,
                    nip=nip,
                    nama=orang,
                    periode=periode.label,
                    kurang="Loyal, Adaptif",
                )
            )
            perilaku, alasan = "", f"perilaku-kosong ({letak})"
        rating = "" if isnan(nhk) else str(aturan.rating_hasil.beri_label(pd.array([nhk]).to_numpy())[0])
        lengkap = bool(rating and perilaku)
        status = PINDAH if n in pindah else DINILAI if lengkap else BELUM_DINILAI
        if n in pindah:
            rating = perilaku = ""
            alasan = "pindah ke DINKES"
        for satu in rinci if satuan else ():
            satu["satuan"] = satuan
        baris_rinci += rinci
        baris_nilai.append({
            "periode": periode.kode, "kode_unit": kode, "nip": nip, "nama": orang, "jabatan": jabatan,
            "jumlah_indikator": len(rinci), "nilai_hasil_kerja": nhk, "rating_hasil_kerja": rating, "rating_perilaku": perilaku,
            "nilai_akhir": nan, "predikat": "" if n in pindah else aturan.predikat.matriks.nilai[rating][perilaku] if lengkap else BELUM_DINILAI,
            "status": status, "alasan": alasan, "bulan_dihitung": len(periode.bulan), "jenis_asn": "PNS", "golongan": "III/a", "bagian": (),
            "angka_perilaku": nan, "ide_baru": False,
        })  # fmt: skip
    return HasilUnit(
        Unit(kode, nama_unit, "Puskesmas", nip_ke(0)), periode, _bingkai(baris_nilai, KOLOM_NILAI, TAMBAHAN_NILAI), _bingkai(baris_rinci, KOLOM_RINCIAN, TAMBAHAN_RINCIAN), semua,
        [f"target/{kode}.xlsx", *(f"capaian/{b.kode}/{kode}.xlsx" for b in periode.bulan)],
    )  # fmt: skip
