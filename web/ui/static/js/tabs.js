// On a phone one version is shown at a time. Switching keeps the row that was at the top of the window where it was.
import { box } from "./rows.js";

/**
 * @param {Document} page
 * @param {import("./rows.js").Rows} rows
 */
export function mountTabs(page, rows) {
  const tabs = [...page.querySelectorAll("[data-tab]")];
  let kept = null; // the row at the top and how far from the window's top it was

  const inUse = () => Boolean(tabs[0]?.parentElement.offsetParent);

  function remember() {
    if (!inUse()) return;
    const bead = rows.atTop();
    kept = bead && scrollY > 0 ? { bead, top: box(bead).top } : null;
  }

  function restore() {
    if (kept) scrollBy({ top: box(kept.bead).top - kept.top, behavior: "instant" });
  }

  let frame = 0;
  addEventListener("scroll", () => {
    frame ||= requestAnimationFrame(() => { frame = 0; remember(); });
  }, { passive: true });
  tabs.forEach((tab) => tab.addEventListener("change", restore));

  return {
    /** @param {number} n */
    show(n) {
      const tab = tabs[n];
      if (!tab || !inUse() || tab.checked) return;
      remember();
      tab.checked = true;
      restore();
    },
  };
}
