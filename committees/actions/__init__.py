"""Everything that can happen to the 67: seats, posts, bodies, people, delegations.

One module for each subject; every change names who made it and, where the roster
changes, the order that caused it (B7).
"""
