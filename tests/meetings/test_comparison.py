"""Two texts side by side: nothing is lost, nothing invented, and a change is found where it is."""

from meetings.queries.comparison import Change, Same, compared, counted


def sides(rows):
    """Both texts again, out of what is shown."""
    before, after = [], []
    for row in rows:
        if isinstance(row, Same):
            before += row.lines
            after += row.lines
            continue
        if row.before:
            before.append("".join(piece.text for piece in row.before))
        if row.after:
            after.append("".join(piece.text for piece in row.after))
    return before, after


def marked(pieces):
    return [piece.text for piece in pieces if piece.differs]


def test_both_texts_can_be_read_out_of_what_is_shown():
    old = ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช"]
    new = ["ก", "ข", "ค ใหม่", "ง", "จ", "ฉ", "ช", "ซ"]

    rows = compared("\n".join(old), "\n".join(new))

    assert sides(rows) == (old, new)
    assert counted(rows) == {"added": 1, "removed": 0, "changed": 1}


def test_only_what_lies_between_differs():
    [row] = compared("ที่ประชุมเห็นชอบร่างแผน", "ที่ประชุมเห็นชอบแผน")

    assert (row.kind, marked(row.before), marked(row.after)) == ("changed", ["ร่าง"], [])


def test_a_thai_letter_keeps_its_vowel_and_tone():
    [row] = compared("เรื่องที่ค้าง", "เรื่องที่ค่าง")

    assert (marked(row.before), marked(row.after)) == (["ค้"], ["ค่"])


def test_lines_that_were_added_or_taken_out_have_one_side():
    assert compared("", "ก") == [Change([], compared("", "ก")[0].after)]
    assert [row.kind for row in compared("", "ก\nข")] == ["added", "added"]
    assert [row.kind for row in compared("ก\nข", "")] == ["removed", "removed"]


def test_an_empty_line_that_was_filled_is_a_change():
    [row] = compared("\n", "ก")

    assert (row.kind, marked(row.after)) == ("changed", ["ก"])


def test_what_stayed_is_folded_but_for_the_line_next_to_a_change():
    lines = [f"บรรทัด {number}" for number in range(20)]

    rows = compared("\n".join(lines), "\n".join([*lines[:10], "แทรก", *lines[10:]]))

    assert [(row.kind, len(getattr(row, "lines", [""]))) for row in rows] == [
        ("same", 9), ("same", 1), ("added", 1), ("same", 1), ("same", 9),
    ]  # fmt: skip
    assert [row.is_folded for row in rows if row.kind == "same"] == [True, False, False, True]


def test_texts_that_are_equal_differ_nowhere():
    rows = compared("ก\nข", "ก\nข")

    assert (rows, counted(rows)) == (
        [Same(["ก", "ข"])], {"added": 0, "removed": 0, "changed": 0},
    )  # fmt: skip
