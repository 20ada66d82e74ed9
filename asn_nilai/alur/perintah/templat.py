"""Templates for the units: picked from skema and targets, written where no submission is expected.

A template that lay in `capaian/<PERIODE>/` would count as a submission full of empty cells; so templates have a folder
of their own, are sent from there, and what comes back goes to the places of the contract. A file that somebody has
opened and saved is never written over.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from asn_nilai import __version__
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, KUNCI_RENCANA, kunci_bulan
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat, JenisTemplat, sidik_skema
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.riwayat.riwayat import TargetTerbaca
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.pemeriksaan import proses_mati
from asn_nilai.alur.masukan.target_layak import pertanyaan_target
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel, proses_paralel
from asn_nilai.alur.riwayat.target_tahun import baca_target, buka_target, catat_target, menurut_kode
from asn_nilai.alur.siapkan import buka_ruang, siapkan
from asn_nilai.baca import baca_isian
from asn_nilai.baca.setoran.asal_templat import segel_utuh
from asn_nilai.periksa import periksa_unit
from asn_nilai.terbit.berkas import TulisGagalError, tulis_masing, tulis_utuh
from asn_nilai.terbit.templat import (
    BahanCapaian,
    BahanTarget,
    BarisTugas,
    TargetTerisi,
    templat_capaian,
    templat_target,
)
from asn_nilai.terbit.templat.bahan import asn_unit


class Keadaan(StrEnum):
    """What became of one template."""

    BARU = "baru"
    DIPERBARUI = "diperbarui"
    SAMA = "sama"
    DIBIARKAN = "dibiarkan"
    """Somebody has opened and saved the file that lies there."""
    TANPA_TARGET = "tanpa target"
    TANPA_PEGAWAI = "tanpa pegawai"
    """Nobody is placed in the unit that month: it is merged, or still to come."""
    GAGAL = "gagal"


@dataclass(frozen=True, slots=True)
class TemplatUnit:
    """One template of one unit.

    Attributes:
        kode: the unit's code.
        berkas: the file, relative to the work folder.
        keadaan: what became of it.
        tanpa_baris: names of the ASN who have no row in it, for want of a usable target.
        temuan: what stands in the way in the target workbook.
        pesan: why it could not be written.
        target: what reading its target workbook adds to the register of the year's targets.
    """

    kode: str
    berkas: str
    keadaan: Keadaan
    tanpa_baris: tuple[str, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    pesan: str = ""
    target: TargetTerbaca | None = None


@dataclass(slots=True)
class HasilTemplat:
    """All templates of a run, in the register's order, month by month; `folder` is where they lie.

    `gagal` says why the register of the year's targets could not be written, blank where it was.
    """

    folder: list[Path]
    templat: list[TemplatUnit] = field(default_factory=list)
    gagal: str = ""

    def dalam(self, *keadaan: Keadaan) -> list[TemplatUnit]:
        """Return the templates in one of these states."""
        return [templat for templat in self.templat if templat.keadaan in keadaan]


def siapkan_templat(jenis: JenisTemplat, folder: Path, periode: str | None) -> Konteks:
    """Open a work folder for writing templates: target templates are for the whole year.

    Raises:
        PenggunaanError: anything that makes the run impossible.
    """
    ruang = buka_ruang(folder)
    if jenis is JenisTemplat.CAPAIAN:
        if periode is None and ruang.bulan_terbaru() is None:
            raise PenggunaanError(f"Tulis bulan yang akan diisi, misalnya --periode {ruang.tahun}-01.")
        return siapkan(folder, periode)
    konteks = siapkan(folder, periode or str(ruang.tahun), target_saja=True)
    return replace(konteks, periode=Periode.setahun(ruang.tahun))


def buat_templat(
    konteks: Konteks,
    jenis: JenisTemplat,
    dipilih: Sequence[str],
    lapor: Lapor,
    *,
    paralel: Paralel = None,
) -> HasilTemplat:
    """Write the templates of the units named by their codes, and make the folders in which filled-in ones are looked for."""
    waktu = (
        [konteks.periode]
        if jenis is JenisTemplat.TARGET
        else [bulan.periode for bulan in konteks.periode.bulan]
    )
    hasil = HasilTemplat([konteks.ruang.folder_templat(masa) for masa in waktu])
    tugas = [(kode, masa) for masa in waktu for kode in dipilih]
    jadi: dict[tuple[str, str], TemplatUnit] = {}
    konteks = buka_target(konteks)
    with proses_paralel(konteks, paralel, len(tugas)) as pekerja:
        for templat in pekerja.jalankan(_templat_unit, tugas, _mati):
            jadi[templat.kode, templat.berkas] = templat
            lapor(templat.kode)
    urutan = [(kode, konteks.ruang.relatif(_tujuan(konteks, kode, masa))) for kode, masa in tugas]
    hasil.templat = [jadi[kunci] for kunci in urutan]
    # a unit's months share its target workbook
    terbaca = {templat.kode: templat.target for templat in hasil.templat}
    for bulan in konteks.periode.bulan if jenis is JenisTemplat.CAPAIAN else ():
        with suppress(OSError):  # the closing words name it, too
            konteks.ruang.folder_capaian(bulan).mkdir(parents=True, exist_ok=True)
    hasil.gagal = "".join(tulis_masing([partial(catat_target, konteks, menurut_kode(terbaca.values()))]))
    return hasil


def _tujuan(konteks: Konteks, kode: str, waktu: Periode) -> Path:
    return konteks.ruang.folder_templat(waktu) / f"{kode}.xlsx"


def _templat_unit(konteks: Konteks, tugas: tuple[str, Periode]) -> TemplatUnit:
    """Write one template; a month asks for a capaian template, a year for a target template."""
    kode, waktu = tugas
    tujuan = _tujuan(konteks, kode, waktu)
    awal = TemplatUnit(kode, konteks.ruang.relatif(tujuan), Keadaan.GAGAL)
    if tujuan.exists() and not segel_utuh(tujuan):
        return replace(awal, keadaan=Keadaan.DIBIARKAN)
    if len(waktu.bulan) > 1:
        bahan_target, halangan = _bahan_target(konteks, kode, waktu)
        return _tulis(replace(awal, temuan=halangan), tujuan, templat_target(bahan_target))
    if not konteks.skema.berpegawai(kode, waktu):
        return replace(awal, keadaan=Keadaan.TANPA_PEGAWAI)
    isian = baca_isian(konteks.ruang, konteks.unit(kode), waktu, konteks.skema)
    awal = replace(awal, target=baca_target(konteks, isian))
    bahan, halangan = _bahan_capaian(konteks, isian, waktu)
    if bahan is None:
        return replace(awal, keadaan=Keadaan.TANPA_TARGET, temuan=halangan)
    berbaris = {baris.nip for baris in bahan.baris}
    tanpa_baris = tuple(asn.nama for asn in bahan.asn if asn.nip not in berbaris)
    return _tulis(replace(awal, temuan=halangan, tanpa_baris=tanpa_baris), tujuan, templat_capaian(bahan))


def _mati(konteks: Konteks, tugas: tuple[str, Periode]) -> TemplatUnit:
    """Say of a unit whose process died what is said of one whose target cannot be read: both lack it."""
    kode, waktu = tugas
    berkas = konteks.ruang.relatif(_tujuan(konteks, kode, waktu))
    return TemplatUnit(kode, berkas, Keadaan.TANPA_TARGET, temuan=(proses_mati(kode),))


def _tulis(awal: TemplatUnit, tujuan: Path, data: bytes) -> TemplatUnit:
    lama = tujuan.exists()
    if lama and tujuan.read_bytes() == data:
        return replace(awal, keadaan=Keadaan.SAMA)
    try:
        with tulis_utuh(tujuan) as sementara:
            sementara.write_bytes(data)
    except TulisGagalError as galat:
        return replace(awal, pesan=str(galat))
    return replace(awal, keadaan=Keadaan.DIPERBARUI if lama else Keadaan.BARU)


def _identitas(konteks: Konteks, jenis: JenisTemplat, kode: str, waktu: Periode) -> IdentitasTemplat:
    return IdentitasTemplat(
        jenis.value, kode, waktu.kode, sidik_skema(konteks.skema, kode, waktu), __version__
    )


def _bahan_target(konteks: Konteks, kode: str, waktu: Periode) -> tuple[BahanTarget, tuple[Temuan, ...]]:
    """Return what a target template is made from, and what of the unit's target workbook could not be taken over."""
    unit, skema = konteks.unit(kode), konteks.skema
    terisi, halangan, pertanyaan = _target_terisi(konteks, kode, waktu)
    bahan = BahanTarget(
        konteks.ruang.instansi,
        unit,
        waktu,
        asn_unit(skema, kode, waktu),
        [indikator for indikator in skema.indikator.values() if indikator.berlaku_bagi(unit.jenis)],
        _identitas(konteks, JenisTemplat.TARGET, kode, waktu),
        terisi,
        pertanyaan,
        konteks.ruang.templat.rencana_kerja,
        konteks.ruang.kewajaran.pecahan_sampai,
    )
    return bahan, halangan


