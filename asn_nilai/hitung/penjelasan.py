"""Lay one ASN's score out as on paper, from the same rows and functions that gave the score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum, isnan
from typing import Any

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.hasil import DINILAI, HasilUnit, IsianUnit
from asn_nilai.acuan.penjelasan import (
    AngkaBulan,
    BagianUnit,
    BarisPenjelasan,
    Halangan,
    Langkah,
    Penjelasan,
)
from asn_nilai.acuan.perilaku import Perilaku
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.skema import Agregasi, Skema
from asn_nilai.acuan.temuan import Akibat, Temuan, Tingkat
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.andai import Andai, putuskan
from asn_nilai.hitung.capaian import Keluaran, hitung_capaian
from asn_nilai.hitung.masukan import Baris, anggota_unit, sebagai_larik, susun_baris
from asn_nilai.hitung.perubahan import susun_perubahan
from asn_nilai.hitung.sumber_perilaku import sumber_perilaku

_DESIMAL_CAPAIAN = 4
_SEKECIL = 1e-9


@dataclass(frozen=True, slots=True)
class Bahan:
    """What one unit knows of an ASN: its submission and its settled result."""

    isian: IsianUnit
    hasil: HasilUnit


@dataclass(slots=True)
class _Bagian:
    """One unit's rows of the ASN, what they came to, and the row of the result."""

    bahan: Bahan
    baris: list[Baris]
    keluaran: Keluaran | None
    nilai: Mapping[str, Any]


def susun_penjelasan(
    nip: str, bahan: Sequence[Bahan], skema: Skema, periode: Periode, aturan: Aturan, instansi: str
) -> Penjelasan:
    """Explain one ASN's score.

    Args:
        nip: the ASN.
        bahan: each unit of the ASN in the period, in the order of placement, results settled by `gabungkan_pindah`.
        skema: the registers.
        periode: the period.
        aturan: the rule profile.
        instansi: the name printed in titles.
    """
    bagian = [_bagian(nip, satu, skema, periode, aturan) for satu in bahan]
    akhir = bagian[-1]
    nilai = akhir.nilai
    terurai = tuple(_urai(satu, aturan) for satu in bagian if satu.baris)
    isian = [satu.bahan.isian for satu in bagian]
    unit, profil = akhir.bahan.isian.unit, aturan.profil
    return Penjelasan(
        instansi=instansi,
        periode=periode.kode,
        periode_label=periode.label,
        aturan=profil.kode,
        aturan_nama=profil.nama,
        peraturan=profil.peraturan,
        nip=nip,
        nama=nilai["nama"],
        jabatan=nilai["jabatan"],
        kode_unit=unit.kode,
        unit=unit.nama,
        bagian=terurai,
        langkah=tuple(_langkah(nip, nilai, terurai, isian, periode, aturan)),
        nilai_hasil_kerja=nilai["nilai_hasil_kerja"],
        rating_hasil_kerja=nilai["rating_hasil_kerja"],
        rating_perilaku=nilai["rating_perilaku"],
        predikat=nilai["predikat"],
        status=nilai["status"],
        halangan=tuple(_halangan(nip, bagian)) if nilai["status"] != DINILAI else (),
        catatan=tuple(_catatan(nip, bagian)),
        perubahan=susun_perubahan(_andai(bagian, nilai, aturan), nilai["nilai_hasil_kerja"])
        if nilai["status"] == DINILAI
        else None,
    )


def _bagian(nip: str, bahan: Bahan, skema: Skema, periode: Periode, aturan: Aturan) -> _Bagian:
    anggota = anggota_unit(skema, bahan.isian.unit.kode, periode)
    baris = susun_baris(bahan.isian, {nip: anggota[nip]}, skema)
    keluaran = None
    if baris:
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            keluaran = hitung_capaian(sebagai_larik(baris, aturan), aturan)
    nilai = bahan.hasil.nilai
    milik = nilai[nilai["nip"] == nip].iloc[0].to_dict()
    return _Bagian(bahan, baris, keluaran, {str(kunci): isi for kunci, isi in milik.items()})


def _andai(bagian: Sequence[_Bagian], nilai: Mapping[str, Any], aturan: Aturan) -> Andai:
    """Return the ASN ready to be asked: the last unit with counted months is the one whose figures move."""
    dihitung = [satu for satu in bagian if satu.baris]
    dasar = {kode: nhk for kode, nhk, _ in nilai["bagian"]}
    lalu = tuple(
        (float(dasar[satu.bahan.isian.unit.kode]), int(satu.nilai["bulan_dihitung"]))
        for satu in dihitung[:-1]
    )
    akhir = dihitung[-1]
    return Andai(
        tuple(akhir.baris), lalu, int(akhir.nilai["bulan_dihitung"]), perilaku_asn(nilai), aturan
    )


