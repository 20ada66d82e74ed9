@echo off
rem Jendela tempat perintah seperti "asn-nilai hitung" dapat diketik. Folder ruang kerja boleh dijatuhkan ke atas berkas ini.
setlocal
title asn-nilai
set "PATH=%~dp0;%PATH%"
if "%~1"=="" (cd /d "%USERPROFILE%") else pushd %1
echo Ketik perintahnya, misalnya: asn-nilai --help
cmd /k
