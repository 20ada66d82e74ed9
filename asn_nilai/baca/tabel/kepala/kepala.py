"""Finds a form's header on a sheet: anywhere in the first 30 rows, columns in any order, labels by what they mean.

A literal label of the form beats a synonym; two cells that name the same column equally well are reported, never
chosen between. A header may stand over two rows (`Target` above `Jan … Des`).
"""

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.formulir import (
    KUNCI_BULAN,
    KUNCI_RENCANA,
    Formulir,
    JenisIsi,
    lipat_label,
)
from asn_nilai.acuan.isian.formulir.tabel import nama_sel
from asn_nilai.baca.format_sel.lembar import Sel
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.sel import Isi, Kisi, kutip, teks_sel

BARIS_DICARI = 30
"""How many rows from the top may hold the header."""
_LABEL_TERPANJANG = 80
_TAHUN = re.compile(r"(?<!\d)20\d\d(?!\d)")
_BOLEH_BERULANG = frozenset({"no", "keterangan", "catatan", *KUNCI_RENCANA})
"""Columns that only people read: of two the first is shown, and nothing is lost."""
_DINILAI = frozenset({JenisIsi.ANGKA, JenisIsi.CAMPURAN})
"""Kinds of columns a score rests on: a second one that may be meant is never passed over in silence."""
_DIBERITAHUKAN = frozenset({"nama", "satuan", "target", "bukti_dukung"})
"""Optional columns whose absence leaves a check undone."""
_JANGKAR = ("nip", "kode_indikator", "kode_unit")
"""Columns that make a row somebody's, where the form needs them."""
_ANGKA_NIP = 9
"""So many digits at least make a cell a NIP, be it a damaged one."""
SelMenurutKunci = dict[str, list[Sel]]
"""Key → the (row, column) of every header cell that names it; 0-based."""


@dataclass(slots=True)
class Kepala:
    """A header: its last row and, for each key found, the cells that name it.

    Where a literal label has beaten synonyms, `kalah` has the cells of these. Where a label stands over sub-labels, `induk`
    has its own column, and `kata` the key, cell and words of each storey that speaks. `ulangan`
    are the rows further down that repeat the header.
    """

    baris: int
    sel: SelMenurutKunci = field(default_factory=dict)
    kalah: SelMenurutKunci = field(default_factory=dict)
    induk: dict[str, int] = field(default_factory=dict)
    kata: list[tuple[str, Sel, str]] = field(default_factory=list)
    ulangan: list[int] = field(default_factory=list)

    @property
    def awal(self) -> int:
        """Return the header's first row."""
        return min(
            [tempat[0] for sel in self.sel.values() for tempat in sel] + [sel[0] for _, sel, _ in self.kata]
        )

    @property
    def kolom(self) -> dict[str, int]:
        """Return the column of each key, the first where several name it."""
        return {kunci: tempat[0][1] for kunci, tempat in self.sel.items()}


def cari_kepala(kisi: Kisi, formulir: Formulir) -> Kepala | None:
    """Return the header of a form, None where no row names enough of its columns.

    The row (or pair of rows) that names the most columns is taken, of equals the first; so a block with `Kode Unit` and
    `Unit Kerja` above the table is no header.
    """
    terbaik: Kepala | None = None
    atas: SelMenurutKunci = {}
    perlu = min(3, max(2, len(formulir.wajib)))
    for nomor in range(min(BARIS_DICARI, len(kisi))):
        milik_orang = terbaik is not None and _milik_orang(kisi[nomor], terbaik)
        bawah = {} if milik_orang else kenali_baris(kisi, nomor, formulir)
        berdua = [_gabung(kisi, atas, bawah, nomor)] if atas and bawah else []
        for sel in (*berdua, bawah):
            if terbaik is None or len(sel) > len(terbaik.sel):
                if (
                    terbaik is not None
                    and len(terbaik.sel) >= perlu
                    and _ada_data(kisi, terbaik, nomor, formulir)
                ):
                    break  # what stands between is data: this is the header once more, however full
                terbaik = Kepala(nomor, sel)
        if terbaik is not None and len(terbaik.sel) == len(formulir.kolom):
            break  # no row can name more
        atas = bawah
    if terbaik is None or len(terbaik.sel) < perlu:
        return None
    utama = {k: _utamakan_label(kisi, formulir, k, sel) for k, sel in terbaik.sel.items()}
    kalah = {k: [tempat for tempat in sel if tempat not in utama[k]] for k, sel in terbaik.sel.items()}
    return Kepala(terbaik.baris, utama, {k: sel for k, sel in kalah.items() if sel})


def _milik_orang(baris: Sequence[Isi], kepala: Kepala) -> bool:
    """Tell whether a row below a header bears somebody's NIP: it names no columns."""
    nip = kepala.sel.get("nip")
    return nip is not None and isinstance(isi := baris[nip[0][1]], str) and isi.isdecimal()


def _ada_data(kisi: Kisi, kepala: Kepala, akhir: int, formulir: Formulir) -> bool:
    """Tell whether rows between a header and another row have all that makes a row: its NIP and its codes."""
    kolom = [kepala.kolom[kunci] for kunci in _JANGKAR if kunci in kepala.sel]
    if len(kolom) != sum(kunci in formulir.wajib for kunci in _JANGKAR):
        return False
    return any(
        all(
            not isinstance(isi, str) or (isi.strip() and formulir.kenali_kolom(isi) is None)
            for isi in map(baris.__getitem__, kolom)
        )
        and (
            "nip" not in formulir.wajib
            or sum(map(str.isdigit, teks_sel(baris[kepala.kolom["nip"]]))) >= _ANGKA_NIP
        )
        for baris in kisi[kepala.baris + 1 : akhir - 1]
    )


