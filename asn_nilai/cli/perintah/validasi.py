"""`asn-nilai validasi`: read and check a period's submissions, and say everything that was found."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.cli.keluaran import status_akhir, tulis_json
from asn_nilai.cli.pilihan import (
    Folder,
    PilihanJson,
    PilihanKetat,
    PilihanParalel,
    PilihanPeriode,
    PilihanUnit,
)

if TYPE_CHECKING:
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.alur.perintah.validasi import HasilValidasi, PemeriksaanKota
    from asn_nilai.cli.layar import Layar


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    paralel: PilihanParalel = None,
    pesan: Annotated[
        bool,
        typer.Option(
            "--pesan",
            help="Tampilkan pesan tiap unit di layar, sebagai ganti temuannya; berkasnya ditulis juga tanpa pilihan ini.",
        ),
    ] = False,
    tandai: Annotated[
        bool,
        typer.Option(
            "--tandai", help="Tulis salinan tiap setoran, sel yang salah diwarnai dan diberi komentar."
        ),
    ] = False,
    ketat: PilihanKetat = False,
    keluaran_json: PilihanJson = False,
) -> int:
    """Periksa setoran unit: apa yang salah, di sel mana, perbaikannya."""
    from asn_nilai.alur.perintah.validasi import mulai_periksa, siapkan_validasi
    from asn_nilai.alur.siapkan import pilih_unit

    konteks = siapkan_validasi(folder, periode)
    dipilih = pilih_unit(konteks, unit or [])
    with mulai_periksa(konteks, dipilih, paralel=paralel) as pemeriksaan:
        layar, hasil = _tunggu(pemeriksaan, diam=keluaran_json)
        gagal = [*hasil.gagal, *([] if keluaran_json else _terbitkan(layar, konteks, hasil, pesan=pesan))]
    if keluaran_json:
        unit_json = [setoran.sebagai_dict() for setoran in hasil.unit]
        temuan = [ini.sebagai_dict() for ini in hasil.temuan]
        isi = {"periode": konteks.periode.kode, "unit": unit_json, "temuan": temuan}
        tulis_json(isi)
    if tandai:
        gagal += _tandai(konteks, hasil, paralel)
    if gagal:
        from asn_nilai.cli.layar import BELUM_SELESAI

        layar.tulis(BELUM_SELESAI)
    else:
        _langkah_berikut(layar, konteks, hasil, folder, tandai=tandai)
    return status_akhir((ini.tingkat for ini in hasil.temuan), ketat=ketat, gagal_tulis=bool(gagal))


def _tunggu(pemeriksaan: "PemeriksaanKota", *, diam: bool) -> "tuple[Layar, HasilValidasi]":
    """Wait for the units' checks; the libraries of screen and page load while they are read."""
    from asn_nilai.cli.layar import Layar

    layar, konteks = Layar(diam=diam), pemeriksaan.konteks
    apa = "skema dan target " if konteks.target_saja else ""
    layar.judul(f"{konteks.ruang.instansi} · {apa}{konteks.periode.label}")
    if konteks.target_saja:
        layar.tulis("Belum ada berkas capaian: yang diperiksa skema dan buku target.")
    if not diam:
        from asn_nilai.alur.perintah.terbit_validasi import semua_unit, siapkan_halaman

        if semua_unit(konteks, pemeriksaan.dipilih):
            siapkan_halaman(konteks)
    with layar.kemajuan("Memeriksa", len(pemeriksaan.dipilih)) as lapor:
        return layar, pemeriksaan.tunggu(lapor)


def _terbitkan(layar: "Layar", konteks: "Konteks", hasil: "HasilValidasi", *, pesan: bool) -> list[str]:
    """Show the findings (with `pesan` the units' texts instead), write page and texts; return what failed."""
    from asn_nilai.acuan.riwayat.kata_perubahan import kalimat_kiriman
    from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_HALAMAN, kelompokkan_sebab
    from asn_nilai.acuan.setoran.pesan.pesan_pengelola import hitung_temuan
    from asn_nilai.alur.perintah.terbit_validasi import (
        NAMA_PENGELOLA,
        semua_unit,
        terbitkan_validasi,
    )
    from asn_nilai.ruang_kerja import HALAMAN_VALIDASI

    if pesan:
        typer.echo(
            "\n----\n\n".join(setoran.pesan(konteks.periode.label) for setoran in hasil.unit), nl=False
        )
    else:
        if umum := kelompokkan_sebab(hasil.umum):
            layar.kelompok(f"Di luar unit: {hitung_temuan(umum)}", umum, TAKARAN_HALAMAN)
        # Where nobody has submitted, the table says it; a block for each unit would hide what HR itself has to mend.
        for setoran in [] if len(hasil.unit) > 1 and _belum_satu_pun(hasil) else hasil.unit:
            layar.kelompok(f"{setoran.unit.nama} ({setoran.unit.kode}), {setoran.status}", setoran.kelompok)
    layar.tabel_setoran(hasil.unit, hasil.tanpa_unit)
    for setoran in hasil.unit:
        if beda := hasil.berubah.get(setoran.unit.kode):
            layar.tulis(f"{setoran.unit.nama} ({setoran.unit.kode}), {kalimat_kiriman(beda)}")
    gagal = terbitkan_validasi(konteks, hasil)
    folder = konteks.ruang.folder_hasil(konteks.periode)
    if semua_unit(konteks, hasil.unit):
        layar.tulis(f"Untuk dibaca: {folder / HALAMAN_VALIDASI}")
    if hasil.umum:
        layar.tulis(f"Untuk pengelola skema: {folder / NAMA_PENGELOLA}")
    layar.tulis(f"Pesan tiap unit, siap disalin: {konteks.ruang.folder_pesan(konteks.periode)}")
    for kalimat in (*hasil.gagal, *gagal):
        layar.tulis(kalimat)
    return gagal


