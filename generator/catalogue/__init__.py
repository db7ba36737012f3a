"""Every rule there is, by id: what `brief explain` prints and the rules' reference page shows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.catalogue.agreement import AGREEMENT_RULES
from generator.catalogue.chains import CHAIN_RULES
from generator.catalogue.conflicts import CONFLICT_RULES
from generator.catalogue.dates import DATE_RULES
from generator.catalogue.evidence import EVIDENCE_RULES
from generator.catalogue.fields import FIELD_RULES
from generator.catalogue.files import FILE_RULES
from generator.catalogue.prose import PROSE_RULES
from generator.catalogue.references import REFERENCE_RULES
from generator.catalogue.time import TIME_RULES
from generator.catalogue.waivers import WAIVER_RULES
from generator.issues import Rule

FAMILIES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "Files": FILE_RULES,
        "Fields": FIELD_RULES,
        "References": REFERENCE_RULES,
        "Agreement": AGREEMENT_RULES,
        "Evidence": EVIDENCE_RULES,
        "Chains": CHAIN_RULES,
        "Conflicts": CONFLICT_RULES,
        "Dates": DATE_RULES,
        "Prose": PROSE_RULES,
        "Time": TIME_RULES,
        "Waivers": WAIVER_RULES,
    }
)
"""The rules by family, in the order of the reference page."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {rule.id: rule for family in FAMILIES.values() for rule in family}
)
"""Every rule by its id."""
