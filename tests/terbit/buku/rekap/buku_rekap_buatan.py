"""A small made-up recap. Counts, means and ranks are worked out here anew, on fractions, without the program's help."""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from math import nan

from peringkat_tangan import UnitTangan, kedudukan_tangan

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.hasil.tindak_lanjut import KreditAsn
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.bahan import BarisTindakLanjut
from asn_nilai.acuan.rekap.baris import AsnRekap, IndikatorUnit, TitikUnit
from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, Keadilan, KelompokKeadilan, PenilaiPerilaku
from asn_nilai.acuan.rekap.kedudukan import AsnSama, Kedudukan
from asn_nilai.acuan.rekap.rekap import (
    BulanRekap,
    Gerak,
    IndikatorRekap,
    KreditRekap,
    Rekap,
    UnitRekap,
    UsulanOrganisasi,
)
from asn_nilai.hitung.nilai.distribusi import bandingkan_panduan, bandingkan_panduan_unit
from asn_nilai.hitung.rekap.sorotan import susun_sorotan

ATAS, SESUAI = "Di Atas Ekspektasi", "Sesuai Ekspektasi"
BULAN = tuple(Bulan(2026, nomor) for nomor in range(1, 5))
TANPA_HASIL = 1
"""Number of the month that has no results: February."""
CAKUPAN = 60
"""Percent of its ASN that must be scored for a rank: four of five are, and three of five still."""
KOSONG = {
    "naik": (), "turun": (), "dua_bulan_bawah": (), "dibandingkan": None, "indikator": (), "penghargaan": (),
    "pembinaan": (), "angka_kredit": (), "usang": (), "catatan": (), "panduan": (),
    "asn_sama": None,
}  # fmt: skip
"""What a recap lacks in which nobody was scored."""


@dataclass
class Asn:
    """An ASN: printed NHK as typed (blank for none), predikat, status, NHK of the months."""

    nip: str
    nama: str
    nhk: str
    predikat: str
    status: str = "Dinilai"
    bulan: tuple[str, ...] = ("", "", "", "")
    perilaku: str = SESUAI
    alasan: str = ""


@dataclass
class Unit:
    kode: str
    nama: str
    asn: list[Asn]
    jenis: str = "Dinas"
    status: str = "lengkap"
    bulan_status: tuple[str, ...] = ("lengkap", "", "lengkap", "lengkap")
    usang: tuple[int, ...] = ()


def nip(nomor: int) -> str:
    return f"19800101200501{nomor:04d}"


def kota() -> list[Unit]:
    """Four units: a tie of printed means, one small, one that moved an ASN on, one that has not submitted.

    The last one's kind is written in small letters, as happens in registers.
    """
    return [
        Unit(
            "DINKES",
            "Dinas Kesehatan",
            [
                Asn(nip(1), "Andi", "100.01", "Sangat Baik", bulan=("99.5", "", "98", "100.01")),
                Asn(nip(2), "Beni", "89.99", "Butuh Perbaikan", bulan=("80", "", "85.25", "89.99")),
                Asn(nip(3), "Citra", "96", "Baik", bulan=("97", "", "", "96")),
                Asn(nip(4), "Dewi", "93.33", "Belum Dinilai", "Belum Dinilai", alasan="perilaku-kosong"),
                Asn(nip(5), "Eko", "110", "Baik", "Pindah", bulan=("110", "", "110", "110")),
                Asn(nip(6), "Fitri", "95.01", "Baik", bulan=("90", "", "96", "95.01")),
            ],
            usang=(2,),
        ),
        Unit(
            "O'HARA",
            "Badan 'Kutip' & Kawan",
            [
                Asn(nip(11 + n), f"Gita {n}", "95.25", "Baik", bulan=("94", "", "95", "95.25"))
                for n in range(6)
            ],
            jenis="Badan",
        ),
        Unit(
            "KEL-1",
            "Kelurahan Satu",
            [Asn(nip(21), "Hadi", "95.25", "Baik", bulan=("", "", "99", "95.25"))],
            jenis="Kelurahan",
        ),
        Unit(
            "DLH",
            "Dinas Lingkungan Hidup",
            [
                Asn(
                    nip(31),
                    "Indra",
                    "",
                    "Belum Dinilai",
                    "Belum Dinilai",
                    perilaku="",
                    alasan="berkas-hilang",
                )
            ],
            jenis="dinas",
            status="belum setor",
            bulan_status=("belum setor", "", "lengkap", "belum setor"),
        ),
    ]


