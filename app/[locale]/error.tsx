"use client";

import { ErrorPage } from "#components/site/error-page";
import { PlainShell } from "#components/site/plain-shell";

export default function RouteError(props: { error: unknown; retry: () => void }) {
  return (
    <PlainShell>
      <ErrorPage {...props} />
    </PlainShell>
  );
}
