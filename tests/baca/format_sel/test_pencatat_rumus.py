"""The formulas of a sheet, each at its cell, however its program writes them down."""

import pytest
from buku_mentah import EKOR, KEPALA, baca_pertama, buku_xlsx

from asn_nilai.baca.format_sel.lembar import FormatSel
from asn_nilai.baca.format_sel.rumus import PencatatRumus, rumus_ods

SEL = (
    '<row r="9"><c r="H9"><f>G9&amp;"x"</f><v>1</v></c><c r="I9" s="0"><f aca="false">SUM(A1:B2)</f><v>2</v></c></row>'
    '<row r="10"><c r="H10"><f t="shared" ref="H10:I11" si="0">G10*$C$3+\'G1\'!G10&amp;"G10"</f><v>3</v></c><c r="I10"><f t="shared" si="0"/><v>4</v></c></row>'
    '<row r="11"><c r="H11"><f t="shared" si="0"></f><v>5</v></c><c r="I11"><v>6</v></c><c r="J11"><f t="shared" si="7"/><v>7</v></c></row>'
)
RUMUS = {
    (8, 7): 'G9&"x"',
    (8, 8): "SUM(A1:B2)",
    (9, 7): "G10*$C$3+'G1'!G10&\"G10\"",
    (9, 8): "H10*$C$3+'G1'!H10&\"G10\"",
    (10, 7): "G11*$C$3+'G1'!G11&\"G10\"",
}


def rumus(sel: str) -> dict[tuple[int, int], str]:
    return baca_pertama(buku_xlsx(KEPALA + sel.encode() + EKOR)).format_sel.rumus


def test_rumus_ada_di_selnya_juga_yang_dipakai_bersama():
    assert rumus(SEL) == RUMUS


@pytest.mark.parametrize(
    "lain", ['<row r="12" hidden="1"/>', '<row r=\'12\'><c r="A12" t="e"><v>#N/A</v></c></row>']
)
def test_lembar_yang_ditelusuri_unsur_demi_unsur_berkata_sama(lain):
    assert rumus(SEL + lain) == RUMUS
    assert rumus(SEL.replace(' r="H9"', " r='H9'")) == RUMUS


def test_yang_bukan_rujukan_tidak_ikut_bergeser():
    format_sel = FormatSel()
    pencatat = PencatatRumus(format_sel)
    pencatat.catat((0, 0), "LOG10(A1)+ATAN2(B$1,$C1)+Z1", "0")
    pencatat.catat((2, 1), "", "0")
    assert format_sel.rumus[2, 1] == "LOG10(B3)+ATAN2(C$1,$C3)+AA3"


@pytest.mark.parametrize(
    ("tertulis", "dibaca"),
    [
        ("of:=[.G10]*2", "G10*2"), ("of:=SUM([.G10:.$G$12])", "SUM(G10:$G$12)"), ("of:=[$Target.L10]", "Target!L10"),
        ("of:=[$'Target 2026'.L10]+1", "'Target 2026'!L10+1"), ("of:=['file:///a/b.ods'#$Rekap.A1]", "['file:///a/b.ods'#$Rekap.A1]"),
        ("of:=1/3", "1/3"),
    ],
)  # fmt: skip
def test_rumus_ods_ditulis_seperti_di_excel(tertulis, dibaca):
    assert rumus_ods(tertulis) == dibaca
