"""The office's scheme again, as a place that calls everything otherwise and counts otherwise.

Every id that a scheme gives (its own, clauses, readings, levels, criteria, parameters, results, ranks, vetoes,
targets, reports, steps, bodies, changes, registers, fields, choices) has another name, and every
number another value; what it all means, and how it hangs together, is as before.
"""

import re
from pathlib import Path

from xingping.policy.scheme.load import schemes_folder

LEVELS = {"3": "4", "4": "6", "5": "9"}
CRITERION = 20  # what is added to the number of a criterion
WORTH = 5  # what is added to the worth of each
CLAUSE = 10  # what is added to the first number of a clause

REGISTERS = {
    "meetings": "sittings",
    "tasks": "errands",
    "cases": "matters",
    "circulars": "letters",
    "honours": "ribbons",
    "activities": "outings",
    "plans": "sketches",
    "innovations": "novelties",
    "appraisals": "talks",
    "assessments": "tallies",
}
CHOICES = re.findall(
    r"\w+",
    "office county city province nation basic good outstanding law discipline rule_breach work_error "
    "accountability branch_work publicity honour innovation excellence commendation model_speech "
    "cultural_sports study service vehicle mechanism activity method",
)
FIELDS = re.findall(
    r"\w+",
    "held_on expected present late left_early due_on key done_on grade filed_on kind serious "
    "party_member withdrawn_on issued_on about form persons awarded_on recorded items_done items "
    "made_on area summed_up recognised_by took_part passed",
)
TOKENS = {
    **REGISTERS,
    **{name: f"{name[::-1]}_q" for name in (*CHOICES, *FIELDS)},
    "target_score": "wanted",
    "declared": "hoped",
    "assessed_apart": "weighed",
    "granted": "allowed_q",
    "rank": "row_q",
    "mixed_scores": "patchy",
    "year1": "aim_a",
    "year2": "aim_b",
    "year3": "aim_c",
    "base": "aim_d",
    "cancelled": "undone",
    "lapsed": "faded",
    "committee": "board_q",
}
STEPS = ("self_assess", "declare", "rectify", "review", "inspect", "accept", "notice", "recheck")

# The numbers: what stands in the file of a scheme or a criterion, and what is written instead.
NUMBERS = (
    (r"rank <= 5", "rank <= 7"),
    (r"rank <= 3", "rank <= 4"),
    (r"rank <= 1", "rank <= 2"),
    (r"campaign: 3", "campaign: 4"),
    (r"(    year: )3", r"\g<1>4"),
    (r"(    year: )2", r"\g<1>3"),
    (r"(    year: )1", r"\g<1>2"),
    (r">= 100%$", ">= 90%@"),
    (r"(stars >= .\)) >= 80%$", r"\1 >= 70%@"),
    (r"(stars (?:>=|=) 3\)) >= 70%$", r"\1 >= 60%@"),
    (r"between: 0 to 100", "between: 0 to 160"),
    (r"total: 100", "total: 160"),
    (r"95 <= score", "148 <= score"),
    (r"85 <= score < 95", "136 <= score < 148"),
    (r"75 <= score < 85", "120 <= score < 136"),
    (r"score < 75", "score < 120"),
    (r"75-85 / 85-95 / 95", "120-136 / 136-148 / 148"),
    (r"90% \* worth", "92% * worth"),
    (r"80% \* worth", "84% * worth"),
    (r"70% \* worth", "72% * worth"),
    (r"30% \* all", "40% * all"),
    (r"10-31", "09-30"),
    (r"over 3 years", "over 4 years"),
    (r"over 2 years", "over 3 years"),
    (r"(/ sum\(.*\)) >= 80%$", r"\1 >= 75%@"),
    (r"(items\)) >= 90%$", r"\1 >= 85%@"),
    (r"5 \* count", "4 * count"),
    (r"(persons\)) <= 2", r"\1 <= 4"),
    (r"(persons\)) <= 1", r"\1 <= 3"),
    (r"(persons\)) <= 0", r"\1 <= 2"),
    (r"(recorded\)) >= 2", r"\1 >= 3"),
    (r"(honours where .*\)) >= 1", r"\1 >= 2"),
)


def level(name):
    return LEVELS.get(name, name)


def clause(name):
    """What a clause or reading of the office is called there."""
    return re.sub(r"A-(S?R?)(\d+)", lambda m: level_of(m[1], int(m[2])), name)


def level_of(letters, number):
    return f"Q-{letters}{number + CLAUSE}"


