from tests.policy.scheme.tiny import told


def test_a_part_cites_the_clauses_and_readings_of_what_it_is_in(tmp_path):
    lines = told(
        tmp_path,
        "criteria/1-tidy.nt",
        "    judged: 整洁 | tidy",
        "    judged: 整洁 | tidy\n    clause: T-8\n    assumes: T-R8",
    )

    assert lines == [
        "criteria/1-tidy.nt:8:13: no clause is called 'T-8'",
        "hint: did you mean 'T-4'?",
        "criteria/1-tidy.nt:8:13: no assumption is called 'T-R8'",
        "hint: did you mean 'T-R1'?",
    ]
