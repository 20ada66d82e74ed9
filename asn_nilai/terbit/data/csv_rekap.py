"""The recap as data: rekap_unit.csv, rekap_bulan.csv and rekap_indikator.csv, in the manner of nilai.csv."""

from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.terbit.data.csv_hasil import BarisCsv, teks_csv
from asn_nilai.terbit.data.sel_csv import sel_csv

KOLOM_BULAN = ("bulan", "kode_unit", "rata_rata_nhk", "dinilai", "jumlah_asn", "setoran", "usang")
KOLOM_INDIKATOR = (
    "periode", "kode_indikator", "indikator", "satuan", "polaritas", "jumlah_asn", "belum_capai_target",
    "di_bawah_harapan", "rata_rata_capaian", "skala", "pembilang", "penyebut",
)  # fmt: skip


def csv_rekap(rekap: Rekap) -> dict[str, str]:
    """Return the CSV files of a recap: name → text.

    Means are printed ones; a blank stands where there is none, never a zero. `usang` is `ya` where a result is older than
    its inputs.
    """
    return {
        "rekap_unit.csv": _unit(rekap),
        "rekap_bulan.csv": teks_csv(KOLOM_BULAN, _bulan(rekap)),
        "rekap_indikator.csv": teks_csv(KOLOM_INDIKATOR, _indikator(rekap)),
    }


def kolom_unit(rekap: Rekap) -> tuple[str, ...]:
    """Return the columns of rekap_unit.csv: one for each predikat of the aturan, named as it is.

    Units stand by rank, those without one last; `keterangan` says why a mean is not to be trusted like that of others.
    """
    return (
        "periode", "peringkat", "peringkat_jenis", "setara_dari", "setara_sampai", "kode_unit", "unit_kerja", "jenis_unit",
        "jumlah_asn", "dinilai", "sementara", "rata_rata_nhk", "akhir_terendah", "akhir_tertinggi",
        "keterangan", *rekap.aturan.predikat.urutan, "setoran", "bulan_belum_setor", "usang",
    )  # fmt: skip


def _unit(rekap: Rekap) -> str:
    baris = [
        _isi(
            rekap.periode.kode, u.peringkat or "", u.kedudukan.peringkat_jenis or "", *(u.kedudukan.setara or ("", "")),
            u.ringkas.kode, u.ringkas.nama, u.ringkas.jenis, u.ringkas.jumlah_asn, u.ringkas.dinilai,
            u.ringkas.sementara, u.rata_rata, *(u.kedudukan.akhir or ("", "")), u.tanda,
            *(u.ringkas.predikat.get(p, 0) for p in rekap.aturan.predikat.urutan),
            u.ringkas.status, u.belum_setor, _ya(u.usang),
        )
        for u in rekap.menurut_peringkat
    ]  # fmt: skip
    return teks_csv(kolom_unit(rekap), baris)


def _bulan(rekap: Rekap) -> list[BarisCsv]:
    return [
        _isi(b.bulan.kode, u.ringkas.kode, t.rata_rata, t.dinilai, t.jumlah_asn, t.status, _ya(t.usang))
        for nomor, b in enumerate(rekap.bulan)
        if not b.sebab
        for u in rekap.unit
        for t in (u.bulan[nomor],)
    ]


def _indikator(rekap: Rekap) -> list[BarisCsv]:
    kode = rekap.periode.kode
    return [
        _isi(
            kode,
            i.kode,
            i.nama,
            i.satuan,
            i.polaritas,
            i.jumlah_asn,
            i.belum_target,
            i.di_bawah,
            i.rata_rata,
            i.skala,
            i.pembilang,
            i.penyebut,
        )
        for i in rekap.indikator
    ]


def _ya(benar: bool) -> str:  # noqa: FBT001 - a word for a truth value
    return "ya" if benar else ""


def _isi(*nilai: object) -> BarisCsv:
    return [sel_csv(isi) for isi in nilai]
