"""The sheet Perilaku of a template: one row for each ASN, in the aturan's own ratings, or in its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku import KUNCI_RATING
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.blok import tinggi_muat
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.templat.bahan import BahanCapaian
from asn_nilai.terbit.templat.lembar.lembar import (
    BARIS_KEPALA,
    BELUM_DIISI,
    KOLOM_RINGKAS,
    LENGKAP,
    LembarTemplat,
    kolom_formulir,
)

NAMA_RATING = "daftar_rating"
"""Defined name of the ratings to choose from; they stand on the sheet Petunjuk."""
IDE_BARU = "Ya"
_LEBAR: Mapping[str, float] = {
    "no": 5, "nip": 20.5, "nama": 30, **dict.fromkeys(KUNCI_ASPEK, 17), KUNCI_RATING: 18.5, "ide_baru": 8.5, "catatan": 26,
}  # fmt: skip
TATA = Tata.susun(kolom_formulir("Perilaku", _LEBAR, (Kolom("periksa", "Periksa", 20),)))


@dataclass(frozen=True, slots=True)
class CaraIsi:
    """How behaviour is filled in under a rule.

    Attributes:
        sel: the validation of a cell.
        ajakan: what to do in a cell.
        galat: the sentence with which a wrong entry is refused.
        langkah: what the leader does, for the guide.
        gaya: the bundles that a cell looks by.
        sah: the formula that counts the right entries of a range, `{}` in its place.
        salah: what the column Periksa says of an entry that is none.
    """

    sel: Mapping[str, object]
    ajakan: str
    galat: str
    langkah: str
    gaya: tuple[str, ...]
    sah: str
    salah: str

    @classmethod
    def menurut(cls, aturan: Aturan) -> "CaraIsi":
        """Return how it is done under a rule: numbers within a range where it has one, else ratings from a list."""
        rentang = aturan.perilaku.rentang
        if rentang is None:
            return cls(
                {"validate": "list", "source": f"={NAMA_RATING}"},
                "Pilih dari daftar.",
                "Pilih salah satu rating dari daftar, atau kosongkan selnya.",
                "memilih Rating Perilaku tiap ASN, atau rating ketujuh aspeknya",
                ("teks", "isian", "periksa"),
                f"SUMPRODUCT(COUNTIF({NAMA_RATING},{{0}}))",
                "Bukan rating",
            )
        bawah, atas = rentang.nilai
        angka = f"angka {tulis_angka(bawah)} sampai {tulis_angka(atas)}"
        return cls(
            {"validate": "decimal", "criteria": "between", "minimum": bawah, "maximum": atas},
            f"Ketik {angka}; pecahan memakai koma, misalnya 87,5.",
            f"Sel ini hanya menerima {angka}. Ketik angkanya saja, atau kosongkan selnya.",
            f"mengetik {angka} sebagai Rating Perilaku tiap ASN, atau pada ketujuh aspeknya",
            ("umum", "isian", "tengah"),
            f'COUNTIFS({{0}},">={bawah:g}",{{0}},"<={atas:g}")',
            f"Bukan {angka}",
        )


def tulis_perilaku(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Write the sheet."""
    judul, cara = f"Penilaian Perilaku Kerja {bahan.bulan.label}", CaraIsi.menurut(bahan.aturan)
    saran = f"Isi Rating Perilaku, atau ketujuh aspeknya. {cara.ajakan} Bila Rating Perilaku diisi, itulah yang dipakai."
    lembar.kepala_isian(judul, bahan, saran, TATA.kolom)
    lembar.kepala_bertabel(TATA.kolom, 1)
    awal = BARIS_KEPALA + 1
    for baris, asn in enumerate(bahan.asn, awal):
        gaya = lembar.gaya
        lembar.dalam.set_row(baris, tinggi_muat([(asn.nama, _LEBAR["nama"])], sebaris_saja=27))
        lembar.angka(baris, TATA.nomor["no"], baris - BARIS_KEPALA, gaya("umum", "tengah"))
        lembar.teks(baris, TATA.nomor["nip"], asn.nip, gaya("nip"))
        lembar.teks(baris, TATA.nomor["nama"], asn.nama, gaya("teks"))
        for kunci in (*KUNCI_ASPEK, KUNCI_RATING):
            tebal = ("tebal",) if kunci == KUNCI_RATING else ()
            lembar.teks(baris, TATA.nomor[kunci], "", gaya(*cara.gaya, *tebal))
        for kunci in ("ide_baru", "catatan"):
            lembar.teks(baris, TATA.nomor[kunci], "", gaya("teks", "isian", "periksa"))
        lembar.rumus(
            baris, TATA.nomor["periksa"], _periksa(baris, cara), gaya("teks", "periksa"), BELUM_DIISI
        )
    akhir = awal + max(1, len(bahan.asn)) - 1
    if not bahan.asn:
        lembar.teks(
            awal, 0, "Tidak ada ASN yang ditempatkan di unit ini pada bulan ini.", lembar.gaya("saran")
        )
    _ringkas(lembar, awal, akhir, len(bahan.asn))
    _validasi(lembar, awal, akhir, cara, bahan.aturan)
    lembar.warnai_periksa(awal, akhir, TATA.nomor["periksa"])
    lembar.dalam.freeze_panes(awal, 0)
    lembar.dalam.ignore_errors({"number_stored_as_text": TATA.rentang("nip", awal, akhir)})
    lembar.siapkan_cetak(BARIS_KEPALA, akhir, len(TATA.kolom) - 1, bahan.kaki)
    lembar.kunci()


