"""Where an ASN's behaviour comes from: each month's cell of the leader's word, or aspects and their mean; how months join."""

from collections.abc import Collection, Sequence
from typing import Any

from asn_nilai.acuan.hasil.kata_penjelasan import sebut_perilaku
from asn_nilai.acuan.hasil.penjelasan import Langkah
from asn_nilai.acuan.pecahan import rata_pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.angka_berdasar import Ketentuan
from asn_nilai.acuan.rumus.pita import Pita
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

_RATING, _NILAI = "Rating perilaku", "Nilai perilaku"
_KATA_PIMPINAN = "Kebijakan instansi: penilaian pimpinan sendiri mendahului rata-rata aspek", "kebijakan"
"""Basis and certainty of a rating that the leader wrote."""
_DARI_BKN = (
    "Kebijakan instansi ([bkn] perilaku): tanpa lembar Perilaku, rating e-Kinerja BKN yang dipakai",
    "kebijakan",
)
"""The same of one that the leader gave in e-Kinerja."""


def sumber_perilaku(perilaku: Perilaku, aturan: Aturan, dihitung: Collection[Bulan] = ()) -> list[Langkah]:
    """Return the steps that gave the behaviour.

    Args:
        perilaku: the behaviour that scoring took, its rating blank where there is none.
        aturan: the rule profile.
        dihitung: the months counted of the ASN's results; those without a rating are named.
    """
    judul = _NILAI if aturan.perilaku_angka else _RATING
    bagian, berating = aturan.perilaku, perilaku.berating
    if not perilaku.rating:
        isi = "belum ada, sehingga predikat belum dapat ditentukan"
        return [
            Langkah(judul, isi, *dasar_gabungan(bagian.skor, bagian.rentang, bagian.gabungan, bagian.setara))
        ]
    dipakai = berating[-1:] if bagian.bulan_terakhir else berating
    hasil = []
    for ini in dipakai:
        urai = _kata_pimpinan if ini.pimpinan.teks else _aspek
        hasil.append(urai(f"{judul} {ini.bulan.label}" if len(dipakai) > 1 else judul, ini, aturan))
    tanpa = sorted(set(dihitung) - {ini.bulan for ini in berating})
    if len(berating) > 1 or tanpa:
        hasil.append(_antarbulan(f"{judul} seluruh periode", perilaku, tanpa, aturan))
    if aturan.perilaku_angka and bagian.tangga:
        pita = _pita(perilaku.rating, aturan)
        angka = tulis_tetap(perilaku.angka, aturan.desimal)
        isi = f"{angka} masuk rentang {pita.rentang}: {perilaku.rating}"
        hasil.append(Langkah(_RATING, isi, pita.dasar, pita.status))
    return hasil


def _antarbulan(judul: str, perilaku: Perilaku, tanpa: Sequence[Bulan], aturan: Aturan) -> Langkah:
    """Return how the months with a rating became one; `tanpa` are those that have none."""
    bagian, berating, desimal = aturan.perilaku, perilaku.berating, aturan.desimal
    kata = "nilai perilaku" if aturan.perilaku_angka else "rating"
    ekor = f"; tanpa {kata}: {', '.join(bulan.label for bulan in tanpa)}" if tanpa else ""
    if bagian.bulan_terakhir:
        isi = (
            f"Bulan terakhir yang memilikinya, {berating[-1].bulan.label}: {sebut_perilaku(perilaku, aturan)}"
        )
        return Langkah(judul, f"{isi}{ekor}", *dasar_gabungan(bagian.antarbulan))
    if aturan.perilaku_angka:
        semua = [ini.hasil.angka for ini in berating]
        suku, lalu = (
            " + ".join(tulis_tetap(angka, desimal) for angka in semua),
            f"; dibulatkan {desimal} desimal: ",
        )
        akhir, sumber = tulis_tetap(perilaku.angka, desimal), dasar_gabungan(bagian.antarbulan)
    else:
        skor = bagian.skor.nilai if bagian.skor else {}
        semua = [skor[ini.hasil.rating] for ini in berating]
        pita = _pita(perilaku.rating, aturan)
        suku, lalu = " + ".join(tulis_angka(angka) for angka in semua), f", masuk rentang {pita.rentang}: "
        akhir, sumber = perilaku.rating, dasar_gabungan(bagian.antarbulan, bagian.skor, pita)
    rata = tulis_angka(float(rata_pecahan(semua)), 4)
    isi = f"Rata-rata {len(semua)} bulan: ({suku}) ÷ {len(semua)} = {rata}{lalu}{akhir}{ekor}"
    return Langkah(judul, isi, *sumber)


