"""The sheet Capaian of a template: one row for each target of the month, the realisasi to be filled in.

Beside the form's own columns stand weight, capaian so far and what is still missing; the reader of submissions looks
at none of these.
"""

from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir import FORMULIR
from asn_nilai.acuan.isian.skema import Indikator
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.rumus import jepit_excel
from asn_nilai.terbit.buku.gaya import Kolom, huruf_kolom, tinggi_baris
from asn_nilai.terbit.templat.bahan import BahanCapaian, BarisTugas
from asn_nilai.terbit.templat.batas import aturan_sel, galat_sel, petunjuk_sel, rumus_periksa
from asn_nilai.terbit.templat.lembar import BARIS_KEPALA, BELUM_DIISI, LENGKAP, LembarTemplat, kolom_formulir

_LEBAR: Mapping[str, float] = {
    "no": 5, "nip": 20.5, "nama": 29, "kode_indikator": 15, "indikator": 38, "satuan": 12, "target": 10.5,
    "realisasi": 12, "bukti_dukung": 30, "keterangan": 22,
}  # fmt: skip
KOLOM = kolom_formulir(
    "Capaian",
    _LEBAR,
    (Kolom("bobot", "Bobot", 8), Kolom("capaian", "Capaian Sementara", 11), Kolom("periksa", "Periksa", 24)),
)
HURUF = huruf_kolom(KOLOM)
NOMOR = {kolom.kunci: indeks for indeks, kolom in enumerate(KOLOM)}
_BANTU = 3
_SARAN = "Isi sel kuning: Realisasi, Bukti Dukung, dan bila perlu Keterangan. Yang kurang disebut di kolom Periksa."


