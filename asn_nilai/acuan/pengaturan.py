"""What asn-nilai.toml may say: every setting, its bounds and what it is by default, in one place.

    tahun = 2026

    [kewajaran]
    sepuluh-kali-bulan-lalu = false
    seragam-paling-sedikit-asn = 10

A value that cannot be used stops the run and is named. A key nobody knows stops nothing: it becomes a finding with the
nearest known one. In the file the keys of a table have the names they have here, with `-` for `_`.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import Temuan, temuan

NAMA_PENGATURAN = "asn-nilai.toml"
MEGA = 1024**2
K_TERKECIL = 3
"""No group of fewer persons is ever published, whatever the settings say."""

_Banyak = Annotated[int, Field(ge=1)]
_Bulat = Annotated[int, Field(ge=0)]
_Angka = Annotated[float, Field(ge=0)]
_ISIAN: Mapping[object, str] = {
    bool: "true atau false",
    int: "bilangan bulat",
    float: "angka",
    str: "berupa teks",
}
"""What a setting of each kind must be."""


class PengaturanTidakSahError(ValueError):
    """Settings that cannot be used; the message, in Indonesian, names the file, each such key and what it must be."""


class _PengaturanKetat(BaseModel):
    """Settings that take each value as it is written, and cannot be changed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


class _Tabel(_PengaturanKetat):
    """A table of the file; `berisi` shows what stands in it."""

    model_config = ConfigDict(alias_generator=lambda nama: nama.replace("_", "-"), populate_by_name=True)
    berisi: ClassVar[str] = "nama = angka"


class Tempat(_Tabel):
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


class Batas(_Tabel):
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


class PengaturanRekap(_Tabel):
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


class Kewajaran(_Tabel):
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


class PengaturanBukti(_Tabel):
    """[bukti]: how grave a missing `Bukti Dukung` is where the indicator asks for one (`Wajib Bukti`).

    Attributes:
        wajib: `peringatan` scores the ASN all the same; `galat` waits for the evidence.
    """

    berisi: ClassVar[str] = 'wajib = "peringatan" atau wajib = "galat"'

    wajib: Literal["peringatan", "galat"] = "peringatan"


class PengaturanUnit(_PengaturanKetat):
    """[unit.KODE]: what is told of one unit.

    Attributes:
        predikat_organisasi: the unit's own predikat as an organisation, blank where it is not told.
    """

    berisi: ClassVar[str] = 'predikat_organisasi = "predikat"'

    predikat_organisasi: Annotated[str, StringConstraints(strip_whitespace=True)] = ""


class Pengaturan(_PengaturanKetat):
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
        unit: what is told of single units, by their codes.
    """

    instansi: str = ""
    tahun: int = Field(ge=1900, le=9999)
    aturan: str = "permenpanrb-6-2022"
    predikat_organisasi: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    berkas: Tempat = Tempat()
    batas: Batas = Batas()
    rekap: PengaturanRekap = PengaturanRekap()
    kewajaran: Kewajaran = Kewajaran()
    bukti: PengaturanBukti = PengaturanBukti()
    unit: dict[str, PengaturanUnit] = Field(default_factory=dict)


BATAS_BAWAAN = Batas()
"""The limits where nobody has set any."""


def baca_pengaturan(isi: Mapping[str, object]) -> tuple[Pengaturan, tuple[Temuan, ...]]:
    """Return what the file says, and a finding for each key that nobody knows.

    Raises:
        PengaturanTidakSahError: a value is missing, of the wrong kind or out of its bounds.
    """
    dipakai, asing = _pilah(Pengaturan, isi, "")
    try:
        return Pengaturan.model_validate(dipakai), tuple(asing)
    except ValidationError as galat:
        kalimat = dict.fromkeys(_kalimat(satuan["loc"]) for satuan in galat.errors())
        raise PengaturanTidakSahError(f"{NAMA_PENGATURAN}: {' '.join(kalimat)}") from galat


def _kenal(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the settings of a table by their names in the file."""
    return {bagian.alias or nama: bagian for nama, bagian in model.model_fields.items()}


def _tabel(bagian: FieldInfo) -> type[_Tabel] | None:
    jenis = bagian.annotation
    return jenis if isinstance(jenis, type) and issubclass(jenis, _Tabel) else None


def _isi_peta(bagian: FieldInfo) -> type[PengaturanUnit] | None:
    """Return what each entry of a table of tables ([unit.KODE]) holds, None for any other setting."""
    return next((jenis for jenis in get_args(bagian.annotation) if jenis is PengaturanUnit), None)