def of(name):
    """What any other id of the office is called there."""
    return TOKENS.get(name, level(name))


def renamed(folder):
    """Write the scheme into ``folder``; gives the folder."""
    source = schemes_folder()
    office = source / "office-branches"
    (folder / "criteria").mkdir(parents=True)
    for page in ("clauses.nt", "assumptions.nt"):
        (folder / page).write_text(clause(read(office / page)), "utf-8")
    (folder / "scheme.nt").write_text(_scheme(read(office / "scheme.nt")), "utf-8")
    for page in sorted((office / "criteria").glob("*.nt")):
        (folder / "criteria" / page.name).write_text(_criterion(read(page)), "utf-8")
    (folder / "registers.nt").write_text(_registers(read(source / "registers.nt")), "utf-8")
    return folder


def read(path: Path):
    return path.read_text("utf-8")


def _scheme(text):
    text = text.replace("scheme: office-branches", "scheme: elsewhere")
    text = re.sub(r"^clauses: A$", "clauses: Q", text, flags=re.MULTILINE)
    text = _numbers(text)
    text = re.sub(
        r"^(    for: )([345 ]+)$", lambda m: m[1] + _levels(m[2]), text, flags=re.MULTILINE
    )
    text = re.sub(r"((?:at most:|stars (?:>=|=)) )([345])", lambda m: m[1] + level(m[2]), text)
    text = re.sub(r"(, >= )([345])( ->)", lambda m: m[1] + level(m[2]) + m[3], text)
    text = re.sub(
        r"^( +)([345])(: )", lambda m: m[1] + level(m[2]) + m[3], text, flags=re.MULTILINE
    )
    for step in STEPS:
        text = re.sub(rf"^  {step}:$", f"  {step[::-1]}_q:", text, flags=re.MULTILINE)
        text = re.sub(rf"then: {step}$", f"then: {step[::-1]}_q", text, flags=re.MULTILINE)
    return _tokens(text)


def _criterion(text):
    text = text.split("\nexamples:")[0] + "\n"
    text = re.sub(r"(?m)^criterion: (\d+)$", lambda m: f"criterion: {int(m[1]) + CRITERION}", text)
    text = re.sub(r"(?m)^worth: (\d+)$", lambda m: f"worth: {int(m[1]) + WORTH}", text)
    text = re.sub(r"(?m)^  ([345]):$", lambda m: f"  {level(m[1])}:", text)
    return _tokens(_numbers(text))


def _registers(text):
    """The registers and choices that the office's rules read, as registers of the scheme's own."""
    choices, registers = text.split("\nregisters:\n")
    choices = choices[choices.index("choices:") :]
    blocks = re.split(r"(?m)^(?=  [a-z]+:$)", registers)
    own = [block for block in blocks if block.split(":")[0].strip() in REGISTERS]
    lists = re.split(r"(?m)^(?=  \w+:$)", choices)
    lists = [one for one in lists if not one.startswith("  ballots_by:")]
    text = "".join(lists) + "\nregisters:\n" + "".join(own)
    text = re.sub(r"(?m)^    title: (.+) \| (.+)$", r"    title: 本地\1 | local \2", text)
    text = re.sub(r"(?m)^      score: (.*)to 100$", r"      mark: \1to 160", text)
    text = re.sub(r"quarter(?! end)", "part_q", text)
    for word in ("body", "members_status", "tasks_grade"):
        text = re.sub(rf"\b{word}\b", f"{word}_q", text)
    for word in re.findall(r"(?m)^  (\w+_(?:kind|about|form|area)):$", text):
        text = re.sub(rf"\b{word}\b", f"{word}_q", text)
    text = re.sub(r"\bmade by: committee\b", "made by: committee@", text)
    text = _tokens(text, free=("committee",))
    return text.replace("made by: committee@", "made by: committee")


def _numbers(text):
    for pattern, instead in NUMBERS:
        text = re.sub(pattern, instead, text, flags=re.MULTILINE)
    return text.replace("%@", "%")


def _levels(names):
    return " ".join(level(name) for name in names.split())


def _tokens(text, free=()):
    text = clause(text)
    text = text.replace("assessments, score", "assessments, mark")
    text = re.sub(r"(?<=where )quarter|(?<=and )quarter", "part_q", text)
    names = "|".join(sorted((set(TOKENS) - set(free)), key=len, reverse=True))
    return re.sub(rf"(?<![\w-])({names})(?![\w-])", lambda m: TOKENS[m[1]], text)
