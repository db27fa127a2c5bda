"""R72: the locale is fixed at birth, so that names sort alike on every machine."""

import pytest

BORN = ("b", "C.UTF-8", "C", "C", "UTF8")


@pytest.mark.parametrize("language", ["th_TH.UTF-8", "C", "en_US.ISO-8859-1", ""])
def test_the_language_of_the_machine_leaves_no_trace(place, run_in, language):
    run = run_in(place / "var", LANG=language, LC_ALL=language, LC_COLLATE=language)
    run.start().until_ready()

    with run.connect() as connection:
        born = connection.execute(
            "SELECT datlocprovider, datlocale, datcollate, datctype,"
            " pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'portal'"
        ).fetchone()

    assert tuple(map(_text, born)) == BORN
    assert "กำลัง" in _stopped(run)


def _text(value):
    return value.decode() if isinstance(value, bytes) else value


def _stopped(run):
    run.stop()
    return run.log.read_text()
