#!/usr/bin/env bash
# Everything that is checked without running the tests: formatting, lints, documentation, licences. Says how long each took.
set -euo pipefail
cd "$(dirname "$0")/.."

timed() {
    local name=$1 begun=$SECONDS
    shift
    echo "== $name"
    if ! "$@"; then
        echo "== $name FAILED after $((SECONDS - begun)) s" >&2
        exit 1
    fi
    echo "== $name: $((SECONDS - begun)) s"
}

documentation() {
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
}

# Kept in the build folder, so that nothing is installed into anybody's home.
tools=${CARGO_TARGET_DIR:-target}/tools
PATH=$PATH:$PWD/$tools/bin:$tools/bin
licences() {
    if ! command -v cargo-deny >/dev/null 2>&1; then
        echo "cargo-deny is missing; building it once into $tools (2 to 4 minutes)"
        cargo install cargo-deny --version '^0.20' --locked --debug --quiet --root "$tools"
    fi
    cargo deny --log-level error check licenses bans sources
}

timed "formatting" cargo fmt --check
timed "lints" cargo clippy --locked --all-targets --quiet -- -D warnings
timed "documentation" documentation
timed "licences and sources of dependencies" licences
