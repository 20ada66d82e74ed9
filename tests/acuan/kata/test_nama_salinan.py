"""A copy of a file is known by its name; what merely begins alike is none."""

import pytest

from asn_nilai.acuan.kata.nama_salinan import bernama_salinan


@pytest.mark.parametrize(
    "nama",
    [
        "skema-LAPTOP",
        "skema (1)",
        "skema - Copy",
        "SKEMA_2",
        "skema.sync-conflict-20260501-101500-ABCDEFG",
        "skema (LAPTOP's conflicted copy 2026-05-01)",
        "Copy of skema",
        "Salinan skema",
    ],
)
def test_salinan(nama):
    assert bernama_salinan(nama, "skema")


@pytest.mark.parametrize("nama", ["skema", "Skema", "skemata", "skema2", "subskema", "unit", ""])
def test_bukan_salinan(nama):
    assert not bernama_salinan(nama, "skema")
