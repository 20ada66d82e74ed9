"""`hitung --akar` and `rekap --akar`: the work folders of a province or a country, one after the other."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder, tulis_isian
from asn_nilai.acuan.tulisan import sebagian, sebut_beberapa, tulis_angka

if TYPE_CHECKING:
    from asn_nilai.acuan.hasil.ringkas_kota import RekapAkar, RingkasKota
    from asn_nilai.alur.perintah.banyak_ruang.hitung import KotaTerhitung
    from asn_nilai.alur.proses.proses_paralel import Paralel
    from asn_nilai.cli.layar import Layar

_DISEBUT = 10
"""Work folders that one sentence names."""
PilihanAkar = Annotated[
    Path | None,
    typer.Option(
        "--akar",
        metavar="FOLDER",
        help="Semua ruang kerja di bawah folder ini, misalnya kota dan kabupaten se-provinsi.",
    ),
]


def hitung_banyak(akar: Path, periode: str | None, pembagian: "Paralel", *, paksa: bool, ketat: bool) -> int:
    """Score every work folder under a root; say what became of each."""
    from asn_nilai.alur.perintah.banyak_ruang.hitung import hitung_akar
    from asn_nilai.cli.layar import Layar

    layar, gagal, bergalat, banyak = Layar(), [], 0, 0
    terhitung: set[str] = set()
    layar.judul(f"Semua ruang kerja di bawah {akar}")
    for kota in hitung_akar(akar, periode, layar.kemajuan, paralel=pembagian, paksa=paksa):
        banyak += not kota.dilewati
        terhitung |= {kota.periode.kode} if kota.periode else set()
        bergalat += bool(kota.galat or (ketat and kota.peringatan))
        if kota.pesan:
            gagal.append(kota.folder)
        _tulis_kota(layar, kota, sebut_periode=periode is None)
    layar.tulis()
    if gagal:
        layar.tulis(
            f"BELUM SELESAI: {', '.join(gagal)}. Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
        )
    layar.tulis(f"{banyak} ruang kerja.{_berikutnya(akar, periode, terhitung)}")
    return int(bool(gagal or bergalat))


def _berikutnya(akar: Path, periode: str | None, terhitung: "Collection[str]") -> str:
    """Return the recap that comes next: of the period asked for, else of the newest month that some city has; blank where none has."""
    if not terhitung:
        return ""
    dipilih = periode or max(terhitung)
    beda = (
        " Bulan terbarunya tidak sama; yang belum punya bulan ini disebut di rekap."
        if len(terhitung) > 1
        else ""
    )
    return f"{beda} Berikutnya: asn-nilai rekap --akar {tulis_folder(akar)} --periode {tulis_isian(dipilih)}"


def _tulis_kota(layar: "Layar", kota: "KotaTerhitung", *, sebut_periode: bool) -> None:
    if kota.dilewati:
        apa = f"dilewati: {kota.dilewati}"
    elif kota.unit:
        galat = f"{tulis_angka(kota.galat)} galat" if kota.galat else "tanpa galat"
        bulan = f"{kota.periode.label}: " if kota.periode and sebut_periode else ""
        apa = f"{bulan}{sebagian(kota.dihitung, kota.unit)} unit dihitung; {sebagian(kota.dinilai, kota.jumlah_asn)} ASN dinilai, {galat}"
    else:
        apa = "TIDAK DIHITUNG"
    layar.tulis(f"  {kota.folder:<28} {apa}")
    for pesan in (*kota.pesan, *kota.catatan):
        layar.tulis(f"    {pesan}")


def rekap_banyak(akar: Path, periode: str) -> int:
    """Show and write one line for each work folder under a root."""
    from asn_nilai.alur.perintah.banyak_ruang.rekap import rekap_akar, tulis_rekap_akar
    from asn_nilai.cli.layar import BELUM_SELESAI, Layar

    layar = Layar()
    rekap = rekap_akar(akar, periode)
    layar.judul(f"{akar.resolve().name} · {rekap.periode.label} · {len(rekap.kota)} ruang kerja")
    _tampilkan(layar, rekap)
    hasil = tulis_rekap_akar(akar, rekap)
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    if hasil.berkas:
        layar.tulis(f"\nRekap ditulis di {hasil.folder}")
        layar.tulis(f"  Buka dahulu        {hasil.folder / hasil.berkas[0]}")
        layar.tulis(f"  Lainnya            {', '.join(hasil.berkas[1:]) or '–'}")
    if kalimat := BELUM_SELESAI if hasil.pesan else _belum_layak(akar, rekap):
        layar.tulis(kalimat)
    return int(bool(hasil.pesan or rekap.kurang))


def _tampilkan(layar: "Layar", rekap: "RekapAkar") -> None:
    from asn_nilai.acuan.rata import tulis_rata

    layar.tabel(
        ("Ruang kerja", "Unit", "Belum setor", "Dinilai", "Rata-rata NHK"),
        [_baris(kota) for kota in rekap.kota],
    )
    catatan = {kota.folder: kota.sebab for kota in rekap.kurang}
    catatan |= {nama: f"dilewati: {sebab}" for nama, sebab in rekap.dilewati.items()}
    for nama, sebab in catatan.items():
        layar.tulis(f"  {nama:<28} {sebab}")
    for bagian in rekap.menurut_aturan:
        jumlah = bagian.jumlah
        banyak = ", ".join(f"{label} {tulis_angka(orang)}" for label, orang in bagian.predikat.items())
        siapa = f" di {_sebut(bagian.kota)}" if len(rekap.menurut_aturan) > 1 else ""
        layar.tulis(
            f"Menurut {bagian.nama}{siapa}: {sebagian(jumlah.dinilai, jumlah.jumlah_asn)} ASN dinilai, rata-rata "
            f"{tulis_rata(jumlah.rata_rata_nhk, bagian.desimal)}. {banyak}"
        )


def _sebut(semua: "Sequence[RingkasKota]") -> str:
    """Return the folders of some cities; of many, how many more there are."""
    return sebut_beberapa([kota.folder for kota in semua], _DISEBUT)


def _belum_layak(akar: Path, rekap: "RekapAkar") -> str:
    """Return why the recap must not be handed on yet, blank where it may be."""
    if not rekap.kurang:
        return ""
    cara = "Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
    if any(kota.dengan_hitung for kota in rekap.kurang):
        cara = f"Berikutnya: asn-nilai hitung --akar {tulis_folder(akar)} --periode {rekap.periode.kode}"
    return f"BELUM LAYAK DISERAHKAN: {_sebut(rekap.kurang)}. {cara}"


def _baris(kota: "RingkasKota") -> tuple[str, ...]:
    from asn_nilai.acuan.rata import tulis_rata

    if kota.jumlah is None:
        return kota.folder, "–", "–", "–", "–"
    dinilai = sebagian(kota.jumlah.dinilai, kota.jumlah.jumlah_asn)
    rata_rata = tulis_rata(kota.jumlah.rata_rata_nhk, kota.desimal)
    return kota.folder, str(kota.banyak_unit), str(len(kota.belum_setor)), dinilai, rata_rata
