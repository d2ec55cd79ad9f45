// The brief: a page to print for a day or a week and a choice of parties. What changed, by channel, each line with the
// sentence that it stands on.
import { linkHere, param, params, queryOf } from '../base/address';
import { formatTime, spans, startOf } from '../base/days';
import { language, list, number, t } from '../base/language';
import { root, useAnswer } from '../data/api';
import { channelKind, partyName } from '../data/vocabulary';
import type { Brief, BriefChannel, BriefLine, Word } from '../data/types';
import { channelLink } from '../parts/channel_row';
import { What } from '../parts/changes_panel';
import { Day } from '../parts/day';
import { Attribution, Condition, isDetailed, PlainQuote, readerLink } from '../parts/evidence';
import { Filters, PartyPicker, PeriodChoice, RankChoice } from '../parts/filters';
import { Heading } from '../parts/heading';
import { Icon } from '../parts/icons';
import { Participants, Parties } from '../parts/names';
import { Nothing, Shown } from '../parts/shown';
import { StateBadge } from '../parts/state';

const filterNames = ['party', 'rank', 'from', 'to'];
const channelsAtMost = '100';

export function BriefView() {
  const values = { party: params('party'), rank: param('rank'), from: param('from'), to: param('to') };
  const loaded = useAnswer<Brief>(`/brief${queryOf({ ...values, limit: channelsAtMost })}`);
  const brief = loaded.data;
  return (
    <div class="brief">
      <header class="view-head">
        <Heading text={t('brief.title')} />
        <p class="lead">{brief !== undefined && <Scope brief={brief} />}</p>
        <p class="tools">
          <button type="button" class="button" onClick={() => print()}>
            <Icon name="print" />
            {t('brief.print')}
          </button>{' '}
          <a class="button" href={`${root}/brief.md${queryOf({ ...values, limit: channelsAtMost, lang: language.value })}`} download>
            <Icon name="download" />
            Markdown
          </a>
        </p>
      </header>
      <Filters names={filterNames}>
        <PartyPicker />
        <RankChoice />
        <PeriodChoice from={brief?.from} to={brief?.to} />
        {brief !== undefined && <Presets brief={brief} />}
      </Filters>
      <Shown loaded={loaded}>
        {(data) =>
          data.channels.length === 0 ? (
            <Nothing>{t('brief.none')}</Nothing>
          ) : (
            <>
              {data.channels.map((channel) => (
                <OfChannel key={channel.id} channel={channel} />
              ))}
              {data.total_channels > data.channels.length && (
                <p class="soft">
                  {t('more.shown', { shown: number(data.channels.length), total: number(data.total_channels) })}{' '}
                  {t('brief.narrow')}
                </p>
              )}
              <p class="brief-foot">{t('foot.honest')}</p>
            </>
          )
        }
      </Shown>
    </div>
  );
}

function Scope({ brief }: { brief: Brief }) {
  return (
    <>
      <span>{brief.from === brief.to ? formatTime(brief.to) : formatTime(`${brief.from}/${brief.to}`)}</span>
      {brief.parties.length > 0 && <span>{list(brief.parties.map((actor) => partyName(actor.actor)))}</span>}
      <span>{t('channels.count', { n: brief.total_channels })}</span>
      <span>{t('lines.count', { n: brief.total_lines })}</span>
    </>
  );
}

function Presets({ brief }: { brief: Brief }) {
  return (
    <nav class="tabs" aria-label={t('changes.span')}>
      {spans.map((span) => {
        const from = startOf(span, brief.to);
        return (
          <a key={span} href={linkHere({ from, to: brief.to })} aria-current={from === brief.from ? 'true' : undefined}>
            {t(`span.${span}`)}
          </a>
        );
      })}
    </nav>
  );
}

interface Told {
  line: BriefLine;
  begins?: BriefLine | undefined; // the state that the same sentence sets
}

// A contact and the state that it sets have one sentence; they are told together.
export function told(lines: readonly BriefLine[]): Told[] {
  const ofReport = new Map<string, BriefLine>();
  for (const line of lines) {
    const report = line.kind === 'state' ? line.words[0]?.report : undefined;
    if (report !== undefined) ofReport.set(report, line);
  }
  const taken = new Set<BriefLine>();
  const contacts = lines.map((line): Told => {
    const report = line.kind === 'contact' ? line.words[0]?.report : undefined;
    const begins = report === undefined ? undefined : ofReport.get(report);
    if (begins !== undefined) taken.add(begins);
    return { line, begins };
  });
  return contacts.filter((one) => !taken.has(one.line));
}

function OfChannel({ channel }: { channel: BriefChannel }) {
  return (
    <section class="brief-channel">
      <h2>
        <a href={channelLink(channel.id)}>
          <Parties codes={channel.actors} />{' '}
          <span class="kind">
            <bdi>{channelKind(channel)}</bdi>
          </span>
        </a>
        {channel.status !== null && <StateBadge status={channel.status} />}
      </h2>
      <ol class="brief-lines">
        {told(channel.lines).map((line, index) => (
          <Line key={index} line={line.line} begins={line.begins} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line, begins }: Told) {
  return (
    <li class="brief-line" data-state={line.status}>
      <div class="brief-day">
        <Day day={line.day} />
      </div>
      <div>
        <p class="brief-what">
          <What line={line} />
          {line.time !== null && line.time !== line.day && (
            <span class="soft">
              {t('brief.for')} <Day day={line.time} />
            </span>
          )}
          {line.place !== null && (
            <span class="soft">
              {t('in')} <bdi lang="ar">{line.place}</bdi>
            </span>
          )}
          {line.origins > 0 && <span class="soft">{t('origins.stand', { n: line.origins })}</span>}
          {begins !== undefined && (
            <span class="soft">
              {t('phase.begins')} <What line={begins} />
            </span>
          )}
        </p>
        {/* The heading names the parties already. */}
        {line.kind === 'contact' && line.parties.some(isDetailed) && <Participants parties={line.parties} />}
        {line.condition !== null && <Condition text={line.condition} />}
        <div class={line.words.length > 1 ? 'sides' : undefined}>
          {line.words.map((word) => (
            <Sentence key={word.report} word={word} />
          ))}
        </div>
      </div>
    </li>
  );
}

function Sentence({ word }: { word: Word }) {
  return (
    <div class="sentence">
      {word.quote === null ? <p class="unknown">{t('quote.none')}</p> : <PlainQuote text={word.quote} />}
      <Attribution said={word}>
        <Day day={word.published} />
        <a class="no-print" href={readerLink(word.article, word.report)}>
          {t('reader.open')}
        </a>
      </Attribution>
    </div>
  );
}
