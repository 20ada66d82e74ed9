"""Which other behaviour would change a predikat: ratings one by one, numbers over their whole range, and a new idea."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from asn_nilai.acuan.hasil.kata_penjelasan import sebut_perilaku
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.hitung.nilai.predikat import putuskan
from asn_nilai.hitung.perubahan.pengandaian import Andai, kisi, peringkat

IDE = "ide baru yang bermanfaat"


def pengangkat(andai: Andai, nhk: Sequence[float], kini: int) -> list[Perilaku]:
    """Return the behaviours, nearest first, with which at least one of the NHK gets a better rank than `kini`.

    Of numbers only the nearest one; number and new idea together only where neither lifts alone.
    """
    if not andai.aturan.perilaku_angka:
        return [
            p for p in _rating_lain(andai) if andai.dengan_perilaku(p).tingkat(np.array(nhk)).min() < kini
        ]
    sekarang, hasil = andai.perilaku, []
    tanpa_ide = andai.aturan.perlu_ide_baru and not sekarang.ide_baru
    dengan_ide = replace(sekarang, ide_baru=True)
    if tanpa_ide and andai.dengan_perilaku(dengan_ide).tingkat(np.array(nhk)).min() < kini:
        hasil.append(dengan_ide)
    angka = _terdekat(andai, sekarang, nhk, lambda tingkat: tingkat < kini)
    if angka is not None:
        hasil.append(angka)
    if tanpa_ide and not hasil:
        keduanya = _terdekat(andai, dengan_ide, nhk, lambda tingkat: tingkat < kini)
        hasil += [keduanya] if keduanya else []
    return hasil


def penjatuh(andai: Andai, nhk: float, kini: int) -> list[Perilaku]:
    """Return the behaviours, nearest first, with which an NHK gets a worse rank; of numbers only the nearest one."""
    nhk_ini = np.array([nhk])
    if not andai.aturan.perilaku_angka:
        return [p for p in _rating_lain(andai) if andai.dengan_perilaku(p).tingkat(nhk_ini)[0] > kini]
    hasil = []
    angka = _terdekat(andai, andai.perilaku, [nhk], lambda tingkat: tingkat > kini)
    if angka is not None:
        hasil.append(angka)
    tanpa = replace(andai.perilaku, ide_baru=False)
    if andai.dengan_perilaku(tanpa).tingkat(nhk_ini)[0] > kini:
        hasil.append(tanpa)
    return hasil


def wakil_nhk(andai: Andai) -> list[float]:
    """Return an NHK for each rating that hasil kerja can have, and the ends: enough to know what results can do.

    Within one rating a matrix gives one predikat, and a final score only rises with the NHK.
    """
    semua, tangga = andai.semua[0], andai.aturan.rating_hasil
    ujung = [float(semua[0]), float(semua[-1])]
    if tangga is None:
        return ujung
    label = tangga.beri_label(semua)
    return [float(semua[label == rating][0]) for rating in tangga.label if (label == rating).any()] + ujung


def _rating_lain(andai: Andai) -> list[Perilaku]:
    urutan = andai.aturan.rating_perilaku
    kini = urutan.index(andai.perilaku.rating)
    lain = sorted(
        (p for p in urutan if p != andai.perilaku.rating), key=lambda p: abs(urutan.index(p) - kini)
    )
    return [replace(andai.perilaku, rating=p) for p in lain]


def _terdekat(
    andai: Andai, dasar: Perilaku, nhk: Sequence[float], cocok: Callable[[Larik], Larik]
) -> Perilaku | None:
    """Return the behaviour number nearest to the present one whose rank fits beside one of the NHK."""
    aturan = andai.aturan
    bagian = aturan.perilaku
    if bagian.rentang is None:  # pragma: no cover - a profile of numbers has one
        return None
    angka = kisi(*bagian.rentang.nilai, aturan.desimal)
    banyak = len(angka)
    rating = bagian.tangga.beri_label(angka) if bagian.tangga else np.full(banyak, "", dtype=object)
    ide = np.full(banyak, dasar.ide_baru)
    sah = np.zeros(banyak, dtype=bool)
    for nhk_ini in nhk:
        putusan = putuskan(np.full(banyak, nhk_ini), rating, angka, ide, aturan)
        sah |= cocok(peringkat(putusan.predikat, aturan))
    if not sah.any():
        return None
    letak = int(np.argmin(np.where(sah, np.abs(angka - dasar.angka), np.inf)))
    sebutan = str(rating[letak]) or f"{angka[letak]:.15g}"
    return replace(dasar, rating=sebutan, angka=float(angka[letak]))


def kata_perilaku(andai: Andai) -> str:
    """Return what of the behaviour the rule looks at."""
    if not andai.aturan.perilaku_angka:
        return "rating perilaku"
    return f"nilai perilaku dan {IDE}" if andai.aturan.perlu_ide_baru else "nilai perilaku"


def kata_kini(andai: Andai) -> str:
    """Return the present behaviour as a clause."""
    p = andai.perilaku
    if not andai.aturan.perilaku_angka:
        return f"rating perilakunya {p.rating}"
    ide = f"{' dan ada' if p.ide_baru else ', tanpa'} {IDE}" if andai.aturan.perlu_ide_baru else ""
    return f"nilai perilakunya {sebut_perilaku(p, andai.aturan)}{ide}"


def kata_lain(andai: Andai, lain: Perilaku, *, menjadi: bool = False) -> str:
    """Return what of the behaviour is other than now; `menjadi` makes it a clause of its own."""
    kata = " menjadi" if menjadi else ""
    if not andai.aturan.perilaku_angka:
        return f"rating perilaku{kata} {lain.rating}"
    bagian = []
    if lain.angka != andai.perilaku.angka:
        arah = " sekurang-kurangnya" if lain.angka > andai.perilaku.angka else " paling banyak"
        bagian.append(f"nilai perilaku{kata}{arah} {sebut_perilaku(lain, andai.aturan)}")
    if lain.ide_baru != andai.perilaku.ide_baru:
        bagian.append(f"{'ada' if lain.ide_baru else 'tanpa'} {IDE}")
    return " dan ".join(bagian)
