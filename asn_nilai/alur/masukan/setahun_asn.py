"""Each ASN's year as the results of its months say it, read back from hasil/."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import nan

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.hasil.setahun import BulanAsn, CapaianIndikator, RencanaPerbaikan, SetahunAsn
from asn_nilai.acuan.hasil.tindak_lanjut import ANGKA_KREDIT, IDE_BARU, KOLOM_TINDAK_LANJUT, PEMBINAAN
from asn_nilai.acuan.isian.orang.nip import nip_utuh
from asn_nilai.acuan.isian.register.penandatangan import penilai
from asn_nilai.acuan.isian.skema import KebutuhanKredit, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks, catatan_hasil
from asn_nilai.alur.riwayat.versi import baca_versi, versi_manifes
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TINDAK_LANJUT_CSV, baca_csv, isi_baris
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV

Baris = dict[str, str]


class PembacaSetahun:
    """Reads the files of each month once, and of the period itself."""

    def __init__(self, konteks: Konteks) -> None:
        self._konteks = konteks
        akhir = konteks.periode.bulan[-1]
        setahun = Periode.setahun(akhir.tahun).bulan
        self._bulan = setahun[: akhir.bulan]
        self._berikut = dict(pairwise(setahun))
        self._nilai = {
            bulan: self._baca(bulan.periode, NILAI_CSV, KOLOM_NILAI) for bulan in setahun[: akhir.bulan + 1]
        }
        self._lanjut = {
            bulan: self._baca(bulan.periode, TINDAK_LANJUT_CSV, KOLOM_TINDAK_LANJUT) for bulan in self._bulan
        }
        self._nilai_ini = self._baca(konteks.periode, NILAI_CSV, KOLOM_NILAI)
        self._lanjut_ini = self._baca(konteks.periode, TINDAK_LANJUT_CSV, KOLOM_TINDAK_LANJUT)
        self._versi: dict[Bulan, VersiTerkunci | None] = {}
        self._rincian: dict[str, dict[str, list[Baris]]] = {}

    def _baca(self, periode: Periode, nama: str, kolom: tuple[str, ...]) -> dict[str, list[Baris]]:
        """Return the rows of one of a period's files by whose they are; none where it is not there."""
        berkas = self._konteks.ruang.folder_hasil(periode) / nama
        hasil: dict[str, list[Baris]] = defaultdict(list)
        for semua in baca_csv(berkas, kolom, "nip").values():
            for isi in isi_baris(kolom, semua):
                hasil[_siapa(isi)].append(isi)
        return hasil

    def unit(self, unit: Unit) -> Iterator[SetahunAsn]:
        """Yield the ASN whose score of the period stands in a unit, in the order of its workbook."""
        for siapa, semua in self._nilai_ini.items():
            for isi in semua:
                if isi["kode_unit"] == unit.kode and isi["status"] != PINDAH:
                    yield self._asn(siapa, isi, unit)

    def _asn(self, siapa: str, isi: Baris, unit: Unit) -> SetahunAsn:
        kredit = [
            k for bulan in self._bulan for k in self._lanjutan(self._lanjut[bulan], siapa, ANGKA_KREDIT)
        ]
        berangka = [k for k in kredit if k["angka_kredit"]]
        ide = (i for bulan in self._bulan for i in self._lanjutan(self._lanjut[bulan], siapa, IDE_BARU))
        atasan = penilai(isi["nip"], unit.kode, self._konteks.skema, self._konteks.periode)
        bulanan = (self._rencana(bulan.periode, self._lanjut[bulan], siapa) for bulan in self._bulan)
        return SetahunAsn(
            isi["nip"], isi["nama"], isi["jabatan"], unit.nama, atasan.nip, atasan.nama,
            tuple(self._sebulan(bulan, siapa) for bulan in self._bulan),
            self._rencana(self._konteks.periode, self._lanjut_ini, siapa),
            tuple(rencana for rencana in bulanan if rencana),
            tuple(i["alasan"] for i in ide),
            berangka[-1]["jenjang"] if berangka else "", _angka(berangka[-1]["koefisien"]) if berangka else nan,
            kredit[-1]["alasan"] if kredit and not berangka else "",
            self._konteks.skema.kredit.get(isi["nip"], KebutuhanKredit()),
        )  # fmt: skip

    def _rencana(
        self, periode: Periode, lanjut: dict[str, list[Baris]], siapa: str
    ) -> RencanaPerbaikan | None:
        """Return what a period proposes for an ASN, and what the month after says of the same."""
        usulan = next(iter(self._lanjutan(lanjut, siapa, PEMBINAAN)), None)
        if usulan is None:
            return None
        disebut = f"; {usulan['indikator']}"
        milik = [m for m in self._indikator(periode, siapa) if f"; {m.kode} " in disebut]
        rencana = RencanaPerbaikan(
            periode.label, usulan["alasan"], tuple(sorted(milik, key=lambda ini: ini.capaian))
        )
        berikut = self._berikut.get(periode.bulan[-1])
        sesudah = self._sebulan(berikut, siapa) if berikut else None
        if berikut is None or sesudah is None or not sesudah.predikat:
            return rencana
        kode = {ini.kode for ini in milik}
        capaian = {ini.kode: ini for ini in self._indikator(berikut.periode, siapa) if ini.kode in kode}
        return replace(
            rencana, bulan_berikut=berikut.label, berikut=capaian, predikat_berikut=sesudah.predikat
        )

    def _sebulan(self, bulan: Bulan, siapa: str) -> BulanAsn:
        baris = [isi for isi in self._nilai[bulan].get(siapa, []) if isi["status"] != PINDAH]
        if len(baris) != 1:  # none, or two people who cannot be told apart
            penempatan = self._konteks.skema.penempatan_asn.get(siapa, ())
            luar = bool(penempatan) and not any(tempat.pada(bulan) for tempat in penempatan)
            return BulanAsn(bulan.label, ditempatkan=not luar)
        (isi,) = baris
        kredit = self._lanjutan(self._lanjut.get(bulan, {}), siapa, ANGKA_KREDIT)
        return BulanAsn(
            bulan.label, _angka(isi["nilai_hasil_kerja"]), isi["rating_hasil_kerja"], isi["rating_perilaku"], isi["predikat"],
            _angka(kredit[-1]["angka_kredit"]) if kredit else nan, versi=self._versi_bulan(bulan),
        )  # fmt: skip

    def _versi_bulan(self, bulan: Bulan) -> VersiTerkunci | None:
        """Return the locked version that a month's results are, looked up once."""
        if bulan not in self._versi:
            ruang, periode = self._konteks.ruang, bulan.periode
            self._versi[bulan] = versi_manifes(baca_versi(ruang, periode), catatan_hasil(ruang, periode))
        return self._versi[bulan]

    @staticmethod
    def _lanjutan(lanjut: dict[str, list[Baris]], siapa: str, jenis: str) -> list[Baris]:
        return [isi for isi in lanjut.get(siapa, []) if isi["jenis"] == jenis]

    def _indikator(self, periode: Periode, siapa: str) -> Iterator[CapaianIndikator]:
        dikenal = self._konteks.skema.indikator
        if periode.kode not in self._rincian:
            self._rincian[periode.kode] = self._baca(periode, RINCIAN_CSV, KOLOM_RINCIAN)
        for isi in self._rincian[periode.kode].get(siapa, []):
            kode = isi["kode_indikator"]
            nama = dikenal[kode].nama if kode in dikenal else ""
            angka = (_angka(isi[kunci]) for kunci in ("target", "realisasi", "capaian"))
            yield CapaianIndikator(kode, nama, isi["satuan"], *angka)


def _siapa(isi: Baris) -> str:
    """Return whose row it is: the NIP; of people without a whole one number, name and unit, for many may have none."""
    nip = isi["nip"]
    return nip if nip_utuh(nip) else f"{nip} {isi.get('nama', '')} {isi['kode_unit']}"


def _angka(teks: str) -> float:
    return float(teks) if teks else nan
