"""From what senders send to rows of the book, with every doubt at the sender's cell."""
