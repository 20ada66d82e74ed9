"""An objection's papers: the form to fill in, and the page that says what lies in the package and what happens next."""

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from asn_nilai.acuan.hasil.kata_penjelasan import isi_hasil, kata_keberatan
from asn_nilai.acuan.hasil.nilai import SEMENTARA
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.periode import Periode, tulis_tanggal
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import ARTI_STATUS, daftar_ketentuan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.terbit.surat.kop import GARIS, bernomor, pejabat
from asn_nilai.terbit.surat.naskah import Surat

_TERSEBUT, _KOSONG = 24, 4
"""So many cells the form lists by itself; and rows left to write others in."""
_LEBAR = 96


@dataclass(frozen=True, slots=True)
class Keberatan:
    """What an objection rests on.

    Attributes:
        versi: the locked version that is objected to; None before a lock.
        diterima: the day on which the result was received.
        terkunci_di_dalam: locked periods within this one, by their codes, in the order in which they are corrected.
        dikoreksi_kemudian: the newest versions of those in which something of the ASN was corrected after this one's lock.
    """

    penjelasan: Penjelasan
    aturan: Aturan
    versi: VersiTerkunci | None
    diterima: dt.date
    terkunci_di_dalam: tuple[str, ...] = ()
    dikoreksi_kemudian: tuple[VersiTerkunci, ...] = ()

    @property
    def hari_terakhir(self) -> dt.date | None:
        """Return the last day; None where the profile names none, or the score is provisional."""
        if self.aturan.keberatan is None or self.penjelasan.status == SEMENTARA:
            return None
        return self.aturan.keberatan.hari_terakhir(self.diterima)

    @property
    def keadaan(self) -> str:
        """Return how final the score is."""
        return f"Terkunci: {self.versi.tulisan}" if self.versi else "Belum dikunci"

    @property
    def susulan(self) -> str:
        """Return that what lies within the locked period was corrected since; blank where it was not."""
        if self.versi is None or not self.dikoreksi_kemudian:
            return ""
        semua = "; ".join(
            f"{Periode.dari_teks(ini.periode).label} ({ini.tulisan})" for ini in self.dikoreksi_kemudian
        )
        periode = self.penjelasan.periode_label
        return (
            f"Sesudah {periode} dikunci, angka atau nilai ASN ini dikoreksi di {semua}. Koreksi itu belum masuk ke nilai {periode}: paket "
            f"ini menjelaskan versi {self.versi.versi}, yang berlaku sampai {periode} sendiri dikoreksi."
        )

    @property
    def kepada(self) -> str:
        """Return to whom one objects, blank where the profile does not say."""
        return self.aturan.keberatan.kepada.nilai if self.aturan.keberatan else ""

    @property
    def tenggat(self) -> str:
        """Return by when, and on what that rests."""
        umum, dasar = kata_keberatan(
            self.aturan, self.penjelasan.instansi, sementara=self.penjelasan.status == SEMENTARA
        )
        kalimat = f"{umum} Dasar: {dasar}." if dasar else umum
        if akhir := self.hari_terakhir:
            terima, hari = (tulis_tanggal(tanggal.isoformat()) for tanggal in (self.diterima, akhir))
            kalimat += f" Hasil diterima {terima}, jadi hari terakhirnya {hari}.{self._ditetapkan_kemudian}"
        return kalimat

    @property
    def _ditetapkan_kemudian(self) -> str:
        """Return that nobody can have received this version on the day that is named; blank where one can."""
        if self.versi is None or self.diterima >= dt.date.fromisoformat(self.versi.tanggal):
            return ""
        return (
            f" Versi {self.versi.versi} baru ditetapkan {tulis_tanggal(self.versi.tanggal)}, sesudah tanggal itu: bila versi inilah yang "
            "dipersoalkan, hari terakhirnya dihitung sejak versi ini diterima."
        )


def formulir(k: Keberatan, dinilai: Sequence[SelDinilai], kop: dict[str, Any]) -> Surat:
    """Return the form: each figure with its cell, and room for what it should be and for the evidence."""
    p, akhir = k.penjelasan, k.hari_terakhir
    angka = [sel for sel in dinilai if not sel.temuan]
    tersebut = [{"apa": f"{sel.apa}: {sel.isi}", "letak": str(sel.letak)} for sel in angka[:_TERSEBUT]]
    isi = {
        **kop,
        "asn": pejabat("Pegawai yang Berkeberatan", Pejabat(p.nama, p.nip)),
        "jabatan": p.jabatan,
        "unit": p.unit,
        "kepada_keberatan": k.kepada[:1].upper() + k.kepada[1:] or GARIS,
        "hasil": "; ".join(f"{judul} {nilai or '–'}" for judul, nilai in isi_hasil(p, k.aturan)),
        "tenggat": k.tenggat,
        "diterima": tulis_tanggal(k.diterima.isoformat()),
        "hari_terakhir": tulis_tanggal(akhir.isoformat()) if akhir else GARIS,
        "baris": bernomor([*tersebut, *({"apa": "", "letak": ""} for _ in range(_KOSONG))]),
        "selebihnya": str(len(angka) - len(tersebut)) if len(angka) > len(tersebut) else "",
    }
    return Surat("formulir-keberatan", "keberatan", isi)


