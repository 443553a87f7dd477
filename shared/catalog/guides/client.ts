import type { Guides } from './guide';

export const clientGuides: Guides = {
  client: {
    when: 'To start the load of a design while it does not matter yet whether a browser, an app or a program sends it.',
    whenNot:
      'Where browser, app and partner differ in rate, targets or way in: draw each of them, so that each has its own flows.',
    tradeOffs: [
      'One box for everybody keeps the drawing small, and averages together people whom you promise different things.',
      'Its rate is the peak that you state: every figure behind it is as good as that one number.',
    ],
    failsFirst:
      'Nothing here: it has no queue and takes no time. A slow design shows as clients that wait, give up and press reload.',
  },
  'web-app': {
    when: 'For people in a browser. Give pages, assets and calls of the API flows of their own: they differ in rate and in what may be cached.',
    whenNot: 'For programs that call an API by themselves: a partner retries, has a key and has no screen.',
    tradeOffs: [
      'Every release is live at once, and every visit may download it again.',
      'Code and tokens lie on a machine that you do not control: all that it sends must be checked again.',
      'One page view is dozens of requests; a rate in page views is not a rate in requests.',
    ],
    failsFirst:
      'The connection of the user, not your servers: on a slow one the size of the scripts decides what the page feels like.',
  },
  'mobile-app': {
    when: 'For people with an app: push messages, work without a network, and versions that live on for years.',
    whenNot: 'For the same site in a small browser: that is a web app, with its releases and its caches.',
    tradeOffs: [
      'An old version cannot be called back: the API must serve every version that is still installed.',
      'A round trip on 4G takes 50 to 100 ms and drops now and then: fewer, larger calls, and keys that make a repeat harmless.',
      'A push message to everybody brings everybody back within a minute.',
    ],
    failsFirst:
      'Whatever a push message or the start of the app calls: all phones do it at the same moment, and again after an outage.',
  },
  partner: {
    when: 'For callers who have a contract: merchants, members of an exchange, agencies, programs that send webhooks to you.',
    whenNot:
      'For a system that you call: that is an external API, which answers, has a quota and can be down.',
    tradeOffs: [
      'Few callers with large rates: one of them can take the capacity of all the others, so limit by caller.',
      'They integrate once and change late: every change of the interface needs a version and a date.',
      'Their retries come without a person who loses patience: make writes repeatable by a key.',
    ],
    failsFirst:
      'The share of the others: a nightly export or a retry loop of one partner fills the queue that all of them wait in.',
  },
  scheduler: {
    when: 'For work that a time starts and no person waits for: closing auctions, expiring links, reports.',
    whenNot:
      'For work that follows from an event: put that on a queue when it happens, and do not look for it every minute.',
    tradeOffs: [
      'One server misses its runs when it is down; two without a lease run everything twice.',
      'Everybody picks midnight and minute 0: spread the starts, or size for the burst.',
      'A run that overlaps the next one needs a lock that expires, and work that may be done twice.',
    ],
    failsFirst:
      'What it calls, in the minute in which all jobs start; then the window, when a nightly run takes longer than the night.',
  },
};
