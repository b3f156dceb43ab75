// What ties a row opens and closes without a script, one row at a time. The script closes it when the reader turns to
// something else: with Escape, a click elsewhere, or by moving the focus on.

/** @param {Document} page */
export function mountWhy(page) {
  const open = () => page.querySelector(".why[open]");

  function leave(event) {
    const why = open();
    if (why && !why.contains(event.target)) why.open = false;
  }
  page.addEventListener("click", leave);
  page.addEventListener("focusin", leave);

  // Before the other keys, which would let go of the row.
  page.addEventListener("keydown", (event) => {
    const why = open();
    if (event.key !== "Escape" || !why) return;
    event.stopImmediatePropagation();
    why.open = false;
    why.querySelector("summary").focus();
  }, { capture: true });
}
