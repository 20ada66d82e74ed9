"""What earlier runs said of single months: for criteria that look back, read from hasil/<month>/ where it can be trusted.

A month counts when its manifest names the same rule and its nilai.csv is the one that the run wrote; of a locked month it is the
lock's, too. Any other month is missing, with the reason. One whose files another program holds is not missing: whoever looks at it is
told (`PenggunaanError`), for nobody knows what it says.

A locked period looks at them as they were when it was locked, in the copy that the lock keeps: otherwise a corrected March would
rewrite a signed June under June's code. Correcting June looks at March as it is now.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.kata_keadaan import (
    ATURAN_LAIN,
    BELUM_ADA,
    DIUBAH,
    TANPA_CATATAN,
    bukan_yang_dikunci,
)
from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.hasil.tindak_lanjut import HasilLalu, NilaiBulan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.banding_aturan import dari_program
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.tempat import baca_tersimpan, selama_tetap, sidik_tersimpan
from asn_nilai.alur.riwayat.versi import (
    MASUKAN,
    baca_folder_versi,
    folder_versi,
    nomor_tersimpan,
    periode_tercatat,
    versi_terakhir,
)
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, alir_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes
from asn_nilai.terbit.data.sel_csv import teks_asli

_NIP, _NHK, _RATING, _PREDIKAT, _STATUS = (
    KOLOM_NILAI.index(nama)
    for nama in ("nip", "nilai_hasil_kerja", "rating_hasil_kerja", "predikat", "status")
)


def baca_hasil_lalu(konteks: Konteks) -> HasilLalu:
    """Return the results of the months that the rule's criteria look at."""
    lalu, akar = HasilLalu({}, {}), _akar(konteks)
    for bulan in konteks.aturan.bulan_dilihat(konteks.periode):
        if sebab := _sebab_hilang(konteks, akar, bulan):
            lalu.hilang[bulan.kode] = sebab
        else:
            lalu.nilai[bulan.kode] = dict(_nilai(akar / _nama(konteks, bulan)))
    return lalu


def nama_hasil_lalu(konteks: Konteks) -> list[str]:
    """Return the names of these months' files, whether they are there or not."""
    return [_nama(konteks, bulan) for bulan in konteks.aturan.bulan_dilihat(konteks.periode)]


def berkas_hasil_lalu(konteks: Konteks) -> dict[str, Path]:
    """Return the files among them that count, by their names: inputs of this period, as submissions are."""
    return _berkas(konteks, konteks.aturan.bulan_dilihat(konteks.periode))


def berkas_tak_terpakai(konteks: Konteks) -> list[Path]:
    """Return the scores that are there and cannot be used, each with what tells why: its manifest, and that of a lock that they are not."""
    semua, akar = list[Path](), _akar(konteks)
    for bulan in konteks.aturan.bulan_dilihat(konteks.periode):
        nilai = akar / _nama(konteks, bulan)
        if nilai.is_file() and _sebab_hilang(konteks, akar, bulan):
            semua += [nilai, nilai.with_name(NAMA_MANIFES)]
            if kunci := _kunci_lain(konteks, akar, bulan):
                semua.append(_folder_kunci(konteks, akar, bulan, kunci.versi) / NAMA_MANIFES)
    return [berkas for berkas in semua if berkas.is_file()]


def lain_daripada_kunci(konteks: Konteks) -> list[VersiTerkunci]:
    """Return the locks of the months that this period looks back on whose results are not theirs: a correction was not ended."""
    akar, semua = _akar(konteks), konteks.aturan.bulan_dilihat(konteks.periode)
    return [versi for bulan in semua if (versi := _kunci_lain(konteks, akar, bulan))]


def bulan_lain(konteks: Konteks) -> tuple[Bulan, ...]:
    """Return the months of the year before the period's end whose own results stand beside it, newest first."""
    ada = berkas_bulan_lain(konteks)
    return tuple(bulan for bulan in _bulan_lain(konteks) if _nama(konteks, bulan) in ada)


def bulan_terhapus(konteks: Konteks) -> tuple[Bulan, ...]:
    """Return those of them that were computed once and of which nothing can be read now, in order; for a locked period as then."""
    if versi := _kunci(konteks):
        return tuple(sorted(b for b in _bulan_lain(konteks) if b.kode in versi.terhapus.split()))
    ada, tercatat = berkas_bulan_lain(konteks), {ini.kode for ini in periode_tercatat(konteks.ruang)}
    semua = (b for b in _bulan_lain(konteks) if b.kode in tercatat and _nama(konteks, b) not in ada)
    return tuple(sorted(semua))


def berkas_bulan_lain(konteks: Konteks) -> dict[str, Path]:
    """Return the files of these months, by their names."""
    return _berkas(konteks, _bulan_lain(konteks))


def _bulan_lain(konteks: Konteks) -> Iterator[Bulan]:
    terakhir = konteks.periode.bulan[-1]
    semua = (Bulan(terakhir.tahun, nomor) for nomor in range(terakhir.bulan, 0, -1))
    return (bulan for bulan in semua if konteks.periode.bulan != (bulan,))


