import { z } from "zod";

export type SignIn = { email: string; password: string };

/** Signs in as the desk's own form would, and returns the cookies of the session. */
export async function signIn(url: string, person: SignIn): Promise<string> {
  const form = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await form.json());
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    body: new URLSearchParams({ ...person, csrfToken }),
    headers: { cookie: cookiesOf(form) },
    redirect: "manual",
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes("session")) throw new Error(`Nobody is signed in: HTTP ${answer.status}`);
  return cookies;
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
