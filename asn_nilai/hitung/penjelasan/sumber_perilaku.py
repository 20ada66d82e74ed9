"""Where an ASN's behaviour comes from: the month, the cell of the leader's word, or the aspects and their mean."""

from asn_nilai.acuan.hasil.penjelasan import Langkah
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_profil import BagianPerilaku
from asn_nilai.acuan.rumus.pita import Pita
from asn_nilai.acuan.setoran.perilaku import AsalPerilaku, Perilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

_RATING, _NILAI = "Rating perilaku", "Nilai perilaku"


def sumber_perilaku(perilaku: Perilaku, aturan: Aturan) -> list[Langkah]:
    """Return the steps that gave the behaviour.

    Args:
        perilaku: the behaviour that scoring took, its rating blank where there is none.
        aturan: the rule profile.
    """
    judul = _NILAI if aturan.perilaku_angka else _RATING
    dasar, status = _dasar(aturan.perilaku)
    asal = perilaku.asal
    if asal is None:
        return [Langkah(judul, "belum ada, sehingga predikat belum dapat ditentukan", dasar, status)]
    isi, pita = (
        _kata_pimpinan(asal, perilaku, aturan) if asal.kata_pimpinan else _aspek(asal, perilaku, aturan)
    )
    if pita is not None:
        dasar, status = pita.dasar, pita.status
    hasil = [Langkah(judul, isi, dasar, status)]
    if aturan.perilaku_angka and aturan.perilaku.tangga:
        pita = _pita(perilaku.rating, aturan)
        angka = tulis_tetap(perilaku.angka, aturan.nhk.desimal.nilai)
        isi = f"{angka} masuk rentang {pita.rentang}: {perilaku.rating}"
        hasil.append(Langkah(_RATING, isi, pita.dasar, pita.status))
    return hasil


def _dasar(bagian: BagianPerilaku) -> tuple[str, str]:
    """Return basis and certainty of how cells become behaviour, of everything that takes part in it."""
    semua = [b for b in (bagian.skor, bagian.rentang, bagian.gabungan, bagian.setara) if b]
    dasar = dict.fromkeys(b.dasar for b in semua)
    status = dict.fromkeys(b.status for b in semua)
    return "; ".join(dasar), ", ".join(status)


def _pita(label: str, aturan: Aturan) -> Pita:
    return next(pita for pita in aturan.perilaku.pita if pita.label == label)


def _kata_pimpinan(asal: AsalPerilaku, perilaku: Perilaku, aturan: Aturan) -> tuple[str, None]:
    """Return what the leader wrote, and the number for which it stands where it is a rating."""
    sebutan = perilaku.rating
    if aturan.perilaku_angka:
        angka = tulis_tetap(perilaku.angka, aturan.nhk.desimal.nilai)
        label = aturan.kenali(asal.kata_pimpinan, aturan.rating_perilaku)
        sebutan = angka if label is None else f"{label}, dihitung sebagai {angka}"
    return f"{sebutan}, ditulis pimpinan untuk {asal.bulan.label} ({asal.letak[0]})", None


def _aspek(asal: AsalPerilaku, perilaku: Perilaku, aturan: Aturan) -> tuple[str, Pita | None]:
    """Return the mean of the aspects with their cells, and the band into which a mean of scores falls."""
    skor, awal, akhir = asal.skor, asal.letak[0], asal.letak[-1]
    suku = " + ".join(tulis_angka(angka) for angka in skor)
    sel = f"({awal} sampai {akhir.sel})"
    rata = f"{len(skor)} aspek {asal.bulan.label}: ({suku}) ÷ {len(skor)} = {tulis_angka(sum(skor) / len(skor), 4)}"
    if aturan.perilaku_angka:
        desimal = aturan.nhk.desimal.nilai
        bulat = f"dibulatkan {desimal} desimal: {tulis_tetap(perilaku.angka, desimal)}"
        return f"Rata-rata {rata}; {bulat} {sel}", None
    pita = _pita(perilaku.rating, aturan)
    return f"Rata-rata skor {rata}, masuk rentang {pita.rentang}: {perilaku.rating} {sel}", pita
