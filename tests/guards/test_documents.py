"""What the documents say can be done, can be done."""

import re

import pytest

from tests.guards.repository import ROOT, SCHEMES, files, name_of, text

MAKEFILE = text(ROOT / "Makefile")
DOCUMENTS = files(suffix=".md")
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_every_target_that_a_document_names_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    named = {
        (name_of(path), target)
        for path in DOCUMENTS
        for target in re.findall(r"(?:^|`)make ([a-z]+)", text(path), re.MULTILINE)
    }

    assert {(path, target) for path, target in named if target not in targets} == set()


def test_make_help_lists_every_target():
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
    explained = re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE)

    assert sorted(phony) == sorted(explained)


def test_every_link_between_documents_leads_somewhere():
    broken = [
        f"{name_of(path)}: {link}"
        for path in DOCUMENTS
        for link in LINK.findall(text(path))
        if not (path.parent / link).exists()
    ]

    assert broken == []


def test_both_readmes_give_the_same_commands_and_the_same_excerpts():
    english, chinese = (
        re.findall(r"^```\w*\n(.*?)^```", text(path), re.MULTILINE | re.DOTALL) for path in READMES
    )

    assert [bare(block) for block in english] == [bare(block) for block in chinese]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_excerpt_in_the_readme_is_what_the_scheme_says(readme):
    block = re.search(r"^```\n(criterion: .*?)^```", text(readme), re.MULTILINE | re.DOTALL)[1]
    scheme = [text(path).splitlines() for path in SCHEMES.rglob("criteria/*.nt")]

    assert any(set(block.splitlines()) <= set(lines) for lines in scheme)


def bare(block):
    """A block without its comments, which are in the reader's language."""
    return re.sub(r" *# .*", "", block)
