"""The sheet Distribusi: how many ASN have each predikat, against the guide, and by kind of unit."""

from collections.abc import Sequence

from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, SEMENTARA
from asn_nilai.acuan.rata import rata_rata_gabungan
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.bagan import BAGAN_PREDIKAT, bagan_predikat
from asn_nilai.terbit.buku.rekap.kolom import kunci_predikat
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap
from asn_nilai.terbit.buku.tata import Kolom

_BACA = (
    "jumlah dan persen ASN menurut predikat; persen dihitung dari ASN yang sudah dinilai. Panduan sebaran adalah pembanding untuk "
    "pembicaraan pimpinan, tidak mengubah nilai siapa pun."
)
_SESUAI, _DI_LUAR = "sesuai panduan", "di luar panduan"
_KEPALA_SEBARAN = ("Predikat", "Jumlah ASN", "Persen")
_KEPALA_USULAN = (
    (0, 0, "Unit"), (1, 3, "Indikator milik unit"), (4, 4, "Rata-rata capaian"), (5, 6, "Usulan"), (7, 9, "Ditetapkan"),
)  # fmt: skip
_KEPALA_UNIT = (
    (0, 0, "Unit"), (1, 2, "Predikat organisasi"), (3, 4, "Predikat ASN"), (5, 5, "Jumlah ASN"), (6, 7, "Panduan"),
    (8, 8, "Batas orang"), (9, 9, "Keadaan"),
)  # fmt: skip
_BARIS_BAGAN = 13
_TINGGI = 16


def _kolom(tata_letak: TataLetakRekap) -> tuple[Kolom, ...]:
    banyak = max(10, 5 + len(tata_letak.rekap.aturan.predikat.urutan))
    return (Kolom("nama", "", 28), *(Kolom(f"k{nomor}", "", 12.5) for nomor in range(1, banyak)))


def rentang_predikat(tata_letak: TataLetakRekap) -> tuple[tuple[int, int], tuple[str, ...]]:
    """Return the first and last row of the counts by predikat (labels in column A, counts in B), and their labels."""
    label = tuple(tata_letak.warna_sebaran)
    return (BARIS_KEPALA + 1, BARIS_KEPALA + len(label)), label


