// The map shows which part of the article is in the window.
import { box, underHeads } from "./rows.js";

/**
 * @param {HTMLElement | null} map
 * @param {import("./rows.js").Rows} rows
 */
export function mountMap(map, rows) {
  const view = map?.querySelector("[data-view]");
  if (!view || !rows.all.length) return;
  const bands = [...map.querySelectorAll("[data-band] .touch")].map((rect) => ({
    start: Number(rect.getAttribute("y")), height: Number(rect.getAttribute("height")),
  }));
  let boxes = []; // of the rows, from the top of the page; measured only when the layout changes

  function measure() {
    boxes = rows.all.map(box).map(({ top, bottom }) => ({ top: top + scrollY, bottom: bottom + scrollY }));
    draw();
  }

  /** The height on the map of a height on the page: within a row, in proportion. */
  function onMap(y) {
    const i = boxes.findIndex(({ bottom }) => y <= bottom);
    if (i < 0) return bands.at(-1).start + bands.at(-1).height;
    const share = (y - boxes[i].top) / Math.max(boxes[i].bottom - boxes[i].top, 1);
    return bands[i].start + bands[i].height * Math.max(share, 0);
  }

  function draw() {
    if (!map.offsetParent) return; // not shown on a phone
    const bar = document.querySelector("[data-bar]").offsetHeight;
    const [top, bottom] = [onMap(scrollY + underHeads()), onMap(scrollY + innerHeight - bar)];
    view.setAttribute("y", top);
    view.setAttribute("height", Math.max(bottom - top, 0));
  }

  let frame = 0;
  addEventListener("scroll", () => {
    frame ||= requestAnimationFrame(() => { frame = 0; draw(); });
  }, { passive: true });
  new ResizeObserver(measure).observe(document.body);
}