def bulat(angka: Fraction) -> float:
    """Return a number rounded half away from zero to two decimals (no negative ones here)."""
    return float(Fraction(int(angka * 100 + Fraction(1, 2)), 100))


def rata(semua: list[str]) -> float:
    return bulat(sum(map(Fraction, semua), Fraction(0)) / len(semua)) if semua else nan


def _angka(teks: str) -> float:
    return float(teks) if teks else nan


def _asn(orang: Asn, *, akhir: bool) -> AsnRekap:
    return AsnRekap(
        orang.nip, orang.nama, "Analis Kebijakan", _angka(orang.nhk), SESUAI if orang.nhk else "", orang.perilaku,
        _angka(orang.nhk) if akhir else nan, orang.predikat, orang.status, orang.alasan, tuple(map(_angka, orang.bulan)),
        tuple("Baik" if b else "" for b in orang.bulan), ("berkas-hilang",) if orang.alasan == "berkas-hilang" else (),
        _angka(orang.perilaku) if orang.perilaku[:1].isdigit() else nan,
    )  # fmt: skip


def _nhk_bulan(unit: Unit, nomor: int) -> list[str]:
    if nomor == len(BULAN) - 1:
        return [orang.nhk for orang in unit.asn if orang.status == "Dinilai"]
    return [orang.bulan[nomor] for orang in unit.asn if orang.status != "Pindah" and orang.bulan[nomor]]


def _titik(unit: Unit, nomor: int) -> TitikUnit:
    nhk = _nhk_bulan(unit, nomor)
    jumlah = float(sum(map(Fraction, nhk), Fraction(0)))
    usang = nomor in unit.usang
    return TitikUnit(rata(nhk), len(nhk), len(unit.asn), unit.bulan_status[nomor], usang, jumlah)


def _bulan(unit: list[Unit], nomor: int) -> BulanRekap:
    sebab = "belum ada di ruang kerja ini" if nomor == TANPA_HASIL else ""
    usang = tuple(u.kode for u in unit if nomor in u.usang)
    return BulanRekap(BULAN[nomor], sebab, usang, rata([nhk for u in unit for nhk in _nhk_bulan(u, nomor)]))


def _tangan(unit: Unit) -> UnitTangan:
    belum = [orang for orang in unit.asn if orang.status in {"Belum Dinilai", "Sementara"}]
    terakhir = [next((Fraction(b) for b in reversed(orang.bulan) if b), None) for orang in belum]
    dinilai = [Fraction(orang.nhk) for orang in unit.asn if orang.status == "Dinilai"]
    return UnitTangan(dinilai, terakhir, (), unit.jenis)


def _sama(unit: list[Unit]) -> AsnSama | None:
    """Return the ASN scored in March and April."""
    dua = [
        (o.bulan[2], o.bulan[3])
        for u in unit
        for o in u.asn
        if o.status != "Pindah" and o.bulan[2] and o.bulan[3]
    ]
    if not dua:
        return None
    dinilai = [sum(len(_nhk_bulan(u, nomor)) for u in unit) for nomor in (2, 3)]
    return AsnSama(len(dua), rata([a for a, _ in dua]), rata([z for _, z in dua]), dinilai == [len(dua)] * 2)


