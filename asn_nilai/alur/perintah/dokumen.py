"""The command `dokumen`: letters and forms of a period from its results, in dokumen/<PERIODE>/."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil, pada
from asn_nilai.alur.masukan.pertanyaan_target import pertanyaan_target
from asn_nilai.alur.masukan.setahun_asn import PembacaSetahun
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.riwayat.versi import baca_versi, cara_menyegarkan, perintah_hitung, versi_hasil
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap, periksa_ada, periksa_seaturan
from asn_nilai.alur.terbitan.sidik_surat import SidikSurat, surat_tertinggal
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError, bersihkan_sisa, tulis_utuh
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV
from asn_nilai.terbit.surat import Surat, TemplatSuratError
from asn_nilai.terbit.surat.asn import kartu, rencana_perbaikan
from asn_nilai.terbit.surat.kop import kop, logo_kop
from asn_nilai.terbit.surat.kota import nota_dinas, usulan_penghargaan
from asn_nilai.terbit.surat.naskah import tulis_surat
from asn_nilai.terbit.surat.pdf import cari_libreoffice, pdf_dari
from asn_nilai.terbit.surat.unit import berita_acara, target_setahun, unit_berorang

_SETAHUN = (JenisSurat.RENCANA_PERBAIKAN, JenisSurat.KARTU)
"""The letters that tell of the year's other months too."""


@dataclass(slots=True)
class HasilDokumen:
    """What a run of `dokumen` wrote.

    Attributes:
        surat: the documents, in the order of the register.
        pdf: the same as PDF; empty where LibreOffice Writer is not there (`ada_libreoffice`).
        tanpa_pdf: the documents that LibreOffice could not make a PDF of.
        dijaga: of all these, those that stand beside one that somebody has changed since it was written.
        tanpa: why there may be none, other than that nobody needs one; blank where that is all.
        usang: how the results become those of their inputs; blank where they are.
        sebab_usang: why they are not, as the end of a sentence.
        bulan_usang: the other months that the letters tell of and whose results are not, with why.
        tertinggal: letters of this kind from earlier runs that nobody needs any more, by their names.
        tak_terbaca: of the letters, those that name a figure which could not be read.
        pesan: what could not be written, as sentences.
    """

    folder: Path
    surat: list[Path] = field(default_factory=list)
    pdf: list[Path] = field(default_factory=list)
    tanpa_pdf: list[Path] = field(default_factory=list)
    dijaga: list[Path] = field(default_factory=list)
    tanpa: str = ""
    usang: str = ""
    sebab_usang: str = ""
    bulan_usang: dict[Periode, str] = field(default_factory=dict)
    tertinggal: list[str] = field(default_factory=list)
    tak_terbaca: list[Path] = field(default_factory=list)
    ada_libreoffice: bool = False
    pesan: list[str] = field(default_factory=list)


def tulis_dokumen(
    konteks: Konteks, jenis: JenisSurat, dipilih: Sequence[str], tanggal: dt.date
) -> HasilDokumen:
    """Write one kind of letters.

    Args:
        konteks: the run's common ground.
        jenis: their kind.
        dipilih: codes of the units that the letters are about.
        tanggal: the date that they bear; minutes of a locked period bear the lock's.

    Raises:
        PenggunaanError: the period was not computed, a template or the logo cannot be used, or a letter about all units is asked for some.
    """
    if jenis is JenisSurat.NOTA_DINAS:
        _tolak_sebagian(konteks, dipilih)
    if jenis.perlu_hasil:
        periksa_ada(konteks)
    hasil = HasilDokumen(konteks.ruang.folder_dokumen(konteks.periode), tanpa=_tanpa_kriteria(konteks, jenis))
    if jenis.perlu_hasil and not (keadaan := keadaan_hasil(konteks)).mutakhir:
        hasil.usang = cara_menyegarkan(konteks.ruang, konteks.periode, program_lain=keadaan.program_lain)
        hasil.sebab_usang = keadaan.sebab_usang
    if jenis in _SETAHUN:
        akhir = konteks.periode.bulan[-1].mundur(-1)  # what became of a plan stands in the month after
        lain = (
            b
            for b in _bulan_berhasil(konteks)
            if b.periode != konteks.periode and b.periode.bulan[0] <= akhir
        )
        hasil.bulan_usang = {
            bulan.periode: keadaan.sebab_usang
            for bulan in lain
            if not (keadaan := keadaan_hasil(bulan)).mutakhir
        }
    hasil.ada_libreoffice = cari_libreoffice() is not None
    try:
        logo = logo_kop(konteks.ruang)
        with kunci_periode(hasil.folder):
            bersihkan_sisa(hasil.folder)
            tercatat = SidikSurat(hasil.folder)
            try:
                _tulis_surat(konteks, JENIS_SURAT[jenis](konteks, dipilih, tanggal), logo, hasil, tercatat)
                _tulis_pdf(hasil, tercatat)
                hasil.tertinggal = surat_tertinggal(konteks, jenis, dipilih, tercatat)
            finally:  # whatever stopped it: what it wrote must not look changed the next time
                with _menyebut(hasil):
                    tercatat.simpan()
    except TemplatSuratError as galat:
        raise PenggunaanError(str(galat)) from galat
    return hasil


