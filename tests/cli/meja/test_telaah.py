"""What the desk offers beside the month's work: objection, comparison, check of the register and of the results."""

import shutil
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.meja import isian
from asn_nilai.cli.perintah import PERINTAH

MEI = Bulan(2026, 5).periode
DIHITUNG = KeadaanPeriode(MEI, 2, 2, dihitung=True, asn=9, dinilai=9)
SEMUA = ["keberatan", "jelaskan", "banding", "cocokkan", "riwayat", "verifikasi", ""]


@pytest.mark.parametrize(
    ("kerja", "ditawarkan"), [(KeadaanPeriode(MEI, 2, 2), ["jelaskan", "banding", ""]), (DIHITUNG, SEMUA)]
)
def test_yang_dapat_ditelaah(tmp_path, monkeypatch, kerja, ditawarkan):
    semua = []
    monkeypatch.setattr(isian.tanya, "pilih", lambda _, jawaban: semua.extend(jawaban) or "")
    assert isian.tanya_telaah(Layar(), tmp_path, kerja) == ()
    assert [nilai for nilai, _ in semua] == ditawarkan
    assert {nilai for nilai, _ in semua if nilai} <= {*PERINTAH}
    for nilai, label in semua:
        assert not nilai or f"(asn-nilai {nilai}" in label


@pytest.mark.parametrize(
    ("pilihan", "perintah"),
    [
        ("jelaskan", ("jelaskan", "--semua", "--periode", "2026-05")),
        ("cocokkan", ("cocokkan", "--periode", "2026-05")),
        ("riwayat", ("riwayat", "--periode", "2026-05")),
        ("verifikasi", ("verifikasi", "--periode", "2026-05")),
    ],
)
def test_perintah_tiap_pilihan(tmp_path, monkeypatch, pilihan, perintah):
    monkeypatch.setattr(isian.tanya, "pilih", lambda *_: pilihan)
    assert isian.tanya_telaah(Layar(), tmp_path, DIHITUNG) == perintah


def test_keberatan_menanyakan_siapa_dan_kapan_diterima(januari, meja):
    lari = meja(
        januari, "3", "14", "1", "", "14", "1", "arifmuldani", "kemarin lusa", "05/02/2026", "", "0",
    )  # fmt: skip
    awal = f'keberatan 200103182022041954 "{januari}" --periode 2026-01'
    assert lari.perintah == [f'hitung "{januari}" --periode 2026-01', f"{awal} --diterima 05/02/2026"]
    assert "Tanggal 'kemarin lusa' tidak dikenal." in lari.kata
    assert "Hasil diterima 5 Februari 2026, jadi hari terakhirnya 19 Februari 2026." in " ".join(
        lari.kata.split()
    )
    assert (januari / "dokumen/2026-01/keberatan_200103182022041954.zip").is_file()
    assert f"Bukalah: {januari / 'dokumen/2026-01'}\n" in lari.kata
    assert lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 1
    lari.banding("keberatan")
    assert meja(januari, "12", "Januari", "14", "1", "arifmuldani", "", "", "0").perintah == [awal]  # today


def test_banding_dua_berkas_yang_diseret(januari, meja, tmp_path):
    lama, baru = januari / "capaian/2026-01/KEL-TD.xlsx", tmp_path / "kiriman baru.xlsx"
    shutil.copy(lama, baru)
    lari = meja(
        januari, "14", "2", "", "14", "2", str(tmp_path / "tiada.xlsx"), f'"{lama}"', str(januari), f"'{baru}'", "0"
    )  # fmt: skip
    assert lari.perintah == [f'banding "{lama}" "{baru}"']
    assert f"Berkas {tmp_path / 'tiada.xlsx'} tidak ada." in lari.kata
    assert lari.kata.count("Dibatalkan; tidak ada yang berubah.") == 1
    lama_diminta, baru_diminta = (
        f"Kiriman yang {mana}: tempel alamat berkasnya, atau seret ke sini (Enter saja: batal): "
        for mana in ("lama", "baru")
    )
    assert f"{lama_diminta}Dibatalkan; tidak ada yang berubah.\n" in lari.kata
    assert (
        f"{lama_diminta}Berkas {tmp_path / 'tiada.xlsx'} tidak ada.\n{lama_diminta}"
        f"{baru_diminta}Berkas {januari} tidak ada.\n{baru_diminta}\n"  # a folder is no workbook
    ) in lari.kata


@pytest.mark.parametrize(("banyak", "dipilih"), [(15, True), (16, False)])
def test_paling_banyak_lima_belas_orang_masih_dapat_dipilih(monkeypatch, capsys, banyak, dipilih):
    semua = [SimpleNamespace(nip=str(nomor), nama=f"Orang {nomor}", kode_unit="A") for nomor in range(banyak)]
    ketikan = iter(["orang", ""])
    monkeypatch.setattr(isian, "siapkan_tahun", lambda _: SimpleNamespace(skema=None))
    monkeypatch.setattr(isian, "cari_asn", lambda *_: semua)
    monkeypatch.setattr(isian.tanya, "ketik", lambda _: next(ketikan))
    monkeypatch.setattr(isian.tanya, "pilih", lambda _, jawaban, __: jawaban[-2][0])
    perintah = isian.tanya_asn(Layar(), None, MEI)
    assert perintah == (("jelaskan", "14", "--periode", "2026-05") if dipilih else ())
    assert ("16 orang. Ketik lebih lengkap" in capsys.readouterr().err) is not dipilih
