"""The sheet Indikator: what the city reached in each indicator, lowest first, with the months and where it lags."""

from asn_nilai.acuan.profil.ekspektasi import ekspektasi
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.baris import CAPAIAN_TARGET, IndikatorRekap
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.bagan import SkalaBatang, batang_bulan
from asn_nilai.terbit.buku.rekap.keterangan_bulan import tulis_bulan_hilang
from asn_nilai.terbit.buku.rekap.kolom import kolom_bulan
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom, Tata, ada

TERTINGGAL = "di bawah ekspektasi"
_BACA = (
    "satu baris satu indikator, rata-rata capaian terendah lebih dulu; setiap ASN yang memakai indikator itu dihitung sekali, yang pindah "
    "sekali di tiap unitnya. Kolom Unit terendah menunjuk tempat mulai membantu."
)


def _tata(tata_letak: TataLetakRekap) -> Tata:
    return Tata.susun(
        (
            Kolom("kode", "Kode", 10),
            Kolom("nama", "Indikator", 34),
            Kolom("satuan", "Satuan", 10),
            Kolom("polaritas", "Polaritas", 10.5),
            Kolom("asn", "ASN", 8),
            Kolom("rata", "Rata-rata Capaian (%)", 11),
            Kolom("belum", "ASN Belum Capai Target", 10.5),
            Kolom("persen", "Belum Capai (%)", 9),
            Kolom("di_bawah", "ASN di Bawah Ekspektasi", 11),
            *kolom_bulan(tata_letak.rekap, 7.5),
            Kolom("grafik", "Grafik", 13),
            Kolom("keadaan", "Keadaan", 11.5),
            Kolom("unit", "Unit terendah (capaian persen)", 27),
            Kolom("rasio", "Realisasi seluruh unit (rasio)", 24),
        ),
        () if any(i.kata_rasio for i in tata_letak.rekap.indikator) else {"rasio"},
    )


def sel_indikator(tata_letak: TataLetakRekap, nomor: int, kunci: str) -> str:
    """Return a cell of the indicator with this number (0-based) as other sheets name it."""
    return f"Indikator!${_tata(tata_letak).huruf[kunci]}${BARIS_KEPALA + 2 + nomor}"


def tulis_indikator(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Indikator."""
    tata, semua = _tata(tata_letak), tata_letak.rekap.indikator
    belum = (
        f"{sum(i.belum_capai for i in semua)} dari {len(semua)} indikator belum mencapai target rata-ratanya; "
        if semua
        else ""
    )
    kepala = tata_letak.kepala(lembar, "Capaian Indikator", belum + _BACA, tata.kolom)
    lembar.kepala_tabel(kepala, tata.kolom, 44)
    blok = PenulisBlok(lembar, tata.kolom, kepala + 1)
    for indikator in semua:
        _baris(blok, tata_letak, tata, indikator)
    akhir = max(kepala + 1, blok.baris - 1)
    skala = SkalaBatang.dari(indikator.deret for indikator in semua)
    batang_bulan(lembar, tata, [n for n, i in enumerate(semua, kepala + 1) if any(map(ada, i.deret))], skala)
    lembar.teks(kepala, tata.nomor["grafik"], skala.judul, lembar.gaya("kepala"))
    if semua:
        lembar.dalam.autofilter(kepala, 0, akhir, len(tata.kolom) - 1)
    else:
        blok.kalimat("Tidak ada indikator yang dihitung pada periode ini.", "miring")
    _keterangan(blok, tata_letak)
    lembar.dalam.freeze_panes(kepala + 1, 2)
    lembar.siapkan_cetak(kepala, blok.baris - 1, len(tata.kolom) - 1, tata_letak.kaki)
    lembar.lindungi()


def _baris(blok: PenulisBlok, tata_letak: TataLetakRekap, tata: Tata, indikator: IndikatorRekap) -> None:
    lembar, gaya, b, nomor = blok.lembar, blok.lembar.gaya, blok.baris, tata.nomor
    tegur = ("tegur", "tebal") if indikator.tertinggal else ()
    unit = "; ".join(
        f"{u.kode_unit} {tulis_rata(u.rata_rata, tata_letak.desimal)}" for u in indikator.unit_terendah
    )
    teks = {
        "kode": indikator.kode, "nama": indikator.nama, "satuan": indikator.satuan, "polaritas": indikator.polaritas,
        "unit": unit, "rasio": indikator.kata_rasio,
    }  # fmt: skip
    garis = [
        blok.gabung(nomor[kunci], nomor[kunci], isi, "teks") for kunci, isi in teks.items() if kunci in nomor
    ]
    lembar.angka(b, nomor["asn"], indikator.jumlah_asn, gaya("bulat"))
    lembar.angka(b, nomor["rata"], indikator.rata_rata, gaya("dua", "tebal"))
    lembar.angka(b, nomor["belum"], indikator.belum_target, gaya("bulat"))
    rumus = tata_letak.rumus_persen(tata.sel("belum", b), tata.sel("asn", b))
    persen = tata_letak.persen(indikator.belum_target, indikator.jumlah_asn)
    lembar.rumus(b, nomor["persen"], rumus, gaya("dua"), persen)
    lembar.angka(b, nomor["di_bawah"], indikator.di_bawah, gaya("bulat"))
    for kolom, angka in enumerate(indikator.deret, nomor["di_bawah"] + 1):
        lembar.angka(b, kolom, angka, gaya("dua") if ada(angka) else gaya("sel", "kosong"))
    lembar.teks(b, nomor["grafik"], "", gaya("sel"))
    lembar.teks(b, nomor["keadaan"], TERTINGGAL if indikator.tertinggal else "", gaya("teks", *tegur))
    blok.selesai(*garis, 2 if indikator.tertinggal else 1)


def _keterangan(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write what the two counts look at, and which months are missing."""
    tepi = ekspektasi(tata_letak.rekap.aturan)
    blok.judul("Dua hitungan")
    blok.kalimat(
        f"Belum capai target: capaian di bawah {CAPAIAN_TARGET} persen. Di bawah ekspektasi: capaian di bawah {tulis_angka(tepi.batas)}, batas "
        f"{tepi.label} menurut {tata_letak.rekap.aturan.profil.nama}."
    )
    tulis_bulan_hilang(blok, tata_letak)
