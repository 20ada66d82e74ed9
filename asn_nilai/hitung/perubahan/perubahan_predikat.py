"""What would lift an ASN's predikat and how far it is from falling, put into a value with its sentences."""

import numpy as np

from asn_nilai.acuan.hasil.nilai import BarisIndikator
from asn_nilai.acuan.hasil.perubahan_predikat import Bersama, ButirBersama, Jalan, Peluang, Perubahan
from asn_nilai.acuan.isian.indikator.indikator import PECAHAN_TERBESAR, Indikator
from asn_nilai.acuan.rumus.rumus import Larik
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.hitung.perubahan.langkah_terkecil import (
    PERMIL,
    Garis,
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
    return _Pencari(andai, nhk).susun()


class _Pencari:
    """Looks around an ASN's printed NHK, upwards with the behaviour that a rise takes and downwards with the present one."""

    def __init__(self, andai: Andai, nhk: float) -> None:
        self._andai, self._nhk = andai, nhk
        self._peringkat = int(andai.tingkat(np.array([nhk]))[0])
        self._jalan, perilaku, self._pilihan = self._cari_jalan()
        self._naik = andai.dengan_perilaku(perilaku)
        self._dicari = self._jalan in {Jalan.HASIL, Jalan.KEDUANYA}
        self._ruang = [puncak(andai, letak) if self._dicari else None for letak in range(len(andai.baris))]

    def susun(self) -> Perubahan:
        perilaku, serentak = self._naik.perilaku, self._bersama()
        syarat = kata_lain(self._andai, perilaku, menjadi=True) if self._jalan is Jalan.KEDUANYA else ""
        return Perubahan(
            self._jalan,
            perilaku.rating,
            perilaku.angka,
            perilaku.ide_baru,
            tuple(map(self._peluang, range(len(self._ruang)))),
            serentak,
            self._kalimat_naik(serentak),
            self._kalimat_turun(),
            syarat,
        )

    def _cari_jalan(self) -> tuple[Jalan, Perilaku, list[Perilaku]]:
        """Return what can lift the predikat, the behaviour it takes, and the behaviours that lift it by themselves."""
        andai, peringkat = self._andai, self._peringkat
        if peringkat == 0:
            return Jalan.TERTINGGI, andai.perilaku, []
        sendiri = pengangkat(andai, [self._nhk], peringkat)
        if andai.semua[1].min() < peringkat:
            return Jalan.HASIL, andai.perilaku, sendiri
        if sendiri:
            return Jalan.PERILAKU, sendiri[0], sendiri
        bersama_hasil = pengangkat(andai, wakil_nhk(andai), peringkat)
        if bersama_hasil:
            return Jalan.KEDUANYA, bersama_hasil[0], []
        return Jalan.TERTUTUP, andai.perilaku, []

    def _peluang(self, letak: int) -> Peluang:
        """Return one indicator's nearest rise and its safe stretch."""
        baris, naik, ruang = self._andai.baris[letak], self._naik, self._ruang[letak]
        atas, bawah = garis(baris, 1), garis(baris, -1)
        angka = None
        if ruang and (
            n := cari(naik, letak, ruang.garis, lambda nhk, _: naik.tingkat(nhk) < self._peringkat)
        ):
            angka = ruang.garis.angka_ke(n)
        nhk_naik = None if angka is None else float(naik.nilai([letak], np.array([[angka]]))[0][0])
        aman_bawah, turun_bawah = self._aman(letak, bawah)
        aman_atas, turun_atas = self._aman(letak, atas)
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
            predikat_naik="" if nhk_naik is None else _predikat(naik, nhk_naik),
            alasan="" if angka is not None or not self._dicari else _TIDAK_CUKUP if ruang else _TANPA_RUANG,
            aman_bawah=aman_bawah,
            aman_atas=aman_atas,
            predikat_turun=turun_bawah or turun_atas,
            bertanda=_bertanda(baris),
        )

    def _aman(self, letak: int, jalur: Garis) -> tuple[float | None, str]:
        """Return the farthest figure of a direction that keeps the predikat, and the predikat just beyond it."""
        andai = self._andai
        n = cari(andai, letak, jalur, lambda nhk, _: andai.tingkat(nhk) > self._peringkat)
        if n is None:
            return None, ""
        nhk, _ = andai.nilai([letak], np.array([[jalur.angka_ke(n)]]))
        return jalur.angka_ke(n - 1), str(andai.predikat(nhk)[0])

    def _bersama(self) -> Bersama | None:
        """Return the least share that all indicators together must close, None where even all of it is not enough."""
        naik, ruang = self._naik, [p for p in self._ruang if p]
        if not ruang:
            return None
        letak = [p.letak for p in ruang]

        def ukur(permil: Larik) -> tuple[Larik, Larik]:
            nhk, _ = naik.nilai(letak, bersama(ruang, permil))
            return naik.tingkat(nhk) < self._peringkat, nhk

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
                _bertanda(baris),
            )
            for puncak_ini, baru in zip(ruang, angka[0], strict=True)
            for baris in (naik.baris[puncak_ini.letak],)
            for i in (baris.indikator,)
        )
        return Bersama(permil / PERMIL * 100, float(nhk[0]), str(naik.predikat(nhk)[0]), butir)

    def _kalimat_naik(self, serentak: Bersama | None) -> tuple[str, ...]:
        andai, nhk, jalan = self._andai, self._nhk, self._jalan
        if jalan is Jalan.TERTINGGI:
            return (f"{_predikat(andai, nhk)} adalah predikat tertinggi dalam aturan ini.",)
        if jalan is Jalan.TERTUTUP:
            return ("Dalam aturan ini tidak ada hasil kerja atau perilaku lain yang menaikkan predikat.",)
        perilaku = [
            f"Dengan hasil kerja yang sama, {kata_lain(andai, p)} sudah menjadikan predikatnya "
            f"{_predikat(andai.dengan_perilaku(p), nhk)}."
            for p in self._pilihan
        ]
        if jalan is Jalan.PERILAKU:
            awal = (
                f"Selama {kata_kini(andai)}, hasil kerja yang lebih tinggi tidak menaikkan predikat: yang menentukan di sini "
                f"{kata_perilaku(andai)}."
            )
            return (awal, *perilaku)
        batas = self._ambang_naik()
        if jalan is Jalan.KEDUANYA:
            syarat = kata_lain(andai, self._naik.perilaku, menjadi=True)
            awal = f"Predikat naik bila dua hal terjadi bersama: {syarat}, dan {batas}. Salah satu saja tidak menaikkannya."
        else:
            awal = f"Agar predikat naik, selama {kata_kini(andai)}, {batas}."
        if serentak is None:
            mungkin = "Dalam batas tiap indikator dan plafon capaian, angka bulan terakhir saja tidak dapat mencapainya."
            return (awal, *perilaku, mungkin)
        return (awal, *perilaku)

    def _ambang_naik(self) -> str:
        """Return the NHK at which the predikat rises, as a clause."""
        (semua, tingkat), nhk = self._naik.semua, self._nhk
        lebih = semua[tingkat < self._peringkat]
        ambang = float(lebih[lebih > nhk][0]) if (lebih > nhk).any() else float(lebih[0])
        desimal = self._andai.aturan.desimal
        return (
            f"nilai hasil kerja harus sekurang-kurangnya {tulis_tetap(ambang, desimal)} (sekarang "
            f"{tulis_tetap(nhk, desimal)}, kurang {tulis_angka(round(ambang - nhk, desimal))}): predikatnya menjadi "
            f"{_predikat(self._naik, ambang)}"
        )

    def _kalimat_turun(self) -> tuple[str, ...]:
        andai, nhk, peringkat = self._andai, self._nhk, self._peringkat
        (semua, tingkat), desimal = andai.semua, andai.aturan.desimal
        turun = semua[(tingkat > peringkat) & (semua < nhk)]
        if not len(turun):
            hasil = f"Selama {kata_kini(andai)}, nilai hasil kerja yang lebih rendah pun tidak menurunkan predikat."
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


def _sebutan(indikator: Indikator) -> str:
    """Return the indicator's name, of a ratio which of its figures moves, and of a unit's that it moves for all who carry it."""
    sifat = ", ".join(
        kata for kata, ada in (("pembilang", indikator.rasio), ("angka unit", indikator.milik_unit)) if ada
    )
    return f"{indikator.nama} ({sifat})" if sifat else indikator.nama


def _bertanda(baris: BarisIndikator) -> bool:
    """Tell whether a small figure of the row, typed without its percent sign, would be taken for a fraction of what is meant."""
    return not baris.rasio and baris.indikator.persen and baris.target[-1] > PECAHAN_TERBESAR


def _predikat(andai: Andai, nhk: float) -> str:
    return str(andai.predikat(np.array([nhk]))[0])
