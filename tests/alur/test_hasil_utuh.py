"""Whether a period's results may be signed: by the work folder's rule, or locked."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.terbitan import hasil_utuh


@pytest.mark.parametrize(
    ("sidik", "versi", "ditolak"), [("lain", None, True), ("lain", "v1", False), ("sini", None, False)]
)
def test_yang_hanya_dicoba_tidak_ditandatangani_dan_yang_terkunci_tetap(monkeypatch, sidik, versi, ditolak):
    monkeypatch.setattr(hasil_utuh, "catatan_hasil", lambda *_: SimpleNamespace(sha256_aturan=sidik))
    monkeypatch.setattr(hasil_utuh, "versi_hasil", lambda _: versi)
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(diketik=Path("kota")),
        periode=Periode.dari_teks("2026-05"),
        aturan=SimpleNamespace(sha256="sini"),
    )
    if ditolak:
        with pytest.raises(
            PenggunaanError,
            match=r"Hasil Mei 2026 .*Jalankan dahulu: asn-nilai hitung kota --periode 2026-05",
        ):
            hasil_utuh.periksa_seaturan(konteks)
    else:
        hasil_utuh.periksa_seaturan(konteks)


def test_yang_dipegang_program_lain_bukan_yang_diubah(monkeypatch):
    """Neither has a hash that is the recorded one; the first nobody has changed."""
    konteks = SimpleNamespace(ruang=SimpleNamespace(folder_hasil=lambda _: Path("hasil")), periode=None)
    manifes = SimpleNamespace(program=hasil_utuh.PROGRAM, keluaran={})
    monkeypatch.setattr(hasil_utuh, "baca_tersimpan", lambda _: b"lain")
    assert hasil_utuh.hasil_diubah(konteks, manifes, lambda _: "") == hasil_utuh.DIUBAH

    def dipegang(berkas):
        raise PenggunaanError(f"{berkas.name} dipegang")

    monkeypatch.setattr(hasil_utuh, "baca_tersimpan", dipegang)
    with pytest.raises(PenggunaanError, match="dipegang"):
        hasil_utuh.hasil_diubah(konteks, manifes, lambda _: "")
    manifes.program = "asn-nilai 0.1"  # it did not write all of them yet
    assert hasil_utuh.hasil_diubah(konteks, manifes, lambda _: "") == hasil_utuh.VERSI_LAIN
