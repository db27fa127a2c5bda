"""What was adopted stands: the database itself refuses to change it (promise 1).

Once minutes are adopted, their row and their versions, and the record they were composed from,
are neither changed nor removed nor added to, whatever road the change takes. A version and an
erratum are never changed at all. What lives on is left alone: what became of an action item, what
later resolutions did to earlier ones, papers, invitations, and who follows a meeting.
"""

from django.db import migrations

# The refusal carries one code and one name, by which the portal says it in Thai.
FUNCTIONS = """
CREATE FUNCTION meetings_refuse(what text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', what
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'adopted_minutes_stand';
END $$;

-- The meeting that a row belongs to, by the column it hangs on.
CREATE FUNCTION meetings_meeting_of(parent text, id bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN CASE parent
        WHEN 'meeting' THEN id
        WHEN 'item' THEN (SELECT meeting_id FROM meetings_agendaitem a WHERE a.id = $2)
        WHEN 'sitting' THEN (SELECT meeting_id FROM meetings_sitting s WHERE s.id = $2)
        WHEN 'resolution' THEN (SELECT meeting_id FROM meetings_resolution r WHERE r.id = $2)
        WHEN 'minutes' THEN (SELECT meeting_id FROM meetings_minutes m WHERE m.id = $2)
        WHEN 'statement' THEN meetings_meeting_of(
            'item', (SELECT item_id FROM meetings_statement s WHERE s.id = $2))
        WHEN 'result' THEN meetings_meeting_of(
            'item', (SELECT item_id FROM meetings_breakoutresult b WHERE b.id = $2))
        WHEN 'diagram' THEN meetings_meeting_of(
            'item', (SELECT item_id FROM meetings_diagram d WHERE d.id = $2))
        WHEN 'point' THEN meetings_meeting_of(
            'result', (SELECT result_id FROM meetings_resultpoint p WHERE p.id = $2))
        WHEN 'group' THEN meetings_meeting_of(
            'sitting', (SELECT sitting_id FROM meetings_breakoutgroup g WHERE g.id = $2))
    END;
END $$;

-- The lock makes whoever writes the record wait for whoever adopts it just now.
CREATE FUNCTION meetings_refuse_adopted(meeting bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    standing text;
BEGIN
    SELECT state INTO standing FROM meetings_minutes WHERE meeting_id = meeting FOR SHARE;
    IF standing = 'adopted' THEN
        PERFORM meetings_refuse(format('the minutes of meeting %s are adopted', meeting));
    END IF;
END $$;

CREATE FUNCTION meetings_record_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM meetings_refuse_adopted(meetings_meeting_of(
            TG_ARGV[0], (to_jsonb(OLD) ->> (TG_ARGV[0] || '_id'))::bigint));
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM meetings_refuse_adopted(meetings_meeting_of(
            TG_ARGV[0], (to_jsonb(NEW) ->> (TG_ARGV[0] || '_id'))::bigint));
        RETURN NEW;
    END IF;
    RETURN OLD;
END $$;

CREATE FUNCTION meetings_meeting_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM meetings_refuse_adopted(OLD.id);
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION meetings_minutes_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state = 'adopted' THEN
        PERFORM meetings_refuse(format('minutes %s are adopted', OLD.id));
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION meetings_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM meetings_refuse(format('a row of %s is never changed', TG_TABLE_NAME));
    RETURN NULL;
END $$;

CREATE FUNCTION meetings_errata_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM meetings_minutes WHERE id = NEW.minutes_id AND state = 'adopted'
    ) THEN
        PERFORM meetings_refuse('an erratum is of adopted minutes');
    END IF;
    RETURN NEW;
END $$;
"""