def _unit(unit: Unit, kedudukan: Kedudukan, *, akhir: bool) -> UnitRekap:
    nhk = [orang.nhk for orang in unit.asn if orang.status == "Dinilai"]
    dihitung = [orang for orang in unit.asn if orang.status != "Pindah"]
    predikat = [orang.predikat for orang in unit.asn if orang.status == "Dinilai"]
    ini = rata(nhk)
    ringkas = RingkasUnit(
        unit.kode, unit.nama, unit.jenis, len(dihitung), len(nhk),
        float(sum(map(Fraction, nhk), Fraction(0)) / len(nhk)) if nhk else nan, float(sum(map(Fraction, nhk), Fraction(0))),
        {p: predikat.count(p) for p in predikat}, status=unit.status, pindah=len(unit.asn) - len(dihitung),
        sementara=sum(orang.status == "Sementara" for orang in unit.asn),
    )  # fmt: skip
    return UnitRekap(
        ringkas,
        tuple(_asn(orang, akhir=akhir) for orang in unit.asn),
        ini,
        kedudukan,
        len(nhk) < 5,
        tuple(_titik(unit, nomor) for nomor in range(len(BULAN))),
        unit.bulan_status.count("belum setor"),
        bool(unit.usang),
        _sama([unit]),
    )


def _gerak(unit: Unit, orang: Asn) -> Gerak:
    awal, akhir = Fraction(orang.bulan[2]), Fraction(orang.bulan[3])
    return Gerak(
        orang.nip, orang.nama, unit.kode, BULAN[2], BULAN[3], float(awal), float(akhir), float(akhir - awal),
        "Butuh Perbaikan", orang.predikat,
    )  # fmt: skip


def _indikator(
    kode: str, nama: str, rata_rata: float, unit: list[Unit], *, tertinggal: bool
) -> IndikatorRekap:
    return IndikatorRekap(
        kode, nama, "persen", "Maksimal", 7, rata_rata, 3 if tertinggal else 0, "Tinggi", tertinggal,
        (rata_rata - 1, nan, rata_rata, rata_rata), tuple(IndikatorUnit(u.kode, 2, rata_rata) for u in unit[:4]),
    )  # fmt: skip


def _keadilan() -> Keadilan:
    kelompok = (
        KelompokKeadilan("Perempuan", 12, 95.5, 0.4, 0.1, 0.7, "sedang", jelas=True),
        KelompokKeadilan("Laki-laki", 14, 94.0, -0.4, -0.7, -0.1, "sedang", jelas=True),
    )
    lain = (KelompokKeadilan("PNS", 25, 95.0), KelompokKeadilan("PPPK", 11, 95.0, 0.01, -0.2, 0.2, "kecil"))
    penilai = (
        PenilaiPerilaku(nip(2), "Beni", "DINKES", 10, {ATAS: 4, SESUAI: 6}, False, 0.25, False),  # noqa: FBT003
        PenilaiPerilaku(nip(1), "Andi", "DINKES", 12, {ATAS: 12, SESUAI: 0}, True, 1.5, True, "Semua sama."),  # noqa: FBT003
    )
    dimensi = (DimensiKeadilan("Jenis kelamin", kelompok, 1, 3, 2), DimensiKeadilan("Jenis ASN", lain))
    return Keadilan(
        dimensi,
        penilai,
        26,
        0.25,
        "tingkat",
        4,
        1,
        1000,
        ("Perbedaan bukan bukti.",),
        "Patut ditanyakan: Andi.",
    )


