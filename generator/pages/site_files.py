"""Every file of the site that is no page, from a library that the checks have found sound.

A pure function, as `site_pages` is. A file stands in the folder of the page that it belongs to;
`site` writes it there.
"""

from __future__ import annotations

from generator.evidence.charted import find_charted
from generator.library.library import Library
from generator.pages.blocks import anchor_blocks
from generator.pages.cross_references import CrossReferences
from generator.pages.data_files import chart_file_of, data_file_of, write_observations
from generator.pages.titles import PATH as TITLES
from generator.pages.titles import write_titles
from generator.records.blocks import ChartBlock
from generator.records.brief import Brief
from generator.records.edtf import EdtfDate

Files = dict[str, bytes]
"""The content of each file by its path on the site, such as `metrics/x/x.csv`."""


def render_files(library: Library, as_of: EdtfDate) -> Files:
    """The content of every file by its path on the site, in the order of the paths."""
    cross = CrossReferences(library, as_of)
    files = {data_file_of(id): _render_metric_data(id, cross) for id in cross.by_metric}
    files[TITLES] = write_titles(library)
    for brief in library.briefs.values():
        files |= _render_chart_data(brief, cross)
    return dict(sorted(files.items()))


def _render_metric_data(metric: str, cross: CrossReferences) -> bytes:
    return write_observations(cross.by_metric[metric], cross)


def _render_chart_data(brief: Brief, cross: CrossReferences) -> Files:
    anchors = anchor_blocks(brief.body)
    files = {}
    for placed in brief.body.blocks:
        if isinstance(placed.block, ChartBlock):
            rows = find_charted(placed.block, cross.library).rows
            path = chart_file_of(brief.id, anchors[placed.index])
            files[path] = write_observations((row.observation for row in rows), cross)
    return files
