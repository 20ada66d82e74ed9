"""What is handed to one ASN names nobody else: numbers and names of the register are covered, all other words stay."""

import pytest

from asn_nilai.acuan.isian.register.tirai import Tirai
from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema, Unit

SITI, BUDI, RAJO, TANPA, DEWI = (
    "198603152009032001",
    "199001102015021002",
    "197501012000031003",
    "198001012005011004",
    "199707072022072009",
)
SKEMA = Skema(
    {"KEL": Unit("KEL", "Kelurahan Indah Permai")},
    (
        Penempatan(SITI, "Siti Rahma Putri, S.KM.", "KEL"),
        Penempatan(BUDI, "Budi Koto, S.E.", "KEL"),
        Penempatan("199303032019031005", "Siti Rahma", "KEL"),
        Penempatan("199404042020041006", "Indah", "KEL"),
        Penempatan(TANPA, "", "KEL"),
        Penempatan("199505052021051007", "Juli", "KEL"),
        Penempatan("199606062022061008", "Li", "KEL"),
        Penempatan(DEWI, "dr. Hj. Dewi Sri Lestari, Sp.A, M.Kes", "KEL"),
        Penempatan("199808082023081010", "M. Yusuf Amin", "KEL"),
        Penempatan("199909092024091011", "Drs. Sutan", "KEL"),
    ),
    {},
    (PegawaiCacat(RAJO, "Rajo O'Neil", (), (), ()),),
)


@pytest.mark.parametrize(
    ("teks", "tertutup"),
    [
        ("dengan Budi Koto, S.E. dan BUDI KOTO", "dengan (ASN lain) dan (ASN lain)"),
        ("budi kotoran", "budi kotoran"),
        (f"NIP {BUDI}; 19900110 201502 1 002; 19900110.201502.1.002", "NIP (NIP ASN lain); (NIP ASN lain); (NIP ASN lain)"),
        (f"NIP {SITI} dan 19860315 200903 2 001", f"NIP {SITI} dan 19860315 200903 2 001"),
        ("Siti Rahma Putri", "Siti Rahma Putri"),
        ("Kelurahan Indah Permai", "Kelurahan Indah Permai"),
        ("bersama Li, 3 Juli 2026; li dan ganda", "bersama (ASN lain), 3 Juli 2026; li dan ganda"),
        ("NIP 197501012000031003", "NIP (NIP ASN lain)"),
        ("jumlah 1234567890123456789 dan 95,5", "jumlah 1234567890123456789 dan 95,5"),
        ("lulusan S.E., Sp.A, M.Kes", "lulusan S.E., Sp.A, M.Kes"),
        ("", ""),
    ],
)  # fmt: skip
def test_hanya_orang_lain_yang_tertutup(teks, tertutup):
    assert Tirai(SKEMA, SITI)(teks) == tertutup


N, P = "(NIP ASN lain)", "(ASN lain)"


