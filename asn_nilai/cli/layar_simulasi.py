"""A simulation on the terminal: who moves, why, and under which provisions."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from asn_nilai.acuan.hasil.simulasi import Simulasi
from asn_nilai.acuan.profil.banding_aturan import BedaKetentuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.cli.konsol import cetak

_CONTOH_KETENTUAN = 8


def tampilkan_simulasi(konsol: Console, simulasi: Simulasi) -> None:
    """Show who moves between predikat, what decided it, and the provisions that differ."""
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


def _penyebab(konsol: Console, simulasi: Simulasi) -> None:
    """Show what decided the movements, those of one cause together."""
    for sebab, banyak in simulasi.penyebab:
        dasar = f" [dim]({escape(sebab.dasar)})[/dim]" if sebab.dasar else ""
        cetak(konsol, f"  {banyak:>3} {escape(sebab.kata)}{dasar}")


def _ketentuan(konsol: Console, simulasi: Simulasi) -> None:
    """Show the first differing provisions, those that both rules have before those that one of them lacks."""
    cetak(konsol, "\n[bold]Ketentuan yang berbeda[/bold]")
    semua = sorted(simulasi.beda, key=lambda ketentuan: not (ketentuan.lama.isi and ketentuan.baru.isi))
    for ketentuan in semua[:_CONTOH_KETENTUAN]:
        cetak(
            konsol,
            f"  - {escape(ketentuan.judul)}: {escape(_isi(ketentuan))} [dim]({escape(ketentuan.dasar)})[/dim]",
        )
    sisa = len(semua) - _CONTOH_KETENTUAN
    if sisa > 0:
        cetak(konsol, f"  … dan {sisa} lagi di simulasi.html")
    cetak(konsol, "" if semua else "  tidak ada\n")


def _isi(beda: BedaKetentuan) -> str:
    if not beda.baru.isi:
        return f"{beda.lama.isi}; tidak dipakai lagi"
    if not beda.lama.isi:
        return f"{beda.baru.isi}; ketentuan baru"
    return f"{beda.lama.isi} menjadi {beda.baru.isi}"
