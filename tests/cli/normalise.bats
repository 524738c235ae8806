# The filter.
load helper

@test "a line in, a line out" {
    run --separate-stderr narrate normalise <<'TEXT'
It rose 5%.

Dr. Smith paid $4.2 million.
No end
TEXT
    [ "$status" -eq 0 ]
    [ "$output" = $'It rose five per cent.\n\nDoctor Smith paid four point two million dollars.\nNo end.' ]
}

@test "the last line needs no end" {
    [ "$(printf 'One 2' | narrate normalise)" = "One two." ]
}

@test "each line comes at once" {
    mkfifo in out
    narrate normalise <in >out 3>&- &
    exec 8>in 9<out
    echo 'It rose 5%.' >&8
    read -r -t 20 first <&9
    echo 'It fell 6%.' >&8
    read -r -t 20 second <&9
    exec 8>&- 9<&-
    wait
    [ "$first" = "It rose five per cent." ]
    [ "$second" = "It fell six per cent." ]
}

@test "a line that can't be read stays as an empty line" {
    run --separate-stderr bash -c "printf 'one\n\0\nthree\n' | '$TEST_NARRATE' normalise"
    [ "$status" -eq 5 ]
    [ "$output" = $'one.\n\nthree.' ]
    [[ ${stderr_lines[0]} == *"line 2"* ]]
}

@test "a line with nothing to say is an empty line, and no fault" {
    run --separate-stderr bash -c "printf 'one\n\"\"\n--\nthree\n' | '$TEST_NARRATE' normalise"
    [ "$status" -eq 0 ]
    [ "$output" = $'one.\n\n\nthree.' ]
    [ -z "$stderr" ]
}

@test "a rule is switched off by its name" {
    [ "$(echo 'Dr Lee of Elm St.' | narrate normalise --no-rule title)" = "Dr Lee of Elm Street." ]
    [ "$(echo 'Dr Lee of Elm St.' | narrate normalise --no-rule title,street)" = "Dr Lee of Elm St." ]
    [ "$(echo 'Dr Lee of Elm St.' | narrate normalise --no-rule title --no-rule street)" = "Dr Lee of Elm St." ]
    [ "$(echo 'Dr Lee paid 5% of £3m' | NARRATE_NO_RULE=all narrate normalise)" = "Dr Lee paid 5% of £3m" ]
}

@test "a rule that is none is told, with those there are" {
    run --separate-stderr narrate normalise --no-rule moeny </dev/null
    [ "$status" -eq 2 ]
    [[ $stderr == *"'moeny' is unknown; there are: all, "*", money, "* ]]
}
