"""A spreadsheet in; the records that its rows hold, and why each other row was not taken, out."""
