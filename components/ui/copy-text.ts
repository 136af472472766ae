/** Puts a text on the clipboard; whether that could be done. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // An address without https, an old telephone, a browser that was told not to.
    return copySelected(text);
  }
}

/** The way from before there was a clipboard API: what is selected is copied. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement("textarea");
  box.value = text;
  box.readOnly = true;
  box.className = "fixed top-0 opacity-0";
  // Beside what has the focus: a dialog lets no focus out of it.
  (before?.parentElement ?? document.body).append(box);
  box.focus({ preventScroll: true });
  box.select();
  try {
    return document.execCommand("copy");
  } finally {
    box.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
