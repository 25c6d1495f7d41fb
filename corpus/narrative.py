"""The text of a filing, told from its figures in the words of a family, with every fact it states.

What is said how is data (`wording/*.yml`): `{subject aspect}` prints a number, `{subject phrase}`
words that depend on it, `{subject aspect=words}` a zero in words; `.` is the subject at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from corpus.figures import Figures
from corpus.forms.values import Values
from corpus.narrative_drawn import budgets, drawn
from corpus.narrative_named import Here, economic, named_by
from corpus.narrative_worth import BUDGETS, Ledger, number, rounded, unit_of
from corpus.wording import Named, Subject, Template, Wording, common, subjects, wording


@dataclass(frozen=True, slots=True)
class Story:
    """How a filing's text is told: the family of its words, the figures of the year before."""

    family: str = "brief"
    before: Figures = field(default_factory=dict)
    seed: int = 0
    own: Figures = field(default_factory=dict)
    """What the text must tell of what no form has; the rest of that is drawn."""


@dataclass(frozen=True, slots=True)
class Said:
    """One fact of the text: what it says of which cell, and where it stands in its paragraph."""

    paragraph: str
    start: int
    end: int
    cell: Named
    aspect: str
    value: Decimal
    unit: str | None
    period: str


@dataclass(frozen=True, slots=True)
class Told:
    """The headings of the parts, the paragraphs of the three in words, and the facts in them."""

    parts: dict[str, str]
    overview: tuple[str, ...]
    situation: tuple[str, ...]
    glossary: tuple[str, ...]
    said: tuple[Said, ...]


def tell(values: Values, now: Figures, scope: str, story: Story) -> Told:
    """The text of a filing.

    Args:
        values: The filing's printed figures; they say who files and which year.
        now: The same figures in yuan, from which changes and rates are computed.
        scope: 部门 or 单位.
        story: In whose words.
    """
    words = wording(story.family)
    rng = Random(f"{story.seed}:{values.subject}:{values.fiscal_year}")  # noqa: S311 - no secret
    offices = rng.sample(common().offices, rng.randint(3, 5))
    own = drawn(values.exact, rng, len(offices)) | story.own
    ledger = Ledger(now | own, story.before, budgets(values.exact, rng))
    teller = _Teller(words, ledger, values, rng, offices)
    year = values.fiscal_year
    terms = (f"{n}.{term}" for n, term in enumerate(common().glossary, start=1))
    return Told(
        {name: title.format(year=year, scope=scope) for name, title in words.parts.items()},
        tuple(teller.paragraphs(words.overview)),
        tuple(teller.paragraphs(words.situation)),
        tuple(terms),
        tuple(teller.said),
    )


class _Teller:
    """Fills templates, one paragraph at a time."""

    def __init__(
        self, words: Wording, ledger: Ledger, values: Values, rng: Random, offices: list[str]
    ) -> None:
        self.words, self.ledger, self.values, self.rng = words, ledger, values, rng
        self.said: list[Said] = []
        self._open: list[tuple[int, int, Named, str, Decimal, str | None]] = []
        self._text = ""
        year = values.fiscal_year
        self._plain = {
            "year": str(year),
            "last": str(year - 1),
            "filer": values.subject,
            "office_names": "、".join(offices),
            "personnel_names": "、".join(s.label for s in economic("personnel", values)),
            "office_names_of_cost": "、".join(s.label for s in economic("office", values)),
        }

    def paragraphs(self, templates: tuple[Template, ...]) -> Iterator[str]:
        """The paragraphs of the templates that apply."""
        for one in templates:
            if not self._applies(one):
                continue
            if not one.each:
                yield self._closed(one, [(one.text, Here())])
                continue
            parts = [(one.text, here) for here in self._each(one)]
            if one.join is None:
                yield from (self._closed(one, [part]) for part in parts)
                continue
            joined = [(one.lead, Here())]
            for n, part in enumerate(parts):
                joined += [part] if n == 0 else [(one.join, Here()), part]
            yield self._closed(one, [*joined, (one.tail, Here())])

    def _applies(self, one: Template) -> bool:
        def any_of(names: tuple[str, ...]) -> bool:
            return any(self.ledger.amount(subjects()[name]) for name in names)

        return (not one.only_if or any_of(one.only_if)) and not any_of(one.only_unless)

    def _each(self, one: Template) -> Iterator[Here]:
        n = 0
        for here in named_by(one.each, self.values):
            if one.some and here.subject and not self.ledger.amount(here.subject):
                continue
            n += 1
            yield Here(here.subject, {**here.words, "n": str(n)})

    def _closed(self, one: Template, parts: list[tuple[str, Here]]) -> str:
        self._text, self._open = "", []
        for template, here in parts:
            self._fill(template, here)
        day = "-12-31" if one.end else ""
        period = f"{self.values.fiscal_year}{day}"
        text = self._text
        self.said += [Said(text, *fact, period) for fact in self._open]
        return text

    # --- slots

    def _fill(self, template: str, here: Here) -> None:
        at = 0
        while (start := template.find("{", at)) >= 0:
            self._text += template[at:start]
            at = _closing(template, start) + 1
            self._slot(template[start + 1 : at - 1], here)
        self._text += template[at:]

    def _slot(self, slot: str, here: Here) -> None:
        plain = {**self._plain, **here.words}
        names, equals, zero = slot.partition("=")
        name, _, what = names.partition(" ")
        if slot in plain:
            self._text += plain[slot]
        elif slot in ("reason", "purpose"):
            self._text += self.rng.choice(getattr(common(), f"{slot}s"))
        elif equals:
            self._zero(name, what or "final", zero, here)
        elif what in self.words.phrases:
            self._phrase(self._subject(name, here), what)
        else:
            subject = self._subject(name, here)
            self._number(subject, what or subject.said)

    def _subject(self, name: str, here: Here) -> Subject:
        if name != ".":
            return subjects()[name]
        if here.subject is None:
            raise ValueError("no subject at hand")
        return here.subject

    def _whole(self, subject: Subject) -> Subject | None:
        return subjects()[subject.whole] if subject.whole else None

    def _phrase(self, subject: Subject, name: str) -> None:
        phrase = self.words.phrases[name]
        variant = self.ledger.variant(subject, phrase.by, self._whole(subject))
        words = getattr(phrase, variant)
        if words is None:
            raise ValueError(f"{name} has no words for {variant}")
        self._fill(words, Here(subject))

    def _number(self, subject: Subject, aspect: str) -> None:
        value = self.ledger.value(subject, aspect, self._whole(subject))
        value = rounded(value, aspect, subject, self.words.places)
        unit = unit_of(aspect, subject)
        start = len(self._text)
        self._text += number(value, self.words) + unit
        self._say(subject, aspect, value, unit, start)

    def _zero(self, names: str, aspect: str, words: str, here: Here) -> None:
        start = len(self._text)
        self._fill(words, here)
        for name in names.split("+"):
            self._say(self._subject(name, here), aspect, Decimal(0), None, start)

    def _say(
        self, subject: Subject, aspect: str, value: Decimal, unit: str | None, start: int
    ) -> None:
        for form, row, measure in subject.cells:
            printed = "budget" if form == "three_public" and aspect in BUDGETS else measure
            fact = (start, len(self._text), (form, row, printed), aspect, value, unit)
            self._open.append(fact)


def _closing(template: str, start: int) -> int:
    """Where the brace that opens at `start` is closed."""
    depth = 0
    for at in range(start, len(template)):
        depth += {"{": 1, "}": -1}.get(template[at], 0)
        if depth == 0:
            return at
    raise ValueError(f"a brace is not closed: {template}")
