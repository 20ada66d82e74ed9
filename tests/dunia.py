"""Random small worlds: two units, their registers and tables, and the same facts for the clerk's calculation."""

import random
from datetime import date
from fractions import Fraction

from hitungan_tangan import ATAS, BAWAH, SESUAI, Butir, Orang

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.hitung import gabungkan_pindah, hitung_unit
from asn_nilai.periksa import periksa_unit

TAHUN = 2026
PERIODE = ["2026-03", "2026-11", "2026-T1", "2026-T4", "2026-S1", "2026-S2", "2026", "2026-02:2026-09"]
BULAN = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]
ASPEK = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"]


def angka(acak: random.Random, *, positif: bool) -> str:
    bulat = acak.choice([acak.randint(0, 12), acak.randint(1, 200), acak.randint(1000, 2_000_000)])
    pecahan = acak.choice(["", "", f".{acak.randint(1, 9)}", f".{acak.randint(1, 999):03d}"])
    minus = "" if positif or acak.random() > 0.03 else "-"
    return f"{minus}{bulat}{pecahan}"


def realisasi(acak: random.Random, target: str) -> str:
    """A figure near the target, often exactly where a rounding or a rating turns."""
    t = float(target)
    if acak.random() < 0.3:
        return angka(acak, positif=True)
    kali = acak.choice([0.89995, 0.9, 1, 1.00004, 1.00005, 0.899949, 1.1, acak.uniform(0.5, 1.4)])
    return f"{t * kali:.{acak.choice([0, 2, 5])}f}"


def bobot(acak: random.Random, banyak: int) -> list[str]:
    potong = sorted(acak.sample(range(1, 200), banyak - 1))
    return [f"{(z - a) / 2:g}" for a, z in zip([0, *potong], [*potong, 200], strict=True)]


def buat_butir(acak: random.Random, nomor: int, bobot: str) -> Butir:
    polaritas = acak.choice(["Maksimal", "Minimal", "Stabil"])
    agregasi = acak.choice(["Jumlah", "Rata-rata", "Nilai Akhir", "Rasio"])
    terburuk = acak.choice([None, "10", "0.5"]) if polaritas == "Minimal" else None
    butir = Butir(f"{polaritas[:3]}-{agregasi[:3]}-{terburuk}-{nomor}", polaritas, agregasi, bobot, terburuk)
    padat = acak.choice([0.2, 0.6, 1.0])
    hilang = acak.choice([0, 0, 0, 0.02])
    for b in range(1, 13):
        if acak.random() < padat:
            butir.target[b] = angka(acak, positif=acak.random() < 0.9)
            if acak.random() >= hilang:
                butir.realisasi[b] = realisasi(acak, butir.target[b])
            if agregasi == "Rasio":
                bagi(acak, butir, b)
    return butir


def bagi(acak: random.Random, butir: Butir, bulan: int) -> None:
    """Turn a month's realisasi into what gives about it, in counts or in amounts; beside it stands nothing, or it rounded."""
    persen = butir.realisasi.pop(bulan, None)
    butir.penyebut[bulan] = f"{acak.choice([acak.randint(1, 900), acak.randint(1, 9_000_000) / 100]):g}"
    if persen is None:
        return
    desimal = acak.choice([0, 0, 2])
    butir.pembilang[bulan] = f"{float(persen) * float(butir.penyebut[bulan]) / 100:.{desimal}f}"
    tepat = 100 * Fraction(butir.pembilang[bulan]) / Fraction(butir.penyebut[bulan])
    if acak.random() < 0.4:
        butir.realisasi[bulan] = f"{float(tepat):.{acak.choice([1, 2, 9])}f}"


def buat_orang(acak: random.Random, nomor: int) -> Orang:
    nip = f"19{80 + nomor % 20:02d}0101201001{nomor % 2 + 1}{900 + nomor % 100:03d}"
    pindah = acak.random() < 0.25
    batas = acak.randint(2, 12)
    unit = acak.sample(["A", "B"], 2)
    bulan = (
        {unit[0]: list(range(1, batas)), unit[1]: list(range(batas, 13))}
        if pindah
        else {unit[0]: list(range(1, 13))}
    )
    butir = {}
    for u in bulan:
        banyak = acak.randint(1, 5)
        butir[u] = [buat_butir(acak, n, b) for n, b in enumerate(bobot(acak, banyak))]
    condong = acak.choice([[ATAS, SESUAI, BAWAH], [ATAS, ATAS, SESUAI], [BAWAH, BAWAH, SESUAI]])
    perilaku = {b: acak.choice(condong) for b in range(1, 13) if acak.random() < 0.9}
    return Orang(nip, bulan, butir, perilaku)


