"""A made-up recap of a city, drawn from a fixed seed and computed here by the plainest arithmetic.

Names and NIPs are fictional.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import fsum, isnan, nan

from hasil_buatan import INDIKATOR, NAMA, aturan_bawaan
from peringkat_tangan import UnitTangan, kedudukan_tangan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import PanduanSebaran
from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rekap.bahan import BarisTindakLanjut
from asn_nilai.acuan.rekap.baris import AsnRekap, IndikatorUnit, TitikUnit  # fmt: skip
from asn_nilai.acuan.rekap.keadilan import Keadilan
from asn_nilai.acuan.rekap.kedudukan import AsnSama, Kedudukan
from asn_nilai.acuan.rekap.rekap import BulanRekap, Gerak, IndikatorRekap, PanduanRekap, Rekap, UnitRekap
from asn_nilai.acuan.rumus.skala import muat_skala
from asn_nilai.hitung.rekap.sorotan import susun_sorotan

JENIS = ("Dinas", "Badan", "Kecamatan", "Kelurahan", "Puskesmas")
TEMPAT = (
    "Tigo Baleh", "Birugo", "Mandiangin", "Tarok Dipo", "Guguk Panjang", "Aur Kuning", "Garegeh", "Sapiran",
    "Pakan Labuah", "Manggis Ganting", "Pulai Anak Air", "Koto Selayan", "Belakang Balok",
)  # fmt: skip
HILANG = {"2026-02": "dihitung dengan aturan yang lain"}


def bulat(nilai: float) -> float:
    return float(Decimal(repr(nilai)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def rata(semua) -> float:
    ada = [nilai for nilai in semua if not isnan(nilai)]
    return fsum(ada) / len(ada) if ada else nan


def tercetak(semua) -> float:
    nilai = rata(semua)
    return nan if isnan(nilai) else bulat(nilai)


def _asn(nomor: int, urut: int, mutu: float, bulan: int, hilang: set[int], acak: random.Random) -> AsnRekap:
    deret = tuple(
        nan
        if n in hilang or acak.random() < 0.04
        else bulat(min(max(acak.gauss(mutu + 0.4 * n, 5), 40), 119.5))
        for n in range(bulan)
    )
    aturan, kini = aturan_bawaan(), deret[-1]
    ada = not isnan(kini)
    predikat = (
        ("Sangat Baik" if kini > 100 else "Baik" if kini >= 90 else "Butuh Perbaikan")
        if ada
        else "Belum Dinilai"
    )
    return AsnRekap(
        nip=f"19850101201001{1 + urut % 2}{urut:03d}" if nomor == 0 else f"1986{nomor:02d}01201001{1 + urut % 2}{urut:03d}",
        nama=NAMA[(nomor + urut) % len(NAMA)], jabatan="Perawat Ahli Pertama", nhk=kini,
        rating_hasil=next(p.label for p in aturan.rating_hasil.pita if p.dari is None or kini >= p.dari) if ada else "",
        rating_perilaku="Sesuai Ekspektasi", nilai_akhir=nan, predikat=predikat,
        status="Dinilai" if ada else "Belum Dinilai", alasan="" if ada else "realisasi-kosong (x)",
        deret=deret, predikat_bulan=tuple("" if isnan(x) else "Baik" for x in deret),
    )  # fmt: skip


def _unit(nomor: int, banyak: int, bulan: tuple[Bulan, ...], acak: random.Random) -> UnitRekap:
    jenis = JENIS[nomor % len(JENIS)]
    nama = f"{jenis} {TEMPAT[nomor % len(TEMPAT)]}{' ' + str(nomor // len(TEMPAT) + 1) if nomor >= len(TEMPAT) else ''}"
    absen = {n for n, b in enumerate(bulan) if b.kode not in HILANG and acak.random() < 0.05}
    tanpa_bulan = {n for n, b in enumerate(bulan) if b.kode in HILANG}
    mutu = acak.gauss(95, 6)
    asn = tuple(_asn(nomor, urut, mutu, len(bulan), absen | tanpa_bulan, acak) for urut in range(banyak))
    titik = tuple(
        TitikUnit()
        if n in tanpa_bulan
        else TitikUnit(
            tercetak(a.deret[n] for a in asn),
            sum(not isnan(a.deret[n]) for a in asn),
            banyak,
            "belum setor" if n in absen else "lengkap",
            usang=nomor == 1 and n == 0,
        )
        for n in range(len(bulan))
    )
    dinilai = [a for a in asn if a.status == "Dinilai"]
    jumlah = {p: sum(a.predikat == p for a in dinilai) for p in aturan_bawaan().predikat.urutan}
    setor = "belum setor" if len(bulan) - 1 in absen else "ada galat" if len(dinilai) < banyak else "lengkap"
    ringkas = RingkasUnit(
        f"U-{nomor + 1:02d}",
        nama,
        jenis,
        banyak,
        len(dinilai),
        rata(a.nhk for a in dinilai),
        fsum(a.nhk for a in dinilai),
        jumlah,
        status=setor,
    )
    return UnitRekap(
        ringkas,
        asn,
        tercetak(a.nhk for a in dinilai),
        Kedudukan(),
        len(dinilai) < 5,
        titik,
        belum_setor=len(absen),
    )


def _terakhir(asn: AsnRekap) -> Fraction | None:
    return next((Fraction(str(nilai)) for nilai in reversed(asn.deret) if not isnan(nilai)), None)


def _beri_peringkat(unit: list[UnitRekap], awal: int) -> tuple[UnitRekap, ...]:
    """Return the units ranked, and with who was scored in the month `awal` and in the last one."""
    tangan = [
        UnitTangan(
            [Fraction(str(a.nhk)) for a in u.asn if a.status == "Dinilai"],
            [_terakhir(a) for a in u.asn if a.status != "Dinilai"],
            (),
            u.ringkas.jenis,
        )
        for u in unit
    ]
    return tuple(
        replace(u, kedudukan=k, sama=_sama([u], awal))
        for u, k in zip(unit, kedudukan_tangan(tangan), strict=True)
    )


def _sama(unit: Sequence[UnitRekap], awal: int) -> AsnSama | None:
    deret = [a.deret for u in unit for a in u.asn] if awal >= 0 else []
    dua = [(d[awal], d[-1]) for d in deret if not isnan(d[awal]) and not isnan(d[-1])]
    if not dua:
        return None
    dinilai = [sum(not isnan(d[nomor]) for d in deret) for nomor in (awal, -1)]
    awal_akhir = (tercetak(a for a, _ in dua), tercetak(z for _, z in dua))
    return AsnSama(len(dua), *awal_akhir, dinilai == [len(dua)] * 2)


def _gerak(unit: tuple[UnitRekap, ...], awal: int, bulan: tuple[Bulan, ...]) -> list[Gerak]:
    return [
        Gerak(a.nip, a.nama, u.ringkas.kode, bulan[awal], bulan[-1], a.deret[awal], a.deret[-1],
              bulat(a.deret[-1] - a.deret[awal]), a.predikat_bulan[awal], a.predikat)
        for u in unit for a in u.asn if not isnan(a.deret[awal]) and not isnan(a.deret[-1])
    ]  # fmt: skip


def _indikator(unit: tuple[UnitRekap, ...], bulan: int, acak: random.Random) -> tuple[IndikatorRekap, ...]:
    tepi, skala = ekspektasi(aturan_bawaan()), muat_skala("permendagri-86-2017").pita
    semua = []
    for kode, nama, satuan, polaritas, _ in INDIKATOR:
        di_unit = tuple(
            IndikatorUnit(u.ringkas.kode, len(u.asn), bulat(acak.uniform(75, 108))) for u in unit if u.asn
        )
        nilai = tercetak(i.rata_rata for i in di_unit)
        deret = (*(bulat(acak.uniform(80, 105)) for _ in range(bulan - 1)), nilai)
        semua.append(IndikatorRekap(
            kode, nama, satuan, polaritas, sum(s.jumlah_asn for s in di_unit), nilai,
            sum(tepi.di_bawah(s.rata_rata) for s in di_unit),
            "" if isnan(nilai) else next(p.label for p in skala if p.dari is None or nilai >= p.dari),
            not isnan(nilai) and tepi.di_bawah(nilai), deret, di_unit,
        ))  # fmt: skip
    return tuple(sorted(semua, key=lambda i: i.rata_rata))


def ganti(asal: Rekap, usang=None, **isi) -> Rekap:
    """Replace fields of a recap, and judge anew what it points at; `usang` is what is stale, if not as it was."""
    baru = replace(asal, **isi)
    if usang is None:
        usang = [
            (u.periode, {unit.ringkas.kode: b.berkas for b in u.menurut_berkas for unit in b.unit})
            for u in asal.sorotan.usang
        ]
    return replace(baru, sorotan=susun_sorotan(baru.unit, baru.bulan, baru.indikator, usang))


def rekap(jumlah_unit: int = 8, kode: str = "2026-04", *, benih: int = 5, terbesar: int = 9) -> Rekap:
    """Make a recap; February has no results, the second unit's January is stale."""
    acak, aturan, periode = random.Random(benih), aturan_bawaan(), Periode.dari_teks(kode)
    bulan = tuple(Bulan(2026, n) for n in range(1, periode.bulan[-1].bulan + 1))
    awal = len(bulan) - 2
    unit = _beri_peringkat(
        [_unit(n, acak.randint(2, terbesar), bulan, acak) for n in range(jumlah_unit)], awal
    )
    bulan_rekap = tuple(
        BulanRekap(
            b, HILANG.get(b.kode, ""), ("U-02",) if n == 0 and jumlah_unit > 1 else (),
            tercetak(a.deret[n] for u in unit for a in u.asn),
        )
        for n, b in enumerate(bulan)
    )  # fmt: skip
    gerak = _gerak(unit, awal, bulan) if awal >= 0 else []
    tepi = ekspektasi(aturan)
    dua = [g for g in gerak if tepi.di_bawah(g.nhk_awal) and tepi.di_bawah(g.nhk_akhir)]
    dinilai = sum(u.ringkas.dinilai for u in unit)
    baik = sum(u.ringkas.predikat["Baik"] for u in unit)
    indikator = _indikator(unit, len(bulan), acak)
    usang = {"U-02": ("capaian/2026-01/U-02.xlsx",)} if jumlah_unit > 1 else {}
    return Rekap(
        instansi="Pemerintah Kota Bukittinggi", periode=periode, aturan=aturan, terpilih=False, bulan=bulan_rekap,
        unit=unit, indikator=indikator,
        naik=tuple(sorted((g for g in gerak if g.selisih > 0), key=lambda g: -g.selisih)[:10]),
        turun=tuple(sorted((g for g in gerak if g.selisih < 0), key=lambda g: g.selisih)[:10]),
        dua_bulan_bawah=tuple(sorted(dua, key=lambda g: g.nhk_akhir)),
        dibandingkan=(bulan[awal], bulan[-1]) if gerak else None, organisasi="Baik",
        panduan=(PanduanRekap(PanduanSebaran(predikat=("Baik",), paling_banyak=70), baik, bulat(baik / dinilai * 100) if dinilai else nan,
                              not dinilai or baik / dinilai <= 0.7, "SE MenPANRB 3/2023", "Baik"),),
        penghargaan=tuple(BarisTindakLanjut(u.ringkas.kode, a.nip, a.nama, "penghargaan", "x") for u in unit for a in u.asn if a.predikat == "Sangat Baik"),
        pembinaan=tuple(BarisTindakLanjut(u.ringkas.kode, a.nip, a.nama, "pembinaan", "x") for u in unit for a in u.asn if a.predikat == "Butuh Perbaikan"),
        angka_kredit=(), keadilan=Keadilan((), (), 0, nan, "", 0, 1, 1000),
        sorotan=susun_sorotan(unit, bulan_rekap, indikator, [(Periode.dari_teks("2026-01"), usang)]),
        pengaturan=PengaturanRekap(), asn_sama=_sama(unit, awal) if gerak else None,
        catatan=("Tren Februari 2026 tidak ada: dihitung dengan aturan yang lain.",),
    )  # fmt: skip
