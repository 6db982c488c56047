"""Books of many sizes, built from end to end, beside what peers make of them."""
