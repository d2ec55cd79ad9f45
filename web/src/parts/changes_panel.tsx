// What changed in the day, week or month that ends with the day shown: the brief's lines, newest first.
import { linkHere, linkTo, param, params, queryOf } from '../base/address';
import { formatTime, spans, startOf, type Span } from '../base/days';
import { t } from '../base/language';
import { useAnswer } from '../data/api';
import { channelKind, label } from '../data/vocabulary';
import type { Brief, BriefChannel, BriefLine } from '../data/types';
import { channelLink } from './channel_row';
import { Icon } from './icons';
import { Parties } from './names';
import { Shown } from './shown';
import { StateBadge, StateChange } from './state';
import { Toggle } from './filters';

const linesAtMost = 40;

interface Line {
  channel: BriefChannel;
  line: BriefLine;
}

// A state that is told by a contact of the same day is one piece of news.
function linesOf(brief: Brief): Line[] {
  const all = brief.channels.flatMap((channel) => channel.lines.map((line) => ({ channel, line })));
  return all.sort((a, b) => (b.line.day ?? '').localeCompare(a.line.day ?? ''));
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
  const lines = linesOf(brief).slice(0, linesAtMost);
  if (lines.length === 0) return <p class="soft">{t('changes.none')}</p>;
  let last: string | null | undefined;
  return (
    <ol class="change-list">
      {lines.map(({ channel, line }, index) => {
        const isNewDay = line.day !== last;
        last = line.day;
        return (
          <li key={`${channel.id} ${index}`}>
            {isNewDay && <span class="change-day">{line.day === null ? t('day.unknown') : formatTime(line.day)}</span>}
            <a href={channelLink(channel.id)}>
              <Parties codes={channel.actors} /> <bdi class="soft">{channelKind(channel)}</bdi>
            </a>
            <span class="change-what">
              <What line={line} />
            </span>
          </li>
        );
      })}
    </ol>
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
