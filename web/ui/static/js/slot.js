// One version's slot: a text or a file, its language as recognised, its length.
import { detect } from "./detect.js";
import { countWords } from "./words.js";

/** How long the person must pause before the text is looked at, in milliseconds. */
const pause = 350;

/**
 * @typedef {object} Slot
 * @property {HTMLElement} root
 * @property {() => boolean} isEmpty
 * @property {() => number} bytes what the slot adds to the form
 * @property {(file: File) => void} take puts a file into the slot
 */

/**
 * @param {HTMLElement} root
 * @returns {Slot}
 */
export function mountSlot(root) {
  const part = (name) => root.querySelector(`[data-${name}]`);
  const [text, name, file, pick, select, about, error, clear] =
    ["text", "name", "file", "pick", "language", "about", "error", "clear"].map(part);
  const anyLanguage = select.options[0];
  const untouched = anyLanguage.textContent;
  let timer, asked;

  /** Shows what is known of the slot without asking anyone. */
  function describe() {
    const chosen = file.files[0];
    const words = countWords(text.value);
    const facts = [chosen?.name ?? name.value, chosen ? "" : words && `${words} ${words === 1 ? "word" : "words"}`];
    about.textContent = facts.filter(Boolean).join(" · ");
    clear.hidden = isEmpty();
    text.readOnly = Boolean(chosen);
  }

  function isEmpty() {
    return !text.value.trim() && !file.files.length;
  }

  function forget() {
    asked?.abort();
    anyLanguage.textContent = untouched;
    pick.classList.remove("known", "foreign");
    pick.removeAttribute("title");
  }

  function complain(message) {
    error.textContent = message;
    root.classList.toggle("wrong", Boolean(message));
    if (message) text.setAttribute("aria-invalid", "true");
    else text.removeAttribute("aria-invalid");
  }

  async function recognise() {
    forget();
    if (select.value || !text.value.trim()) return;
    asked = new AbortController();
    const found = await detect(text.value, asked.signal);
    if (!found) return;
    complain(found.problem ?? "");
    if (!found.name) return;
    anyLanguage.textContent = found.name;
    pick.classList.add(found.problem ? "foreign" : "known");
    pick.title = "Recognised by itself. Choose another language if this is wrong.";
    if (!found.problem) text.lang = found.language;
  }

  function changed() {
    complain("");
    describe();
    clearTimeout(timer);
    timer = setTimeout(recognise, pause);
  }

  /** Plain text is shown and can be corrected; whatever else it is, the server reads it. */
  async function take(taken) {
    const transfer = new DataTransfer();
    transfer.items.add(taken);
    file.files = transfer.files;
    text.value = "";
    name.value = taken.name;
    if (isPlain(taken)) await show(taken);
    changed();
  }

  async function show(taken) {
    try {
      text.value = new TextDecoder("utf-8", { fatal: true }).decode(await taken.arrayBuffer());
      file.value = "";
    } catch {
      text.value = ""; // another encoding: left to the server
    }
  }

  function empty() {
    text.value = name.value = file.value = "";
    changed();
    text.focus();
  }

  text.addEventListener("input", () => {
    if (!text.value.trim()) name.value = "";
    changed();
  });
  file.addEventListener("change", () => file.files[0] && take(file.files[0]));
  select.addEventListener("change", () => { complain(""); select.value ? forget() : recognise(); });
  clear.addEventListener("click", empty);
  text.placeholder = "Paste the text, or drop a file here";
  describe();
  if (!root.classList.contains("wrong")) recognise();

  return { root, isEmpty, take, bytes: () => new Blob([text.value]).size + (file.files[0]?.size ?? 0) };
}

function isPlain(file) {
  return file.type === "text/plain" || /\.(txt|text)$/i.test(file.name);
}
