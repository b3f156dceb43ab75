// A translation that is under way: asks the server how far it is and fills in the sentences as they come. When it ends,
// its heads and cells are taken from the page anew. Without a script the page comes again by itself every few seconds.

/** How long to wait between two questions, in milliseconds; longer where the server does not answer. */
const pause = 700;
const longest = 15000;

/** @param {Document} page */
export function mountTranslations(page) {
  page.querySelectorAll("[data-active]").forEach((job) => follow(page, job));
}

/**
 * @param {Document} page
 * @param {HTMLElement} job
 */
function follow(page, job) {
  const language = job.dataset.job;
  const head = page.querySelector(`[data-part="head-${CSS.escape(language)}"]`);
  const column = cells(page, head);
  const awaited = new Map(column.flatMap((cell) => [...cell.querySelectorAll("[data-sentence]")]).map((s) => [Number(s.dataset.sentence), s]));
  let after = Number(job.dataset.after);
  let wait = pause;

  async function ask() {
    const found = await get(`${job.dataset.active}&after=${after}`);
    if (found === "gone") return location.reload(); // removed elsewhere, or the comparison is no longer kept
    wait = found ? pause : Math.min(wait * 2, longest);
    if (found) show(found);
    if (found && !["waiting", "running"].includes(found.state)) return finish(page, language, column, head);
    setTimeout(ask, wait);
  }

  function show(found) {
    found.texts.forEach((text, i) => {
      const s = awaited.get(found.after + i);
      if (!s || !text) return;
      s.textContent = text;
      s.classList.remove("awaited");
    });
    after = Math.max(after, found.after + found.texts.length);
    const where = `paragraph ${found.paragraph} of ${found.paragraphs}`;
    [job, head].flatMap((e) => [...e.querySelectorAll("[data-where]")]).forEach((e) => { e.textContent = where; });
    job.querySelector("progress").value = found.done;
  }

  setTimeout(ask, wait);
}

/** The cells under a head. */
function cells(page, head) {
  const name = [...head.classList].find((c) => /^v\d+$/.test(c));
  return [...page.querySelectorAll(`.cell.${name}`)];
}

async function get(address) {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (answer.status === 404) return "gone";
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // offline, or the server restarts
  }
}

/** Puts in what the server now says of the translation: who made it, and what is lacking. */
async function finish(page, language, column, head) {
  const answer = await fetch(location.href).catch(() => null);
  const fresh = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const itsHead = fresh && fresh.querySelector(`[data-part="head-${CSS.escape(language)}"]`);
  const itsCells = itsHead ? cells(fresh, itsHead) : [];
  if (itsCells.length !== column.length) return location.reload();
  column.forEach((cell, i) => cell.replaceWith(itsCells[i]));
  head.replaceWith(itsHead);
  const job = `[data-job="${CSS.escape(language)}"]`;
  page.querySelector(job).replaceWith(fresh.querySelector(job));
}
