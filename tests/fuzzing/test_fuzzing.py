"""Whatever stands in `data/`: issues at a place or pages that show it, in time, and nothing else.

A few inputs of each target; `make fuzz` tries many.
"""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzzing.project import sound
from tests.fuzzing.targets import TARGETS, Target

FEW = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_properties_hold_of_a_few_inputs(target: Target) -> None:
    """No other exception, no endless reading, nothing lost, nothing added, nothing said twice."""
    sound()

    @FEW
    @given(target.inputs)
    def hold(example: object) -> None:
        target.check(example)

    hold()
