"""Marked copies for a whole period: which file becomes which copy, and what is said where a file cannot carry marks.

A copy lies where people may open it and begin to mend. One that somebody has worked in is never overwritten, unless it
has been sent: then its work is safe in the submission.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.aliran import ditelusuri
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.proses.proses_paralel import Paralel, proses_paralel
from asn_nilai.alur.terbitan.unit_tertinggal import folder_lain
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.berkas.jenis import JenisBuku, kenali_jenis, muat_berkas
from asn_nilai.ruang_kerja import AKHIRAN_BERTANDA
from asn_nilai.terbit.berkas import TulisGagalError, tulis_utuh
from asn_nilai.terbit.tandai import TidakDapatDitandaiError, buku_daftar, masih_utuh, tandai_paket

_AKHIRAN = (".xlsx", ".xlsm")
_TARGET = "target"
_USANG_DIKERJAKAN = "Salinan bertanda yang tidak berlaku lagi dibiarkan karena isinya sudah diubah sejak ditandai; hapus bila isinya tidak diperlukan."


@dataclass(frozen=True, slots=True)
class Salinan:
    """What became of one submission with findings.

    Attributes:
        kode_unit: the unit.
        asal: the submission, relative to the work folder.
        berkas: the copy, relative to the work folder; blank where none was written.
        pesan: why it is a list only, why an old one stays, or why nothing was written; an Indonesian sentence, else blank.
    """

    kode_unit: str
    asal: str
    berkas: str
    pesan: str = ""

    @property
    def ditandai(self) -> bool:
        """Tell whether it is a marked copy, and no list."""
        return bool(self.berkas) and not self.pesan


def tandai_kota(
    konteks: Konteks, dipilih: Sequence[str], temuan: Sequence[Temuan], *, paralel: Paralel = None
) -> list[Salinan]:
    """Write a marked copy of each submission with findings, and take away copies that no longer have any.

    Findings of other units than those named by their codes, or of no file, are passed over. Copies of units that the skema no longer has
    go where all units are asked for.
    """
    menurut: dict[str, list[Temuan]] = {kode: [] for kode in dipilih}
    for butir in temuan:
        if butir.unit in menurut and butir.letak.berkas:
            menurut[butir.unit].append(butir)
    with proses_paralel(konteks, paralel, len(dipilih)) as pekerja:
        hasil = dict(pekerja.jalankan(tandai_unit, list(menurut.items())))
    tertinggal = folder_lain(konteks) if len(dipilih) == len(konteks.skema.unit) else ()
    return [
        *(buku for kode in dipilih for buku in hasil[kode]),
        *(buku for folder in tertinggal for buku in _buang_lama(konteks, folder.name, folder, set())),
    ]


def tandai_unit(konteks: Konteks, masukan: tuple[str, Sequence[Temuan]]) -> tuple[str, list[Salinan]]:
    """Write the copies of one unit; `masukan` is its code and its findings."""
    kode, temuan = masukan
    menurut: dict[str, list[Temuan]] = {}
    for butir in temuan:
        menurut.setdefault(butir.letak.berkas, []).append(butir)
    folder = konteks.ruang.folder_hasil(konteks.periode) / kode
    hasil: list[Salinan] = []
    ditulis: set[str] = set()
    for berkas in konteks.berkas_unit(kode):
        asal, nama = konteks.ruang.relatif(berkas), nama_salinan(konteks, kode, berkas)
        if asal in menurut and nama not in ditulis:
            ditulis.add(nama)
            hasil.append(_tulis(konteks, kode, berkas, folder / nama, menurut[asal]))
    hasil += _buang_lama(konteks, kode, folder, ditulis)
    return kode, hasil


def kalimat_salinan(konteks: Konteks, salinan: Sequence[Salinan]) -> list[str]:
    """Return what a run says of its copies: where they are, and which are lists only or could not be written."""
    folder = konteks.ruang.relatif(konteks.ruang.folder_hasil(konteks.periode))
    bertanda = [buku for buku in salinan if buku.ditandai]
    if len(bertanda) > 1:
        awal = [
            f"{tulis_angka(len(bertanda))} salinan bertanda di {folder}/KODE_UNIT/, bernama …{AKHIRAN_BERTANDA}."
        ]
    else:
        awal = [f"Salinan bertanda: {buku.berkas}" for buku in bertanda]
    daftar = [f"{buku.pesan} Lihat {buku.berkas}." for buku in salinan if buku.berkas and buku.pesan]
    gagal = [buku.pesan for buku in salinan if not buku.berkas]
    return [*awal, *daftar, *gagal] or ["Tidak ada salinan bertanda: tidak ada temuan pada setoran."]


def nama_salinan(konteks: Konteks, kode: str, berkas: Path) -> str:
    """Return the name of the copy of a unit's submission, without its ending."""
    for bulan in konteks.periode.bulan:
        if berkas.parent == konteks.ruang.folder_capaian(bulan):
            return _nama(kode, bulan.kode)
    return _nama(kode, _TARGET)


