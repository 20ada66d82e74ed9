"""Registers of changes on disk: lines that are only ever added, first states beside them, and the last line's hash apart.

```
riwayat/2026-05.jsonl            the lines
riwayat/2026-05/awal-1.zip       first states; their SHA-256 stands in the line of the first computation
riwayat/2026-05/tercatat.json    by unit, of which inputs the register tells already, as of which line; may be deleted
riwayat/sidik.json               the hash of each register's last line
```

What a run adds is written in this order: first states, lines, hash. A run that is killed in between leaves first states that
no line names, which count for nothing, or a hash that stands on an earlier line, which the next run puts right. A hash that
stands on none of the lines is a break, and a line says so for ever.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from asn_nilai.acuan import jam
from asn_nilai.acuan.bentuk_tunda import teks_bernama
from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import PERTAMA, PUTUS, Catatan, Rantai, sambung
from asn_nilai.acuan.riwayat.kata_perubahan import asli_register
from asn_nilai.acuan.riwayat.keadaan import Beda
from asn_nilai.acuan.riwayat.riwayat import Riwayat, Selisih
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.riwayat.isi_register import IsiRegister
from asn_nilai.alur.riwayat.keadaan_awal import nama_awal, simpan_awal
from asn_nilai.alur.riwayat.saksi_hasil import kunci_asing, lenyap, terpotong
from asn_nilai.alur.riwayat.sidik import NAMA_SIDIK, baca_sidik, pindahan, tulis_sidik
from asn_nilai.alur.riwayat.tempat import digenggam, isi_riwayat, sidik_tersimpan
from asn_nilai.ruang_kerja import RuangKerja
from asn_nilai.terbit.berkas import tulis_teks, tulis_utuh
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, lebih_baru

_NAMA_TERCATAT = "tercatat.json"
_SAMPAI = "baris terakhir"
"""Under this name the hash of the register's last line stands beside the units; no unit has such a code."""


