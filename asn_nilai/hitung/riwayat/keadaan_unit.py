"""The state of one unit and period, of what all units share, and of a unit's targets for the whole year.

Blank cells are no entries: what is blanked has gone. A cell that cannot be read is an entry that says so. Rows that stand
twice share one entry with both values.
"""

from collections.abc import Iterable, Iterator
from math import isnan

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.isian.formulir import FORMULIR, KUNCI_ASPEK, KUNCI_BULAN
from asn_nilai.acuan.isian.skema import Indikator, Penempatan, Skema
from asn_nilai.acuan.isian.tabel import Tabel
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.ketentuan import daftar_ketentuan
from asn_nilai.acuan.riwayat.bulanan import tulis_bulanan, tulis_nilai
from asn_nilai.acuan.riwayat.keadaan import (
    ATURAN,
    BOBOT,
    INDIKATOR,
    NHK,
    PEGAWAI,
    PERILAKU,
    PREDIKAT,
    RATING,
    REALISASI,
    STATUS,
    TARGET,
    Isi,
    Kunci,
)  # fmt: skip
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, KUNCI_RATING

_TAK_TERBACA = "tidak terbaca"
_KOLOM_PERILAKU = (*KUNCI_ASPEK, KUNCI_RATING, KUNCI_IDE)
_KOLOM_INDIKATOR = (
    "satuan", "aspek", "polaritas", "agregasi", "jenis_nilai", "batas_bawah", "batas_atas", "nilai_terburuk", "frekuensi",
    "wajib_bukti", "berlaku_untuk",
)  # fmt: skip


class _Penyusun:
    """Collects entries month by month; `isi` writes them."""

    def __init__(self, bulan: tuple[Bulan, ...]) -> None:
        self._bulan = bulan
        self._menurut: dict[Kunci, dict[Bulan, tuple[str, tuple[Letak, ...]]]] = {}

    def tambah(self, kunci: Kunci, bulan: Bulan, tabel: Tabel, kolom: str, posisi: int) -> None:
        """Add a cell, if anything stands in it."""
        nilai = _nilai(tabel, kolom, posisi)
        if not nilai:
            return
        milik = self._menurut.setdefault(kunci, {})
        lama, letak = milik.get(bulan, ("", ()))
        milik[bulan] = (f"{lama} | {nilai}" if lama else nilai, (*letak, tabel.letak(kolom, posisi)))

    def isi(self) -> Iterator[tuple[Kunci, Isi]]:
        """Yield the entries."""
        for kunci, milik in self._menurut.items():
            nilai = tulis_bulanan({bulan: isi[0] for bulan, isi in milik.items()}, self._bulan)
            yield kunci, Isi(nilai, _tulis_sel(letak for isi in milik.values() for letak in isi[1]))


def _tulis_sel(semua: Iterable[Letak]) -> str:
    """Return cells as an entry writes them: those of one sheet as a range, sheets parted by `; `."""
    menurut: dict[tuple[str, str], list[Letak]] = {}
    for letak in semua:
        menurut.setdefault((letak.berkas, letak.lembar), []).append(letak)
    return "; ".join(
        str(milik[0]) if milik[0].sel == milik[-1].sel else f"{milik[0]}:{milik[-1].sel}"
        for milik in menurut.values()
    )


def _nilai(tabel: Tabel, kolom: str, posisi: int) -> str:
    """Return what a cell says, blank where nothing stands in it."""
    isi = tabel.isi[kolom][posisi] if kolom in tabel.isi else None
    if isi is None or isi == "":
        return _TAK_TERBACA if (kolom, posisi) in tabel.cacat else ""
    return tulis_nilai(isi)


