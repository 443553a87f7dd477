/** Words that carry no meaning of a question. */
const fillers = new Set(
  (
    'a an and any are as at be been being by can could do does did for from get got had has have how i if in into is it its ' +
    'just let like me my of on or our please shall should so some tell than that the their them then there these they this ' +
    'those to us want was we were what when where which while whom whose why will with would you your about also need ' +
    'know think assume suppose maybe say said okay ok well really actually system'
  ).split(' '),
);

/** Words that mean the same here, each row under its first. */
const synonyms: readonly (readonly string[])[] = [
  ['user', 'people', 'person', 'customer', 'visitor', 'client', 'audience', 'dau', 'mau'],
  ['rate', 'qps', 'rps', 'tps', 'throughput', 'traffic', 'load', 'volume'],
  ['latency', 'fast', 'quick', 'slow', 'speed', 'delay', 'milliseconds', 'ms', 'responsive'],
  ['availability', 'available', 'uptime', 'downtime', 'sla', 'slo', 'nines'],
  ['expire', 'expiry', 'expiration', 'expiring', 'ttl', 'lifetime', 'lifespan', 'live'],
  ['retain', 'retention', 'keep', 'kept', 'store', 'storage', 'persist', 'archive'],
  ['delete', 'remove', 'erase', 'cancel', 'takedown'],
  ['peak', 'burst', 'spike', 'surge', 'rush'],
  ['consistency', 'consistent', 'stale', 'staleness', 'eventual', 'strong'],
  ['analytics', 'statistics', 'stats', 'metrics', 'report', 'count', 'counter', 'click'],
  ['auth', 'login', 'log-in', 'account', 'register', 'registration', 'signup', 'authentication', 'anonymous'],
  ['region', 'country', 'global', 'worldwide', 'world', 'international', 'geography', 'continent'],
  ['size', 'big', 'large', 'long', 'length', 'bytes', 'characters', 'limit', 'maximum', 'max'],
  ['custom', 'alias', 'vanity', 'choose', 'own', 'chosen', 'pick'],
  ['secure', 'security', 'abuse', 'malicious', 'malware', 'spam', 'fraud', 'phishing', 'attack'],
  ['read', 'view', 'open', 'fetch', 'watch', 'get'],
  ['write', 'create', 'post', 'submit', 'insert', 'upload', 'new'],
  ['grow', 'growth', 'increase', 'future', 'years'],
  ['lose', 'loss', 'lost', 'durability', 'durable', 'rpo', 'backup', 'recover', 'recovery', 'rto'],
  ['edit', 'update', 'change', 'modify', 'mutable'],
  ['search', 'find', 'lookup', 'query'],
  ['cost', 'budget', 'price', 'money', 'expensive', 'spend'],
];

const endings: readonly (readonly [RegExp, string])[] = [
  [/(ity|ities)$/, ''],
  [/(ies|ied)$/, 'y'],
  [/(ations?|ators?)$/, 'at'],
  [/(sses|ches|shes|xes)$/, ''],
  [/(ings?|edly|ed|ers?|ors?|ments?|ly|ions?|ives?|es|s)$/, ''],
  [/e$/, ''],
];

/** A word without its inflection: `expires`, `expired` and `expiring` are one. */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  let stem = word;
  for (const [ending, instead] of endings) {
    const shorter = stem.replace(ending, instead);
    if (shorter.length >= 3) stem = shorter;
  }
  return stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

const meaningOf: ReadonlyMap<string, string> = new Map(
  synonyms.flatMap(([first = '', ...others]) => [first, ...others].map((word) => [stemOf(word), first])),
);

/** The stems of a text's words that carry meaning, in their order. */
export const stemsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .filter((word) => !fillers.has(word))
    .map(stemOf);

/** Its words in lower case, without accents and signs; `read/write` are two, `p99` one. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a stem means: that of its synonyms which represents all, or itself. */
export const meaning = (stem: string): string => meaningOf.get(stem) ?? stem;

/** How well a text says a term: 1 by its own words, less by words that mean the same, 0 where one of its words is missing. */
export function saysTerm(textStems: readonly string[], term: string): number {
  const wanted = stemsOf(term);
  if (wanted.length === 0) return 0;
  const meanings = textStems.map(meaning);
  const found = wanted.map((stem) => {
    if (textStems.includes(stem)) return 1;
    return meanings.includes(meaning(stem)) ? 0.6 : textStems.some((of) => isTypo(of, stem)) ? 0.5 : 0;
  });
  const said = found.filter((of) => of > 0).length;
  const isEnough = said === wanted.length || (wanted.length >= 3 && said >= 2);
  if (!isEnough) return 0;
  return found.reduce<number>((sum, of) => sum + of, 0) / wanted.length;
}

/** One letter of a long word left out, added, changed, or two of them the other way round. */
function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

/** Whether two names have a word in common, whatever its inflection. */
export function sharesWord(a: string, b: string): boolean {
  const stems = wordsOf(b).map(stemOf);
  return wordsOf(a).some((word) => stems.includes(stemOf(word)));
}