class Register:
    """One register of a work folder; `nama` is that of its file without the ending, `2026-05` or `target-2026`."""

    def __init__(self, ruang: RuangKerja, nama: str) -> None:
        self._ruang, self._induk = ruang, ruang.folder_riwayat
        self.nama = nama
        self.berkas = self._induk / f"{nama}.jsonl"
        self.folder = self._induk / nama

    def baca(self, sebutan_unit: Mapping[str, str] = MappingProxyType({})) -> Riwayat:
        """Return the register as it stands, with what is wrong with it; `sebutan_unit` is the skema's.

        Raises:
            PenggunaanError: it, or the folder of all registers, cannot be read.
        """
        isi_riwayat(self._ruang)
        rantai = self._rantai()
        if (asli := asli_register(self.nama)) and (self._induk / f"{asli}.jsonl").exists():
            return self._salinan(rantai, Register(self._ruang, asli))
        hilang = tuple(self._versi_hilang(rantai))
        return Riwayat(
            f"{self._induk.name}/{self.berkas.name}",
            rantai,
            tuple(self._rusak(rantai)),
            hilang,
            kunci_asing="" if hilang or not rantai.sidik else kunci_asing(self._ruang, self.nama),
            sebutan_unit=dict(sebutan_unit),  # travels to other processes
            pindahan=pindahan(self._induk),
        )

    def _salinan(self, rantai: Rantai, asli: "Register") -> Riwayat:
        """Return what stands in a second copy of a register: nothing is recorded of it, and nothing goes on in it."""
        induk, lain = self._induk.name, {*rantai.sidik} - {*asli._rantai().sidik}  # noqa: SLF001 - of its own kind
        return Riwayat(
            f"{induk}/{self.berkas.name}",
            rantai,
            salinan_dari=f"{induk}/{asli.berkas.name}",
            tersendiri=len(lain),
        )

    def _rantai(self) -> Rantai:
        return Rantai.baca(self._isi())

    def _isi(self) -> bytes:
        try:
            return self.berkas.read_bytes() if self.berkas.exists() else b""
        except OSError as galat:
            saran = (
                "Pindahkan folder itu ke tempat lain dan kembalikan berkasnya dari cadangan"
                if self.berkas.is_dir()
                else "Tutup program yang membukanya atau periksa izinnya"
            )
            raise PenggunaanError(
                f"{self._induk.name}/{self.berkas.name} tidak dapat dibaca ({sebab_os(galat)}). {saran}, lalu jalankan lagi."
            ) from galat

    def _rusak(self, rantai: Rantai) -> Iterator[str]:
        if putus := self._putus(rantai):
            yield putus
        tercatat = {ini.alasan for ini in rantai.catatan if ini.apa == PUTUS}
        yield from (hilang for hilang in self._awal_hilang(rantai) if hilang not in tercatat)

    def _awal_hilang(self, rantai: Rantai) -> Iterator[str]:
        for catatan in {ini.menjadi: ini for ini in rantai.catatan if ini.apa == PERTAMA}.values():
            nama, sha = nama_awal(catatan)
            if sidik_tersimpan(self.folder / nama) != sha:
                yield f"kehilangan keadaan awalnya: {self.nama}/{nama} tidak ada atau bukan lagi yang dicatat"

    def _versi_hilang(self, rantai: Rantai) -> Iterator[str]:
        for versi, sha in rantai.kunci.items():
            if sidik_tersimpan(self.folder / f"v{versi}" / NAMA_MANIFES) != sha:
                yield f"mencatat versi {versi} yang dikunci, tetapi {self.nama}/v{versi} tidak ada atau bukan lagi yang dikunci"

    def _putus(self, rantai: Rantai) -> str:
        """Return how the lines and the hash beside them disagree, as the end of a sentence; blank where they agree."""
        sidik = baca_sidik(self._induk).get(self.nama)
        if sidik is None:
            return f"tidak tercatat di {NAMA_SIDIK}" if rantai.sidik else lenyap(self._ruang, self.nama)
        if sidik and not rantai.sidik:
            return f"tidak ada lagi, padahal {NAMA_SIDIK} mencatatnya"
        if sidik and sidik not in rantai.sidik:
            return f"terpotong atau berasal dari salinan lain: baris terakhir menurut {NAMA_SIDIK} tidak ada di dalamnya"
        # A line that is gone from the middle is told by the next.
        return terpotong(self._ruang, self.nama, rantai) if rantai.sidik and not rantai.putus else ""

    def isi(self, riwayat: Riwayat) -> IsiRegister:
        """Return what the register tells of each unit, as a run read it."""
        return IsiRegister(riwayat, self.folder)

    def tercatat(self, riwayat: Riwayat) -> dict[str, str]:
        """Return of which inputs the register tells already, by their names.

        Nothing where the line up to which that was so is not among its lines: what was cut off is not told any more.
        """
        try:
            isi = teks_bernama((self.folder / _NAMA_TERCATAT).read_bytes())
        except OSError:
            return {}
        return isi if isi.pop(_SAMPAI, "") in riwayat.rantai.sidik else {}

    def ingat(self, tercatat: Mapping[str, str]) -> None:
        """Write of which inputs the register, as it stands now, tells."""
        isi = {**tercatat, _SAMPAI: self._rantai().terakhir}
        teks = json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True)
        tulis_teks(self.folder / _NAMA_TERCATAT, teks + "\n")

    def lanjutkan(
        self,
        riwayat: Riwayat,
        selisih: Iterable[Selisih],
        aturan: str,
        *,
        semua: bool = False,
        asal: Mapping[str, str] = MappingProxyType({}),
    ) -> bool:
        """Add what a run found to the register, unless another run has added to it since it was read.

        Args:
            riwayat: the register as the run read it.
            selisih: by unit what it adds, gone through once: of a whole city it need not be in memory, and takes time to fetch.
            aturan: code of the run's rule profile.
            semua: whether the first states are those of a whole city: then one line tells of all.
            asal: of what the first states were read, kept with them (`IsiRegister.asal_awal`).

        Returns:
            Whether it was added; it is not to what a newer version of the program has written.

        Raises:
            TulisGagalError: it cannot be written.
        """
        if any(map(lebih_baru, {ini.program for ini in riwayat.rantai.catatan})):
            return False
        pola = Catatan(jam.saat_kini(), PROGRAM, aturan, riwayat.versi, riwayat.alasan, PERTAMA)
        pertama: list[str] = []
        berubah: list[Catatan] = []

        def keadaan_pertama() -> Iterator[tuple[str, bytes]]:
            for ini in selisih:
                berubah.extend(_catatan(pola, beda) for beda in ini.beda)
                if ini.pertama is not None:
                    pertama.append(ini.kode_unit)
                    yield ini.kode_unit, ini.pertama

        with digenggam(self._induk):
            if self._rantai().terakhir != riwayat.rantai.terakhir:
                return False
            awal, baru = keadaan_pertama(), list[Catatan]()
            if (satu := next(awal, None)) is not None:
                nomor = 1 + len({catatan.menjadi for catatan in riwayat.pertama})
                pola = pola._replace(menjadi=simpan_awal(self.folder, nomor, chain([satu], awal), asal))
                baru = [pola._replace(kode_unit=kode) for kode in ([""] if semua else pertama)]
            self._tambah([*baru, *berubah])
        return True

    def tambah(self, catatan: Sequence[Catatan]) -> None:
        """Add lines.

        Raises:
            TulisGagalError: they cannot be written.
        """
        with digenggam(self._induk):
            self._tambah(catatan)

    def _tambah(self, catatan: Sequence[Catatan]) -> None:
        """Add lines, chained to what stands there now; each break that is found gets a line of its own first."""
        isi = self._isi()
        rantai = Rantai.baca(isi)
        if putus := [*self._rusak(rantai)] or [*filter(None, [kunci_asing(self._ruang, self.nama)])]:
            sidik = baca_sidik(self._induk).get(self.nama, "")
            pola = Catatan(jam.saat_kini(), PROGRAM, "", "", "", PUTUS, semula=sidik)
            catatan = [*(pola._replace(alasan=ini) for ini in putus), *catatan]
        if catatan:
            if self.nama not in baca_sidik(self._induk):
                tulis_sidik(
                    self._induk, self.nama, ""
                )  # a register is begun: from now on its absence is a break
            pemisah = b"" if not isi or isi.endswith(b"\n") else b"\n"
            baris = "".join(f"{teks}\n" for teks in sambung(catatan, rantai.terakhir)).encode()
            with tulis_utuh(self.berkas) as sementara:
                sementara.write_bytes(isi + pemisah + baris)
            rantai = self._rantai()
        if rantai.terakhir:
            tulis_sidik(self._induk, self.nama, rantai.terakhir)


def register_periode(konteks: Konteks) -> Register:
    """Return the register of the run's period."""
    return Register(konteks.ruang, konteks.periode.nama_folder)


def _catatan(pola: Catatan, beda: Beda) -> Catatan:
    semula, menjadi = beda.tertulis
    apa, kode_unit, nip, kode, _ = beda.kunci
    return pola._replace(
        apa=apa,
        kode_unit=kode_unit,
        nip=nip,
        kode_indikator=kode,
        semula=semula,
        menjadi=menjadi,
        sel=beda.sel,
    )
