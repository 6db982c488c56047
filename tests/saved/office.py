"""Files as LibreOffice saves them."""

import shutil
import subprocess

from tests.needs import needs

OFFICE = shutil.which("soffice")
needs_office = needs(OFFICE, "LibreOffice")


def through_libreoffice(path, ending):
    """The file as LibreOffice writes it, in a folder beside it."""
    out = path.parent / "saved"
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", out]
    subprocess.run([*command, path], check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{ending}"
