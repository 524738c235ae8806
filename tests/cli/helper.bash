# shellcheck shell=bash
# What the command's tests share.  Each runs in a folder of its own, untouched by the user's settings.
bats_require_minimum_version 1.5.0

setup() {
    [ -x "$TEST_NARRATE" ] || return 1
    mkdir "$BATS_TEST_TMPDIR/work"
    cd "$BATS_TEST_TMPDIR/work" || return 1
    export HOME=$BATS_TEST_TMPDIR/home XDG_CONFIG_HOME=$BATS_TEST_TMPDIR/config
    unset XDG_DATA_HOME XDG_RUNTIME_DIR
    mkdir -p "$HOME" "$XDG_CONFIG_HOME/narrate"
    unset "${!NARRATE_@}"
}

narrate() {
    "$TEST_NARRATE" "$@"
}

# An article with a headline, two crossheads and a caption.
write_article() {
    cat >"$1" <<'TEXT'
Harbour reopens after storm

By Ann Lee

The harbour opened again on Monday after 3 days of storms. Dr. Smith said it was safe.

About 97 per cent of the boats were unharmed, the harbour master said on Monday morning.

Repairs begin

Work on the eastern wall will cost $4.2 million and take 12 weeks, the council said on Monday.

What comes next

The first ferry leaves at dawn, with more than 300 people on board, if the wind stays calm.
TEXT
}

# Text that takes minutes to speak.
write_long_article() {
    for paragraph in $(seq 400); do
        printf 'This is paragraph number %s of a long article about the sea. It has two sentences.\n\n' "$paragraph"
    done >"$1"
}

# The last `run` ended with $1, printed nothing on standard output, and one line that holds $2 on standard error.
# shellcheck disable=SC2154 # bats sets them
fails_with() {
    echo "status $status: $output / $stderr"
    [ "$status" -eq "$1" ] && [ -z "$output" ] && [ "${#stderr_lines[@]}" -eq 1 ] &&
        [[ $stderr == "narrate: "*"$2"* ]]
}

# No file in the folder but those named.
folder_holds() {
    local held
    held=$(find . -mindepth 1 -maxdepth 1 -printf '%f\n' | sort | paste -sd ' ')
    echo "holds: $held"
    [ "$held" = "$*" ]
}
