import { PlainShell } from "#components/site/plain-shell";
import { ForbiddenPage } from "#components/site/problem-pages";

export default function Forbidden() {
  return (
    <PlainShell>
      <ForbiddenPage />
    </PlainShell>
  );
}
