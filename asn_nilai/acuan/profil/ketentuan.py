"""A profile laid out for readers: every figure in words, with its basis and how sure it is."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_profil import BagianCapaian, BagianNilaiAkhir, BagianPerilaku
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import BagianKeberatan, BagianPenghargaan, kalimat_panduan
from asn_nilai.acuan.rumus.angka_berdasar import Ketentuan
from asn_nilai.acuan.rumus.konversi import Konversi
from asn_nilai.acuan.rumus.pita import Pita, sebut_label
from asn_nilai.acuan.rumus.rumus import RUMUS
from asn_nilai.acuan.tulisan import tulis_angka

ARTI_STATUS = {
    "teks": "dibaca pada naskah peraturannya sendiri",
    "resmi": "dijelaskan oleh lembaga resmi",
    "sekunder": "dari sumber lain: berita, paparan, buku",
    "kebijakan": "pilihan instansi; tidak ada angka nasional",
    "belum-diperiksa": "belum diperiksa pada sumbernya",
}
"""What each degree of certainty means, in the words of every face that shows it."""
BELUM_DIPERIKSA, KEBIJAKAN = "belum-diperiksa", "kebijakan"
SYARAT = {"ide-baru": "dan ada ide baru yang bermanfaat"}
"""What a band asks for beside the number, in words."""
AGREGASI = {
    Agregasi.JUMLAH: "Jumlah dijumlahkan",
    Agregasi.RATA_RATA: "Rata-rata dirata-ratakan",
    Agregasi.NILAI_AKHIR: "Nilai Akhir bulan terakhirnya",
    Agregasi.RASIO: "Rasio (pilihan instansi) 100 × jumlah Pembilang ÷ jumlah Penyebut terhadap rata-rata target",
}
"""How the months of an indicator become one figure, in words."""
JUDUL_URUTAN = "Predikat, dari yang terbaik"
"""So is called the order of the predikat that a matrix gives."""
CARA = {
    "menurut-agregasi": (
        "menurut Agregasi indikator: {apa}; hanya bulan yang punya target, dan bila satu di antaranya tanpa realisasi, tidak ada "
        "hasil"
    ),
    "rata-rata-tertimbang": "jumlah (bobot × {apa}) ÷ jumlah bobot, dari {apa} yang belum dibulatkan",
    "rata-rata-bulan": (
        "tiap unit menilai bulan penempatannya; nilai periode adalah rata-rata nilai itu menurut banyaknya bulan yang dihitung"
    ),
}
"""What a way of joining figures does, by its name in aturan files; `apa` is what is weighed, or which aggregations there are."""
ANTARBULAN = {
    "rata-rata": "rata-rata {apa} bulan-bulan yang memilikinya, semua unit bagi yang pindah{lalu}",
    "terakhir": "{apa} bulan terakhir yang memilikinya, dari unit terakhir bagi yang pindah",
}
"""How the behaviour of several months becomes one, in words; `lalu` is what becomes of a mean."""


class BarisKetentuan(NamedTuple):
    """One provision: what it is called, what it says, its legal basis, and its certainty."""

    judul: str
    isi: str
    dasar: str
    status: str


def daftar_ketentuan(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield every provision of a profile, in the order in which a score comes about."""
    if bagi := aturan.berlaku_bagi:
        yield BarisKetentuan(bagi.judul, " dan ".join(bagi.nilai), bagi.dasar, bagi.status)
    yield from ketentuan_nhk(aturan)
    yield from _pita("Rating hasil kerja", "", aturan.rating_hasil.pita if aturan.rating_hasil else ())
    yield from _perilaku(aturan.perilaku)
    if aturan.nilai_akhir:
        yield from _nilai_akhir(aturan.nilai_akhir)
    yield from _pita("Predikat", "nilai akhir ", aturan.predikat.pita)
    if matriks := aturan.predikat.matriks:
        for hasil, menurut in matriks.nilai.items():
            isi = "; ".join(f"perilaku {perilaku} → {predikat}" for perilaku, predikat in menurut.items())
            yield BarisKetentuan(f"Kuadran: hasil kerja {hasil}", isi, matriks.dasar, matriks.status)
        # Bands stand in their order; of a matrix only this says which predikat is better.
        urutan = ", ".join(aturan.predikat.urutan)
        yield BarisKetentuan(JUDUL_URUTAN, urutan, matriks.dasar, matriks.status)
    yield from ketentuan_distribusi(aturan)
    yield from ketentuan_kriteria(aturan)
    if aturan.keberatan:
        yield from _keberatan(aturan.keberatan)
    yield from ketentuan_catatan(aturan)


