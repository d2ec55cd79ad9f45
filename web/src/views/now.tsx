// Now: every channel with its state as of today or any other day, grouped by parties; beside it, what changed lately.
import { linkTo, param, params, queryOf, type Values } from '../base/address';
import { isDay, spans, startOf, type Span } from '../base/days';
import { t } from '../base/language';
import { useAnswer } from '../data/api';
import { usePages } from '../data/pages';
import type { Channel, ChannelPage, Group, Statistics } from '../data/types';
import { ChangesPanel } from '../parts/changes_panel';
import { ChannelHead, ChannelRow } from '../parts/channel_row';
import { Exports, listingExports } from '../parts/exports';
import { Choice, DayChoice, Filters, PartyPicker, RankChoice, StateChoice, Toggle, WordsChoice } from '../parts/filters';
import { Count, Heading } from '../parts/heading';
import { More } from '../parts/more';
import { Parties } from '../parts/names';
import { useRoving } from '../parts/roving';
import { Nothing, Shown } from '../parts/shown';

const filterNames = ['party', 'rank', 'status', 'as_of', 'changed', 'conflicting', 'sort', 'person', 'span'];

export function spanChosen(): Span {
  const kept = param('span');
  return spans.find((span) => span === kept) ?? 'week';
}

// The address may name a month, which the API takes as its end; what counts days from it then keeps to the latest one.
function dayShown(latest: string | null): string | null {
  const kept = param('as_of');
  return isDay(kept) ? kept : latest;
}

function filterValues(latest: string | null): Values {
  const day = dayShown(latest);
  return {
    party: params('party'),
    person: param('person'),
    rank: param('rank'),
    status: params('status'),
    as_of: param('as_of'),
    conflicting: param('conflicting') === 'yes' ? 'true' : null,
    changed_since: param('changed') === 'yes' && day !== null ? startOf(spanChosen(), day) : null,
  };
}

export function NowView() {
  const statistics = useAnswer<Statistics>('/statistics');
  const latest = statistics.data?.last ?? null;
  const day = dayShown(latest);
  const isFlat = param('sort') !== '';
  const values = filterValues(latest);
  // Counts of states are of what the other filters leave, so that one sees what another choice would give.
  const counts = useAnswer<ChannelPage>(`/channels${queryOf({ ...values, status: null, limit: '1' })}`);
  return (
    <>
      <header class="view-head">
        <Heading text={t('now.title')} />
        <p class="lead">
          {statistics.data !== undefined && (
            <>
              <Count n={statistics.data.totals.channels} of="channels.n" />
              <Count n={statistics.data.totals.contacts} of="contacts.n" />
              <Count n={statistics.data.totals.conflicts} of="conflicts.word" />
              <Count n={statistics.data.totals.origins} of="origins.n" />
            </>
          )}
        </p>
        <Exports items={listingExports('channels', values)} />
      </header>
      <Filters names={filterNames}>
        <PartyPicker />
        <WordsChoice name="person" title="filter.person" />
        <RankChoice />
        <DayChoice name="as_of" title="filter.as_of" latest={latest} />
        <Choice
          name="sort"
          title="filter.sort"
          options={[
            { value: '', text: t('sort.groups') },
            { value: 'last', text: t('sort.last') },
            { value: 'since', text: t('sort.since') },
            { value: 'origins', text: t('sort.origins') },
            { value: 'parties', text: t('sort.parties') },
          ]}
        />
        <Toggle name="conflicting" title="filter.conflicting" />
      </Filters>
      <StateChoice counts={counts.data?.facets.status} />
      <div class="now">
        <section class="now-channels" aria-label={t('channels')}>
          {isFlat ? <FlatList values={values} /> : <GroupedList values={values} />}
        </section>
        {day !== null && <ChangesPanel day={day} span={spanChosen()} />}
      </div>
    </>
  );
}

function GroupedList({ values }: { values: Values }) {
  const { loaded, items, more } = usePages<Group>(`/groups${queryOf({ ...values, limit: '60' })}`);
  const table = useRoving<HTMLDivElement>('.row-link');
  return (
    <Shown loaded={loaded}>
      {(page) =>
        page.total === 0 ? (
          <NothingHere />
        ) : (
          <>
            <div role="table" class="channels" ref={table} aria-label={t('channels')}>
              <div role="rowgroup" class="sticky-head">
                <ChannelHead named={false} />
              </div>
              {items.map((group) => (
                <GroupRows key={group.actors.join(' ')} group={group} />
              ))}
            </div>
            <More shown={items.length} total={page.total} more={more} />
          </>
        )
      }
    </Shown>
  );
}

function GroupRows({ group }: { group: Group }) {
  return (
    <div role="rowgroup" class="group">
      <div role="row" class="group-head">
        <span role="rowheader">
          <h2>
            <Parties codes={group.actors} linked />
          </h2>
        </span>
      </div>
      {group.channels.map((channel) => (
        <ChannelRow key={channel.id} channel={channel} />
      ))}
    </div>
  );
}

function FlatList({ values }: { values: Values }) {
  const path = `/channels${queryOf({ ...values, sort: param('sort'), limit: '100' })}`;
  const { loaded, items, more } = usePages<Channel>(path);
  const table = useRoving<HTMLDivElement>('.row-link');
  return (
    <Shown loaded={loaded}>
      {(page) =>
        page.total === 0 ? (
          <NothingHere />
        ) : (
          <>
            <div role="table" class="channels flat" ref={table} aria-label={t('channels')}>
              <div role="rowgroup" class="sticky-head">
                <ChannelHead named />
              </div>
              <div role="rowgroup" class="group">
                {items.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} named />
                ))}
              </div>
            </div>
            <More shown={items.length} total={page.total} more={more} />
          </>
        )
      }
    </Shown>
  );
}

function NothingHere() {
  const isFiltered = filterNames.some((name) => param(name) !== '');
  if (!isFiltered) return <Nothing>{t('nothing.ledger')}</Nothing>;
  return (
    <Nothing>
      {t('nothing.filtered')} <a href={linkTo([])}>{t('filter.clear')}</a>
    </Nothing>
  );
}
