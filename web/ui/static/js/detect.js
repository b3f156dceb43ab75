// Asks the server which language a text is in.

/** How much of a text is sent: enough to be sure, little enough to be quick. */
const sample = 6000;
const served = { en: "English", ru: "Русский", be: "Беларуская" };

/**
 * @param {string} text
 * @param {AbortSignal} signal
 * @returns {Promise<{language?: string, name?: string, problem?: string} | null>} null when nothing can be said
 */
export async function detect(text, signal) {
  if (isAddress(text)) return { problem: "Addresses are not read yet. Paste the text of the page." };
  try {
    const answer = await fetch("/api/v1/detect", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: text.slice(0, sample) }),
      signal,
    });
    if (!answer.ok) return null;
    return describe(await answer.json());
  } catch {
    return null; // offline, or the text has changed since: the server looks again when the form is sent
  }
}

function describe(found) {
  const { language } = Array.isArray(found) ? found[0] : found;
  if (!language || language === "und") return null;
  if (served[language]) return { language, name: served[language] };
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return { language, name, problem: `This is ${name}. Triptych works with English, Russian and Belarusian.` };
}

/** @param {string} text */
export function isAddress(text) {
  return /^\s*https?:\/\/\S+\s*$/i.test(text);
}
