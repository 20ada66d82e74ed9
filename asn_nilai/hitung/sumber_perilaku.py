"""Where an ASN's behaviour rating comes from: the month, the cell of the leader's word, or the aspects and their mean."""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.formulir import KUNCI_ASPEK
from asn_nilai.acuan.hasil import IsianUnit
from asn_nilai.acuan.penjelasan import Langkah
from asn_nilai.acuan.perilaku import KUNCI_RATING, PembacaPerilaku, baris_menurut_nip
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.tabel import Tabel
from asn_nilai.acuan.tulisan import tulis_angka

_JUDUL = "Rating perilaku"


def sumber_perilaku(
    nip: str, rating: str, isian: Sequence[IsianUnit], periode: Periode, aturan: Aturan
) -> Langkah:
    """Return the step that gave the behaviour rating.

    Args:
        nip: the ASN.
        rating: the rating that scoring took, blank where there is none.
        isian: the ASN's units in the order of placement.
        periode: the period.
        aturan: the rule profile.
    """
    skor = aturan.perilaku.skor
    if not rating:
        return Langkah(_JUDUL, "belum ada, sehingga predikat belum dapat ditentukan", skor.dasar, skor.status)
    pembaca = PembacaPerilaku(aturan)
    for bulan, tabel, posisi in _dari_terakhir(nip, isian, periode):
        perilaku = pembaca.di_tabel(tabel, posisi)
        if perilaku.rating == rating:
            return _langkah(rating, bulan, tabel, posisi, pembaca, aturan)
    return Langkah(_JUDUL, rating, skor.dasar, skor.status)


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


def _langkah(
    rating: str, bulan: Bulan, tabel: Tabel, posisi: int, pembaca: PembacaPerilaku, aturan: Aturan
) -> Langkah:
    skor = aturan.perilaku.skor
    if pembaca.label(tabel.isi[KUNCI_RATING][posisi]) == rating:
        letak = tabel.letak(KUNCI_RATING, posisi)
        isi = f"{rating}, ditulis pimpinan untuk {bulan.label} ({letak})"
        return Langkah(_JUDUL, isi, skor.dasar, skor.status)
    label = [pembaca.label(tabel.isi[kunci][posisi]) for kunci in KUNCI_ASPEK]
    angka = [skor.nilai[satu] for satu in label]
    awal, akhir = tabel.sel(KUNCI_ASPEK[0], posisi), tabel.sel(KUNCI_ASPEK[-1], posisi)
    pita = next(satu for satu in aturan.perilaku.tangga.pita if satu.label == rating)
    suku = " + ".join(tulis_angka(satu) for satu in angka)
    isi = (
        f"Rata-rata skor {len(angka)} aspek {bulan.label}: ({suku}) ÷ {len(angka)} = "
        f"{tulis_angka(sum(angka) / len(angka), 4)}, masuk rentang {pita.rentang}: {rating} "
        f"({tabel.berkas} › {tabel.lembar} › {awal} sampai {akhir})"
    )
    return Langkah(_JUDUL, isi, pita.dasar, pita.status)
