"""The text for whoever keeps the skema and the work folder: everything that belongs to no unit, in full, in the order of mending.

What is wrong here comes before all else: many rows of the units may wait for one cell of it.
"""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.setoran.pesan.kelompok_temuan import KelompokTemuan, Sebab, Takaran
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.acuan.tulisan import tulis_angka

_LENGKAP = Takaran(1_000_000, 1_000_000)
"""A text leaves nothing out."""


def pesan_pengelola(instansi: str, periode: str, kelompok: Sequence[KelompokTemuan]) -> str:
    """Return the text, with a line break at its end; `periode` as people call it, `Juni 2026`."""
    baris = [f"Skema dan ruang kerja {instansi}, {periode}", "", hitung_temuan(kelompok).capitalize() + "."]
    if any(k.jenis.tingkat is Tingkat.GALAT for k in kelompok):
        baris.append("Perbaiki galatnya dahulu: baris setoran unit yang menunggunya ikut selesai.")
    tempat = ""
    for nomor, milik in enumerate(kelompok, 1):
        if str(milik.letak) != tempat:
            tempat = str(milik.letak)
            baris += ["", tempat]
        baris += _hal(nomor, milik)
    return "\n".join(baris) + "\n"


def hitung_temuan(kelompok: Sequence[KelompokTemuan]) -> str:
    """Return how many findings there are of each severity that occurs, `2 galat, 1 peringatan`."""
    jumlah = ((sum(k.jumlah for k in kelompok if k.jenis.tingkat is t), t) for t in Tingkat)
    return ", ".join(f"{tulis_angka(banyak)} {tingkat}" for banyak, tingkat in jumlah if banyak)


def _hal(nomor: int, kelompok: KelompokTemuan) -> Iterator[str]:
    yield f"{nomor}. {kelompok.jenis.judul} ({kelompok.jenis.tingkat})"
    for sebab in kelompok.sebab:
        yield f"   - {_kalimat(sebab)}"
        if not kelompok.saran:
            yield f"     → {sebab.saran}"
    if kelompok.saran:
        yield f"   → {kelompok.saran}"


def _kalimat(sebab: Sebab) -> str:
    return f"{sebab.letak.sel}: {sebab.kalimat(_LENGKAP)}" if sebab.letak.sel else sebab.kalimat(_LENGKAP)
