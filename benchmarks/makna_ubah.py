"""Ways to change what a sheet says, as offices do: headers, formats, merged cells, titles, sheets, units, columns, hidden parts, rows.

Each way works on an openpyxl workbook and draws from a given random source. What a printed page cannot show (part of a text struck
out, zeros switched off) it hands back: the NIPs whose figures are then another's guess.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Acak = random.Random
TakTercetak = set[str]
"""NIPs of whom a page printed from the workbook does not tell the whole truth; `""` where it may be any."""

RATING = ("Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi")
_KURUNG = (
    "(April)", "(dalam ribuan)", "(% capaian)", "(kumulatif Jan–Mei)", "(rencana)", "(usulan pegawai)", "(Mei)", "(Juni)", "(8)", "(2026)",
    "(2025)", "(s.d. bulan ini)", "(jam)", "(persen)", "(diisi unit)", "[Mei 2026]", "(TW II)", "(semester I)", "(angka)", "(belum final)",
    "(1-100)", "(juta Rp)", "(rata-rata)", "(a)", "(per minggu)", "(tim)", "(verifikasi)", "(x100)", "(ribu)", "(hasil audit)",
)  # fmt: skip
_EKOR = (
    " April", " Bulan Lalu", " Bulan Ini", " Kumulatif", " s.d. Bulan Ini", " Tahun Lalu", " %", " (Rp)", "\nMei", " Mei 2026", " Rencana", " Awal",
    " Final", " Perubahan", " Tim", " Rata-rata", " *)", " 2025", " TW II", " Sementara",
)  # fmt: skip
_ANAK = (
    ("Bulan Lalu", "Bulan Ini"), ("Semula", "Menjadi"), ("Lama", "Baru"), ("Mandiri", "Atasan"), ("Minggu I-II", "Minggu III-IV"), ("April", "Mei"),
    ("Mei", "Juni"), ("Rencana", "Nyata"), ("Jumlah", "%"), ("2025", "2026"), ("Unit", "Pegawai"), ("Sebelum Perubahan", "Setelah Perubahan"),
)  # fmt: skip
_SERUPA = (
    "{} Bulan Lalu", "{} (verifikasi)", "{} Perbaikan", "{} Revisi", "{} Final", "{}", "{} Kumulatif", "{} %", "Total {}", "{} Tahun Lalu",
    "Selisih {}", "{} Menjadi", "{} Seharusnya", "Koreksi {}",
)  # fmt: skip
_FORMAT = (
    "0", "0.0", "#,##0", '0"0"', '"1"0', "#,##0,", "0.0,,", '0"%"', "0%", '0" jam"', '0" ribu"', '"Rp"#,##0', ";;;", '""', '[<50]"kurang";0',
    "0;-0;;@", '0" orang"', "dd/mm/yyyy", "@", "0.0E+0", "# ?/?", "[h]:mm", "[White]0", "[Red]0", "_-* #,##0_-", r"0\.0", '0","0', "00000", "-0",
    "(0)", '[=38]"95";0', "0.00", "#,##0.0_);(#,##0.0)", '0" menit"', '0" hari"', r"\±0", '"<"0', "0*x", "?0", '0" x"', "mmm", "[$-421]#,##0", '"≥ "0', "0/10",
)  # fmt: skip
_FORMAT_TEKS = (
    'General;General;General;"Di Atas Ekspektasi"',
    '@"0"',
    '"Sesuai Ekspektasi"',
    "@",
    ";;;",
    '"(batal) "@',
    '@" *)"',
)
_JUDUL = (
    "BULAN APRIL 2026", "Capaian s.d. Juni 2026", "Bulan Mei 2025", "Triwulan II Tahun 2026", "Keadaan s.d. 30 April 2026", "Mei 2026", "Periode: Januari–Mei 2026",
    "Laporan Kumulatif Tahun 2026", "CAPAIAN KINERJA BULAN MEI DAN JUNI 2026", "Tahun Anggaran 2026", "Unit: Kelurahan Lain", "RENCANA KINERJA MEI 2026",
    "Dicetak 3 Juni 2026", "Sesuai Perwako Nomor 12 Tahun 2025", "(dalam ribuan)", "Semester I 2026", "Formulir 3.b", "DRAF", "Bulan: Mei", "Bulan: April",
    "Angka dalam persen", "REKAP TAHUNAN 2026", "Posisi 31 Mei 2026", "2026", "Data 2025",
)  # fmt: skip
_LEMBAR = (
    "{} April",
    "{} (2)",
    "{} lama",
    "{} Mei 2026",
    "{} revisi",
    "Rekap {}",
    "{} 2025",
    "{}-05",
    "{} s.d. Mei",
    " {} ",
    "{}_final",
    "DRAF {}",
)
_SATUAN = (
    "jam",
    "menit",
    "persen",
    "%",
    "ribu",
    "juta",
    "orang",
    "",
    "hari kerja",
    "lembar",
    "paket",
    "Dokumen",
    "kali/bulan",
)
_EKOR_TABEL: tuple[dict[str, object], ...] = (
    {"A": "Jumlah ASN: 6"}, {"A": "Jumlah", "H": 4000}, {"B": "Rata-rata capaian unit", "H": 97.5}, {"J": "Halaman 1 dari 2"}, {"A": 1}, {"E": 2},
    {"H": "Bukittinggi, 31 Mei 2026"}, {"H": "NIP 198005192003031948"}, {"B": "NIP. 19800519 200303 1 948"}, {"B": "198005192003031948", "D": "198811012012042949"},
    {"B": "Keterangan:"}, {"B": "A", "C": ">= 100", "H": 100}, {"A": "*) dalam ribuan"}, {"A": "Catatan: realisasi kumulatif s.d. bulan ini"}, {"A": "Sub Total", "G": 100, "H": 90},
    {"C": "Hafizaldi Pitopang, S.IP."}, {"A": "- 2 -"}, {"H": 743}, {"G": "Target", "H": "Realisasi"}, {"A": "Dicetak dari aplikasi", "H": 2026}, {"A": "JUMLAH TOTAL", "B": 20, "H": 99},
)  # fmt: skip


@dataclass(frozen=True)
class Tempat:
    """A form's sheet: its header row, and the column of each label; `dinilai` are the labels whose figures count."""

    lembar: Worksheet
    kepala: int
    kolom: dict[str, int]
    dinilai: list[str]

    @property
    def baris(self) -> range:
        """Return the data rows."""
        akhir = self.kepala
        while self.lembar.cell(akhir + 1, self.kolom["NIP"]).value:
            akhir += 1
        return range(self.kepala + 1, akhir + 1)

    def nip(self, baris: int) -> str:
        """Return whose row it is."""
        return str(self.lembar.cell(baris, self.kolom["NIP"]).value or "")


