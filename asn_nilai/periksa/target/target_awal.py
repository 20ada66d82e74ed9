"""Targets against what they were when they were first read: whoever makes one easier, or harder, afterwards is told, each time.

Easier is lower, for a minimal indicator higher; for a stabil one nearer to what was reached, so that of a month to come nobody
can say. A target that is gone, its cell blank or its row deleted, is the easiest of all, as long as the ASN is placed in the unit
in that month. Who moves is asked for no less than where the ASN came from, or somebody says why.

Harder is the reverse, told once of an ASN: raised before its month is computed, a target takes a predikat from somebody, and no
register of that month has anything to compare with.
"""

from collections.abc import Collection, Iterator, Mapping
from math import inf

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator, Polaritas
from asn_nilai.acuan.isian.indikator.rasio import realisasi_bulan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import sama
from asn_nilai.periksa.bahan import BahanPeriksa, Kunci, sebut_indikator
from asn_nilai.periksa.target_layak.lebih_mudah import lebih_mudah

_RINGAN = "lebih ringan"
TargetAwal = Mapping[tuple[Bulan, str, str], float]
"""(month, NIP, Kode Indikator) → the month's target as it was first read."""


TargetLain = Mapping[tuple[Bulan, str, str], tuple[float, str]]
"""The same of another unit, each with its code."""


def periksa_target_awal(
    bahan: BahanPeriksa, awal: TargetAwal, dikenal: Collection[str] = ()
) -> Iterator[Temuan]:
    """Yield each target of the period that has become easier; nothing without a target workbook, which is told elsewhere.

    Args:
        bahan: the unit's submission.
        awal: its targets as they were first read.
        dikenal: the codes that indicators had since the year was first scored: one of them that the schema no longer has took its
            targets along, one that it never had was a slip of the pen.
    """
    tabel = bahan.isian.target
    if tabel is None:
        return
    kini = {bulan: tabel.isi[kunci_bulan(bulan)] for bulan in bahan.periode.bulan}
    for (bulan, nip, kode), lama in awal.items():
        baris = bahan.target.get((nip, kode))
        if baris and kini[bulan][baris[0].posisi] == lama:
            continue  # nearly all of them
        indikator = bahan.skema.indikator.get(kode)
        if bulan not in bahan.bulan_asn.get(nip, ()) or (indikator is None and kode not in dikenal):
            continue
        letak, baru = _kini(bahan, tabel, bulan, (nip, kode))
        if letak is None or (baru is not None and (indikator is None or sama(baru, lama))):
            continue
        arah = (
            _RINGAN if baru is None or indikator is None else _arah(bahan, bulan, nip, indikator, lama, baru)
        )
        if arah:
            yield temuan(
                "target-diturunkan", letak, unit=bahan.kode_unit, nip=nip, arah=arah,
                indikator=sebut_indikator(indikator) if indikator else kode,
                periode=bulan.label, baru="tidak ada" if baru is None else tulis_angka(baru), lama=tulis_angka(lama),
            )  # fmt: skip


def periksa_target_pindahan(bahan: BahanPeriksa, lain: TargetLain) -> Iterator[Temuan]:
    """Yield each target of somebody who moved that is easier here than another unit first asked for the same month."""
    tabel = bahan.isian.target
    if tabel is None:
        return
    for (bulan, nip, kode), (lama, unit) in lain.items():
        indikator = bahan.indikator.get(kode)
        if indikator is None or bulan not in bahan.bulan_asn.get(nip, ()):
            continue
        letak, baru = _kini(bahan, tabel, bulan, (nip, kode))
        if letak is None or baru is None or sama(baru, lama):
            continue
        if arah := _arah(bahan, bulan, nip, indikator, lama, baru):
            yield temuan(
                "target-diturunkan", letak, unit=bahan.kode_unit, nip=nip, arah=arah, indikator=sebut_indikator(indikator),
                periode=bulan.label, baru=tulis_angka(baru), lama=f"{tulis_angka(lama)} (di {unit})",
            )  # fmt: skip


def periksa_target_diberatkan(bahan: BahanPeriksa, awal: TargetAwal) -> Iterator[Temuan]:
    """Yield each ASN of whom targets of the period have become harder, at the first of them.

    Args:
        bahan: the unit's submission.
        awal: its targets as they were first read.
    """
    tabel = bahan.isian.target
    if tabel is None:
        return
    kini = {bulan: tabel.isi[kunci_bulan(bulan)] for bulan in bahan.periode.bulan}
    semua: dict[str, dict[tuple[str, float, float], list[Bulan]]] = {}
    tempat: dict[str, Letak] = {}
    for (bulan, nip, kode), lama in awal.items():
        baris, indikator = bahan.target.get((nip, kode)), bahan.skema.indikator.get(kode)
        if not baris or indikator is None or kini[bulan][baris[0].posisi] == lama:
            continue  # nearly all of them
        letak, baru = _kini(bahan, tabel, bulan, (nip, kode))
        if letak is None or baru is None or sama(baru, lama) or bulan not in bahan.bulan_asn.get(nip, ()):
            continue
        if _arah(bahan, bulan, nip, indikator, baru, lama):  # the first one would be the easier now
            tempat.setdefault(nip, letak)
            semua.setdefault(nip, {}).setdefault((kode, lama, baru), []).append(bulan)
    for nip, beda in semua.items():
        daftar = "; ".join(
            f"{kode} {', '.join(ini.label for ini in bulan)} {tulis_angka(lama)} menjadi {tulis_angka(baru)}"
            for (kode, lama, baru), bulan in beda.items()
        )
        yield temuan(
            "target-diberatkan",
            tempat[nip],
            unit=bahan.kode_unit,
            nip=nip,
            nama=bahan.nama(nip),
            daftar=daftar,
        )


def _arah(bahan: BahanPeriksa, bulan: Bulan, nip: str, indikator: Indikator, lama: float, baru: float) -> str:
    """Return how a target became easier, in words; blank where it did not, or nobody can say."""
    if indikator.polaritas is not Polaritas.STABIL:
        return _RINGAN if lebih_mudah(indikator, lama, baru) else ""
    baris = bahan.capaian.get(bulan, {}).get((nip, indikator.kode), ())
    tercapai = realisasi_bulan(baris[0].tabel, baris[0].posisi, indikator) if len(baris) == 1 else None
    if tercapai is None or _jarak(tercapai, baru) >= _jarak(tercapai, lama):
        return ""
    return f"lebih dekat ke realisasinya, {tulis_angka(tercapai)}"


def _jarak(realisasi: float, target: float) -> float:
    """Return how far a realisasi is from a target, as a share of it: by that share a stabil indicator is scored."""
    return abs(realisasi - target) / abs(target) if target else inf


def _kini(bahan: BahanPeriksa, tabel: Tabel, bulan: Bulan, kunci: Kunci) -> tuple[Letak | None, float | None]:
    """Return where a target stands now and what it is: None for a blank, no place for a cell that cannot be read."""
    baris = bahan.target.get(kunci)
    if not baris:
        return Letak(tabel.berkas, tabel.lembar), None
    kolom, posisi = kunci_bulan(bulan), baris[0].posisi
    if (kolom, posisi) in tabel.cacat:
        return None, None
    angka = tabel.isi[kolom][posisi]
    return tabel.letak(kolom, posisi), angka if isinstance(angka, float) else None
