"""`asn-nilai dokumen`: letters and forms to print, sign and send."""

import datetime as dt
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.ketikan import SalahKetikError
from asn_nilai.cli.pilihan import Folder, PilihanPeriode, PilihanUnit

if TYPE_CHECKING:
    from asn_nilai.alur.perintah.dokumen import HasilDokumen
    from asn_nilai.cli.layar import Layar

JENIS = ("nota-dinas", "berita-acara", "usulan-penghargaan", "rencana-perbaikan", "target", "kartu")
_DISEBUT = 5


def perintah(
    jenis: Annotated[
        str,
        typer.Argument(
            metavar="JENIS", help=f"{', '.join(JENIS[:-1])}, atau {JENIS[-1]}.", show_default=False
        ),
    ] = "",
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
) -> int:
    """Tulis surat dan formulir siap tanda tangan dari hasil yang ada."""
    if jenis not in JENIS:
        raise SalahKetikError(_salah_jenis(jenis))
    from asn_nilai.alur.konteks import pilih_unit, siapkan
    from asn_nilai.alur.perintah.dokumen import tulis_dokumen
    from asn_nilai.cli.layar import Layar

    layar = Layar()
    konteks = siapkan(folder, periode)
    dipilih = pilih_unit(konteks, unit or [])
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · {jenis}")
    hasil = tulis_dokumen(konteks, jenis, dipilih, dt.datetime.now().astimezone().date())
    _tampilkan(layar, hasil)
    return int(bool(hasil.pesan))


def _salah_jenis(jenis: str) -> str:
    """Return what is said of a word that is no kind of letter."""
    mirip = get_close_matches(jenis.casefold(), JENIS, 1, 0.5)
    mungkin = "".join(f" Mungkin maksudnya: asn-nilai dokumen {milik}." for milik in mirip)
    keliru = f"Jenis surat '{jenis}' tidak dikenal." if jenis else "Jenis suratnya belum ditulis."
    return f"{keliru}{mungkin} Yang ada: {', '.join(JENIS)}."


def _tampilkan(layar: "Layar", hasil: "HasilDokumen") -> None:
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    if hasil.usang:
        layar.tulis(
            "Hasil periode ini lebih lama daripada setorannya: jalankan hitung dahulu, lalu perintah ini lagi, sebelum surat ini "
            "ditandatangani."
        )
    if not hasil.surat:
        layar.tulis("Tidak ada yang perlu ditulis untuk periode ini.")
        return
    nama = ", ".join(surat.name for surat in hasil.surat[:_DISEBUT])
    sisa = len(hasil.surat) - _DISEBUT
    layar.tulis(
        f"{len(hasil.surat)} surat ditulis di {hasil.folder}: {nama}{f', dan {sisa} lagi' if sisa > 0 else ''}"
    )
    if hasil.dijaga:
        layar.tulis(
            f"{len(hasil.dijaga)} di antaranya ditulis di samping yang lama ({hasil.dijaga[0].name}), karena yang lama sudah diubah "
            "sesudah ditulis; yang lama tidak disentuh."
        )
    if len(hasil.pdf) == len(hasil.surat):
        layar.tulis("Masing-masing juga sebagai .pdf.")
    else:
        sebab = (
            "LibreOffice Writer tidak dapat menulisnya, atau .pdf yang lama sedang dibuka"
            if hasil.ada_libreoffice
            else "LibreOffice tidak ada di komputer ini"
        )
        layar.tulis(f"Tidak semuanya menjadi .pdf: {sebab}. Buka .docx di Word, lalu simpan sebagai PDF.")
    layar.tulis("Berikutnya: baca, lengkapi yang bertitik-titik, cetak, lalu tanda tangani.")