def _target_terisi(
    konteks: Konteks, kode: str, waktu: Periode
) -> tuple[dict[str, list[TargetTerisi]], tuple[Temuan, ...], tuple[str, ...]]:
    """Return the rows of the unit's target workbook by NIP, the findings of reading it, and what is worth asking about it."""
    if not konteks.ruang.berkas_target(*konteks.unit(kode).semua_kode):
        return {}, (), ()
    isian = baca_isian(konteks.ruang, konteks.unit(kode), waktu, konteks.skema)
    tempat = isian.setoran[None]
    halangan = tuple(
        butir for butir in isian.temuan if butir.tingkat is Tingkat.GALAT and butir.letak.berkas in tempat
    )
    tabel = isian.target
    if tabel is None:
        return {}, halangan, ()
    terisi: dict[str, list[TargetTerisi]] = {}
    bulanan = zip(*(tabel.angka(kunci) for kunci in KUNCI_BULAN), strict=True)
    rencana = zip(*(tabel.teks(kunci) for kunci in KUNCI_RENCANA), strict=True)
    siapa = zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)
    isi = zip(siapa, tabel.angka("bobot"), bulanan, rencana, strict=True)
    for (nip, kode_indikator), bobot, bulan, serta in isi:
        if nip and kode_indikator:
            terisi.setdefault(nip, []).append(TargetTerisi(kode_indikator, bobot, bulan, serta))
    return terisi, halangan, tuple(pertanyaan_target(konteks, isian, waktu))


