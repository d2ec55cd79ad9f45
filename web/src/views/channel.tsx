// A channel: its state and the sentence behind it, both sides of each conflict, and its contacts in time with the reports
// under each.
import { linkTo, param, queryOf } from '../base/address';
import { firstDay, formatTime, isDay } from '../base/days';
import { t } from '../base/language';
import { useAnswer } from '../data/api';
import { channelKind, label } from '../data/vocabulary';
import type { Contact, Phase, Report, WholeChannel } from '../data/types';
import { ConflictPair } from '../parts/conflict';
import { ContactDay, Day } from '../parts/day';
import { Attribution, Condition, isDetailed, PlainQuote, readerLink, ReportCard } from '../parts/evidence';
import { Exports, listingExports } from '../parts/exports';
import { DayChoice } from '../parts/filters';
import { Count, Heading } from '../parts/heading';
import { Icon } from '../parts/icons';
import { Participants, Parties, partiesText } from '../parts/names';
import { Shown } from '../parts/shown';
import { StateBadge, StateGlyph } from '../parts/state';
import { ChannelStrip } from './channel_strip';

const contactsAtMost = 200;
const conflictsAtOnce = 3; // the others are folded away, so that the contacts can be found

export function ChannelView({ id }: { id: string }) {
  const asked = param('as_of');
  const asOf = isDay(asked) ? asked : '';
  const loaded = useAnswer<WholeChannel>(
    `/channels/${encodeURIComponent(id)}${queryOf({ as_of: asked, limit: String(contactsAtMost) })}`,
  );
  const known = loaded.data;
  const title = known === undefined ? t('channel') : `${partiesText(known.actors)} · ${channelKind(known)}`;
  return (
    <>
      <header class="view-head channel-title">
        <Heading text={title}>
          {known !== undefined && (
            <>
              <Parties codes={known.actors} linked />{' '}
              <span class="kind">
                <bdi>{channelKind(known)}</bdi>
              </span>
            </>
          )}
        </Heading>
        <Exports items={[...listingExports('contacts', { channel: id }), ...reportExports(id)]} />
      </header>
      <Shown loaded={loaded}>{(channel) => <Whole channel={channel} asOf={asOf} />}</Shown>
    </>
  );
}

function reportExports(id: string) {
  return listingExports('reports', { channel: id }).map((item) => ({ ...item, text: t('export.reports', { as: item.text }) }));
}

