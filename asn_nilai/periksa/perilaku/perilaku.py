"""Checks of behaviour ratings: each cell a known rating, one row per ASN, and one rating for the period.

Months are looked at from the last one back: where the rule goes by the last rating alone, what is wrong in an older month
leaves only its row aside and keeps nobody from a predikat; where it takes their mean, every month counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.perilaku import (
    BKN_TIDAK_PASTI,
    KUNCI_CATATAN,
    KUNCI_IDE,
    KUNCI_RATING,
    Perilaku,
    baris_menurut_nip,
    tulis_nilai,
)
from asn_nilai.acuan.temuan import Akibat, Temuan, jenis_temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa, BarisPerilaku
from asn_nilai.periksa.nip_asing import sebab_tidak_ada
from asn_nilai.periksa.orang.ganda import ulangan

_FORMULIR = FORMULIR["Perilaku"]
_RUPA = (
    "Hapus format selnya (Clear Formats), lalu isi yang berlaku saja; kosongkan selnya bila memang dibatalkan"
)
"""Of a cell whose dress says that it may not count; chosen again it would keep that dress."""
_IDE = {"apa": "isian", "dikenal": "Ya, atau kosong", "cara": "Isi Ya, atau kosongkan selnya"}
"""What is said of a new idea's cell, which holds no rating."""


@dataclass(slots=True)
class _KeadaanPerilaku:
    """What the months looked at so far say of each ASN."""

    terakhir: bool
    """Whether the rule goes by the last month that has a rating."""
    berating: dict[str, set[Bulan]] = field(default_factory=dict)
    terhalang: set[str] = field(default_factory=set)
    """ASN whose rating is hidden by a finding of its own."""
    belum_lengkap: dict[str, tuple[Tabel, int, Perilaku]] = field(default_factory=dict)

    def akibat(self, nip: str) -> Akibat:
        """Return what an error in the month at hand stops: nothing more, where the rule lets a later month decide."""
        diputus = self.terakhir and (nip in self.berating or nip in self.terhalang)
        return Akibat.BARIS if diputus else Akibat.PERILAKU


