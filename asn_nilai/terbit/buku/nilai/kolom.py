"""Which columns the sheets Nilai, Rincian and Perilaku have: those that every rule needs, and those that this one adds."""

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK, KUNCI_RASIO, KUNCI_RENCANA
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.buku.tata import Kolom, Tata

_RINCIAN = (
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 18),
    Kolom("kode_indikator", "Kode Indikator", 11),
    Kolom("indikator", "Indikator", 30),
    *(
        Kolom(kunci, FORMULIR["Target"].label(kunci), lebar)
        for kunci, lebar in zip(KUNCI_RENCANA, (28, 28, 10), strict=True)
    ),
    Kolom("satuan", "Satuan", 10.5),
    Kolom("polaritas", "Polaritas", 11),
    Kolom("aspek", "Aspek", 11),
    Kolom("agregasi", "Agregasi", 11.5),
    Kolom("bobot", "Bobot", 8),
    Kolom("target", "Target", 12),
    Kolom("pembilang", "Pembilang", 11),
    Kolom("penyebut", "Penyebut", 11),
    Kolom("realisasi", "Realisasi", 12),
    Kolom("nilai_terburuk", "Nilai Terburuk", 10),
    Kolom("batas_alami", "Target Tertinggi", 10),
    Kolom("capaian", "Capaian (%)", 9.5),
    Kolom("nilai_capaian", "Nilai Capaian", 9.5),
    Kolom("nilai_tertimbang", "Nilai Tertimbang", 11.5),
    Kolom("sel_target", "Asal Target", 18),
    Kolom("sel_realisasi", "Asal Realisasi", 24),
)
_NILAI = (
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 26),
    Kolom("jumlah_indikator", "Jumlah Indikator", 10),
    Kolom("nilai_hasil_kerja", "Nilai Hasil Kerja", 10.5),
    Kolom("rating_hasil_kerja", "Rating Hasil Kerja", 20),
    Kolom("angka_perilaku", "Nilai Perilaku", 10.5),
    Kolom("rating_perilaku", "Rating Perilaku", 20),
    Kolom("ide_baru", "Ide Baru", 8),
    Kolom("nilai_akhir", "Nilai Akhir", 10.5),
    Kolom("predikat", "Predikat", 18),
    Kolom("status", "Status", 15),
    Kolom("alasan", "Alasan", 30),
)
_LEBAR_ASPEK = 12
_PERILAKU = (
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 26),
    Kolom("bulan", "Bulan", 15),
    Kolom("unit", "Unit", 12),
    *(Kolom(kunci, FORMULIR["Perilaku"].label(kunci), _LEBAR_ASPEK) for kunci in KUNCI_ASPEK),
    Kolom("pimpinan", "Rating Tertulis Pimpinan", 14.5),
    Kolom("rata", "Rata-rata", 9.5),
    Kolom("angka", "Nilai Perilaku", 10),
    Kolom("rating", "Rating Perilaku", 19),
    Kolom("catatan", "Catatan", 30),
    Kolom("asal", "Asal", 26),
)


def tata_rincian(aturan: Aturan, *, berasio: bool, berencana: bool) -> Tata:
    """Return the columns of Rincian under a rule; `berasio` where a row is a ratio, `berencana` where one says what it is for."""
    ada = {
        ("batas_alami", "nilai_capaian"): aturan.capaian.konversi is not None,
        ("aspek",): aturan.capaian.rumus_menurut == "aspek",
        KUNCI_RASIO: berasio,
        KUNCI_RENCANA: berencana,
    }
    return Tata.susun(_RINCIAN, {kunci for semua, perlu in ada.items() if not perlu for kunci in semua})


def tata_perilaku(aturan: Aturan) -> Tata:
    """Return the columns of Perilaku under a rule."""
    ada = {"angka": aturan.perilaku_angka, "rating": bool(aturan.perilaku.label)}
    return Tata.susun(_PERILAKU, {kunci for kunci, perlu in ada.items() if not perlu})


def tata_nilai(aturan: Aturan) -> Tata:
    """Return the columns of Nilai under a rule."""
    ada = {
        "rating_hasil_kerja": aturan.rating_hasil is not None,
        "angka_perilaku": aturan.perilaku_angka,
        "rating_perilaku": bool(aturan.perilaku.label),
        "ide_baru": aturan.perlu_ide_baru,
        "nilai_akhir": aturan.nilai_akhir is not None,
    }
    return Tata.susun(_NILAI, {kunci for kunci, perlu in ada.items() if not perlu})
