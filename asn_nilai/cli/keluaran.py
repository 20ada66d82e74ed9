"""What commands write to stdout for other programs; everything for people goes to stderr (`layar`)."""

import typer


def tulis_json(isi: object) -> None:
    """Write what `--json` promises."""
    import json

    typer.echo(json.dumps(isi, ensure_ascii=False, indent=1))
