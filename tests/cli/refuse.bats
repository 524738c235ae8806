# What can't be narrated: one clear line, the right exit code, and nothing left behind.
load helper

@test "empty file" {
    : >empty.txt
    run --separate-stderr narrate empty.txt
    fails_with 5 "empty.txt"
    folder_holds empty.txt
}

@test "white space alone" {
    printf ' \n\n\t\n' >blank.txt
    run --separate-stderr narrate blank.txt
    fails_with 5 "blank.txt"
    folder_holds blank.txt
}

@test "directory" {
    mkdir folder
    run --separate-stderr narrate folder
    fails_with 1 "folder"
    folder_holds folder
}

@test "missing file" {
    run --separate-stderr narrate nosuch.txt
    fails_with 1 "nosuch.txt"
    folder_holds
}

@test "binary file" {
    head -c 5000 "$TEST_NARRATE" >binary.txt
    run --separate-stderr narrate binary.txt
    fails_with 5 "binary.txt"
    folder_holds binary.txt
}

@test "60 MiB of one line is read; of blank lines, of bullets it is refused by name" {
    yes 'The harbour opened again.' | tr '\n' ' ' | head -c 60M >line.txt
    [ "$(narrate show -q line.txt | wc -l)" -eq 1 ]
    yes '' | head -c 60M >blank.txt
    run --separate-stderr narrate show blank.txt
    fails_with 5 "blank.txt: nothing but white space"
    yes -- '- item' | head -c 60M >bullets.txt
    run --separate-stderr narrate show bullets.txt
    fails_with 5 "bullets.txt: more than 1048576 paragraphs"
    yes '• item' | tr '\n' ' ' | head -c 60M >row.txt
    run --separate-stderr narrate show row.txt
    fails_with 5 "row.txt: more than 1048576 paragraphs"
}

@test "65 MiB" {
    truncate -s 65M large.txt
    run --separate-stderr narrate large.txt
    fails_with 5 "large.txt"
    [[ $stderr == *64* ]]
    folder_holds large.txt
}

@test "unreadable file" {
    write_article secret.txt
    chmod 000 secret.txt
    if [ "$(id -u)" -ne 0 ]; then
        run --separate-stderr narrate secret.txt
    else
        install_for_all
        run --separate-stderr setpriv --reuid=65534 --regid=65534 --clear-groups env -u HOME -u XDG_CONFIG_HOME \
            "$place/bin/narrate" secret.txt
    fi
    fails_with 1 "secret.txt"
    folder_holds secret.txt
}

# Root may read everything, so somebody else must try: with a copy of the program that they can reach.
install_for_all() {
    place=$(mktemp -d /tmp/narrate-test.XXXXXX)
    cmake --install "$BUILD_DIR" --prefix "$place" >/dev/null
    mkdir "$place/work"
    mv secret.txt "$place/work"
    chmod 755 "$place"
    cd "$place/work"
}

teardown() {
    [ -z "${place-}" ] || rm -rf "$place"
}

@test "unknown voice" {
    write_article a.txt
    run --separate-stderr narrate -v nosuch a.txt
    fails_with 2 "nosuch"
    folder_holds a.txt
}

@test "unknown locale" {
    write_article a.txt
    run --separate-stderr narrate --locale '!!' a.txt
    fails_with 2 "!!"
    folder_holds a.txt
}

@test "unknown format, and an extension that names none" {
    write_article a.txt
    run --separate-stderr narrate -f mp5 a.txt
    fails_with 2 "-f: 'mp5' is unknown; there are: "
    run --separate-stderr narrate -o a.mp5 a.txt
    fails_with 2 "a.mp5"
    folder_holds a.txt
}

@test "missing folder" {
    write_article a.txt
    write_article b.txt
    run --separate-stderr narrate -o nosuch/a.ogg a.txt
    fails_with 1 "nosuch/a.ogg"
    run --separate-stderr narrate -o nosuch/ a.txt b.txt
    fails_with 1 "nosuch/"
    folder_holds a.txt b.txt
}

@test "one file for several articles" {
    write_article a.txt
    write_article b.txt
    for output in - one.ogg; do
        run --separate-stderr narrate -o "$output" a.txt b.txt
        fails_with 2 "$output: one output can't hold 2 articles"
    done
    folder_holds a.txt b.txt
}

@test "two articles that would become the same file" {
    mkdir x
    write_article a.txt
    write_article x/a.txt
    run --separate-stderr narrate -o x a.txt x/a.txt
    fails_with 2 "x/a.ogg"
    run --separate-stderr narrate a.txt ./a.txt
    fails_with 2 "two articles"
    folder_holds a.txt x
}

@test "the article itself is never overwritten" {
    write_article a.txt
    cp a.txt copy
    run --separate-stderr narrate --force -f ogg -o a.txt a.txt
    fails_with 2 "a.txt"
    cmp a.txt copy
}

@test "standard input needs an output" {
    run --separate-stderr narrate - <<<"Some words here."
    fails_with 2 "--output"
    folder_holds
}

@test "audio to a terminal" {
    write_article a.txt
    run script -qec "'$TEST_NARRATE' -o - a.txt" /dev/null
    echo "$output"
    [ "$status" -eq 2 ]
    [[ $output == *"standard output is a terminal"* ]]
}

@test "a file that somebody else made" {
    write_article a.txt
    echo mine >a.ogg
    run --separate-stderr narrate a.txt
    fails_with 1 "a.ogg"
    [ "$(cat a.ogg)" = mine ]
    narrate -q --force a.txt
    [ "$(head -c 4 a.ogg)" = OggS ]
    narrate -q a.txt
}

@test "one of several fails: the others are made" {
    write_article a.txt
    write_article c.txt
    run --separate-stderr narrate -q a.txt nosuch.txt c.txt
    [ "$status" -eq 3 ]
    [ "$output" = $'a.ogg\nc.ogg' ]
    [[ ${stderr_lines[0]} == *nosuch.txt* && ${stderr_lines[1]} == *"1 of 3 articles failed"* ]]
    [ -s a.ogg ] && [ -s c.ogg ]
}
