"""The sheet Belum Setor: which unit has submitted in which month, and how often one has not."""

from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, TitikUnit, UnitRekap
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR, LENGKAP, LIHAT_SKEMA, TAK_TERBACA
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.keterangan_bulan import tulis_bulan_hilang, tulis_keterlambatan
from asn_nilai.terbit.buku.rekap.tata_letak import TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom, Tata

_BACA = (
    "tiap sel menyebut keadaan setoran unit pada bulan itu; unit yang paling sering belum setor berada paling atas. Sel bergaris "
    "adalah bulan yang belum ada hasilnya dan tidak ikut dihitung."
)
_GAYA = {
    LENGKAP: (),
    ADA_GALAT: ("latar",),
    BELUM_SETOR: ("tegur", "tebal"),
    TAK_TERBACA: ("tegur",),
    BELUM_DIHITUNG: ("pudar",),
    LIHAT_SKEMA: ("tegur",),
}


def _tata(tata_letak: TataLetakRekap) -> Tata:
    bulan = (Kolom(baris.bulan.kode, baris.bulan.singkatan, 10.5) for baris in tata_letak.rekap.bulan)
    depan = (Kolom("no", "No", 5), Kolom("kode", "Kode", 14), Kolom("nama", "Unit Kerja", 42))
    periode = Kolom("periode", tata_letak.rekap.periode.label, 14)
    return Tata.susun((*depan, *bulan, Kolom("kali", "Belum setor (kali)", 11), periode))


def sel_belum_setor(tata_letak: TataLetakRekap) -> str:
    """Return the cell that counts the units which have not submitted what the period needs, for other sheets."""
    return f"'Belum Setor'!${_tata(tata_letak).huruf['periode']}${tata_letak.baris_jumlah + 1}"


def tulis_belum_setor(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Belum Setor."""
    tata = _tata(tata_letak)
    kepala = tata_letak.kepala(lembar, "Setoran Unit Kerja", _BACA, tata.kolom)
    lembar.kepala_tabel(kepala, tata.kolom)
    for nomor, setoran in enumerate(tata_letak.rekap.sorotan.setoran, 1):
        lembar.angka(kepala + nomor, 0, nomor, lembar.gaya("umum", "tengah"))
        _baris(lembar, tata_letak, tata, kepala + nomor, setoran.unit)
    _jumlah(lembar, tata_letak, tata, kepala)
    lembar.dalam.set_row(tata_letak.baris_jumlah, 20)
    lembar.dalam.autofilter(kepala, 0, tata_letak.baris_jumlah - 1, len(tata.kolom) - 1)
    blok = PenulisBlok(lembar, tata.kolom, tata_letak.baris_jumlah + 1)
    tulis_bulan_hilang(blok, tata_letak)
    tulis_keterlambatan(blok, tata_letak.rekap)
    lembar.dalam.freeze_panes(kepala + 1, 3)
    lembar.siapkan_cetak(kepala, blok.baris - 1, len(tata.kolom) - 1, tata_letak.kaki)
    lembar.lindungi()


def _bulan(tata: Tata) -> range:
    return range(3, tata.nomor["kali"])


def _baris(lembar: Lembar, tata_letak: TataLetakRekap, tata: Tata, nomor: int, unit: UnitRekap) -> None:
    gaya, ringkas = lembar.gaya, unit.ringkas
    tata_letak.nama_unit(lembar, nomor, unit, (ringkas.nama, tata.lebar("nama")))
    for kolom, titik in zip(_bulan(tata), unit.bulan, strict=True):
        _keadaan(lembar, nomor, kolom, titik)
    awal, akhir = (tata.kolom[letak].kunci for letak in (3, _bulan(tata)[-1]))
    rumus = f'COUNTIF({tata.rentang(awal, nomor, nomor, akhir)},"{BELUM_SETOR}")'
    lembar.rumus(nomor, tata.nomor["kali"], rumus, gaya("bulat", "tengah", "tebal"), unit.belum_setor)
    lembar.teks(nomor, tata.nomor["periode"], ringkas.status, gaya("teks", *_GAYA[ringkas.status]))


def _keadaan(lembar: Lembar, baris: int, kolom: int, titik: TitikUnit) -> None:
    bentuk = ("teks", "kecil", *_GAYA[titik.status]) if titik.status else ("sel", "kosong")
    lembar.teks(baris, kolom, titik.status, lembar.gaya(*bentuk))


def _jumlah(lembar: Lembar, tata_letak: TataLetakRekap, tata: Tata, kepala: int) -> None:
    """Write how many units have not submitted, by month and for the period."""
    baris, gaya = tata_letak.baris_jumlah, lembar.gaya("bulat", "tengah", "latar", "tebal", "awal")
    lembar.deret(baris, 0, ("", "", "Jumlah unit belum setor"), "teks", "latar", "tebal", "awal")

    def hitung(kolom: int, nilai: int) -> None:
        rumus = f'COUNTIF({tata.rentang(tata.kolom[kolom].kunci, kepala + 1, baris - 1)},"{BELUM_SETOR}")'
        lembar.rumus(baris, kolom, rumus, gaya, nilai)

    for kolom, banyak in zip(_bulan(tata), tata_letak.rekap.belum_setor_bulan, strict=True):
        hitung(kolom, banyak)
    semua = f"SUM({tata.rentang('kali', kepala + 1, baris - 1)})"
    banyak = sum(unit.belum_setor for unit in tata_letak.rekap.unit)
    lembar.rumus(baris, tata.nomor["kali"], semua, gaya, banyak)
    hitung(tata.nomor["periode"], len(tata_letak.rekap.sorotan.belum_setor))
