"""Which Chromium the tests look through, and how it is started."""

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Playwright's own list, which naming a feature here puts aside, and what a new window would make beforehand: the lists
# that fold down from the address bar, pages by themselves, and a process for the next site. To find out which language
# a page is in, so that its translation may be offered, takes a tenth of the time of loading it.
OFF = [
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
    *("AimEnabled", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"),
    "Translate",
]
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    f"--disable-features={','.join(OFF)}",
]


def where() -> str | None:
    """Give the path of the Chromium of this machine, None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)
