// "Not a problem": a difference that a reader has judged is set aside for good. The browser remembers it by what the
// difference says, so that it stays aside when the article is aligned anew.

const place = "triptych.dismissed";
const most = 5000; // the oldest are forgotten first

/**
 * @param {HTMLElement} sheets
 * @param {() => void} changed is called when what counts as a difference has changed
 */
export function mountDismiss(sheets, changed) {
  const notes = [...sheets.querySelectorAll("[data-note]")];

  function show(note, aside) {
    const id = note.dataset.note;
    note.classList.toggle("dismissed", aside);
    sheets.querySelectorAll(`[data-mark="${CSS.escape(id)}"]`).forEach((m) => m.classList.toggle("dismissed", aside));
    note.querySelector("[data-dismiss]").textContent = aside ? "Not a problem · undo" : "Not a problem";
  }

  function toggle(note) {
    const aside = !note.classList.contains("dismissed");
    const others = remembered().filter((id) => id !== note.dataset.note);
    remember(aside ? [...others, note.dataset.note] : others);
    show(note, aside);
    changed();
  }

  const known = new Set(remembered());
  for (const note of notes) {
    const button = note.querySelector("[data-dismiss]");
    button.hidden = false;
    button.addEventListener("click", () => toggle(note));
    if (known.has(note.dataset.note)) show(note, true);
  }
  changed();
  return { toggle };
}

function remembered() {
  try {
    const list = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return []; // a browser that keeps nothing still lets one read
  }
}

function remember(list) {
  try {
    localStorage.setItem(place, JSON.stringify(list.slice(-most)));
  } catch {
    // full, or not allowed: it is set aside until the page is left
  }
}
