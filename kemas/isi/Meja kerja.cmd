@echo off
rem Klik dua kali, atau jatuhkan folder ruang kerja (satu tahun) atau daftar pegawai kantor ke atas berkas ini.
rem Yang dijatuhkan sampai di sini tanpa tanda kutip bila namanya tanpa spasi; pecahannya di koma, = dan ; disatukan lagi oleh bintangnya.
setlocal
title asn-nilai: meja kerja
if not exist "%~dp0python\python.exe" goto belum_diekstrak
rem Explorer memulainya di folder program, dari jaringan di folder Windows; keduanya bukan tempat data, dan yang pertama dihapus bila program diperbarui.
if /i "%cd%\"=="%~dp0" goto dokumen
if /i "%cd%"=="%SystemRoot%" goto dokumen
goto buka

:dokumen
cd /d "%USERPROFILE%"
if exist Documents\ cd Documents

:buka
"%~dp0python\python.exe" -m asn_nilai meja %*
if %errorlevel% neq 0 goto tahan
exit /b 0

:belum_diekstrak
echo Program ini belum diekstrak dari berkas zip.
echo Tutup jendela ini, klik kanan berkas zip-nya, pilih Ekstrak Semua (Extract All),
echo lalu klik dua kali "Meja kerja" di folder hasil ekstraknya.

:tahan
echo.
echo Tekan sembarang tombol untuk menutup jendela ini.
pause >nul
exit /b 2
