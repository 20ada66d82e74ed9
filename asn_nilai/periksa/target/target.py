"""Checks of targets: figures that can be reached, in the months they belong to, and in step with the year's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import fsum

from asn_nilai.acuan.isian.formulir.formulir import kunci_bulan
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Frekuensi, Indikator
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rumus.rumus import Rumus
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import dibulatkan_dari, eksak, periksa_angka, sama, wajar
from asn_nilai.periksa.bahan import BahanPeriksa, BarisTarget, sebut_indikator

_JELAS_DIBULATKAN = 0.004999
"""Half of 0.01 and a hair less: so far a mean may lie from what was typed with two decimals."""
_TEPAT_SETENGAH = 0.0051
"""So far lies no mean of a year's figures with two decimals from one that has two: the next beyond 0.005 is at 0.00545."""
_BERATA = frozenset({Agregasi.RATA_RATA, Agregasi.RASIO})
"""Ways of joining months in which the year's target is the mean of the months'."""
_JUMLAH, _NILAI_AKHIR, _BULANAN = Agregasi.JUMLAH, Agregasi.NILAI_AKHIR, Frekuensi.BULANAN
"""What is asked of every row of a city: Python 3.11 takes ten times as long to find a member in its enumeration."""
_JAUH_DILAMPAUI = "realisasi 0 pun dihitung jauh melampauinya"
_MENGURANGI = "yang diminta bulan lain pada {} berkurang karenanya"
"""What a target below zero does, where the formula can take one and where it cannot."""
_Setahun = Sequence[float | None]
"""A row's targets, January first; None where a month has none."""


