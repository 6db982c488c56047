"""Public instances that nobody here wrote, as problems of ours."""
