"""The registry, the models and the compiled script agree."""

from __future__ import annotations

import csv
import re
import string

from orchestration.compile_audit import PROJECT, SCRIPT, compiled

with (PROJECT / "seeds" / "rules.csv").open(encoding="utf-8", newline="") as file:
    RULES = list(csv.DictReader(file))

MODELS = sorted((PROJECT / "models").glob("*/rule_*.sql"), key=lambda path: path.stem)
MODELS = [model for model in MODELS if model.stem != "rule_result"]
PLACEHOLDERS = {"name", "left", "right", "difference", "sign", "place"}
PLACEHOLDERS |= {"printed", "expected", "sentence"}


def test_every_rule_has_a_model_and_every_model_a_rule() -> None:
    names = ["rule_" + rule["rule_id"].lower().replace("-", "_") for rule in RULES]
    assert sorted(names) == [model.stem for model in MODELS]
    macros = [PROJECT / "macros" / name for name in ("all_terms.sql", "statements.sql")]
    listed = "".join(macro.read_text("utf-8") for macro in macros)
    assert sorted(re.findall(r"'(rule_\w+)'", listed)) == sorted(names)


def test_a_model_yields_the_terms_of_its_own_rule() -> None:
    for model in MODELS:
        ids = set(re.findall(r"'([ABDNPSTUY]-[A-Z0-9-]+)'", model.read_text("utf-8")))
        assert {"rule_" + i.lower().replace("-", "_") for i in ids} == {model.stem}


def test_texts_are_whole() -> None:
    for rule in RULES:
        for column in ("name", "message", "look_at"):
            assert re.search(r"[\u4e00-\u9fff]", rule[f"{column}_zh"]), rule
            assert not re.search(r"[\u4e00-\u9fff]", rule[f"{column}_en"].replace("行政运行", ""))
        for message in (rule["message_zh"], rule["message_en"]):
            fields = {name for _, name, _, _ in string.Formatter().parse(message) if name}
            assert fields <= PLACEHOLDERS


def test_soft_rules_only_inform() -> None:
    assert all((rule["soft"] == "true") == (rule["severity"] == "info") for rule in RULES)


def test_the_compiled_script_is_current() -> None:
    current = "run `python -m orchestration.compile_audit` and commit what it writes"
    assert SCRIPT.read_text("utf-8") == compiled(), current
