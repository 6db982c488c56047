import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rostering.domain import Period, Signatory
from rostering.ledger import (
    Ledger,
    NoLedger,
    NotForSigning,
    NoVersion,
    Overtaken,
    Signature,
    Status,
    days_left,
    ledger_path,
    status_of,
)
from tests.ledger.drafts import AT, PERIOD, draft

FIRST, LAST = PERIOD.first, PERIOD.last
TRUST, POLICE = Signatory("trust"), Signatory("police", ("Pat", "Sue"))
BOTH = (TRUST, POLICE)
NEXT = Period(date(2027, 1, 11), date(2027, 1, 17))


def test_a_folder_holds_its_ledger_and_a_workbook_has_it_beside(tmp_path):
    (tmp_path / "kent").mkdir()
    assert ledger_path(tmp_path / "kent") == tmp_path / "kent" / "ledger.sqlite"
    workbook = tmp_path / "my book.xlsx"
    assert ledger_path(workbook) == tmp_path / "my book ledger.sqlite"


def test_a_book_without_one_says_how_to_begin(book):
    with pytest.raises(NoLedger, match="nothing is published yet") as refusal:
        Ledger.beside(book)
    assert refusal.value.advice == "Publish a rota first: rota publish ROTA"
    assert list(book.iterdir()) == []


def test_a_new_ledger_is_empty(ledger, book):
    assert ledger.versions() == ()
    assert ledger.standing(FIRST) is None
    assert ledger.last(PERIOD) is None
    assert ledger.notes("worked") == ()
    assert Ledger.beside(book) == ledger
    assert Ledger.beside(book, create=True).versions() == ()


def test_a_version_comes_back_as_it_was_published(ledger):
    given = draft()
    made = ledger.publish(given, after=None)
    (version,) = ledger.versions()
    assert version == made
    assert (version.number, version.period, version.at) == (1, PERIOD, AT)
    assert (version.author, version.reason) == ("Kim", "first")
    assert (version.rota, version.document) == (given.rota, given.document)
    assert version.inputs == given.inputs
    mark = hashlib.sha256(b"id\n").hexdigest()
    assert version.inputs["police.csv"] == mark
    assert ledger.content(mark) == b"id\n"
    assert version.is_published
    assert version.effective == FIRST


def test_a_version_is_read_as_a_rota_beside_its_book(ledger, book):
    saved = ledger.publish(draft(), after=None).saved()
    assert saved.path == book.with_name("kent@1")
    assert [line.person for line in saved.lines] == ["Ann"]
    assert saved.records[0].places["person"].file == "kent@1"
    assert saved.document["book"] == "kent"


def test_each_version_is_chained_to_all_before_it(ledger):
    first = ledger.publish(draft(), after=None)
    ledger.note("worked", {"person": "Ann"}, author="Kim")
    second = ledger.publish(draft("Bob"), after=1)
    hashes = [entry.hash for entry in ledger.entries()]
    assert (first.previous, first.hash) == ("0" * 64, hashes[0])
    assert (second.previous, second.hash) == (hashes[1], hashes[2])
    assert len(set(hashes)) == 3


def test_who_has_not_seen_the_last_version_is_told_and_writes_nothing(ledger):
    ledger.publish(draft(), after=None)
    for seen in (None, 0, 2):
        with pytest.raises(Overtaken, match="Version 1 was published") as refusal:
            ledger.publish(draft("Bob"), after=seen)
        assert refusal.value.number == 1
    assert [v.number for v in ledger.versions()] == [1]
    assert ledger.publish(draft("Bob"), after=1).number == 2


def test_the_last_published_version_stands_for_its_days(ledger):
    ledger.publish(draft(), after=None)
    ledger.publish(draft("Bob", period=NEXT), after=1)
    later = draft("Cat", effective=date(2027, 1, 6))
    ledger.publish(later, after=2)
    standing = [
        ledger.standing(date(2027, 1, day)) for day in (3, 4, 5, 6, 10, 11, 17, 18)
    ]
    numbers = [version and version.number for version in standing]
    assert numbers == [None, 1, 1, 3, 3, 2, 2, None]
    assert ledger.last(PERIOD).number == 3
    assert ledger.last(Period(FIRST, date(2027, 1, 5))).number == 1
    assert ledger.last(Period(date(2027, 2, 1), date(2027, 2, 2))) is None


def test_each_version_says_what_became_of_it(ledger):
    ledger.publish(draft(), after=None)
    ledger.publish(draft("Bob", effective=date(2027, 1, 6)), after=1)
    one, two = versions = ledger.versions()
    assert status_of(one, versions) is Status.STANDS_IN_PART
    assert days_left(one, versions) == (date(2027, 1, 4), date(2027, 1, 5))
    assert status_of(two, versions) is Status.STANDS
    ledger.publish(draft("Cat"), after=2)
    versions = ledger.versions()
    assert [status_of(v, versions) for v in versions] == [
        Status.OVERTAKEN,
        Status.OVERTAKEN,
        Status.STANDS,
    ]


