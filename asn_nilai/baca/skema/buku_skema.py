"""skema.xlsx as the registers: units, ASN with their placements, indicators.

Without a skema nothing can be read, so a missing sheet or column stops everything with a sentence that says what to
do. A faulty row becomes a finding and is left out; the other rows stand.
"""

from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir import FORMULIR, lipat_kode
from asn_nilai.acuan.isian.skema import Indikator, Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.skema.baris_skema import BarisSkema, baca_indikator, baca_penempatan, bertumpuk
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel
from asn_nilai.ruang_kerja import (
    AKHIRAN_BUKU,
    FOLDER_BUKAN_UNIT,
    RuangKerja,
    RuangKerjaTidakSahError,
    dapat_menjadi_nama,
)

_KODE_SAH = f"kode yang dapat menjadi nama berkas, selain {' dan '.join(FOLDER_BUKAN_UNIT)}, misalnya PKM-TB"
_FATAL = frozenset(
    {"lembar-hilang", "kepala-tabel-hilang", "kolom-hilang", "kolom-ganda", "kepala-meragukan"}
)


def baca_skema(ruang: RuangKerja) -> tuple[Skema, list[Temuan]]:
    """Read the registers of a work folder.

    Returns:
        The registers without the faulty rows, and a finding for each of these.

    Raises:
        RuangKerjaTidakSahError: no skema, unreadable, or a sheet or needed column missing.
    """
    berkas = ruang.skema
    if not berkas.is_file():
        lain = [b for b in map(berkas.with_suffix, AKHIRAN_BUKU) if b.is_file()]
        if len(lain) != 1:
            raise RuangKerjaTidakSahError(
                f"Skema {ruang.relatif(berkas)} tidak ada di {ruang.akar}. Taruh buku skema di situ (contoh isinya: "
                "examples/bukittinggi/skema.xlsx), atau tulis tempatnya pada [berkas] di asn-nilai.toml."
            )
        berkas = lain[0]
    nama = ruang.relatif(berkas)
    try:
        return _PembacaSkema(buka_buku(berkas, ruang.batas), nama).baca()
    except BukuTidakTerbacaError as galat:
        catatan = Catatan(nama)
        catatan.tambah(galat.kode, fakta=galat.isi)
        (temuan,) = catatan.temuan
        raise RuangKerjaTidakSahError(f"{nama}: {temuan.pesan} {temuan.saran}") from galat


class _PembacaSkema:
    """Reads one skema workbook."""

    def __init__(self, buku: Buku, nama: str) -> None:
        self._buku, self._nama = buku, nama
        self._catatan: list[Catatan] = []
        self._asal: dict[tuple[str, str, str], Letak] = {}

    def baca(self) -> tuple[Skema, list[Temuan]]:
        unit = self._unit()
        kode_unit = {lipat_kode(kode): kode for kode in unit}
        skema = Skema(unit, tuple(self._pegawai(kode_unit)), self._indikator(), self._asal)
        return skema, [temuan for catatan in self._catatan for temuan in catatan.temuan]

    def _baris(self, nama_formulir: str) -> BarisSkema:
        formulir = FORMULIR[nama_formulir]
        catatan = Catatan(self._nama)
        self._catatan.append(catatan)
        nama = self._buku.cari_lembar(formulir)
        if nama is None:
            catatan.tambah("lembar-hilang", lembar=formulir.lembar, ada=", ".join(self._buku.nama_lembar))
        else:
            catatan.lembar = nama
            mentah = baca_tabel(self._buku.lembar(nama), formulir, catatan)
            if mentah is not None:
                return BarisSkema(mentah, catatan)
        fatal = [
            f"{galat.letak}: {galat.pesan} {galat.saran}" for galat in catatan.temuan if galat.kode in _FATAL
        ]
        raise RuangKerjaTidakSahError(" ".join(fatal))

    def _unit(self) -> dict[str, Unit]:
        baris = self._baris("Unit")
        baris.ketik_nip("nip_kepala", wajib=False)
        hasil: dict[str, Unit] = {}
        for posisi in baris.posisi:
            kode, nama = baris.teks("kode_unit", posisi), baris.teks("unit_kerja", posisi)
            baris.perlu(posisi, "kode_unit", "unit_kerja")
            if kode and not dapat_menjadi_nama(kode):
                baris.tolak("kode_unit", posisi, _KODE_SAH)
            if baris.sah(posisi) and not baris.ganda("kode_unit", posisi):
                jenis, nip_kepala = baris.teks("jenis_unit", posisi), baris.teks("nip_kepala", posisi)
                hasil[kode] = Unit(kode, nama, jenis, nip_kepala)
        return hasil

    def _pegawai(self, kode_unit: Mapping[str, str]) -> list[Penempatan]:
        baris = self._baris("Pegawai")
        baris.ketik_nip("nip", wajib=True)
        baris.ketik_nip("nip_atasan", wajib=False)
        hasil: list[Penempatan] = []
        letak: dict[str, list[tuple[Penempatan, int]]] = {}
        for posisi in baris.posisi:
            baru = baca_penempatan(baris, posisi, kode_unit)
            if baru is None:
                continue
            tumpang = next((ke for lain, ke in letak.get(baru.nip, []) if bertumpuk(lain, baru)), None)
            if tumpang is not None:
                baris.catat_ganda("nip", posisi, tumpang, f"Penempatan {baru.nama} pada waktu yang sama")
                continue
            letak.setdefault(baru.nip, []).append((baru, posisi))
            hasil.append(baru)
            self._asal["Pegawai", baru.nip, baru.kode_unit] = baris.mentah.tabel.letak("nip", posisi)
        return hasil

    def _indikator(self) -> dict[str, Indikator]:
        baris = self._baris("Indikator")
        baris.ketik_angka("batas_bawah", "batas_atas", "nilai_terburuk")
        hasil: dict[str, Indikator] = {}
        for posisi in baris.posisi:
            indikator = baca_indikator(baris, posisi)
            if indikator is not None and not baris.ganda("kode_indikator", posisi):
                hasil[indikator.kode] = indikator
                tabel = baris.mentah.tabel
                self._asal |= {
                    ("Indikator", indikator.kode, kolom): tabel.letak(kolom, posisi) for kolom in tabel.kolom
                }
        return hasil
