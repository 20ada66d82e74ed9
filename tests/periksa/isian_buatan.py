"""A small unit whose tables are clean, for tests to break at one place: no files, and no table starts at A1."""

from dataclasses import dataclass, field
from datetime import date

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, KUNCI_RASIO, JenisIsi
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Frekuensi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.periksa import periksa_bahan, periksa_unit, susun_bahan

SITI, BUDI, ANDI = "198603152009032001", "199001102015021002", "197912012005011003"
NAMA = {SITI: "Siti Rahma, S.Kep.", BUDI: "Budi Koto", ANDI: "Andi Piliang"}
MARET = Bulan(2026, 3)
ATURAN = muat_aturan("permenpanrb-6-2022")
DI_ATAS, SESUAI, DI_BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"

# Where each table stands: first column and first data row, 0-based. Target begins at C10, Capaian at B8, Perilaku at D6.
TEMPAT = {"Target": (2, 9), "Capaian": (1, 7), "Perilaku": (3, 5)}

INDIKATOR = {
    indikator.kode: indikator
    for indikator in (
        Indikator(
            "KJ", "Kunjungan rumah", "kunjungan", Polaritas.MAKSIMAL, Agregasi.JUMLAH, JenisNilai.BULAT,
            batas_bawah=0, batas_atas=500, wajib_bukti=True,
        ),
        Indikator("WT", "Waktu tunggu", "menit", Polaritas.MINIMAL, Agregasi.RATA_RATA, batas_bawah=0),
        Indikator(
            "KP", "Kepuasan warga", "persen", Polaritas.MAKSIMAL, Agregasi.NILAI_AKHIR, JenisNilai.PERSEN,
            batas_atas=100, frekuensi=Frekuensi.TRIWULANAN,
        ),
        Indikator("SR", "Selisih anggaran", "persen", Polaritas.STABIL, Agregasi.JUMLAH),
        Indikator("KL", "Keluhan", "keluhan", Polaritas.MINIMAL, Agregasi.JUMLAH, nilai_terburuk=10),
        Indikator("LB", "Laba", "rupiah", Polaritas.MAKSIMAL, Agregasi.JUMLAH),
        Indikator("SP", "Sampah", "ton", Polaritas.MAKSIMAL, Agregasi.JUMLAH, berlaku_untuk=("Kelurahan", "Dinas")),
    )
}  # fmt: skip


def tabel(formulir, berkas, baris, *, tanpa=(), cacat=None, teks_kosong=None):
    """Make a Tabel from records; keys left out are blank, columns in `tanpa` stand on no sheet."""
    bentuk = FORMULIR[formulir]
    kolom_awal, baris_awal = TEMPAT[formulir]
    kosong = {k.kunci: None if k.jenis in {JenisIsi.ANGKA, JenisIsi.CAMPURAN} else "" for k in bentuk.kolom}
    isi = {
        kunci: [hampa if kunci in tanpa else isi.get(kunci, hampa) for isi in baris]
        for kunci, hampa in kosong.items()
    }
    return Tabel(
        formulir=formulir,
        berkas=berkas,
        lembar=bentuk.lembar,
        kolom={k: kolom_awal + n for n, k in enumerate(bentuk.kunci) if k not in tanpa},
        baris=[baris_awal + n for n in range(len(baris))],
        isi=isi,
        cacat=dict(cacat or {}),
        teks_kosong=dict(teks_kosong or {}),
    )


def baris_target(nip, kode, bobot, **bulan):
    indikator = INDIKATOR.get(kode)
    satuan = indikator.satuan if indikator else ""
    return {
        "nip": nip,
        "nama": NAMA.get(nip, ""),
        "kode_indikator": kode,
        "satuan": satuan,
        "bobot": bobot,
        **bulan,
    }


def baris_capaian(nip, kode, realisasi, **lain):
    indikator = INDIKATOR.get(kode)
    satuan = indikator.satuan if indikator else ""
    awal = {
        "nip": nip,
        "nama": NAMA.get(nip, ""),
        "kode_indikator": kode,
        "satuan": satuan,
        "bukti_dukung": f"BA-{kode}-{nip}",
    }
    return {**awal, "realisasi": realisasi, **lain}


def baris_perilaku(nip, rating=None, **aspek):
    return {"nip": nip, "nama": NAMA.get(nip, ""), "rating_perilaku": rating, **aspek}


def setahun(angka):
    return dict.fromkeys(KUNCI_BULAN, angka)