Ubah = Callable[[Tempat, Acak], TakTercetak | None]


def tempat(lembar: Worksheet, bulan: str) -> Tempat:
    """Find the header of an untouched sheet; `bulan` is the label of the asked month's column of a target sheet."""
    kepala = next(n for n in range(1, 31) if "NIP" in [sel.value for sel in lembar[n]])
    kolom = {str(sel.value): sel.column for sel in lembar[kepala] if sel.value}
    menurut = {"Target": ["Bobot", bulan], "Capaian": ["Realisasi"]}
    aspek = [label for label in kolom if kolom[label] > 3 and label not in {"Ide Baru", "Catatan"}]
    return Tempat(lembar, kepala, kolom, menurut.get(lembar.title, [*aspek, *["Rating Perilaku"] * 6]))


def _satu(tempat: Tempat, acak: Acak) -> tuple[str, int, int]:
    """Return a scored label, its column and a data row."""
    label = acak.choice(tempat.dinilai)
    return label, tempat.kolom[label], acak.choice(tempat.baris)


def kurung(tempat: Tempat, acak: Acak) -> None:
    """Write words in brackets behind a label."""
    label, kolom, _ = _satu(tempat, acak)
    tempat.lembar.cell(tempat.kepala, kolom).value = f"{label} {acak.choice(_KURUNG)}"


