"""How much the property tests try: the same few cases each time, many others in `make soak`."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("house", derandomize=True, deadline=None)
settings.register_profile(
    "soak", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("soak" if "SOAK" in os.environ else "house")
