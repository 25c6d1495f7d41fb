"""What holds for all tests: property tests that give the same on every machine, however loaded."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "juesuan", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("juesuan")
