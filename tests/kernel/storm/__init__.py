"""What the storms need: an app of their own, processes to kill, a mail server that counts."""

EFFECTS_A_SLOT = 5
