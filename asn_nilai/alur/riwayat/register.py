"""Registers of changes on disk: lines that are only ever added, first states beside them, and the last line's hash apart.

```
riwayat/2026-05.jsonl            the lines
riwayat/2026-05/awal-1.zip       first states, a CSV file a unit; its SHA-256 stands in the line of the first computation
riwayat/sidik.json               by register, the hash of its last line: a register cut short is found; and where it was written
```

What a run adds is written in this order: first states, lines, hash. A run that is killed in between leaves first states that
no line names, which count for nothing, or a hash that stands on an earlier line, which the next run puts right.
"""

import csv
import hashlib
import io
import json
import platform
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from filelock import FileLock

from asn_nilai.acuan.riwayat.catatan import PERTAMA, Catatan, Rantai, sambung, terapkan
from asn_nilai.acuan.riwayat.keadaan import TIDAK_ADA, Beda, Isi, Keadaan, Kunci
from asn_nilai.acuan.riwayat.riwayat import Riwayat, Selisih
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks, tulis_utuh
from asn_nilai.terbit.data.manifes import PROGRAM, sha256_berkas

NAMA_SIDIK = "sidik.json"
_TEMPAT = "tempat"
_KOLOM_AWAL = ("apa", "nip", "kode_indikator", "ruas", "nilai", "sel")
_KOTA = "kota.csv"
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_TUNGGU = 60.0
"""Seconds to wait for another run that writes to the same register; writing takes a moment."""


class Register:
    """One register of a work folder; `nama` is that of its file without the ending, `2026-05` or `target-2026`."""

    def __init__(self, ruang: RuangKerja, nama: str) -> None:
        self._induk = ruang.folder_riwayat
        self.nama = nama
        self.berkas = self._induk / f"{nama}.jsonl"
        self.folder = self._induk / nama

    def baca(self) -> Riwayat:
        """Return the register as it stands, with what is wrong with it."""
        rantai = Rantai.baca(self.berkas.read_bytes() if self.berkas.is_file() else b"")
        nama = f"{self._induk.name}/{self.berkas.name}"
        return Riwayat(nama, rantai, tuple(self._rusak(rantai)), pindahan=self._pindahan())

    def _pindahan(self) -> bool:
        """Tell whether the registers were last written in another place: the work folder was copied or moved."""
        tempat = _baca_sidik(self._induk).get(_TEMPAT, "")
        return tempat not in {"", _tempat(self._induk)}

    def _rusak(self, rantai: Rantai) -> Iterator[str]:
        sidik = baca_sidik(self._induk).get(self.nama, "")
        if sidik and not rantai.sidik:
            yield f"tidak ada lagi, padahal {NAMA_SIDIK} mencatatnya"
        elif sidik and sidik not in rantai.sidik:
            yield f"terpotong atau berasal dari salinan lain: baris terakhir menurut {NAMA_SIDIK} tidak ada di dalamnya"
        for menjadi in dict.fromkeys(ini.menjadi for ini in rantai.catatan if ini.apa == PERTAMA):
            nama, _, sha = menjadi.partition(" ")
            if sha256_berkas(self.folder / Path(nama).name) != sha:
                yield f"kehilangan keadaan awalnya: {self.nama}/{nama} tidak ada atau bukan lagi yang dicatat"

    def keadaan(self, riwayat: Riwayat, kode_unit: str) -> dict[Kunci, Isi] | None:
        """Return what a unit's entries said last; None where nothing of it was ever computed."""
        keadaan: dict[Kunci, Isi] = {}
        ada = False
        for catatan in riwayat.pertama:
            if catatan.kode_unit in {"", kode_unit}:
                bagian = self._awal(_nama_awal(catatan), kode_unit)
                ada |= bagian is not None
                keadaan |= bagian or {}
        return terapkan(keadaan, riwayat.menurut_unit.get(kode_unit, [])) if ada else None

    def pernyataan(self, riwayat: Riwayat, kode_unit: str) -> Iterator[tuple[Kunci, str]]:
        """Yield all that a unit's entries ever said, the earliest first."""
        for catatan in riwayat.pertama:
            if catatan.kode_unit in {"", kode_unit}:
                for kunci, isi in (self._awal(_nama_awal(catatan), kode_unit) or {}).items():
                    yield kunci, isi.nilai
        for catatan in riwayat.menurut_unit.get(kode_unit, ()):
            if catatan.menjadi != TIDAK_ADA:
                yield catatan.kunci, catatan.nilai_baru

    def unit_tercatat(self, riwayat: Riwayat) -> set[str]:
        """Return the codes of the units that the register knows."""
        kode = {catatan.kode_unit for catatan in riwayat.rantai.catatan} - {""}
        for nama in {_nama_awal(catatan) for catatan in riwayat.pertama}:
            with _buka_zip(self.folder / nama) as arsip:
                kode |= {
                    Path(anggota).stem for anggota in (arsip.namelist() if arsip else ()) if "/" in anggota
                }
        return kode

    def _awal(self, nama: str, kode_unit: str) -> dict[Kunci, Isi] | None:
        """Return a unit's first state from one of the files that hold them, None where it is not there."""
        with _buka_zip(self.folder / nama) as arsip:
            if arsip is None or (anggota := _anggota(kode_unit)) not in arsip.NameToInfo:
                return None
            try:
                baris = csv.reader(io.StringIO(arsip.read(anggota).decode(), newline=""))
                next(baris)
                return {
                    Kunci(apa, kode_unit, nip, kode, ruas): Isi(nilai, sel)
                    for apa, nip, kode, ruas, nilai, sel in baris
                }
            except (zipfile.BadZipFile, zlib.error, ValueError, StopIteration):
                return None  # `baca` says that it is not what was recorded

    def lanjutkan(
        self, riwayat: Riwayat, selisih: Iterable[Selisih], aturan: str, *, semua: bool = False
    ) -> None:
        """Add what a run found to the register.

        Args:
            riwayat: the register as the run read it.
            selisih: by unit, what it adds.
            aturan: code of the run's rule profile.
            semua: whether the first states are those of a whole city: then one line tells of all.
        """
        daftar = [ini for ini in selisih if ini.beda or ini.pertama is not None]
        pertama = {ini.kode_unit: ini.pertama for ini in daftar if ini.pertama is not None}
        pola = Catatan(_sekarang(), PROGRAM, aturan, riwayat.versi, riwayat.alasan, PERTAMA)
        baru: list[Catatan] = []
        if pertama:
            menjadi = self._simpan_awal(pertama, 1 + len({ini.menjadi for ini in riwayat.pertama}))
            baru += [replace(pola, kode_unit=kode, menjadi=menjadi) for kode in ([""] if semua else pertama)]
        for ini in daftar:
            baru += [_catatan(pola, beda) for beda in ini.beda]
        self.tambah(baru)

    def tambah(self, catatan: Sequence[Catatan]) -> None:
        """Add lines, chained to what stands there now."""
        with self.terkunci():
            isi = self.berkas.read_bytes() if self.berkas.is_file() else b""
            rantai = Rantai.baca(isi)
            if catatan:
                if isi and not isi.endswith(b"\n"):
                    isi += b"\n"
                baris = list(sambung(catatan, rantai.terakhir))
                with tulis_utuh(self.berkas) as sementara:
                    sementara.write_bytes(isi + "".join(f"{teks}\n" for teks in baris).encode())
                rantai = Rantai.baca(self.berkas.read_bytes())
            sidik = _baca_sidik(self._induk)
            kini = {**sidik, self.nama: rantai.terakhir, _TEMPAT: _tempat(self._induk)}
            if rantai.terakhir and kini != sidik:
                teks = json.dumps(kini, ensure_ascii=False, indent=1, sort_keys=True)
                tulis_teks(self._induk / NAMA_SIDIK, teks + "\n")

    @contextmanager
    def terkunci(self) -> Iterator[None]:
        """Hold all registers of the work folder while the block runs."""
        try:
            self._induk.mkdir(parents=True, exist_ok=True)
            kunci = FileLock(self._induk / ".sedang-ditulis.lock", timeout=_TUNGGU)
            kunci.acquire()
        except OSError as galat:  # also filelock's own error, when another run holds it for so long
            raise TulisGagalError(
                f"{self._induk} tidak dapat ditulisi ({galat.strerror or 'dipakai perintah lain'}). Periksa izinnya, lalu "
                "jalankan lagi."
            ) from galat
        try:
            yield
        finally:
            kunci.release()

    def _simpan_awal(self, pertama: Mapping[str, Keadaan], nomor: int) -> str:
        """Write first states, and return how a line names them: file and SHA-256."""
        berkas = self.folder / f"awal-{nomor}.zip"
        with tulis_utuh(berkas) as sementara, zipfile.ZipFile(sementara, "w") as arsip:
            for kode, keadaan in pertama.items():
                bagian = zipfile.ZipInfo(_anggota(kode), _WAKTU_ZIP)
                arsip.writestr(bagian, _teks_awal(keadaan), zipfile.ZIP_DEFLATED, compresslevel=1)
        return f"{berkas.name} {sha256_berkas(berkas)}"


