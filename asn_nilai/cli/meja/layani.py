"""The desk: shows where the year stands, asks for a number, runs its command, opens what it made, and asks again."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.kata.galat_sistem import sebab_os
from asn_nilai.acuan.kata.ketikan_perintah import tulis_isian
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun, LangkahBerikut, langkah_berikut
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.perintah.tahun import baca_periode_kerja, baca_tahun
from asn_nilai.cari_ruang import mungkin_daftar, sebab_bukan_ruang
from asn_nilai.cli import tanya
from asn_nilai.cli.alamat import pahami_alamat, seperti_alamat
from asn_nilai.cli.buka import buka
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.meja import isian, pekerjaan, tampilan
from asn_nilai.cli.meja.buatan import buatan, yang_ada
from asn_nilai.cli.meja.ruang import ingat, ruang_dari, ruang_di, terakhir
from asn_nilai.ruang_kerja import RuangKerja

Jalankan = Callable[[list[str]], int]
"""Runs a command as the program's door does, and returns its exit status."""
_TUTUP = frozenset({pekerjaan.SELESAI, "q", "keluar", "selesai", "exit", "quit"})
_TANPA_MASUKAN = (
    "Meja menunggu nomor yang diketik, tetapi tidak ada papan ketik di sini. Jalankan asn-nilai saja di dalam ruang kerja: ia "
    "menyebut perintah berikutnya. Atau alirkan nomornya, satu sebaris."
)


class _TutupError(Exception):
    """The person is done."""


@dataclass(frozen=True, slots=True)
class _Keadaan:
    """What the desk is about at the moment."""

    ruang: RuangKerja
    tahun: KeadaanTahun
    langkah: LangkahBerikut
    kerja: KeadaanPeriode
    pekerjaan: list[pekerjaan.Pekerjaan]


