"""A place that nobody can have been at is no reason to stop."""

import pytest

from desktop.gui import last_place

STRANGE = (
    *("", "[", "[" * 5000, '{"start":' + "9" * 5000 + "}", '{"start":NaN,"per_pixel":1}'),
    *(
        '{"start":1e999,"per_pixel":1}',
        '{"start":1,"per_pixel":NaN}',
        '{"start":' + "9" * 400 + "}",
    ),
    *('{"start":' + "9" * 400 + ',"per_pixel":1}', '{"article":[],"start":0,"per_pixel":-1}'),
)


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_last_place_is_left_out(window, document, strange):
    document.set_state("place", strange)

    last_place.bring_back_article(window.session)
    last_place.bring_back_time(window.session, window.timeline)

    assert window.timeline.scale.per_pixel > 0
    assert window.timeline.scale.start == window.timeline.scale.start
