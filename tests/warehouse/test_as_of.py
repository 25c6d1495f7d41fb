"""Which release was current on a day: days set by hand."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from warehouse.as_of import release_of, released_on
from warehouse.home import Home
from warehouse.release import UnknownRelease

MADE = {
    "000001-aaaaaaaaaaaa": datetime(2026, 10, 1, 12, tzinfo=UTC),
    "000002-bbbbbbbbbbbb": datetime(2026, 10, 3, 15, 59, tzinfo=UTC),
    "000003-cccccccccccc": datetime(2026, 10, 3, 16, 0, tzinfo=UTC),  # the 4th in China
}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.releases.mkdir()
    for name, made in MADE.items():
        file = home.releases / f"{name}.duckdb"
        file.touch()
        os.utime(file, (made.timestamp(), made.timestamp()))
    return home


@pytest.mark.parametrize(
    ("day", "number"), [("01", "000001"), ("02", "000001"), ("03", "000002"), ("04", "000003")]
)
def test_the_release_of_a_day_is_the_last_one_till_its_end(
    home: Home, day: str, number: str
) -> None:
    assert release_of(home, f"2026-10-{day}").stem.startswith(number)
    assert released_on(home, date(2027, 1, 1)).stem.startswith("000003")


def test_a_number_and_the_beginning_of_an_id_are_no_days(home: Home) -> None:
    assert release_of(home, "2").stem == "000002-bbbbbbbbbbbb"
    assert release_of(home, "000003-c").stem == "000003-cccccccccccc"


def test_a_day_before_all_releases_is_said_with_what_there_is(home: Home) -> None:
    with pytest.raises(UnknownRelease, match=r"2026-09-30: .* 000001-a+ of 2026-10-01, "):
        release_of(home, "2026-09-30")
