// What changed in the day, week or month that ends with the day shown: the brief's lines, newest first.
import { linkHere, linkTo, param, params, queryOf } from '../base/address';
import { formatTime, spans, startOf, type Span } from '../base/days';
import { number, t } from '../base/language';
import { useAnswer } from '../data/api';
import { channelKind, label } from '../data/vocabulary';
import type { Brief, BriefChannel, BriefLine } from '../data/types';
import { channelLink } from './channel_row';
import { Icon } from './icons';
import { Parties } from './names';
import { Shown } from './shown';
import { StateBadge, StateChange } from './state';
import { Toggle } from './filters';

const newsAtMost = 30;

// What one day brought on one channel, in one place: a summit has forty reports and is one piece of news.
interface News {
  channel: BriefChannel;
  day: string | null;
  lines: BriefLine[];
}

function newsOf(brief: Brief): News[] {
  const all = new Map<string, News>();
  for (const channel of brief.channels) {
    for (const line of channel.lines) {
      const key = `${channel.id} ${line.day ?? ''}`;
      const known = all.get(key) ?? { channel, day: line.day, lines: [] };
      known.lines.push(line);
      all.set(key, known);
    }
  }
  return [...all.values()].sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
}

export function ChangesPanel({ day, span }: { day: string; span: Span }) {
  const from = startOf(span, day);
  const filters = { party: params('party'), rank: param('rank'), from, to: day };
  const loaded = useAnswer<Brief>(`/brief${queryOf({ ...filters, limit: '60' })}`);
  return (
    <aside class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      <nav class="tabs" aria-label={t('changes.span')}>
        {spans.map((one) => (
          <a key={one} href={linkHere({ span: one })} aria-current={one === span ? 'true' : undefined}>
            {t(`span.${one}`)}
          </a>
        ))}
      </nav>
      <p class="soft small">
        {from === day ? formatTime(day) : formatTime(`${from}/${day}`)}
      </p>
      <Toggle name="changed" title="filter.changed" />
      <Shown loaded={loaded}>{(brief) => <Lines brief={brief} />}</Shown>
      <p class="ways">
        <a href={linkTo(['brief'], filters)}>{t('brief.open')}</a>
        <a href={`/api/v1/changes.atom${queryOf({ party: params('party') })}`}>
          <Icon name="feed" /> {t('feed')}
        </a>
      </p>
    </aside>
  );
}

function Lines({ brief }: { brief: Brief }) {
  const news = newsOf(brief).slice(0, newsAtMost);
  if (news.length === 0) return <p class="soft">{t('changes.none')}</p>;
  return (
    <ol class="change-list">
      {news.map(({ channel, day, lines }, index) => (
        <li key={`${channel.id} ${day ?? ''}`}>
          {(index === 0 || news[index - 1]?.day !== day) && (
            <span class="change-day">{day === null ? t('day.unknown') : formatTime(day)}</span>
          )}
          <a href={channelLink(channel.id)}>
            <Parties codes={channel.actors} /> <bdi class="soft">{channelKind(channel)}</bdi>
          </a>
          <Summary lines={lines} />
        </li>
      ))}
    </ol>
  );
}

// States whole, since their order is the news; contacts by form and state; conflicts counted.
function Summary({ lines }: { lines: readonly BriefLine[] }) {
  const contacts = new Map<string, BriefLine[]>();
  for (const line of lines) {
    if (line.kind !== 'contact') continue;
    const key = `${line.form ?? ''} ${line.status}`;
    contacts.set(key, [...(contacts.get(key) ?? []), line]);
  }
  const conflicts = lines.filter((line) => line.kind === 'conflict').length;
  return (
    <>
      {lines
        .filter((line) => line.kind === 'state')
        .map((line, index) => (
          <span key={index} class="change-what">
            <What line={line} />
          </span>
        ))}
      {[...contacts].map(([key, [first, ...others]]) =>
        first === undefined ? null : (
          <span key={key} class="change-what">
            <What line={first} />
            {others.length > 0 && <span class="count"> ×{number(others.length + 1)}</span>}
          </span>
        ),
      )}
      {conflicts > 0 && (
        <span class="change-what conflict-mark">
          <Icon name="conflict" /> {t('conflicts.n', { n: conflicts })}
        </span>
      )}
    </>
  );
}

export function What({ line }: { line: BriefLine }) {
  if (line.kind === 'state') return <StateChange before={line.before} after={line.status} />;
  if (line.kind === 'conflict') {
    return (
      <span class="conflict-states">
        <span class="conflict-mark">
          <Icon name="conflict" /> {t('conflict')}
        </span>
      </span>
    );
  }
  return (
    <>
      <span class="form">{line.form === null ? t('contact') : label('forms', line.form)}</span> <StateBadge status={line.status} />
    </>
  );
}
