import { describe, expect, test } from 'vitest';
import { ask } from '../../../shared/practice/ask';
import type { Question } from '../../../shared/practice/problem';

const question = (id: string, title: string, ...terms: string[]): Question => ({
  id,
  title,
  terms,
  text: id,
});

/** As a problem of short links has them. */
const questions: readonly Question[] = [
  question(
    'new-links',
    'How many links are made?',
    'how many links',
    'new links',
    'links per day',
    'links per month',
    'write volume',
    'how many urls',
  ),
  question(
    'reads',
    'How often is a link followed?',
    'redirects',
    'how many reads',
    'read to write',
    'read write ratio',
    'clicks per',
    'reads per',
  ),
  question('peak', 'How much higher is the peak?', 'peak', 'spike', 'burst', 'busiest', 'seasonal'),
  question(
    'length',
    'How short is a key, and of which characters?',
    'length',
    'how short',
    'how long is the key',
    'characters',
    'alphabet',
    'base62',
  ),
  question(
    'retention',
    'How long is a link kept?',
    'expire',
    'retention',
    'kept',
    'how long are links',
    'delete',
    'ttl',
  ),
  question('alias', 'May one choose the key?', 'alias', 'custom', 'vanity', 'choose the key', 'own key'),
  question('latency', 'How fast is a redirect to be?', 'latency', 'how fast', 'response time', 'p99', 'slow'),
  question(
    'availability',
    'How available is it to be?',
    'availability',
    'uptime',
    'downtime',
    'sla',
    'nines',
  ),
  question(
    'statistics',
    'What is shown of the clicks, and how fresh?',
    'statistics',
    'analytics',
    'click count',
    'how fresh',
    'real time',
  ),
  question(
    'consistency',
    'Has a new link to work at once?',
    'consistency',
    'at once',
    'immediately',
    'read your writes',
    'stale',
  ),
  question(
    'same-address',
    'Does the same address give the same key?',
    'same url',
    'same address',
    'duplicate',
    'twice',
  ),
  question(
    'who',
    'Who may make links?',
    'who can',
    'accounts',
    'login',
    'anonymous',
    'authentication',
    'users',
    'api key',
  ),
  question(
    'abuse',
    'What about harmful addresses?',
    'abuse',
    'malware',
    'phishing',
    'spam',
    'malicious',
    'security',
  ),
  question(
    'loss',
    'How much may be lost in a failure?',
    'lost',
    'loss',
    'rpo',
    'durability',
    'backup',
    'recover',
  ),
];

const asked = (text: string): string | null => {
  const reply = ask({ questions }, text);
  return reply.kind === 'answer' ? reply.question.id : null;
};

describe('a typed question is the one of the problem that it asks', () => {
  test.each<readonly [string, string]>([
    ['How many links are created per day?', 'new-links'],
    ['how many new links do we get a month', 'new-links'],
    ['How many URLs get shortened each month?', 'new-links'],
    ['What is the write volume?', 'new-links'],
    ['number of links per day?', 'new-links'],
    ['New link creation rate?', 'new-links'],
    ['What is the read/write ratio?', 'reads'],
    ['ratio of reads to writes?', 'reads'],
    ['How many redirects per second should I plan for?', 'reads'],
    ['How many reads are there?', 'reads'],
    ['How does read traffic compare to write traffic?', 'reads'],
    ['How often do people get redirected?', 'reads'],
    ['What does peak traffic look like?', 'peak'],
    ['Are there traffic spikes?', 'peak'],
    ['Do we expect bursts?', 'peak'],
    ['Is there any seasonality?', 'peak'],
    ['busiest hour?', 'peak'],
    ['How short should the key be?', 'length'],
    ['Which characters may a key have?', 'length'],
    ['What alphabet do the keys use?', 'length'],
    ['What is the maximum length of a short link?', 'length'],
    ['Do links expire?', 'retention'],
    ['When does a link expire?', 'retention'],
    ['Is there an expiration date?', 'retention'],
    ['How long are links kept?', 'retention'],
    ['For how long do we retain the data?', 'retention'],
    ['Can a link be deleted?', 'retention'],
    ['What is the TTL?', 'retention'],
    ['Can users choose a custom alias?', 'alias'],
    ['Do we support vanity URLs?', 'alias'],
    ['May somebody pick their own key?', 'alias'],
    ['are custom short links allowed', 'alias'],
    ['How fast does a redirect need to be?', 'latency'],
    ['What latency do we target?', 'latency'],
    ['Is there a p99 target?', 'latency'],
    ['What response times are acceptable?', 'latency'],
    ['Which availability do we need?', 'availability'],
    ['How many nines?', 'availability'],
    ['How much downtime is acceptable?', 'availability'],
    ['Is there an SLA?', 'availability'],
    ['Do we need analytics?', 'statistics'],
    ['Should we count clicks?', 'statistics'],
    ['How fresh do the statistics have to be?', 'statistics'],
    ['Are stats in real-time?', 'statistics'],
    ['Does a new link have to work immediately?', 'consistency'],
    ['Is eventual consistency OK?', 'consistency'],
    ['May reads be stale?', 'consistency'],
    ['If the same URL is shortened twice, do we return the same key?', 'same-address'],
    ['How do we treat duplicates?', 'same-address'],
    ['Same long address, same short one?', 'same-address'],
    ['Who can create links?', 'who'],
    ['Do users have accounts?', 'who'],
    ['Is a login required?', 'who'],
    ['Can anonymous people use it?', 'who'],
    ['What about authentication?', 'who'],
    ['How do we handle abuse?', 'abuse'],
    ['Should we block malicious sites?', 'abuse'],
    ['Do we have to worry about phishing or spam?', 'abuse'],
    ['How much data may be lost?', 'loss'],
    ['What is the RPO?', 'loss'],
    ['Do we need backups?', 'loss'],
    ['What durability is required?', 'loss'],
    ['What avalability do you expect?', 'availability'],
    ['Any anlytics?', 'statistics'],
  ])('%s', (text, id) => {
    expect(asked(text)).toBe(id);
  });

  test.each(['What colour is the logo?', 'Which programming language do you prefer?', 'Is lunch included?'])(
    'what the problem says nothing of is left to assume: %s',
    (text) => {
      const reply = ask({ questions }, text);
      expect(reply).toEqual({
        kind: 'unknown',
        text: { text: 'That is not fixed. Assume what you need, and say what you assume.', values: {} },
      });
    },
  );

  test.each(['', '   ', '???', 'what about it'])('nothing is asked by “%s”', (text) => {
    expect(ask({ questions }, text).kind).toBe('empty');
  });
});
