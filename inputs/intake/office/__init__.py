"""Office files as what they are: packages of XML, changed in a few places only."""
