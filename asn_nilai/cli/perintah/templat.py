"""`asn-nilai templat`: write prefilled workbooks for the units, and say what was left alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.cli.keluaran import status_akhir
from asn_nilai.cli.ketikan import adalah_periode
from asn_nilai.cli.pilihan import Folder, PilihanParalel, PilihanPeriode, PilihanUnit

if TYPE_CHECKING:
    from asn_nilai.acuan.isian.register.identitas_templat import JenisTemplat
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.alur.perintah.templat import HasilTemplat, TemplatUnit
    from asn_nilai.cli.layar import Layar


def perintah(
    jenis: Annotated[
        str,
        typer.Argument(
            metavar="target|capaian",
            help="Templat apa: target (setahun) atau capaian (sebulan).",
            show_default=False,
        ),
    ] = "",
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    paralel: PilihanParalel = None,
) -> int:
    """Buat buku isian tiap unit: ASN, indikator, target sudah terisi."""
    from asn_nilai.acuan.isian.register.identitas_templat import JenisTemplat
    from asn_nilai.alur.perintah.templat import buat_templat, siapkan_templat
    from asn_nilai.alur.siapkan import pilih_unit
    from asn_nilai.cli.layar import Layar

    if jenis not in set(JenisTemplat):
        keliru = f"Templat '{jenis}' tidak ada." if jenis else "Jenis templatnya belum ditulis."
        if adalah_periode(jenis):
            keliru = f"'{jenis}' sebuah periode; jenis templat ditulis dahulu."
        typer.echo(
            f"{keliru} Tulis: asn-nilai templat target, atau asn-nilai templat capaian --periode 2026-06",
            err=True,
        )
        return 2
    pilihan, layar = JenisTemplat(jenis), Layar()
    konteks = siapkan_templat(pilihan, folder, periode)
    dipilih = pilih_unit(konteks, unit or [])
    layar.judul(f"{konteks.ruang.instansi} · Templat {pilihan.value} · {konteks.periode.label}")
    with layar.kemajuan("Menulis", len(dipilih)) as lapor:
        hasil = buat_templat(konteks, pilihan, dipilih, lapor, paralel=paralel)
    temuan = [*konteks.temuan_umum, *(ini for unit in hasil.templat for ini in unit.temuan)]
    layar.temuan([ini.sebagai_dict() for ini in temuan])
    _tampilkan(layar, konteks, pilihan, hasil, folder)
    gagal = hasil.gagal or any(templat.pesan for templat in hasil.templat)
    return status_akhir((ini.tingkat for ini in temuan), gagal_tulis=bool(gagal))


def _tampilkan(
    layar: "Layar", konteks: "Konteks", jenis: "JenisTemplat", hasil: "HasilTemplat", folder: Path
) -> None:
    from asn_nilai.alur.perintah.templat import Keadaan

    for keadaan, kalimat in (
        (Keadaan.DIPERBARUI, "Diperbarui (belum pernah disimpan orang):"),
        (Keadaan.SAMA, "Sudah ada dan masih sama:"),
        (
            Keadaan.DIBIARKAN,
            "Dibiarkan karena sudah diisi atau disimpan orang; pindahkan dahulu bila ingin yang baru:",
        ),
        (Keadaan.TANPA_TARGET, "Tidak dibuat karena target unitnya belum dapat dibaca:"),
        (
            Keadaan.TANPA_PEGAWAI,
            "Tidak dibuat karena tidak seorang pun ditempatkan di unitnya pada bulan itu:",
        ),
    ):
        _sebut(layar, kalimat, hasil.dalam(keadaan))
    for templat in hasil.templat:
        if templat.tanpa_baris:
            layar.tulis(
                f"{templat.berkas}: tanpa target bulan ini, jadi tidak ada barisnya: {', '.join(templat.tanpa_baris)}."
            )
        if templat.pesan:
            layar.tulis(templat.pesan)
    if hasil.gagal:
        layar.tulis(hasil.gagal)
    siap = hasil.dalam(Keadaan.BARU, Keadaan.DIPERBARUI, Keadaan.SAMA)
    tempat = ", ".join(str(folder) for folder in hasil.folder)
    ditulis = " dan ".join(
        f"{len(semua)} templat {sifat}"
        for semua, sifat in (
            (hasil.dalam(Keadaan.BARU), "baru"),
            (hasil.dalam(Keadaan.DIPERBARUI), "yang diperbarui"),
        )
        if semua
    )
    layar.tulis(
        f"\n{ditulis} ditulis di {tempat}"
        if ditulis
        else f"\nTidak ada templat yang ditulis. Tempatnya: {tempat}"
    )
    if siap:
        kembali = _tempat_kembali(konteks, jenis)
        bulan = "" if jenis.value == "target" else f"--periode {konteks.periode.kode}"
        lanjut = tulis_perintah("validasi", folder, bulan)
        layar.tulis(f"Berikutnya: kirim kepada unit. Yang sudah diisi disimpan di {kembali}, lalu: {lanjut}")
    else:
        layar.tulis("Berikutnya: perbaiki yang disebut di atas, lalu jalankan perintah ini lagi.")


def _sebut(layar: "Layar", kalimat: str, templat: "Sequence[TemplatUnit]") -> None:
    if templat:
        layar.tulis(f"{kalimat} {', '.join(templat_unit.berkas for templat_unit in templat)}")


def _tempat_kembali(konteks: "Konteks", jenis: "JenisTemplat") -> str:
    ruang, bulan = konteks.ruang, konteks.periode.bulan
    folder = ruang.folder_target if jenis.value == "target" else ruang.folder_capaian(bulan[0])
    if jenis.value != "target" and len(bulan) > 1:
        folder = folder.parent / "<BULAN>"
    return str(folder / "<KODE UNIT>.xlsx")
