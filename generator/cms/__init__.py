"""The form for people without git: what Sveltia CMS has to be told, made from the record models.

Pure: models and names in, plain values out. The page that loads the CMS is the site's business.
"""