def pengantar(k: Keberatan, berkas: Mapping[str, str], catatan: Sequence[str] = ()) -> str:
    """Return baca-dahulu.txt.

    Args:
        k: the objection.
        berkas: what lies in the package: file, and what it is.
        catatan: what else must be known, as sentences.
    """
    p = k.penjelasan
    bagian = [
        f"PAKET KEBERATAN: {p.nama} (NIP {p.nip})",
        f"{p.unit} · {p.periode_label} · {p.instansi}",
        f"{k.keadaan}. Aturan: {p.peraturan}.",
        *catatan,
        "Isi paket",
        *(f"  {nama}: {arti}" for nama, arti in berkas.items()),
        "Langkah",
        *(f"  {nomor}. {langkah}" for nomor, langkah in enumerate(_langkah(k), 1)),
        "Paket ini memuat data satu orang: berikan hanya kepada ASN yang bersangkutan dan yang memeriksa keberatannya.",
    ]
    return "".join(f"{_lipat(kalimat)}\n" for kalimat in bagian)


def _langkah(k: Keberatan) -> Iterator[str]:
    kode, nip = k.penjelasan.periode, k.penjelasan.nip
    yield "Baca penjelasan.html. Setiap angka menyebut selnya; sel yang sama ditandai kuning di cuplikan.xlsx."
    yield f"Isi formulir-keberatan.docx: angka mana, seharusnya berapa, apa buktinya. {k.tenggat}"
    yield (
        "Bila keberatan diterima dan sebuah sel memang keliru, unit membetulkan sel itu di bukunya sendiri; NIP, penempatan, atau "
        "indikator yang keliru dibetulkan pengelola di skema. Angka di hasil tidak pernah diubah dengan tangan."
    )
    if k.terkunci_di_dalam:
        yield (
            "Periode terkunci di dalam yang ini dikoreksi dahulu, sebab sebelum itu hitungan yang ini ditolak: dari "
            f'{", ".join(k.terkunci_di_dalam)}, yang memuat sel itu, berurutan, dengan asn-nilai hitung --periode PERIODE --koreksi "ALASAN".'
        )
    if k.versi:
        yield (
            f'Pengelola menjalankan: asn-nilai hitung --periode {kode} --koreksi "ALASAN". Periode ini terkunci, jadi tanpa --koreksi '
            f"hitungan ditolak. Versi {k.versi.versi} tetap tersimpan, versi {int(k.versi.versi) + 1} dikunci, dan perubahannya "
            "tercatat di register dan perubahan.csv beserta alasannya."
        )
    else:
        yield (
            f"Pengelola menjalankan: asn-nilai hitung --periode {kode}. Periode ini belum dikunci; perubahannya tercatat di register "
            "dan perubahan.csv."
        )
    yield f"Kartu nilai yang baru: asn-nilai jelaskan {nip} --periode {kode}. Bila keberatan ditolak, tidak ada angka yang berubah."


def aturan_teks(aturan: Aturan) -> str:
    """Return aturan.txt: every figure of the profile with its basis and how sure it is."""
    isi = [f"ATURAN: {aturan.profil.peraturan}", ""]
    for baris in daftar_ketentuan(aturan):
        isi += [_lipat(f"- {baris.judul}: {baris.isi}"), _lipat(f"  Dasar: {baris.dasar} ({baris.status})")]
    isi += ["", "Kepastian", *(f"  {status}: {arti}" for status, arti in ARTI_STATUS.items())]
    return "".join(f"{kalimat}\n" for kalimat in isi)


def _lipat(kalimat: str) -> str:
    """Return a sentence in lines of a readable length, those after the first below its first word or a little further in."""
    awal = kalimat[: len(kalimat) - len(kalimat.lstrip())]
    jorok = "  " if kalimat.startswith("- ") else f"{awal}   " if awal else ""
    return textwrap.fill(
        kalimat.strip(), _LEBAR, initial_indent=awal, subsequent_indent=jorok,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
