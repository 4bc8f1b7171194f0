"""What people and CI type, one module a purpose; tasks.py puts them together.

A module here holds thin tasks: it names the options, imports late what does the work, and turns
the answer into an exit status (0 done, 1 failed or refused, 2 problems in content).
"""
