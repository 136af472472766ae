/** Whether what a caller says it has already is what a mark stands for (RFC 9110, 13.1.2: compared as weak). */
export function isSameMark(known: string, etag: string): boolean {
  const opaque = (mark: string) => mark.trim().replace(/^W\//, "");
  return (
    known === etag || known.trim() === "*" || known.split(",").some((mark) => opaque(mark) === opaque(etag))
  );
}
