"""The program that a walk on a screen starts: a window that says where its words stand.

Run as `python -m tests.walks.shown_window FILE WORDS`; one line of JSON each: first where the
words begin and end on the screen, then the titles of all events after every change.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop.gui.app import make_application, make_desk
from desktop.model import Selection


def say(told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(path: Path, words: str) -> int:
    application = make_application()
    desk = make_desk()
    window = desk.open(path)
    document = window.document
    window.setGeometry(0, 0, 1366, 768)
    (article,) = document.articles()
    window.session.select(Selection(article=article.id))
    window.session.changed.connect(lambda _: say([one.title for one in document.events()]))

    def tell() -> None:
        page, first = window.reader.page, article.text.index(words)
        window.activateWindow()
        page.setFocus()
        ends = page.offsets.start(first), page.offsets.end(first + len(words))
        corners = (page.viewport().mapToGlobal(page.place_of(end).center()) for end in ends)
        say([[corner.x(), corner.y()] for corner in corners])

    desk.settled.connect(lambda: QTimer.singleShot(500, window, tell))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
