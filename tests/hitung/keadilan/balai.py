"""A small invented office for Keadilan: registers and scores of ASN of whom only what matters is said."""

from dataclasses import dataclass, field

import pandas as pd

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.hitung.keadilan.keadilan import ukur_keadilan

ATURAN = muat_aturan("permenpanrb-6-2022")
MEI = Periode.dari_teks("2026-05")
ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
PENGATURAN = PengaturanRekap(ulangan=100)


@dataclass
class Balai:
    """Collects ASN; `keadilan` measures them."""

    unit: dict[str, Unit] = field(default_factory=lambda: {"A": Unit("A", "Dinas A", "Dinas")})
    penempatan: list[Penempatan] = field(default_factory=list)
    baris: list[dict[str, object]] = field(default_factory=list)

    def asn(
        self, nhk, *, lahir="19850615", kelamin="1", nip="", perilaku=SESUAI, rating=SESUAI, status=DINILAI, kode="A", **tempat
    ):  # fmt: skip
        """Add one ASN; `tempat` are fields of the placement. Returns the NIP."""
        nip = nip or f"{lahir}201001{kelamin}{len(self.baris) % 1000:03d}"
        self.penempatan.append(
            Penempatan(nip, tempat.pop("nama", f"Orang {len(self.baris)}"), kode, **tempat)
        )
        self.baris.append(
            dict.fromkeys(KOLOM_NILAI, "")
            | {"nip": nip, "kode_unit": kode, "nilai_hasil_kerja": nhk, "rating_hasil_kerja": rating}
            | {"rating_perilaku": perilaku, "status": status}
        )
        return nip

    def banyak(self, jumlah, nhk=95.0, **isi):
        """Add so many ASN, each a hundredth of a point above the one before."""
        for n in range(jumlah):
            self.asn(round(nhk + n / 100, 2), **isi)

    @property
    def skema(self):
        return Skema(self.unit, tuple(self.penempatan), {})

    @property
    def nilai(self):
        return pd.DataFrame(self.baris, columns=KOLOM_NILAI).astype({"nilai_hasil_kerja": float})

    def keadilan(self, aturan=ATURAN, pengaturan=PENGATURAN, periode=MEI, menyimpang=(), menilai_diri=0):
        return ukur_keadilan(self.nilai, self.skema, periode, aturan, pengaturan, menyimpang, menilai_diri)

    def dimensi(self, judul, **isi):
        return next(dimensi for dimensi in self.keadilan(**isi).dimensi if dimensi.judul == judul)