def tulis_capaian(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Write the sheet."""
    isi = {"kode_unit": bahan.unit.kode, "unit_kerja": bahan.unit.nama, "periode": bahan.bulan.kode}
    lembar.kepala_isian(bahan.judul, bahan.instansi, FORMULIR["Capaian"], isi, _SARAN)
    lembar.kepala_bertabel(KOLOM, _BANTU)
    awal = BARIS_KEPALA + 1
    nip = ""
    for baris, tugas in enumerate(bahan.baris, awal):
        _tulis_baris(lembar, baris, tugas, bahan.aturan, ("awal",) if tugas.nip != nip else ())
        nip = tugas.nip
    akhir = awal + max(1, len(bahan.baris)) - 1
    if not bahan.baris:
        lembar.teks(awal, 0, "Tidak ada target untuk bulan ini.", lembar.gaya("saran"))
    _ringkas(lembar, akhir, len(bahan.baris))
    _validasi(lembar, bahan)
    lembar.warnai_periksa(awal, akhir, NOMOR["periksa"])
    lembar.dalam.autofilter(BARIS_KEPALA, 0, akhir, len(KOLOM) - 1)
    lembar.dalam.freeze_panes(BARIS_KEPALA + 1, 0)
    lembar.dalam.ignore_errors(
        {"number_stored_as_text": f"B{awal + 1}:B{akhir + 1}", "formula_differs": f"L{awal + 1}:M{akhir + 1}"}
    )
    kaki = (f"{bahan.unit.nama} · {bahan.bulan.label}", bahan.identitas.pembuat)
    lembar.siapkan_cetak(BARIS_KEPALA, akhir, len(KOLOM) - 1, kaki)
    lembar.kunci(autofilter=True)


def _tulis_baris(
    lembar: LembarTemplat, baris: int, tugas: BarisTugas, aturan: Aturan, tepi: tuple[str, ...]
) -> None:
    gaya, indikator = lembar.gaya, tugas.indikator
    angka = ("umum", "ribuan") if indikator.bulat else ("umum", "longgar")
    tinggi = (
        tinggi_baris(teks, _LEBAR[kunci], paling_sedikit=31)
        for kunci, teks in (("nama", tugas.nama), ("indikator", indikator.nama))
    )
    lembar.dalam.set_row(baris, max(tinggi))
    lembar.angka(baris, NOMOR["no"], baris - BARIS_KEPALA, gaya("umum", "tengah", *tepi))
    lembar.teks(baris, NOMOR["nip"], tugas.nip, gaya("nip", *tepi))
    for kunci, teks in (
        ("nama", tugas.nama),
        ("kode_indikator", indikator.kode),
        ("indikator", indikator.nama),
        ("satuan", indikator.satuan),
    ):
        lembar.teks(baris, NOMOR[kunci], teks, gaya("teks", *tepi))
    lembar.angka(baris, NOMOR["target"], tugas.target, gaya(*angka, *tepi))
    lembar.angka(baris, NOMOR["realisasi"], None, gaya(*angka, "isian", "tebal", *tepi))
    for kunci in ("bukti_dukung", "keterangan"):
        lembar.teks(baris, NOMOR[kunci], "", gaya("teks", "isian_teks", "isian", *tepi))
    lembar.angka(baris, NOMOR["bobot"], tugas.bobot, gaya("umum", "longgar", "pudar", *tepi))
    rumus = rumus_capaian(tugas, baris, aturan)
    if rumus:
        lembar.rumus(baris, NOMOR["capaian"], rumus, gaya("umum", "longgar", "persen_polos", *tepi), "")
    else:
        lembar.teks(baris, NOMOR["capaian"], "", gaya("umum", "kosong", *tepi))
    sel, target, bukti = (f"{HURUF[k]}{baris + 1}" for k in ("realisasi", "target", "bukti_dukung"))
    periksa = rumus_periksa(indikator, sel, target, bukti, LENGKAP)
    lembar.rumus(baris, NOMOR["periksa"], periksa, gaya("teks", "periksa", *tepi), BELUM_DIISI)


def rumus_capaian(tugas: BarisTugas, baris: int, aturan: Aturan) -> str:
    """Return the formula of a row's capaian, blank where its target has no meaning in it.

    The aturan's figures stand in the formula itself: a template has no sheet Aturan to point at.
    """
    rumus = aturan.rumus_atau_tiada(tugas.indikator.polaritas, tugas.indikator.aspek)
    terburuk = tugas.indikator.nilai_terburuk
    if rumus is None:
        return ""
    tanpa_nol = tugas.target == 0 and not (rumus.boleh_nol and terburuk)
    if tanpa_nol or (tugas.target < 0 and not rumus.boleh_negatif):
        return ""
    sel, target = f"{HURUF['realisasi']}{baris + 1}", f"{HURUF['target']}{baris + 1}"
    isi = rumus.excel(target, sel, _tulis(terburuk or 0.0), aturan.parameter(_tulis))
    c = aturan.capaian
    return (
        f'IF(ISNUMBER({sel}),ROUND({jepit_excel(isi, _tulis(c.lantai.nilai), _tulis(c.plafon.nilai))},2),"")'
    )


def _tulis(angka: float) -> str:
    """Return a figure as a formula holds it; in brackets where its sign could be misread."""
    teks = f"{angka:.15g}"
    return f"({teks})" if angka < 0 else teks


def _ringkas(lembar: LembarTemplat, akhir: int, banyak: int) -> None:
    realisasi, periksa = (
        f"{HURUF[k]}{BARIS_KEPALA + 2}:{HURUF[k]}{akhir + 1}" for k in ("realisasi", "periksa")
    )
    lembar.ringkas(
        [
            ("Realisasi yang belum diisi", f"{banyak}-COUNT({realisasi})", banyak),
            ("Baris yang masih perlu dilihat", f'{banyak}-COUNTIF({periksa},"{LENGKAP}")', banyak),
            ("Baris yang sudah lengkap", f'COUNTIF({periksa},"{LENGKAP}")', 0),
        ]
    )


def _validasi(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Lay one validation over all rows of an indicator."""
    menurut: dict[str, tuple[Indikator, list[int]]] = {}
    for baris, tugas in enumerate(bahan.baris, BARIS_KEPALA + 1):
        menurut.setdefault(tugas.indikator.kode, (tugas.indikator, []))[1].append(baris)
    for kode, (indikator, milik) in menurut.items():
        realisasi, bukti = (
            [(b, NOMOR[kunci], b, NOMOR[kunci]) for b in milik] for kunci in ("realisasi", "bukti_dukung")
        )
        lembar.validasi(
            realisasi,
            aturan_sel(indikator),
            f"Realisasi {kode}",
            petunjuk_sel(indikator),
            galat_sel(indikator),
        )
        perlu = f"{'Wajib diisi' if indikator.wajib_bukti else 'Boleh dikosongkan'} untuk indikator ini"
        sumber = f" Sumber data: {indikator.sumber_data}." if indikator.sumber_data else ""
        petunjuk = f"{perlu}: nama atau nomor dokumen, atau tautannya.{sumber}"
        lembar.validasi(bukti, {"validate": "any"}, "Bukti Dukung", petunjuk)
