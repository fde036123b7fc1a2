// Questions that cannot be overlooked. Escape is no answer, unless the question says so.

/** Shows a dialog and answers the value of the button that closed it; "" for Escape. */
export function ask(id, { escapable = false } = {}) {
  const dialog = document.getElementById(id);
  dialog.returnValue = "";
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", function closed() {
      if (!escapable && dialog.returnValue === "") {
        dialog.showModal();
        return;
      }
      dialog.removeEventListener("close", closed);
      resolve(dialog.returnValue);
    });
  });
}

export function close(id) {
  const dialog = document.getElementById(id);
  if (dialog?.open) dialog.close("closed");
}