def _periksa(baris: int, cara: CaraIsi) -> str:
    """Return the formula that says what a row lacks; what was pasted past the drop-down must be a rating all the same."""
    aspek = TATA.rentang(KUNCI_ASPEK[0], baris, baris, KUNCI_ASPEK[-1])
    rating = TATA.sel(KUNCI_RATING, baris)
    isi = (
        f'IF(COUNTA({aspek})=0,"{BELUM_DIISI}",IF({cara.sah.format(aspek)}<COUNTA({aspek}),"{cara.salah}",'
        f'IF(COUNTA({aspek})={len(KUNCI_ASPEK)},"{LENGKAP}","Aspek belum lengkap")))'
    )
    return f'IF({rating}<>"",IF({cara.sah.format(rating)}=1,"{LENGKAP}","{cara.salah}"),{isi})'


def _ringkas(lembar: LembarTemplat, awal: int, akhir: int, banyak: int) -> None:
    periksa = TATA.rentang("periksa", awal, akhir)
    gaya = lembar.gaya
    for nomor, (label, rumus, nilai) in enumerate(
        (
            ("ASN yang sudah lengkap", f'COUNTIF({periksa},"{LENGKAP}")', 0),
            ("ASN yang belum lengkap", f'{banyak}-COUNTIF({periksa},"{LENGKAP}")', banyak),
        ),
        2,
    ):
        lembar.dalam.merge_range(
            nomor, KOLOM_RINGKAS, nomor, KOLOM_RINGKAS + 1, label, gaya("sel", "ringkas", "menjorok")
        )
        lembar.rumus(nomor, KOLOM_RINGKAS + 2, rumus, gaya("umum", "tengah", "tebal", "ringkas"), nilai)


def kapan_catatan(aturan: Aturan) -> str:
    """Return when the sheet asks for a note, as checks look for it."""
    terendah = "".join(f" atau {label}" for label in aturan.perilaku.tingkat[:1])
    return f"bila Rating Perilaku lain daripada aspeknya{terendah}"


def _validasi(lembar: LembarTemplat, awal: int, akhir: int, cara: CaraIsi, aturan: Aturan) -> None:
    aspek = (awal, TATA.nomor[KUNCI_ASPEK[0]], akhir, TATA.nomor[KUNCI_ASPEK[-1]])
    pesan = f"{cara.ajakan} Isi ketujuh aspek, atau isi Rating Perilaku saja."
    lembar.validasi([aspek], cara.sel, "Perilaku tiap aspek", pesan, cara.galat)
    rating = (awal, TATA.nomor[KUNCI_RATING], akhir, TATA.nomor[KUNCI_RATING])
    pesan = f"{cara.ajakan} Inilah keputusan pimpinan; aspek hanya dipakai bila sel ini kosong."
    lembar.validasi([rating], cara.sel, "Rating Perilaku", pesan, cara.galat)
    ide = (awal, TATA.nomor["ide_baru"], akhir, TATA.nomor["ide_baru"])
    lembar.validasi(
        [ide], {"validate": "list", "source": [IDE_BARU]}, "Ide Baru", "Pilih Ya bila ASN mengusulkan ide baru; bila tidak, kosongkan.",
        "Isi Ya, atau kosongkan selnya.",
    )  # fmt: skip
    catatan = (awal, TATA.nomor["catatan"], akhir, TATA.nomor["catatan"])
    pesan = f"Tulis alasannya {kapan_catatan(aturan)}, dan uraian singkat Ide Baru. ASN yang dinilai dapat membacanya."
    lembar.validasi([catatan], {"validate": "any"}, "Catatan", pesan)
