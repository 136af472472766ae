/* Shows what the site has to tell, and opens it. Keeps no pages: what was corrected must never be read from a copy. */
self.addEventListener("push", (event) => {
  let message = {};
  try {
    message = event.data.json();
  } catch {
    return;
  }
  const { title, url } = message;
  if (typeof title !== "string" || typeof url !== "string") return;
  event.waitUntil(self.registration.showNotification(title, { tag: url, data: { url }, icon: "/icon.svg" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.url, self.location.origin);
  if (url.origin !== self.location.origin) return;
  event.waitUntil(self.clients.openWindow(url.href));
});
