// Using the board: filters in the address, ways from view to view, keyboard, exports, news, and what a hostile page may not do.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathOf, plainLook, qanat, screens, settled, startBoard, visit, type Board } from './board';

let board: Board;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(() => board.close());

describe('now', () => {
  test('a party is chosen by keyboard, in either language, and stands in the address', async () => {
    const { page, context, complaints } = await visit(board, '/');
    const all = await page.locator('.group-head').count();
    await page.fill('[role=combobox]', 'الاردن');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/party=JOR/);
    await settled(page);
    const names = await page.locator('.group-head').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(all);
    for (const name of names) expect(name).toContain('Jordan');
    await page.reload();
    await settled(page);
    expect(await page.locator('.group-head').allInnerTexts()).toEqual(names);
    await page.goBack();
    await settled(page);
    expect(pathOf(page)).toBe('/');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a person narrows the list, in any spelling', async () => {
    const { page, context } = await visit(board, '/');
    const all = await page.locator('.group .channel-row').count();
    await page.getByLabel('Person').fill('شكرى');
    await page.keyboard.press('Enter');
    await page.waitForURL(/person=/);
    await page.waitForFunction((count) => document.querySelectorAll('.group .channel-row').length < count, all);
    for (const name of await page.locator('.group-head').allInnerTexts()) expect(name).toContain('Egypt');
    await context.close();
  });

  test('states, day, conflicts and order narrow and sort what is listed', async () => {
    const { page, context } = await visit(board, '/');
    const all = await page.locator('.group .channel-row').count();
    await page.click('.state-toggle[data-state=scheduled]');
    await page.waitForURL(/status=scheduled/);
    await settled(page);
    const states = await page.locator('.cell-status .state').evaluateAll((all) => all.map((one) => one.getAttribute('data-state')));
    expect(new Set(states)).toEqual(new Set(['scheduled']));
    expect(states.length).toBeLessThan(all);
    // As many as the button had said.
    expect(await page.innerText('.state-toggle[data-state=scheduled] .count')).toBe(String(states.length));
    await page.click('.clear');
    await settled(page);

    await page.check('text=only with conflicts');
    await page.waitForURL(/conflicting=yes/);
    await settled(page);
    expect(await page.locator('.cell-kind .conflict-mark').count()).toBe(await page.locator('.group .channel-row').count());

    await page.goto(`${board.url}/?as_of=2022-12-31`);
    await settled(page);
    const days = await page.locator('.cell-since time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day <= '2022-12-31').toBe(true);

    await page.goto(`${board.url}/?sort=origins`);
    await settled(page);
    const origins = await page.locator('.cell-origins').evaluateAll((all) => all.map((one) => parseInt(one.textContent ?? '', 10)));
    expect(origins).toEqual([...origins].sort((a, b) => b - a));
    await context.close();
  });

  test('the list is one stop of the Tab key; arrows move in it; Enter opens a channel and the focus goes to its heading', async () => {
    const { page, context } = await visit(board, '/');
    expect(await page.locator('.row-link[tabindex="0"]').count()).toBe(1);
    await page.focus('.row-link[tabindex="0"]');
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('.row-link').nth(1).getAttribute('href');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
    await page.keyboard.press('Enter');
    await settled(page);
    expect(pathOf(page)).toBe(second);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await context.close();
  });

  test('the first stop of the Tab key leads to the content', async () => {
    const { page, context } = await visit(board, '/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });
});

describe('from a channel to the sentence in its article', () => {
  test('both sides of a conflict stand side by side; evidence and reasons are one click away', async () => {
    const { page, context, complaints } = await visit(board, '/conflicts');
    await page.click('.conflict-head a');
    await page.waitForURL(/\/channel\//);
    await settled(page);
    const [left, right] = await page.locator('.conflict').first().locator('.side').all();
    const [a, b] = [await left?.boundingBox(), await right?.boundingBox()];
    expect(a?.y).toBe(b?.y);
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeGreaterThan(300);
    const quote = await left?.locator('.quote').first().innerText();

    await left?.locator('.ways a').first().click();
    await page.waitForURL(/\/article\//);
    await settled(page);
    const lit = (await page.locator('.page-text .lit').allTextContents()).join('');
    expect(lit.replace(/\s+/g, ' ')).toContain((quote ?? '?').replace(/\s+/g, ' ').trim());

    await page.click('.report-item.open .ways a:last-child');
    await page.waitForSelector('.features tr');
    expect(await page.locator('.weight-bar rect').count()).toBeGreaterThan(3);
    await page.locator('.page-text .mark[data-kind=party]').first().click();
    expect(await page.innerText('.mark-note')).toContain('party');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('what is not the story is greyed and named, and can be left away', async () => {
    const { page, context } = await visit(board, '/article/samples%2F02_aggregator_page.txt');
    expect(await page.locator('.block.furniture .block-kind').allInnerTexts()).toContain('navigation');
    await page.check('text=hide what is not the story');
    await page.waitForURL(/furniture=yes/);
    expect(await page.locator('.block.furniture').first().isVisible()).toBe(false);
    expect(await page.locator('.block.story').first().isVisible()).toBe(true);
    await context.close();
  });
});

describe('search', () => {
  test('finds as one types, whatever the clitic, and the words stand in the address', async () => {
    const { page, context } = await visit(board, '/search');
    await page.locator('.search-box input').pressSequentially('للافروف', { delay: 20 });
    await page.waitForSelector('.hit');
    expect(decodeURIComponent(page.url())).toContain('q=للافروف');
    expect(await page.locator('.hit mark').count()).toBeGreaterThan(0);
    const before = await page.locator('.hit').count();
    await page.locator('.facets a').first().click();
    await settled(page);
    expect(await page.locator('.hit').count()).toBeLessThanOrEqual(before);
    await page.locator('.search-box input').fill('كلمة-لا-توجد-هنا');
    await page.waitForSelector('.notice');
    await context.close();
  });
});

describe('graph', () => {
  test('the slider goes back in time; arrow keys and Enter reach a channel', async () => {
    const { page, context, complaints } = await visit(board, '/graph');
    const now = await page.locator('.edge').count();
    await page.fill('.time input', '400');
    await page.waitForURL(/day=/);
    await page.waitForFunction((count) => document.querySelectorAll('.edge').length < count, now);
    await page.goto(`${board.url}/graph`);
    await settled(page);
    const first = page.locator('.node[tabindex="0"]');
    expect(await first.count()).toBe(1);
    await first.focus();
    const from = await page.evaluate(() => document.activeElement?.getAttribute('data-node'));
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
    const to = await page.evaluate(() => document.activeElement?.getAttribute('data-node'));
    expect(to).not.toBeNull();
    expect(from).not.toBeNull();
    await page.keyboard.press('Enter');
    await page.waitForURL(/select=/);
    await page.locator('.panel-edges .ways a').first().click();
    await page.waitForURL(/\/channel\//);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the table tells what the picture tells', async () => {
    const { page, context } = await visit(board, '/graph');
    expect(await page.locator('.as-table tbody tr').count()).toBe(await page.locator('.edge').count());
    await context.close();
  });
});

test('matrix: a cell opens the two over time, arrow keys go on to the next', async () => {
  const { page, context } = await visit(board, '/matrix?step=year');
  await page.locator('.cell[data-kind=state]').first().click();
  await page.waitForURL(/pair=/);
  expect(await page.locator('.periods tbody tr').count()).toBeGreaterThan(0);
  const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).not.toBe(before);
  await context.close();
});

test('brief: for a choice of parties, on paper, and as Markdown', async () => {
  const { page, context } = await visit(board, '/brief?party=IRN&party=USA&from=2025-06-01&to=2025-06-30');
  expect(await page.locator('.brief-line .quote').count()).toBeGreaterThan(0);
  const markdown = await page.getAttribute('.tools a[download]', 'href');
  const answer = await fetch(board.url + (markdown ?? ''));
  expect(answer.headers.get('content-type')).toContain('text/markdown');
  expect(await answer.text()).toContain('البيت الأبيض');
  await page.emulateMedia({ media: 'print' });
  expect(await page.isVisible('.top')).toBe(false);
  expect(await page.isVisible('.brief-foot')).toBe(true);
  const pdf = await page.pdf({ path: join(screens, 'brief.pdf'), format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await context.close();
});

test('everything that can be taken away is there', async () => {
  const { page, context } = await visit(board, '/data');
  const links = await page.locator('main a[href^="/api/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(18);
  for (const link of links) {
    const answer = await fetch(board.url + link);
    expect(answer.status, link).toBe(200);
    expect((await answer.text()).length, link).toBeGreaterThan(0);
  }
  await context.close();
});

describe('news and strangers', () => {
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

  test('what another process reads in is told, and shown when asked for; its text stays text', async () => {
    const { page, context, complaints } = await visit(board, '/');
    await page.waitForSelector('.live.on');
    const record = {
      id: 'hostile',
      title: `وزير الخارجية المصري يلتقي نظيره الأردني ${hostile}`,
      published: '2025-07-02',
      publisher: hostile,
      url: 'javascript:alert(3)',
      text: `التقى وزير الخارجية المصري، اليوم الأربعاء، نظيره الأردني في عمان لبحث ${hostile} الأوضاع في المنطقة.`,
    };
    qanat(['ingest', '-', '--ledger', board.ledger], `${JSON.stringify(record)}\n`);
    await page.waitForSelector('.news');
    await page.waitForFunction(() => /new change/.test(document.querySelector('[aria-live=polite].unseen')?.textContent ?? ''));
    await page.click('.news');
    await page.waitForSelector('text=2 Jul 2025');
    expect(await page.locator('.news').count()).toBe(0);

    await page.goto(`${board.url}/article/hostile`);
    await settled(page);
    expect(await page.locator('main h1').innerText()).toContain('<script>');
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    await page.goto(`${board.url}/search?q=${encodeURIComponent('التقى نظيره الأردني')}`);
    await settled(page);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the browser itself refuses markup made of text', async () => {
    const { page, context } = await visit(board, '/');
    const refused = await page.evaluate(() => {
      try {
        // The one place where the property is written: to see it refused.
        Reflect.set(document.createElement('p'), 'innerHTML', '<b>x</b>');
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
    await context.close();
  });
});

test('script and style stay under 300 kB packed', async () => {
  const { page, context } = await visit(board, '/');
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  let packed = 0;
  for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
    packed += gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).length;
  }
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  console.log(`script and style: ${Math.round(packed / 1024)} kB packed; first contentful paint after ${Math.round(paint)} ms`);
  expect(packed).toBeGreaterThan(0);
  expect(packed).toBeLessThan(300 * 1024);
  await context.close();
});

describe('trouble', () => {
  test.each([
    ['/channel/ffffffffffff', 'no such thing'],
    ['/article/never', 'no such thing'],
    ['/nowhere', 'no such thing'],
    ['/?as_of=2024-13', 'cannot be understood'],
  ])('%s says so, and where to go', async (path, words) => {
    const { page, context } = await visit(board, path);
    expect(await page.innerText('main')).toContain(words);
    expect(await page.locator('main a[href="/"]').count()).toBeGreaterThan(0);
    await context.close();
  });

  // Last: the server is gone afterwards.
  test('a server that has stopped is told, with what to do', async () => {
    const { page, context } = await visit(board, '/', plainLook);
    board.stopServer();
    await page.waitForSelector('.live:not(.on)');
    await page.click('.places a[href="/matrix"]');
    await page.waitForSelector('.notice');
    expect(await page.innerText('.notice')).toContain('qanat serve');
    await context.close();
  });
});
