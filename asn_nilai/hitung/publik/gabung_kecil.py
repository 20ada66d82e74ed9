"""Small groups disappear in larger ones, and no subtraction brings them back: the suppression of the publication.

The groups are cut into atoms: a group of k persons or more stands alone, all smaller ones form one atom, and where that
one is still too small, the smallest of the others joins it (complementary suppression). Everything published is a
union of atoms, so everything that published figures can be subtracted to is one as well, and holds k persons at least.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

_BATAS_KELAS = (1, 2, 4, 10)
"""Where the classes of size begin, in multiples of k."""


def yang_digabung(
    anggota: Mapping[str, AbstractSet[str]], kecil: Collection[str], k: int
) -> frozenset[str] | None:
    """Return the groups that must be one atom.

    Args:
        anggota: the persons of each group; a person may stand in several.
        kecil: groups that may not stand alone, those with fewer than k persons apart. Of one that has nobody here the joint atom
            is made all the same, so that its lack does not tell who is missing.
        k: the smallest number of persons.

    Returns:
        The groups of the joint atom, empty where all can stand alone; None where all persons together are too few.
    """
    ada = {kode: orang for kode, orang in anggota.items() if orang}
    gabungan = {kode for kode, orang in ada.items() if len(orang) < k or kode in kecil}
    calon = sorted(set(ada) - gabungan, key=lambda kode: (-len(ada[kode]), kode))
    while (gabungan or kecil) and len(frozenset().union(*(ada[kode] for kode in gabungan))) < k:
        if not calon:
            return None
        gabungan.add(calon.pop())
    return frozenset(gabungan)


def kelas_orang(banyak: int, k: int) -> str:
    """Return the number of persons as a class: `5–9`, `10–19`, `20–49`, `50 atau lebih` where k is 5."""
    batas = [k * kali for kali in _BATAS_KELAS]
    nomor = sum(banyak >= bawah for bawah in batas) - 1
    if nomor == len(batas) - 1:
        return f"{batas[-1]} atau lebih"
    return f"{batas[nomor]}–{batas[nomor + 1] - 1}"


def kelas_predikat(jumlah: Mapping[str, int], urutan: Sequence[str], k: int) -> tuple[tuple[str, ...], ...]:
    """Return neighbouring predikat as classes of k persons at least, best first; none where all are too few.

    Args:
        jumlah: number of persons by predikat.
        urutan: the predikat, best first.
        k: the smallest number of persons.
    """
    kelas: list[tuple[str, ...]] = []
    terbuka: tuple[str, ...] = ()
    banyak = 0
    for label in reversed(urutan):
        terbuka, banyak = (label, *terbuka), banyak + jumlah.get(label, 0)
        if banyak >= k:
            kelas.insert(0, terbuka)
            terbuka, banyak = (), 0
    if terbuka and kelas:
        kelas[0] = (*terbuka, *kelas[0])
    return tuple(kelas)


def jenis_yang_tampil(
    sel: Mapping[str, Sequence[int]], unit: Mapping[str, int], k: int
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return which kinds of unit can stand alone in the table of predikat, and which stand together.

    A row can be shown where each of its cells is empty or holds k persons, where not all persons share one cell (or the
    row would tell everyone's predikat), and where it is not the staff of one unit.

    Args:
        sel: number of persons of each kind by class of predikat.
        unit: number of units of each kind.
        k: the smallest number of persons.

    Returns:
        (alone, together), or None where no table is possible.
    """

    def _boleh(jenis: Collection[str]) -> bool:
        kolom = map(sum, zip(*(sel[sebutan] for sebutan in jenis), strict=True))
        terisi = list(filter(None, kolom))
        return min(terisi) >= k and len(terisi) > 1 and sum(unit[sebutan] for sebutan in jenis) > 1

    boleh = (jenis for jenis in sel if _boleh((jenis,)))
    sendiri = sorted(boleh, key=lambda jenis: (-sum(sel[jenis]), jenis))
    bersama = [jenis for jenis in sel if jenis not in sendiri]
    while bersama and not _boleh(bersama):
        if not sendiri:
            return None
        bersama.append(sendiri.pop())
    return (tuple(sorted(sendiri)), tuple(sorted(bersama))) if sendiri else None


def hitung_sel(pasangan: Collection[tuple[str, str]], kelas: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return the number of persons by group and class, from each person's (group, predikat)."""
    banyak = Counter(pasangan)
    return {
        kelompok: [sum(banyak[kelompok, label] for label in golongan) for golongan in kelas]
        for kelompok in dict.fromkeys(kelompok for kelompok, _ in pasangan)
    }
