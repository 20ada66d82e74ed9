"""What a period means to the others of its year: whom its computation makes stale, and which within it are stale themselves."""

from functools import cache

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks, dengan_aturan_ruang
from asn_nilai.alur.masukan.keadaan_hasil import bulan_bersetoran, keadaan_hasil, periode_terhitung
from asn_nilai.alur.masukan.masukan_unit import LALU
from asn_nilai.alur.riwayat.versi import periode_tercatat, versi_terakhir
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV
from asn_nilai.terbit.data.manifes import sha256_berkas


def ikut_usang(konteks: Konteks) -> list[Periode]:
    """Return the computed periods that a run of this one made stale: later months that look back on it, periods that hold it."""
    ruang, ini = konteks.ruang, konteks.periode
    if (milik_ruang := dengan_aturan_ruang(konteks)) is None:
        return []
    sha = cache(sha256_berkas)
    hasil = []
    for periode in periode_terhitung(ruang):
        lain = milik_ruang.pada(periode)
        memuat = periode.kode != ini.kode and len(periode.bulan) > 1 and bool({*ini.bulan} & {*periode.bulan})
        if not memuat and ini.bulan not in {(bulan,) for bulan in lain.aturan.bulan_dilihat(periode)}:
            continue
        keadaan = keadaan_hasil(lain, sha)
        if keadaan.karena_lalu or (memuat and keadaan.usang):
            hasil.append(periode)
    return hasil


def usang_di_dalamnya(konteks: Konteks) -> list[Periode]:
    """Return the computed periods within this one whose submissions, targets or registers changed since: it says other figures."""
    ruang, bulan = konteks.ruang, {*konteks.periode.bulan}
    if len(bulan) == 1 or (milik_ruang := dengan_aturan_ruang(konteks)) is None:
        return []
    sha = cache(sha256_berkas)
    dalam = (periode for periode in periode_terhitung(ruang) if bulan > {*periode.bulan})
    return [
        periode
        for periode in dalam
        if any(beda - {LALU} for beda in keadaan_hasil(milik_ruang.pada(periode), sha).usang.values())
    ]


def terhapus_di_dalamnya(konteks: Konteks) -> list[Periode]:
    """Return the months within this period that were computed once and whose results are gone.

    Their registers tell what they were, and what changed since shows only when they are computed again; a locked month is asked
    before (`periksa_yang_tercakup`).
    """
    ruang, bulan = konteks.ruang, {*konteks.periode.bulan}
    dalam = [ini for ini in periode_tercatat(ruang) if len(ini.bulan) == 1 and bulan > {*ini.bulan}]
    ada = {ini.kode for ini in periode_terhitung(ruang)} if dalam else set()
    return [ini for ini in dalam if ini.kode not in ada and versi_terakhir(ruang, ini) is None]


def tetap_dikunci(konteks: Konteks) -> list[Periode]:
    """Return the locked periods that look at this one as it was when they were locked, though it is another now.

    A month that was not computed then is another now, too. One that holds this one's months is none of them: it rests on their
    books, and `ikut_usang` says so.
    """
    ruang, ini = konteks.ruang, konteks.periode.bulan
    nilai = ruang.folder_hasil(konteks.periode) / NILAI_CSV
    nama, kini = ruang.relatif(nilai), sha256_berkas(nilai)

    def dulu(periode: Periode, versi: VersiTerkunci) -> str:
        dilihat = ini in {(bulan,) for bulan in konteks.aturan.bulan_dilihat(periode)}
        return versi.masukan.get(nama, "" if dilihat else kini)

    lain = (p for p in periode_tercatat(ruang) if {*ini}.isdisjoint(p.bulan))
    return [p for p in lain if (versi := versi_terakhir(ruang, p)) and dulu(p, versi) != kini]


def belum_dihitung(konteks: Konteks) -> list[Periode]:
    """Return the months that this period looks back on, submitted and not computed: whoever locks it now does so without them."""
    ruang, dilihat = konteks.ruang, konteks.aturan.bulan_dilihat(konteks.periode)
    ada = {periode.kode for periode in periode_terhitung(ruang)}
    return [b.periode for b in bulan_bersetoran(ruang) if b in dilihat and b.kode not in ada]
