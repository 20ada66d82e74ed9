"""What a unit submitted for a period: its target workbook, and each month's capaian workbook, as tables.

A file that is missing, locked or in the wrong place becomes a finding; the other files are read all the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import (
    KUNCI_ASPEK,
    KUNCI_BULAN,
    KUNCI_RASIO,
    Formulir,
    kunci_bulan,
    lipat_kode,
)
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.skema import Skema, Unit
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import KUNCI_CATATAN, KUNCI_IDE, KUNCI_RATING
from asn_nilai.acuan.setoran.status import BERKAS_HILANG
from asn_nilai.acuan.temuan import Akibat, Temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.buku import Buku, buka_tercatat
from asn_nilai.baca.format_sel.lembar import LembarTerbaca
from asn_nilai.baca.setoran.asal_templat import identitas_buku
from asn_nilai.baca.setoran.asal_unit import BUKU_NILAI, berkas_daftar_temuan, tulisan_program
from asn_nilai.baca.setoran.lembar_lain import ada_di_lembar_lain, catat_lembar_lain
from asn_nilai.baca.setoran.saksi import identitas_tabel, menyebut_unit_lain, periksa_saksi
from asn_nilai.baca.tabel.asal_rumus import sebut_rumus
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kepala.kepala import periksa_tahun_kepala
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom.kolom_campuran import ketik_campuran
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.kolom.persen_berlipat import sebut_persen_berlipat
from asn_nilai.baca.tabel.sel import kenali_rusak, kutip
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah, baca_tabel
from asn_nilai.baca.tabel.waktu import Waktu
from asn_nilai.ruang_kerja import LihatFolder, RuangKerja, menurut_nama

_ISIAN_PERILAKU = (*KUNCI_ASPEK, KUNCI_RATING, KUNCI_IDE, KUNCI_CATATAN)
"""The columns of the Perilaku sheet that are filled by hand: where all of them are blank, nobody has filled it."""
_TARGET, _CAPAIAN, _PERILAKU = FORMULIR["Target"], FORMULIR["Capaian"], FORMULIR["Perilaku"]


def baca_isian(
    ruang: RuangKerja, unit: Unit, periode: Periode, skema: Skema, lihat: LihatFolder = menurut_nama
) -> IsianUnit:
    """Read the workbooks of a unit and period.

    Args:
        ruang: the work folder.
        unit: the unit.
        periode: months of one year; each has a capaian workbook, the year has one target workbook.
        skema: gives units of measure, the ASN behind damaged NIPs, and the spelling of indicator codes.
        lihat: looks into the folders.

    Returns:
        The tables that could be read, and the findings of reading. Never raises for what stands in a file.
    """
    return _PembacaIsian(ruang, unit, periode, skema, lihat).baca()


class _PembacaIsian:
    """Reads one unit and period."""

    def __init__(
        self, ruang: RuangKerja, unit: Unit, periode: Periode, skema: Skema, lihat: LihatFolder
    ) -> None:
        self._ruang, self._unit, self._periode, self._skema, self._lihat = ruang, unit, periode, skema, lihat
        self._isian = IsianUnit(unit)
        self._kode = {lipat_kode(kode): kode for kode in skema.indikator}
        self._pecahan_target: dict[str, set[str]] = {}

    def baca(self) -> IsianUnit:
        if (buku := self._buka(None)) is not None:
            self._baca_target(*buku, self._periode.bulan[0].tahun)
        for bulan in self._periode.bulan:
            awal = len(self._isian.temuan)
            if (buku := self._buka(bulan)) is not None:
                self._baca_buku_capaian(*buku, bulan)
            self._isian.temuan[awal:] = [replace(t, bulan=bulan) for t in self._isian.temuan[awal:]]
        return self._isian

    def _buka(self, bulan: Bulan | None) -> tuple[Buku, str] | None:
        """Return a month's one workbook, the target's where it is None, and its name; None with a finding: missing, double, unreadable."""
        berkas = self._ruang.berkas_setoran(bulan, *self._unit.semua_kode, lihat=self._lihat)
        nama = {setoran: self._ruang.relatif(setoran) for setoran in berkas}
        self._isian.setoran[bulan] = list(nama.values())
        if len(berkas) > 1:
            berkas = self._tanpa_daftar(berkas)
        catatan = Catatan(nama[berkas[-1]] if berkas else self._harapan(bulan), self._unit.kode)
        buku = None
        if not berkas:
            jenis = "capaian" if bulan else "target"
            periode = bulan.label if bulan else str(self._periode.bulan[0].tahun)
            fakta = {"unit_kerja": self._unit.nama, "jenis": jenis, "periode": periode}
            catatan.tambah(BERKAS_HILANG, berkas=catatan.berkas, fakta=fakta)
        elif len(berkas) > 1:
            catatan.tambah("berkas-ganda", berkas_lain=", ".join(lain.name for lain in berkas))
        else:
            self._isian.berkas.append(catatan.berkas)
            try:
                buku = buka_tercatat(berkas[0], self._ruang.batas, catatan.berkas, self._isian.sidik)
                self._isian.templat[catatan.berkas] = identitas_buku(buku.wadah)
            except BukuTidakTerbacaError as galat:
                catatan.tambah(galat.kode, fakta=galat.isi)
        self._isian.temuan += catatan.temuan
        return None if buku is None else (buku, catatan.berkas)

    def _harapan(self, bulan: Bulan | None) -> str:
        """Return the name under which a workbook is expected."""
        return self._ruang.relatif(self._ruang.folder_setoran(bulan) / f"{self._unit.kode}.xlsx")

    def _tanpa_daftar(self, berkas: list[Path]) -> list[Path]:
        """Return the files that may be submissions: the list of cells of an .xls is an .xlsx, and may lie beside it."""
        daftar = [kiriman for kiriman in berkas if berkas_daftar_temuan(kiriman, self._ruang.batas)]
        if len(daftar) == len(berkas):
            return berkas
        for nama in map(self._ruang.relatif, daftar):
            catatan = Catatan(nama, self._unit.kode)
            catatan.tambah("berkas-daftar-lain")
            self._isian.temuan += catatan.temuan
        return [setoran for setoran in berkas if setoran not in daftar]

    def _tabel(
        self, buku: Buku, catatan: Catatan, formulir: Formulir, waktu: Waktu, wajib: Sequence[str]
    ) -> TabelMentah | None:
        """Return a form's raw table; None, with findings, where it is missing, incomplete or of another place."""
        try:
            if (nama := buku.cari_lembar(formulir)) is not None:
                catatan.lembar = nama
                hasil = self._tabel_lembar(lembar := buku.lembar(nama), catatan, formulir, waktu, wajib)
                catat_lembar_lain(buku, lembar, formulir, wajib, waktu, catatan)
                return hasil
            if formulir is _PERILAKU and not ada_di_lembar_lain(buku, formulir, waktu):
                self._isian.tanpa_perilaku |= {waktu} if isinstance(waktu, Bulan) else set()
            else:
                self._tanpa_lembar(buku, formulir, catatan)
        except BukuTidakTerbacaError as galat:
            catatan.tambah(galat.kode, fakta=galat.isi)
        return None

    def _tanpa_lembar(self, buku: Buku, formulir: Formulir, catatan: Catatan) -> None:
        """Note of a workbook without the form's sheet what it is instead."""
        lain, tujuan = _TARGET, self._ruang.folder_target
        if formulir is _TARGET:
            lain, tujuan = _CAPAIAN, self._ruang.folder_capaian(self._periode.bulan[0]).parent / "BULAN"
        if formulir is not _PERILAKU and buku.cari_lembar(lain) is not None:
            berkas = self._ruang.relatif(tujuan / Path(catatan.berkas).name)
            isi, tempat = lain.nama.lower(), formulir.nama.lower()
            catatan.tambah("berkas-salah-jenis", isinya=isi, seharusnya=tempat, tujuan=berkas)
        elif kode := tulisan_program(buku):
            catatan.tambah(kode)
        else:
            catatan.tambah("lembar-hilang", lembar=formulir.lembar, ada=", ".join(buku.nama_lembar))

    def _tabel_lembar(
        self, lembar: LembarTerbaca, catatan: Catatan, formulir: Formulir, waktu: Waktu, wajib: Sequence[str]
    ) -> TabelMentah | None:
        if formulir is _PERILAKU and not any(isi != "" for baris in lembar.sel for isi in baris):
            self._isian.tanpa_perilaku |= {waktu} if isinstance(waktu, Bulan) else set()
            return None
        mentah = baca_tabel(lembar, formulir, catatan, wajib, self._kode, waktu, self._skema.indikator)
        if mentah is None:
            return None
        identitas = identitas_tabel(mentah, formulir)
        self._isian.melihat_luar |= menyebut_unit_lain(identitas, self._unit)
        if not periksa_saksi(mentah, identitas, formulir, self._unit, waktu, self._skema, catatan):
            return None
        if isinstance(waktu, int):
            periksa_tahun_kepala(lembar.sel, mentah.kepala, waktu, catatan)
        ketik_nip(mentah, catatan, self._skema)
        if formulir is not _PERILAKU:
            self._samakan_kode(mentah, catatan)
        return mentah

    def _samakan_kode(self, mentah: TabelMentah, catatan: Catatan) -> None:
        """Write indicator codes as the skema does, where they differ in case and blanks alone."""
        tabel, dikenal = mentah.tabel, self._skema.indikator
        tabel.isi["kode_indikator"] = [
            tertulis if tertulis in dikenal else self._kode.get(lipat_kode(tertulis), tertulis)
            for tertulis in tabel.teks("kode_indikator")
        ]
        for (kunci, posisi), cacat in tabel.cacat.items():
            if kunci == "kode_indikator":
                sel, nip = mentah.sel_asal(kunci, posisi), str(tabel.isi["nip"][posisi])
                rusak = kenali_rusak(mentah.lembar.sel[sel[0]][sel[1]])
                teks, akibat = rusak.teks if rusak else "", None if nip else Akibat.BARIS
                catatan.tambah(cacat, sel, nip=nip, akibat=akibat, teks=teks, cara="ketik kodenya langsung")

    def _baca_target(self, buku: Buku, berkas: str, tahun: int) -> None:
        bulan_diminta = tuple(map(kunci_bulan, self._periode.bulan))
        catatan, wajib = Catatan(berkas, self._unit.kode), ("nip", "kode_indikator", "bobot", *bulan_diminta)
        mentah = self._tabel(buku, catatan, _TARGET, tahun, wajib)
        if mentah is not None:
            self._ketik_target(mentah, catatan, bulan_diminta)
        self._isian.temuan += catatan.temuan

    def _ketik_target(self, mentah: TabelMentah, catatan: Catatan, bulan_diminta: Sequence[str]) -> None:
        angka = KolomAngka.untuk(mentah, catatan, self._skema.indikator)
        angka.ketik("bobot", persen=True)
        kolom = (*KUNCI_BULAN, "target_tahunan")
        pecahan = {kunci: angka.ketik(kunci, lapor=kunci in bulan_diminta) for kunci in kolom}
        bulanan = [mentah.tabel.angka(kunci) for kunci in KUNCI_BULAN]
        for kunci, posisi in pecahan.items():
            diminta = kunci in bulan_diminta
            angka.ragukan_pecahan(kunci, posisi, lambda p: [target[p] for target in bulanan], lapor=diminta)
        tabel = self._isian.target = mentah.tabel
        self._pecahan_target = {
            k: {tabel.sel(k, p) for p in posisi} for k, posisi in pecahan.items() if posisi
        }

    def _baca_buku_capaian(self, buku: Buku, berkas: str, bulan: Bulan) -> None:
        awal = len(self._isian.temuan)
        self._baca_capaian(buku, berkas, bulan)
        if BUKU_NILAI not in {temuan.kode for temuan in self._isian.temuan[awal:]}:
            self._baca_perilaku(buku, berkas, bulan)
        if any(temuan.kode == "identitas-tidak-cocok" for temuan in self._isian.temuan[awal:]):
            self._isian.capaian.pop(bulan, None)
            self._isian.perilaku.pop(bulan, None)

    def _baca_capaian(self, buku: Buku, berkas: str, bulan: Bulan) -> None:
        catatan = Catatan(berkas, self._unit.kode)
        mentah = self._tabel(buku, catatan, _CAPAIAN, bulan, _CAPAIAN.wajib)
        if mentah is not None:
            self._ketik_capaian(mentah, catatan, bulan)
            self._isian.capaian[bulan] = mentah.tabel
        self._isian.temuan += catatan.temuan

    def _ketik_capaian(self, mentah: TabelMentah, catatan: Catatan, bulan: Bulan) -> None:
        tabel = mentah.tabel
        angka = KolomAngka.untuk(mentah, catatan, self._skema.indikator)
        angka.ketik("target", lapor=False)
        dikenal = enumerate(map(self._skema.indikator.get, tabel.teks("kode_indikator")))
        bukan_rasio = {posisi for posisi, indikator in dikenal if indikator and not indikator.rasio}
        for kunci in KUNCI_RASIO:
            angka.ketik(kunci, persen=False, diam=bukan_rasio)
        pecahan = angka.ketik("realisasi")
        salinan = tabel.angka("target")
        pecahan_target = self._pecahan_target.get(kunci_bulan(bulan), set())
        buku_target = self._target_bulan(bulan, tabel) if pecahan or tabel.cacat or pecahan_target else []
        angka.ragukan_pecahan("realisasi", pecahan, lambda p: (buku_target[p][0], salinan[p]))
        sebut_persen_berlipat(angka, "realisasi", lambda: [t for t, _ in self._target_bulan(bulan, tabel)])
        if pecahan_target:
            angka.ragukan_target_pecahan("realisasi", buku_target, pecahan_target)
        for kunci, posisi in list(tabel.cacat):
            if kunci == "target" and buku_target[posisi][0] is not None:
                _catat_salinan(mentah, posisi, *buku_target[posisi], catatan)
        sebut_rumus(mentah, catatan)

    def _baca_perilaku(self, buku: Buku, berkas: str, bulan: Bulan) -> None:
        catatan = Catatan(berkas, self._unit.kode)
        mentah = self._tabel(buku, catatan, _PERILAKU, bulan, _PERILAKU.wajib)
        if mentah is not None:
            ketik_campuran(mentah, catatan)
            self._isian.perilaku[bulan] = mentah.tabel
            if not mentah.tabel.cacat and not any(any(mentah.tabel.isi[kunci]) for kunci in _ISIAN_PERILAKU):
                self._isian.tanpa_perilaku.add(bulan)
        self._isian.temuan += map(_hanya_perilaku, catatan.temuan)

    def _target_bulan(self, bulan: Bulan, capaian: Tabel) -> list[tuple[float | None, str]]:
        """Return, for each row of a capaian table, the month's target in the target workbook and its cell."""
        target = self._isian.target
        if target is None:
            return [(None, "")] * len(capaian)
        kolom = kunci_bulan(bulan)
        posisi = {kunci: nomor for nomor, kunci in enumerate(_kunci(target)) if kunci[0]}
        angka = target.angka(kolom)
        return [
            (angka[posisi[kunci]], target.sel(kolom, posisi[kunci])) if kunci in posisi else (None, "")
            for kunci in _kunci(capaian)
        ]


def _kunci(tabel: Tabel) -> list[tuple[str, str]]:
    return list(zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True))


def _catat_salinan(
    mentah: TabelMentah, posisi: int, target: float | None, sel_target: str, catatan: Catatan
) -> None:
    """Note a copied target that cannot be read: the target workbook stays the authority."""
    isi = mentah.mentah["target"][posisi]
    rusak, nip = kenali_rusak(isi), str(mentah.tabel.isi["nip"][posisi])
    teks = f"'{(rusak.teks or 'rumus tanpa hasil') if rusak else kutip(isi)}' (bukan angka)"
    fakta = {"teks": teks, "target": tulis_angka(target or 0), "sel_target": sel_target}
    catatan.tambah("target-berubah", mentah.sel_asal("target", posisi), nip=nip, fakta=fakta)


def _hanya_perilaku(temuan: Temuan) -> Temuan:
    """Return a finding of the sheet Perilaku with its consequence: hasil kerja is scored all the same."""
    if temuan.kode != "identitas-tidak-cocok" and temuan.akibat in {Akibat.BERKAS, Akibat.ASN}:
        return replace(temuan, akibat_khusus=Akibat.PERILAKU)
    return temuan