def periksa_target(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield what is wrong with the targets of each row whose indicator is known."""
    tabel = bahan.isian.target
    if tabel is None:
        return
    bulanan = list(zip(*(tabel.angka(kunci_bulan(bulan)) for bulan in bahan.tahun.bulan), strict=True))
    tahunan = tabel.isi["target_tahunan"]
    tanpa_rumus = {kode for kode, i in bahan.indikator.items() if _rumus(bahan, i) is None}
    for baris in bahan.semua_target():
        indikator = baris.indikator
        if indikator is None:
            continue
        setahun = bulanan[baris.posisi]
        if baris.dihitung:
            if indikator.kode in tanpa_rumus:
                yield _aspek(bahan, tabel, baris, indikator)
            if not _jelas_wajar(baris, indikator, setahun):
                yield from _angka(bahan, tabel, baris, indikator, setahun)
        if indikator.frekuensi is not _BULANAN:
            yield from _frekuensi(bahan, tabel, baris, indikator, setahun)
        tertulis = tahunan[baris.posisi]
        if isinstance(tertulis, float) and not _jelas_cocok(tertulis, setahun, indikator.agregasi):
            yield from _tahunan(bahan, tabel, baris, indikator, tertulis, setahun)


def _jelas_wajar(baris: BarisTarget, indikator: Indikator, setahun: _Setahun) -> bool:
    """Tell whether the counted months are above zero, within bounds and whole where they should be."""
    for bulan in baris.dihitung:
        angka = setahun[bulan.bulan - 1] or 0.0
        if angka <= 0 or not wajar(angka, indikator):
            return False
    return True


def _angka(
    bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget, indikator: Indikator, setahun: _Setahun
) -> Iterator[Temuan]:
    """Each counted month must be possible, and all of them together have a meaning in the polarity's formula.

    A target below zero is asked about all the same, unless the register says how low figures may be: where the formula can take it
    any ordinary realisasi is far above it, and where it cannot it takes from what the other months ask for. Of months that a
    provisional score does without nothing is asked yet.
    """
    dihitung = tuple(bulan for bulan in baris.dihitung if bulan not in bahan.dilewati)
    if not dihitung:
        return
    angka = [setahun[bulan.bulan - 1] or 0.0 for bulan in dihitung]
    for bulan, target in zip(dihitung, angka, strict=True):
        kunci, unit = kunci_bulan(bulan), bahan.kode_unit
        yield from periksa_angka(tabel, kunci, baris.posisi, target, indikator, unit=unit, nip=baris.nip)
    if min(angka) > 0 or _ada_cacat(tabel, baris, bahan.bulan_asn[baris.nip]):
        return
    hasil, rumus = agregat(angka, indikator.agregasi), _rumus(bahan, indikator)
    if rumus is None:
        return
    if hasil == 0 and not (rumus.boleh_nol and indikator.nilai_terburuk):
        kode = "target-nol"
    elif hasil < 0 and not rumus.boleh_negatif:
        kode = "target-negatif"
    else:
        if indikator.batas_bawah is None and (rumus.boleh_negatif or indikator.agregasi is not _NILAI_AKHIR):
            sebab = _JAUH_DILAMPAUI if rumus.boleh_negatif else _MENGURANGI.format(bahan.periode.label)
            yield from _di_bawah_nol(
                bahan, tabel, baris, indikator, dict(zip(dihitung, angka, strict=True)), sebab
            )
        return
    from asn_nilai.acuan.hasil.nilai import kata_sementara  # noqa: PLC0415 - scores' words, where a target is 0

    letak = tabel.letak(kunci_bulan(dihitung[-1]), baris.posisi)
    tanpa = kata_sementara([bulan for bulan in baris.dihitung if bulan in bahan.dilewati])
    yield temuan(
        kode, letak, unit=bahan.kode_unit, nip=baris.nip,
        indikator=sebut_indikator(indikator), periode=f"{bahan.periode.label} {tanpa}".strip(), teks=tulis_angka(float(hasil)),
        polaritas=indikator.polaritas.value.lower(),
    )  # fmt: skip


def _di_bawah_nol(
    bahan: BahanPeriksa,
    tabel: Tabel,
    baris: BarisTarget,
    indikator: Indikator,
    angka: Mapping[Bulan, float],
    sebab: str,
) -> Iterator[Temuan]:
    for bulan, target in angka.items():
        if target < 0:
            yield temuan(
                "target-di-bawah-nol", tabel.letak(kunci_bulan(bulan), baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
                indikator=sebut_indikator(indikator), periode=bulan.label, teks=tulis_angka(target),
                sebab=sebab,
            )  # fmt: skip


def _rumus(bahan: BahanPeriksa, indikator: Indikator) -> Rumus | None:
    return bahan.aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)


def _aspek(bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget, indikator: Indikator) -> Temuan:
    """Where the aturan chooses formulas by aspect, an indicator that counts needs an aspect with one."""
    return temuan(
        "aspek-tanpa-rumus", tabel.letak("kode_indikator", baris.posisi),
        unit=bahan.kode_unit, nip=baris.nip, indikator=sebut_indikator(indikator), teks=indikator.aspek,
        aturan=bahan.aturan.profil.nama, dikenal=", ".join(bahan.aturan.capaian.rumus),
    )  # fmt: skip


def _ada_cacat(tabel: Tabel, baris: BarisTarget, bulan: Iterable[Bulan]) -> bool:
    """Tell whether a target of these months could not be read: a total would not be the one meant."""
    return bool(tabel.cacat) and any((kunci_bulan(b), baris.posisi) in tabel.cacat for b in bulan)


def agregat(angka: Sequence[float], agregasi: Agregasi) -> Decimal:
    """Return months as one figure, from the digits as typed."""
    if agregasi is _NILAI_AKHIR:
        return eksak(angka[-1])
    jumlah = sum(map(eksak, angka), Decimal())
    return jumlah if agregasi is _JUMLAH else jumlah / len(angka)


def _frekuensi(
    bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget, indikator: Indikator, setahun: _Setahun
) -> Iterator[Temuan]:
    """An indicator has targets in the months that end its stretch only; the first other month is told."""
    jarak = indikator.frekuensi.jarak_bulan
    for nomor, angka in enumerate(setahun, 1):
        if angka is not None and nomor % jarak:
            bulan = bahan.tahun.bulan[nomor - 1]
            yield temuan(
                "frekuensi-tidak-cocok", tabel.letak(kunci_bulan(bulan), baris.posisi),
                unit=bahan.kode_unit, nip=baris.nip,
                indikator=sebut_indikator(indikator), frekuensi=indikator.frekuensi.value.lower(), bulan=bulan.label,
            )  # fmt: skip
            return


def _tahunan(
    bahan: BahanPeriksa,
    tabel: Tabel,
    baris: BarisTarget,
    indikator: Indikator,
    tertulis: float,
    setahun: _Setahun,
) -> Iterator[Temuan]:
    """The year's target must be what its months give; a mean may be stated rounded."""
    if _ada_cacat(tabel, baris, bahan.tahun.bulan):
        return
    angka = [target for target in setahun if target is not None]
    hitungan = agregat(angka, indikator.agregasi) if angka else None
    if hitungan is not None and _cocok(tertulis, hitungan, indikator.agregasi):
        return
    yield temuan(
        "target-tahunan-tidak-sama", tabel.letak("target_tahunan", baris.posisi),
        unit=bahan.kode_unit, nip=baris.nip,
        teks=tulis_angka(tertulis), agregasi=(Agregasi.RATA_RATA if indikator.rasio else indikator.agregasi).value.lower(),
        hitungan="kosong" if hitungan is None else tulis_angka(float(hitungan)),
    )  # fmt: skip


def _jelas_cocok(tertulis: float, setahun: _Setahun, agregasi: Agregasi) -> bool:
    """Tell whether `_cocok` is certain, without the cost of decimals: the same, or well within a rounding to two of them."""
    if agregasi is _NILAI_AKHIR:
        return tertulis == setahun[-1]
    # Most rows lack no month: nought is true of no month and None of none, and only for these a month is looked at by itself.
    angka: Sequence[float] = setahun  # type: ignore[assignment]
    if not all(setahun):
        angka = [ini for ini in setahun if ini is not None]
    if not angka:
        return False
    if agregasi is _JUMLAH:
        return tertulis == fsum(angka)
    jarak = abs(tertulis - fsum(angka) / len(angka))
    return jarak == 0 or (
        jarak < _TEPAT_SETENGAH
        and tertulis == round(tertulis, 2)
        and (jarak < _JELAS_DIBULATKAN or all(ini == round(ini, 2) for ini in angka))
    )


def _cocok(tertulis: float, hitungan: Decimal, agregasi: Agregasi) -> bool:
    if agregasi in _BERATA:
        return dibulatkan_dari(tertulis, Fraction(hitungan))
    return sama(tertulis, float(hitungan))
