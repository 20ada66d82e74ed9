"""`asn-nilai keberatan`: one ASN's package to object with, and by when."""

from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.ketikan import bagi_orang, tanggal_dimaksud
from asn_nilai.cli.pilihan import Orang, PilihanPeriode

if TYPE_CHECKING:
    from asn_nilai.alur.perintah.keberatan import PaketKeberatan


def perintah(
    kata: Orang = None,
    periode: PilihanPeriode = None,
    diterima: Annotated[
        str,
        typer.Option(
            "--diterima",
            metavar="TGL",
            help="Hari ASN itu menerima hasilnya, misalnya 05/07/2026; bawaan: hari ini.",
        ),
    ] = "",
) -> int:
    """Siapkan paket keberatan satu ASN, tanpa data orang lain."""
    from asn_nilai.acuan.hasil.nilai import DINILAI
    from asn_nilai.alur.perintah.jelaskan import tentukan_asn
    from asn_nilai.alur.perintah.keberatan import tulis_keberatan
    from asn_nilai.alur.siapkan import siapkan
    from asn_nilai.cli.layar_penjelasan import teks_penjelasan
    from asn_nilai.terbit.berkas import TulisGagalError

    siapa, folder = bagi_orang(kata or [], "asn-nilai keberatan")
    konteks = siapkan(folder, periode)
    hari = tanggal_dimaksud(diterima, konteks.ruang.tahun)
    nip, dibaca = tentukan_asn(konteks, siapa)
    if dibaca:
        typer.echo(dibaca, err=True)
    try:
        paket = tulis_keberatan(konteks, nip, hari, teks_penjelasan)
    except TulisGagalError as galat:
        typer.echo(str(galat), err=True)
        return 1
    _tampilkan(paket)
    return int(bool(paket.beda) or paket.keberatan.penjelasan.status != DINILAI)


def _tampilkan(paket: "PaketKeberatan") -> None:
    from asn_nilai.cli.layar import Layar

    k, layar = paket.keberatan, Layar()
    layar.kalimat(
        f"{k.penjelasan.nama} (NIP {k.penjelasan.nip}) · {k.penjelasan.periode_label} · {k.keadaan}"
    )
    if paket.beda:
        layar.kalimat(paket.beda)
    layar.tulis(f"Paket keberatan ditulis di {paket.berkas}")
    for kalimat in (
        k.tenggat,
        "Paket itu memuat data satu orang: berikan hanya kepada ASN yang bersangkutan, jangan disebarkan.",
        "Berikutnya: ASN mengisi formulir di dalamnya. Apa yang dilakukan sesudah putusan ada di baca-dahulu.txt.",
    ):
        layar.kalimat(kalimat)
