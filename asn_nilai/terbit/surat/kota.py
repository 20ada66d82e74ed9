"""Letters about the whole instansi: the nota dinas to the mayor, proposals of recognition, certificates."""

from collections.abc import Iterator, Sequence
from typing import Any

from asn_nilai.acuan.hasil.kata_keadaan import BELUM_LENGKAP, LEBIH_LAMA
from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.kata_kedudukan import kalimat_memimpin, sebut_unit
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.tulisan import sebut_beberapa, tulis_angka
from asn_nilai.terbit.surat.kop import bernomor
from asn_nilai.terbit.surat.naskah import Surat

_DISEBUT = 8
"""So many units a sentence of the letter names; the attachment has all."""

_TANPA_KRITERIA = "Aturan {} belum memuat kriteria {}, jadi tidak ada yang diusulkan menurut aturan"


def nota_dinas(rekap: Rekap, kop: dict[str, Any]) -> Iterator[Surat]:
    """Yield the letter: how the city stands, who leads, who needs help, what is missing; all units in its attachment."""
    desimal, sorotan = rekap.aturan.desimal, rekap.sorotan
    sebaran = ", ".join(f"{label} {tulis_angka(banyak)}" for label, banyak in rekap.sebaran.items() if banyak)
    bantu = ", ".join(sebut_unit(unit, desimal) for unit in sorotan.perlu_dibantu)
    isi = {
        **kop,
        "dinilai": str(rekap.dinilai),
        "jumlah": str(rekap.jumlah_asn),
        "belum": str(rekap.belum_dinilai),
        "sementara": str(rekap.sementara) if rekap.sementara else "",
        "rata": tulis_rata(rekap.rata_rata, desimal) if rekap.dinilai else "",
        "sebaran": sebaran,
        "memimpin": kalimat_memimpin(sorotan, desimal),
        "bantu": bantu,
        "kurang": list(_kurang(rekap)),
        "penghargaan": str(len(rekap.penghargaan)),
        "pembinaan": str(len(rekap.pembinaan)),
        "tindak_lanjut": _tindak_lanjut(rekap),
        "unit": bernomor(
            {
                "nama": unit.ringkas.nama,
                "dinilai": str(unit.ringkas.dinilai),
                "jumlah": str(unit.ringkas.jumlah_asn),
                "rata": tulis_rata(unit.rata_rata, desimal) if unit.ringkas.dinilai else "–",
                "peringkat": str(unit.peringkat or "") or unit.tanda or "–",
                "status": unit.ringkas.status,
            }
            for unit in rekap.menurut_peringkat
        ),
    }
    yield Surat("nota-dinas", "nota-dinas", isi)


def _tindak_lanjut(rekap: Rekap) -> str:
    """Return how many are proposed for what; nobody can be under a rule that has no criteria for it."""
    aturan = rekap.aturan
    bagian = (
        f"{len(rekap.penghargaan)} ASN diusulkan mendapat penghargaan" if aturan.penghargaan else "",
        f"{len(rekap.pembinaan)} ASN memerlukan rencana perbaikan" if aturan.pembinaan else "",
    )
    return (
        f"{'; '.join(filter(None, bagian)) or _TANPA_KRITERIA.format(aturan.profil.nama, 'tindak lanjut')}."
    )


def _kurang(rekap: Rekap) -> Iterator[str]:
    """Yield what is missing or may not be relied on, a sentence each."""
    sorotan = rekap.sorotan
    for kata, unit in (
        ("belum menyetor", sorotan.belum_setor),
        ("berkasnya tidak dapat dipakai", sorotan.tak_terbaca),
        ("belum dihitung", sorotan.belum_dihitung),
        ("sudah menyetor tetapi masih mempunyai ASN yang belum dinilai", sorotan.belum_dinilai),
    ):
        if unit:
            yield f"{len(unit)} unit {kata}: {_sebut(unit)}."
    for kata in dict.fromkeys(BELUM_LENGKAP if h.tertahan else LEBIH_LAMA for h in sorotan.usang):
        yield f"Ada hasil yang {kata}; hitung lagi sebelum surat ini ditandatangani."


def _sebut(unit: Sequence[UnitRekap]) -> str:
    return sebut_beberapa([milik.ringkas.nama for milik in unit], _DISEBUT)


def usulan_penghargaan(rekap: Rekap, kop: dict[str, Any], kode: str | None = None) -> Iterator[Surat]:
    """Yield the list of those proposed with the reason of each, and a certificate for each of them.

    With a unit's code those of that unit alone, under a name of their own; nothing where there are none.
    """
    nama_unit = {unit.ringkas.kode: unit.ringkas.nama for unit in rekap.unit}
    jabatan = {asn.nip: asn.jabatan for unit in rekap.unit for asn in unit.asn if asn.status != PINDAH}
    baris = bernomor(
        {
            "nip": usulan.nip,
            "nama": usulan.nama,
            "jabatan": jabatan.get(usulan.nip, ""),
            "unit": nama_unit.get(usulan.kode_unit, usulan.kode_unit),
            "alasan": usulan.alasan,
        }
        for usulan in rekap.penghargaan
        if kode in {None, usulan.kode_unit}
    )
    ide = bernomor(
        {"nama": i.nama, "nip": i.nip, "unit": nama_unit.get(i.kode_unit, i.kode_unit), "alasan": i.alasan}
        for i in rekap.ide_baru
        if kode in {None, i.kode_unit}
    )
    if kode is None or baris or ide:
        nama = "usulan-penghargaan" if kode is None else f"usulan-penghargaan_{kode}"
        tanpa = (
            "Tidak ada ASN yang memenuhi kriteria pada periode ini"
            if rekap.aturan.penghargaan
            else _TANPA_KRITERIA.format(rekap.aturan.profil.nama, "penghargaan")
        )
        yield Surat(
            nama, "usulan-penghargaan", {**kop, "baris": baris, "ide": ide, "tanpa_usulan": f"{tanpa}."}
        )
    for usulan in baris:
        yield Surat(f"piagam_{nip_untuk_nama(usulan['nip'])}", "piagam", {**kop, **usulan})
