/** The elements whose contrast is measured. */
export const measuredForContrast = "[data-contrast]";

/**
 * Runs in the page: marks three elements for each way in which its texts are coloured, and one of each that is known from
 * before, so that the contrast of a list of a thousand rows is measured in a few of them. What a text's contrast comes
 * from is compared, not its classes. Returns the ways that were found.
 */
export function markColours(before: readonly string[]): string[] {
  const known = new Set(before);
  for (const element of document.querySelectorAll("[data-contrast]"))
    element.removeAttribute("data-contrast");
  const grounds = new Map<Element, string>();
  /** What an element's text stands on: all that is painted behind it, and what makes that shine through. */
  const groundOf = (element: Element): string => {
    const found = grounds.get(element);
    if (found !== undefined) return found;
    const { backgroundColor, backgroundImage, opacity, position, filter, mixBlendMode } =
      getComputedStyle(element);
    const own = [
      backgroundColor,
      backgroundImage,
      opacity,
      position === "static" ? "" : position,
      filter,
      mixBlendMode,
    ];
    const behind = element.parentElement ? groundOf(element.parentElement) : "";
    const isPlain = own.join() === "rgba(0, 0, 0, 0),none,1,,none,normal";
    const ground = isPlain ? behind : `${own.join()} < ${behind}`;
    grounds.set(element, ground);
    return ground;
  };
  const alike = Map.groupBy(
    [...document.body.querySelectorAll("*")].filter(
      (element) =>
        element.checkVisibility() &&
        (element.matches("input, select, textarea") ||
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())),
    ),
    (element) => {
      const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
      // Of what cannot be used the contrast is not asked.
      const use = [
        element.tagName,
        element.matches(":disabled"),
        element.closest("label, [aria-disabled], fieldset")?.tagName,
      ];
      return [color, fontSize, fontWeight, textShadow, ...use, groundOf(element)].join();
    },
  );
  for (const [way, elements] of alike) {
    const places = known.has(way) ? [0] : [0, elements.length >> 1, elements.length - 1];
    for (const at of places) elements[at]?.setAttribute("data-contrast", "");
  }
  return [...alike.keys()];
}
