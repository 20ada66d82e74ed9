"""What a year began with and is otherwise now: its indicators, its units, and the rule by which its months were locked.

None of it shows in the register of a month that is computed for the first time after the change.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import inf

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.skema import sebab_kode_unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.banding_aturan import bandingkan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.kata_perubahan import kata_nilai
from asn_nilai.acuan.riwayat.keadaan import INDIKATOR, TIDAK_ADA, Keadaan, Kunci
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.riwayat.isi_register import IsiRegister
from asn_nilai.alur.riwayat.versi import MASUKAN, baca_versi, folder_versi, periode_tercatat
from asn_nilai.alur.temuan_aturan import sebut_beda
from asn_nilai.periksa.bahan import sebut_indikator
from asn_nilai.ruang_kerja import RuangKerja, RuangKerjaTidakSahError

_PENENTU = (
    "satuan", "aspek", "polaritas", "agregasi", "jenis_nilai", "batas_bawah", "batas_atas", "nilai_terburuk", "frekuensi", "wajib_bukti",
    "lingkup", "pembilang", "penyebut", "layanan_publik",
)  # fmt: skip
"""What of an indicator's definition says which score a figure gives, which figures may be typed, in which months, and need evidence, and
whether citizens see them."""
_HANYA_DARI_YA = frozenset({"layanan_publik", "wajib_bukti"})


def berubah_sejak_semula(
    konteks: Konteks, isi: IsiRegister, pertama: Mapping[str, Mapping[str, str]], kini: Keadaan
) -> Iterator[Temuan]:
    """Yield the findings of what is otherwise than when the year was first scored.

    Args:
        konteks: the run's common ground.
        isi: the year's register of targets.
        pertama: what each indicator's definition said first: Kode Indikator → column → value.
        kini: what they say now.
    """
    yield from _indikator_diubah(konteks, pertama, kini)
    yield from _unit_hilang(konteks, isi)
    yield from _aturan_berganti(konteks)


def _indikator_diubah(
    konteks: Konteks, pertama: Mapping[str, Mapping[str, str]], kini: Keadaan
) -> Iterator[Temuan]:
    """Yield each indicator that is defined otherwise than when the year was first scored, unless the period's register tells it.

    A month that is scored for the first time after a definition changed has no change of its own to show.
    """
    tersebut = {ini.kunci for ini in konteks.riwayat.perubahan(konteks.riwayat.kota)}
    for kode, dulu in pertama.items():
        indikator = konteks.skema.indikator.get(kode)
        beda: dict[str, str] = {}
        for kolom in _PENENTU if indikator else ():
            ruas = FORMULIR["Indikator"].label(kolom)
            kunci = Kunci(INDIKATOR, "", "", kode, ruas)
            semula, sekarang = dulu.get(ruas, TIDAK_ADA), kini[kunci].nilai if kunci in kini else TIDAK_ADA
            if kolom in _HANYA_DARI_YA and semula != "Ya":
                continue  # what comes to be published, or to need evidence, hides nothing
            if semula.casefold() != sekarang.casefold() and kunci not in tersebut:
                beda[kolom] = f"{ruas} semula {kata_nilai(semula)}, sekarang {kata_nilai(sekarang)}"
        if indikator and beda:
            letak = konteks.skema.letak_indikator(kode, next(iter(beda)))
            yield temuan(
                "indikator-diubah",
                letak,
                indikator=sebut_indikator(indikator),
                daftar="; ".join(beda.values()),
            )


def _unit_hilang(konteks: Konteks, isi: IsiRegister) -> Iterator[Temuan]:
    """Yield each unit of the year's register that is not in the skema; a row that cannot stand there is told as such.

    A unit that got another code says which it had (`Kode Lama`), and one that was merged stays on the sheet Unit. One that does neither
    takes the first targets and weights of its people along: whatever is written under the new code is compared with nothing,
    no less where another unit is said to have had that code.
    """
    dikenal = {kode.casefold() for kode in konteks.skema.unit}
    for kode in sorted(isi.unit_tercatat() | isi.diakui_unit_lain()):
        if kode.casefold() not in dikenal and sebab_kode_unit(konteks.skema.unit_cacat, kode) is None:
            letak = Letak(konteks.ruang.relatif(konteks.ruang.skema), FORMULIR["Unit"].lembar)
            yield temuan("unit-hilang", letak, kode_unit=kode)


def _aturan_berganti(konteks: Konteks) -> Iterator[Temuan]:
    """Yield a finding for each way in which the rule says otherwise than when earlier periods of the year were locked.

    Figures eased for one month show in no register of that month. What was signed stays as it was, so months that are told side by
    side were scored differently. A file that says from when a figure holds (`berlaku_sejak`) has the old figure for those months still,
    and nothing differs. A city may lock quarters alone.
    """
    menurut: dict[str, list[Periode]] = {}
    for periode in sorted(periode_tercatat(konteks.ruang), key=lambda ini: ini.urutan):
        dulu = _aturan_terkunci(konteks, periode)
        # A rule that was not in force then was no choice.
        if dulu and konteks.aturan.berlaku_pada(periode):
            beda = [*bandingkan(dulu.pada(periode), konteks.aturan.pada(periode))]
            if beda:
                menurut.setdefault(sebut_beda(beda), []).append(periode)
    for daftar, terkunci in menurut.items():
        sebutan = ", ".join(ini.label for ini in terkunci)
        yield temuan(
            "aturan-berganti", Letak(), aturan=konteks.aturan.profil.nama, daftar=daftar, bulan=sebutan
        )


def _aturan_terkunci(konteks: Konteks, periode: Periode) -> Aturan | None:
    """Return the rule by which an earlier period was locked; None where it was not, or says what today's rule says to the letter.

    Who looks from a locked period sees the locks that there were then: a later correction is no news to what was signed.
    """
    ini = konteks.periode
    if not _mendahului(periode, ini):
        return None
    sampai = _saat(konteks.versi.waktu) if konteks.versi else inf
    semua = [versi for versi in baca_versi(konteks.ruang, periode) if _saat(versi.waktu) <= sampai]
    if not semua or semua[-1].sha256_aturan == konteks.aturan.sha256:
        return None
    folder = folder_versi(konteks.ruang, periode, semua[-1].versi) / MASUKAN
    try:
        return muat_aturan(RuangKerja.buka(folder).aturan, folder)
    except (RuangKerjaTidakSahError, AturanTidakSahError):
        return None  # a locked version that is not whole is told as such


def _mendahului(periode: Periode, ini: Periode) -> bool:
    """Tell whether a period of the year began before another ended and is not that one, or one that it lies in."""
    setahun = periode.bulan[0].tahun == ini.bulan[0].tahun
    return setahun and periode.hari_pertama <= ini.hari_terakhir and not {*periode.bulan} >= {*ini.bulan}


def _saat(waktu: str) -> float:
    """Return a moment in seconds; one that nobody can read was before all others."""
    try:
        return datetime.fromisoformat(waktu).timestamp()
    except ValueError:
        return 0.0
