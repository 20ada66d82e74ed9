"""A whole period through all units: what must be computed, the pool, the city's files, the manifest.

A unit whose inputs did not change since its results were written is carried over; `--paksa` computes it again.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RASIO, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI
from asn_nilai.acuan.hasil.ringkas import jumlahkan
from asn_nilai.acuan.hasil.tindak_lanjut import KOLOM_TINDAK_LANJUT
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.acuan.setoran.perilaku_bkn import DARI_BKN
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan, temuan
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.bulan_lalu import bulan_lain, bulan_terhapus, nhk_bulan
from asn_nilai.alur.organisasi import predikat_organisasi, predikat_organisasi_unit
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.perubahan import (
    buka_riwayat,
    catat_perubahan,
    register_periode,
    semua_perubahan,
)
from asn_nilai.alur.riwayat.sidik import sidik_masukan
from asn_nilai.alur.riwayat.target_tahun import buka_target, catat_target
from asn_nilai.alur.terbitan.hasil_lama import NAMA_INDEKS, HasilLama
from asn_nilai.alur.terbitan.unit_terbit import UnitTerbit
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError, bersihkan_sisa, tulis_teks
from asn_nilai.terbit.data.csv_hasil import (
    NILAI_CSV,
    RASIO_CSV,
    RINCIAN_CSV,
    TEMUAN_CSV,
    TINDAK_LANJUT_CSV,
    baris_temuan,
    isi_baris,
    teks_csv,
)
from asn_nilai.terbit.data.csv_perubahan import KOLOM_PERUBAHAN, baris_perubahan
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas

Lapor = Callable[[str], None]
_KODE_TEMUAN = KUNCI_TEMUAN.index("kode")
_NIP, _NAMA, _STATUS = (KOLOM_NILAI.index(nama) for nama in ("nip", "nama", "status"))


@dataclass(slots=True)
class HasilKota:
    """A period's results as they stand on disk.

    Attributes:
        folder: where they are.
        unit: results by unit code, in the register's order.
        temuan: all findings, general ones first, with the keys of the contract.
        dibawa: units carried over because nothing had changed.
        usang: units outside `--unit` whose inputs have changed since they were computed.
        pesan: what could not be written, as sentences.
        perubahan: what differs from the first computation, or from the locked version.
        versi: the locked version that they are; None before a lock.
        pindahan: whether the register was last written in another place.
    """

    folder: Path
    unit: dict[str, UnitTerbit]
    temuan: list[dict[str, str]]
    dibawa: list[str] = field(default_factory=list)
    usang: list[str] = field(default_factory=list)
    pesan: list[str] = field(default_factory=list)
    perubahan: tuple[Perubahan, ...] = ()
    versi: VersiTerkunci | None = None
    pindahan: bool = False

    @property
    def nama(self) -> dict[str, str]:
        """Return the names of all ASN by NIP."""
        return {baris[_NIP]: baris[_NAMA] for unit in self.unit.values() for baris in unit.nilai}


def terbitkan_kota(
    konteks: Konteks,
    dipilih: Sequence[str],
    lapor: Lapor,
    *,
    paralel: Paralel = None,
    paksa: bool = False,
    alasan: str = "",
) -> HasilKota:
    """Score and publish a period, whatever lock there is: `hitung` and `kunci` have asked before.

    Args:
        konteks: the run's common ground; its `versi` is printed on every face.
        dipilih: codes of the units to compute; the others are carried over as they stand.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core; or an open cluster.
        paksa: compute also what did not change.
        alasan: why a locked period is computed anew; the register keeps it with each change.

    Raises:
        PenggunaanError: another run is writing the same period.
    """
    folder = konteks.folder
    with kunci_periode(folder):
        konteks = buka_target(buka_riwayat(konteks, alasan))
        bersihkan_sisa(folder)
        lama = HasilLama(konteks, folder)
        register = register_periode(konteks)
        tercatat = register.tercatat(konteks.riwayat)
        dibawa, usang, kerja = _bagi(lama, tercatat, dipilih, paksa=paksa)
        for kode in dibawa:
            lapor(kode)
        hasil = HasilKota(
            folder, {}, [], dibawa, usang, versi=konteks.versi, pindahan=konteks.riwayat.pindahan
        )
        baru = _kerjakan(konteks, kerja, lapor, paralel) if kerja else {}
        semua = {**{kode: lama.sekilas(kode) for kode in (*dibawa, *usang)}, **baru}
        hasil.unit = {kode: semua[kode] for kode in konteks.skema.unit if kode in semua}
        hasil.unit |= _tanpa_unit(konteks)
        hasil.pesan = [pesan for unit in hasil.unit.values() for pesan in unit.pesan]
        try:
            _catat(konteks, hasil, baru.values())
            manifes = _tulis_kota(konteks, hasil, lama)
            if konteks.tujuan is None and baru:
                register.ingat({**tercatat, **{kode: sidik_masukan(manifes.unit[kode]) for kode in baru}})
        except (BerkasTerkunciError, TulisGagalError) as galat:
            hasil.pesan.append(str(galat))
        return hasil


def _bagi(
    lama: HasilLama, tercatat: Mapping[str, str], dipilih: Sequence[str], *, paksa: bool
) -> tuple[list[str], list[str], list[str]]:
    """Split the units: carried over, carried over though stale, to be computed.

    Only what the register tells of too is carried over: results may come from another time, or another folder.
    """
    dibawa, usang, kerja = lama.bagi(dipilih, paksa=paksa)
    asing = [kode for kode in dibawa if tercatat.get(kode) != sidik_masukan(lama.catatan[kode])]
    return [kode for kode in dibawa if kode not in asing], usang, kerja + asing


def _catat(konteks: Konteks, hasil: HasilKota, baru: Collection[UnitTerbit]) -> None:
    """Add what the run found to the registers of changes; a run whose results go elsewhere only looks."""
    urutan = {kode: nomor for nomor, kode in enumerate(konteks.skema.unit)}
    selisih = sorted((u.selisih for u in baru if u.selisih), key=lambda ini: urutan[ini.kode_unit])
    if konteks.tujuan is None:
        hasil.perubahan = catat_perubahan(konteks, selisih)
        catat_target(konteks, [unit.target for unit in baru])
    else:
        hasil.perubahan = semua_perubahan(konteks, selisih)


def _kerjakan(
    konteks: Konteks, kerja: Sequence[str], lapor: Lapor, paralel: Paralel
) -> dict[str, UnitTerbit]:
    from asn_nilai.alur.hitungan.kerja_unit import kerjakan  # noqa: PLC0415 - what computes loads only where it must

    return kerjakan(konteks, kerja, lapor, paralel)


def _tanpa_unit(konteks: Konteks) -> dict[str, UnitTerbit]:
    """Return the results of the people whose unit the register does not say, where there are any."""
    if TANPA_UNIT.kode not in konteks.kode_hasil:
        return {}
    from asn_nilai.alur.hitungan.kerja_unit import tanpa_unit  # noqa: PLC0415 - likewise

    return {TANPA_UNIT.kode: tanpa_unit(konteks)}


def _distribusi(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Compare the spread of predikat with the guides: over all units, and in each unit whose own predikat is told."""
    panduan, organisasi = konteks.aturan.distribusi, predikat_organisasi(konteks.ruang, konteks.aturan)
    unit_organisasi = predikat_organisasi_unit(konteks.ruang, konteks.skema, konteks.aturan)
    if panduan is None or not (panduan.umum or organisasi or unit_organisasi):
        return
    from asn_nilai.hitung import periksa_distribusi, periksa_distribusi_unit  # noqa: PLC0415 - likewise

    predikat: Counter[str] = Counter()
    for unit in hasil.unit.values():
        predikat.update(unit.ringkas.predikat)
    letak = Letak(NAMA_PENGATURAN)
    yield from periksa_distribusi(
        predikat,
        organisasi,
        konteks.aturan,
        unit_dihitung=f"{sum(map(bool, hasil.unit))} dari {len(konteks.skema.unit)}",
        letak=letak,
    )
    for kode, milik in unit_organisasi.items():
        if kode in hasil.unit:
            dinilai = hasil.unit[kode].ringkas.predikat
            yield from periksa_distribusi_unit(
                dinilai, konteks.skema.unit[kode], milik, konteks.aturan, letak
            )


