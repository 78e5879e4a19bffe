import pytest

from tests.papers.schemes import NAMES, OVERLAYS, scheme
from xingping.papers.scheme_page.found import Found
from xingping.papers.scheme_page.made import scheme_page
from xingping.papers.scheme_page.uses import clauses_of
from xingping.papers.writers.html import html
from xingping.papers.writers.markdown import escaped, markdown
from xingping.papers.writers.text import text_lines

FOUND = Found(("A-2.2",), "目标做不到", "最多三个支部可评", ("例：四个支部",), ("改目标",), "new")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_everything_a_scheme_says_stands_on_its_page(name, lang):
    shown = scheme(name)
    page = scheme_page(shown, lang)
    text, marked, web = "\n".join(text_lines(page)), markdown(page), html(page)

    for clause in clauses_of(shown):
        assert f'id="{clause}"' in web
        assert f'<a id="{clause}"></a>' in marked
    for reading in shown.assumptions:
        assert f'id="{reading}"' in web
        assert f'<a id="{reading}"></a>' in marked
    for told in said_by(shown, lang):
        assert escaped(told) in marked
        assert told.replace("&", "&amp;") in web
        assert told in text


def said_by(shown, lang):
    """Titles, lines, judged texts, clauses and readings that a reader has to find."""
    for criterion in shown.criteria.values():
        yield criterion.title(lang)
        yield from (line.text(lang) for line in criterion.lines.values())
        for standard in criterion.standards.values():
            yield standard.clause
            yield standard.judged(lang) if standard.judged else ""
    for things in (shown.vetoes, shown.quotas, shown.pays, shown.procedure, shown.parameters):
        for thing in things.values():
            title = thing.title(lang)
            yield title[1:] if title != thing.id else ""  # a capital may begin it
    yield from (one.reading(lang)[1:] for one in shown.assumptions.values())
    yield from (text(lang)[1:] for text in shown.clauses.says.values())
    yield from (level.title(lang) for level in shown.levels)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_the_program_leaks_onto_a_page(name, lang):
    page = scheme_page(scheme(name), lang)
    text = "\n".join(text_lines(page))

    for leak in ("{", "}", "Fraction", "Text(", "None)", "。。", "：。", "；；"):
        assert leak not in text
    for word in text.replace(scheme(name).id, "").split():
        assert "_" not in word


@pytest.mark.parametrize("name", OVERLAYS)
def test_an_overlay_shows_first_what_it_changes(name):
    shown = scheme(f"overlays/{name}")
    page = scheme_page(shown)

    assert page.title == shown.overlay.title.zh
    assert page.sections[1].anchor == "overlay"
    text = "\n".join(text_lines(page))
    assert shown.overlay.base.title.zh in text
    assert all(one.why.zh in text for one in shown.overlay.settings)


def test_the_state_of_the_examination_stands_beside_the_title():
    shown = scheme("office-branches")

    assert scheme_page(shown).tags == ()
    assert [tag.text for tag in scheme_page(shown, "zh", []).tags] == ["检验无待处理发现"]
    assert [tag.text for tag in scheme_page(shown, "zh", [FOUND]).tags] == ["1项发现待处理"]
    assert [tag.text for tag in scheme_page(shown, "en", [FOUND]).tags] == [
        "findings to deal with: 1"
    ]
