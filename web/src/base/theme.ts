// Light, dark, or as the system has it.
import { effect, signal } from '@preact/signals';
import { recall, remember } from './memory';

export type Theme = 'system' | 'light' | 'dark';

const kept = recall('theme');
export const theme = signal<Theme>(kept === 'light' || kept === 'dark' ? kept : 'system');

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
});

export function isDark(): boolean {
  if (theme.value !== 'system') return theme.value === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

// One press always changes what is seen.
export function switchTheme(): void {
  theme.value = isDark() ? 'light' : 'dark';
  remember('theme', theme.value);
}
