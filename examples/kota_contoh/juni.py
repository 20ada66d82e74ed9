"""June as months really come in: which files are missing, which are odd but readable, and which are wrong where.

All of it is data. `UBAHAN_TERBACA` are oddities that must be read right without a finding; each line of
`KESALAHAN_JUNI` is one finding that the validation has to give at that cell.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from .daftar import nip_menurut_urut
from .lembar import Baris, Isi, Sel, Tata
from .rencana import ASPEK_PERILAKU

BULAN_JUNI = 6
BELUM_SETOR = ("DPMPTSP",)
# These files are saved by LibreOffice, in the format of their ending.
LEWAT_LIBREOFFICE = {"PKM-MDG": "xlsx", "KEL-TD": "ods", "KEL-PPK": "xls"}
# How a unit types its numbers: see `_DIALEK`.
DIALEK_UNIT = {"DINKES": "teks", "PKM-MDG": "persen", "KEL-TD": "persen", "KEL-PPK": "koma"}
NIP_BERSPASI = {"KEL-PPK"}

TATA_JUNI: Mapping[str, Mapping[str, Tata]] = {
    "DINKES": {
        "Capaian": Tata(
            baris_kepala=11, kolom_awal=2, kolom_identitas=3, nomor_kolom=True, kata_penutup="Jumlah",
            urutan=(
                "No", "Nama", "NIP", "Kode Indikator", "Indikator", "Target", "Satuan", "Realisasi",
                "Keterangan", "Bukti Dukung", "Penyebut", "Pembilang",
            ),
            label={
                "NIP": "NIP / NI PPPK", "Nama": "NAMA ASN", "Kode Indikator": "Kode\nIndikator",
                "Indikator": "Indikator  Kinerja", "Realisasi": "REALISASI", "Keterangan": "Ket.",
            },
            sembunyi_kolom=("Keterangan",), sembunyi_baris=(12,),
        ),
    },
    "PKM-TB": {"Capaian": Tata(baris_kosong_bergaris=200)},
    "PKM-MDG": {
        "Capaian": Tata(kolom_awal=1, kolom_identitas=2, gabung_identitas=True, baris_antara=True, kata_penutup="Total"),
    },
    "KEL-TD": {"Capaian": Tata(baris_kepala=13, nomor_kolom=True, label={"NIP": "N I P", "Nama": "Nama Pegawai"})},
    "KEL-PPK": {
        "Capaian": Tata(
            baris_antara=True,
            urutan=(
                "No", "Kode Indikator", "Indikator", "NIP", "Nama", "Satuan", "Target", "Realisasi",
                "Bukti Dukung", "Keterangan",
            ),
        ),
    },
    "DISKOMINFO": {"Capaian": Tata(sembunyi_baris=(5,), baris_kosong_bergaris=40)},
}  # fmt: skip


class Ubahan(NamedTuple):
    """One change to a row: what is put where, and the finding it must give (blank: none)."""

    unit: str
    lembar: str
    urut: int
    indikator: str
    kolom: str
    ganti: Mapping[str, Isi]
    kode: str = ""
    keterangan: str = ""
    baris_baru: bool = False


def _isi(unit: str, urut: int, indikator: str, kolom: str, isi: Isi, *temuan: str) -> Ubahan:
    """Put one value into a Capaian cell; `temuan` is the code to be found and why, or nothing."""
    kode, keterangan = temuan or ("", "")
    return Ubahan(unit, "Capaian", urut, indikator, kolom, {kolom: isi}, kode, keterangan)


def _baris(
    unit: str, urut: int, indikator: str, kolom: str, ganti: Mapping[str, Isi], *temuan: str
) -> Ubahan:
    """Add a copy of a Capaian row, changed, below the rows of the same ASN."""
    kode, keterangan = temuan
    return Ubahan(unit, "Capaian", urut, indikator, kolom, ganti, kode, keterangan, baris_baru=True)


def _lembar(unit: str, kode: str, keterangan: str) -> Ubahan:
    """Expect a finding about the Capaian sheet as a whole."""
    return Ubahan(unit, "Capaian", 0, "", "", {}, kode, keterangan)


def _nip_bilangan(urut: int) -> Sel:
    """Store a NIP as Excel does when it is typed as a number: fifteen digits are left."""
    return Sel(int(nip_menurut_urut()[urut][:15]) * 1000, "0")


UBAHAN_TERBACA: tuple[Ubahan, ...] = (
    _isi("DINKES", 919, "KES-01", "Realisasi", "93.8"),
    _isi("KEL-TD", 950, "UMM-04", "Realisasi", Sel(0, '#,##0;-#,##0;"-"')),
    _isi("DISKOMINFO", 970, "INF-04", "Realisasi", Sel(4.2, "0.0#", "=(3.9+4.5)/2")),
)

_LESAP = "NIP tersimpan sebagai bilangan; tiga angka terakhir hilang"
KESALAHAN_JUNI: tuple[Ubahan, ...] = (
    Ubahan("DPMPTSP", "", 0, "", "", {}, "berkas-hilang", "Unit belum menyetor berkas bulan Juni"),
    _lembar("DINKES", "kolom-tersembunyi", "Kolom keterangan tersembunyi"),
    _lembar("DINKES", "baris-tersembunyi", "Satu baris ASN tersembunyi"),
    _isi("DINKES", 920, "UMM-08", "Realisasi", "1.205", "angka-meragukan", "Teks 1.205 dibaca 1205"),
    _isi("PKM-TB", 927, "KES-04", "Realisasi", None, "realisasi-kosong", "Realisasi tidak diisi"),
    _isi("PKM-TB", 928, "KES-01", "Bukti Dukung", None, "bukti-kosong", "Bukti wajib tidak diisi"),
    _isi("PKM-TB", 929, "KES-04", "Satuan", "orang", "satuan-berbeda", "Satuan orang, di skema kunjungan"),
    _isi("PKM-TB", 930, "KES-03", "Target", Sel(45, "0.0#"), "target-berubah", "Target 45, di buku target 40"),
    _baris("PKM-TB", 931, "KES-03", "Kode Indikator", {}, "baris-ganda", "Baris ASN dan indikator yang sama dua kali"),
    _baris(
        "PKM-TB", 935, "UMM-03", "NIP", {"NIP": Sel("199403122020121999", "@"), "Nama": "Baruwardi Simabur, S.AP."},
        "nip-tidak-dikenal", "NIP tidak ada di daftar pegawai",
    ),
    _isi(
        "PKM-TB", 936, "KES-04", "Nama", "Putrilestari Pitopang, S.Kep., Ns.",
        "nama-berbeda", "Nama tertulis lain daripada di skema",
    ),
    Ubahan(
        "PKM-TB", "Perilaku", 933, "", "Rating Perilaku", dict.fromkeys((*ASPEK_PERILAKU, "Rating Perilaku")),
        "perilaku-kosong", "Tidak satu pun rating perilaku diisi",
    ),
    _isi("PKM-MDG", 942, "KES-04", "Realisasi", Sel("#DIV/0!", "#,##0", "=41/0"), "sel-galat", "Rumus membagi dengan nol"),
    _isi("PKM-MDG", 947, "UMM-08", "Realisasi", "1.446", "angka-meragukan", "Teks 1.446 dibaca 1446"),
    _isi("KEL-TD", 949, "UMM-05", "Realisasi", "≤ 3 hari", "angka-meragukan", "Tanda perbandingan diabaikan, dibaca 3"),
    _isi("KEL-TD", 952, "KEL-01", "Realisasi", "-", "realisasi-kosong", "Hanya tanda hubung"),
    _baris(
        "KEL-TD", 953, "KEL-02", "NIP",
        {"NIP": Sel(nip_menurut_urut()[954], "@"), "Nama": "Arifmuldani Piliang, A.Md.Kom."},
        "nip-unit-lain", "ASN ini pindah ke DISKOMINFO sejak Maret",
    ),
    _isi("KEL-PPK", 957, "KEL-02", "Realisasi", "80–90", "angka-tidak-sah", "Rentang, bukan satu angka"),
    _isi("KEL-PPK", 961, "KEL-02", "NIP", _nip_bilangan(961), "nip-presisi-hilang", _LESAP),
    _isi("KEL-PPK", 961, "KEL-01", "NIP", _nip_bilangan(961), "nip-presisi-hilang", _LESAP),
    _isi("KEL-PPK", 961, "UMM-08", "NIP", _nip_bilangan(961), "nip-presisi-hilang", _LESAP),
    _lembar("DISKOMINFO", "baris-tersembunyi", "Satu baris ASN tersembunyi"),
    _isi(
        "DISKOMINFO", 963, "UMM-05", "Realisasi", Sel("", "0.0#", "=(3+3.4)/2"),
        "rumus-tanpa-nilai", "Rumus tanpa hasil tersimpan",
    ),
    _isi("DISKOMINFO", 966, "INF-02", "Realisasi", Sel(Decimal("104.2"), "0.0#"), "di-luar-batas", "Lebih dari batas atas 100"),
    _isi("DISKOMINFO", 967, "INF-03", "Realisasi", Sel(Decimal("28.5"), "0.0#"), "bukan-bulat", "Pecahan pada indikator bulat"),
    _isi("DISKOMINFO", 968, "UMM-03", "Realisasi", "belum ada", "realisasi-kosong", "Teks 'belum ada'"),
    _isi("DISKOMINFO", 969, "INF-02", "Realisasi", Sel(Decimal("0.93"), "0.0#"), "persen-meragukan", "0,93 di samping target 95"),
    _baris(
        "DISKOMINFO", 970, "UMM-02", "Kode Indikator", {"Kode Indikator": "UMM-99", "Indikator": "Tugas tambahan"},
        "indikator-tidak-dikenal", "Kode indikator tidak ada di skema",
    ),
    Ubahan(
        "DISKOMINFO", "Perilaku", 971, "", "Adaptif", {"Adaptif": "Baik Sekali"},
        "perilaku-tidak-sah", "Bukan rating yang dikenal",
    ),
)  # fmt: skip


def _ribuan(nilai: Decimal) -> str:
    """Write a number as Indonesians do: 1.250.000 and 95,5."""
    return f"{nilai:,}".translate(str.maketrans(",.", ".,"))


def _teks(sel: Sel, satuan: str, nomor: int) -> Isi:
    """Type a number as text in one of the ways seen in offices; ambiguous ones are left alone."""
    nilai = Decimal(str(sel.nilai))
    if satuan == "rupiah":
        return f"Rp {_ribuan(nilai)}"
    if nilai >= 1000:
        return sel
    if satuan == "persen":
        cara: tuple[Isi, ...] = (
            _ribuan(nilai),
            f"{_ribuan(nilai)}%",
            _persen(sel, satuan, nomor),
            f"{_ribuan(nilai)} persen",
        )
    else:
        cara = (f"{_ribuan(nilai)} {satuan}", _ribuan(nilai), f"\u00a0{_ribuan(nilai)} ", sel)
    return cara[nomor % len(cara)]


def _persen(sel: Sel, satuan: str, _nomor: int) -> Isi:
    """Store a percentage as a fraction that a percent format shows."""
    return Sel(Decimal(str(sel.nilai)) / 100, "0.0%") if satuan == "persen" else sel


def _koma(sel: Sel, _satuan: str, _nomor: int) -> Isi:
    """Type a fraction as text with a decimal comma."""
    nilai = Decimal(str(sel.nilai))
    return _ribuan(nilai) if nilai % 1 else sel


_DIALEK = {"teks": _teks, "persen": _persen, "koma": _koma}


def _berspasi(nip: str) -> str:
    """Write a NIP with its blanks: 19860926 201505 1 001."""
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def logatkan(unit: str, baris: list[Baris]) -> None:
    """Let a unit type its numbers and NIP its own way; the meaning stays."""
    dialek = _DIALEK.get(DIALEK_UNIT.get(unit, ""))
    for nomor, b in enumerate(baris):
        sel, satuan, nip = b.get("Realisasi"), b.get("Satuan"), b["NIP"]
        if dialek and isinstance(sel, Sel) and isinstance(satuan, str):
            b["Realisasi"] = dialek(sel, satuan, nomor)
        if unit in NIP_BERSPASI and isinstance(nip, Sel):
            b["NIP"] = Sel(_berspasi(str(nip.nilai)), "@")


def terapkan(unit: str, lembar: str, baris: list[Baris]) -> list[tuple[Ubahan, Baris]]:
    """Make the unit's changes in its rows and give each change with the row it concerns."""
    asal = {
        (str(b["NIP"].nilai)[-3:], b.get("Kode Indikator", "")): b for b in baris if isinstance(b["NIP"], Sel)
    }
    hasil = []
    for u in (
        u for u in (*UBAHAN_TERBACA, *KESALAHAN_JUNI) if (u.unit, u.lembar) == (unit, lembar) and u.urut
    ):
        b = asal[str(u.urut), u.indikator]
        if u.baris_baru:
            akhir = max(i for i, x in enumerate(baris) if x["NIP"] == b["NIP"])
            b = {**b}
            baris.insert(akhir + 1, b)
        b.update(u.ganti)
        hasil.append((u, b))
    for nomor, b in enumerate(baris, start=1):
        b["No"] = nomor
    return hasil
