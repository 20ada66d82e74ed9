"""kartu-<NIP>.html: one A4 page for the ASN in hand, with the whole way from the cells to the predikat."""

from collections.abc import Sequence
from typing import NamedTuple

from asn_nilai.acuan.hasil.kata_penjelasan import (
    ARTI_CATATAN,
    arti_bulan,
    isi_hasil,
    judul_naik,
    kata_aman,
    kata_bersama,
    kata_keberatan,
    kata_menjadi,
    kata_naik,
    kata_sekarang,
    kata_tanda,
    sendiri_cukup,
    tulis_bilangan,
)
from asn_nilai.acuan.hasil.nilai import DINILAI, SEMENTARA
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.perubahan_predikat import Perubahan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.terbit.halaman.bagan import kelas_predikat
from asn_nilai.terbit.halaman.templat import rakit
from asn_nilai.terbit.halaman.unit.kerja import kunci_dipakai, rumus_capaian, susun_kerja
from asn_nilai.terbit.halaman.unit.perilaku import TabelPerilaku, perilaku_kartu

_SEL_TERBANYAK = 3
"""A figure made of more months shows its first and last cell only; `jelaskan` lists them all."""
_BARIS_MELINTANG = 2
"""Rows of indicators that take as much room as a table of behaviour with the months as columns."""
_PADAT = (3, 5.5, 7.5, 12, 15)
"""Rows from which the page's print gets smaller, so that it stays one page."""
_CATATAN_TERBANYAK, _CATATAN_SESAK = 4, 1
"""Kinds of notes that the card quotes, each once, and a card whose rows alone need small print; `jelaskan` lists them all."""
_BARIS_JUDUL, _HURUF_CATATAN = 1, 250
"""Rows of indicators whose room the heading of the notes takes, and letters of a note that take that of one."""
_HURUF_SEBULAN, _HURUF_SEBARIS = 700, 1000
"""Letters of the steps to a month's predikat, and how many more, of many months each with its rating, take the room of a row."""


class _Catatan(NamedTuple):
    """What was noticed, quoted once for all of its kind: how many more there are."""

    pesan: str
    letak: str
    lagi: int


class _Ringkasan(NamedTuple):
    """The notes that the card quotes, and how many it does not."""

    butir: Sequence[_Catatan]
    lain: int
    arti: str = ARTI_CATATAN

    @property
    def ruang(self) -> float:
        """Return how many rows of indicators take the room of these notes."""
        huruf = sum(len(ini.pesan) + len(ini.letak) for ini in self.butir)
        return _BARIS_JUDUL + huruf / _HURUF_CATATAN if self.butir else 0.0


def halaman_kartu(
    penjelasan: Penjelasan,
    aturan: Aturan,
    periode: Periode,
    versi: VersiTerkunci | None = None,
    beda: str = "",
) -> str:
    """Return the card of one ASN as text: self-contained, nothing to load, no script.

    Args:
        penjelasan: how the score came about.
        aturan: the profile it was computed under.
        periode: the period.
        versi: the locked version in which the score stands; None before a lock, or where it is another now.
        beda: in what the period's results say something else, as a sentence; blank where they agree.
    """
    desimal, perubahan = aturan.desimal, penjelasan.perubahan
    sementara, panjang = penjelasan.status == SEMENTARA, len(periode.bulan) > 1
    perilaku = perilaku_kartu(penjelasan.perilaku, aturan, _SEL_TERBANYAK)
    semua = [baris for bagian in penjelasan.bagian for baris in bagian.baris]
    sesak = _sesak(penjelasan, perilaku)
    catatan = _ringkas(penjelasan.catatan, _CATATAN_SESAK if sesak > _PADAT[2] else _CATATAN_TERBANYAK)
    return rakit(
        "kartu.html.j2",
        gaya_tambahan="kartu.css",
        aturan=aturan,
        beda=beda,
        kerja=[susun_kerja(bagian, aturan, _SEL_TERBANYAK) for bagian in penjelasan.bagian],
        dasar_rumus="; ".join(
            f"{k}: {rumus_capaian(aturan)[k][1]}" for k in kunci_dipakai(penjelasan, aturan)
        ),
        sel_diringkas=any(len(baris.bulan) > _SEL_TERBANYAK for baris in semua),
        catatan=catatan,
        bersama=_bersama(perubahan, desimal) if perubahan else "",
        arti_bulan=arti_bulan(pindah=len(penjelasan.bagian) > 1) if panjang and perubahan else "",
        hasil=isi_hasil(penjelasan, aturan),
        keberatan=kata_keberatan(
            aturan, penjelasan.instansi, versi.tanggal if versi else "", sementara=sementara
        ),
        judul_naik=judul_naik(perubahan) if perubahan else "",
        instansi=penjelasan.instansi,
        kelas=kelas_predikat(aturan).get(penjelasan.predikat, "p0") if penjelasan.status == DINILAI else "p0",
        p=penjelasan,
        padat=sum(sesak + catatan.ruang > batas for batas in _PADAT),
        peluang=_peluang(penjelasan, desimal, panjang=panjang),
        perilaku=perilaku,
        periode=periode,
        sementara=sementara,
        versi=versi,
    )


def _sesak(penjelasan: Penjelasan, perilaku: TabelPerilaku) -> float:
    """Return how many rows of indicators take the room of the card's tables and steps."""
    banyak = sum(len(bagian.baris) for bagian in penjelasan.bagian) + 2 * max(0, len(penjelasan.bagian) - 1)
    banyak += _BARIS_MELINTANG if perilaku.melintang else max(0, len(perilaku.baris) - 1)
    huruf = sum(len(langkah.isi) + len(langkah.dasar) for langkah in penjelasan.langkah)
    return banyak + max(0, huruf - _HURUF_SEBULAN) / _HURUF_SEBARIS


def _ringkas(semua: Sequence[Temuan], terbanyak: int) -> _Ringkasan:
    """Return the first note of each of so many kinds."""
    menurut: dict[str, list[Temuan]] = {}
    for temuan in semua:
        menurut.setdefault(temuan.kode, []).append(temuan)
    jenis = [*menurut.values()]
    butir = [_Catatan(m[0].pesan, str(m[0].letak), len(m) - 1) for m in jenis[:terbanyak]]
    return _Ringkasan(butir, sum(map(len, jenis[terbanyak:])))


def _bersama(perubahan: Perubahan, desimal: int) -> str:
    """Return what a joint change takes, and how the table's figures are typed where that is not as they stand."""
    return " ".join((*kata_bersama(perubahan, desimal, butir=False), *kata_tanda(perubahan)))


def _peluang(penjelasan: Penjelasan, desimal: int, *, panjang: bool) -> list[tuple[str, ...]]:
    perubahan = penjelasan.perubahan
    if perubahan is None:
        return []
    butir = perubahan.bersama.butir if perubahan.bersama and not sendiri_cukup(perubahan) else ()
    serentak = {ini.kode: kata_menjadi(ini) for ini in butir}
    return [
        (
            f"{peluang.indikator} ({peluang.satuan})" if peluang.satuan else peluang.indikator,
            kata_sekarang(peluang, panjang=panjang),
            kata_naik(peluang, desimal),
            serentak.get(peluang.kode, tulis_bilangan(peluang.sekarang)) if serentak else "–",
            kata_aman(peluang),
        )
        for peluang in perubahan.peluang
    ]
