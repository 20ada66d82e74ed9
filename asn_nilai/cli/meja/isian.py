"""What a command still needs before it can run, asked in the words of the office; a blank answer cancels."""

from collections.abc import Sequence
from pathlib import Path

from asn_nilai.acuan import jam
from asn_nilai.acuan.isian.register.cari_asn import cari_asn, cari_tanpa_nip, nama_mirip
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.siapkan import periode_diketik, siapkan_tahun
from asn_nilai.cli import tanya
from asn_nilai.cli.alamat import pahami_alamat
from asn_nilai.cli.ketikan import SalahKetikError, tanggal_dimaksud
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.meja.pekerjaan import KOREKSI, SAMARKAN
from asn_nilai.cli.meja.ruang import ruang_kerja

KEMBALI = ("", "Kembali")
"""The choice that chooses nothing."""
_TELAAH = {
    kata: (kata, f"{apa} (asn-nilai {perintah})")
    for kata, apa, perintah in (
        ("keberatan", "Paket keberatan satu ASN", "keberatan NIP"),
        ("jelaskan", "Kartu nilai setiap ASN, satu berkas tiap orang", "jelaskan --semua"),
        ("banding", "Bandingkan dua kiriman, sel demi sel", "banding BERKAS BERKAS"),
        ("cocokkan", "Cocokkan dengan ekspor e-Kinerja BKN", "cocokkan"),
        ("riwayat", "Apa yang berubah sejak hitungan pertama", "riwayat"),
        ("verifikasi", "Buktikan hasil masih sama dengan masukannya", "verifikasi"),
    )
}
"""What can be looked into, by the command that does."""
_SESUDAH_DIHITUNG = frozenset({"keberatan", "cocokkan", "riwayat", "verifikasi"})
_LAGI = "lagi"
_PALING_BANYAK = 15
"""People among whom somebody can still choose; for more a name must be typed more fully."""
_SAMARKAN = "Yang sudah diumumkan tidak dapat ditarik kembali. Perintah ini menulis himpunannya; mengumumkannya tetap pekerjaan Anda."
_KOREKSI = "Koreksi menulis versi baru yang langsung terkunci; versi lama tetap disimpan, dan alasannya tercatat selamanya."
_KUNCI = "Penguncian tidak dapat dibatalkan: sesudah ini nilai hanya berubah lewat koreksi beralasan."


def peringatan(perintah: tuple[str, ...]) -> str:
    """Return what to know before a command that cannot be undone; blank for all others."""
    if perintah[:1] == ("kunci",):
        return _KUNCI
    return _KOREKSI if KOREKSI in perintah else _SAMARKAN if SAMARKAN in perintah else ""


