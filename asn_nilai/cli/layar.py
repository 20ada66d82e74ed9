"""What the terminal shows: progress, the closing table, findings. Plain text where the output is piped."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_HALAMAN, TAKARAN_LAYAR, Takaran, ikhtisar
from asn_nilai.acuan.setoran.pesan.pesan_pengelola import hitung_temuan
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR, LENGKAP, LIHAT_SKEMA
from asn_nilai.acuan.tulisan import sebagian, tulis_angka
from asn_nilai.cli.konsol import buka_konsol, lipat, tanpa_kendali
from asn_nilai.cli.tabel_layar import Bagian, BarisTabel, cetak_tabel

if TYPE_CHECKING:
    from asn_nilai.acuan.hasil.ringkas import RingkasUnit
    from asn_nilai.acuan.profil.aturan import Aturan
    from asn_nilai.acuan.setoran.pesan.kelompok_temuan import KelompokTemuan
    from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
    from asn_nilai.acuan.temuan import Jenis

_WARNA = {"galat": "bold red", "peringatan": "yellow", "info": "cyan"}
_WARNA_STATUS = {LENGKAP: "green", ADA_GALAT: "red", BELUM_SETOR: "magenta"}
_UNIT_TERBANYAK = 200
"""Rows of the closing table: nobody scrolls back through more, and all units stand on a page."""
BELUM_SELESAI = "BELUM SELESAI: yang disebut di atas belum ada, atau masih yang lama. Jalankan perintah ini lagi sebelum dibagikan."
_LEBAR_NAMA, _LEBAR_NAMA_SETORAN = 140, 118
"""Columns of a terminal from which the closing table, with its many figures, and that of submissions have room for names."""


class Layar:
    """Writes to stderr, so that stdout stays free for `--json`."""

    def __init__(self, *, diam: bool = False) -> None:
        self.konsol = buka_konsol(stderr=True)
        self.diam = diam

    def tulis(self, teks: str = "") -> None:
        """Write a line, taken literally."""
        if not self.diam:
            self.konsol.print(teks, markup=False, highlight=False, soft_wrap=True)

    def kalimat(self, teks: str) -> None:
        """Write a sentence for reading, folded between words; a path or command for copying goes through `tulis`."""
        self._cetak([(teks, "")])

    def judul(self, teks: str) -> None:
        """Write a heading."""
        if not self.diam:
            self.konsol.print(f"[bold]{escape(teks)}[/bold]", highlight=False)

    @contextmanager
    def kemajuan(self, judul: str, banyak: int) -> Iterator[Callable[[str], None]]:
        """Show units done, time left and what is being done while the block runs; nothing where nobody watches.

        Yields what the work calls with the code of each unit that is done.
        """
        if self.diam or not self.konsol.is_terminal:
            yield lambda _kode: None
            return
        from asn_nilai.alur.proses.papan import ditonton
        from asn_nilai.cli.kemajuan import susun_batang

        with ditonton() as papan, susun_batang(self.konsol, papan) as kemajuan:
            tugas = kemajuan.add_task(judul, total=banyak)
            yield lambda _kode: kemajuan.advance(tugas)

    def tabel_unit(self, unit: "Sequence[RingkasUnit]", aturan: "Aturan") -> None:
        """Show the closing table: unit, ASN scored, mean NHK, predikat counts, findings; of very many units those to look at first."""
        if self.diam:
            return
        from asn_nilai.acuan.hasil.ringkas import jumlahkan

        sempit = self.konsol.width < _LEBAR_NAMA
        predikat, desimal = aturan.predikat.urutan, aturan.desimal
        jumlah = jumlahkan(unit, desimal)
        tabel = Table(
            show_footer=len(unit) > 1,
            box=SIMPLE_HEAD,
            padding=0 if sempit else (0, 1),
            header_style="bold",
            footer_style="bold",
        )
        tabel.add_column("Unit", footer="Seluruh unit", overflow="fold", max_width=12 if sempit else 36)
        for judul, isi in _kolom_angka(jumlah, aturan, sempit=sempit).items():
            tabel.add_column(judul, justify="right", footer=isi, no_wrap=True)
        tabel.add_column("Setoran", no_wrap=True)
        tampil = _yang_ditampilkan(unit)
        baris = [
            (
                (u.kode if sempit else "") or u.nama,
                sebagian(u.dinilai, u.jumlah_asn),
                *((_banyak(u.sementara),) if jumlah.sementara else ()),
                tulis_rata(u.rata_rata_nhk, desimal),
                *(_banyak(u.predikat.get(label, 0)) for label in predikat),
                (tulis_angka(u.galat), "red" if u.galat else ""),
                tulis_angka(u.peringatan),
                _status(u.status),
            )
            for u in tampil
        ]
        cetak_tabel(self.konsol, tabel, baris)
        if lain := len(unit) - len(tampil):
            self.tulis(
                f"… dan {lain} unit lagi di index.html. Yang di atas didahulukan: belum lengkap, bertemuan galat, atau ada yang belum dinilai."
            )
        if sempit:
            self.tulis(" · ".join(f"{_kepala(label, sempit=True)} {label}" for label in predikat))

    def tabel(
        self, kepala: Sequence[str], baris: Sequence[Sequence[str]], *, teks: int = 1, rapat: bool = False
    ) -> None:
        """Show a plain table: so many columns of texts, then figures, to the right; `rapat`: without blank lines around it."""
        if self.diam:
            return
        tabel = Table(box=SIMPLE_HEAD, header_style="bold", show_edge=not rapat)
        for judul in kepala[:teks]:
            tabel.add_column(judul, overflow="fold")
        for judul in kepala[teks:]:
            tabel.add_column(judul, justify="right")
        for sel in baris:
            tabel.add_row(*map(Text, sel))
        self.konsol.print(tabel)

    def tabel_setoran(self, unit: "Sequence[SetoranUnit]", tanpa_unit: int = 0) -> None:
        """Show each unit's state of submission and its number of findings; last the people who are in no unit."""
        if self.diam:
            return
        sempit = self.konsol.width < _LEBAR_NAMA_SETORAN
        tabel = Table(box=SIMPLE_HEAD, header_style="bold")
        for judul in ("Unit", "Setoran"):
            tabel.add_column(judul, overflow="fold")
        for judul in ("ASN", "Galat", "Peringatan"):
            tabel.add_column(judul, justify="right")
        baris: list[BarisTabel] = [
            (
                u.unit.kode if sempit else f"{u.unit.nama} ({u.unit.kode})",
                _status(u.status),
                tulis_angka(u.jumlah_asn),
                (tulis_angka(u.galat), "red" if u.galat else ""),
                tulis_angka(u.peringatan),
            )
            for u in unit
        ]
        if tanpa_unit:
            baris.append((TANPA_UNIT.nama, (LIHAT_SKEMA, "red"), tulis_angka(tanpa_unit), "", ""))
        cetak_tabel(self.konsol, tabel, baris)

    def kelompok(
        self, judul: str, semua: "Sequence[KelompokTemuan]", takaran: Takaran = TAKARAN_LAYAR
    ) -> None:
        """Show findings by cause under a heading, each with its cells and what to do."""
        if self.diam or not semua:
            return
        self._cetak((("\n", ""), (judul, "bold")), _isi_kelompok(semua, takaran))

    def temuan(self, semua: Iterable[Mapping[str, str]]) -> None:
        """Show findings (with the keys of the contract) by kind, each with its first places and what to do.

        Those that belong to no unit come first, under a heading and in full: what is wrong in the skema is mended before all else.
        """
        umum, unit = (ikhtisar(milik) for milik in _bagi_unit(semua))
        if umum and not self.diam:
            self.judul(f"\nDi luar unit: {hitung_temuan(umum)}")
        self._ikhtisar(umum, TAKARAN_HALAMAN)
        if umum and unit and not self.diam:
            self.judul("\nDi setoran unit")
        self._ikhtisar(unit, TAKARAN_LAYAR)

    def _ikhtisar(self, semua: "Sequence[KelompokTemuan]", takaran: Takaran) -> None:
        for kelompok in semua:
            self._cetak(_isi_ikhtisar(kelompok, takaran))

    def _cetak(self, *isi: Iterable[Bagian]) -> None:
        """Write lines in one stroke: printed one by one, a city's findings take as long as they took to find."""
        if self.diam:
            return
        bersih = ((tanpa_kendali(teks), gaya) for bagian in isi for teks, gaya in bagian)
        teks = Text.assemble(*bersih)
        self.konsol.print(lipat(teks, self.konsol), soft_wrap=True)


