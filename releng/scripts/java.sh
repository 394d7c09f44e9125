# Sourced by mvnw and errata: finds a JDK 21 or later and exports it as JAVA_HOME.

java_version() {
    "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

use_jdk() {
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
    fi
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -x "$candidate/bin/java" ]; then
            version=$(java_version "$candidate/bin/java")
            if [ "${version:-0}" -ge 21 ]; then
                JAVA_HOME=$candidate
                export JAVA_HOME
                return
            fi
        fi
    done
    echo "Errata needs a JDK 21 or later and found none. Install one (Debian: apt-get install openjdk-21-jdk, or a Temurin" \
        "package) or set JAVA_HOME to it, then try again." >&2
    exit 1
}
