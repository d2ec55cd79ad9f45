// Arabic and English, switched at once: whatever reads `language` (words, names, dates, numbers) is drawn anew.
import { effect, signal } from '@preact/signals';
import { recall, remember } from './memory';
import { words, type Plural, type WordKey } from './words';

export type Language = 'ar' | 'en';

const kept = recall('language');
export const language = signal<Language>(
  kept === 'ar' || kept === 'en' ? kept : navigator.language.startsWith('ar') ? 'ar' : 'en',
);

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = language.value === 'ar' ? 'rtl' : 'ltr';
});

export function switchLanguage(): void {
  language.value = language.value === 'ar' ? 'en' : 'ar';
  remember('language', language.value);
}

export function isRightToLeft(): boolean {
  return language.value === 'ar';
}

// Western digits in both languages, as most Arabic news sites print them: they line up with the exports and with the days
// in the articles' addresses. Months have their names of the Nile and the Gulf.
const locales = { ar: 'ar-u-ca-gregory-nu-latn', en: 'en-GB' } as const;

export function locale(): string {
  return locales[language.value];
}

function memo<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const name = locale();
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

const plurals = memo((name) => new Intl.PluralRules(name));
const integers = memo((name) => new Intl.NumberFormat(name));
const decimals = memo((name) => new Intl.NumberFormat(name, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
const lists = memo((name) => new Intl.ListFormat(name, { type: 'conjunction' }));

export function number(value: number): string {
  return integers().format(value);
}

export function decimal(value: number): string {
  return decimals().format(value);
}

export function list(values: readonly string[]): string {
  return lists().format(values);
}

// The words for `key`. `{name}` in them is filled from `values`; `n` also chooses the plural.
export function t(key: WordKey, values: Record<string, string | number> = {}): string {
  const entry = words[key][language.value] as string | Plural;
  const text = typeof entry === 'string' ? entry : choose(entry, Number(values['n'] ?? 0));
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

function choose(plural: Plural, n: number): string {
  return plural[plurals().select(n)] ?? plural.other;
}
