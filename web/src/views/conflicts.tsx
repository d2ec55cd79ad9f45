// Every pair of reports that cannot both hold, side by side.
import { param, params, queryOf } from '../base/address';
import { t } from '../base/language';
import { usePages } from '../data/pages';
import type { Conflict } from '../data/types';
import { ConflictPair } from '../parts/conflict';
import { Exports, listingExports } from '../parts/exports';
import { Filters, PartyPicker, PeriodChoice, RankChoice } from '../parts/filters';
import { Heading } from '../parts/heading';
import { More } from '../parts/more';
import { Nothing, Shown } from '../parts/shown';

const filterNames = ['party', 'rank', 'from', 'to', 'channel'];

export function ConflictsView() {
  const values = {
    party: params('party'),
    rank: param('rank'),
    from: param('from'),
    to: param('to'),
    channel: param('channel'),
  };
  const { loaded, items, more } = usePages<Conflict>(`/conflicts${queryOf({ ...values, limit: '30' })}`);
  return (
    <>
      <header class="view-head">
        <Heading text={t('conflicts.title')} />
        <p class="lead">{t('conflicts.explained')}</p>
        <Exports items={listingExports('conflicts', values)} />
      </header>
      <Filters names={filterNames}>
        <PartyPicker />
        <RankChoice />
        <PeriodChoice />
      </Filters>
      <Shown loaded={loaded}>
        {(page) =>
          page.total === 0 ? (
            <Nothing>{t('conflicts.none')}</Nothing>
          ) : (
            <>
              <p class="soft">{t('conflicts.n', { n: page.total })}</p>
              {items.map((conflict) => (
                <ConflictPair key={conflict.id} conflict={conflict} named />
              ))}
              <More shown={items.length} total={page.total} more={more} />
            </>
          )
        }
      </Shown>
    </>
  );
}
