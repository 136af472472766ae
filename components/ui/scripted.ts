import { useSyncExternalStore } from "react";

/** False until scripts run: what needs them is not offered before. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
