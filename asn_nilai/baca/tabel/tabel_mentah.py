"""A sheet becomes a form's table: header found, columns mapped, merged cells filled down, data rows picked.

Values are still as the file has them; `kolom_angka`, `kolom_nip` and, for ratings, `kolom_campuran` give them their types.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import Formulir, JenisIsi, rapikan_kode, tanpa_pengarah
from asn_nilai.acuan.isian.formulir.tabel import NilaiSel, Tabel, nama_kolom
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.baca.format_sel.lembar import LembarTerbaca, Sel
from asn_nilai.baca.tabel.baris import PemilahBaris
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.gabungan import catat_gabungan_teks, tandai_gabungan
from asn_nilai.baca.tabel.kepala.kepala import Kepala, cari_kepala, periksa_kepala, periksa_kepala_lagi
from asn_nilai.baca.tabel.kepala.kolom_lain import singkirkan_legenda
from asn_nilai.baca.tabel.kepala.makna_kepala import periksa_kata_kepala
from asn_nilai.baca.tabel.kepala.tingkat_kepala import uraikan_tingkat
from asn_nilai.baca.tabel.nama_saja import cari_bernama_saja
from asn_nilai.baca.tabel.sel import Isi, fakta_tampak, kenali_rusak, kutip, tandai_rusak, teks_sel
from asn_nilai.baca.tabel.waktu import Waktu

_DITURUNKAN = frozenset({JenisIsi.NIP, JenisIsi.TEKS})
"""What a merged cell says for all its rows. Whose a merged number or rating is nobody can tell."""

_BERLAKU = frozenset({"nip", "kode_indikator", "polaritas", "agregasi"})
"""Texts on which it rests whose a figure is, and how it counts."""
_KODE = frozenset({"kode_unit", "kode_indikator", "kode_lama"})
_NOMOR = "no"
"""The column by which people count rows: who picks the rows looks at its cells, and nobody asks the table for it."""
GARIS = frozenset("-‐‑‒–—−")
"""A dash in a column of ratings says that there is none."""


@dataclass(slots=True)
class TabelMentah:
    """A table before its numbers and NIPs are typed.

    Attributes:
        tabel: text columns are final; all others are still to be filled.
        mentah: for each column found that is no text, its cells as they stand.
        lembar: the sheet, for what its cells show.
        kepala: the header.
    """

    tabel: Tabel
    mentah: dict[str, Sequence[Isi]]
    lembar: LembarTerbaca
    kepala: Kepala

    def sel_asal(self, kunci: str, posisi: int) -> Sel:
        """Return (row, column) of the cell where a value stands, the first of its merged range."""
        return self.tabel.asal.get((kunci, posisi), self.tabel.baris[posisi]), self.tabel.kolom[kunci]

    def baris_asal(self, kunci: str) -> Sequence[int]:
        """Return for each row of a column the row of the cell where its value stands."""
        if not self.tabel.asal:
            return self.tabel.baris
        return [self.sel_asal(kunci, posisi)[0] for posisi in range(len(self.tabel))]


def baca_tabel(
    lembar: LembarTerbaca,
    formulir: Formulir,
    catatan: Catatan,
    wajib: Collection[str] | None = None,
    kode_dikenal: Collection[str] = (),
    waktu: Waktu | None = None,
    indikator: Mapping[str, Indikator] | None = None,
) -> TabelMentah | None:
    """Return a form's table on a sheet, None where its header is missing or incomplete.

    Args:
        lembar: the sheet; its cells are marked in place where they hold errors.
        formulir: the form.
        catatan: takes the findings.
        wajib: keys of the columns that must be there; the form's own where None.
        kode_dikenal: codes of indicators, folded; a row with one is data even among signatures.
        waktu: the asked month or year, None for the skema; header words may name it.
        indikator: the register, for units of measure that header words may name.
    """
    wajib = formulir.wajib if wajib is None else wajib
    kisi = tandai_rusak(lembar.sel, lembar.format_sel)
    kepala = cari_kepala(kisi, formulir)
    if kepala is None:
        catatan.tambah("kepala-tabel-hilang", dicari=", ".join(formulir.label(kunci) for kunci in wajib))
        return None
    singkirkan_legenda(kisi, kepala, formulir)
    uraikan_tingkat(kisi, lembar.format_sel.gabungan, kepala, formulir, waktu)
    if not periksa_kepala(kisi, kepala, formulir, wajib, catatan):
        return None
    kolom = kepala.kolom
    terisi = _sel_gabungan(lembar, formulir, kepala.baris, kolom)
    pemilah = PemilahBaris(kisi, kolom, formulir, terisi, kode_dikenal)
    baris = pemilah.pilih(kepala.baris + 1)
    kepala.ulangan = pemilah.kepala_lagi
    if not periksa_kepala_lagi(kisi, kepala, formulir, pemilah.kepala_lagi, catatan):
        return None
    tandai_gabungan(kisi, lembar.format_sel.gabungan, formulir, kolom, baris)
    _catat_tersembunyi(lembar, kolom, baris, catatan)
    _catat_belum_diisi(pemilah.belum_diisi, kolom, catatan)
    for nomor in cari_bernama_saja(kisi, formulir, kolom, baris, terisi):
        catatan.tambah("baris-bernama-saja", (nomor, kolom["nama"]), teks=kutip(kisi[nomor][kolom["nama"]]))
    tabel = Tabel(formulir.nama, catatan.berkas, lembar.nama, kolom, baris, {}, asal=_asal(baris, terisi))
    hasil = TabelMentah(tabel, {}, lembar, kepala)
    _pisah_kolom(hasil, formulir, kisi)
    catat_gabungan_teks(tabel, lembar.format_sel.gabungan, catatan)
    _catat_rupa(hasil, catatan)
    pasti = periksa_kata_kepala(kisi, kepala, tabel, formulir, wajib, waktu, indikator or {}, catatan)
    return hasil if pasti else None


def _asal(baris: Sequence[int], terisi: Mapping[tuple[str, int], int]) -> dict[tuple[str, int], int]:
    """Return (key, place among the rows) → row of the value, for cells filled by a merged range."""
    posisi = {nomor: ke for ke, nomor in enumerate(baris)} if terisi else {}
    return {(k, posisi[nomor]): atas for (k, nomor), atas in terisi.items() if nomor in posisi}


def _catat_belum_diisi(siap: Sequence[int], kolom: Mapping[str, int], catatan: Catatan) -> None:
    """Note the rows that are only made ready, all of them together."""
    if siap:
        sel = (siap[0], kolom.get("no", min(kolom.values())))
        catatan.tambah("baris-belum-diisi", sel, baris=sebut_rentang([nomor + 1 for nomor in siap]))


def _pisah_kolom(hasil: TabelMentah, formulir: Formulir, kisi: list[list[Isi]]) -> None:
    """Fill the text columns and lay the others aside."""
    tabel = hasil.tabel
    # Only a damaged cell beyond the sheet's edge makes a row longer, and no column of the header lies there.
    semua = list(zip(*[kisi[baris] for baris in tabel.baris], strict=False))
    for kolom in formulir.kolom:
        kunci, letak = kolom.kunci, tabel.kolom.get(kolom.kunci)
        if letak is None or kunci == _NOMOR:
            kosong: NilaiSel = "" if kolom.jenis in {JenisIsi.TEKS, JenisIsi.NIP, JenisIsi.CAMPURAN} else None
            tabel.isi[kunci] = [kosong] * len(tabel.baris)
            continue
        isi: Sequence[Isi] = semua[letak] if semua else ()
        if menurun := [(posisi, asal) for (k, posisi), asal in tabel.asal.items() if k == kunci]:
            isi = list(isi)
            for posisi, asal in menurun:
                isi[posisi] = kisi[asal][letak]
        if kolom.jenis is JenisIsi.TEKS:
            _isi_teks(hasil, kunci, isi)
        elif kolom.jenis is JenisIsi.CAMPURAN:
            garis = {nilai for nilai in set(isi) if isinstance(nilai, str) and nilai.strip() in GARIS}
            hasil.mentah[kunci] = ["" if nilai in garis else nilai for nilai in isi] if garis else isi
        else:
            hasil.mentah[kunci] = isi


def _isi_teks(hasil: TabelMentah, kunci: str, isi: Sequence[Isi]) -> None:
    """Fill a text column: trimmed, without marks of direction, codes as they are seen; most columns are plain, as all their letters tell."""
    try:
        teks = list(map(str.strip, isi))  # type: ignore[arg-type]  # what is no text says so
    except TypeError:
        teks = list(map(teks_sel, isi))
    huruf, format_sel = "".join(teks), hasil.lembar.format_sel
    if not huruf.isascii():
        rapikan = rapikan_kode if kunci in _KODE else str.strip
        teks = [rapikan(tanpa_pengarah(tertulis).strip()) for tertulis in teks]
    hasil.tabel.isi[kunci] = [*teks]
    if format_sel.galat or format_sel.rumus_kosong or "#" in huruf:
        _catat_rusak(hasil.tabel, kunci, isi)


def _catat_rusak(tabel: Tabel, kunci: str, isi: Sequence[Isi]) -> None:
    """Blank the texts of damaged cells, and note them."""
    for posisi, rusak in enumerate(map(kenali_rusak, isi)):
        if rusak is not None:
            tabel.cacat[kunci, posisi] = rusak.kode
            tabel.isi[kunci][posisi] = ""


def _catat_rupa(hasil: TabelMentah, catatan: Catatan) -> None:
    """Note the texts that a score rests on where they are struck out, or another text is shown."""
    tabel, format_sel = hasil.tabel, hasil.lembar.format_sel
    if not (format_sel.dicoret or format_sel.tampak):
        return
    for kunci in _BERLAKU & tabel.kolom.keys():
        sel_asal = {hasil.sel_asal(kunci, posisi) for posisi in range(len(tabel))}
        for sel in sel_asal & (format_sel.dicoret | format_sel.tampak.keys()):
            teks = kutip(hasil.lembar.sel[sel[0]][sel[1]])
            if teks and sel in format_sel.dicoret:
                catatan.tambah("isian-dicoret", sel, kolom=FORMULIR[tabel.formulir].label(kunci), teks=teks)
            elif teks:
                catatan.tambah("angka-meragukan", sel, fakta=fakta_tampak(format_sel.tampak[sel], teks))


def _sel_gabungan(
    lembar: LembarTerbaca, formulir: Formulir, baris_kepala: int, letak: Mapping[str, int]
) -> dict[tuple[str, int], int]:
    """Return (key, row) → row of the value, for the cells below the first of each vertical merged range."""
    if not lembar.format_sel.gabungan:
        return {}
    menurut_kolom = {
        letak[kolom.kunci]: kolom.kunci
        for kolom in formulir.kolom
        if kolom.jenis in _DITURUNKAN and kolom.kunci in letak
    }
    tinggi = len(lembar.sel)
    rentang = [
        (atas, menurut_kolom[kiri], min(bawah + 1, tinggi))
        for atas, kiri, bawah, _ in lembar.format_sel.gabungan
        if atas > baris_kepala and kiri in menurut_kolom
    ]
    return {(kunci, baris): atas for atas, kunci, akhir in rentang for baris in range(atas + 1, akhir)}


def _catat_tersembunyi(
    lembar: LembarTerbaca, kolom: dict[str, int], baris: list[int], catatan: Catatan
) -> None:
    format_sel = lembar.format_sel
    if format_sel.tersembunyi:
        catatan.tambah("lembar-tersembunyi")
    if tersembunyi := sorted(format_sel.baris_tersembunyi.intersection(baris)):
        catatan.tambah("baris-tersembunyi", baris=sebut_rentang([nomor + 1 for nomor in tersembunyi]))
    if format_sel.kolom_tersembunyi and (tertutup := format_sel.kolom_disembunyikan(kolom.values())):
        catatan.tambah("kolom-tersembunyi", kolom=", ".join(map(nama_kolom, tertutup)))


def sebut_rentang(urutan: list[int]) -> str:
    """Return rising numbers with runs drawn together: 12, 15–17."""
    rentang: list[list[int]] = []
    for nomor in urutan:
        if rentang and nomor == rentang[-1][1] + 1:
            rentang[-1][1] = nomor
        else:
            rentang.append([nomor, nomor])
    return ", ".join(str(awal) if awal == akhir else f"{awal}–{akhir}" for awal, akhir in rentang)
