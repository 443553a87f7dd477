import type { Guides } from './guide';

export const externalGuides: Guides = {
  'external-api': {
    when: 'When another company does it better than you would: maps, checks of identity, rates, shipping.',
    whenNot: 'In line of every request without a way around it: its worst hour becomes yours.',
    tradeOffs: [
      'Its availability multiplies with yours; a breaker and something to fall back on are part of the price.',
      'Quotas and prices are by the call, so keep what you were told, as far as the contract allows.',
      'Its slow answers hold your threads: a timeout well below your own is the first protection.',
    ],
    failsFirst: 'Its quota or its tail, and then your own pool of connections, all of them waiting for it.',
  },
  'payment-provider': {
    when: 'Always, where cards are taken: it keeps card numbers away from you, and with them most of PCI DSS.',
    whenNot:
      'As the place where you look up what was paid. Keep a ledger of your own and compare it with theirs each day.',
    tradeOffs: [
      'An answer takes half a second and may not come at all: each call needs an idempotency key, so that a retry does not charge twice.',
      'The truth arrives later, by webhook, more than once and in any order.',
      'A second provider keeps sales going when one is down, at the price of two sets of rules and tokens.',
    ],
    failsFirst: 'Its quota, at the peak of a sale; then the customers, who press the button again.',
  },
  'identity-provider': {
    when: 'As soon as people sign in: passwords, second factors, social and company log-ins are where mistakes are dearest.',
    whenNot:
      'In line of each request. Tokens are signed so that services can check them by themselves with a kept key.',
    tradeOffs: [
      'Checking tokens alone is fast, but a token that was revoked works until it expires: keep them short.',
      'Moving away later is hard, for password hashes and second factors do not move easily.',
      'Run by yourself it costs servers and care; run by others it costs by the user.',
    ],
    failsFirst:
      'Sign-ins after a new release or an outage, when everybody’s session ends at once; hashing passwords is meant to be slow.',
  },
  'push-provider': {
    when: 'To reach people whose app is closed, with something that is short and may be lost.',
    whenNot:
      'For anything that must arrive or stay private: there is no promise of delivery, and the text passes through others. Ordinary chat in an open app goes over a connection of its own.',
    tradeOffs: [
      'Free, but accepted does not mean delivered, and delivered does not mean seen.',
      'Tokens go stale by the thousand; those that are refused must be removed or they eat the quota.',
      'Messages to everyone arrive together, and the people come to your servers together.',
    ],
    failsFirst:
      'The quota of the project when a campaign goes out; pace it from a queue, with the urgent messages in another.',
  },
  'email-provider': {
    when: 'For receipts, confirmations and newsletters: what may come a minute late and should be kept.',
    whenNot: 'For codes that people wait for with the page open, or as a queue between systems.',
    tradeOffs: [
      'Cheap by the piece, but your reputation decides whether it lands in the inbox; send newsletters from another name than receipts.',
      'Bounces and complaints come back later and must stop further mail, or the account is closed.',
      'A new account or address has to be warmed up for weeks before it may send much.',
    ],
    failsFirst:
      'The rate that the account has earned. A campaign in the same queue then holds up the password mails.',
  },
  'sms-provider': {
    when: 'For codes and alarms to people without your app, and where a telephone number is all that you have.',
    whenNot:
      'For anything frequent or long: each message costs, and other channels are safer for a second factor.',
    tradeOffs: [
      'The dearest channel by far, with a price for each country.',
      'Senders must be registered in many countries, and rates are set by number, not by account.',
      'Forms that send codes are abused to pump messages to premium numbers: limit by person, address and country.',
    ],
    failsFirst: 'The rate of your numbers: at one message a second, ten thousand codes take three hours.',
  },
};
