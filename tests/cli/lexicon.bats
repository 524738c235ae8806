# Lexicons: where they are found, what they change, and how they are checked and added to.
load helper

write_names() {
    printf 'Mr Xyzzy met Quux in Plugh. Xyzzy-led talks began.\n' >a.txt
}

@test "the layers win one over the other" {
    write_names
    mkdir -p "$HOME/.local/share/narrate/voices"
    explain() { narrate show --from prose a.txt --as explain "$@" | grep Quux; }
    ! explain
    printf 'Quux\tkooks\n' >"$HOME/.local/share/narrate/voices/mine.lexicon"
    [[ $(explain) == "a.txt:1:14  Quux -> kooks  [lexicon $HOME/.local/share/narrate/voices/mine.lexicon:1]" ]]
    printf '# own\nQuux\tkwux\n' >a.lexicon
    [ "$(explain)" = "a.txt:1:14  Quux -> kwux  [lexicon a.lexicon:2]" ]
    printf "Quux\t/kw'Vks/\n" >b.lexicon
    printf "Quux\t/kw'u:ks/\n" >c.lexicon
    [ "$(explain --lexicon b.lexicon)" = "a.txt:1:14  Quux -> /kw'Vks/  [lexicon b.lexicon:1]" ]
    [[ $(explain --lexicon b.lexicon --lexicon c.lexicon) == *"[lexicon c.lexicon:1]" ]]
    [[ $(explain --lexicon c.lexicon:b.lexicon) == *"[lexicon b.lexicon:1]" ]]
    [[ $(NARRATE_LEXICON=b.lexicon explain) == *"[lexicon b.lexicon:1]" ]]
    echo 'lexicon = b.lexicon' >"$XDG_CONFIG_HOME/narrate/config"
    [[ $(explain) == *"[lexicon b.lexicon:1]" ]]
    narrate --print-config | grep -q '^lexicon = b.lexicon'
}

@test "what a lexicon says is heard" {
    write_names
    narrate -q --from prose -o plain.wav a.txt
    printf "Xyzzy\t/z'u:/\n" >z.lexicon
    narrate -q --from prose -o told.wav --lexicon z.lexicon a.txt
    ! cmp -s plain.wav told.wav
    narrate say -q -o a.wav --lexicon z.lexicon Xyzzy
    narrate say -q -o b.wav --as "/z'u:/" Xyzzy
    narrate say -q -o c.wav Xyzzy
    [ -s a.wav ] && ! cmp -s a.wav c.wav && ! cmp -s b.wav c.wav
    echo 'Xyzzy said it.' | narrate normalise --lexicon z.lexicon >said
    [ "$(cat said)" = 'Xyzzy said it.' ]
    printf "Xyzzy\tzoo\n" >z.lexicon
    [ "$(echo 'Xyzzy said it.' | narrate normalise --lexicon z.lexicon)" = 'zoo said it.' ]
}

@test "a mistake names its place, and nothing is written" {
    write_names
    printf "Xyzzy\tzoo\nQuux\t/kw'qq/\n" >a.lexicon
    run --separate-stderr narrate -o a.wav a.txt
    fails_with 1 "a.lexicon:2:10: no phoneme of English"
    [ ! -e a.wav ]
    run --separate-stderr narrate show a.txt --as spoken --lexicon nosuch.lexicon
    fails_with 1 "nosuch.lexicon"
    run --separate-stderr narrate say -o a.wav --as "/qq/" Xyzzy
    fails_with 2 "--as: at 'qq': no phoneme of English"
}

