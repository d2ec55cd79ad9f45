// The graph: parties and persons as nodes, channels as edges, coloured by state and drawn by rank, over time.
import { useEffect, useRef, useState } from 'preact/hooks';
import { go, linkHere, linkTo, param, params, queryOf, type Values } from '../base/address';
import { addDays, daysBetween, formatTime, isDay } from '../base/days';
import { number, t } from '../base/language';
import { useAnswer } from '../data/api';
import { rankName } from '../data/vocabulary';
import type { Edge, Graph, Node, Statistics } from '../data/types';
import { Day } from '../parts/day';
import { Exports } from '../parts/exports';
import { Choice, Filters, PartyPicker, PeriodChoice, RankChoice, StateChoice, Tabs } from '../parts/filters';
import { Heading } from '../parts/heading';
import { Icon } from '../parts/icons';
import { Nothing, Shown } from '../parts/shown';
import { StateBadge } from '../parts/state';
import { edgeId, GraphPicture, nodeName } from './graph_picture';
import { GraphTable } from './graph_table';

const filterNames = ['party', 'rank', 'status', 'from', 'to', 'day', 'limit', 'select'];

// What a screen has room for.
function usualLimit(): string {
  return matchMedia('(max-width: 760px)').matches ? '24' : '60';
}

export function GraphView() {
  const by = param('by') || 'parties';
  const values = {
    party: params('party'),
    rank: param('rank'),
    status: params('status'),
    from: param('from'),
    to: param('to'),
    by,
  };
  const loaded = useAnswer<Graph>(`/graph${queryOf({ ...values, limit: param('limit') || usualLimit() })}`);
  return (
    <>
      <header class="view-head">
        <Heading text={t('graph.title')} />
        <p class="lead">{t('graph.lead')}</p>
        <Exports
          items={[
            { text: 'GraphML', path: '/export/graph.graphml', values },
            { text: 'JSON', path: '/export/graph.json', values },
          ]}
        />
      </header>
      <Filters names={filterNames}>
        <PartyPicker />
        <RankChoice />
        <PeriodChoice from={loaded.data?.first} to={loaded.data?.last} />
        <Choice
          name="limit"
          title="graph.limit"
          options={['', '10', '120', '200'].map((value) => ({ value, text: number(Number(value || usualLimit())) }))}
        />
        <Tabs
          name="by"
          title="graph.by"
          options={[
            { value: '', text: t('graph.by.parties') },
            { value: 'persons', text: t('graph.by.persons') },
            { value: 'both', text: t('graph.by.both') },
          ]}
        />
      </Filters>
      <StateChoice />
      <Shown loaded={loaded}>{(graph) => (graph.nodes.length === 0 ? <Nothing>{t('nothing.filtered')}</Nothing> : <Timed graph={graph} values={values} />)}</Shown>
    </>
  );
}

const noLimit = '500';

// Nodes have the place that the whole time gives them; the slider changes only what is between them. So the eye can follow.
function Timed({ graph, values }: { graph: Graph; values: Values }) {
  const statistics = useAnswer<Statistics>('/statistics');
  const first = param('from') || busyFrom(statistics.data?.months ?? []) || graph.first;
  const last = param('to') || graph.last;
  const [day, setDay] = useDay(last);
  const isLast = day === null || day === last;
  const onDay = useAnswer<Graph>(isLast ? null : `/graph${queryOf({ ...values, as_of: day, limit: noLimit })}`);
  const placed = new Set(graph.nodes.map((node) => node.id));
  const edges = (isLast ? graph.edges : (onDay.data?.edges ?? [])).filter((edge) => placed.has(edge.a) && placed.has(edge.b));
  const selected = param('select');
  const select = (id: string): void => go(linkHere({ select: id === selected ? null : id }), { replace: true });
  return (
    <>
      {first !== null && last !== null && isDay(first) && isDay(last) && day !== null && (
        <TimeSlider first={first} last={last} day={day} onDay={setDay} />
      )}
      <div class="graph">
        <GraphPicture graph={graph} edges={edges} selected={selected} onSelect={select} />
        <Panel graph={graph} edges={edges} selected={selected} />
      </div>
      {graph.total_nodes > graph.nodes.length && (
        <p class="soft">{t('graph.left_out', { shown: number(graph.nodes.length), total: number(graph.total_nodes) })}</p>
      )}
      <GraphTable graph={graph} edges={edges} />
    </>
  );
}

// Where the slider begins: an article of 2018 may tell of 1945, and a slider over both would skip every month that counts.
// What lies before is shown all the same, from the first step on.
const besidePoint = 0.02; // of all contacts

