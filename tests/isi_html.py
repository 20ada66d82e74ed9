"""What a page says, read from its text without a browser: tables, lists and figures as a reader sees them."""

from html.parser import HTMLParser

_TANPA_ISI = {"meta", "rect", "line", "circle", "input", "br"}


class _Pembaca(HTMLParser):
    """Collects the text of each element that `dicari` names, without what only screen readers hear."""

    def __init__(self, dicari: str) -> None:
        super().__init__()
        self._nama, _, self._kelas = dicari.partition(".")
        self._tumpukan: list[tuple[str, list[str] | None, bool]] = []
        self.hasil: list[list[str]] = []

    def handle_starttag(self, tag, attrs):
        if tag in _TANPA_ISI:
            return
        kelas = (dict(attrs).get("class") or "").split()
        kena = tag == self._nama and (not self._kelas or self._kelas in kelas)
        sunyi = "baca" in kelas or tag in {"svg", "style", "script"}
        catat: list[str] | None = [] if kena else None
        if kena:
            self.hasil.append(catat)
        if tag in {"small", "td", "th", "li"}:
            self.handle_data("\n")
        self._tumpukan.append((tag, catat, sunyi))

    def handle_endtag(self, tag):
        if tag not in _TANPA_ISI:
            while self._tumpukan and self._tumpukan.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not any(sunyi for *_, sunyi in self._tumpukan):
            for _, catat, _ in self._tumpukan:
                if catat is not None:
                    catat.append(data)


def isi(teks: str, dicari: str) -> list[str]:
    """Return the text of each element of a page, `tag` or `tag.class`; small print and cells stand on their own line."""
    pembaca = _Pembaca(dicari)
    pembaca.feed(teks)
    return [
        "\n".join(" ".join(b.split()) for b in "".join(potongan).split("\n") if b.split())
        for potongan in pembaca.hasil
    ]


def potong(teks: str, id_bagian: str) -> str:
    """Return the part of a page from the section with this id to the end of it."""
    awal = teks.index(f'<section id="{id_bagian}"')
    return teks[awal : teks.index("</section>", awal)]
