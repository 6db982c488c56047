"""Why a post is open: everyone who could be thought of, and what stops them."""
