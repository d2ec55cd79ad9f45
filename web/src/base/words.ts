// Everything that the board says in its own words, in both languages. What codes of the ledger are called (states, ranks,
// parties) comes from the API, so that board, exports and command line use one list.
import { filters } from './words_filters';
import { frame } from './words_frame';
import { explore } from './words_explore';
import { listing } from './words_listing';
import { reading } from './words_reading';
import { taking } from './words_taking';
import { terms } from './words_terms';

export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export const words = { ...frame, ...terms, ...listing, ...filters, ...explore, ...reading, ...taking } as const;

export type WordKey = keyof typeof words;
