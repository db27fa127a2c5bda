"""Where work waits, what ticks, and what is due when."""

QUEUES = ("default", "mail")
ROUTES = {"kernel.drain_outbox": {"queue": "mail"}}

# Ticks may be lost or doubled without harm: what is due is a row in the database.
BEAT = {
    "tick": {"task": "kernel.tick_jobs", "schedule": 30.0, "options": {"expires": 60}},
    "drain": {"task": "kernel.drain_outbox", "schedule": 10.0, "options": {"expires": 30}},
    # Sweeper: whatever the broker lost, the database still knows.
    "sweep": {"task": "kernel.sweep_outbox", "schedule": 120.0, "options": {"expires": 240}},
}
