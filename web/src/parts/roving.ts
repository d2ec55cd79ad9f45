// Long lists are one stop of the Tab key; within them the arrow keys move. The element that can be reached is the one that
// was last in focus, at first the first one.
import { useEffect, useState } from 'preact/hooks';
import type { RefCallback } from 'preact';

type Step = (items: readonly HTMLElement[], at: number, key: string) => number | null;

// Down and up, Home and End.
export const listStep: Step = (items, at, key) => {
  if (key === 'ArrowDown') return Math.min(at + 1, items.length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  return null;
};

// Left and right as well, in the reader's direction of reading.
export const lineStep: Step = (items, at, key) => {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return Math.min(at + 1, items.length - 1);
  if (key === back) return Math.max(at - 1, 0);
  return listStep(items, at, key);
};

// The list may come later than the component, with its answer; hence a callback and not a fixed reference.
export function useRoving<T extends HTMLElement>(selector: string, step: Step = listStep): RefCallback<T> {
  const [element, setElement] = useState<T | null>(null);

  // After every drawing: rows come and go.
  useEffect(() => {
    const items = itemsOf(element, selector);
    const current = items.find((item) => item.tabIndex === 0 && item.dataset['roving'] === 'on') ?? items[0];
    for (const item of items) mark(item, item === current);
  });

  useEffect(() => {
    if (element === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const items = itemsOf(element, selector);
      const at = items.findIndex((item) => item === document.activeElement);
      const next = at < 0 ? null : step(items, at, event.key);
      if (next === null) return;
      event.preventDefault();
      items[next]?.focus();
    };
    const onFocus = (event: FocusEvent): void => {
      const items = itemsOf(element, selector);
      const focused = items.find((item) => item === event.target);
      if (focused === undefined) return;
      for (const item of items) mark(item, item === focused);
    };
    element.addEventListener('keydown', onKey);
    element.addEventListener('focusin', onFocus);
    return () => {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('focusin', onFocus);
    };
  }, [element, selector, step]);

  return setElement;
}

function itemsOf(element: HTMLElement | null, selector: string): HTMLElement[] {
  return element === null ? [] : [...element.querySelectorAll<HTMLElement>(selector)];
}

function mark(item: HTMLElement, isCurrent: boolean): void {
  item.tabIndex = isCurrent ? 0 : -1;
  if (isCurrent) item.dataset['roving'] = 'on';
  else delete item.dataset['roving'];
}
