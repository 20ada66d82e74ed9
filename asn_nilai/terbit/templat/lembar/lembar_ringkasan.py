"""The sheet Ringkasan of a capaian template: for each ASN what is still missing, and the score so far.

It only looks at the sheets Capaian and Perilaku of the same workbook, by rows and never by NIP: COUNTIF would take
eighteen digits for a number and see fifteen of them.
"""

from collections.abc import Mapping

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.terbit.buku.blok import tinggi_muat
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.templat.bahan import BahanCapaian
from asn_nilai.terbit.templat.lembar import lembar_perilaku
from asn_nilai.terbit.templat.lembar.lembar import (
    BARIS_KEPALA,
    BELUM_DIISI,
    LENGKAP,
    LembarTemplat,
)
from asn_nilai.terbit.templat.lembar.lembar_capaian import tata_capaian

_LABEL = FORMULIR["Capaian"].label
_TATA = Tata.susun((
    Kolom("no", _LABEL("no"), 5),
    Kolom("nip", _LABEL("nip"), 20.5),
    Kolom("nama", _LABEL("nama"), 30),
    Kolom("indikator", "Banyak Indikator", 11),
    Kolom("kosong", "Realisasi Belum Diisi", 12),
    Kolom("belum", "Baris Perlu Dilihat", 12),
    Kolom("nilai", "Capaian Sementara", 13),
    Kolom("perilaku", "Perilaku", 21),
))  # fmt: skip
_SARAN = (
    "Lembar ini terisi sendiri. Capaian sementara dihitung dari realisasi yang sudah diisi, menurut bobotnya; "
    "nilai resminya dihitung sesudah disetor."
)


def tulis_ringkasan(lembar: LembarTemplat, bahan: BahanCapaian) -> None:
    """Write the sheet."""
    gaya = lembar.gaya
    lembar.dalam.set_row(0, 24)
    lembar.teks(0, 0, f"Ringkasan {bahan.bulan.label}", gaya("judul"))
    lembar.teks(1, 0, f"{bahan.unit.nama} ({bahan.unit.kode})", gaya("tebal"))
    lembar.dalam.set_row(2, 30)
    lembar.dalam.merge_range(2, 0, 2, len(_TATA.kolom) - 1, _SARAN, gaya("saran", "lipat"))
    lembar.kepala_tabel(3, _TATA.kolom, 34)
    huruf = tata_capaian(bahan).huruf
    rentang, baris_capaian = {}, BARIS_KEPALA + 2
    for nip, milik in bahan.kelompok():
        rentang[nip] = (baris_capaian, baris_capaian + len(milik) - 1)
        baris_capaian += len(milik)
    for nomor, asn in enumerate(bahan.asn):
        baris = 4 + nomor
        lembar.dalam.set_row(baris, tinggi_muat([(asn.nama, _TATA.lebar("nama"))], sebaris_saja=20))
        lembar.angka(baris, _TATA.nomor["no"], nomor + 1, gaya("umum", "tengah"))
        lembar.teks(baris, _TATA.nomor["nip"], asn.nip, gaya("nip"))
        lembar.teks(baris, _TATA.nomor["nama"], asn.nama, gaya("teks"))
        _capaian(lembar, huruf, baris, rentang.get(asn.nip))
        perilaku = f"Perilaku!{lembar_perilaku.TATA.sel('periksa', BARIS_KEPALA + 1 + nomor)}"
        lembar.rumus(baris, _TATA.nomor["perilaku"], perilaku, gaya("teks"), BELUM_DIISI)
    akhir = 4 + max(1, len(bahan.asn)) - 1
    lembar.warnai_periksa(4, akhir, _TATA.nomor["perilaku"])
    lembar.dalam.freeze_panes(4, 0)
    lembar.dalam.ignore_errors({"number_stored_as_text": _TATA.rentang("nip", 4, akhir)})
    lembar.siapkan_cetak(3, akhir, len(_TATA.kolom) - 1, bahan.kaki)
    lembar.kunci()


def _capaian(
    lembar: LembarTemplat, huruf: Mapping[str, str], baris: int, rentang: tuple[int, int] | None
) -> None:
    """Write an ASN's counts and score so far; `huruf` are the columns of Capaian, `rentang` the ASN's rows there, 1-based."""
    gaya = lembar.gaya
    if rentang is None:
        lembar.angka(baris, _TATA.nomor["indikator"], 0, gaya("umum", "tengah"))
        for kunci in ("kosong", "belum", "nilai"):
            lembar.teks(baris, _TATA.nomor[kunci], "", gaya("umum", "kosong"))
        return
    awal, akhir = rentang
    banyak = akhir - awal + 1

    def kolom(kunci: str) -> str:
        return f"Capaian!{huruf[kunci]}{awal}:{huruf[kunci]}{akhir}"

    lembar.angka(baris, _TATA.nomor["indikator"], banyak, gaya("umum", "tengah"))
    kosong = f"{banyak}-COUNT({kolom('realisasi')})"
    belum = f'{banyak}-COUNTIF({kolom("periksa")},"{LENGKAP}")'
    lembar.rumus(baris, _TATA.nomor["kosong"], kosong, gaya("umum", "tengah"), banyak)
    lembar.rumus(baris, _TATA.nomor["belum"], belum, gaya("umum", "tengah"), banyak)
    bobot, capaian = kolom("bobot"), kolom("capaian")
    rata = f'SUMPRODUCT({bobot},{capaian})/SUMIF({capaian},">=0",{bobot})'
    nilai = f'IF(COUNT({capaian})=0,"",ROUND({rata},2))'
    lembar.rumus(baris, _TATA.nomor["nilai"], nilai, gaya("umum", "longgar", "persen_polos", "tebal"), "")