function Whole({ channel, asOf }: { channel: WholeChannel; asOf: string }) {
  return (
    <>
      <div class="channel-state" data-state={channel.status ?? undefined}>
        <div class="channel-state-line">
          {channel.status === null ? <span class="unknown">{t('state.none')}</span> : <StateBadge status={channel.status} />}
          <span>
            {t('since')} <Day day={channel.since} />
          </span>
          {channel.previous_status !== null && channel.previous_status !== channel.status && (
            <span class="soft">
              {t('state.before')} <StateBadge status={channel.previous_status} />
            </span>
          )}
          <span class="figures">
            <Count n={channel.contacts} of="contacts.n" />
            <Count n={channel.reports} of="reports.n" />
            <Count n={channel.origins} of="origins.n" />
          </span>
        </div>
        {channel.word !== null && channel.word.quote !== null && (
          <a class="last-word" href={readerLink(channel.word.article, channel.word.report)} title={t('reader.open')}>
            <PlainQuote text={channel.word.quote} />
          </a>
        )}
        {channel.word !== null && (
          <Attribution said={channel.word}>
            <Day day={channel.word.published} />
          </Attribution>
        )}
      </div>
      <div class="filters">
        <DayChoice name="as_of" title="filter.as_of" latest={channel.last} />
      </div>
      <ChannelStrip channel={channel} asOf={asOf} />
      {channel.conflict_list.length > 0 && (
        <section id="conflicts" aria-labelledby="conflicts-title">
          <h2 id="conflicts-title">{t('conflicts.n', { n: channel.conflicts })}</h2>
          <p class="soft">{t('conflicts.explained')}</p>
          {channel.conflict_list.slice(0, conflictsAtOnce).map((conflict) => (
            <ConflictPair key={conflict.id} conflict={conflict} />
          ))}
          {channel.conflict_list.length > conflictsAtOnce && (
            <details class="more">
              <summary>{t('conflicts.more', { n: channel.conflict_list.length - conflictsAtOnce })}</summary>
              {channel.conflict_list.slice(conflictsAtOnce).map((conflict) => (
                <ConflictPair key={conflict.id} conflict={conflict} />
              ))}
            </details>
          )}
          {channel.conflicts_next !== null && (
            <p>
              <a href={linkTo(['conflicts'], { channel: channel.id })}>{t('conflicts.all')}</a>
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('timeline')}</h2>
        <Timeline channel={channel} asOf={asOf} />
      </section>
    </>
  );
}

function Timeline({ channel, asOf }: { channel: WholeChannel; asOf: string }) {
  const reports = new Map(channel.report_list.map((report) => [report.id, report]));
  let year = '';
  return (
    <ol class="timeline">
      {channel.contact_list.map((contact) => {
        const day = contact.time === null ? contact.reported : firstDay(contact.time);
        const nextYear = day?.slice(0, 4) ?? '';
        const isNewYear = nextYear !== year;
        year = nextYear;
        // The states that begin with a report of this contact are told with it.
        const phases = channel.timeline.filter((phase) => contact.reports.includes(phase.report));
        const isLater = asOf !== '' && day !== null && day > asOf;
        return (
          <li key={contact.id} class={isLater ? 'entry later' : 'entry'} data-state={contact.status}>
            {isNewYear && <h3 class="year">{nextYear === '' ? t('day.unknown') : formatTime(nextYear)}</h3>}
            <ContactEntry contact={contact} reports={contact.reports.flatMap((id) => reports.get(id) ?? [])} phases={phases} />
          </li>
        );
      })}
      {channel.contacts_next !== null && <li class="soft">{t('timeline.more', { n: channel.contacts - channel.contact_list.length })}</li>}
    </ol>
  );
}

interface EntryProps {
  contact: Contact;
  reports: readonly Report[];
  phases: readonly Phase[];
}

function ContactEntry({ contact, reports, phases }: EntryProps) {
  return (
    <div class="contact" id={`contact-${contact.id}`}>
      <div class="contact-day">
        <ContactDay contact={contact} />
      </div>
      <span class="knot" data-state={contact.status}>
        <StateGlyph status={contact.status} />
      </span>
      <div class="contact-body">
        <p class="contact-head">
          <b>{label('forms', contact.form)}</b> <StateBadge status={contact.status} />
          {contact.place !== null && (
            <span class="soft">
              {t('in')} <bdi lang="ar">{contact.place}</bdi>
            </span>
          )}
          <span class="soft">{t('origins.stand', { n: contact.origins })}</span>
        </p>
        {phases.map((phase) => (
          <p key={phase.report} class="phase-note">
            {t('phase.begins')} <StateBadge status={phase.status} /> {phase.since !== null && <Day day={phase.since} />}
          </p>
        ))}
        {contact.parties.some(isDetailed) && <Participants parties={contact.parties} />}
        {contact.condition !== null && !reports.some((report) => report.condition !== null) && <Condition text={contact.condition} />}
        <Reports reports={reports} contact={contact} />
      </div>
    </div>
  );
}

// Copies of one text count once, and are folded away under the first of them.
function Reports({ reports, contact }: { reports: readonly Report[]; contact: Contact }) {
  const saysSame = (report: Report): boolean =>
    report.status === contact.status && report.form === contact.form && report.channel === null;
  const byOrigin = new Map<string, Report[]>();
  for (const report of reports) byOrigin.set(report.origin, [...(byOrigin.get(report.origin) ?? []), report]);
  return (
    <>
      {[...byOrigin.values()].map(([first, ...copies]) =>
        first === undefined ? null : (
          <div key={first.id} class="origin">
            <ReportCard report={first} headless={saysSame(first)} />
            {copies.length > 0 && (
              <details class="more">
                <summary>
                  <Icon name="copies" /> {t('copies.n', { n: copies.length })}
                </summary>
                {copies.map((copy) => (
                  <ReportCard key={copy.id} report={copy} />
                ))}
              </details>
            )}
          </div>
        ),
      )}
    </>
  );
}
