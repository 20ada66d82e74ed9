"""The command `dokumen`: letters and forms of a period from its results, in dokumen/<PERIODE>/."""

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.kata_perintah import perintah_periode
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil
from asn_nilai.alur.perintah.isi_surat import JENIS_SURAT, bulan_berhasil, semua_unit
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.riwayat.versi import cara_menyegarkan
from asn_nilai.alur.terbitan.hasil_utuh import periksa_ada
from asn_nilai.alur.terbitan.sidik_surat import SidikSurat, surat_tertinggal
from asn_nilai.terbit.berkas import TulisGagalError, bersihkan_sisa, tulis_utuh
from asn_nilai.terbit.surat import Surat, TemplatSuratError
from asn_nilai.terbit.surat.kop import logo_kop
from asn_nilai.terbit.surat.naskah import tulis_surat
from asn_nilai.terbit.surat.pdf import cari_libreoffice, pdf_dari

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
            b for b in bulan_berhasil(konteks) if b.periode != konteks.periode and b.periode.bulan[0] <= akhir
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


def _tolak_sebagian(konteks: Konteks, dipilih: Sequence[str]) -> None:
    """Refuse some units for a letter about all of them.

    Raises:
        PenggunaanError: these are not all.
    """
    if not semua_unit(konteks, dipilih):
        raise PenggunaanError(
            f"Nota dinas memuat semua unit, tidak {', '.join(dipilih)} saja: tulis tanpa --unit. Surat tiap unit: "
            f"{perintah_periode('dokumen berita-acara', konteks.ruang, konteks.periode)} --unit {','.join(dipilih)}"
        )


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
    except TulisGagalError as galat:
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
