"""The command `keberatan`: all that one ASN needs to object on facts, in one file, and nothing about anybody else.

A locked period is explained from the inputs that were locked, not from books that were changed since: what is objected to
is what was signed.
"""

import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai, sel_bobot, sel_dinilai, sel_ide
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.isian.register.tirai import Tirai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.cuplikan import Cuplikan
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.alur.hitungan.terkunci import versi_berlaku
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.perintah.diterima import hari_diterima
from asn_nilai.alur.perintah.jelaskan import jelaskan
from asn_nilai.alur.riwayat.koreksi_kemudian import dikoreksi_kemudian
from asn_nilai.alur.riwayat.versi import HASIL, MASUKAN, cara_menyegarkan, folder_versi, terkunci_di_dalam
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_utuh import periksa_ada
from asn_nilai.alur.terbitan.nilai_terbit import NilaiTerbit
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.setoran.cuplikan import cuplik, cuplik_ekspor
from asn_nilai.terbit.berkas import susun_zip, tulis_utuh
from asn_nilai.terbit.buku.cuplikan import tulis_buku_cuplikan
from asn_nilai.terbit.data.manifes import sha256_berkas
from asn_nilai.terbit.halaman.unit.kartu import halaman_kartu
from asn_nilai.terbit.surat import TemplatSuratError
from asn_nilai.terbit.surat.keberatan import Keberatan, aturan_teks, formulir, pengantar
from asn_nilai.terbit.surat.kop import kop, logo_kop
from asn_nilai.terbit.surat.naskah import tulis_surat

_PENULIS = re.compile(
    rb'(?<=<dc:creator>)[^<]*|(?<=<cp:lastModifiedBy>)[^<]*|(?<=<Manager>)[^<]*|(?<= w:author=")[^"]*|(?<= w:initials=")[^"]*'
)
"""Where a Word document has the names of those who wrote it."""
_PINGGIRAN = ("docProps/", "word/comments", "word/people")
"""Parts of one that nobody prints: what the office wrote beside its letter."""
SebagaiTeks = Callable[[Penjelasan, Aturan], str]
_BACA, _MANIFES = "baca-dahulu.txt", "manifes.json"
_FORMULIR, _CUPLIKAN = "formulir-keberatan.docx", "cuplikan.xlsx"
_ISI: Mapping[str, str] = {
    "penjelasan.html": "kartu nilai satu halaman, dari sel sampai predikat",
    "penjelasan.txt": "penjelasan yang sama, selengkapnya, sebagai teks",
    _CUPLIKAN: "baris Saudara dari buku unit, alamat selnya sama, yang dihitung ditandai",
    "aturan.txt": "setiap angka aturan dengan dasar dan kepastiannya",
    _FORMULIR: "formulir untuk diisi",
    _MANIFES: "sidik SHA-256 setiap berkas di sini dan setiap masukannya",
}


@dataclass(frozen=True, slots=True)
class PaketKeberatan:
    """What was written.

    Attributes:
        beda: where the published results say something else, or a month was corrected since, and what is done about it; else blank.
    """

    berkas: Path
    keberatan: Keberatan
    beda: str


def tulis_keberatan(
    konteks: Konteks, nip: str, diterima: dt.date | None, sebagai_teks: SebagaiTeks
) -> PaketKeberatan:
    """Write the package of one ASN.

    Args:
        konteks: the run's common ground.
        nip: the ASN.
        diterima: when the result was received; None for today.
        sebagai_teks: an explanation in words.

    Raises:
        PenggunaanError: nobody of that NIP, a period without results, a day before it or to come, a locked version that is not
            whole, a workbook that another program holds, a template that cannot be used.
        TulisGagalError: the package cannot be written.
    """
    periksa_ada(konteks)
    diterima = hari_diterima(konteks, diterima)
    dasar, versi = _dasar(konteks)
    terkunci = folder_versi(konteks.ruang, konteks.periode, versi.versi) / HASIL if versi else None
    penjelasan = jelaskan(dasar, nip, terkunci)
    pemeriksaan.tolak_tertahan(penjelasan.halangan)
    terbit = NilaiTerbit(konteks)
    tirai = Tirai(dasar.skema, penjelasan.nip, tuple(_kata_sendiri(penjelasan, dasar.aturan)))
    di_dalam = tuple(ini.kode for ini in terkunci_di_dalam(konteks.ruang, konteks.periode))
    kemudian = dikoreksi_kemudian(konteks, versi, penjelasan.nip) if versi else []
    keberatan = Keberatan(penjelasan, dasar.aturan, versi, diterima, di_dalam, tuple(kemudian))
    cuplikan, masukan = _cuplikan(dasar, penjelasan, versi, tirai)
    isi = _isi(konteks, keberatan, cuplikan, tirai, sebagai_teks)
    beda = [*filter(None, (terbit.beda(penjelasan), keberatan.susulan))]
    isi = {_BACA: tirai(pengantar(keberatan, _ISI, beda)).encode(), **isi}
    isi[_MANIFES] = _manifes(keberatan, isi, {tirai(nama): sidik for nama, sidik in masukan.items()})
    tujuan = konteks.ruang.folder_dokumen(konteks.periode) / f"keberatan_{nip_untuk_nama(penjelasan.nip)}.zip"
    with tulis_utuh(tujuan) as sementara:
        sementara.write_bytes(susun_zip(isi))
    jalan = cara_menyegarkan(konteks.ruang, konteks.periode) if beda else ""
    return PaketKeberatan(tujuan, keberatan, " ".join(filter(None, (*beda, jalan))))


