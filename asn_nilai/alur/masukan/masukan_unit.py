"""What a unit's results depend on, as SHA-256: what need not be computed again, and what is stale.

Its own files count as they are. Of what all units share counts only what touches the unit and the period, each part with a
fingerprint of its own:

- `skema`: its cut of the registers (`acuan.setoran.irisan_skema`)
- `pengaturan`: the settings that a score or a finding may depend on; the rule has its own SHA-256 in the manifest
- `bkn`: the exports that give behaviour, for a unit that sends no Perilaku sheet, where the settings say so
- `lalu`: what earlier months said of its ASN, for criteria that look back: a corrected March is computed into June
- `cetak`: what is only printed, such as the unit's name. Where nothing else changed, the unit is printed anew: it goes
  through the same stages, for its faces are drawn from values that lie in no file, and its scores come out as they were.

Units tied by an ASN who moved depend on each other's files and registers.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel

from asn_nilai.acuan.hasil.tindak_lanjut import HasilLalu, NilaiBulan
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.setoran.irisan_skema import Sebutan, sidik_irisan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.bulan_lalu import (
    baca_hasil_lalu,
    berkas_bulan_lain,
    berkas_hasil_lalu,
    nama_hasil_lalu,
)
from asn_nilai.ruang_kerja import FolderDilihat
from asn_nilai.terbit.data.manifes import CatatanUnit, Manifes, Sha, sha256_berkas

BKN, LALU, CETAK = "bkn", "lalu", "cetak"
_NAMA_SIDIK = frozenset({"skema", "pengaturan", BKN, LALU, CETAK})
_RUAS_BULAN = tuple(ruas.name for ruas in fields(NilaiBulan))
_isi_bulan = attrgetter(*_RUAS_BULAN)
_TANPA_PENGARUH = frozenset({
    "akar", "diketik", "temuan", "instansi", "aturan", "predikat_organisasi", "berkas", "bkn", "rekap", "kewajaran", "surat", "tenggat", "unit",
})  # fmt: skip
"""Settings that change no unit's score or finding, or that are seen by themselves: the rule by its hash, places by names."""


