import re
from html.parser import HTMLParser

import pytest

from tests.papers.schemes import NAMES, changed, scheme
from xingping.papers.scheme_page.made import scheme_page
from xingping.papers.writers.markdown import escaped, markdown


@pytest.mark.parametrize("name", NAMES)
def test_tables_have_as_many_cells_as_heads_and_links_lead_somewhere(name):
    text = markdown(scheme_page(scheme(name), "en"))

    width = 0
    for line in text.splitlines():
        if line.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", line))
            width = width or cells
            assert cells == width
        else:
            width = 0
    anchors = set(re.findall(r'<a id="([^"]+)">', text))
    links = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert links <= anchors


def test_letters_that_mean_something_to_markdown_are_shown_as_they_are():
    assert escaped("a|b*c_d[e]`f`$g~h\\") == "a\\|b\\*c\\_d\\[e\\]\\`f\\`\\$g\\~h\\\\"
    assert escaped("<script>&") == "&lt;script&gt;&amp;"


def test_a_hostile_title_stays_text(tmp_path):
    title = '红旗<script>alert(1)</script> |x| [a](javascript:1) "q"'
    shown = changed(
        "13-red-flags", "scheme.nt", tmp_path, title=("title: 红旗村", f"title: {title}")
    )
    text = markdown(scheme_page(shown))

    parser = Tags()
    parser.feed(text)
    assert parser.found <= {"a", "br", "strong"}
    assert re.search(r"(?<!\\)\]\(javascript", text) is None


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, _):
        self.found.add(tag)
