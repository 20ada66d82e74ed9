"""The page of one unit: what it reached at a glance, then each ASN with the working of the score."""

from collections.abc import Sequence
from dataclasses import dataclass

from asn_nilai.acuan.hasil import BELUM_DINILAI, DINILAI, HasilUnit
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ekspektasi import ekspektasi, predikat_ekspektasi
from asn_nilai.acuan.profil.ketentuan import belum_diperiksa
from asn_nilai.acuan.ringkas import ringkas_unit
from asn_nilai.terbit.halaman.asn import BarisAsn, baris_asn, rumus_capaian
from asn_nilai.terbit.halaman.bagan import (
    indikator_tertinggal,
    kelas_predikat,
    sebaran,
    skala,
    tetap,
)
from asn_nilai.terbit.halaman.kerja import ambil_kolom
from asn_nilai.terbit.halaman.templat import rakit
from asn_nilai.terbit.halaman.temuan import Butir, kelompokkan, penyebab_unit


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """ASN above and below the predikat that counts as expected: what a conversation about performance starts from."""

    predikat: str
    di_atas: list[BarisAsn]
    di_bawah: list[BarisAsn]


def _tindak_lanjut(baris: Sequence[BarisAsn], aturan: Aturan) -> TindakLanjut:
    urutan = list(aturan.predikat.urutan)
    tengah = predikat_ekspektasi(aturan)
    batas = urutan.index(tengah)
    dinilai = [(urutan.index(b.predikat), b) for b in baris if b.status == DINILAI and b.predikat in urutan]
    return TindakLanjut(tengah, [b for n, b in dinilai if n < batas], [b for n, b in dinilai if n > batas])


def _alasan_bersama(baris: Sequence[BarisAsn], unit: list[Butir]) -> tuple[list[BarisAsn], list[BarisAsn]]:
    """Return the ASN not scored for a reason of their own, and those who wait for the unit's file alone."""
    belum = [satu for satu in baris if satu.status == BELUM_DINILAI]
    letak = {satu.letak for satu in unit}
    menunggu = {satu.nip for satu in belum if unit and all(sebab.letak in letak for sebab in satu.penyebab)}
    return [b for b in belum if b.nip not in menunggu], [b for b in belum if b.nip in menunggu]


def halaman_ringkasan(hasil: HasilUnit, aturan: Aturan, instansi: str) -> str:
    """Return ringkasan.html of one unit as text: self-contained, nothing to load, no script.

    Args:
        hasil: the unit's scores and findings.
        aturan: the profile they were computed under.
        instansi: the name of the local government or ministry.
    """
    ringkas = ringkas_unit(hasil)
    baris = baris_asn(hasil, aturan)
    penyebab = penyebab_unit(hasil.temuan)
    belum_sendiri, belum_bersama = _alasan_bersama(baris, penyebab)
    desimal = aturan.nhk.desimal.nilai
    nama = {satu.nip: satu.nama for satu in baris}
    tertinggal, jumlah_indikator = indikator_tertinggal(
        ambil_kolom(hasil.rincian, ("kode_indikator", "indikator", "capaian")), aturan
    )
    nhk = [n for n, s in ambil_kolom(hasil.nilai, ("nilai_hasil_kerja", "status")) if s == DINILAI]
    return rakit(
        "ringkasan.html.j2",
        aturan=aturan,
        baris=baris,
        belum_bersama=belum_bersama,
        belum_diperiksa=belum_diperiksa(aturan),
        belum_sendiri=belum_sendiri,
        berkas=hasil.berkas,
        harapan=ekspektasi(aturan),
        instansi=instansi,
        jumlah_indikator=jumlah_indikator,
        kelas=kelas_predikat(aturan),
        kelompok=kelompokkan(hasil.temuan, nama),
        kepala=nama.get(hasil.unit.nip_kepala, ""),
        penyebab=penyebab,
        periode=hasil.periode,
        rata_rata=tetap(ringkas.rata_rata_nhk, desimal),
        rentang=(tetap(min(nhk), desimal), tetap(max(nhk), desimal)) if nhk else None,
        ringkas=ringkas,
        rumus=list(rumus_capaian(aturan).values()),
        sebaran=sebaran(ringkas.predikat, aturan, ringkas.belum_dinilai),
        skala=skala(aturan),
        tertinggal=tertinggal,
        tindak=_tindak_lanjut(baris, aturan),
        unit=hasil.unit,
    )
