"""The table [kewajaran]: which implausible figures and targets are asked about, and from where on."""

from typing import Annotated, ClassVar

from pydantic import Field

from asn_nilai.acuan.pengaturan.bentuk import Angka, Banyak, Bulat, TabelPengaturan


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
        sama_paling_sedikit_baris: a file with fewer figures may well equal all its targets, or last month's figures.
        salinan_bagian: a file of which at least this part of the figures is last month's is asked about.
        kumulatif_bulan: over so many months in a row a total must grow as if it were carried on.
        kumulatif_target_datar: the largest of the months' targets is at most so many times the smallest.
        kumulatif_langkah_dari: each month's growth, in monthly targets, is at least this, at most `kumulatif_langkah_sampai`.
        kumulatif_langkah_sampai: see `kumulatif_langkah_dari`.
        kumulatif_kali: the last month has reached at least so many monthly targets.
        kumulatif_target_paling_kecil: smaller targets are counts that climb by chance.
        tertukar_paling_sedikit_baris: from so many rows on, Target and Realisasi count as changed places.
        tertukar_bagian: and in at least this part of the rows where the two differ.
        bergeser_paling_sedikit_baris: so many rows in a run hold their neighbour's target.
        persen_pecahan_sampai: a year of percentages that asks for no more than this may have been meant as a fraction of one.
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
        dilepas_paling_sedikit_bulan: so many months without a target after the first; a quarter of a quarterly indicator is three.
        bobot_terbanyak: one indicator carries more than this of an ASN's 100.
        permintaan_asn: so many ASN with the same counted indicator,
        permintaan_bulan: with so many months each,
        permintaan_kesamaan: whose figures move together at least so much (correlation).
    """

    berisi: ClassVar[str] = "nama = nilai"

    sepuluh_kali_bulan_lalu: bool = True
    realisasi_seragam: bool = True
    realisasi_sama_target: bool = True
    realisasi_sama_bulan_lalu: bool = True
    angka_kumulatif: bool = True
    kolom_tertukar: bool = True
    baris_bergeser: bool = True
    bukti_seragam: bool = True
    indikator_kembar: bool = True
    target_persen_pecahan: bool = True
    unit_melonggarkan_target: bool = True
    target_melonggar: bool = True
    target_selalu_terlampaui: bool = True
    target_di_bawah_realisasi: bool = True
    target_ringan_dari_sejawat: bool = True
    target_bulan_dilepas: bool = True
    bobot_terpusat: bool = True
    tanpa_indikator_mutu: bool = True
    target_menurut_permintaan: bool = True
    bulan_lalu: Bulat = 2
    kali_dari: Angka = 7.0
    kali_sampai: Angka = 14.0
    wajar_dari: Angka = 0.5
    wajar_sampai: Angka = 2.0
    bulat_paling_kecil: Angka = 20.0
    seragam_paling_sedikit_asn: Bulat = 5
    seragam_paling_kecil: Angka = 10.0
    sama_paling_sedikit_baris: Bulat = 10
    salinan_bagian: Angka = 0.9
    kumulatif_bulan: Bulat = 3
    kumulatif_target_datar: Angka = 1.25
    kumulatif_langkah_dari: Angka = 0.4
    kumulatif_langkah_sampai: Angka = 1.6
    kumulatif_kali: Angka = 2.0
    kumulatif_target_paling_kecil: Angka = 5.0
    tertukar_paling_sedikit_baris: Bulat = 5
    tertukar_bagian: Angka = 0.8
    bergeser_paling_sedikit_baris: Bulat = 5
    persen_pecahan_sampai: Angka = 1.0
    melonggar_paling_sedikit_bulan: Banyak = 6
    melonggar_kecenderungan: Angka = 0.6
    melonggar_selisih: Angka = 0.1
    melonggar_paling_sedikit_baris: Banyak = 3
    melonggar_bagian: Angka = 0.2
    terlampaui_bulan: Banyak = 5
    realisasi_kali: Angka = 1.25
    realisasi_paling_sedikit_bulan: Banyak = 3
    sejawat_paling_sedikit: Banyak = 3
    sejawat_kali: Angka = 1.5
    dilepas_paling_sedikit_bulan: Banyak = 3
    bobot_terbanyak: Angka = 50.0
    permintaan_asn: Annotated[int, Field(ge=2)] = 3
    permintaan_bulan: Annotated[int, Field(ge=3)] = 4
    permintaan_kesamaan: Angka = 0.8

    def dicari(self, jenis: str) -> bool:
        """Tell whether a kind, named by its finding's code, is looked for."""
        return bool(getattr(self, jenis.replace("-", "_")))

    @property
    def pecahan_sampai(self) -> float:
        """Return up to which figure a year of percentages is asked about; 0 where it is not."""
        return self.persen_pecahan_sampai if self.target_persen_pecahan else 0.0

    @property
    def bulan_dibaca(self) -> int:
        """Return how many earlier months must be read for the kinds that are looked for."""
        dicari = (
            self.sepuluh_kali_bulan_lalu,
            self.realisasi_sama_bulan_lalu,
            self.angka_kumulatif,
            self.indikator_kembar,
        )
        return self.bulan_lalu if any(dicari) else 0
