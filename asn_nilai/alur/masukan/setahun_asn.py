"""Each ASN's year as the results of its months say it, read back from hasil/."""

from collections import defaultdict
from collections.abc import Iterator
from math import nan

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.hasil.setahun import BulanAsn, CapaianIndikator, SetahunAsn
from asn_nilai.acuan.hasil.tindak_lanjut import ANGKA_KREDIT, IDE_BARU, KOLOM_TINDAK_LANJUT, PEMBINAAN
from asn_nilai.acuan.isian.orang.nip import nip_utuh
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.alur.konteks import Konteks
from asn_nilai.terbit.data.csv_hasil import (
    NILAI_CSV,
    RINCIAN_CSV,
    TINDAK_LANJUT_CSV,
    baca_csv,
    isi_baris,
)

Baris = dict[str, str]
_SEMUA_BULAN = 12


class PembacaSetahun:
    """Reads the files of each month once, and of the period itself."""

    def __init__(self, konteks: Konteks) -> None:
        self._konteks = konteks
        akhir = konteks.periode.bulan[-1]
        self._bulan = [Bulan(akhir.tahun, nomor) for nomor in range(1, akhir.bulan + 1)]
        self._nilai = {bulan: self._baca(bulan.periode, NILAI_CSV, KOLOM_NILAI) for bulan in self._bulan}
        self._lanjut = {
            bulan: self._baca(bulan.periode, TINDAK_LANJUT_CSV, KOLOM_TINDAK_LANJUT) for bulan in self._bulan
        }
        self._nilai_ini = self._baca(konteks.periode, NILAI_CSV, KOLOM_NILAI)
        self._lanjut_ini = self._baca(konteks.periode, TINDAK_LANJUT_CSV, KOLOM_TINDAK_LANJUT)
        self._rincian = self._baca(konteks.periode, RINCIAN_CSV, KOLOM_RINCIAN)
        self._berikut = Bulan(akhir.tahun, akhir.bulan + 1) if akhir.bulan < _SEMUA_BULAN else None
        berikut = self._berikut.periode if self._berikut else None
        self._rincian_berikut = self._baca(berikut, RINCIAN_CSV, KOLOM_RINCIAN) if berikut else {}

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
        lanjut = self._lanjut_ini.get(siapa, [])
        rencana = next((ini for ini in lanjut if ini["jenis"] == PEMBINAAN), None)
        dikuatkan = self._dikuatkan(self._rincian, siapa, rencana)
        kode = {milik.kode for milik in dikuatkan}
        berikut = {m.kode: m for m in self._indikator(self._rincian_berikut, siapa) if m.kode in kode}
        kredit = [k for bulan in self._bulan for k in self._kredit(bulan, siapa)]
        atasan = self._atasan(isi["nip"], unit.kode)
        return SetahunAsn(
            isi["nip"], isi["nama"], isi["jabatan"], unit.nama, atasan[0], atasan[1],
            tuple(self._sebulan(bulan, siapa) for bulan in self._bulan),
            rencana["alasan"] if rencana else "", dikuatkan, berikut,
            self._berikut.label if berikut and self._berikut else "",
            tuple(ini["alasan"] for bulan in self._bulan for ini in self._lanjut[bulan].get(siapa, []) if ini["jenis"] == IDE_BARU),
            kredit[-1]["jenjang"] if kredit else "", _angka(kredit[-1]["koefisien"]) if kredit else nan,
        )  # fmt: skip

    def _sebulan(self, bulan: Bulan, siapa: str) -> BulanAsn:
        baris = [isi for isi in self._nilai[bulan].get(siapa, []) if isi["status"] != PINDAH]
        if len(baris) != 1:  # none, or two people who cannot be told apart
            return BulanAsn(bulan.label)
        (isi,) = baris
        kredit = self._kredit(bulan, siapa)
        return BulanAsn(
            bulan.label, _angka(isi["nilai_hasil_kerja"]), isi["rating_hasil_kerja"], isi["rating_perilaku"], isi["predikat"],
            _angka(kredit[-1]["angka_kredit"]) if kredit else nan,
        )  # fmt: skip

    def _kredit(self, bulan: Bulan, siapa: str) -> list[Baris]:
        semua = self._lanjut[bulan].get(siapa, [])
        return [isi for isi in semua if isi["jenis"] == ANGKA_KREDIT and isi["angka_kredit"]]

    def _dikuatkan(
        self, rincian: dict[str, list[Baris]], nip: str, rencana: Baris | None
    ) -> tuple[CapaianIndikator, ...]:
        """Return the indicators that the proposal names, lowest first."""
        if rencana is None:
            return ()
        disebut = f"; {rencana['indikator']}"
        milik = [m for m in self._indikator(rincian, nip) if f"; {m.kode} " in disebut]
        return tuple(sorted(milik, key=lambda ini: ini.capaian))

    def _indikator(self, rincian: dict[str, list[Baris]], nip: str) -> Iterator[CapaianIndikator]:
        dikenal = self._konteks.skema.indikator
        for isi in rincian.get(nip, []):
            kode = isi["kode_indikator"]
            nama = dikenal[kode].nama if kode in dikenal else ""
            angka = (_angka(isi[kunci]) for kunci in ("target", "realisasi", "capaian"))
            yield CapaianIndikator(kode, nama, isi["satuan"], *angka)

    def _atasan(self, nip: str, kode: str) -> tuple[str, str]:
        penempatan = self._konteks.skema.penempatan_asn
        milik = [p for p in penempatan.get(nip, ()) if p.kode_unit == kode]
        nomor = milik[-1].nip_atasan if milik else ""
        nama = penempatan.get(nomor, ())
        return nomor, nama[-1].nama if nama else ""


def _siapa(isi: Baris) -> str:
    """Return whose row it is: the NIP; of people without a whole one number, name and unit, for many may have none."""
    nip = isi["nip"]
    return nip if nip_utuh(nip) else f"{nip} {isi.get('nama', '')} {isi['kode_unit']}"


def _angka(teks: str) -> float:
    return float(teks) if teks else nan