def dasar_gabungan(*ketentuan: Ketentuan[Any] | Pita | None) -> tuple[str, str]:
    """Return basis and certainty of the provisions that take part, each once."""
    ada = [k for k in ketentuan if k]
    return "; ".join(dict.fromkeys(k.dasar for k in ada)), ", ".join(dict.fromkeys(k.status for k in ada))


def _pita(label: str, aturan: Aturan) -> Pita:
    return next(pita for pita in aturan.perilaku.pita if pita.label == label)


def _kata_pimpinan(judul: str, asal: PerilakuBulan, aturan: Aturan) -> Langkah:
    """Return what the leader wrote, and the number for which it stands where it is a rating; no mean takes part in it."""
    oleh = "dari ekspor e-Kinerja BKN" if asal.dari_bkn else "ditulis pimpinan"
    ditulis = f"{oleh} untuk {asal.bulan.label} ({asal.pimpinan.letak}){_aspek_lain(asal, aturan)}"
    kebijakan = _DARI_BKN if asal.dari_bkn else _KATA_PIMPINAN
    if not aturan.perilaku_angka:
        return Langkah(judul, f"{asal.hasil.rating}, {ditulis}", *kebijakan)
    angka, bagian = tulis_tetap(asal.hasil.angka, aturan.desimal), aturan.perilaku
    label = _label(asal.pimpinan, aturan)
    dasar, status = dasar_gabungan(bagian.setara if label else bagian.rentang)
    isi = f"{label}, dihitung sebagai {angka}" if label else angka
    kepastian = ", ".join(dict.fromkeys((kebijakan[1], status)))
    return Langkah(judul, f"{isi}, {ditulis}", f"{kebijakan[0]}; {dasar}", kepastian)


def _aspek_lain(asal: PerilakuBulan, aturan: Aturan) -> str:
    """Return what the seven aspects say beside a leader's word of another level, and whether a reason is given."""
    if not asal.bertentangan:
        return ""
    alasan = f"di Catatan ({asal.catatan.letak.sel})" if asal.bercatatan else "tidak tertulis di Catatan"
    if asal.mustahil:
        return f"; aspek yang terisi tidak dapat memberinya; alasannya {alasan}"
    return (
        f"; ketujuh aspeknya sendiri memberi {sebut_perilaku(asal.menurut_aspek, aturan)}; alasannya {alasan}"
    )


def _label(isi: IsiPerilaku, aturan: Aturan) -> str | None:
    """Return the rating that a cell holds, None where it holds a number."""
    return aturan.kenali(isi.teks, aturan.rating_perilaku)


def _aspek(judul: str, asal: PerilakuBulan, aturan: Aturan) -> Langkah:
    """Return the mean of the aspects with their cells, and the band into which a mean of scores falls."""
    skor, bagian = [isi.skor for isi in asal.aspek], aturan.perilaku
    awal, akhir = asal.aspek[0].letak, asal.aspek[-1].letak
    suku = " + ".join(tulis_angka(angka) for angka in skor)
    sel = f"({awal} sampai {akhir.sel})"
    rata = f"{len(skor)} aspek {asal.bulan.label}: ({suku}) ÷ {len(skor)} = {tulis_angka(sum(skor) / len(skor), 4)}"
    if aturan.perilaku_angka:
        desimal = aturan.desimal
        bulat = f"dibulatkan {desimal} desimal: {tulis_tetap(asal.hasil.angka, desimal)}"
        berlabel = any(_label(isi, aturan) for isi in asal.aspek)
        dasar = dasar_gabungan(bagian.gabungan, bagian.rentang, bagian.setara if berlabel else None)
        return Langkah(judul, f"Rata-rata {rata}; {bulat} {sel}", *dasar)
    pita = _pita(asal.hasil.rating, aturan)
    isi = f"Rata-rata skor {rata}, masuk rentang {pita.rentang}: {asal.hasil.rating} {sel}"
    return Langkah(judul, isi, pita.dasar, pita.status)
