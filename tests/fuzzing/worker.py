"""Another process, with another hash seed: reads projects as JSON lines, writes their digests."""

from __future__ import annotations

import json
import sys

from tests.fuzzing.project import judge
from tests.fuzzing.properties import digest

if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(digest(judge(json.loads(line))) + "\n")
        sys.stdout.flush()