def perilaku_asn(nilai: Mapping[str, Any]) -> Perilaku:
    """Return the behaviour that stands in a row of the result."""
    return Perilaku(
        rating=str(nilai["rating_perilaku"]),
        angka=float(nilai["angka_perilaku"]),
        ide_baru=bool(nilai["ide_baru"]),
    )


def _urai(bagian: _Bagian, aturan: Aturan) -> BagianUnit:
    k, unit = bagian.keluaran, bagian.bahan.isian.unit
    if k is None:  # pragma: no cover - only units with rows are asked for
        raise ValueError(unit.kode)
    baris = tuple(_urai_baris(satu, k, nomor, aturan) for nomor, satu in enumerate(bagian.baris))
    sendiri = next((n for kode, n, _ in bagian.nilai["bagian"] if kode == unit.kode), None)
    nhk = bagian.nilai["nilai_hasil_kerja"] if sendiri is None else sendiri
    return BagianUnit(
        kode_unit=unit.kode,
        unit=unit.nama,
        bulan_dihitung=int(bagian.nilai["bulan_dihitung"]),
        baris=baris,
        jumlah_bobot=fsum(satu.bobot for satu in baris),
        nhk_persis=float(k.nhk[0]),
        nhk=float(nhk),
    )


def _urai_baris(baris: Baris, k: Keluaran, nomor: int, aturan: Aturan) -> BarisPenjelasan:
    ind, target, realisasi = baris.indikator, float(k.target[nomor]), float(k.realisasi[nomor])
    ketentuan = aturan.capaian.rumus[aturan.kunci_rumus(ind.polaritas, ind.aspek)]
    # A month without a row on the capaian sheet has a target's cell and no other.
    sel = {s.partition(" › ")[0].rpartition("/")[0]: s for s in baris.sel_realisasi}
    bulan = tuple(
        AngkaBulan(
            satu.label, t, r, sel_t, next((s for folder, s in sel.items() if folder.endswith(satu.kode)), "")
        )
        for satu, t, r, sel_t in zip(
            baris.bulan, baris.target, baris.realisasi, baris.sel_target, strict=True
        )
    )
    return BarisPenjelasan(
        kode=ind.kode,
        indikator=ind.nama,
        satuan=ind.satuan,
        polaritas=ind.polaritas.value,
        agregasi=ind.agregasi.value,
        bobot=baris.bobot,
        bulan=bulan,
        target=target,
        realisasi=realisasi,
        penggabungan=_penggabungan(baris, target, realisasi),
        kalimat=_kalimat(baris, target, realisasi, float(k.capaian[nomor]), aturan),
        capaian=float(k.capaian[nomor]),
        nilai_tertimbang=float(k.tertimbang[nomor]),
        dasar=ketentuan.dasar,
        status=ketentuan.status,
    )


def _penggabungan(baris: Baris, target: float, realisasi: float) -> str:
    """Return how the months became one target and one realisasi, blank for one month."""
    if len(baris.bulan) == 1 or isnan(realisasi):
        return ""
    if baris.indikator.agregasi is Agregasi.NILAI_AKHIR:
        return (
            f"bulan terakhir yang dihitung, {baris.bulan[-1].label}: target {tulis_angka(target)}, realisasi "
            f"{tulis_angka(realisasi)}"
        )
    return f"target {_jumlah(baris, baris.target, target)}; realisasi {_jumlah(baris, baris.realisasi, realisasi)}"


def _jumlah(baris: Baris, bulanan: Sequence[float], hasil: float) -> str:
    suku = " + ".join(f"({tulis_angka(x)})" if x < 0 else tulis_angka(x) for x in bulanan)
    if baris.indikator.agregasi is Agregasi.RATA_RATA:
        return f"({suku}) ÷ {len(bulanan)} = {tulis_angka(hasil)}"
    return f"{suku} = {tulis_angka(hasil)}"


def _kalimat(baris: Baris, target: float, realisasi: float, capaian: float, aturan: Aturan) -> str:
    """Return the formula with its figures, its result, and what floor and ceiling made of it."""
    ind = baris.indikator
    if isnan(capaian):
        return "belum dapat dihitung"
    rumus, parameter = aturan.rumus(ind.polaritas, ind.aspek), aturan.parameter()
    w = np.nan if ind.nilai_terburuk is None else ind.nilai_terburuk
    mentah = float(rumus.angka(np.array([target]), np.array([realisasi]), np.array([w]), parameter)[0])
    kalimat = rumus.kalimat(target, realisasi, ind.nilai_terburuk, parameter)
    hasil = f"{kalimat} = {tulis_angka(mentah, _DESIMAL_CAPAIAN)}"
    plafon, lantai = aturan.capaian.plafon.nilai, aturan.capaian.lantai.nilai
    if mentah > plafon + _SEKECIL:
        return f"{hasil}; paling tinggi dihitung {tulis_angka(plafon)}"
    if mentah < lantai - _SEKECIL:
        return f"{hasil}; paling rendah dihitung {tulis_angka(lantai)}"
    return hasil


