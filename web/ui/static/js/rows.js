// The rows, and the one that the reader is at.

/**
 * @typedef {object} Rows
 * @property {HTMLElement[]} all
 * @property {() => HTMLElement | null} current
 * @property {(bead: HTMLElement, options?: {scroll?: boolean, focus?: boolean}) => void} go
 * @property {(by: number) => void} step
 * @property {() => void} leave
 * @property {() => HTMLElement | undefined} atTop the first row that is not scrolled away
 */

/**
 * @param {HTMLElement} sheets
 * @returns {Rows}
 */
export function mountRows(sheets) {
  const all = [...sheets.querySelectorAll("[data-row]")];
  let here = null;

  function go(bead, { scroll = true, focus = true } = {}) {
    here?.classList.remove("here");
    here = bead;
    here.classList.add("here");
    if (focus) bead.querySelector(".no a").focus({ preventScroll: true });
    if (scroll) reveal(bead);
  }

  function step(by) {
    const from = here ? all.indexOf(here) + by : all.indexOf(atTop());
    const next = all[Math.min(Math.max(from, 0), all.length - 1)];
    if (next) go(next);
  }

  function leave() {
    here?.classList.remove("here");
    here = null;
    document.activeElement?.blur();
  }

  /** Rows stand in order, so a handful of them need to be measured. */
  function atTop() {
    const line = underHeads();
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (box(all[middle]).bottom > line) high = middle;
      else low = middle + 1;
    }
    return all[low];
  }

  sheets.addEventListener("click", (event) => {
    const bead = event.target.closest("[data-row]");
    if (bead && getSelection().isCollapsed) go(bead, { scroll: false, focus: false });
  });
  return { all, current: () => here, go, step, leave, atTop };
}

/** What covers the top of the window: the column heads, or the tabs on a phone. */
export function underHeads() {
  const heads = document.querySelector(".heads > *").getBoundingClientRect().height;
  return heads || document.querySelector(".tabs").getBoundingClientRect().height;
}

/**
 * The box of a row with its notes. On wide screens the row itself has none (it is part of one grid).
 * @param {HTMLElement} bead
 * @returns {{top: number, bottom: number}}
 */
export function box(bead) {
  const cells = [...bead.querySelectorAll(".cell, .notes")].map((e) => e.getBoundingClientRect()).filter((r) => r.height);
  return { top: Math.min(...cells.map((r) => r.top)), bottom: Math.max(...cells.map((r) => r.bottom)) };
}

/** Scrolls only if the row is not wholly in view, and then leaves some of what comes before it visible. */
function reveal(bead) {
  const { top, bottom } = box(bead);
  const above = underHeads() + 24;
  const below = innerHeight - (document.querySelector("[data-bar]")?.offsetHeight ?? 0) - 16;
  if (top >= above && bottom <= below) return;
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - above - Math.max(0, (below - above - (bottom - top)) / 4), behavior: smooth ? "smooth" : "auto" });
}
