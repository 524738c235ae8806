# Help, version, and what is no right use of the command.
load helper

@test "help starts with three examples" {
    for command in "" play show normalise say lexicon voices; do
        run --separate-stderr narrate $command --help
        [ "$status" -eq 0 ]
        [ "${lines[0]}" = Examples: ]
        [[ ${lines[1]} == "  "* && ${lines[2]} == "  "* && ${lines[3]} == "  "* ]]
        [ -z "$stderr" ]
    done
}

@test "help lists every option of the command and no other" {
    narrate --help | grep -q -- '-j, --jobs N'
    run narrate --help
    [[ $output != *"--as VIEW"* ]]
    run narrate show -h
    [[ $output == *"--as VIEW"* && $output != *"--jobs"* && $output != *"--as SOUND"* ]]
    run narrate say -h
    [[ $output == *"--as SOUND"* && $output != *"--as VIEW"* ]]
}

@test "help fits 100 columns" {
    for command in "" play show normalise say lexicon voices; do
        run narrate $command --help
        for line in "${lines[@]}"; do [ "${#line}" -le 100 ]; done
    done
}

@test "version" {
    run --separate-stderr narrate -V
    [ "$status" -eq 0 ]
    [[ $output =~ ^narrate\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "no article" {
    run --separate-stderr narrate
    fails_with 2 "no article"
}

@test "unknown options" {
    for option in --nosuch --nosuch=1 -x -qx --as=body; do
        run --separate-stderr narrate "$option" a.txt
        fails_with 2 "${option%%=*}"
    done
}

@test "an option of another command" {
    run --separate-stderr narrate show a.txt --jobs 2
    fails_with 2 "--jobs is no option of this command"
}

@test "a value that is missing" {
    run --separate-stderr narrate a.txt --rate
    fails_with 2 "--rate needs a value"
}

@test "values that are wrong" {
    write_article a.txt
    for value in "" fast 79 450 1e3 -5 175x; do
        run --separate-stderr narrate "--rate=$value" a.txt
        fails_with 2 "--rate: "
    done
    run --separate-stderr narrate -j0 a.txt
    fails_with 2 "-j: '0'"
    run --separate-stderr narrate --speak caption,nosuch a.txt
    fails_with 2 "--speak: 'nosuch' is unknown; there are: headline"
    run --separate-stderr narrate --quiet=maybe a.txt
    fails_with 2 "neither yes nor no"
    run --separate-stderr narrate show a.txt --as nosuch
    fails_with 2 "there are: blocks, body, sentences, spoken, explain, json"
    folder_holds a.txt
}

@test "too many articles to show" {
    run --separate-stderr narrate show a.txt b.txt
    fails_with 2 "'b.txt' is too much"
}

@test "after -- everything is an article" {
    write_article ./-q
    run --separate-stderr narrate show --as body -- -q
    [ "$status" -eq 0 ]
    [[ $output == *"harbour opened"* ]]
    write_article show
    narrate -q -- show
    [ -s show.ogg ]
}

@test "values joined to their option and apart mean the same" {
    write_article a.txt
    narrate -q -f wav -j 2 -o one.wav a.txt
    narrate -q -fwav -j2 -oone2.wav a.txt
    narrate --quiet --format=wav --jobs=2 --output=one3.wav a.txt
    cmp one.wav one2.wav
    cmp one.wav one3.wav
}
