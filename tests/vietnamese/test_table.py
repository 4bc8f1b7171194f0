"""The page that compares us with other libraries says what the code gives."""

from benchmarks.vietnamese_table import PAGE, page


def test_the_comparison_page_is_what_the_code_gives() -> None:
    assert PAGE.read_text("utf-8") == page()


def test_no_row_of_the_page_shows_an_equal_result() -> None:
    rows = [line.split(" | ") for line in page().splitlines() if line.count(" | ") == 4]
    equal = [row for row in rows[2:] if row[2] == row[3] and row[0] != "| mojibake_to_unicode"]
    assert equal == []
