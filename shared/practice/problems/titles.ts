/** What the list of problems shows of one, known before the problem is loaded. */
export interface ProblemTitle {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

/** The problems that come with the program, in the order of the list. */
export const problemTitles: readonly ProblemTitle[] = [
  {
    id: 'tinyurl',
    title: 'TinyURL',
    summary: 'Short links: few writes, many reads, and every click counted.',
  },
  {
    id: 'pastebin',
    title: 'Pastebin',
    summary: 'Texts by link: a small load, expiry, and anyone may write.',
  },
  {
    id: 'payment-gateway',
    title: 'Payment gateway',
    summary:
      'Card payments for merchants: each charged once, through providers with quotas, with a ledger that balances.',
  },
  {
    id: 'bidding',
    title: 'Bidding platform',
    summary: 'Auctions with a strict order of bids, live prices, and a rush in the last seconds.',
  },
  {
    id: 'stock-exchange',
    title: 'Stock exchange',
    summary: 'Orders matched in microseconds by one sequencer, with market data for all members alike.',
  },
  {
    id: 'stock-trading',
    title: 'Stock trading',
    summary: 'A broker’s app: live quotes for a million phones, and orders that never spend money twice.',
  },
  {
    id: 'live-streaming',
    title: 'Live streaming (Twitch)',
    summary: 'Broadcast to millions within five seconds, with chat: segments, transcoders, CDNs and fan-out.',
  },
  {
    id: 'video-conferencing',
    title: 'Video conferencing (Zoom)',
    summary:
      'Meetings for 300 million people a day: media forwarded within 150 ms, signalling apart from it.',
  },
  {
    id: 'job-scheduler',
    title: 'Distributed job scheduler',
    summary: 'Cron for a company: on time at minute 0, at least once, on a thousand workers.',
  },
  {
    id: 'notifications',
    title: 'Notification service',
    summary:
      'A thousand million messages a day over push, email and SMS: urgent ones first, none twice, within quotas.',
  },
  {
    id: 'leaderboard',
    title: 'Top-K leaderboard',
    summary: 'Millions of scores, a hundred of them shown: ranks within a second.',
  },
];
