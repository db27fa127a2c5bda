"""The demonstration: a made-up house at work today, and the real record of meeting 2/2550."""
