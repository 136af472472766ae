import { PlainShell } from "#components/site/plain-shell";
import { NotFoundPage } from "#components/site/problem-pages";

export default function NotFound() {
  return (
    <PlainShell>
      <NotFoundPage />
    </PlainShell>
  );
}
