@echo off
rem Starts Errata: its window, or with a command (import, evaluate, ... see errata --help) the command line.
rem ERRATA_JAVA is the Java to use, ERRATA_JAVA_OPTS holds options for it, for example -Xmx8g.
rem ERRATA_WORKSPACE is the workspace of the window.
setlocal
set "HOME_DIR=%~dp0"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined ERRATA_JAVA set "JAVA=%ERRATA_JAVA%"
if not defined ERRATA_WORKSPACE set "ERRATA_WORKSPACE=%USERPROFILE%\errata-workspace"
set "INFO=%HOME_DIR%configuration\org.eclipse.equinox.simpleconfigurator\bundles.info"
set "COMMON=-XX:+UseParallelGC -XX:MaxRAMPercentage=50 -Djava.awt.headless=true"

rem Most of the start is compiling: thoroughly later than usual.
set "QUICK=-XX:+IgnoreUnrecognizedVMOptions -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=3000 -XX:Tier4CompileThreshold=40000"

if "%~1"=="" goto window
for %%v in (-h --help -V --version) do if "%~1"=="%%v" goto commandline
set "FIRST=%~1"
if "%FIRST:~0,1%"=="-" goto window
if /i "%~x1"==".errata" goto window
if "%~2"=="" if exist "%~1\dataset.errata" goto window

rem The command line is plain Java: without the platform it starts in a quarter of the time.
:commandline
set "NAMES=dev.errata.cli dev.errata.engine dev.errata.formats dev.errata.dataset dev.errata.review picocli"
set "NAMES=%NAMES% com.fasterxml.jackson.core.jackson-core com.fasterxml.jackson.core.jackson-databind"
set "NAMES=%NAMES% com.fasterxml.jackson.core.jackson-annotations org.snakeyaml.engine org.tukaani.xz"
set "NAMES=%NAMES% org.apache.commons.commons-compress org.apache.commons.commons-io org.apache.commons.lang3"
set "NAMES=%NAMES% org.eclipse.emf.common org.eclipse.emf.ecore org.eclipse.emf.ecore.change org.eclipse.emf.ecore.xmi org.eclipse.emf.edit org.postgresql.jdbc"
set "JARS="
for /f "usebackq tokens=1,3 delims=," %%a in ("%INFO%") do for %%n in (%NAMES%) do if "%%a"=="%%n" call set "JARS=%%JARS%%%HOME_DIR%%%b;"
"%JAVA%" %COMMON% -XX:-UsePerfData -XX:FreqInlineSize=150 %ERRATA_JAVA_OPTS% -cp "%JARS%" dev.errata.cli.Main %*
exit /b %ERRORLEVEL%

rem 23: the workbench asks to be started again
:window
for /f "usebackq tokens=1,3 delims=," %%a in ("%INFO%") do if "%%a"=="org.eclipse.equinox.launcher" set "LAUNCHER=%HOME_DIR%%%b"
"%JAVA%" %COMMON% %QUICK% --enable-native-access=ALL-UNNAMED -Dosgi.sharedConfiguration.area="%HOME_DIR%configuration" -Dosgi.sharedConfiguration.area.readOnly=true -Dosgi.configuration.cascaded=true -Dosgi.configuration.area="%LOCALAPPDATA%\errata\window" %ERRATA_JAVA_OPTS% -jar "%LAUNCHER%" -name Errata -product dev.errata.app.product -data "%ERRATA_WORKSPACE%" %*
if %ERRORLEVEL%==23 goto window
exit /b %ERRORLEVEL%