class MasukanUnit:
    """The inputs of one run's units as they stand now. Keys are relative to the work folder, `/` as separator."""

    def __init__(self, konteks: Konteks, sha: Sha = sha256_berkas) -> None:
        self.konteks = konteks
        self.ikatan = ikatan(konteks)
        self._sha = sha
        self.lihat = FolderDilihat()

    @cached_property
    def bersama(self) -> dict[str, str]:
        """Return what all units share: settings, registers, exports that give behaviour, earlier months."""
        ruang = self.konteks.ruang
        lalu = berkas_hasil_lalu(self.konteks) | berkas_bulan_lain(self.konteks)
        sendiri = self._catat([ruang.akar / NAMA_PENGATURAN, ruang.skema])
        return sendiri | self._bkn | self._sidik_bulan(lalu)

    @cached_property
    def _sumber(self) -> dict[str, str]:
        """Return the files behind the fingerprints of what all units share."""
        relatif = self.konteks.ruang.relatif
        return {
            "skema": relatif(self.konteks.ruang.skema),
            "pengaturan": relatif(self.konteks.ruang.akar / NAMA_PENGATURAN),
        }

    @cached_property
    def _bkn(self) -> dict[str, str]:
        return self._catat(self.konteks.berkas_bkn)

    def lihat_folder(self) -> None:
        """List the submissions now, before any is read: one that comes while units are at work was not there for them."""
        for kode in list(self.konteks.skema.unit)[:1]:  # all units' lie in the same folders
            self.konteks.berkas_unit(kode, self.lihat)

    def folder_lenyap(self) -> list[Path]:
        """Return the folders of submissions in which there was something when they were listed, and that are not there any more."""
        ruang = self.konteks.ruang
        semua = (ruang.folder_target, *map(ruang.folder_capaian, self.konteks.periode.bulan))
        return [folder for folder in semua if self.lihat(folder) and not folder.is_dir()]

    def unit(self, kode: str, dibaca: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
        """Return the files of one unit; `dibaca` is what was read of some of them, whatever they are by now."""
        terikat, relatif = self._terikat(kode), self.konteks.ruang.relatif
        semua = {f for unit in terikat for f in self.konteks.berkas_unit(unit, self.lihat)}
        return self._catat(f for f in semua if relatif(f) not in dibaca) | dict(dibaca)

    def sidik(self, kode: str, sebutan: Sebutan) -> dict[str, str]:
        """Return the fingerprints of what one unit takes from what is shared; `sebutan` is what its books name."""
        terikat, periode = self._terikat(kode), self.konteks.periode
        skema, nama = sidik_irisan(self.konteks.skema, terikat, periode, sebutan)
        dari_bkn = sebutan.tanpa_perilaku and self.konteks.ruang.bkn.perilaku
        return {
            "skema": skema,
            "pengaturan": self._pengaturan,
            **({BKN: _sidik(self._bkn)} if dari_bkn else {}),
            LALU: _sidik([self._lalu_unit(kode), sorted(self._lalu.hilang.items())]),
            CETAK: _sidik([nama, self.konteks.ruang.instansi]),
        }

    def berubah(self, kode: str, catatan: CatatanUnit) -> set[str]:
        """Return what changed since a unit was computed: its files by their names, what is shared by that of its fingerprint.

        Nothing but `CETAK` means that the unit need only be printed anew.
        """
        sebutan = Sebutan.dari_dict(catatan.sebutan)
        sidik = {} if sebutan is None else self.sidik(kode, sebutan)
        beda = self._berkas_lain(kode, catatan)
        if sebutan is None:
            return {*beda, "skema"}
        return beda | {
            nama for nama in {*sidik, *catatan.sidik} if catatan.sidik.get(nama) != sidik.get(nama)
        }

    def berubah_sejak(self, kode: str, manifes: Manifes) -> set[str]:
        """Return what `berubah` says of a unit in a record; another program's fingerprints are no measure, but the files are."""
        catatan = manifes.unit[kode]
        if manifes.program == PROGRAM:
            return self.berubah(kode, catatan)
        beda, dulu = self._berkas_lain(kode, catatan), manifes.masukan
        beda |= {nama for nama, ini in self._sumber.items() if self.bersama[ini] != dulu.get(ini)}
        lain = {LALU, BKN} if BKN in catatan.sidik else {LALU}
        return beda | {nama for nama in lain if self.sebagai_berkas({nama}, dulu)}

    def _berkas_lain(self, kode: str, catatan: CatatanUnit) -> set[str]:
        """Return the names of a unit's own files that have come, gone or changed since it was computed."""
        berkas, dulu = self.unit(kode), catatan.masukan
        return {nama for nama in {*berkas, *dulu} if berkas.get(nama) != dulu.get(nama)}

    def sebagai_berkas(self, berubah: Collection[str], dulu: Mapping[str, str]) -> set[str]:
        """Return the files behind what `berubah` says; of earlier months those that are not as in `dulu` (file → SHA-256)."""
        ruang = self.konteks.ruang
        berkas = {self._sumber[sidik] for sidik in self._sumber.keys() & berubah}
        if BKN in berubah:
            folder = tuple(
                f"{ruang.relatif(ruang.folder_bkn(b.periode))}/" for b in self.konteks.periode.bulan
            )
            lama = {nama: sha for nama, sha in dulu.items() if nama.startswith(folder)}
            berkas |= {nama for nama in {*self._bkn, *lama} if self._bkn.get(nama) != lama.get(nama)}
        if LALU in berubah:
            kini = self._sidik_bulan(berkas_hasil_lalu(self.konteks))
            lama = {nama: dulu[nama] for nama in nama_hasil_lalu(self.konteks) if nama in dulu}
            berkas |= {nama for nama in {*kini, *lama} if kini.get(nama) != lama.get(nama)}
        return berkas | {nama for nama in berubah if nama not in _NAMA_SIDIK}

    def _terikat(self, kode: str) -> set[str]:
        return self.ikatan.get(kode, {kode})

    def _lalu_unit(self, kode: str) -> list[object]:
        """Return what earlier months said of the ASN of a unit."""
        if not self._lalu.nilai:
            return []
        nip = {p.nip for p in self.konteks.skema.di_unit(kode, self.konteks.periode)}
        return [
            (bulan, sorted((n, _ruas(milik[n])) for n in nip & milik.keys()))
            for bulan, milik in sorted(self._lalu.nilai.items())
        ]

    @cached_property
    def _lalu(self) -> HasilLalu:
        return baca_hasil_lalu(self.konteks)

    @cached_property
    def _pengaturan(self) -> str:
        ruang = self.konteks.ruang
        isi = {nama: n for nama, n in ruang._asdict().items() if nama not in _TANPA_PENGARUH}
        return _sidik({nama: n.model_dump() if isinstance(n, BaseModel) else n for nama, n in isi.items()})

    def _sidik_bulan(self, berkas: Mapping[str, Path]) -> dict[str, str]:
        return {nama: self._sha(tempat) for nama, tempat in berkas.items()}

    def _catat(self, berkas: Iterable[Path]) -> dict[str, str]:
        relatif = self.konteks.ruang.relatif
        return {relatif(f): self._sha(f) for f in sorted(set(berkas))}


def ikatan(konteks: Konteks) -> dict[str, set[str]]:
    """Return, for each unit tied to others by an ASN who moved, all units whose files its score depends on."""
    hasil: dict[str, set[str]] = {}
    for unit in unit_berpindah(konteks.skema, konteks.periode).values():
        for kode in unit:
            hasil.setdefault(kode, set()).update(lain for lain in unit if lain in konteks.skema.unit)
    return hasil


def _ruas(nilai: NilaiBulan) -> dict[str, float | str]:
    """Return what a month said of somebody, by its names."""
    return dict(zip(_RUAS_BULAN, _isi_bulan(nilai), strict=True))


def _sidik(isi: object) -> str:
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