def ekor_label(tempat: Tempat, acak: Acak) -> None:
    """Write further words into a label."""
    label, kolom, _ = _satu(tempat, acak)
    tempat.lembar.cell(tempat.kepala, kolom).value = f"{label}{acak.choice(_EKOR)}"


def tukar_label(tempat: Tempat, acak: Acak) -> None:
    """Swap two labels; the figures stay."""
    label, kolom, _ = _satu(tempat, acak)
    lain = acak.choice([k for k in tempat.kolom.values() if k != kolom])
    sel, kedua = tempat.lembar.cell(tempat.kepala, kolom), tempat.lembar.cell(tempat.kepala, lain)
    sel.value, kedua.value = kedua.value, label


def _lepaskan(lembar: Worksheet) -> None:
    """Take merged titles apart, so that rows and columns can move."""
    for rentang in list(lembar.merged_cells.ranges):
        lembar.unmerge_cells(str(rentang))


def _salin_kolom(tempat: Tempat, asal: int, tujuan: int, acak: Acak) -> None:
    """Fill a column with figures like another's."""
    kali = acak.choice((0.5, 0.9, 1.1, 2))
    for baris in tempat.baris:
        isi = tempat.lembar.cell(baris, asal).value
        angka = isinstance(isi, int | float)
        tempat.lembar.cell(baris, tujuan).value = round(isi * kali, 2) if angka else acak.choice(RATING)


def anak_label(tempat: Tempat, acak: Acak) -> None:
    """Split a column in two under one label."""
    lembar, (label, kolom, _) = tempat.lembar, _satu(tempat, acak)
    _lepaskan(lembar)
    lembar.insert_cols(kolom)
    lembar.insert_rows(tempat.kepala + 1)
    for baris in range(tempat.kepala + 2, lembar.max_row + 1):
        isi = lembar.cell(baris, kolom + 1).value
        if isi not in {None, ""}:
            angka = isinstance(isi, int | float)
            lembar.cell(baris, kolom).value = round(isi * 0.5, 2) if angka else acak.choice(RATING)
    lembar.cell(tempat.kepala, kolom + 1).value = None
    lembar.cell(tempat.kepala, kolom).value = label
    anak = acak.choice(_ANAK)
    for ke in range(2):
        lembar.cell(tempat.kepala + 1, kolom + ke).value = anak[ke]
    if acak.random() < 0.8:
        lembar.merge_cells(
            start_row=tempat.kepala, end_row=tempat.kepala, start_column=kolom, end_column=kolom + 1
        )


def kolom_serupa(tempat: Tempat, acak: Acak) -> None:
    """Add a column with a label that is nearly the same, beside the table or right after the column."""
    lembar, (label, kolom, _) = tempat.lembar, _satu(tempat, acak)
    tujuan = lembar.max_column + 1
    if acak.random() < 0.5:
        _lepaskan(lembar)
        lembar.insert_cols(tujuan := kolom + 1)
    lembar.cell(tempat.kepala, tujuan).value = acak.choice(_SERUPA).format(label)
    _salin_kolom(tempat, kolom, tujuan, acak)


def format_angka(tempat: Tempat, acak: Acak) -> None:
    """Give a cell, or a whole column, another number format."""
    _, kolom, baris = _satu(tempat, acak)
    kode = acak.choice(_FORMAT)
    for nomor in tempat.baris if acak.random() < 0.3 else [baris]:
        sel = tempat.lembar.cell(nomor, kolom)
        sel.number_format = kode if isinstance(sel.value, int | float) else acak.choice(_FORMAT_TEKS)


