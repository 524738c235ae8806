# Where values come from: flag > environment > config for the command > config > default.
load helper

config() {
    printf '%s\n' "$@" >"$XDG_CONFIG_HOME/narrate/config"
}

# The line of --print-config for an option.
shows() {
    local option=$1 wanted=$2
    shift 2
    run --separate-stderr narrate "$@" --print-config
    echo "$output / $stderr"
    [ "$status" -eq 0 ]
    [ "$(grep "^$option = " <<<"$output")" = "$option = $wanted" ]
}

@test "every origin, each over the one below" {
    file=$XDG_CONFIG_HOME/narrate/config
    shows rate $'the voice\'s own\tdefault' show
    config '# a comment' '' ' rate = 100 '
    shows rate $'100\t'"$file:3" show
    config 'show.rate = 110' 'rate = 100'
    shows rate $'110\t'"$file:1" show
    shows rate $'100\t'"$file:2"
    NARRATE_RATE=120 shows rate $'120\tNARRATE_RATE' show
    NARRATE_RATE=120 shows rate $'130\t-r' show -r130
}

@test "HOME serves when XDG_CONFIG_HOME is not there" {
    unset XDG_CONFIG_HOME
    mkdir -p "$HOME/.config/narrate"
    echo 'jobs = 3' >"$HOME/.config/narrate/config"
    shows jobs $'3\t'"$HOME/.config/narrate/config:1"
}

@test "role lists add up in one place and are replaced by a higher one" {
    config 'speak = table'
    shows speak $'caption,code,quote\t--speak' --speak caption,code --speak quote
    write_article a.txt
    run narrate show a.txt --as spoken --skip crosshead,byline --skip headline
    [[ $output != *"Repairs begin"* && $output != *"Harbour reopens"* ]]
}

@test "a flag can be switched off again" {
    config 'force = yes'
    shows force $'no\t--force' --force=no
}

@test "the values take effect" {
    config 'show.as = body' 'format = wav' 'quiet = yes'
    write_article a.txt
    run narrate show a.txt
    [[ $output == "The harbour opened"* ]]
    run --separate-stderr narrate a.txt
    [ "$output" = a.wav ]
    [ -z "$stderr" ]
    NARRATE_FORMAT=ogg run --separate-stderr narrate a.txt
    [ "$output" = a.ogg ]
}

@test "an output named on the line decides over a format from the config" {
    config 'format = wav'
    write_article a.txt
    narrate -q -o b.ogg a.txt
    [ "$(head -c 4 b.ogg)" = OggS ]
}

@test "mistakes have a file and a line" {
    file=$XDG_CONFIG_HOME/narrate/config
    while IFS='|' read -r line wanted; do
        config '# first' "$line"
        run --separate-stderr narrate voices
        fails_with 2 "$file:2: $wanted"
    done <<'CASES'
vioce = x|unknown option 'vioce'
show.jobs = 2|unknown option 'show.jobs'
nosuch.rate = 2|unknown option 'nosuch.rate'
help = yes|unknown option 'help'
rate|no '='
rate = fast|'fast' is not a number
show.as = nosuch|'nosuch' is unknown
CASES
}

@test "a mistake in the environment is blamed on the variable" {
    NARRATE_RATE=fast run --separate-stderr narrate a.txt
    fails_with 2 "NARRATE_RATE: 'fast'"
}

@test "help works in spite of a broken config" {
    config 'nosuch = 1'
    narrate --help >/dev/null
}
