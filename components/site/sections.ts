/** The sections in the header's order; their names are `common.nav`. */
export const sections = [
  { href: "/", name: "home" },
  { href: "/debunks", name: "debunks" },
  { href: "/report", name: "report" },
  { href: "/track", name: "track" },
  { href: "/corrections", name: "corrections" },
  { href: "/methodology", name: "methodology" },
  { href: "/members", name: "members" },
  { href: "/about", name: "about" },
] as const;
