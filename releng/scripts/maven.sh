# Sourced by mvnw and errata: finds a Maven that Tycho 5 runs on (3.9.9 or later) and sets $maven.

maven_version=3.9.11

maven_is_new_enough() {
    version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
    [ -n "$version" ] || return 1
    lowest=$(printf '%s\n%s\n' 3.9.9 "$version" | sort -V | head -n 1)
    [ "$lowest" = 3.9.9 ]
}

use_maven() {
    system=$(command -v mvn || true)
    if [ -n "$system" ] && maven_is_new_enough "$system"; then
        maven=$system
        return
    fi
    tools=${ERRATA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/errata/tools}
    maven=$tools/apache-maven-$maven_version/bin/mvn
    [ ! -x "$maven" ] || return 0
    if [ -z "$system" ]; then
        echo "Errata is built with Maven 3.9.9 or later and found none. Install any Maven (Debian: apt-get install maven);" \
            "where it is too old, a newer one is fetched through it." >&2
        exit 1
    fi
    echo "Fetching Maven $maven_version through $system" >&2
    mkdir -p "$tools"
    # In a folder of its own: the old Maven must not read this project, which it cannot build.
    staging=$(mktemp -d "$tools/fetch.XXXXXX")
    if ! (cd "$staging" && "$system" -q -B dependency:copy -DoutputDirectory="$staging" \
        -Dartifact=org.apache.maven:apache-maven:$maven_version:zip:bin >"$staging/log" 2>&1 &&
        "$JAVA_HOME/bin/jar" xf "apache-maven-$maven_version-bin.zip"); then
        cat "$staging/log" >&2
        echo "Maven $maven_version could not be fetched. Install Maven 3.9.9 or later and put it first in PATH." >&2
        exit 1
    fi
    chmod +x "$staging/apache-maven-$maven_version/bin/mvn"
    mv "$staging/apache-maven-$maven_version" "$tools/" 2>/dev/null || [ -x "$maven" ]
    rm -rf "$staging"
}
