"""Plausibility of a sheet as a whole: figures copied for everybody or from the target, or a place too far, and one evidence for all."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import sama
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.periksa.kewajaran.bandingan import Bandingan, Pasangan

_BUKTI = "bukti_dukung"


def seragam(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each indicator whose realisasi is one and the same for all ASN of the unit who have it.

    What one office measures once is rightly alike for everyone with one target, be it an index or a percentage. It is
    told where the targets differ, or where each counts his own work (Agregasi Jumlah) and all miss or beat the target by
    the same hair.
    """
    ambang = bandingan.ambang
    for semua in bandingan.bulan.values():
        menurut: dict[str, list[Pasangan]] = {}
        for pasangan in semua:
            menurut.setdefault(pasangan.indikator.kode, []).append(pasangan)
        for kelompok in menurut.values():
            pertama = kelompok[0]
            cukup = len(kelompok) >= ambang.seragam_paling_sedikit_asn and pertama.realisasi != 0
            if cukup and _serupa(kelompok) and _janggal(kelompok, ambang.seragam_paling_kecil):
                yield temuan(
                    "realisasi-seragam", pertama.letak, unit=bandingan.unit,
                    indikator=sebut_indikator(pertama.indikator), teks=tulis_angka(pertama.realisasi),
                    banyak=len(kelompok), sel_terakhir=kelompok[-1].letak.sel,
                )  # fmt: skip


def _serupa(kelompok: Sequence[Pasangan]) -> bool:
    return all(sama(p.realisasi, kelompok[0].realisasi) for p in kelompok)


def _janggal(kelompok: Sequence[Pasangan], paling_kecil: float) -> bool:
    pertama = kelompok[0]
    if any(not sama(p.target, pertama.target) for p in kelompok):
        return True
    return (
        pertama.indikator.agregasi is Agregasi.JUMLAH
        and pertama.realisasi >= paling_kecil
        and not sama(pertama.realisasi, pertama.target)
    )


def sama_target(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each month in which every realisasi is its target to the digit.

    A target at the edge of what is possible (100 persen, no complaint) is no sign: it is reached exactly or not at all.
    """
    for semua in bandingan.bulan.values():
        if any(not sama(p.realisasi, p.target) and not _di_tepi(p) for p in semua):
            continue
        dinilai = [p for p in semua if not _di_tepi(p)]
        cukup = len(dinilai) >= bandingan.ambang.sama_paling_sedikit_baris
        if cukup and not _tertukar(bandingan, semua):
            yield temuan(
                "realisasi-sama-target", dinilai[0].letak, unit=bandingan.unit,
                banyak=len(dinilai), periode=dinilai[0].bulan.label,
            )  # fmt: skip


def _di_tepi(pasangan: Pasangan) -> bool:
    return pasangan.target in {0.0, pasangan.indikator.batas_atas, pasangan.indikator.batas_bawah}


def bukti_seragam(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each month in which one and the same evidence stands beside every figure that has any, of several ASN.

    A link to the unit's folder may well hold the evidence of all; whether it does nobody sees from the sheet.
    """
    ambang = bandingan.ambang
    for semua in bandingan.bulan.values():
        berbukti = _sebukti(semua)
        if not berbukti:
            continue
        cukup = len({p.nip for p, _ in berbukti}) >= ambang.seragam_paling_sedikit_asn
        if cukup and len(berbukti) >= ambang.sama_paling_sedikit_baris:
            pertama, teks = berbukti[0]
            yield temuan(
                "bukti-seragam", pertama.tabel.letak(_BUKTI, pertama.posisi), unit=bandingan.unit, banyak=len(berbukti), teks=teks,
                periode=pertama.bulan.label,
            )  # fmt: skip


def _sebukti(semua: Sequence[Pasangan]) -> list[tuple[Pasangan, str]]:
    """Return the rows beside which any evidence stands, with it; none where it is not all one, as the first few rows mostly tell."""
    berbukti: list[tuple[Pasangan, str]] = []
    for pasangan in semua:
        bukti = str(pasangan.tabel.isi[_BUKTI][pasangan.posisi] or "")
        if berkata(bukti):
            berbukti.append((pasangan, bukti))
            if bukti.strip().casefold() != berbukti[0][1].strip().casefold():
                return []
    return berbukti


def kolom_tertukar(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each sheet whose Realisasi holds the targets, and whose Target holds something else."""
    for semua in bandingan.bulan.values():
        if tertukar := _tertukar(bandingan, semua):
            yield temuan(
                "kolom-tertukar", tertukar[0].letak, unit=bandingan.unit, banyak=len(tertukar),
                kolom_target=tertukar[0].tabel.sel("target", tertukar[0].posisi), sel=tertukar[0].letak.sel,
            )  # fmt: skip


def _tertukar(bandingan: Bandingan, semua: Sequence[Pasangan]) -> list[Pasangan]:
    """Return the rows that hold the target in Realisasi, if they are most of those where the two columns differ."""
    tertukar = [p for p in semua if sama(p.realisasi, p.target) and _salinan_lain(p)]
    ambang = bandingan.ambang
    if len(tertukar) < ambang.tertukar_paling_sedikit_baris:
        return []
    return tertukar if len(tertukar) >= ambang.tertukar_bagian * sum(map(_salinan_lain, semua)) else []


def _salinan_lain(pasangan: Pasangan) -> bool:
    """Tell whether the target shown beside the realisasi is another figure."""
    salinan = pasangan.tabel.isi["target"][pasangan.posisi]
    return isinstance(salinan, float) and not sama(salinan, pasangan.realisasi)


def baris_bergeser(bandingan: Bandingan) -> Iterator[Temuan]:
    """Yield each run of rows whose realisasi is the target of the row below, or of the row above.

    Rows whose neighbour has the same target say nothing either way; the others must all fit, and be several.
    """
    for semua in bandingan.bulan.values():
        for langkah, tetangga in ((1, "di bawahnya"), (-1, "di atasnya")):
            for deret in _deret_bergeser(bandingan, semua, langkah):
                yield temuan(
                    "baris-bergeser", deret[0].letak, unit=bandingan.unit, nip="", banyak=len(deret),
                    sel_pertama=deret[0].letak.sel, sel_terakhir=deret[-1].letak.sel, tetangga=tetangga,
                )  # fmt: skip


def _deret_bergeser(
    bandingan: Bandingan, semua: Sequence[Pasangan], langkah: int
) -> Iterator[list[Pasangan]]:
    """Yield runs of rows that have their neighbour's target, with enough rows that have not their own as well."""
    paling_sedikit = bandingan.ambang.bergeser_paling_sedikit_baris
    if len(semua) < paling_sedikit:
        return
    # Figures were tidied to 15 digits when they were read, so that equal ones are equal.
    tetangga = [*semua[1:], None] if langkah > 0 else [None, *semua[:-1]]
    bergeser = [
        lain is not None and p.realisasi == lain.target for p, lain in zip(semua, tetangga, strict=True)
    ]
    if sum(bergeser) < paling_sedikit:
        return
    for cocok, deret in groupby(zip(bergeser, semua, strict=True), key=itemgetter(0)):
        baris = [p for _, p in deret]
        if cocok and sum(p.realisasi != p.target for p in baris) >= paling_sedikit:
            yield baris
