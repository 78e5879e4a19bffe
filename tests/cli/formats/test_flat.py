from xingping.cli.formats.flat import Column, columns, in_words, item_titles
from xingping.policy.scheme.load import load_scheme
from xingping.policy.words import Text


def test_every_value_of_the_interchange_format_has_a_column(ratings):
    cells = columns(load_scheme("office-branches"), ratings)
    first = ratings[0]
    nested = {"criteria", "items"}

    assert {column.path[0] for column in cells} == set(first)
    assert sum(column.path[0] not in nested for column in cells) == len(first) - len(nested)
    assert {column.id: column.of(first) for column in cells}["criteria.8.5"] == "not_yet_known"


def test_columns_are_called_by_the_titles_of_the_scheme(ratings):
    titles = {
        column.id: column.title for column in columns(load_scheme("office-branches"), ratings)
    }

    assert titles["criteria.9.3"] == Text(
        "9 年底民主评议·三星级", "9 Year-end democratic appraisal, three stars"
    )
    assert titles["items.9"].zh == "9 年底民主评议 得分"


def test_items_that_are_lines_are_called_like_lines():
    titles = item_titles(load_scheme("county-branches"))

    assert {"B-2.1", "B-4.1"} <= set(titles)


def test_values_in_words():
    word, text = Column(("state",), "word", Text("", "")), Column(("veto",), "list", Text("", ""))

    assert in_words(word, "not_yet_known", "zh") == "待定"
    assert in_words(word, "rated", "en") == "rated"
    assert in_words(word, None, "zh") == ""
    assert in_words(text, ["a", "b"], "zh") == "a；b"
