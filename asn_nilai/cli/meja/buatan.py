"""What a command leaves for people to look at, in the order in which they look."""

from pathlib import Path

from asn_nilai.acuan.periode import Periode
from asn_nilai.cli.meja.pekerjaan import SAMARKAN
from asn_nilai.ruang_kerja import AKHIRAN_BERTANDA, HALAMAN_COCOKKAN, HALAMAN_VALIDASI, RuangKerja

_INDEKS, _REKAP = "index.html", "rekap.html"
_SEMUA, _TANDAI, _SALINAN = "--semua", "--tandai", f"*/*{AKHIRAN_BERTANDA}.*"


def buatan(ruang: RuangKerja, perintah: tuple[str, ...], periode: Periode) -> Path | None:
    """Return the page or folder that a command made, None where it made none.

    Args:
        ruang: the work folder.
        perintah: the command as it was run, without the program's name.
        periode: the desk's period, for a command that names none.
    """
    periode = _periode(ruang, perintah) or periode
    hasil = ruang.folder_hasil(periode)
    halaman_rekap = ruang.folder_publik(periode) / _INDEKS if SAMARKAN in perintah else hasil / _REKAP
    kartu = ruang.berkas_kartu(periode, "".join(perintah[1:2]))
    tempat = {
        "validasi": hasil if _TANDAI in perintah and any(hasil.glob(_SALINAN)) else hasil / HALAMAN_VALIDASI,
        "hitung": hasil / _INDEKS,
        "kunci": hasil / _INDEKS,
        "rekap": halaman_rekap,
        "jelaskan": kartu if perintah[1:2] != (_SEMUA,) else kartu.parent,
        "templat": ruang.folder_templat(periode),
        "dokumen": ruang.folder_dokumen(periode),
        "keberatan": ruang.folder_dokumen(periode),
        "cocokkan": hasil / HALAMAN_COCOKKAN,
    }.get(perintah[0])
    return tempat if tempat is not None and tempat.exists() else None


def yang_ada(ruang: RuangKerja, periode: Periode) -> list[tuple[Path, str]]:
    """Return what there is to look at for a period, each with what it is."""
    hasil = ruang.folder_hasil(periode)
    semua = [
        (hasil / _INDEKS, "Hasil semua unit"),
        (hasil / HALAMAN_VALIDASI, "Temuan pada setoran"),
        (hasil / _REKAP, "Rekap untuk pimpinan"),
        (ruang.folder_publik(periode) / _INDEKS, "Himpunan untuk warga"),
        (ruang.folder_pesan(periode), "Pesan untuk tiap unit, siap disalin"),
        (hasil, "Folder hasil: buku nilai dan salinan bertanda tiap unit"),
        (ruang.folder_dokumen(periode), "Surat untuk ditandatangani"),
        (ruang.folder_capaian(periode.bulan[-1]), f"Folder setoran {periode.bulan[-1].label}"),
        (ruang.skema, "Daftar unit, pegawai, dan indikator (skema)"),
        (ruang.akar, "Ruang kerja"),
    ]
    return [(tempat, apa) for tempat, apa in semua if tempat.exists()]


def _periode(ruang: RuangKerja, perintah: tuple[str, ...]) -> Periode | None:
    """Return the period of a command as the command itself takes it; None where it is the desk's."""
    if "--periode" in perintah:
        return Periode.dari_teks(perintah[perintah.index("--periode") + 1])
    setahun = Periode.setahun(ruang.tahun)
    if perintah[:2] == ("templat", "target"):
        return setahun
    if perintah[0] == "validasi":
        return ruang.bulan_terbaru() or setahun
    return None
