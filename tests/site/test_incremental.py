"""A build that begins with what the last one kept comes to the same site as one from nothing.

Byte for byte, after any edits: that is what makes it safe to keep anything.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.limits import ISSUES
from generator.site.build import build_site, check_project, choose_as_of
from generator.site.engines import Engine
from generator.site.order import Order
from generator.site.progress import Progress
from generator.site.work import Here, Processes

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "tests" / "library"


def _copy_project(folder: Path) -> Path:
    project = folder / "project"
    project.mkdir()
    shutil.copytree(LIBRARY, project / "data")
    return project
