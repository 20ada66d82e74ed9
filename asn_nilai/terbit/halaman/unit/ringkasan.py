"""The page of one unit: what it reached at a glance, then each ASN with the working of the score."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from markupsafe import Markup

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.kata_penjelasan import kata_keberatan
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.ringkas import kalimat_sementara, ringkas_unit
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.profil.ketentuan import belum_diperiksa
from asn_nilai.acuan.temuan import Akibat
from asn_nilai.terbit.halaman.bagan import (
    indikator_tertinggal,
    kelas_predikat,
    sebaran,
    skala,
    tetap,
)
from asn_nilai.terbit.halaman.templat import rakit
from asn_nilai.terbit.halaman.temuan import kelompokkan, penyebab_unit
from asn_nilai.terbit.halaman.unit.asn import BarisAsn, baris_asn
from asn_nilai.terbit.halaman.unit.hitungan import TERBUKA, bungkus, susun_hitungan
from asn_nilai.terbit.halaman.unit.kerja import rumus_capaian

_PALING_BANYAK = 50
"""Names that one list of a large unit has open; the others are folded away, or left to the table of all."""


@dataclass(frozen=True, slots=True)
class SekitarEkspektasi:
    """ASN above and below the predikat that counts as expected: what a conversation about performance starts from."""

    predikat: str
    di_atas: list[BarisAsn]
    di_bawah: list[BarisAsn]


def _tindak_lanjut(baris: Sequence[BarisAsn], aturan: Aturan) -> SekitarEkspektasi:
    urutan = list(aturan.predikat.urutan)
    tengah = predikat_ekspektasi(aturan)
    batas = urutan.index(tengah)
    dinilai = [
        (urutan.index(b.predikat), b) for b in baris if b.asn.status == DINILAI and b.predikat in urutan
    ]
    return SekitarEkspektasi(
        tengah, [b for n, b in dinilai if n < batas], [b for n, b in dinilai if n > batas]
    )


def _menunggu_berkas(baris: BarisAsn) -> bool:
    """Tell whether nothing but the unit's own file keeps an ASN from being scored."""
    return all(temuan.akibat is Akibat.BERKAS for temuan in baris.asn.alasan)


def _belum_dinilai(baris: Sequence[BarisAsn], *, bersama: bool) -> tuple[list[BarisAsn], list[BarisAsn]]:
    """Return who is not scored: those who wait for the unit's own file, where `bersama` tells of it, and the others."""
    belum = [b for b in baris if b.asn.status == BELUM_DINILAI]
    menunggu = [b for b in belum if bersama and _menunggu_berkas(b)]
    return menunggu, [b for b in belum if b not in menunggu]


def _rentang(hasil: HasilUnit, desimal: int) -> tuple[str, str] | None:
    """Return the lowest and the highest NHK, None where nobody is scored."""
    nhk = [asn.nhk for asn in hasil.nilai if asn.status == DINILAI]
    return (tetap(min(nhk), desimal), tetap(max(nhk), desimal)) if nhk else None


def _sekilas(hasil: HasilUnit, baris: Sequence[BarisAsn], aturan: Aturan) -> dict[str, object]:
    """Return what the page says of the unit as a whole, before its ASN."""
    desimal = aturan.desimal
    ringkas = ringkas_unit(hasil, desimal)
    capaian = ((i.indikator.kode, i.indikator.nama, i.capaian) for asn in hasil.nilai for i in asn.indikator)
    tertinggal, jumlah_indikator = indikator_tertinggal(capaian, aturan)
    return {
        "harapan": ekspektasi(aturan),
        "jumlah_indikator": jumlah_indikator,
        "rata_rata": tetap(ringkas.rata_rata_nhk, desimal),
        "rentang": _rentang(hasil, desimal),
        "ringkas": ringkas,
        "sebaran": sebaran(ringkas.sebaran, aturan, ringkas.belum_dinilai),
        "sementara": kalimat_sementara([ringkas]),
        "skala": skala(aturan),
        "tertinggal": tertinggal,
        "tindak": _tindak_lanjut(baris, aturan),
    }


def halaman_ringkasan(
    hasil: HasilUnit,
    penjelasan: Sequence[Penjelasan],
    aturan: Aturan,
    instansi: str,
) -> str:
    """Return ringkasan.html of one unit as text: self-contained, nothing to load, no script but that of a large unit.

    Args:
        hasil: the unit's scores and findings.
        penjelasan: how each of its rows came about, in the same order.
        aturan: the profile they were computed under.
        instansi: the name of the local government or ministry.
    """
    baris = baris_asn(hasil, penjelasan, aturan)
    penyebab = penyebab_unit(hasil.temuan)
    belum_bersama, belum_sendiri = _belum_dinilai(baris, bersama=bool(penyebab))
    nama = {asn.nip: asn.nama for asn in hasil.nilai}
    hitungan = susun_hitungan(baris, aturan, hasil.unit)
    besar = sum(map(len, hitungan)) > TERBUKA
    return rakit(
        "ringkasan.html.j2",
        gaya_tambahan="besar.css" if besar else "",
        naskah="besar.js" if besar else "",
        aturan=aturan,
        baris=baris,
        baris_terurai=zip(baris, repeat("", len(baris)) if besar else hitungan, strict=True),
        belum_bersama=belum_bersama,
        belum_diperiksa=belum_diperiksa(aturan),
        belum_sendiri=belum_sendiri,
        berkas=hasil.berkas,
        bungkusan=Markup(bungkus(hitungan)) if besar else "",  # noqa: S704 - Base64
        instansi=instansi,
        keberatan=kata_keberatan(aturan, instansi, hasil.versi.tanggal if hasil.versi else ""),
        kelas=kelas_predikat(aturan),
        kelompok=kelompokkan(hasil.temuan, nama),
        penandatangan=hasil.penandatangan,
        nama_asn=nama,
        paling_banyak=_PALING_BANYAK if besar else len(baris),
        penyebab=penyebab,
        periode=hasil.periode,
        perubahan=hasil.perubahan,
        rumus=[(kunci, *isi) for kunci, isi in rumus_capaian(aturan).items()],
        unit=hasil.unit,
        versi=hasil.versi,
        **_sekilas(hasil, baris, aturan),
    )
