"""Every setting, its bounds and what it is by default, in one place.

In the file the keys of a table have the names they have here, with `-` for `_`.
"""

from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from asn_nilai.acuan.periode import Bulan

NAMA_PENGATURAN = "asn-nilai.toml"
ATURAN_BAWAAN = "permenpanrb-6-2022"
"""The profile of a work folder that names none, and whose copy a new one gets."""
MEGA = 1024**2
K_TERKECIL = 3
"""No group of fewer persons is ever published, whatever the settings say."""

_SEHARI, _SABTU = timedelta(days=1), 5
_Banyak = Annotated[int, Field(ge=1)]
_Bulat = Annotated[int, Field(ge=0)]
_Angka = Annotated[float, Field(ge=0)]


class PengaturanKetat(BaseModel):
    """Settings that take each value as it is written, and cannot be changed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


class TabelPengaturan(PengaturanKetat):
    """A table of the file; `berisi` shows what stands in it."""

    model_config = ConfigDict(alias_generator=lambda nama: nama.replace("_", "-"), populate_by_name=True)
    berisi: ClassVar[str] = "nama = angka"


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

    berkas_mb: _Banyak = 25
    dikembangkan_mb: _Banyak = 100
    bagian_mb: _Banyak = 24
    bagian: _Banyak = 5_000
    sel: _Banyak = 600_000
    sel_galat: _Banyak = 60_000
    teks_mb: _Banyak = 64
    detik: _Banyak = 30


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

    unit_kecil: _Banyak = 5
    cakupan_peringkat: Annotated[int, Field(ge=1, le=100)] = 90
    k_publik: Annotated[int, Field(ge=K_TERKECIL)] = 5
    kelompok_terkecil: Annotated[int, Field(ge=K_TERKECIL)] = 10
    daftar_gerak: _Banyak = 10
    benih: _Banyak = 1
    ulangan: Annotated[int, Field(ge=100)] = 1000


class Kewajaran(TabelPengaturan):
    """[kewajaran]: which kinds of implausible figures and targets are looked for, and from where on a figure counts as one.

    An implausible figure may well be true; it is worth a look before it becomes somebody's score. The thresholds are
    experience, not law: no regulation stands behind them, and no score depends on them. The settings that are true or
    false are the codes of findings, each of which can be turned off.

    Attributes:
        bulan_lalu: how many earlier months are read to compare with; 0 reads none.
        kali_dari: a realisasi from so many times last month's on, up to `kali_sampai`, may have lost its comma
            (ten times, give or take what changes from month to month). Likewise for a tenth.
        kali_sampai: see `kali_dari`.
        wajar_dari: a realisasi of so much of its target, up to `wajar_sampai`, is ordinary: last month's must be, and
            this month's must not.
        wajar_sampai: see `wajar_dari`.
        bulat_paling_kecil: whole numbers of which the larger is below this are counts that jump by themselves.
        seragam_paling_sedikit_asn: from so many ASN on, one and the same realisasi for all of them is told.
        seragam_paling_kecil: sums (Agregasi Jumlah) below this are often alike by chance.
        sama_paling_sedikit_baris: a file with fewer figures may well equal all its targets.
        kumulatif_bulan: over so many months in a row a total must grow as if it were carried on.
        kumulatif_target_datar: the largest of the months' targets is at most so many times the smallest.
        kumulatif_langkah_dari: each month's growth, in monthly targets, is at least this, at most `kumulatif_langkah_sampai`.
        kumulatif_langkah_sampai: see `kumulatif_langkah_dari`.
        kumulatif_kali: the last month has reached at least so many monthly targets.
        kumulatif_target_paling_kecil: smaller targets are counts that climb by chance.
        tertukar_paling_sedikit_baris: from so many rows on, Target and Realisasi count as changed places.
        tertukar_bagian: and in at least this part of the rows where the two differ.
        bergeser_paling_sedikit_baris: so many rows in a run hold their neighbour's target.
        melonggar_paling_sedikit_bulan: from so many months with a target on, a row has a direction through the year.
        melonggar_kecenderungan: how steadily its targets become easier (Kendall, 1 always).
        melonggar_selisih: and by how much from the first third of the year to the last, as a share.
        melonggar_paling_sedikit_baris: so many such rows in a unit are told of the unit,
        melonggar_bagian: if they are at least this part of the rows whose targets change at all.
        terlampaui_bulan: so many months in a row at the ceiling.
        realisasi_kali: targets so many times easier than what was reached.
        realisasi_paling_sedikit_bulan: from so many months reached on.
        sejawat_paling_sedikit: so many ASN of a unit with the same post and indicator make a middle to compare with.
        sejawat_kali: a target so many times easier than that middle.
        dilepas_paling_sedikit_bulan: so many months without a target after the first of a monthly indicator.
        bobot_terbanyak: one indicator carries more than this of an ASN's 100.
        permintaan_asn: so many ASN with the same counted indicator,
        permintaan_bulan: with so many months each,
        permintaan_kesamaan: whose figures move together at least so much (correlation).
    """

    berisi: ClassVar[str] = "nama = nilai"

    sepuluh_kali_bulan_lalu: bool = True
    realisasi_seragam: bool = True
    realisasi_sama_target: bool = True
    angka_kumulatif: bool = True
    kolom_tertukar: bool = True
    baris_bergeser: bool = True
    unit_melonggarkan_target: bool = True
    target_melonggar: bool = True
    target_selalu_terlampaui: bool = True
    target_di_bawah_realisasi: bool = True
    target_ringan_dari_sejawat: bool = True
    target_bulan_dilepas: bool = True
    bobot_terpusat: bool = True
    tanpa_indikator_mutu: bool = True
    target_menurut_permintaan: bool = True
    bulan_lalu: _Bulat = 2
    kali_dari: _Angka = 7.0
    kali_sampai: _Angka = 14.0
    wajar_dari: _Angka = 0.5
    wajar_sampai: _Angka = 2.0
    bulat_paling_kecil: _Angka = 20.0
    seragam_paling_sedikit_asn: _Bulat = 5
    seragam_paling_kecil: _Angka = 10.0
    sama_paling_sedikit_baris: _Bulat = 10
    kumulatif_bulan: _Bulat = 3
    kumulatif_target_datar: _Angka = 1.25
    kumulatif_langkah_dari: _Angka = 0.4
    kumulatif_langkah_sampai: _Angka = 1.6
    kumulatif_kali: _Angka = 2.0
    kumulatif_target_paling_kecil: _Angka = 5.0
    tertukar_paling_sedikit_baris: _Bulat = 5
    tertukar_bagian: _Angka = 0.8
    bergeser_paling_sedikit_baris: _Bulat = 5
    melonggar_paling_sedikit_bulan: _Banyak = 6
    melonggar_kecenderungan: _Angka = 0.6
    melonggar_selisih: _Angka = 0.1
    melonggar_paling_sedikit_baris: _Banyak = 3
    melonggar_bagian: _Angka = 0.2
    terlampaui_bulan: _Banyak = 5
    realisasi_kali: _Angka = 1.25
    realisasi_paling_sedikit_bulan: _Banyak = 3
    sejawat_paling_sedikit: _Banyak = 3
    sejawat_kali: _Angka = 1.5
    dilepas_paling_sedikit_bulan: _Banyak = 3
    bobot_terbanyak: _Angka = 50.0
    permintaan_asn: Annotated[int, Field(ge=2)] = 3
    permintaan_bulan: Annotated[int, Field(ge=3)] = 4
    permintaan_kesamaan: _Angka = 0.8

    def dicari(self, jenis: str) -> bool:
        """Tell whether a kind, named by its finding's code, is looked for."""
        return bool(getattr(self, jenis.replace("-", "_")))

    @property
    def bulan_dibaca(self) -> int:
        """Return how many earlier months must be read for the kinds that are looked for."""
        return self.bulan_lalu if self.sepuluh_kali_bulan_lalu or self.angka_kumulatif else 0


