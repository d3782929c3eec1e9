/**
 * Says once that the page was looked at: no id, no cookie, nothing of the reader. A page that a browser loads ahead of
 * time is not looked at yet. Everything works the same without it.
 */
export const VIEW_SCRIPT = `(() => {
  const { slug, role } = document.currentScript.dataset;
  const count = () => navigator.sendBeacon(slug + '/view', new URLSearchParams({ role, automated: navigator.webdriver ? '1' : '' }));
  if (document.prerendering) document.addEventListener('prerenderingchange', count, { once: true });
  else count();
})();
`;
