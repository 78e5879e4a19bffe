import json

from xingping.cli.formats.lines import as_csv, as_json
from xingping.policy.scheme.load import load_scheme

ONE = {
    "subject": "u01",
    "name": "=1+1",
    "group": "甲",
    "score": "-3.50",
    "veto": ["x", "y"],
    "items": {"1": None},
}


def test_nothing_rated_is_an_empty_array():
    assert as_json([]) == "[]\n"


def test_an_array_has_an_object_a_line():
    written = as_json([ONE, ONE])

    assert json.loads(written) == [ONE, ONE]
    assert len(written.splitlines()) == 4


def test_a_text_is_no_formula_in_the_file_that_excel_opens():
    scheme = load_scheme("office-branches")

    plain = as_csv(scheme, [ONE], for_excel=False)
    excel = as_csv(scheme, [ONE], for_excel=True)

    assert plain == "subject,name,group,score,veto,items.1\nu01,=1+1,甲,-3.50,x; y,\n"
    assert excel == "\ufeffsubject,name,group,score,veto,items.1\nu01,'=1+1,甲,-3.50,x; y,\n"
