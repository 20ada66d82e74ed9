"""What the reader of a recap must know before believing its figures: missing months, stale results, who is not in it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from asn_nilai.acuan.hasil.kata_keadaan import TAK_TERBACA
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, PINDAH
from asn_nilai.acuan.hasil.ringkas import kalimat_sementara
from asn_nilai.acuan.pengaturan import PengaturanRekap
from asn_nilai.acuan.periode import NAMA_BULAN, Bulan
from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.bahan import BELUM_BERPOLA, BahanRekap
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, BELUM_DIPERINGKAT, UNIT_KECIL, BulanRekap
from asn_nilai.acuan.rekap.kata_kedudukan import keterangan_kedudukan, sebut_dinilai
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.rekap.sorotan import PeriodeUsang
from asn_nilai.acuan.tulisan import sebut_beberapa


def susun_catatan(bahan: BahanRekap, rekap: Rekap) -> Iterator[str]:
    """Yield Indonesian sentences on a recap and what it is drawn from, the most important first."""
    unit, sorotan, sama = rekap.unit, rekap.sorotan, rekap.asn_sama
    yield from map(_usang, sorotan.usang)
    yield from _versi_lain(bahan)
    yield from _hilang(sorotan.bulan_hilang)
    if rekap.dibandingkan and sama and not sama.semua:
        desimal = bahan.aturan.desimal
        awal, akhir = (tulis_rata(rata, desimal) for rata in (sama.awal, sama.akhir))
        yield (
            f"Rata-rata {rekap.dibandingkan[0].label} dan {rekap.dibandingkan[1].label} bukan dari ASN yang sama. Bagi {sama.jumlah} ASN yang "
            f"dinilai pada keduanya, rata-rata NHK {awal} menjadi {akhir}."
        )
    if belum := [u.ringkas.kode for u in sorotan.belum_dihitung]:
        yield f"Belum dihitung untuk {bahan.periode.label}: {sebut_beberapa(belum)}. Unit itu tidak ikut dalam jumlah dan rata-rata."
    yield from _keluar_dari_skema(bahan)
    yield from _tanpa_pegawai(bahan, rekap)
    yield from (
        f"{u.ringkas.jumlah_asn} ASN tidak jelas unitnya karena baris di skema keliru; mereka dihitung dalam jumlah, di baris {u.ringkas.nama}."
        for u in unit
        if not u.ringkas.kode
    )
    if sementara := kalimat_sementara(u.ringkas for u in unit):
        yield sementara
    if tanpa := sum(asn.status == BELUM_DINILAI for u in unit for asn in u.asn):
        yield (
            f"{tanpa} ASN belum dinilai, jadi tidak ikut dalam rata-rata dan sebaran. Sebabnya ada di lembar unitnya pada rekap.xlsx."
        )
    yield from _kedudukan(bahan, rekap)
    if kecil := [u.ringkas.kode for u in unit if u.tanda == UNIT_KECIL]:
        yield (
            f"Unit kecil, kurang dari {bahan.pengaturan.unit_kecil} ASN yang dinilai: {sebut_beberapa(kecil)}. "
            "Rata-ratanya mudah berubah karena satu orang; bandingkan dengan hati-hati."
        )
    yield from _tidak_ditandai(bahan, rekap)


def _tidak_ditandai(bahan: BahanRekap, rekap: Rekap) -> Iterator[str]:
    """Yield who would be marked as small by default and is not: one person may lead the ranking unmarked."""
    kini, bawaan = bahan.pengaturan.unit_kecil, PengaturanRekap().unit_kecil
    if kode := [
        u.ringkas.kode
        for u in rekap.unit
        if kini <= u.ringkas.dinilai < bawaan and u.tanda != BELUM_DIPERINGKAT
    ]:
        yield (
            f"Unit ditandai kecil bila kurang dari {kini} ASN-nya dinilai ([rekap] unit-kecil; bawaannya {bawaan}), jadi tanpa tanda: "
            f"{sebut_beberapa(kode)}. Rata-ratanya tetap mudah berubah karena satu orang."
        )


def _pengaturan_lain(pengaturan: PengaturanRekap) -> Iterator[str]:
    """Yield each setting by which groups may be kept out of sight, or a draw be chosen, that is not the default."""
    bawaan = PengaturanRekap()
    for kunci in ("kelompok_terkecil", "k_publik", "benih", "ulangan"):
        kini, semula = getattr(pengaturan, kunci), getattr(bawaan, kunci)
        if kini != semula:
            yield f"{kunci.replace('_', '-')} {kini} ({semula})"


def _kedudukan(bahan: BahanRekap, rekap: Rekap) -> Iterator[str]:
    """Yield sentences on who has no rank, whose rank is lifted, and who rose in NHK and fell in predikat."""
    desimal = bahan.aturan.desimal
    cakupan, bawaan = bahan.pengaturan.cakupan_peringkat, PengaturanRekap().cakupan_peringkat
    if cakupan < bawaan:
        yield (
            f"Peringkat diberikan sejak {cakupan} persen ASN sebuah unit dinilai ([rekap] cakupan-peringkat; bawaannya {bawaan}): unit "
            "yang membiarkan yang lemah belum dinilai ikut diperingkat."
        )
    if lain := [*_pengaturan_lain(bahan.pengaturan)]:
        yield (
            f"[rekap] di asn-nilai.toml lain daripada bawaannya (dalam kurung): {', '.join(lain)}. Apa yang dibandingkan di lembar "
            "Keadilan dan apa yang diumumkan mengikutinya."
        )
    if tanpa := rekap.sorotan.belum_diperingkat:
        isi = [f"{u.ringkas.kode} ({sebut_dinilai(u)})" for u in tanpa]
        yield (
            f"Belum diperingkat, karena kurang dari {bahan.pengaturan.cakupan_peringkat} persen ASN-nya dinilai: {sebut_beberapa(isi)}. "
            "Rata-ratanya masih dapat banyak berubah; rentangnya ada di lembar Peringkat pada rekap.xlsx."
        )
    if berpola := [t.unit for t in bahan.temuan if t.kode == BELUM_BERPOLA and t.unit in bahan.unit]:
        yield (
            f"Yang belum dinilai di {sebut_beberapa(berpola)} jelas lebih rendah daripada yang dinilai, ketika keduanya terakhir dinilai "
            f"(temuan {BELUM_BERPOLA}): rata-ratanya tampak lebih baik karenanya."
        )
    for u in rekap.unit:
        if u.kedudukan.terangkat:
            yield f"{u.ringkas.kode}: {next(keterangan_kedudukan(u, desimal))}."
    if naik := rekap.naik_turun_predikat:
        nama = [f"{g.nama} ({g.predikat_awal} → {g.predikat_akhir})" for g in naik]
        yield f"NHK naik tetapi predikat turun, jadi tidak disebut naik: {sebut_beberapa(nama)}."


def _tanpa_pegawai(bahan: BahanRekap, rekap: Rekap) -> Iterator[str]:
    """Yield the units in which nobody stands any more, with where their people are now: merged into another, one that did badly is gone."""
    for u in rekap.unit:
        if u.ringkas.jumlah_asn or not u.ringkas.kode or u.ringkas.status == BELUM_DIHITUNG:
            continue
        berpegawai = [ini for ini in zip(bahan.bulan, u.bulan, strict=True) if ini[1].jumlah_asn]
        if not berpegawai:
            continue
        bulan, titik = berpegawai[-1]
        nilai = bahan.bulanan[bulan].nilai
        nip = nilai[(nilai["kode_unit"] == u.ringkas.kode) & (nilai["status"] != PINDAH)]["nip"]
        kini = Counter(_tempat(bahan, milik) for milik in nip)
        rata = f", rata-rata NHK {tulis_rata(titik.rata_rata, bahan.aturan.desimal)}" if titik.dinilai else ""
        yield (
            f"{u.ringkas.kode} tidak mempunyai ASN lagi, jadi tidak diperingkat. {titik.jumlah_asn} ASN-nya pada {bulan.label}{rata}, "
            f"pada {bahan.periode.label}: {', '.join(f'{banyak} {tempat}' for tempat, banyak in kini.items())}."
        )


def _tempat(bahan: BahanRekap, nip: str) -> str:
    """Return where somebody stands in the period, the last of the places."""
    semua = [p for p in bahan.skema.penempatan_asn.get(nip, ()) if p.bulan_dalam(bahan.periode)]
    return f"di {semua[-1].kode_unit}" if semua else "tidak ditempatkan"


def _hilang(bulan_hilang: Iterable[BulanRekap]) -> Iterator[str]:
    """Yield one sentence for each reason why months are missing."""
    menurut: dict[str, list[Bulan]] = {}
    for baris in bulan_hilang:
        menurut.setdefault(baris.sebab, []).append(baris.bulan)
    for sebab, semua in menurut.items():
        nama = [*(NAMA_BULAN[bulan.bulan - 1] for bulan in semua[:-1]), semua[-1].label]
        yield f"Hasil {', '.join(nama)} {sebab}. Kosong di rekap ini, bukan nol."


def _versi_lain(bahan: BahanRekap) -> Iterator[str]:
    """Yield a sentence for each other version of the program whose results are in the recap."""
    menurut: dict[tuple[str, bool], list[str]] = {}
    for hasil in bahan.semua_hasil:
        menurut.setdefault((hasil.program, hasil.program_baru), []).append(hasil.periode.label)
    for (program, baru), label in menurut.items():
        if program:
            cara = (
                "Versi itu lebih baru daripada program di komputer ini: perbarui dahulu program di sini, lalu susun rekap ini lagi."
                if baru
                else "Agar semua dihitung dengan cara yang sama, jalankan: asn-nilai hitung --semua"
            )
            yield f"Hasil {', '.join(label)} ditulis versi lain program ini ({program}). {cara}"


def _usang(hasil: PeriodeUsang) -> str:
    """Return the sentence on a period whose results are older than their inputs, or without some of them."""
    kode = [u.ringkas.kode for u in hasil.gabungan.unit]
    siapa = "semua unit" if hasil.gabungan.semua else sebut_beberapa(kode)
    berkas = sebut_beberapa(hasil.gabungan.berkas)
    keadaan, sebab = (
        ("belum lengkap", f"{TAK_TERBACA}: {berkas}")
        if hasil.tertahan
        else ("sudah usang", f"sejak dihitung, berubah {berkas}. Angkanya masih yang lama")
    )
    return f"Hasil {hasil.periode.label} {keadaan} untuk {siapa}: {sebab}. Jalankan: {hasil.perintah}"


def _keluar_dari_skema(bahan: BahanRekap) -> Iterator[str]:
    """Yield a sentence where results hold units that the register no longer knows; of a choice nobody expects them."""
    ada = dict.fromkeys(kode for hasil in bahan.semua_hasil for kode in hasil.ringkas)
    keluar = [kode for kode in ada if kode and kode not in bahan.skema.unit]
    if keluar and not bahan.terpilih:
        yield (
            f"Ada hasil untuk {sebut_beberapa(keluar)}, tetapi unit itu tidak ada lagi di skema. Unit itu tidak ikut dalam rekap ini."
        )
