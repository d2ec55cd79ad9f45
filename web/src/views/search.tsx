// Search over articles and reports, as one types. Spelling and clitics are the server's business; the words stand in the
// address.
import { useEffect, useRef, useState } from 'preact/hooks';
import { go, linkHere, linkTo, param, params, queryOf } from '../base/address';
import { announce } from '../base/announce';
import { formatTime } from '../base/days';
import { number, t } from '../base/language';
import type { WordKey } from '../base/words';
import { useAnswer } from '../data/api';
import { label, nameOf, partyName } from '../data/vocabulary';
import type { ArticleHit, Facet, Found, Span } from '../data/types';
import { Published } from '../parts/day';
import { readerLink, ReportCard } from '../parts/evidence';
import { Filters, PartyPicker, PeriodChoice, StateChoice } from '../parts/filters';
import { Heading } from '../parts/heading';
import { Icon } from '../parts/icons';
import { useRoving } from '../parts/roving';
import { Nothing, Shown } from '../parts/shown';

const pauseMilliseconds = 120; // between two letters of one who types
const filterNames = ['party', 'status', 'from', 'to', 'publisher'];

export function SearchView() {
  const words = param('q');
  const path =
    words.trim() === ''
      ? null
      : `/search${queryOf({
          q: words,
          party: params('party'),
          status: params('status'),
          from: param('from'),
          to: param('to'),
          publisher: param('publisher'),
          cursor: param('cursor'),
          limit: '20',
        })}`;
  const loaded = useAnswer<Found>(path);
  const found = loaded.data;
  useEffect(() => {
    if (found === undefined || path === null) return;
    announce(t('search.found', { articles: number(found.articles.total), reports: number(found.reports.total) }));
  }, [found]);
  return (
    <>
      <header class="view-head">
        <Heading text={words === '' ? t('nav.search') : `${t('nav.search')}: ${words}`}>{t('nav.search')}</Heading>
      </header>
      <Box />
      <Filters names={filterNames}>
        <PartyPicker />
        <PeriodChoice />
      </Filters>
      <StateChoice counts={found?.facets.status} />
      {path === null ? <p class="soft search-help">{t('search.help')}</p> : <Shown loaded={loaded}>{(data) => <Results found={data} />}</Shown>}
    </>
  );
}

function Box() {
  const [words, setWords] = useState(param('q'));
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const fromAddress = param('q');
  // Back and forward change the words too.
  useEffect(() => setWords(fromAddress), [fromAddress]);
  const onInput = (text: string): void => {
    setWords(text);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => go(linkHere({ q: text, cursor: null }), { replace: true }), pauseMilliseconds);
  };
  return (
    <div class="search-box">
      <Icon name="search" />
      <input
        type="search"
        dir="auto"
        aria-label={t('search.words')}
        placeholder={t('search.words')}
        value={words}
        maxLength={400}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

function Results({ found }: { found: Found }) {
  const list = useRoving<HTMLOListElement>('.hit-link');
  if (found.articles.total === 0 && found.reports.total === 0) return <Nothing>{t('search.none')}</Nothing>;
  return (
    <div class="results">
      <div class="facets">
        {found.actors.length > 0 && (
          <section>
            <h2>{t('search.parties')}</h2>
            <ul>
              {found.actors.map((actor) => (
                <li key={actor.actor}>
                  <a href={linkTo(['party', actor.actor])}>
                    <bdi>{partyName(actor.actor)}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Facets title="facet.publisher" name="publisher" facets={found.facets.publisher} />
        <Facets title="facet.month" name="month" facets={found.facets.month} />
        <Facets title="facet.party" name="party" facets={found.facets.party} />
      </div>
      <section class="hits" aria-labelledby="reports-found">
        <h2 id="reports-found">{t('search.reports', { n: found.reports.total })}</h2>
        {found.reports.items.map((report) => (
          <ReportCard key={report.id} report={report} withParties />
        ))}
      </section>
      <section class="hits" aria-labelledby="articles-found">
        <h2 id="articles-found">{t('search.articles', { n: found.articles.total })}</h2>
        <ol ref={list} class="hit-list">
          {found.articles.items.map((hit) => (
            <Hit key={hit.id} hit={hit} />
          ))}
        </ol>
        <p class="ways">
          {param('cursor') !== '' && <a href={linkHere({ cursor: null })}>{t('search.first')}</a>}
          {found.articles.next !== null && <a href={linkHere({ cursor: found.articles.next })}>{t('search.next')}</a>}
        </p>
      </section>
    </div>
  );
}

function Hit({ hit }: { hit: ArticleHit }) {
  return (
    <li class="hit">
      <a class="hit-link" href={readerLink(hit.id)} lang="ar" dir="auto">
        {hit.title ?? hit.id}
      </a>
      <p class="snippet" lang="ar" dir="auto">
        <Marked text={hit.snippet} spans={hit.matches} />
      </p>
      <p class="attribution">
        <span>{hit.publisher === null ? t('publisher.unknown') : <bdi>{hit.publisher}</bdi>}</span>
        <Published day={hit.published} method={hit.published_by} />
        <span>{t('reports.count', { n: hit.reports })}</span>
      </p>
    </li>
  );
}

function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const pieces = [];
  let at = 0;
  for (const span of spans) {
    pieces.push(text.slice(at, span.begin), <mark key={span.begin}>{text.slice(span.begin, span.end)}</mark>);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}

function facetText(name: string, facet: Facet): string {
  if (name === 'month') return facet.value === '' ? t('day.unknown') : formatTime(facet.value);
  if (name === 'party') return partyName(facet.value);
  if (name === 'status') return label('statuses', facet.value);
  return nameOf(facet.name) ?? (facet.value === '' ? t('publisher.unknown') : facet.value);
}

// A month narrows the period; the others are filters of their own.
function facetLink(name: string, value: string): string {
  if (name === 'month') return linkHere({ from: `${value}-01`, to: lastDay(value), cursor: null });
  if (name === 'party') return linkHere({ party: [...params('party'), value], cursor: null });
  return linkHere({ [name]: value, cursor: null });
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
}

function Facets({ title, name, facets }: { title: WordKey; name: string; facets: readonly Facet[] }) {
  const offered = facets.filter((facet) => facet.value !== '');
  if (offered.length === 0) return null;
  const chosen = params(name);
  return (
    <section>
      <h2>{t(title)}</h2>
      <ul>
        {offered.slice(0, 8).map((facet) => (
          <li key={facet.value}>
            <a
              href={chosen.includes(facet.value) ? linkHere({ [name]: null, cursor: null }) : facetLink(name, facet.value)}
              aria-current={chosen.includes(facet.value) ? 'true' : undefined}
            >
              <bdi>{facetText(name, facet)}</bdi> <span class="count">{number(facet.count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
