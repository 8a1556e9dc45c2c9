/**
 * Runs in every page of the lab and reports each press, change and submission to the lab, so that a test can say what was touched.
 * `sendBeacon` outlives the page that a pressed link leaves.
 */
export const RECORDER = {
  script: '/lab/recorder.js',
  report: '/lab/pressed',
  tag: '<script src="/lab/recorder.js"></script>',
  source: `
for (const event of ['click', 'change', 'submit']) {
  document.addEventListener(event, ({ target }) => {
    const at = target instanceof Element ? target.closest('a, button, input, select, li, form') ?? target : document.body;
    navigator.sendBeacon('/lab/pressed', JSON.stringify({
      event, tag: at.localName, id: at.id, classes: at.getAttribute('class') ?? '',
      text: event === 'click' ? at.textContent.trim().slice(0, 60) : '',
    }));
  }, true);
}
`,
} as const;
