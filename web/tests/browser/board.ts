// What the browser tests stand on: the real binary with a ledger read from samples/, and Debian's Chromium.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const screens = join(root, 'build/screens');

const binary = process.env['QANAT_BINARY'] ?? join(root, 'build/release/qanat');
const executablePath = process.env['QANAT_CHROMIUM'] ?? '/usr/bin/chromium';

export interface Board {
  url: string;
  ledger: string;
  browser: Browser;
  stopServer: () => void;
  close: () => Promise<void>;
}

// Runs a command of qanat in the repository, so that articles are called samples/…
export function qanat(args: readonly string[], input?: string): void {
  const done = spawnSync(binary, args, { cwd: root, input, encoding: 'utf8' });
  // 1: a page gave nothing, which samples/ has on purpose.
  if (done.status !== 0 && done.status !== 1) throw new Error(`qanat ${args.join(' ')}: ${done.stderr}`);
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const address = /http:\/\/[\d.:]+\//.exec(said)?.[0];
      if (address !== undefined) resolve(address.replace(/\/$/, ''));
    });
    server.on('exit', (code) => reject(new Error(`qanat serve ended with ${code}: ${said}`)));
  });
}

export async function startBoard(): Promise<Board> {
  for (const [path, what] of [
    [binary, 'build it first: cmake --preset release && cmake --build --preset release --target qanat'],
    [executablePath, 'install chromium (apt-get install chromium), or say where it is: QANAT_CHROMIUM=…'],
  ] as const) {
    if (!existsSync(path)) throw new Error(`${path} is not there; ${what}`);
  }
  mkdirSync(screens, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'qanat-board-'));
  const ledger = join(folder, 'board.qanat');
  qanat(['ingest', 'samples', '--ledger', ledger]);
  const server = spawn(binary, ['serve', '--port', '0', '--ledger', ledger], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(server);
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    // Playwright gives each launch a user data folder of its own.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    url,
    ledger,
    browser,
    stopServer: () => server.kill('SIGTERM'),
    close: async () => {
      await browser.close();
      server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Look {
  language: 'ar' | 'en';
  theme: 'light' | 'dark';
  width: 390 | 1440;
}

export const plainLook: Look = { language: 'en', theme: 'light', width: 1440 };

export interface Visit {
  page: Page;
  context: BrowserContext;
  // What the console complained of, and what left for another server.
  complaints: string[];
}

export async function visit(board: Board, path: string, look: Look = plainLook): Promise<Visit> {
  const context = await board.browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.theme,
    locale: look.language === 'ar' ? 'ar-EG' : 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(board.url)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  await page.goto(board.url + path);
  await settled(page);
  return { page, context, complaints };
}

// The view has its answer and nothing more is awaited.
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"], .skeleton') === null);
}

export function pathOf(page: Page): string {
  const url = new URL(page.url());
  return url.pathname + url.search;
}
