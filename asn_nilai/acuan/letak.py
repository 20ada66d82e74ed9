"""A place in a submission: what a finding points at, and where a figure comes from."""

from asn_nilai.acuan.baris_ringan import baris_ringan


@baris_ringan
class Letak:
    """A place: file (relative to the work folder, `/` as separator), sheet and A1 cell; blank where unknown."""

    berkas: str = ""
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        if self.berkas and self.lembar and self.sel:
            return f"{self.berkas} › {self.lembar} › {self.sel}"
        return " › ".join(filter(None, (self.berkas, self.lembar, self.sel)))
