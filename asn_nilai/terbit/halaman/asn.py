"""The table of ASN on a unit's page: each row, and what unfolds beneath it, from the cells to the predikat."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

from asn_nilai.acuan.hasil import BELUM_DINILAI, DINILAI, PINDAH, HasilUnit
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.ringkas import kutip_kode
from asn_nilai.acuan.rumus.rumus import RUMUS
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.halaman.bagan import Skala, angka, kelas_predikat, skala, tetap
from asn_nilai.terbit.halaman.kerja import Kerja, ambil_kolom, kerja_menurut_asn
from asn_nilai.terbit.halaman.langkah import Langkah, langkah_predikat, sebut_perilaku
from asn_nilai.terbit.halaman.temuan import Butir, penyebab_asn, urai_alasan

_KOLOM = (
    "nip", "nama", "jabatan", "nilai_hasil_kerja", "rating_hasil_kerja", "rating_perilaku", "nilai_akhir",
    "predikat", "status", "alasan", "bagian", "angka_perilaku", "ide_baru",
)  # fmt: skip


Bagian = tuple[tuple[str, float, int], ...]
"""The parts of an ASN who moved: (unit code, NHK, counted months) each."""


@dataclass(frozen=True, slots=True)
class BarisAsn:
    """One ASN; texts are ready to print, unescaped. `kerja` is None where no indicator takes part.

    `penyebab` says why there is no score or no predikat; `pindah` is (code, address of the page) of the unit where the
    score of an ASN who moved stands, else blank.
    """

    nip: str
    nama: str
    jabatan: str
    nhk: str
    letak: str
    rating_hasil: str
    rating_perilaku: str
    nilai_akhir: str
    predikat: str
    kelas: str
    status: str
    penyebab: list[Butir]
    kerja: Kerja | None
    rumus: list[str]
    langkah: list[Langkah]
    pindah: tuple[str, str]


def baris_asn(hasil: HasilUnit, aturan: Aturan) -> list[BarisAsn]:
    """Return the rows of the table of ASN, in the order of the register."""
    kerja = kerja_menurut_asn(hasil.rincian, aturan)
    penyebab = penyebab_asn(hasil.temuan)
    rumus = {nama: f"Rumus {nama}: {satu.isi} · {satu.dasar}" for nama, satu in rumus_capaian(aturan).items()}
    kelas, garis, desimal = kelas_predikat(aturan), skala(aturan), aturan.nhk.desimal.nilai
    semua = []
    for baris in ambil_kolom(hasil.nilai, _KOLOM):
        nip, nama, jabatan, nhk, rating_hasil, _, akhir, predikat, status, alasan, bagian, *_ = baris
        milik = kerja.get(nip)
        semua.append(
            BarisAsn(
                nip=nip,
                nama=nama,
                jabatan=jabatan,
                nhk=tetap(nhk, desimal),
                letak=_letak(nhk if aturan.rating_hasil else akhir, garis),
                rating_hasil=rating_hasil,
                rating_perilaku=sebut_perilaku(baris, aturan),
                nilai_akhir="" if isnan(akhir) else tetap(akhir, desimal),
                predikat=predikat if status == DINILAI else status,
                kelas=kelas.get(predikat, "p0") if status == DINILAI else "p0",
                status=status,
                penyebab=penyebab.get(nip) or (urai_alasan(alasan) if status == BELUM_DINILAI else []),
                kerja=milik,
                rumus=[rumus[satu] for satu in milik.kunci_rumus if satu] if milik else [],
                langkah=_langkah(baris, milik, hasil.unit.kode, aturan),
                pindah=_pindah(bagian, alasan, hasil.unit.kode) if status == PINDAH else ("", ""),
            )
        )
    return semua


def _letak(nilai: float, garis: Skala) -> str:
    """Return where the score that the ladder looks at stands, blank without one."""
    return "" if isnan(nilai) else garis.letak(nilai)


def rumus_capaian(aturan: Aturan) -> Mapping[str, Langkah]:
    """Return the formula of each polarity (or aspect) as it is written on paper, with its basis."""
    return {
        kunci: Langkah(kunci, RUMUS[ketentuan.nilai].tulisan, ketentuan.dasar)
        for kunci, ketentuan in aturan.capaian.rumus.items()
    }


def _pindah(bagian: Bagian, alasan: str, kode: str) -> tuple[str, str]:
    """Return the last unit of an ASN who moved, and the address of its page from this unit's folder."""
    akhir = bagian[-1][0] if bagian else alasan.removeprefix("pindah ke ")
    return (akhir, f"../{kutip_kode(akhir)}/ringkasan.html") if akhir and akhir != kode else ("", "")


