"""Every setting, its bounds and what it is by default, in one place.

In the file the keys of a table have the names they have here, with `-` for `_`.
"""

from datetime import date, timedelta
from posixpath import normpath
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from asn_nilai.acuan.pengaturan.bentuk import Banyak, PengaturanKetat, TabelPengaturan, Teks
from asn_nilai.acuan.pengaturan.kewajaran import Kewajaran
from asn_nilai.acuan.periode import Bulan

NAMA_PENGATURAN = "asn-nilai.toml"
ATURAN_BAWAAN = "permenpanrb-6-2022"
"""The profile of a work folder that names none, and whose copy a new one gets."""
MEGA = 1024**2
K_TERKECIL = 3
"""No group of fewer persons is ever published, whatever the settings say."""

_SEHARI, _SABTU = timedelta(days=1), 5


_TETAP = ("riwayat", "dokumen")
"""Folders whose place no setting moves."""


class Tempat(TabelPengaturan):
    """[berkas]: where the files lie, relative to the work folder.

    `tahun_lalu` is last year's work folder, with whose results `validasi` compares targets; blank where there is none.
    """

    berisi: ClassVar[str] = 'nama = "tempat"'

    skema: str = "skema.xlsx"
    target: str = "target"
    capaian: str = "capaian"
    bkn: str = "bkn"
    hasil: str = "hasil"
    templat: str = "templat"
    tahun_lalu: str = ""

    @property
    def tabrakan(self) -> str:
        """Return which folder that the program writes to is another one too, as a sentence; blank where none is.

        What is written may be deleted and computed again; what people sent in, and what is kept, may not.
        """
        semua = {"target": self.target, "capaian": self.capaian, "bkn": self.bkn, "hasil": self.hasil}
        semua |= {"templat": self.templat, **{nama: nama for nama in _TETAP}}
        letak = {nama: normpath(tempat.replace("\\", "/")).casefold() for nama, tempat in semua.items()}
        for tulis in ("hasil", "templat"):
            lain = next((nama for nama in letak if nama != tulis and letak[nama] == letak[tulis]), "")
            if lain:
                return (
                    f"[berkas] {tulis} menunjuk {semua[tulis]}, yaitu folder {lain} juga. Yang ditulis program akan tercampur dengan "
                    f"isinya; beri {tulis} folder sendiri."
                )
        return ""


class Batas(TabelPengaturan):
    """[batas]: how large a submission may be; the reason for each figure stands in docs/BATAS.md.

    Whatever is beyond a limit becomes a finding of that one file (`berkas-terlalu-besar`); the others are read all the same.

    Attributes:
        berkas_mb: the size of a file on disk, in megabytes.
        dikembangkan_mb: what the XML of all its parts may unpack to together.
        bagian_mb: what one part other than a worksheet may unpack to (texts, styles, the content of an .ods).
        bagian: the number of parts in the archive.
        sel: the cells of a sheet, counted from A1 to the last filled one.
        sel_galat: the cells of a sheet that hold an error such as #N/A; each needs a closer look, and a finding.
        teks_mb: the texts of a sheet, each counted as often as cells show it.
        detik: seconds of processor time that the reading of one file may take; looked at between steps, so that the step
            under way is finished first.
    """

    berkas_mb: Banyak = 25
    dikembangkan_mb: Banyak = 100
    bagian_mb: Banyak = 24
    bagian: Banyak = 5_000
    sel: Banyak = 600_000
    sel_galat: Banyak = 60_000
    teks_mb: Banyak = 64
    detik: Banyak = 30


class PengaturanRekap(TabelPengaturan):
    """[rekap]: which groups a recap takes for small, how many names a list shows.

    Attributes:
        unit_kecil: units with fewer scored ASN are marked: one person moves their mean.
        cakupan_peringkat: units of which a smaller share of ASN is scored (percent) have no rank: leaving the weak out must
            not buy one.
        k_publik: groups of fewer persons are not published.
        kelompok_terkecil: groups of fewer persons are not compared on the sheet Keadilan.
        daftar_gerak: how many names the lists of who rose and who fell show.
        benih: seed of the resampling behind the intervals of Keadilan; the same seed gives the same figures.
        ulangan: number of resamples behind each interval.
    """

    unit_kecil: Banyak = 5
    cakupan_peringkat: Annotated[int, Field(ge=1, le=100)] = 90
    k_publik: Annotated[int, Field(ge=K_TERKECIL)] = 5
    kelompok_terkecil: Annotated[int, Field(ge=K_TERKECIL)] = 10
    daftar_gerak: Banyak = 10
    benih: Banyak = 1
    ulangan: Annotated[int, Field(ge=100)] = 1000


class PengaturanBukti(TabelPengaturan):
    """[bukti]: how grave a missing `Bukti Dukung` is where the indicator asks for one (`Wajib Bukti`).

    Attributes:
        wajib: `peringatan` scores the ASN all the same; `galat` waits for the evidence.
    """

    berisi: ClassVar[str] = 'wajib = "peringatan" atau wajib = "galat"'

    wajib: Literal["peringatan", "galat"] = "peringatan"


