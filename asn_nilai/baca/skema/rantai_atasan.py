"""Who rates whom, followed upwards: where it comes back to where it began, nobody stands above."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from asn_nilai.baca.skema.daftar_pegawai import Tempat


def yang_melingkar(tempat: Sequence[Tempat]) -> Iterator[tuple[Tempat, tuple[str, ...]]]:
    """Yield each row that comes to rate itself over others, with the names on the way; who rates himself directly is not among them.

    Args:
        tempat: the rows of the sheet Pegawai. Only what holds on one and the same day makes a circle.
    """
    penilai = {milik.isi.nip_atasan for milik in tempat}
    naik: dict[str, list[Tempat]] = {}
    for milik in tempat:  # of a city's people few rate anybody
        if milik.isi.nip in penilai and milik.isi.nip_atasan not in {"", milik.isi.nip}:
            naik.setdefault(milik.isi.nip, []).append(milik)
    for milik in chain.from_iterable(naik.values()):
        if jalan := _kembali(milik, naik):
            yield milik, tuple(ini.isi.nama for ini in jalan)


def _kembali(asal: Tempat, naik: Mapping[str, Sequence[Tempat]]) -> tuple[Tempat, ...]:
    """Return the shortest way up from a row to the same person, none where there is none."""
    antrean: list[tuple[tuple[Tempat, ...], date, date]] = [((asal,), *_masa(asal))]
    for jalan, awal, akhir in antrean:
        if jalan[-1].isi.nip_atasan == asal.isi.nip:
            return jalan
        for atasan in naik.get(jalan[-1].isi.nip_atasan, ()):
            mulai, selesai = _masa(atasan)
            if atasan not in jalan and max(awal, mulai) <= min(akhir, selesai):
                antrean.append(((*jalan, atasan), max(awal, mulai), min(akhir, selesai)))
    return ()


def _masa(tempat: Tempat) -> tuple[date, date]:
    return tempat.isi.mulai or date.min, tempat.isi.selesai or date.max
