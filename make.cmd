@echo off
rem What the Makefile does, for Windows: makes the environment, then hands over to invoke (tasks.py).
rem   make            builds the site            make check      says what is wrong
rem   make serve      shows it while you write   make new        writes a new record
rem Every other task of tasks.py works too: make import-word "Bao cao.docx"
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
cd /d "%~dp0"
set "INVOKE=.venv\Scripts\invoke.exe"

fc /b requirements.lock .venv\site >nul 2>nul
if errorlevel 1 call :environment
if errorlevel 1 exit /b 1

set "TASK=%~1"
if "%TASK%"=="" set "TASK=site"
if "%TASK%"=="site" "%INVOKE%" build & goto :end
if "%TASK%"=="fix" "%INVOKE%" check --fix & goto :end
if not "%~2"=="" "%INVOKE%" %* & goto :end
for %%t in (new import-word import-excel) do if "%TASK%"=="%%t" "%INVOKE%" %%t ? & goto :end
"%INVOKE%" %*
:end
exit /b %errorlevel%

:environment
set "PYTHON=py -3"
%PYTHON% -c "" >nul 2>nul
if errorlevel 1 set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
    echo Cần Python 3.11 trở lên. Cài đặt Python, nhớ đánh dấu "Add python.exe to PATH", rồi chạy lại.
    exit /b 1
)
echo Lần đầu chạy: đang chuẩn bị, mất vài phút...
if not exist .venv\Scripts\python.exe %PYTHON% -m venv .venv
if errorlevel 1 exit /b 1
.venv\Scripts\python.exe -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
if errorlevel 1 exit /b 1
copy /y requirements.lock .venv\site >nul
exit /b 0
