"""`asn-nilai jelaskan`: how one ASN's score came about, down to the cells, and what would change it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from asn_nilai.cli.keluaran import tulis_json
from asn_nilai.cli.ketikan import SalahKetikError, bagi_orang
from asn_nilai.cli.pilihan import Orang, PilihanAturan, PilihanJson, PilihanPeriode, PilihanUnit


def perintah(
    kata: Orang = None,
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    semua: Annotated[
        bool, typer.Option("--semua", help="Kartu nilai setiap ASN di semua unit, satu berkas tiap orang.")
    ] = False,
    aturan: PilihanAturan = None,
    keluaran_json: PilihanJson = False,
) -> int:
    """Jelaskan nilai satu ASN: dari sel sampai predikat."""
    if semua or unit:
        lagi = [isi for isi in kata or [] if not Path(isi).is_dir()] if unit else []
        folder = _ruang([isi for isi in kata or [] if isi not in lagi], unit or [], satu_orang=keluaran_json)
        return _banyak(folder, periode, unit or [], aturan, lagi)
    siapa, folder = bagi_orang(kata or [], "asn-nilai jelaskan")
    return _seorang(siapa, folder, periode, aturan, keluaran_json=keluaran_json)


def _seorang(
    siapa: str, folder: Path, periode: str | None, aturan: str | None, *, keluaran_json: bool
) -> int:
    """Explain one ASN; return the exit status."""
    from asn_nilai.acuan.hasil.nilai import DINILAI
    from asn_nilai.alur.perintah.jelaskan import jelaskan, tentukan_asn
    from asn_nilai.alur.perintah.kartu import tulis_kartu
    from asn_nilai.alur.siapkan import siapkan
    from asn_nilai.alur.temuan_aturan import ANGKA_MERAGUKAN
    from asn_nilai.alur.terbitan.nilai_terbit import NilaiTerbit
    from asn_nilai.terbit.berkas import TulisGagalError

    konteks = siapkan(folder, periode, aturan)
    nip, dibaca = tentukan_asn(konteks, siapa)
    if dibaca:
        typer.echo(dibaca, err=True)
    penjelasan = jelaskan(konteks, nip)
    terbit = NilaiTerbit(konteks)
    beda = terbit.beda_dan_jalannya(penjelasan)
    status = int(penjelasan.status != DINILAI or bool(beda))
    if keluaran_json:
        isi = {**penjelasan.sebagai_dict(), "hasil_terbit": beda}
        tulis_json(isi)
        return status
    from asn_nilai.cli.layar_penjelasan import tampilkan

    tampilkan(penjelasan, konteks.aturan)
    try:
        kartu = tulis_kartu(konteks, penjelasan, terbit)
    except TulisGagalError as galat:
        typer.echo(str(galat), err=True)
        return 1
    for temuan in konteks.temuan_umum:
        if temuan.kode == ANGKA_MERAGUKAN:
            typer.echo(temuan.pesan, err=True)
    if beda:
        typer.echo(beda, err=True)
    typer.echo(f"Kartu nilai satu halaman ditulis di {kartu}", err=True)
    typer.echo(
        "Kartu itu memuat nilai satu orang: berikan hanya kepada ASN yang bersangkutan, jangan disebarkan.",
        err=True,
    )
    return status


def _ruang(kata: Sequence[str], unit: Sequence[str], *, satu_orang: bool) -> Path:
    """Return the work folder among the words of a run over whole units.

    Raises:
        SalahKetikError: a NIP, a name or --json stands beside the units.
    """
    if satu_orang:
        raise SalahKetikError(f"--json menjelaskan satu ASN; hapus {_pilihan(unit)}, lalu tulis NIP-nya.")
    bukan_folder = [isi for isi in kata if not Path(isi).is_dir()]
    if bukan_folder or len(kata) > 1:
        raise _hanya_ruang(bukan_folder or kata, unit)
    return Path(*kata)


def _pilihan(unit: Sequence[str]) -> str:
    return f"--unit {','.join(unit)}" if unit else "--semua"


def _hanya_ruang(kata: Sequence[str], unit: Sequence[str]) -> SalahKetikError:
    pilihan = _pilihan(unit)
    return SalahKetikError(
        f"Bersama {pilihan} hanya ruang kerja yang boleh ditulis, bukan '{' '.join(kata)}'. Untuk satu ASN: asn-nilai "
        f"jelaskan NIP, tanpa {pilihan}."
    )


def _banyak(
    folder: Path, periode: str | None, unit: Sequence[str], aturan: str | None, lagi: Sequence[str] = ()
) -> int:
    """Write the cards of whole units, and say what lies where; return the exit status.

    Args:
        folder: the work folder.
        periode: the period as typed.
        unit: the units as typed; all of them where none is.
        aturan: another rule.
        lagi: words that may be units more: `--unit A B`.

    Raises:
        SalahKetikError: one of these is no unit.
    """
    from asn_nilai.acuan.isian.register.sebutan_unit import kenali_unit
    from asn_nilai.alur.perintah.kartu import tulis_semua_kartu
    from asn_nilai.alur.riwayat.versi import cara_menyegarkan
    from asn_nilai.alur.siapkan import pilih_unit, siapkan
    from asn_nilai.cli.layar import Layar

    layar, konteks = Layar(), siapkan(folder, periode, aturan)
    if lagi and (asing := kenali_unit(konteks.skema, lagi)[1]):
        raise _hanya_ruang(asing, unit)
    dipilih = pilih_unit(konteks, [*unit, *lagi]) if unit else konteks.kode_hasil
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · kartu nilai tiap ASN")
    with layar.kemajuan("Menghitung", len(dipilih)) as lapor:
        hasil = tulis_semua_kartu(konteks, dipilih, lapor)
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    banyak = sum(map(len, hasil.kartu.values()))
    for kode, kartu in hasil.kartu.items():
        layar.tulis(f"  {kode or 'tanpa unit':<14} {len(kartu)} kartu")
    tempat = konteks.ruang.folder_kartu(konteks.periode)
    belum = f"; {hasil.belum} ASN belum dinilai, kartunya menyebut sebabnya" if hasil.belum else ""
    layar.tulis(f"{banyak} kartu nilai ditulis di {tempat}, satu berkas tiap ASN: kartu-<NIP>.html{belum}.")
    if hasil.lain:
        layar.tulis(
            f"Nilai {hasil.lain} ASN lain daripada di nilai.csv: masukan atau aturannya lain sejak itu. Jangan bagikan kartunya sebelum "
            f"itu beres dan perintah ini dijalankan lagi. {cara_menyegarkan(konteks.ruang, konteks.periode)}"
        )
    layar.tulis(
        "Tiap kartu memuat nilai satu orang: berikan hanya kepada ASN yang bersangkutan, jangan disebarkan bersama."
    )
    return int(bool(hasil.pesan or hasil.belum or hasil.lain))
