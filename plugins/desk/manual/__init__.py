"""The editors' manual: what of it is made from the code, and the small site that it becomes."""
