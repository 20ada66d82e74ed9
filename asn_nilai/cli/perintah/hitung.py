"""`asn-nilai hitung`: score a period and write workbooks, pages and data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.keluaran import tulis_json
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
    from asn_nilai.acuan.periode import Periode
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
    str,
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
        help="Bagikan unit kepada pekerja klaster Dask, misalnya tcp://10.0.0.5:8786; folder kerja harus terlihat dari semuanya.",
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
    koreksi: _Koreksi = "",
    semua: _Semua = False,
    klaster: _Klaster = None,
    akar: PilihanAkar = None,
    ketat: PilihanKetat = False,
    keluaran_json: PilihanJson = False,
) -> int:
    """Hitung nilai, lalu tulis buku nilai, halaman, dan data."""
    from asn_nilai.alur.konteks import pilih_unit, siapkan
    from asn_nilai.alur.perintah.hitung import hitung_kota
    from asn_nilai.cli.layar import Layar
    from asn_nilai.cli.status import status_akhir

    lain = bool(unit or aturan or sementara or koreksi)
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
        layar.kemajuan("Menghitung", len(dipilih) * (2 if koreksi else 1)) as lapor,
    ):
        hasil = hitung_kota(konteks, dipilih, lapor, paralel=pembagian, paksa=paksa, koreksi=koreksi.strip())
    if keluaran_json:
        tulis_json(_sebagai_json(konteks, hasil))
    else:
        _tampilkan(layar, konteks, hasil)
    return status_akhir(hasil.temuan, ketat=ketat, gagal_tulis=bool(hasil.pesan))


def _bertentangan(sebab: Mapping[str, bool]) -> str:
    """Return the first sentence that holds, blank where none does."""
    return next((kalimat for kalimat, benar in sebab.items() if benar), "")


@contextmanager
def _pembagian(folder: Path, paralel: int | None, alamat: str | None) -> "Iterator[Paralel]":
    """Give how work is shared out: the processes asked for, or a cluster whose workers see the (first) work folder."""
    if alamat is None:
        yield paralel
        return
    from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
    from asn_nilai.alur.perintah.banyak_ruang import cari_ruang_kerja
    from asn_nilai.alur.proses.klaster import klaster

    with klaster(alamat, (cari_ruang_kerja(folder)[0] / NAMA_PENGATURAN).resolve()) as terbuka:
        yield terbuka


def _tampilkan(layar: "Layar", konteks: "Konteks", hasil: "HasilKota") -> None:
    from asn_nilai.alur.masukan.kelengkapan_bulan import kalimat_bulan_kurang
    from asn_nilai.alur.masukan.periode_lain import usang_di_dalamnya

    usang = usang_di_dalamnya(konteks)
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
    for pesan in (
        kalimat_bulan_kurang(konteks), _kalimat_sementara(hasil), *hasil.pesan, _kalimat_ikut_usang(konteks, hasil),
        _kalimat_usang_di_dalamnya(konteks, usang), *_kalimat_tetap_dikunci(konteks),
    ):  # fmt: skip
        if pesan:
            layar.tulis(pesan)
    buka_dahulu = hasil.folder / "index.html"
    if not hasil.pesan or buka_dahulu.is_file():
        layar.tulis(f"\nHasil ditulis di {hasil.folder}")
        layar.tulis(f"  Buka dahulu        {buka_dahulu}")
        layar.tulis("  Untuk tiap unit    nilai.xlsx dan ringkasan.html di folder kode unitnya")
        layar.tulis("  Semua temuan       temuan.csv")
    for kalimat in _tentang_riwayat(konteks, hasil):
        layar.tulis(kalimat)
    layar.tulis(_berikutnya(konteks, hasil, usang))


def _kalimat_sementara(hasil: "HasilKota") -> str:
    """Return the sentence on provisional scores, blank where there are none."""
    from asn_nilai.acuan.hasil.ringkas import kalimat_sementara

    return kalimat_sementara(terbit.ringkas for terbit in hasil.unit.values())


def _tentang_riwayat(konteks: "Konteks", hasil: "HasilKota") -> Iterator[str]:
    """Yield what the register says of these results: another place, a lock, what changed and whose predikat."""
    from asn_nilai.acuan.riwayat.kata_perubahan import KALIMAT_PINDAHAN, kalimat_perubahan

    if hasil.pindahan:
        yield KALIMAT_PINDAHAN
    if hasil.versi:
        yield f"Terkunci: {hasil.versi.tulisan}"
    if hasil.perubahan:
        terdaftar = {
            tempat.nip: tempat.nama for tempat in konteks.skema.penempatan
        }  # who left has no row any more
        yield kalimat_perubahan(hasil.perubahan, terdaftar | hasil.nama, terkunci=hasil.versi is not None)


def _berikutnya(konteks: "Konteks", hasil: "HasilKota", usang_di_dalamnya: "Sequence[Periode]") -> str:
    from asn_nilai.cli.status import BELUM_SELESAI

    galat = [temuan for temuan in hasil.temuan if temuan["tingkat"] == "galat"]
    if hasil.pesan:
        return BELUM_SELESAI
    if any(terbit.ringkas.bulan_kurang for terbit in hasil.unit.values()):
        return (
            "Berikutnya: nilai sementara ini untuk dilihat saja. Sesudah bulan yang kurang disetor, jalankan perintah ini lagi "
            "tanpa --sementara."
        )
    if galat:
        di_luar = any(not temuan["unit"] for temuan in galat)
        return _koreksi(konteks) if hasil.versi else _perbaiki(di_luar_unit=di_luar)
    if hasil.versi:
        return "Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani."
    return _menuju_kunci(konteks, hasil, usang_di_dalamnya)


def _menuju_kunci(konteks: "Konteks", hasil: "HasilKota", usang_di_dalamnya: "Sequence[Periode]") -> str:
    """Return what comes next where no galat is left: what else must be computed before the period is locked, or the lock."""
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder

    tujuan = f"{tulis_folder(konteks.ruang.akar)} --periode {konteks.periode.kode}"
    if tertinggal := [kode for kode in konteks.skema.unit if kode not in hasil.unit or kode in hasil.usang]:
        return (
            f"Berikutnya: asn-nilai hitung {tujuan} ({len(tertinggal)} unit lain belum dihitung dengan masukan yang sekarang; baru "
            "sesudah itu periodenya dapat dikunci)"
        )
    if usang_di_dalamnya:
        return (
            f"Berikutnya: asn-nilai hitung {tulis_folder(konteks.ruang.akar)} --semua (baru sesudah bulan di dalamnya sama dengan "
            "yang ini, periodenya dapat dikunci)"
        )
    return (
        f"Berikutnya: asn-nilai kunci {tujuan} (sesudah index.html dibaca; lalu serahkan nilai.xlsx kepada kepala unit untuk "
        "ditandatangani)"
    )


def _koreksi(konteks: "Konteks") -> str:
    from asn_nilai.alur.riwayat.versi import perintah_koreksi

    return (
        f"Berikutnya: {konteks.periode.label} terkunci. Sesudah yang disebut di atas diperbaiki, hitung sebagai koreksi: "
        f"{perintah_koreksi(konteks.ruang, konteks.periode)}"
    )


def _perbaiki(*, di_luar_unit: bool) -> str:
    if di_luar_unit:
        return (
            "Berikutnya: perbaiki dahulu galat di luar unit (skema atau folder kerja), lalu jalankan perintah ini lagi; sesudah "
            "itu minta unit memperbaiki yang masih disebut."
        )
    return (
        "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu "
        "jalankan perintah ini lagi."
    )


def _ikut_usang(konteks: "Konteks", hasil: "HasilKota") -> "list[Periode]":
    """Return the periods that this run made stale; a run that computed nothing made none."""
    from asn_nilai.alur.masukan.periode_lain import ikut_usang

    return ikut_usang(konteks) if len(hasil.dibawa) < len(hasil.unit) else []


def _kalimat_ikut_usang(konteks: "Konteks", hasil: "HasilKota") -> str:
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
    from asn_nilai.alur.riwayat.versi import baca_versi, perintah_koreksi

    usang, ruang = _ikut_usang(konteks, hasil), konteks.ruang
    if not usang:
        return ""
    kalimat = (
        f"Ikut usang karena hitungan ini: {_sebut(usang)}. Segarkan berurutan dengan: "
        f"asn-nilai hitung {tulis_folder(ruang.akar)} --semua"
    )
    if terkunci := [periode for periode in usang if baca_versi(ruang, periode)]:
        kalimat += (
            f"\nTerkunci di antaranya: {_sebut(terkunci)}. Yang angkanya ikut berubah dihitung sebagai koreksi, berurutan, mulai "
            f"dengan: {perintah_koreksi(ruang, terkunci[0])}"
        )
    return kalimat


def _sebut(semua: "Iterable[Periode]") -> str:
    return ", ".join(periode.label for periode in semua)


def _kalimat_usang_di_dalamnya(konteks: "Konteks", usang: "Sequence[Periode]") -> str:
    from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder

    nama = _sebut(usang)
    perintah = f"asn-nilai hitung {tulis_folder(konteks.ruang.akar)} --semua"
    return (
        f"Masukannya berubah sesudah hasilnya sendiri dihitung: {nama}. Angkanya di sini yang baru, di sana yang lama; apa yang "
        f"berubah dicatat oleh: {perintah}"
        if nama
        else ""
    )


def _kalimat_tetap_dikunci(konteks: "Konteks") -> "Iterator[str]":
    from asn_nilai.alur.masukan.periode_lain import tetap_dikunci
    from asn_nilai.alur.riwayat.versi import perintah_koreksi

    if semua := tetap_dikunci(konteks):
        yield (
            f"Tetap seperti waktu dikunci: {_sebut(semua)}, yang memandang {konteks.periode.label} "
            f"sebagaimana waktu itu. Bila temuan atau tindak lanjutnya harus ikut: {perintah_koreksi(konteks.ruang, semua[0])}"
        )


def _sebagai_json(konteks: "Konteks", hasil: "HasilKota") -> dict[str, object]:
    from asn_nilai.alur.masukan.periode_lain import usang_di_dalamnya
    from asn_nilai.alur.terbitan.unit_terbit import ringkas_sebagai_dict

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
        "ikut_usang": [periode.kode for periode in _ikut_usang(konteks, hasil)],
        "usang_di_dalamnya": [periode.kode for periode in usang_di_dalamnya(konteks)],
        "gagal_tulis": hasil.pesan,
        "perubahan": len(hasil.perubahan),
        "versi": hasil.versi.versi if hasil.versi else "",
        "kode": hasil.versi.kode if hasil.versi else "",
        "temuan": [*hasil.temuan],
    }