def _kata_sendiri(penjelasan: Penjelasan, aturan: Aturan) -> Iterator[str]:
    """Yield what the package says of the ASN in words that may be somebody's name as well."""
    yield from (*aturan.predikat.urutan, *aturan.label_hasil, *aturan.rating_perilaku, penjelasan.jabatan)
    for bagian in penjelasan.bagian:
        for baris in bagian.baris:
            yield from (baris.indikator, baris.satuan, baris.polaritas, baris.agregasi, baris.aspek)


def _dasar(konteks: Konteks) -> tuple[Konteks, VersiTerkunci | None]:
    """Return the ground that the score in force stands on: the locked inputs, where there are any.

    Raises:
        PenggunaanError: the stored register of people is not what was locked, or a stored input is gone.
    """
    versi = versi_berlaku(konteks)
    if versi is None:
        return konteks, None
    folder = folder_versi(konteks.ruang, konteks.periode, versi.versi) / MASUKAN
    skema = konteks.ruang.relatif(konteks.ruang.skema)
    # What is there is compared when it is read; what is gone would look like a unit that never submitted.
    perlu = (nama for nama in versi.masukan if nama == skema or not (folder / nama).is_file())
    _periksa_simpanan(versi, {nama: sha256_berkas(folder / nama) for nama in perlu})
    simpanan = siapkan(folder, konteks.periode.kode)
    return replace(simpanan, riwayat=konteks.riwayat, ruang_register=konteks.ruang), versi


def _cuplikan(
    dasar: Konteks, penjelasan: Penjelasan, versi: VersiTerkunci | None, tirai: Tirai
) -> tuple[list[Cuplikan], dict[str, str]]:
    """Return the ASN's part of each sheet, and the files behind it by SHA-256.

    Raises:
        PenggunaanError: a stored file is not what was locked.
    """
    pindah = unit_berpindah(dasar.skema, dasar.periode).get(penjelasan.nip, ())
    kode = [k for k in dict.fromkeys((*pindah, penjelasan.kode_unit)) if k in dasar.skema.unit]
    cuplikan: list[Cuplikan] = []
    masukan = {dasar.ruang.relatif(dasar.ruang.skema): sha256_berkas(dasar.ruang.skema)}
    for unit in kode:
        isian = pemeriksaan.susun(dasar, unit).isian
        pemeriksaan.tolak_tertahan(isian.temuan)
        berkas = (*isian.berkas, *(nama for _, nama in _ekspor(dasar, isian, penjelasan.nip)))
        masukan |= {nama: sha256_berkas(dasar.ruang.akar / nama) for nama in berkas}
        cuplikan += _cuplikan_unit(dasar, isian, penjelasan.nip)
    if versi:
        _periksa_simpanan(versi, masukan)
    return [_tertutup(lembar, tirai) for lembar in cuplikan], masukan


def _periksa_simpanan(versi: VersiTerkunci, kini: Mapping[str, str]) -> None:
    """See that stored inputs, by SHA-256, still are what was locked.

    Raises:
        PenggunaanError: one is not.
    """
    for nama, sha in kini.items():
        if versi.masukan.get(nama) != sha:
            raise PenggunaanError(
                f"Simpanan versi {versi.versi} tidak utuh: {nama} bukan lagi yang dikunci. Kembalikan folder riwayat dari cadangan, "
                "lalu jalankan lagi."
            )


def _cuplikan_unit(dasar: Konteks, isian: IsianUnit, nip: str) -> Iterator[Cuplikan]:
    semua: list[tuple[Bulan | None, Tabel | None]] = [(None, isian.target)]
    for bulan in dasar.periode.bulan:
        semua += [(bulan, isian.capaian.get(bulan)), (bulan, isian.perilaku.get(bulan))]
    for waktu, tabel in semua:
        if tabel is None or tabel.luar or nip not in tabel.teks("nip"):
            continue
        with _tidak_berubah(tabel.berkas):
            yield cuplik(dasar.ruang.akar / tabel.berkas, tabel, nip, waktu, dasar.ruang.batas)
    for bulan, nama in _ekspor(dasar, isian, nip):
        with _tidak_berubah(nama):
            yield from cuplik_ekspor(dasar.ruang, dasar.ruang.akar / nama, nip, bulan, dasar.skema)


@contextmanager
def _tidak_berubah(nama: str) -> Iterator[None]:
    """See that a file that was read before still can be."""
    try:
        yield
    except BukuTidakTerbacaError as galat:
        raise PenggunaanError(
            f"{nama} berubah selagi dibaca. Tutup berkas itu di Excel, lalu jalankan lagi."
        ) from galat


