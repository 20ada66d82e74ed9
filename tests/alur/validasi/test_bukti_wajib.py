"""`[bukti] wajib` from the settings to the finding, and to what must be computed again."""

from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.masukan.masukan_unit import MasukanUnit
from asn_nilai.alur.siapkan import siapkan

JUNI = "2026-06"


def atur(kota, wajib):
    berkas = kota / "asn-nilai.toml"
    semula = berkas.read_text(encoding="utf-8").partition("\n[bukti]")[0]
    berkas.write_text(f'{semula}\n[bukti]\nwajib = "{wajib}"\n', encoding="utf-8")
    return siapkan(kota, JUNI)


def test_bukti_wajib_sebagai_galat_menahan_asn_nya_dan_membuat_hasil_usang(kota):
    sidik, tingkat = {}, {}
    for wajib in ("peringatan", "galat"):
        konteks = atur(kota, wajib)
        semua = pemeriksaan.periksa(konteks, pemeriksaan.susun(konteks, "PKM-TB"))
        tingkat[wajib] = [
            (satu.letak.sel, str(satu.tingkat)) for satu in semua if satu.kode == "bukti-kosong"
        ]
        sidik[wajib] = MasukanUnit(konteks)._pengaturan
    assert tingkat == {"peringatan": [("I22", "peringatan")], "galat": [("I22", "galat")]}
    assert sidik["peringatan"] != sidik["galat"]
