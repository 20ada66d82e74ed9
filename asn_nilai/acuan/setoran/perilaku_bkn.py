"""Behaviour from the exports of e-Kinerja BKN, for a unit that sends no Perilaku sheet: `[bkn] perilaku = true`.

A sheet of the unit's own wins, also where it lacks somebody. What the exports say twice and differently, or cannot be read,
gives nobody a rating: nobody guesses which of the two is meant. A row whose NIP is damaged is heard too, or damaging it would
be the way to be rid of it.
"""

from collections.abc import Iterator, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import lipat_label
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel, Tabel
from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.ekspor_bkn import (
    PERILAKU_BKN,
    BarisBkn,
    BarisKurangPasti,
    EksporBkn,
    IsianBkn,
)
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import BKN_TIDAK_PASTI, KUNCI_RATING
from asn_nilai.acuan.temuan import Temuan, temuan

DARI_BKN = "perilaku-dari-bkn"
_FORMULIR = FORMULIR["Perilaku"]


def lengkapi_perilaku(
    isian: IsianUnit, ekspor: Mapping[Bulan, EksporBkn], skema: Skema, aturan: Aturan
) -> None:
    """Give each month without a Perilaku sheet the behaviour that the exports have, with what is to be said of it.

    Args:
        isian: what the unit submitted; its behaviour and findings are added to.
        ekspor: the exports of the period's months; without a folder where behaviour is not taken from them.
        skema: tells who is placed in the unit.
        aturan: gives the ratings, and what else people call them.
    """
    for bulan in sorted(isian.tanpa_perilaku & isian.capaian.keys()):
        if ekspor[bulan].folder:
            penyusun = _Penyusun(isian, bulan, ekspor[bulan], aturan)
            isian.perilaku[bulan] = penyusun.tabel(
                {p.nip: p.nama for p in skema.di_unit(isian.unit.kode, bulan.periode)}
            )
            isian.temuan += penyusun.temuan()


class _Penyusun:
    """Makes one month's table of behaviour out of the exports."""

    def __init__(self, isian: IsianUnit, bulan: Bulan, ekspor: EksporBkn, aturan: Aturan) -> None:
        self._isian, self._bulan, self._ekspor, self._aturan = isian, bulan, ekspor, aturan
        self._tabel = Tabel(
            _FORMULIR.nama, ekspor.folder, "", {}, [], {kolom.kunci: [] for kolom in _FORMULIR.kolom}
        )
        self._tidak_pasti: list[Temuan] = []

    def tabel(self, anggota: Mapping[str, str]) -> Tabel:
        """Return the table: a row for each of these people, NIP to name, of whom the exports say anything."""
        menurut: dict[str, list[BarisBkn]] = {}
        for baris in self._ekspor.baris:
            if baris.nip in anggota and baris.isian[PERILAKU_BKN].teks != "":
                menurut.setdefault(baris.nip, []).append(baris)
        samar = [baris for baris in self._ekspor.kurang_pasti if baris.isian[PERILAKU_BKN].teks != ""]
        for nip, nama in anggota.items():
            mungkin = [baris for baris in samar if baris.mungkin(nip, nama)]
            if nip in menurut or mungkin:
                self._tambah(nip, nama, menurut.get(nip, []), mungkin)
        return self._tabel

    def temuan(self) -> Iterator[Temuan]:
        """Yield what the unit and its people must know of the table."""
        capaian, luar = self._isian.capaian[self._bulan], self._tabel.luar
        berkas = dict.fromkeys(letak.berkas for (kunci, _), letak in luar.items() if kunci == KUNCI_RATING)
        if banyak := len(self._tabel) - len(self._tidak_pasti):
            yield temuan(
                DARI_BKN, Letak(capaian.berkas), unit=self._isian.unit.kode, bulan=self._bulan.label,
                unit_kerja=self._isian.unit.nama, banyak=banyak, ekspor=", ".join(berkas),
            )  # fmt: skip
        yield from self._tidak_pasti

    def _tambah(
        self, nip: str, nama: str, semua: Sequence[BarisBkn], mungkin: Sequence[BarisKurangPasti]
    ) -> None:
        tabel, posisi = self._tabel, len(self._tabel)
        pertama: BarisBkn | BarisKurangPasti = semua[0] if semua else mungkin[0]
        isian = [baris.isian[PERILAKU_BKN] for baris in semua]
        sebab = self._sebab(isian) or self._sebab_samar(isian, mungkin)
        letak = pertama.isian[PERILAKU_BKN].letak
        isi: dict[str, NilaiSel] = {"nip": nip, KUNCI_RATING: "" if sebab else isian[0].teks}
        for kunci, kolom in tabel.isi.items():
            kolom.append(isi.get(kunci, ""))
        tabel.baris.append(posisi)
        tabel.luar["nip", posisi], tabel.luar[KUNCI_RATING, posisi] = pertama.letak, letak
        if sebab:
            tabel.cacat[KUNCI_RATING, posisi] = BKN_TIDAK_PASTI
            unit, bulan = self._isian.unit.kode, self._bulan.label
            self._tidak_pasti.append(
                temuan(BKN_TIDAK_PASTI, letak, unit=unit, nip=nip, nama=nama, bulan=bulan, sebab=sebab)
            )

    def _sebab_samar(self, isian: Sequence[IsianBkn], mungkin: Sequence[BarisKurangPasti]) -> str:
        """Return which row without a readable NIP may be theirs and does not say the same as those with one."""
        arti = {self._arti(ini.teks or "") for ini in isian}
        lain = [b for b in mungkin if self._arti(b.isian[PERILAKU_BKN].teks or "") not in arti]
        if not lain:
            return ""
        isi = "; ".join(f"{_kutip(b.isian[PERILAKU_BKN].teks)} ({b.isian[PERILAKU_BKN].letak})" for b in lain)
        return f"{isi} mungkin miliknya, tetapi NIP di {', '.join(b.letak.sel for b in lain)} tidak terbaca"

    def _sebab(self, isian: Sequence[IsianBkn]) -> str:
        """Return why nobody can tell what the exports mean, blank where all their rows say one thing."""
        rusak = [str(rating.letak) for rating in isian if rating.teks is None]
        if rusak:
            return f"{', '.join(rusak)} tidak terbaca"
        menurut = {self._arti(rating.teks or ""): rating for rating in reversed(isian)}
        if len(menurut) <= 1:
            return ""
        sebutan = (f"'{rating.teks}' ({rating.letak})" for rating in reversed(menurut.values()))
        return f"{' dan '.join(sebutan)} bertentangan"

    def _arti(self, teks: str) -> str:
        return self._aturan.kenali(teks, self._aturan.rating_perilaku) or lipat_label(teks)


def _kutip(teks: str | None) -> str:
    return "yang tidak terbaca" if teks is None else f"'{teks}'"
