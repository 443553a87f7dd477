import { describe, expect, test } from 'vitest';
import { readDesign } from '../../../shared/catalog/read';
import { findingsOf, idsOf } from './assess';
import { bidding } from './pitfalls/bidding-platform';
import { jobs } from './pitfalls/job-scheduler';
import { leaderboard } from './pitfalls/leaderboard';
import { streaming } from './pitfalls/live-streaming';
import { notifications } from './pitfalls/notification-service';
import { pasteBin } from './pitfalls/pastebin';
import { payments } from './pitfalls/payment-gateway';
import type { Pitfall } from './pitfalls/pitfall';
import { exchange } from './pitfalls/stock-exchange';
import { tinyUrl } from './pitfalls/tinyurl';
import { trading } from './pitfalls/trading';
import { conferencing } from './pitfalls/video-conferencing';

const problems: Readonly<Record<string, readonly Pitfall[]>> = {
  TinyURL: tinyUrl,
  PasteBin: pasteBin,
  'Payment gateway': payments,
  'Bidding platform': bidding,
  'Stock exchange': exchange,
  Trading: trading,
  'Live streaming': streaming,
  'Video conferencing': conferencing,
  'Job scheduler': jobs,
  'Notification service': notifications,
  Leaderboard: leaderboard,
};

describe.each(Object.entries(problems))('%s', (_, pitfalls) => {
  test.each(pitfalls)('$title: $rules', ({ rules, design }) => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    const found = idsOf(findingsOf(design));
    expect(rules.filter((rule) => found.includes(rule))).not.toEqual([]);
  });
});

test('every mistake that a person must see has a rule', () => {
  expect(Object.values(problems).flat().length).toBeGreaterThanOrEqual(50);
});
