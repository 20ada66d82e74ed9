"""The sheet Capaian of a template: one row for each target of the month, the realisasi to be filled in.

Beside the form's own columns stand weight, capaian so far and what is still missing; the reader of submissions looks
at none of these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.rumus import jepit_excel, rumus_rasio
from asn_nilai.terbit.buku.blok import tinggi_muat
from asn_nilai.terbit.buku.gaya import tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, Tata, lebar_angka
from asn_nilai.terbit.templat.bahan import BahanCapaian, BarisTugas
from asn_nilai.terbit.templat.lembar.batas import (
    TAK_BERBATAS,
    aturan_sel,
    galat_sel,
    petunjuk_rasio,
    petunjuk_sel,
    rumus_periksa,
    rumus_periksa_rasio,
)
from asn_nilai.terbit.templat.lembar.lembar import (
    BARIS_KEPALA,
    BELUM_DIISI,
    LENGKAP,
    LembarTemplat,
    kolom_formulir,
)

_LEBAR: Mapping[str, float] = {
    "no": 5, "nip": 20.5, "nama": 29, "kode_indikator": 15, "indikator": 38, "satuan": 12, "target": 10.5,
    "pembilang": 12, "penyebut": 12, "realisasi": 12, "bukti_dukung": 30, "keterangan": 22,
}  # fmt: skip
_KOLOM = kolom_formulir(
    "Capaian",
    _LEBAR,
    (Kolom("bobot", "Bobot", 8), Kolom("capaian", "Capaian Sementara", 11), Kolom("periksa", "Periksa", 24)),
)
_BANTU = 3
_SARAN = "Isi sel kuning: Realisasi, Bukti Dukung, dan bila perlu Keterangan. Yang kurang disebut di kolom Periksa."
_SARAN_UNIT = f"{_SARAN} Angka unit cukup diisi sekali, di baris pertamanya."
_SUMBER_ANGKA = (*KUNCI_RASIO, "realisasi", "bukti_dukung")
"""What a row of a unit's figure takes from the first one."""


def tata_capaian(bahan: BahanCapaian) -> Tata:
    """Return the columns: those of ratios only where there is one, those of figures as wide as the month's longest target."""
    tata = Tata.susun(_KOLOM, () if bahan.berasio else KUNCI_RASIO)
    lebar = lebar_angka(ini.target for ini in bahan.baris)
    return tata.melebar({"target": lebar, "realisasi": lebar})