def _bahan_capaian(
    konteks: Konteks, isian: IsianUnit, waktu: Periode
) -> tuple[BahanCapaian | None, tuple[Temuan, ...]]:
    """Return what a capaian template is made from, and the findings of the target workbook that matter for it."""
    unit, kode, bulan = isian.unit, isian.unit.kode, waktu.bulan[0]
    # Only the target counts here; what was submitted for the month is judged by validasi.
    target = IsianUnit(unit, isian.target, berkas=isian.berkas)
    tempat = {*isian.setoran[None], konteks.ruang.relatif(konteks.ruang.folder_target / f"{kode}.xlsx")}
    target.temuan = [butir for butir in isian.temuan if butir.letak.berkas in tempat]
    semua = [*target.temuan, *periksa_unit(target, konteks.skema, waktu, konteks.aturan)]
    halangan = tuple(
        butir
        for butir in semua
        if butir.tingkat is Tingkat.GALAT and butir.akar is None and butir.letak.berkas in tempat
    )
    if target.target is None:
        return None, halangan
    asn = asn_unit(konteks.skema, kode, waktu)
    nama = {pegawai.nip: pegawai.nama for pegawai in asn}
    baris = _baris_tugas(konteks, target, bulan, nama)
    identitas = _identitas(konteks, JenisTemplat.CAPAIAN, kode, waktu)
    return BahanCapaian(konteks.ruang.instansi, unit, bulan, konteks.aturan, asn, baris, identitas), halangan


def _baris_tugas(konteks: Konteks, isian: IsianUnit, bulan: Bulan, nama: dict[str, str]) -> list[BarisTugas]:
    """Return the month's rows, ASN by ASN in the register's order; rows that nobody can fill in are left out."""
    tabel = isian.target
    if tabel is None:
        return []
    menurut: dict[str, dict[str, BarisTugas]] = {nip: {} for nip in nama}
    kolom: Iterable[tuple[str, str, float | None, float | None]] = zip(
        tabel.teks("nip"),
        tabel.teks("kode_indikator"),
        tabel.angka("bobot"),
        tabel.angka(kunci_bulan(bulan)),
        strict=True,
    )
    for nip, kode, bobot, target in kolom:
        indikator = konteks.skema.indikator.get(kode)
        if (
            nip in menurut
            and indikator is not None
            and indikator.berlaku_bagi(isian.unit.jenis)
            and target is not None
        ):
            menurut[nip].setdefault(kode, BarisTugas(nip, nama[nip], indikator, bobot, target))
    return [baris for milik in menurut.values() for baris in milik.values()]
