/** A message whose names in braces stand for values, without the rules of plural and choice. */
export const fill = (message: string, values: Readonly<Record<string, string>>): string =>
  message.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