@dataclass(slots=True)
class Meja:
    """A desk over one work folder at a time.

    Attributes:
        jalankan: the program's door.
        membuka: whether pages and folders are opened, not only named.
        folder: the work folder; None while none is chosen.
        periode: what somebody chose to work on; None for what the year's state suggests.
        layar: where all of it is written.
        terjawab: whether anything has been typed yet.
        daftar: a workbook that was dropped where a work folder is asked for: one can be made from it.
    """

    jalankan: Jalankan
    membuka: bool = True
    layar: Layar = field(default_factory=Layar)
    folder: Path | None = None
    periode: Periode | None = None
    terjawab: bool = False
    daftar: Path | None = None

    def layani(self, folder: Path) -> int:
        """Serve until the person is done; return the exit status.

        Raises:
            PenggunaanError: the folder is not there, or nobody can type.
            KeyboardInterrupt: Ctrl+C, or the end of what is typed.
        """
        if not folder.exists():
            raise PenggunaanError(sebab_bukan_ruang(folder))
        if ruang := ruang_dari(folder.absolute()):
            self._pakai(ruang)
        elif mungkin_daftar(folder):
            self.daftar, folder = folder.absolute(), folder.absolute().parent
        try:
            with tanya.baris_demi_baris():
                while True:
                    self._sekali(folder.absolute())
        except _TutupError:
            self.layar.tulis("Meja ditutup.")
            return 0
        except KeyboardInterrupt:
            if not self.terjawab and not (sys.stdin and sys.stdin.isatty()):
                self.layar.tulis()
                raise PenggunaanError(_TANPA_MASUKAN) from None
            self.layar.tulis()  # the door of the program says what is said of it
            raise

    def _sekali(self, asal: Path) -> None:
        """Show the desk, and serve until somebody asks to see it again."""
        if self.folder is None:
            self._di_luar(asal)
            return
        try:
            self._di_dalam(self.folder)
        except (PenggunaanError, OSError) as galat:
            self.layar.tulis(f"\n{self.folder}\n{_kalimat(galat)}")
            self._di_luar(asal, rusak=self.folder)

    def _di_dalam(self, folder: Path) -> None:
        """Show the year of a work folder, and answer; what cannot be read leaves here."""
        keadaan = self._baca(folder)
        if tanya.dapat_bertanya():  # what is piped through remembers nothing
            ingat(folder)
        tampilan.tulis_meja(self.layar, keadaan.tahun, keadaan.kerja, keadaan.langkah, keadaan.pekerjaan)
        jawaban = self._ketik("Nomor")
        while self._layani_jawaban(keadaan, jawaban):
            jawaban = self._ketik("\nEnter: menu lagi; atau langsung nomornya")
            if not jawaban:
                return
            keadaan = self._baca(folder)

    def _baca(self, folder: Path) -> _Keadaan:
        tahun = baca_tahun(folder)
        langkah = langkah_berikut(tahun)
        kerja = pekerjaan.periode_kerja(tahun, langkah)
        # asn-nilai.toml may name another year by now.
        if self.periode and self.periode.bulan[0].tahun == tahun.tahun:
            ada = {keadaan.periode.kode: keadaan for keadaan in (*tahun.bulan, *tahun.panjang)}
            kerja = ada.get(self.periode.kode) or baca_periode_kerja(folder, self.periode)
        semua = pekerjaan.susun_pekerjaan(tahun, kerja)
        return _Keadaan(RuangKerja.buka(folder), tahun, langkah, kerja, semua)

    def _ketik(self, pertanyaan: str) -> str:
        jawaban = tanya.ketik(pertanyaan)
        self.terjawab = True
        return jawaban

    def _layani_jawaban(self, keadaan: _Keadaan, jawaban: str) -> bool:
        """Do what an answer asks for; return whether its outcome is to be read before the desk is shown anew."""
        if jawaban.casefold() in _TUTUP:
            raise _TutupError
        if not jawaban:
            return self._langkah(keadaan)
        if seperti_alamat(jawaban):
            return self._buka_ruang(jawaban)
        dipilih = next((ini for ini in keadaan.pekerjaan if ini.nomor == jawaban), None)
        if dipilih is None:
            self._tidak_ada(jawaban)
            return True
        if dipilih.halangan:
            self.layar.kalimat(f"Belum dapat: {dipilih.label.lower()} ({dipilih.halangan}).")
            return True
        return self._kerjakan(keadaan, dipilih)

    def _langkah(self, keadaan: _Keadaan) -> bool:
        if keadaan.langkah.perintah:
            return self._perintah(keadaan, keadaan.langkah.perintah)
        self.layar.kalimat(f"Sekarang {keadaan.langkah.sebab}. Pilih salah satu nomor.")
        return True

    def _kerjakan(self, keadaan: _Keadaan, dipilih: pekerjaan.Pekerjaan) -> bool:
        kerja, perintah = keadaan.kerja, dipilih.perintah
        match dipilih.nomor:
            case pekerjaan.LIHAT:
                return self._lihat(keadaan)
            case pekerjaan.PERIODE:
                tahun = keadaan.tahun.tahun
                self.periode = isian.periode_tahun(isian.tanya_periode(kerja.periode, tahun), tahun)
                return False
            case pekerjaan.RUANG:
                self._di_luar(keadaan.ruang.akar.parent)
                return False
            case pekerjaan.SURAT:
                perintah = isian.tanya_surat(kerja)
            case pekerjaan.TEMPLAT:
                perintah = isian.tanya_templat(keadaan.tahun, kerja)
            case pekerjaan.JELASKAN:
                perintah = isian.tanya_asn(self.layar, keadaan.ruang.akar, kerja.periode)
            case pekerjaan.TELAAH:
                perintah = isian.tanya_telaah(self.layar, keadaan.ruang.akar, kerja)
        return self._perintah(keadaan, perintah)

    def _perintah(self, keadaan: _Keadaan, perintah: tuple[str, ...]) -> bool:
        """Ask what a command still needs (blank: nothing is wanted), run it, and open what it made."""
        lengkap = perintah and isian.lengkapi(self.layar, keadaan.kerja, perintah)
        if not lengkap:
            self.layar.kalimat("Dibatalkan; tidak ada yang berubah.")
            return True
        batas = next((n for n, kata in enumerate(lengkap) if kata.startswith("--")), len(lengkap))
        ruang = () if lengkap[0] in pekerjaan.TANPA_RUANG else (str(keadaan.ruang.akar),)
        tertulis = (*lengkap[:batas], *ruang, *lengkap[batas:])
        if self._setuju(perintah, tertulis) and self.jalankan([*tertulis]) in {0, 1}:
            tempat = buatan(keadaan.ruang, lengkap, keadaan.kerja.periode)
            if tempat is not None:
                self._buka(tempat)
        return True

    def _setuju(self, perintah: tuple[str, ...], tertulis: tuple[str, ...]) -> bool:
        """Show a command; ask before one that cannot be undone."""
        self.layar.tulis(f"\nPerintahnya: asn-nilai {' '.join(map(tulis_isian, tertulis))}\n")
        peringatan = isian.peringatan(perintah)
        if not peringatan:
            return True
        self.layar.kalimat(peringatan)
        setuju = tanya.setuju("Lanjutkan?", bawaan=False)
        if not setuju:
            self.layar.kalimat("Dibatalkan; tidak ada yang berubah.")
        return setuju

    def _lihat(self, keadaan: _Keadaan) -> bool:
        ada = yang_ada(keadaan.ruang, keadaan.kerja.periode)
        jawaban = [(str(tempat), apa) for tempat, apa in ada]
        if dipilih := tanya.pilih("Lihat apa?", [*jawaban, isian.KEMBALI]):
            self._buka(Path(dipilih))
        return bool(dipilih)

    def _buka(self, tempat: Path) -> None:
        if self.membuka and buka(tempat):
            self.layar.tulis(f"Dibuka: {tempat}")
        else:
            self.layar.tulis(f"Bukalah: {tempat}")

    def _di_luar(self, asal: Path, rusak: Path | None = None) -> None:
        """Offer to begin, to open a work folder, to try the example."""
        ada = [ruang for ruang in dict.fromkeys((*terakhir(), *ruang_di(asal))) if ruang != rusak]
        tampilan.tulis_di_luar(self.layar, asal, ada, rusak=rusak is not None, daftar=self.daftar)
        jawaban = self._ketik("Nomor, atau alamat foldernya")
        if jawaban.casefold() in _TUTUP:
            raise _TutupError
        dibuka = {str(nomor): ruang for nomor, ruang in enumerate(ada, 4 if rusak is None else 5)}
        if rusak is None and ada:
            dibuka[""] = ada[0]
        if jawaban in dibuka:
            self._pakai(dibuka[jawaban])
        elif seperti_alamat(jawaban):
            self._buka_ruang(jawaban)
        elif jawaban in {"1", "2"}:
            self._mulai(contoh=jawaban == "2")
        elif jawaban == "3":
            if alamat := self._ketik("Alamat foldernya (tempel, atau seret foldernya ke sini; Enter: batal)"):
                self._buka_ruang(alamat)
        elif jawaban == "4" and rusak is not None:
            self._buka(rusak)
        elif jawaban:
            self._tidak_ada(jawaban)

    def _mulai(self, *, contoh: bool) -> None:
        folder = isian.tanya_folder_baru(contoh=contoh)
        if folder is None:
            return
        pegawai = ("--pegawai", str(self.daftar)) if self.daftar else ()
        perintah = ("mulai", str(folder), *(("--contoh",) if contoh else pegawai))
        self.layar.tulis(f"\nPerintahnya: asn-nilai {' '.join(map(tulis_isian, perintah))}\n")
        if self.jalankan([*perintah]) in {0, 1} and (ruang := ruang_dari(folder)):
            self._pakai(ruang)

    def _buka_ruang(self, teks: str) -> bool:
        """Open the work folder that a text names; return whether there is something to read before the desk is shown."""
        tempat = pahami_alamat(teks)
        ruang = ruang_dari(tempat)
        if ruang is None:
            self.daftar = tempat if mungkin_daftar(tempat) else self.daftar
            self.layar.tulis(sebab_bukan_ruang(tempat))
            return True
        self._pakai(ruang)
        return False

    def _pakai(self, ruang: Path) -> None:
        self.folder, self.periode, self.daftar = ruang, None, None

    def _tidak_ada(self, jawaban: str) -> None:
        self.layar.kalimat(f"Tidak ada nomor '{jawaban}'. Ketik salah satu nomor di menu; 0 untuk selesai.")


def _kalimat(galat: PenggunaanError | OSError) -> str:
    if isinstance(galat, PenggunaanError):
        return str(galat)
    return f"{galat.filename or 'Berkas'} tidak dapat dibaca ({sebab_os(galat)})."
