"""skema.xlsx as the registers: units, ASN with their placements, indicators.

Without a skema nothing can be read, so a missing sheet or column, or a sheet of units or people without any, stops everything
with a sentence that says what to do. A faulty row becomes a finding and is kept aside with it; the other rows stand.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.formulir.tabel import Tabel, nama_kolom
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.skema import AsalPegawai, IndikatorCacat, Skema, Unit, sebab_kode_unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.pesan.akar_temuan import lipat
from asn_nilai.acuan.temuan import Temuan, Tingkat, temuan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_buku
from asn_nilai.baca.skema.baris_indikator import baca_indikator
from asn_nilai.baca.skema.baris_pegawai import BERULANG, baca_lurus, baca_penempatan
from asn_nilai.baca.skema.baris_skema import BarisSkema, pisahkan
from asn_nilai.baca.skema.berkas_skema import berkas_skema
from asn_nilai.baca.skema.daftar_pegawai import Tempat, susun_pegawai
from asn_nilai.baca.skema.kredit_pegawai import baca_kredit
from asn_nilai.baca.skema.silang import PemeriksaSilang, catat_tahun_lain
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kolom_lain import catat_kolom_asing
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel
from asn_nilai.ruang_kerja import (
    FOLDER_BUKAN_UNIT,
    RuangKerja,
    RuangKerjaTidakSahError,
    dapat_menjadi_nama,
)

_KODE_SAH = (
    f"kode yang dapat menjadi nama berkas, selain {', '.join(FOLDER_BUKAN_UNIT[:-1])}, dan {FOLDER_BUKAN_UNIT[-1]}, "
    "misalnya PKM-TB"
)
_FORMULIR_SKEMA = tuple(FORMULIR[nama] for nama in ("Unit", "Pegawai", "Indikator"))
_FATAL = frozenset(
    {"lembar-hilang", "kepala-tabel-hilang", "kolom-hilang", "kolom-ganda", "kepala-meragukan"}
)


def baca_skema(ruang: RuangKerja) -> tuple[Skema, list[Temuan]]:
    """Read the registers of a work folder.

    Returns:
        The registers, faulty rows kept aside in them, and a finding for each of these.

    Raises:
        RuangKerjaTidakSahError: no skema, unreadable, or a sheet or needed column missing, no unit or nobody.
    """
    berkas = berkas_skema(ruang)
    nama = ruang.relatif(berkas)
    try:
        return _PembacaSkema(buka_buku(berkas, ruang.batas), nama, ruang.tahun).baca()
    except BukuTidakTerbacaError as galat:
        catatan = Catatan(nama)
        catatan.tambah(galat.kode, fakta=galat.isi)
        (sebab,) = catatan.temuan
        raise RuangKerjaTidakSahError(f"{nama}: {sebab.pesan} {sebab.saran}") from galat


class _PembacaSkema:
    """Reads one skema workbook."""

    def __init__(self, buku: Buku, nama: str, tahun: int) -> None:
        self._buku, self._nama, self._tahun = buku, nama, tahun
        self._catatan: list[Catatan] = []
        self._asal: dict[tuple[str, str], Letak] = {}
        self._baris_pegawai: dict[str, dict[str, int]] = {}
        self._ikutan: list[Temuan] = []
        self._unit_cacat: dict[str, Temuan] = {}
        self._tertimpa: Temuan | None = None

    def baca(self) -> tuple[Skema, list[Temuan]]:
        unit, lembar_unit, posisi_unit = self._unit()
        lembar_pegawai, tempat = self._pegawai(unit)
        penempatan, cacat = susun_pegawai(lembar_pegawai, tempat, self._tahun)
        indikator, indikator_cacat, lembar_indikator, posisi_indikator = self._indikator()
        silang = PemeriksaSilang(lembar_unit, posisi_unit, lembar_pegawai, tempat)
        silang.periksa(unit, lembar_indikator, posisi_indikator, indikator)
        for lembar in (lembar_unit, lembar_pegawai, lembar_indikator):
            catat_tahun_lain(lembar, self._tahun)
        self._ikutan += silang.ikutan
        skema = Skema(
            unit,
            tuple(penempatan),
            indikator,
            cacat,
            indikator_cacat,
            self._unit_cacat,
            silang.keliru,
            self._asal,
            self._asal_pegawai(lembar_pegawai.mentah.tabel),
            baca_kredit(lembar_pegawai),
        )
        semua = [temuan for catatan in self._catatan for temuan in catatan.temuan]
        return skema, lipat([*semua, *self._ikutan])[0]

    def _baris(self, nama_formulir: str) -> BarisSkema:
        formulir = FORMULIR[nama_formulir]
        catatan = Catatan(self._nama)
        self._catatan.append(catatan)
        nama = self._buku.cari_lembar(formulir)
        if nama is None and not any(map(self._buku.cari_lembar, _FORMULIR_SKEMA)):
            raise RuangKerjaTidakSahError(
                f"{self._nama} bukan buku skema: lembar Unit, Pegawai, dan Indikator tidak ada di dalamnya (yang ada: "
                f"{', '.join(self._buku.nama_lembar)}). Taruh buku skema yang benar di situ."
            )
        if nama is None:
            catatan.tambah("lembar-hilang", lembar=formulir.lembar, ada=", ".join(self._buku.nama_lembar))
        else:
            catatan.lembar = nama
            catatan.abaikan(self._buku.lembar_serupa(formulir, nama))
            mentah = baca_tabel(self._buku.lembar(nama), formulir, catatan)
            if mentah is not None:
                catat_kolom_asing(mentah.lembar.sel, mentah.kepala, mentah.tabel, formulir, catatan)
                return BarisSkema(mentah, catatan)
        fatal = [
            f"{galat.letak}: {galat.pesan} {galat.saran}" for galat in catatan.temuan if galat.kode in _FATAL
        ]
        raise RuangKerjaTidakSahError(" ".join(fatal))

    def _kosong(self, lembar: str, apa: str) -> RuangKerjaTidakSahError:
        sebab = " ".join(
            f"{t.letak}: {t.pesan}" for t in self._catatan[-1].temuan if t.tingkat is Tingkat.GALAT
        )
        return RuangKerjaTidakSahError(
            f"{self._nama} › {lembar}: belum ada {apa} di bawah kepala tabelnya. Isi lembar itu dahulu; hasil yang sudah "
            f"ada tidak diubah. {sebab}".rstrip()
        )

    def _unit(self) -> tuple[dict[str, Unit], BarisSkema, dict[str, int]]:
        """Return the units, their sheet, and where each stands."""
        baris = self._baris("Unit")
        baris.ketik_nip("nip_kepala", wajib=False)
        hasil: dict[str, Unit] = {}
        letak: dict[str, int] = {}
        for posisi in baris.posisi:
            kode, nama = baris.teks("kode_unit", posisi), baris.teks("unit_kerja", posisi)
            baris.perlu(posisi, "kode_unit")
            if kode and not dapat_menjadi_nama(kode):
                baris.tolak("kode_unit", posisi, _KODE_SAH)
            if not baris.sah(posisi):
                self._unit_cacat.setdefault(lipat_kode(kode), baris.alasan(posisi)[0])
            elif not baris.ganda("kode_unit", posisi):
                jenis, nip_kepala = baris.teks("jenis_unit", posisi), baris.teks("nip_kepala", posisi)
                kode_lama = pisahkan(baris.teks("kode_lama", posisi))
                hasil[kode], letak[kode] = Unit(kode, nama or kode, jenis, nip_kepala, kode_lama), posisi
            elif any(lipat_kode(k) == lipat_kode(kode) and _nama_lain(nama, u) for k, u in hasil.items()):
                # Two units under one code: a code that no unit has may be the one that was overwritten.
                self._tertimpa = self._tertimpa or baris.alasan(posisi)[0]
            # A unit without a name stands by its code: its people are counted and scored.
            baris.perlu(posisi, "unit_kerja")
        if not hasil:
            raise self._kosong("Unit", "unit yang dapat dipakai")
        return (
            {kode: _kode_lama_sah(unit, hasil, baris, letak[kode]) for kode, unit in hasil.items()},
            baris,
            letak,
        )

    def _pegawai(self, unit: Mapping[str, Unit]) -> tuple[BarisSkema, list[Tempat]]:
        """Return the sheet of the people and its rows."""
        baris = self._baris("Pegawai")
        baris.ketik_nip("nip", wajib=True)
        baris.ketik_nip("nip_atasan", wajib=False)
        baris.satukan(*BERULANG)
        lama = {lipat_kode(kode): milik.kode for milik in unit.values() for kode in milik.kode_lama}
        kode_unit = lama | {lipat_kode(kode): kode for kode in unit}
        # Rows are many; how many bear a code is asked only where a unit's code was overwritten.
        dihitung = baris.posisi if self._tertimpa else ()
        banyak = Counter(lipat_kode(baris.teks("kode_unit", posisi)) for posisi in dihitung)
        semua = [
            Tempat(posisi, isi) if isi else self._tempat(baris, posisi, kode_unit, banyak)
            for posisi, isi in enumerate(baca_lurus(baris, unit))
        ]
        if not semua:
            raise self._kosong("Pegawai", "pegawai")
        for tempat, nomor in zip(semua, baris.mentah.baris_asal("nip"), strict=True):
            self._baris_pegawai.setdefault(tempat.isi.kode_unit, {})[tempat.isi.nip] = nomor + 1
        return baris, semua

    def _tempat(
        self, baris: BarisSkema, posisi: int, kode_unit: Mapping[str, str], banyak: Mapping[str, int]
    ) -> Tempat:
        """Return a row of the sheet of the people, read cell by cell, with why it cannot stand."""
        lipat_unit = lipat_kode(baris.teks("kode_unit", posisi))
        kode = kode_unit.get(lipat_unit)
        sebab_unit = self._sebab_unit(baris, posisi, lipat_unit, banyak) if kode is None else None
        isi, sah = baca_penempatan(baris, posisi, kode, unit_cacat=sebab_unit is not None)
        sebab = () if sah else baris.alasan(posisi)
        return Tempat(posisi, isi, (*sebab, *((sebab_unit,) if sebab_unit else ())))

    def _asal_pegawai(self, tabel: Tabel) -> AsalPegawai:
        kolom = nama_kolom(tabel.kolom["nip"])
        return AsalPegawai(tabel.berkas, tabel.lembar, kolom, self._baris_pegawai)

    def _sebab_unit(
        self, baris: BarisSkema, posisi: int, kode: str, banyak: Mapping[str, int]
    ) -> Temuan | None:
        """Return the fault in the sheet Unit because of which a row's code (folded) is no unit's; the row itself is right."""
        if not kode:
            return None
        # A code that no unit has may be the one whose own cell in the sheet Unit is blank, or holds another unit's; that of
        # one row alone may as well be a slip of that row.
        sebab = sebab_kode_unit(self._unit_cacat, kode) or self._unit_cacat.get("")
        if sebab is None and banyak[kode] > 1:
            sebab = self._tertimpa
        if sebab is not None:
            letak = baris.letak("kode_unit", posisi)
            self._ikutan.append(temuan("skema-tidak-sah", letak, akar=sebab))
        return sebab

    def _indikator(
        self,
    ) -> tuple[dict[str, Indikator], tuple[IndikatorCacat, ...], BarisSkema, dict[str, int]]:
        """Return the indicators that stand, the others, their sheet, and where each stands."""
        baris = self._baris("Indikator")
        baris.ketik_angka("batas_bawah", "batas_atas", "nilai_terburuk")
        hasil: dict[str, Indikator] = {}
        menurut_lipat: dict[str, Indikator] = {}
        cacat: list[IndikatorCacat] = []
        letak: dict[str, int] = {}
        for posisi in baris.posisi:
            indikator = baca_indikator(baris, posisi)
            kode, nama = baris.teks("kode_indikator", posisi), baris.teks("indikator", posisi)
            lipat_ini = lipat_kode(kode)
            ganda = bool(kode) and baris.ganda("kode_indikator", posisi)
            lama = menurut_lipat.setdefault(lipat_ini, indikator) if indikator else None
            if indikator is None or (ganda and not _sama(lama, indikator)):
                # Of two rows that say different things nobody knows which one counts.
                cacat.append(IndikatorCacat(kode, nama, baris.alasan(posisi)[0]))
            elif not ganda:
                hasil[kode], letak[kode] = indikator, posisi
                tabel = baris.mentah.tabel
                self._asal |= {(kode, kolom): tabel.letak(kolom, posisi) for kolom in tabel.kolom}
        sebab = {lipat_kode(indikator.kode): indikator.sebab for indikator in cacat}
        # Either row's code may be the one that is mistyped: the units' books know it by its name.
        cacat += [
            IndikatorCacat(k, i.nama, sebab[lipat_kode(k)])
            for k, i in hasil.items()
            if lipat_kode(k) in sebab
        ]
        return {k: i for k, i in hasil.items() if lipat_kode(k) not in sebab}, tuple(cacat), baris, letak


def _nama_lain(nama: str, unit: Unit) -> bool:
    return lipat_label(nama) != lipat_label(unit.nama)


def _kode_lama_sah(unit: Unit, semua: Mapping[str, Unit], baris: BarisSkema, posisi: int) -> Unit:
    """Return a unit without the old codes that another unit has, today or before; each is noted."""
    if not unit.kode_lama:
        return unit
    lain = {lipat_kode(k): u.kode for u in semua.values() if u.kode != unit.kode for k in u.semua_kode}
    for kode in unit.kode_lama:
        if pemilik := lain.get(lipat_kode(kode)):
            fakta = {"teks": kode, "pemilik": pemilik}
            baris.catatan.tambah("kode-lama-dipakai", baris.mentah.sel_asal("kode_lama", posisi), fakta=fakta)
    return replace(unit, kode_lama=tuple(kode for kode in unit.kode_lama if lipat_kode(kode) not in lain))


def _sama(lama: Indikator | None, baru: Indikator) -> bool:
    """Tell whether a row repeats an earlier one in all but the writing of its code."""
    return lama is not None and replace(lama, kode=baru.kode) == baru
