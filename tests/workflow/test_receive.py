"""Receiving: a file is kept untouched once it proves to be an opinion, and only once."""

import hashlib

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied

from briefs.importers import Unreadable
from briefs.models import Source
from briefs.workflow.receive import receive
from tests.rows import TEXT

pytestmark = pytest.mark.django_db


def test_the_bytes_are_kept_as_they_came(student):
    source = receive("opinion.txt", TEXT.encode(), by=student, url="https://example.org/opinion")
    source.refresh_from_db()
    assert bytes(source.content) == TEXT.encode()
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (source.size, source.received_by) == (len(TEXT.encode()), student)


def test_the_same_bytes_twice_are_one_source_whoever_brings_them_under_whatever_name(student, staff):
    first = receive("opinion.txt", TEXT.encode(), by=student)
    assert receive("another name.txt", TEXT.encode(), by=staff) == first
    assert Source.objects.get().name == "opinion.txt"


def test_a_person_s_number_in_the_name_of_a_file_is_covered(student):
    assert receive("A75 836 651.txt", TEXT.encode(), by=student).name == "███ ███ ███.txt"


def test_a_name_of_any_length_is_taken(student):
    assert len(receive("n" * 400 + ".txt", TEXT.encode(), by=student).name) == 255


@pytest.mark.parametrize("content", [b"", b"   ", b"%PDF-1.4", b"\x00\x01\x02"])
def test_what_cannot_be_read_leaves_nothing(student, content: bytes):
    with pytest.raises(Unreadable) as problem:
        receive("file.txt", content, by=student)
    assert str(problem.value).endswith(".")
    assert not Source.objects.exists()


def test_only_members_of_the_clinic_bring_files():
    for person in (AnonymousUser(), User.objects.create_user("guest", is_staff=True)):
        with pytest.raises(PermissionDenied):
            receive("opinion.txt", TEXT.encode(), by=person)
    assert not Source.objects.exists()
