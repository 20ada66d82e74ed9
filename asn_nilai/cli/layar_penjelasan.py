"""An explanation on the terminal, in the words of the card."""

from collections.abc import Sequence
from io import StringIO

from rich.box import HORIZONTALS
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from asn_nilai.acuan.hasil.kata_penjelasan import (
    ARTI_CATATAN,
    arti_bulan,
    isi_hasil,
    judul_naik,
    kata_aman,
    kata_aspek,
    kata_beda,
    kata_bersama,
    kata_keberatan,
    kata_naik,
    kata_sekarang,
    kata_tanda,
    tempat_aspek,
    tulis_bilangan,
)
from asn_nilai.acuan.hasil.nilai import SEMENTARA
from asn_nilai.acuan.hasil.penjelasan import (
    BagianUnit,
    BarisPenjelasan,
    Penjelasan,
    PerilakuTertulis,
    SelPerilaku,
)
from asn_nilai.acuan.hasil.perubahan_predikat import Perubahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.cli.konsol import buka_konsol, cetak

_LEBAR_TEKS = 110
"""Characters to a line of an explanation as a file."""


def teks_penjelasan(penjelasan: Penjelasan, aturan: Aturan) -> str:
    """Return an explanation as plain text, the same words as on the terminal."""
    wadah = StringIO()
    layar = Console(
        file=wadah, width=_LEBAR_TEKS, color_system=None, force_terminal=False, legacy_windows=False, emoji=False,
    )  # fmt: skip
    tampilkan(penjelasan, aturan, layar)
    return "".join(f"{baris.rstrip()}\n" for baris in wadah.getvalue().splitlines())


def tampilkan(penjelasan: Penjelasan, aturan: Aturan, layar: Console | None = None) -> None:
    """Show an explanation."""
    layar, desimal = layar or buka_konsol(), aturan.desimal
    cetak(layar, f"[bold]{escape(penjelasan.nama)}[/bold] · NIP {penjelasan.nip}")
    cetak(
        layar,
        escape(" · ".join(b for b in (penjelasan.jabatan, penjelasan.unit, penjelasan.periode_label) if b)),
    )
    cetak(layar, f"Aturan: {escape(penjelasan.peraturan)}\n")
    _hasil(layar, penjelasan, aturan)
    for temuan in penjelasan.halangan:
        cetak(layar, f"  [bold red]{temuan.kode}[/] {escape(str(temuan.letak))}: {escape(temuan.pesan)}")
        cetak(layar, f"    → {escape(temuan.saran)}")
    for bagian in penjelasan.bagian:
        bernama = len(penjelasan.bagian) > 1 or bagian.kode_unit != penjelasan.kode_unit
        _bagian(layar, bagian, bernama=bernama)
    if penjelasan.perilaku:
        _perilaku(layar, penjelasan.perilaku)
    cetak(layar, "\n[bold]Dari capaian menjadi predikat[/bold]")
    for nomor, langkah in enumerate(penjelasan.langkah, 1):
        cetak(layar, f" {nomor}. [bold]{escape(langkah.judul)}[/bold]: {escape(langkah.isi)}")
        cetak(layar, f"    [dim]Dasar: {escape(langkah.dasar)} ({langkah.status})[/dim]")
    if penjelasan.perubahan:
        _perubahan(layar, penjelasan.perubahan, desimal, panjang=penjelasan.panjang)
        if penjelasan.panjang:
            cetak(layar, arti_bulan(pindah=len(penjelasan.bagian) > 1))
    kalimat, dasar = kata_keberatan(aturan, penjelasan.instansi, sementara=penjelasan.status == SEMENTARA)
    asal = f" [dim]({escape(dasar)})[/dim]" if dasar else ""
    cetak(layar, f"\n[bold]Bila ada yang tidak sesuai[/bold]\n  {escape(kalimat)}{asal}")
    if penjelasan.catatan:
        cetak(layar, f"\n[bold]Catatan pemeriksaan[/bold] ({ARTI_CATATAN})")
        for temuan in penjelasan.catatan:
            cetak(layar, f"  - {escape(f'{temuan.letak}: {temuan.pesan}')}")
    cetak(layar, "")


