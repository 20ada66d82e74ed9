"""Checks of targets: figures that can be reached, in the months they belong to, and in step with the year's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import fsum

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.skema import Agregasi, Indikator
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import eksak, periksa_angka, sama
from asn_nilai.periksa.konteks import BarisTarget, Konteks, kunci_bulan, sebut


def periksa_target(konteks: Konteks) -> Iterator[Temuan]:
    """Yield what is wrong with the targets of each row whose indicator is known."""
    tabel = konteks.isian.target
    if tabel is None:
        return
    setahun = [(bulan, tabel.isi[kunci_bulan(bulan)]) for bulan in konteks.tahun.bulan]
    for baris in konteks.semua_target():
        indikator, posisi = baris.indikator, baris.posisi
        if indikator is None:
            continue
        terisi = {bulan: angka for bulan, kolom in setahun if isinstance(angka := kolom[posisi], float)}
        for bulan in baris.dihitung:
            yield from periksa_angka(
                tabel, kunci_bulan(bulan), posisi, terisi[bulan], indikator,
                unit=konteks.isian.unit.kode, nip=baris.nip,
            )  # fmt: skip
        yield from _nol_atau_negatif(konteks, tabel, baris, indikator, terisi)
        yield from _frekuensi(konteks, tabel, baris, indikator, terisi)
        yield from _tahunan(konteks, tabel, baris, indikator, list(terisi.values()))


def _nol_atau_negatif(
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, terisi: Mapping[Bulan, float]
) -> Iterator[Temuan]:
    """The target over the period must have a meaning in the formula of the indicator's polarity."""
    angka = [terisi[bulan] for bulan in baris.dihitung]
    if not angka or min(angka) > 0 or _ada_cacat(tabel, baris, konteks.bulan_asn[baris.nip]):
        return
    hasil = agregat(angka, indikator.agregasi)
    rumus = konteks.aturan.rumus(indikator.polaritas)
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
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, bulan: Iterable[Bulan]
) -> Iterator[Temuan]:
    """An indicator has targets in the months that end its stretch only; the first other month is told."""
    jarak = indikator.frekuensi.jarak_bulan
    salah = next((satu for satu in bulan if satu.bulan % jarak), None)
    if salah is not None:
        yield temuan(
            "frekuensi-tidak-cocok", tabel.letak(kunci_bulan(salah), baris.posisi),
            unit=konteks.isian.unit.kode, nip=baris.nip,
            indikator=sebut(indikator), frekuensi=indikator.frekuensi.value.lower(), bulan=salah.label,
        )  # fmt: skip


def _tahunan(
    konteks: Konteks, tabel: Tabel, baris: BarisTarget, indikator: Indikator, angka: Sequence[float]
) -> Iterator[Temuan]:
    """The year's target must be what its months give; a mean may be stated rounded."""
    tertulis = tabel.isi["target_tahunan"][baris.posisi]
    if not isinstance(tertulis, float) or _ada_cacat(tabel, baris, konteks.tahun.bulan):
        return
    if indikator.agregasi is Agregasi.JUMLAH and tertulis == fsum(angka):
        return  # the common case, without the cost of decimals
    hitungan = agregat(angka, indikator.agregasi) if angka else None
    if hitungan is not None and _cocok(tertulis, hitungan, indikator.agregasi):
        return
    yield temuan(
        "target-tahunan-tidak-sama", tabel.letak("target_tahunan", baris.posisi),
        unit=konteks.isian.unit.kode, nip=baris.nip,
        teks=tulis_angka(tertulis), agregasi=indikator.agregasi.value.lower(),
        hitungan="kosong" if hitungan is None else tulis_angka(float(hitungan)),
    )  # fmt: skip


def _cocok(tertulis: float, hitungan: Decimal, agregasi: Agregasi) -> bool:
    if sama(tertulis, float(hitungan)):
        return True
    if agregasi is not Agregasi.RATA_RATA:
        return False
    angka = eksak(tertulis)
    desimal = max(0, -int(angka.normalize().as_tuple().exponent))
    return abs(angka - hitungan) <= Decimal(5).scaleb(-desimal - 1)
