"""Each faulty file has one fault, and the error names the file and says the words of the file's first line."""

from pathlib import Path

import pytest
from keluaran_beku import cocokkan

from asn_nilai.acuan.profil.muat_aturan import baca_aturan
from asn_nilai.acuan.rumus.galat_aturan import AturanTidakSahError

RUSAK = sorted(Path(__file__).parent.joinpath("aturan_rusak").glob("*.toml"))
_TANDA = "# harus menyebut: "
_INGGRIS = ("Input should", "valid", "required", "String", "Value error")


def test_ada_paling_sedikit_lima_belas_berkas():
    assert len(RUSAK) >= 15


@pytest.mark.parametrize("berkas", RUSAK, ids=lambda berkas: berkas.stem)
def test_berkas_rusak_disebut_dengan_kata_yang_tepat(berkas):
    teks = berkas.read_text(encoding="utf-8")
    pertama = teks.splitlines()[0]
    assert pertama.startswith(_TANDA)
    with pytest.raises(AturanTidakSahError) as galat:
        baca_aturan(teks, berkas.name)
    pesan = str(galat.value)
    assert pesan.startswith(f"{berkas.name}: ")
    for kata in pertama.removeprefix(_TANDA).split(" | "):
        assert kata in pesan
    if berkas.stem != "bukan-toml":
        assert not [kata for kata in _INGGRIS if kata in pesan]


def test_setiap_pesan_utuh_sampai_huruf_terakhir():
    """The words of the first lines say what matters; the frozen copy is what a jurist reads."""
    pesan = []
    for berkas in RUSAK:
        if berkas.stem == "bukan-toml":
            continue  # Python's own words, another in each version
        with pytest.raises(AturanTidakSahError) as galat:
            baca_aturan(berkas.read_text(encoding="utf-8"), berkas.name)
        pesan.append(f"{galat.value}\n")
    cocokkan("aturan-rusak.txt", "".join(pesan))
