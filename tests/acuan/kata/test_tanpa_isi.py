"""What says nothing is no evidence and no reason, however it is typed."""

import pytest

from asn_nilai.acuan.kata.tanpa_isi import berkata


@pytest.mark.parametrize(
    ("teks", "ada"),
    [
        ("", False), ("-", False), (" — ", False), ("n/a", False), ("N/A.", False), ("Tidak  Ada", False), ("(belum ada)", False), ("- nihil -", False),
        ("BA 3/2026", True), ("tidak ada keluhan", True), ("Belum ada yang lapor", True), ("7", True),
    ],
)  # fmt: skip
def test_kata_yang_tidak_mengatakan_apa_pun(teks, ada):
    assert berkata(teks) is ada