def _belum_berpola(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Look at each unit with ASN who are not scored: were they the weak ones, when they last were?"""
    kurang = [
        u for u in hasil.unit.values() if u.ringkas.kode and 0 < u.ringkas.dinilai < u.ringkas.jumlah_asn
    ]
    bulan = bulan_lain(konteks) if kurang else ()
    if not bulan:
        if kurang and (terhapus := ", ".join(ini.label for ini in bulan_terhapus(konteks))):
            yield temuan("pola-tidak-terlihat", Letak(konteks.ruang.berkas.hasil), bulan=terhapus)
        return
    from asn_nilai.hitung.keadilan.belum_berpola import periksa_belum_berpola  # noqa: PLC0415 - likewise

    for unit in kurang:
        status = {baris[_NIP]: baris[_STATUS] for baris in unit.nilai}
        belum, dinilai = (
            [n for n, ini in status.items() if ini == kata] for kata in (BELUM_DINILAI, DINILAI)
        )
        lalu = ((ini, nhk_bulan(konteks, ini)) for ini in bulan)
        siapa = (unit.ringkas.kode, unit.ringkas.nama)
        yield from periksa_belum_berpola(siapa, belum, dinilai, lalu, konteks.aturan.nhk.desimal.nilai)


def _lembar_ditinggalkan(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Name the units whose behaviour comes from e-Kinerja while others send a sheet: who leaves it out may choose the rating."""
    dari_bkn = [u for u in hasil.unit.values() if any(baris[_KODE_TEMUAN] == DARI_BKN for baris in u.temuan)]
    lain = sum(1 for unit in hasil.unit.values() if unit.ringkas.dinilai and unit not in dari_bkn)
    if dari_bkn and lain:
        nama = ", ".join(unit.ringkas.nama for unit in dari_bkn)
        letak = Letak(konteks.ruang.berkas.capaian)
        yield temuan(
            "perilaku-lembar-ditinggalkan", letak, banyak=str(len(dari_bkn)), lain=str(lain), unit_kerja=nama
        )


def _tulis_kota(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> Manifes:
    """Write the city's CSV files, the page of all units and, last, the manifest; nothing where all of it stands as it is.

    Returns:
        The manifest.

    Raises:
        BerkasTerkunciError, TulisGagalError: a file cannot be written; the manifest stays the old one.
    """
    ringkas = [milik.ringkas for milik in hasil.unit.values()]
    menunggu = jumlahkan(ringkas, konteks.aturan.nhk.desimal.nilai).menunggu
    umum = (
        *dengan_menunggu(konteks.temuan_umum, menunggu),
        *_distribusi(konteks, hasil),
        *_belum_berpola(konteks, hasil),
        *_lembar_ditinggalkan(konteks, hasil),
    )
    baris = [*baris_temuan(umum), *(b for milik in hasil.unit.values() for b in milik.temuan)]
    hasil.temuan = isi_baris(KUNCI_TEMUAN, baris)
    isi = {
        TEMUAN_CSV: teks_csv(KUNCI_TEMUAN, baris),
        "perubahan.csv": teks_csv(KOLOM_PERUBAHAN, baris_perubahan(hasil.perubahan)),
    }
    dibawa = [*hasil.dibawa, *hasil.usang]
    if lama.manifes and len(dibawa) == len(hasil.unit) and lama.kota_sama([*hasil.unit], isi):
        return lama.manifes
    hasil.unit |= {kode: lama.terbit(kode) for kode in dibawa}
    unit = hasil.unit.values()
    isi |= {
        NILAI_CSV: teks_csv(KOLOM_NILAI, (b for milik in unit for b in milik.nilai)),
        RINCIAN_CSV: teks_csv(KOLOM_RINCIAN, (b for milik in unit for b in milik.rincian)),
        RASIO_CSV: teks_csv(KOLOM_RASIO, (b for milik in unit for b in milik.rasio)),
        TINDAK_LANJUT_CSV: teks_csv(KOLOM_TINDAK_LANJUT, (b for milik in unit for b in milik.tindak_lanjut)),
        NAMA_INDEKS: _indeks(konteks, hasil, umum),
    }
    manifes = _manifes(konteks, hasil, lama)
    for nama, teks in isi.items():
        tulis_teks(hasil.folder / nama, teks)
        manifes.keluaran[nama] = sha256_berkas(hasil.folder / nama)
    tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    return manifes


def _manifes(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> Manifes:
    """Return the record of the period's inputs and units."""
    aturan = konteks.aturan
    manifes = Manifes(
        konteks.periode.kode,
        aturan.profil.kode,
        aturan.sha256,
        masukan=dict(lama.bersama),
        kode_kunci=konteks.kode_kunci,
        sementara=any(terbitan.ringkas.bulan_kurang for terbitan in hasil.unit.values()),
    )
    dibawa = {*hasil.dibawa, *hasil.usang}
    for kode, terbitan in hasil.unit.items():
        catatan = lama.catat(kode, terbitan, dibawa=kode in dibawa)
        manifes.masukan.update(catatan.masukan)
        manifes.unit[kode] = catatan
        manifes.keluaran.update(terbitan.keluaran)
    return manifes


def _indeks(konteks: Konteks, hasil: HasilKota, umum: Sequence[Temuan]) -> str:
    from asn_nilai.terbit.halaman.index import halaman_index  # noqa: PLC0415 - likewise

    return halaman_index(
        [milik.ringkas for milik in hasil.unit.values()],
        konteks.periode,
        konteks.aturan,
        konteks.ruang.instansi,
        umum,
        perubahan=hasil.perubahan,
        nama=hasil.nama if hasil.perubahan else {},
        versi=konteks.versi,
    )
