"""The sheet Pegawai as people: each row belongs to exactly one, and nobody falls out because a row cannot stand.

A person is a NIP. Rows whose NIP cannot be read are people of their own, unless name and digits show that somebody else's row is
theirs; a NIP under two names is two people. Who has a faulty row is kept aside whole: nobody knows where or when this
person's figures belong until it is mended.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from asn_nilai.acuan.isian.orang.nama_orang import mungkin_orang_sama, nama_sama
from asn_nilai.acuan.isian.orang.nip import mirip_nip
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan
from asn_nilai.acuan.periode import tulis_tanggal
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.skema.baris_skema import BarisSkema

_AWALAN_PELAKSANA = ("plt", "plh", "pjs", "pj")
"""How the name of a post begins that somebody holds beside the main one, for a time."""


@dataclass(slots=True, eq=False)
class Tempat:
    """A row of the sheet, equal to itself alone: its position, what it says, and why it cannot stand."""

    posisi: int
    isi: Penempatan
    sebab: tuple[Temuan, ...] = ()


@dataclass(slots=True)
class Orang:
    """A person's rows, in the sheet's order."""

    tempat: list[Tempat]

    @property
    def nip(self) -> str:
        """Return the NIP of the first row that has a sound one, else what the first row shows."""
        sah = next((tempat for tempat in self.tempat if len(tempat.isi.nip) == 18), self.tempat[0])
        return sah.isi.nip

    @property
    def nama(self) -> str:
        """Return the first name that is there."""
        return next((tempat.isi.nama for tempat in self.tempat if tempat.isi.nama), "")

    @property
    def bercacat(self) -> bool:
        """Tell whether a row cannot stand."""
        return any(tempat.sebab for tempat in self.tempat)

    @property
    def sebab(self) -> tuple[Temuan, ...]:
        """Return what is wrong with the rows, each cell once."""
        return tuple({sebab.letak: sebab for tempat in self.tempat for sebab in tempat.sebab}.values())

    def sebagai_cacat(self) -> PegawaiCacat:
        """Return the person as one of whom a row cannot stand."""
        urut = sorted(self.tempat, key=lambda tempat: tempat.isi.mulai or date.min)
        cacat, sah = (tuple(t.isi for t in urut if bool(t.sebab) is bersebab) for bersebab in (True, False))
        return PegawaiCacat(self.nip, self.nama, cacat, sah, self.sebab)


def susun_pegawai(
    baris: BarisSkema, semua: Sequence[Tempat], tahun: int
) -> tuple[list[Penempatan], tuple[PegawaiCacat, ...]]:
    """Return the placements that stand, in the sheet's order, and the people of whom one does not.

    Args:
        baris: the sheet; takes the findings of rows that contradict each other.
        semua: its rows.
        tahun: the year, to whose ends blank dates reach.
    """
    # Where nobody has moved and no row is faulty, each is a person.
    if len({tempat.isi.nip for tempat in semua}) == len(semua) and not any(t.sebab for t in semua):
        return [tempat.isi for tempat in semua], ()
    orang = _kelompokkan(baris, semua)
    sah: list[Tempat] = []
    cacat: list[PegawaiCacat] = []
    for pegawai in orang:
        if len(pegawai.tempat) > 1:
            _tanpa_tumpukan(baris, pegawai, tahun)
        if pegawai.bercacat:
            cacat.append(pegawai.sebagai_cacat())
        else:
            sah += pegawai.tempat
    return [tempat.isi for tempat in sorted(sah, key=lambda tempat: tempat.posisi)], tuple(cacat)


def _kelompokkan(baris: BarisSkema, semua: Sequence[Tempat]) -> list[Orang]:
    """Give each row to a person."""
    menurut_nip: dict[str, Orang] = {}
    tanpa_nip: list[Orang] = []
    for tempat, nip_terbaca in zip(semua, baris.kolom("nip"), strict=True):
        if not nip_terbaca:
            tanpa_nip.append(Orang([tempat]))
        elif (lama := menurut_nip.get(tempat.isi.nip)) is None:
            menurut_nip[tempat.isi.nip] = Orang([tempat])
        elif mungkin_orang_sama(lama.nama, tempat.isi.nama):
            lama.tempat.append(tempat)
        else:
            _nip_dua_orang(baris, lama, tempat)
            tanpa_nip.append(Orang([tempat]))
    orang = list(menurut_nip.values())
    for tersisa in tanpa_nip:
        nip, nama = tersisa.nip, tersisa.nama
        # With several of that name and such a NIP nobody knows whose row it is: it is somebody's own, nobody is lost in it.
        pemilik = [o for o in orang if nama_sama(nama, o.nama) and mirip_nip(nip, o.nip)]
        if len(pemilik) == 1:
            pemilik[0].tempat += tersisa.tempat
        else:
            orang.append(tersisa)
    return orang


def _nip_dua_orang(baris: BarisSkema, lama: Orang, baru: Tempat) -> None:
    """Note a NIP that stands under another name before: nobody knows whose it is, so neither is scored."""
    pertama = lama.tempat[0]
    baris.catat_ganda("nip", baru.posisi, pertama.posisi, f"NIP {baru.isi.nip} ({baru.isi.nama})")
    baru.sebab = baris.alasan(baru.posisi)
    pertama.sebab = (*pertama.sebab, *(s for s in baru.sebab if s.letak == baris.letak("nip", baru.posisi)))


def _tanpa_tumpukan(baris: BarisSkema, orang: Orang, tahun: int) -> None:
    """See that a person's rows share no day, with findings where they do.

    A row that says nothing new is left out. Of two posts at once the acting one (`Plt.`) is left out, wherever its row stands. Else
    nobody knows which row counts.
    """
    tinggal: list[Tempat] = []
    for tempat in sorted(orang.tempat, key=lambda tempat: _pelaksana(tempat.isi)):
        lain = next(
            (t for t in tinggal if not (t.sebab or tempat.sebab) and _bertumpuk(t.isi, tempat.isi)), None
        )
        if lain is None:
            tinggal.append(tempat)
        elif _pelaksana(tempat.isi) and not _pelaksana(lain.isi):
            _catat_rangkap(baris, [t for t in tinggal if not _pelaksana(t.isi)], tempat, tahun)
        else:
            baris.catat_ganda(
                "nip", tempat.posisi, lain.posisi, f"Penempatan {tempat.isi.nama} pada waktu yang sama"
            )
            if tempat.isi != lain.isi:
                tempat.sebab = baris.alasan(tempat.posisi)
                tinggal.append(tempat)
    orang.tempat = [tempat for tempat in orang.tempat if tempat in tinggal]


def _bertumpuk(a: Penempatan, b: Penempatan) -> bool:
    """Tell whether two placements share a day; blank dates reach to the year's ends."""
    awal, akhir = date.min, date.max
    return (a.mulai or awal) <= (b.selesai or akhir) and (b.mulai or awal) <= (a.selesai or akhir)


