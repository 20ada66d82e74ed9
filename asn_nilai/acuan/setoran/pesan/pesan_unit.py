"""The text that goes to a unit by chat: what to mend, where, and in which order, ready to paste.

It speaks to the unit, in plain sentences without markup, so that it reads alike in any messenger, in a letter, or aloud.
"""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import TAKARAN_PESAN, KelompokTemuan, Sebab
from asn_nilai.acuan.setoran.status import BELUM_SETOR
from asn_nilai.acuan.temuan import Tingkat

SUDAH_DATANG = {
    "berkas-bertanda": "Berkas sudah kami terima sebagai salinan bertanda. Kami tinggal mengganti namanya, lalu memeriksanya.",
    "berkas-salah-nama": "Berkas sudah kami terima dengan nama lain. Kami tinggal mengganti namanya, lalu memeriksanya.",
    "berkas-salah-tempat": "Berkas sudah kami terima, tetapi bulannya perlu dipastikan; lihat di bawah ini.",
    "berkas-salinan": "Berkas sudah kami terima lebih dari sekali; kami perlu tahu yang mana yang berlaku.",
}
"""Kinds of findings of a file that has come, but not where it is read, with what its unit is told first."""
_DIPERIKSA = "Sesudah diperiksa, kami kabari lagi. Terima kasih."
_TUNGGU_JAWABAN = "Berkasnya tidak perlu dikirim lagi; kami tunggu jawabannya. Terima kasih."
DIJAWAB_UNIT = frozenset({"berkas-salah-tempat", "berkas-salinan"})
"""Kinds of these that ask the unit something."""


def pesan_unit(
    unit: Unit, periode: str, status: str, kelompok: Sequence[KelompokTemuan], tenggat: str = ""
) -> str:
    """Return the text for one unit, with a line break at its end.

    Args:
        unit: the unit.
        periode: the period as people call it, `Juni 2026`.
        status: the state of its submission, one of `acuan.setoran.status.STATUS_UNIT`.
        kelompok: its findings by cause, in the order of mending.
        tenggat: what is said of the deadline, as sentences; blank for nothing.
    """
    harus = [k for k in kelompok if k.jenis.tingkat is Tingkat.GALAT]
    lihat = [k for k in kelompok if k.jenis.tingkat is Tingkat.PERINGATAN]
    datang = [k.jenis.kode for k in lihat if k.jenis.kode in SUDAH_DATANG]
    pembuka = [SUDAH_DATANG[kode] for kode in dict.fromkeys(datang)]
    if harus or len(lihat) > len(datang) or not datang:
        pembuka.append(_pembuka(status, len(harus), len(lihat) - len(datang), selebihnya=bool(datang)))
        penutup = _penutup(status)
    else:
        penutup = _DIPERIKSA if DIJAWAB_UNIT.isdisjoint(datang) else _TUNGGU_JAWABAN
    baris = [f"{unit.nama} ({unit.kode}), {periode}", "", " ".join(filter(None, (*pembuka, tenggat)))]
    nomor = 1
    for judul, semua in (("HARUS DIPERBAIKI, supaya dapat dinilai", harus), ("PERLU DILIHAT", lihat)):
        if semua:
            baris += ["", judul]
            baris += _butir(semua, nomor)
            nomor += len(semua)
    if harus or lihat:
        baris += ["", penutup]
    return "\n".join(baris) + "\n"


def _pembuka(status: str, harus: int, lihat: int, *, selebihnya: bool) -> str:
    if status == BELUM_SETOR:
        return "Ada berkas yang belum kami terima."
    if not harus and not lihat:
        return "Setoran sudah kami terima dan periksa. Semuanya lengkap; tidak ada yang perlu diperbaiki. Terima kasih."
    bagian = [
        kata.format(banyak)
        for kata, banyak in (("{} hal harus diperbaiki", harus), ("{} hal perlu dilihat", lihat))
        if banyak
    ]
    awal = "Selebihnya sudah kami periksa" if selebihnya else "Setoran sudah kami terima dan periksa"
    return f"{awal}: {' dan '.join(bagian)}. Urutannya di bawah ini."


def _penutup(status: str) -> str:
    if status == BELUM_SETOR:
        return "Kami tunggu. Terima kasih."
    return "Perbaiki di berkas yang sama, simpan tanpa mengubah namanya, lalu kirim lagi kepada kami. Terima kasih."


def _butir(semua: Sequence[KelompokTemuan], nomor: int) -> Iterator[str]:
    berkas = ""
    for urut, kelompok in enumerate(semua, nomor):
        if kelompok.letak.berkas not in {"", berkas}:
            yield f"Berkas {kelompok.letak.berkas}"
        berkas = kelompok.letak.berkas
        yield from _hal(urut, kelompok)


def _hal(urut: int, kelompok: KelompokTemuan) -> Iterator[str]:
    if len(kelompok.sebab) == 1:
        yield f"{urut}. {_kalimat(kelompok.letak.lembar, kelompok.sebab[0])}"
    else:
        yield f"{urut}. {_tempat(kelompok.letak.lembar, kelompok.sel)}{kelompok.jenis.judul}."
        for sebab in kelompok.tampil(TAKARAN_PESAN):
            yield f"   - {_kalimat('', sebab)}"
            if not kelompok.pinta:
                yield f"     → {sebab.pinta}"
        if sisa := kelompok.sisa(TAKARAN_PESAN):
            yield f"   - dan {sisa} lagi yang serupa."
    if kelompok.pinta:
        yield f"   → {kelompok.pinta}"


def _kalimat(lembar: str, sebab: Sebab) -> str:
    return f"{_tempat(lembar, sebab.letak.sel)}{sebab.kalimat(TAKARAN_PESAN)}"


def _tempat(lembar: str, sel: str) -> str:
    teks = ", ".join(bagian for bagian in (lembar and f"lembar {lembar}", sel and f"sel {sel}") if bagian)
    return f"{teks[:1].upper()}{teks[1:]}: " if teks else ""
