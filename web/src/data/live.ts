// What the ledger learns while the board is open: the server tells, the reader decides when the view catches up.
// A hidden tab holds no connection: browsers allow only six to one server.
import { signal } from '@preact/signals';
import { announce } from '../base/announce';
import { t } from '../base/language';
import { revision, root } from './api';

// Changes that the view does not show yet.
export const news = signal(0);
export const isLive = signal(false);

let stream: EventSource | null = null;
let lastSeq: string | null = null;
let counted: ReturnType<typeof setTimeout> | undefined;
const quietMilliseconds = 600; // an ingest writes many changes at once; they are told together

function count(event: MessageEvent<string>): void {
  lastSeq = event.lastEventId !== '' ? event.lastEventId : lastSeq;
  news.value += 1;
  clearTimeout(counted);
  counted = setTimeout(() => announce(t('live.changes', { n: news.value })), quietMilliseconds);
}

function open(): void {
  if (stream !== null || document.hidden) return;
  stream = new EventSource(`${root}/changes/stream${lastSeq === null ? '' : `?after=${lastSeq}`}`);
  stream.addEventListener('open', () => (isLive.value = true));
  stream.addEventListener('error', () => (isLive.value = false));
  stream.addEventListener('change', count);
}

function close(): void {
  stream?.close();
  stream = null;
  isLive.value = false;
}

export function listen(): void {
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  open();
}

export function catchUp(): void {
  news.value = 0;
  revision.value += 1;
}
