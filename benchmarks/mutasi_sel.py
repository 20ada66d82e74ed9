"""Ways to spoil the cells of a workbook, as people do: another value, a row lost, a column renamed."""

import io
import random
from collections.abc import Callable

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Acak = random.Random

_ISI_SEL: tuple[object, ...] = (
    None, 0, 1, -5, 95, 0.95, 950, 1e15, True, "", " ", "-", "n/a", "belum ada", "95,5", "1.250", "95%", "80–90", "≤ 5", "#DIV/0!", "=1/0",
    "Sesuai Ekspektasi", "Di Atas Ekspektasi", "bagus", "Jumlah", "NIP", "x" * 500, "\u200b95", "'95", "Rp 1.000",
)  # fmt: skip


def _di_sel(data: bytes, acak: Acak, ubah: Callable[[Worksheet, int, Acak], None]) -> bytes:
    """Let `ubah` change a sheet, given the number of its header row."""
    buku: Workbook = load_workbook(io.BytesIO(data))
    lembar = acak.choice([ws for ws in buku if ws.title in {"Capaian", "Perilaku", "Target"}])
    kepala = next(b for b in range(1, 31) if "NIP" in [sel.value for sel in lembar[b]])
    ubah(lembar, kepala, acak)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _isi(lembar: Worksheet, baris: int, kolom: int, nilai: object) -> None:
    """Write a cell; what a merged range covers has no value of its own."""
    sel = lembar.cell(baris, kolom)
    if not isinstance(sel, MergedCell):
        sel.value = nilai  # type: ignore[assignment]


def _di_mana_saja(lembar: Worksheet, acak: Acak) -> Cell | MergedCell:
    return lembar.cell(acak.randint(1, lembar.max_row), acak.randint(1, lembar.max_column))


def ubah_sel(data: bytes, acak: Acak) -> bytes:
    """Type something else into a cell."""

    def ubah(lembar: Worksheet, kepala: int, acak: Acak) -> None:
        terisi = [sel for baris in lembar.iter_rows(min_row=kepala) for sel in baris if sel.value is not None]
        angka = [sel for sel in terisi if isinstance(sel.value, int | float) and sel.column > 1]
        for _ in range(acak.randint(1, 3)):
            pilihan = acak.choices((angka or terisi, terisi, ()), (5, 4, 1))[0]
            sel = acak.choice(pilihan) if pilihan else _di_mana_saja(lembar, acak)
            if isinstance(sel, MergedCell):
                continue
            lama, cara = sel.value, acak.random()
            if isinstance(lama, str) and lama and cara < 0.3:
                letak = acak.randrange(len(lama))
                sel.value = (
                    lama[:letak] + acak.choice("0123456789 .,xX\u00a0") + lama[letak + acak.randint(0, 1) :]
                )
            elif isinstance(lama, int | float) and cara < 0.5:
                sel.value = acak.choice(
                    (lama + 1, lama * 10, lama / 10, -lama, str(lama), str(lama).replace(".", ","))
                )
            else:
                sel.value = acak.choice(_ISI_SEL)
            if acak.random() < 0.1:
                sel.number_format = acak.choice(("0%", "@", "dd/mm/yyyy", '0"%"', "General"))

    return _di_sel(data, acak, ubah)


def ubah_baris(data: bytes, acak: Acak) -> bytes:
    """Swap, repeat, remove, blank, hide or push down rows."""

    def ubah(lembar: Worksheet, kepala: int, acak: Acak) -> None:
        terisi = [n for n in range(kepala, lembar.max_row + 1) if lembar.cell(n, 1).value is not None]
        asal, dua = (acak.choice(terisi) for _ in range(2))
        isi = [[sel.value for sel in lembar[baris]] for baris in (asal, dua)]
        cara = acak.randrange(6)
        if cara == 0:
            lembar.delete_rows(asal, acak.randint(1, 3))
        elif cara == 1:
            lembar.insert_rows(asal, acak.randint(1, 20))
        elif cara == 2:
            lembar.row_dimensions[asal].hidden = True
        else:
            pasangan = ((asal, isi[1]), (dua, isi[0])) if cara == 3 else ((asal, isi[1]),)
            for baris, nilai in pasangan:
                for kolom, nilai_sel in enumerate(nilai, 1):
                    _isi(lembar, baris, kolom, None if cara == 5 else nilai_sel)

    return _di_sel(data, acak, ubah)


def ubah_kolom(data: bytes, acak: Acak) -> bytes:
    """Swap, rename, repeat, remove, hide or merge columns."""

    def ubah(lembar: Worksheet, kepala: int, acak: Acak) -> None:
        asal, dua = (acak.randint(1, lembar.max_column) for _ in range(2))
        cara = acak.randrange(6)
        if cara == 0:
            lembar.delete_cols(asal)
        elif cara == 1:
            lembar.insert_cols(asal)
        elif cara == 2:
            lembar.column_dimensions[get_column_letter(asal)].hidden = True
        elif cara == 3:
            awal = acak.randint(kepala + 1, lembar.max_row)
            lembar.merge_cells(
                start_row=awal, end_row=awal + acak.randint(1, 8), start_column=asal, end_column=asal
            )
        elif cara == 4:
            judul = ("NIP", "Realisasi", "Target", "Kode", "Hasil", "", "Keterangan", "REALISASI\nBULAN INI")
            _isi(lembar, kepala, asal, acak.choice(judul))
        else:
            for baris in range(kepala, lembar.max_row + 1):
                kiri, kanan = lembar.cell(baris, asal).value, lembar.cell(baris, dua).value
                _isi(lembar, baris, asal, kanan)
                _isi(lembar, baris, dua, kiri)

    return _di_sel(data, acak, ubah)
