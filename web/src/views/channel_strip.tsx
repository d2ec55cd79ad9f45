// A channel's whole life in one line: stretches of its state, its contacts as dots, its conflicts as marks. Time runs in the
// reader's direction of reading. What stands here stands below it as a list too, so to a screen reader it is one picture.
import { daysBetween, addDays, firstDay, formatTime } from '../base/days';
import { isRightToLeft, t } from '../base/language';
import type { Conflict, Contact, Phase, Status, WholeChannel } from '../data/types';
import { label } from '../data/vocabulary';
import { useWidth } from '../parts/width';

const height = 64;
const barTop = 26;
const barHeight = 12;
const edge = 6;
const shortestDays = 3; // below that, a line of time shows nothing
const leastStretch = 3;

interface Stretch {
  from: string;
  to: string;
  status: Status;
}

function stretchesOf(timeline: readonly Phase[], first: string, last: string): Stretch[] {
  return timeline.map((phase, index) => ({
    from: phase.since ?? first,
    to: timeline[index + 1]?.since ?? last,
    status: phase.status,
  }));
}

function dayOf(contact: Contact): string | null {
  return contact.time === null ? contact.reported : firstDay(contact.time);
}

function dayOfConflict(conflict: Conflict): string | null {
  return conflict.right.published ?? conflict.left.published;
}

function isString(day: string | null): day is string {
  return day !== null;
}

// Where the line begins: an old meeting told as background must not press all others into a corner. As long as the first
// half of the time holds next to nothing, it is left away; what lies there stands at the edge.
const nextToNothing = 0.1;

function busyFrom(days: readonly string[], first: string, last: string): string {
  let start = first;
  while (daysBetween(start, last) > shortestLine) {
    const middle = addDays(start, Math.round(daysBetween(start, last) / 2));
    if (days.filter((day) => day < middle).length > days.length * nextToNothing) break;
    start = middle;
  }
  return start;
}

const shortestLine = 60; // days

export function ChannelStrip({ channel, asOf }: { channel: WholeChannel; asOf: string }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const { first, last } = channel;
  if (first === null || last === null || daysBetween(first, last) < shortestDays) return null;
  const days = channel.contact_list.map(dayOf).filter(isString);
  const start = busyFrom(days, first, last);
  const length = daysBetween(start, last);
  const usable = Math.max(width - 2 * edge, 1);
  const x = (day: string): number => {
    const part = Math.min(Math.max(daysBetween(start, day) / length, 0), 1);
    return edge + (isRightToLeft() ? 1 - part : part) * usable;
  };
  const conflictDays = channel.conflict_list.map(dayOfConflict).filter(isString);
  const middle = addDays(start, Math.round(length / 2));
  return (
    <div class="strip" ref={box}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t('strip.label', { from: formatTime(first), to: formatTime(last) })}>
          {stretchesOf(channel.timeline, first, last).map((stretch) => {
            const [a, b] = [x(stretch.from), x(stretch.to)];
            return (
              <rect
                key={`${stretch.from} ${stretch.status}`}
                class="stretch"
                data-state={stretch.status}
                x={Math.min(a, b)}
                y={barTop}
                width={Math.max(Math.abs(b - a), leastStretch)}
                height={barHeight}
              >
                <title>{`${label('statuses', stretch.status)}: ${formatTime(stretch.from)}`}</title>
              </rect>
            );
          })}
          {days.map((day, index) => (
            <circle key={index} class="dot" cx={x(day)} cy={barTop - 9} r={3.5} />
          ))}
          {conflictDays.map((day, index) => (
            <path key={index} class="conflict-dot" d={`M${x(day)} 2l5 9h-10z`} />
          ))}
          {asOf !== '' && <line class="as-of" x1={x(asOf)} x2={x(asOf)} y1={0} y2={barTop + barHeight + 4} />}
          {[start, middle, last].map((day, index) => (
            <text key={day} class="tick" x={x(day)} y={height - 8} text-anchor={(['start', 'middle', 'end'] as const)[index]}>
              {index === 0 && start !== first ? `… ${formatTime(day)}` : formatTime(day)}
            </text>
          ))}
        </svg>
      )}
    </div>
  );
}