def _hasil(layar: Console, penjelasan: Penjelasan, aturan: Aturan) -> None:
    for judul, nilai in isi_hasil(penjelasan, aturan):
        cetak(layar, f"  {judul:<19} [bold]{escape(nilai or '–')}[/bold]")
    if penjelasan.halangan:
        cetak(layar, f"\n[bold]{penjelasan.judul_halangan}[/bold]")


def _bagian(layar: Console, bagian: BagianUnit, *, bernama: bool) -> None:
    judul = f"{bagian.unit}, {bagian.bulan_dihitung} bulan" if bernama else "Indikator"
    cetak(layar, f"\n[bold]{escape(judul)}[/bold]")
    for baris in bagian.baris:
        _baris(layar, baris)


def _baris(layar: Console, baris: BarisPenjelasan) -> None:
    sifat = " · ".join(baris.sifat)
    cetak(layar, f" [bold]{escape(baris.indikator)}[/bold] ({escape(baris.kode)}) · {escape(sifat)}")
    for bulan in baris.bulan:
        cetak(
            layar,
            f"   {bulan.bulan.label}: target {tulis_bilangan(bulan.target)} [dim]{escape(str(bulan.sel_target))}[/dim] · "
            f"realisasi {tulis_bilangan(bulan.realisasi)} [dim]{escape(str(bulan.sel_realisasi or ''))}[/dim]",
        )
    if baris.penggabungan:
        cetak(layar, f"   {escape(baris.agregasi)}: {escape(baris.penggabungan)}")
    cetak(
        layar,
        f"   Capaian: {escape(baris.kalimat)} [dim]({escape(baris.dasar)}; {baris.status})[/dim]",
    )
    if baris.konversi:
        k = baris.konversi
        cetak(layar, f"   Nilai: {escape(k.isi)} [dim]({escape(k.dasar)}; {k.status})[/dim]")
    cetak(
        layar,
        f"   Bobot {tulis_bilangan(baris.bobot)} → tertimbang {tulis_bilangan(baris.nilai_tertimbang, 4)}",
    )


def _perilaku(layar: Console, semua: Sequence[PerilakuTertulis]) -> None:
    cetak(layar, "\n[bold]Perilaku[/bold]")
    for baris in semua:
        cetak(layar, f" [bold]{baris.bulan.label}[/bold]: {escape(baris.rating) or 'tanpa rating'}")
        cetak(layar, f"   Aspek: {escape(kata_aspek(baris))} [dim]{escape(tempat_aspek(baris))}[/dim]")
        if baris.pimpinan.teks:
            beda = f" ({kata_beda(baris)})" if baris.bertentangan else ""
            oleh = "e-Kinerja BKN" if baris.dari_bkn else "Kata pimpinan"
            cetak(layar, f"   {oleh}: {_isi_sel(baris.pimpinan)}{escape(beda)}")
        if baris.ide_baru:
            cetak(layar, "   Ide Baru: Ya")
        if baris.catatan.teks:
            cetak(layar, f"   Catatan: {_isi_sel(baris.catatan)}")


def _isi_sel(sel: SelPerilaku) -> str:
    return f"{escape(sel.teks)} [dim]{escape(str(sel.sel))}[/dim]"


def _perubahan(layar: Console, perubahan: Perubahan, desimal: int, *, panjang: bool) -> None:
    cetak(layar, "\n[bold]Yang akan mengubah predikat[/bold]")
    for kalimat in (*perubahan.kalimat_naik, *perubahan.kalimat_turun):
        cetak(layar, f"  - {escape(kalimat)}")
    tabel = Table(box=HORIZONTALS, header_style="bold")
    for judul in ("Indikator, angka lain tetap", "Sekarang", judul_naik(perubahan), "Predikat bertahan pada"):
        tabel.add_column(escape(judul), justify="right" if judul == "Sekarang" else "left", overflow="fold")
    for peluang in perubahan.peluang:
        tabel.add_row(
            escape(peluang.indikator),
            kata_sekarang(peluang, panjang=panjang),
            escape(kata_naik(peluang, desimal)),
            kata_aman(peluang),
        )
    layar.print(tabel)
    for kalimat in (*kata_bersama(perubahan, desimal), *kata_tanda(perubahan)):
        cetak(layar, f"  - {escape(kalimat)}")
