"""The smallest set of cells whose change lets all equations hold: singles, then greedy, then pairs.

What a set means (a lost row, shifted columns …) is decided in `causes`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.hints import hint
from analysis.ledger import ABSENT, PRINTED, Cell, CellKey, Ledger
from analysis.trial import Change, Trial

MOST_CELLS = 40
"""An equation of more cells is not searched for pairs: the cluster stays unexplained."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cell that could be the wrong one, what it would say, and what speaks for it."""

    change: Change
    micros: int
    hint: str | None
    rank: tuple[int, ...]

    @property
    def cell(self) -> CellKey:
        """The cell."""
        return self.change.cell


@dataclass(slots=True)
class Explained:
    """One wrong cell, or several that explain the same equations alone and equally well.

    `best` are the candidates for which most speaks; `candidates` are all. `equations` are those
    that fail and that the change satisfies.
    """

    candidates: list[Candidate]
    equations: frozenset[int]

    @property
    def best(self) -> list[Candidate]:
        """Those with the lowest rank."""
        return [c for c in self.candidates if c.rank == self.candidates[0].rank]


@dataclass(slots=True)
class Repair:
    """What was found: cells explained, clusters that no small set of cells explains."""

    explained: list[Explained] = field(default_factory=list)
    unexplained: list[frozenset[int]] = field(default_factory=list)


def clusters(ledger: Ledger, failed: Iterable[int]) -> list[frozenset[int]]:
    """The failed equations that share cells, directly or through others; in order."""
    left, found = set(failed), []
    while left:
        cluster, edge = set(), {min(left)}
        while edge:
            cluster |= edge
            cells = {cell for i in edge for cell in ledger.equations[i].terms}
            edge = {i for cell in cells for i in ledger.of_cell[cell] if i in left} - cluster
        left -= cluster
        found.append(frozenset(cluster))
    return found


def repair(trial: Trial) -> Repair:
    """Explain every failed equation of the trial, which is left as it would be after repair.

    Rows that nobody prints are the last resort: they are thought of when all else has been put
    right, since what is put right in one cluster may mend another.
    """
    result = Repair()
    for resort in (False, True):
        for cluster in clusters(trial.ledger, trial.failed):
            changes = _solve(trial, cluster) if cluster <= trial.failed else None
            if changes is not None and (resort or all(cell.occurrence for cell in changes)):
                result.explained += _mended(trial, cluster, changes)
    result.unexplained = clusters(trial.ledger, trial.failed)
    return result


def _mended(trial: Trial, cluster: frozenset[int], changes: dict[CellKey, int]) -> list[Explained]:
    """The changes made in the trial, each with what it explains, in other clusters too."""
    kept = _needed(trial, cluster, changes)
    whole = cluster | (trial.failed - _after(trial, kept).failed)
    explained = [_explained(trial, whole, cell, kept) for cell in kept]
    for cell, micros in kept.items():
        trial.apply(cell, micros)
    return explained


def _solve(trial: Trial, cluster: frozenset[int]) -> dict[CellKey, int] | None:
    """Changes that satisfy the cluster and break nothing; None where none are found.

    More cells than equations explain anything: such changes say nothing.
    """
    greedy = _greedily(trial, cluster)
    if greedy is not None and len(greedy) <= 2:
        return greedy
    pair = _pair(trial, cluster)
    if pair is None or len(trial.failed - _after(trial, pair).failed) < len(pair):
        return greedy
    return pair


def _greedily(trial: Trial, cluster: frozenset[int]) -> dict[CellKey, int] | None:
    """Change the cell that wins most, until nothing of the cluster fails."""
    attempt, outside = trial.copy(), trial.failed - cluster
    changes: dict[CellKey, int] = {}
    while open_ := attempt.failed - outside:
        cells = {cell for i in open_ for cell in trial.ledger.equations[i].terms}
        options = [c for c in _changes(attempt, cells - changes.keys()) if c.net > 0]
        if not options:
            return None
        most = max((c.net, len(c.healed)) for c in options)
        ties = [c for c in options if (c.net, len(c.healed)) == most]
        best = _ranked(attempt, ties)[0]
        changes[best.cell] = best.micros
        attempt.apply(best.cell, best.micros)
    return changes


