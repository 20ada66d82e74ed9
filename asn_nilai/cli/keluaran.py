"""What commands give other programs: JSON on stdout and the exit status; everything for people goes to stderr (`layar`)."""

from collections.abc import Iterable

import typer


def tulis_json(isi: object) -> None:
    """Write what `--json` promises."""
    import json

    typer.echo(json.dumps(isi, ensure_ascii=False, indent=1))


def status_akhir(tingkat: Iterable[str], *, ketat: bool = False, gagal_tulis: bool = False) -> int:
    """Return 1 where a finding is a `galat` (with `ketat` also a `peringatan`) or something was not written, else 0."""
    from asn_nilai.acuan.temuan import Tingkat

    berat = {Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT}
    return int(gagal_tulis or any(ini in berat for ini in tingkat))
