"""The file read: a value that cannot be used is named and stops the run, a key nobody knows becomes a finding."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan.bentuk import TabelPengaturan
from asn_nilai.acuan.pengaturan.tabel import NAMA_PENGATURAN, Pengaturan, PengaturanUnit
from asn_nilai.acuan.temuan import Temuan, temuan

_ISIAN: Mapping[object, str] = {
    bool: "true atau false",
    int: "bilangan bulat",
    float: "angka",
    str: "berupa teks",
    list[date]: "daftar tanggal, misalnya [2026-08-17]",
}
"""What a setting of each kind must be."""


class PengaturanTidakSahError(ValueError):
    """Settings that cannot be used; the message, in Indonesian, names the file, each such key and what it must be."""


def baca_pengaturan(isi: Mapping[str, object]) -> tuple[Pengaturan, tuple[Temuan, ...]]:
    """Return what the file says, and a finding for each key that nobody knows.

    Raises:
        PengaturanTidakSahError: a value is missing, of the wrong kind or out of its bounds.
    """
    dipakai, asing = _pilah(Pengaturan, isi, "")
    try:
        return Pengaturan.model_validate(dipakai), tuple(asing)
    except ValidationError as galat:
        kalimat = dict.fromkeys(
            _tanpa_tahun(isi)
            if "tahun" not in isi and satuan["loc"] == ("tahun",)
            else _kalimat(satuan["loc"])
            for satuan in galat.errors()
        )
        raise PengaturanTidakSahError(f"{NAMA_PENGATURAN}: {' '.join(kalimat)}") from galat


def _kenal(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the settings of a table by their names in the file."""
    return {bagian.alias or nama: bagian for nama, bagian in model.model_fields.items()}


def _tabel(bagian: FieldInfo) -> type[TabelPengaturan] | None:
    jenis = bagian.annotation
    return jenis if isinstance(jenis, type) and issubclass(jenis, TabelPengaturan) else None


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
    mirip = (isi[nama] for isi in (semua[tabel], seluruhnya) for nama in _mirip(kunci.casefold(), isi))
    if dekat := next(mirip, ""):
        petunjuk = f"mungkin maksudnya {dekat}"
    elif tabel:
        petunjuk = f"yang dikenal di [{tabel}]: {', '.join(semua[tabel])}"
    else:
        petunjuk = f"yang dikenal: {', '.join(semua[tabel].values())}"
    sebutan = f"[{tabel}] {kunci}" if tabel else f"[{kunci}]" if isinstance(nilai, Mapping) else kunci
    return temuan("pengaturan-tidak-dikenal", Letak(NAMA_PENGATURAN), kunci=sebutan, petunjuk=petunjuk)


def _mirip(kunci: str, kenal: Iterable[str]) -> Iterator[str]:
    """Yield the names that a key may mean: those of which it is the beginning, then the one most like it."""
    kenal = list(kenal)
    yield from (nama for nama in kenal if kunci and nama.startswith(kunci))
    yield from get_close_matches(kunci, kenal, 1)


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


def _tanpa_tahun(isi: Mapping[str, object]) -> str:
    """Return what is said where no year stands; perhaps it does in other letters, or within a table."""
    tertulis = next((kunci for kunci in isi if kunci.casefold() == "tahun"), "")
    if tertulis:
        return f"'{tertulis}' ditulis dengan huruf kecil: tahun = {isi[tertulis]}."
    if tabel := next(
        (nama for nama, milik in isi.items() if isinstance(milik, Mapping) and "tahun" in milik), ""
    ):
        return f"'tahun' tertulis di bawah [{tabel}], padahal harus di atas semua tanda [ ]. Pindahkan baris itu ke atas."
    return "'tahun' belum ditulis. Tambahkan satu baris paling atas, misalnya tahun = 2026."


def _kalimat(letak: tuple[int | str, ...]) -> str:
    """Return what the setting at a place must be."""
    if letak == ("tahun",):
        return "'tahun' harus berupa angka tahun tanpa tanda kutip, misalnya tahun = 2026."
    bagian = _kenal(Pengaturan)[str(letak[0])]
    if isi_peta := _isi_peta(bagian):
        nama = f"[{letak[0]}.{letak[1] if len(letak) > 1 else 'KODE'}]"
        return f"{nama} harus berisi {isi_peta.berisi}."
    tabel, sebutan = _tabel(bagian), f"'{letak[0]}'"
    if tabel and len(letak) == 1:
        return f"[{letak[0]}] harus berisi {tabel.berisi}."
    if tabel:
        bagian, sebutan = _kenal(tabel)[str(letak[1])], f"[{letak[0]}] {letak[1]}"
    if bagian.annotation not in _ISIAN and (pilihan := get_args(bagian.annotation)):
        return f"{sebutan} harus " + " atau ".join(f'"{kata}"' for kata in pilihan) + "."
    terkecil = next((f" mulai dari {batas.ge}" for batas in bagian.metadata if hasattr(batas, "ge")), "")
    terbesar = next((f" sampai {batas.le}" for batas in bagian.metadata if hasattr(batas, "le")), "")
    return f"{sebutan} harus {_ISIAN[bagian.annotation]}{terkecil}{terbesar}."
