// One party: with whom it is in contact, in which states, and through which persons.
import { linkTo, queryOf } from '../base/address';
import { language, number, t } from '../base/language';
import { useAnswer } from '../data/api';
import { nameOf, partyName, roleName } from '../data/vocabulary';
import type { WholeActor } from '../data/types';
import { Day } from '../parts/day';
import { Exports, listingExports } from '../parts/exports';
import { Count, Heading } from '../parts/heading';
import { Icon } from '../parts/icons';
import { PartyLink, Person } from '../parts/names';
import { Shown } from '../parts/shown';
import { StateBadge } from '../parts/state';

export function PartyView({ code }: { code: string }) {
  const loaded = useAnswer<WholeActor>(`/actors/${encodeURIComponent(code)}`);
  const name = nameOf(loaded.data?.name) ?? partyName(code);
  return (
    <>
      <header class="view-head">
        <Heading text={name}>
          <bdi>{name}</bdi> <span class="code">{loaded.data?.actor ?? code}</span>
        </Heading>
        <Exports items={[...listingExports('channels', { party: code }), ...listingExports('persons', { party: code }).map(persons)]} />
      </header>
      <Shown loaded={loaded}>{(actor) => <Whole actor={actor} />}</Shown>
    </>
  );
}

function persons<T extends { text: string }>(item: T): T {
  return { ...item, text: t('export.persons', { as: item.text }) };
}

function otherName(actor: WholeActor): string | null {
  return language.value === 'ar' ? actor.name.en : actor.name.ar;
}

function Whole({ actor }: { actor: WholeActor }) {
  const other = otherName(actor);
  return (
    <>
      <p class="lead">
        {other !== null && <bdi class="soft">{other}</bdi>}
        <Count n={actor.channels} of="channels.n" />
        <Count n={actor.reports} of="reports.n" />
        <span>
          <Day day={actor.first} /> – <Day day={actor.last} />
        </span>
      </p>
      <p class="ways">
        <a href={linkTo([], { party: actor.actor })}>{t('party.channels')}</a>
        <a href={linkTo(['graph'], { party: actor.actor })}>{t('nav.graph')}</a>
        <a href={linkTo(['brief'], { party: actor.actor })}>{t('nav.brief')}</a>
        <a href={`/api/v1/changes.atom${queryOf({ party: actor.actor, lang: language.value })}`}>
          <Icon name="feed" /> {t('feed')}
        </a>
      </p>
      <ul class="state-counts">
        {actor.statuses.map((one) => (
          <li key={one.status}>
            <a href={linkTo([], { party: actor.actor, status: one.status })}>
              <StateBadge status={one.status} /> <span class="count">{number(one.channels)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div class="two-columns">
        <section aria-labelledby="partners">
          <h2 id="partners">{t('party.partners')}</h2>
          <Partners actor={actor} />
        </section>
        <section aria-labelledby="persons">
          <h2 id="persons">{t('party.persons')}</h2>
          <Persons actor={actor} />
        </section>
      </div>
    </>
  );
}

function Partners({ actor }: { actor: WholeActor }) {
  return (
    <div class="scroll-x" role="region" tabIndex={0} aria-labelledby="partners">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.party')}</th>
            <th scope="col">{t('column.status')}</th>
            <th scope="col" class="numeric">{t('column.channels')}</th>
            <th scope="col" class="numeric">{t('column.origins')}</th>
            <th scope="col" class="numeric">{t('column.last')}</th>
          </tr>
        </thead>
        <tbody>
          {actor.partners.map((partner) => (
            <tr key={partner.actor}>
              <th scope="row">
                <PartyLink code={partner.actor} />
              </th>
              <td>{partner.status !== null && <StateBadge status={partner.status} />}</td>
              <td class="numeric">
                <a href={linkTo([], { party: [actor.actor, partner.actor] })}>{number(partner.channels)}</a>
              </td>
              <td class="numeric">{number(partner.origins)}</td>
              <td class="numeric">
                <Day day={partner.last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Persons({ actor }: { actor: WholeActor }) {
  if (actor.person_list.length === 0) return <p class="soft">{t('party.no_persons')}</p>;
  return (
    <div class="scroll-x" role="region" tabIndex={0} aria-labelledby="persons">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.role')}</th>
            <th scope="col" class="numeric">{t('column.reports')}</th>
            <th scope="col" class="numeric">{t('column.last')}</th>
          </tr>
        </thead>
        <tbody>
          {actor.person_list.map((row) => (
            <tr key={row.person}>
              <th scope="row">
                <a href={linkTo([], { party: actor.actor, person: row.person, sort: 'last' })}>
                  <Person name={row.person} />
                </a>
              </th>
              <td>{row.roles.map(roleName).join(t('comma'))}</td>
              <td class="numeric">{number(row.reports)}</td>
              <td class="numeric">
                <Day day={row.last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
