"""Submissions that lie under a wrong name or in a wrong place: recognised by what they say of themselves.

A file that is simply passed over looks to its unit as if it had been scored. So every workbook that no unit's name claims
is opened and told, with the name and place it should have. Files in their places are not opened here.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from asn_nilai.acuan.isian.skema import Skema, Unit, sebab_kode_unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.asing.folder import folder_di, tempat_setoran, temuan_bukan_buku, temuan_folder
from asn_nilai.baca.setoran.asal_unit import AsalBerkas, berkas_daftar_temuan, kenali_asal
from asn_nilai.baca.setoran.capaian_lalu import berisi_realisasi
from asn_nilai.ruang_kerja import AKHIRAN_BERTANDA, RuangKerja, buku_kerja


class _Asing(NamedTuple):
    """A stray file, and where it belongs: `bulan` is None for a target workbook."""

    berkas: Path
    unit: Unit
    bulan: Bulan | None
    tujuan: Path

    @property
    def sebutan(self) -> str:
        jenis = (
            f"capaian {self.unit.kode} untuk {self.bulan.label}" if self.bulan else f"target {self.unit.kode}"
        )
        return f"berkas {jenis}"

    @property
    def bertanda(self) -> bool:
        """Tell whether its name is that of a marked copy, perhaps with what a download adds: `… (1)`."""
        return AKHIRAN_BERTANDA in self.berkas.stem.casefold()


def temuan_asing(ruang: RuangKerja, skema: Skema, periode: Periode) -> list[Temuan]:
    """Return a finding for each file that lies where submissions of the period are read, or near, and is not read.

    Nothing is told of books under the code of a unit whose row in the skema is faulty: they wait for that row, and are no stray files.
    """
    milik = (kode for unit in skema.unit.values() for kode in unit.semua_kode)
    dikenal = {kode.casefold() for kode in milik}
    asing: list[_Asing] = []
    hasil: list[Temuan] = []
    for folder, bulan in tempat_setoran(ruang, periode):
        for berkas in buku_kerja(folder, selain=dikenal):
            asal = kenali_asal(berkas, skema, ruang.tahun, ruang.batas)
            if asal is None and berkas_daftar_temuan(berkas, ruang.batas):
                hasil.append(temuan("berkas-daftar-lain", Letak(ruang.relatif(berkas))))
            elif asal is not None:
                asing.append(_asing(ruang, berkas, asal, bulan))
            elif sebab_kode_unit(skema.unit_cacat, berkas.stem) is None:
                contoh = f"{next(iter(skema.unit))}.xlsx"
                hasil.append(temuan("berkas-tanpa-unit", Letak(ruang.relatif(berkas)), contoh=contoh))
    asing += _di_sekitar(ruang, skema, periode, dikenal)
    asing += _di_dalam(ruang, skema, periode)
    lain = (*temuan_folder(ruang), *temuan_bukan_buku(ruang, skema, periode))
    return [*hasil, *_temuan(ruang, asing), *lain]


def temuan_salah_bulan(
    ruang: RuangKerja, skema: Skema, unit: Unit, bulan: Iterable[Bulan]
) -> Iterator[Temuan]:
    """Yield, of months that the unit has not submitted, its workbook that lies in a neighbouring month's folder, or filled in as a template."""
    for bulan_kosong in bulan:
        for nomor in (bulan_kosong.bulan - 1, bulan_kosong.bulan + 1):
            berkas = ruang.berkas_capaian(Bulan(bulan_kosong.tahun, nomor), *unit.semua_kode)
            asal = kenali_asal(berkas[0], skema, ruang.tahun, ruang.batas) if len(berkas) == 1 else None
            if asal is not None and asal.unit == unit and asal.bulan == bulan_kosong and not asal.target:
                yield from _temuan(ruang, [_asing(ruang, berkas[0], asal, bulan_kosong)])
        templat = ruang.folder_templat(bulan_kosong.periode) / f"{unit.kode}.xlsx"
        if templat.is_file() and berisi_realisasi(ruang, templat, unit, bulan_kosong, skema):
            asal = AsalBerkas(unit, bulan_kosong, target=False)
            yield from _temuan(ruang, [_asing(ruang, templat, asal, bulan_kosong)])


def _asing(ruang: RuangKerja, berkas: Path, asal: AsalBerkas, bulan_folder: Bulan | None) -> _Asing:
    bulan = None if asal.target else asal.bulan or bulan_folder
    folder = ruang.folder_capaian(bulan) if bulan else ruang.folder_target
    return _Asing(berkas, asal.unit, bulan, folder / f"{asal.unit.kode}{berkas.suffix.lower()}")


