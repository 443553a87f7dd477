import type { Guides } from './guide';

export const externalGuides: Guides = {
  'external-api': {
    when: 'When another company does it better than you would: maps, checks of identity, rates, shipping.',
    whenNot: 'In the path of every request without a fallback: its outages become yours.',
    tradeOffs: [
      'Its availability multiplies with yours; a circuit breaker and a fallback are part of the cost.',
      'Quotas and prices are per call, so cache its responses as far as the contract allows.',
      'Its slow responses hold your threads: a timeout well below your own is the first protection.',
    ],
    failsFirst: 'Its quota or its tail, and then your own pool of connections, all of them waiting for it.',
  },
  'payment-provider': {
    when: 'Always, where cards are taken: it keeps card numbers away from you, and with them most of PCI DSS.',
    whenNot:
      'As the place where you look up what was paid. Keep a ledger of your own and compare it with theirs each day.',
    tradeOffs: [
      'An answer takes half a second and may not come at all: each call needs an idempotency key, so that a retry does not charge twice.',
      'The final result arrives later, by webhook, more than once and in any order.',
      'A second provider keeps sales going when one is down, at the cost of two sets of rules and tokens.',
    ],
    failsFirst: 'Its quota, at the peak of a sale; then customers who submit again.',
  },
  'identity-provider': {
    when: 'As soon as people sign in: passwords, second factors, social and company log-ins are where mistakes cost the most.',
    whenNot:
      'In the path of each request. Tokens are signed so that services can verify them with a cached key.',
    tradeOffs: [
      'Checking tokens alone is fast, but a token that was revoked works until it expires: keep them short.',
      'Moving away later is hard, since password hashes and second factors do not migrate easily.',
      'Self-hosted it costs servers and operations; as a service it costs by the user.',
    ],
    failsFirst:
      'Sign-ins after a new release or an outage, when everybody’s session ends at once; password hashing is slow by design.',
  },
  'push-provider': {
    when: 'To reach people whose app is closed, with something that is short and may be lost.',
    whenNot:
      'For anything that must arrive or stay private: delivery is not guaranteed, and the text passes through third parties. Chat in an open app uses its own connection.',
    tradeOffs: [
      'Free, but accepted does not mean delivered, and delivered does not mean seen.',
      'Tokens expire by the thousand; remove those that are refused, or they use up the quota.',
      'Messages to all users arrive together, and the users come to your servers together.',
    ],
    failsFirst:
      'The quota of the project when a campaign goes out; limit its rate with a queue, and use another queue for urgent messages.',
  },
  'email-provider': {
    when: 'For receipts, confirmations and newsletters: what may come a minute late and should be kept.',
    whenNot: 'For codes that users wait for with the page open, or as a queue between systems.',
    tradeOffs: [
      'Cheap per message, but your reputation decides whether it reaches the inbox; send newsletters from another domain than receipts.',
      'Bounces and complaints come back later and must stop further mail, or the account is closed.',
      'A new account or address has to be warmed up for weeks before it may send much.',
    ],
    failsFirst:
      'The rate that the account has earned. A campaign in the same queue then delays the password mails.',
  },
  'sms-provider': {
    when: 'For codes and alarms to people without your app, and where a telephone number is all that you have.',
    whenNot:
      'For anything frequent or long: each message costs, and other channels are safer for a second factor.',
    tradeOffs: [
      'The most expensive channel by far, with a price for each country.',
      'Senders must be registered in many countries, and rates are set by number, not by account.',
      'Forms that send codes are abused to pump messages to premium numbers: limit by person, address and country.',
    ],
    failsFirst: 'The rate of your numbers: at one message a second, ten thousand codes take three hours.',
  },
};
