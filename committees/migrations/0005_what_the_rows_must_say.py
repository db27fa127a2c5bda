"""Constraints that the rows of before could not meet yet, and S103 kept by the database itself."""

from django.db import migrations, models

# A coordinator and a co-chair hold a seat of the 67 from their own region on every day of the
# post. Both tables are told apart by one function and both are watched; asked at the end of the
# transaction, so that a discharge may end the seat and the post one after the other.
WATCH = """
CREATE FUNCTION committees_seated_in_their_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose bigint := CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
BEGIN
    IF EXISTS (
        SELECT FROM regions_regionalpost post
        WHERE post.person_id = whose AND post.role IN ('coordinator', 'co_chair')
          AND NOT daterange(post.starts_on, post.ends_on, '[]') <@ COALESCE((
              SELECT range_agg(daterange(held.starts_on, held.ends_on, '[]'))
              FROM committees_membership held
              JOIN committees_seat seat ON seat.id = held.seat_id
              JOIN committees_committee body ON body.id = seat.committee_id
              WHERE held.person_id = post.person_id AND seat.region_id = post.region_id
                AND body.kind = 'subcommittee'
          ), '{}')
    ) THEN
        RAISE EXCEPTION 'coordinators and co-chairs hold a seat from their region'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'seated_in_their_region';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER seated_in_their_region AFTER INSERT OR UPDATE ON regions_regionalpost
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION committees_seated_in_their_region();
CREATE CONSTRAINT TRIGGER seated_in_their_region AFTER UPDATE OR DELETE ON committees_membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION committees_seated_in_their_region();
"""
UNWATCH = """
DROP TRIGGER seated_in_their_region ON committees_membership;
DROP TRIGGER seated_in_their_region ON regions_regionalpost;
DROP FUNCTION committees_seated_in_their_region();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0004_orders_before_the_register"),
        ("regions", "0004_appointment_orders"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="committee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("issue__isnull", False), ("kind", "issue")),
                    models.Q(models.Q(("kind", "issue"), _negated=True), ("issue", None)),
                    _connector="OR",
                ),
                name="issue_subcommittees_have_an_issue",
            ),
        ),
        migrations.AddConstraint(
            model_name="committee",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["subcommittee", "board"]), ("parent", None)),
                    models.Q(
                        ("kind__in", ["issue", "unit", "secretariat"]), ("parent__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="units_belong_to_a_generation_boards_to_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mode", "formal"), _negated=True),
                    ("appointed_by__isnull", False),
                    _connector="OR",
                ),
                name="formal_appointments_name_their_order",
                violation_error_message="การแต่งตั้งแบบทางการต้องระบุคำสั่ง",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("mode", "formal"), _negated=True),
                    ("ends_on", None),
                    ("discharged_by__isnull", False),
                    _connector="OR",
                ),
                name="formal_discharges_name_their_order",
                violation_error_message="การพ้นจากตำแหน่งแบบทางการต้องระบุคำสั่ง",
            ),
        ),
        migrations.RunSQL(WATCH, UNWATCH),
    ]
