"""The record types in; a page in which editors write in the browser, out: Sveltia CMS, in
Vietnamese, that asks no host but the one that keeps the repository."""