def format_teks(tempat: Tempat, acak: Acak) -> None:
    """Type a figure as text and let the format show another text."""
    _, kolom, baris = _satu(tempat, acak)
    sel = tempat.lembar.cell(baris, kolom)
    sel.value = str(sel.value or acak.choice(RATING)).replace(".", ",")
    sel.number_format = acak.choice(_FORMAT_TEKS)


def gabung(tempat: Tempat, acak: Acak) -> None:
    """Merge cells down, or to the right, as Excel does: what they hid is gone; some programs keep it."""
    semua = list(tempat.kolom.values())
    kolom = acak.choice([acak.choice(semua), _satu(tempat, acak)[1]])
    baris = acak.choice(tempat.baris)
    bawah, kanan = (baris + acak.randint(1, 3), kolom) if acak.random() < 0.7 else (baris, kolom + 1)
    for b in range(baris, bawah + 1):
        for k in range(kolom, kanan + 1):
            if (b, k) != (baris, kolom):
                tempat.lembar.cell(b, k).value = None
    tempat.lembar.merge_cells(start_row=baris, end_row=bawah, start_column=kolom, end_column=kanan)


def judul(tempat: Tempat, acak: Acak) -> None:
    """Write another title above the table, or beside the block."""
    teks = acak.choice(_JUDUL)
    if acak.random() < 0.6:
        tempat.lembar.cell(acak.randint(1, 3), 1).value = teks
    else:
        tempat.lembar.cell(acak.randint(4, tempat.kepala - 1), acak.choice((5, 6, 8))).value = teks


def identitas(tempat: Tempat, acak: Acak) -> None:
    """Change or blank a line of the block."""
    sel = tempat.lembar.cell(acak.randint(5, tempat.kepala - 2), 3)
    sel.value = acak.choice((None, "2026-04", "Mei-25", "April 2026", "Mei 2026", 2026, "s.d. Mei 2026", "KEL-PPK", "TW II 2026", "05/2026"))  # fmt: skip


def nama_lembar(tempat: Tempat, acak: Acak) -> None:
    """Rename the sheet, or put a copy with other figures beside it."""
    lembar: Worksheet = tempat.lembar
    buku: Workbook = lembar.parent  # type: ignore[assignment]
    nama = acak.choice(_LEMBAR).format(lembar.title)[:31]
    if acak.random() < 0.5:
        salinan = buku.copy_worksheet(lembar)
        for label in tempat.dinilai:
            sel = salinan.cell(acak.choice(tempat.baris), tempat.kolom[label])
            sel.value = sel.value * 2 if isinstance(sel.value, int | float) else acak.choice(RATING)
        if nama in buku.sheetnames or acak.random() < 0.3:
            nama, lembar.title = lembar.title, f"{lembar.title} asli"
        salinan.title = nama
        salinan.sheet_state = acak.choice(("visible", "visible", "hidden"))
    elif nama not in buku.sheetnames:
        lembar.title = nama


def satuan(tempat: Tempat, acak: Acak) -> None:
    """Change a row's unit of measure, or type one behind its figure."""
    label, kolom, baris = _satu(tempat, acak)
    if "Satuan" in tempat.kolom and acak.random() < 0.5:
        tempat.lembar.cell(baris, tempat.kolom["Satuan"]).value = acak.choice(_SATUAN)
    else:
        sel = tempat.lembar.cell(baris, kolom)
        sel.value = f"{sel.value} {acak.choice(_SATUAN)}".replace(".", ",").strip() if sel.value else label


def pindah_kolom(tempat: Tempat, acak: Acak) -> None:
    """Move a column with its label, or put a blank or foreign one between."""
    lembar = tempat.lembar
    _lepaskan(lembar)
    kolom = acak.choice(list(tempat.kolom.values()))
    if acak.random() < 0.5:
        lembar.insert_cols(kolom)
        lembar.cell(tempat.kepala, kolom).value = acak.choice((None, "Paraf", "Kolom1", "No", "Unit"))
        return
    lain = acak.choice(list(tempat.kolom.values()))
    for baris in range(tempat.kepala, lembar.max_row + 1):
        sel, kedua = lembar.cell(baris, kolom), lembar.cell(baris, lain)
        sel.value, kedua.value = kedua.value, sel.value