def _pelaksana(tempat: Penempatan) -> bool:
    return next(_kata(tempat.jabatan), "") in _AWALAN_PELAKSANA


def _kata(jabatan: str) -> Iterator[str]:
    return (kata.rstrip(".") for kata in jabatan.casefold().replace(".", ". ").split())


def _di_luar(sampingan: Penempatan, utama: Sequence[Penempatan], tahun: int) -> str:
    """Return the days of the year, in words, on which an acting post stands before all main ones, or after them; blank without any."""
    awal, akhir, sehari = date(tahun, 1, 1), date(tahun, 12, 31), timedelta(days=1)
    sejak, sampai = max(awal, sampingan.mulai or awal), min(akhir, sampingan.selesai or akhir)
    pertama, terakhir = min(u.mulai or awal for u in utama), max(u.selesai or akhir for u in utama)
    sisa = ((sejak, min(sampai, pertama - sehari)), (max(sejak, terakhir + sehari), sampai))
    return " dan ".join(
        f"{tulis_tanggal(dari.isoformat())} sampai {tulis_tanggal(hingga.isoformat())}"
        for dari, hingga in sisa
        if dari <= hingga
    )


def _catat_rangkap(baris: BarisSkema, utama: Sequence[Tempat], sampingan: Tempat, tahun: int) -> None:
    """Note an acting post with every main one beside it: who moved meanwhile had more than one."""
    sisa = _di_luar(sampingan.isi, [tempat.isi for tempat in utama], tahun)
    serentak = [tempat for tempat in utama if _bertumpuk(tempat.isi, sampingan.isi)]
    urut = sorted(serentak, key=lambda tempat: tempat.isi.mulai or date.min)
    letak = baris.mentah.sel_asal("nip", sampingan.posisi)
    baris.catatan.tambah(
        "rangkap-lebih-lama" if sisa else "rangkap-jabatan", letak, nip=urut[0].isi.nip, nama=urut[0].isi.nama,
        sampingan=sampingan.isi.jabatan, utama=", lalu ".join(_sebut_utama(baris, tempat) for tempat in urut), sisa=sisa,
    )  # fmt: skip


def _sebut_utama(baris: BarisSkema, utama: Tempat) -> str:
    jabatan, sel = utama.isi.jabatan or "yang lain", baris.mentah.tabel.sel("nip", utama.posisi)
    return f"{jabatan} di {utama.isi.kode_unit} ({sel})"
