"""What the desk offers for a period: its numbered jobs, each with the command it stands for, or why it must wait.

Numbers never change, so that hands may learn them; what cannot be done now says what comes before it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun, LangkahBerikut

LIHAT, SURAT, TEMPLAT, JELASKAN, PERIODE, RUANG, TELAAH, SELESAI = "5", "8", "10", "11", "12", "13", "14", "0"
"""Jobs that ask something before there is a command, or have none."""
TANPA_RUANG = frozenset({"banding"})
"""Commands that are about files, wherever they lie."""
KOREKSI, SAMARKAN = "--koreksi", "--samarkan"
"""Options of commands that need a reason or a yes."""
_SESUDAH_DIHITUNG = "sesudah dihitung"
_ALASAN = "…"


class Pekerjaan(NamedTuple):
    """A line of the menu.

    Attributes:
        nomor: what is typed for it.
        label: what it does, in the words of the office.
        perintah: the command it stands for, without the program's name and the folder.
        halangan: why it must wait, as the end of a sentence; blank where it need not.
    """

    nomor: str
    label: str
    perintah: tuple[str, ...] = ()
    halangan: str = ""


def periode_kerja(tahun: KeadaanTahun, langkah: LangkahBerikut) -> KeadaanPeriode:
    """Return the month that the desk is about: the next step's, else the newest that units submitted, else the first.

    Books for the month to come are made ahead: letters, recap and publication of the one in hand are still to be done.
    """
    di_muka = langkah.perintah[:1] == ("templat",)
    kode = (
        ""
        if di_muka
        else dict(zip(langkah.perintah, langkah.perintah[1:], strict=False)).get("--periode", "")
    )
    mulai = [bulan for bulan in tahun.bulan if bulan.setoran or bulan.dihitung]
    return next(
        (keadaan for keadaan in (*tahun.bulan, *tahun.panjang) if keadaan.periode.kode == kode),
        mulai[-1] if mulai else tahun.bulan[0],
    )


def susun_pekerjaan(tahun: KeadaanTahun, kerja: KeadaanPeriode) -> list[Pekerjaan]:
    """Return the menu for a period of the year."""
    return [*_setoran(tahun, kerja), *_hasil(kerja), *_lain(kerja)]


def _setoran(tahun: KeadaanTahun, kerja: KeadaanPeriode) -> Iterator[Pekerjaan]:
    pilihan, nama = ("--periode", kerja.periode.kode), kerja.periode.label
    if any(bulan.setoran for bulan in tahun.bulan):
        kosong = "" if kerja.setoran else f"belum ada setoran {nama}"
        yield Pekerjaan("1", "Periksa setoran yang masuk", ("validasi", *pilihan), kosong)
        yield Pekerjaan("2", "Tandai salahnya untuk unit", ("validasi", *pilihan, "--tandai"), kosong)
    else:
        kosong = "belum ada setoran"
        yield Pekerjaan("1", "Periksa skema dan target", ("validasi",))
        yield Pekerjaan("2", "Tandai target yang salah", ("validasi", "--tandai"))
    if kerja.versi and kerja.berubah:
        yield Pekerjaan("3", "Koreksi nilai yang terkunci", ("hitung", *pilihan, KOREKSI, _ALASAN))
    else:
        tetap = f"terkunci (v{kerja.versi}), masukannya tetap" if kerja.versi and kerja.mutakhir else ""
        yield Pekerjaan("3", "Hitung nilai", ("hitung", *pilihan), kosong or tetap)
    mulai = tahun.semua
    semua = "semua sudah mutakhir" if mulai and all(keadaan.mutakhir for keadaan in mulai) else ""
    yield Pekerjaan(
        "4", "Hitung semua yang belum", ("hitung", "--semua"), semua if mulai else "belum ada setoran"
    )


def _hasil(kerja: KeadaanPeriode) -> Iterator[Pekerjaan]:
    pilihan = ("--periode", kerja.periode.kode)
    belum = "" if kerja.dihitung else _SESUDAH_DIHITUNG
    yield Pekerjaan(LIHAT, "Lihat hasil dan folder")
    yield Pekerjaan("6", "Rekap untuk pimpinan", ("rekap", *pilihan), belum)
    yield Pekerjaan("7", "Kunci nilai", ("kunci", *pilihan), belum or _halangan_kunci(kerja))
    yield Pekerjaan(SURAT, "Surat untuk ditandatangani", ("dokumen", "JENIS", *pilihan))
    sementara = "nilainya masih sementara" if kerja.sementara else ""
    yield Pekerjaan("9", "Himpunan untuk warga", ("rekap", *pilihan, SAMARKAN), belum or sementara)


def _halangan_kunci(kerja: KeadaanPeriode) -> str:
    usang = "masukannya berubah" if kerja.berubah else "hasilnya belum lengkap"
    halangan = {
        f"sudah terkunci (v{kerja.versi})": bool(kerja.versi),
        "nilainya masih sementara": bool(kerja.sementara),
        f"hitung dahulu: {kerja.sebab or usang}": bool(kerja.usang),
    }
    return next((kalimat for kalimat, berlaku in halangan.items() if berlaku), "")


def _lain(kerja: KeadaanPeriode) -> Iterator[Pekerjaan]:
    yield Pekerjaan(TEMPLAT, "Buku kosong untuk unit", ("templat", "target|capaian"))
    yield Pekerjaan(JELASKAN, "Jelaskan nilai satu ASN", ("jelaskan", "NIP", "--periode", kerja.periode.kode))
    yield Pekerjaan(PERIODE, "Ganti bulan")
    yield Pekerjaan(RUANG, "Ruang kerja lain atau baru")
    yield Pekerjaan(TELAAH, "Keberatan, banding, bukti")
    yield Pekerjaan(SELESAI, "Selesai")