def kenali_baris(kisi: Kisi, nomor: int, formulir: Formulir) -> SelMenurutKunci:
    """Return the cells of a row that name columns of the form."""
    hasil: SelMenurutKunci = {}
    for kolom, isi in enumerate(kisi[nomor]):
        if isi and isinstance(isi, (str, dt.date)) and (kunci := _kenali_sel(isi, formulir)) is not None:
            hasil.setdefault(kunci, []).append((nomor, kolom))
    return hasil


def _kenali_sel(isi: str | dt.date, formulir: Formulir) -> str | None:
    """Return the key that a header cell names; `Jan 2026` that Excel has made a date is still January."""
    if isinstance(isi, dt.date):
        kunci = KUNCI_BULAN[isi.month - 1]
        return kunci if kunci in formulir.kunci else None
    if len(isi) > _LABEL_TERPANJANG or isi.isdecimal():
        return None
    return formulir.kenali_kolom(isi)


def _gabung(kisi: Kisi, atas: SelMenurutKunci, bawah: SelMenurutKunci, nomor_bawah: int) -> SelMenurutKunci:
    """Return a header over two rows: the lower row counts; the upper one where the cell below it is blank."""
    hasil = {kunci: list(sel) for kunci, sel in bawah.items()}
    for kunci, sel in atas.items():
        if lewat := [tempat for tempat in sel if kisi[nomor_bawah][tempat[1]] == ""]:
            hasil.setdefault(kunci, []).extend(lewat)
    return hasil


def _utamakan_label(kisi: Kisi, formulir: Formulir, kunci: str, sel: list[Sel]) -> list[Sel]:
    if len(sel) == 1:
        return sel
    label = lipat_label(formulir.label(kunci))
    teks = {tempat: teks_sel(kisi[tempat[0]][tempat[1]]) for tempat in sel}
    angka = [tempat for tempat in sel if not hanya_persentase(kunci, teks[tempat])] or sel
    return [tempat for tempat in angka if lipat_label(teks[tempat]) == label] or angka


def hanya_persentase(kunci: str, label: str) -> bool:
    """Tell whether a label names the percentage of a column's figures: no second column of figures. A weight is one itself."""
    return "%" in label and kunci != "bobot"


def periksa_kepala(
    kisi: Kisi, kepala: Kepala, formulir: Formulir, wajib: Collection[str], catatan: Catatan
) -> bool:
    """Note missing and repeated columns; tell whether the table can be read."""
    ujung = min(tempat[0] for tempat in kepala.sel.values())
    dapat_dibaca = True
    for kunci in formulir.kunci:
        if kunci in kepala.sel:
            continue
        if kunci in wajib:
            catatan.tambah("kolom-hilang", ujung, kolom=formulir.label(kunci))
            dapat_dibaca = False
        elif kunci in _DIBERITAHUKAN:
            catatan.tambah("kolom-tidak-ada", ujung, kolom=formulir.label(kunci))
    for kunci, sel in kepala.sel.items():
        if len(sel) > 1 and kunci not in _BOLEH_BERULANG:
            _catat_ganda(formulir.label(kunci), sel, catatan)
            dapat_dibaca = False
    for dibaca in formulir.kolom:
        for baris, kolom in kepala.kalah.get(dibaca.kunci, ()) if dibaca.jenis in _DINILAI else ():
            catatan.tambah(
                "kolom-diabaikan", (baris, kolom), kolom=dibaca.label,
                judul_lain=kutip(kisi[baris][kolom]), sel_dibaca=nama_sel(*kepala.sel[dibaca.kunci][0]),
            )  # fmt: skip
    return dapat_dibaca


def periksa_kepala_lagi(
    kisi: Kisi, kepala: Kepala, formulir: Formulir, ulangan: Sequence[int], catatan: Catatan
) -> bool:
    """Note rows that repeat the header with other columns; tell whether all columns keep their places."""
    tetap = True
    for nomor in ulangan:
        lagi = kenali_baris(kisi, nomor, formulir)
        pindah = [
            formulir.label(kunci)
            for kunci, kolom in kepala.kolom.items()
            if kunci not in _BOLEH_BERULANG
            and {kolom, kepala.induk.get(kunci, kolom)}.isdisjoint(
                k for _, k in lagi.get(kunci, [(nomor, kolom)])
            )
        ]
        pindah += [
            kolom.label
            for kolom in formulir.kolom
            if kolom.jenis in _DINILAI and kolom.kunci in lagi and kolom.kunci not in kepala.kolom
        ]
        if pindah:
            catatan.tambah("kepala-berubah", (nomor, 0), baris=str(nomor + 1), beda=", ".join(pindah))
            tetap = False
    return tetap


def periksa_tahun_kepala(kisi: Kisi, kepala: Kepala, tahun: int, catatan: Catatan) -> None:
    """Note where month columns speak of another year than the table is read for."""
    bulan = [sel for kunci in KUNCI_BULAN for sel in kepala.sel.get(kunci, ())]
    for baris, kolom in bulan:
        isi = kisi[baris][kolom]
        tertulis = {str(isi.year)} if isinstance(isi, dt.date) else set(_TAHUN.findall(teks_sel(isi)))
        if tertulis and str(tahun) not in tertulis:
            sebutan = ", ".join(sorted(tertulis))
            catatan.tambah("bulan-tahun-lain", (baris, kolom), tahun_tertulis=sebutan, tahun=str(tahun))
            return


def _catat_ganda(label: str, sel: list[Sel], catatan: Catatan) -> None:
    for kedua in sel[1:]:
        catatan.tambah(
            "kolom-ganda", kedua, kolom=label, sel_pertama=nama_sel(*sel[0]), sel_kedua=nama_sel(*kedua)
        )
