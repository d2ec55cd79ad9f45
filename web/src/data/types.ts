// What the API answers, by the names of its OpenAPI document. schema.d.ts is made from src/api/openapi.json by
// `npm run types` and is not kept in the repository: a change of the API that the board does not follow fails the check.
import type { components } from './schema';

type Schemas = components['schemas'];

export type Actor = Schemas['Actor'];
export type ActorRow = Schemas['ActorRow'];
export type ArticleHit = Schemas['ArticleHit'];
export type Block = Schemas['Block'];
export type Brief = Schemas['Brief'];
export type BriefChannel = Schemas['BriefChannel'];
export type BriefLine = Schemas['BriefLine'];
export type Cell = Schemas['Cell'];
export type Channel = Schemas['Channel'];
export type ChannelPage = Schemas['ChannelPage'];
export type Conflict = Schemas['Conflict'];
export type ConflictPage = Schemas['ConflictPage'];
export type Contact = Schemas['Contact'];
export type ContactPage = Schemas['ContactPage'];
export type Copy = Schemas['Copy'];
export type Decision = Schemas['Decision'];
export type Edge = Schemas['Edge'];
export type Evidence = Schemas['Evidence'];
export type Facet = Schemas['Facet'];
export type Feature = Schemas['Feature'];
export type Found = Schemas['Found'];
export type Graph = Schemas['Graph'];
export type Group = Schemas['Group'];
export type GroupPage = Schemas['GroupPage'];
export type Label = Schemas['Label'];
export type Mark = Schemas['Mark'];
export type Matrix = Schemas['Matrix'];
export type Name = Schemas['Name'];
export type Node = Schemas['Node'];
export type Party = Schemas['Party'];
export type Phase = Schemas['Phase'];
export type Problem = Schemas['Problem'];
export type Report = Schemas['Report'];
export type Service = Schemas['Service'];
export type Span = Schemas['Span'];
export type Statistics = Schemas['Statistics'];
export type Status = Schemas['Status'];
export type Vocabulary = Schemas['Vocabulary'];
export type WholeActor = Schemas['WholeActor'];
export type WholeArticle = Schemas['WholeArticle'];
export type WholeChannel = Schemas['WholeChannel'];
export type Why = Schemas['Why'];
export type Word = Schemas['Word'];

export const statuses: readonly Status[] = [
  'held',
  'ongoing',
  'scheduled',
  'proposed',
  'premature',
  'refused',
  'absent',
  'suspended',
  'stalled',
];

// From the highest to the lowest; the order in which ranks are offered and by which the graph draws.
export const ranks = [
  'leader',
  'foreign_minister',
  'defence_minister',
  'minister',
  'deputy_minister',
  'org_head',
  'envoy',
  'intelligence',
  'military',
  'legislature',
  'diplomat',
  'delegation',
  'mixed',
] as const;

// For sorting and for drawing: 0 is the highest; what has no rank comes last.
export function rankOrder(rank: string | null): number {
  const place = (ranks as readonly (string | null)[]).indexOf(rank);
  return place < 0 ? ranks.length : place;
}
