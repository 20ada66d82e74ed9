"""The ground of reading: bytes that may be renamed, cut off, locked or built to fill a disk, opened safely or refused.

`galat` why a file cannot be read · `jenis` which kind of workbook the bytes are · `arsip` the parts of a zip within limits, `daftar_isi` its directory, `deflate` what unpacks them ·
`kemas_ulang` the same parts for a second reader · `urai_xml` XML as events, without declarations
"""
