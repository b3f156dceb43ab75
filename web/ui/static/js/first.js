// The first page: each slot says what it recognised, takes files, and the form checks its size before it is sent.
import { mountSlot } from "./slot.js";
import { mountDrop } from "./drop.js";
import { mountForm } from "./form.js";

const form = document.querySelector("form.well");
form.classList.add("scripted");
const slots = [...form.querySelectorAll("[data-slot]")].map(mountSlot);
mountDrop(form, slots);
mountForm(form, slots);