def test_a_version_of_two_keys_stands_when_both_have_signed(ledger):
    ledger.publish(draft(), after=None)
    ledger.publish(draft("Bob", signatories=BOTH), after=1)
    assert ledger.standing(FIRST).number == 1
    half = ledger.sign(2, Signature("police", "Pat", AT))
    assert (half.awaited, half.is_published) == (("trust",), False)
    assert ledger.standing(FIRST).number == 1
    assert status_of(half, ledger.versions()) is Status.AWAITED
    whole = ledger.sign(2, Signature("trust", "Tam", AT))
    assert whole.signatures == (
        Signature("police", "Pat", AT),
        Signature("trust", "Tam", AT),
    )
    assert ledger.standing(FIRST) == whole


def test_a_version_that_awaits_signatures_overtakes_none(ledger):
    ledger.publish(draft(), after=None)
    ledger.publish(draft("Bob", signatories=(TRUST,)), after=1)
    one, two = versions = ledger.versions()
    assert status_of(one, versions) is Status.STANDS
    assert status_of(two, versions) is Status.AWAITED


@pytest.mark.parametrize(
    ("signature", "said"),
    [
        (Signature("navy", "Nick"), "asks for no signature of navy"),
        (Signature("police", "Tam"), "Tam may not sign for police"),
        (Signature("police", "sue"), "Pat has signed kent@1 for police already"),
        (Signature("trust", "PAT"), "cannot sign for trust too"),
    ],
)
def test_a_signature_that_is_not_wanted_is_refused(ledger, signature, said):
    ledger.publish(draft(signatories=BOTH), after=None)
    ledger.sign(1, Signature("police", "Pat"))
    with pytest.raises(NotForSigning, match=said):
        ledger.sign(1, signature)
    assert ledger.version(1).awaited == ("trust",)


def test_a_version_that_was_overtaken_cannot_be_signed_any_more(ledger):
    ledger.publish(draft(signatories=(TRUST,)), after=None)
    ledger.publish(draft("Bob"), after=1)
    with pytest.raises(NotForSigning, match="later version was published in place"):
        ledger.sign(1, Signature("trust", "Tam"))


def test_there_is_no_version_that_was_not_published(ledger):
    with pytest.raises(NoVersion, match=r"no version 1\. It has none yet"):
        ledger.version(1)
    ledger.publish(draft(), after=None)
    for number in (0, 2):
        with pytest.raises(NoVersion, match=f"no version {number}"):
            ledger.version(number)
    with pytest.raises(NoVersion):
        ledger.sign(2, Signature("trust", "Tam"))


def test_notes_are_kept_by_kind_in_the_order_in_which_they_came(ledger):
    ledger.publish(draft(), after=None)
    first = ledger.note("asked", {"person": "Zoë", "yes": False}, author="Kim", at=AT)
    ledger.note("worked", {"hours": [1, 2.5, None]}, author="Kim")
    second = ledger.note("asked", {"person": "Bob"}, author="Lee", at=AT)
    one, two = ledger.notes("asked")
    assert (one.position, two.position) == (first, second) == (2, 4)
    assert one.facts == {"person": "Zoë", "yes": False}
    assert (two.author, two.at, two.kind) == ("Lee", AT, "asked")
    (worked,) = ledger.notes("worked")
    assert worked.facts == {"hours": [1, 2.5, None]}
    assert worked.at.tzinfo is UTC


@pytest.mark.parametrize("kind", ["version", "signature"])
def test_a_note_can_be_no_version(ledger, kind):
    with pytest.raises(ValueError, match="a note cannot be"):
        ledger.note(kind, {}, author="Kim")


def test_facts_that_are_no_plain_values_are_not_written(ledger):
    with pytest.raises(TypeError):
        ledger.note("asked", {"day": date(2027, 1, 4)}, author="Kim")
    with pytest.raises(ValueError, match="Out of range"):
        ledger.note("asked", {"hours": float("nan")}, author="Kim")
    assert ledger.entries() == ()


def test_times_are_kept_in_utc(ledger):
    at = datetime.fromisoformat("2027-06-01T10:00+01:00")
    version = ledger.publish(draft(at=at), after=None)
    assert version.at.isoformat() == "2027-06-01T09:00:00+00:00"


def test_a_content_is_kept_once(ledger):
    ledger.publish(draft(), after=None)
    size = ledger.path.stat().st_size
    large = bytes(range(256)) * 400
    ledger.publish(draft(files={"large.xlsx": large}), after=1)
    ledger.publish(draft(files={"other.xlsx": large}), after=2)
    assert ledger.versions()[2].inputs == {
        "other.xlsx": hashlib.sha256(large).hexdigest()
    }
    assert ledger.path.stat().st_size - size < len(large)
    assert replace(ledger.versions()[1]).rota == ledger.versions()[2].rota


def test_nothing_is_left_beside_the_ledger(ledger, book):
    ledger.publish(draft(), after=None)
    ledger.note("asked", {}, author="Kim")
    assert [file.name for file in book.iterdir()] == ["ledger.sqlite"]
