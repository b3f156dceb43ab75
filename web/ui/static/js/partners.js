// Sentences that belong together light up together, in all versions of the row: under the pointer, at a tap, by key.

/**
 * @param {HTMLElement} sheets
 * @param {import("./rows.js").Rows} rows
 */
export function mountPartners(sheets, rows) {
  let lit = [];

  function clear() {
    lit.forEach((s) => s.classList.remove("lit"));
    lit = [];
  }

  function light(bead, number) {
    clear();
    lit = [...bead.querySelectorAll(`[data-s="${CSS.escape(number)}"]`)];
    lit.forEach((s) => s.classList.add("lit"));
  }

  /** A row of one sentence has nothing to tell apart. */
  const several = (bead) => new Set([...bead.querySelectorAll("[data-s]")].map((s) => s.dataset.s)).size > 1;

  function under(event) {
    const s = event.target.closest?.("[data-s]");
    const bead = s?.closest("[data-row]");
    if (bead && several(bead)) light(bead, s.dataset.s);
    else clear();
  }

  function step(by) {
    if (!rows.current()) rows.step(0);
    const bead = rows.current();
    if (!bead) return;
    const numbers = [...new Set([...bead.querySelectorAll("[data-s]")].map((s) => s.dataset.s))].sort((a, b) => a - b);
    if (!numbers.length) return;
    const from = lit[0] && bead.contains(lit[0]) ? numbers.indexOf(lit[0].dataset.s) + by : by > 0 ? 0 : numbers.length - 1;
    light(bead, numbers[Math.min(Math.max(from, 0), numbers.length - 1)]);
  }

  sheets.addEventListener("pointerover", under);
  sheets.addEventListener("pointerleave", clear);
  return { step, clear };
}
