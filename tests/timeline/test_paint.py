"""What a frame looks like on paper and on the screen."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.model import COLOURS, Track
from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.ground import Backdrop
from desktop.timeline.drawing.links import is_free
from desktop.timeline.drawing.paint import outline, paint
from desktop.timeline.drawing.scene import Arrow, Ground, Scene
from desktop.timeline.drawing.style import contrast, dark, light, paper
from desktop.timeline.frames.frame import Band, Frame, Mark, Shape, Standing, Strip

WIDTH, HEIGHT = 600, 100
TRACK = Track(id=1, name="Wars", colour=COLOURS[1])
pytestmark = pytest.mark.usefixtures("qapp")


def frame_of(*events, strips=(), clusters=(), is_dense=False):
    """A frame of (left, core_left, core_right, right, top, shape, marks, standing, label) rows."""
    columns = [np.array(column, np.int32) for column in zip(*events, strict=True)]
    left, core_left, core_right, right, top, shape, marks, standing, label = (
        columns or [np.empty(0, np.int32)] * 9
    )
    crowd = np.array(clusters, np.int32).reshape(-1, 3)
    return Frame(
        width=WIDTH,
        height=HEIGHT,
        bands=(Band(1, 0, HEIGHT, is_dense),),
        ids=np.arange(1, len(left) + 1),
        band=np.zeros(len(left), np.int32),
        left=left,
        right=right,
        core_left=core_left,
        core_right=core_right,
        top=top,
        shape=shape.astype(np.uint8),
        marks=marks.astype(np.uint8),
        standing=standing.astype(np.uint8),
        label_left=(np.where(shape == Shape.MARKER, core_left + 10, left + 6)).astype(np.int32),
        label_width=label,
        label_inside=shape == Shape.BAR,
        cluster_band=np.zeros(len(crowd), np.int32),
        cluster_left=crowd[:, 0],
        cluster_right=crowd[:, 1],
        cluster_top=np.full(len(crowd), 10, np.int32),
        cluster_count=crowd[:, 2],
        strips=strips,
    )


def bar(left=100, right=300, core=None, marks=0, standing=0, **place):
    core_left, core_right = core or (left, right)
    top, label = place.get("top", 20), place.get("label", 0)
    return (left, core_left, core_right, right, top, Shape.BAR, marks, standing, label)


def marker(middle=200, reach=0, standing=0, label=0, top=20):
    return (middle - reach, middle, middle, middle + reach, top, Shape.MARKER, 0, standing, label)


def picture(frame, style=None, *, atlas=True, ratio=1.0, titles=None, **scene):
    style = style or light()
    image = QImage(
        round(WIDTH * ratio), round(HEIGHT * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(style.background)
    painter = QPainter(image)
    told = Scene({1: scene.pop("track", TRACK)}, titles or {}, **scene)
    if atlas:
        Backdrop().paint(painter, QRect(0, 0, WIDTH, HEIGHT), style, told.ground)
    paint(painter, frame, style, told, Atlas(ratio) if atlas else None)
    painter.end()
    return image


def pixels(image):
    grey = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1, 4)
    return flat[:, :, :3].astype(np.int32)


def greys(image):
    return pixels(image.convertToFormat(QImage.Format.Format_Grayscale8))[:, :, 0]


def difference(one, other):
    """How far two pictures are apart in their worst block of 10 x 10 pixels, of 255."""
    apart = pixels(one) - pixels(other)
    rows, columns = apart.shape[0] // 10 * 10, apart.shape[1] // 10 * 10
    blocks = apart[:rows, :columns].reshape(rows // 10, 10, columns // 10, 10, 3)
    return float(np.abs(blocks.mean(axis=(1, 3))).max())


def is_drawn(image, left, right, top=20, bottom=40):
    return bool((pixels(image)[top:bottom, left:right] != pixels(image)[5, 5]).any())


def test_a_certain_bar_is_solid_from_its_first_pixel_to_its_last():
    image = picture(frame_of(bar(100, 300)))

    middle = pixels(image)[30]
    assert (middle[100:300] == middle[200]).all()
    assert (middle[99] == middle[5]).all()
    assert (middle[300] == middle[5]).all()


def test_an_uncertain_end_fades_towards_the_ground():
    image = picture(frame_of(bar(100, 300, core=(100, 200), marks=Mark.APPROXIMATE)))

    tone = greys(image)[22:38].mean(axis=0)
    assert tone[150] < tone[220] < tone[260] < tone[297]


def test_a_fade_is_hatched_so_that_a_copier_keeps_it():
    image = picture(frame_of(bar(100, 300, core=(100, 200), marks=Mark.APPROXIMATE)))

    assert greys(image)[22:38, 280].std() > 3
    assert greys(image)[22:38, 150].std() < 1


def test_a_wholly_uncertain_bar_is_paler_than_a_certain_one():
    certain = picture(frame_of(bar()))
    uncertain = picture(frame_of(bar(core=(200, 200), marks=Mark.UNCERTAIN)))

    assert greys(uncertain)[22:38, 150:250].mean() > greys(certain)[22:38, 150:250].mean() + 40


def test_the_written_day_of_an_approximate_date_is_solid():
    image = picture(frame_of(bar(90, 300, core=(195, 195), marks=Mark.APPROXIMATE)))

    middle = pixels(image)[30]
    assert (middle[165:225] == middle[195]).all()
    assert greys(image)[30, 95] > greys(image)[30, 195]


@pytest.mark.parametrize(("style", "shades"), [(light(), True), (dark(), True), (paper(), False)])
def test_nights_are_calm_on_the_screen_and_not_in_print(style, shades):
    one = np.array([200], np.int32)
    ground = Ground(night_left=one, night_right=one + 100)

    image = picture(frame_of(), style=style, ground=ground)

    night, day = image.pixelColor(250, 50), image.pixelColor(50, 50)
    assert (night != day) == shades
    assert contrast(night, day) < 1.15


@pytest.mark.parametrize("style", [light(), dark(), paper()], ids=["light", "dark", "paper"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_window_and_a_printed_page_look_alike(style, ratio):
    frame = frame_of(
        bar(20, 220, label=160, top=2),
        bar(240, 420, core=(300, 360), marks=Mark.APPROXIMATE, label=60, top=2),
        bar(430, 590, core=(510, 510), marks=Mark.UNCERTAIN, standing=Standing.CONTESTED, top=2),
        marker(100, 40, standing=Standing.DENIED, label=200, top=40),
        clusters=[(400, 460, 1234)],
    )
    titles = {1: "Siege of the town", 2: "Truce", 3: "Raid", 4: "Denied at once"}

    window = picture(frame, style, ratio=ratio, titles=titles)
    page = picture(frame, style, ratio=ratio, titles=titles, atlas=False)

    assert difference(window, page) < 55


def test_a_long_title_is_cut_inside_its_room():
    titles = {1: "A very long title indeed that no bar of this size could ever hold"}

    image = picture(frame_of(marker(100, label=120)), titles=titles)

    assert is_drawn(image, 110, 230)
    assert not is_drawn(image, 232, 600)


def test_a_title_of_markup_is_shown_letter_by_letter():
    plain = picture(frame_of(marker(100, label=300)), titles={1: "bold"})
    marked = picture(frame_of(marker(100, label=300)), titles={1: "<b>bold</b>"})

    assert is_drawn(marked, 160, 300)
    assert not is_drawn(plain, 160, 300)


@pytest.mark.parametrize(
    "standing",
    [
        Standing.CLAIMED,
        Standing.DENIED,
        Standing.CONTESTED,
        Standing.CONFIRMED,
        Standing.PLANNED,
    ],
)
def test_what_became_of_a_claim_stands_at_the_end_of_the_title(standing):
    usual = picture(frame_of(marker(100, label=250)), titles={1: "Raid"})
    told = picture(frame_of(marker(100, label=250, standing=standing)), titles={1: "Raid"})

    assert not is_drawn(usual, 150, 400)
    assert is_drawn(told, 150, 400)


@pytest.mark.parametrize("kind", ["circle", "diamond", "square", "triangle", "star"])
def test_every_kind_of_marker_has_a_shape_of_its_own(kind):
    shapes = {
        other: picture(frame_of(marker(100)), track=replace(TRACK, marker=other))
        for other in ("circle", "diamond", "square", "triangle", "star")
    }

    mine = pixels(shapes.pop(kind))[15:45, 85:115]
    assert (mine != mine[0, 0]).any()
    assert all((mine != pixels(other)[15:45, 85:115]).any() for other in shapes.values())


def test_an_open_end_has_an_arrow():
    plain = picture(frame_of(bar(100, 900)))
    open_ended = picture(frame_of(bar(100, 900, marks=Mark.OPEN_END)))

    changed = np.argwhere((pixels(plain) != pixels(open_ended)).any(axis=2))
    assert len(changed)
    assert changed[:, 1].min() > 560


def test_a_selected_event_has_a_line_round_it():
    plain = picture(frame_of(bar(), bar(400, 500)))
    chosen = picture(frame_of(bar(), bar(400, 500)), selected=frozenset({1}))

    changed = np.argwhere((pixels(plain) != pixels(chosen)).any(axis=2))
    assert changed[:, 1].max() < 310
    assert pixels(chosen)[20, 200].tolist() == list(light().selection.getRgb()[2::-1])


def test_the_line_of_a_marker_takes_in_its_title():
    frame = frame_of(marker(100, label=80))

    box = outline(frame, light(), 0)

    assert box.left() < 92
    assert box.right() > 190


def test_an_event_may_have_a_colour_of_its_own():
    image = picture(frame_of(bar(), bar(400, 500)), colours={2: "#009E73"})

    assert image.pixelColor(200, 30) == light().fill(TRACK.colour)
    assert image.pixelColor(450, 30) == light().fill("#009E73")


def test_a_cluster_tells_its_number_where_it_has_room():
    narrow = picture(frame_of(clusters=[(100, 104, 1234)]))
    wide = picture(frame_of(clusters=[(100, 160, 1234)]))

    assert len({tuple(p) for p in pixels(narrow)[12:24, 101]}) == 1
    assert len({tuple(p) for row in pixels(wide)[12:24, 102:158] for p in row}) > 3


def test_a_strip_shows_one_event_beside_a_thousand():
    counts = np.zeros(300, np.int32)
    counts[50], counts[100] = 1, 1000
    frame = frame_of(
        strips=(Strip(0, np.arange(0, 2 * len(counts) + 1, 2), counts, top=50, height=46),),
        is_dense=True,
    )

    image = picture(frame)

    assert is_drawn(image, 100, 102, 50, 97)
    assert is_drawn(image, 200, 202, 56, 60)
    assert not is_drawn(image, 150, 152, 0, 97)


def test_an_era_stands_behind_the_bars_from_top_to_bottom():
    era = (50, 50, 550, 550, 20, Shape.ERA, 0, 0, 0)

    image = picture(frame_of(era, bar()))

    assert image.pixelColor(200, 30) == light().fill(TRACK.colour)
    assert image.pixelColor(200, 90) == image.pixelColor(60, 5) != light().background


def test_links_are_drawn_between_what_is_in_the_picture():
    frame = frame_of(bar(100, 200, top=5), marker(400, top=70))

    linked = picture(frame, arrows=(Arrow(1, 2, "causes"),))
    gone = picture(frame, arrows=(Arrow(1, 99, "causes"),))

    assert is_drawn(linked, 150, 390, 40, 70)
    assert not is_drawn(gone, 150, 390, 40, 70)


@pytest.mark.parametrize(
    ("box", "free"),
    [
        (QRectF(110, 8, 20, 8), False),
        (QRectF(205, 8, 20, 8), False),
        (QRectF(300, 8, 20, 8), True),
        (QRectF(110, 40, 20, 8), True),
    ],
)
def test_a_links_word_stands_only_where_no_event_or_label_is(box, free):
    frame = frame_of(bar(100, 200, top=5))
    frame = replace(frame, label_left=np.array([204], np.int32), label_width=np.array([60]))

    assert is_free(frame, light(), box) == free


def test_today_and_the_grid_and_week_ends_are_drawn():
    ground = Ground(
        np.array([50], np.int32),
        np.array([80], np.int32),
        np.array([300], np.int32),
        np.array([400], np.int32),
        today=500,
    )

    image = picture(frame_of(), ground=ground)

    assert image.pixelColor(50, 50) == light().grid
    assert image.pixelColor(80, 50) == light().grid_strong
    assert image.pixelColor(350, 50) == light().weekend
    assert image.pixelColor(500, 50) == light().today


@pytest.mark.parametrize("style", [light(), dark(), paper()], ids=["light", "dark", "paper"])
@pytest.mark.parametrize("colour", COLOURS)
def test_words_on_bars_can_be_read(style, colour):
    fill = style.fill(colour)

    assert contrast(style.words_on(fill), fill) >= 2.9
    assert contrast(fill, style.background) >= 1.6


def test_a_theme_names_some_colours_and_keeps_the_rest():
    from desktop.timeline.drawing.style import Style

    style = Style.of_roles({"selection": "#123456", "window": "#ffffff"}, dark())

    assert style.selection == QColor("#123456")
    assert style.grid == dark().grid
    assert style.is_dark


def test_ten_thousand_titles_do_not_overflow_the_atlas():
    atlas = Atlas(1.0)
    style = light()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    for start in range(0, 10_000, 100):
        painter = QPainter(image)
        image.fill(style.background)
        titles = {1: f"Event number {start}, with words enough to be long"}
        paint(painter, frame_of(marker(100, label=400)), style, Scene({1: TRACK}, titles), atlas)
        for number in range(100):
            atlas.slot((start, number), 400, 20, lambda painter, box: None)
        painter.end()
        assert is_drawn(image, 112, 400)


def test_many_new_titles_come_in_a_few_frames_and_the_first_picture_is_whole():
    atlas, style = Atlas(1.0), light()
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    frame = frame_of(*[marker(100, label=400)] * 300)

    def drawn(words):
        painter = QPainter(image)
        titles = {number: f"{words} {number}" for number in range(1, 301)}
        paint(painter, frame, style, Scene({1: TRACK}, titles), atlas)
        painter.end()
        return atlas.is_whole

    assert drawn("Siege")
    turns = [drawn("Raid") for _turn in range(5)]
    assert turns == sorted(turns)
    assert not turns[0]
    assert turns[-1]


ARABIC = "غارات جوية على مواقع قرب الحدود التركية في ريف إدلب وحلب وحماة"


@pytest.mark.parametrize("atlas", [True, False])
@pytest.mark.usefixtures("look")
def test_a_title_read_leftward_keeps_its_beginning_at_the_right(atlas):
    frame = replace(
        frame_of(bar(100, 400, top=20)),
        label_left=np.array([104], np.int32),
        label_width=np.array([150], np.int32),
        label_inside=np.array([True]),
    )

    one = picture(frame, atlas=atlas, titles={1: ARABIC})
    same = picture(frame, atlas=atlas, titles={1: ARABIC + " بعد ساعات"})
    other = picture(frame, atlas=atlas, titles={1: "هدنة " + ARABIC})

    beginning = (slice(20, 40), slice(190, 254))
    assert apart(one, same, beginning) * 3 < apart(one, other, beginning)


def apart(one, other, part):
    """How far two pictures differ, seen so softly that half a pixel to the side is alike."""
    seen = [pixels(drawn)[part].astype(float) for drawn in (one, other)]
    soft = [sum(np.roll(drawn, by, axis=1) for by in range(-2, 3)) / 5 for drawn in seen]
    return np.abs(soft[0] - soft[1]).mean()


def test_a_title_read_leftward_begins_in_sight_at_the_pictures_edge():
    frame = replace(
        frame_of(bar(440, 480, top=20)),
        label_left=np.array([486], np.int32),
        label_width=np.array([300], np.int32),
    )

    image = picture(frame, titles={1: ARABIC})
    cut = picture(frame, titles={1: "هدنة " + ARABIC})

    assert image.copy(540, 20, 60, 20) != cut.copy(540, 20, 60, 20)