def _langkah(
    nip: str,
    nilai: Mapping[str, Any],
    bagian: Sequence[BagianUnit],
    isian: Sequence[IsianUnit],
    periode: Periode,
    aturan: Aturan,
) -> list[Langkah]:
    """Return the steps from the weighted mean on, as far as the ASN came."""
    nhk, rating, perilaku = nilai["nilai_hasil_kerja"], nilai["rating_hasil_kerja"], nilai["rating_perilaku"]
    langkah = [_langkah_nhk(satu, aturan, tunggal=len(bagian) == 1) for satu in bagian if not isnan(satu.nhk)]
    desimal = aturan.nhk.desimal
    if len(bagian) > 1 and not isnan(nhk):
        suku = " + ".join(
            f"{tulis_tetap(b.nhk, desimal.nilai)} × {b.bulan_dihitung} bulan ({b.kode_unit})" for b in bagian
        )
        semua = sum(satu.bulan_dihitung for satu in bagian)
        isi = f"({suku}) ÷ {semua} bulan = {tulis_tetap(nhk, desimal.nilai)}"
        langkah.append(Langkah("NHK periode, sesudah pindah unit", isi, desimal.dasar, desimal.status))
    pita = next((satu for satu in aturan.rating_hasil.pita if satu.label == rating), None)
    if pita is not None:
        isi = f"{tulis_tetap(nhk, desimal.nilai)} masuk rentang {pita.rentang}: {rating}"
        langkah.append(Langkah("Rating hasil kerja", isi, pita.dasar, pita.status))
    langkah += sumber_perilaku(nip, perilaku_asn(nilai), isian, periode, aturan)
    matriks = aturan.predikat.matriks
    if nilai["status"] == DINILAI:
        isi = f"Baris hasil kerja {rating}, kolom perilaku {perilaku}: {nilai['predikat']}"
        langkah.append(Langkah("Predikat", isi, matriks.dasar, matriks.status))
    elif rating:
        pilihan = ((p, putuskan(np.array([nhk]), Perilaku(rating=p), aturan).predikat[0]) for p in reversed(aturan.rating_perilaku))
        isi = "Menunggu rating perilaku: " + "; ".join(f"{p} menjadi {hasil}" for p, hasil in pilihan)
        langkah.append(Langkah("Predikat", isi, matriks.dasar, matriks.status))
    return langkah


def _langkah_nhk(bagian: BagianUnit, aturan: Aturan, *, tunggal: bool) -> Langkah:
    desimal = aturan.nhk.desimal
    hasil_kali = fsum(satu.bobot * satu.capaian for satu in bagian.baris)
    isi = (
        f"Jumlah (bobot × capaian) ÷ jumlah bobot = {tulis_angka(hasil_kali, 6)} ÷ {tulis_angka(bagian.jumlah_bobot)} = "
        f"{tulis_angka(bagian.nhk_persis)}; dibulatkan {desimal.nilai} desimal: {tulis_tetap(bagian.nhk, desimal.nilai)}"
    )
    judul = "Nilai hasil kerja (NHK)" if tunggal else f"NHK di {bagian.kode_unit}"
    return Langkah(judul, isi, desimal.dasar, desimal.status)


def _milik(nip: str, bagian: Sequence[_Bagian]) -> list[Temuan]:
    """Return the findings that name the ASN, or that stop a whole file the ASN depends on."""
    hasil = []
    for satu in bagian:
        alasan = str(satu.nilai["alasan"])
        hasil += [
            t
            for t in satu.bahan.hasil.temuan
            if t.nip == nip or (t.akibat is Akibat.BERKAS and f"{t.kode} ({t.letak})" in alasan)
        ]
    return hasil


def _halangan(nip: str, bagian: Sequence[_Bagian]) -> list[Halangan]:
    galat = [t for t in _milik(nip, bagian) if t.tingkat is Tingkat.GALAT]
    return list(dict.fromkeys(Halangan(t.kode, str(t.letak), t.pesan, t.saran) for t in galat))


def _catatan(nip: str, bagian: Sequence[_Bagian]) -> list[str]:
    """Return what was noticed at the ASN's cells without changing the score."""
    ringan = [t for t in _milik(nip, bagian) if t.tingkat is not Tingkat.GALAT]
    return list(dict.fromkeys(f"{t.letak}: {t.pesan}" for t in ringan))
