"""The figures of a profile that live formulas use, each with the defined name of its cell on the sheet Aturan."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asn_nilai.acuan.profil.bentuk_profil import BagianCapaian, Ketentuan, Konversi
from asn_nilai.acuan.rumus.pita import Tangga

if TYPE_CHECKING:
    from asn_nilai.acuan.profil.aturan import Aturan


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


def nama_titik_ruas(konversi: Konversi) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return the defined names of the points (x, y) of each piece of a conversion, in the order of the pieces."""
    return tuple(
        tuple((f"konversi_{n}_x{k}_", f"konversi_{n}_y{k}_") for k in range(1, len(ruas.titik) + 1))
        for n, ruas in enumerate(konversi.ruas, 1)
    )


def angka_bernama(aturan: "Aturan") -> Iterator[Angka]:
    """Yield every named figure, in the order in which a score comes about."""
    yield from _capaian(aturan.capaian)
    if aturan.capaian.konversi:
        yield from _konversi(aturan.capaian.konversi)
    yield _dari("desimal_nhk", aturan.nhk.desimal, "nhk", "desimal")
    yield from _batas("hasil", aturan.rating_hasil, "rating_hasil")
    if aturan.perilaku.jenis == "angka":
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
    for nomor, titik in enumerate(c.titik_stabil.nilai, 1):
        for sumbu, nilai, arti in zip("xy", titik, ("realisasi terhadap target", "capaian"), strict=True):
            judul = f"{c.titik_stabil.judul} {nomor}: {arti} (persen)"
            jalur = ("capaian", "titik_stabil", "nilai", nomor - 1, "xy".index(sumbu))
            t = c.titik_stabil
            yield Angka(f"stabil_{sumbu}{nomor}_", judul, nilai, t.dasar, t.status, (jalur,))


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
            for o, (satu, nilai, arti) in enumerate(zip(pasang, titik, ("capaian", "nilai"), strict=True)):
                jalur = (*tempat, "ruas", n, "titik", m, o)
                judul = f"Konversi {ruas.label}: {arti}"
                yield Angka(satu, judul, nilai, ruas.dasar, ruas.status, (jalur,))


def _batas(apa: str, tangga: Tangga | None, tempat: str) -> Iterator[Angka]:
    if tangga:
        for n, (nama, pita) in enumerate(zip(nama_batas(apa, tangga), tangga.pita, strict=False)):
            jalur = ((tempat, "pita", n, "dari"), (tempat, "pita", n + 1, "sampai"))
            judul = f"Batas bawah {pita.label} ({pita.rentang})"
            yield Angka(nama, judul, pita.dari or 0.0, pita.dasar, pita.status, jalur)