def tabel(
    formulir: str, berkas: str, kolom: list[str], baris: list[dict[str, object]], geser: int = 3
) -> Tabel:
    teks = {
        "nip",
        "nama",
        "kode_indikator",
        "indikator",
        "satuan",
        "bukti_dukung",
        "keterangan",
        "rating_perilaku",
        "catatan",
        *ASPEK,
    }
    isi = {k: [b.get(k, "" if k in teks else None) for b in baris] for k in kolom}
    return Tabel(
        formulir,
        berkas,
        formulir,
        {k: geser + i for i, k in enumerate(kolom)},
        [9 + i for i in range(len(baris))],
        isi,
    )


def _float(teks: str | None) -> float | None:
    return None if teks is None else float(teks)


def skema_dari(orang: list[Orang]) -> Skema:
    unit = {kode: Unit(kode, f"Unit {kode}", "Uji") for kode in ("A", "B")}
    penempatan = []
    for o in orang:
        for u, bulan in o.bulan.items():
            mulai = date(TAHUN, bulan[0], 1) if bulan[0] > 1 else None
            selesai = Bulan(TAHUN, bulan[-1]).hari_terakhir if bulan[-1] < 12 else None
            penempatan.append(Penempatan(o.nip, f"Orang {o.nip[-3:]}", u, mulai=mulai, selesai=selesai))
    indikator = {
        b.kode: Indikator(
            b.kode,
            b.kode,
            "buah",
            Polaritas(b.polaritas),
            Agregasi(b.agregasi),
            nilai_terburuk=_float(b.terburuk),
            pembilang="yang tercapai",
            penyebut="semua",
        )
        for o in orang
        for semua in o.butir.values()
        for b in semua
    }
    return Skema(unit, tuple(penempatan), indikator)


def isian_dari(orang: list[Orang], skema: Skema, unit: str, periode: Periode) -> IsianUnit:
    isian = IsianUnit(skema.unit[unit])
    milik = [o for o in orang if unit in o.bulan]
    baris = [
        {"nip": o.nip, "kode_indikator": b.kode, "bobot": float(b.bobot)}
        | {BULAN[k - 1]: float(v) for k, v in b.target.items()}
        for o in milik
        for b in o.butir[unit]
    ]
    kolom = ["nip", "nama", "kode_indikator", "indikator", "satuan", "bobot", *BULAN, "target_tahunan"]
    isian.target = tabel("Target", f"target/{unit}.xlsx", kolom, baris)
    for bulan in periode.bulan:
        ada = [o for o in milik if bulan.bulan in o.bulan[unit]]
        isi = [
            {"nip": o.nip, "kode_indikator": b.kode}
            | {k: _float(getattr(b, k).get(bulan.bulan)) for k in ("realisasi", "pembilang", "penyebut")}
            for o in ada
            for b in o.butir[unit]
            if bulan.bulan in b.target
        ]
        berkas = f"capaian/{bulan.kode}/{unit}.xlsx"
        kolom_capaian = [
            "nip",
            "nama",
            "kode_indikator",
            "indikator",
            "satuan",
            "target",
            "realisasi",
            "bukti_dukung",
            "pembilang",
            "penyebut",
        ]
        isian.capaian[bulan] = tabel("Capaian", berkas, kolom_capaian, isi)
        perilaku = [{"nip": o.nip, "rating_perilaku": o.perilaku.get(bulan.bulan, "")} for o in ada]
        isian.perilaku[bulan] = tabel(
            "Perilaku", berkas, ["nip", "nama", *ASPEK, "rating_perilaku", "catatan"], perilaku
        )
    return isian


def nilai_dunia(orang: list[Orang], periode: Periode, aturan: object) -> dict[str, HasilUnit]:
    skema = skema_dari(orang)
    hasil = {}
    for unit in ("A", "B"):
        isian = isian_dari(orang, skema, unit, periode)
        temuan = list(periksa_unit(isian, skema, periode, aturan))
        hasil[unit] = hitung_unit(isian, temuan, skema, periode, aturan)
    return gabungkan_pindah(hasil, skema, periode, aturan)
