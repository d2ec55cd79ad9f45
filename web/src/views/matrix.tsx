// Party by party over time. A matrix and not a map, because most of what counts here has no place on one: organisations and
// movements; pairs a thousand miles apart whose lines cross everybody else's; and the pair that does not talk, which a map
// cannot draw and a matrix shows as a cell like any other. The upper half tells the state at the end of a period, the lower
// half the contacts of the whole time.
import { Fragment } from 'preact';
import { go, linkHere, linkTo, param, params, queryOf } from '../base/address';
import { formatPeriod } from '../base/days';
import { number, t } from '../base/language';
import { useAnswer } from '../data/api';
import { label, partyName } from '../data/vocabulary';
import type { Cell, Matrix } from '../data/types';
import { Exports } from '../parts/exports';
import { Choice, Filters, PartyPicker, PeriodChoice, RankChoice, StateChoice, Tabs } from '../parts/filters';
import { Heading } from '../parts/heading';
import { Day } from '../parts/day';
import { Icon } from '../parts/icons';
import { Parties } from '../parts/names';
import { Nothing, Shown } from '../parts/shown';
import { StateBadge, StateGlyph } from '../parts/state';
import { useGrid } from './matrix_grid';

const filterNames = ['party', 'rank', 'status', 'from', 'to', 'step', 'limit', 'at', 'pair'];

export function MatrixView() {
  const values = {
    party: params('party'),
    rank: param('rank'),
    status: params('status'),
    from: param('from'),
    to: param('to'),
    step: param('step') || 'month',
  };
  const loaded = useAnswer<Matrix>(`/matrix${queryOf({ ...values, limit: param('limit') || '24' })}`);
  return (
    <>
      <header class="view-head">
        <Heading text={t('matrix.title')} />
        <p class="lead">{t('matrix.lead')}</p>
        <Exports items={[{ text: 'CSV', path: '/export/matrix.csv', values: { ...values, bom: 'true' } }]} />
      </header>
      <Filters names={filterNames}>
        <PartyPicker />
        <RankChoice />
        <PeriodChoice from={loaded.data?.from} to={loaded.data?.to} />
        <Choice
          name="limit"
          title="matrix.limit"
          options={['', '12', '40', '60'].map((value) => ({ value, text: number(Number(value || '24')) }))}
        />
        <Tabs
          name="step"
          title="matrix.step"
          options={[
            { value: 'week', text: t('span.week') },
            { value: '', text: t('span.month') },
            { value: 'year', text: t('span.year') },
          ]}
        />
      </Filters>
      <StateChoice />
      <details class="why-so">
        <summary>{t('matrix.why')}</summary>
        <p>{t('matrix.why.detail')}</p>
      </details>
      <Shown loaded={loaded}>
        {(matrix) => (matrix.parties.length === 0 ? <Nothing>{t('nothing.filtered')}</Nothing> : <Whole matrix={matrix} />)}
      </Shown>
    </>
  );
}