function busyFrom(months: Statistics['months']): string | null {
  const all = months.reduce((sum, month) => sum + month.contacts, 0);
  let seen = 0;
  for (const month of months) {
    seen += month.contacts;
    if (seen > all * besidePoint) return `${month.month}-01`;
  }
  return null;
}

const writePause = 250;

// The slider's day: at once on the screen, a moment later in the address.
function useDay(last: string | null): [string | null, (day: string) => void] {
  const kept = param('day');
  const fromAddress = isDay(kept) ? kept : last;
  const [day, setDay] = useState(fromAddress);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setDay(fromAddress), [fromAddress]);
  const change = (next: string): void => {
    setDay(next);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => go(linkHere({ day: next === last ? null : next }), { replace: true }), writePause);
  };
  return [day, change];
}

interface SliderProps {
  first: string;
  last: string;
  day: string;
  onDay: (day: string) => void;
}

const playSteps = 80;
const playMilliseconds = 110;

function TimeSlider({ first, last, day, onDay }: SliderProps) {
  const [isPlaying, setPlaying] = useState(false);
  const length = Math.max(daysBetween(first, last), 1);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const step = Math.max(1, Math.round(length / playSteps));
    const timer = setTimeout(() => {
      const next = addDays(day, step);
      onDay(next < last ? next : last);
      if (next >= last) setPlaying(false);
    }, playMilliseconds);
    return () => clearTimeout(timer);
  }, [isPlaying, day]);
  return (
    <div class="time">
      <button
        type="button"
        class="button square"
        aria-label={t(isPlaying ? 'time.pause' : 'time.play')}
        onClick={() => {
          if (!isPlaying && day >= last) onDay(first);
          setPlaying(!isPlaying);
        }}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <span class="soft">{formatTime(first)}</span>
      <input
        type="range"
        min={0}
        max={length}
        value={daysBetween(first, day)}
        aria-label={t('time.day')}
        aria-valuetext={formatTime(day)}
        onInput={(event) => onDay(addDays(first, Number(event.currentTarget.value)))}
      />
      <span class="soft">{formatTime(last)}</span>
      <output class="time-day">{formatTime(day)}</output>
    </div>
  );
}

interface PanelProps {
  graph: Graph;
  edges: readonly Edge[];
  selected: string;
}

// The edges of what is selected: a node, or one edge.
function Panel({ graph, edges, selected }: PanelProps) {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const chosen = edges.filter((edge) => edgeId(edge) === selected || edge.a === selected || edge.b === selected);
  const node = nodes.get(selected);
  if (selected === '') {
    return (
      <aside class="panel">
        <p class="soft">{t('graph.help')}</p>
        <Legend />
      </aside>
    );
  }
  const nameOfId = (id: string): string => nodeName(nodes.get(id) ?? nobody(id));
  return (
    <aside class="panel" aria-live="polite">
      <h2>
        {node === undefined ? (
          selected.split('~').map(nameOfId).join(' – ')
        ) : (
          <a href={linkTo(['party', node.actor])}>
            <bdi>{nodeName(node)}</bdi>
          </a>
        )}
      </h2>
      {chosen.length === 0 && <p class="soft">{t('graph.none_on_day')}</p>}
      <ul class="panel-edges">
        {[...chosen]
          .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))
          .map((edge) => (
            <li key={edgeId(edge)}>
              {node !== undefined && (
                <b>
                  <bdi>{nameOfId(edge.a === selected ? edge.b : edge.a)}</bdi>
                </b>
              )}{' '}
              {edge.status !== null && <StateBadge status={edge.status} />}
              {edge.conflicts > 0 && (
                <span class="conflict-mark" title={t('conflicts.n', { n: edge.conflicts })}>
                  <Icon name="conflict" />
                </span>
              )}
              <span class="soft small">
                {rankName(edge.rank)} · <Day day={edge.since} />
              </span>
              <span class="ways">
                <a href={linkTo(['channel', edge.channel])}>{t('graph.last_channel')}</a>
                <a href={linkTo([], { party: [actorOf(edge.a), actorOf(edge.b)] })}>{t('channels.count', { n: edge.channels })}</a>
              </span>
            </li>
          ))}
      </ul>
    </aside>
  );
}

// A person's node is called ACTOR/NAME.
function actorOf(id: string): string {
  return id.split('/')[0] ?? id;
}

function nobody(id: string): Node {
  return { id, kind: 'actor', actor: id, name: { ar: null, en: null }, role: null, channels: 0, origins: 0, degree: 0 };
}

function Legend() {
  return (
    <ul class="legend">
      <li>{t('graph.legend.size')}</li>
      <li>{t('graph.legend.width')}</li>
      <li>{t('graph.legend.dash')}</li>
      <li>{t('graph.legend.minor')}</li>
    </ul>
  );
}
