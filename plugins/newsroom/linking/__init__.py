"""Linking: records in, a Site out whose references hold; or every problem. No disk, no clock."""
