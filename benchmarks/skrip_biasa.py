"""The plain script: what an office programmer writes in an afternoon with pandas.read_excel and openpyxl.

    python benchmarks/skrip_biasa.py RUANG PERIODE TUJUAN

One file after the other; columns are computed at once, as pandas is meant to be used; styles are made once and given
to each cell, as openpyxl is meant to be used. It knows the forms' layout and trusts what stands in them: no check, no
trace of cells, no live formulas, no sheets but Nilai and Rincian, no page, no CSV. So it does less than `hitung`.
"""

import argparse
from pathlib import Path

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ASPEK = ["Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"]
ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
PREDIKAT = {
    (ATAS, ATAS): "Sangat Baik",
    (ATAS, SESUAI): "Baik",
    (ATAS, BAWAH): "Kurang",
    (SESUAI, ATAS): "Baik",
    (SESUAI, SESUAI): "Baik",
    (SESUAI, BAWAH): "Kurang",
    (BAWAH, ATAS): "Butuh Perbaikan",
    (BAWAH, SESUAI): "Butuh Perbaikan",
    (BAWAH, BAWAH): "Sangat Kurang",
}
KOLOM_NILAI = {
    "No": 5, "NIP": 20.5, "Nama": 27, "Jabatan": 26, "Jumlah Indikator": 10, "Nilai Hasil Kerja": 10.5,
    "Rating Hasil Kerja": 20, "Rating Perilaku": 20, "Predikat": 18, "Status": 15,
}  # fmt: skip
KOLOM_RINCIAN = {
    "No": 5, "NIP": 20.5, "Nama": 18, "Kode Indikator": 11, "Indikator": 29, "Satuan": 10.5, "Polaritas": 11,
    "Agregasi": 11.5, "Bobot": 8, "Target": 12, "Realisasi": 12, "Nilai Terburuk": 10, "Capaian (%)": 10,
    "Nilai Tertimbang": 11.5,
}  # fmt: skip
GARIS = Border(*[Side(style="thin", color="AEB8C1")] * 4)
HURUF, TEBAL, JUDUL = (
    Font(name="Arial", size=10),
    Font(name="Arial", size=10, bold=True),
    Font(name="Arial", size=15, bold=True),
)
HURUF_KEPALA, LATAR_KEPALA = (
    Font(name="Arial", size=10, bold=True, color="FFFFFF"),
    PatternFill("solid", fgColor="1F4B5C"),
)
TENGAH = Alignment(horizontal="center", vertical="center", wrap_text=True)
KIRI, KANAN = Alignment(vertical="center", wrap_text=True), Alignment(horizontal="right", vertical="center")


def hitung_rincian(
    target: pd.DataFrame, capaian: pd.DataFrame, indikator: pd.DataFrame, bulan: str
) -> pd.DataFrame:
    """Return one row per ASN and indicator with its capaian and weighted share."""
    kiri = target[["NIP", "Nama", "Kode Indikator", "Indikator", "Satuan", "Bobot", bulan]].rename(
        columns={bulan: "Target"}
    )
    df = kiri.merge(capaian[["NIP", "Kode Indikator", "Realisasi"]], on=["NIP", "Kode Indikator"])
    df = df.merge(
        indikator[["Kode Indikator", "Polaritas", "Agregasi", "Nilai Terburuk"]], on="Kode Indikator"
    )
    persen = df["Realisasi"] / df["Target"] * 100
    df["Capaian (%)"] = persen
    minimal, stabil = df["Polaritas"] == "Minimal", df["Polaritas"] == "Stabil"
    df.loc[minimal, "Capaian (%)"] = 200 - persen
    x = persen.where(df["Realisasi"] <= df["Target"], 200 - persen)
    df.loc[stabil, "Capaian (%)"] = (x / 90 * 100).where(x <= 90, 100 + (x - 90) * 2)
    df["Capaian (%)"] = df["Capaian (%)"].clip(0, 120)
    df["Nilai Tertimbang"] = df["Bobot"] * df["Capaian (%)"] / df.groupby("NIP")["Bobot"].transform("sum")
    df.insert(0, "No", range(1, len(df) + 1))
    return df


