// A channel in one line: what it is, in which state and since when, the last word on it, on how many texts that stands.
import { linkTo, param } from '../base/address';
import { number, t } from '../base/language';
import { channelKind } from '../data/vocabulary';
import type { Channel } from '../data/types';
import { Day } from './day';
import { WordLine } from './evidence';
import { Icon } from './icons';
import { Parties } from './names';
import { StateBadge } from './state';

export function channelLink(id: string): string {
  return linkTo(['channel', id], { as_of: param('as_of') });
}

export function ChannelHead({ named }: { named: boolean }) {
  return (
    <div role="row" class="channel-row head">
      <span role="columnheader">{t('column.status')}</span>
      <span role="columnheader">{t(named ? 'column.channel' : 'column.kind')}</span>
      <span role="columnheader">{t('column.since')}</span>
      <span role="columnheader">{t('column.word')}</span>
      <span role="columnheader" class="numeric">
        {t('column.origins')}
      </span>
      <span role="columnheader" class="numeric">
        {t('column.last')}
      </span>
    </div>
  );
}

// `named`: with its parties, where no heading above says them.
export function ChannelRow({ channel, named = false }: { channel: Channel; named?: boolean }) {
  return (
    <div role="row" class="channel-row">
      <span role="cell" class="cell-status">
        {channel.status === null ? <span class="unknown">{t('state.none')}</span> : <StateBadge status={channel.status} />}
      </span>
      <span role="cell" class="cell-kind">
        <a class="row-link" href={channelLink(channel.id)}>
          {named && (
            <>
              <Parties codes={channel.actors} />{' '}
            </>
          )}
          <span class={named ? 'kind soft' : 'kind'}>
            <bdi>{channelKind(channel)}</bdi>
          </span>
        </a>
        {channel.conflicts > 0 && (
          <a class="conflict-mark" href={`${channelLink(channel.id)}#conflicts`} title={t('conflicts.n', { n: channel.conflicts })}>
            <Icon name="conflict" />
            <span class="unseen">{t('conflicts.n', { n: channel.conflicts })}</span>
            <span aria-hidden="true">{number(channel.conflicts)}</span>
          </a>
        )}
      </span>
      <span role="cell" class="cell-since">
        <span class="small-label">{t('column.since')} </span>
        <Day day={channel.since} />
      </span>
      <span role="cell" class="cell-word">
        {channel.word !== null && <WordLine word={channel.word} />}
      </span>
      <span role="cell" class="cell-origins numeric" title={t('origins.explained', { n: channel.origins, reports: channel.reports })}>
        {number(channel.origins)}
        <span class="small-label"> {t('origins.n', { n: channel.origins })}</span>
      </span>
      <span role="cell" class="cell-last numeric">
        <span class="small-label">{t('column.last')} </span>
        <Day day={channel.last} />
      </span>
    </div>
  );
}