def _tanpa_kriteria(konteks: Konteks, jenis: JenisSurat) -> str:
    """Return that the rule does not say who needs a letter, blank where it does: no plan is no praise then."""
    if jenis is not JenisSurat.RENCANA_PERBAIKAN or konteks.aturan.pembinaan:
        return ""
    return f"Aturan {konteks.aturan.profil.nama} belum memuat kriteria pembinaan, jadi tidak ada rencana perbaikan menurut aturan."


@contextmanager
def _menyebut(hasil: HasilDokumen) -> Iterator[None]:
    """Say of a file that cannot be written why, and go on."""
    try:
        yield
    except (BerkasTerkunciError, TulisGagalError) as galat:
        hasil.pesan.append(str(galat))


def _tulis_surat(
    konteks: Konteks, semua: Iterable[Surat], logo: Path | None, hasil: HasilDokumen, tercatat: SidikSurat
) -> None:
    """Write letters; one that somebody has changed since it was written stays, and the new one stands beside it."""
    kantor = konteks.ruang.akar / konteks.ruang.surat.templat
    for surat in semua:
        with _menyebut(hasil):
            tujuan = tercatat.tempat(surat.nama)
            with tulis_utuh(tujuan) as sementara:
                with sementara.open("wb") as berkas:
                    tulis_surat(berkas, surat, kantor, logo)
                tercatat.akan_ditulis(tujuan, sementara)
            _catat(tujuan, hasil.surat, hasil, tercatat)
            if surat.isi.get("tak_terbaca"):
                hasil.tak_terbaca.append(tujuan)


def _tulis_pdf(hasil: HasilDokumen, tercatat: SidikSurat) -> None:
    """Write the letters as PDF too; one that was signed or changed since stays as well."""
    with pdf_dari(hasil.surat) as semua:
        for surat, jadi in semua:
            if jadi is None:
                hasil.tanpa_pdf.append(surat)
                continue
            with _menyebut(hasil):
                tujuan = tercatat.tempat_pdf(surat)
                with tulis_utuh(tujuan) as sementara:
                    shutil.copyfile(jadi, sementara)
                    tercatat.akan_ditulis(tujuan, sementara)
                _catat(tujuan, hasil.pdf, hasil, tercatat)


def _catat(tujuan: Path, ditulis: list[Path], hasil: HasilDokumen, tercatat: SidikSurat) -> None:
    tercatat.ingat(tujuan)
    ditulis.append(tujuan)
    if tercatat.di_samping(tujuan):
        hasil.dijaga.append(tujuan)


def _rekap(konteks: Konteks) -> Rekap:
    return susun_rekap(bahan_rekap(konteks, tuple(konteks.skema.unit)))


def _kop(
    konteks: Konteks, tanggal: dt.date, rekap: Rekap | None = None, diganti: VersiTerkunci | None = None
) -> dict[str, Any]:
    versi = rekap.versi if rekap else konteks.versi
    return kop(konteks.ruang, konteks.periode, konteks.aturan, versi, tanggal, diganti)


def _semua_unit(konteks: Konteks, dipilih: Sequence[str]) -> bool:
    return konteks.skema.unit.keys() <= set(dipilih)


def _tolak_sebagian(konteks: Konteks, dipilih: Sequence[str]) -> None:
    """Refuse some units for a letter about all of them.

    Raises:
        PenggunaanError: these are not all.
    """
    if not _semua_unit(konteks, dipilih):
        raise PenggunaanError(
            f"Nota dinas memuat semua unit, tidak {', '.join(dipilih)} saja: tulis tanpa --unit. Surat tiap unit: asn-nilai dokumen "
            f"berita-acara {tulis_folder(konteks.ruang.akar)} --periode {konteks.periode.kode} --unit {','.join(dipilih)}"
        )


