"""Views: frozen values, one class for each thing a page or file shows. Types only."""
