"""A real browser, driven over the pipe of the Chrome DevTools Protocol by the standard library alone."""

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

WITHOUT = "no chromium on this machine; Debian's package is called chromium"

PATIENCE: Final = 30.0
"""Seconds in which an answer or an element must come."""


START: Final = """
import fcntl, os, sys
for pipe, number in zip([fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3]], (3, 4)):
    os.dup2(pipe, number)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""The browser wants its pipes under the numbers 3 and 4."""


class Browser:
    """One page of a headless browser, in which no name outside this machine can be resolved."""

    def __init__(self, profile: Path, *, width: int = 1280, height: int = 900) -> None:
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        options = (
            *("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run", "--hide-scrollbars"),
            *("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", f"--user-data-dir={profile}", f"--window-size={width},{height}"),
        )
        command = [sys.executable, "-c", START, str(to_browser), str(from_browser), str(CHROMIUM), *options, "about:blank"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(to_browser, from_browser)
        )
        os.close(to_browser)
        os.close(from_browser)
        self._left = b""
        self._number = 0
        self._session: str | None = None
        self.requests: list[str] = []
        """The addresses that the page has asked for."""
        self.problems: list[str] = []
        """What the browser complained about: errors of scripts, and what the policy of the page forbids."""
        self._attach()
        self.size(width, height)

    def _attach(self) -> None:
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(target["targetId"] for target in targets if target["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> Any:
        """Call a method of the protocol and wait for its result."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + PATIENCE
        while True:
            found = self._read(end)
            if found.get("id") == self._number:
                assert "error" not in found, found
                return found["result"]
            self._note(found)

    def _read(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._from], [], [], max(0.0, end - time.monotonic()))
            assert ready, "the browser does not answer"
            read = os.read(self._from, 1 << 20)
            assert read, "the browser has ended"
            self._left += read
        line, _, self._left = self._left.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def _note(self, event: dict[str, Any]) -> None:
        values = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(values["request"]["url"])
            case "Runtime.exceptionThrown":
                self.problems.append(json.dumps(values["exceptionDetails"].get("exception", {}).get("description", "an exception")))
            case "Log.entryAdded" if values["entry"]["level"] == "error":
                self.problems.append(f"{values['entry']['text']} {values['entry'].get('url', '')}")

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def until(self, condition: str) -> Any:
        """Wait until an expression is true; its value."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                value = self.run(condition)
            except AssertionError:  # the page is being left
                value = None
            if value:
                return value
            assert time.monotonic() < end, f"{condition} does not come true at {self.run('location.href')}"
            time.sleep(0.03)

    def click(self, element: str) -> None:
        """Click with the mouse into the middle of what an expression gives, once it is there."""
        self.until(f"!!({element})")
        script = f"(() => {{ const e = {element}; e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); {MIDDLE} }})()"
        x, y = self.run(script)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def go(self, element: str) -> None:
        """Click on what leads to another page, and wait for it."""
        self.run("window.left = false")
        self.click(element)
        self.until("window.left === undefined && document.readyState === 'complete'")

    def press(self, key: str, *, control: bool = False) -> None:
        """Press a key."""
        code = {"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32}.get(key, ord(key[0].upper()))
        text = {"Enter": "\r", " ": " "}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 if control else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": text} if text and not control else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, words: str) -> None:
        """Write words where the focus is."""
        self.call("Input.insertText", text=words)

    def size(self, width: int, height: int, *, zoom: float = 1) -> None:
        """The size of the window, and how much the page is magnified."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=int(width / zoom), height=int(height / zoom), deviceScaleFactor=zoom, mobile=False
        )

    def dark(self, on: bool) -> None:
        """Whether the reader likes dark pages."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if on else "light"}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Keep what is seen as a PNG, or all of the page."""
        path.parent.mkdir(parents=True, exist_ok=True)
        options: dict[str, Any] = {"captureBeyondViewport": True} if whole else {}
        if whole:
            box = self.call("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": box["width"], "height": min(6000, box["height"]), "scale": 1}
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png", **options)["data"]))

    def close(self) -> None:
        """End the browser."""
        try:
            self._session = None
            self.call("Browser.close")
        finally:
            self._process.wait(20)
            os.close(self._to)
            os.close(self._from)


MIDDLE = """
const path = e.querySelector && e.querySelector(".hit");
if (path) {
  const p = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
  return [p.x, p.y];
}
const box = e.getClientRects()[0];
return [box.left + box.width / 2, box.top + box.height / 2];
"""
"""The middle of an element, or of the arrow in it, on the screen."""


@contextmanager
def browsing(profile: Path, **options: Any) -> Iterator[Browser]:
    """A browser that ends with the block."""
    browser = Browser(profile, **options)
    try:
        yield browser
    finally:
        browser.close()
