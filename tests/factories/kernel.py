"""People with and without an account."""

from portal.kernel.models import Person, User


def make_person(first_name="สมใจ", last_name="ทดสอบ", *, email="", **fields):
    return Person.objects.create(first_name=first_name, last_name=last_name, email=email, **fields)


def make_account(person, email):
    """An account for somebody who had none."""
    person.user = User.objects.create_user(email)
    person.save(update_fields=["user"])
    return person.user
