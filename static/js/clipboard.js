// Puts words on the clipboard, plain and with their italics; false where the browser refuses both.
export async function put(plain, html) {
  const parts = { "text/plain": plain, "text/html": html };
  const blobs = Object.entries(parts).map(([type, words]) => [type, new Blob([words], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    try {
      await navigator.clipboard.writeText(plain);
      return true;
    } catch {
      return false;
    }
  }
}
