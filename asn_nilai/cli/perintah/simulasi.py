"""`asn-nilai simulasi`: the same data under another rule or figure, nothing in hasil/ touched."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.cli.konsol import cetak
from asn_nilai.cli.pilihan import Folder, PilihanParalel, PilihanPeriode

if TYPE_CHECKING:
    from rich.console import Console

    from asn_nilai.acuan.hasil.simulasi import Simulasi
    from asn_nilai.acuan.profil.naskah_aturan import BedaKetentuan

_CONTOH_KETENTUAN = 8


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    aturan: Annotated[
        str | None,
        typer.Option("--aturan", metavar="KODE|BERKAS", help="Aturan yang dicoba pada data yang sama."),
    ] = None,
    ubah: Annotated[
        list[str] | None,
        typer.Option(
            "--ubah",
            metavar="NAMA=ANGKA",
            help="Angka aturan yang dicoba, misalnya batas_hasil_2=95; boleh ditulis beberapa kali.",
        ),
    ] = None,
    paralel: PilihanParalel = None,
) -> int:
    """Coba aturan atau angka lain: siapa berpindah predikat, mengapa."""
    from asn_nilai.alur.perintah.simulasi import siapkan_simulasi, simulasikan, tulis_simulasi
    from asn_nilai.cli.layar import Layar
    from asn_nilai.cli.status import status_akhir
    from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError

    layar = Layar()
    lama, baru, nama = siapkan_simulasi(folder, periode, aturan, ubah or [])
    layar.judul(f"{lama.ruang.instansi} · {lama.periode.label} · simulasi {baru.aturan.profil.nama}")
    with layar.kemajuan("Menghitung", 2 * len(lama.kode_hasil)) as lapor:
        hasil = simulasikan(lama, baru, lapor, paralel=paralel)
    _tampilkan(layar.konsol, hasil.simulasi)
    try:
        tempat = tulis_simulasi(lama, hasil, nama)
    except (BerkasTerkunciError, TulisGagalError) as galat:
        typer.echo(str(galat), err=True)
        return 1
    layar.tulis(f"Simulasi ditulis di {tempat} (hasil resmi di folder hasil tidak disentuh)")
    layar.tulis("  Untuk diolah       simulasi.xlsx, dan nilai.csv menurut aturan yang dicoba")
    layar.tulis(f"Berikutnya: buka {tempat / 'simulasi.html'}")
    return status_akhir([temuan.sebagai_dict() for temuan in hasil.temuan], ketat=False)


def _tampilkan(konsol: "Console", simulasi: "Simulasi") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.markup import escape
    from rich.table import Table

    cetak(konsol, "\n[bold]Perpindahan predikat[/bold] (baris: semula, kolom: menjadi)")
    tabel = Table(box=SIMPLE_HEAD, header_style="bold")
    tabel.add_column("")
    for ke in (*simulasi.predikat_baru, "Jumlah"):
        tabel.add_column(ke.replace(" ", "\n"), justify="right")
    hitung = simulasi.perpindahan
    for dari in simulasi.predikat_lama:
        isi = [hitung[dari, ke] for ke in simulasi.predikat_baru]
        tabel.add_row(escape(dari), *(tulis_angka(n) if n else "·" for n in isi), tulis_angka(sum(isi)))
    konsol.print(tabel)
    arah = simulasi.arah
    lain = "".join(f", {kata}" for kata in simulasi.kata_lain)
    cetak(
        konsol,
        f"{tulis_angka(len(simulasi.baris))} ASN: {tulis_angka(arah['naik'])} naik, {tulis_angka(arah['turun'])} turun, "
        f"{tulis_angka(arah['tetap'])} tetap{lain}.",
    )
    _penyebab(konsol, simulasi)
    for tanda, banyak in simulasi.bertanda.items():
        cetak(konsol, f"{tulis_angka(banyak)} ASN bertanda: {escape(tanda)}. Baris mereka pembanding saja.")
    _ketentuan(konsol, simulasi)


def _penyebab(konsol: "Console", simulasi: "Simulasi") -> None:
    """Show what decided the movements, those of one cause together."""
    from rich.markup import escape

    for sebab, banyak in simulasi.penyebab:
        dasar = f" [dim]({escape(sebab.dasar)})[/dim]" if sebab.dasar else ""
        cetak(konsol, f"  {banyak:>3} {escape(sebab.kata)}{dasar}")


def _ketentuan(konsol: "Console", simulasi: "Simulasi") -> None:
    """Show the first differing provisions, those that both rules have before those that one of them lacks."""
    from rich.markup import escape

    cetak(konsol, "\n[bold]Ketentuan yang berbeda[/bold]")
    semua = sorted(simulasi.beda, key=lambda ketentuan: not (ketentuan.lama.isi and ketentuan.baru.isi))
    for ketentuan in semua[:_CONTOH_KETENTUAN]:
        cetak(
            konsol,
            f"  {escape(ketentuan.judul)}: {escape(_isi(ketentuan))} [dim]({escape(ketentuan.dasar)})[/dim]",
        )
    sisa = len(semua) - _CONTOH_KETENTUAN
    if sisa > 0:
        cetak(konsol, f"  … dan {sisa} lagi di simulasi.html")
    cetak(konsol, "" if semua else "  tidak ada\n")


def _isi(beda: "BedaKetentuan") -> str:
    if not beda.baru.isi:
        return f"{beda.lama.isi}; tidak dipakai lagi"
    if not beda.lama.isi:
        return f"{beda.baru.isi}; ketentuan baru"
    return f"{beda.lama.isi} menjadi {beda.baru.isi}"