def _pilah(
    model: type[BaseModel], isi: Mapping[str, object], nama: str
) -> tuple[dict[str, Any], list[Temuan]]:
    """Return what is known of a table (`nama` blank: the file itself), and a finding for each key that is not."""
    kenal = _kenal(model)
    dipakai, asing = dict[str, Any](), list[Temuan]()
    for kunci, nilai in isi.items():
        if kunci not in kenal:
            asing.append(_tidak_dikenal(nama, kunci, nilai))
        elif isinstance(nilai, Mapping) and (tabel := _tabel(kenal[kunci])):
            dipakai[kunci], asing_di_dalam = _pilah(tabel, nilai, kunci)
            asing += asing_di_dalam
        elif isinstance(nilai, Mapping) and (isi_peta := _isi_peta(kenal[kunci])):
            dipakai[kunci] = dict(nilai)
            for kode, isian in nilai.items():
                if isinstance(isian, Mapping):
                    dipakai[kunci][kode], asing_di_dalam = _pilah(isi_peta, isian, f"{kunci}.{kode}")
                    asing += asing_di_dalam
        else:
            dipakai[kunci] = nilai
    return dipakai, asing


def _tidak_dikenal(tabel: str, kunci: str, nilai: object) -> Temuan:
    """Return the finding of a key, with the one that is meant: first of its own table, then of the whole file."""
    semua = _sebutan()
    semua[tabel] = semua.get(tabel) or semua[tabel.partition(".")[0]]
    seluruhnya = {nama: sebutan for isi in semua.values() for nama, sebutan in isi.items()}
    mirip = (
        isi[nama]
        for isi in (semua[tabel], seluruhnya)
        for nama in get_close_matches(kunci.casefold(), isi, 1)
    )
    if dekat := next(mirip, ""):
        petunjuk = f"mungkin maksudnya {dekat}"
    elif tabel:
        petunjuk = f"yang dikenal di [{tabel}]: {', '.join(semua[tabel])}"
    else:
        petunjuk = f"yang dikenal: {', '.join(semua[tabel].values())}"
    sebutan = f"[{tabel}] {kunci}" if tabel else f"[{kunci}]" if isinstance(nilai, Mapping) else kunci
    return temuan("pengaturan-tidak-dikenal", Letak(NAMA_PENGATURAN), kunci=sebutan, petunjuk=petunjuk)


def _sebutan() -> dict[str, dict[str, str]]:
    """Return by table (blank: the file itself) how sentences call each of its keys."""
    semua: dict[str, dict[str, str]] = {"": {}}
    for nama, bagian in _kenal(Pengaturan).items():
        tabel = _tabel(bagian)
        semua[""][nama] = f"[{nama}]" if tabel else nama
        if tabel:
            semua[nama] = {kunci: f"[{nama}] {kunci}" for kunci in _kenal(tabel)}
        elif isi_peta := _isi_peta(bagian):
            semua[""][nama] = f"[{nama}.KODE]"
            semua[nama] = {kunci: f"[{nama}.KODE] {kunci}" for kunci in _kenal(isi_peta)}
    return semua


def _kalimat(letak: tuple[int | str, ...]) -> str:
    """Return what the setting at a place must be."""
    if letak == ("tahun",):
        return "'tahun' harus berupa angka tahun, misalnya tahun = 2026."
    bagian = _kenal(Pengaturan)[str(letak[0])]
    if isi_peta := _isi_peta(bagian):
        nama = f"[{letak[0]}.{letak[1] if len(letak) > 1 else 'KODE'}]"
        return f"{nama} harus berisi {isi_peta.berisi}."
    tabel, sebutan = _tabel(bagian), f"'{letak[0]}'"
    if tabel and len(letak) == 1:
        return f"[{letak[0]}] harus berisi {tabel.berisi}."
    if tabel:
        bagian, sebutan = _kenal(tabel)[str(letak[1])], f"[{letak[0]}] {letak[1]}"
    if pilihan := get_args(bagian.annotation):
        return f"{sebutan} harus " + " atau ".join(f'"{kata}"' for kata in pilihan) + "."
    terkecil = next((f" mulai dari {batas.ge}" for batas in bagian.metadata if hasattr(batas, "ge")), "")
    terbesar = next((f" sampai {batas.le}" for batas in bagian.metadata if hasattr(batas, "le")), "")
    return f"{sebutan} harus {_ISIAN[bagian.annotation]}{terkecil}{terbesar}."
