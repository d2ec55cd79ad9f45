// The reader: an article as Qanat read it. What it takes for the story, for furniture, for a party, a cue, a speaker; the
// sentences that its reports stand on; and why each report came out as it did.
import { useEffect, useState } from 'preact/hooks';
import { go, linkHere, linkTo, param, params } from '../base/address';
import { t } from '../base/language';
import { useAnswer } from '../data/api';
import { label, partyName, roleName } from '../data/vocabulary';
import type { Mark, Report, WholeArticle } from '../data/types';
import { Published } from '../parts/day';
import { Attribution, Condition, readerLink } from '../parts/evidence';
import { Toggle } from '../parts/filters';
import { Heading } from '../parts/heading';
import { Participants, Person } from '../parts/names';
import { Shown } from '../parts/shown';
import { StateBadge } from '../parts/state';
import { markKind, markText, ReaderText } from './reader_text';
import { WhyReport } from './why';

export function ReaderView({ id }: { id: string }) {
  const loaded = useAnswer<WholeArticle>(`/articles/${encodeURIComponent(id)}`);
  const title = loaded.data?.title ?? t('article');
  return (
    <div class="reader">
      <header class="view-head reader-head">
        <Heading text={title}>
          <span lang={loaded.data?.language ?? 'ar'} dir="auto">
            {title}
          </span>
        </Heading>
      </header>
      <Shown loaded={loaded}>{(article) => <Whole article={article} />}</Shown>
    </div>
  );
}

function chooseReport(id: string): void {
  go(linkHere({ report: id === param('report') ? null : id, why: null }), { replace: true });
}

function Whole({ article }: { article: WholeArticle }) {
  const [mark, setMark] = useState<number | null>(null);
  const report = param('report');
  useEffect(() => {
    if (report === '') return;
    document.querySelector('.page-text .lit')?.scrollIntoView({ block: 'center' });
  }, [report]);
  const chosen = mark === null ? undefined : article.marks[mark];
  return (
    <div class={param('furniture') === 'yes' ? 'reader-body bare' : 'reader-body'}>
      <div class="reader-page">
        <About article={article} />
        <div class="reader-tools">
          <MarkLegend />
          <Toggle name="furniture" title="reader.hide" />
        </div>
        <ReaderText article={article} report={report} mark={mark} onReport={chooseReport} onMark={setMark} />
      </div>
      <aside class="reader-side" aria-label={t('reader.side')}>
        {chosen !== undefined && <MarkNote mark={chosen} text={article.text.slice(chosen.begin, chosen.end)} onClose={() => setMark(null)} />}
        <h2>{t('reports.count', { n: article.reports.length })}</h2>
        {article.reports.length === 0 && <p class="soft">{t('reader.no_reports')}</p>}
        <ol class="report-list">
          {article.reports.map((one) => (
            <ReportItem key={one.id} report={one} isOpen={one.id === report} />
          ))}
        </ol>
        <Others article={article} />
      </aside>
    </div>
  );
}

// Only addresses of the web become links; a page may claim any other.
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

function About({ article }: { article: WholeArticle }) {
  return (
    <dl class="about">
      <div>
        <dt>{t('about.publisher')}</dt>
        <dd>{article.publisher === null ? <span class="unknown">{t('publisher.unknown')}</span> : <bdi>{article.publisher}</bdi>}</dd>
      </div>
      <div>
        <dt>{t('about.published')}</dt>
        <dd>
          <Published day={article.published} method={article.published_by} />
        </dd>
      </div>
      {article.credit.length > 0 && (
        <div>
          <dt>{t('about.credit')}</dt>
          <dd>
            <bdi lang="ar">{article.credit.join('، ')}</bdi>
          </dd>
        </div>
      )}
      {article.url !== null && (
        <div>
          <dt>{t('about.url')}</dt>
          <dd class="address" dir="ltr">
            {isWebAddress(article.url) ? (
              <a href={article.url} target="_blank" rel="noopener noreferrer">
                {article.url}
              </a>
            ) : (
              article.url
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('about.id')}</dt>
        <dd class="address" dir="ltr">
          {article.id}
        </dd>
      </div>
      {article.issues.map((issue) => (
        <div key={`${issue.offset} ${issue.what}`}>
          <dt>{t('about.issue')}</dt>
          <dd dir="auto">{issue.what}</dd>
        </div>
      ))}
    </dl>
  );
}

const markKinds = ['party', 'contact', 'cue', 'speaker', 'agency', 'mechanism', 'place'] as const;

function toggleMarks(kind: string): void {
  const hidden = params('unmarked');
  const next = hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind];
  go(linkHere({ unmarked: next }), { replace: true });
}

// The legend of the marks; each kind can be switched off.
function MarkLegend() {
  return (
    <ul class="mark-legend" aria-label={t('reader.legend')}>
      {markKinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            class="mark"
            data-kind={kind}
            aria-pressed={!params('unmarked').includes(kind)}
            onClick={() => toggleMarks(kind)}
          >
            {t(`mark.${kind}`)}
          </button>
        </li>
      ))}
      <li>
        <span class="evidence">{t('evidence')}</span>
      </li>
    </ul>
  );
}

