"""Letters for one ASN's own eyes: the card of the year, the plan of improvement, the invitation to talk about it."""

from collections.abc import Iterator
from math import isnan
from typing import Any

from asn_nilai.acuan.hasil.setahun import BulanAsn, CapaianIndikator, RencanaPerbaikan, SetahunAsn
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.terbit.surat.kop import bernomor, pejabat
from asn_nilai.terbit.surat.naskah import Surat

_BELUM, _PERILAKU = "belum ada hasilnya", "Perilaku kerja"
_BERSAMA = "Bersama {} dari tahun-tahun sebelumnya terkumpul {}"
_ASAL_KEBUTUHAN = (
    "Angka tahun-tahun sebelumnya dan kebutuhannya menurut instansi (skema.xlsx, lembar Pegawai)."
)
_BULAN_BELUM = "Bulan yang belum ada hasilnya belum ikut terkumpul."
_TANPA_AWAL = "Dibutuhkan {}; berapa yang masih kurang belum dapat dihitung, karena Angka Kredit Awal di skema.xlsx belum diisi."
_TANPA_KEBUTUHAN = (
    "Berapa yang masih kurang tidak dihitung, karena Angka Kredit Dibutuhkan di skema.xlsx belum diisi."
)
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
                "bulan": _bulan(bulan),
                "nhk": _tetap(bulan.nhk, desimal),
                "hasil": bulan.rating_hasil,
                "perilaku": bulan.rating_perilaku,
                "predikat": bulan.predikat
                or ("belum ada hasil" if bulan.ditempatkan else "tidak ditempatkan"),
                "kredit": _tetap(bulan.kredit, desimal_kredit),
                "terkumpul": _tetap(terkumpul, desimal_kredit),
            }
            for bulan, terkumpul in zip(asn.bulan, asn.kredit_terkumpul, strict=True)
        ],
        "ide": list(asn.ide),
        "kredit": _tetap(asn.kredit, desimal_kredit),
        "jenjang": asn.jenjang,
        "koefisien": "" if isnan(asn.koefisien) else tulis_angka(asn.koefisien),
        "kebutuhan": _kebutuhan(asn, desimal_kredit),
        "tanpa_kredit": asn.tanpa_kredit.rstrip("."),
        "rencana": [_kelanjutan(rencana, desimal) for rencana in asn.rencana_bulan],
    }
    return Surat(f"kartu_{nip_untuk_nama(asn.nip)}", "kartu", isi)


def _bulan(bulan: BulanAsn) -> str:
    """Return a month, with its own version where it is locked: the foot names the period's, and a month may be corrected after it."""
    versi = bulan.versi
    return f"{bulan.bulan}\nversi {versi.versi}\nkode {versi.kode}" if versi else bulan.bulan


def rencana_perbaikan(
    asn: SetahunAsn, rencana: RencanaPerbaikan, kop: dict[str, Any], desimal: int
) -> Iterator[Surat]:
    """Yield the plan of improvement that is proposed for an ASN, and the invitation to agree on it.

    Args:
        asn: whose.
        rencana: what is proposed.
        kop: what every letter shows.
        desimal: decimals of a printed NHK.
    """
    semua = bernomor(
        {**_baris(milik, desimal), "berikut": _berikut(rencana.berikut.get(milik.kode), desimal)}
        for milik in rencana.indikator
    )
    perilaku = dict.fromkeys(("target", "realisasi", "capaian", "berikut"), "")
    isi = {
        **_siapa(asn, kop),
        "alasan": rencana.alasan.rstrip("."),
        "rencana": semua,
        "disepakati": semua or bernomor([{"indikator": _PERILAKU, **perilaku}]),
        "tanpa_indikator": "" if rencana.indikator else _TANPA_INDIKATOR,
        "bulan_berikut": rencana.bulan_berikut,
        "predikat_berikut": rencana.predikat_berikut,
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


def _kebutuhan(asn: SetahunAsn, desimal: int) -> str:
    """Return how the angka kredit stands against the next rank or level, as far as the office says; blank where it says nothing."""
    awal, dibutuhkan = asn.kebutuhan
    if awal is None:
        return "" if dibutuhkan is None else _TANPA_AWAL.format(tulis_tetap(dibutuhkan, desimal))
    bersama = _BERSAMA.format(tulis_tetap(awal, desimal), _tetap(asn.kredit_seluruhnya, desimal))
    if dibutuhkan is None:
        return f"{bersama}. {_TANPA_KEBUTUHAN}"
    belum = "" if all(bulan.predikat or not bulan.ditempatkan for bulan in asn.bulan) else f" {_BULAN_BELUM}"
    kurang = f"kurang {_tetap(asn.kredit_kurang, desimal)}" if asn.kredit_kurang else "terpenuhi"
    return f"{bersama} dari {tulis_tetap(dibutuhkan, desimal)} yang dibutuhkan; {kurang}. {_ASAL_KEBUTUHAN}{belum}"


def _kelanjutan(rencana: RencanaPerbaikan, desimal: int) -> dict[str, str]:
    """Return what was proposed and what became of it: a line for each indicator, the predikat of the month after."""
    return {
        "bulan": rencana.kapan,
        "uraian": "\n".join(_uraian(milik, rencana, desimal) for milik in rencana.indikator) or _PERILAKU,
        "kemudian": f"{rencana.bulan_berikut}: {rencana.predikat_berikut}"
        if rencana.bulan_berikut
        else _BELUM,
    }


def _uraian(milik: CapaianIndikator, rencana: RencanaPerbaikan, desimal: int) -> str:
    ini = _baris(milik, desimal)
    kemudian = _berikut(rencana.berikut.get(milik.kode), desimal)
    akhir = f"; kemudian {kemudian}" if kemudian else ""
    return (
        f"{ini['indikator']}: {_angka(milik.realisasi)} dari {ini['target']}, capaian {ini['capaian']}{akhir}"
    )


def _baris(milik: CapaianIndikator, desimal: int) -> dict[str, str]:
    return {
        "indikator": f"{milik.kode} {milik.nama}",
        "target": f"{_angka(milik.target)} {milik.satuan}".strip(),
        "realisasi": f"{_angka(milik.realisasi)} {milik.satuan}".strip(),
        "capaian": _tetap(milik.capaian, desimal),
    }


def _berikut(milik: CapaianIndikator | None, desimal: int) -> str:
    if milik is None or isnan(milik.capaian):
        return ""
    return f"{_angka(milik.realisasi)} dari {_angka(milik.target)}, capaian {_tetap(milik.capaian, desimal)}"


def _angka(angka: float) -> str:
    return "–" if isnan(angka) else tulis_angka(angka)


def _tetap(angka: float, desimal: int) -> str:
    return "" if isnan(angka) else tulis_tetap(angka, desimal)
