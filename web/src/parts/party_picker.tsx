// Choosing parties by typing a part of their name in either language, or their code. What is chosen stands in the address
// (`party`, repeated): all of them must take part.
import { useId, useState } from 'preact/hooks';
import { go, linkHere, params } from '../base/address';
import { t } from '../base/language';
import { findActors, partyName } from '../data/vocabulary';
import { Icon } from './icons';

const offeredAtMost = 8;

function choose(codes: readonly string[]): void {
  go(linkHere({ party: codes, cursor: null }));
}

export function PartyPicker() {
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const chosen = params('party');
  const offered = words.trim() === '' ? [] : findActors(words, offeredAtMost).filter((one) => !chosen.includes(one.actor));
  const isOpen = offered.length > 0;

  const add = (code: string): void => {
    setWords('');
    setAt(0);
    choose([...chosen, code]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Backspace' && words === '' && chosen.length > 0) choose(chosen.slice(0, -1));
    if (event.key === 'Escape') setWords('');
    if (!isOpen) return;
    if (event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
    else if (event.key === 'Enter') add((offered[at] ?? offered[0])?.actor ?? '');
    else return;
    event.preventDefault();
  };

  return (
    <div class="field party-picker">
      <label for={`${id}-input`}>{t('filter.party')}</label>
      <div class="picker-box">
        {chosen.map((code) => (
          <button
            key={code}
            type="button"
            class="chip"
            aria-label={t('filter.remove', { name: partyName(code) })}
            onClick={() => choose(chosen.filter((one) => one !== code))}
          >
            <bdi>{partyName(code)}</bdi>
            <Icon name="close" />
          </button>
        ))}
        <input
          id={`${id}-input`}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={chosen.length === 0 ? t('filter.party.any') : t('filter.party.and')}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
          value={words}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setWords('')}
        />
      </div>
      <ul id={`${id}-list`} role="listbox" class="offers" aria-label={t('filter.party')} hidden={!isOpen}>
        {offered.map((actor, index) => (
          <li
            key={actor.actor}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the input loses its focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              add(actor.actor);
            }}
          >
            <bdi>{partyName(actor.actor)}</bdi> <span class="code">{actor.actor}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
