@echo off
rem Jendela tempat perintah seperti "asn-nilai hitung" dapat diketik. Folder ruang kerja boleh dijatuhkan ke atas berkas ini.
setlocal
title asn-nilai
set "PATH=%~dp0;%PATH%"
set tujuan="%USERPROFILE%"
if not "%~1"=="" set tujuan=%*
pushd "%tujuan:"=%"
set tujuan=
echo Ketik perintahnya, misalnya: asn-nilai --help
cmd /k
