/** Whether this browser can take push messages here. */
export const canPush = () =>
  "serviceWorker" in navigator && "PushManager" in window && "Notification" in window && isSecureContext;

/** The subscription of this browser to this site, made when there is none; null when its user does not allow it. */
export async function subscribeBrowser(pushKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== "granted") return null;
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  return known ?? pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
}
