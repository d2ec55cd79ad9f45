// Listings that come in pages: the first at once, the next when asked for, joined.
import { useState } from 'preact/hooks';
import { read, revision, useAnswer, type Loaded } from './api';

interface Page<T> {
  total: number;
  items: T[];
  next: string | null;
}

interface More<T> {
  path: string;
  revision: number;
  items: T[];
  next: string | null;
}

export interface Pages<T> {
  loaded: Loaded<Page<T>>;
  items: readonly T[];
  // null: there is no more.
  more: (() => Promise<void>) | null;
}

export function usePages<T>(path: string): Pages<T> {
  const loaded = useAnswer<Page<T>>(path);
  const [added, setAdded] = useState<More<T> | null>(null);
  const rest = added?.path === path && added.revision === revision.value ? added : null;
  const next = rest === null ? (loaded.data?.next ?? null) : rest.next;
  const more = async (): Promise<void> => {
    if (next === null) return;
    const page = await read<Page<T>>(`${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`);
    const items = [...(rest?.items ?? []), ...page.items];
    setAdded({ path, revision: revision.value, items, next: page.next });
  };
  return {
    loaded,
    items: [...(loaded.data?.items ?? []), ...(rest?.items ?? [])],
    more: next === null || loaded.waiting ? null : more,
  };
}
