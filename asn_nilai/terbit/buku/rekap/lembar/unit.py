"""One sheet for each unit: its ASN in the columns of the national export, with NHK, months and a line to sign on.

Cells are written with formats made once per sheet: a city has thousands of these rows.
"""

from asn_nilai.acuan.hasil.ringkas import KETERANGAN_SEMENTARA
from asn_nilai.acuan.isian.register.penandatangan import Pejabat
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, AsnRekap, UnitRekap
from asn_nilai.acuan.rekap.kata_kedudukan import sebut_setara
from asn_nilai.terbit.buku.bagian import tanda_tangan, warnai_predikat
from asn_nilai.terbit.buku.blok import MUAT_KECIL, jaga_kaki, sebaris
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.rekap.bagan import SkalaBatang, batang_bulan
from asn_nilai.terbit.buku.rekap.kolom import kunci_predikat
from asn_nilai.terbit.buku.rekap.lembar.peringkat import USANG
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap
from asn_nilai.terbit.buku.tata import Tata, ada

_BACA = (
    "satu baris satu ASN; NHK adalah nilai hasil kerja periode ini, kolom bulan menunjukkan NHK tiap bulan (kosong: tidak ada "
    "nilai pada bulan itu). ASN berstatus Pindah dihitung di unit terakhirnya dan tidak ikut jumlah unit ini."
)
_KOSONG = "Tidak ada ASN yang ditempatkan di unit ini pada periode ini."
_BELUM = "Unit ini belum dihitung untuk periode ini; jalankan hitung dahulu."
_TINGGI = 27.0
"""Points of a row of two lines."""
_TEKS = ("nama", "jabatan", "rating_hasil", "rating_perilaku", "predikat", "status", "keterangan")
_LEBAR_JABATAN, _LEBAR_GARIS = 62, 32
"""Characters that the name of a post may take, and the line to sign on."""


class _PenulisUnit:
    def __init__(self, lembar: Lembar, tata_letak: TataLetakRekap) -> None:
        self.lembar, self.tata = lembar, tata_letak.tata_unit
        gaya = lembar.gaya
        self.teks, self.nip, self.no = gaya("teks"), gaya("nip"), gaya("umum", "tengah")
        self.dua, self.tebal = gaya("dua"), gaya("dua", "tebal")
        khusus = {"predikat": gaya("teks", "tebal"), "keterangan": gaya("teks", "kecil")}
        self.isi_teks = [
            (kunci, self.tata.nomor[kunci], khusus.get(kunci, self.teks))
            for kunci in _TEKS
            if kunci in self.tata.nomor
        ]
        muat = ("nama", "jabatan", "keterangan")
        self.muat = [
            (kunci, self.tata.lebar(kunci) * (MUAT_KECIL if kunci == "keterangan" else 1)) for kunci in muat
        ]

    def asn(self, baris: int, asn: AsnRekap) -> None:
        lembar, nomor = self.lembar, self.tata.nomor
        isi = {
            "nama": asn.nama, "jabatan": asn.jabatan, "rating_hasil": asn.rating_hasil,
            "rating_perilaku": asn.rating_perilaku, "predikat": asn.predikat, "status": asn.status,
            "keterangan": asn.keterangan,
        }  # fmt: skip
        if all(sebaris(isi[kunci], lebar, 2) for kunci, lebar in self.muat):
            lembar.dalam.set_row(baris, _TINGGI)
        lembar.angka(baris, 0, baris - BARIS_KEPALA, self.no)
        lembar.teks(baris, 1, asn.nip, self.nip)
        for kunci, kolom, gaya in self.isi_teks:
            lembar.teks(baris, kolom, isi[kunci], gaya)
        if "angka_perilaku" in nomor:
            lembar.angka(baris, nomor["angka_perilaku"], asn.angka_perilaku, self.dua)
        if "nilai_akhir" in nomor:
            lembar.angka(baris, nomor["nilai_akhir"], asn.nilai_akhir, self.dua)
        lembar.angka(baris, nomor["nhk"], asn.nhk, self.tebal)
        for kolom, angka in enumerate(asn.deret, nomor["nhk"] + 1):
            lembar.angka(baris, kolom, angka, self.dua)
        lembar.teks(baris, nomor["grafik"], "", self.teks)


