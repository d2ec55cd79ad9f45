// Rules that the sources keep: page text only ever as text, nothing inline, nothing from elsewhere, both languages whole.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { words, type Plural } from '../../src/base/words';

const root = fileURLToPath(new URL('../..', import.meta.url));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

// What makes markup or code out of text.
const forbidden = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'document.write',
  'DOMParser',
  'srcdoc',
  'eval(',
  'new Function',
  'javascript:',
];

function faultsOf(text: string): string[] {
  return forbidden.filter((word) => text.includes(word));
}

describe('sources', () => {
  const files = sources('src').filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('schema.d.ts'));

  test('the checker finds what it must find', () => {
    expect(faultsOf('box.innerHTML = text')).toEqual(['innerHTML']);
    expect(faultsOf('<div dangerouslySetInnerHTML={{ __html: text }} />')).toEqual([]);
    expect(/dangerouslySet/.test('<div dangerouslySetInnerHTML={{ __html: text }} />')).toBe(true);
  });

  test.each(files)('%s makes no markup out of text', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(faultsOf(text)).toEqual([]);
    expect(text).not.toMatch(/dangerouslySet/);
    expect(text).not.toMatch(/\sstyle=/);
  });

  test.each(files)('%s loads nothing from elsewhere', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text).not.toMatch(/https?:\/\/(?!\\)[a-z]/i);
  });

  test('index.html has no inline script and no inline style', () => {
    const text = readFileSync(join(root, 'index.html'), 'utf8');
    expect(text).not.toMatch(/<script(?![^>]*src=)/);
    expect(text).not.toMatch(/<style|style=|\son\w+=/);
  });
});

describe('words', () => {
  const entries = Object.entries(words) as [string, { en: string | Plural; ar: string | Plural }][];
  const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

  test.each(entries)('%s is said in both languages, with the same places to fill', (_, { en, ar }) => {
    expect(typeof ar).toBe(typeof en);
    if (typeof en === 'string' && typeof ar === 'string') {
      expect(ar).not.toBe('');
      expect(places(ar)).toEqual(places(en));
    } else if (typeof en !== 'string' && typeof ar !== 'string') {
      expect(Object.keys(ar).sort()).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
      expect(places(ar.other)).toEqual(places(en.other));
    }
  });

  test('English words hold no Arabic, and Arabic ones do', () => {
    const english = entries.filter(([key, { en }]) => key !== 'search.help' && /[\u0600-\u06ff]/.test(JSON.stringify(en)));
    expect(english.map(([key]) => key)).toEqual([]);
    const arabic = entries.filter(([key, { ar }]) => key !== 'published.by' && !/[\u0600-\u06ff]/.test(JSON.stringify(ar)));
    expect(arabic.map(([key]) => key)).toEqual([]);
  });
});
