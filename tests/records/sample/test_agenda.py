"""The titles that sample rows carry."""

from xingping.records.sample import agenda


def test_titles_are_told_apart():
    titles = [title for _, title, _ in agenda.MEETINGS]
    titles += [title for _, title in agenda.KEY_TASKS + agenda.OTHER_TASKS]
    titles += [title for kind in agenda.ACTIVITIES.values() for title in kind]

    assert len(titles) == len(set(titles))
