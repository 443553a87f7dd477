import { own } from '../../model/own';
import type { Problem } from '../problem';
import { problemTitles } from './titles';

type Loader = () => Promise<{ readonly problem: Problem }>;

/** Each problem is loaded by itself: its designs are large, and a person practises one at a time. */
const loaders: Readonly<Record<string, Loader>> = {
  tinyurl: () => import('./tinyurl/problem'),
  pastebin: () => import('./pastebin/problem'),
  'payment-gateway': () => import('./payment-gateway/problem'),
  bidding: () => import('./bidding/problem'),
  'stock-exchange': () => import('./stock-exchange/problem'),
  'stock-trading': () => import('./stock-trading/problem'),
  'live-streaming': () => import('./live-streaming/problem'),
  'video-conferencing': () => import('./video-conferencing/problem'),
  'job-scheduler': () => import('./job-scheduler/problem'),
  notifications: () => import('./notifications/problem'),
  leaderboard: () => import('./leaderboard/problem'),
};

export const problemIds: readonly string[] = problemTitles.map(({ id }) => id);

/** The problem of this id, with its reference and its weaker designs. Rejects where there is none of it. */
export async function loadProblem(id: string): Promise<Problem> {
  const load = own(loaders, id);
  if (load === undefined) throw new Error(`There is no problem ${id}.`);
  return (await load()).problem;
}
