"""How a test presses the dashboard's controls in a browser: lists that drop down, lists of several, and days."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# Once no run goes on and nothing has been drawn for a while; what never comes to rest is waited for no longer than a press is.
AFTER_A_RUN = """() => new Promise(rested => {
  const began = performance.now();
  let drawn = began;
  const eye = new MutationObserver(() => { drawn = performance.now(); });
  eye.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const clock = setInterval(() => {
    const now = performance.now();
    const runs = document.querySelector('[data-testid=stApp][data-test-script-state=running]');
    if ((runs || now - drawn < 250) && now - began < 20000) return;
    clearInterval(clock);
    eye.disconnect();
    rested();
  }, 25);
})"""

A_FINGER = 100  # milliseconds that a press lasts: a list of a busy browser does not see a shorter one


def choose(within: Page | Locator, label: str, *options: str) -> None:
    """Presses a list open and then each option, known by how it begins; what a list of several does not hold then is an error."""
    _pressed(within, label, *options)
    several = within.get_by_test_id("stMultiSelect").filter(
        has=(within if isinstance(within, Page) else within.page).get_by_role("combobox", name=label, exact=True)
    )
    if several.count():
        lost = [o for o in options if not several.get_by_role("button", name=f"Remove {o}").count()]
        if lost:
            _pressed(within, label, *lost)
            lost = [o for o in lost if not several.get_by_role("button", name=f"Remove {o}").count()]
        assert not lost, f"the list {label} does not take {lost}"


def _pressed(within: Page | Locator, label: str, *options: str) -> None:
    box = within.get_by_role("combobox", name=label, exact=True)
    page = box.page
    for option in options:
        box.click()
        if not page.get_by_role("option", name=option).count():
            box.fill(option)  # a long list holds what is near alone
        page.get_by_role("option", name=option).first.click(delay=A_FINGER)
    if page.get_by_role("listbox").count():
        page.keyboard.press("Escape")
    page.get_by_role("listbox").wait_for(state="hidden")  # an open list takes the next press as a word to close it
    idle(page)


def name_new(within: Page | Locator, label: str, name: str) -> None:
    """Types somebody into a list whom it does not hold."""
    box = within.get_by_role("combobox", name=label, exact=True)
    box.fill(name)
    box.page.get_by_role("option", name=name).first.click(delay=A_FINGER)
    box.page.keyboard.press("Escape")


def type_day(within: Page | Locator, label: str, year: int, month: int, day: int) -> None:
    """Types a day, part by part, and goes on."""
    parts = within.get_by_role("group", name=label, exact=True)
    parts.get_by_role("spinbutton", name="year").click()
    parts.page.keyboard.type(f"{year}")
    parts.page.keyboard.type(f"{month:02}")
    parts.page.keyboard.type(f"{day:02}")
    for _ in range(2):  # past the button that opens the calendar: what is typed counts when one goes on
        parts.page.keyboard.press("Tab")


def idle(page: Page) -> None:
    """Wait until the server has drawn all that the last press asks for."""
    page.evaluate(AFTER_A_RUN)


def point_at(shape: Locator, *, across: float = 0.5, down: float = 0.5) -> None:
    """Presses the mouse on a drawn shape, at a share of its width and height."""
    idle(shape.page)
    shape.scroll_into_view_if_needed()
    box = shape.bounding_box()
    assert box is not None, "it is not drawn"
    shape.page.mouse.click(box["x"] + across * box["width"], box["y"] + down * box["height"])
