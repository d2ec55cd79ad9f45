// The filters that views share. Each reads and writes the address and keeps nothing itself.
import { useId, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { go, linkHere, param, params, query } from '../base/address';
import { addDays, isDay } from '../base/days';
import { number, t } from '../base/language';
import type { WordKey } from '../base/words';
import { label, rankName } from '../data/vocabulary';
import { ranks, statuses, type Facet, type Status } from '../data/types';
import { PartyPicker } from './party_picker';
import { StateGlyph } from './state';

export function set(changes: Record<string, string | readonly string[] | null>): void {
  go(linkHere({ ...changes, cursor: null }));
}

// A box of filters with a way to be rid of them all at once. On a phone it is folded, for it would fill the screen.
export function Filters({ names, children }: { names: readonly string[]; children: ComponentChildren }) {
  const [isWide] = useState(() => matchMedia('(min-width: 761px)').matches);
  const chosen = names.filter((name) => query.value.has(name)).length;
  return (
    <details class="filter-box" open={isWide}>
      <summary>
        {t('filters')}
        {chosen > 0 && <span class="count"> {number(chosen)}</span>}
      </summary>
      <form class="filters" role="search" aria-label={t('filters')} onSubmit={(event) => event.preventDefault()}>
        {children}
        {chosen > 0 && (
          <a class="button quiet clear" href={linkHere(Object.fromEntries(names.map((name) => [name, null])))}>
            {t('filter.clear')}
          </a>
        )}
      </form>
    </details>
  );
}

export { PartyPicker };

interface Option {
  value: string;
  text: string;
}

interface ChoiceProps {
  name: string;
  title: WordKey;
  options: readonly Option[];
}

export function Choice({ name, title, options }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t(title)}</label>
      <select id={id} value={param(name)} onChange={(event) => set({ [name]: event.currentTarget.value })}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function RankChoice() {
  const options = [{ value: '', text: t('filter.any') }, ...ranks.map((rank) => ({ value: rank, text: rankName(rank) }))];
  return <Choice name="rank" title="filter.rank" options={options} />;
}

// Words that are looked for when they are done, not at each letter.
export function WordsChoice({ name, title }: { name: string; title: WordKey }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t(title)}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        placeholder={t('filter.person.any')}
        value={param(name)}
        onChange={(event) => set({ [name]: event.currentTarget.value.trim() })}
      />
    </div>
  );
}

// A day, and the days next to it. An empty field stands for `latest`, the last day that the ledger knows.
export function DayChoice({ name, title, latest }: { name: string; title: WordKey; latest: string | null }) {
  const id = useId();
  const day = param(name);
  const shown = isDay(day) ? day : '';
  const base = shown === '' ? latest : shown;
  return (
    <div class="field">
      <label for={id}>{t(title)}</label>
      <span class="joined">
        <Step base={base} by={-1} name={name} title="filter.day.before" />
        <input id={id} type="date" value={shown === '' ? (latest ?? '') : shown} onChange={(event) => set({ [name]: event.currentTarget.value })} />
        <Step base={base} by={1} name={name} title="filter.day.after" />
        {shown !== '' && (
          <a class="button quiet" href={linkHere({ [name]: null })}>
            {t('filter.day.latest')}
          </a>
        )}
      </span>
    </div>
  );
}

function Step({ base, by, name, title }: { base: string | null; by: number; name: string; title: WordKey }) {
  return (
    <button
      type="button"
      class={by < 0 ? 'button step back' : 'button step forward'}
      aria-label={t(title)}
      disabled={base === null}
      onClick={() => base !== null && set({ [name]: addDays(base, by) })}
    />
  );
}

// From and to; a day each, or nothing.
export function PeriodChoice({ from, to }: { from?: string | null | undefined; to?: string | null | undefined }) {
  return (
    <fieldset class="field period">
      <legend>{t('filter.period')}</legend>
      <DayField name="from" title="filter.from" fallback={from} />
      <span aria-hidden="true">–</span>
      <DayField name="to" title="filter.to" fallback={to} />
    </fieldset>
  );
}

function DayField({ name, title, fallback }: { name: string; title: WordKey; fallback: string | null | undefined }) {
  const kept = param(name);
  return (
    <input
      type="date"
      aria-label={t(title)}
      value={isDay(kept) ? kept : (fallback ?? '')}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
}

// The states as a legend that can be pressed: any of those that are on. Counts, where known, are of what the other filters
// leave.
export function StateChoice({ counts }: { counts?: readonly Facet[] | undefined }) {
  const chosen = params('status');
  const countOf = (status: Status): number | undefined => counts?.find((facet) => facet.value === status)?.count;
  const toggle = (status: Status): void => {
    set({ status: chosen.includes(status) ? chosen.filter((one) => one !== status) : [...chosen, status] });
  };
  return (
    <div class="states" role="group" aria-label={t('filter.status')}>
      {statuses.map((status) => {
        const count = countOf(status);
        return (
          <button
            key={status}
            type="button"
            class={count === undefined && counts !== undefined ? 'state-toggle none' : 'state-toggle'}
            data-state={status}
            aria-pressed={chosen.includes(status)}
            onClick={() => toggle(status)}
          >
            <StateGlyph status={status} />
            <span>{label('statuses', status)}</span>
            {counts !== undefined && <span class="count">{number(count ?? 0)}</span>}
          </button>
        );
      })}
    </div>
  );
}

export function Toggle({ name, title }: { name: string; title: WordKey }) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        checked={param(name) === 'yes'}
        onChange={(event) => set({ [name]: event.currentTarget.checked ? 'yes' : null })}
      />
      {t(title)}
    </label>
  );
}

// One of a few, as links: each is a view of its own.
export function Tabs({ name, title, options }: ChoiceProps) {
  const chosen = param(name);
  return (
    <nav class="tabs" aria-label={t(title)}>
      {options.map((option) => (
        <a
          key={option.value}
          href={linkHere({ [name]: option.value, cursor: null })}
          aria-current={option.value === chosen ? 'true' : undefined}
        >
          {option.text}
        </a>
      ))}
    </nav>
  );
}
