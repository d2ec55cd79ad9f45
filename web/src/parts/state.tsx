// A state is told three times: by its word, by its glyph and by its colour. Glyphs are drawn here, since fonts disagree.
import { label } from '../data/vocabulary';
import type { Status } from '../data/types';

// Filled: it takes place. Outlined: it is only spoken of. Barred or crossed: it does not.
const glyphs: Record<Status, preact.JSX.Element> = {
  held: (
    <>
      <circle cx="8" cy="8" r="6.5" class="fill" />
      <path d="M5 8.2 7.2 10.4 11.2 5.8" class="cut" />
    </>
  ),
  ongoing: (
    <>
      <circle cx="8" cy="8" r="6.5" class="fill" />
      <path d="M4.6 8h6M8.2 5.4 10.9 8 8.2 10.6" class="cut" />
    </>
  ),
  scheduled: (
    <>
      <circle cx="8" cy="8" r="6" class="line" />
      <path d="M8 4.6V8l2.4 1.6" class="line" />
    </>
  ),
  proposed: (
    <>
      <circle cx="8" cy="8" r="6" class="line dashed" />
      <circle cx="8" cy="8" r="1.6" class="fill" />
    </>
  ),
  premature: (
    <>
      <circle cx="8" cy="8" r="6" class="line" />
      <path d="M8 2a6 6 0 0 1 0 12z" class="fill" />
    </>
  ),
  refused: (
    <>
      <circle cx="8" cy="8" r="6.5" class="fill" />
      <path d="M5.4 5.4 10.6 10.6M10.6 5.4 5.4 10.6" class="cut" />
    </>
  ),
  absent: (
    <>
      <circle cx="8" cy="8" r="6" class="line" />
      <path d="M3.8 12.2 12.2 3.8" class="line" />
    </>
  ),
  suspended: (
    <>
      <circle cx="8" cy="8" r="6" class="line" />
      <path d="M6.3 5.4v5.2M9.7 5.4v5.2" class="line" />
    </>
  ),
  stalled: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2.5" class="line" />
      <path d="M5 8h6" class="line" />
    </>
  ),
};

export function StateGlyph({ status }: { status: Status }) {
  return (
    <svg class="glyph" data-state={status} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {glyphs[status]}
    </svg>
  );
}

export function StateBadge({ status }: { status: Status }) {
  return (
    <span class="state" data-state={status}>
      <StateGlyph status={status} />
      {label('statuses', status)}
    </span>
  );
}

// "proposed → held"; only the second where the first is not known.
export function StateChange({ before, after }: { before: Status | null; after: Status }) {
  if (before === null || before === after) return <StateBadge status={after} />;
  return (
    <span class="state-change">
      <StateBadge status={before} />
      <span class="arrow" aria-hidden="true" />
      <StateBadge status={after} />
    </span>
  );
}
