"""`hitung --akar` and `rekap --akar`: the work folders of a province or a country, one after the other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from asn_nilai.acuan.hasil.ringkas_kota import RingkasKota
    from asn_nilai.alur.proses.proses_paralel import Paralel

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
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
    from asn_nilai.alur.perintah.banyak_ruang import hitung_akar
    from asn_nilai.cli.layar import Layar

    layar, gagal, bergalat, banyak = Layar(), [], 0, 0
    layar.judul(f"Semua ruang kerja di bawah {akar}")
    for kota in hitung_akar(akar, periode, layar.kemajuan, paralel=pembagian, paksa=paksa):
        banyak += 1
        bergalat += bool(kota.galat or (ketat and kota.peringatan))
        if kota.pesan:
            gagal.append(kota.folder)
        galat = f"{kota.galat} galat" if kota.galat else "tanpa galat"
        apa = f"{kota.dihitung} dari {kota.unit} unit dihitung; {kota.dinilai} dari {kota.jumlah_asn} ASN dinilai, {galat}"
        layar.tulis(f"  {kota.folder:<28} {apa if kota.unit else 'TIDAK DIHITUNG'}")
        for pesan in kota.pesan:
            layar.tulis(f"    {pesan}")
    layar.tulis()
    if gagal:
        layar.tulis(
            f"BELUM SELESAI: {', '.join(gagal)}. Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
        )
    layar.tulis(
        f"{banyak} ruang kerja. Berikutnya: asn-nilai rekap --akar {tulis_folder(akar)} --periode PERIODE"
    )
    return int(bool(gagal or bergalat))


def rekap_banyak(akar: Path, periode: str) -> int:
    """Show and write one line for each work folder under a root."""
    from asn_nilai.acuan.hasil.ringkas_kota import jumlah_aturan
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
    from asn_nilai.acuan.rata import tulis_rata
    from asn_nilai.alur.perintah.banyak_ruang import rekap_akar, tulis_rekap_akar
    from asn_nilai.cli.layar import Layar
    from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError

    layar = Layar()
    dipilih, semua = rekap_akar(akar, periode)
    layar.judul(f"{akar} · {dipilih.label} · {len(semua)} ruang kerja")
    layar.tabel(
        ("Ruang kerja", "Unit", "Belum setor", "Dinilai", "Rata-rata NHK", "Keterangan"),
        [_baris(kota) for kota in semua],
    )
    for aturan, jumlah in jumlah_aturan(semua).items():
        sebaran = ", ".join(f"{label} {banyak}" for label, banyak in jumlah.predikat.items())
        layar.tulis(
            f"Menurut {aturan}: {jumlah.dinilai} dari {jumlah.jumlah_asn} ASN dinilai, rata-rata {tulis_rata(jumlah.rata_rata_nhk, 2)}. {sebaran}"
        )
    try:
        layar.tulis(f"Ditulis di {tulis_rekap_akar(akar, dipilih, semua)}")
    except (BerkasTerkunciError, TulisGagalError) as galat:
        layar.tulis(str(galat))
        return 1
    kurang = [kota.folder for kota in semua if kota.sebab]
    if kurang:
        layar.tulis(
            f"BELUM LAYAK DISERAHKAN: {', '.join(kurang)}. Berikutnya: asn-nilai hitung --akar {tulis_folder(akar)} --periode {dipilih.kode}"
        )
    return int(bool(kurang))


def _baris(kota: "RingkasKota") -> tuple[str, ...]:
    from asn_nilai.acuan.rata import tulis_rata

    nama = kota.folder if kota.folder != "." else kota.instansi
    if kota.jumlah is None:
        return nama, "–", "–", "–", "–", kota.sebab
    dinilai = f"{kota.jumlah.dinilai} dari {kota.jumlah.jumlah_asn}"
    return (
        nama,
        str(kota.unit),
        str(kota.belum_setor),
        dinilai,
        tulis_rata(kota.jumlah.rata_rata_nhk, kota.desimal),
        kota.sebab,
    )
