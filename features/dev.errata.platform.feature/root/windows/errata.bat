@echo off
rem Starts Errata: without a verb its window, with one (import, evaluate, ...) the command line.
rem ERRATA_JAVA_OPTS holds options for Java, for example -Xmx4g. ERRATA_WORKSPACE is the workspace of the window.
setlocal
set "HOME_DIR=%~dp0"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
if not defined ERRATA_WORKSPACE set "ERRATA_WORKSPACE=%USERPROFILE%\errata-workspace"
for %%f in ("%HOME_DIR%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
set "COMMON=-XX:+UseParallelGC -Djava.awt.headless=true %ERRATA_JAVA_OPTS%"
if "%~1"=="" goto window
echo %1 | findstr /b /c:"-" >nul && goto window
"%JAVA%" %COMMON% -Dosgi.configuration.area="%LOCALAPPDATA%\errata\cli" -Dosgi.sharedConfiguration.area="%HOME_DIR%configuration" -Dosgi.configuration.cascaded=true -jar "%LAUNCHER%" -nosplash -application dev.errata.cli.application -data @none %*
exit /b %ERRORLEVEL%
:window
"%JAVA%" %COMMON% -Dosgi.configuration.area="%LOCALAPPDATA%\errata\window" -Dosgi.sharedConfiguration.area="%HOME_DIR%configuration" -Dosgi.configuration.cascaded=true -jar "%LAUNCHER%" -name Errata -product dev.errata.app.product -data "%ERRATA_WORKSPACE%" %*
if %ERRORLEVEL%==23 goto window
exit /b %ERRORLEVEL%
