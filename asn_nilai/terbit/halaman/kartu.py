"""kartu-<NIP>.html: one A4 page for the ASN in hand, with the whole way from the cells to the predikat."""

from math import isnan

from asn_nilai.acuan.hasil import DINILAI
from asn_nilai.acuan.penjelasan import AngkaBulan, BagianUnit, BarisPenjelasan, Penjelasan
from asn_nilai.acuan.penjelasan_tulisan import (
    arti_bulan,
    isi_hasil,
    judul_naik,
    kata_aman,
    kata_bersama,
    kata_menjadi,
    kata_naik,
    kata_sekarang,
    sendiri_cukup,
    tulis_bilangan,
)
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.halaman.bagan import kelas_predikat
from asn_nilai.terbit.halaman.sel import baca_alamat, keterangan_sumber, sebutan_sumber, tulis_sel
from asn_nilai.terbit.halaman.templat import dengan_kecil, rakit

_SEL_TERBANYAK = 3
"""A figure made of more months shows its first and last cell only; `jelaskan` lists them all."""
_PADAT = (3, 6, 9)
"""Rows from which the page's print gets smaller, so that it stays one page."""


def halaman_kartu(penjelasan: Penjelasan, aturan: Aturan, periode: Periode) -> str:
    """Return the card of one ASN as text: self-contained, nothing to load, no script."""
    desimal, perubahan = aturan.nhk.desimal.nilai, penjelasan.perubahan
    banyak = sum(len(satu.baris) for satu in penjelasan.bagian) + 2 * max(0, len(penjelasan.bagian) - 1)
    return rakit(
        "kartu.html.j2",
        aturan=aturan,
        bagian=[(satu, _tabel(satu), _sumber(satu)) for satu in penjelasan.bagian],
        bersama=" ".join(kata_bersama(perubahan, desimal, butir=False)) if perubahan else "",
        arti_bulan=arti_bulan(pindah=len(penjelasan.bagian) > 1)
        if len(periode.bulan) > 1 and perubahan
        else "",
        hasil=isi_hasil(penjelasan, aturan),
        judul_naik=judul_naik(perubahan) if perubahan else "",
        instansi=penjelasan.instansi,
        kelas=kelas_predikat(aturan).get(penjelasan.predikat, "p0") if penjelasan.status == DINILAI else "p0",
        p=penjelasan,
        padat=sum(banyak > batas for batas in _PADAT),
        peluang=_peluang(penjelasan, desimal, panjang=len(periode.bulan) > 1),
        periode=periode,
    )


def _peluang(penjelasan: Penjelasan, desimal: int, *, panjang: bool) -> list[tuple[str, ...]]:
    perubahan = penjelasan.perubahan
    if perubahan is None:
        return []
    butir = perubahan.bersama.butir if perubahan.bersama and not sendiri_cukup(perubahan) else ()
    serentak = {satu.kode: kata_menjadi(satu) for satu in butir}
    return [
        (
            f"{satu.indikator} ({satu.satuan})" if satu.satuan else satu.indikator,
            kata_sekarang(satu, panjang=panjang),
            kata_naik(satu, desimal),
            serentak.get(satu.kode, tulis_bilangan(satu.sekarang)) if serentak else "–",
            kata_aman(satu),
        )
        for satu in perubahan.peluang
    ]


def _tabel(bagian: BagianUnit) -> list[tuple[str, ...]]:
    alamat = [_alamat(satu) for satu in bagian.baris]
    sebutan_t = sebutan_sumber(t for t, _ in alamat)
    sebutan_r = sebutan_sumber(r for _, r in alamat)
    return [
        (
            dengan_kecil(satu.indikator, f"{satu.satuan} · {satu.menurut} · {satu.agregasi}"),
            dengan_kecil(tulis_bilangan(satu.target, 6), tulis_sel(t, sebutan_t) if t else ""),
            dengan_kecil(tulis_bilangan(satu.realisasi, 6), tulis_sel(r, sebutan_r) if r else ""),
            f"{satu.kalimat}; {satu.konversi.isi}" if satu.konversi else satu.kalimat,
            tulis_bilangan(satu.capaian, 4),
            tulis_bilangan(satu.bobot),
            tulis_bilangan(satu.nilai_tertimbang, 4),
        )
        for satu, (t, r) in zip(bagian.baris, alamat, strict=True)
    ]


def _alamat(baris: BarisPenjelasan) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the cells of target and realisasi; of a long run of months the first and the last."""
    bulan: tuple[AngkaBulan, ...] = baris.bulan
    if len(bulan) > _SEL_TERBANYAK:
        bulan = (bulan[0], bulan[-1])
    target = baca_alamat("; ".join(satu.sel_target for satu in bulan if satu.sel_target))
    return target, baca_alamat("; ".join(satu.sel_realisasi for satu in bulan if satu.sel_realisasi))


def _sumber(bagian: BagianUnit) -> list[tuple[str, str]]:
    """Return the legend: which figures stand in which file and sheet."""
    alamat = [_alamat(satu) for satu in bagian.baris]
    hasil = []
    for nama, semua in (("target", [t for t, _ in alamat]), ("realisasi", [r for _, r in alamat])):
        berkas = keterangan_sumber(sebutan_sumber(semua))
        if berkas:
            hasil.append((nama, "; ".join(berkas)))
    if any(len(satu.bulan) > _SEL_TERBANYAK and not isnan(satu.target) for satu in bagian.baris):
        hasil.append(("bulan pertama dan terakhir saja", "sel setiap bulan ada pada asn-nilai jelaskan"))
    return hasil
