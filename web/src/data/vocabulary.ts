// What codes are called, in both languages: one answer of the API, read once at the start.
import { computed, signal } from '@preact/signals';
import { language, t } from '../base/language';
import { read } from './api';
import type { Actor, Label, Name, Vocabulary } from './types';

const vocabulary = signal<Vocabulary | null>(null);

export async function loadVocabulary(): Promise<void> {
  vocabulary.value = await read<Vocabulary>('/vocabulary');
}

type LabelList = Exclude<keyof Vocabulary, 'actors'>;

const labels = computed(() => {
  const all = new Map<string, Label>();
  const known = vocabulary.value;
  if (known === null) return all;
  for (const list of Object.keys(known) as (keyof Vocabulary)[]) {
    if (list === 'actors') continue;
    for (const label of known[list]) all.set(`${list} ${label.id}`, label);
  }
  return all;
});

const actorsByCode = computed(() => new Map(vocabulary.value?.actors.map((actor) => [actor.actor, actor])));

export const actors = computed<readonly Actor[]>(() => vocabulary.value?.actors ?? []);

export function label(list: LabelList, id: string): string {
  return labels.value.get(`${list} ${id}`)?.[language.value] ?? id.replaceAll('_', ' ');
}

// A name in the reader's language, else in the other one, else nothing.
export function nameOf(name: Name | null | undefined): string | null {
  if (name === null || name === undefined) return null;
  return language.value === 'ar' ? (name.ar ?? name.en) : (name.en ?? name.ar);
}

// Parties that no list knows have their name in their code: "X:مجلس العشائر".
export function partyName(code: string): string {
  if (code.startsWith('X:')) return code.slice(2);
  return nameOf(actorsByCode.value.get(code)?.name) ?? code;
}

export function rankName(rank: string | null): string {
  return rank === null || rank === '' ? t('rank.none') : label('ranks', rank);
}

// Of one who takes part or speaks; the list of ranks has the plural, which channels are called by.
export function roleName(role: string): string {
  return labels.value.get(`roles ${role}`)?.[language.value] ?? label('ranks', role);
}

interface HasMechanism {
  mechanism: string | null;
  rank: string | null;
  mechanism_name?: Name;
}

// What tells channels of the same parties apart: the mechanism, else the rank.
export function channelKind(channel: HasMechanism): string {
  return nameOf(channel.mechanism_name) ?? channel.mechanism ?? rankName(channel.rank);
}

// Letters that are written in several ways count as one, so that "الاردن" finds "الأردن".
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .trim();
}

// Parties whose name in either language, or whose code, begins with or holds the words; best first.
export function findActors(words: string, atMost: number): Actor[] {
  const wanted = fold(words);
  const found: { actor: Actor; place: number }[] = [];
  for (const actor of actors.value) {
    const names = [actor.name.ar ?? '', actor.name.en ?? '', actor.actor].map(fold);
    const places = names.map((name) => name.indexOf(wanted)).filter((place) => place >= 0);
    if (places.length > 0) found.push({ actor, place: Math.min(...places) });
  }
  return found
    .sort((a, b) => a.place - b.place || partyName(a.actor.actor).localeCompare(partyName(b.actor.actor)))
    .slice(0, atMost)
    .map((one) => one.actor);
}
