# The voices: their list, their samples, and where they are found.
load helper

@test "name, language and description, apart by tabs" {
    run --separate-stderr narrate voices
    [ "$status" -eq 0 ]
    [ "${#lines[@]}" -ge 4 ]
    for line in "${lines[@]}"; do
        [[ $line =~ ^[^$'\t']+$'\t'[A-Za-z-]+$'\t'[^$'\t']+$ ]]
    done
}

@test "every voice that is listed can plan and speak" {
    narrate voices | cut -f1 | while read -r voice; do
        echo 'Some words.' | narrate normalise -v "$voice"
    done
    run --separate-stderr narrate voices --sample samples
    [ "$status" -eq 0 ]
    [ -z "$stderr" ]
    [ "$output" = "$(narrate voices | cut -f1 | sed 's|.*|samples/&.wav|')" ]
    for sample in samples/*.wav; do
        length=$(ffprobe -v error -show_entries format=duration -of csv=p=0 "$sample")
        [ "${length%.*}" -ge 5 ]
    done
    [ "$(sha256sum samples/* | cut -d' ' -f1 | sort -u | wc -l)" -eq "${#lines[@]}" ]
}

@test "samples are made again, and take nobody else's place" {
    narrate voices -q --sample . >/dev/null
    cp calm.wav first.wav
    narrate voices -q --sample . >/dev/null
    cmp calm.wav first.wav
    echo mine >brisk.wav
    run --separate-stderr narrate voices --sample .
    [ "$status" -eq 1 ]
    [[ $stderr == *"brisk.wav exists"*"--force"* ]]
    [ "$(cat brisk.wav)" = mine ]
    narrate voices --force --sample . >/dev/null
    [ "$(head -c 4 brisk.wav)" = RIFF ]
    run --separate-stderr narrate voices --sample /dev/null/folder
    fails_with 1 "/dev/null/folder"
}

@test "a profile and a variant of the user's own, by name and by path" {
    mkdir -p "$HOME/.local/share/narrate/voices/variants" elsewhere/narrate/voices/variants
    printf 'inherits = calm\ndescription = My own\n[all]\nvoice = en+mine\n' >mine.voice
    printf 'language variant\npitch 50 70\n' >mine
    run --separate-stderr narrate say -v mine -o a.wav Hello.
    fails_with 2 "unknown voice 'mine'"
    run --separate-stderr narrate say -v ./mine.voice -o a.wav Hello.
    fails_with 2 "en+mine"
    cp mine "$HOME/.local/share/narrate/voices/variants"
    narrate say -v ./mine.voice -o a.wav Hello.
    cp mine.voice "$HOME/.local/share/narrate/voices"
    narrate say -v mine -o b.wav Hello.
    cmp a.wav b.wav
    narrate voices | grep -qx "mine$(printf '\t')en-GB$(printf '\t')My own"
    cp mine.voice elsewhere/narrate/voices
    cp mine elsewhere/narrate/voices/variants
    HOME=/dev/null XDG_DATA_HOME=$PWD/elsewhere narrate say -v mine -o c.wav Hello.
    cmp a.wav c.wav
}

@test "the system's voices are left alone, and no folder is left behind" {
    data=$(espeak-ng --version | sed 's/.*Data at: //')
    find "$data" -printf '%p %T@ %s\n' | sort >before
    export XDG_RUNTIME_DIR=$PWD/runtime
    mkdir runtime
    narrate say -q -o a.wav -v calm Hello.
    find "$data" -printf '%p %T@ %s\n' | sort >after
    cmp before after
    [ -z "$(find runtime -name 'narrate-*')" ]
}
