// How fast the first view is there: node web/scripts/paint.mjs URL, with a qanat serve running. The median of nine visits, each
// with a browser cache of its own: first contentful paint, and the first row of the table.
import { chromium } from 'playwright-core';

const url = process.argv[2] ?? 'http://127.0.0.1:8017/';
const visits = 9;
const browser = await chromium.launch({
  executablePath: process.env.QANAT_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const paints = [];
const rows = [];
for (let visit = 0; visit < visits; visit += 1) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.group .channel-row') === null) return;
      observer.disconnect();
      globalThis.firstRow = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => globalThis.firstRow !== undefined);
  paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
  rows.push(await page.evaluate(() => globalThis.firstRow));
  await context.close();
}
await browser.close();
const median = (values) => Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]);
console.log(`first contentful paint ${median(paints)} ms, first row ${median(rows)} ms (median of ${visits})`);
