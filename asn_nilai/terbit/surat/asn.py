"""Letters for one ASN's own eyes: the card of the year, the plan of improvement, the invitation to talk about it."""

from collections.abc import Iterator
from math import isnan
from typing import Any

from asn_nilai.acuan.hasil.setahun import CapaianIndikator, SetahunAsn
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.terbit.surat.kop import bernomor, pejabat
from asn_nilai.terbit.surat.naskah import Surat

_TANPA_INDIKATOR = "Tidak ada indikator di bawah ekspektasi; yang dibicarakan perilaku kerjanya."


def kartu(asn: SetahunAsn, kop: dict[str, Any], desimal: int) -> Surat:
    """Return an ASN's card: the year's months, ideas, angka kredit, and what became of a plan of improvement.

    Args:
        asn: the year.
        kop: what every letter shows.
        desimal: decimals of a printed NHK.
    """
    desimal_kredit = angka_kredit().desimal.nilai
    isi = {
        **_siapa(asn, kop),
        "bulan": [
            {
                "bulan": bulan.bulan,
                "nhk": _tetap(bulan.nhk, desimal),
                "hasil": bulan.rating_hasil,
                "perilaku": bulan.rating_perilaku,
                "predikat": bulan.predikat or "belum ada hasil",
                "kredit": _tetap(bulan.kredit, desimal_kredit),
            }
            for bulan in asn.bulan
        ],
        "ide": list(asn.ide),
        "kredit": _tetap(asn.kredit, desimal_kredit),
        "jenjang": asn.jenjang,
        "koefisien": "" if isnan(asn.koefisien) else tulis_angka(asn.koefisien),
        "alasan": asn.alasan.rstrip("."),
        "rencana": _rencana(asn, desimal),
    }
    return Surat(f"kartu_{nip_untuk_nama(asn.nip)}", "kartu", isi)


def rencana_perbaikan(asn: SetahunAsn, kop: dict[str, Any], desimal: int) -> Iterator[Surat]:
    """Yield the plan of improvement of an ASN for whom one is proposed, and the invitation to agree on it.

    Args: as of `kartu`.
    """
    isi = {
        **_siapa(asn, kop),
        "alasan": asn.alasan.rstrip("."),
        "rencana": _rencana(asn, desimal),
        "tanpa_indikator": "" if asn.dikuatkan else _TANPA_INDIKATOR,
        "bulan_berikut": asn.bulan_berikut,
    }
    yield Surat(f"rencana-perbaikan_{nip_untuk_nama(asn.nip)}", "rencana-perbaikan", isi)
    yield Surat(f"undangan_{nip_untuk_nama(asn.nip)}", "undangan", isi)


def _siapa(asn: SetahunAsn, kop: dict[str, Any]) -> dict[str, Any]:
    return {
        **kop,
        "asn": pejabat("Pegawai yang Dinilai", Pejabat(asn.nama, asn.nip)),
        "jabatan": asn.jabatan,
        "unit": asn.unit,
        "atasan": pejabat("Pejabat Penilai", Pejabat(asn.nama_atasan, asn.nip_atasan)),
    }


def _rencana(asn: SetahunAsn, desimal: int) -> list[dict[str, Any]]:
    return bernomor(
        {
            "indikator": f"{milik.kode} {milik.nama}",
            "target": f"{_angka(milik.target)} {milik.satuan}".strip(),
            "realisasi": f"{_angka(milik.realisasi)} {milik.satuan}".strip(),
            "capaian": _tetap(milik.capaian, desimal),
            "berikut": _berikut(asn.berikut.get(milik.kode), desimal),
        }
        for milik in asn.dikuatkan
    )


def _berikut(milik: CapaianIndikator | None, desimal: int) -> str:
    if milik is None or isnan(milik.capaian):
        return ""
    return f"{_angka(milik.realisasi)} dari {_angka(milik.target)}, capaian {_tetap(milik.capaian, desimal)}"


def _angka(angka: float) -> str:
    return "–" if isnan(angka) else tulis_angka(angka)


def _tetap(angka: float, desimal: int) -> str:
    return "" if isnan(angka) else tulis_tetap(angka, desimal)