class PengaturanBukti(TabelPengaturan):
    """[bukti]: how grave a missing `Bukti Dukung` is where the indicator asks for one (`Wajib Bukti`).

    Attributes:
        wajib: `peringatan` scores the ASN all the same; `galat` waits for the evidence.
    """

    berisi: ClassVar[str] = 'wajib = "peringatan" atau wajib = "galat"'

    wajib: Literal["peringatan", "galat"] = "peringatan"


_Teks = Annotated[str, StringConstraints(strip_whitespace=True)]


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

    instansi: _Teks = ""
    alamat: _Teks = ""
    kota: _Teks = ""
    logo: _Teks = ""
    kepada: _Teks = "Wali Kota"
    jabatan: _Teks = "Kepala Badan Kepegawaian"
    nama: _Teks = ""
    nip: _Teks = ""
    templat: _Teks = "surat"


class PengaturanTenggat(TabelPengaturan):
    """[tenggat]: by when units submit a month.

    Attributes:
        hari: the working day of the following month, 5 for its fifth; 0 asks for no deadline.
        libur: the office's days off besides Saturday and Sunday, as TOML dates; the program knows no holidays of its own.
    """

    berisi: ClassVar[str] = "hari = 5"

    hari: Annotated[int, Field(ge=0, le=20)] = 0
    libur: list[date] = Field(default_factory=list)

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

    predikat_organisasi: Annotated[str, StringConstraints(strip_whitespace=True)] = ""


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
        surat: head and foot of letters.
        tenggat: by when units submit a month.
        unit: what is told of single units, by their codes.
    """

    instansi: str = ""
    tahun: int = Field(ge=1900, le=9999)
    aturan: str = ATURAN_BAWAAN
    predikat_organisasi: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    berkas: Tempat = Tempat()
    batas: Batas = Batas()
    rekap: PengaturanRekap = PengaturanRekap()
    kewajaran: Kewajaran = Kewajaran()
    bukti: PengaturanBukti = PengaturanBukti()
    surat: PengaturanSurat = PengaturanSurat()
    tenggat: PengaturanTenggat = PengaturanTenggat()
    unit: dict[str, PengaturanUnit] = Field(default_factory=dict)


BATAS_BAWAAN = Batas()
"""The limits where nobody has set any."""
