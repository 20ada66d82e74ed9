"""rekap_akar.json: how far each city's register went when a recap under the root was written, for the recap after it to hold against.

A whole work folder restored from an old copy is right in itself; only who saw it before can tell that its figures went back.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from asn_nilai.acuan.hasil.ringkas_kota import JejakKota, RekapAkar

CATATAN_AKAR = "rekap_akar.json"


def teks_catatan_akar(rekap: RekapAkar, lalu: Mapping[str, JejakKota]) -> str:
    """Return rekap_akar.json; a city that could not be looked at, or is gone, keeps what the recap before it knew."""
    jejak = {**lalu, **{kota.folder: kota.jejak for kota in rekap.kota if kota.jejak is not None}}
    isi = {folder: ini._asdict() for folder, ini in sorted(jejak.items())}
    return json.dumps({"kota": isi}, ensure_ascii=False, indent=1) + "\n"


def baca_catatan_akar(berkas: Path) -> dict[str, JejakKota]:
    """Return what an earlier recap knew, by folder; nothing where it is not there or no longer one."""
    try:
        kota = json.loads(berkas.read_text(encoding="utf-8"))["kota"].items()
        return {
            folder: JejakKota(int(ini["baris"]), str(ini["sidik"]), int(ini["versi"])) for folder, ini in kota
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}