def lengkapi(layar: Layar, kerja: KeadaanPeriode, perintah: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command with what it needs; blank where the person wants it no more."""
    if perintah[0] == "kunci":
        return _kunci(layar, kerja, perintah)
    if KOREKSI in perintah:
        alasan = _teks("Alasan koreksi (Enter saja: batal)")
        return (*perintah[: perintah.index(KOREKSI) + 1], alasan) if alasan else ()
    return perintah


def _kunci(layar: Layar, kerja: KeadaanPeriode, perintah: tuple[str, ...]) -> tuple[str, ...]:
    if kerja.galat:
        belum = f", {len(kerja.belum_setor)} di antaranya unit yang belum setor" if kerja.belum_setor else ""
        sebab = f"{kerja.periode.label} masih memuat {kerja.galat} galat{belum}."
        layar.kalimat(f"{sebab} ASN yang tertahan karenanya akan terkunci tanpa nilai.")
        catatan = _teks("Mengapa tetap dikunci? (Enter saja: batal)")
        if not catatan:
            return ()
        perintah = (*perintah, "--catatan", catatan)
    if nomor := _teks("Nomor surat atau berita acara (boleh kosong)"):
        perintah = (*perintah, "--nomor", nomor)
    tahun = kerja.periode.bulan[0].tahun
    if tanggal := tanya.ketik(
        f"Tanggalnya, misalnya 05/07/{tahun} (kosong: hari ini)",
        periksa=lambda teks: _periksa_tanggal(teks, tahun),
    ):
        perintah = (*perintah, "--tanggal", tanggal)
    return perintah


def _teks(pertanyaan: str) -> str:
    """Ask for a text that can stand in a command: within double quotes there are none."""
    return tanya.ketik(pertanyaan).replace('"', "'")


def _periksa_tanggal(teks: str, tahun: int) -> str:
    try:
        tanggal_dimaksud(teks, tahun)
    except SalahKetikError as galat:
        return str(galat)
    return ""


def periode_tahun(teks: str, tahun: int) -> Periode:
    """Return a period as it is typed at the desk, where a month's number is enough.

    Raises:
        PenggunaanError: it is none, or one of another year.
    """
    if teks.isdecimal() and 1 <= int(teks) <= 12:
        return Bulan(tahun, int(teks)).periode
    periode = periode_diketik(teks, tahun)
    if periode.bulan[0].tahun != tahun:
        raise PenggunaanError(str(PeriodeTidakSahError(teks, str(tahun))))
    return periode


def tanya_periode(kini: Periode, tahun: int) -> str:
    """Ask for the period to work on."""

    def periksa(teks: str) -> str:
        try:
            periode_tahun(teks, tahun)
        except PenggunaanError as galat:
            return str(galat)
        return ""

    return tanya.ketik("Bulan (nama atau 1-12) atau periode (T2, S1, setahun: tahunnya)", kini.kode, periksa)


def tanya_templat(tahun: KeadaanTahun, kerja: KeadaanPeriode) -> tuple[str, ...]:
    """Ask which templates: the year's targets, the next month's books, or those of the month in work; blank for none."""
    bulan = [*tahun.belum_mulai[:1], *([kerja] if len(kerja.periode.bulan) == 1 else [])]
    capaian = {ini.periode.kode: f"Isian {ini.periode.label}" for ini in bulan}
    jawaban = [*capaian.items(), ("target", f"Target setahun {tahun.tahun}")]
    bawaan = jawaban[0][0] if tahun.target else "target"
    dipilih = tanya.pilih("Buku apa?", [*jawaban, KEMBALI], bawaan)
    if not dipilih:
        return ()
    return ("templat", "target") if dipilih == "target" else ("templat", "capaian", "--periode", dipilih)


def tanya_surat(kerja: KeadaanPeriode) -> tuple[str, ...]:
    """Ask which letters of a period, of those that can be written already; blank for none."""
    periode = kerja.periode
    ada = [(str(surat), surat.keterangan) for surat in JenisSurat if kerja.dihitung or not surat.perlu_hasil]
    jenis = tanya.pilih("Surat apa?", [*ada, KEMBALI])
    return ("dokumen", jenis, "--periode", periode.kode) if jenis else ()


def tanya_asn(layar: Layar, folder: Path, periode: Periode) -> tuple[str, ...]:
    """Ask for an ASN by part of a name or NIP, to be explained for a period; blank for nobody."""
    nip = _cari_asn(layar, folder)
    return ("jelaskan", nip, "--periode", periode.kode) if nip else ()


def tanya_telaah(layar: Layar, folder: Path, kerja: KeadaanPeriode) -> tuple[str, ...]:
    """Ask what to look into: an objection, two submissions, e-Kinerja, the register, the results; blank for nothing."""
    pilihan = ("--periode", kerja.periode.kode)
    ada = [_TELAAH[kata] for kata in _TELAAH if kerja.dihitung or kata not in _SESUDAH_DIHITUNG]
    match tanya.pilih("Apa yang ditelaah?", [*ada, KEMBALI]):
        case "keberatan":
            return _keberatan(layar, folder, kerja.periode)
        case "jelaskan":
            return ("jelaskan", "--semua", *pilihan)
        case "banding":
            return _banding()
        case "":
            return ()
        case perintah:
            return (perintah, *pilihan)


def _keberatan(layar: Layar, folder: Path, periode: Periode) -> tuple[str, ...]:
    nip = _cari_asn(layar, folder)
    if not nip:
        return ()
    tahun = periode.bulan[0].tahun
    diterima = tanya.ketik(
        f"Hari ASN itu menerima hasilnya, misalnya 05/07/{tahun} (kosong: hari ini)",
        periksa=lambda teks: _periksa_tanggal(teks, tahun),
    )
    return (
        "keberatan", nip, "--periode", periode.kode, *(("--diterima", diterima) if diterima else ()),
    )  # fmt: skip


def _banding() -> tuple[str, ...]:
    """Ask for two workbooks; a blank answer cancels."""
    berkas: list[str] = []
    for mana in ("lama", "baru"):
        isi = tanya.ketik(
            f"Kiriman yang {mana}: tempel alamat berkasnya, atau seret ke sini (Enter saja: batal)",
            periksa=_periksa_berkas,
        )
        if not isi:
            return ()
        berkas.append(str(pahami_alamat(isi)))
    return ("banding", *berkas)


def _periksa_berkas(teks: str) -> str:
    return "" if not teks or pahami_alamat(teks).is_file() else f"Berkas {pahami_alamat(teks)} tidak ada."


def _cari_asn(layar: Layar, folder: Path) -> str:
    skema = siapkan_tahun(folder).skema
    while teks := tanya.ketik("Nama atau NIP, boleh sebagian (Enter saja: batal)"):
        ada = cari_asn(skema, teks)
        if len(ada) == 1:
            layar.tulis(_sebut(ada[0]))
            return ada[0].nip
        if not ada:
            layar.kalimat(cari_tanpa_nip(skema, teks) or f"Tidak ada pada lembar Pegawai: {teks}.")
            ada = nama_mirip(skema, teks)
        if len(ada) > _PALING_BANYAK:
            layar.kalimat(f"{len(ada)} orang. Ketik lebih lengkap, misalnya dua kata dari namanya.")
        elif ada and (nip := _pilih_asn(ada)):
            return nip
    return ""


def _pilih_asn(ada: Sequence[Penempatan]) -> str:
    jawaban = [*((asn.nip, _sebut(asn)) for asn in ada), (_LAGI, "Bukan, cari lagi")]
    dipilih = tanya.pilih("Yang mana?", jawaban, _LAGI)
    return "" if dipilih == _LAGI else dipilih


def _sebut(asn: Penempatan) -> str:
    return " · ".join(bagian for bagian in (asn.nama, asn.kode_unit, asn.nip) if bagian)


def tanya_folder_baru(*, contoh: bool) -> Path | None:
    """Ask where a new work folder is to be; None where the person wants none."""
    rumah = Path.home()
    dokumen = rumah / "Documents"
    nama = "Kota contoh" if contoh else f"Kinerja ASN {jam.kini().year}"
    usul = (dokumen if dokumen.is_dir() else rumah) / nama

    def periksa(teks: str) -> str:
        tempat = pahami_alamat(teks)
        if ruang_kerja(tempat):
            return f"{tempat} sudah ruang kerja. Pilih folder lain, atau buka yang itu dengan nomor 3."
        return f"{tempat} sebuah berkas. Sebut folder." if tempat.is_file() else ""

    jawaban = tanya.ketik("Di folder mana? (0: batal)", str(usul), periksa)
    return None if jawaban == "0" else pahami_alamat(jawaban)
