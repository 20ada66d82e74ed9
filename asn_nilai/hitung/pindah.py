"""Settle the ASN who moved in the period: one score, in the row of the last unit.

Each unit scores the months of its own placement. The period's NHK is the mean of these printed figures weighted by
counted months: the same sum that anyone can do on paper from the units' rows.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np

from asn_nilai.acuan.hasil import BELUM_DINILAI, DINILAI, PINDAH, HasilUnit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.skema import Skema
from asn_nilai.hitung.capaian import rata_tertimbang
from asn_nilai.hitung.predikat import putuskan

_KODE_PERILAKU = "perilaku-kosong"


def unit_berpindah(skema: Skema, periode: Periode) -> dict[str, tuple[str, ...]]:
    """Return the ASN placed in two or more units in the period: NIP → unit codes, the last unit last."""
    hasil: dict[str, tuple[str, ...]] = {}
    for nip, semua in skema.penempatan_asn.items():
        urut = sorted((p for p in semua if p.bulan_dalam(periode)), key=lambda p: p.mulai or date.min)
        unit = tuple(reversed(dict.fromkeys(p.kode_unit for p in reversed(urut))))
        if len(unit) > 1:
            hasil[nip] = unit
    return hasil


def gabungkan_pindah(hasil: Mapping[str, HasilUnit], skema: Skema, periode: Periode, aturan: Aturan) -> None:
    """Settle every ASN who moved between the given units, in place.

    Args:
        hasil: results by unit code; must hold every unit of every ASN who moved and whose last unit is wanted.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
    """
    for nip, unit in unit_berpindah(skema, periode).items():
        if all(kode in hasil for kode in unit):
            _satukan(nip, [hasil[kode] for kode in unit], aturan)


def _satukan(nip: str, hasil: list[HasilUnit], aturan: Aturan) -> None:
    letak = [satu.nilai.index[satu.nilai["nip"] == nip][0] for satu in hasil]
    baris = [satu.nilai.loc[i].to_dict() for satu, i in zip(hasil, letak, strict=True)]
    akhir = hasil[-1].nilai
    bagian = [
        (satu.unit.kode, float(b["nilai_hasil_kerja"]), int(b["bulan_dihitung"]))
        for satu, b in zip(hasil, baris, strict=True)
    ]
    dihitung = [satu for satu in bagian if satu[2]]
    tertahan = not dihitung or any(
        np.isnan(n) and (bulan or b["alasan"]) for (_, n, bulan), b in zip(bagian, baris, strict=True)
    )
    nhk = np.nan if tertahan else rata_tertimbang([(n, b) for _, n, b in dihitung], aturan.nhk.desimal.nilai)
    berperilaku = next((b for b in reversed(baris) if b["rating_perilaku"]), baris[-1])
    perilaku, angka = str(berperilaku["rating_perilaku"]), float(berperilaku["angka_perilaku"])
    if perilaku and not baris[-1]["rating_perilaku"]:
        _lepas_perilaku_kosong(nip, hasil[-1])
    ide = any(b["ide_baru"] for b in baris)
    putusan = putuskan(
        np.array([nhk]), np.array([perilaku], dtype=object), np.array([angka]), np.array([ide]), aturan
    )
    hasil_predikat = str(putusan.predikat[0])
    status = BELUM_DINILAI if hasil_predikat == BELUM_DINILAI else DINILAI
    alasan = dict.fromkeys(a for b in baris for a in str(b["alasan"]).split("; ") if a)
    i = letak[-1]
    akhir.loc[i, "nilai_hasil_kerja"] = nhk
    akhir.loc[i, "rating_hasil_kerja"] = putusan.rating_hasil[0]
    akhir.loc[i, "rating_perilaku"] = perilaku
    akhir.loc[i, "angka_perilaku"] = angka
    akhir.loc[i, "ide_baru"] = ide
    akhir.loc[i, "nilai_akhir"] = putusan.nilai_akhir[0]
    akhir.loc[i, "predikat"] = hasil_predikat
    akhir.loc[i, "status"] = status
    akhir.loc[i, "alasan"] = "; ".join(alasan) if status == BELUM_DINILAI else ""
    akhir.at[i, "bagian"] = tuple(dihitung)  # type: ignore[assignment]
    for satu, j in zip(hasil[:-1], letak[:-1], strict=True):
        for kolom in ("rating_hasil_kerja", "rating_perilaku", "predikat"):
            satu.nilai.loc[j, kolom] = ""
        for kolom in ("nilai_akhir", "angka_perilaku"):
            satu.nilai.loc[j, kolom] = np.nan
        satu.nilai.loc[j, "status"] = PINDAH
        satu.nilai.loc[j, "alasan"] = f"pindah ke {hasil[-1].unit.kode}"


def _lepas_perilaku_kosong(nip: str, hasil: HasilUnit) -> None:
    """Drop the last unit's finding where an earlier unit of the period gave the behaviour rating."""
    hasil.temuan = [t for t in hasil.temuan if not (t.nip == nip and t.kode == _KODE_PERILAKU)]
