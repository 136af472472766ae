import { defaultLocale, type Locale } from "#lib/i18n/locale";

/** The language that a request asks for: English only where it is wanted more than Chinese (RFC 9110, 12.5.4). */
export function preferredLanguage(request: Request): Locale {
  const header = request.headers.get("accept-language") ?? "";
  const weights = { zh: 0, en: 0 };
  for (const range of header.toLowerCase().split(",").slice(0, 20)) {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const language = tag.split("-")[0];
    if (language !== "zh" && language !== "en") continue;
    weights[language] = Math.max(weights[language], weightOf(parameters));
  }
  return weights.en > weights.zh ? "en" : defaultLocale;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
