"""LibreOffice's own client of LanguageTool's interface, without a window: office.py SOFFICE ADDRESS PROFILE.

The checker is the component that Writer asks while somebody types; what it says of a paragraph is what is underlined.
"""
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.lang import Locale

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{address}</value></prop>
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
TEXTS = [
    ("The cafe\u0301 \U0001f600 is shut, officials said on Monday.", "officials"),
    ("\u201cNobody has looked,\u201d said a senior official, who asked not to be named.", "a senior official"),
]


def utf16(text, start, length):
    return text.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le")


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def main(soffice, address, profile):
    user = pathlib.Path(profile, "user")
    user.mkdir(parents=True)
    failed = 0
    for base in (address + "/v2", address):
        (user / "registrymodifications.xcu").write_text(SETTINGS.format(address=base), encoding="utf-8")
        office = subprocess.Popen(
            [soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
             "--accept=pipe,name=hearsay;urp;"])
        try:
            context = connect("hearsay")
            manager = context.ServiceManager
            checker = manager.createInstanceWithContext("org.openoffice.lingu.LanguageToolGrammarChecker", context)
            if checker is None:
                print("LibreOffice skipped: this version has no such checker", file=sys.stderr)
                return 0
            for text, words in TEXTS:
                units = len(text.encode("utf-16-le")) // 2
                result = checker.doProofreading("1", text, Locale("en", "US", ""), 0, units, ())
                found = [utf16(text, one.nErrorStart, one.nErrorLength) for one in result.aErrors]
                print(f"LibreOffice at {base} underlines {found}")
                failed += words not in found
            manager.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        finally:
            try:
                office.wait(30)
            except subprocess.TimeoutExpired:
                office.kill()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