function MarkNote({ mark, text, onClose }: { mark: Mark; text: string; onClose: () => void }) {
  return (
    <section class="mark-note" aria-live="polite">
      <p>
        <q lang="ar" dir="auto">
          {text}
        </q>
      </p>
      <p>
        <b>{markText(mark)}</b>
      </p>
      <p class="soft">{t(`mark.${markKind(mark)}.why`)}</p>
      {mark.actors.length > 0 && <p>{mark.actors.map(partyName).join(t('comma'))}</p>}
      {mark.role !== null && <p>{roleName(mark.role)}</p>}
      {mark.person !== null && (
        <p>
          <Person name={mark.person} />
        </p>
      )}
      {mark.reports.length > 0 && <p class="soft">{t('mark.reports', { n: mark.reports.length })}</p>}
      <button type="button" class="button quiet" onClick={onClose}>
        {t('close')}
      </button>
    </section>
  );
}

function ReportItem({ report, isOpen }: { report: Report; isOpen: boolean }) {
  const isExplained = isOpen && param('why') === 'yes';
  return (
    <li class={isOpen ? 'report-item open' : 'report-item'} data-state={report.status}>
      <button type="button" class="report-button" aria-expanded={isOpen} onClick={() => chooseReport(report.id)}>
        <StateBadge status={report.status} />
        <span class="form">{label('forms', report.form)}</span>
        <span class="soft">{[...new Set(report.parties.map((party) => partyName(party.actor)))].join(' – ')}</span>
      </button>
      {isOpen && (
        <div class="report-detail">
          <Participants parties={report.parties} />
          {report.channel !== null && <Fact name={t('fact.mechanism')} value={report.channel} />}
          {report.place !== null && <Fact name={t('fact.place')} value={report.place} />}
          {report.condition !== null && <Condition text={report.condition} />}
          <Attribution said={report}>
            <Published day={report.published} method={report.published_by} />
          </Attribution>
          <p class="ways">
            <a href={linkTo(['channel', report.channel_id])}>{t('reader.channel')}</a>
            <a href={linkHere({ why: isExplained ? null : 'yes' })} aria-expanded={isExplained}>
              {t('why.open')}
            </a>
          </p>
          {isExplained && <WhyReport id={report.id} />}
        </div>
      )}
    </li>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <p>
      <span class="soft">{name}</span> <bdi lang="ar">{value}</bdi>
    </p>
  );
}

function Others({ article }: { article: WholeArticle }) {
  return (
    <>
      {article.copies.length > 0 && (
        <section>
          <h2>{t('copies.n', { n: article.copies.length })}</h2>
          <p class="soft small">{t('copies.explained')}</p>
          <ul class="plain">
            {article.copies.map((copy) => (
              <li key={copy.id}>
                <a href={readerLink(copy.id)} lang="ar" dir="auto">
                  {copy.title ?? copy.id}
                </a>{' '}
                <span class="soft small">
                  <bdi>{copy.publisher ?? t('publisher.unknown')}</bdi> <Published day={copy.published} method={null} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {article.siblings.length > 0 && (
        <section>
          <h2>{t('reader.siblings')}</h2>
          <ul class="plain">
            {article.siblings.map((sibling) => (
              <li key={sibling}>
                <a href={readerLink(sibling)} dir="ltr">
                  {sibling}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
