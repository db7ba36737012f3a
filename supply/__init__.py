"""What Briefwright is made of: licences of dependencies, the bill of materials, known faults.

Run by `make licences`, `make sbom` and `make audit`. Nothing of it is in an installation.
"""
