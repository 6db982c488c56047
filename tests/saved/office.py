"""Files as LibreOffice saves them."""

import os
import shutil
import subprocess

import pytest


def through_libreoffice(path, ending):
    """The file as LibreOffice writes it, in a folder beside it."""
    office = shutil.which("soffice")
    if office is None and "CI" not in os.environ:
        pytest.skip("needs LibreOffice")
    out = path.parent / "saved"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [office, profile, "--headless", "--convert-to", ending, "--outdir", out]
    subprocess.run([*command, path], check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{ending}"
