@echo off
rem Verifies MusicMuse's audit log without the application: docs/operations.md.
rem   bin\audit-verify.bat KEYS-FILE ANCHOR-FILE
rem Reads MUSICMUSE_DB_URL, MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD. Exit code: 0 whole, 1 damaged, 2 not checked.
set HOME_DIR=%~dp0..
if "%JAVA_HOME%"=="" (set JAVA=java) else (set JAVA="%JAVA_HOME%\bin\java")
%JAVA% -cp "%HOME_DIR%\lib\musicmuse\audit-chain.jar;%HOME_DIR%\modules\org\postgresql\main\*;%~dp0..\glassfish\domains\domain1\lib\*" io.astrionix.musicmuse.audit.control.chain.VerifyCommand %*