def ketentuan_catatan(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield what whoever uses the profile must know of it, nothing where there is nothing."""
    for catatan in aturan.catatan.values():
        yield BarisKetentuan(catatan.judul, catatan.nilai, catatan.dasar, catatan.status)


def ketentuan_distribusi(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield the guide for the spread of predikat, nothing where the rule has none."""
    bagian = aturan.distribusi
    if bagian and (umum := bagian.umum):
        yield BarisKetentuan(umum.judul, "; ".join(kalimat_panduan(umum.nilai)), umum.dasar, umum.status)
    if bagian and (daftar := bagian.organisasi) and (panduan := bagian.panduan):
        yield BarisKetentuan(daftar.judul, "; ".join(daftar.nilai), daftar.dasar, daftar.status)
        for organisasi in daftar.nilai:
            isi = "; ".join(kalimat_panduan(panduan.nilai[organisasi]))
            yield BarisKetentuan(f"{panduan.judul}: {organisasi}", isi, panduan.dasar, panduan.status)
    if bagian and (bulat := bagian.pembulatan):
        isi = f"dibulatkan {bulat.nilai.replace('-', ' ')}"
        yield BarisKetentuan(bulat.judul, isi, bulat.dasar, bulat.status)
    apa, awalan = "Usulan predikat organisasi unit", "rata-rata capaian indikator milik unit "
    yield from _pita(apa, awalan, bagian.usulan if bagian else ())


def ketentuan_kriteria(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield the criteria of recognition and support, nothing where the rule has none."""
    for apa, bagian in (("Penghargaan", aturan.penghargaan), ("Pembinaan", aturan.pembinaan)):
        yield from _kriteria(apa, bagian)
    if aturan.pembinaan:
        batas = aturan.pembinaan.indikator
        isi = f"capaian di bawah {batas.nilai}"
        yield BarisKetentuan(batas.judul, isi, batas.dasar, batas.status)


def _keberatan(k: BagianKeberatan) -> Iterator[BarisKetentuan]:
    yield BarisKetentuan(k.kepada.judul, k.kepada.nilai, k.kepada.dasar, k.kepada.status)
    yield _angka(k.hari)
    yield BarisKetentuan(k.putusan.judul, k.putusan.nilai, k.putusan.dasar, k.putusan.status)


def _kriteria(apa: str, bagian: BagianPenghargaan | None) -> Iterator[BarisKetentuan]:
    for kriteria in bagian.kriteria.values() if bagian else ():
        yield BarisKetentuan(
            f"{apa}: {kriteria.judul}", kriteria.nilai.kalimat, kriteria.dasar, kriteria.status
        )


def ketentuan_nhk(aturan: Aturan) -> Iterator[BarisKetentuan]:
    """Yield the provisions that nilai hasil kerja rests on."""
    yield from _capaian(aturan.capaian)
    if aturan.capaian.konversi:
        yield from _konversi(aturan.capaian.konversi)
    yield _cara(aturan.nhk.gabungan, "nilai" if aturan.capaian.konversi else "capaian")
    yield _cara(aturan.nhk.pindah)
    yield _angka(aturan.nhk.desimal)
    if aturan.kepala:
        hasil = aturan.kepala.hasil_kerja
        yield BarisKetentuan(hasil.judul, _HASIL_KEPALA[hasil.nilai], hasil.dasar, hasil.status)


_HASIL_KEPALA = {
    "sendiri": "dari semua indikatornya sendiri",
    "capaian-unit": "hanya dari indikator milik unit (Lingkup Unit) yang dipikulnya",
}


def belum_diperiksa(aturan: Aturan) -> tuple[str, ...]:
    """Return the provisions whose figures nobody has yet looked up, by title."""
    return tuple(baris.judul for baris in daftar_ketentuan(aturan) if baris.status == BELUM_DIPERIKSA)


def _angka(ketentuan: Ketentuan[float] | Ketentuan[int]) -> BarisKetentuan:
    return BarisKetentuan(ketentuan.judul, tulis_angka(ketentuan.nilai), ketentuan.dasar, ketentuan.status)


# The first is a text: pydantic would make a model of its own for it.
def _cara(ketentuan: "Ketentuan[Any]", apa: str = "capaian") -> BarisKetentuan:
    return BarisKetentuan(
        ketentuan.judul, CARA[ketentuan.nilai].format(apa=apa), ketentuan.dasar, ketentuan.status
    )


def cara_antarbulan(c: BagianCapaian, agregasi: Collection[Agregasi]) -> BarisKetentuan:
    """Return how the months of indicators with these aggregations become one figure each."""
    return _cara(c.antarbulan, ", ".join(AGREGASI[cara] for cara in AGREGASI if cara in agregasi))


def antarbulan(p: BagianPerilaku) -> BarisKetentuan:
    """Return how the behaviour of several months becomes one."""
    apa, lalu = (
        ("skor rating", ", melalui pita yang sama dengan aspek")
        if p.skor
        else ("nilai perilaku", ", dibulatkan seperti tercetak")
    )
    if p.bulan_terakhir:
        apa = "rating" if p.skor else "nilai perilaku"
    isi = ANTARBULAN[p.antarbulan.nilai].format(apa=apa, lalu=lalu)
    return BarisKetentuan(p.antarbulan.judul, isi, p.antarbulan.dasar, p.antarbulan.status)


def _capaian(c: BagianCapaian) -> Iterator[BarisKetentuan]:
    yield cara_antarbulan(c, tuple(Agregasi))
    for kunci, rumus in c.rumus.items():
        yield BarisKetentuan(f"Capaian {kunci}", RUMUS[rumus.nilai].tulisan, rumus.dasar, rumus.status)
    for angka in c.angka.values():
        yield _angka(angka)
    if c.titik_stabil:
        titik = _titik(c.titik_stabil.nilai)
        yield BarisKetentuan(c.titik_stabil.judul, titik, c.titik_stabil.dasar, c.titik_stabil.status)
    yield from (_angka(c.lantai), _angka(c.plafon))


def _titik(semua: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"({tulis_angka(x)}; {tulis_angka(y)})" for x, y in semua)


def _konversi(k: Konversi) -> Iterator[BarisKetentuan]:
    yield _angka(k.desimal)
    for ruas in k.ruas:
        isi = (
            f"garis lurus melalui {_titik(ruas.titik)}"
            if len(ruas.titik) > 1
            else f"capaian mulai {tulis_angka(ruas.titik[0][0])}: {tulis_angka(ruas.titik[0][1])}"
        )
        yield BarisKetentuan(f"Konversi capaian ke nilai: {ruas.label}", isi, ruas.dasar, ruas.status)
    if alami := k.maksimum_alami:
        x, y = map(tulis_angka, alami.nilai)
        yield BarisKetentuan(
            alami.judul, f"capaian {x} dari target itu bernilai {y}", alami.dasar, alami.status
        )


def bersama_syarat(semua: Sequence[Pita]) -> Iterator[tuple[Pita, str]]:
    """Yield each band, highest first, with what follows its range: its condition, and whom those above it leave to it."""
    di_atas: list[str] = []
    for pita in semua:
        syarat = f", {SYARAT[pita.syarat]}" if pita.syarat else ""
        if di_atas:
            syarat += f"; juga di atasnya bila syarat {sebut_label(di_atas)} tidak terpenuhi"
        yield pita, syarat
        di_atas = [*di_atas, pita.label] if pita.syarat else []


def _pita(apa: str, awalan: str, semua: Sequence[Pita]) -> Iterator[BarisKetentuan]:
    for pita, syarat in bersama_syarat(semua):
        yield BarisKetentuan(
            f"{apa}: {pita.label}", f"{awalan}{pita.rentang}{syarat}", pita.dasar, pita.status
        )


def _perilaku(p: BagianPerilaku) -> Iterator[BarisKetentuan]:
    for tabel in (p.skor, p.setara):
        if tabel:
            isi = "; ".join(f"{label} = {tulis_angka(nilai)}" for label, nilai in tabel.nilai.items())
            yield BarisKetentuan(tabel.judul, isi, tabel.dasar, tabel.status)
    if p.rentang:
        bawah, atas = map(tulis_angka, p.rentang.nilai)
        yield BarisKetentuan(p.rentang.judul, f"{bawah} sampai {atas}", p.rentang.dasar, p.rentang.status)
    if p.gabungan:
        yield BarisKetentuan(p.gabungan.judul, p.gabungan.nilai, p.gabungan.dasar, p.gabungan.status)
    yield antarbulan(p)
    apa = "rata-rata skor " if p.skor else "nilai perilaku "
    yield from _pita("Rating perilaku", apa, p.pita)


def _nilai_akhir(n: BagianNilaiAkhir) -> Iterator[BarisKetentuan]:
    for nama, bobot in n.bobot.items():
        hasil, perilaku = (tulis_angka(b * 100, 6) for b in (bobot.nilai.hasil_kerja, bobot.nilai.perilaku))
        dipakai = "dipakai" if nama == n.pakai else "pilihan lain"
        isi = f"hasil kerja {hasil} persen, perilaku {perilaku} persen ({dipakai})"
        yield BarisKetentuan(f"Bobot nilai akhir, {nama}", isi, bobot.dasar, bobot.status)
