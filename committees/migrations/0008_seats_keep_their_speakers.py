"""S103 kept on every side: by the seat, its body and whoever held it, not only by who holds it now.

What 0005 watches stays watched. Its function asked after the person who is written down and not
after the one who was; and nobody asked when the seat itself went to another region or body.
"""

from django.db import migrations

ASK = """
CREATE OR REPLACE FUNCTION committees_seated_in_their_region() RETURNS trigger
LANGUAGE plpgsql AS $$
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
ASK_AS_BEFORE = """
CREATE OR REPLACE FUNCTION committees_seated_in_their_region() RETURNS trigger
LANGUAGE plpgsql AS $$
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
"""
WATCH = """
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
"""


class Migration(migrations.Migration):
    dependencies = [("committees", "0007_the_quorum_of_a_body")]

    operations = [
        migrations.RunSQL(ASK, ASK_AS_BEFORE),
        migrations.RunSQL(WATCH, UNWATCH),
    ]
