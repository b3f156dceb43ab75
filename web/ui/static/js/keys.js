// Single-letter keys, a list of them behind "?", and a switch for people whom they disturb (WCAG 2.1.4).

const setting = "triptych.keys";

/**
 * @param {Document} page
 * @param {Record<string, () => void>} table what each key does
 */
export function mountKeys(page, table) {
  const dialog = page.querySelector("[data-keys]");
  const on = dialog.querySelector("[data-keys-on]");
  const opener = page.querySelector("[data-open-keys]");
  on.checked = localStorage.getItem(setting) !== "off";
  on.addEventListener("change", () => localStorage.setItem(setting, on.checked ? "on" : "off"));
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());

  page.addEventListener("keydown", (event) => {
    if (!on.checked || dialog.open || event.ctrlKey || event.altKey || event.metaKey || inField(event.target)) return;
    const action = event.key === "?" ? () => dialog.showModal() : table[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** @param {EventTarget} target */
function inField(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));
}
