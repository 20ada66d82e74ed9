"""`asn-nilai dokumen`: letters and forms to print, sign and send."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan import jam
from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.tulisan import sebut_beberapa
from asn_nilai.cli.ketikan import SalahKetikError
from asn_nilai.cli.pilihan import Folder, PilihanPeriode, PilihanUnit

if TYPE_CHECKING:
    from asn_nilai.alur.perintah.dokumen import HasilDokumen
    from asn_nilai.cli.layar import Layar
    from asn_nilai.ruang_kerja import RuangKerja

_JENIS = tuple(map(str, JenisSurat))
_TANDA_TANGANI = "Berikutnya: baca, lengkapi yang bertitik-titik, cetak, lalu tanda tangani."
_BAGIKAN = "Berikutnya: baca, lalu berikan tiap kartu kinerja hanya kepada ASN yang bersangkutan: ia memuat nilai satu orang."
"""A card is a letter that nobody signs and that has no place to fill in."""


def perintah(
    jenis: Annotated[
        str,
        typer.Argument(
            metavar="JENIS", help=f"{', '.join(_JENIS[:-1])}, atau {_JENIS[-1]}.", show_default=False
        ),
    ] = "",
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
) -> int:
    """Tulis surat dan formulir siap tanda tangan dari hasil yang ada."""
    if jenis not in _JENIS:
        raise SalahKetikError(_salah_jenis(jenis))
    from asn_nilai.alur.perintah.dokumen import tulis_dokumen
    from asn_nilai.alur.perintah.validasi import siapkan_validasi
    from asn_nilai.alur.siapkan import pilih_unit, siapkan
    from asn_nilai.cli.layar import Layar

    layar = Layar()
    surat = JenisSurat(jenis)
    # targets are signed before any capaian is there: as those that are checked then, they are of the year
    konteks = siapkan(folder, periode) if surat.perlu_hasil else siapkan_validasi(folder, periode)
    dipilih = pilih_unit(konteks, unit or [])
    masa = konteks.periode.label if surat.perlu_hasil else f"Tahun {konteks.ruang.tahun}"
    layar.judul(f"{konteks.ruang.instansi} · {masa} · {surat}")
    hasil = tulis_dokumen(konteks, surat, dipilih, jam.kini().date())
    _tampilkan(layar, hasil, surat, konteks.ruang)
    return int(bool(hasil.pesan))


def _salah_jenis(jenis: str) -> str:
    """Return what is said of a word that is no kind of letter."""
    mirip = get_close_matches(jenis.casefold(), _JENIS, 1, 0.5)
    mungkin = "".join(f" Mungkin maksudnya: asn-nilai dokumen {milik}." for milik in mirip)
    keliru = f"Jenis surat '{jenis}' tidak dikenal." if jenis else "Jenis suratnya belum ditulis."
    return f"{keliru}{mungkin} Yang ada: {', '.join(_JENIS)}."


def _tampilkan(layar: "Layar", hasil: "HasilDokumen", jenis: JenisSurat, ruang: "RuangKerja") -> None:
    from asn_nilai.alur.kata_perintah import perintah_hitung_semua

    jangan = "jangan bagikan kartu ini" if jenis is JenisSurat.KARTU else "jangan tandatangani surat ini"
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    if hasil.usang:
        layar.tulis(
            f"Hasil periode ini {hasil.sebab_usang}: {jangan} sebelum itu beres dan perintah ini dijalankan lagi. "
            f"{hasil.usang}"
        )
    if hasil.bulan_usang:
        bulan = ", ".join(f"{periode.label} {sebab}" for periode, sebab in hasil.bulan_usang.items())
        layar.tulis(
            f"Hasil bulan lain yang disebut di dalamnya belum mutakhir: {bulan}. Karena itu {jangan} sebelum menjalankan "
            f"{perintah_hitung_semua(ruang)} lalu perintah ini lagi."
        )
    if hasil.tertinggal:
        layar.tulis(
            f"Ditulis dahulu dan sekarang tidak lagi, tetapi masih ada di {hasil.folder}: {_sebut(hasil.tertinggal)}. Jangan dikirim; bila "
            "sudah dikirim, tarik."
        )
    if not hasil.surat:
        kurang = (
            "Tidak ada surat yang ditulis."
            if hasil.pesan
            else hasil.tanpa or "Tidak ada yang perlu ditulis untuk periode ini."
        )
        layar.tulis(kurang)
        return
    layar.tulis(f"{len(hasil.surat)} surat ditulis di {hasil.folder}: {_sebut(hasil.surat)}")
    if hasil.dijaga:
        layar.tulis(
            f"{len(hasil.dijaga)} berkas ditulis di samping yang lama ({hasil.dijaga[0].name}), karena yang lama sudah diubah sesudah "
            "ditulis; yang lama tidak disentuh."
        )
    if hasil.tak_terbaca:
        layar.tulis(
            f"Ada angka yang tidak terbaca dari buku target; di suratnya tertulis 'tidak terbaca': {_sebut(hasil.tak_terbaca)}. Selnya "
            "disebut asn-nilai validasi; betulkan di buku itu, lalu jalankan perintah ini lagi, sebelum surat ini ditandatangani."
        )
    layar.tulis(_kata_pdf(hasil))
    layar.tulis(_BAGIKAN if jenis is JenisSurat.KARTU else _TANDA_TANGANI)


def _kata_pdf(hasil: "HasilDokumen") -> str:
    """Return which letters are PDF too, and what to do about the others."""
    if len(hasil.pdf) == len(hasil.surat):
        return "Juga sebagai .pdf."
    if not hasil.ada_libreoffice:
        sebab = "LibreOffice tidak ada di komputer ini"
    elif hasil.tanpa_pdf:
        sebab = (
            f"LibreOffice Writer tidak dapat menulis {len(hasil.tanpa_pdf)} surat ({_sebut(hasil.tanpa_pdf)})"
        )
    else:
        sebab = "ada .pdf yang tidak dapat ditulis"
    awal = "Tidak semuanya" if hasil.pdf else "Tidak ada yang"
    return f"{awal} menjadi .pdf: {sebab}. Buka .docx di Word, lalu simpan sebagai PDF."


def _sebut(surat: "Sequence[Path | str]") -> str:
    return sebut_beberapa([Path(berkas).name for berkas in surat])
