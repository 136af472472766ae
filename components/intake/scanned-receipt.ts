/** The receipt that the page was opened with, behind the # of its address; other anchors are none. */
export function scannedReceipt(): string | null {
  const found = location.hash.slice(1);
  return /^[0-9a-z]{4}(?:-[0-9a-z]{4}){5}$/i.test(found) ? found : null;
}
