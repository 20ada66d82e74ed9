"""`asn-nilai jelaskan`: how one ASN's score came about, down to the cells, and what would change it."""

from typing import Annotated

import typer

from asn_nilai.cli.keluaran import tulis_json
from asn_nilai.cli.ketikan import bagi_orang
from asn_nilai.cli.pilihan import PilihanAturan, PilihanJson, PilihanPeriode


def perintah(
    kata: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NIP [FOLDER]",
            help="NIP ASN, spasi dan titik boleh ada; atau namanya, atau sebagian. Sesudahnya boleh ruang kerja.",
            show_default=False,
        ),
    ] = None,
    periode: PilihanPeriode = None,
    aturan: PilihanAturan = None,
    keluaran_json: PilihanJson = False,
) -> int:
    """Jelaskan nilai satu ASN: dari sel sampai predikat."""
    from asn_nilai.acuan.hasil.nilai import DINILAI
    from asn_nilai.alur.konteks import ANGKA_MERAGUKAN, siapkan
    from asn_nilai.alur.perintah.jelaskan import bandingkan_terbit, jelaskan, tentukan_asn, tulis_kartu
    from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError

    siapa, folder = bagi_orang(kata or [], "asn-nilai jelaskan")
    konteks = siapkan(folder, periode, aturan)
    nip, dibaca = tentukan_asn(konteks, siapa)
    if dibaca:
        typer.echo(dibaca, err=True)
    penjelasan = jelaskan(konteks, nip)
    status = int(penjelasan.status != DINILAI)
    beda = bandingkan_terbit(konteks, penjelasan)
    if keluaran_json:
        isi = {**penjelasan.sebagai_dict(), "hasil_terbit": beda}
        tulis_json(isi)
        return status
    from asn_nilai.cli.layar_penjelasan import tampilkan

    tampilkan(penjelasan, konteks.aturan, panjang=len(konteks.periode.bulan) > 1)
    try:
        kartu = tulis_kartu(konteks, penjelasan)
    except (BerkasTerkunciError, TulisGagalError) as galat:
        typer.echo(str(galat), err=True)
        return 1
    for temuan in konteks.temuan_umum:
        if temuan.kode == ANGKA_MERAGUKAN:
            typer.echo(temuan.pesan, err=True)
    if beda:
        typer.echo(beda, err=True)
    typer.echo(f"Kartu satu halaman ditulis di {kartu}", err=True)
    typer.echo(
        "Kartu itu memuat nilai satu orang: berikan hanya kepada ASN yang bersangkutan, jangan disebarkan.",
        err=True,
    )
    return status
