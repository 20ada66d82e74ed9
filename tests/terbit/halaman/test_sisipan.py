"""What a page carries inside: its style and script as they lie in templates/, and a policy that admits these alone."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.halaman.templat import rakit, sisipan

TEMPLAT = Path(__file__).resolve().parents[3] / "templates"


def isi(*nama: str) -> str:
    baris = (
        teks.strip()
        for berkas in nama
        for teks in (TEMPLAT / berkas).read_text(encoding="utf-8").splitlines()
    )
    return "\n".join(teks for teks in baris if teks)


def sidik(teks: str) -> str:
    return f"'sha256-{b64encode(sha256(teks.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("gaya", "naskah"), [("", ""), ("rekap.css", ""), ("", "rekap.js"), ("rekap.css", "rekap.js")]
)
def test_gaya_dan_naskah_seutuhnya_dan_hanya_itu_yang_boleh(gaya, naskah):
    dipakai = isi("gaya.css", *([gaya] if gaya else []))
    tertulis = isi(naskah) if naskah else ""
    boleh = f"; script-src {sidik(tertulis)}" if naskah else ""
    assert sisipan(gaya, naskah) == {
        "gaya": dipakai,
        "naskah": tertulis,
        "kebijakan": f"default-src 'none'; style-src {sidik(dipakai)}{boleh}; base-uri 'none'; form-action 'none'",
    }


def test_halaman_memuat_gaya_naskah_dan_kebijakannya():
    asal = {"instansi": "Kota <b>", "periode": Bulan(2026, 5).periode, "aturan": muat_aturan("pp-30-2019")}
    halaman = rakit("dasar.html.j2", gaya_tambahan="rekap.css", naskah="rekap.js", **asal)
    for milik in sisipan("rekap.css", "rekap.js").values():
        assert str(milik).replace("'", "&#39;") in halaman or str(milik) in halaman
    assert "Kota &lt;b&gt;" in halaman