def _nama(kode: str, apa: str) -> str:
    return f"{kode}_{apa}{AKHIRAN_BERTANDA}"


def _tulis(konteks: Konteks, kode: str, berkas: Path, tujuan: Path, temuan: list[Temuan]) -> Salinan:
    asal = konteks.ruang.relatif(berkas)
    isi, sebab = _salinan(berkas, temuan)
    akhiran = berkas.suffix.casefold()
    salinan = tujuan.with_name(tujuan.name + (akhiran if not sebab and akhiran in _AKHIRAN else ".xlsx"))
    pesan = f"{asal} tidak dapat ditandai langsung karena {sebab}; sebagai gantinya ada daftar selnya."
    try:
        for lama in _bernama(tujuan):
            if not _boleh_diganti(lama, berkas):
                return Salinan(kode, asal, "", _pesan_dikerjakan(konteks, lama, asal))
            if lama != salinan:
                lama.unlink()
        with tulis_utuh(salinan) as sementara:
            sementara.write_bytes(isi)
    except TulisGagalError as galat:
        return Salinan(kode, asal, "", str(galat))
    except OSError as galat:
        pesan = f"Salinan {asal} yang lama tidak dapat diganti ({sebab_os(galat)}). Tutup berkasnya, lalu jalankan lagi."
        return Salinan(kode, asal, "", pesan)
    return Salinan(kode, asal, konteks.ruang.relatif(salinan), pesan if sebab else "")


def _salinan(berkas: Path, temuan: list[Temuan]) -> tuple[bytes, str]:
    """Return the marked copy of a file; where that cannot be, a list and the reason."""
    if any(butir.kode == "berkas-berubah" for butir in temuan):
        sebab = "isinya berubah di jalan"  # what nobody should mend is not handed back to be mended
        return buku_daftar(temuan, sebab), sebab
    try:
        data = muat_berkas(berkas)
        jenis = kenali_jenis(data)[0]
        if jenis is JenisBuku.XLSX:
            return tandai_paket(data, temuan), ""
        sebab = f"tanda hanya dapat ditulis di .xlsx dan .xlsm, sedangkan berkas ini .{jenis}"
    except BukuTidakTerbacaError as galat:
        bersandi = galat.kode == "berkas-bersandi"
        sebab = "berkasnya dikunci dengan kata sandi" if bersandi else "berkasnya tidak dapat dibuka"
    except TidakDapatDitandaiError as galat:
        sebab = str(galat)
    except Exception as galat:
        # a fault of ours in one file: the unit has its list, and the others their copies
        if ditelusuri():
            raise
        sebab = f"program gagal menandainya ({type(galat).__name__})"
    return buku_daftar(temuan, sebab), sebab


def _bernama(tujuan: Path) -> list[Path]:
    """Return the copies that bear a name, whatever their ending."""
    return [berkas for akhiran in _AKHIRAN if (berkas := tujuan.with_name(tujuan.name + akhiran)).is_file()]


def _boleh_diganti(lama: Path, setoran: Path | None) -> bool:
    """Tell whether a copy may go: nobody has worked in it, or what was done in it has been sent."""
    try:
        isi = lama.read_bytes()
    except PermissionError:
        return True  # Open in Excel on Windows: writing says so with a better message.
    if masih_utuh(isi):
        return True
    return setoran is not None and setoran.stat().st_size == len(isi) and setoran.read_bytes() == isi


def _pesan_dikerjakan(konteks: Konteks, lama: Path, asal: str) -> str:
    return (
        f"{konteks.ruang.relatif(lama)} tidak diganti karena isinya sudah diubah sejak ditandai. Bila itu perbaikannya, "
        f"salin ke {asal}; bila bukan, hapus; lalu jalankan perintah ini lagi."
    )


def _buang_lama(konteks: Konteks, kode: str, folder: Path, ditulis: set[str]) -> list[Salinan]:
    """Take away this unit's copies that have no findings any more, but for those that somebody worked in.

    Returns:
        Those that stay, each with why.
    """
    setoran = {nama_salinan(konteks, kode, berkas): berkas for berkas in konteks.berkas_unit(kode)}
    hasil = []
    for apa in (_TARGET, *(bulan.kode for bulan in konteks.periode.bulan)):
        nama = _nama(kode, apa)
        for lama in _bernama(folder / nama) if nama not in ditulis else ():
            relatif = konteks.ruang.relatif(lama)
            if not _boleh_diganti(lama, setoran.get(nama)):
                hasil.append(Salinan(kode, "", relatif, _USANG_DIKERJAKAN))
                continue
            try:
                lama.unlink()
            except OSError as galat:
                pesan = f"{relatif} sudah usang, tetapi tidak dapat dihapus ({sebab_os(galat)})."
                hasil.append(Salinan(kode, "", "", pesan))
    return hasil