def _nota_dinas(konteks: Konteks, _dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    rekap = _rekap(konteks)
    return nota_dinas(rekap, _kop(konteks, tanggal, rekap))


def _usulan_penghargaan(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    rekap = _rekap(konteks)
    kepala_surat = _kop(konteks, tanggal, rekap)
    for kode in [None] if _semua_unit(konteks, dipilih) else dipilih:
        yield from usulan_penghargaan(rekap, kepala_surat, kode)


def _berita_acara(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    if konteks.sementara:
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} sementara, ada bulan yang kurang, jadi belum ada yang ditetapkan dengan berita acara. Bila "
            f"bulan itu sudah disetor: {perintah_hitung(konteks.ruang, konteks.periode)}"
        )
    rekap = _rekap(konteks)
    diganti = None
    if versi := rekap.versi:  # these are the minutes that the lock names
        tanggal = dt.date.fromisoformat(versi.tanggal)
        semua = baca_versi(konteks.ruang, konteks.periode)
        diganti = next((lama for lama in reversed(semua) if int(lama.versi) < int(versi.versi)), None)
    kepala_surat = _kop(konteks, tanggal, rekap, diganti)
    return (
        berita_acara(rekap, unit, kepala_surat)
        for unit in unit_berorang(rekap)
        if unit.ringkas.kode in dipilih
    )


def _bulan_berhasil(konteks: Konteks) -> Iterator[Konteks]:
    """Yield the ground of each month of the year that has results."""
    for bulan in Periode.setahun(konteks.ruang.tahun).bulan:
        if (konteks.ruang.folder_hasil(bulan.periode) / NILAI_CSV).is_file():
            yield pada(konteks, bulan.periode)


def _setahun(konteks: Konteks, tanggal: dt.date) -> tuple[PembacaSetahun, dict[str, Any]]:
    """Return the year's results, each month's files as they were written, and the head of a letter about them.

    Raises:
        PenggunaanError: some month's are not, or are by a rule that was only tried.
    """
    periksa_seaturan(konteks)
    for bulan in _bulan_berhasil(konteks):
        periksa_ada(bulan)
        periksa_seaturan(bulan)
    return PembacaSetahun(konteks), _kop(replace(konteks, versi=versi_hasil(konteks)), tanggal)


def _rencana_perbaikan(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    pembaca, kepala_surat = _setahun(konteks, tanggal)
    for kode in dipilih:
        for asn in pembaca.unit(konteks.skema.unit[kode]):
            if asn.rencana:
                yield from rencana_perbaikan(asn, asn.rencana, kepala_surat, konteks.aturan.nhk.desimal.nilai)


def _kartu(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    pembaca, kepala_surat = _setahun(konteks, tanggal)
    semua = konteks.kode_hasil if _semua_unit(konteks, dipilih) else dipilih
    desimal = konteks.aturan.nhk.desimal.nilai
    return (kartu(asn, kepala_surat, desimal) for kode in semua for asn in pembaca.unit(konteks.unit(kode)))


def _target(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    tahun = pada(konteks, Periode.setahun(konteks.ruang.tahun))
    for kode in dipilih:
        isian = pemeriksaan.susun(tahun, kode).isian
        if isian.target is None:
            pemeriksaan.tolak_tertahan(isian.temuan)
        pertanyaan = list(pertanyaan_target(tahun, isian, tahun.periode)) if isian.target else []
        yield target_setahun(
            isian.unit, isian.target, tahun.skema, tahun.periode, pertanyaan, _kop(konteks, tanggal)
        )


JENIS_SURAT: dict[JenisSurat, Callable[[Konteks, Sequence[str], dt.date], Iterator[Surat]]] = {
    JenisSurat.NOTA_DINAS: _nota_dinas,
    JenisSurat.BERITA_ACARA: _berita_acara,
    JenisSurat.USULAN_PENGHARGAAN: _usulan_penghargaan,
    JenisSurat.RENCANA_PERBAIKAN: _rencana_perbaikan,
    JenisSurat.TARGET: _target,
    JenisSurat.KARTU: _kartu,
}
"""What writes each kind of letters."""
