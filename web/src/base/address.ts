// The address bar is the board's memory: path and query say which view is shown and how it is filtered, so that every
// view is a link. Components read `path`, `param` and `params` and are drawn anew when the address changes.
import { computed, signal } from '@preact/signals';

const url = signal(new URL(location.href));

export const path = computed(() => url.value.pathname);
export const query = computed(() => url.value.searchParams);
export const segments = computed(() => path.value.split('/').filter(Boolean).map(decodeSegment));

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray percent sign in a link that was typed by hand
  }
}

export function param(name: string): string {
  return query.value.get(name) ?? '';
}

export function params(name: string): string[] {
  return query.value.getAll(name);
}

export type Values = Record<string, string | readonly string[] | null | undefined>;

// The query string of the values that are set, "" for none.
export function queryOf(values: Values): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) {
      if (one !== '') search.append(name, one);
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

// A link to another view. Segments are escaped here: article ids hold slashes.
export function linkTo(parts: readonly string[], values: Values = {}): string {
  return `/${parts.map(encodeURIComponent).join('/')}${queryOf(values)}`;
}

// A link to this view with some of its parameters changed; null takes one away.
export function linkHere(changes: Values): string {
  const values: Values = {};
  for (const name of query.value.keys()) values[name] = query.value.getAll(name);
  return `${path.value}${queryOf({ ...values, ...changes })}`;
}

// `replace` is for what changes while one types or drags: one step back must not be one letter.
export function go(href: string, { replace = false } = {}): void {
  const next = new URL(href, location.href);
  if (next.href === location.href) return;
  if (replace) {
    history.replaceState(history.state, '', next);
  } else {
    history.replaceState({ scroll: scrollY }, '');
    history.pushState(null, '', next);
  }
  url.value = next;
}

// Where the page stood when it was left; null on a view that is new.
export function rememberedScroll(): number | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('scroll' in state)) return null;
  return typeof state.scroll === 'number' ? state.scroll : null;
}

// Takes over clicks on links within the board, so that they do not load the page anew. What opens elsewhere (a new tab, a
// download, the API, another site) stays the browser's.
export function followLinks(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', () => (url.value = new URL(location.href)));
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return;
    // Jumps within the page (the skip link) are the browser's too.
    if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    go(link.href);
  });
}
