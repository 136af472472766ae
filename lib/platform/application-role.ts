/** The role that owns nothing and may do with rows what the product does with them, no more (migration the-role-that-owns-nothing). */
const APPLICATION_ROLE = "bianzhen_app";

/** The address of a database for the processes that serve and work: they come as the role that owns nothing. */
export function asApplication(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get("options");
  url.searchParams.set("options", [given, `-c role=${APPLICATION_ROLE}`].filter(Boolean).join(" "));
  return url.href;
}
