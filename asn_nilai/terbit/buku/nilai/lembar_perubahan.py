"""The sheet Perubahan: what differs between the first computation, or the locked version, and now, a row per thing."""

from asn_nilai.acuan.riwayat.kata_perubahan import kata_apa, kata_nilai
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.nilai.tata_letak import TataLetak
from asn_nilai.terbit.buku.tata import Kolom, Tata

_TATA = Tata.susun((
    Kolom("no", "No", 5),
    Kolom("apa", "Apa", 18),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("kode_indikator", "Indikator", 12),
    Kolom("semula", "Semula", 30),
    Kolom("menjadi", "Menjadi", 30),
    Kolom("sel", "Sel", 40),
    Kolom("versi", "Versi", 7),
    Kolom("alasan", "Alasan", 34),
))  # fmt: skip


def tulis_perubahan(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Perubahan."""
    kepala = lembar.kepala_lembar("Perubahan sejak Hitungan Pertama atau Penguncian", tata_letak.identitas)
    lembar.kepala_tabel(kepala, _TATA.kolom, 20)
    nama = {asn.nip: asn.nama for asn in tata_letak.nilai}
    semua = tata_letak.hasil.perubahan
    for nomor, ini in enumerate(semua, 1):
        baris, kunci = kepala + nomor, ini.kunci
        lembar.angka(baris, 0, nomor, lembar.gaya("umum", "tengah"))
        lembar.teks(baris, 1, kata_apa(kunci.apa), lembar.gaya("teks"))
        lembar.teks(baris, 2, kunci.nip, lembar.gaya("nip"))
        isi = (
            nama.get(kunci.nip, ""),
            kunci.kode_indikator,
            kata_nilai(ini.semula, kunci.apa),
            kata_nilai(ini.menjadi, kunci.apa),
            ini.sel,
            ini.versi,
            ini.alasan,
        )
        lembar.deret(baris, 3, isi, "teks")
    akhir = kepala + len(semua)
    lembar.dalam.autofilter(kepala, 0, akhir, len(_TATA.kolom) - 1)
    lembar.tanpa_sudut_hijau(nip=_TATA.rentang("no", kepala + 1, akhir, "alasan"))
    lembar.dalam.freeze_panes(kepala + 1, 0)
    lembar.siapkan_cetak(kepala, akhir, len(_TATA.kolom) - 1, tata_letak.kaki, paling_banyak=BARIS_DICETAK)
    lembar.lindungi()
