# Being stopped, and disks that are full.
load helper

# Runs narrate in the background with a mark on its processes; its process in $pid, what it prints in out and err.
start() {
    # A shell starts background jobs with SIGINT ignored.
    MARKER=$BATS_TEST_TMPDIR env --default-signal "$TEST_NARRATE" "$@" 3>&- >out 2>err &
    pid=$!
}

# The helper that was started by this test, in $helper.
find_helper() {
    local process
    for process in /proc/[0-9]*; do
        [ "$(readlink "$process/exe" 2>/dev/null)" = "$TEST_HELPER" ] || continue
        if tr '\0' '\n' <"$process/environ" 2>/dev/null | grep -qx "MARKER=$BATS_TEST_TMPDIR"; then
            helper=${process#/proc/}
            return 0
        fi
    done
    return 1
}

await_helper() {
    for _ in $(seq 200); do
        find_helper && return 0
        sleep 0.02
    done
    return 1
}

helper_is_gone() {
    for _ in $(seq 200); do
        find_helper || return 0
        sleep 0.02
    done
    return 1
}

# Starts on a text that takes minutes, and waits until it is being spoken.
start_long() {
    write_long_article long.txt
    start -q long.txt
    await_helper
    sleep 0.5
    kill -0 "$pid"
}

# Waits for the end of narrate; its exit code in $status.
await_end() {
    status=0
    wait "$pid" || status=$?
    echo "status $status: $(cat out err)"
}

@test "a signal: nothing is left, and the exit code tells which" {
    for signal in TERM:143 INT:130 HUP:129; do
        start_long
        kill -s "${signal%:*}" "$pid"
        await_end
        [ "$status" -eq "${signal#*:}" ]
        [ ! -s err ] && [ ! -s out ]
        folder_holds err long.txt out
        helper_is_gone
    done
}

@test "a signal while standard input is awaited" {
    mkfifo in
    for arguments in "-o a.ogg -" "show -" "normalise"; do
        # timeout kills what did not heed the first.
        # shellcheck disable=SC2086 # a list of words
        env --default-signal timeout --preserve-status -s INT -k 5 0.5 "$TEST_NARRATE" $arguments <in >out 2>err 3>&- &
        pid=$!
        exec 8>in
        await_end
        exec 8>&-
        [ "$status" -eq 130 ]
        [ ! -s err ]
    done
    folder_holds err in out
}

@test "kill -9: no file under the final name, no helper left" {
    start_long
    kill -9 "$pid"
    await_end
    [ ! -e long.ogg ]
    helper_is_gone
}

@test "words lost: the exit code tells, and --strict writes no file" {
    # This engine dies of some words.
    printf 'The harbour opened.\n\nThen there was a crash at sea.\n' >a.txt
    for strict in no yes; do
        status=0
        "$TEST_NARRATE" --from prose --engine=tone-wild --strict=$strict a.txt >out 2>err || status=$?
        [ "$status" -eq 4 ]
        grep -q "could not be spoken" err
        grep -q "a.txt:3:[0-9]*: " err
        if [ "$strict" = no ]; then [ -s a.ogg ] && rm a.ogg; else [ ! -e a.ogg ]; fi
    done
}

@test "no room for the sound" {
    write_long_article long.txt
    head -n 60 long.txt >a.txt
    rm long.txt
    limited() (
        trap '' XFSZ
        ulimit -f 64
        narrate -q a.txt
    )
    run --separate-stderr limited
    [ "$status" -eq 1 ]
    # A sanitized helper lets the engine's own chat through.
    [[ ${stderr_lines[-1]} == "narrate: "*"File too large" ]]
    folder_holds a.txt
}

@test "no room for the file" {
    mkdir small
    unshare -m mount -t tmpfs none small 2>/dev/null || skip "no right to mount"
    write_article a.txt
    run --separate-stderr unshare -m sh -c "mount -t tmpfs -o size=64k none small &&
        { '$TEST_NARRATE' -q -f wav -o small a.txt; status=\$?; ls -A small >&2; exit \$status; }"
    fails_with 1 "small/a.wav"
}

@test "standard output is full" {
    write_article a.txt
    for arguments in "show a.txt" "voices" "--help" "-o - a.txt"; do
        # shellcheck disable=SC2086 # a list of words
        run --separate-stderr bash -c "'$TEST_NARRATE' $arguments >/dev/full"
        fails_with 1 ""
    done
    run --separate-stderr bash -c "echo words | '$TEST_NARRATE' normalise >/dev/full"
    fails_with 1 "standard output"
}

@test "a reader that leaves is no failure" {
    write_long_article a.txt
    for arguments in "show --as json a.txt" "show --as explain a.txt"; do
        # shellcheck disable=SC2086 # a list of words
        run --separate-stderr bash -c "set -o pipefail; '$TEST_NARRATE' $arguments | head -n1"
        [ "$status" -eq 0 ]
        [ "${#lines[@]}" -eq 1 ]
        [ -z "$stderr" ]
    done
}

@test "standard output is closed" {
    write_article a.txt
    run --separate-stderr bash -c "'$TEST_NARRATE' show a.txt >&-"
    fails_with 1 "standard output"
}
