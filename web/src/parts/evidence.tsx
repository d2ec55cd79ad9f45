// The sentence itself, who said so, and the way to it.
import type { ComponentChildren } from 'preact';
import { linkTo } from '../base/address';
import { t } from '../base/language';
import { label, partyName, roleName } from '../data/vocabulary';
import type { Evidence, Party, Report, Word } from '../data/types';
import { Published } from './day';
import { Participants } from './names';
import { StateBadge } from './state';

// The words that tell of the contact are marked within their sentence.
export function Quote({ evidence }: { evidence: Pick<Evidence, 'quote' | 'trigger'> }) {
  const { quote, trigger } = evidence;
  return (
    <blockquote class="quote" lang="ar" dir="auto">
      {quote.slice(0, trigger.begin)}
      <mark>{quote.slice(trigger.begin, trigger.end)}</mark>
      {quote.slice(trigger.end)}
    </blockquote>
  );
}

export function PlainQuote({ text }: { text: string }) {
  return (
    <blockquote class="quote" lang="ar" dir="auto">
      {text}
    </blockquote>
  );
}

// "Sergey Lavrov (Russia, foreign minister)" or "Russia (foreign minister)".
export function speakerText(speaker: Party): string {
  const role = speaker.role === null ? null : roleName(speaker.role);
  const party = partyName(speaker.actor);
  if (speaker.person !== null) return `${isolate(speaker.person)} (${[party, role].filter(Boolean).join(t('comma'))})`;
  return role === null ? party : `${party} (${role})`;
}

// First strong isolate … pop: keeps a name's direction from spilling into the sentence around it.
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

interface Said {
  speaker: Party | null;
  via: string | null;
  publisher: string | null;
}

export function Attribution({ said, children }: { said: Said; children?: ComponentChildren }) {
  return (
    <p class="attribution">
      <span>
        {said.speaker === null ? t('said.paper') : t('said.by', { who: speakerText(said.speaker) })}
      </span>
      {said.via !== null && <span>{t('said.via', { via: isolate(said.via) })}</span>}
      <span>{said.publisher === null ? t('publisher.unknown') : <bdi>{said.publisher}</bdi>}</span>
      {children}
    </p>
  );
}

export function readerLink(article: string, report?: string): string {
  return linkTo(['article', article], { report });
}

// A sentence with its speaker in one line, for rows: the evidence is one click away.
export function WordLine({ word }: { word: Word }) {
  return (
    <a class="word" href={readerLink(word.article, word.report)} title={t('reader.open')}>
      <span class="word-quote" lang="ar" dir="auto">
        {word.quote ?? t('quote.none')}
      </span>
      <span class="word-by">
        {word.speaker === null ? (word.publisher ?? t('said.paper')) : speakerText(word.speaker)}
      </span>
    </a>
  );
}

interface ReportCardProps {
  report: Report;
  withParties?: boolean;
  headless?: boolean; // where what stands above says the same
}

export function ReportCard({ report, withParties = false, headless = false }: ReportCardProps) {
  const [first, ...more] = report.evidence;
  return (
    <article class="report" data-state={report.status}>
      {!headless && (
        <header class="report-head">
          <StateBadge status={report.status} />
          <span class="form">{label('forms', report.form)}</span>
          {report.channel !== null && <bdi class="soft">{report.channel}</bdi>}
          {report.place !== null && <bdi class="soft">{report.place}</bdi>}
        </header>
      )}
      {withParties && <Participants parties={report.parties} />}
      {first !== undefined && <Quote evidence={first} />}
      {more.length > 0 && (
        <details class="more">
          <summary>{t('report.more', { n: more.length })}</summary>
          {more.map((evidence) => (
            <Quote key={evidence.byte_begin} evidence={evidence} />
          ))}
        </details>
      )}
      {report.condition !== null && <Condition text={report.condition} />}
      <Attribution said={report}>
        <Published day={report.published} method={report.published_by} />
      </Attribution>
      <p class="ways">
        <a href={readerLink(report.article, report.id)}>{t('reader.open')}</a>
        <a href={linkTo(['article', report.article], { report: report.id, why: 'yes' })}>{t('why.open')}</a>
      </p>
    </article>
  );
}

// Whether there is more to say of them than their names.
export function isDetailed(party: Party): boolean {
  return party.role !== null || party.person !== null || party.part !== undefined;
}

export function Condition({ text }: { text: string }) {
  return (
    <p class="condition">
      <span class="soft">{t('condition')}</span> <q lang="ar" dir="auto">{text}</q>
    </p>
  );
}
