"""Planning: the linked site in, the list of every file it will have out. No disk, no clock."""
