import re
from html.parser import HTMLParser

import pytest

from tests.papers.schemes import NAMES, changed, scheme
from xingping.papers.scheme_page.made import scheme_page
from xingping.papers.scheme_page.page import anchors
from xingping.papers.writers.html import html, stylesheet

VOID = {"meta", "br", "link", "hr", "img"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag is closed in its order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.heads = [], [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.heads += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_well_formed_with_headings_in_order_and_links_that_lead_somewhere(name, lang):
    page = scheme_page(scheme(name), lang, [])
    read = Reader(html(page))

    assert len(read.ids) == len(set(read.ids))
    assert set(anchors(page)) <= set(read.ids)
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert read.heads[0] == 1
    steps = zip(read.heads, read.heads[1:], strict=False)
    assert all(later <= earlier + 1 and later > 1 for earlier, later in steps)


def test_a_page_needs_nothing_beside_it_and_runs_nothing():
    text = html(scheme_page(scheme("office-branches")))
    read = Reader(text)
    tags = {tag for tag, _ in read.tags}

    assert text.startswith('<!doctype html>\n<html lang="zh-Hans">')
    assert not tags & {"script", "link", "img", "iframe", "object"}
    assert "http://" not in text
    assert "https://" not in text
    assert "url(" not in text
    assert not any(name.startswith("on") for _, given in read.tags for name in given)
    assert stylesheet() in text


def test_an_english_page_says_so_and_begins_with_a_way_past_the_contents():
    text = html(scheme_page(scheme("office-branches"), "en"))
    first = next(given for tag, given in Reader(text).tags if tag == "a")

    assert '<html lang="en">' in text
    assert first == {"class": "skip", "href": "#main"}


def test_a_cell_says_on_a_phone_what_it_is():
    text = html(scheme_page(scheme("office-branches")))

    assert '<td data-label="三星级"><p><span class="note">审核认定：</span>班子健全、团结' in text


def test_a_hostile_title_stays_text(tmp_path):
    title = "红旗</title><script>alert(1)</script> & \"q\" 'x'"
    shown = changed(
        "13-red-flags", "scheme.nt", tmp_path, title=("title: 红旗村", f"title: {title}")
    )
    text = html(scheme_page(shown))

    assert "script" not in {tag for tag, _ in Reader(text).tags}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
