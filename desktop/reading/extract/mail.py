"""E-mails, and web pages saved as one file (MHTML), which have the form of an e-mail."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime

from desktop.errors import FileError
from desktop.i18n import _
from desktop.reading.extract.decode import decode
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.markup import html_tree, text_of
from desktop.reading.extract.page import read_declared_page

_MOST_PARTS = 1000


def read_mail(content: bytes) -> Findings:
    """An e-mail's words; subject, sender and date. What is attached is left out, with a warning."""
    mail = _message(content)
    texts = [part for part in _parts(mail) if _is_body(part)]
    plain = [part for part in texts if part.get_content_type() == "text/plain"]
    chosen = [part for part in plain if _content(part).strip()] or texts
    attached = [str(part.get_filename()) for part in _parts(mail) if part.get_filename()]
    sent = _sent(mail)
    return Findings(
        text="\n\n".join(_words(part) for part in chosen[: 1 if chosen is texts else None]),
        title=Sourced(_header(mail, "subject"), "metadata", 0.95),
        published=Sourced(sent, "metadata", 0.9) if sent else Sourced(),
        byline=_sender(mail),
        warnings=_warnings(attached),
    )


def read_archived_page(content: bytes) -> Findings:
    """The page in an MHTML file; its pictures and scripts are not looked at."""
    mail = _message(content)
    for part in _parts(mail):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            address = _header(mail, "snapshot-content-location") or _header(
                part, "content-location"
            )
            return read_declared_page(_content(part), str(part.get_content_charset("")), address)
    raise FileError(_("no page was found in it"))


def _message(content: bytes) -> EmailMessage:
    mail = message_from_bytes(content, policy=policy.default)
    if not mail.keys():
        raise FileError(_("it is not an e-mail"))
    return mail


def _parts(mail: EmailMessage) -> list[EmailMessage]:
    parts: list[EmailMessage] = []
    for part in mail.walk():
        parts.append(part)
        if len(parts) > _MOST_PARTS:
            raise FileError(_("it holds more than {n} parts").format(n=_MOST_PARTS))
    return parts


def _is_body(part: EmailMessage) -> bool:
    is_text = part.get_content_type() in ("text/plain", "text/html")
    return is_text and part.get_content_disposition() != "attachment"


def _content(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _words(part: EmailMessage) -> str:
    text = decode(_content(part), str(part.get_content_charset("")))
    if part.get_content_type() != "text/html":
        return text
    tree = html_tree(text)
    return text_of(tree) if tree is not None else ""


def _header(mail: EmailMessage, name: str) -> str:
    """A header as text; "" where it is missing or too broken to be read."""
    try:
        return str(mail.get(name, "")).strip()
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return ""


def _sender(mail: EmailMessage) -> str:
    for name, address in getaddresses([_header(mail, "from")]):
        return name or address
    return ""


def _sent(mail: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(mail, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _warnings(attached: list[str]) -> tuple[str, ...]:
    if not attached:
        return ()
    names = ", ".join(attached[:5])
    return (_("What was attached is not part of the article: {names}").format(names=names),)
