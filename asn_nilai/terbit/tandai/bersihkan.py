"""Marks taken off a copy that another program has saved."""

from asn_nilai.terbit.tandai.paket import Paket


def bersihkan(paket: Paket) -> None:
    """Take off marks."""
