"""Reading one value of a sender's rightly, or not at all.

What may mean two things is refused with what was probably meant, and never taken.
"""
