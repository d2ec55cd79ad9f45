// Who takes part. Names may stand in the other script than the words around them, so each is isolated (bdi).
import { Fragment } from 'preact';
import { linkTo } from '../base/address';
import { t } from '../base/language';
import { label, partyName, roleName } from '../data/vocabulary';
import type { Party } from '../data/types';

export function PartyLink({ code }: { code: string }) {
  return (
    <a class="party" href={linkTo(['party', code])}>
      <bdi>{partyName(code)}</bdi>
    </a>
  );
}

// "Iran – Oman – United States", as text.
export function partiesText(codes: readonly string[]): string {
  return codes.map(partyName).join(' – ');
}

export function Parties({ codes, linked = false }: { codes: readonly string[]; linked?: boolean }) {
  return (
    <span class="parties">
      {codes.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && <span class="dash"> – </span>}
          {linked ? <PartyLink code={code} /> : <bdi>{partyName(code)}</bdi>}
        </Fragment>
      ))}
    </span>
  );
}

export function Person({ name }: { name: string }) {
  return (
    <bdi class="person" lang="ar">
      {name}
    </bdi>
  );
}

// One who takes part, in full: party, rank, person, and the part where it is not simply a party.
export function Participant({ party }: { party: Party }) {
  const details = [];
  if (party.role !== null) details.push(roleName(party.role));
  if (party.part !== undefined) details.push(label('parts', party.part));
  return (
    <span class="participant">
      <PartyLink code={party.actor} />
      {details.length > 0 && <span class="soft"> {details.join(t('comma'))}</span>}
      {party.person !== null && (
        <>
          {' '}
          <Person name={party.person} />
        </>
      )}
    </span>
  );
}

export function Participants({ parties }: { parties: readonly Party[] }) {
  return (
    <ul class="participants">
      {parties.map((party) => (
        <li key={`${party.actor} ${party.role ?? ''} ${party.person ?? ''}`}>
          <Participant party={party} />
        </li>
      ))}
    </ul>
  );
}
