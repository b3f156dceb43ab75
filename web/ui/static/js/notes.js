// A note points at its marks.

/** @param {HTMLElement} sheets */
export function mountNotes(sheets) {
  let lit = [];

  function light(marks) {
    lit.forEach((m) => m.classList.remove("lit"));
    lit = marks;
    lit.forEach((m) => m.classList.add("lit"));
  }

  sheets.addEventListener("pointerover", (event) => {
    const id = event.target.closest("[data-note]")?.dataset.note;
    light(id ? [...sheets.querySelectorAll(`[data-mark="${CSS.escape(id)}"]`)] : []);
  });
  sheets.addEventListener("pointerleave", () => light([]));
}