class PengaturanBkn(TabelPengaturan):
    """[bkn]: what is taken from the exports of e-Kinerja BKN.

    Attributes:
        perilaku: whether they give the behaviour of a unit that sends no Perilaku sheet; a sheet of its own wins.
    """

    berisi: ClassVar[str] = "perilaku = true"

    perilaku: bool = False


class PengaturanSurat(TabelPengaturan):
    """[surat]: what stands at the head and the foot of letters.

    Attributes:
        instansi: the head's first line; blank for the instansi of the work folder.
        alamat: the head's second line: address, telephone.
        kota: the place before the date.
        logo: a picture (.png or .jpg), relative to the work folder; blank for none.
        kepada: to whom the nota dinas goes.
        jabatan: the office that signs for the instansi; `nama` and `nip` of who holds it, blank to be written by hand.
        templat: the folder, relative to the work folder, whose letters of the same name stand in for those of the program.
    """

    berisi: ClassVar[str] = 'nama = "teks"'

    instansi: Teks = ""
    alamat: Teks = ""
    kota: Teks = ""
    logo: Teks = ""
    kepada: Teks = "Wali Kota"
    jabatan: Teks = "Kepala Badan Kepegawaian"
    nama: Teks = ""
    nip: Teks = ""
    templat: Teks = "surat"


class PengaturanTemplat(TabelPengaturan):
    """[templat]: what the workbooks for the units ask for.

    Attributes:
        rencana_kerja: whether target templates ask for Rencana Hasil Kerja, Rencana Atasan and Jenis; where a unit has filled
            them in they are kept all the same.
    """

    berisi: ClassVar[str] = "rencana-kerja = true atau rencana-kerja = false"

    rencana_kerja: bool = False


class PengaturanTenggat(TabelPengaturan):
    """[tenggat]: by when units submit a month.

    Attributes:
        hari: the working day of the following month, 5 for its fifth; 0 asks for no deadline.
        libur: the office's days off besides Saturday and Sunday, as TOML dates; the program knows no holidays of its own.
    """

    berisi: ClassVar[str] = "hari = 5"

    hari: Annotated[int, Field(ge=0, le=20)] = 0
    # pydantic copies the default each time; to look at a factory it would take what reads Python.
    libur: list[date] = Field(default=[])

    def pada(self, bulan: Bulan) -> date | None:
        """Return the last day on which a month's submission is on time, None where none is asked for."""
        hari, sisa = bulan.hari_terakhir, self.hari
        while sisa:
            hari += _SEHARI
            sisa -= self.hari_kerja(hari)
        return hari if self.hari else None

    def hari_kerja(self, hari: date) -> bool:
        """Tell whether the office works on a day."""
        return hari.weekday() < _SABTU and hari not in self.libur

    def terlambat(self, tenggat: date, tanggal: date) -> int:
        """Return by how many working days something came after a deadline; on a day off it counts as come on the next."""
        while not self.hari_kerja(tanggal):
            tanggal += _SEHARI
        return sum(self.hari_kerja(tenggat + n * _SEHARI) for n in range(1, (tanggal - tenggat).days + 1))


class PengaturanUnit(PengaturanKetat):
    """[unit.KODE]: what is told of one unit.

    Attributes:
        predikat_organisasi: the unit's own predikat as an organisation, blank where it is not told.
    """

    berisi: ClassVar[str] = 'predikat_organisasi = "predikat"'

    predikat_organisasi: Teks = ""


class Pengaturan(PengaturanKetat):
    """The whole file.

    Attributes:
        instansi: the name printed in titles.
        tahun: the year whose months the folder holds.
        aturan: code or path of the rule profile.
        predikat_organisasi: the organisation's own predikat, blank where it is not told.
        berkas: where skema, target, capaian, bkn, hasil and templat lie.
        batas: how large a submission may be.
        rekap: which groups a recap takes for small.
        kewajaran: what `validasi` takes for implausible.
        bukti: how grave missing evidence is.
        bkn: what is taken from the exports of e-Kinerja BKN.
        surat: head and foot of letters.
        templat: what the workbooks for the units ask for.
        tenggat: by when units submit a month.
        unit: what is told of single units, by their codes.
    """

    instansi: str = ""
    tahun: int = Field(ge=1900, le=9999)
    aturan: str = ATURAN_BAWAAN
    predikat_organisasi: Teks = ""
    berkas: Tempat = Tempat()
    batas: Batas = Batas()
    rekap: PengaturanRekap = PengaturanRekap()
    kewajaran: Kewajaran = Kewajaran()
    bukti: PengaturanBukti = PengaturanBukti()
    bkn: PengaturanBkn = PengaturanBkn()
    surat: PengaturanSurat = PengaturanSurat()
    templat: PengaturanTemplat = PengaturanTemplat()
    tenggat: PengaturanTenggat = PengaturanTenggat()
    unit: dict[str, PengaturanUnit] = Field(default_factory=dict)


BATAS_BAWAAN = Batas()
"""The limits where nobody has set any."""