def tulis_unit(lembar: Lembar, tata_letak: TataLetakRekap, unit: UnitRekap) -> None:
    """Write one unit's sheet."""
    tata, ringkas = tata_letak.tata_unit, unit.ringkas
    kepala = _kepala(lembar, tata_letak, unit)
    penulis = _PenulisUnit(lembar, tata_letak)
    for nomor, asn in enumerate(unit.asn, kepala + 1):
        penulis.asn(nomor, asn)
    akhir = kepala + max(1, len(unit.asn))
    skala = SkalaBatang.dari(asn.deret for asn in unit.asn)
    batang_bulan(
        lembar, tata, [n for n, a in enumerate(unit.asn, kepala + 1) if any(map(ada, a.deret))], skala
    )
    lembar.teks(kepala, tata.nomor["grafik"], skala.judul, lembar.gaya("kepala"))
    if unit.asn:
        lembar.dalam.autofilter(kepala, 0, akhir, len(tata.kolom) - 1)
        warnai_predikat(lembar, tata_letak.rekap.aturan, tata.nomor["predikat"], (kepala + 1, akhir))
    else:
        kosong = _BELUM if ringkas.status == BELUM_DIHITUNG else _KOSONG
        lembar.teks(kepala + 1, 0, kosong, lembar.gaya("miring"))
    bawah = _jumlah(lembar, tata_letak, unit, akhir + 2)
    if ringkas.sementara:
        bawah += 2
        lembar.teks(bawah, 0, KETERANGAN_SEMENTARA, lembar.gaya("miring"))
    elif ringkas.kode:  # nobody signs for people without a unit
        kolom, jabatan = _kolom_tanda_tangan(tata), f"Kepala {ringkas.nama},"
        siapa = tata_letak.rekap.kepala.get(ringkas.kode, Pejabat())
        tanda = tanda_tangan(lembar, akhir + 3, kolom, jabatan, siapa, len(tata.kolom) - 1)
        bawah = max(bawah, tanda)
    lembar.dalam.freeze_panes(kepala + 1, tata.nomor["jabatan"])
    lembar.tanpa_sudut_hijau(nip=tata.rentang("nip", kepala + 1, akhir))
    kaki = (f"{ringkas.nama} · {tata_letak.rekap.periode.label}", tata_letak.kaki[1])
    # A unit of thousands is signed on its own nilai.xlsx, which is printed whole; here it would be a hundred pages among the others.
    panjang = len(unit.asn) > BARIS_DICETAK
    lembar.siapkan_cetak(
        kepala,
        akhir if panjang else bawah,
        len(tata.kolom) - 1,
        kaki,
        paling_banyak=BARIS_DICETAK if panjang else None,
    )
    if not panjang:
        jaga_kaki(lembar, tata.kolom, kepala, akhir + 2, bawah)
    lembar.lindungi()


def _kolom_tanda_tangan(tata: Tata) -> tuple[int, int]:
    """Return the columns to sign on: from there the page is wide enough to name who signs."""
    awal, lebar = len(tata.kolom), 0.0
    while lebar < _LEBAR_JABATAN:
        awal -= 1
        lebar += tata.kolom[awal].lebar
    akhir, lebar = awal, tata.kolom[awal].lebar
    while lebar < _LEBAR_GARIS:
        akhir += 1
        lebar += tata.kolom[akhir].lebar
    return awal, akhir


def _kepala(lembar: Lembar, tata_letak: TataLetakRekap, unit: UnitRekap) -> int:
    tata, ringkas = tata_letak.tata_unit, unit.ringkas
    label, periode = tata_letak.identitas[1]
    peringatan = f"; PERHATIAN: {USANG}, hitung ulang sebelum dipakai" if unit.usang else ""
    identitas = (
        tata_letak.identitas[0],
        ("Unit Kerja", f"{ringkas.nama} ({ringkas.kode})" if ringkas.kode else ringkas.nama),
        (label, periode + peringatan),
    )
    kepala = tata_letak.kepala(lembar, "Rekap Nilai Kinerja ASN", _BACA, tata.kolom, identitas=identitas)
    tujuan = ("Peringkat", tata_letak.tata_peringkat.sel("kode", tata_letak.baris[ringkas.kode]))
    lembar.tautan(0, len(tata.kolom) - 1, tujuan, "‹ Peringkat", petunjuk="Kembali ke lembar Peringkat")
    lembar.kepala_tabel(kepala, tata.kolom, 44)
    return kepala


def _jumlah(lembar: Lembar, tata_letak: TataLetakRekap, unit: UnitRekap, awal: int) -> int:
    """Write the unit's counts as Peringkat has them; return the last row."""
    ringkas, gaya, urutan = unit.ringkas, lembar.gaya, tata_letak.rekap.aturan.predikat.urutan
    baris = tata_letak.baris[ringkas.kode]
    berperingkat = sum(lain.peringkat is not None for lain in tata_letak.urutan)
    isi: list[tuple[str, str, object, str]] = [
        ("Jumlah ASN", "asn", ringkas.jumlah_asn, "bulat"),
        ("Dinilai", "dinilai", ringkas.dinilai, "bulat"),
        *([("Sementara", "sementara", ringkas.sementara, "bulat")] if tata_letak.rekap.sementara else []),
        ("Belum Dinilai", "belum", ringkas.belum_dinilai, "bulat"),
        ("Rata-rata NHK", "rata", unit.rata_rata, "dua"),
        (f"Peringkat dari {berperingkat} unit", "peringkat", unit.peringkat, "bulat"),
        ("Setara: peringkat", "setara", sebut_setara(unit), "umum"),
        ("Peringkat di jenisnya", "dalam_jenis", unit.kedudukan.peringkat_jenis, "bulat"),
    ]
    isi += [
        (label, kunci_predikat(nomor), ringkas.predikat.get(label, 0), "bulat")
        for nomor, label in enumerate(urutan)
    ]
    lembar.deret(awal, 1, ("Rekap unit", "Jumlah"), "kepala")
    for nomor, (label, kunci, nilai, bentuk) in enumerate(isi, awal + 1):
        lembar.teks(nomor, 1, label, gaya("teks"))
        lembar.rumus(nomor, 2, tata_letak.di_peringkat(kunci, baris), gaya(bentuk, "tengah"), nilai)
    return awal + len(isi)