def tulis_capaian(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Write the sheet."""
    tata = tata_capaian(bahan)
    saran = _SARAN_UNIT if bahan.ditanya_sekali else _SARAN
    lembar.kepala_isian(bahan.judul, bahan, saran, tata.kolom)
    lembar.kepala_bertabel(tata.kolom, _BANTU)
    awal, penulis, nip = BARIS_KEPALA + 1, _PenulisBaris(lembar, tata, bahan.aturan), ""
    for baris, tugas in enumerate(bahan.baris, awal):
        penulis.tulis(baris, tugas, ("awal",) if tugas.nip != nip else ())
        nip = tugas.nip
    akhir = awal + max(1, len(bahan.baris)) - 1
    if not bahan.baris:
        lembar.teks(awal, 0, "Tidak ada target untuk bulan ini.", lembar.gaya("saran"))
    _ringkas(lembar, tata, akhir, len(bahan.baris))
    _validasi(lembar, tata, penulis.ditanya)
    _validasi_ikut(lembar, tata, penulis.ikut)
    lembar.warnai_periksa(awal, akhir, tata.nomor["periksa"])
    lembar.ribuan((awal, tata.nomor["target"]), (akhir, tata.nomor["realisasi"]))
    lembar.dalam.autofilter(BARIS_KEPALA, 0, akhir, len(tata.kolom) - 1)
    lembar.dalam.freeze_panes(BARIS_KEPALA + 1, 0)
    dari = "realisasi" if bahan.berasio or penulis.ikut else "capaian"
    nip, rumus = tata.rentang("nip", awal, akhir), tata.rentang(dari, awal, akhir, "periksa")
    lembar.dalam.ignore_errors({"number_stored_as_text": nip, "formula_differs": rumus})
    lembar.siapkan_cetak(BARIS_KEPALA, akhir, len(tata.kolom) - 1, bahan.kaki)
    lembar.kunci(autofilter=True)


@dataclass(slots=True)
class _PenulisBaris:
    """Writes the rows, and remembers where each figure is asked.

    A unit's figure is asked in the first row that has it; the others hold formulas that point there, so that the sheet that
    comes back is whole for every ASN.

    Attributes:
        ditanya: rows in which a figure is asked, with the indicator.
        ikut: rows that follow another one, with that one's row.
    """

    lembar: LembarTemplat
    tata: Tata
    aturan: Aturan
    ditanya: list[tuple[int, Indikator]] = field(default_factory=list)
    ikut: list[tuple[int, int]] = field(default_factory=list)
    _pertama: dict[str, int] = field(default_factory=dict)

    def tulis(self, baris: int, tugas: BarisTugas, tepi: tuple[str, ...]) -> None:
        """Write one row."""
        pertama = self._pertama.setdefault(tugas.indikator.kode, baris)
        if tugas.indikator.milik_unit and pertama != baris:
            self.ikut.append((baris, pertama))
        else:
            pertama = baris
            self.ditanya.append((baris, tugas.indikator))
        self._keterangan(baris, tugas, tepi)
        self._angka(baris, tugas, pertama, tepi)
        self._bantu(baris, tugas, tepi)

    def _keterangan(self, baris: int, tugas: BarisTugas, tepi: tuple[str, ...]) -> None:
        lembar, nomor, gaya, indikator = self.lembar, self.tata.nomor, self.lembar.gaya, tugas.indikator
        tinggi = tinggi_baris(indikator.nama, _LEBAR["indikator"], paling_sedikit=31)
        lembar.dalam.set_row(baris, max(tinggi, tinggi_muat([(tugas.nama, _LEBAR["nama"])])))
        lembar.angka(baris, nomor["no"], baris - BARIS_KEPALA, gaya("umum", "tengah", *tepi))
        lembar.teks(baris, nomor["nip"], tugas.nip, gaya("nip", *tepi))
        for kunci, teks in (
            ("nama", tugas.nama),
            ("kode_indikator", indikator.kode),
            ("indikator", indikator.nama),
            ("satuan", indikator.satuan),
        ):
            lembar.teks(baris, nomor[kunci], teks, gaya("teks", *tepi))
        lembar.angka(baris, nomor["target"], tugas.target, gaya(*_corak(indikator), *tepi))
        lembar.teks(baris, nomor["keterangan"], "", gaya("teks", "isian_teks", "isian", *tepi))

    def _angka(self, baris: int, tugas: BarisTugas, pertama: int, tepi: tuple[str, ...]) -> None:
        """Write the cells of the figure and its evidence: to be filled in, or pointing at those that are."""
        lembar, gaya, rasio = self.lembar, self.lembar.gaya, tugas.indikator.rasio
        for kunci in _SUMBER_ANGKA:
            if kunci not in self.tata.nomor:
                continue
            kolom = self.tata.nomor[kunci]
            corak = ("teks",) if kunci == "bukti_dukung" else _corak(tugas.indikator)
            if kunci in KUNCI_RASIO and not rasio:
                lembar.teks(baris, kolom, "", gaya("umum", "kosong", *tepi))
            elif kunci == "realisasi" and rasio:
                rumus = rumus_rasio(*(self.tata.sel(k, baris) for k in KUNCI_RASIO))
                lembar.rumus(baris, kolom, rumus, gaya(*corak, "persen_polos", "tebal", *tepi), "")
            elif pertama != baris:
                asal = self.tata.sel(kunci, pertama)
                lembar.rumus(baris, kolom, f'IF({asal}="","",{asal})', gaya(*corak, "pudar", *tepi), "")
            elif kunci == "bukti_dukung":
                lembar.teks(baris, kolom, "", gaya("teks", "isian_teks", "isian", *tepi))
            else:
                lembar.angka(baris, kolom, None, gaya(*corak, "isian", "tebal", *tepi))

    def _bantu(self, baris: int, tugas: BarisTugas, tepi: tuple[str, ...]) -> None:
        lembar, nomor, gaya = self.lembar, self.tata.nomor, self.lembar.gaya
        lembar.angka(baris, nomor["bobot"], tugas.bobot, gaya("umum", "longgar", "pudar", *tepi))
        rumus = rumus_capaian(
            tugas, self.tata.sel("target", baris), self.tata.sel("realisasi", baris), self.aturan
        )
        if rumus:
            lembar.rumus(baris, nomor["capaian"], rumus, gaya("umum", "longgar", "persen_polos", *tepi), "")
        else:
            lembar.teks(baris, nomor["capaian"], "", gaya("umum", "kosong", *tepi))
        sel, target, bukti = (self.tata.sel(k, baris) for k in ("realisasi", "target", "bukti_dukung"))
        if tugas.indikator.rasio:
            atas, bawah = (self.tata.sel(k, baris) for k in KUNCI_RASIO)
            periksa = rumus_periksa_rasio(tugas.indikator, atas, bawah, sel, bukti)
        else:
            periksa = rumus_periksa(tugas.indikator, sel, target, bukti)
        lembar.rumus(baris, nomor["periksa"], periksa, gaya("teks", "periksa", *tepi), BELUM_DIISI)


def _corak(indikator: Indikator) -> tuple[str, str]:
    return ("umum", "ribuan") if indikator.bulat else ("umum", "longgar")


def rumus_capaian(tugas: BarisTugas, target: str, sel: str, aturan: Aturan) -> str:
    """Return the formula of a row's capaian over the cells of target and realisasi, blank where the target has no meaning in it.

    The aturan's figures stand in the formula itself: a template has no sheet Aturan to point at.
    """
    rumus = aturan.rumus_atau_tiada(tugas.indikator.polaritas, tugas.indikator.aspek)
    terburuk = tugas.indikator.nilai_terburuk
    if rumus is None:
        return ""
    tanpa_nol = tugas.target == 0 and not (rumus.boleh_nol and terburuk)
    if tanpa_nol or (tugas.target < 0 and not rumus.boleh_negatif):
        return ""
    isi = rumus.excel(target, sel, _tulis(terburuk or 0.0), aturan.parameter(_tulis))
    c = aturan.capaian
    return (
        f'IF(ISNUMBER({sel}),ROUND({jepit_excel(isi, _tulis(c.lantai.nilai), _tulis(c.plafon.nilai))},2),"")'
    )


def _tulis(angka: float) -> str:
    """Return a figure as a formula holds it; in brackets where its sign could be misread."""
    teks = f"{angka:.15g}"
    return f"({teks})" if angka < 0 else teks


def _ringkas(lembar: LembarTemplat, tata: Tata, akhir: int, banyak: int) -> None:
    realisasi, periksa = (tata.rentang(k, BARIS_KEPALA + 1, akhir) for k in ("realisasi", "periksa"))
    lembar.ringkas(
        [
            ("Realisasi yang belum diisi", f"{banyak}-COUNT({realisasi})", banyak),
            ("Baris yang masih perlu dilihat", f'{banyak}-COUNTIF({periksa},"{LENGKAP}")', banyak),
            ("Baris yang sudah lengkap", f'COUNTIF({periksa},"{LENGKAP}")', 0),
        ]
    )


def _validasi(lembar: LembarTemplat, tata: Tata, ditanya: Sequence[tuple[int, Indikator]]) -> None:
    """Lay one validation over all rows in which an indicator is asked."""
    menurut: dict[str, tuple[Indikator, list[int]]] = {}
    for baris, indikator in ditanya:
        menurut.setdefault(indikator.kode, (indikator, []))[1].append(baris)
    for kode, (indikator, milik) in menurut.items():
        if indikator.rasio:
            for kunci, dari in zip(KUNCI_RASIO, (0.0, 0.0001), strict=True):
                judul = FORMULIR["Capaian"].label(kunci)
                lembar.validasi(
                    _rentang(tata, kunci, milik),
                    {"validate": "decimal", "criteria": "between", "minimum": dari, "maximum": TAK_BERBATAS},
                    f"{judul} {kode}",
                    petunjuk_rasio(indikator, kunci),
                    f"{judul} harus angka{' di atas 0' if dari else ', paling sedikit 0'}, tanpa satuan dan tanpa persen.",
                )
        else:
            lembar.validasi(
                _rentang(tata, "realisasi", milik),
                aturan_sel(indikator),
                f"Realisasi {kode}",
                petunjuk_sel(indikator),
                galat_sel(indikator),
            )
        perlu = f"{'Wajib diisi' if indikator.wajib_bukti else 'Boleh dikosongkan'} untuk indikator ini"
        sumber = f" Sumber data: {indikator.sumber_data}." if indikator.sumber_data else ""
        petunjuk = f"{perlu}: nama atau nomor dokumen, atau tautannya.{sumber}"
        lembar.validasi(_rentang(tata, "bukti_dukung", milik), {"validate": "any"}, "Bukti Dukung", petunjuk)


def _validasi_ikut(lembar: LembarTemplat, tata: Tata, ikut: Sequence[tuple[int, int]]) -> None:
    """Say at each cell that follows another one where the figure is asked."""
    menurut: dict[int, list[int]] = {}
    for baris, pertama in ikut:
        menurut.setdefault(pertama, []).append(baris)
    for pertama, milik in menurut.items():
        petunjuk = (
            f"Angka ini milik unit, sama bagi semua yang memikulnya. Isi sekali saja, di baris {pertama + 1}."
        )
        lembar.validasi(_rentang(tata, "realisasi", milik), {"validate": "any"}, "Angka unit", petunjuk)


def _rentang(tata: Tata, kunci: str, baris: Sequence[int]) -> list[tuple[int, int, int, int]]:
    return [(nomor, tata.nomor[kunci], nomor, tata.nomor[kunci]) for nomor in baris]
