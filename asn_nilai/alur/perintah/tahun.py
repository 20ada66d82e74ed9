"""Where the year stands, read from what lies in the work folder: registers, folders, manifests. No submission is opened."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Tingkat
from asn_nilai.alur.asing.folder import temuan_folder
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.keadaan_hasil import keadaan_hasil, periode_panjang
from asn_nilai.alur.masukan.ketepatan import ketepatan_periode
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.versi import nomor_tersimpan
from asn_nilai.alur.siapkan import siapkan_tahun
from asn_nilai.ruang_kerja import AKHIRAN_BERTANDA, HALAMAN_VALIDASI, MANIFES_REKAP, RuangKerja, buku_kerja
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TEMUAN_CSV, baca_csv
from asn_nilai.terbit.data.manifes import Manifes, Sha, sha256_berkas


def baca_tahun(folder: Path) -> KeadaanTahun:
    """Return the state of the year of a work folder.

    Raises:
        PenggunaanError: the folder, its settings, its registers or its rule cannot be used.
    """
    tahun = siapkan_tahun(folder)
    sha = cache(sha256_berkas)
    semua = (*(bulan.periode for bulan in tahun.periode.bulan), *periode_panjang(tahun.ruang))
    keadaan = tuple(_keadaan(tahun.pada(periode), sha) for periode in semua)
    return KeadaanTahun(
        tahun.ruang.instansi,
        tahun.ruang.tahun,
        tahun.aturan.profil.nama,
        keadaan[:12],
        keadaan[12:],
        sum(temuan.tingkat is Tingkat.GALAT for temuan in tahun.temuan_skema),
        sum(bool(tahun.ruang.berkas_target(*unit.semua_kode)) for unit in tahun.skema.unit.values()),
        bool(buku_kerja(tahun.ruang.folder_templat(tahun.periode))),
        _target_diperiksa(tahun),
        tuple(temuan_folder(tahun.ruang)),
    )


def baca_periode_kerja(folder: Path, periode: Periode) -> KeadaanPeriode:
    """Return the state of any period of the year, also of a longer one that has not been computed.

    Raises:
        PenggunaanError: as for the year.
    """
    return _keadaan(siapkan_tahun(folder).pada(periode), cache(sha256_berkas))


def _keadaan(konteks: Konteks, sha: Sha) -> KeadaanPeriode:
    ruang, periode, unit = konteks.ruang, konteks.periode, konteks.skema.unit
    kosong = {
        kode: [b for b in periode.bulan if not ruang.berkas_capaian(b, *milik.semua_kode)]
        for kode, milik in unit.items()
    }
    belum = [k for k, bulan in kosong.items() if any(konteks.skema.berpegawai(k, b.periode) for b in bulan)]
    ditagih = [k for k, bulan in kosong.items() if k in belum or len(bulan) < len(periode.bulan)]
    folder, setoran = ruang.folder_hasil(periode), _setoran_terakhir(ruang, periode)
    tanda = folder.glob(f"*/*{AKHIRAN_BERTANDA}.xls?")
    awal = KeadaanPeriode(
        periode,
        len(ditagih) - len(belum),
        len(ditagih),
        tuple(belum),
        versi=nomor_tersimpan(ruang, periode),
        terputus=_terputus(konteks),
        diperiksa=_waktu(folder / HALAMAN_VALIDASI) >= setoran,
        ditandai=max(map(_waktu, tanda), default=0) >= setoran,
        templat=bool(buku_kerja(ruang.folder_templat(periode))),
        ketepatan=ketepatan_periode(ruang, konteks.skema, periode),
    )
    hasil = keadaan_hasil(konteks, sha)
    if hasil.manifes is None:
        return awal
    catatan = hasil.manifes.unit.values()
    return replace(
        awal,
        dihitung=True,
        galat=len(baca_csv(folder / TEMUAN_CSV, KUNCI_TEMUAN, "tingkat").get(Tingkat.GALAT, ())),
        asn=sum(_angka(unit.ringkas, "jumlah_asn") for unit in catatan),
        dinilai=sum(_angka(unit.ringkas, "dinilai") for unit in catatan),
        sementara=sum(_angka(unit.ringkas, "sementara") for unit in catatan),
        usang=len(catatan) if hasil.sebab else len(hasil.usang),
        sebab=hasil.sebab,
        tertahan=len(hasil.tertahan),
        cetak=len(hasil.cetak),
        direkap=_direkap(ruang, folder, hasil.manifes),
    )


def _target_diperiksa(tahun: Konteks) -> bool:
    """Tell whether the page of the year's check is newer than every target workbook."""
    halaman = tahun.ruang.folder_hasil(tahun.periode) / HALAMAN_VALIDASI
    return _waktu(halaman) >= max(map(_waktu, buku_kerja(tahun.ruang.folder_target)), default=1)


def _terputus(konteks: Konteks) -> bool:
    """Tell whether what is kept of a locked period is not whole; of one that is not, computing notes it and goes on."""
    riwayat = register_periode(konteks).baca()
    return bool(riwayat.hilang or (riwayat.rusak and nomor_tersimpan(konteks.ruang, konteks.periode)))


def _setoran_terakhir(ruang: RuangKerja, periode: Periode) -> int:
    """Return when the last submission of the period was written, by its file's date."""
    setoran = (berkas for bulan in periode.bulan for berkas in buku_kerja(ruang.folder_capaian(bulan)))
    return max(map(_waktu, setoran), default=1)


def _waktu(berkas: Path) -> int:
    """Return when a file was written, in nanoseconds; 0 where there is none."""
    try:
        return berkas.stat().st_mtime_ns
    except OSError:
        return 0


def _direkap(ruang: RuangKerja, folder: Path, manifes: Manifes) -> bool:
    """Tell whether there is a recap of these results."""
    rekap = Manifes.baca(folder / MANIFES_REKAP)
    nama = ruang.relatif(folder / NILAI_CSV)
    return rekap is not None and rekap.masukan.get(nama) == manifes.keluaran.get(NILAI_CSV, "-")


def _angka(ringkas: Mapping[str, object], nama: str) -> int:
    nilai = ringkas.get(nama)
    return nilai if isinstance(nilai, int) else 0