def _di_sekitar(ruang: RuangKerja, skema: Skema, periode: Periode, dikenal: set[str]) -> Iterator[_Asing]:
    """Yield the period's capaian workbooks in the work folder itself, and in folders that belong to no month of it."""
    capaian = ruang.folder_capaian(periode.bulan[0]).parent
    dibaca = {ruang.folder_capaian(bulan) for bulan in periode.bulan}
    lain = [folder for folder in folder_di(capaian) if folder not in dibaca]
    bulanan = {ruang.folder_capaian(bulan) for bulan in Periode.setahun(ruang.tahun).bulan}
    for folder in (ruang.akar, capaian, *lain):
        for berkas in buku_kerja(folder, selain=dikenal if folder in bulanan else ()):
            if berkas == ruang.skema:
                continue
            asal = kenali_asal(berkas, skema, ruang.tahun, ruang.batas)
            if asal is not None and not asal.target and asal.bulan in periode.bulan:
                yield _asing(ruang, berkas, asal, None)


def _di_dalam(ruang: RuangKerja, skema: Skema, periode: Periode) -> Iterator[_Asing]:
    """Yield workbooks one folder too deep, of units that have none in its place; older copies are kept so on purpose."""
    for bulan in periode.bulan:
        for folder in folder_di(ruang.folder_capaian(bulan)):
            for berkas in buku_kerja(folder):
                asal = kenali_asal(berkas, skema, ruang.tahun, ruang.batas)
                if asal is None or asal.target or asal.bulan not in {None, bulan}:
                    continue
                if not ruang.berkas_capaian(bulan, *asal.unit.semua_kode):
                    yield _asing(ruang, berkas, asal, bulan)


def _temuan(ruang: RuangKerja, asing: Sequence[_Asing]) -> Iterator[Temuan]:
    for tersesat in asing:
        sudah_ada = ruang.berkas_setoran(tersesat.bulan, *tersesat.unit.semua_kode)
        saingan = [
            lain.berkas for lain in asing if lain.tujuan.with_suffix("") == tersesat.tujuan.with_suffix("")
        ]
        letak, nama = Letak(ruang.relatif(tersesat.berkas)), tersesat.tujuan.name
        tujuan = ruang.relatif(tersesat.tujuan)
        if tersesat.bertanda and len(sudah_ada) < 2 and len(saingan) == 1:
            yield _bertanda(ruang, tersesat, sudah_ada)
        elif sudah_ada or len(saingan) > 1:
            dibaca = (
                f"hanya {ruang.relatif(sudah_ada[0])} yang dibaca" if sudah_ada else "belum ada yang dibaca"
            )
            semua = ", ".join(ruang.relatif(berkas) for berkas in (*sudah_ada, *saingan))
            yield temuan(
                "berkas-salinan", letak, unit=tersesat.unit.kode, sebutan=tersesat.sebutan, dibaca=dibaca, semua=semua,
                tujuan=tujuan,
            )  # fmt: skip
        elif tersesat.berkas.parent == tersesat.tujuan.parent:
            yield temuan(
                "berkas-salah-nama", letak, unit=tersesat.unit.kode, sebutan=tersesat.sebutan, nama_benar=nama, tujuan=tujuan
            )  # fmt: skip
        else:
            yield temuan(
                "berkas-salah-tempat", letak, unit=tersesat.unit.kode, sebutan=tersesat.sebutan, tujuan=tujuan
            )


def _bertanda(ruang: RuangKerja, tersesat: _Asing, sudah_ada: Sequence[Path]) -> Temuan:
    """Return the finding of a marked copy that came back under its own name: it must take the submission's place."""
    tujuan = ruang.relatif(tersesat.tujuan)
    dibaca, cara = "belum ada yang dibaca", f"ubah nama berkas ini menjadi {tujuan}"
    if sudah_ada:
        lama = ruang.relatif(sudah_ada[0])
        dibaca, cara = f"yang dibaca {lama}", f"pindahkan {lama} ke luar ruang kerja dan {cara}"
    return temuan(
        "berkas-bertanda", Letak(ruang.relatif(tersesat.berkas)), unit=tersesat.unit.kode, sebutan=tersesat.sebutan,
        dibaca=dibaca, cara=cara, tujuan=tujuan, nama_benar=tersesat.tujuan.name,
    )  # fmt: skip
