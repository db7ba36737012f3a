"""Keeps the catalogues of the site's words complete, and hands the theme its part of them."""
