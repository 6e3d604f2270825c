/** Makes the page work without a network, where the browser can. It waits until the page has what it needs first. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  addEventListener('load', () => {
    setTimeout(() => {
      navigator.serviceWorker.register('/sw.js').catch(() => {
        // Private windows refuse service workers; the page works without one.
      });
    }, 2000);
  });
}
