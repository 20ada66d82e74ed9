"""What the reader of a recap must know before believing its figures: missing months, stale results, who is not in it."""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.bahan_rekap import BahanRekap
from asn_nilai.acuan.nilai import BELUM_DINILAI
from asn_nilai.acuan.periode import NAMA_BULAN, Bulan
from asn_nilai.acuan.rekap import BARU_SEBAGIAN, BELUM_DIHITUNG, AsnSama, UnitRekap
from asn_nilai.acuan.tulisan import tulis_tetap

_DISEBUT = 5
"""Units or files that one sentence names; the rest is counted."""


def susun_catatan(
    bahan: BahanRekap, unit: Sequence[UnitRekap], pasangan: tuple[Bulan, Bulan] | None, sama: AsnSama | None
) -> Iterator[str]:
    """Yield Indonesian sentences, the most important first.

    Args:
        bahan: what the recap is drawn from.
        unit: its units.
        pasangan: the two months that are compared.
        sama: the ASN scored in both of them, where their means are of different ASN.
    """
    yield from _usang(bahan)
    yield from _hilang(bahan)
    if pasangan and sama:
        desimal = bahan.aturan.nhk.desimal.nilai
        awal, akhir = (tulis_tetap(satu, desimal) for satu in (sama.awal, sama.akhir))
        yield (
            f"Rata-rata {pasangan[0].label} dan {pasangan[1].label} bukan dari ASN yang sama. Bagi {sama.jumlah} ASN yang "
            f"dinilai pada keduanya, rata-rata NHK {awal} menjadi {akhir}."
        )
    belum = [u.ringkas.kode for u in unit if u.ringkas.status == BELUM_DIHITUNG]
    if belum:
        yield f"Belum dihitung untuk {bahan.periode.label}: {sebut(belum)}. Unit itu tidak ikut dalam jumlah dan rata-rata."
    yield from _keluar_dari_skema(bahan)
    tanpa = sum(asn.status == BELUM_DINILAI for satu in unit for asn in satu.asn)
    if tanpa:
        yield (
            f"{tanpa} ASN belum dinilai, jadi tidak ikut dalam rata-rata dan sebaran. Sebabnya ada di lembar unitnya."
        )
    sebagian = [
        f"{u.ringkas.kode} ({u.ringkas.dinilai} dari {u.ringkas.jumlah_asn} dinilai)"
        for u in unit
        if u.tanda == BARU_SEBAGIAN
    ]
    if sebagian:
        yield (
            f"Lebih dari {bahan.pengaturan.belum_dinilai_wajar} persen ASN-nya belum dinilai: {sebut(sebagian)}. "
            "Rata-rata dan peringkatnya masih dapat banyak berubah."
        )
    kecil = [u.ringkas.kode for u in unit if u.kecil and u.ringkas.dinilai]
    if kecil:
        yield (
            f"Unit kecil, kurang dari {bahan.pengaturan.unit_kecil} ASN yang dinilai: {sebut(kecil)}. "
            "Rata-ratanya mudah berubah karena satu orang; bandingkan dengan hati-hati."
        )


def sebut(kata: Sequence[str]) -> str:
    """Return some words in a row; beyond the first few their number."""
    sisa = len(kata) - _DISEBUT
    return ", ".join(kata) if sisa <= 0 else f"{', '.join(kata[:_DISEBUT])} dan {sisa} lagi"


def _hilang(bahan: BahanRekap) -> Iterator[str]:
    """Yield one sentence for each reason why months are missing."""
    menurut: dict[str, list[Bulan]] = {}
    for bulan, sebab in bahan.hilang.items():
        menurut.setdefault(sebab, []).append(bulan)
    for sebab, semua in menurut.items():
        nama = [*(NAMA_BULAN[satu.bulan - 1] for satu in semua[:-1]), semua[-1].label]
        yield f"Hasil {', '.join(nama)} {sebab}. Kosong di rekap ini, bukan nol."


def _usang(bahan: BahanRekap) -> Iterator[str]:
    """Yield one sentence for each period whose results are older than their inputs, in the order to compute them in."""
    for hasil in bahan.semua_hasil:
        unit = [kode for kode in bahan.unit if kode in hasil.usang]
        if unit:
            berkas = list(dict.fromkeys(nama for kode in unit for nama in hasil.usang[kode]))
            yield (
                f"Hasil {hasil.periode.label} sudah usang untuk {_sebut_unit(bahan, unit)}: sejak dihitung, berubah "
                f"{sebut(berkas)}. Angkanya masih yang lama. Jalankan: asn-nilai hitung --periode {hasil.periode.kode}"
            )


def _keluar_dari_skema(bahan: BahanRekap) -> Iterator[str]:
    """Yield a sentence where results hold units that the register no longer knows; of a choice nobody expects them."""
    ada = dict.fromkeys(kode for hasil in bahan.semua_hasil for kode in hasil.ringkas)
    keluar = [kode for kode in ada if kode not in bahan.skema.unit]
    if keluar and not bahan.terpilih:
        yield (
            f"Ada hasil untuk {sebut(keluar)}, tetapi unit itu tidak ada lagi di skema. Unit itu tidak ikut dalam rekap ini."
        )


def _sebut_unit(bahan: BahanRekap, unit: Sequence[str]) -> str:
    return "semua unit" if len(unit) == len(bahan.unit) > 1 else sebut(unit)