def _isi_kelompok(semua: "Sequence[KelompokTemuan]", takaran: Takaran) -> Iterator[Bagian]:
    tempat = ""
    for kelompok in semua:
        if str(kelompok.letak) != tempat:
            tempat = str(kelompok.letak)
            yield f"\n  {tempat}", ""
        yield from _jenis(kelompok.jenis, f" ({kelompok.jumlah})" if kelompok.jumlah > 1 else "", "\n    ")
        for sebab in kelompok.tampil(takaran):
            sel = f"{sebab.letak.sel}: " if sebab.letak.sel else ""
            yield f"\n      {sel}{sebab.kalimat(takaran)}", ""
            yield from _saran("" if kelompok.saran else sebab.saran, "\n        ")
        if sisa := kelompok.sisa(takaran):
            yield f"\n      … dan {sisa} lagi yang serupa, di {kelompok.sel}", ""
        yield from _saran(kelompok.saran, "\n      ")


def _isi_ikhtisar(kelompok: "KelompokTemuan", takaran: Takaran) -> Iterator[Bagian]:
    yield from _jenis(kelompok.jenis, f" ({kelompok.jumlah})", "\n")
    for sebab in kelompok.tampil(takaran):
        yield f"\n  {str(sebab.letak) or sebab.unit}: {sebab.pesan}", ""
        yield from _saran("" if kelompok.saran else sebab.saran, "\n    ")
    if sisa := kelompok.sisa(takaran):
        yield f"\n  … dan {sisa} lagi, di temuan.csv", ""
    yield from _saran(kelompok.saran, "\n  ")


