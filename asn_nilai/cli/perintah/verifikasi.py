"""`asn-nilai verifikasi`: prove that results are what the inputs give, and that what is kept is whole."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.ketikan import SalahKetikError
from asn_nilai.cli.pilihan import Folder, PilihanAturan, PilihanParalel, PilihanPeriode

if TYPE_CHECKING:
    from asn_nilai.alur.konteks import Konteks
    from asn_nilai.cli.layar import Layar

_TANPA_KODE = (
    "Kodenya belum ditulis. Kode versi terkunci tercetak di setiap halaman, buku, dan kartunya: "
    "asn-nilai verifikasi --kode ABCD-EFGH"
)


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    kode: Annotated[
        str | None,
        typer.Option("--kode", metavar="KODE", help="Cari versi terkunci yang berkode pendek ini."),
    ] = None,
    aturan: PilihanAturan = None,
    paralel: PilihanParalel = None,
) -> int:
    """Buktikan bahwa hasil masih yang diberikan masukannya."""
    from asn_nilai.alur.perintah.verifikasi import langkah_berikut, verifikasi
    from asn_nilai.alur.siapkan import siapkan
    from asn_nilai.alur.terbitan.asing_tercatat import asing_lain
    from asn_nilai.alur.terbitan.rekap_tercatat import rekap_tertinggal
    from asn_nilai.cli.layar import Layar

    layar = Layar()
    if kode is not None:
        if not kode.strip():
            raise SalahKetikError(_TANPA_KODE)  # results that are whole are no answer to a code
        return _cari(layar, folder, kode)
    konteks = siapkan(folder, periode, aturan)
    layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label} · {konteks.aturan.profil.nama}")
    with layar.kemajuan("Menghitung ulang", len(konteks.skema.unit)) as lapor:
        semua = verifikasi(konteks, lapor, paralel=paralel)
    for ini in semua:
        layar.tulis(f"  {ini.berkas}: {ini.sebab}" if ini.berkas else f"  {ini.sebab}")
    lain = list(asing_lain(konteks))
    for kalimat in lain:
        layar.tulis(f"  {kalimat}")
    for kalimat in _salinan_lain(konteks, {ini.berkas for ini in semua}):
        layar.tulis(f"  {kalimat}")
    if semua:
        layar.tulis(
            f"TIDAK UTUH: {len(semua)} ketidakcocokan pada {len({ini.berkas for ini in semua})} berkas."
        )
        layar.tulis(langkah_berikut(konteks, semua))
        return 1
    if lain:
        layar.tulis(_belum_mutakhir(konteks, len(lain)))
        return 1
    layar.tulis(
        f"Utuh: hasil {konteks.periode.label} sama dengan hitungan ulang, dan riwayat tidak terputus."
    )
    for kalimat in rekap_tertinggal(konteks):
        layar.tulis(kalimat)
    return 0


def _salinan_lain(konteks: "Konteks", disebut: Collection[str]) -> Iterator[str]:
    """Yield the copies of registers beside which results are whole: those that tell nothing of their own."""
    from asn_nilai.alur.riwayat.baca_riwayat import semua_salinan

    for temuan in semua_salinan(konteks.ruang):
        if temuan.letak.berkas not in disebut:
            yield f"{temuan.letak.berkas}: {temuan.pesan} {temuan.saran}"


def _belum_mutakhir(konteks: "Konteks", banyak: int) -> str:
    """Return that nothing was damaged and no score changed, though findings would be told of files that nobody reads."""
    from asn_nilai.alur.kata_perintah import perintah_hitung

    return (
        f"BELUM MUTAKHIR, tetapi tidak ada yang rusak: hasil {konteks.periode.label} sama dengan hitungan ulang dari setoran yang dibaca, "
        f"dan riwayat tidak terputus. Yang berubah sejak dihitung hanya {banyak} berkas yang tidak ikut dibaca, yang disebut di atas.\n"
        f"Berikutnya: sesudah yang disebut di atas beres, jalankan {perintah_hitung(konteks.ruang, konteks.periode)}; daftar temuannya "
        "ditulis kembali."
    )


def _cari(layar: "Layar", folder: Path, kode: str) -> int:
    from asn_nilai.acuan.periode import Periode
    from asn_nilai.alur.perintah.verifikasi import cari_versi, kata_berlaku
    from asn_nilai.alur.riwayat.keutuhan import periksa_riwayat
    from asn_nilai.alur.riwayat.versi import folder_versi
    from asn_nilai.alur.siapkan import buka_ruang

    ruang = buka_ruang(folder)
    semua = [
        (versi, periode, f"{ruang.relatif(folder_versi(ruang, periode, versi.versi))}/")
        for versi in cari_versi(ruang, kode)
        for periode in (Periode.dari_teks(versi.periode),)
    ]
    rusak = [
        ini
        for ini in periksa_riwayat(ruang)
        if ini.berkas.startswith(tuple(tempat for _, _, tempat in semua))
    ]
    for versi, periode, tempat in semua:
        layar.tulis(
            f"{periode.label}, {versi.tulisan}; dikunci {versi.waktu[:16].replace('T', ' ')} dengan {versi.program}."
        )
        # What was changed since is in force nowhere.
        if not any(ini.berkas.startswith(tempat) for ini in rusak):
            layar.tulis(f"  {kata_berlaku(ruang, versi)}")
        if versi.catatan:
            layar.tulis(f"  Catatan: {versi.catatan}")
        layar.tulis(f"  Masukan dan hasilnya: {tempat.removesuffix('/')}")
    for ini in rusak:
        layar.tulis(f"  {ini.berkas}: {ini.sebab}")
    return int(bool(rusak))
