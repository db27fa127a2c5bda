import psycopg
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import ProgrammingError, connection
from django.http import HttpResponse

from portal.kernel import history
from portal.kernel.models import Person, User

PersonEvent = Person._meta.get_field("events").related_model
UserEvent = User._meta.get_field("events").related_model

RAW_INSERT = """
    INSERT INTO kernel_person (name_prefix, first_name, last_name, email, phone, line_id)
    VALUES ('', 'ค', '', '', '', '')
"""
ALTERATIONS = [
    "UPDATE kernel_personevent SET first_name = 'ฆ'",
    "DELETE FROM kernel_personevent",
    "TRUNCATE kernel_personevent",
]


@pytest.fixture
def two_people(db):
    Person.objects.bulk_create([Person(first_name=name) for name in ("ก", "ข")])


def renamed():
    people = list(Person.objects.order_by("pk"))
    for person in people:
        person.first_name *= 2
    return people


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


CHANGES = {
    "save": (lambda: Person(first_name="ค").save(), [("insert", "ค")]),
    "bulk_create": (
        lambda: Person.objects.bulk_create([Person(first_name="ค"), Person(first_name="ง")]),
        [("insert", "ค"), ("insert", "ง")],
    ),
    "raw insert": (lambda: sql(RAW_INSERT), [("insert", "ค")]),
    "update": (lambda: Person.objects.update(first_name="ค"), 2 * [("update", "ค")]),
    "bulk_update": (
        lambda: Person.objects.bulk_update(renamed(), ["first_name"]),
        [("update", "กก"), ("update", "ขข")],
    ),
    "raw update": (
        lambda: sql("UPDATE kernel_person SET first_name = 'ค'"),
        2 * [("update", "ค")],
    ),
    "nothing changed": (lambda: sql("UPDATE kernel_person SET first_name = first_name"), []),
    "delete": (lambda: Person.objects.all().delete(), [("delete", "ก"), ("delete", "ข")]),
    "raw delete": (
        lambda: sql("DELETE FROM kernel_person WHERE first_name = 'ก'"),
        [("delete", "ก")],
    ),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_every_changed_row_leaves_one_version_whatever_road_it_took(two_people, change, told):
    before = PersonEvent.objects.count()

    change()

    versions = PersonEvent.objects.order_by("pgh_id").values_list("pgh_label", "first_name")
    assert list(versions)[before:] == told


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_the_portal_has_no_right_to_alter_a_version(two_people, alteration):
    with pytest.raises(ProgrammingError, match="permission denied"):
        sql(alteration)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_even_the_owner_of_the_tables_cannot_alter_a_version(alteration):
    Person.objects.create(first_name="ก")
    place = connection.settings_dict

    with (
        psycopg.connect(
            host=place["HOST"], port=place["PORT"], dbname=place["NAME"], user="portal_owner"
        ) as owner,
        pytest.raises(psycopg.errors.RaiseException),
    ):
        owner.execute(alteration)

    assert list(PersonEvent.objects.values_list("first_name", flat=True)) == ["ก"]


def test_secrets_have_no_versions():
    kept = {field.name for field in UserEvent._meta.fields}
    assert not kept & {"password", "last_login"}
    assert "email" in kept


# Who, where, in which request or task: ids, never names


def answer(request):
    User.objects.create_user("somchai@example.org")
    return HttpResponse()


def last_context():
    return UserEvent.objects.latest("pgh_id").pgh_context


@pytest.mark.django_db
@pytest.mark.parametrize("signed_in", [True, False])
def test_a_request_puts_person_path_and_its_own_id_beside_the_change(rf, signed_in):
    who = User.objects.create_user("secretary@example.org")
    request = rf.post("/reports/7/?q=secret")
    request.user = who if signed_in else AnonymousUser()

    response = history.HistoryMiddleware(answer)(request)

    assert last_context() == {
        "user": who.pk if signed_in else None,
        "url": "/reports/7/",
        "request": response["X-Request-ID"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/meetings/reply/key-of-one-letter/", "/meetings/reply/<str:token>/"),
        ("/meetings/calendar/key-of-a-feed.ics", "/meetings/calendar/<str:token>.ics"),
        ("/meetings/7/", "/meetings/7/"),
        ("/nowhere/key-without-its-slash", ""),
    ],
)
def test_an_address_that_is_itself_a_key_stands_there_by_its_route(rf, path, told):
    request = rf.post(path)
    request.user = AnonymousUser()

    history.HistoryMiddleware(answer)(request)

    assert last_context()["url"] == told


@pytest.mark.django_db
def test_the_key_of_a_forgotten_password_stands_there_by_its_route(rf):
    request = rf.post("/accounts/password/reset/key/3-abc123/")
    request.user = AnonymousUser()

    history.HistoryMiddleware(answer)(request)

    told = last_context()["url"]
    assert ("abc123" in told, "password/reset/key" in told) == (False, True)


@pytest.mark.django_db
def test_two_requests_have_two_ids(rf):
    seen = []
    for _ in range(2):
        request = rf.get("/")
        request.user = AnonymousUser()
        seen.append(history.HistoryMiddleware(lambda _: HttpResponse())(request)["X-Request-ID"])

    assert len(set(seen)) == 2


@pytest.mark.django_db(transaction=True)
def test_a_task_says_what_it_works_for_and_nothing_stays_behind():
    with history.context(promise=7):
        User.objects.create_user("somchai@example.org")
    assert last_context() == {"promise": 7}

    User.objects.create_user("somying@example.org")
    assert last_context() is None
