"""The command `cocokkan`: our results of a period beside the exports of e-Kinerja BKN, differences first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import PINDAH
from asn_nilai.acuan.hasil.pencocokan import Apa, NilaiKita, Pencocokan
from asn_nilai.acuan.isian.register.penandatangan import penilai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.ekspor_bkn import EksporBkn
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.keadaan_hasil import KeadaanHasil, keadaan_hasil
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.riwayat.versi import cara_menyegarkan
from asn_nilai.alur.terbitan.hasil_utuh import periksa_ada
from asn_nilai.baca.setoran.ekspor_bkn import baca_ekspor
from asn_nilai.hitung.pencocokan import cocokkan
from asn_nilai.ruang_kerja import HALAMAN_COCOKKAN
from asn_nilai.terbit.berkas import tulis_masing, tulis_teks, tulis_utuh
from asn_nilai.terbit.buku.cocokkan import tulis_buku_cocokkan
from asn_nilai.terbit.buku.nilai import sel_predikat
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, baca_csv, isi_baris
from asn_nilai.terbit.halaman.cocokkan import halaman_cocokkan

BUKU = "cocokkan.xlsx"


@dataclass(slots=True)
class HasilCocok:
    """What a run of `cocokkan` left.

    Attributes:
        usang: that our results are not those of their inputs, and how they become so; blank where they are.
        pesan: what could not be written, as sentences.
    """

    folder: Path
    pencocokan: Pencocokan
    usang: str = ""
    pesan: list[str] = field(default_factory=list)


def cocokkan_kota(konteks: Konteks) -> HasilCocok:
    """Compare a period's results with its exports; write workbook and page.

    Raises:
        PenggunaanError: the period was not computed, has no export that can be used, or another run holds it.
    """
    periksa_ada(konteks)
    ruang, periode = konteks.ruang, konteks.periode
    ekspor = baca_ekspor(ruang, periode, konteks.skema)
    if not ekspor.dipakai:
        raise PenggunaanError(
            _tanpa_ekspor(konteks, [f"{t.letak}: {t.pesan} {t.saran}" for t in ekspor.temuan])
        )
    kita = list(_nilai_kita(konteks))
    tertulis = {baris.nip for baris in ekspor.baris}
    ada = [milik.nip in tertulis for milik in kita]
    beda, tak_dikenal = cocokkan(kita, ekspor, konteks.aturan)
    keadaan = keadaan_hasil(konteks)
    hasil = HasilCocok(
        ruang.folder_hasil(periode),
        Pencocokan(
            ruang.instansi,
            periode,
            konteks.aturan,
            tuple(beda),
            sum(ada),
            tuple(ekspor.dipakai),
            tuple(ekspor.diabaikan),
            (*ekspor.temuan, *tak_dikenal),
            tuple(_menurut_ekspor(kita, ekspor)),
            len(kita) - sum(ada) - sum(b.apa is Apa.TIDAK_DI_BKN for b in beda),
        ),
        "" if keadaan.mutakhir else _kalimat_usang(konteks, keadaan),
    )
    with kunci_periode(hasil.folder) as folder:
        halaman = partial(tulis_teks, folder / HALAMAN_COCOKKAN, halaman_cocokkan(hasil.pencocokan))
        hasil.pesan += tulis_masing((partial(_tulis_buku, folder / BUKU, hasil.pencocokan), halaman))
    return hasil


def _kalimat_usang(konteks: Konteks, keadaan: KeadaanHasil) -> str:
    cara = cara_menyegarkan(konteks.ruang, konteks.periode, program_lain=keadaan.program_lain)
    return f"Hasil di sini {keadaan.sebab_usang}; jalankan perintah ini lagi sesudah itu beres. {cara}"


def _tulis_buku(tujuan: Path, pencocokan: Pencocokan) -> None:
    with tulis_utuh(tujuan) as sementara:
        tulis_buku_cocokkan(sementara, pencocokan)


def _menurut_ekspor(kita: Sequence[NilaiKita], ekspor: EksporBkn) -> list[NilaiKita]:
    """Return our results in the order in which e-Kinerja lists them; who is not there comes last, in the register's."""
    urutan = {baris.nip: nomor for nomor, baris in reversed(list(enumerate(ekspor.baris)))}
    return sorted(kita, key=lambda milik: urutan.get(milik.nip, len(ekspor.baris)))


def _tanpa_ekspor(konteks: Konteks, sebab: list[str]) -> str:
    folder = konteks.ruang.folder_bkn(konteks.periode)
    kepala = f"Belum ada ekspor e-Kinerja BKN {konteks.periode.label} yang dapat dipakai di {folder}. "
    cara = "Unduh 'Rekap Penilaian' tiap pejabat penilai dari e-Kinerja, simpan sebagai .xlsx di folder itu, lalu jalankan perintah ini lagi."
    return "\n".join([kepala + cara, *(f"  {kalimat}" for kalimat in sebab)])


def _nilai_kita(konteks: Konteks) -> Iterator[NilaiKita]:
    """Yield each person's row of the results, of who moved the one with the score."""
    ruang, aturan, periode = konteks.ruang, konteks.aturan, konteks.periode
    folder = ruang.folder_hasil(periode)
    menurut = baca_csv(folder / NILAI_CSV, KOLOM_NILAI, "kode_unit")
    sel = cache(partial(sel_predikat, aturan))  # the units' rows have the same places
    for kode in konteks.kode_hasil:
        buku = ruang.relatif(folder / kode / "nilai.xlsx") if kode else ""
        for posisi, isi in enumerate(isi_baris(KOLOM_NILAI, menurut.get(kode, ()))):
            if isi["status"] == PINDAH:
                continue
            yield NilaiKita(
                isi["nip"], isi["nama"], isi["jabatan"], kode, isi["rating_hasil_kerja"], isi["rating_perilaku"],
                isi["predikat"], penilai(isi["nip"], kode, konteks.skema, periode).nip,
                Letak(buku, "Nilai", sel(posisi)) if kode else Letak(),
            )  # fmt: skip
