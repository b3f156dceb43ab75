// Files can be dropped anywhere on the form: one onto the slot it is dropped on, several onto the slots that are free.

/**
 * @param {HTMLFormElement} form
 * @param {import("./slot.js").Slot[]} slots
 */
export function mountDrop(form, slots) {
  const under = (event) => slots.find((slot) => slot.root.contains(event.target));
  const light = (lit) => slots.forEach((slot) => slot.root.classList.toggle("over", slot === lit));

  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    light(under(event));
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) light(null);
  });
  form.addEventListener("drop", (event) => {
    const files = [...event.dataTransfer.files];
    if (!files.length) return;
    event.preventDefault();
    light(null);
    place(files, under(event), slots);
  });
}

function place(files, first, slots) {
  if (first) first.take(files.shift());
  for (const slot of slots) {
    if (!files.length) return;
    if (slot !== first && slot.isEmpty()) slot.take(files.shift());
  }
}