# Tables of the record, and the column that leads to their meeting.
RECORD = {
    "objective": "meeting",
    "sitting": "meeting",
    "agendaitem": "meeting",
    "attendance": "meeting",
    "carrieditem": "meeting",
    "resolution": "meeting",
    "statement": "item",
    "speaker": "statement",
    "opinion": "item",
    "proposal": "item",
    "diagram": "item",
    "diagramnode": "diagram",
    "breakoutresult": "item",
    "resultpoint": "result",
    "pointsource": "point",
    "breakoutgroup": "sitting",
    "breakoutmember": "group",
    "grouppoint": "group",
    "minutesversion": "minutes",
    "correctionrequest": "minutes",
}
# What is printed of the meeting's own row; who follows it and where a letter of it led may change.
PRINTED = """committee_id, kind, state, number, be_year, title, starts_on, ends_on, starts_at,
    ends_at, venue, province_id, mode, next_in_words, source, called_at, called_by_id, opened_at,
    opened_by_id, closed_at, closed_by_id"""


def on_record(table: str, parent: str) -> str:
    return f"""
CREATE TRIGGER the_record_of_adopted_minutes_stands
    BEFORE INSERT OR UPDATE OR DELETE ON meetings_{table}
    FOR EACH ROW EXECUTE FUNCTION meetings_record_stands('{parent}');"""


# An action item is what was assigned, to whom; its wording, day and result are followed up later.
TRIGGERS = (
    "".join(on_record(table, parent) for table, parent in RECORD.items())
    + f"""
CREATE TRIGGER the_record_of_adopted_minutes_stands
    BEFORE INSERT OR DELETE OR UPDATE OF resolution_id, region_id, unit_id, person_id
    ON meetings_actionitem
    FOR EACH ROW EXECUTE FUNCTION meetings_record_stands('resolution');

CREATE TRIGGER the_meeting_of_adopted_minutes_stands
    BEFORE DELETE OR UPDATE OF {PRINTED} ON meetings_meeting
    FOR EACH ROW EXECUTE FUNCTION meetings_meeting_stands();

CREATE TRIGGER adopted_minutes_stand BEFORE UPDATE OR DELETE ON meetings_minutes
    FOR EACH ROW EXECUTE FUNCTION meetings_minutes_stand();

CREATE TRIGGER a_version_is_never_changed BEFORE UPDATE OR DELETE ON meetings_minutesversion
    FOR EACH ROW EXECUTE FUNCTION meetings_never_changed();
CREATE TRIGGER an_erratum_is_never_changed BEFORE UPDATE OR DELETE ON meetings_erratum
    FOR EACH ROW EXECUTE FUNCTION meetings_never_changed();
CREATE TRIGGER an_erratum_is_of_adopted_minutes BEFORE INSERT ON meetings_erratum
    FOR EACH ROW EXECUTE FUNCTION meetings_errata_follow();
"""
)
STAND = FUNCTIONS + TRIGGERS

FALL = (
    "".join(
        f"DROP TRIGGER the_record_of_adopted_minutes_stands ON meetings_{table};\n"
        for table in [*RECORD, "actionitem"]
    )
    + """
DROP TRIGGER the_meeting_of_adopted_minutes_stands ON meetings_meeting;
DROP TRIGGER adopted_minutes_stand ON meetings_minutes;
DROP TRIGGER a_version_is_never_changed ON meetings_minutesversion;
DROP TRIGGER an_erratum_is_never_changed ON meetings_erratum;
DROP TRIGGER an_erratum_is_of_adopted_minutes ON meetings_erratum;
DROP FUNCTION meetings_errata_follow();
DROP FUNCTION meetings_never_changed();
DROP FUNCTION meetings_minutes_stand();
DROP FUNCTION meetings_meeting_stands();
DROP FUNCTION meetings_record_stands();
DROP FUNCTION meetings_refuse_adopted(bigint);
DROP FUNCTION meetings_meeting_of(text, bigint);
DROP FUNCTION meetings_refuse(text);
"""
)


class Migration(migrations.Migration):
    replaces = [("meetings", "0006_adopted_minutes_stand")]

    dependencies = [("meetings", "0001_tables")]

    operations = [migrations.RunSQL(STAND, FALL)]
