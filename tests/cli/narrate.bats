# An article becomes a recording.
load helper

chapters() {
    ffprobe -v error -show_chapters -print_format csv "$1" | sed 's/.*,//'
}

@test "article.ogg beside the article, its path on standard output" {
    mkdir x
    write_article x/storm.txt
    run --separate-stderr narrate x/storm.txt
    [ "$status" -eq 0 ]
    [ "$output" = x/storm.ogg ]
    ffprobe -v error x/storm.ogg
}

@test "titled chapters, the same in every format" {
    write_article a.txt
    narrate -q a.txt
    narrate -q -f wav a.txt
    [ "$(chapters a.ogg)" = $'Harbour reopens after storm\nArticle\nRepairs begin\nWhat comes next' ]
    [ "$(chapters a.wav)" = "$(chapters a.ogg)" ]
}

@test "any number of jobs, and a second run, make the same bytes" {
    write_article a.txt
    for format in ogg wav; do
        for jobs in 1 2 7; do
            narrate -q -j$jobs -o "$jobs.$format" a.txt
        done
        narrate -q -o "again.$format" a.txt
        cmp "1.$format" "2.$format"
        cmp "1.$format" "7.$format"
        cmp "1.$format" "again.$format"
    done
}

@test "standard input and standard output" {
    write_article a.txt
    narrate -q -f wav -o - - <a.txt >out.wav
    [ "$(head -c 4 out.wav)" = RIFF ]
    [ "$(ffprobe -v error -show_entries stream=codec_name -of csv=p=0 out.wav)" = pcm_s16le ]
    run --separate-stderr narrate -q -o named.ogg - <a.txt
    [ "$output" = named.ogg ]
}

@test "a folder, the extension and --format name the file" {
    write_article a.b.txt
    mkdir out
    [ "$(narrate -q -o out a.b.txt)" = out/a.b.ogg ]
    [ "$(narrate -q -o out/ -f wav a.b.txt)" = out/a.b.wav ]
    [ "$(narrate -q -o c.wav a.b.txt)" = c.wav ]
    [ "$(head -c 4 c.wav)" = RIFF ]
}

@test "what is not spoken is told, unless --quiet" {
    cp "$SOURCE_DIR/samples/tabloid.txt" a.txt
    run --separate-stderr narrate a.txt
    [ "$status" -eq 0 ]
    echo "$stderr"
    [[ $stderr == *"not spoken: "*"caption"*"(--speak caption"* ]]
    run --separate-stderr narrate -q a.txt
    [ -z "$stderr" ]
}

@test "the title goes into the tags" {
    write_article a.txt
    narrate -q --title 'Ein Titel – für uns' a.txt
    ffprobe -v error -show_entries stream_tags=title -of csv=p=0 a.ogg | grep -qx 'Ein Titel – für uns'
}

@test "progress: nothing where there is no terminal" {
    write_article a.txt
    run --separate-stderr narrate a.txt
    [[ $stderr != *%* ]]
}

@test "progress: a line redrawn on a terminal, which ends clean" {
    write_long_article long.txt
    head -n 60 long.txt >a.txt
    run script -qec "env -u NO_COLOR TERM=xterm '$TEST_NARRATE' a.txt" /dev/null
    [[ $output == *$'\r'"narrate: a.txt: speaking, "*%*$'\033[K'* ]]
    [[ $output == *$'\r\033[Ka.ogg'* ]]
    run script -qec "env -u NO_COLOR TERM=dumb '$TEST_NARRATE' a.txt" /dev/null
    [[ $output == *a.ogg* && $output != *$'\033'* ]]
}

@test "progress: none when quiet" {
    write_long_article long.txt
    head -n 60 long.txt >a.txt
    for option in --quiet --progress=none; do
        run script -qec "env -u NO_COLOR TERM=xterm '$TEST_NARRATE' $option a.txt" /dev/null
        [ "$output" = $'a.ogg\r' ] || [ "$output" = a.ogg ]
    done
}