def periksa_perilaku(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield each unknown rating and repeated row, month by month, then each ASN left without a rating, or without some month's."""
    terakhir = bahan.aturan.perilaku.bulan_terakhir
    keadaan = _KeadaanPerilaku(terakhir)
    per_bulan: list[list[Temuan]] = []
    for bulan, menurut_nip in reversed(bahan.perilaku.items()):
        temuan_bulan: list[Temuan] = []
        for nip, semua in menurut_nip.items():
            temuan_bulan.extend(_satu_asn(bahan, keadaan, bulan, nip, semua))
        per_bulan.append(temuan_bulan)
    for temuan_bulan in reversed(per_bulan):
        yield from temuan_bulan
    yield from _kosong(bahan, keadaan)
    if not terakhir:
        yield from _bulan_kosong(bahan, keadaan)
        yield from _bulan_tanpa_rating(bahan, keadaan)


def _satu_asn(
    bahan: BahanPeriksa, keadaan: _KeadaanPerilaku, bulan: Bulan, nip: str, semua: Sequence[BarisPerilaku]
) -> Iterator[Temuan]:
    """Judge an ASN's rows of one month and note in `keadaan` what they give."""
    tabel = bahan.isian.perilaku[bulan]
    akibat, unit = keadaan.akibat(nip), bahan.kode_unit
    if len(semua) > 1:
        apa, posisi = f"{bahan.nama(nip)} (NIP {nip})", [baris.posisi for baris in semua]
        yield from ulangan(tabel, "nip", posisi, unit=unit, nip=nip, apa=apa, akibat=akibat)
        keadaan.terhalang.add(nip)
    for baris, perilaku in semua:
        for kunci in perilaku.tidak_sah:
            if (kunci, baris) not in tabel.cacat:
                yield temuan(
                    "perilaku-tidak-sah", tabel.letak(kunci, baris), unit=unit, nip=nip,
                    akibat=Akibat.PERILAKU if kunci == KUNCI_IDE else akibat if perilaku.terhalang else Akibat.BARIS,
                    teks=tulis_nilai(tabel.isi[kunci][baris]), kolom=_FORMULIR.label(kunci),
                    **((_IDE if kunci == KUNCI_IDE else {"dikenal": bahan.pembaca.dikenal}) | _cara(tabel, kunci, baris)),
                )  # fmt: skip
        if perilaku.terhalang:
            keadaan.terhalang.add(nip)
        elif nip in keadaan.terhalang:
            continue
        elif perilaku.rating:
            keadaan.berating.setdefault(nip, set()).add(bulan)
        else:
            keadaan.belum_lengkap.setdefault(nip, (tabel, baris, perilaku))


def _cara(tabel: Tabel, kunci: str, posisi: int) -> dict[str, Any]:
    """Return what to do about a cell where choosing a known rating does not help: in an export of e-Kinerja nobody can."""
    if (kunci, posisi) in tabel.luar:
        return {"cara": jenis_temuan(BKN_TIDAK_PASTI).saran.rstrip(".")}
    return {"cara": _RUPA} if (kunci, posisi) in tabel.rupa else {}


def _kosong(bahan: BahanPeriksa, keadaan: _KeadaanPerilaku) -> Iterator[Temuan]:
    """Who left for another unit within the period is rated there; of the others each needs one rating, whichever unit gave it."""
    for nip in bahan.bulan_asn:
        if nip in keadaan.berating or nip in keadaan.terhalang or not _terakhir_di_sini(bahan, nip):
            continue
        if bahan.dinilai_lain(nip):
            continue
        belum_lengkap = keadaan.belum_lengkap.get(nip)
        tempat = (*_baris_kurang(*belum_lengkap), None) if belum_lengkap else _tanpa_baris(bahan, nip)
        if tempat is not None:
            letak, kurang, tabel = tempat
            yield temuan(
                "perilaku-kosong", letak, unit=bahan.kode_unit, nip=nip,
                akar=sebab_tidak_ada(bahan.asing(tabel), nip, bahan.nama(nip)) if tabel else None,
                nama=bahan.nama(nip), periode=bahan.periode.label, kurang=kurang,
            )  # fmt: skip


def _bulan_kosong(bahan: BahanPeriksa, keadaan: _KeadaanPerilaku) -> Iterator[Temuan]:
    """A month left out of somebody's mean, although others of the unit are rated in it: a bad month blanked lifts the mean.

    Who moved within a month may be rated in it by either unit.
    """
    dinilai = frozenset().union(*keadaan.berating.values())
    for nip in bahan.bulan_asn:
        bulan_nilai = bahan.bulan_nilai(nip)
        berating = keadaan.berating.get(nip, set())
        if nip in keadaan.terhalang or dinilai.isdisjoint({*bulan_nilai} - berating):
            continue
        berating = berating | bahan.dinilai_lain(nip)
        kosong = [bulan for bulan in bulan_nilai if bulan in dinilai - berating]
        if kosong and berating:
            tabel = bahan.isian.perilaku[kosong[-1]]
            letak, catatan = _baris_kosong(tabel, baris_menurut_nip(tabel).get(nip, ()))
            yield temuan(
                "perilaku-bulan-kosong", letak, unit=bahan.kode_unit, nip=nip, catatan=catatan,
                nama=bahan.nama(nip), bulan=", ".join(bulan.label for bulan in kosong), periode=bahan.periode.label,
                ada=", ".join(bulan.label for bulan in sorted(berating)),
            )  # fmt: skip


def _bulan_tanpa_rating(bahan: BahanPeriksa, keadaan: _KeadaanPerilaku) -> Iterator[Temuan]:
    """A month in which nobody of the unit is rated: some rate once a quarter, and some leave a bad month's sheet out."""
    dinilai = frozenset().union(*keadaan.berating.values())
    ada = {bulan for semua in bahan.bulan_asn.values() for bulan in semua if bulan in bahan.isian.capaian}
    kosong = sorted(ada - dinilai)
    if dinilai and kosong and not keadaan.terhalang:
        yield temuan(
            "perilaku-bulan-tanpa-rating", Letak(bahan.isian.capaian[kosong[-1]].berkas), unit=bahan.kode_unit,
            unit_kerja=bahan.isian.unit.nama, bulan=", ".join(bulan.label for bulan in kosong), periode=bahan.periode.label,
            ada=", ".join(bulan.label for bulan in sorted(dinilai)),
        )  # fmt: skip


def _baris_kosong(tabel: Tabel, posisi: Sequence[int]) -> tuple[Letak, str]:
    """Return where somebody's rating is missing, and in brackets the Catatan beside it; the sheet of who has no row."""
    if not posisi:
        return Letak(tabel.berkas, tabel.lembar), ""
    kunci = KUNCI_RATING if KUNCI_RATING in tabel.kolom else KUNCI_ASPEK[0]
    return tabel.letak(kunci, posisi[0]), _kutip_catatan(tabel, posisi[0])


def _kutip_catatan(tabel: Tabel, posisi: int) -> str:
    teks = tulis_nilai(tabel.isi[KUNCI_CATATAN][posisi]) if KUNCI_CATATAN in tabel.isi else ""
    return f" (Catatan: '{teks}')" if teks.strip() else ""


def _terakhir_di_sini(bahan: BahanPeriksa, nip: str) -> bool:
    semua = [p for p in bahan.skema.penempatan_asn[nip] if p.bulan_dalam(bahan.periode)]
    return semua[-1].kode_unit == bahan.kode_unit


def _baris_kurang(tabel: Tabel, posisi: int, perilaku: Perilaku) -> tuple[Letak, str]:
    """Return where a row is incomplete, and what it lacks."""
    kunci = KUNCI_RATING if KUNCI_RATING in tabel.kolom else perilaku.kurang[0]
    if len(perilaku.kurang) == len(KUNCI_ASPEK):
        catatan = _kutip_catatan(tabel, posisi)
        return (
            tabel.letak(kunci, posisi),
            f"{_FORMULIR.label(KUNCI_RATING)} dan ketujuh aspek kosong{catatan}",
        )
    return tabel.letak(kunci, posisi), f"{', '.join(map(_FORMULIR.label, perilaku.kurang))} kosong"


def _tanpa_baris(bahan: BahanPeriksa, nip: str) -> tuple[Letak, str, Tabel | None] | None:
    """Return the last sheet where the ASN should stand, with its table; None where another finding says it."""
    for bulan in reversed(bahan.bulan_nilai(nip)):
        perilaku, capaian = bahan.isian.perilaku.get(bulan), bahan.isian.capaian.get(bulan)
        if perilaku is not None:
            letak = Letak(perilaku.berkas, perilaku.lembar)
            samar = bahan.samar(perilaku, nip)
            kurang = f"tidak ada barisnya di lembar {perilaku.lembar}"
            if bulan in bahan.isian.tanpa_perilaku and not perilaku.lembar:
                kurang = f"lembar {_FORMULIR.lembar} tidak ada atau kosong, dan ekspor di {perilaku.berkas} tidak memuat ratingnya"
        elif capaian is not None:
            letak, samar = Letak(capaian.berkas), False
            sebab = "tidak terbaca" if capaian.berkas in bahan.berkas_cacat else "tidak ada atau kosong"
            kurang = f"lembar {_FORMULIR.lembar} {sebab}"
        else:
            continue
        return None if samar else (letak, kurang, perilaku)
    return None