def _pair(trial: Trial, cluster: frozenset[int]) -> dict[CellKey, int] | None:
    """The two cells that satisfy the cluster together; None where none do, or several equally."""
    outside = trial.failed - cluster
    smallest = min(cluster, key=lambda i: (len(trial.ledger.equations[i].terms), i))
    cells = sorted(trial.ledger.equations[smallest].terms)
    found: dict[tuple[tuple[CellKey, int], ...], tuple[int, ...]] = {}
    for cell in cells if len(cells) <= MOST_CELLS else []:
        for micros in trial.each_change(cell):
            attempt = _after(trial, {cell: micros})
            for other in _singles(attempt, attempt.failed - outside):
                swap = {micros, other.micros} == {trial.micros(cell), trial.micros(other.cell)}
                pair = sorted([(cell, micros), (other.cell, other.micros)])
                found[tuple(pair)] = (0 if swap else 1, *other.rank)
    best = [pair for pair, rank in found.items() if rank == min(found.values())]
    return dict(best[0]) if len(best) == 1 else None


def _needed(
    trial: Trial, cluster: frozenset[int], changes: dict[CellKey, int]
) -> dict[CellKey, int]:
    """Leave out what the others make superfluous."""
    for cell in list(changes):
        fewer = {c: micros for c, micros in changes.items() if c != cell}
        if fewer and not _after(trial, fewer).failed & cluster:
            changes = fewer
    return changes


def _explained(
    trial: Trial, cluster: frozenset[int], cell: CellKey, changes: dict[CellKey, int]
) -> Explained:
    """The chosen cell beside all that could stand in its place, the other changes being made."""
    others = {c: micros for c, micros in changes.items() if c != cell}
    attempt = _after(trial, others)
    open_ = attempt.failed - (trial.failed - cluster)
    touching = frozenset(i for i in trial.ledger.of_cell[cell] if i in cluster)
    candidates = [c for c in _singles(attempt, open_) if c.cell not in others]
    if not any(c.cell == cell for c in candidates):
        micros = changes[cell]
        alone = Change(cell, micros, (micros, micros), touching, frozenset())
        candidates = [_candidate(attempt, alone)]
    return Explained(candidates, touching)


def _after(trial: Trial, changes: dict[CellKey, int]) -> Trial:
    attempt = trial.copy()
    for cell, micros in changes.items():
        attempt.apply(cell, micros)
    return attempt


def _singles(trial: Trial, failed: Iterable[int]) -> list[Candidate]:
    """The cells each of which alone satisfies all of these and breaks nothing, best first."""
    wanted = frozenset(failed)
    cells = [set(trial.ledger.equations[i].terms) for i in wanted]
    common = set.intersection(*cells) if cells else set()
    fitting = [c for c in _changes(trial, common) if wanted <= c.healed and not c.broken]
    ranked = _ranked(trial, fitting)
    plausible = [c for c in ranked if not c.rank[0]]
    return plausible or ranked


def _changes(trial: Trial, cells: Iterable[CellKey]) -> list[Change]:
    found = (trial.best_change(cell) for cell in sorted(cells))
    return [change for change in found if change is not None and not _absurd(trial, change)]


def _absurd(trial: Trial, change: Change) -> bool:
    """A lost value that would have to be negative."""
    return not trial.ledger.cells[change.cell].printed and change.micros <= 0


def _ranked(trial: Trial, changes: list[Change]) -> list[Candidate]:
    return sorted((_candidate(trial, c) for c in changes), key=lambda c: (c.rank, c.cell))


def _candidate(trial: Trial, change: Change) -> Candidate:
    """Evidence, strongest first: a plausible sign, a known slip, soft equations, a printed cell."""
    cell = trial.ledger.cells[change.cell]
    slip = hint(cell.micros, cell.step, change.room) if cell.micros is not None else None
    name, micros = slip or (None, change.micros)
    negative = micros < 0 <= (cell.micros or 0)
    rank = (int(negative), int(slip is None), -trial.soft_gain(change), _kind(cell))
    return Candidate(change, micros, name, rank)


def _kind(cell: Cell) -> int:
    """Printed before a known row that is not there, before blank, before a row nobody knows of."""
    if cell.source == PRINTED:
        return 0
    if cell.key.occurrence == 0:
        return 3
    return 1 if cell.source == ABSENT else 2
