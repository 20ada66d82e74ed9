"""Re-saves a workbook with LibreOffice, because offices do: what it writes differs from what XlsxWriter writes."""

import shutil
import subprocess
import tempfile
from pathlib import Path

_SARINGAN = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "ods": "ods:calc8", "xls": "xls:MS Excel 97"}


def program() -> str | None:
    """Give the path of LibreOffice, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def simpan_ulang(sumber: Path, tujuan: Path) -> None:
    """Save `sumber` as `tujuan`, in the format of its ending, with a profile of its own."""
    perintah = program()
    if perintah is None:
        pesan = "LibreOffice tidak terpasang"
        raise RuntimeError(pesan)
    with tempfile.TemporaryDirectory() as sementara:
        keluar = Path(sementara) / "keluar"
        profil = (Path(sementara) / "profil").as_uri()
        subprocess.run(
            [
                perintah, "--headless", f"-env:UserInstallation={profil}", "--convert-to",
                _SARINGAN[tujuan.suffix[1:]], "--outdir", str(keluar), str(sumber),
            ],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(keluar / f"{sumber.stem}{tujuan.suffix}", tujuan)