@pytest.mark.parametrize(
    ("teks", "tertutup"),
    [
        ("BUDI   KOTO; Budi\u00a0Koto; budi\n  koto; Budi\tKoto", f"{P}; {P}; {P}; {P}"),
        ("Bu\u00addi Kot\u200bo; Búdi Kotó; ＢＵＤＩ ＫＯＴＯ", f"{P}; {P}; {P}"),
        ("Koto, Budi lalu KOTO BUDI", f"{P} lalu {P}"),
        ("Budi_Koto.xlsx, Budi-Koto, Budi.Koto", f"{P}.xlsx, {P}, {P}"),
        ("Drs. H. Budi Koto, S.E., M.Si. hadir", f"{P} hadir"),
        ("Pak Budi Koto hadir, dr budi koto juga", f"{P} hadir, {P} juga"),
        ("Dewi Sri Lestari", P), ("dr. Hj. DEWI SRI LESTARI, Sp.A, M.Kes", P), ("dr Dewi Sri Lestari, Sp.A", P),
        ("Dewi Sri mengisi, Lestari Dewi Sri", f"{P} mengisi, {P}"),
        ("Yusuf Amin dan M Yusuf Amin", f"{P} dan {P}"),
        ("Pak sutan, Sutan, SUTAN; sutan", f"{P}, {P}, {P}; sutan"), ("rapat LI dan pak li", f"rapat LI dan {P}"),
        ("Rajo O’Neil, RAJO O`NEIL", f"{P}, {P}"),
        ("Siti Rahma dan SITI  RAHMA PUTRI, S.KM.", f"{P} dan SITI  RAHMA PUTRI, S.KM."),
        ("Putri Siti Rahma", "Putri Siti Rahma"),
        ("Budi dan Koto", "Budi dan Koto"),
        ("dibanding Pak Budi, bu dewi, Ibu Lestari, dan Sdr. Koto", f"dibanding {P}, {P}, {P}, dan {P}"), ("dr. Dewi; drg. dewi; H. Koto", f"{P}; drg. dewi; {P}"),
        ("Bu Siti, Bu Rahma, ibu hamil, Ibu Permai, Pak Li", f"Bu Siti, Bu Rahma, ibu hamil, Ibu Permai, {P}"), ("budi saja", "budi saja"),
        ("Budi K. dan B. Koto, D. Lestari", f"{P}. dan {P}, {P}"), ("Siti R.", "Siti R."), ("laporan_budikoto.pdf, BUDIKOTO, budikotoran", f"laporan_{P}.pdf, {P}, budikotoran"),
        ("sitirahmaputri.xlsx", "sitirahmaputri.xlsx"),
        (f"{BUDI[:8]}-{BUDI[8:14]}-{BUDI[14]}-{BUDI[15:]}", N), (f"{BUDI[:8]}  {BUDI[8:14]}\n{BUDI[14]}\u00a0{BUDI[15:]}", N),
        (" ".join(BUDI), N), ("-".join(BUDI[i : i + 3] for i in range(0, 18, 3)), N),
        ("\u200b".join((BUDI[:9], BUDI[9:])), N), (f"'{BUDI}", f"'{N}"), ("".join(chr(0xFF10 + int(a)) for a in BUDI), N),
        (f"12 {' '.join(BUDI)} 34", f"12 {N} 34"), (f"{SITI} {BUDI} {SITI}", f"{SITI} {N} {SITI}"), (" ".join(SITI), " ".join(SITI)),
        ("1.99001102015021E+17 dan 1,99001102015021e17", f"{N} dan {N}"), ("199001102015021…", N),
        ("1.98603152009032E+17; 198603152009032…", "1.98603152009032E+17; 198603152009032…"),
        ("1.9860315201E+17 dan 1.9860315202E+17", f"1.9860315201E+17 dan {N}"),  # rounded up; no digits of Siti's
        ("198603152009032000 dan 199001102015021000", f"198603152009032000 dan {N}"),
        ("90 95 100 88,5 12.000 45 70 1", "90 95 100 88,5 12.000 45 70 1"),
    ],
)  # fmt: skip
def test_ejaan_yang_lain_pun_tertutup(teks, tertutup):
    assert Tirai(SKEMA, SITI)(teks) == tertutup


@pytest.mark.parametrize(
    ("html", "tertutup"),
    [
        ("<td>Rajo O&#x27;Neil</td> O&#39;Neil Rajo &amp; kawan", f"<td>{P}</td> {P} &amp; kawan"),
        ("<li>bersama Li &amp; 3&nbsp;Juli</li>", f"<li>bersama {P} &amp; 3\u00a0Juli</li>"),
        ('<p title="Budi&#160;Koto &lt;1&gt;">Budi&nbsp;Koto</p>', f'<p title="{P} &lt;1&gt;">{P}</p>'),
        ("<style>.budi .koto {color: red}</style><li>x</li>", "<style>.budi .koto {color: red}</style><li>x</li>"),
        ("<b>1 &lt; 2</b>", "<b>1 &lt; 2</b>"),
    ],
)  # fmt: skip
def test_halaman_tertutup_tanpa_mengubah_yang_lain(html, tertutup):
    assert Tirai(SKEMA, SITI).halaman(html) == tertutup


@pytest.mark.parametrize(
    ("lain", "teks", "tertutup"),
    [
        ("Rahma Putri Dewi", "Rahma Putri dan Rahma Putri Dewi", f"Rahma Putri dan {P}"),
        ("Rahma", "Rahma hadir", "Rahma hadir"),
        ("Rahma Putri", "Rahma Putri hadir", f"{P} hadir"),
    ],
)
def test_nama_sendiri_tidak_tertutup_karena_rekan_yang_mirip(lain, teks, tertutup):
    """A colleague's first names, or only name, may be part of the ASN's own; a whole name of several words is the colleague's."""
    skema = Skema({}, (Penempatan(SITI, "Siti Rahma Putri", "KEL"), Penempatan(BUDI, lain, "KEL")), {})
    assert Tirai(skema, SITI)(teks) == tertutup


