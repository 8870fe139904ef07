#!/usr/bin/env bash
# Installs what this machine lacks, and nothing else. Usage: scripts/bootstrap.sh run|test
# With everything in place it needs neither the network nor root, and says one line.
set -euo pipefail

for_what=${1:-}
case $for_what in
run | test) ;;
*) echo "usage: scripts/bootstrap.sh run|test" >&2; exit 2 ;;
esac

has() { command -v "$1" >/dev/null 2>&1; }
any() { compgen -G "$1" >/dev/null; }
has_postgres() {
    [ -n "${PG_BIN_DIR:-}" ] || any '/usr/lib/postgresql/*/bin/initdb' || { has initdb && has postgres; }
}

if ! has cargo; then
    echo "Rust is missing: install it as https://rustup.rs says, then run this again." >&2
    exit 1
fi

# package, why, and whether it is there: one line each.
missing=()
reasons=()
need() {
    missing+=("$1")
    reasons+=("  $1: $2")
}
has cc || need build-essential "the C compiler and linker that Rust uses"
if [ "$for_what" = test ] || [ -z "${DATABASE_URL:-}" ]; then
    has_postgres || need postgresql "the database; started as a private one under PLENIPO_DATA"
fi
any '/usr/share/fonts/truetype/noto/NotoSans-Regular.*' || need fonts-noto-core "letters of most scripts, for badges"
any '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.*' || need fonts-noto-cjk "Chinese, Japanese and Korean, for badges"
if [ "$for_what" = test ]; then
    has chromium || need chromium "the browser of the browser tests"
    has chromedriver || need chromium-driver "what steers it"
    has zbarimg || need zbar-tools "an independent reader of QR codes"
    has pdftoppm || need poppler-utils "draws the badge PDFs for that reader"
    has xmllint || need libxml2-utils "checks the schedule export against its schema"
    { has python3 && python3 -c 'import aiosmtpd' 2>/dev/null; } || need python3-aiosmtpd "the SMTP server that takes our mail"
fi

if [ ${#missing[@]} -eq 0 ]; then
    echo "bootstrap: everything needed is installed"
    exit 0
fi
echo "bootstrap: this machine lacks"
printf '%s\n' "${reasons[@]}"

if ! has apt-get; then
    echo "This is no Debian machine, so please install them yourself, under whatever names they have here, and run this again." >&2
    echo "PostgreSQL in an unusual place: set PG_BIN_DIR to the folder of initdb and postgres." >&2
    exit 1
fi

install=(apt-get install --yes --no-install-recommends -- "${missing[@]}")
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! has sudo; then
        echo "As root, run:  apt-get update && ${install[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
    # Without a terminal nobody can type a password.
    [ -t 0 ] || as_root+=(--non-interactive)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
step() {
    local begun=$SECONDS
    echo "bootstrap: $1 ..."
    shift
    if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "bootstrap: this failed: ${as_root[*]} $*" >&2
        exit 1
    fi
    echo "bootstrap: done in $((SECONDS - begun)) s"
}
if [ ${#as_root[@]} -gt 0 ] && [ -t 0 ]; then
    echo "bootstrap: sudo may ask for your password"
    sudo --validate
fi
step "reading Debian's package lists (usually under half a minute)" apt-get update
step "installing ${missing[*]} (a minute or two, as the line goes)" "${install[@]}"
