// Holds back a form that the server would refuse anyway, and says that the work is under way.

/**
 * @param {HTMLFormElement} form
 * @param {import("./slot.js").Slot[]} slots
 */
export function mountForm(form, slots) {
  const button = form.querySelector("button.main");
  const words = button.textContent;
  const limit = Number(form.dataset.maxBytes) || Infinity;

  form.addEventListener("submit", (event) => {
    const problem = refusal(slots, limit);
    if (problem) {
      event.preventDefault();
      announce(form, problem);
      return;
    }
    button.disabled = true;
    button.textContent = "Comparing…";
  });
  // Coming back by the browser's Back button, the page is as it was left.
  window.addEventListener("pageshow", () => {
    button.disabled = false;
    button.textContent = words;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(button);
  });
}

function refusal(slots, limit) {
  const filled = slots.filter((slot) => !slot.isEmpty());
  if (filled.length < 2) return "A comparison needs at least two versions.";
  const bytes = filled.reduce((sum, slot) => sum + slot.bytes(), 0);
  if (bytes > limit) return `All versions together may have ${Math.floor(limit / 2 ** 20)} MB. Take out what is not part of the article.`;
  return "";
}

function announce(form, message) {
  const old = form.parentElement.querySelector(".alert");
  const alert = old ?? document.createElement("p");
  alert.className = "alert";
  alert.setAttribute("role", "alert");
  alert.textContent = message;
  if (!old) form.before(alert);
  alert.scrollIntoView({ block: "nearest" });
}
