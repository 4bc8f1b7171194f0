"""An old site in; its articles, pages, pictures and addresses as content of ours out."""
