// What the ledger holds, counted; and everything that can be taken away from it.
import { queryOf } from '../base/address';
import { formatTime } from '../base/days';
import { language, number, t } from '../base/language';
import type { WordKey } from '../base/words';
import { root, useAnswer } from '../data/api';
import { label } from '../data/vocabulary';
import type { Service, Statistics } from '../data/types';
import { Heading } from '../parts/heading';
import { Shown } from '../parts/shown';

export function DataView() {
  const loaded = useAnswer<Statistics>('/statistics');
  return (
    <>
      <header class="view-head">
        <Heading text={t('nav.data')} />
        <p class="lead">{t('data.lead')}</p>
      </header>
      <div class="two-columns">
        <section aria-labelledby="take-away">
          <h2 id="take-away">{t('data.take')}</h2>
          <TakeAway />
        </section>
        <section aria-labelledby="counted">
          <h2 id="counted">{t('data.holds')}</h2>
          <Shown loaded={loaded}>{(statistics) => <Counted statistics={statistics} />}</Shown>
        </section>
      </div>
    </>
  );
}

interface Offer {
  title: WordKey;
  detail: WordKey;
  files: readonly { text: string; path: string }[];
}

function pair(name: string): Offer['files'] {
  return [
    { text: 'CSV', path: `/export/${name}.csv?bom=true` },
    { text: 'JSON', path: `/export/${name}.json` },
  ];
}

const offers: readonly Offer[] = [
  { title: 'data.channels', detail: 'data.channels.detail', files: pair('channels') },
  { title: 'data.contacts', detail: 'data.contacts.detail', files: pair('contacts') },
  { title: 'data.reports', detail: 'data.reports.detail', files: pair('reports') },
  { title: 'data.conflicts', detail: 'data.conflicts.detail', files: pair('conflicts') },
  { title: 'data.changes', detail: 'data.changes.detail', files: pair('changes') },
  { title: 'data.actors', detail: 'data.actors.detail', files: pair('actors') },
  { title: 'data.persons', detail: 'data.persons.detail', files: pair('persons') },
  { title: 'data.articles', detail: 'data.articles.detail', files: pair('articles') },
  {
    title: 'data.events',
    detail: 'data.events.detail',
    files: [
      { text: 'CSV', path: '/export/events.csv?bom=true' },
      { text: 'JSON Lines', path: '/export/events.jsonl' },
    ],
  },
  {
    title: 'data.graph',
    detail: 'data.graph.detail',
    files: [
      { text: 'GraphML', path: '/export/graph.graphml' },
      { text: 'JSON', path: '/export/graph.json' },
    ],
  },
  { title: 'data.ledger', detail: 'data.ledger.detail', files: [{ text: 'JSON Lines', path: '/export/ledger.jsonl' }] },
];

function TakeAway() {
  const service = useAnswer<Service>('/');
  return (
    <dl class="offers-list">
      {offers.map((offer) => (
        <div key={offer.title}>
          <dt>{t(offer.title)}</dt>
          <dd>
            <span class="soft">{t(offer.detail)}</span>
            <span class="ways">
              {offer.files.map((file) => (
                <a key={file.path} href={root + file.path} download aria-label={`${t(offer.title)}, ${file.text}`}>
                  {file.text}
                </a>
              ))}
            </span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('data.api')}</dt>
        <dd>
          <span class="soft">
            {t('data.api.detail')} {service.data !== undefined && `${service.data.name} ${service.data.version} · ${service.data.ledger}`}
          </span>
          <span class="ways">
            <a href={`${root}/openapi.json`}>OpenAPI</a>
            <a href={`${root}/changes.atom${queryOf({ lang: language.value })}`}>Atom</a>
          </span>
        </dd>
      </div>
    </dl>
  );
}

const totals = ['pages', 'articles', 'origins', 'reports', 'contacts', 'channels', 'conflicts', 'actors', 'persons'] as const;

function Counted({ statistics }: { statistics: Statistics }) {
  return (
    <>
      <table>
        <tbody>
          {totals.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`total.${name}`)}</th>
              <td class="numeric">{number(statistics.totals[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('data.dates')}</h3>
      <p class="soft">{t('data.dates.detail')}</p>
      <Bars
        rows={statistics.dates.map((row) => ({
          name: row.method === null ? t('day.unknown') : label('date_methods', row.method),
          count: row.articles,
        }))}
      />
      <h3>{t('data.months')}</h3>
      <Bars rows={statistics.months.map((row) => ({ name: formatTime(row.month), count: row.contacts }))} />
      <h3>{t('data.publishers')}</h3>
      <Bars
        rows={statistics.publishers.slice(0, 20).map((row) => ({ name: row.publisher ?? t('publisher.unknown'), count: row.articles }))}
      />
    </>
  );
}

function Bars({ rows }: { rows: readonly { name: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <table class="bars">
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <bdi>{row.name}</bdi>
            </th>
            <td class="bar-cell">
              <meter class="bar" min={0} max={most} value={row.count} aria-hidden="true" />
            </td>
            <td class="numeric">{number(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
