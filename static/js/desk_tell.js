// Says something to the host for a moment, and to screen readers. Names stand between isolation marks; on the page that is
// an element.

export function tell(sentence) {
  const box = document.createElement("p");
  box.className = "toast";
  const words = document.createElement("span");
  sentence.split(/[\u2068\u2069]/).forEach((part, at) => {
    const piece = at % 2 ? document.createElement("bdi") : document.createTextNode("");
    piece.textContent = part;
    words.append(piece);
  });
  box.append(words);
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), 8000);
}
