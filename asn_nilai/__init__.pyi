# What type checkers and editors see of the names that `__init__.py` loads late.
from asn_nilai.api import (
    Bulan as Bulan,
)
from asn_nilai.api import (
    HasilNilai as HasilNilai,
)
from asn_nilai.api import (
    HasilPeriksa as HasilPeriksa,
)
from asn_nilai.api import (
    HasilTerbit as HasilTerbit,
)
from asn_nilai.api import (
    HasilUnit as HasilUnit,
)
from asn_nilai.api import (
    Letak as Letak,
)
from asn_nilai.api import (
    NilaiAsn as NilaiAsn,
)
from asn_nilai.api import (
    NilaiIndikator as NilaiIndikator,
)
from asn_nilai.api import (
    PenggunaanError as PenggunaanError,
)
from asn_nilai.api import (
    Penjelasan as Penjelasan,
)
from asn_nilai.api import (
    Periode as Periode,
)
from asn_nilai.api import (
    RuangTerbuka as RuangTerbuka,
)
from asn_nilai.api import (
    SetoranUnit as SetoranUnit,
)
from asn_nilai.api import (
    Temuan as Temuan,
)
from asn_nilai.api import (
    Tingkat as Tingkat,
)
from asn_nilai.api import (
    Unit as Unit,
)
from asn_nilai.api import (
    buka_ruang_kerja as buka_ruang_kerja,
)

__version__: str
