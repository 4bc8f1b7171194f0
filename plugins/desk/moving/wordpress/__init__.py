"""A WordPress export in; what it holds, in the form that moving takes, out."""
