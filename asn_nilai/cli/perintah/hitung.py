"""`asn-nilai hitung`: score a period and write workbooks, pages and data."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.keluaran import status_akhir, tulis_json
from asn_nilai.cli.perintah.akar import PilihanAkar, hitung_banyak
from asn_nilai.cli.perintah.semua import hitung_setahun
from asn_nilai.cli.pilihan import (
    Folder,
    PilihanAturan,
    PilihanJson,
    PilihanKetat,
    PilihanParalel,
    PilihanPeriode,
    PilihanUnit,
)

_SEMUA_SENDIRI = "--semua memilih sendiri apa yang dihitung. Hapus --periode, --unit, --aturan, --paksa, --sementara, dan --koreksi."
_AKAR_SENDIRI = "--akar menghitung satu periode di semua ruang kerja. Hapus FOLDER, --unit, --aturan, --sementara, --koreksi, --semua, dan --json."
_SALAH_SATU = "--klaster membagi pekerjaan ke komputer lain, --paralel di komputer ini. Pilih salah satu."
if TYPE_CHECKING:
    from asn_nilai.alur.hitungan.hasil_kota import HasilKota
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.alur.proses.proses_paralel import Paralel
    from asn_nilai.cli.layar import Layar


_Sementara = Annotated[
    bool,
    typer.Option(
        "--sementara",
        help="Nilai periode beberapa bulan dari bulan yang sudah disetor; hasilnya sementara dan menyebut bulan yang kurang.",
    ),
]

_Paksa = Annotated[bool, typer.Option("--paksa", help="Hitung juga unit yang masukannya tidak berubah.")]
_Koreksi = Annotated[
    str | None,
    typer.Option(
        "--koreksi",
        metavar="ALASAN",
        help="Hitung periode yang terkunci sebagai versi berikutnya, dengan alasannya.",
    ),
]
_Semua = Annotated[
    bool,
    typer.Option(
        "--semua",
        help="Hitung semua bulan yang belum mutakhir, lalu periode panjang yang pernah dihitung.",
    ),
]
_Klaster = Annotated[
    str | None,
    typer.Option(
        "--klaster",
        metavar="ALAMAT",
        help="Bagikan unit kepada pekerja klaster Dask, misalnya tcp://10.0.0.5:8786; ruang kerja harus terlihat dari semuanya. Dari alamat penyimpanan objek dikirimkan yang diperlukan tiap unit.",
    ),
]


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    aturan: PilihanAturan = None,
    paralel: PilihanParalel = None,
    paksa: _Paksa = False,
    sementara: _Sementara = False,
    koreksi: _Koreksi = None,
    semua: _Semua = False,
    klaster: _Klaster = None,
    akar: PilihanAkar = None,
    ketat: PilihanKetat = False,
    keluaran_json: PilihanJson = False,
) -> int:
    """Hitung nilai, lalu tulis buku nilai, halaman, dan data."""
    from asn_nilai.alur.perintah.hitung import hitung_kota
    from asn_nilai.alur.siapkan import pilih_unit, siapkan
    from asn_nilai.cli.layar import Layar

    dikoreksi = koreksi is not None
    lain = bool(unit or aturan or sementara or dikoreksi)
    if bertentangan := _bertentangan(
        {
            _SALAH_SATU: bool(klaster and paralel),
            _AKAR_SENDIRI: akar is not None and (folder != Path() or lain or semua or keluaran_json),
            _SEMUA_SENDIRI: semua and (lain or bool(periode) or paksa),
        }
    ):
        typer.echo(bertentangan, err=True)
        return 2
    if akar is not None or semua:
        with _pembagian(akar or folder, paralel, klaster) as pembagian:
            if akar is not None:
                return hitung_banyak(akar, periode, pembagian, paksa=paksa, ketat=ketat)
            return hitung_setahun(folder, pembagian, ketat=ketat, keluaran_json=keluaran_json)
    layar = Layar(diam=keluaran_json)
    konteks = siapkan(folder, periode, aturan, sementara=sementara)
    dipilih = pilih_unit(konteks, unit or [])
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · {konteks.aturan.profil.nama}")
    with (
        _pembagian(konteks.ruang.akar, paralel, klaster) as pembagian,
        # a correction is computed, then locked with its code on all faces
        layar.kemajuan("Menghitung", len(dipilih) * (2 if dikoreksi else 1)) as lapor,
    ):
        hasil = hitung_kota(konteks, dipilih, lapor, paralel=pembagian, paksa=paksa, koreksi=koreksi)
    _sampaikan(layar, konteks, hasil, keluaran_json=keluaran_json)
    return status_akhir((ini["tingkat"] for ini in hasil.temuan), ketat=ketat, gagal_tulis=bool(hasil.pesan))


def _bertentangan(sebab: Mapping[str, bool]) -> str:
    """Return the first sentence that holds, blank where none does."""
    return next((kalimat for kalimat, benar in sebab.items() if benar), "")


@contextmanager
def _pembagian(folder: Path, paralel: int | None, alamat: str | None) -> "Iterator[Paralel]":
    """Give how work is shared out: the processes asked for, or a cluster whose workers see the (first) work folder.

    The working copy of an address is on this computer alone: what they need of it is sent to them.
    """
    if alamat is None:
        yield paralel
        return
    from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
    from asn_nilai.alamat_ruang import alamat_asal
    from asn_nilai.alur.perintah.banyak_ruang.isi_akar import cari_ruang_kerja
    from asn_nilai.alur.proses.klaster import klaster

    ruang = cari_ruang_kerja(folder)[0].resolve()
    with klaster(alamat, None if alamat_asal(ruang) else ruang / NAMA_PENGATURAN) as terbuka:
        yield terbuka
    if kalimat := terbuka.kalimat_ditinggal():
        typer.echo(kalimat, err=True)


def _sampaikan(layar: "Layar", konteks: "Konteks", hasil: "HasilKota", *, keluaran_json: bool) -> None:
    """Say what the run comes to, to a reader or to a program."""
    if keluaran_json:
        tulis_json(_sebagai_json(konteks, hasil))
        return
    from asn_nilai.cli.layar_hitung import tampilkan_hasil

    tampilkan_hasil(layar, konteks, hasil)


def _sebagai_json(konteks: "Konteks", hasil: "HasilKota") -> dict[str, object]:
    from asn_nilai.alur.asing.salinan import temuan_salinan
    from asn_nilai.alur.masukan.periode_lain import terhapus_di_dalamnya, usang_di_dalamnya
    from asn_nilai.alur.terbitan.unit_terbit import ringkas_sebagai_dict
    from asn_nilai.alur.terbitan.unit_tertinggal import nama_unit_tertinggal
    from asn_nilai.cli.layar_hitung import dibuat_usang

    return {
        "periode": konteks.periode.kode,
        "aturan": konteks.aturan.profil.kode,
        "hasil": str(hasil.folder),
        "unit": [
            {
                "kode_unit": kode,
                **{k: v for k, v in ringkas_sebagai_dict(unit.ringkas).items() if k != "kode"},
            }
            for kode, unit in hasil.unit.items()
        ],
        "dibawa": hasil.dibawa,
        "usang": hasil.usang,
        "ikut_usang": [periode.kode for periode in dibuat_usang(konteks, hasil)],
        "usang_di_dalamnya": [periode.kode for periode in usang_di_dalamnya(konteks)],
        "terhapus_di_dalamnya": [periode.kode for periode in terhapus_di_dalamnya(konteks)],
        "unit_tertinggal": nama_unit_tertinggal(konteks),
        "salinan_tidak_dibaca": [temuan.letak.berkas for temuan in temuan_salinan(konteks.ruang)],
        "gagal_tulis": hasil.pesan,
        "perubahan": len(hasil.perubahan),
        "versi": hasil.versi.versi if hasil.versi else "",
        "kode": hasil.versi.kode if hasil.versi else "",
        "temuan": [*hasil.temuan],
    }
