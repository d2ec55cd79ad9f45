// Moving within the matrix by arrow keys: to the next cell that holds something, in the direction as seen on the screen.
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

interface Place {
  button: HTMLButtonElement;
  x: number;
  y: number;
}

function placesOf(table: HTMLTableElement): Place[] {
  return [...table.querySelectorAll<HTMLButtonElement>('button.cell')].map((button) => {
    const cell = button.closest('td');
    const row = button.closest('tr');
    return { button, x: cell?.cellIndex ?? 0, y: row?.rowIndex ?? 0 };
  });
}

function nextPlace(places: readonly Place[], from: Place, key: string): Place | undefined {
  const isRtl = document.documentElement.dir === 'rtl';
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return places.find((one) => one.y === from.y && one.x > from.x);
  if (key === back) return places.findLast((one) => one.y === from.y && one.x < from.x);
  if (key === 'ArrowDown') return places.find((one) => one.x === from.x && one.y > from.y);
  if (key === 'ArrowUp') return places.findLast((one) => one.x === from.x && one.y < from.y);
  return undefined;
}

export function useGrid(): RefObject<HTMLTableElement | null> {
  const box = useRef<HTMLTableElement>(null);

  useEffect(() => {
    if (box.current === null) return;
    const places = placesOf(box.current);
    const current = places.find((place) => place.button === document.activeElement || place.button.ariaPressed === 'true');
    for (const place of places) place.button.tabIndex = place === (current ?? places[0]) ? 0 : -1;
  });

  useEffect(() => {
    const table = box.current;
    if (table === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const places = placesOf(table);
      const from = places.find((place) => place.button === document.activeElement);
      const next = from === undefined ? undefined : nextPlace(places, from, event.key);
      if (from === undefined || next === undefined) return;
      event.preventDefault();
      from.button.tabIndex = -1;
      next.button.tabIndex = 0;
      next.button.focus();
    };
    table.addEventListener('keydown', onKey);
    return () => table.removeEventListener('keydown', onKey);
  }, []);

  return box;
}
