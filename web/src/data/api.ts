// Reading the API. An answer is kept in memory until the ledger changes, so that going back is instant; the browser's own
// cache and the server's ETag do the rest.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from './types';

export const root = '/api/v1';

// Counts how often the reader let the board catch up with the ledger. Answers of an older revision are asked for again.
export const revision = signal(0);

// What went wrong, in the words of the server where it has any.
export class Trouble extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
  // No answer at all: the server has stopped or cannot be reached.
  get isUnreachable(): boolean {
    return this.status === 0;
  }
}

interface Kept {
  revision: number;
  answer: unknown;
}
const kept = new Map<string, Kept>();
const keptAtMost = 80;

function keep(path: string, answer: unknown): void {
  kept.delete(path);
  kept.set(path, { revision: revision.value, answer });
  const oldest = kept.keys().next();
  if (kept.size > keptAtMost && oldest.done !== true) kept.delete(oldest.value);
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const known = kept.get(path);
  if (known?.revision === revision.value) return known.answer as T;
  let response: Response;
  try {
    response = await fetch(root + path, { headers: { accept: 'application/json' }, signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Trouble(0, String(error));
  }
  if (!response.ok) throw new Trouble(response.status, await detailOf(response));
  const answer = (await response.json()) as T;
  keep(path, answer);
  return answer;
}

async function detailOf(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    return problem.detail ?? problem.title ?? response.statusText;
  } catch {
    return response.statusText;
  }
}

export interface Loaded<T> {
  data: T | undefined;
  trouble: Trouble | undefined;
  // True while an answer is awaited; `data` then still holds the one before, so that nothing jumps.
  waiting: boolean;
  again: () => void;
}

interface State<T> {
  path: string | null;
  revision: number;
  data: T | undefined;
  trouble: Trouble | undefined;
}

// The answer to `path`; null asks for nothing.
export function useAnswer<T>(path: string | null): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const now = revision.value;
  const known = path === null ? undefined : kept.get(path);
  const ready = known?.revision === now ? (known.answer as T) : undefined;
  const [state, setState] = useState<State<T>>({ path, revision: now, data: ready, trouble: undefined });

  useEffect(() => {
    if (path === null) return undefined;
    const abort = new AbortController();
    read<T>(path, abort.signal).then(
      (data) => setState({ path, revision: now, data, trouble: undefined }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const trouble = error instanceof Trouble ? error : new Trouble(0, String(error));
        setState((old) => ({ path, revision: now, data: old.path === path ? old.data : undefined, trouble }));
      },
    );
    return () => abort.abort();
  }, [path, now, attempt]);

  const again = (): void => setAttempt((count) => count + 1);
  if (path === null) return { data: undefined, trouble: undefined, waiting: false, again };
  const current = state.path === path && state.revision === now;
  return {
    data: ready ?? state.data,
    trouble: current ? state.trouble : undefined,
    waiting: ready === undefined && (!current || (state.data === undefined && state.trouble === undefined)),
    again,
  };
}
