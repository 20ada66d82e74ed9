"""Two submissions side by side in the words of the form: what eases first, then what was reached, then the rest."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK, KUNCI_BULAN, KUNCI_RASIO, KUNCI_RENCANA
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.tulisan import tulis_angka

TIDAK_ADA = "tidak ada"
"""What the other side says of a row that came or went."""


class Golongan(IntEnum):
    """What a difference is about, in the order of its weight."""

    TARGET = 1
    REALISASI = 2
    PERILAKU = 3
    BARIS = 4
    LAIN = 5


JUDUL_GOLONGAN: Mapping[Golongan, str] = {
    Golongan.TARGET: "Target dan bobot",
    Golongan.REALISASI: "Realisasi",
    Golongan.PERILAKU: "Perilaku",
    Golongan.BARIS: "Baris yang datang atau hilang",
    Golongan.LAIN: "Lainnya",
}
_KOLOM: Mapping[str, dict[str, Golongan]] = {
    "Target": dict.fromkeys(("bobot", *KUNCI_BULAN, "target_tahunan"), Golongan.TARGET)
    | dict.fromkeys(("satuan", *KUNCI_RENCANA), Golongan.LAIN),
    "Capaian": {
        "target": Golongan.TARGET,
        **dict.fromkeys(("realisasi", *KUNCI_RASIO), Golongan.REALISASI),
        **dict.fromkeys(("satuan", "bukti_dukung", "keterangan"), Golongan.LAIN),
    },
    "Perilaku": dict.fromkeys((*KUNCI_ASPEK, "rating_perilaku", "ide_baru", "catatan"), Golongan.PERILAKU),
}
"""The columns of each form that are compared."""
_SEBUTAN = ("nama", "indikator")
"""What a difference is called by is compared too, where both have the column; a row that came or went says it already."""
_KUNCI = {"Target": ("nip", "kode_indikator"), "Capaian": ("nip", "kode_indikator"), "Perilaku": ("nip",)}
"""What makes a row the same row in both."""


class BedaIsian(NamedTuple):
    """One difference between two submissions.

    Attributes:
        siapa: whose row, in words: name and NIP as they stand there.
        indikator: code and name of the indicator; blank for a row of behaviour.
        kolom: the column's label; blank for a whole row.
        semula, menjadi: what the cells say; `TIDAK_ADA` for a row that is not there.
    """

    golongan: Golongan
    formulir: str
    siapa: str
    indikator: str
    kolom: str
    semula: str
    menjadi: str
    letak_semula: Letak
    letak_menjadi: Letak


def bandingkan(semula: Mapping[str, Tabel], menjadi: Mapping[str, Tabel]) -> list[BedaIsian]:
    """Compare the tables of two workbooks, form by form.

    Args:
        semula: the tables of the earlier one by form. A form that only one of them has is not compared.
        menjadi: those of the later.

    Returns:
        The differences: targets and weights first, then realisasi, behaviour, rows that came or went, the rest; within each in
        the order of the sheets.
    """
    semua = [
        beda
        for nama in _KOLOM
        if nama in semula and nama in menjadi
        for beda in _bandingkan_tabel(semula[nama], menjadi[nama])
    ]
    return sorted(semua, key=lambda beda: beda.golongan)


def _bandingkan_tabel(semula: Tabel, menjadi: Tabel) -> Iterator[BedaIsian]:
    dulu, kini = _baris(semula), _baris(menjadi)
    sebutan = (kolom for kolom in _SEBUTAN if kolom in semula.kolom and kolom in menjadi.kolom)
    dibandingkan = _KOLOM[semula.formulir] | dict.fromkeys(sebutan, Golongan.LAIN)
    for kunci, posisi in dulu.items():
        if kunci not in kini:
            yield _sebaris(semula, posisi, ada_semula=True)
            continue
        for kolom, golongan in dibandingkan.items():
            ini = isi_sel(semula, kolom, posisi), isi_sel(menjadi, kolom, kini[kunci])
            if ini[0] != ini[1]:
                yield BedaIsian(
                    golongan, semula.formulir, *_sebut(menjadi, kini[kunci]), FORMULIR[semula.formulir].label(kolom), *ini,
                    semula.letak(kolom, posisi), menjadi.letak(kolom, kini[kunci]),
                )  # fmt: skip
    for kunci, posisi in kini.items():
        if kunci not in dulu:
            yield _sebaris(menjadi, posisi, ada_semula=False)


def _baris(tabel: Tabel) -> dict[tuple[str, ...], int]:
    """Return the position of each row by what makes it the same; of equal rows the first is matched with the first."""
    hasil: dict[tuple[str, ...], int] = {}
    sudah: Counter[tuple[str, ...]] = Counter()
    for posisi in range(len(tabel)):
        kunci = tuple(isi_sel(tabel, k, posisi) for k in _KUNCI[tabel.formulir])
        sudah[kunci] += 1
        hasil[(*kunci, str(sudah[kunci]))] = posisi
    return hasil


def _sebaris(tabel: Tabel, posisi: int, *, ada_semula: bool) -> BedaIsian:
    kata = "; ".join(
        f"{FORMULIR[tabel.formulir].label(kolom)} {isi}"
        for kolom in _KOLOM[tabel.formulir]
        if (isi := isi_sel(tabel, kolom, posisi))
    )
    sisi = (kata or "kosong", TIDAK_ADA) if ada_semula else (TIDAK_ADA, kata or "kosong")
    letak = tabel.letak("nip", posisi)
    tempat = (letak, Letak()) if ada_semula else (Letak(), letak)
    return BedaIsian(Golongan.BARIS, tabel.formulir, *_sebut(tabel, posisi), "", *sisi, *tempat)


def _sebut(tabel: Tabel, posisi: int) -> tuple[str, str]:
    nama, nip = tabel.teks("nama")[posisi], isi_sel(tabel, "nip", posisi)
    siapa = f"{nama} ({nip})" if nama and nip else nama or nip or f"baris {tabel.baris[posisi] + 1}"
    if "kode_indikator" not in tabel.isi:
        return siapa, ""
    kode, indikator = tabel.teks("kode_indikator")[posisi], tabel.teks("indikator")[posisi]
    return siapa, " ".join(filter(None, (kode, indikator)))


def isi_sel(tabel: Tabel, kunci: str, posisi: int) -> str:
    """Return what a cell says: a number as Indonesians write it, a text as it stands, blank where there is none."""
    isi = tabel.isi[kunci][posisi]
    if isi is None or isi == "":
        return tabel.teks_kosong.get((kunci, posisi), "")
    return tulis_angka(isi) if isinstance(isi, float) else str(isi)


def sebut_banyak(beda: Sequence[BedaIsian]) -> str:
    """Return how many differences of each kind there are, in words."""
    hitung = Counter(ini.golongan for ini in beda)
    return ", ".join(f"{hitung[g]} {judul.lower()}" for g, judul in JUDUL_GOLONGAN.items() if hitung[g])