def _jenis(jenis: "Jenis", banyak: str, awal: str) -> Iterator[Bagian]:
    yield awal, ""
    yield jenis.tingkat, _WARNA[jenis.tingkat]
    yield " ", ""
    yield jenis.judul, "bold"
    yield f"{banyak} ", ""
    yield jenis.kode, "dim"


def _saran(saran: str, awal: str) -> Iterator[Bagian]:
    if saran:
        yield f"{awal}→ {saran}", ""


def _bagi_unit(semua: Iterable[Mapping[str, str]]) -> tuple[list[Mapping[str, str]], list[Mapping[str, str]]]:
    """Part findings into those that belong to no unit and the others."""
    umum: list[Mapping[str, str]] = []
    unit: list[Mapping[str, str]] = []
    for temuan in semua:
        (unit if temuan["unit"] else umum).append(temuan)
    return umum, unit


def _yang_ditampilkan(unit: "Sequence[RingkasUnit]") -> "Sequence[RingkasUnit]":
    """Return the units that the closing table has room for, in their order; first of all those that something is wanting of."""
    urut = sorted(unit, key=lambda u: u.status == LENGKAP and not u.galat and not u.belum_dinilai)
    terpilih = {u.kode for u in urut[:_UNIT_TERBANYAK]}
    return [u for u in unit if u.kode in terpilih]


def _kolom_angka(jumlah: "RingkasUnit", aturan: "Aturan", *, sempit: bool) -> dict[str, str]:
    """Return the titles of the closing table's figures, each with what stands below them for all units together."""
    sementara = {"Semen-\ntara" if sempit else "Sementara": tulis_angka(jumlah.sementara)}
    return {
        "Dinilai": sebagian(jumlah.dinilai, jumlah.jumlah_asn),
        **(sementara if jumlah.sementara else {}),
        "Rata-rata\nNHK": tulis_rata(jumlah.rata_rata_nhk, aturan.desimal),
        **{
            _kepala(label, sempit=sempit): tulis_angka(jumlah.predikat.get(label, 0))
            for label in aturan.predikat.urutan
        },
        "Galat": tulis_angka(jumlah.galat),
        "Pering." if sempit else "Peringatan": tulis_angka(jumlah.peringatan),
    }


def _banyak(orang: int) -> str:
    return tulis_angka(orang) if orang else "·"


def _kepala(label: str, *, sempit: bool) -> str:
    """Return a predikat as a column's head: its words one below the other, or its initials."""
    return "".join(kata[0] for kata in label.split()) if sempit else label.replace(" ", "\n")


def _status(status: str) -> Bagian:
    return status, _WARNA_STATUS.get(status, "red")
