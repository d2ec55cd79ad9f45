// Everything that the board says in its own words, in both languages. What codes of the ledger are called (states, ranks,
// parties) comes from the API, so that board, exports and command line use one list.
import { filters } from './words_filters';
import { frame } from './words_frame';
import { terms } from './words_terms';
import { views } from './words_views';

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export const words = { ...frame, ...terms, ...filters, ...views } as const;

export type WordKey = keyof typeof words;
