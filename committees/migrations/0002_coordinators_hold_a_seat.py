"""S103 kept by the database itself: a coordinator and a co-chair hold a seat of the 67.

From their own region, on every day of the post. Asked at the end of the transaction, so that a
discharge may end the seat and the post one after the other; and on every side: by the post, by who
held the seat, by the seat and by its body.
"""

from django.db import migrations

ASK = """
CREATE FUNCTION committees_seated_in_their_region() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    people bigint[];
BEGIN
    IF TG_TABLE_NAME = 'committees_seat' THEN
        people := ARRAY(SELECT person_id FROM committees_membership WHERE seat_id = NEW.id);
    ELSIF TG_TABLE_NAME = 'committees_committee' THEN
        people := ARRAY(
            SELECT held.person_id FROM committees_membership held
            JOIN committees_seat seat ON seat.id = held.seat_id
            WHERE seat.committee_id = NEW.id
        );
    ELSE
        people := ARRAY[OLD.person_id, NEW.person_id];
    END IF;
    IF EXISTS (
        SELECT FROM regions_regionalpost post
        WHERE post.person_id = ANY (people) AND post.role IN ('coordinator', 'co_chair')
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
"""
WATCH = """
CREATE CONSTRAINT TRIGGER seated_in_their_region AFTER INSERT OR UPDATE ON regions_regionalpost
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION committees_seated_in_their_region();
CREATE CONSTRAINT TRIGGER seated_in_their_region AFTER UPDATE OR DELETE ON committees_membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION committees_seated_in_their_region();
CREATE CONSTRAINT TRIGGER seated_in_their_region
    AFTER UPDATE OF region_id, committee_id ON committees_seat
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD.region_id, OLD.committee_id) IS DISTINCT FROM (NEW.region_id, NEW.committee_id))
    EXECUTE FUNCTION committees_seated_in_their_region();
CREATE CONSTRAINT TRIGGER seated_in_their_region AFTER UPDATE OF kind ON committees_committee
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.kind <> NEW.kind)
    EXECUTE FUNCTION committees_seated_in_their_region();
"""
UNWATCH = """
DROP TRIGGER seated_in_their_region ON committees_committee;
DROP TRIGGER seated_in_their_region ON committees_seat;
DROP TRIGGER seated_in_their_region ON committees_membership;
DROP TRIGGER seated_in_their_region ON regions_regionalpost;
DROP FUNCTION committees_seated_in_their_region();
"""


class Migration(migrations.Migration):
    replaces = [
        ("committees", "0004_orders_before_the_register"),
        ("committees", "0005_what_the_rows_must_say"),
        ("committees", "0008_seats_keep_their_speakers"),
    ]

    dependencies = [("committees", "0001_tables"), ("regions", "0001_tables")]

    operations = [migrations.RunSQL(ASK + WATCH, UNWATCH)]
