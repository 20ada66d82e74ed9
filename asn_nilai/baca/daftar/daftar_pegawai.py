"""A list of people as SIMPEG, SIASN or e-Kinerja export it, or as somebody keeps it: a placement for each row.

A person whose NIP cannot be used is taken all the same, without it: nobody falls out of the register unseen.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode, lipat_label
from asn_nilai.acuan.isian.formulir.jenis_jabatan import jenis_jabatan_ada
from asn_nilai.acuan.isian.orang.golongan import golongan_ada
from asn_nilai.acuan.isian.orang.nama_orang import dengan_gelar
from asn_nilai.acuan.isian.orang.nip import PNS, PPPK, baca_nip
from asn_nilai.acuan.isian.register.daftar_kantor import OrangDaftar, UnitDaftar
from asn_nilai.acuan.isian.register.sebutan_atasan import ATASAN_BILANGAN, SebutanAtasan
from asn_nilai.acuan.isian.register.usulan_unit import pilih_unit
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.daftar.lembar_daftar import KolomDaftar, LembarDaftar, cari_lembar_daftar
from asn_nilai.baca.tabel.sel import kutip
from asn_nilai.baca.tabel.tanggal import baca_tanggal

_PPPK, _PNS = ("pppk", "p3k", "perjanjiankerja"), ("pns", "pegawainegerisipil")
"""What lists write for the kinds of ASN, folded; `CPNS` and `PPPK Paruh Waktu` contain it."""
_TANPA_JENIS = re.compile(
    r"aktif|(?:pegawai|calon|c)?(?:asn|aparatursipilnegara|pegawainegeri)"
    r"(?:daerah|pusat|pemda|pemkot|pemkab|pemprov|kota|kabupaten|provinsi|aktif)*"
)
"""What they write there, folded, that holds of PNS and PPPK alike: then the NIP tells."""
_BUKAN = re.compile(r"(?:non|bukan)(?:asn|pns|pppk|p3k|pegawainegeri)")
"""How lists say what somebody is not, folded: `Non PNS` contains a kind, too, and `PPPK (Non PNS)` names another beside it."""
_TAK_BERTUGAS = ("pensiun", "meninggal", "wafat", "berhenti", "diberhentikan", "mengundurkan", "nonaktif", "tidakaktif")  # fmt: skip
"""Words by which a list says that somebody serves no more, folded."""
_TAK_DIMENGERTI = "tidak dimengerti"
_JUMLAH = re.compile(r"(?:jumlah|total)\b", re.IGNORECASE)
_MEMBULAT = "000"
"""How a NIP ends that was a number once and has become a text again: of eighteen digits a number keeps fifteen."""
_NIP_TERPENDEK = 9
"""So many digits at least make a number a NIP, be it a damaged one."""


@dataclass(frozen=True, slots=True)
class DaftarPegawai:
    """The people of a list, its columns, and what could not be taken, each at its cell.

    `bertmt` are the people whose post began in the year: perhaps they came to their unit then.
    """

    orang: tuple[OrangDaftar, ...]
    kolom: tuple[KolomDaftar, ...]
    temuan: tuple[Temuan, ...]
    bertmt: tuple[str, ...]


def baca_daftar_pegawai(berkas: Path, tahun: int) -> DaftarPegawai:
    """Read a list of people for a year; of a person who stands in it twice the first row is taken.

    Raises:
        DaftarTidakTerbacaError: the file cannot be read, or no sheet has NIPs and names.
    """
    semua = cari_lembar_daftar(berkas, "Daftar Pegawai")
    sudah: dict[str, str] = {}
    pembaca = [_LembarOrang(lembar, tahun, sudah) for lembar in semua]
    terbaca = [(lembar, posisi, orang) for lembar in pembaca for posisi, orang in lembar.baca()]
    atasan = SebutanAtasan(orang.penempatan for *_, orang in terbaca)
    return DaftarPegawai(
        tuple(lembar.beratasan(posisi, orang, atasan) for lembar, posisi, orang in terbaca),
        tuple(kolom for lembar in semua for kolom in lembar.kolom),
        tuple(temuan for lembar in pembaca for temuan in lembar.temuan),
        tuple(nama for lembar in pembaca for nama in lembar.bertmt),
    )


@dataclass
class _LembarOrang:
    """Reads one sheet; `sudah` has the cell of each NIP that was taken, from all sheets."""

    lembar: LembarDaftar
    tahun: int
    sudah: dict[str, str]
    bertmt: list[str] = field(default_factory=list)
    _jumlah: set[Letak] = field(default_factory=set)

    @property
    def temuan(self) -> Iterator[Temuan]:
        """Yield what could not be taken; a total has no NIP, only how many stand above it."""
        return (temuan for temuan in self.lembar.catatan.temuan if temuan.letak not in self._jumlah)

    def baca(self) -> Iterator[tuple[int, OrangDaftar]]:
        """Yield each person who is taken, with the row's position."""
        baris = self.lembar.baris
        baris.ketik_nip("nip", wajib=False)
        baris.ketik_nip("nip_atasan", wajib=False)
        if not self._kolom_unit:
            self.lembar.catatan.tambah(
                "daftar-sel-kosong", siapa="Semua orang di lembar ini", kolom="Kode Unit"
            )
        for posisi in baris.posisi:
            nip, nama = self._teks("nip", posisi), self._nama(posisi)
            tertulis = baris.nip_terbaca(posisi)
            if _JUMLAH.match(nama) and len(tertulis) < _NIP_TERPENDEK:
                self._jumlah.add(baris.letak("nip", posisi))
                continue
            siapa = nama or _tanpa_nama(tertulis)
            mulai, selesai = (self._tanggal(kunci, posisi, siapa) for kunci in ("mulai", "selesai"))
            if selesai == self._awal_tahun - dt.timedelta(days=1):
                selesai = (
                    None  # last year's register had to end somewhere; who left then is seldom told apart
                )
            if self._bukan_asn(posisi, siapa, selesai):
                continue
            if self._sudah_ada(posisi, nip, siapa, bertanggal=bool(mulai or selesai)):
                continue
            if not nip and ("nip", posisi) not in baris.mentah.tabel.cacat:
                self._catat("daftar-sel-kosong", "nip", posisi, siapa=siapa, kolom="NIP")
            if nip.endswith(_MEMBULAT):
                self._catat("daftar-nip-membulat", "nip", posisi, nama=siapa, nip_orang=nip)
            if not nama:
                self._catat("daftar-sel-kosong", "nama", posisi, siapa=siapa, kolom="Nama")
            mulai = mulai if mulai and mulai > self._awal_tahun else None
            tempat = self._penempatan(posisi, nip, nama, siapa)._replace(mulai=mulai, selesai=selesai)
            yield posisi, OrangDaftar(tempat, self._unit(posisi, siapa))

    def beratasan(self, posisi: int, orang: OrangDaftar, sebutan: SebutanAtasan) -> OrangDaftar:
        """Return a person with the NIP of the superior whom the list names, where it is certain who that is."""
        tempat, teks = orang.penempatan, self._teks("atasan_langsung", posisi)
        if tempat.nip_atasan or not teks.strip("-–"):
            return orang
        mentah = self.lembar.baris.mentah
        baris, lajur = mentah.sel_asal("atasan_langsung", posisi)
        bilangan = isinstance(mentah.lembar.sel[baris][lajur], int | float)
        atasan = ATASAN_BILANGAN if bilangan else sebutan.cari(teks, tempat.nip)
        if atasan.sebab:
            siapa = tempat.nama or _tanpa_nama(tempat.nip)
            self._catat(
                "daftar-atasan-tidak-pasti",
                "atasan_langsung",
                posisi,
                siapa=siapa,
                teks=teks,
                sebab=atasan.sebab,
            )
        return orang._replace(penempatan=tempat._replace(nip_atasan=atasan.nip))

    @property
    def _awal_tahun(self) -> dt.date:
        return dt.date(self.tahun, 1, 1)

    @property
    def _kolom_unit(self) -> str:
        """Return the key of the column that names units, blank where the sheet has none."""
        kolom = self.lembar.baris.mentah.tabel.kolom
        return next((kunci for kunci in ("unit_kerja", "unit_induk", "kode_unit") if kunci in kolom), "")

    def _teks(self, kunci: str, posisi: int) -> str:
        return " ".join(self.lembar.baris.teks(kunci, posisi).split())

    def _catat(self, kode: str, kunci: str, posisi: int, **fakta: str) -> None:
        sel = self.lembar.baris.mentah.sel_asal(kunci, posisi)
        self.lembar.catatan.tambah(kode, sel, fakta=fakta)

    def _nama(self, posisi: int) -> str:
        """Return the name with its titles, where these have columns of their own."""
        depan, belakang = (self._teks(k, posisi).strip("-–") for k in ("gelar_depan", "gelar_belakang"))
        return dengan_gelar(self._teks("nama", posisi), depan, belakang)

    def _bukan_asn(self, posisi: int, siapa: str, selesai: dt.date | None) -> bool:
        """Tell, with a finding, whether a row is of somebody who is no civil servant in service in the year."""
        jenis, kedudukan = (
            _kata_jenis(self._teks("jenis_asn", posisi)),
            lipat_label(self._teks("kedudukan", posisi)),
        )
        sebab = {
            "jenis_asn": jenis != "" and (_tak_bertugas(jenis) or not _berjenis(jenis)),
            "kedudukan": _tak_bertugas(kedudukan),
            "selesai": selesai is not None and selesai < self._awal_tahun,
        }
        kunci = next((kolom for kolom, kena in sebab.items() if kena), "")
        if kunci:
            kolom = self.lembar.baris.formulir.label(kunci)
            teks = f"{selesai:%d/%m/%Y}" if kunci == "selesai" else self._teks(kunci, posisi)
            self._catat("daftar-bukan-asn", kunci, posisi, nama=siapa, kolom=kolom, teks=teks)
        return bool(kunci)

    def _sudah_ada(self, posisi: int, nip: str, siapa: str, *, bertanggal: bool) -> bool:
        """Tell, with a finding, whether somebody was taken already; a row with dates of its own is a further placement."""
        letak = self.lembar.baris.letak("nip", posisi)
        sel = f"{letak.lembar} › {letak.sel}"
        pertama = self.sudah.setdefault(nip, sel) if nip else sel
        if bertanggal or pertama == sel:
            return False
        self._catat("daftar-orang-berulang", "nip", posisi, nama=siapa, nip_orang=nip, sel_pertama=pertama)
        return True

    def _unit(self, posisi: int, siapa: str) -> UnitDaftar | None:
        nama = self._nama_unit(posisi)
        kode = "" if lipat_label(nama) in self._induk_berkode_banyak else self._teks("kode_unit", posisi)
        if kode or nama:
            return UnitDaftar(nama, kode)
        if kunci := self._kolom_unit:
            self._catat("daftar-sel-kosong", kunci, posisi, siapa=siapa, kolom="Kode Unit")
        return None

    def _nama_unit(self, posisi: int) -> str:
        return pilih_unit(self._teks("unit_kerja", posisi), self._teks("unit_induk", posisi))

    @cached_property
    def _induk_berkode_banyak(self) -> frozenset[str]:
        """Return the offices, folded, whose sections have codes of their own in the column of codes: none of these is the office's."""
        kode: dict[str, set[str]] = {}
        for posisi in self.lembar.baris.posisi:
            nama = lipat_label(self._nama_unit(posisi))
            if nama and nama != lipat_label(self._teks("unit_kerja", posisi)):
                kode.setdefault(nama, set()).add(lipat_kode(self._teks("kode_unit", posisi)))
        return frozenset(nama for nama, semua in kode.items() if len(semua) > 1)

    def _penempatan(self, posisi: int, nip: str, nama: str, siapa: str) -> Penempatan:
        jenis = _jenis_asn(self._teks("jenis_asn", posisi), nip)
        tmt = self._tanggal("tmt", posisi, siapa)
        if tmt and tmt > self._awal_tahun:
            self.bertmt.append(siapa)
        golongan = self._teks("golongan", posisi) or self._teks("pangkat", posisi)
        jabatan = self._teks("jenis_jabatan", posisi)
        if not jabatan and (eselon := self._teks("eselon", posisi).strip("-–")):
            jabatan = eselon if "eselon" in eselon.casefold() else f"Eselon {eselon}"
        lain = PNS if jenis == PPPK else PPPK
        sebab = f"golongan {lain}, sedangkan ia {jenis}" if golongan_ada(golongan, lain) else _TAK_DIMENGERTI
        ada = golongan_ada(golongan, jenis)
        return Penempatan(
            nip, nama, "", jenis, self._dikenal("golongan", posisi, golongan, siapa, sah=ada, sebab=sebab),
            self._teks("jabatan", posisi), self._dikenal("jenis_jabatan", posisi, jabatan, siapa, sah=jenis_jabatan_ada(jabatan)),
            self._teks("nip_atasan", posisi),
        )  # fmt: skip

    def _dikenal(
        self, kunci: str, posisi: int, teks: str, siapa: str, *, sah: bool, sebab: str = _TAK_DIMENGERTI
    ) -> str:
        """Return a text that the skema takes; another is left out, with a finding where the list has the column."""
        if sah:
            return teks.strip("-–")
        if kunci in self.lembar.baris.mentah.tabel.kolom:
            kolom = self.lembar.baris.formulir.label(kunci)
            self._catat("daftar-dikosongkan", kunci, posisi, kolom=kolom, siapa=siapa, teks=teks, sebab=sebab)
        return ""

    def _tanggal(self, kunci: str, posisi: int, siapa: str) -> dt.date | None:
        """Return the day of a cell, None with a finding where it names none; what is not taken needs no finding."""
        isi = self.lembar.baris.mentah.mentah.get(kunci)
        if isi is None or not str(isi[posisi]).strip(" -–"):
            return None
        hari = baca_tanggal(isi[posisi])
        if hari is None and kunci != "tmt":
            kolom, teks = self.lembar.baris.formulir.label(kunci), kutip(isi[posisi])
            self._catat(
                "daftar-dikosongkan",
                kunci,
                posisi,
                kolom=kolom,
                siapa=siapa,
                teks=teks,
                sebab=_TAK_DIMENGERTI,
            )
        return hari


def _tanpa_nama(nip: str) -> str:
    return f"Orang ber-NIP {nip or 'kosong'}"


def _tak_bertugas(lipat: str) -> bool:
    """Tell whether a word, folded, says that somebody serves no more."""
    return any(kata in lipat for kata in _TAK_BERTUGAS)


def _berjenis(lipat: str) -> bool:
    """Tell whether a word, folded, names a kind of ASN."""
    disebut = _BUKAN.sub("", lipat)
    return any(kata in disebut for kata in (*_PNS, *_PPPK))


def _kata_jenis(teks: str) -> str:
    """Return the word for a kind of ASN, folded; blank where it tells none apart: nothing, a letter (`P`), `ASN Daerah`."""
    lipat = lipat_label(teks)
    return "" if len(lipat) < 2 or _TANPA_JENIS.fullmatch(lipat) else lipat


def _jenis_asn(teks: str, nip: str) -> str:
    """Return the kind of ASN: the list's word, else what the NIP looks like."""
    if jenis := _kata_jenis(teks):
        disebut = _BUKAN.sub("", jenis)
        return PPPK if any(kata in disebut for kata in _PPPK) else PNS
    return baca_nip(nip).dugaan_jenis_asn if nip else PNS
