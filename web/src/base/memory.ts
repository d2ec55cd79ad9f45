// What the browser keeps for this reader between visits: language and theme, nothing else. Storage may be forbidden; then
// nothing is kept, and nothing breaks.
export type Key = 'language' | 'theme';

export function recall(key: Key): string | null {
  try {
    return localStorage.getItem(`qanat.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: Key, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`qanat.${key}`);
    else localStorage.setItem(`qanat.${key}`, value);
  } catch {
    // Not kept.
  }
}
