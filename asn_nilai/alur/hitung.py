"""The command `hitung`: score a period, unless it is locked and its inputs are no longer those that were signed."""

from collections.abc import Sequence
from dataclasses import replace

from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.kota import HasilKota, Lapor, terbitkan_kota
from asn_nilai.alur.masukan.kelengkapan_bulan import periksa_ada_setoran
from asn_nilai.alur.terkunci import beda_terkunci, kunci_versi, lengkapi_register, versi_berlaku
from asn_nilai.ruang_kerja import tulis_folder


def hitung_kota(
    konteks: Konteks,
    dipilih: Sequence[str],
    lapor: Lapor,
    *,
    paralel: int | None = None,
    paksa: bool = False,
    koreksi: str = "",
) -> HasilKota:
    """Score and publish a period.

    Args:
        konteks: the run's common ground.
        dipilih: codes of the units to compute; the others are carried over as they stand.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core.
        paksa: compute also what did not change.
        koreksi: why a locked period is computed anew; blank for no correction.

    Raises:
        PenggunaanError: no month of the period has a submission; the period is locked and something of it changed, or is not locked and `koreksi` is given; another
            run is writing it.
    """
    periksa_ada_setoran(konteks)
    versi = versi_berlaku(konteks)
    if versi:
        lengkapi_register(konteks)
    if koreksi:
        return _koreksi(konteks, dipilih, lapor, paralel, koreksi)
    if versi and (beda := beda_terkunci(konteks, versi, paralel)):
        folder, kode = tulis_folder(konteks.ruang.akar), konteks.periode.kode
        raise PenggunaanError(
            f"{konteks.periode.label} terkunci ({versi.tulisan}), dan isinya tidak lagi yang dikunci:\n"
            + "".join(f"  {kalimat}\n" for kalimat in beda)
            + "Tidak ada yang diubah. Bila perubahan ini memang benar, hitung sebagai koreksi yang menyebut alasannya: "
            f'asn-nilai hitung {folder} --periode {kode} --koreksi "ALASAN"'
        )
    return terbitkan_kota(replace(konteks, versi=versi), dipilih, lapor, paralel=paralel, paksa=paksa)


def _koreksi(
    konteks: Konteks, dipilih: Sequence[str], lapor: Lapor, paralel: int | None, alasan: str
) -> HasilKota:
    """Compute a locked period anew as its next version, and lock that."""
    versi = versi_berlaku(konteks)
    if versi is None:
        raise PenggunaanError(
            f"{konteks.periode.label} belum dikunci, jadi tidak ada yang dikoreksi: hitung saja tanpa --koreksi."
        )
    if len(dipilih) < len(konteks.skema.unit):
        raise PenggunaanError("Koreksi berlaku untuk seluruh periode: jalankan tanpa --unit.")
    if not beda_terkunci(konteks, versi, paralel):
        raise PenggunaanError(
            f"Tidak ada yang berubah sejak {versi.tulisan}: tidak ada yang dikoreksi. Ganti dahulu berkas yang keliru."
        )
    hasil = terbitkan_kota(konteks, dipilih, lapor, paralel=paralel, alasan=alasan)
    if hasil.pesan:
        return hasil
<<<<<<< HEAD
    return kunci_versi(konteks, lapor, paralel=paralel, catatan=alasan)
||||||| 15940b1


def _kerjakan(
    konteks: Konteks, kerja: Sequence[str], lapor: Lapor, paralel: int | None
) -> dict[str, UnitTerbit]:
    terikat = ikatan(konteks)
    bersama = list(dict.fromkeys(k for kode in kerja for k in sorted(terikat.get(kode, ()))))
    sendiri = [kode for kode in kerja if kode not in terikat]
    hasil: dict[str, UnitTerbit] = {}
    with proses_paralel(konteks, paralel, len(bersama) + len(sendiri)) as pekerja:
        for terbitan in _terbitkan_bersama(konteks, pekerja, bersama, set(kerja)):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
        for terbitan in pekerja.jalankan(nilai_dan_terbitkan, sendiri, terbitkan_bila_mati):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
    return hasil


def _terbitkan_bersama(
    konteks: Konteks, pekerja: ProsesParalel, kode: Sequence[str], diterbitkan: set[str]
) -> Iterator[UnitTerbit]:
    """Score units tied together, settle who moved, and publish those of them that were asked for."""
    dinilai = {hasil.unit.kode: hasil for hasil in pekerja.jalankan(nilai, kode, nilai_bila_mati)}
    selesai = gabungkan_pindah(dinilai, konteks.skema, konteks.periode, konteks.aturan)
    terikat = ikatan(konteks)
    masukan = [
        replace(hasil, sebutan=reduce(or_, (selesai[k].sebutan for k in terikat[kode])))
        for kode, hasil in selesai.items()
        if kode in diterbitkan
    ]
    yield from pekerja.jalankan(terbitkan, masukan)


