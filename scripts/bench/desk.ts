export type SignIn = { email: string; password: string };

/** Signs in by the desk's own form, as a browser without scripts does, and returns the cookies of the session. */
export async function signIn(url: string, person: SignIn): Promise<string> {
  const door = `${url}/desk/sign-in`;
  const page = await (await fetch(door)).text();
  const body = new FormData();
  for (const [input] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = [attribute(input, "name"), attribute(input, "value")];
    if (name) body.append(name, value);
  }
  body.append("email", person.email);
  body.append("password", person.password);
  const answer = await fetch(door, {
    method: "POST",
    body,
    headers: { origin: url },
    redirect: "manual",
  });
  await answer.body?.cancel();
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (!cookies.some((cookie) => cookie?.includes("session")))
    throw new Error(`Nobody is signed in: HTTP ${answer.status}`);
  return cookies.join("; ");
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
