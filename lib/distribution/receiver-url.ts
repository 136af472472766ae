import { config } from "#lib/platform/config";
import { isPublicPage, isPublicUrl } from "#lib/platform/post-safely";

/** Whether the installation has named this receiver as one of its own network (WEBHOOK_OWN), by address and port. */
export function isOwnReceiver(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return (
    url !== null &&
    config.WEBHOOK_OWN.includes(hostAndPort(url)) &&
    url.username === "" &&
    url.password === ""
  );
}

/** Whether something may be sent to an address that a member gave. */
export const isReceiver = (address: string): boolean => isOwnReceiver(address) || isPublicUrl(address);

/** Whether an address that a member gave may be opened and shown as a page of its own. */
export const isMembersPage = (address: string): boolean => isOwnReceiver(address) || isPublicPage(address);

/** By which its failures are counted. */
export const hostAndPort = (url: URL): string => url.host || url.hostname;
