"""What would lift an ASN's predikat and how far it is from falling, put into a value with its sentences."""

import numpy as np

from asn_nilai.acuan.hasil.penjelasan import Bersama, ButirBersama, Jalan, Peluang, Perubahan
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.perubahan.langkah_terkecil import (
    PERMIL,
    Garis,
    Puncak,
    bersama,
    cari,
    garis,
    pertama,
    puncak,
)
from asn_nilai.hitung.perubahan.pengandaian import Andai
from asn_nilai.hitung.perubahan.perilaku_lain import (
    kata_kini,
    kata_lain,
    kata_perilaku,
    pengangkat,
    penjatuh,
    wakil_nhk,
)

_TANPA_RUANG = "capaiannya sudah yang terbaik yang mungkin"
_TIDAK_CUKUP = "tidak cukup tanpa indikator lain"


def susun_perubahan(andai: Andai, nhk: float) -> Perubahan:
    """Return what would change the predikat of an ASN who has one.

    Args:
        andai: the ASN.
        nhk: the printed NHK of the period.
    """
    peringkat = int(andai.tingkat(np.array([nhk]))[0])
    jalan, perilaku, pilihan = _jalan(andai, nhk, peringkat)
    naik = andai.dengan_perilaku(perilaku)
    dicari = jalan in {Jalan.HASIL, Jalan.KEDUANYA}
    ruang = (
        [puncak(andai, letak) for letak in range(len(andai.baris))] if dicari else [None] * len(andai.baris)
    )
    peluang = tuple(
        _peluang(andai, naik, letak, ruang[letak], peringkat, dicari=dicari)
        for letak in range(len(andai.baris))
    )
    serentak = _bersama(naik, [p for p in ruang if p], peringkat)
    kalimat = _kalimat_naik(andai, naik, nhk, jalan, pilihan, serentak)
    turun = _kalimat_turun(andai, nhk, peringkat)
    syarat = kata_lain(andai, perilaku, menjadi=True) if jalan is Jalan.KEDUANYA else ""
    return Perubahan(
        jalan, perilaku.rating, perilaku.angka, perilaku.ide_baru, peluang, serentak, kalimat, turun, syarat
    )


def _jalan(andai: Andai, nhk: float, peringkat: int) -> tuple[Jalan, Perilaku, list[Perilaku]]:
    """Return what can lift the predikat, the behaviour it takes, and the behaviours that lift it by themselves."""
    if peringkat == 0:
        return Jalan.TERTINGGI, andai.perilaku, []
    sendiri = pengangkat(andai, [nhk], peringkat)
    if andai.semua[1].min() < peringkat:
        return Jalan.HASIL, andai.perilaku, sendiri
    if sendiri:
        return Jalan.PERILAKU, sendiri[0], sendiri
    bersama_hasil = pengangkat(andai, wakil_nhk(andai), peringkat)
    if bersama_hasil:
        return Jalan.KEDUANYA, bersama_hasil[0], []
    return Jalan.TERTUTUP, andai.perilaku, []


def _peluang(
    andai: Andai, naik: Andai, letak: int, ruang: Puncak | None, peringkat: int, *, dicari: bool
) -> Peluang:
    """Return one indicator's nearest rise and its safe stretch."""
    baris = andai.baris[letak]
    atas, bawah = garis(baris, 1), garis(baris, -1)
    n = None
    if ruang:
        n = cari(naik, letak, ruang.garis, lambda nhk, _: naik.tingkat(nhk) < peringkat)
    angka = ruang.garis.angka_ke(n) if ruang and n else None
    nhk_naik = None if angka is None else float(naik.nilai([letak], np.array([[angka]]))[0][0])
    aman_bawah, turun_bawah = _aman(andai, letak, bawah, peringkat)
    aman_atas, turun_atas = _aman(andai, letak, atas, peringkat)
    return Peluang(
        kode=baris.indikator.kode,
        indikator=_sebutan(baris.indikator),
        satuan="" if baris.rasio else baris.indikator.satuan,
        bulan=baris.bulan[-1],
        sel=baris.sel_terakhir,
        sekarang=baris.terakhir,
        langkah=10.0**-atas.desimal,
        naik=angka,
        nhk_naik=nhk_naik,
        predikat_naik="" if nhk_naik is None else str(naik.predikat(np.array([nhk_naik]))[0]),
        alasan="" if angka is not None or not dicari else _TIDAK_CUKUP if ruang else _TANPA_RUANG,
        aman_bawah=aman_bawah,
        aman_atas=aman_atas,
        predikat_turun=turun_bawah or turun_atas,
    )


def _sebutan(indikator: Indikator) -> str:
    """Return the indicator's name, of a ratio which of its figures moves, and of a unit's that it moves for all who carry it."""
    sifat = ", ".join(
        kata for kata, ada in (("pembilang", indikator.rasio), ("angka unit", indikator.milik_unit)) if ada
    )
    return f"{indikator.nama} ({sifat})" if sifat else indikator.nama


