"""Checks of targets: figures that can be reached, in the months they belong to, and in step with the year's."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from math import fsum

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.skema import Agregasi, Indikator
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import eksak, periksa_angka, sama
from asn_nilai.periksa.konteks import BarisTarget, Konteks, kunci_bulan, sebut

_Setahun = Sequence[float | None]
"""A row's targets, January first; None where a month has none."""


def periksa_target(konteks: Konteks) -> Iterator[Temuan]:
    """Yield what is wrong with the targets of each row whose indicator is known."""
    tabel = konteks.isian.target
    if tabel is None:
        return
    kolom = [tabel.angka(kunci_bulan(bulan)) for bulan in konteks.tahun.bulan]
    for baris in konteks.semua_target():
        indikator, posisi = baris.indikator, baris.posisi
        if indikator is None:
            continue
        setahun = [satu[posisi] for satu in kolom]
        yield from _aspek(konteks, tabel, baris, indikator)
        yield from _angka(konteks, tabel, baris, indikator, setahun)
        yield from _frekuensi(konteks, tabel, baris, indikator, setahun)
        yield from _tahunan(konteks, tabel, baris, indikator, setahun)


def _angka(
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, setahun: _Setahun
) -> Iterator[Temuan]:
    """Each counted month must be possible, and all of them together have a meaning in the polarity's formula."""
    unit, angka = konteks.isian.unit.kode, []
    for bulan in baris.dihitung:
        satu = setahun[bulan.bulan - 1] or 0.0
        angka.append(satu)
        yield from periksa_angka(
            tabel, kunci_bulan(bulan), baris.posisi, satu, indikator, unit=unit, nip=baris.nip
        )
    if not angka or min(angka) > 0 or _ada_cacat(tabel, baris, konteks.bulan_asn[baris.nip]):
        return
    hasil = agregat(angka, indikator.agregasi)
    rumus = konteks.aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek)
    if rumus is None:
        return
    if hasil == 0 and not (rumus.boleh_nol and indikator.nilai_terburuk):
        kode = "target-nol"
    elif hasil < 0 and not rumus.boleh_negatif:
        kode = "target-negatif"
    else:
        return
    letak = tabel.letak(kunci_bulan(baris.dihitung[-1]), baris.posisi)
    yield temuan(
        kode, letak, unit=konteks.isian.unit.kode, nip=baris.nip,
        indikator=sebut(indikator), periode=konteks.periode.label, teks=tulis_angka(float(hasil)),
        polaritas=indikator.polaritas.value.lower(),
    )  # fmt: skip


def _aspek(konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator) -> Iterator[Temuan]:
    """Where the aturan chooses formulas by aspect, an indicator that counts needs an aspect with one."""
    if baris.dihitung and konteks.aturan.rumus_atau_tiada(indikator.polaritas, indikator.aspek) is None:
        yield temuan(
            "aspek-tanpa-rumus", tabel.letak("kode_indikator", baris.posisi),
            unit=konteks.isian.unit.kode, nip=baris.nip, indikator=sebut(indikator), teks=indikator.aspek,
            aturan=konteks.aturan.profil.nama, dikenal=", ".join(konteks.aturan.capaian.rumus),
        )  # fmt: skip


def _ada_cacat(tabel: Tabel, baris: BarisTarget, bulan: Iterable[Bulan]) -> bool:
    """Tell whether a target of these months could not be read: a total would not be the one meant."""
    return bool(tabel.cacat) and any((kunci_bulan(satu), baris.posisi) in tabel.cacat for satu in bulan)


def agregat(angka: Sequence[float], agregasi: Agregasi) -> Decimal:
    """Return months as one figure, from the digits as typed."""
    if agregasi is Agregasi.NILAI_AKHIR:
        return eksak(angka[-1])
    jumlah = sum(map(eksak, angka), Decimal())
    return jumlah if agregasi is Agregasi.JUMLAH else jumlah / len(angka)


def _frekuensi(
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, setahun: _Setahun
) -> Iterator[Temuan]:
    """An indicator has targets in the months that end its stretch only; the first other month is told."""
    jarak = indikator.frekuensi.jarak_bulan
    if jarak == 1:
        return
    for bulan, angka in zip(konteks.tahun.bulan, setahun, strict=True):
        if angka is not None and bulan.bulan % jarak:
            yield temuan(
                "frekuensi-tidak-cocok", tabel.letak(kunci_bulan(bulan), baris.posisi),
                unit=konteks.isian.unit.kode, nip=baris.nip,
                indikator=sebut(indikator), frekuensi=indikator.frekuensi.value.lower(), bulan=bulan.label,
            )  # fmt: skip
            return


def _tahunan(
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, setahun: _Setahun
) -> Iterator[Temuan]:
    """The year's target must be what its months give; a mean may be stated rounded."""
    tertulis = tabel.isi["target_tahunan"][baris.posisi]
    if not isinstance(tertulis, float) or _ada_cacat(tabel, baris, konteks.tahun.bulan):
        return
    angka = [satu for satu in setahun if satu is not None]
    if angka and _jelas_cocok(tertulis, _kira(angka, indikator.agregasi), indikator.agregasi):
        return
    hitungan = agregat(angka, indikator.agregasi) if angka else None
    if hitungan is not None and _cocok(tertulis, hitungan, indikator.agregasi):
        return
    yield temuan(
        "target-tahunan-tidak-sama", tabel.letak("target_tahunan", baris.posisi),
        unit=konteks.isian.unit.kode, nip=baris.nip,
        teks=tulis_angka(tertulis), agregasi=indikator.agregasi.value.lower(),
        hitungan="kosong" if hitungan is None else tulis_angka(float(hitungan)),
    )  # fmt: skip


def _kira(angka: Sequence[float], agregasi: Agregasi) -> float:
    """Return what `agregat` gives, but for a hair."""
    if agregasi is Agregasi.NILAI_AKHIR:
        return angka[-1]
    return fsum(angka) if agregasi is Agregasi.JUMLAH else fsum(angka) / len(angka)


def _jelas_cocok(tertulis: float, kiraan: float, agregasi: Agregasi) -> bool:
    """Tell whether `_cocok` is certain, without the cost of decimals: the same, or well within a rounding to two of them."""
    if tertulis == kiraan:
        return True
    return (
        agregasi is Agregasi.RATA_RATA and abs(tertulis - kiraan) < 0.0049 and tertulis == round(tertulis, 2)
    )


def _cocok(tertulis: float, hitungan: Decimal, agregasi: Agregasi) -> bool:
    if sama(tertulis, float(hitungan)):
        return True
    if agregasi is not Agregasi.RATA_RATA:
        return False
    angka = eksak(tertulis)
    desimal = max(0, -int(angka.normalize().as_tuple().exponent))
    return abs(angka - hitungan) <= Decimal(5).scaleb(-desimal - 1)
