// Every view in both languages (switched at once, and back), both themes, narrow and wide: opened, without a word on the console, without a serious fault
// of accessibility, without a horizontal scroll bar; and a picture of each in build/screens/.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens, startBoard, visit, type Board, type Look } from './board';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

const conflicting = '/api/v1/channels?conflicting=true&limit=1';

interface View {
  name: string;
  path: () => Promise<string>;
}

async function idOfConflicting(): Promise<string> {
  const answer = (await (await fetch(board.url + conflicting)).json()) as { items: { id: string }[] };
  return answer.items[0]?.id ?? '';
}

function at(path: string): () => Promise<string> {
  return () => Promise.resolve(path);
}

const views: View[] = [
  { name: 'now', path: at('/') },
  { name: 'now-filtered', path: at('/?party=IRN&status=refused&status=held&sort=since&span=month') },
  { name: 'channel', path: async () => `/channel/${await idOfConflicting()}` },
  { name: 'conflicts', path: at('/conflicts') },
  { name: 'graph', path: at('/graph') },
  { name: 'graph-selected', path: at('/graph?select=RUS&by=both') },
  { name: 'matrix', path: at('/matrix?pair=IRN~USA&step=year') },
  { name: 'reader', path: at('/article/samples%2F02_aggregator_page.txt') },
  {
    name: 'reader-why',
    path: async () => {
      const id = await idOfConflicting();
      const answer = (await (await fetch(`${board.url}/api/v1/channels/${id}`)).json()) as {
        word: { article: string; report: string };
      };
      return `/article/${encodeURIComponent(answer.word.article)}?report=${answer.word.report}&why=yes`;
    },
  },
  { name: 'search', path: at(`/search?q=${encodeURIComponent('لافروف')}`) },
  { name: 'brief', path: at('/brief?from=2023-01-01&to=2025-06-30') },
  { name: 'party', path: at('/party/IRN') },
  { name: 'data', path: at('/data') },
  { name: 'nothing', path: at('/?party=IRN&party=EU') },
];

const looks: Look[] = [
  { language: 'en', theme: 'light', width: 1440 },
  { language: 'ar', theme: 'dark', width: 1440 },
  { language: 'ar', theme: 'light', width: 390 },
  { language: 'en', theme: 'dark', width: 390 },
];

describe.each(looks)('$language, $theme, $width px', (look) => {
  test.each(views)('$name', async ({ name, path }) => {
    const { page, context, complaints } = await visit(board, await path(), look);
    expect(await page.getAttribute('html', 'dir')).toBe(look.language === 'ar' ? 'rtl' : 'ltr');
    await page.screenshot({ path: join(screens, `${name}-${look.language}-${look.theme}-${look.width}.png`), fullPage: name !== 'matrix' });

    const across = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(across, 'scrolls sideways').toBeLessThanOrEqual(0);

    await page.evaluate(axe);
    const result = (await page.evaluate('axe.run()')) as AxeResults;
    const serious = result.violations
      .filter((fault) => fault.impact === 'serious' || fault.impact === 'critical')
      .map((fault) => `${fault.id}: ${fault.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
    expect(serious).toEqual([]);
    if (look === looks[0]) await switchAndBack(page);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function switchAndBack(page: Page): Promise<void> {
  const colour = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const english = await page.innerText('main');
  const light = await colour();
  await page.click('.settings button[lang="ar"]');
  await page.waitForSelector('html[lang="ar"][dir="rtl"]');
  expect(await page.innerText('main')).not.toBe(english);
  await page.click('.settings button[lang="en"]');
  await page.waitForSelector('html[lang="en"][dir="ltr"]');
  expect(await page.innerText('main')).toBe(english);
  await page.click('.settings button.square');
  expect(await colour()).not.toBe(light);
  await page.reload();
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
}
