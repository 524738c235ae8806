# How files sound, and what lies beside them.
load helper

loudness() {
    ffmpeg -nostats -i "$1" -af ebur128 -f null - 2>&1 | sed -n 's/^ *I: *\(.*\) LUFS/\1/p' | tail -n1
}

@test "every article is as loud as a podcast, unless something else is asked for" {
    write_article a.txt
    narrate -q -f wav a.txt
    [[ $(loudness a.wav) =~ ^-(18\.[789]|19\.[0123])$ ]]
    narrate -q -f wav --loudness -25 -o b.wav a.txt
    [[ $(loudness b.wav) =~ ^-(24\.[789]|25\.[0123])$ ]]
    narrate -q -f wav --loudness none -o c.wav a.txt
    narrate -q -f flac --loudness none -o c.flac a.txt
    cmp <(ffmpeg -v error -i c.wav -f s16le -) <(ffmpeg -v error -i c.flac -f s16le -)
}

@test "a loudness that is none" {
    write_article a.txt
    for value in loud -5 -41 nan -19x; do
        run --separate-stderr narrate --loudness "$value" a.txt
        fails_with 2 "--loudness: '$value'"
    done
}

@test "chapters in a side file" {
    write_article a.txt
    run narrate -q --chapters json a.txt
    [ "$output" = $'a.ogg\na.chapters.json' ]
    grep -q '"title": "Repairs begin"' a.chapters.json
    narrate -q --chapters txt -o b.mp3 a.txt
    [ "$(cut -f3 b.chapters.txt | head -n1)" = "Harbour reopens after storm" ]
    run --separate-stderr narrate --chapters txt -o - a.txt
    fails_with 2 "leave out --chapters"
    echo mine >c.chapters.txt
    run --separate-stderr narrate --chapters txt -o c.mp3 a.txt
    fails_with 1 "c.chapters.txt exists"
    [ "$(cat c.chapters.txt)" = mine ]
}

@test "quality, bitrate and cover" {
    write_article a.txt
    narrate -q -f opus --bitrate 16 -o low.opus a.txt
    narrate -q -f opus --quality 10 -o high.opus a.txt
    [ "$(stat -c %s low.opus)" -lt "$(stat -c %s high.opus)" ]
    run --separate-stderr narrate -f flac --quality 3 a.txt
    fails_with 2 "flac keeps all of the sound"
    run --separate-stderr narrate --cover a.txt a.txt
    fails_with 2 "a.txt: a cover is a JPEG or PNG picture"
    folder_holds a.txt high.opus low.opus
}

# The number of pictures in $1.
pictures() {
    ffprobe -v error -select_streams v -show_entries stream=index -of csv=p=0 "$1" | wc -l
}

@test "the article's own image is its cover, when it lies beside the article" {
    mkdir -p "a/my files" b
    ffmpeg -v error -f lavfi -i testsrc2=size=32x32 -frames:v 1 "a/my files/sea.png"
    cp "a/my files/sea.png" outside.png
    echo "no picture" >a/words.png
    for image in "my%20files/sea.png" ../outside.png "$PWD/outside.png" http://example.org/sea.png missing.png; do
        printf -- '---\ntitle: Sea\nsite: The Gazette\n---\n\nIt rose.\n\n![](%s)\n' "$image" >a/a.md
        run --separate-stderr narrate a/a.md
        [ "$status" -eq 0 ]
        [ -z "$stderr" ]
        [ "$(pictures a/a.ogg)" = "$([[ $image == my* ]] && echo 1 || echo 0)" ]
    done
    printf '# Sea\n\nIt rose.\n\n![](my%%20files/sea.png)\n' >a/a.md
    narrate -q --cover none a/a.md
    [ "$(pictures a/a.ogg)" = 0 ]
    printf '# Sea\n\nIt rose.\n\n![](words.png)\n' >a/a.md
    run --separate-stderr narrate a/a.md
    [ "$status" -eq 0 ]
    [[ $stderr == "narrate: a/words.png: a cover is a JPEG or PNG picture; convert it" ]]
}

@test "the same chapters in every format, and the same bytes with any number of jobs" {
    write_article a.txt
    for format in ogg opus flac mp3 wav; do
        narrate -q -f "$format" -j1 a.txt
        narrate -q -f "$format" -j8 -o "b.$format" a.txt
        cmp "a.$format" "b.$format"
        [ "$(ffprobe -v error -show_entries chapter_tags=title -of csv=p=0 "a.$format")" = \
            $'Harbour reopens after storm\nArticle\nRepairs begin\nWhat comes next' ]
    done
}

@test "twenty runs make the same bytes" {
    write_article a.txt
    for format in ogg opus flac mp3 wav; do
        for run in 1 2 3 4; do
            narrate -q -f "$format" -j"$run" -o "$run.$format" a.txt
            cmp "1.$format" "$run.$format"
        done
    done
}
