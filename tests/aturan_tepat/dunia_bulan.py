"""Random ASN over several months and two units, some of whose months were not submitted, and the tables in which they stand."""

import random
from dataclasses import replace
from datetime import date

from dunia_aturan import BERANGKA, sel_perilaku
from hitungan_aturan import ATAS, BAWAH, SESUAI
from hitungan_bulan import Butir, Orang
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK, KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.hitung import gabungkan_pindah, hitung_unit

TAHUN = 2026
UNIT = ("A", "B")
PERIODE = ("2026-T1", "2026-S1", "2026-02:2026-09", "2026")
_TEPI = ("0.76", "0.7599", "0.9", "0.89995", "0.995", "1", "1.005", "1.00004", "1.1", "0.795", "0")
_BULAN = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]


class DuniaBulan:
    """A rule, its ASN, the months that each unit submitted, and how the period is asked for."""

    def __init__(self, aturan: str, benih: int, banyak: int) -> None:
        acak = random.Random(f"bulan/{aturan}/{benih}")
        self.aturan = aturan
        self.periode = Periode.dari_teks(acak.choice(PERIODE))
        self.cara = acak.choice(["rata-rata", "rata-rata", "terakhir"])
        self.sementara = acak.random() < 0.5
        semua = {b.bulan for b in self.periode.bulan}
        hilang = acak.choice([0, 0, 1, 2])
        self.ada = {u: semua - set(acak.sample(sorted(semua), hilang)) for u in UNIT}
        self.orang = [_orang(acak, nomor, aturan) for nomor in range(banyak)]

    @property
    def bulan(self) -> list[int]:
        """Return the months of the period by number."""
        return [b.bulan for b in self.periode.bulan]

    def nilai(self) -> dict[str, HasilUnit]:
        """Score the ASN as the program does, those who moved settled."""
        aturan, skema = dengan_antarbulan(muat_aturan(self.aturan), self.cara), self._skema()
        hasil = {
            u: hitung_unit(
                self._isian(skema, u),
                self._belum_setor(u),
                skema,
                self.periode,
                aturan,
                sementara=self.sementara,
            )
            for u in UNIT
        }
        return gabungkan_pindah(hasil, skema, self.periode, aturan)

    def _belum_setor(self, unit: str) -> list[Temuan]:
        hilang = (Bulan(TAHUN, b) for b in self.bulan if b not in self.ada[unit])
        return [
            replace(
                temuan(
                    "berkas-hilang",
                    Letak(f"capaian/{b.kode}/{unit}.xlsx"),
                    unit=unit,
                    unit_kerja=unit,
                    periode=b.label,
                    jenis="capaian",
                    berkas="itu",
                ),
                bulan=b,
            )
            for b in hilang
        ]

    def _skema(self) -> Skema:
        penempatan, indikator = [], {}
        for o in self.orang:
            for u, bulan in o.bulan.items():
                mulai = date(TAHUN, bulan[0], 1) if bulan[0] > 1 else None
                selesai = Bulan(TAHUN, bulan[-1]).hari_terakhir if bulan[-1] < 12 else None
                penempatan.append(Penempatan(o.nip, "Fiksi", u, mulai=mulai, selesai=selesai))
                indikator |= {b.kode: _indikator(b) for b in o.butir[u]}
        return Skema({u: Unit(u, f"Unit {u}", "Uji") for u in UNIT}, tuple(penempatan), indikator)

    def _isian(self, skema: Skema, unit: str) -> IsianUnit:
        isian, milik = IsianUnit(skema.unit[unit]), [o for o in self.orang if unit in o.bulan]
        target = [
            {"nip": o.nip, "kode_indikator": b.kode, "bobot": float(b.bobot)}
            | {_BULAN[k - 1]: float(v) for k, v in b.target.items()}
            for o in milik for b in o.butir[unit]
        ]  # fmt: skip
        isian.target = _tabel(
            "Target", f"target/{unit}.xlsx", ["nip", "kode_indikator", "bobot", *_BULAN], target
        )
        for nomor in sorted(self.ada[unit]):
            bulan, ada = Bulan(TAHUN, nomor), [o for o in milik if nomor in o.bulan[unit]]
            berkas = f"capaian/{bulan.kode}/{unit}.xlsx"
            realisasi = [
                {"nip": o.nip, "kode_indikator": b.kode, **_isi_realisasi(b, nomor)}
                for o in ada for b in o.butir[unit] if nomor in b.realisasi
            ]  # fmt: skip
            isian.capaian[bulan] = _tabel(
                "Capaian", berkas, ["nip", "kode_indikator", "realisasi", *KUNCI_RASIO], realisasi
            )
            perilaku = [_baris_perilaku(o, unit, nomor) for o in ada]
            kolom = ["nip", *KUNCI_ASPEK, KUNCI_RATING, KUNCI_IDE]
            isian.perilaku[bulan] = _tabel("Perilaku", berkas, kolom, perilaku)
        return isian


def _indikator(b: Butir) -> Indikator:
    return Indikator(
        b.kode, b.kode, "buah", Polaritas(b.polaritas), Agregasi(b.agregasi), aspek=b.aspek,
        batas_atas=float(b.batas_atas) if b.batas_atas else None,
        nilai_terburuk=float(b.terburuk) if b.terburuk else None,
    )  # fmt: skip


