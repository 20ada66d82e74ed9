"""The sheet Nilai: one row for each ASN, and below it what a head of unit signs.

Score, rating, predikat and recap are live. A cell whose official value is not what its formula would give (a moved
ASN's row, a score held back by a finding) is written as it stands, so that recalculating changes nothing.
"""

import re
from dataclasses import dataclass
from typing import Any

from asn_nilai.acuan.hasil import BELUM_DINILAI, DINILAI, PINDAH
from asn_nilai.acuan.temuan import katalog
from asn_nilai.terbit.buku_nilai_denah import Baris, Denah, Rentang
from asn_nilai.terbit.gaya_buku import WARNA_BERTINGKAT, Kolom, Lembar, ada, huruf_kolom
from asn_nilai.terbit.lembar_rincian import rumus_nhk

KOLOM = (
    Kolom("no", "No", 5),
    Kolom("nip", "NIP", 20.5),
    Kolom("nama", "Nama", 27),
    Kolom("jabatan", "Jabatan", 26),
    Kolom("jumlah_indikator", "Jumlah Indikator", 10),
    Kolom("nilai_hasil_kerja", "Nilai Hasil Kerja", 10.5),
    Kolom("rating_hasil_kerja", "Rating Hasil Kerja", 20),
    Kolom("rating_perilaku", "Rating Perilaku", 20),
    Kolom("predikat", "Predikat", 18),
    Kolom("status", "Status", 15),
    Kolom("alasan", "Alasan", 30),
)
HURUF = huruf_kolom(KOLOM)
NOMOR = {satu.kunci: indeks for indeks, satu in enumerate(KOLOM)}
_PEMISAH = re.compile(r"[\s;:,()]+")


def predikat_menurut(denah: Denah, rating_hasil: str, rating_perilaku: str) -> str:
    """Return the predikat of two ratings, Belum Dinilai where one is missing: what the live cell gives."""
    matriks = denah.aturan.predikat.matriks.nilai
    return matriks.get(rating_hasil, {}).get(rating_perilaku, BELUM_DINILAI)


@dataclass(slots=True)
class _Penulis:
    lembar: Lembar
    denah: Denah

    def baris(self, nomor: int, baris: Baris) -> None:
        lembar, gaya = self.lembar, self.lembar.gaya
        alasan = alasan_cetak(baris["alasan"])
        if (
            _sebaris(baris["nama"], "nama")
            and _sebaris(baris["jabatan"], "jabatan")
            and _sebaris(alasan, "alasan")
        ):
            lembar.dalam.set_row(nomor, 18)
        lembar.angka(nomor, 0, nomor - self.denah.baris_pertama + 1, gaya("umum", "tengah"))
        lembar.teks(nomor, NOMOR["nip"], baris["nip"], gaya("nip"))
        lembar.teks(nomor, NOMOR["nama"], baris["nama"], gaya("teks"))
        lembar.teks(nomor, NOMOR["jabatan"], baris["jabatan"], gaya("teks"))
        lembar.angka(nomor, NOMOR["jumlah_indikator"], baris["jumlah_indikator"], gaya("umum", "tengah"))
        self.nhk(nomor, baris)
        self.rating(nomor, baris)
        lembar.teks(nomor, NOMOR["rating_perilaku"], baris["rating_perilaku"], gaya("teks"))
        self.predikat(nomor, baris)
        lembar.teks(nomor, NOMOR["alasan"], alasan, gaya("teks", "kecil"))

    def nhk(self, nomor: int, baris: Baris) -> None:
        nip, gaya, nilai = baris["nip"], self.lembar.gaya("dua", "tebal"), baris["nilai_hasil_kerja"]
        rentang: Rentang | None = self.denah.pindah.get(nip)
        if rentang is None and nip not in self.denah.tertahan:
            rentang = self.denah.rentang.get(nip)
        lengkap = all(ada(satu[1]) for satu in self.denah.bagian(baris))
        if rentang is None or (nip in self.denah.pindah and lengkap and not ada(nilai)):
            self.lembar.angka(nomor, NOMOR["nilai_hasil_kerja"], nilai, gaya)
        else:
            self.lembar.rumus(nomor, NOMOR["nilai_hasil_kerja"], rumus_nhk(rentang, "Rincian"), gaya, nilai)

    def rating(self, nomor: int, baris: Baris) -> None:
        aturan, gaya, kolom = self.denah.aturan, self.lembar.gaya("teks"), NOMOR["rating_hasil_kerja"]
        if baris["status"] == PINDAH:
            self.lembar.teks(nomor, kolom, baris["rating_hasil_kerja"], gaya)
            return
        nhk = f"{HURUF['nilai_hasil_kerja']}{nomor + 1}"
        tangga = aturan.rating_hasil.excel(nhk, aturan.nama_batas_hasil)
        self.lembar.rumus(nomor, kolom, f'IF(ISNUMBER({nhk}),{tangga},"")', gaya, baris["rating_hasil_kerja"])

    def predikat(self, nomor: int, baris: Baris) -> None:
        lembar, predikat, status = self.lembar, baris["predikat"], baris["status"]
        gaya = lembar.gaya("teks", "tebal")
        hasil, perilaku, sel_predikat = (
            f"{HURUF[k]}{nomor + 1}" for k in ("rating_hasil_kerja", "rating_perilaku", "predikat")
        )
        hidup = predikat == predikat_menurut(
            self.denah, baris["rating_hasil_kerja"], baris["rating_perilaku"]
        )
        if status == PINDAH or not hidup:
            lembar.teks(nomor, NOMOR["predikat"], predikat, gaya)
        else:
            cari = f"MATCH({hasil},matriks_hasil,0),MATCH({perilaku},matriks_perilaku,0)"
            isi = f'IF(OR({hasil}="",{perilaku}=""),"{BELUM_DINILAI}",INDEX(matriks_predikat,{cari}))'
            lembar.rumus(nomor, NOMOR["predikat"], isi, gaya, predikat)
        if status == (BELUM_DINILAI if predikat == BELUM_DINILAI else DINILAI):
            isi = f'IF({sel_predikat}="{BELUM_DINILAI}","{BELUM_DINILAI}","{DINILAI}")'
            lembar.rumus(nomor, NOMOR["status"], isi, lembar.gaya("teks"), status)
        else:
            lembar.teks(nomor, NOMOR["status"], status, lembar.gaya("teks"))