def rekap_buatan(
    unit: list[Unit] | None = None,
    *,
    aturan: str = "permenpanrb-6-2022",
    usang=None,
    cakupan: int = CAKUPAN,
    **ganti: object,
) -> Rekap:
    """Return a recap of April 2026 with every kind of entry; `usang` is what is stale, `ganti` replaces fields."""
    profil = muat_aturan(aturan)
    isi = [_menurut(u, profil) for u in (kota() if unit is None else unit)]
    semua = kedudukan_tangan([_tangan(u) for u in isi], cakupan)
    jadi = tuple(
        _unit(u, kedudukan, akhir=profil.nilai_akhir is not None)
        for u, kedudukan in zip(isi, semua, strict=True)
    )
    bulan = tuple(_bulan(isi, nomor) for nomor in range(len(BULAN)))
    dua = [(u, a) for u in isi for a in u.asn if a.bulan[2] and a.bulan[3] and a.status == "Dinilai"]
    gerak = [_gerak(u, a) for u, a in dua]
    predikat = Counter(a.predikat for u in isi for a in u.asn if a.status == "Dinilai")
    organisasi = "Baik" if profil.distribusi and profil.distribusi.panduan else ""
    pertama, nip_pertama = isi[0].kode, isi[0].asn[0].nip if isi[0].asn else nip(0)
    kredit = KreditAsn(nip_pertama, "Andi", "Dokter", "Ahli Muda", "Baik", 100, 25, 1, 0, 2.08)
    kolom = {
        "instansi": "Pemerintah Kota Contoh",
        "periode": Periode.dari_teks("2026-04"),
        "aturan": profil,
        "terpilih": False,
        "bulan": bulan,
        "unit": jadi,
        "indikator": (
            _indikator("IK-01", "Layanan tepat waktu", 80.5, isi, tertinggal=True),
            _indikator("IK-02", "Laporan selesai", 98.25, isi, tertinggal=False),
        ),
        "naik": tuple(g for g in gerak if g.selisih > 0),
        "turun": tuple(g for g in gerak if g.selisih < 0),
        "dua_bulan_bawah": tuple(gerak[:1]),
        "dibandingkan": (BULAN[2], BULAN[3]),
        "organisasi": organisasi,
        "panduan": tuple(bandingkan_panduan(predikat, organisasi, profil)),
        "usulan_organisasi": (
            (UsulanOrganisasi(pertama, ("IK-01", "IK-02"), 95.5, "Baik", organisasi),) if organisasi else ()
        ),
        "panduan_unit": tuple(
            bandingkan_panduan_unit(
                Counter(a.predikat for a in isi[0].asn if a.status == "Dinilai"), pertama, organisasi, profil
            )
        ),
        "penghargaan": (BarisTindakLanjut(pertama, nip_pertama, "Andi", "penghargaan", "Predikat terbaik."),),
        "ide_baru": (BarisTindakLanjut(pertama, nip_pertama, "Andi", "ide baru", "=1+1 <b>Antrean</b>"),),
        "pembinaan": (
            BarisTindakLanjut(pertama, nip_pertama, "Andi", "pembinaan", "Perlu didukung.", ("IK-01 Layanan (80,5)", "IK-02 Laporan (81)")),
            BarisTindakLanjut(pertama, nip(99), "Tak Terdaftar", "pembinaan", "Perlu didukung."),
        ),
        "angka_kredit": (
            KreditRekap(pertama, kredit),
            KreditRekap(pertama, KreditAsn(nip(2), "Beni", "Bidan", keterangan="Belum dinilai.")),
        ),
        "keadilan": _keadilan(),
        "pengaturan": PengaturanRekap(cakupan_peringkat=cakupan),
        "asn_sama": _sama(isi),
        "catatan": ("Hasil Februari 2026 belum ada di ruang kerja ini. Bulan itu kosong di rekap ini, bukan nol.",),
    }  # fmt: skip
    isi_rekap = {**kolom, **ganti}
    if usang is None:
        usang = [(Periode.dari_teks("2026-03"), {pertama: ("capaian/2026-03/DINKES.xlsx",)})]
    sorotan = susun_sorotan(jadi, bulan, isi_rekap["indikator"], usang)
    return Rekap(**isi_rekap, sorotan=sorotan)


def _menurut(unit: Unit, aturan: Aturan) -> Unit:
    """Return a unit in the words of a rule: its own predikat, and behaviour as it stands in nilai.csv."""
    perilaku = aturan.perilaku_angka and not aturan.perilaku.label
    dikenal = (*aturan.predikat.urutan, "Belum Dinilai")
    asn = [
        replace(
            orang,
            predikat=orang.predikat if orang.predikat in dikenal else "Cukup",
            perilaku="92.5" if perilaku and orang.perilaku else orang.perilaku,
        )
        for orang in unit.asn
    ]
    return replace(unit, asn=asn)