def _tandai(konteks: "Konteks", hasil: "HasilValidasi", paralel: int | None) -> list[str]:
    """Write the marked copies and say where they are; returns what failed."""
    from asn_nilai.alur.perintah.tandai import kalimat_salinan, tandai_kota

    dipilih = [setoran.unit.kode for setoran in hasil.unit]
    salinan = tandai_kota(konteks, dipilih, hasil.temuan, paralel=paralel)
    for kalimat in kalimat_salinan(konteks, salinan):
        typer.echo(kalimat, err=True)
    return [buku.pesan for buku in salinan if not buku.berkas]


def _langkah_berikut(
    layar: "Layar", konteks: "Konteks", hasil: "HasilValidasi", folder: Path, *, tandai: bool
) -> None:
    from asn_nilai.acuan.temuan import Tingkat
    from asn_nilai.alur.kata_perintah import perintah_koreksi
    from asn_nilai.alur.riwayat.versi import baca_versi

    bergalat = any(temuan.tingkat is Tingkat.GALAT for temuan in hasil.temuan)
    koreksi = (
        perintah_koreksi(konteks.ruang, konteks.periode) if baca_versi(konteks.ruang, konteks.periode) else ""
    )
    if koreksi and bergalat:
        layar.tulis(
            f"{konteks.periode.label} terkunci: yang diperbaiki menjadi hasil sebagai koreksi, dengan {koreksi}"
        )
    if any(temuan.tingkat is Tingkat.GALAT for temuan in hasil.umum):
        layar.tulis(
            "Berikutnya: perbaiki dahulu galat di luar unit (skema atau ruang kerja), lalu jalankan perintah ini lagi. Pesan unit "
            "sudah tidak memuat yang menunggu perbaikan itu."
        )
        return
    if konteks.target_saja and _belum_satu_pun(hasil):
        layar.tulis(
            f"Belum satu pun buku target diterima. Berikutnya: {tulis_perintah('templat target', folder)}, lalu kirim buku itu kepada "
            "unit untuk diisi."
        )
        return
    if bergalat:
        layar.tulis(_memperbaiki(hasil, tandai=tandai))
        return
    awal = "Tidak ada galat; temuan di atas tidak menahan penilaian." if hasil.temuan else "Tidak ada temuan."
    if koreksi:
        layar.tulis(
            f"{awal} {konteks.periode.label} terkunci: bila masukannya berubah sejak itu, hasilnya berganti hanya sebagai koreksi, dengan "
            f"{koreksi}"
        )
        return
    kata, akhir = ("templat capaian", "-01") if konteks.target_saja else ("hitung", "")
    lanjut = tulis_perintah(kata, folder, f"--periode {konteks.periode.kode}{akhir}")
    layar.tulis(f"{awal} Berikutnya: {lanjut}")


def _memperbaiki(hasil: "HasilValidasi", *, tandai: bool) -> str:
    """Return who has something to do about the units' files: who runs the program, or the units."""
    from asn_nilai.acuan.setoran.pesan.pesan_unit import DIJAWAB_UNIT
    from asn_nilai.acuan.setoran.status import DI_KOMPUTER_INI, LANGKAH_DI_SINI
    from asn_nilai.acuan.temuan import Tingkat

    tersisa = (temuan for setoran in hasil.unit for temuan in setoran.tanpa_yang_datang)
    if any(temuan.tingkat is Tingkat.GALAT and temuan.kode not in DI_KOMPUTER_INI for temuan in tersisa):
        kiriman = "pesan dan salinan bertandanya" if tandai else "pesannya"
        return f"Berikutnya: kirim {kiriman} ke unit yang bersangkutan; sesudah berkasnya diganti, jalankan perintah ini lagi."
    if any(temuan.kode in DIJAWAB_UNIT for temuan in hasil.temuan):
        return (
            "Berikutnya: kirim pesannya ke unit yang bersangkutan; sesudah dijawab, kerjakan yang disarankan di atas, lalu jalankan perintah "
            "ini lagi."
        )
    return LANGKAH_DI_SINI


def _belum_satu_pun(hasil: "HasilValidasi") -> bool:
    """Tell whether no unit has submitted anything."""
    from asn_nilai.acuan.setoran.status import BELUM_SETOR

    return all(setoran.status == BELUM_SETOR for setoran in hasil.unit)
