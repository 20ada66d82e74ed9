"""The text that goes to a unit by chat: what to mend, where, and in which order, ready to paste.

It speaks to the unit, in plain sentences without markup, so that it reads alike in any messenger, in a letter, or aloud.
"""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.kelompok_temuan import KelompokTemuan, Sebab
from asn_nilai.acuan.ringkas import BELUM_SETOR
from asn_nilai.acuan.skema import Unit
from asn_nilai.acuan.temuan import Tingkat

_SEBAB_TERTULIS = 3
"""Causes of one kind at one sheet that are written out; of more, the cells are named."""
_RINCIAN_TERTULIS = 8
"""Names of ASN or indicators that one sentence lists."""

SUDAH_DATANG = {
    "berkas-bertanda": "Berkas sudah kami terima sebagai salinan bertanda. Kami tinggal mengganti namanya, lalu memeriksanya.",
    "berkas-salah-nama": "Berkas sudah kami terima dengan nama lain. Kami tinggal mengganti namanya, lalu memeriksanya.",
    "berkas-salah-tempat": "Berkas sudah kami terima, tetapi bulannya perlu dipastikan; lihat di bawah ini.",
    "berkas-salinan": "Berkas sudah kami terima lebih dari sekali; kami perlu tahu yang mana yang berlaku.",
}
"""Kinds of findings of a file that has come, but not where it is read, with what its unit is told first."""
_DIPERIKSA = "Sesudah diperiksa, kami kabari lagi. Terima kasih."
_TUNGGU_JAWABAN = "Berkasnya tidak perlu dikirim lagi; kami tunggu jawabannya. Terima kasih."
_DIJAWAB = frozenset({"berkas-salah-tempat", "berkas-salinan"})
"""Kinds of these that ask the unit something."""


def pesan_unit(unit: Unit, periode: str, status: str, kelompok: Sequence[KelompokTemuan]) -> str:
    """Return the text for one unit, with a line break at its end.

    Args:
        unit: the unit.
        periode: the period as people call it, `Juni 2026`.
        status: the state of its submission, one of `acuan.ringkas.STATUS_UNIT`.
        kelompok: its findings by cause, in the order of mending.
    """
    harus = [satu for satu in kelompok if satu.jenis.tingkat is Tingkat.GALAT]
    lihat = [satu for satu in kelompok if satu.jenis.tingkat is Tingkat.PERINGATAN]
    datang = [satu.jenis.kode for satu in lihat if satu.jenis.kode in SUDAH_DATANG]
    pembuka = [SUDAH_DATANG[satu] for satu in dict.fromkeys(datang)]
    if harus or len(lihat) > len(datang) or not datang:
        pembuka.append(_pembuka(status, len(harus), len(lihat) - len(datang), selebihnya=bool(datang)))
        penutup = _penutup(status)
    else:
        penutup = _DIPERIKSA if _DIJAWAB.isdisjoint(datang) else _TUNGGU_JAWABAN
    baris = [f"{unit.nama} ({unit.kode}), {periode}", "", " ".join(pembuka)]
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


def _butir(kelompok: Sequence[KelompokTemuan], nomor: int) -> Iterator[str]:
    berkas = ""
    for urut, satu in enumerate(kelompok, nomor):
        if satu.berkas and satu.berkas != berkas:
            yield f"Berkas {satu.berkas}"
        berkas = satu.berkas
        yield from _satu(urut, satu)


def _satu(urut: int, satu: KelompokTemuan) -> Iterator[str]:
    awal = f"{urut}. "
    if len(satu.sebab) == 1:
        sebab = satu.sebab[0]
        yield f"{awal}{_tempat(satu.lembar, sebab.sel)}{_kalimat(sebab)}"
    else:
        yield f"{awal}{_tempat(satu.lembar, satu.sel)}{satu.jenis.judul}."
        for sebab in satu.sebab[:_SEBAB_TERTULIS]:
            yield f"   - {_tempat('', sebab.sel)}{_kalimat(sebab)}"
        if len(satu.sebab) > _SEBAB_TERTULIS:
            yield f"   - dan {len(satu.sebab) - _SEBAB_TERTULIS} lagi yang serupa."
    pinta = dict.fromkeys(sebab.pinta for sebab in satu.sebab)
    for kata in list(pinta)[:_SEBAB_TERTULIS]:
        yield f"   → {kata}"


def _tempat(lembar: str, sel: str) -> str:
    bagian = [f"lembar {lembar}" if lembar else "", f"sel {sel}" if sel else ""]
    teks = ", ".join(satu for satu in bagian if satu)
    return f"{teks[:1].upper()}{teks[1:]}: " if teks else ""


def _kalimat(sebab: Sebab) -> str:
    if not sebab.rincian:
        return sebab.pesan
    return f"{sebab.pesan} Yaitu: {sebut_rincian(sebab.rincian, _RINCIAN_TERTULIS)}."


def sebut_rincian(rincian: Sequence[str], paling_banyak: int) -> str:
    """Return a list in words; of too many, the first ones and how many there are besides."""
    sisa = len(rincian) - paling_banyak
    return "; ".join(rincian[:paling_banyak]) + (f"; dan {sisa} lagi" if sisa > 0 else "")
