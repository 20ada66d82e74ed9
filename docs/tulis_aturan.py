"""Write docs/aturan/*.md from the rule profiles: `python docs/tulis_aturan.py`. A test holds them together."""

from pathlib import Path

from asn_nilai.acuan.profil.aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.profil.naskah_aturan import naskah_aturan

FOLDER = Path(__file__).parent / "aturan"


def main() -> None:
    """Write one page per profile."""
    FOLDER.mkdir(exist_ok=True)
    for kode in profil_bawaan():
        FOLDER.joinpath(f"{kode}.md").write_text(naskah_aturan(muat_aturan(kode)), encoding="utf-8")


if __name__ == "__main__":
    main()
