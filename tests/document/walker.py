"""A walk through every edit there is, one at random after another."""

import random

from desktop.document.schema import JOURNALED
from desktop.edits import (
    articles,
    claims,
    copying,
    events,
    groups,
    links,
    redating,
    solo,
    suggestions,
    texts,
    timeline,
    tracks,
    views,
)
from desktop.errors import DatelineError
from desktop.model import STANCES, Article, Quote
from desktop.when import When

DATES = ("1854-10", "-0043-03-15", "2024-11-29?", "198X", "../1918", "2024-11-29T18:00", "1066~")


def content(document):
    return {
        table: document._db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in JOURNALED
    }


def last_step(document):
    return max((step.id for step in document.history() if not step.is_undone), default=0)


class Walker:
    """Takes one edit at random, of every kind that there is."""

    def __init__(self, document, seed):
        self.document = document
        self.random = random.Random(seed)

    def step(self):
        name = self.random.choice([name for name in dir(self) if name.startswith("do_")])
        try:
            getattr(self, name)()
        except DatelineError:
            return  # refused, as by a locked track: then nothing may have changed

    def some(self, rows):
        return [row.id for row in rows if self.random.random() < 0.4]

    def one(self, rows):
        return self.random.choice(rows) if rows else None

    def when(self):
        return When(self.random.choice(DATES))

    def quote(self):
        article = self.one(self.document.articles())
        if article is None:
            return None
        first = self.random.randrange(0, len(article.text) - 5)
        return Quote(article.id, first, first + 5, article.text[first : first + 5])

    def do_add_article(self):
        year = self.random.randrange(1000, 1999)
        text = f"The siege of {year} was long and cold. Raiders captured the port on Friday."
        articles.add_article(self.document, Article(title="A", text=text), b"original")

    def do_date_article(self):
        if article := self.one(self.document.articles()):
            articles.date_article(self.document, article.id, self.when())

    def do_remove_article(self):
        if self.random.random() < 0.3:
            articles.remove_articles(self.document, self.some(self.document.articles()))

    def do_redate_article(self):
        if article := self.one(self.document.articles()):
            when = self.when()
            found = redating.find_redatings(self.document, article.id, when)
            redating.redate_article(self.document, article.id, when, found)

    def do_correct_text(self):
        if article := self.one(self.document.articles()):
            text = article.text.replace("siege", self.random.choice(["siege", "great siege"]))
            texts.correct_text(self.document, article.id, text)

    def do_take_suggestions(self):
        if article := self.one(self.document.articles()):
            found = suggestions.find_suggestions(self.document, article.id)
            suggestions.take_suggestions(self.document, article.id, found[:2])

    def do_drop_suggestion(self):
        if article := self.one(self.document.articles()):
            for suggestion in suggestions.find_suggestions(self.document, article.id)[:1]:
                suggestions.drop_suggestion(self.document, article.id, suggestion)

    def do_place_event(self):
        quote, track = self.quote(), self.one(self.document.tracks())
        if quote and track:
            events.place_event(self.document, track, quote)

    def do_add_event(self):
        if track := self.one(self.document.tracks()):
            when = self.random.choice([None, self.when()])
            events.add_event(self.document, track.id, str(self.random.random()), when)

    def do_move_events(self):
        track = self.one(self.document.tracks())
        days = self.random.randrange(-9, 9) * 86_400
        target = track.id if track and self.random.random() < 0.5 else None
        events.move_events(self.document, self.some(self.document.events()), days, target)

    def do_date_events(self):
        chosen = self.some(self.document.events())
        events.date_events(self.document, chosen, self.random.choice([None, self.when()]))

    def do_retitle_event(self):
        if event := self.one(self.document.events()):
            events.retitle_event(self.document, event.id, "Renamed")

    def do_tag_events(self):
        names = self.random.sample(["war", "peace", "trade", "War"], 2)
        events.tag_events(self.document, self.some(self.document.events()), names)

    def do_duplicate_events(self):
        events.duplicate_events(self.document, self.some(self.document.events())[:3])

    def do_merge_events(self):
        chosen = self.some(self.document.events())[:3]
        if chosen:
            events.merge_events(self.document, chosen[0], chosen[1:])

    def do_remove_events(self):
        events.remove_events(self.document, self.some(self.document.events())[:4])

    def do_add_claim(self):
        event, quote = self.one(self.document.events()), self.quote()
        if event and quote:
            stance = self.random.choice(STANCES)
            claims.add_claim(self.document, event.id, quote, stance=stance)

    def do_remove_claims(self):
        if event := self.one(self.document.events()):
            claims.remove_claims(self.document, self.some(self.document.claims(event.id)))

    def do_link_events(self):
        source, target = self.one(self.document.events()), self.one(self.document.events())
        if source and target:
            links.link_events(self.document, source.id, target.id)

    def do_remove_links(self):
        links.remove_links(self.document, self.some(self.document.links()))

    def do_add_track(self):
        tracks.add_track(self.document, f"Track {self.random.random()}")

    def do_arrange_track(self):
        if track := self.one(self.document.tracks()):
            tracks.move_track(self.document, track.id, self.random.randrange(5))

    def do_group_tracks(self):
        listed = self.some(self.document.tracks())
        groups.group_tracks(self.document, listed, f"Group {self.random.random()}")

    def do_ungroup_tracks(self):
        heads = [track.parent for track in self.document.tracks() if track.parent]
        if heads:
            groups.ungroup_tracks(self.document, self.random.choice(heads))

    def do_place_track(self):
        listed = [track.id for track in self.document.tracks()]
        if listed:
            track, head = self.random.choice(listed), self.random.choice(listed)
            groups.place_tracks(self.document, [track], head, None)

    def do_step_track(self):
        if track := self.one(self.document.tracks()):
            groups.step_track(self.document, track.id, self.random.choice((-1, 1)))

    def do_colour_group(self):
        if track := self.one(self.document.tracks()):
            colour = self.random.choice(("#123456", "#654321"))
            tracks.recolour_track(self.document, track.id, colour)

    def do_inherit_colour(self):
        if track := self.one(self.document.tracks()):
            groups.inherit_colour(self.document, track.id)

    def do_show_alone(self):
        if track := self.one(self.document.tracks()):
            solo.switch_solo(self.document, track.id)

    def do_note_track(self):
        if track := self.one(self.document.tracks()):
            tracks.note_track(self.document, track.id, str(self.random.random()))

    def do_save_view(self):
        looks, alone = views.look_of_tracks(self.document)
        name = self.random.choice(("One", "Two"))
        view = views.View(name=name, start=0, stop=9, solo=alone, tracks=looks)
        views.save_view(self.document, view)

    def do_show_view(self):
        if view := self.one(views.views_of(self.document)):
            views.show_tracks_of(self.document, view)

    def do_cut_events(self):
        copying.cut_events(self.document, self.some(self.document.events())[:2])

    def do_paste_events(self):
        told = copying.events_as_json(self.document, self.some(self.document.events())[:5])
        if listed := self.document.tracks():
            copying.paste_events(self.document, told, listed[0].id, When("2001"))

    def do_key_track(self):
        if track := self.one(self.document.tracks()):
            tracks.key_track(self.document, track.id, self.random.choice("123"))

    def do_lock_track(self):
        if track := self.one(self.document.tracks()):
            is_locked = self.random.random() < 0.3
            tracks.lock_track(self.document, track.id, is_locked=is_locked)

    def do_merge_tracks(self):
        listed = self.document.tracks()
        if len(listed) > 5:
            tracks.merge_tracks(self.document, listed[0].id, listed[-1].id)

    def do_remove_track(self):
        listed = self.document.tracks()
        if len(listed) > 5:
            tracks.remove_track(self.document, self.one(listed).id)

    def do_rename_timeline(self):
        timeline.rename_timeline(self.document, str(self.random.random()))
