"""The command `kunci`: make a period final, unless something of it is unfinished and nobody says why that may stand."""

from collections.abc import Iterator
from datetime import date

from asn_nilai.acuan.hasil.kata_keadaan import TAK_TERBACA, bukan_yang_dikunci
from asn_nilai.acuan.periode import Periode, tulis_tanggal
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import rangkum
from asn_nilai.acuan.riwayat.versi import DasarKunci, beralasan
from asn_nilai.acuan.setoran.status import BELUM_SETOR, BERKAS_HILANG
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Tingkat
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.hitungan.kunci_versi import kunci_versi, lengkapi_register
from asn_nilai.alur.hitungan.terkunci import (
    periksa_yang_tercakup,
    versi_berlaku,
)
from asn_nilai.alur.kata_perintah import (
    perintah_hitung,
    perintah_hitung_semua,
    perintah_koreksi,
    perintah_periode,
)
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.bulan_lalu import lain_daripada_kunci
from asn_nilai.alur.masukan.periode_lain import terhapus_di_dalamnya, usang_di_dalamnya
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.terbitan.hasil_terbit import HasilTakTerpakaiError, baca_hasil
from asn_nilai.alur.terbitan.hasil_utuh import hitung_dahulu
from asn_nilai.alur.terbitan.pemilik_hasil import akui_folder_hasil
from asn_nilai.alur.terbitan.sidik_surat import jenis_tertulis
from asn_nilai.ruang_kerja import MANIFES_REKAP
from asn_nilai.terbit.data.csv_hasil import TEMUAN_CSV, baca_csv, isi_baris

_BULAN_SESUDAH = 12
"""Months after a period in which it may be made final; what is dated later is a slip of the year."""


def kunci(konteks: Konteks, lapor: Lapor, dasar: DasarKunci, *, paralel: Paralel = None) -> HasilKota:
    """Lock a period; the `perubahan` of what is returned are those that its inputs, changed since they were computed, brought with them.

    Raises:
        PenggunaanError: the period is not computed, locked already, or unfinished without `dasar.catatan`; a locked month of it
            changed; something that it rests on lies outside the work folder and could not be stored; another work folder has its
            results in the same place.
    """
    akui_folder_hasil(konteks.ruang)
    _periksa_tanggal(konteks, dasar.tanggal)
    if dasar.catatan and not beralasan(dasar.catatan):
        raise PenggunaanError(
            f"'{dasar.catatan}' bukan alasan. Tulis sesudah --catatan mengapa dikunci begini."
        )
    if versi := versi_berlaku(konteks):
        lengkapi_register(konteks)
        raise PenggunaanError(
            f"{konteks.periode.label} sudah terkunci ({versi.tulisan}). Yang keliru diperbaiki dengan: "
            + perintah_koreksi(konteks.ruang, konteks.periode)
        )
    periksa_yang_tercakup(konteks, paralel)
    if konteks.sementara:
        raise PenggunaanError(
            f"{konteks.periode.label} tidak dapat dikunci: hasilnya sementara, ada bulan yang kurang. Hitung dahulu tanpa "
            f"--sementara: {perintah_hitung(konteks.ruang, konteks.periode)}"
        )
    halangan = list(_halangan(konteks))
    if luar := _di_luar(konteks):
        raise PenggunaanError(
            f"{konteks.periode.label} tidak dapat dikunci: {', '.join(luar)} ada di luar ruang kerja, jadi tidak dapat disimpan "
            "bersama hasilnya. Pindahkan ke dalam ruang kerja, sesuaikan asn-nilai.toml, lalu hitung dan kunci lagi."
        )
    if halangan and not dasar.catatan:
        raise PenggunaanError(
            f"{konteks.periode.label} belum dapat dikunci:\n"
            + "".join(f"  {kalimat}\n" for kalimat in halangan)
            + "Selesaikan dahulu, lalu hitung dan kunci lagi. Bila memang harus dikunci begini, sebut alasannya: "
            f'{perintah_periode("kunci", konteks.ruang, konteks.periode)} --catatan "ALASAN"'
        )
    sebelum = len(register_periode(konteks).baca().rantai.catatan)
    hasil = kunci_versi(konteks, lapor, dasar, paralel=paralel)
    baru = register_periode(konteks).baca().rantai.catatan[sebelum:]
    hasil.perubahan = rangkum([catatan for catatan in baru if catatan.mencatat_isi])
    return hasil


