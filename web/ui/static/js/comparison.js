// The comparison page: rows and differences to walk through, sentences that light up together, a map, tabs, keys.
import { mountRows } from "./rows.js";
import { mountDifferences } from "./differences.js";
import { mountDismiss } from "./dismiss.js";
import { mountPartners } from "./partners.js";
import { mountNotes } from "./notes.js";
import { mountWhy } from "./why.js";
import { mountMap } from "./map.js";
import { mountTabs } from "./tabs.js";
import { mountTranslations } from "./translations.js";
import { mountKeys } from "./keys.js";

const sheets = document.querySelector("[data-sheets]");
const rows = mountRows(sheets);
const differences = mountDifferences(document, sheets, rows);
const dismissal = mountDismiss(sheets, differences.tell);
const partners = mountPartners(sheets, rows);
mountNotes(sheets);
mountWhy(document);
mountMap(document.querySelector("[data-map]"), rows);
mountTranslations(document);
const tabs = mountTabs(document, rows);

mountKeys(document, {
  j: () => rows.step(1),
  k: () => rows.step(-1),
  n: () => differences.step(1),
  N: () => differences.step(-1),
  x: () => { if (differences.current()) dismissal.toggle(differences.current()); },
  l: () => partners.step(1),
  h: () => partners.step(-1),
  1: () => tabs.show(0),
  2: () => tabs.show(1),
  3: () => tabs.show(2),
  4: () => tabs.show(3),
  Escape: () => { partners.clear(); rows.leave(); },
});
