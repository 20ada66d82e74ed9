"""What holds for every test."""

from hypothesis import settings

# Hypothesis holds each example to 200 ms of wall time, which a busy machine breaks at no fault of ours; tests that bound time
# count processor seconds.
settings.register_profile("asn-nilai", deadline=None)
settings.load_profile("asn-nilai")
