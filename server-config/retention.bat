@echo off
rem Asks MusicMuse's retention engine for a run, or how it stands: docs/operations.md.
rem   bin\retention.bat run [RULE...] / dry [RULE...] / status / report RUN
rem Reads MUSICMUSE_DB_URL, MUSICMUSE_DB_USER and MUSICMUSE_DB_PASSWORD. Exit code: 0 done, 1 needs somebody, 2 no answer.
set HOME_DIR=%~dp0..
if "%JAVA_HOME%"=="" (set JAVA=java) else (set JAVA="%JAVA_HOME%\bin\java")
%JAVA% -cp "%HOME_DIR%\lib\musicmuse\retention-command.jar;%HOME_DIR%\modules\org\postgresql\main\*;%~dp0..\glassfish\domains\domain1\lib\*" io.astrionix.musicmuse.retention.command.RetentionCommand %*
