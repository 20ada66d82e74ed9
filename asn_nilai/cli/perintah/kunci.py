"""`asn-nilai kunci`: make a period final, and keep what was signed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.cli.ketikan import tanggal_dimaksud
from asn_nilai.cli.pilihan import Folder, PilihanParalel

if TYPE_CHECKING:
    from asn_nilai.alur.hitungan.hasil_kota import HasilKota
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.cli.layar import Layar


def perintah(
    folder: Folder = Path(),
    periode: Annotated[
        str, typer.Option("--periode", metavar="PERIODE", help="Periode yang dikunci; harus disebut.")
    ] = "",
    nomor: Annotated[
        str, typer.Option("--nomor", metavar="TEKS", help="Nomor surat atau berita acaranya.")
    ] = "",
    tanggal: Annotated[
        str,
        typer.Option("--tanggal", metavar="TGL", help="Tanggalnya, misalnya 05/07/2026; bawaan: hari ini."),
    ] = "",
    catatan: Annotated[
        str,
        typer.Option(
            "--catatan",
            metavar="TEKS",
            help="Mengapa dikunci walau masih ada galat, belum setor, atau usang.",
        ),
    ] = "",
    paralel: PilihanParalel = None,
) -> int:
    """Kunci satu periode: masukan dan hasilnya disimpan, berkode."""
    from asn_nilai.acuan.riwayat.versi import DasarKunci
    from asn_nilai.alur.konteks import PenggunaanError
    from asn_nilai.alur.perintah.kunci import kunci
    from asn_nilai.alur.siapkan import buka_ruang, siapkan
    from asn_nilai.cli.layar import Layar

    ruang = buka_ruang(folder)
    if not periode:
        terbaru = ruang.bulan_terbaru()
        contoh = tulis_perintah(
            "kunci", folder, f"--periode {terbaru.kode if terbaru else f'{ruang.tahun}-01'}"
        )
        raise PenggunaanError(f"Sebut periode yang dikunci, misalnya: {contoh}")
    konteks = siapkan(folder, periode)
    hari = tanggal_dimaksud(tanggal, konteks.ruang.tahun)
    layar = Layar()
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · {konteks.aturan.profil.nama}")
    # each unit is seen to twice: that it is up to date, and with the code on its faces
    with layar.kemajuan("Mengunci", 2 * len(konteks.skema.unit)) as lapor:
        hasil = kunci(
            konteks,
            lapor,
            DasarKunci(nomor.strip(), hari, catatan.strip()),
            paralel=paralel,
        )
    _tampilkan(layar, konteks, hasil)
    return 0


def _tampilkan(layar: "Layar", konteks: "Konteks", hasil: "HasilKota") -> None:
    from asn_nilai.acuan.riwayat.kata_perubahan import kalimat_saat_dikunci
    from asn_nilai.alur.kata_perintah import perintah_periode
    from asn_nilai.alur.perintah.kunci import dibuat_sebelum_dikunci
    from asn_nilai.alur.riwayat.versi import folder_versi
    from asn_nilai.cli.layar_hitung import kalimat_belum_dihitung

    versi = hasil.versi
    if versi is None:
        return
    verifikasi = perintah_periode("verifikasi", konteks.ruang, konteks.periode)
    layar.tulis(f"{konteks.periode.label} terkunci: {versi.tulisan}")
    layar.tulis(
        f"  Masukan dan hasilnya disimpan di {folder_versi(konteks.ruang, konteks.periode, versi.versi)}"
    )
    layar.tulis(
        f"  Kode {versi.kode} tercetak di halaman dan buku setiap unit di {hasil.folder}, juga di rekap, kartu, dan surat yang dibuat "
        "sesudah ini"
    )
    if lama := list(dibuat_sebelum_dikunci(konteks)):
        layar.tulis("Dibuat sebelum dikunci, jadi belum memuat kode itu. Buat lagi sebelum diserahkan:")
        for perintah in lama:
            layar.tulis(f"  {perintah}")
    if berubah := kalimat_saat_dikunci(hasil.perubahan, konteks.skema.nama_asn | hasil.nama):
        layar.tulis(berubah)
    if tanpa := kalimat_belum_dihitung(konteks):
        layar.tulis(tanpa)
    layar.tulis(
        f"Berikutnya: serahkan nilai.xlsx untuk ditandatangani. Memeriksanya kapan saja: {verifikasi}"
    )
