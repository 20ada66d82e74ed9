@echo off
setlocal
if not exist "%~dp0python\python.exe" goto belum_diekstrak
"%~dp0python\python.exe" -m asn_nilai %*
exit /b %errorlevel%

:belum_diekstrak
echo Program ini belum diekstrak dari berkas zip. Klik kanan berkas zip-nya, pilih Ekstrak Semua (Extract All), >&2
echo lalu jalankan asn-nilai.cmd di folder hasil ekstraknya. >&2
exit /b 2
