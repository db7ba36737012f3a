"""The theme, as the engines find it by the name `briefwright` among what is installed.

There is nothing in it but templates and what belongs to them. A project that names the folder as
its `theme.custom_dir` has the same.
"""
