"""Gives a window its menus, and joins its panels to them."""

from desktop.gui import last_place
from desktop.gui.joints import join
from desktop.gui.menu.reading import bring_back_face
from desktop.gui.menubar import MenuBar
from desktop.gui.offers import Offers
from desktop.gui.rest import read_rest
from desktop.gui.window import Window


def complete(window: Window) -> None:
    """Make everything that a window has beside its timeline."""
    bring_back_face(window)
    join(window, MenuBar(window))
    Offers(window)
    read_rest(window)
    last_place.bring_back_article(window.session)
    if window.focusWidget() in (None, window.timeline):
        (window.reader if window.reader.article else window.timeline).setFocus()