def hitung_nilai(rincian: pd.DataFrame, perilaku: pd.DataFrame, pegawai: pd.DataFrame) -> pd.DataFrame:
    """Return one row per ASN with score, ratings and predikat."""
    jumlah = rincian.groupby("NIP", as_index=False).agg(
        **{"Jumlah Indikator": ("Bobot", "size"), "Nilai Hasil Kerja": ("Nilai Tertimbang", "sum")}
    )
    df = pegawai[["NIP", "Nama", "Jabatan"]].merge(jumlah, on="NIP", how="left")
    df["Nilai Hasil Kerja"] = df["Nilai Hasil Kerja"].round(2)
    batas = [float("-inf"), 90, 100, float("inf")]
    df["Rating Hasil Kerja"] = pd.cut(
        df["Nilai Hasil Kerja"] - 1e-9, batas, labels=[BAWAH, SESUAI, ATAS]
    ).astype(str)
    df.loc[df["Nilai Hasil Kerja"] == 90, "Rating Hasil Kerja"] = SESUAI
    skor = perilaku[ASPEK].replace({BAWAH: 1, SESUAI: 2, ATAS: 3}).astype(float).mean(axis=1)
    rating = pd.cut(skor, [0, 1.5, 2.5, 4], right=False, labels=[BAWAH, SESUAI, ATAS]).astype(str)
    df = df.merge(pd.DataFrame({"NIP": perilaku["NIP"], "Rating Perilaku": rating}), on="NIP", how="left")
    pasangan = zip(df["Rating Hasil Kerja"], df["Rating Perilaku"], strict=True)
    df["Predikat"] = [PREDIKAT.get(p, "Belum Dinilai") for p in pasangan]
    df["Status"] = df["Predikat"].where(df["Predikat"] == "Belum Dinilai", "Dinilai")
    df.insert(0, "No", range(1, len(df) + 1))
    return df


def tulis_lembar(
    ws: Worksheet, judul: str, unit: str, periode: str, df: pd.DataFrame, kolom: dict[str, float]
) -> None:
    """Write a title block and a formatted table."""
    ws["A1"], ws["A2"], ws["A3"] = judul, f"Unit Kerja: {unit}", f"Periode: {periode}"
    ws["A1"].font = JUDUL
    for nomor, (nama, lebar) in enumerate(kolom.items(), 1):
        sel = ws.cell(5, nomor, nama)
        sel.font, sel.fill, sel.border, sel.alignment = HURUF_KEPALA, LATAR_KEPALA, GARIS, TENGAH
        ws.column_dimensions[get_column_letter(nomor)].width = lebar
    for baris, isi in enumerate(df[list(kolom)].itertuples(index=False), 6):
        for nomor, nilai in enumerate(isi, 1):
            sel = ws.cell(baris, nomor, None if pd.isna(nilai) else nilai)
            sel.font, sel.border, sel.alignment = HURUF, GARIS, KIRI
            if isinstance(nilai, int | float):
                sel.alignment = KANAN
                sel.number_format = "#,##0.00" if isinstance(nilai, float) else "#,##0"
    ws.freeze_panes = "D6"
    ws.auto_filter.ref = f"A5:{get_column_letter(len(kolom))}{5 + len(df)}"


def tulis_buku(berkas: Path, unit: str, periode: str, nilai: pd.DataFrame, rincian: pd.DataFrame) -> None:
    """Write a unit's workbook with the sheets Nilai and Rincian."""
    buku = Workbook()
    ws = buku.active
    ws.title = "Nilai"
    tulis_lembar(ws, "Daftar Nilai Kinerja ASN", unit, periode, nilai, KOLOM_NILAI)
    for baris in ws.iter_rows(min_row=6, min_col=9, max_col=9):
        baris[0].font = TEBAL
    tulis_lembar(
        buku.create_sheet("Rincian"), "Rincian Nilai Hasil Kerja", unit, periode, rincian, KOLOM_RINCIAN
    )
    berkas.parent.mkdir(parents=True, exist_ok=True)
    buku.save(berkas)


def main() -> None:
    """Score a whole city, unit by unit."""
    pilihan = argparse.ArgumentParser(description="Skrip biasa: pandas.read_excel dan openpyxl.")
    for nama in ("ruang", "periode", "tujuan"):
        pilihan.add_argument(nama, type=str if nama == "periode" else Path)
    argumen = pilihan.parse_args()
    ruang, periode = argumen.ruang, argumen.periode
    skema = pd.read_excel(
        ruang / "skema.xlsx",
        sheet_name=["Unit", "Pegawai", "Indikator"],
        header=3,
        engine="openpyxl",
        dtype={"NIP": str, "NIP Kepala": str},
    )
    bulan = BULAN[int(periode[-2:]) - 1]
    for unit in skema["Unit"].to_dict("records"):
        kode = unit["Kode Unit"]
        target = pd.read_excel(
            ruang / "target" / f"{kode}.xlsx", header=7, engine="openpyxl", dtype={"NIP": str}
        )
        isian = pd.read_excel(
            ruang / "capaian" / periode / f"{kode}.xlsx",
            sheet_name=["Capaian", "Perilaku"],
            header=7,
            engine="openpyxl",
            dtype={"NIP": str},
        )
        pegawai = skema["Pegawai"][skema["Pegawai"]["Kode Unit"] == kode]
        rincian = hitung_rincian(target, isian["Capaian"], skema["Indikator"], bulan)
        nilai = hitung_nilai(rincian, isian["Perilaku"], pegawai)
        tulis_buku(argumen.tujuan / kode / "nilai.xlsx", unit["Unit Kerja"], periode, nilai, rincian)
    print(f"{len(skema['Unit'])} unit")


if __name__ == "__main__":
    main()
