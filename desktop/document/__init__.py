"""The open timeline file: everything that knows SQL, and nothing else does."""

from desktop.document.changes import Changes, Step
from desktop.document.claim_columns import ClaimColumns
from desktop.document.columns import EventColumns
from desktop.document.document import Document
from desktop.document.filtering import Filter
from desktop.document.queries import Counts
from desktop.document.search import Hit

__all__ = ["Changes", "ClaimColumns", "Counts", "Document", "EventColumns", "Filter", "Hit", "Step"]
