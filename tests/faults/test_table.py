"""The faults that a timeline survives, each with the tests that make it happen.

The numbers are those of the safety page of the design, C. A test that is renamed or dropped is
missed here.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.document import causes

TESTS = Path(__file__).parent.parent
FAULTS = {
    "F1 killed at any moment": (
        "document/test_kill.py::test_fifty_kills_lose_no_finished_step",
        "faults/test_window_kill.py::test_a_killed_window_loses_nothing_and_opens_where_one_was",
    ),
    "F2 power cut": (
        "faults/test_power.py::test_no_cut_loses_a_finished_step",
        "faults/test_power.py::test_where_nothing_is_synced_most_cuts_do_harm",
    ),
    "F3 disk full": (
        "faults/test_surroundings.py"
        "::test_on_a_full_disk_the_gesture_waits_and_copies_and_removals_work",
        "formats/test_going_out.py::test_a_full_disk_leaves_the_old_file_and_says_so",
    ),
    "F4 disk fails, or is pulled out": (
        "faults/test_every_call.py::test_every_call_to_the_disk_may_fail",
        "faults/test_refusals.py"
        "::test_a_disk_that_refuses_is_named_and_the_gesture_is_made_when_it_is_back",
        "faults/test_refusals.py"
        "::test_as_long_as_the_disk_refuses_every_try_is_told_and_none_is_lost",
    ),
    "F5 replaced while open": (
        "document/test_opening.py::test_a_file_swapped_under_an_open_document_is_never_written",
        "gui/test_refusals.py::test_a_swapped_file_is_noticed_and_both_versions_are_kept",
    ),
    "F6 copied while one edits": (
        "faults/test_surroundings.py::test_copies_taken_while_one_edits_open_or_are_rescued",
    ),
    "F7 only the file itself copied after a crash": (
        "faults/test_side_files.py::test_a_change_that_was_cut_off_is_taken_back",
        "faults/test_side_files.py"
        "::test_of_the_file_alone_after_a_crash_all_but_a_torn_page_is_rescued",
    ),
    "F8 a journal beside it": (
        "faults/test_side_files.py::test_the_journal_of_another_file_is_set_aside",
        "faults/test_side_files.py::test_a_journal_that_is_none_does_no_harm",
        "faults/test_side_files.py::test_what_another_tool_left_in_its_own_log_is_taken_in_once",
        "faults/test_side_files.py::test_a_foreign_log_of_another_tool_is_set_aside",
    ),
    "F9 read-only": (
        "faults/test_side_files.py::test_on_a_read_only_disk_a_whole_file_opens_for_reading",
        "faults/test_side_files.py::test_on_a_read_only_disk_a_change_that_was_cut_off_is_left_out",
    ),
    "F10 two programs, two homes": (
        "faults/test_two_programs.py::test_two_programs_lose_nothing_of_each_other",
        "faults/test_two_homes.py::test_the_second_user_reads_follows_and_takes_over",
        "faults/test_two_homes.py::test_two_homes_that_edit_at_once_overwrite_nothing_unseen",
    ),
    "F11 a lock dropped by the program itself": (
        "faults/test_surroundings.py::test_the_open_file_is_never_opened_by_file_calls",
    ),
    "F12 held by another program": (
        "gui/test_refusals.py::test_a_short_lock_of_another_program_is_never_seen",
        "gui/test_refusals.py::test_a_long_lock_is_told_with_ways_out",
        "faults/test_refusals.py"
        "::test_gestures_that_wait_for_another_program_are_made_in_their_order",
    ),
    "F13 damaged": (
        "document/test_flips.py::test_no_flipped_bit_is_silent_and_other_events_are_rescued",
        "document/test_rescue.py::test_what_is_readable_is_rescued_and_the_source_stays_as_it_is",
        "document/test_loose.py::test_rows_are_read_though_the_wording_of_their_table_is_damaged",
        "gui/test_damaged.py::test_a_read_that_meets_damage_offers_what_can_be_read",
    ),
    "F14 an update fails half way": (
        "document/test_versions.py"
        "::test_an_update_killed_at_any_moment_leaves_the_old_file_or_the_new_one",
        "document/test_versions.py::test_nothing_is_changed_where_the_copy_is_not_what_was_copied",
    ),
    "F15 of a newer version": (
        "document/test_opening.py::test_a_newer_file_opens_for_reading_and_not_a_byte_changes",
    ),
    "F16 the clock jumps": (
        "faults/test_surroundings.py"
        "::test_a_clock_that_jumps_changes_neither_the_order_nor_what_is_kept",
    ),
    "F17 a safety copy of what is damaged": (
        "document/test_backups.py"
        "::test_a_damaged_document_is_not_backed_up_and_the_good_copy_stays",
        "document/test_backups.py"
        "::test_a_copy_of_a_damaged_row_says_so_and_the_last_good_one_is_kept",
    ),
    "F18 settings damaged or not to be written": (
        "faults/test_surroundings.py::test_damaged_settings_are_started_without",
        "cli/test_streams.py::test_a_user_whose_folders_cannot_be_written_can_still_work",
    ),
    "F19 odd paths": (
        "faults/test_surroundings.py::test_an_odd_name_is_opened_and_written",
        "faults/test_surroundings.py::test_a_symbolic_link_is_one_file_under_both_names",
        "document/test_damage.py::test_a_project_with_two_names_is_not_written_under_either",
        "gui/test_refusals.py::test_a_deleted_file_is_kept_among_the_copies_and_may_come_back",
    ),
    "F20 an export is killed": (
        "faults/test_surroundings.py"
        "::test_an_export_that_is_killed_leaves_the_old_file_or_the_new_one",
        "formats/test_going_out.py::test_an_export_that_is_killed_leaves_the_old_file",
    ),
    "F21 out of memory, forks": (
        "faults/test_surroundings.py::test_little_memory_harms_no_file",
        "faults/test_surroundings.py"
        "::test_workers_are_spawned_so_that_no_connection_crosses_a_fork",
    ),
}


def test_every_fault_is_here():
    assert [fault.split()[0] for fault in FAULTS] == [f"F{number}" for number in range(1, 22)]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_has_its_tests(fault):
    for named in FAULTS[fault]:
        module, test = named.split("::")
        assert re.search(rf"^def {test}\(", (TESTS / module).read_text("utf-8"), re.M), named


# What SQLite calls each refusal, and the words for its true cause.
REFUSALS = {
    "SQLITE_FULL": "is full",
    "SQLITE_IOERR_WRITE": "reported an error",
    "SQLITE_READONLY": "read-only",
    "SQLITE_CANTOPEN": "read-only",
    "SQLITE_BUSY": "Another program is writing",
    "SQLITE_READONLY_DBMOVED": "Another program put another file in the place",
}


class SaidError(causes.sqlite3.OperationalError):
    """An error as SQLite reports it."""

    def __init__(self, name):
        super().__init__("refused")
        self.sqlite_errorname = name


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_names_the_file_the_cause_what_is_safe_and_what_to_do(window, document, name):
    error = causes.refusal(document.path, SaidError(name))

    document.stop_waiting()
    document.on_refused(error)
    window.banner.hush("")

    said = window.banner.sentence
    assert "timeline.dateline" in said
    assert REFUSALS[name] in said
    assert "all before it is saved" in said or "What you had is open here" in said
    assert "save a copy" in said
    buttons = [one.text() for one in window.banner.findChildren(QPushButton) if one.isVisible()]
    assert "Save a copy elsewhere…" in buttons


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_file_that_is_gone_is_told_with_what_is_safe_and_what_to_do(window, document, gone):
    place = document.path.parent if gone == "folder" else document.path
    away = place.with_name("away")
    place.rename(away)

    said = str(causes.displaced(document.path))

    away.rename(place)
    assert "timeline.dateline" in said
    assert ("disk or folder" if gone == "folder" else "moved or deleted") in said
    assert "this change was not made" in said
    assert "try again, or save a copy elsewhere" in said
