"""`asn-nilai hitung`: score a period and write workbooks, pages and data."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.pilihan import (
    Folder,
    PilihanAturan,
    PilihanJson,
    PilihanKetat,
    PilihanParalel,
    PilihanPeriode,
    PilihanUnit,
)

if TYPE_CHECKING:
    from asn_nilai.alur.hitung import HasilKota
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.cli.layar import Layar


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    aturan: PilihanAturan = None,
    paralel: PilihanParalel = None,
    paksa: Annotated[
        bool, typer.Option("--paksa", help="Hitung juga unit yang masukannya tidak berubah.")
    ] = False,
    ketat: PilihanKetat = False,
    keluaran_json: PilihanJson = False,
) -> int:
    """Hitung nilai, lalu tulis buku nilai, halaman, dan data."""
    from asn_nilai.alur.hitung import hitung_kota
    from asn_nilai.alur.konteks import pilih_unit, siapkan
    from asn_nilai.cli.layar import Layar
    from asn_nilai.cli.status import status_akhir

    layar = Layar(diam=keluaran_json)
    konteks = siapkan(folder, periode, aturan)
    dipilih = pilih_unit(konteks, unit or [])
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · {konteks.aturan.profil.nama}")
    with layar.kemajuan("Menghitung", len(dipilih)) as lapor:
        hasil = hitung_kota(konteks, dipilih, lapor, paralel=paralel, paksa=paksa)
    if keluaran_json:
        typer.echo(json.dumps(_sebagai_json(konteks, hasil), ensure_ascii=False, indent=1))
    else:
        _tampilkan(layar, konteks, hasil)
    return status_akhir(hasil.temuan, ketat=ketat, gagal_tulis=bool(hasil.pesan))


def _tampilkan(layar: "Layar", konteks: "Konteks", hasil: "HasilKota") -> None:
    layar.temuan(hasil.temuan)
    layar.tabel_unit([terbit.ringkas for terbit in hasil.unit.values()], konteks.aturan)
    if hasil.dibawa:
        layar.tulis(
            f"{len(hasil.dibawa)} unit tidak berubah sejak dihitung, jadi tidak dihitung lagi (--paksa menghitungnya)."
        )
    if hasil.usang:
        layar.tulis(
            f"Masukan sudah berubah, tetapi tidak diminta: {', '.join(hasil.usang)}. Jalankan lagi tanpa --unit."
        )
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    layar.tulis(f"\nHasil ditulis di {hasil.folder}")
    layar.tulis(f"  Buka dahulu        {hasil.folder / 'index.html'}")
    layar.tulis("  Untuk tiap unit    nilai.xlsx dan ringkasan.html di folder kode unitnya")
    layar.tulis("  Semua temuan       temuan.csv")
    if hasil.pesan:
        layar.tulis(
            "BELUM SELESAI: yang disebut di atas masih yang lama. Jalankan perintah ini lagi sebelum dibagikan."
        )
    elif any(temuan["tingkat"] == "galat" and not temuan["unit"] for temuan in hasil.temuan):
        layar.tulis(
            "Berikutnya: perbaiki dahulu galat di luar unit (skema atau folder kerja), lalu jalankan perintah ini lagi; sesudah itu minta "
            "unit memperbaiki yang masih disebut."
        )
    elif any(temuan["tingkat"] == "galat" for temuan in hasil.temuan):
        layar.tulis(
            "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu "
            "jalankan perintah ini lagi."
        )
    else:
        layar.tulis("Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani.")


def _sebagai_json(konteks: "Konteks", hasil: "HasilKota") -> dict[str, object]:
    from asn_nilai.alur.unit import ringkas_sebagai_dict

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
        "gagal_tulis": hasil.pesan,
        "temuan": hasil.temuan,
    }
