"""What earlier runs said of single months: for criteria that look back, read from hasil/<month>/ where it can be trusted.

A month counts when its manifest names the same rule and its nilai.csv is the one that the run wrote. Any other month is
missing, with the reason.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.nilai import DINILAI
from asn_nilai.acuan.hasil.tindak_lanjut import HasilLalu, NilaiBulan
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.alur.konteks import Konteks
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, baca_csv, teks_asli
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas

_NHK, _RATING, _PREDIKAT, _STATUS = (
    KOLOM_NILAI.index(nama) for nama in ("nilai_hasil_kerja", "rating_hasil_kerja", "predikat", "status")
)


def baca_hasil_lalu(konteks: Konteks) -> HasilLalu:
    """Return the results of the months that the rule's criteria look at."""
    lalu = HasilLalu({}, {})
    for bulan in konteks.aturan.bulan_dilihat(konteks.periode):
        berkas = _berkas(konteks, bulan)
        if sebab := _sebab_hilang(konteks, berkas):
            lalu.hilang[bulan.kode] = sebab
        else:
            lalu.nilai[bulan.kode] = dict(_nilai(berkas, berkas.stat().st_mtime_ns))
    return lalu


def tempat_hasil_lalu(konteks: Konteks) -> list[Path]:
    """Return where the files of these months lie, or would."""
    return [_berkas(konteks, bulan) for bulan in konteks.aturan.bulan_dilihat(konteks.periode)]


def berkas_hasil_lalu(konteks: Konteks) -> list[Path]:
    """Return the files among them that count: inputs of this period, as submissions are."""
    return [berkas for berkas in tempat_hasil_lalu(konteks) if not _sebab_hilang(konteks, berkas)]


def bulan_lain(konteks: Konteks) -> tuple[Bulan, ...]:
    """Return the months of the year before the period's end whose own results stand beside it, newest first."""
    terakhir = konteks.periode.bulan[-1]
    semua = (Bulan(terakhir.tahun, nomor) for nomor in range(terakhir.bulan, 0, -1))
    lain = (bulan for bulan in semua if konteks.periode.bulan != (bulan,))
    return tuple(bulan for bulan in lain if not _sebab_hilang(konteks, _berkas(konteks, bulan)))


def berkas_bulan_lain(konteks: Konteks) -> list[Path]:
    """Return the files of these months."""
    return [_berkas(konteks, bulan) for bulan in bulan_lain(konteks)]


def nhk_bulan(konteks: Konteks, bulan: Bulan) -> dict[str, float]:
    """Return the printed NHK of the scored ASN of a month by NIP."""
    berkas = _berkas(konteks, bulan)
    return {nip: nilai.nhk for nip, nilai in _nilai(berkas, berkas.stat().st_mtime_ns).items()}


def _berkas(konteks: Konteks, bulan: Bulan) -> Path:
    return konteks.ruang.folder_hasil(Periode(bulan.kode, bulan.label, (bulan,))) / NILAI_CSV


def _sebab_hilang(konteks: Konteks, berkas: Path) -> str:
    """Return why a month's results cannot be used, as the end of a sentence; blank where they can."""
    if not berkas.is_file():
        return "belum ada di ruang kerja ini"
    manifes = berkas.with_name(NAMA_MANIFES)
    waktu = manifes.stat().st_mtime_ns if manifes.is_file() else 0
    sha_aturan, sha_nilai = _manifes(manifes, waktu)
    if sha_aturan != konteks.aturan.sha256:
        return "dihitung dengan aturan lain"
    return (
        "" if _sha256(berkas, berkas.stat().st_mtime_ns) == sha_nilai else "tidak sama lagi dengan catatannya"
    )


@lru_cache(maxsize=24)
def _manifes(berkas: Path, _waktu: int) -> tuple[str, str]:
    m = Manifes.baca(berkas)
    return (m.sha256_aturan, m.keluaran.get(NILAI_CSV, "")) if m else ("", "")


@lru_cache(maxsize=24)
def _sha256(berkas: Path, _waktu: int) -> str:
    return sha256_berkas(berkas)


@lru_cache(maxsize=24)
def _nilai(berkas: Path, _waktu: int) -> Mapping[str, NilaiBulan]:
    """Return the scored ASN of a month by NIP; a process reads the file once for all its units."""
    return {
        nip: NilaiBulan(float(isi[_NHK]), *(teks_asli(isi[k]) for k in (_RATING, _PREDIKAT)))
        for nip, baris in baca_csv(berkas, KOLOM_NILAI, "nip").items()
        for isi in baris
        if isi[_STATUS] == DINILAI
    }
