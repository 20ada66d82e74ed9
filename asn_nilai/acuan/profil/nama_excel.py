"""The figures of a profile that live formulas use, each with the defined name of its cell on the sheet Aturan."""

from collections.abc import Iterator
from dataclasses import dataclass

from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_profil import BagianCapaian, BagianPerilaku
from asn_nilai.acuan.rumus.angka_berdasar import Ketentuan
from asn_nilai.acuan.rumus.konversi import Konversi, nama_titik_ruas
from asn_nilai.acuan.rumus.pita import Tangga
from asn_nilai.acuan.rumus.rumus import Parameter

BOBOT = "bobot_hasil_kerja"
"""The name of the share of hasil kerja in the final score; behaviour takes the rest."""
Jalur = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as the sheet Aturan shows it; `nama` is the defined name that formulas use.

    `jalur` says where it stands in the profile: keys and positions; a threshold stands in both bands that it parts.
    """

    nama: str
    judul: str
    nilai: float
    dasar: str
    status: str
    jalur: tuple[Jalur, ...]

    @property
    def desimal(self) -> bool:
        """Tell whether it is a number of decimals."""
        return self.nama.startswith("desimal_")


def nama_batas(apa: str, tangga: Tangga | None) -> tuple[str, ...]:
    """Return the defined names of a ladder's thresholds, highest first."""
    return tuple(f"batas_{apa}_{n}" for n in range(1, len(tangga.batas) + 1)) if tangga else ()


def nama_skor(perilaku: BagianPerilaku) -> tuple[str, ...]:
    """Return the defined names of what behaviour ratings stand for, lowest first: their scores, or numbers in their place."""
    apa = "skor" if perilaku.skor else "setara"
    return tuple(f"{apa}_perilaku_{n}" for n in range(1, len(perilaku.dikenal) + 1))


def nama_titik_stabil(capaian: BagianCapaian) -> tuple[tuple[str, str], ...]:
    """Return the defined names of the stabil points, (x, y) each."""
    titik = capaian.titik_stabil
    return tuple((f"stabil_x{n}_", f"stabil_y{n}_") for n in range(1, len(titik.nilai) + 1 if titik else 1))


def parameter_excel(capaian: BagianCapaian) -> Parameter:
    """Return the defined names of the figures that formulas take."""
    nama = {nama: nama for nama in capaian.angka}
    return Parameter(nama_titik_stabil(capaian), {**nama, "plafon": "plafon_capaian"})


def angka_bernama(aturan: Aturan) -> Iterator[Angka]:
    """Yield every named figure, in the order in which a score comes about (and of the sheet Aturan)."""
    yield from _capaian(aturan.capaian)
    if aturan.capaian.konversi:
        yield from _konversi(aturan.capaian.konversi)
    yield _dari("desimal_nhk", aturan.nhk.desimal, "nhk", "desimal")
    yield from _batas("hasil", aturan.rating_hasil, "rating_hasil")
    yield from _skor(aturan.perilaku)
    yield from _batas("perilaku", aturan.perilaku.tangga, "perilaku")
    if aturan.nilai_akhir:
        bobot = aturan.nilai_akhir.dipakai
        judul = "Bobot nilai hasil kerja dalam nilai akhir (perilaku: sisanya sampai 1)"
        jalur = ("nilai_akhir", "bobot", aturan.nilai_akhir.pakai, "nilai", "hasil_kerja")
        yield Angka(BOBOT, judul, bobot.nilai.hasil_kerja, bobot.dasar, bobot.status, (jalur,))
    yield from _batas("predikat", aturan.predikat.tangga, "predikat")


def _dari(nama: str, ketentuan: Ketentuan[float] | Ketentuan[int], *tempat: str) -> Angka:
    jalur = ((*tempat, "nilai"),)
    return Angka(nama, ketentuan.judul or nama, ketentuan.nilai, ketentuan.dasar, ketentuan.status, jalur)


def _capaian(c: BagianCapaian) -> Iterator[Angka]:
    yield _dari("lantai_capaian", c.lantai, "capaian", "lantai")
    yield _dari("plafon_capaian", c.plafon, "capaian", "plafon")
    for nama, ketentuan in c.angka.items():
        yield _dari(nama, ketentuan, "capaian", "angka", nama)
    if c.titik_stabil is None:
        return
    t, arti = c.titik_stabil, ("realisasi terhadap target", "capaian")
    for n, (pasang, titik) in enumerate(zip(nama_titik_stabil(c), t.nilai, strict=True)):
        for o, (nama, nilai) in enumerate(zip(pasang, titik, strict=True)):
            judul = f"{t.judul} {n + 1}: {arti[o]} (persen)"
            jalur = ("capaian", "titik_stabil", "nilai", n, o)
            yield Angka(nama, judul, nilai, t.dasar, t.status, (jalur,))


def _konversi(k: Konversi) -> Iterator[Angka]:
    tempat = ("capaian", "konversi")
    yield _dari("desimal_konversi", k.desimal, *tempat, "desimal")
    if k.maksimum_alami:
        for sumbu, nilai, arti in zip("xy", k.maksimum_alami.nilai, ("capaian", "nilai"), strict=True):
            judul = f"{k.maksimum_alami.judul}: {arti}"
            a, alamat = k.maksimum_alami, (*tempat, "maksimum_alami", "nilai", "xy".index(sumbu))
            yield Angka(f"konversi_alami_{sumbu}_", judul, nilai, a.dasar, a.status, (alamat,))
    for n, (ruas, nama) in enumerate(zip(k.ruas, nama_titik_ruas(k), strict=True)):
        for m, (pasang, titik) in enumerate(zip(nama, ruas.titik, strict=True)):
            for o, (bernama, nilai, arti) in enumerate(zip(pasang, titik, ("capaian", "nilai"), strict=True)):
                jalur = (*tempat, "ruas", n, "titik", m, o)
                titik_ke = f", titik {m + 1}" if len(ruas.titik) > 1 else ""
                judul = f"Konversi {ruas.label}{titik_ke}: {arti}"
                yield Angka(bernama, judul, nilai, ruas.dasar, ruas.status, (jalur,))


def _skor(p: BagianPerilaku) -> Iterator[Angka]:
    ketentuan, kunci = p.skor or p.setara, "skor" if p.skor else "setara"
    if ketentuan:
        for nama, label in zip(nama_skor(p), p.dikenal, strict=True):
            judul, jalur = f"{ketentuan.judul}: {label}", (("perilaku", kunci, "nilai", label),)
            yield Angka(nama, judul, ketentuan.nilai[label], ketentuan.dasar, ketentuan.status, jalur)


def _batas(apa: str, tangga: Tangga | None, tempat: str) -> Iterator[Angka]:
    if tangga:
        for n, (nama, pita) in enumerate(zip(nama_batas(apa, tangga), tangga.pita, strict=False)):
            jalur = ((tempat, "pita", n, "dari"), (tempat, "pita", n + 1, "sampai"))
            kata = "perilaku " if apa == "perilaku" else ""
            judul = f"Batas bawah {kata}{pita.label} ({pita.rentang})"
            yield Angka(nama, judul, pita.dari or 0.0, pita.dasar, pita.status, jalur)