@dataclass
class Dunia:
    """Puskesmas PKM with Siti and Budi, each with two indicators all year; as created, there is nothing to find.

    Rows are records; tests change them and ask `temuan()`. Capaian and perilaku are by month number; `cacat` and
    `teks_kosong` by the sheet's short name, `Target` or `03/Capaian`.
    """

    penempatan: list = field(
        default_factory=lambda: [Penempatan(SITI, NAMA[SITI], "PKM"), Penempatan(BUDI, NAMA[BUDI], "PKM")]
    )
    target: list | None = field(
        default_factory=lambda: [
            baris_target(nip, kode, bobot, **setahun(angka), target_tahunan=tahunan)
            for nip in (SITI, BUDI)
            for kode, bobot, angka, tahunan in (("KJ", 60.0, 40.0, 480.0), ("WT", 40.0, 15.0, 15.0))
        ]
    )
    capaian: dict = field(default_factory=lambda: {bulan: capaian_bersih() for bulan in (1, 2, 3)})
    perilaku: dict = field(
        default_factory=lambda: {
            bulan: [baris_perilaku(SITI, SESUAI), baris_perilaku(BUDI, DI_ATAS)] for bulan in (1, 2, 3)
        }
    )
    indikator: dict = field(default_factory=lambda: dict(INDIKATOR))
    unit: Unit = field(default_factory=lambda: Unit("PKM", "Puskesmas Tigo Baleh", "Puskesmas"))
    terbaca: list = field(default_factory=list)
    cacat: dict = field(default_factory=dict)
    teks_kosong: dict = field(default_factory=dict)
    tanpa_kolom: tuple = ()

    def tambah(self, nip, kode, bobot, realisasi, **bulan):
        """Give an ASN one more indicator, in the target and in the capaian of the months that have one."""
        self.target.append(baris_target(nip, kode, bobot, **bulan))
        for nomor, baris in self.capaian.items():
            if KUNCI_BULAN[nomor - 1] in bulan:
                baris.append(baris_capaian(nip, kode, realisasi))

    def hanya_siti(self):
        """Leave Siti alone in the unit."""
        self.penempatan = self.penempatan[:1]
        self.target = self.target[:2]
        self.capaian = {bulan: baris[:2] for bulan, baris in self.capaian.items()}
        self.perilaku = {bulan: baris[:1] for bulan, baris in self.perilaku.items()}
        return self

    def skema(self):
        unit = {"PKM": self.unit, "DIN": Unit("DIN", "Dinas Kesehatan", "Dinas")}
        return Skema(unit, tuple(self.penempatan), self.indikator)

    def isian(self):
        def buat(formulir, baris, bulan=None):
            berkas = f"capaian/2026-{bulan:02}/PKM.xlsx" if bulan else "target/PKM.xlsx"
            nama = f"{bulan:02}/{formulir}" if bulan else formulir
            tanpa = self.tanpa_kolom if self._berasio() else (*self.tanpa_kolom, *KUNCI_RASIO)
            return tabel(
                formulir, berkas, baris,
                tanpa=tanpa, cacat=self.cacat.get(nama), teks_kosong=self.teks_kosong.get(nama),
            )  # fmt: skip

        return IsianUnit(
            self.unit,
            None if self.target is None else buat("Target", self.target),
            {Bulan(2026, nomor): buat("Capaian", baris, nomor) for nomor, baris in self.capaian.items()},
            {Bulan(2026, nomor): buat("Perilaku", baris, nomor) for nomor, baris in self.perilaku.items()},
            self.terbaca,
        )

    def _berasio(self):
        """Tell whether a ratio is counted, or somebody counts one; other sheets lack the columns, as most do."""
        isi = (
            baris.get(kunci) for semua in self.capaian.values() for baris in semua for kunci in KUNCI_RASIO
        )
        return any(ini.rasio for ini in self.indikator.values()) or any(angka is not None for angka in isi)

    def temuan(self, periode="2026-03", aturan=ATURAN):
        return list(periksa_unit(self.isian(), self.skema(), Periode.dari_teks(periode), aturan))

    def temuan_sementara(self, periode):
        """The findings where scores do without the months that are not in `capaian`."""
        dipilih = Periode.dari_teks(periode)
        bahan = susun_bahan(self.isian(), self.skema(), dipilih, ATURAN, sementara=True)
        return list(periksa_bahan(bahan))

    def ringkas(self, periode="2026-03"):
        """The findings as (code, place), the place short: `Target!L10`, `03/Capaian!I8`."""
        return [(temuan.kode, tempat(temuan.letak)) for temuan in self.temuan(periode)]


def capaian_bersih():
    return [
        baris_capaian(nip, kode, angka, target=target)
        for nip in (SITI, BUDI)
        for kode, angka, target in (("KJ", 41.0, 40.0), ("WT", 14.5, 15.0))
    ]


def tempat(letak):
    bulan = (
        letak.berkas.split("/")[1].removeprefix("2026-") + "/" if letak.berkas.startswith("capaian") else ""
    )
    return f"{bulan}{letak.lembar}{'!' if letak.sel else ''}{letak.sel}"


def temuan_baca(kode, berkas, lembar, sel, nip="", **isi):
    """A finding that reading has already given."""
    return temuan(kode, Letak(berkas, lembar, sel), unit="PKM", nip=nip, **isi)


def pindah(nip, *tempat_dan_tanggal):
    """Placements of an ASN who moved: (unit, start, end) each, dates as (month, day) or None."""
    return [
        Penempatan(
            nip, NAMA[nip], unit,
            mulai=date(2026, *mulai) if mulai else None, selesai=date(2026, *selesai) if selesai else None,
        )
        for unit, mulai, selesai in tempat_dan_tanggal
    ]  # fmt: skip
