"""What a unit's Perilaku sheets give each ASN in a period: the months' rows, read by `perilaku`, joined as the rule says."""

from collections.abc import Collection, Mapping

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import PembacaPerilaku, Perilaku, baris_menurut_nip
from asn_nilai.acuan.setoran.perilaku_bulan import PerilakuBulan


def perilaku_unit(
    isian: IsianUnit,
    periode: Periode,
    aturan: Aturan,
    ditempatkan: Mapping[str, Collection[Bulan]] | None = None,
) -> dict[str, Perilaku]:
    """Return what the unit's Perilaku sheets give each ASN in the period, by NIP; blank where there is nothing.

    The months become one as the rule says. A month in which the ASN stands twice, or in which only an unreadable cell hides
    the rating, is no ground to go by the others: the result is blank then, unless the rule asks for the last month alone and a
    later one has a rating. A new idea counts whichever month of the period it was brought in.

    Args:
        isian: what the unit submitted.
        periode: the period.
        aturan: the rule profile.
        ditempatkan: the months in which the unit rates each ASN, by NIP; None where it rates everybody in all of them.
    """
    pembaca = PembacaPerilaku(aturan)
    bulanan: dict[str, list[PerilakuBulan]] = {}
    terhalang: dict[str, Bulan] = {}
    for bulan in periode.bulan:
        if (tabel := isian.perilaku.get(bulan)) is None:
            continue
        semua = pembaca.semua_baris(tabel)
        for nip, posisi in baris_menurut_nip(tabel).items():
            if ditempatkan is not None and bulan not in ditempatkan.get(nip, ()):
                continue
            milik = bulanan.setdefault(nip, [])
            perilaku = semua[posisi[0]] if len(posisi) == 1 else None
            if perilaku is not None:
                milik.append(pembaca.bulan(tabel, posisi[0], bulan, perilaku, isian.unit.kode))
            if perilaku is None or perilaku.terhalang:
                terhalang[nip] = bulan
    return {nip: pembaca.antarbulan(milik, terhalang.get(nip)) for nip, milik in bulanan.items()}
