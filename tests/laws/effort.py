"""How often a property is tried: few times in `make test`, very often in `make soak`."""

from hypothesis import HealthCheck, settings

SOAK = settings.get_profile("soak").max_examples


def tries(usual):
    """``usual`` examples, or forty times as many in a soak."""
    soaking = settings.default.max_examples == SOAK
    return settings(
        max_examples=usual * (40 if soaking else 1),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
