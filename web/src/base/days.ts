// Days as the API writes them ("2024-01-29", also "2024-01" and "2024") and arithmetic on them, all in UTC: a day is a day
// wherever the reader sits.
import { locale } from './language';

const millisecondsADay = 86_400_000;

export function toTime(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
}

export function fromTime(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toTime(text)) && fromTime(toTime(text)) === text;
}

export function addDays(day: string, count: number): string {
  return fromTime(toTime(day) + count * millisecondsADay);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toTime(to) - toTime(from)) / millisecondsADay);
}

// A day within a period that may be a month or a year: its first one.
export function firstDay(text: string): string {
  const start = text.split('/')[0] ?? text;
  return start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start;
}

export type Span = 'day' | 'week' | 'month';
export const spans: readonly Span[] = ['day', 'week', 'month'];
const lengths: Record<Span, number> = { day: 1, week: 7, month: 30 };

// The first day of the span that ends with `day`.
export function startOf(span: Span, day: string): string {
  return addDays(day, 1 - lengths[span]);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(kind: 'day' | 'short' | 'month' | 'year', time: number): string {
  const key = `${locale()} ${kind}`;
  let made = formats.get(key);
  if (made === undefined) {
    const options: Record<typeof kind, Intl.DateTimeFormatOptions> = {
      day: { day: 'numeric', month: 'short', year: 'numeric' },
      short: { day: 'numeric', month: 'short' },
      month: { month: 'long', year: 'numeric' },
      year: { year: 'numeric' },
    };
    made = new Intl.DateTimeFormat(locale(), { ...options[kind], timeZone: 'UTC' });
    formats.set(key, made);
  }
  return made.format(time);
}

// A day, month, year, or run of days ("start/end"), as the reader's language writes it.
export function formatTime(text: string): string {
  const [start, end] = text.split('/');
  if (start === undefined) return text;
  if (end !== undefined && end !== start) return `${formatTime(start)} – ${formatTime(end)}`;
  const time = toTime(firstDay(start));
  if (Number.isNaN(time)) return text;
  return format(start.length === 4 ? 'year' : start.length === 7 ? 'month' : 'day', time);
}

export function formatShortDay(day: string): string {
  return format('short', toTime(day));
}

// A period of the matrix by its first day; a week by both of its ends.
export function formatPeriod(first: string, step: string): string {
  if (step === 'year') return formatTime(first.slice(0, 4));
  if (step === 'month') return formatTime(first.slice(0, 7));
  return formatTime(`${first}/${addDays(first, 6)}`);
}
