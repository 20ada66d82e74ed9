"""The sheets Penghargaan and Pembinaan: whom to thank, and whom to support and in what. Proposals, not decisions."""

from collections.abc import Mapping, Sequence

from asn_nilai.acuan.profil.ketentuan import ketentuan_kriteria
from asn_nilai.acuan.rekap.bahan import BarisTindakLanjut
from asn_nilai.acuan.rekap.baris import AsnRekap
from asn_nilai.terbit.buku.bagian import TANPA_IDE, TANPA_INDIKATOR, warnai_predikat
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.rekap.tata_letak import TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom

_KOLOM = (
    Kolom("no", "No", 5),
    Kolom("kode", "Unit", 14),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 27),
    Kolom("nhk", "NHK", 9),
    Kolom("predikat", "Predikat", 17),
    Kolom("alasan", "Alasan", 40),
)
_INDIKATOR = Kolom("indikator", "Indikator yang dikuatkan (capaian persen)", 48)
_BACA = {
    "Penghargaan": (
        "ASN berikut memenuhi kriteria penghargaan; alasannya tertulis di tiap baris. Daftar ini usulan untuk dibicarakan, "
        "bukan keputusan."
    ),
    "Pembinaan": (
        "ASN berikut perlu didukung; kolom terakhir menyebut indikator yang perlu dikuatkan, terendah lebih dulu. Pembinaan "
        "adalah bantuan, bukan hukuman, dan daftar ini tidak mengubah nilai siapa pun."
    ),
}
KOLOM_NIP = "C"
"""The letter of the column that counts the proposals."""


def tulis_penghargaan(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Penghargaan."""
    _tulis(lembar, tata_letak, "Penghargaan", tata_letak.rekap.penghargaan, _KOLOM)


def tulis_pembinaan(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Pembinaan."""
    _tulis(lembar, tata_letak, "Pembinaan", tata_letak.rekap.pembinaan, (*_KOLOM, _INDIKATOR))


def _tulis(
    lembar: Lembar,
    tata_letak: TataLetakRekap,
    apa: str,
    usulan: Sequence[BarisTindakLanjut],
    kolom: tuple[Kolom, ...],
) -> None:
    kepala = tata_letak.kepala(lembar, f"Usulan {apa}", _BACA[apa], kolom)
    lembar.kepala_tabel(kepala, kolom)
    siapa = {(unit.ringkas.kode, asn.nip): asn for unit in tata_letak.rekap.unit for asn in unit.asn}
    blok = PenulisBlok(lembar, kolom, kepala + 1)
    for nomor, baris in enumerate(usulan, 1):
        _baris(blok, tata_letak, nomor, baris, siapa.get((baris.kode_unit, baris.nip)))
    akhir = max(kepala + 1, blok.baris - 1)
    if usulan:
        lembar.dalam.autofilter(kepala, 0, akhir, len(kolom) - 1)
        warnai_predikat(lembar, tata_letak.rekap.aturan, 6, (kepala + 1, akhir))
    else:
        blok.kalimat(f"Belum ada ASN yang memenuhi kriteria {apa.lower()} pada periode ini.", "miring")
    if apa == "Penghargaan":
        _ide_baru(blok, tata_letak, siapa)
    blok.judul("Kriteria yang dipakai")
    kriteria = [
        ketentuan
        for ketentuan in ketentuan_kriteria(tata_letak.rekap.aturan)
        if ketentuan.judul.startswith(f"{apa}:")
    ]
    for ketentuan in kriteria:
        blok.kalimat(
            f"{ketentuan.judul}: {ketentuan.isi}. Dasar: {ketentuan.dasar} (kepastian: {ketentuan.status})."
        )
    if not kriteria:
        blok.kalimat(
            f"Aturan {tata_letak.rekap.aturan.profil.nama} belum memuat kriteria {apa.lower()}.", "miring"
        )
    lembar.dalam.freeze_panes(kepala + 1, 4)
    lembar.tanpa_sudut_hijau(nip=f"{KOLOM_NIP}{kepala + 2}:{KOLOM_NIP}{blok.baris}")
    lembar.siapkan_cetak(kepala, blok.baris - 1, len(kolom) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK)
    lembar.lindungi()


def _ide_baru(
    blok: PenulisBlok, tata_letak: TataLetakRekap, siapa: Mapping[tuple[str, str], AsnRekap]
) -> None:
    """Write the new ideas that the units' sheets note, beside the proposals: they decide nothing by themselves."""
    blok.judul("Ide baru yang dicatat, bahan pertimbangan penghargaan")
    if not tata_letak.rekap.ide_baru:
        blok.kalimat(TANPA_IDE, "miring")
    for nomor, baris in enumerate(tata_letak.rekap.ide_baru, 1):
        _baris(blok, tata_letak, nomor, baris, siapa.get((baris.kode_unit, baris.nip)))


def _baris(
    blok: PenulisBlok, tata_letak: TataLetakRekap, nomor: int, baris: BarisTindakLanjut, asn: AsnRekap | None
) -> None:
    lembar, gaya, b = blok.lembar, blok.lembar.gaya, blok.baris
    lembar.angka(b, 0, nomor, gaya("umum", "tengah"))
    tata_letak.tautan_unit(lembar, b, baris.kode_unit)
    lembar.teks(b, 2, baris.nip, gaya("nip"))
    garis = [blok.gabung(3, 3, baris.nama, "teks"), blok.gabung(4, 4, asn.jabatan if asn else "", "teks")]
    lembar.angka(b, 5, asn.nhk if asn else None, gaya("dua"))
    lembar.teks(b, 6, asn.predikat if asn else "", gaya("teks"))
    garis.append(blok.gabung(7, 7, baris.alasan, "teks"))
    if len(blok.kolom) > len(_KOLOM):
        garis.append(blok.gabung(8, 8, "\n".join(baris.indikator) or TANPA_INDIKATOR, "teks"))
    blok.selesai(*garis)