def _aman(andai: Andai, letak: int, jalur: Garis, peringkat: int) -> tuple[float | None, str]:
    """Return the farthest figure of a direction that keeps the predikat, and the predikat just beyond it."""
    n = cari(andai, letak, jalur, lambda nhk, _: andai.tingkat(nhk) > peringkat)
    if n is None:
        return None, ""
    nhk, _ = andai.nilai([letak], np.array([[jalur.angka_ke(n)]]))
    return jalur.angka_ke(n - 1), str(andai.predikat(nhk)[0])


def _bersama(naik: Andai, ruang: list[Puncak], peringkat: int) -> Bersama | None:
    """Return the least share that all indicators together must close, None where even all of it is not enough."""
    if not ruang:
        return None
    letak = [p.letak for p in ruang]

    def ukur(permil: Larik) -> tuple[Larik, Larik]:
        nhk, _ = naik.nilai(letak, bersama(ruang, permil))
        return naik.tingkat(nhk) < peringkat, nhk

    permil = pertama(ukur, np.unique(np.linspace(1, PERMIL, 30).round().astype(np.int64)))
    if permil is None:
        return None
    angka = bersama(ruang, np.array([permil]))
    nhk, _ = naik.nilai(letak, angka)
    butir = tuple(
        ButirBersama(
            i.kode,
            _sebutan(i),
            "" if i.rasio else i.satuan,
            puncak_ini.garis.sekarang,
            puncak_ini.garis.angka_ke(puncak_ini.banyak),
            float(baru),
        )
        for puncak_ini, baru in zip(ruang, angka[0], strict=True)
        for i in (naik.baris[puncak_ini.letak].indikator,)
    )
    return Bersama(permil / PERMIL * 100, float(nhk[0]), str(naik.predikat(nhk)[0]), butir)


def _kalimat_naik(
    andai: Andai, naik: Andai, nhk: float, jalan: Jalan, pilihan: list[Perilaku], serentak: Bersama | None
) -> tuple[str, ...]:
    if jalan is Jalan.TERTINGGI:
        return (f"{_predikat(andai, nhk)} adalah predikat tertinggi dalam aturan ini.",)
    if jalan is Jalan.TERTUTUP:
        return ("Dalam aturan ini tidak ada hasil kerja atau perilaku lain yang menaikkan predikat.",)
    perilaku = [
        f"Dengan hasil kerja yang sama, {kata_lain(andai, p)} sudah menjadikan predikatnya "
        f"{_predikat(andai.dengan_perilaku(p), nhk)}."
        for p in pilihan
    ]
    if jalan is Jalan.PERILAKU:
        awal = (
            f"Selama {kata_kini(andai)}, hasil kerja yang lebih tinggi tidak menaikkan predikat: yang menentukan di sini "
            f"{kata_perilaku(andai)}."
        )
        return (awal, *perilaku)
    batas = _ambang_naik(naik, andai, nhk)
    if jalan is Jalan.KEDUANYA:
        syarat = kata_lain(andai, naik.perilaku, menjadi=True)
        awal = f"Predikat naik bila dua hal terjadi bersama: {syarat}, dan {batas}. Salah satu saja tidak menaikkannya."
    else:
        awal = f"Agar predikat naik, selama {kata_kini(andai)}, {batas}."
    if serentak is None:
        mungkin = "Dalam batas tiap indikator dan plafon capaian, angka bulan terakhir saja tidak dapat mencapainya."
        return (awal, *perilaku, mungkin)
    return (awal, *perilaku)


def _predikat(andai: Andai, nhk: float) -> str:
    return str(andai.predikat(np.array([nhk]))[0])


def _ambang_naik(naik: Andai, andai: Andai, nhk: float) -> str:
    """Return the NHK at which the predikat rises, as a clause."""
    peringkat = int(andai.tingkat(np.array([nhk]))[0])
    semua, tingkat = naik.semua
    lebih = semua[tingkat < peringkat]
    ambang = float(lebih[lebih > nhk][0]) if (lebih > nhk).any() else float(lebih[0])
    desimal = andai.aturan.desimal
    return (
        f"nilai hasil kerja harus sekurang-kurangnya {tulis_tetap(ambang, desimal)} (sekarang "
        f"{tulis_tetap(nhk, desimal)}, kurang {tulis_angka(round(ambang - nhk, desimal))}): predikatnya menjadi "
        f"{_predikat(naik, ambang)}"
    )


def _kalimat_turun(andai: Andai, nhk: float, peringkat: int) -> tuple[str, ...]:
    (semua, tingkat), desimal = andai.semua, andai.aturan.desimal
    turun = semua[(tingkat > peringkat) & (semua < nhk)]
    if not len(turun):
        hasil = (
            f"Selama {kata_kini(andai)}, nilai hasil kerja yang lebih rendah pun tidak menurunkan predikat."
        )
    else:
        ambang = float(turun[-1])
        hasil = (
            f"Predikat turun menjadi {_predikat(andai, ambang)} bila nilai hasil kerja menjadi "
            f"{tulis_tetap(ambang, desimal)} atau kurang: {tulis_angka(round(nhk - ambang, desimal))} di bawah yang sekarang."
        )
    perilaku = (
        f"Dengan hasil kerja yang sama, {kata_lain(andai, p)} menjadikan predikatnya "
        f"{_predikat(andai.dengan_perilaku(p), nhk)}."
        for p in penjatuh(andai, nhk, peringkat)
    )
    return (hasil, *perilaku)
