// Small things that several parts of the call page do with its markup.
import { locale } from "../page.js";

/** A new copy of a `<template id="NAME-piece">`. */
export function piece(name) {
  return document.getElementById(`${name}-piece`).content.firstElementChild.cloneNode(true);
}

export function part(element, name) {
  return element.querySelector(`[data-part="${name}"]`);
}

/** Of the elements that carry `data-ATTRIBUTE`, shows those with the value and hides the others. */
export function showOnly(element, attribute, value) {
  for (const one of element.querySelectorAll(`[data-${attribute}]`)) one.hidden = one.dataset[attribute] !== value;
}

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function count(number) {
  return number.toLocaleString(locale);
}

const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter();

function firstLetter(word) {
  return segmenter ? segmenter.segment(word)[Symbol.iterator]().next().value.segment : [...word][0];
}

/** Initials and colour for somebody without a picture. */
export function paintAvatar(element, name, id) {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  setText(element, letters.map(firstLetter).join("").toLocaleUpperCase());
  element.dataset.hue = (parseInt(id.slice(-4), 16) % 8) + 1 || 1;
}

/** A name, whole in its title. */
export function paintName(element, name) {
  setText(element, name);
  element.title = name;
}
