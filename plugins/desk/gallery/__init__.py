"""The gallery: the theme's components and their examples in; pages that show each of them out."""