def _isi_realisasi(butir: Butir, bulan: int) -> dict[str, float]:
    """Return what a month's row holds: a realisasi, or of a ratio what it is made of."""
    if butir.agregasi != "Rasio":
        return {"realisasi": float(butir.realisasi[bulan])}
    return dict(zip(KUNCI_RASIO, map(float, butir.realisasi[bulan].split("/")), strict=True))


def _baris_perilaku(orang: Orang, unit: str, bulan: int) -> dict[str, object]:
    isi = orang.perilaku.get((unit, bulan), [])
    kunci = [KUNCI_RATING] if len(isi) == 1 else KUNCI_ASPEK[: len(isi)]
    sel = dict(zip(kunci, map(sel_perilaku, isi), strict=True))
    return {"nip": orang.nip, **sel, KUNCI_IDE: "Ya" if (unit, bulan) in orang.ide else ""}


def _tabel(formulir: str, berkas: str, kolom: list[str], baris: list[dict[str, object]]) -> Tabel:
    angka = {"bobot", "realisasi", *KUNCI_RASIO, *_BULAN}
    isi = {k: [b.get(k, None if k in angka else "") for b in baris] for k in kolom}
    letak = {k: 2 + n for n, k in enumerate(kolom)}
    return Tabel(formulir, berkas, formulir, letak, [8 + n for n in range(len(baris))], isi)


def _orang(acak: random.Random, nomor: int, aturan: str) -> Orang:
    nip = f"19800101{2000 + nomor // 900:04d}01{nomor % 2 + 1}{nomor % 900 + 100:03d}"
    satu, dua = acak.sample(UNIT, 2)
    batas = acak.randint(2, 12)
    bulan = {satu: list(range(1, 13))}
    if acak.random() < 0.3:
        bulan = {satu: list(range(1, batas)), dua: list(range(batas, 13))}
    butir = {u: _butir_asn(acak, f"{nomor}{u}", aturan) for u in bulan}
    pilihan = acak.choice([[ATAS, SESUAI, BAWAH], [ATAS, ATAS, SESUAI], [BAWAH, BAWAH, SESUAI]])
    perilaku = {
        (u, b): _perilaku(acak, aturan, pilihan) for u in bulan for b in bulan[u] if acak.random() < 0.9
    }
    ide = {(u, b) for u in bulan for b in bulan[u] if acak.random() < 0.08}
    return Orang(nip, bulan, butir, perilaku, ide)


def _perilaku(acak: random.Random, aturan: str, pilihan: list[str]) -> list[str]:
    def satu() -> str:
        if aturan in BERANGKA and acak.random() < 0.8:
            return acak.choice(
                [f"{acak.randint(40, 120)}", f"{acak.uniform(80, 110):.2f}", "90", "89.99", "100", "100.01"]
            )
        return acak.choice(pilihan)

    return [satu() for _ in range(7)] if acak.random() < 0.4 else [satu()]


def _butir_asn(acak: random.Random, awalan: str, aturan: str) -> list[Butir]:
    banyak = acak.randint(1, 4)
    potong = sorted(acak.sample(range(1, 200), banyak - 1))
    bobot = [f"{(z - a) / 2:g}" for a, z in zip([0, *potong], [*potong, 200], strict=True)]
    return [_butir(acak, f"IK-{awalan}-{n}", b, aturan) for n, b in enumerate(bobot)]


def _butir(acak: random.Random, kode: str, bobot: str, aturan: str) -> Butir:
    polaritas = acak.choice(["Maksimal", "Minimal", "Stabil"])
    aspek = acak.choice(["Kuantitas", "Kualitas", "Waktu", "Biaya"])
    agregasi = acak.choice(["Jumlah", "Rata-rata", "Nilai Akhir", "Rasio"])
    butir = Butir(kode, polaritas, aspek, agregasi, bobot, None, None)
    dasar = acak.choice([acak.randint(1, 12), acak.randint(1, 200), acak.randint(1000, 90_000)])
    if polaritas == "Maksimal" and acak.random() < 0.4:
        butir.batas_atas = str(dasar if acak.random() < 0.6 else 2 * dasar)
    minus = "-" if polaritas == "Maksimal" and aturan != "perka-bkn-1-2013" and acak.random() < 0.05 else ""
    padat = acak.choice([0.3, 1.0, 1.0])
    for b in range(1, 13):
        if acak.random() < padat:
            target = (
                str(dasar)
                if butir.batas_atas or acak.random() < 0.5
                else f"{dasar * acak.uniform(0.8, 1.2):.1f}"
            )
            butir.target[b] = f"{minus}{target}"
            if acak.random() > 0.003:
                isi = _rasio if agregasi == "Rasio" else _realisasi
                butir.realisasi[b] = isi(acak, butir.target[b])
    return butir


def _rasio(acak: random.Random, target: str) -> str:
    """Return what a month counts above and below the line, often so that the target is just met."""
    bawah = acak.choice([acak.randint(1, 40), acak.randint(100, 5000)])
    tepat = float(target) * bawah / 100
    atas = tepat if acak.random() < 0.4 else tepat * acak.uniform(0.6, 1.3)
    return f"{atas:.{acak.choice([0, 2])}f}/{bawah}"


def _realisasi(acak: random.Random, target: str) -> str:
    if acak.random() < 0.5:
        return f"{float(target) * float(acak.choice(_TEPI)):.10g}"
    return f"{float(target) * acak.uniform(0.5, 1.4):.{acak.choice([0, 1, 3])}f}"