function pairId(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

// The period looked at; the last one unless the address says otherwise.
function periodAt(matrix: Matrix): number {
  const place = matrix.periods.indexOf(param('at'));
  return place < 0 ? matrix.periods.length - 1 : place;
}

function periodName(matrix: Matrix, index: number): string {
  const first = matrix.periods[index];
  return first === undefined ? '' : formatPeriod(first, matrix.step);
}

function Whole({ matrix }: { matrix: Matrix }) {
  const at = periodAt(matrix);
  const cells = new Map(matrix.cells.map((cell) => [pairId(cell.a, cell.b), cell]));
  const chosen = cells.get(param('pair'));
  const last = matrix.periods.length - 1;
  return (
    <>
      {last > 0 && (
        <div class="time">
          <span class="soft">{periodName(matrix, 0)}</span>
          <input
            type="range"
            min={0}
            max={last}
            value={at}
            aria-label={t('matrix.period')}
            aria-valuetext={periodName(matrix, at)}
            onInput={(event) => {
              const next = Number(event.currentTarget.value);
              go(linkHere({ at: next === last ? null : (matrix.periods[next] ?? null) }), { replace: true });
            }}
          />
          <span class="soft">{periodName(matrix, last)}</span>
          <output class="time-day">{periodName(matrix, at)}</output>
        </div>
      )}
      <div class="matrix-and-panel">
        <Grid matrix={matrix} cells={cells} at={at} />
        <aside class="panel" aria-live="polite">
          {chosen === undefined ? <p class="soft">{t('matrix.help')}</p> : <Pair cell={chosen} matrix={matrix} at={at} />}
        </aside>
      </div>
    </>
  );
}

interface GridProps {
  matrix: Matrix;
  cells: ReadonlyMap<string, Cell>;
  at: number;
}

function Grid({ matrix, cells, at }: GridProps) {
  const grid = useGrid();
  const most = Math.max(1, ...matrix.cells.flatMap((cell) => cell.counts));
  return (
    <div class="scroll-x matrix-box">
      <table class="matrix" ref={grid} role="grid" aria-label={t('matrix.title')}>
        <thead>
          <tr>
            <td />
            {matrix.parties.map((party) => (
              <th key={party.actor} scope="col" title={partyName(party.actor)}>
                <span>
                  <bdi>{partyName(party.actor)}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.parties.map((row, y) => (
            <tr key={row.actor}>
              <th scope="row">
                <a href={linkTo(['party', row.actor])} tabIndex={-1}>
                  <bdi>{partyName(row.actor)}</bdi>
                </a>
              </th>
              {matrix.parties.map((column, x) => {
                const cell = cells.get(pairId(row.actor, column.actor));
                if (x === y) return <td key={column.actor} class="self" role="gridcell" />;
                if (cell === undefined) return <td key={column.actor} class="silent" role="gridcell" />;
                return (
                  <td key={column.actor} role="gridcell">
                    <CellButton cell={cell} at={at} isUpper={x > y} most={most} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellButtonProps {
  cell: Cell;
  at: number;
  isUpper: boolean;
  most: number;
}

function CellButton({ cell, at, isUpper, most }: CellButtonProps) {
  const id = pairId(cell.a, cell.b);
  const status = cell.statuses[at] ?? null;
  const isChosen = param('pair') === id;
  const names = `${partyName(cell.a)} – ${partyName(cell.b)}`;
  const state = status === null ? t('state.none') : label('statuses', status);
  return (
    <button
      type="button"
      class="cell"
      data-state={status ?? undefined}
      data-kind={isUpper ? 'state' : 'counts'}
      tabIndex={-1}
      aria-pressed={isChosen}
      aria-label={`${names}: ${isUpper ? state : t('contacts.count', { n: cell.contacts })}`}
      title={`${names}: ${state}, ${t('contacts.count', { n: cell.contacts })}`}
      onClick={() => go(linkHere({ pair: isChosen ? null : id }), { replace: true })}
    >
      {isUpper ? status !== null && <StateGlyph status={status} /> : <Sparks counts={cell.counts} at={at} most={most} />}
      {isUpper && cell.conflicts > 0 && <span class="corner" />}
    </button>
  );
}

const sparkWidth = 26;
const sparkHeight = 18;
const sparksAtMost = 13; // more bars than that are no longer bars

// Contacts over the whole time, summed into a few bars.
function Sparks({ counts, at, most }: { counts: readonly number[]; at: number; most: number }) {
  const size = Math.max(1, Math.ceil(counts.length / sparksAtMost));
  const bars: number[] = [];
  for (let start = 0; start < counts.length; start += size) {
    bars.push(counts.slice(start, start + size).reduce((a, b) => a + b, 0));
  }
  const step = sparkWidth / Math.max(bars.length, 1);
  const tallest = Math.max(most, ...bars);
  return (
    <svg class="sparks" width={sparkWidth} height={sparkHeight} aria-hidden="true">
      {bars.map((count, index) =>
        count === 0 ? null : (
          <rect
            key={index}
            class={Math.floor(at / size) === index ? 'at' : undefined}
            x={index * step}
            width={Math.max(step - 0.6, 1)}
            // Square root: one contact must still be seen beside forty.
            y={sparkHeight - Math.max(2, sparkHeight * Math.sqrt(count / tallest))}
            height={Math.max(2, sparkHeight * Math.sqrt(count / tallest))}
          />
        ),
      )}
    </svg>
  );
}

function Pair({ cell, matrix, at }: { cell: Cell; matrix: Matrix; at: number }) {
  const status = cell.statuses[at] ?? null;
  return (
    <>
      <h2>
        <Parties codes={[cell.a, cell.b]} linked />
      </h2>
      <p>
        {status === null ? <span class="unknown">{t('state.none')}</span> : <StateBadge status={status} />}{' '}
        <span class="soft">{periodName(matrix, at)}</span>
      </p>
      <p class="soft">
        {t('contacts.count', { n: cell.contacts })} · {t('origins.stand', { n: cell.origins })} · {t('column.last')}{' '}
        <Day day={cell.last} />
      </p>
      {cell.conflicts > 0 && (
        <p>
          <a class="conflict-mark" href={linkTo(['conflicts'], { party: [cell.a, cell.b] })}>
            <Icon name="conflict" /> {t('conflicts.n', { n: cell.conflicts })}
          </a>
        </p>
      )}
      <p class="ways">
        <a href={linkTo([], { party: [cell.a, cell.b] })}>{t('channels.count', { n: cell.channels.length })}</a>
      </p>
      <table class="periods">
        <thead>
          <tr>
            <th scope="col">{t('matrix.period')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col" class="numeric">{t('column.contacts')}</th>
          </tr>
        </thead>
        <tbody>
          {matrix.periods.map((period, index) => {
            const then = cell.statuses[index] ?? null;
            const before = index === 0 ? null : (cell.statuses[index - 1] ?? null);
            const count = cell.counts[index] ?? 0;
            // Only the periods in which something happened.
            if (count === 0 && then === before) return <Fragment key={period} />;
            return (
              <tr key={period} class={index === at ? 'at' : undefined}>
                <th scope="row">{periodName(matrix, index)}</th>
                <td>{then !== null && <StateBadge status={then} />}</td>
                <td class="numeric">{number(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