def tulis_distribusi(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Distribusi."""
    kolom = _kolom(tata_letak)
    kepala = tata_letak.kepala(lembar, "Distribusi Predikat", _BACA, kolom, nilai=1)
    for nomor in range(kepala, kepala + _BARIS_BAGAN):
        lembar.dalam.set_row(nomor, _TINGGI)
    _sebaran(lembar, tata_letak, kepala)
    bagan = bagan_predikat(lembar, tata_letak, (600, 262))
    uraian = f"Bagan {BAGAN_PREDIKAT}, dari tabel di sebelah kirinya."
    rupa = {"x_offset": 12, "object_position": 3, "description": uraian}
    lembar.dalam.insert_chart(kepala, 3, bagan, rupa)
    blok = PenulisBlok(lembar, kolom, kepala + _BARIS_BAGAN)
    _panduan(blok, tata_letak)
    _usulan(blok, tata_letak)
    _panduan_unit(blok, tata_letak)
    _jenis(blok, tata_letak)
    lembar.siapkan_cetak(0, blok.baris - 1, len(kolom) - 1, tata_letak.kaki)
    blok.bagi_halaman()
    lembar.lindungi()


def _sebaran(lembar: Lembar, tata_letak: TataLetakRekap, kepala: int) -> None:
    """Write count and percent of each predikat, of who is not scored, and of all."""
    rekap, gaya = tata_letak.rekap, lembar.gaya
    lembar.deret(kepala, 0, _KEPALA_SEBARAN, "kepala")
    (awal, akhir), label = rentang_predikat(tata_letak)
    jumlah = {**rekap.predikat, SEMENTARA: rekap.sementara, BELUM_DINILAI: rekap.belum_dinilai}
    warna = tata_letak.warna_sebaran
    lain = {SEMENTARA: "sementara", BELUM_DINILAI: "belum"}
    for nomor, predikat in enumerate(label):
        baris, kunci = awal + nomor, lain.get(predikat) or kunci_predikat(nomor)
        lembar.teks(baris, 0, predikat, gaya.khusus({"bg_color": warna[predikat]}, "teks"))
        lembar.rumus(baris, 1, tata_letak.di_peringkat(kunci), gaya("bulat"), jumlah[predikat])
        if predikat in lain:
            lembar.teks(baris, 2, "", gaya("dua"))
        else:
            rumus = tata_letak.rumus_persen(f"B{baris + 1}", tata_letak.di_peringkat("dinilai"))
            lembar.rumus(baris, 2, rumus, gaya("dua"), tata_letak.persen(jumlah[predikat], rekap.dinilai))
    lembar.teks(akhir + 1, 0, "Jumlah ASN", gaya("teks", "latar", "tebal"))
    lembar.rumus(
        akhir + 1, 1, f"SUM(B{awal + 1}:B{akhir + 1})", gaya("bulat", "latar", "tebal"), rekap.jumlah_asn
    )
    lembar.teks(akhir + 1, 2, "", gaya("teks", "latar"))


def _panduan(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write each guide beside the figure, and whether it is kept."""
    rekap, lembar, gaya = tata_letak.rekap, blok.lembar, blok.lembar.gaya
    untuk = dict.fromkeys(pembanding.untuk for pembanding in rekap.panduan)
    blok.judul(": ".join(filter(None, ("Panduan sebaran", "; ".join(untuk)))))
    if not rekap.panduan:
        blok.kalimat(_tanpa_panduan(tata_letak), "miring")
        return
    lembar.deret(blok.baris, 0, _KEPALA_SEBARAN, "kepala")
    for awal, akhir, teks in ((3, 4, "Panduan"), (5, 6, "Keadaan"), (7, 9, "Dasar")):
        blok.gabung(awal, akhir, teks, "kepala")
    blok.baris += 1
    (pertama, _), label = rentang_predikat(tata_letak)
    dinilai = tata_letak.di_peringkat("dinilai")
    for pembanding in rekap.panduan:
        b = blok.baris
        garis = [blok.gabung(0, 0, pembanding.panduan.sebutan, "teks")]
        banyak = "+".join(
            f"B{pertama + label.index(predikat) + 1}" for predikat in pembanding.panduan.predikat
        )
        lembar.rumus(b, 1, banyak, gaya("bulat"), pembanding.banyak)
        lembar.rumus(b, 2, tata_letak.rumus_persen(f"B{b + 1}", dinilai), gaya("dua"), pembanding.persen)
        garis.append(blok.gabung(3, 4, pembanding.panduan.batas, "teks"))
        blok.gabung(5, 6, "", "teks", "tebal", *(() if pembanding.sesuai else ("tegur",)))
        keadaan = f'IF({pembanding.panduan.rumus_excel(f"B{b + 1}", dinilai)},"{_SESUAI}","{_DI_LUAR}")'
        bentuk = gaya("teks", "tebal", *(() if pembanding.sesuai else ("tegur",)))
        lembar.rumus(b, 5, keadaan, bentuk, _SESUAI if pembanding.sesuai else _DI_LUAR)
        garis.append(blok.gabung(7, 9, pembanding.dasar, "teks", "kecil"))
        blok.selesai(*garis)


def _usulan(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write what each unit's own indicators say of its predikat as an organisation; nothing where none has any."""
    semua, gaya = tata_letak.rekap.usulan_organisasi, blok.lembar.gaya
    if not semua:
        return
    blok.judul("Predikat organisasi tiap unit: usulan dari indikator milik unit, bukan keputusan")
    blok.kepala_tabel(lambda: _kepala(blok, _KEPALA_USULAN))
    for usulan in semua:
        ditetapkan = usulan.ditetapkan or "belum ditetapkan"
        isi = (
            (0, 0, usulan.kode_unit),
            (1, 3, ", ".join(usulan.indikator)),
            (5, 6, usulan.usulan),
            (7, 9, ditetapkan),
        )
        blok.lanjut(*(blok.ukur(*bagian) for bagian in isi))
        garis = [blok.gabung(awal, akhir, teks, "teks") for awal, akhir, teks in isi]
        blok.lembar.angka(blok.baris, 4, usulan.capaian, gaya("dua"))
        blok.selesai(*garis)
    blok.kalimat(
        'Yang berlaku hanya yang ditetapkan pimpinan dan ditulis di asn-nilai.toml: [unit.KODE] predikat_organisasi = "…".',
        "pudar",
    )


def _kepala(blok: PenulisBlok, kepala: Sequence[tuple[int, int, str]]) -> None:
    for awal, akhir, teks in kepala:
        blok.gabung(awal, akhir, teks, "kepala")


def _panduan_unit(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write the guides of each unit whose own predikat is told beside its figures; nothing where none is."""
    rekap, lembar, gaya = tata_letak.rekap, blok.lembar, blok.lembar.gaya
    if not rekap.panduan_unit:
        return
    blok.judul("Panduan sebaran menurut predikat organisasi tiap unit (asn-nilai.toml)")
    blok.kepala_tabel(lambda: _kepala(blok, _KEPALA_UNIT))
    urutan = rekap.aturan.predikat.urutan
    for banding in rekap.panduan_unit:
        panduan = banding.panduan
        isi = (
            (0, 0, banding.kode_unit), (1, 2, banding.organisasi), (3, 4, panduan.sebutan), (6, 7, panduan.batas),
        )  # fmt: skip
        blok.lanjut(*(blok.ukur(*bagian) for bagian in isi), 2)
        b, garis = blok.baris, [blok.gabung(*bagian, "teks") for bagian in isi]
        nomor = tata_letak.baris[banding.kode_unit]
        banyak = "+".join(
            tata_letak.di_peringkat(kunci_predikat(urutan.index(label)), nomor) for label in panduan.predikat
        )
        lembar.rumus(b, 5, banyak, gaya("bulat"), banding.banyak)
        lembar.angka(b, 8, banding.orang, gaya("bulat"))
        banding_sel = "<=" if panduan.paling_banyak is not None else ">="
        keadaan = f'IF(F{b + 1}{banding_sel}I{b + 1},"{_SESUAI}","{_DI_LUAR}")'
        bentuk = gaya("teks", "tebal", *(() if banding.sesuai else ("tegur",)))
        lembar.rumus(b, 9, keadaan, bentuk, _SESUAI if banding.sesuai else _DI_LUAR)
        blok.selesai(*garis, 2)
    bulat = rekap.aturan.distribusi.pembulatan if rekap.aturan.distribusi else None
    if bulat:
        blok.kalimat(f"{bulat.judul}: {bulat.dasar} (kepastian: {bulat.status}).", "pudar")


def _tanpa_panduan(tata_letak: TataLetakRekap) -> str:
    bagian = tata_letak.rekap.aturan.distribusi
    if bagian is None:
        return f"Aturan {tata_letak.rekap.aturan.profil.nama} tidak memuat panduan sebaran predikat."
    if not (bagian.umum or tata_letak.rekap.organisasi):
        return (
            "Predikat organisasi belum ditulis di asn-nilai.toml, jadi tidak ada panduan untuk dibandingkan."
        )
    return "Belum ada ASN yang dinilai, jadi sebarannya belum dapat dibandingkan dengan panduan."


def _jenis(blok: PenulisBlok, tata_letak: TataLetakRekap) -> None:
    """Write counts and mean by kind of unit; Excel compares texts without regard to case, and so do the groups."""
    menurut: dict[str, list[UnitRekap]] = {}
    tulisan: dict[str, str] = {}
    for u in tata_letak.urutan:
        jenis = u.ringkas.jenis or "–"
        menurut.setdefault(tulisan.setdefault(jenis.casefold(), jenis), []).append(u)
    lembar, gaya, urutan = blok.lembar, blok.lembar.gaya, tata_letak.rekap.aturan.predikat.urutan
    blok.judul("Menurut jenis unit")
    lembar.dalam.set_row(blok.baris, 30)
    judul = ("Jenis Unit", "Unit", "Jumlah ASN", "Dinilai", "Rata-rata NHK", *urutan)
    lembar.deret(blok.baris, 0, judul, "kepala")
    blok.baris += 1
    kunci = ("asn", "dinilai", "jumlah", *(kunci_predikat(nomor) for nomor in range(len(urutan))))
    kolom = {apa: tata_letak.kolom_peringkat(apa) for apa in kunci}
    for jenis in sorted(menurut):
        unit, b = menurut[jenis], blok.baris
        cocok = f"({tata_letak.kolom_peringkat('jenis')}=$A{b + 1})"
        jumlah = {apa: f"SUMPRODUCT({cocok}*{kolom[apa]})" for apa in kunci}
        asn, dinilai = (sum(getattr(u.ringkas, apa) for u in unit) for apa in ("jumlah_asn", "dinilai"))
        lembar.teks(b, 0, jenis, gaya("teks"))
        lembar.rumus(b, 1, f"SUMPRODUCT({cocok}*1)", gaya("bulat"), len(unit))
        lembar.rumus(b, 2, jumlah["asn"], gaya("bulat"), asn)
        lembar.rumus(b, 3, jumlah["dinilai"], gaya("bulat"), dinilai)
        rata = rata_rata_gabungan((tata_letak.bagian[u.ringkas.kode] for u in unit), tata_letak.desimal)
        lembar.rumus(b, 4, tata_letak.rumus_bagi(jumlah["jumlah"], f"D{b + 1}"), gaya("dua", "tebal"), rata)
        for nomor, label in enumerate(urutan):
            banyak = sum(u.ringkas.predikat.get(label, 0) for u in unit)
            lembar.rumus(b, 5 + nomor, jumlah[kunci_predikat(nomor)], gaya("bulat"), banyak)
        blok.baris += 1