def dibuat_sebelum_dikunci(konteks: Konteks) -> Iterator[str]:
    """Yield the commands that make anew what tells of a period's results beside them: what was made before a lock bears no code of it."""
    ruang, periode = konteks.ruang, konteks.periode
    if (ruang.folder_hasil(periode) / MANIFES_REKAP).is_file():
        yield perintah_periode("rekap", ruang, periode)
    if any(ruang.folder_kartu(periode).glob("kartu-*.html")):
        yield perintah_periode("jelaskan --semua", ruang, periode)
    for jenis in jenis_tertulis(konteks):
        yield perintah_periode(f"dokumen {jenis}", ruang, periode)


def _periksa_tanggal(konteks: Konteks, hari: date | None) -> None:
    """See that a lock is dated in its period's last month or in the year after it: the days for an objection run from it.

    Raises:
        PenggunaanError: it is not.
    """
    akhir = konteks.periode.bulan[-1]
    lewat = akhir.mundur(-_BULAN_SESUDAH - 1)
    if hari is None or akhir.hari_pertama <= hari < lewat.hari_pertama:
        return
    letak = "mendahului" if hari < akhir.hari_pertama else "lebih dari setahun sesudah"
    raise PenggunaanError(
        f"Tanggal {tulis_tanggal(hari.isoformat())} {letak} {akhir.label}, jadi bukan tanggal penetapan {konteks.periode.label}. Tulis "
        "tanggal surat atau berita acaranya; hari keberatan dihitung dari situ."
    )


def _di_luar(konteks: Konteks) -> list[str]:
    """Return what the results rest on and a locked copy of the work folder would not hold: the rule, or whole folders."""
    akar, berkas = konteks.ruang.akar, konteks.ruang.berkas
    semua = (konteks.ruang.aturan, berkas.skema, berkas.target, berkas.capaian)
    ada = ((nama, (akar / nama).resolve()) for nama in semua)
    return [nama for nama, tempat in ada if tempat.exists() and akar.resolve() not in tempat.parents]


def _halangan(konteks: Konteks) -> Iterator[str]:
    """Yield what of the period is unfinished, as sentences."""
    try:
        hasil = baca_hasil(konteks)
    except HasilTakTerpakaiError as sebab:
        raise hitung_dahulu(konteks, str(sebab)) from sebab
    yield from (rusak.pesan for rusak in register_periode(konteks).baca().temuan)
    berkas = konteks.ruang.folder_hasil(konteks.periode) / TEMUAN_CSV
    temuan = [
        isi
        for baris in baca_csv(berkas, KUNCI_TEMUAN, "kode").values()
        for isi in isi_baris(KUNCI_TEMUAN, baris)
    ]
    galat = sum(isi["tingkat"] == Tingkat.GALAT and isi["kode"] != BERKAS_HILANG for isi in temuan)
    belum = [kode for kode, ringkas in hasil.ringkas.items() if ringkas.status == BELUM_SETOR]
    tanpa = [kode for kode in konteks.skema.unit if kode not in hasil.ringkas]
    for banyak, kalimat in (
        (galat, f"{galat} galat menahan penilaian (lihat temuan.csv)"),
        (len(belum), f"{len(belum)} unit belum setor: {', '.join(belum)}"),
        (len(tanpa), f"{len(tanpa)} unit belum dihitung: {', '.join(tanpa)}"),
        (len(hasil.usang), f"masukan berubah sesudah dihitung: {', '.join(hasil.usang)}"),
        (len(hasil.tertahan), f"berkasnya {TAK_TERBACA}: {', '.join(hasil.tertahan)}"),
        (
            len(hasil.usang | hasil.tertahan),
            "  bila tetap dikunci, yang dikunci dihitung lagi dari masukan yang sekarang, bukan yang sudah dibaca",
        ),
        (
            len(hasil.program),
            f"hasilnya ditulis {hasil.program}, sedangkan ini {PROGRAM}: yang dikunci belum tentu yang dibaca",
        ),
    ):
        if banyak:
            yield kalimat
    for versi in lain_daripada_kunci(konteks):
        label = Periode.dari_teks(versi.periode).label
        yield f"memandang hasil {label}, yang {bukan_yang_dikunci(versi)}: selesaikan dahulu koreksi {label}"
    segarkan = f"segarkan dahulu: {perintah_hitung_semua(konteks.ruang)}"
    if dalam := ", ".join(periode.label for periode in usang_di_dalamnya(konteks)):
        yield f"angkanya lain daripada hasil {dalam}, yang masukannya berubah sesudah dihitung ({segarkan})"
    if dalam := ", ".join(periode.label for periode in terhapus_di_dalamnya(konteks)):
        yield f"hasil {dalam} tidak ada lagi, jadi tidak terlihat apakah masukannya berubah sesudah dihitung ({segarkan})"
