"""Rows of a register of people that say a name and neither a NIP nor a unit: nobody's row, and perhaps somebody's.

Whether it is a colleague of whom the rest is still to come or a remark only who keeps the register knows; a person must not vanish
there, nor a remark become a person. So it is no row, and it is told at its cell. What stands apart below the table is a signature.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.formulir import Formulir
from asn_nilai.acuan.pola_tunda import pola_tunda
from asn_nilai.baca.tabel.arti_sel import awal_jumlah, hampa, jumlah_angka, pembuka_legenda
from asn_nilai.baca.tabel.sel import Isi, Kisi

_PENGENAL = frozenset({"nip", "kode_unit"})
_BUKAN_NAMA = pola_tunda(
    r"\W*(?:mengetahui|menyetujui|disetujui|ditetapkan|dibuat|disusun|diperiksa|catatan|keterangan|sumber|data|daftar|nb|pejabat|kepala|"
    r"sekretaris|sekretariat|plt|plh|a\.?n\.|asisten|bidang|bagian|sub|subbag\w*|subbid\w*|seksi|kelompok|dinas|badan|unit|upt\w*|kantor|"
    r"inspektorat|kecamatan|kelurahan|puskesmas|sekolah|sdn?|smpn?|rsud|kosong|lowong|vakan|belum|tidak|nihil|selesai|halaman|hal|lembar|lampiran|tabel|tahun|bulan|periode|triwulan|semester|tahap|"
    r"golongan|gol|eselon|kelas|tim|pokja|regu|shift|angkatan|gelombang|rt|rw|lantai|ruang|nomor|no|versi|revisi)\b",
    re.IGNORECASE,
)
"""How a signature, a remark, a sub-title, a page or a vacancy begins, and no name."""
_BERNOMOR = pola_tunda(r"[^\W\d_][^\d]*[\s(]\d{1,2}\)?\s*")
"""A name with a number behind it, as two people of one name are told apart: `Rina Marlina 2`, `Rina Marlina (2)`."""


def cari_bernama_saja(
    kisi: Kisi,
    formulir: Formulir,
    kolom: Mapping[str, int],
    data: Sequence[int],
    terisi: Collection[tuple[str, int]],
) -> list[int]:
    """Return the rows that only name somebody: those between the data rows, and those that follow the last one without a gap.

    Args:
        kisi: the sheet.
        formulir: the form; only a register of people by unit has such rows.
        kolom: the column of each key found.
        data: the data rows, in order.
        terisi: (key, row) of cells filled from a merged range.
    """
    wajib = {kunci for kunci in formulir.wajib if kunci in kolom}
    if not data or not wajib >= _PENGENAL | {"nama"}:
        return []
    hasil, dibaca, sambung = list[int](), {*data}, data[0]
    for baris in range(data[0], len(kisi)):
        if baris > max(sambung + 1, data[-1]):
            break
        if baris in dibaca:
            sambung = baris
            continue
        tanpa = all(hampa(kisi[baris][kolom[k]]) and (k, baris) not in terisi for k in _PENGENAL)
        if tanpa and _serupa_nama(kisi[baris][kolom["nama"]], formulir):
            hasil.append(baris)
            sambung = baris
    return hasil


def _serupa_nama(isi: Isi, formulir: Formulir) -> bool:
    """Tell whether a cell may be somebody's name: words, at most numbered, that open no signature, remark, total or sub-title."""
    if (
        not isinstance(isi, str)
        or hampa(isi)
        or (jumlah_angka(isi) and not _BERNOMOR.fullmatch(isi))
        or pembuka_legenda(isi)
        or awal_jumlah(isi)
    ):
        return False
    return formulir.kenali_kolom(isi) is None and _BUKAN_NAMA.match(isi) is None