def _ekspor(dasar: Konteks, isian: IsianUnit, nip: str) -> Iterator[tuple[Bulan, str]]:
    """Yield the exports of e-Kinerja BKN that say of an ASN's behaviour, with their months; none where the unit's sheet does."""
    for bulan, tabel in isian.perilaku.items():
        if tabel.luar:
            semua = dasar.ekspor_bkn[bulan].baris
            yield from dict.fromkeys((bulan, baris.letak.berkas) for baris in semua if baris.nip == nip)


def _tertutup(cuplikan: Cuplikan, tirai: Tirai) -> Cuplikan:
    """Return an extract whose words name nobody else; file and sheet have names too."""
    sel = tuple(replace(sel, isi=_isi_tertutup(sel.isi, tirai)) for sel in cuplikan.sel)
    return replace(cuplikan, berkas=tirai(cuplikan.berkas), lembar=tirai(cuplikan.lembar), sel=sel)


def _isi_tertutup(isi: str | float, tirai: Tirai) -> str | float:
    """Return what a cell shows, without others; a NIP that was typed as a number is one all the same."""
    if isinstance(isi, str):
        return tirai(isi)
    tampak = f"{isi:.0f}"
    return isi if (tertutup := tirai(tampak)) == tampak else tertutup


def _letak_tertutup(letak: Letak, tirai: Tirai) -> Letak:
    return Letak(tirai(letak.berkas), tirai(letak.lembar), letak.sel)


def _isi(
    konteks: Konteks, k: Keberatan, cuplikan: list[Cuplikan], tirai: Tirai, sebagai_teks: SebagaiTeks
) -> dict[str, bytes]:
    """Return the package's files but for its first page and its manifest."""
    semua = [
        SelDinilai(_letak_tertutup(sel.letak, tirai), tirai(sel.apa), tirai(sel.isi), sel.temuan)
        for sel in sel_dinilai(k.penjelasan, perilaku_terakhir=k.aturan.perilaku.bulan_terakhir)
    ]
    dinilai = [
        *(sel for sel in semua if not sel.temuan), *(sel_ide(cuplikan) if k.aturan.perlu_ide_baru else ()),
        *sel_bobot(cuplikan, semua), *(sel for sel in semua if sel.temuan),
    ]  # fmt: skip
    buku = io.BytesIO()
    tulis_buku_cuplikan(buku, k.penjelasan, cuplikan, dinilai, k.aturan, k.keadaan)
    halaman = halaman_kartu(k.penjelasan, k.aturan, konteks.periode, k.versi)
    return {
        "penjelasan.html": tirai.halaman(halaman).encode(),
        "penjelasan.txt": tirai(sebagai_teks(k.penjelasan, k.aturan)).encode(),
        _CUPLIKAN: buku.getvalue(),
        "aturan.txt": aturan_teks(k.aturan).encode(),
        _FORMULIR: _formulir(konteks, k, dinilai, tirai),
    }


def _formulir(konteks: Konteks, k: Keberatan, dinilai: list[SelDinilai], tirai: Tirai) -> bytes:
    """Return the form, in the office's own words where it has a template."""
    ruang, wadah = konteks.ruang, io.BytesIO()
    kepala = kop(ruang, konteks.periode, k.aturan, k.versi, k.diterima)
    try:
        tulis_surat(wadah, formulir(k, dinilai, kepala), ruang.akar / ruang.surat.templat, logo_kop(ruang))
    except TemplatSuratError as galat:
        raise PenggunaanError(str(galat)) from galat
    with zipfile.ZipFile(wadah) as arsip:
        return susun_zip({nama: _tanpa_jejak(nama, arsip.read(nama), tirai) for nama in arsip.namelist()})


def _tanpa_jejak(nama: str, isi: bytes, tirai: Tirai) -> bytes:
    """Return a part of a document without who wrote its template: Word notes that by itself, also beside each remark."""
    if not nama.endswith(".xml"):
        return isi
    isi = _PENULIS.sub(b"", isi)
    return tirai.halaman(isi.decode()).encode() if nama.startswith(_PINGGIRAN) else isi


def _manifes(k: Keberatan, isi: Mapping[str, bytes], masukan: Mapping[str, str]) -> bytes:
    p, akhir = k.penjelasan, k.hari_terakhir
    catatan = {
        "program": PROGRAM,
        "periode": p.periode,
        "nip": p.nip,
        "aturan": p.aturan,
        "sha256_aturan": k.aturan.sha256,
        "versi": k.versi.versi if k.versi else "",
        "kode_kunci": k.versi.kode if k.versi else "",
        "diterima": k.diterima.isoformat(),
        "hari_terakhir": akhir.isoformat() if akhir else "",
        "berkas": {nama: sha256(berkas).hexdigest() for nama, berkas in isi.items()},
        "masukan": dict(masukan),
    }
    return (json.dumps(catatan, ensure_ascii=False, indent=1) + "\n").encode()
