"""`asn-nilai cocokkan`: our results beside the exports of e-Kinerja BKN."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from asn_nilai.cli.keluaran import tulis_json
from asn_nilai.cli.pilihan import Folder, PilihanJson, PilihanPeriode

if TYPE_CHECKING:
    from asn_nilai.acuan.hasil.pencocokan import Beda, Pencocokan
    from asn_nilai.cli.layar import Layar

_DISEBUT = 20
"""So many differences the terminal names; the workbook has all."""


def perintah(
    folder: Folder = Path(), periode: PilihanPeriode = None, keluaran_json: PilihanJson = False
) -> int:
    """Cocokkan hasil dengan ekspor Rekap Penilaian e-Kinerja BKN."""
    from asn_nilai.alur.perintah.cocokkan import BUKU, cocokkan_kota
    from asn_nilai.alur.siapkan import siapkan
    from asn_nilai.cli.layar import Layar
    from asn_nilai.ruang_kerja import HALAMAN_COCOKKAN

    layar = Layar(diam=keluaran_json)
    konteks = siapkan(folder, periode)
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · pencocokan dengan e-Kinerja BKN")
    hasil = cocokkan_kota(konteks)
    cocok = hasil.pencocokan
    if keluaran_json:
        tulis_json(cocok.sebagai_dict())
        for temuan in cocok.temuan:
            typer.echo(f"{temuan.letak}: {temuan.pesan} {temuan.saran}", err=True)
        for pesan in filter(None, (hasil.usang, *hasil.pesan)):
            typer.echo(pesan, err=True)
        return int(bool(cocok.beda or hasil.pesan))
    layar.temuan([temuan.sebagai_dict() for temuan in cocok.temuan])
    _tampilkan(layar, cocok)
    for pesan in filter(None, (hasil.usang, *hasil.pesan)):
        layar.tulis(pesan)
    if not hasil.pesan:
        layar.tulis(f"\nDitulis di {hasil.folder}")
        layar.tulis(f"  Buka dahulu        {hasil.folder / HALAMAN_COCOKKAN}")
        layar.tulis(
            f"  Untuk diolah       {BUKU}, dengan daftar menurut pejabat penilai yang siap disalin ke e-Kinerja"
        )
    layar.tulis(_berikutnya(cocok))
    return int(bool(cocok.beda or hasil.pesan))


def _tampilkan(layar: "Layar", cocok: "Pencocokan") -> None:
    from asn_nilai.acuan.hasil.pencocokan import KATA_APA

    layar.tulis(f"{cocok.lingkup}.")
    if cocok.diabaikan:
        layar.tulis(f"Tidak dipakai: {', '.join(cocok.diabaikan)} (sebabnya di atas).")
    for apa, banyak in cocok.banyak:
        layar.tulis(f"{banyak:>5}  {KATA_APA[apa]}")
    for beda in cocok.beda[:_DISEBUT]:
        layar.tulis(_kalimat(beda))
    if len(cocok.beda) > _DISEBUT:
        layar.tulis(f"  … dan {len(cocok.beda) - _DISEBUT} lagi di buku dan halamannya")


def _kalimat(beda: "Beda") -> str:
    from asn_nilai.acuan.hasil.pencocokan import KATA_APA

    isi = f"asn-nilai: {beda.kita or '–'} · e-Kinerja: {beda.bkn or '–'}"
    tempat = f" ({'; '.join(map(str, beda.letak))})" if beda.letak else ""
    return f"  {beda.nama} {beda.nip}: {KATA_APA[beda.apa]}. {isi}{tempat}"


def _berikutnya(cocok: "Pencocokan") -> str:
    if not cocok.beda:
        return "Tidak ada yang berbeda." + (" Bereskan dahulu catatan di atas." if cocok.temuan else "")
    return "Berikutnya: tanyakan setiap perbedaan kepada pejabat penilainya; yang benar diperbaiki di sumbernya, lalu jalankan perintah ini lagi."
