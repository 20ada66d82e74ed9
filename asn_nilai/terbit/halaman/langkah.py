"""The last steps of an ASN's score on a unit's page: behaviour, final score, predikat, each with its basis."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any

from asn_nilai.acuan.nilai import DINILAI
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import SYARAT
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.halaman.bagan import tetap


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step on the way to the predikat, with the basis that the aturan gives for it."""

    judul: str
    isi: str
    dasar: str


def sebut_perilaku(baris: tuple[Any, ...], aturan: Aturan) -> str:
    """Return the behaviour of a row (columns as in `halaman_asn`) as it is printed: the rating, the number, or both."""
    rating, angka = baris[5], baris[11]
    if not aturan.perilaku_angka or isnan(angka):
        return str(rating)
    tercetak = tetap(angka, aturan.nhk.desimal.nilai)
    return f"{tercetak} ({rating})" if aturan.perilaku.tangga else tercetak


def langkah_predikat(baris: tuple[Any, ...], aturan: Aturan) -> Iterator[Langkah]:
    """Yield the steps from behaviour on; `baris` is a row with the columns of `halaman_asn`."""
    nhk, rating_hasil, rating_perilaku, akhir, predikat, status = (*baris[3:9],)
    yield _perilaku(sebut_perilaku(baris, aturan), aturan)
    if status != DINILAI:
        return
    if not isnan(akhir):
        yield _nilai_akhir(nhk, baris[11], akhir, aturan)
    if aturan.predikat.matriks:
        isi = f"Baris hasil kerja {rating_hasil} × kolom perilaku {rating_perilaku}: {predikat}"
        yield Langkah("Predikat", isi, aturan.predikat.matriks.dasar)
    else:
        yield _dari_pita(akhir, predikat, aturan, ide_baru=bool(baris[12]))


def _perilaku(sebutan: str, aturan: Aturan) -> Langkah:
    bagian = aturan.perilaku
    apa, ketentuan = ("skor", bagian.skor) if bagian.skor else ("angka", bagian.gabungan)
    isi = (
        f"{sebutan}, dari lembar Perilaku (isian Rating Perilaku bila ada, selain itu rata-rata {apa} aspeknya)"
        if sebutan
        else "Belum ada, sehingga predikat belum dapat ditentukan"
    )
    judul = "Nilai perilaku" if aturan.perilaku_angka else "Rating perilaku"
    return Langkah(judul, isi, ketentuan.dasar if ketentuan else "")


def _nilai_akhir(nhk: float, perilaku: float, akhir: float, aturan: Aturan) -> Langkah:
    desimal = aturan.nhk.desimal.nilai
    if aturan.nilai_akhir is None:
        return Langkah("Nilai akhir", tetap(akhir, desimal), aturan.profil.peraturan)
    bobot = aturan.nilai_akhir.dipakai
    w, v = (tulis_angka(satu) for satu in (bobot.nilai.hasil_kerja, bobot.nilai.perilaku))
    isi = f"{w} × {tetap(nhk, desimal)} + {v} × {tetap(perilaku, desimal)}, dibulatkan {desimal} desimal: {tetap(akhir, desimal)}"
    return Langkah("Nilai akhir", isi, bobot.dasar)


def _dari_pita(akhir: float, predikat: str, aturan: Aturan, *, ide_baru: bool) -> Langkah:
    """Return the band that the final score fell into, and which better one a condition kept it from."""
    pita = next(satu for satu in aturan.predikat.pita if satu.label == predikat)
    tercetak = tetap(akhir, aturan.nhk.desimal.nilai)
    syarat = f", {SYARAT[pita.syarat]}" if pita.syarat else ""
    isi = f"{tercetak} masuk rentang {pita.rentang.replace('.', ',')}{syarat}: {predikat}"
    lewat = next(
        (
            p
            for p in aturan.predikat.pita
            if p.syarat and p.dari is not None and akhir >= p.dari and not ide_baru
        ),
        None,
    )
    if lewat is not None and lewat.syarat:
        isi = f"{tercetak} cukup untuk {lewat.label}, tetapi syaratnya ({SYARAT[lewat.syarat]}) tidak terpenuhi: {predikat}"
    return Langkah("Predikat", isi, pita.dasar)
