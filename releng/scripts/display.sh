# Sourced by mvnw: window tests need a display. Where there is none, Xvfb and a small window manager give one.

display_packages="xvfb openbox xdotool fonts-dejavu-core"

has_gtk() {
    for folder in /usr/lib /usr/lib64 /usr/lib/*-linux-gnu /usr/local/lib; do
        [ ! -e "$folder/libgtk-3.so.0" ] || return 0
    done
    return 1
}

install_display_packages() {
    if ! command -v apt-get >/dev/null; then
        return 1
    fi
    elevate=
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || return 1
        elevate=sudo
    fi
    echo "Installing $display_packages and GTK 3 for the window tests" >&2
    export DEBIAN_FRONTEND=noninteractive
    $elevate apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086
    $elevate apt-get install -y -qq --no-install-recommends $display_packages libgtk-3-0 >/dev/null 2>&1 ||
        $elevate apt-get install -y -qq --no-install-recommends $display_packages libgtk-3-0t64 >/dev/null 2>&1
}

use_display() {
    [ "$(uname)" = Linux ] || return 0
    if [ -n "${DISPLAY:-}" ] && command -v xdotool >/dev/null && [ -z "${ERRATA_OWN_DISPLAY:-}" ] && has_gtk; then
        return 0
    fi
    if ! command -v Xvfb >/dev/null || ! command -v openbox >/dev/null || ! command -v xdotool >/dev/null || ! has_gtk; then
        if ! install_display_packages; then
            echo "The window tests need a display. Install $display_packages libgtk-3-0 (Debian; libgtk-3-0t64 in newer ones)" \
                "and try again, or leave tests out with -DskipTests." >&2
            exit 1
        fi
    fi
    number_file=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "${ERRATA_SCREEN:-1600x1000x24}" -nolisten tcp 3>"$number_file" >/dev/null 2>&1 &
    xvfb_pid=$!
    tries=0
    while [ ! -s "$number_file" ]; do
        tries=$((tries + 1))
        if [ $tries -gt 100 ] || ! kill -0 $xvfb_pid 2>/dev/null; then
            echo "Xvfb did not start" >&2
            exit 1
        fi
        sleep 0.1
    done
    DISPLAY=:$(cat "$number_file")
    export DISPLAY
    rm -f "$number_file"
    openbox >/dev/null 2>&1 &
    openbox_pid=$!
    trap release_display EXIT INT TERM
}

release_display() {
    if [ -n "${xvfb_pid:-}" ]; then
        kill "${openbox_pid:-}" "$xvfb_pid" 2>/dev/null || true
        xvfb_pid=
    fi
}