def sembunyi(tempat: Tempat, acak: Acak) -> TakTercetak | None:
    """Hide a row, a column, a sheet, or the figures in them by their colour."""
    lembar, (_, kolom, baris) = tempat.lembar, _satu(tempat, acak)
    sel = lembar.cell(baris, kolom)
    cara = acak.randrange(8)
    if cara == 0:
        lembar.row_dimensions[baris].hidden = True
    elif cara == 1:
        lembar.row_dimensions[baris].height = 0
    elif cara == 2:
        lembar.column_dimensions[get_column_letter(kolom)].hidden = True
    elif cara == 3 and sum(lain.sheet_state == "visible" for lain in lembar.parent) > 1:
        lembar.sheet_state = acak.choice(("hidden", "veryHidden"))
    elif cara == 4:
        sel.font = Font(color="FFFFFFFF")
    elif cara == 5:
        sel.font, sel.fill = Font(color="FF00B050"), PatternFill("solid", fgColor="FF00B050")
    elif cara == 6:
        aturan = CellIsRule(operator="notEqual", formula=["-1"], font=Font(color="FFFFFFFF"))
        lembar.conditional_formatting.add(sel.coordinate, aturan)
    else:
        lembar.sheet_view.showZeros = False
        nol = {tempat.nip(b) for b in tempat.baris for k in map(tempat.kolom.get, tempat.dinilai) if lembar.cell(b, k or 1).value == 0}  # fmt: skip
        return nol or None
    return None


def coret(tempat: Tempat, acak: Acak) -> TakTercetak | None:
    """Strike a cell, or part of its text; raise a figure."""
    _, kolom, baris = _satu(tempat, acak)
    sel = tempat.lembar.cell(baris, kolom)
    if sel.value in {None, ""}:
        return None
    if acak.random() < 0.5:
        sel.font = Font(strike=True)
        return None
    teks = str(sel.value).replace(".", ",")
    letak = acak.randrange(1, len(teks)) if len(teks) > 1 else 0
    # A figure raised as a whole, or behind a comma, shows the same digits.
    menempel = letak > 0 and teks[letak - 1 : letak + 1].isdigit()
    huruf = (
        InlineFont(vertAlign="superscript") if menempel and acak.random() < 0.4 else InlineFont(strike=True)
    )
    potongan = [TextBlock(InlineFont(), teks[:letak]), TextBlock(huruf, teks[letak:])]
    sel.value = CellRichText(*(p for p in potongan if p.text))
    return {tempat.nip(baris)}


def baris_lain(tempat: Tempat, acak: Acak) -> None:
    """Add totals, legends, signatures and page numbers below, between or beside the rows."""
    lembar = tempat.lembar
    letak = acak.choice(("bawah", "bawah", "sela", "samping"))
    if letak == "sela":
        _lepaskan(lembar)
        lembar.insert_rows(nomor := acak.choice(tempat.baris[1:]))
    else:
        nomor = tempat.baris[-1] + acak.randint(1, 3) if letak == "bawah" else acak.choice(tempat.baris)
    for ke in range(1 if letak != "bawah" else acak.randint(1, 4)):
        for huruf, isi in acak.choice(_EKOR_TABEL).items():
            kolom = ord(huruf) - 64
            lembar.cell(nomor + ke, kolom + (lembar.max_column + 2 if letak == "samping" else 0)).value = isi  # type: ignore[assignment]


def siap_isi(tempat: Tempat, acak: Acak) -> None:
    """Prefill further rows with numbers, zeros, units and errors."""
    awal = tempat.baris[-1] + 1
    for nomor in range(awal, awal + acak.randint(1, 15)):
        tempat.lembar.cell(nomor, 1).value = nomor - tempat.kepala
        for kolom in acak.sample(list(tempat.kolom.values())[2:], 2):
            sel = tempat.lembar.cell(nomor, kolom)
            sel.value = acak.choice((0, "#N/A", None, "-"))
            sel.data_type = "e" if sel.value == "#N/A" else sel.data_type