def _langkah(baris: tuple[Any, ...], kerja: Kerja | None, kode_unit: str, aturan: Aturan) -> list[Langkah]:
    """Return the steps from the weighted mean on, as far as the ASN came."""
    nhk, rating_hasil, status, bagian = baris[3], baris[4], baris[8], baris[10]
    if isnan(nhk):
        return []
    if status == PINDAH:
        return [_langkah_nhk(nhk, kerja, f"NHK di {kode_unit}", aturan)]
    langkah = _langkah_sampai_nhk(nhk, kerja, kode_unit, bagian, aturan)
    pita = (
        next((satu for satu in aturan.rating_hasil.pita if satu.label == rating_hasil), None)
        if aturan.rating_hasil
        else None
    )
    if pita is not None:
        isi = f"{tetap(nhk, aturan.nhk.desimal.nilai)} masuk rentang {pita.rentang.replace('.', ',')}: {rating_hasil}"
        langkah.append(Langkah("Rating hasil kerja", isi, pita.dasar))
    return [*langkah, *langkah_predikat(baris, aturan)]


def _langkah_sampai_nhk(
    nhk: float, kerja: Kerja | None, kode_unit: str, bagian: Bagian, aturan: Aturan
) -> list[Langkah]:
    """Return the steps to the NHK of the period: one, or for an ASN who moved this unit's part and the mean."""
    if all(kode == kode_unit for kode, _, _ in bagian):
        return [_langkah_nhk(nhk, kerja, "Nilai hasil kerja (NHK)", aturan)]
    di_sini = [
        _langkah_nhk(satu, kerja, f"NHK di {kode}", aturan) for kode, satu, _ in bagian if kode == kode_unit
    ]
    return [*di_sini, _langkah_gabungan(nhk, bagian, aturan)]


def _langkah_nhk(nhk: float, kerja: Kerja | None, judul: str, aturan: Aturan) -> Langkah:
    """Return the weighted mean before and after rounding."""
    desimal = aturan.nhk.desimal
    tercetak = tetap(nhk, desimal.nilai)
    if kerja is None or not kerja.bobot:
        return Langkah(judul, tercetak, desimal.dasar)
    apa = "nilai capaian" if aturan.capaian.konversi else "capaian"
    persis = tulis_angka(kerja.hasil_kali / kerja.bobot)
    isi = (
        f"Jumlah (bobot × {apa}) ÷ jumlah bobot = {angka(kerja.hasil_kali, 6)} ÷ {angka(kerja.bobot)} = {persis}; "
        f"dibulatkan {desimal.nilai} desimal: {tercetak}"
    )
    return Langkah(judul, isi, desimal.dasar)


def _langkah_gabungan(nhk: float, bagian: Bagian, aturan: Aturan) -> Langkah:
    desimal = aturan.nhk.desimal
    suku = " + ".join(
        f"{tetap(satu, desimal.nilai)} × {bulan} bulan ({kode})" for kode, satu, bulan in bagian
    )
    semua = sum(bulan for *_, bulan in bagian)
    isi = f"({suku}) ÷ {semua} bulan = {tetap(nhk, desimal.nilai)}"
    return Langkah("NHK periode, sesudah pindah unit", isi, desimal.dasar)
