"""The same workbook by XlsxWriter's own classes: what ours must equal, part by part and byte by byte."""

import io
import zipfile

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


def isi_paket(isi: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook, in their order."""
    with zipfile.ZipFile(io.BytesIO(isi)) as paket:
        return {nama: paket.read(nama) for nama in paket.namelist()}


def sama_dengan_xlsxwriter(monkeypatch, tulis) -> bool:
    """Tell whether `tulis`, which returns a workbook's bytes, gives the same parts with XlsxWriter's own classes."""
    cepat = isi_paket(tulis())
    with monkeypatch.context() as polos:
        polos.setattr("asn_nilai.terbit.buku.wadah.BukuCepat", Workbook)
        polos.setattr("asn_nilai.terbit.buku.gaya.LembarCepat", Worksheet)
        biasa = isi_paket(tulis())
    assert list(cepat) == list(biasa)
    berbeda = [nama for nama, isi in biasa.items() if cepat[nama] != isi]
    assert not berbeda
    return len(cepat) > 5