def keadaan_masukan(isian: IsianUnit, skema: Skema, periode: Periode) -> dict[Kunci, Isi]:
    """Return what a unit's scores of a period rest on: people, targets, weights, realisasi, behaviour."""
    unit = isian.unit.kode
    keadaan = {
        Kunci(PEGAWAI, unit, p.nip): Isi(_tulis_penempatan(p, periode), str(skema.letak_pegawai(p)))
        for p in skema.di_unit(unit, periode)
    }
    keadaan.update(_target(isian.target, unit, periode.bulan))
    menurut = _Penyusun(periode.bulan)
    for bulan, tabel in isian.capaian.items():
        for posisi, (nip, kode) in enumerate(
            zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)
        ):
            menurut.tambah(Kunci(REALISASI, unit, nip, kode), bulan, tabel, "realisasi", posisi)
    label = {kolom: FORMULIR["Perilaku"].label(kolom) for kolom in _KOLOM_PERILAKU}
    for bulan, tabel in isian.perilaku.items():
        for posisi, nip in enumerate(tabel.teks("nip")):
            for kolom in _KOLOM_PERILAKU:
                menurut.tambah(Kunci(PERILAKU, unit, nip, "", label[kolom]), bulan, tabel, kolom, posisi)
    keadaan.update(menurut.isi())
    return keadaan


def keadaan_target(target: Tabel | None, unit: str, tahun: Periode) -> dict[Kunci, Isi]:
    """Return a unit's targets and weights for the whole year."""
    return dict(_target(target, unit, tahun.bulan))


def _target(tabel: Tabel | None, unit: str, bulan: tuple[Bulan, ...]) -> Iterator[tuple[Kunci, Isi]]:
    if tabel is None:
        return
    target, bobot = _Penyusun(bulan), _Penyusun(bulan[:1])
    kolom = [(ini, KUNCI_BULAN[ini.bulan - 1]) for ini in bulan]
    for posisi, (nip, kode) in enumerate(zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True)):
        for ini, kunci in kolom:
            target.tambah(Kunci(TARGET, unit, nip, kode), ini, tabel, kunci, posisi)
        bobot.tambah(Kunci(BOBOT, unit, nip, kode), bulan[0], tabel, "bobot", posisi)
    yield from target.isi()
    yield from bobot.isi()


def _tulis_penempatan(p: Penempatan, periode: Periode) -> str:
    """Return what of a placement counts in the period: who the ASN is there, and in which of its months."""
    bulan = p.bulan_dalam(periode)
    sebagian = (
        "" if bulan == periode.bulan else "–".join(dict.fromkeys((bulan[0].singkatan, bulan[-1].singkatan)))
    )
    return "; ".join(filter(None, (p.jenis_asn, p.golongan, p.jabatan, p.jenis_jabatan, sebagian)))


def keadaan_hasil(hasil: HasilUnit) -> dict[Kunci, Isi]:
    """Return what a unit's scores came to."""
    unit = hasil.unit.kode
    keadaan: dict[Kunci, Isi] = {}
    for asn in hasil.nilai:
        nilai = {
            NHK: "" if isnan(asn.nhk) else tulis_nilai(asn.nhk),
            RATING: asn.rating_hasil,
            PREDIKAT: asn.predikat,
            STATUS: asn.status,
        }
        keadaan.update({Kunci(apa, unit, asn.nip): Isi(isi) for apa, isi in nilai.items() if isi})
    return keadaan


def keadaan_kota(skema: Skema, aturan: Aturan) -> dict[Kunci, Isi]:
    """Return what the scores of all units rest on: the indicators' definitions and the rule's figures."""
    keadaan: dict[Kunci, Isi] = {}
    formulir = FORMULIR["Indikator"]
    for indikator in skema.indikator.values():
        for kolom in _KOLOM_INDIKATOR:
            if nilai := _nilai_indikator(indikator, kolom):
                kunci = Kunci(INDIKATOR, "", "", indikator.kode, formulir.label(kolom))
                keadaan[kunci] = Isi(nilai, str(skema.letak_indikator(indikator.kode, kolom)))
    keadaan[Kunci(ATURAN, ruas="Profil")] = Isi(aturan.profil.kode)
    for ketentuan in daftar_ketentuan(aturan):
        kunci = Kunci(ATURAN, ruas=ketentuan.judul.replace(": ", " › "))
        lama = keadaan.get(kunci)
        keadaan[kunci] = Isi(f"{lama.nilai} | {ketentuan.isi}" if lama else ketentuan.isi)
    return keadaan


def _nilai_indikator(indikator: Indikator, kolom: str) -> str:
    nilai = getattr(indikator, kolom)
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    if isinstance(nilai, tuple):
        return "; ".join(nilai)
    return "" if nilai is None or nilai == "" else tulis_nilai(nilai)