def kepala_lagi(tempat: Tempat, acak: Acak) -> None:
    """Repeat the header between the rows, perhaps with two labels swapped or a title above; or number the columns."""
    lembar = tempat.lembar
    _lepaskan(lembar)
    label = list(tempat.kolom)
    if acak.random() < 0.3:
        lembar.insert_rows(tempat.kepala + 1)
        for nomor, kolom in enumerate(tempat.kolom.values(), 1):
            lembar.cell(tempat.kepala + 1, kolom).value = acak.choice((nomor, f"({nomor})"))
        return
    nomor = acak.choice(tempat.baris[1:])
    lembar.insert_rows(nomor, 2)
    if acak.random() < 0.4:
        dua = acak.sample(range(len(label)), 2)
        label[dua[0]], label[dua[1]] = label[dua[1]], label[dua[0]]
    for kolom, isi in zip(tempat.kolom.values(), label, strict=True):
        lembar.cell(nomor + 1, kolom).value = isi
    lembar.cell(nomor, 1).value = acak.choice((None, "Bulan April 2026", "Lanjutan", "Bulan Mei 2026"))


def tukar_kode(tempat: Tempat, acak: Acak) -> None:
    """Swap two cells of a text column: codes, names or NIPs change places."""
    kolom = tempat.kolom[
        acak.choice([n for n in ("NIP", "Kode Indikator", "Indikator", "Nama") if n in tempat.kolom])
    ]
    satu, dua = (tempat.lembar.cell(b, kolom) for b in acak.sample(tempat.baris, 2))
    satu.value, dua.value = dua.value, satu.value


KELUARGA: dict[str, tuple[Ubah, ...]] = {
    "kepala": (kurung, ekor_label, tukar_label, anak_label, kolom_serupa, kepala_lagi),
    "format": (format_angka, format_angka, format_teks),
    "gabungan": (gabung,),
    "judul": (judul, identitas),
    "lembar": (nama_lembar,),
    "satuan": (satuan,),
    "kolom": (pindah_kolom,),
    "tersembunyi": (sembunyi,),
    "coret": (coret,),
    "baris": (baris_lain, siap_isi, tukar_kode),
}
_BERAT = {"kepala": 4, "format": 3, "judul": 2, "tersembunyi": 2, "baris": 3}


def ubah_makna(buku: Workbook, bulan: str, acak: Acak) -> tuple[str, str, TakTercetak]:
    """Change a workbook once or twice; returns families, ways, and the NIPs a print cannot tell of."""
    semua = list(_ubah(buku, bulan, acak))
    return (
        "+".join(keluarga for keluarga, _, _ in semua),
        "+".join(nama for _, nama, _ in semua),
        set().union(*(tak for *_, tak in semua)),
    )


def _ubah(buku: Workbook, bulan: str, acak: Acak) -> Iterator[tuple[str, str, TakTercetak]]:
    for _ in range(acak.choice((1, 1, 1, 2))):
        lembar = acak.choice([ws for ws in buku if ws.title in {"Capaian", "Target", "Perilaku"}] or [None])
        if lembar is None:
            return
        try:
            di_sini = tempat(lembar, bulan)
        except (StopIteration, KeyError):
            return
        if not set(di_sini.dinilai) <= set(di_sini.kolom) or len(di_sini.baris) < 3:
            return
        keluarga = acak.choices(list(KELUARGA), [_BERAT.get(nama, 1) for nama in KELUARGA])[0]
        ubah = acak.choice(KELUARGA[keluarga])
        tak = ubah(di_sini, acak)
        yield keluarga, ubah.__name__, tak or set()
        if tak:
            return  # a second change might undo what only the first one knows