def _distribusi(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Compare the spread of predikat over all units with the guide, where the organisation's predikat is told."""
    predikat: Counter[str] = Counter()
    for unit in hasil.unit.values():
        predikat.update(unit.ringkas.predikat)
    return periksa_distribusi(
        predikat,
        predikat_organisasi(konteks.ruang, konteks.aturan),
        konteks.aturan,
        unit_dihitung=f"{len(hasil.unit)} dari {len(konteks.skema.unit)}",
        letak=Letak(NAMA_PENGATURAN),
    )


def _tulis_kota(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> None:
    """Write the city's CSV files, the page of all units and, last, the manifest."""
    unit = hasil.unit.values()
    umum = (*konteks.temuan_umum, *_distribusi(konteks, hasil))
    baris = [*baris_temuan(umum), *(b for milik in unit for b in milik.temuan)]
    hasil.temuan = isi_baris(KUNCI_TEMUAN, baris)
    isi = {
        "nilai.csv": teks_csv(KOLOM_NILAI, (b for milik in unit for b in milik.nilai)),
        "rincian.csv": teks_csv(KOLOM_RINCIAN, (b for milik in unit for b in milik.rincian)),
        "temuan.csv": teks_csv(KUNCI_TEMUAN, baris),
        "tindak_lanjut.csv": teks_csv(
            KOLOM_TINDAK_LANJUT, (b for milik in unit for b in milik.tindak_lanjut)
        ),
        "index.html": halaman_index(
            [milik.ringkas for milik in unit],
            konteks.periode,
            konteks.aturan,
            konteks.ruang.instansi,
            umum,
        ),
    }
    profil = konteks.aturan
    manifes = Manifes(konteks.periode.kode, profil.profil.kode, profil.sha256, masukan=dict(lama.bersama))
    for kode, terbitan in hasil.unit.items():
        catatan = lama.catat(kode, terbitan, usang=kode in hasil.usang)
        manifes.masukan.update(catatan.masukan)
        manifes.unit[kode] = catatan
        manifes.keluaran.update(terbitan.keluaran)
    try:
        for nama, teks in isi.items():
            tulis_teks(hasil.folder / nama, teks)
            manifes.keluaran[nama] = sha256_berkas(hasil.folder / nama)
        tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    except (BerkasTerkunciError, TulisGagalError) as galat:
        hasil.pesan.append(str(galat))
=======


def _kerjakan(
    konteks: Konteks, kerja: Sequence[str], lapor: Lapor, paralel: int | None
) -> dict[str, UnitTerbit]:
    terikat = ikatan(konteks)
    bersama = list(dict.fromkeys(k for kode in kerja for k in sorted(terikat.get(kode, ()))))
    sendiri = [kode for kode in kerja if kode not in terikat]
    hasil: dict[str, UnitTerbit] = {}
    with proses_paralel(konteks, paralel, len(bersama) + len(sendiri)) as pekerja:
        for terbitan in _terbitkan_bersama(konteks, pekerja, bersama, set(kerja)):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
        for terbitan in pekerja.jalankan(nilai_dan_terbitkan, sendiri, terbitkan_bila_mati):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
    return hasil


def _terbitkan_bersama(
    konteks: Konteks, pekerja: ProsesParalel, kode: Sequence[str], diterbitkan: set[str]
) -> Iterator[UnitTerbit]:
    """Score units tied together, settle who moved, and publish those of them that were asked for."""
    dinilai = {hasil.unit.kode: hasil for hasil in pekerja.jalankan(nilai, kode, nilai_bila_mati)}
    selesai = gabungkan_pindah(dinilai, konteks.skema, konteks.periode, konteks.aturan)
    terikat = ikatan(konteks)
    masukan = [
        replace(hasil, sebutan=reduce(or_, (selesai[k].sebutan for k in terikat[kode])))
        for kode, hasil in selesai.items()
        if kode in diterbitkan
    ]
    yield from pekerja.jalankan(terbitkan, masukan)


def _distribusi(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Compare the spread of predikat over all units with the guide, where the organisation's predikat is told."""
    predikat: Counter[str] = Counter()
    for unit in hasil.unit.values():
        predikat.update(unit.ringkas.predikat)
    return periksa_distribusi(
        predikat,
        predikat_organisasi(konteks.ruang, konteks.aturan),
        konteks.aturan,
        unit_dihitung=f"{len(hasil.unit)} dari {len(konteks.skema.unit)}",
        letak=Letak(NAMA_PENGATURAN),
    )


def _tulis_kota(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> None:
    """Write the city's CSV files, the page of all units and, last, the manifest."""
    unit = hasil.unit.values()
    umum = (*konteks.temuan_umum, *_distribusi(konteks, hasil))
    baris = [*baris_temuan(umum), *(b for milik in unit for b in milik.temuan)]
    hasil.temuan = isi_baris(KUNCI_TEMUAN, baris)
    isi = {
        "nilai.csv": teks_csv(KOLOM_NILAI, (b for milik in unit for b in milik.nilai)),
        "rincian.csv": teks_csv(KOLOM_RINCIAN, (b for milik in unit for b in milik.rincian)),
        "temuan.csv": teks_csv(KUNCI_TEMUAN, baris),
        "tindak_lanjut.csv": teks_csv(
            KOLOM_TINDAK_LANJUT, (b for milik in unit for b in milik.tindak_lanjut)
        ),
        "index.html": halaman_index(
            [milik.ringkas for milik in unit],
            konteks.periode,
            konteks.aturan,
            konteks.ruang.instansi,
            umum,
        ),
    }
    profil = konteks.aturan
    manifes = Manifes(konteks.periode.kode, profil.profil.kode, profil.sha256, masukan=dict(lama.bersama))
    dibawa = {*hasil.dibawa, *hasil.usang}
    for kode, terbitan in hasil.unit.items():
        catatan = lama.catat(kode, terbitan, dibawa=kode in dibawa)
        manifes.masukan.update(catatan.masukan)
        manifes.unit[kode] = catatan
        manifes.keluaran.update(terbitan.keluaran)
    try:
        for nama, teks in isi.items():
            tulis_teks(hasil.folder / nama, teks)
            manifes.keluaran[nama] = sha256_berkas(hasil.folder / nama)
        tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    except (BerkasTerkunciError, TulisGagalError) as galat:
        hasil.pesan.append(str(galat))
>>>>>>> kini