@test "add appends, refuses what is there, and leaves no litter" {
    own=$HOME/.local/share/narrate/voices/own.lexicon
    [ "$(narrate lexicon add Xyzzy zoo)" = "$own" ]
    narrate lexicon add Quux "/kw'Vks/" >/dev/null
    [ "$(cat "$own")" = "$(printf "Xyzzy\tzoo\nQuux\t/kw'Vks/")" ]
    run --separate-stderr narrate lexicon add Xyzzy zed
    fails_with 1 "own.lexicon:1: 'Xyzzy' is there already"
    run --separate-stderr narrate lexicon add Xyzzy zoo
    fails_with 1 "own.lexicon:1: 'Xyzzy' is there already"
    run --separate-stderr narrate lexicon add Plugh "/qq/"
    fails_with 1 "own.lexicon:3:8: no phoneme"
    run --separate-stderr narrate lexicon add Plugh Plugh
    fails_with 2 "changes nothing"
    run --separate-stderr narrate lexicon add 'a!' b
    fails_with 1 "this is no part of a word"
    [ "$(wc -l <"$own")" -eq 2 ]
    [ "$(ls "${own%/*}")" = own.lexicon ]
    printf 'one\twun' >other.lexicon
    chmod 640 other.lexicon
    narrate lexicon add two too --to other.lexicon
    [ "$(cat other.lexicon)" = "$(printf 'one\twun\ntwo\ttoo')" ]
    [ "$(stat -c %a other.lexicon)" = 640 ]
    run --separate-stderr narrate lexicon add two too --to nosuch/other.lexicon
    fails_with 1 "nosuch/other.lexicon: can't be written"
}

@test "check finds conflicts, entries without effect and mistakes" {
    run --separate-stderr narrate lexicon check
    [ "$status" -eq 0 ] && [ -z "$output$stderr" ]
    printf "Xyzzy\tzoo\nXyzzy\tzed\nQuux\tQuux\nSmith\t/sm'IT/\nPlugh\tploo\n" >a.lexicon
    run --separate-stderr narrate lexicon check a.lexicon
    [ "$status" -eq 1 ]
    [ "${lines[0]}" = "a.lexicon:1: 'Xyzzy' never holds: another line says otherwise, a.lexicon:2" ]
    [ "${lines[1]}" = "a.lexicon:3: 'Quux' changes nothing: it says what is written" ]
    [ "${lines[2]}" = "a.lexicon:4: 'Smith' changes nothing: the engine says it so" ]
    [ "${#lines[@]}" -eq 3 ]
    [ "${#stderr_lines[@]}" -eq 1 ]
    printf "Xyzzy\tzoo\n" >one.lexicon
    mkdir -p "$HOME/.local/share/narrate/voices"
    printf "Xyzzy\tzed\n" >"$HOME/.local/share/narrate/voices/mine.lexicon"
    run --separate-stderr narrate lexicon check one.lexicon
    [ "$status" -eq 0 ]
    [[ $output == *"mine.lexicon:1: 'Xyzzy' is replaced by a higher lexicon, one.lexicon:1" ]]
    run --separate-stderr narrate lexicon check -q one.lexicon
    [ -z "$output" ]
    printf "Xyzzy\t/qq/\nQuux\tkooks\nPlugh\n" >one.lexicon
    run --separate-stderr narrate lexicon check one.lexicon
    [ "$status" -eq 1 ]
    [[ ${lines[0]} == "one.lexicon:1:8: no phoneme"* ]]
    [[ ${lines[1]} == "one.lexicon:3:1: there is no tab"* ]]
    [ "${#lines[@]}" -eq 2 ]
    [ "$stderr" = "narrate: 2 lines of lexicons are no entries" ]
    run --separate-stderr narrate lexicon check nosuch.lexicon
    fails_with 1 "nosuch.lexicon"
}

@test "affects lists the articles in which an entry speaks" {
    write_names
    echo 'Nothing of the kind, said Xyz.' >b.txt
    echo 'It was "xyzzy". Plugh.' >c.txt
    printf 'Xyzzy\tzoo\nPlugh\tplug\n' >n.lexicon
    run --separate-stderr narrate lexicon affects --lexicon n.lexicon Xyzzy a.txt b.txt c.txt
    [ "$status" -eq 0 ] && [ "$output" = a.txt ]
    run --separate-stderr narrate lexicon affects --lexicon n.lexicon Plugh a.txt b.txt c.txt
    [ "$output" = "$(printf 'a.txt\nc.txt')" ]
    run --separate-stderr narrate lexicon affects --lexicon n.lexicon Plugh a.txt nosuch.txt
    [ "$status" -eq 3 ] && [ "$output" = a.txt ]
    run --separate-stderr narrate lexicon affects --lexicon n.lexicon Nobody a.txt
    fails_with 2 "no lexicon has an entry 'Nobody'"
}

@test "what is no right use" {
    run --separate-stderr narrate lexicon
    fails_with 2 "no task given"
    run --separate-stderr narrate lexicon list
    fails_with 2 "'list' is no task; there are check, add and affects"
    run --separate-stderr narrate lexicon add Xyzzy
    fails_with 2 "usage: narrate lexicon add WRITTEN SPOKEN"
    run --separate-stderr narrate lexicon affects Xyzzy
    fails_with 2 "usage: narrate lexicon affects"
    run --separate-stderr narrate lexicon add --rate 3 a b
    fails_with 2 "--rate is no option of this command"
}

@test "an article's names and two-sounding words are explained as blessed" {
    for wanted in "$SOURCE_DIR"/tests/golden/*.explain; do
        name=${wanted##*/}
        cp "${wanted%.explain}".* .
        narrate -q show "${name%.explain}.txt" --as explain |
            sed 's/\[lexicon names.lexicon:[0-9]*\]/[lexicon names.lexicon]/' | diff "$wanted" -
    done
}