def nhk_bulan(konteks: Konteks, bulan: Bulan) -> dict[str, float]:
    """Return the printed NHK of the scored ASN of a month by NIP."""
    berkas = _akar(konteks) / _nama(konteks, bulan)
    return {nip: nilai.nhk for nip, nilai in _nilai(berkas).items()}


def _akar(konteks: Konteks) -> Path:
    """Return the work folder in which other months are looked at: the newest lock's copy of it, where the period has one."""
    versi = _kunci(konteks)
    if versi is None:
        return konteks.ruang.akar
    return folder_versi(konteks.ruang, konteks.periode, versi.versi) / MASUKAN


def _kunci(konteks: Konteks) -> VersiTerkunci | None:
    """Return the newest lock of the period, None without one and where it is being corrected."""
    return None if konteks.dikoreksi else versi_terakhir(konteks.ruang, konteks.periode)


def _nama(konteks: Konteks, bulan: Bulan) -> str:
    """Return the name of a month's scores, relative to the work folder."""
    return konteks.ruang.relatif(konteks.ruang.folder_hasil(bulan.periode) / NILAI_CSV)


def _berkas(konteks: Konteks, semua: Iterable[Bulan]) -> dict[str, Path]:
    """Return the files of the months whose results can be used, by their names."""
    akar = _akar(konteks)
    terpakai = (_nama(konteks, bulan) for bulan in semua if not _sebab_hilang(konteks, akar, bulan))
    return {nama: akar / nama for nama in terpakai}


def _sebab_hilang(konteks: Konteks, akar: Path, bulan: Bulan) -> str:
    """Return why a month's results cannot be used, as the end of a sentence; blank where they can. `akar` is `_akar`, asked once."""
    berkas = akar / _nama(konteks, bulan)
    if not berkas.is_file():
        return BELUM_ADA
    manifes = berkas.with_name(NAMA_MANIFES)
    sha_aturan, sha_nilai, _ = _manifes(manifes) if manifes.is_file() else ("", "", "")
    if not sha_aturan:
        return TANPA_CATATAN
    if sha_aturan != konteks.aturan.sha256 and not _aturan_dikunci(konteks, sha_aturan):
        return ATURAN_LAIN
    if _sha256(berkas) != sha_nilai:
        return DIUBAH
    kunci = _kunci_lain(konteks, akar, bulan)
    return bukan_yang_dikunci(kunci) if kunci else ""


def _kunci_lain(konteks: Konteks, akar: Path, bulan: Bulan) -> VersiTerkunci | None:
    """Return the lock of a month whose results are there and not the lock's: its correction was not ended; None for any other month."""
    nilai = akar / _nama(konteks, bulan)
    manifes, kunci = nilai.with_name(NAMA_MANIFES), _kunci_bulan(konteks, akar, bulan)
    if kunci is None or not (nilai.is_file() and manifes.is_file()):
        return None
    sha, kode = _sha256(nilai), _manifes(manifes)[2]
    return None if kode == kunci.kode and sha == kunci.keluaran.get(NILAI_CSV, sha) else kunci


def _kunci_bulan(konteks: Konteks, akar: Path, bulan: Bulan) -> VersiTerkunci | None:
    """Return the newest lock of a month, None without one; a locked period's copy has only those that its months were not."""
    nomor = nomor_tersimpan(konteks.ruang, bulan.periode)
    while nomor:
        manifes = _folder_kunci(konteks, akar, bulan, str(nomor)) / NAMA_MANIFES
        if manifes.is_file() and (versi := _versi(manifes)):
            return versi
        nomor -= 1
    return None


def _folder_kunci(konteks: Konteks, akar: Path, bulan: Bulan, versi: str) -> Path:
    """Return where a month's locked version lies, as `_akar` has it."""
    ruang = konteks.ruang
    return akar / folder_versi(ruang, bulan.periode, versi).relative_to(ruang.akar)


def _aturan_dikunci(konteks: Konteks, sha: str) -> bool:
    """Tell whether the period was locked by this text of the program's own rule: what the program since says of it is no other rule."""
    versi = _kunci(konteks)
    if versi is None or (versi.aturan, versi.sha256_aturan) != (konteks.aturan.profil.kode, sha):
        return False
    return versi.program != PROGRAM and dari_program(konteks.aturan)


@selama_tetap(24)
def _manifes(berkas: Path) -> tuple[str, str, str]:
    m = Manifes.baca(berkas)
    if m is None:
        baca_tersimpan(berkas)  # one that is only held is none that is not ours
        return "", "", ""
    return m.sha256_aturan, m.keluaran.get(NILAI_CSV, ""), m.kode_kunci


@selama_tetap(24)
def _versi(manifes: Path) -> VersiTerkunci | None:
    return baca_folder_versi(manifes.parent)


_sha256 = selama_tetap(24)(sidik_tersimpan)


@selama_tetap(24)
def _nilai(berkas: Path) -> Mapping[str, NilaiBulan]:
    """Return the scored ASN of a month by NIP; a process reads the file once for all its units."""
    return {
        isi[_NIP]: NilaiBulan(float(isi[_NHK]), teks_asli(isi[_RATING]), teks_asli(isi[_PREDIKAT]))
        for isi in alir_csv(berkas, KOLOM_NILAI)
        if isi[_STATUS] == DINILAI
    }
