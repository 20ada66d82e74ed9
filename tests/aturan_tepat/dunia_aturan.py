"""Random ASN of one unit and month, often exactly where a rule turns, and the tables in which they stand."""

import random

from hitungan_aturan import ATAS, BAWAH, SESUAI, Butir, Orang

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING
from asn_nilai.hitung import hitung_unit

PERIODE = Periode.dari_teks("2026-03")
BERANGKA = {"pp-30-2019", "permenpanrb-8-2021", "perka-bkn-1-2013", "kemenkeu-127-2026"}
_TEPI = (
    "0.76",
    "0.7599",
    "0.9",
    "0.89995",
    "0.995",
    "0.99499",
    "1",
    "1.005",
    "1.00004",
    "1.1",
    "1.105",
    "0.795",
    "0",
)


def _angka(acak: random.Random) -> str:
    bulat = acak.choice([acak.randint(1, 12), acak.randint(1, 200), acak.randint(1000, 90_000)])
    return f"{bulat}{acak.choice(['', '', f'.{acak.randint(1, 9)}'])}"


def _realisasi(acak: random.Random, target: str) -> str:
    if acak.random() < 0.5:
        return f"{float(target) * float(acak.choice(_TEPI)):.10g}"
    return f"{float(target) * acak.uniform(0.4, 1.5):.{acak.choice([0, 1, 3])}f}"


def _butir(acak: random.Random, nomor: int, bobot: str) -> Butir:
    polaritas = acak.choice(["Maksimal", "Minimal", "Stabil"])
    aspek = acak.choice(["Kuantitas", "Kualitas", "Waktu", "Biaya"])
    target = _angka(acak)
    butir = Butir(f"IK-{nomor}", polaritas, aspek, bobot, target, _realisasi(acak, target))
    if polaritas == "Maksimal" and acak.random() < 0.4:
        butir.batas_atas = target if acak.random() < 0.6 else f"{float(target) * 2:.10g}"
    if polaritas == "Maksimal" and acak.random() < 0.05:
        butir.target, butir.batas_atas = f"-{target}", None
    return butir


def _perilaku(acak: random.Random, aturan: str) -> list[str]:
    def rating_acak() -> str:
        if aturan in BERANGKA and acak.random() < 0.8:
            return acak.choice(
                [f"{acak.randint(40, 120)}", f"{acak.uniform(40, 120):.2f}", "90", "100", "110", "91"]
            )
        return acak.choice([ATAS, SESUAI, BAWAH])

    return [rating_acak() for _ in range(7)] if acak.random() < 0.4 else [rating_acak()]


def buat_orang(acak: random.Random, nomor: int, aturan: str) -> Orang:
    banyak = acak.randint(1, 4)
    potong = sorted(acak.sample(range(1, 200), banyak - 1))
    bobot = [f"{(z - a) / 2:g}" for a, z in zip([0, *potong], [*potong, 200], strict=True)]
    butir = [_butir(acak, nomor * 10 + n, b) for n, b in enumerate(bobot)]
    if aturan == "perka-bkn-1-2013":
        for butir_ini in butir:  # a duration or a cost has no negative target
            butir_ini.target = butir_ini.target.lstrip("-")
    nip = f"19800101{2000 + nomor // 900:04d}01{nomor % 2 + 1}{nomor % 900 + 100:03d}"
    return Orang(nip, butir, _perilaku(acak, aturan), acak.random() < 0.5)


def _tabel(formulir: str, kolom: list[str], baris: list[dict[str, object]]) -> Tabel:
    angka = {"bobot", "mar", "realisasi"}
    isi = {k: [b.get(k, None if k in angka else "") for b in baris] for k in kolom}
    letak = {k: 2 + n for n, k in enumerate(kolom)}
    return Tabel(
        formulir, f"{formulir.lower()}/A.xlsx", formulir, letak, [8 + n for n in range(len(baris))], isi
    )


def sel_perilaku(isi: str) -> str | float:
    """Return what stands in a behaviour cell: a number where one was typed."""
    return float(isi) if isi[:1].isdigit() else isi


def _isi_perilaku(orang: Orang) -> dict[str, object]:
    kunci = [KUNCI_RATING] if len(orang.perilaku) == 1 else KUNCI_ASPEK
    isi = dict(zip(kunci, map(sel_perilaku, orang.perilaku), strict=True))
    return {"nip": orang.nip, **isi, KUNCI_IDE: "Ya" if orang.ide else ""}


def nilai(orang: list[Orang], aturan: Aturan) -> HasilUnit:
    """Score the ASN as the program does."""
    skema, isian = bahan(orang)
    return hitung_unit(isian, [], skema, PERIODE, aturan)


def bahan(orang: list[Orang]) -> tuple[Skema, IsianUnit]:
    """Return the registers and tables in which the ASN stand."""
    indikator = {
        b.kode: Indikator(
            b.kode, b.kode, "buah", Polaritas(b.polaritas), Agregasi.JUMLAH, aspek=b.aspek,
            batas_atas=float(b.batas_atas) if b.batas_atas else None,
        )
        for o in orang for b in o.butir
    }  # fmt: skip
    unit = Unit("A", "Unit A", "Uji")
    skema = Skema({"A": unit}, tuple(Penempatan(o.nip, "Fiksi", "A") for o in orang), indikator)
    isian = IsianUnit(unit)
    target = [
        {"nip": o.nip, "kode_indikator": b.kode, "bobot": float(b.bobot), "mar": float(b.target)}
        for o in orang for b in o.butir
    ]  # fmt: skip
    realisasi = [
        {"nip": o.nip, "kode_indikator": b.kode, "realisasi": float(b.realisasi)}
        for o in orang
        for b in o.butir
    ]
    bulan = PERIODE.bulan[0]
    semua_bulan = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]
    isian.target = _tabel("Target", ["nip", "kode_indikator", "bobot", *semua_bulan], target)
    isian.target.isi |= {b: [None] * len(target) for b in semua_bulan if b != "mar"}
    isian.capaian[bulan] = _tabel("Capaian", ["nip", "kode_indikator", "realisasi"], realisasi)
    kolom = ["nip", *KUNCI_ASPEK, KUNCI_RATING, KUNCI_IDE]
    isian.perilaku[bulan] = _tabel("Perilaku", kolom, [_isi_perilaku(o) for o in orang])
    return skema, isian
