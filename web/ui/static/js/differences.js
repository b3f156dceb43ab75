// Walks through the differences that the filters let through, and says how far one is.

/**
 * @param {Document} page
 * @param {HTMLElement} sheets
 * @param {import("./rows.js").Rows} rows
 */
export function mountDifferences(page, sheets, rows) {
  const notes = [...sheets.querySelectorAll("[data-note]")];
  const filters = [...page.querySelectorAll("[data-filter]")];
  const bar = page.querySelector("[data-bar]");
  const button = bar.querySelector("[data-next]");
  const progress = bar.querySelector("[data-progress]");
  let at = null;

  const off = (name) => filters.some((f) => f.dataset.filter === name && !f.checked);
  const kept = (note) => !note.classList.contains("dismissed") && !(note.classList.contains("low") && off("minor")) && ![...note.classList].some(off);
  const shown = () => notes.filter(kept);
  const rowOf = (note) => note.closest("[data-row]");

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const next = list[index(list, by)];
    light(next);
    rows.go(rowOf(next));
    tell();
  }

  /** Where to go from the last difference or, if the reader has gone elsewhere since, from the row. */
  function index(list, by) {
    const row = rows.current();
    if (at && list.includes(at) && row === rowOf(at)) return (list.indexOf(at) + by + list.length) % list.length;
    if (!row) return by > 0 ? 0 : list.length - 1;
    const place = (note) => rows.all.indexOf(rowOf(note)) - rows.all.indexOf(row);
    if (by > 0) return Math.max(list.findIndex((note) => place(note) >= 0), 0);
    const before = list.findLastIndex((note) => place(note) < 0);
    return before < 0 ? list.length - 1 : before;
  }

  function light(note) {
    at?.classList.remove("lit");
    at = note;
    at.classList.add("lit");
  }

  function tell() {
    const list = shown();
    button.disabled = !list.length;
    if (!list.length) progress.textContent = notes.length ? "All differences are set aside or filtered out" : "No differences";
    else if (list.includes(at)) progress.textContent = `${list.indexOf(at) + 1} of ${list.length}`;
    else progress.textContent = `${list.length} ${list.length === 1 ? "difference" : "differences"}`;
  }

  button.addEventListener("click", () => step(1));
  filters.forEach((f) => f.addEventListener("change", tell));
  bar.hidden = false;
  tell();
  return { step, tell, current: () => at };
}
