"""The sheet Temuan: every finding of the unit, with a link to the row it speaks of in this workbook.

A finding's cell lies in the submission; here it leads to the figure that came from that cell or its row, or else to
the ASN's row on Nilai.
"""

from dataclasses import replace
from string import ascii_uppercase

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.nilai.tata_letak import TataLetak
from asn_nilai.terbit.buku.tata import Kolom, Tata

_TATA = Tata.susun((
    Kolom("no", "No", 5),
    Kolom("tingkat", "Tingkat", 11.5),
    Kolom("kode", "Kode", 21),
    Kolom("judul", "Judul", 24),
    Kolom("berkas", "Berkas", 27),
    Kolom("lembar", "Lembar", 11),
    Kolom("sel", "Sel", 7),
    Kolom("nip", "NIP", 19.5),
    Kolom("pesan", "Pesan", 44),
    Kolom("saran", "Saran", 38),
    Kolom("tautan", "Lihat", 12),
))  # fmt: skip
_URUTAN = tuple(Tingkat)


class Penunjuk:
    """Where in this workbook a finding's cell is shown."""

    def __init__(self, tata_letak: TataLetak) -> None:
        self._nilai = {
            nip: f"Nilai!{tata_letak.tata_nilai.sel('nip', baris)}"
            for nip, baris in tata_letak.baris_nilai.items()
        }
        self._rincian: dict[Letak, tuple[str, str]] = {}
        for nomor, (asn, milik) in enumerate(tata_letak.rincian, tata_letak.baris_pertama):
            asal = (("target", milik.baris.sel_target), ("realisasi", milik.baris.sel_masukan))
            for kolom, semua in asal:
                tujuan = f"Rincian!{tata_letak.tata_rincian.sel(kolom, nomor)}"
                for letak in semua:
                    self._rincian[letak] = self._rincian[_baris(letak)] = (asn.nip, tujuan)

    def cari(self, temuan: Temuan) -> str:
        """Return the cell to go to, `Sheet!A1`, blank where this workbook shows nothing of it."""
        letak = temuan.letak
        for kunci in (letak, _baris(letak)) if letak.sel else ():
            nip, tujuan = self._rincian.get(kunci, ("", ""))
            if tujuan and temuan.nip in {"", nip}:
                return tujuan
        return self._nilai.get(temuan.nip, "")


def _baris(letak: Letak) -> Letak:
    """Return a place without the letters of its column: the row it stands in."""
    return replace(letak, sel=letak.sel.lstrip(ascii_uppercase))


def tulis_temuan(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Temuan."""
    kepala = lembar.kepala_lembar("Temuan Pemeriksaan", tata_letak.identitas)
    lembar.kepala_tabel(kepala, _TATA.kolom, 20)
    temuan = sorted(tata_letak.hasil.temuan, key=lambda t: _URUTAN.index(t.tingkat))
    akhir = kepala + max(1, len(temuan))
    if temuan:
        penunjuk = Penunjuk(tata_letak)
        for nomor, t in enumerate(temuan, 1):
            _tulis_satu(lembar, kepala + nomor, nomor, t, penunjuk.cari(t))
        lembar.dalam.autofilter(kepala, 0, akhir, len(_TATA.kolom) - 1)
        lembar.tanpa_sudut_hijau(nip=_TATA.rentang("nip", kepala + 1, akhir))
    else:
        kalimat = "Tidak ada temuan: semua isian unit ini lolos pemeriksaan."
        lembar.teks(kepala + 1, 0, kalimat, lembar.gaya("miring"))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.siapkan_cetak(kepala, akhir, len(_TATA.kolom) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK)
    lembar.lindungi()


def _tulis_satu(lembar: Lembar, baris: int, nomor: int, temuan: Temuan, tujuan: str) -> None:
    gaya, letak = lembar.gaya, temuan.letak
    tebal = ("tebal", "latar") if temuan.tingkat is Tingkat.GALAT else ()
    lembar.angka(baris, 0, nomor, gaya("umum", "tengah"))
    lembar.teks(baris, 1, temuan.tingkat.value, gaya("teks", *tebal))
    isi = (temuan.kode, temuan.jenis.judul, letak.berkas, letak.lembar, letak.sel)
    lembar.deret(baris, 2, isi, "teks")
    lembar.teks(baris, 7, temuan.nip, gaya("nip"))
    lembar.teks(baris, 8, temuan.pesan, gaya("teks"))
    lembar.teks(baris, 9, temuan.saran, gaya("teks"))
    if tujuan:
        nama, _, sel = tujuan.partition("!")
        lembar.tautan(baris, 10, (nama, sel), f"{nama} {sel}", petunjuk="Buka selnya di buku ini")
    else:
        lembar.teks(baris, 10, "", gaya("teks"))
