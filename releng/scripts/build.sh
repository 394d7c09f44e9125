# Sourced by errata: sets $product to the folder of the product for this machine, built anew only if a source changed.

build_if_needed() {
    products=$1/releng/dev.errata.product/target/products/errata
    case $(uname) in
    Darwin) product=$products/macosx/cocoa/aarch64/Eclipse.app/Contents/Eclipse ;;
    *) product=$products/linux/gtk/x86_64 ;;
    esac
    stamp=$1/releng/dev.errata.product/target/built
    if [ -e "$stamp" ] && [ -x "$product/errata" ] && [ -z "$(changed_since "$1" "$stamp")" ]; then
        return
    fi
    log=$1/releng/dev.errata.product/build.log
    echo "Building Errata (a minute or two the first time; log: $log)" >&2
    started=$(mktemp)
    if ! (cd "$1" && ./mvnw -Dmaven.test.skip=true package >"$log" 2>&1); then
        grep -E '^\[ERROR\]' "$log" | head -n 20 >&2
        echo "The build failed; the whole log is in $log" >&2
        exit 1
    fi
    mv "$started" "$stamp"
    rm -f "$log"
}

# One source file that is newer than the last build, or nothing.
changed_since() {
    find "$1/pom.xml" "$1/bundles" "$1/features" "$1/releng" "$1/target-platform" \
        -name target -prune -o -name bin -prune -o -name scripts -prune -o -type f -newer "$2" -print | head -n 1
}
