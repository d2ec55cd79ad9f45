// One polite live region for the whole board: what changed without the reader having moved.
import { signal } from '@preact/signals';

export const announcement = signal('');

export function announce(text: string): void {
  announcement.value = text;
}
