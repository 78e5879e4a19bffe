import json
from dataclasses import replace

from tests.doctor.asking import scheme
from xingping.doctor.answering import Asked
from xingping.doctor.examine import Seen, examine
from xingping.doctor.questions.bands import ask_bands
from xingping.doctor.told import as_json, example_as_json, lines, title
from xingping.policy.faults import Place
from xingping.policy.scheme.scheme import Accepted
from xingping.policy.words import Text

TINY = scheme("bands-overlap", "found")
BANDS = [Asked(ask_bands, Text("分数段", "the bands"))]
SEEN = next(one for one in examine(TINY, asked=BANDS).seen if one.finding.witness)
WHY = Accepted("known", "", (), "", Text("知道的", "we know"), Place("here"))


def test_a_finding_is_told_with_its_number_weight_title_and_clauses():
    chinese, english = list(lines(SEEN, 3)), list(lines(SEEN, 3, "en"))

    assert chinese[0].startswith("3. [")
    assert "分数段重叠" in chinese[0]
    assert chinese[0].endswith(f"({' '.join(SEEN.finding.clauses)})")
    assert "bands overlap" in english[0]
    assert any(line.strip().startswith("例：") for line in chinese)
    assert any(line.strip().startswith("Case: ") for line in english)


def test_what_is_new_ends_with_the_digest_to_accept_it_by():
    kind, digest = SEEN.finding.kind, SEEN.finding.digest()

    assert list(lines(SEEN, 1))[-1] == f"   发现编号 {kind} {digest}"
    assert list(lines(SEEN, 1, "en"))[-1] == f"   finding {kind} {digest}"


def test_what_is_accepted_ends_with_the_reason():
    accepted = replace(SEEN, accepted=WHY)

    assert list(lines(accepted, 1))[-1] == "   已接受：知道的"
    assert list(lines(accepted, 1, "en"))[-1] == "   accepted: we know"


def test_an_open_question_is_called_open_and_has_no_digest_to_accept():
    unsettled = Seen(replace(SEEN.finding, settled=False), None)
    told = list(lines(unsettled, 1))

    assert told[0].startswith("1. [未判定]")
    assert next(iter(lines(unsettled, 1, "en"))).startswith("1. [open]")
    assert SEEN.finding.digest() not in "".join(told)
    assert "发现编号" not in "".join(told)


def test_a_finding_without_clauses_has_no_empty_brackets():
    assert "(" not in next(iter(lines(Seen(replace(SEEN.finding, clauses=()), None), 1)))


def test_the_facts_of_a_case_are_told_where_they_are_asked_for():
    plain, whole = list(lines(SEEN, 1)), list(lines(SEEN, 1, cases=True))

    assert [line for line in whole if line in plain] == plain
    assert any(line.strip() == "expect:" for line in whole)


def test_a_kind_without_a_name_is_told_by_its_id():
    assert title(replace(SEEN.finding, kind="unheard-of")).zh == "unheard-of"


def test_the_json_holds_all_that_a_finding_says():
    told = json.loads(json.dumps(as_json(examine(TINY, asked=BANDS), "en")))

    assert (told["scheme"], told["digest"], told["stale"]) == (TINY.id, TINY.digest, [])
    one = next(one for one in told["findings"] if one["witness"])
    assert set(one) == {
        "kind", "title", "weight", "settled", "concerns", "clauses", "said", "witness", "proof",
        "ways", "facts", "place", "digest", "accepted",
    }  # fmt: skip
    assert one["said"] == SEEN.finding.said.en
    assert one["digest"] == SEEN.finding.digest()
    assert one["accepted"] is None
    assert one["settled"] is True
    assert one["witness"]["example"]["expect"] == dict(SEEN.finding.witness.example.expect)


def test_the_json_names_what_accepts_a_finding_and_what_accepts_none():
    new = SEEN.finding
    cover = replace(WHY, finding=new.kind, clauses=new.clauses, digest=new.digest())
    old = replace(cover, id="old", digest="0" * 12)
    subject = replace(TINY, accepted={"known": cover, "old": old})

    told = as_json(examine(subject, asked=BANDS))

    accepted = [one["accepted"] for one in told["findings"] if one["digest"] == new.digest()]
    assert accepted == [{"id": "known", "why": "知道的"}]
    assert told["stale"] == ["old"]


def test_an_example_in_json_is_what_its_file_says():
    told = example_as_json(SEEN.finding.witness.example)

    assert {"given", "expect"} >= set(told) - {"criterion", "subjects", "kept", "on"}
    assert "at" not in told
    assert "title" not in told
    assert json.dumps(told)
