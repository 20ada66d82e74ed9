"""How the desk looks in 80 columns and 25 lines: the year's table, the month in work, the jobs with their commands."""

from collections.abc import Sequence
from pathlib import Path

from rich.markup import escape

from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun, LangkahBerikut, kata_setoran
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.layar_tahun import tulis_belum_mulai, tulis_judul, tulis_tabel
from asn_nilai.cli.meja.pekerjaan import Pekerjaan

_LEBAR_LABEL = 27
_MULAI = (
    ("1", "Buat ruang kerja baru", "asn-nilai mulai FOLDER"),
    ("2", "Coba kota contoh", "asn-nilai mulai FOLDER --contoh"),
    ("3", "Buka ruang kerja yang ada", "tempel alamatnya, atau seret foldernya"),
)


def tulis_meja(
    layar: Layar,
    tahun: KeadaanTahun,
    kerja: KeadaanPeriode,
    langkah: LangkahBerikut,
    pekerjaan: Sequence[Pekerjaan],
) -> None:
    """Write the whole desk."""
    layar.tulis()
    tulis_judul(layar, tahun)
    tulis_tabel(layar, tahun, ringkas=True)
    tulis_belum_mulai(layar, tahun)
    layar.judul(f"{kerja.periode.label}: {kata_setoran(kerja)}")
    _baris(layar, "Enter", langkah.sebab, _cara(langkah, pekerjaan))
    for satuan in pekerjaan:
        cara = f"({satuan.halangan})" if satuan.halangan else _tertulis(satuan.perintah)
        label = f"{satuan.label:<{_LEBAR_LABEL}}" if cara else satuan.label
        _baris(layar, f"{satuan.nomor:>3}", label, cara)


def tulis_di_luar(
    layar: Layar, asal: Path, ada: Sequence[Path], *, rusak: bool, daftar: Path | None = None
) -> None:
    """Write what can be done where no work folder is open.

    Args:
        layar: where to write.
        asal: where one was looked for.
        ada: work folders that can be opened.
        rusak: whether the one that is open cannot be read.
        daftar: a workbook that was dropped here, from which one may be made.
    """
    layar.tulis()
    if rusak:
        layar.judul("Enter  Coba lagi, sesudah diperbaiki")
    else:
        layar.judul("asn-nilai · meja kerja")
        layar.kalimat(
            "Satu folder untuk satu tahun, yaitu ruang kerja: skema, target, setoran, dan hasilnya."
        )
        layar.tulis(f"Belum ada yang terbuka di sini: {asal}")
        layar.tulis()
    if daftar:
        layar.kalimat(
            f"{daftar.name} sebuah berkas, bukan ruang kerja. Bila itu daftar pegawai kantor, nomor 1 membuat ruang kerja darinya."
        )
        layar.tulis()
    if ada and not rusak:
        _baris(layar, "Enter", f"Buka {ada[0].name}", "(nomor 4)")
    for nomor, label, tertulis in _MULAI:
        cara = f"{tertulis} --pegawai {tulis_isian(daftar.name)}" if daftar and nomor == "1" else tertulis
        _baris(layar, f"{nomor:>3}", f"{label:<{_LEBAR_LABEL}}", cara)
    if rusak:
        _baris(layar, "  4", "Lihat foldernya", "")
    for urutan, ruang in enumerate(ada, 5 if rusak else 4):
        _baris(layar, f"{urutan:>3}", f"Buka {ruang}", "")
    _baris(layar, "  0", "Selesai", "")


def _cara(langkah: LangkahBerikut, pekerjaan: Sequence[Pekerjaan]) -> str:
    """Return what the next step is: a number of the menu, else its command."""
    sama = (f"(nomor {ini.nomor})" for ini in pekerjaan if ini.perintah == langkah.perintah)
    return next(sama, f"({_tertulis(langkah.perintah)})") if langkah.perintah else ""


def _tertulis(perintah: Sequence[str]) -> str:
    return " ".join(("asn-nilai", *perintah)) if perintah else ""


def _baris(layar: Layar, nomor: str, label: str, perintah: str) -> None:
    cara = f" [dim]{escape(perintah)}[/]" if perintah else ""
    layar.konsol.print(f"[bold]{nomor}[/]  {escape(label)}{cara}", highlight=False, soft_wrap=True)