@pytest.mark.parametrize(
    ("nip", "tertutup"),
    [("1985/315", N), ("", N), (f"{SITI[:15]}…", "1.98603152009032E+17"), (SITI, "1.98603152009032E+17")],
)
def test_yang_nipnya_sendiri_belum_terbaca(nip, tertutup):
    assert Tirai(SKEMA, nip)("1.98603152009032E+17") == tertutup


@pytest.mark.parametrize(
    ("teks", "tertutup"),
    [
        (
            "Predikat Baik, Analis Mahir menurut Sesuai Ekspektasi",
            "Predikat Baik, Analis Mahir menurut Sesuai Ekspektasi",
        ),
        ("Rata-rata kerja bakti", "Rata-rata kerja bakti"),
        ("Mahir dan Rata ikut", f"{P} dan {P} ikut"),
        ("dibantu Rahmat Bakti dan Rahmat", f"dibantu {P} dan {P}"),
    ],
)
def test_kata_milik_naskah_sendiri_bukan_nama_orang(teks, tertutup):
    """One row of the register with a word of ours as a name would make everybody's package unreadable."""
    nama = ("Baik", "Mahir", "Rata", "Sesuai Ekspektasi", "Rahmat Bakti", "Rahmat")
    skema = Skema(
        {},
        (Penempatan(SITI, "Siti", "KEL"), *(Penempatan(f"19900110201502{n:04}", ini, "KEL") for n, ini in enumerate(nama))),
        {},
    )  # fmt: skip
    kata = ("Baik", "Sesuai Ekspektasi", "Analis Mahir", "Rata-rata", "Kerja bakti", "")
    assert Tirai(skema, SITI, kata)(teks) == tertutup


@pytest.mark.parametrize(
    "gelar",
    [
        "alm", "almh", "apt", "bapak", "bp", "bpk", "bu", "dr", "dra", "drg", "drh", "drs", "h", "haji", "hajah", "hj", "ibu", "ir", "k", "kh", "ki",
        "ners", "ns", "ny", "pak", "prof", "r", "ra", "rd", "rr", "sdr", "sdri", "tgk", "tn", "ust",
    ],
)  # fmt: skip
def test_gelar_di_depan_nama_ikut_tertutup(gelar):
    tirai = Tirai(SKEMA, SITI)
    assert tirai(f"oleh {gelar} Budi Koto") == tirai(f"oleh {gelar.title()}. Budi Koto") == f"oleh {P}"
    orang = Skema({}, (Penempatan(BUDI, f"{gelar}. Budi Koto", "KEL"),), {})
    assert Tirai(orang, SITI)("Budi Koto dan koto budi") == f"{P} dan {P}"


@pytest.mark.parametrize(
    ("teks", "tertutup"),
    [
        ("H. Ahmad Hidayat hadir", f"{P} hadir"),
        ("h ahmad hidayat; H. Ahmad; Ahmad H.", f"{P}; {P}; {P}."),
        ("H. Ahmad Hidayat, Ahmad Hidayat", f"{P}, {P}"),
        ("H. Hidayat, Ahmad", P),
        ("A. Hidayat Siti Rahma", f"{P} Siti Rahma"),
        ("H. Siti Rahma dan H. Siti", f"H. Siti Rahma dan {P}"),
        ("H. Siti Hasan", P),
    ],
)
def test_gelar_sehuruf_yang_serupa_inisial_tidak_meninggalkan_sebagian_nama(teks, tertutup):
    """What stands before a name may be an initial as well; neither the rest of another's name stays, nor half of the ASN's goes."""
    nama = {SITI: "Siti Rahma", BUDI: "Ahmad Hidayat", RAJO: "Siti Hasan"}
    orang = tuple(Penempatan(nip, ini, "KEL") for nip, ini in nama.items())
    assert Tirai(Skema({}, orang, {}), SITI)(teks) == tertutup
