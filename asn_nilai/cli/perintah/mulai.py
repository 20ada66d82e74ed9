"""`asn-nilai mulai`: a new work folder, by questions at a terminal and by options elsewhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from asn_nilai.acuan import jam
from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.acuan.tulisan import sebut_beberapa, tulis_angka
from asn_nilai.cli import tanya

if TYPE_CHECKING:
    from asn_nilai.alur.perintah.mulai import PermintaanMulai, RencanaMulai
    from asn_nilai.cli.layar import Layar

_DITAMPILKAN = 12
"""Units and findings that the preview shows; the rest stand in the workbook and in the notes."""
_JUDUL = 20
"""Headings that the preview names on a line."""
_ISI = {
    "asn-nilai.toml": "instansi, tahun, aturan, dan pengaturan lain",
    "skema.xlsx": "daftar unit, pegawai, dan indikator untuk dilengkapi",
    "aturan/": "aturan penilaian milik ruang kerja ini; yang boleh dipilih sendiri ditandai",
    "catatan-mulai.txt": "yang tidak dapat diambil dari daftar, baris demi baris",
    "target/": "tempat buku target yang sudah diisi unit",
    "capaian/": "tempat buku capaian, satu folder tiap bulan",
}  # fmt: skip


class _Pilihan(NamedTuple):
    """What stands behind the command."""

    folder: Path
    tahun: int | None
    instansi: str | None
    pegawai: Path | None
    unit: Path | None
    indikator: Sequence[str]


def perintah(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Ruang kerja baru; bila kosong, folder sekarang.")
    ] = Path(),
    tahun: Annotated[int | None, typer.Option("--tahun", metavar="TAHUN", help="Tahun penilaian.")] = None,
    instansi: Annotated[
        str | None, typer.Option("--instansi", metavar="TEKS", help="Nama instansi, seperti akan tercetak.")
    ] = None,
    pegawai: Annotated[
        Path | None,
        typer.Option("--pegawai", metavar="BERKAS", help="Daftar pegawai yang ada: ekspor SIMPEG, SIASN, e-Kinerja, atau buku lain; .csv boleh."),
    ] = None,
    unit: Annotated[
        Path | None,
        typer.Option("--unit", metavar="BERKAS", help="Daftar unit; bila kosong, unit diambil dari daftar pegawai."),
    ] = None,
    indikator: Annotated[
        list[str] | None,
        typer.Option(
            "--indikator", metavar="KATALOG|BERKAS",
            help="Katalog indikator, sesuai (menurut nama unit), semua, kosong, atau buku kerja; boleh ditulis beberapa kali.",
        ),
    ] = None,
    contoh: Annotated[bool, typer.Option("--contoh", help="Kota contoh yang sudah terisi, untuk dicoba; semuanya rekaan.")] = False,
) -> int:  # fmt: skip
    """Buat ruang kerja baru, skemanya dari daftar pegawai yang ada."""
    from asn_nilai.cli.layar import Layar

    pilihan = _Pilihan(folder, tahun, instansi, pegawai, unit, tuple(indikator or ()))
    return _contoh(Layar(), pilihan) if contoh else _mulai(Layar(), pilihan)


def _mulai(layar: "Layar", pilihan: _Pilihan) -> int:
    from asn_nilai.alur.perintah.mulai import PermintaanMulai, periksa_folder, rencanakan, tulis_ruang_kerja

    periksa_folder(pilihan.folder)
    if pilihan.tahun is not None and pilihan.instansi is not None:
        ditanya = False
        permintaan = PermintaanMulai(
            pilihan.folder, pilihan.tahun, pilihan.instansi, pilihan.pegawai, pilihan.unit, pilihan.indikator or ("sesuai",)
        )  # fmt: skip
    elif ditanya := tanya.dapat_bertanya():
        permintaan = _tanyakan(pilihan)
    else:
        wajib = (("--tahun", pilihan.tahun), ("--instansi", pilihan.instansi))
        kurang = " dan ".join(nama for nama, isi in wajib if isi is None)
        misal = f'{tulis_perintah("mulai", pilihan.folder)} --tahun 2026 --instansi "Pemerintah Kota …"'
        typer.echo(f"{kurang} belum ditulis. Misalnya: {misal}", err=True)
        return 2
    rencana = rencanakan(permintaan)
    _pratinjau(layar, rencana)
    if ditanya and not tanya.setuju(f"Tulis ruang kerja ini di {rencana.folder}?", bawaan=True):
        layar.tulis("Tidak ada yang ditulis.")
        return 2
    return _penutup(layar, rencana, tulis_ruang_kerja(rencana), pilihan.folder)


def _contoh(layar: "Layar", pilihan: _Pilihan) -> int:
    from asn_nilai.alur.perintah.mulai import tulis_contoh

    if any(pilihan[1:]):
        typer.echo("--contoh membuat kota contoh seperti adanya; hilangkan pilihan lainnya.", err=True)
        return 2
    folder = pilihan.folder
    ditulis = tulis_contoh(folder)
    bulan = sorted({nama.split("/")[1] for nama in ditulis if nama.startswith("capaian/")})
    layar.judul("Kota contoh: semua nama, NIP, dan angkanya rekaan")
    layar.tulis(
        f"Ditulis di {folder.resolve()}: skema, target, dan capaian {bulan[0]} sampai {bulan[-1]}, belum ada hasilnya."
    )
    layar.tulis(
        "Januari sampai Mei bersih; Juni dibuat seperti setoran yang sesungguhnya, dengan yang keliru di dalamnya."
    )
    layar.tulis(f"Berikutnya: {tulis_perintah('hitung', folder, '--periode 2026-05')}")
    return 0


def _tanyakan(pilihan: _Pilihan) -> "PermintaanMulai":
    """Ask for what no option has said."""
    from asn_nilai.alur.perintah.mulai import PermintaanMulai

    folder, tahun, instansi, pegawai, unit, indikator = pilihan
    if (
        folder.is_dir() and any(folder.iterdir())
        and not tanya.setuju(f"Folder {folder.resolve()} tidak kosong. Tetap mulai di situ? Isinya tidak diubah.", bawaan=False)
    ):  # fmt: skip
        raise KeyboardInterrupt
    if tahun is None:
        tahun = int(tanya.ketik("Tahun penilaian:", str(jam.kini().year), _tahun_sah))
    if instansi is None:
        instansi = tanya.ketik(
            "Nama instansi, seperti akan tercetak:",
            periksa=lambda isi: "" if isi else "Nama instansi belum diisi.",
        )
    if pegawai is None:
        pegawai = _tanya_berkas(
            "Daftar pegawai (ekspor SIMPEG, SIASN, e-Kinerja, atau lainnya)", "Daftar Pegawai"
        )
    if unit is None and pegawai is None:
        unit = _tanya_berkas("Daftar unit kerja", "Daftar Unit")
    return PermintaanMulai(folder, tahun, instansi, pegawai, unit, indikator or _tanya_indikator())


def _tahun_sah(isi: str) -> str:
    return (
        ""
        if isi.isdecimal() and 2000 <= int(isi) <= 2099
        else "Tulis tahun dengan empat angka, misalnya 2026."
    )


def _tanya_berkas(apa: str, formulir: str) -> Path | None:
    """Ask for a list; a file dropped on the console comes as that console writes it."""
    from asn_nilai.baca.daftar.lembar_daftar import DaftarTidakTerbacaError, cari_lembar_daftar
    from asn_nilai.cli.alamat import pahami_alamat

    def periksa(isi: str) -> str:
        try:
            if isi:
                cari_lembar_daftar(pahami_alamat(isi), formulir)
        except DaftarTidakTerbacaError as galat:
            return str(galat)
        return ""

    isi = tanya.ketik(
        f"{apa}: tulis atau seret berkasnya ke sini; kosongkan bila belum ada:", periksa=periksa
    )
    return pahami_alamat(isi) if isi else None


def _tanya_indikator() -> Sequence[str]:
    from asn_nilai.acuan.isian.indikator.katalog import semua_katalog
    from asn_nilai.alur.perintah.mulai import KOSONG, SEMUA, SESUAI

    semua = semua_katalog()
    banyak = sum(len(katalog.indikator) for katalog in semua.values())
    jawaban = [
        (SESUAI, "Katalog yang sesuai nama unit (contoh untuk dipilih dan diubah)"),
        (SEMUA, f"Semua katalog, {banyak} indikator"),
        *((kode, f"{katalog.nama}, {len(katalog.indikator)} indikator") for kode, katalog in semua.items()),
        ("buku", "Buku kerja sendiri"),
        (KOSONG, "Belum ada; diisi sendiri nanti"),
    ]
    dipilih = tanya.pilih("Indikator dari mana?", jawaban)
    if dipilih != "buku":
        return (dipilih,)
    buku = _tanya_berkas("Buku kerja berisi indikator (kolomnya seperti lembar Indikator)", "Indikator")
    return (str(buku),) if buku else (KOSONG,)


def _pratinjau(layar: "Layar", rencana: "RencanaMulai") -> None:
    """Show what will be taken, and what could not be."""
    bahan = rencana.bahan
    layar.judul(f"{bahan.instansi} · tahun {bahan.tahun}")
    _kolom(layar, rencana)
    banyak = {unit.kode: sum(orang.kode_unit == unit.kode for orang in bahan.pegawai) for unit in bahan.unit}
    if bahan.unit:
        layar.tabel(
            ("Kode Unit (usulan)", "Unit Kerja", "Jenis Unit", "ASN"),
            [
                (unit.kode, unit.nama, unit.jenis, tulis_angka(banyak[unit.kode]))
                for unit in bahan.unit[:_DITAMPILKAN]
            ],
            teks=3,
        )
        _sisa(layar, len(bahan.unit), "skema.xlsx")
    layar.tulis(
        f"{tulis_angka(bahan.banyak_orang)} ASN, {tulis_angka(len(bahan.unit))} unit, {len(bahan.indikator)} indikator."
    )
    if rencana.temuan:
        layar.judul(f"Yang tidak dapat diambil begitu saja: {tulis_angka(len(rencana.temuan))}")
    for temuan in rencana.temuan[:_DITAMPILKAN]:
        layar.tulis(f"  {temuan.letak}: {temuan.pesan}")
    _sisa(layar, len(rencana.temuan), "catatan-mulai.txt")
    if tanpa_nip := sum(not orang.nip for orang in bahan.pegawai):
        layar.tulis(
            f"{tulis_angka(tanpa_nip)} ASN diambil tanpa NIP, supaya tidak hilang dari daftar; lengkapi NIP-nya di skema.xlsx."
        )
    for nama, kode in rencana.senama:
        layar.tulis(
            f"{len(kode)} unit bernama {nama}, kodenya lain ({', '.join(kode)}): semuanya diambil. Bila sebenarnya satu unit, sisakan satu di "
            "skema.xlsx; ASN yang unitnya hanya disebut dengan nama itu belum bertempat, isi Kode Unit-nya di sana."
        )
    for kode_unit, nama_unit in rencana.sekode:
        layar.tulis(
            f"Kode Unit {kode_unit} dipakai {len(nama_unit)} nama ({sebut_beberapa(nama_unit)}): semua orangnya ditempatkan di {nama_unit[0]}. "
            "Bila ada yang unitnya lain, betulkan Kode Unit-nya di skema.xlsx."
        )
    if rencana.bertmt:
        nama = sebut_beberapa(rencana.bertmt, _DITAMPILKAN)
        layar.tulis(
            f"{tulis_angka(len(rencana.bertmt))} ASN ber-TMT jabatan di tahun {bahan.tahun} ({nama}): bila baru masuk unitnya pada tanggal itu, isi Mulai "
            "di skema.xlsx."
        )
    if rencana.bagi_semua:
        layar.tulis(
            f"Berlaku bagi semua unit, karena unit sejenisnya tidak ada di daftar: {', '.join(rencana.bagi_semua)}."
        )


def _kolom(layar: "Layar", rencana: "RencanaMulai") -> None:
    """Show which columns of the lists are taken as what, and which are not."""
    from asn_nilai.acuan.isian.formulir.formulir import lipat_label

    for lembar in dict.fromkeys(kolom.lembar for kolom in rencana.kolom):
        milik = [kolom for kolom in rencana.kolom if kolom.lembar == lembar]
        sama = [kolom.label for kolom in milik if lipat_label(kolom.label) == lipat_label(kolom.judul)]
        lain = [kolom.judul for kolom in milik if not kolom.label]
        layar.tulis(f"Dari lembar {lembar}:")
        for kolom in milik:
            if kolom.label and kolom.label not in sama:
                layar.tulis(f"  {kolom.label:<16} dari kolom '{kolom.judul}' ({kolom.sel})")
        for kata, isi in (("seperti judulnya", sama), ("tidak dipakai", lain)):
            if isi:
                layar.tulis(f"  {kata:<16} {sebut_beberapa(isi, _JUDUL)}")
    if rencana.bahan.pegawai and not any(orang.kode_unit for orang in rencana.bahan.pegawai):
        layar.tulis(
            "Kolom unit tidak dikenali. Judul yang dikenali antara lain Unit Kerja, Unit Organisasi, OPD, dan SKPD."
        )


def _sisa(layar: "Layar", banyak: int, tempat: str) -> None:
    if banyak > _DITAMPILKAN:
        layar.tulis(f"  … dan {banyak - _DITAMPILKAN} lagi; selengkapnya di {tempat}")


def _penutup(layar: "Layar", rencana: "RencanaMulai", ditulis: Sequence[str], folder: Path) -> int:
    """Say what was written where and what to do next; return the exit status."""
    from asn_nilai.acuan.temuan import Tingkat

    layar.tulis(f"\nDitulis di {rencana.folder}:")
    for awal, isi in _ISI.items():
        for nama in ditulis:
            if nama.startswith(awal):
                layar.tulis(f"  {nama:<31} {isi}")
    bahan = rencana.bahan
    apa = "lengkapi" if bahan.unit and bahan.pegawai else "isi lembar Unit, Pegawai, dan Indikator"
    layar.tulis(
        f"Berikutnya: buka skema.xlsx, {apa} sampai kolom Periksa bertulisan Lengkap, lalu: {tulis_perintah('validasi', folder)}"
    )
    return int(any(temuan.tingkat is Tingkat.GALAT for temuan in rencana.temuan))
