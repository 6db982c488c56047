from pathlib import Path

import pytest

from rostering.ledger import Ledger, file
from rostering.ledger.drives import is_shared, kind_of_drive
from tests.ledger.drafts import draft
from tests.ledger.test_files import opened

MOUNTS = """
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:44 / /mnt/rotas rw shared:7 - cifs //server/rotas rw
31 30 0:45 / /mnt/rotas/my\\040books rw - ext4 /dev/vdb rw
32 22 0:46 /a /home rw master:1 - nfs4 host:/home rw
nonsense
""".splitlines()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/tmp/kent", "ext4"),
        ("/mnt/rotas", "cifs"),
        ("/mnt/rotas/kent/ledger.sqlite", "cifs"),
        ("/mnt/rotas2/kent", "ext4"),
        ("/mnt/rotas/my books/kent", "ext4"),
        ("/home/kim/kent", "nfs4"),
    ],
)
def test_the_nearest_drive_above_a_path_tells_its_kind(path, kind):
    assert kind_of_drive(Path(path), MOUNTS) == kind


def test_without_drives_there_is_no_kind():
    assert kind_of_drive(Path("/tmp"), []) == ""


def test_a_folder_of_our_own_is_not_shared(tmp_path):
    assert not is_shared(tmp_path / "ledger.sqlite")


def test_on_a_shared_drive_nothing_is_written_ahead(book, monkeypatch):
    ledger = Ledger.beside(book, create=True)
    ledger.publish(draft(), after=None)
    monkeypatch.setattr(file, "is_shared", lambda path: True)
    ledger.publish(draft("Bob"), after=1)
    database = opened(ledger)
    assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    database.close()
    assert [version.number for version in ledger.versions()] == [1, 2]
