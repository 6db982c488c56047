"""What people change in a rota by hand: found, judged, put right and merged."""
