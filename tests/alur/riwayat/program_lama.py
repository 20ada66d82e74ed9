"""Registers, locks and results as an earlier version of the program would have left them, or a later one, written by hand."""

import hashlib
import json
import zipfile
from pathlib import Path

LAMA, BARU = "asn-nilai 0.0.9", "asn-nilai 97.1"
ATURAN_LAMA = "0" * 64
"""SHA-256 of its rule's text: wording that came with it."""
PINDAH = "199503072021012924"
"""Who stands in the book of DINKES, and is not placed there in May."""
BOBOT_LAMA = (
    f'"bobot","{PINDAH}","KES-01","","30","target/DINKES.xlsx › Target › G49"\n'
    f'"bobot","{PINDAH}","KES-02","","35","target/DINKES.xlsx › Target › G50"\n'
)
"""It kept all of a book of targets, also of who has no say in the month."""
MENILAI_DIRI = '"","Menilai diri sendiri",'
"""Nor whose rating was his own."""
BELUM_DICATAT = (
    '"indikator","","KES-02","Lingkup"',
    '"indikator","","KES-04","Lingkup"',
    '"aturan","","","Tenggat',
    '"aturan","","","Sebutan',
    '"aturan","","","Predikat, dari yang terbaik',
)
"""What it did not keep yet, by the beginnings of the rows."""


def seperti_ditulis_lama(kota: Path, *, aturan: str = ATURAN_LAMA, tanpa: str = "") -> None:
    """Make of May's register, locked version and results what the earlier program would have written of the same inputs.

    Args:
        kota: the work folder.
        aturan: SHA-256 of its rule's text.
        tanpa: what it did not say yet of the people of PKM-TB, at the end of what it said.
    """
    riwayat, hasil = kota / "riwayat", kota / "hasil/2026-05"
    (riwayat / "2026-05/tercatat.json").unlink()
    awal = _awal_lama(riwayat / "2026-05/awal-1.zip", tanpa)
    _tulis_register(kota, LAMA, {}, awal=f"awal-1.zip {awal}", sha256_aturan=aturan)
    unit = json.loads((hasil / "manifes.json").read_text(encoding="utf-8"))["unit"]
    for catatan in unit.values():  # its fingerprints were taken in another way
        catatan["sidik"] = dict.fromkeys(catatan["sidik"], "1" * 64)
    _ubah_json(hasil / "manifes.json", program=LAMA, sha256_aturan=aturan, unit=unit)


def seperti_ditulis_baru(kota: Path) -> None:
    """Make of May's register, locked version and results what a later program would write: it says more in each."""
    _tulis_register(kota, BARU, {"komputer": "kedua"}, penanda_tangan="Sekda")
    manifes = kota / "hasil/2026-05/manifes.json"
    unit = json.loads(manifes.read_text(encoding="utf-8"))["unit"]
    _ubah_json(
        manifes, program=BARU, cap="biru", unit={kode: {**ini, "cap": "biru"} for kode, ini in unit.items()}
    )


def _tulis_register(kota: Path, program: str, ruas: dict[str, str], *, awal: str = "", **versi: str) -> None:
    """Write the register's lines as of that program, with further keys, and the first lock's manifest that they name."""
    riwayat, baris, sebelum = kota / "riwayat", [], ""
    for teks in (riwayat / "2026-05.jsonl").read_text(encoding="utf-8").splitlines():
        isi = {**json.loads(teks), **ruas, "program": program, "sebelum": sebelum}
        if isi["apa"] == "hitungan-pertama":
            isi["menjadi"] = awal or isi["menjadi"]
        if isi["apa"] == "kunci":
            manifes = riwayat / "2026-05/v1/manifes.json"
            _ubah_json(manifes, program=program, register=sebelum, **versi)
            isi["menjadi"] = f"v1 {_sha(manifes)}"
        baris.append(json.dumps(isi, ensure_ascii=False))
        sebelum = hashlib.sha256(baris[-1].encode()).hexdigest()
    (riwayat / "2026-05.jsonl").write_text("".join(f"{ini}\n" for ini in baris), encoding="utf-8")
    _ubah_json(riwayat / "sidik.json", **{"2026-05": sebelum})


def _awal_lama(berkas: Path, tanpa: str) -> str:
    with zipfile.ZipFile(berkas) as arsip:
        isi = {nama: arsip.read(nama).decode() for nama in arsip.namelist()}
    kota = isi["kota.csv"].splitlines(keepends=True)
    assert all(any(ini.startswith(awalan) for ini in kota) for awalan in BELUM_DICATAT)
    isi["kota.csv"] = "".join(ini for ini in kota if not ini.startswith(BELUM_DICATAT))
    isi["unit/DINKES.csv"] += BOBOT_LAMA
    for nama in [nama for nama in isi if nama.startswith("unit/")]:
        isi[nama] = "".join(ini for ini in isi[nama].splitlines(keepends=True) if MENILAI_DIRI not in ini)
    assert f'{tanpa}",' in isi["unit/PKM-TB.csv"]
    isi["unit/PKM-TB.csv"] = isi["unit/PKM-TB.csv"].replace(f'{tanpa}",', '",')
    with zipfile.ZipFile(berkas, "w") as arsip:
        for nama, teks in isi.items():
            arsip.writestr(nama, teks)
    return _sha(berkas)


def _ubah_json(berkas: Path, **ruas: object) -> None:
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    berkas.write_text(json.dumps({**isi, **ruas}, ensure_ascii=False, indent=1), encoding="utf-8")


def _sha(berkas: Path) -> str:
    return hashlib.sha256(berkas.read_bytes()).hexdigest()