def baca_sidik(folder: Path) -> dict[str, str]:
    """Return the hash of each register's last line by its name; nothing where the file is not ours."""
    return {nama: nilai for nama, nilai in _baca_sidik(folder).items() if nama != _TEMPAT}


def _baca_sidik(folder: Path) -> dict[str, str]:
    try:
        isi = json.loads((folder / NAMA_SIDIK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(nama): str(nilai) for nama, nilai in isi.items()} if isinstance(isi, dict) else {}


def _tempat(folder: Path) -> str:
    """Return a mark of this place on this machine that tells nothing of either."""
    return hashlib.sha256(f"{platform.node()} {folder.resolve()}".encode()).hexdigest()[:16]


def _catatan(pola: Catatan, beda: Beda) -> Catatan:
    semula, menjadi = beda.tertulis
    apa, kode_unit, nip, kode, _ = beda.kunci
    return replace(
        pola,
        apa=apa,
        kode_unit=kode_unit,
        nip=nip,
        kode_indikator=kode,
        semula=semula,
        menjadi=menjadi,
        sel=beda.sel,
    )


def _nama_awal(pertama: Catatan) -> str:
    """Return the file that a line of a first computation names."""
    return Path(pertama.menjadi.partition(" ")[0]).name


def _anggota(kode_unit: str) -> str:
    return f"unit/{kode_unit}.csv" if kode_unit else _KOTA


def _teks_awal(keadaan: Keadaan) -> str:
    tujuan = io.StringIO()
    penulis = csv.writer(tujuan, lineterminator="\n")
    penulis.writerow(_KOLOM_AWAL)
    penulis.writerows(
        (kunci.apa, kunci.nip, kunci.kode_indikator, kunci.ruas, *isi) for kunci, isi in keadaan.items()
    )
    return tujuan.getvalue()


@contextmanager
def _buka_zip(berkas: Path) -> Iterator[zipfile.ZipFile | None]:
    """Open first states; None where the file is gone or is none."""
    try:
        arsip = zipfile.ZipFile(berkas)
    except (OSError, zipfile.BadZipFile):
        yield None
        return
    with arsip:
        yield arsip


def _sekarang() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
