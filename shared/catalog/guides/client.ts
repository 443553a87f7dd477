import type { Guides } from './guide';

export const clientGuides: Guides = {
  client: {
    when: 'To start the load of a design while it does not matter yet whether a browser, an app or a program sends it.',
    whenNot:
      'Where browser, app and partner differ in rate, targets or way in: draw each of them, so that each has its own flows.',
    tradeOffs: [
      'One box for all users keeps the drawing small, and averages users with different targets.',
      'Its rate is the peak that you set: every figure behind it is only as good as that number.',
    ],
    failsFirst:
      'Nothing here: it has no queue and takes no time. In a slow design clients wait, give up and reload.',
  },
  'web-app': {
    when: 'For people in a browser. Give pages, assets and calls of the API flows of their own: they differ in rate and in what may be cached.',
    whenNot: 'For programs that call an API by themselves: a partner retries, has a key and has no screen.',
    tradeOffs: [
      'Every release is live at once, and every visit may download it again.',
      'Code and tokens are on a machine that you do not control: validate all that it sends.',
      'One page view is dozens of requests; a rate in page views is not a rate in requests.',
    ],
    failsFirst:
      'The connection of the user, not your servers: on a slow one the size of the scripts decides how fast the page is.',
  },
  'mobile-app': {
    when: 'For people with an app: push messages, work without a network, and versions that live on for years.',
    whenNot: 'For the same site in a small browser: that is a web app, with its releases and its caches.',
    tradeOffs: [
      'An old version cannot be withdrawn: the API must serve every version that is still installed.',
      'A round trip on 4G takes 50 to 100 ms and drops now and then: fewer, larger calls, and idempotency keys for retries.',
      'A push message to all users brings all of them back within a minute.',
    ],
    failsFirst:
      'What a push message or the start of the app calls: all phones call it at the same moment, and again after an outage.',
  },
  partner: {
    when: 'For callers who have a contract: merchants, members of an exchange, agencies, programs that send webhooks to you.',
    whenNot:
      'For a system that you call: that is an external API, which answers, has a quota and can be down.',
    tradeOffs: [
      'Few callers with large rates: one of them can take the capacity of all the others, so limit by caller.',
      'They integrate once and change late: every change of the interface needs a version and a date.',
      'Their retries are automatic and do not stop: make writes idempotent by a key.',
    ],
    failsFirst:
      'The capacity left for the others: a nightly export or a retry loop of one partner fills the queue that all share.',
  },
  scheduler: {
    when: 'For work that starts at a set time and that no user waits for: closing auctions, expiring links, reports.',
    whenNot:
      'For work that follows from an event: put that on a queue when it happens instead of polling for it every minute.',
    tradeOffs: [
      'One server misses its runs when it is down; two without a lease run everything twice.',
      'Everybody picks midnight and minute 0: spread the starts, or size for the burst.',
      'A run that overlaps the next one needs a lock that expires, and idempotent work.',
    ],
    failsFirst:
      'What it calls, in the minute in which all jobs start; then the window, when a nightly run takes longer than the night.',
  },
};
