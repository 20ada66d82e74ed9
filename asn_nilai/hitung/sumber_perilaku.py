"""Where an ASN's behaviour comes from: the month, the cell of the leader's word, or the aspects and their mean."""

from collections.abc import Iterator, Sequence
from math import isnan

from asn_nilai.acuan.formulir import KUNCI_ASPEK
from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.penjelasan import Langkah
from asn_nilai.acuan.perilaku import (
    KUNCI_RATING,
    PembacaPerilaku,
    Perilaku,
    baris_menurut_nip,
    tulis_nilai,
)
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_profil import BagianPerilaku
from asn_nilai.acuan.rumus.pita import Pita
from asn_nilai.acuan.tabel import NilaiSel, Tabel
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

_RATING, _NILAI = "Rating perilaku", "Nilai perilaku"


def sumber_perilaku(
    nip: str, milik: Perilaku, isian: Sequence[IsianUnit], periode: Periode, aturan: Aturan
) -> list[Langkah]:
    """Return the steps that gave the behaviour.

    Args:
        nip: the ASN.
        milik: the behaviour that scoring took, its rating blank where there is none.
        isian: the ASN's units in the order of placement.
        periode: the period.
        aturan: the rule profile.
    """
    judul = _NILAI if aturan.perilaku_angka else _RATING
    dasar, status = _dasar(aturan.perilaku)
    if not milik.rating:
        return [Langkah(judul, "belum ada, sehingga predikat belum dapat ditentukan", dasar, status)]
    sumber = _Sumber(milik, aturan)
    bulan, tabel, posisi = next(
        satu for satu in _dari_terakhir(nip, isian, periode) if sumber.cocok(*satu[1:])
    )
    isi, pita = sumber.isi(bulan, tabel, posisi)
    if pita is not None:
        dasar, status = pita.dasar, pita.status
    hasil = [Langkah(judul, isi, dasar, status)]
    if aturan.perilaku_angka and aturan.perilaku.tangga:
        pita = _pita(milik.rating, aturan)
        angka = tulis_tetap(milik.angka, aturan.nhk.desimal.nilai)
        hasil.append(
            Langkah(_RATING, f"{angka} masuk rentang {pita.rentang}: {milik.rating}", pita.dasar, pita.status)
        )
    return hasil


def _dasar(bagian: BagianPerilaku) -> tuple[str, str]:
    """Return basis and certainty of how cells become behaviour, of everything that takes part in it."""
    semua = [satu for satu in (bagian.skor, bagian.rentang, bagian.gabungan, bagian.setara) if satu]
    dasar = dict.fromkeys(satu.dasar for satu in semua)
    status = dict.fromkeys(satu.status for satu in semua)
    return "; ".join(dasar), ", ".join(status)


def _pita(label: str, aturan: Aturan) -> Pita:
    return next(satu for satu in aturan.perilaku.pita if satu.label == label)


def _dari_terakhir(
    nip: str, isian: Sequence[IsianUnit], periode: Periode
) -> Iterator[tuple[Bulan, Tabel, int]]:
    """Yield the ASN's rows on the Perilaku sheets, the last unit and month first."""
    for satu in reversed(isian):
        for bulan in reversed(periode.bulan):
            tabel = satu.perilaku.get(bulan)
            if tabel is not None:
                for posisi in baris_menurut_nip(tabel).get(nip, []):
                    yield bulan, tabel, posisi


class _Sumber:
    """Tells which row gave a behaviour, and how, as it is read."""

    def __init__(self, milik: Perilaku, aturan: Aturan) -> None:
        self._milik, self._aturan = milik, aturan
        self._pembaca = PembacaPerilaku(aturan)

    def cocok(self, tabel: Tabel, posisi: int) -> bool:
        """Tell whether a row gives this behaviour."""
        ini, milik = self._pembaca.di_tabel(tabel, posisi), self._milik
        return ini.rating == milik.rating and (ini.angka == milik.angka or isnan(milik.angka))

    def isi(self, bulan: Bulan, tabel: Tabel, posisi: int) -> tuple[str, Pita | None]:
        """Return how the row gave it, with its cells, and the band over a mean of scores."""
        kata_pimpinan = tabel.isi[KUNCI_RATING][posisi] if KUNCI_RATING in tabel.isi else None
        if kata_pimpinan not in {None, ""}:
            letak = tabel.letak(KUNCI_RATING, posisi)
            return f"{self._sebut(kata_pimpinan)}, ditulis pimpinan untuk {bulan.label} ({letak})", None
        aspek = [tabel.isi[kunci][posisi] for kunci in KUNCI_ASPEK]
        angka = [float(self._pembaca.skor(satu) or 0) for satu in aspek]
        suku = " + ".join(tulis_angka(satu) for satu in angka)
        awal, akhir = tabel.sel(KUNCI_ASPEK[0], posisi), tabel.sel(KUNCI_ASPEK[-1], posisi)
        sel = f"({tabel.berkas} › {tabel.lembar} › {awal} sampai {akhir})"
        rata = f"{len(angka)} aspek {bulan.label}: ({suku}) ÷ {len(angka)} = {tulis_angka(sum(angka) / len(angka), 4)}"
        if self._aturan.perilaku_angka:
            desimal = self._aturan.nhk.desimal.nilai
            bulat = f"dibulatkan {desimal} desimal: {tulis_tetap(self._milik.angka, desimal)}"
            return f"Rata-rata {rata}; {bulat} {sel}", None
        pita = _pita(self._milik.rating, self._aturan)
        return f"Rata-rata skor {rata}, masuk rentang {pita.rentang}: {self._milik.rating} {sel}", pita

    def _sebut(self, nilai: NilaiSel) -> str:
        """Return what the leader wrote, and the number for which it stands where it is a rating."""
        if not self._aturan.perilaku_angka:
            return self._milik.rating
        angka = tulis_tetap(self._milik.angka, self._aturan.nhk.desimal.nilai)
        label = self._aturan.kenali(tulis_nilai(nilai), self._aturan.rating_perilaku)
        return angka if label is None else f"{label}, dihitung sebagai {angka}"
