"""Other states of the example city: before the first submission, and with the trainer's exercise solved.

What the participants mend in June is done here, so that the answers are computed.
"""

import shutil
from pathlib import Path

UNIT = "PKM-TB"
PERBAIKAN: tuple[tuple[str, str, str | int | None], ...] = (
    ("Capaian", "H21", 38),
    ("Capaian", "A36:K36", None),
    ("Capaian", "A50:K50", None),
    ("Perilaku", "K18", "Sesuai Ekspektasi"),
    ("Capaian", "I22", "Register kohort bayi Juni 2026"),
    ("Capaian", "F28", "kunjungan"),
    ("Capaian", "G31", 40),
    ("Capaian", "C51", "Putrilarasati Pitopang, S.Kep., Ns."),
)
"""Sheet, cell or cells of a row, and what is put there; None clears."""


def kota_awal(kota: Path) -> Path:
    """Return the city, beside it, as it stands when targets are in and nothing has been submitted."""
    awal = kota.parent / "awal" / kota.name
    if not awal.is_dir():
        shutil.copytree(kota, awal, ignore=shutil.ignore_patterns("capaian", "hasil", "riwayat"))
    return awal


def kota_betul(kota: Path) -> Path:
    """Return a copy of the computed city, beside it, whose exercise is solved; June is not yet computed again."""
    import openpyxl  # noqa: PLC0415 - who only writes reference pages needs no second library for workbooks

    betul = kota.parent / "betul" / kota.name
    if betul.is_dir():
        return betul
    shutil.copytree(kota, betul)
    berkas = betul / "capaian" / "2026-06" / f"{UNIT}.xlsx"
    buku = openpyxl.load_workbook(berkas)
    for lembar, alamat, isi in PERBAIKAN:
        rentang = buku[lembar][alamat]
        for sel in rentang[0] if isinstance(rentang, tuple) else (rentang,):
            sel.value = isi
    buku.save(berkas)
    return betul
