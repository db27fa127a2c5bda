"""Is the broker there? Asked by the stand-in and by /readyz, answered within two seconds."""

from celery import current_app

IMPATIENT = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}


def answers() -> bool:
    """Say whether a broker takes a connection and answers a ping; a frozen one does not."""
    connection = current_app.connection_for_write(transport_options=IMPATIENT)
    try:
        connection.default_channel  # noqa: B018 -- opening the channel is what pings
    except Exception:  # whatever the trouble, the answer is no
        return False
    else:
        return True
    finally:
        connection.release()