def _sebaris(teks: str, kunci: str) -> bool:
    """Tell whether a text surely fits one line of its column; the program then sees to a height of its own."""
    lebar = len(teks) + 0.35 * sum(map(str.isupper, teks))
    return lebar <= 0.95 * KOLOM[NOMOR[kunci]].lebar and "\n" not in teks


def alasan_cetak(alasan: str) -> str:
    """Return the reason short enough to print: the titles of the findings named in it, each once."""
    kode = [kata for kata in _PEMISAH.split(alasan) if kata in katalog()]
    return "; ".join(dict.fromkeys(katalog()[satu].judul for satu in kode)) or alasan


def tulis_nilai(lembar: Lembar, denah: Denah) -> None:
    """Write the sheet Nilai."""
    kepala = lembar.kepala_lembar("Daftar Nilai Kinerja ASN", denah.identitas)
    lembar.kepala_tabel(kepala, KOLOM)
    penulis = _Penulis(lembar, denah)
    for nomor, baris in enumerate(denah.nilai, kepala + 1):
        penulis.baris(nomor, baris)
    akhir = kepala + max(1, len(denah.nilai))
    if denah.nilai:
        lembar.dalam.autofilter(kepala, 0, akhir, len(KOLOM) - 1)
    else:
        lembar.teks(
            kepala + 1,
            0,
            "Tidak ada ASN yang ditempatkan di unit ini pada periode ini.",
            lembar.gaya("miring"),
        )
    data = Rentang(kepala + 1, akhir)
    _warnai(lembar, denah, data)
    bawah = max(
        _rekap(lembar, denah, akhir + 2, data),
        _penjelasan(lembar, akhir + 2),
        _tanda_tangan(lembar, denah, akhir + 2),
    )
    lembar.dalam.freeze_panes(kepala + 1, NOMOR["jabatan"])
    hitung = f"{data.sel(HURUF['nilai_hasil_kerja']).split(':')[0]}:{HURUF['status']}{akhir + 1}"
    lembar.dalam.ignore_errors(
        {"number_stored_as_text": data.sel(HURUF["nip"]), "formula_differs": hitung, "formula_range": hitung}
    )
    lembar.siapkan_cetak(kepala, bawah, len(KOLOM) - 1, denah.kaki)
    lembar.lindungi()


def _warna(denah: Denah) -> dict[str, dict[str, Any]]:
    """Return a fill for each predikat, spread over the palette from best to worst."""
    urutan = denah.aturan.predikat.urutan
    langkah = (len(WARNA_BERTINGKAT) - 1) / max(1, len(urutan) - 1)
    warna: dict[str, dict[str, Any]] = {
        label: {"bg_color": WARNA_BERTINGKAT[round(nomor * langkah)]} for nomor, label in enumerate(urutan)
    }
    warna[BELUM_DINILAI] = {"bg_color": "#E4E7EA", "italic": True}
    return warna


def _warnai(lembar: Lembar, denah: Denah, data: Rentang) -> None:
    kolom = NOMOR["predikat"]
    for label, sifat in _warna(denah).items():
        lembar.dalam.conditional_format(
            data.awal, kolom, data.akhir, kolom,
            {"type": "cell", "criteria": "==", "value": f'"{label}"', "format": lembar.gaya.bersyarat(sifat)},
        )  # fmt: skip


def _rekap(lembar: Lembar, denah: Denah, awal: int, data: Rentang) -> int:
    """Write how many ASN have each predikat; return the last row."""
    gaya = lembar.gaya
    label = (*denah.aturan.predikat.urutan, BELUM_DINILAI)
    predikat, status = (
        f"${HURUF[k]}${data.awal + 1}:${HURUF[k]}${data.akhir + 1}" for k in ("predikat", "status")
    )
    for kolom, teks in enumerate(("Rekap predikat", "Jumlah ASN"), 1):
        lembar.teks(awal, kolom, teks, gaya("kepala"))
    tanpa_pindah = [baris["predikat"] for baris in denah.nilai if baris["status"] != PINDAH]
    for nomor, satu in enumerate(label, awal + 1):
        lembar.teks(nomor, 1, satu, gaya("teks"))
        rumus = f'COUNTIFS({predikat},B{nomor + 1},{status},"<>{PINDAH}")'
        lembar.rumus(nomor, 2, rumus, gaya("umum", "tengah"), tanpa_pindah.count(satu))
    akhir = awal + len(label) + 1
    lembar.teks(akhir, 1, "Jumlah", gaya("teks", "tebal", "latar"))
    lembar.rumus(
        akhir,
        2,
        f"SUM(C{awal + 2}:C{akhir})",
        gaya("umum", "tengah", "latar", "tebal"),
        len(tanpa_pindah),
    )
    if pindah := len(denah.nilai) - len(tanpa_pindah):
        akhir += 1
        lembar.teks(
            akhir,
            1,
            f"Di luar jumlah: {pindah} ASN pindah, dinilai di unit terakhirnya.",
            gaya("pudar", "kecil"),
        )
    return akhir


_PENJELASAN = (
    "Nilai hasil kerja: rata-rata capaian indikator menurut bobotnya (lembar Rincian).",
    "Predikat: pertemuan rating hasil kerja dan rating perilaku (lembar Aturan).",
    "Belum Dinilai: ada yang belum lengkap; lihat Alasan dan lembar Temuan.",
    "Pindah: ASN pindah dalam periode ini; nilainya digabung di unit terakhir.",
    "Semua angka dihitung langsung dari lembar Rincian dan Aturan.",
)


def _penjelasan(lembar: Lembar, awal: int) -> int:
    """Write what the words mean; return the last row."""
    lembar.teks(awal, NOMOR["jabatan"], "Keterangan", lembar.gaya("tebal", "menjorok"))
    for nomor, kalimat in enumerate(_PENJELASAN, awal + 1):
        lembar.dalam.merge_range(
            nomor,
            NOMOR["jabatan"],
            nomor,
            NOMOR["rating_hasil_kerja"],
            kalimat,
            lembar.gaya("lipat", "menjorok"),
        )
    return awal + len(_PENJELASAN)


def _tanda_tangan(lembar: Lembar, denah: Denah, awal: int) -> int:
    """Write place, date and the line to sign on; return the last row."""
    unit, gaya, kolom = denah.hasil.unit, lembar.gaya, NOMOR["status"]
    nama = next(
        (baris["nama"] for baris in denah.nilai if unit.nip_kepala and baris["nip"] == unit.nip_kepala), ""
    )
    lembar.teks(awal, kolom, "……………………………, ……………………… 20……", gaya())
    lembar.teks(awal + 1, kolom, f"Kepala {unit.nama},", gaya())
    lembar.teks(awal + 6, kolom, nama, gaya("tebal", "tanda_tangan"))
    lembar.teks(awal + 6, kolom + 1, "", gaya("tanda_tangan"))
    lembar.teks(awal + 7, kolom, f"NIP {unit.nip_kepala or '…………………………………………'}", gaya())
    return awal + 7
