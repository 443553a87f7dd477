import { assumed, listPrice, requestPrice, sourced, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

const fcmQuotas = 'https://firebase.google.com/docs/cloud-messaging/throttling-and-quotas';

/** Brings messages to phones that are not looking. */
export const pushProvider: Kind = {
  id: 'push-provider',
  title: 'Push provider',
  layer: 'external',
  icon: 'bell-ring',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Brings messages to phones and browsers, whether or not the app is open there.',
  keywords: ['push notification', 'mobile push', 'web push', 'device token', 'notify', 'apns', 'fcm'],
  technologies: [
    {
      name: 'FCM',
      icon: 'firebase',
      aliases: ['firebase cloud messaging', 'gcm', 'firebase'],
      defaults: { slaAvailability: unreadSla(0.9995, 'Firebase') },
    },
    {
      name: 'APNs',
      icon: 'apple',
      aliases: ['apple push', 'apple push notification service', 'ios push'],
      defaults: {
        quotaRps: assumed(
          5000,
          'No published rate; 5 000 to 10 000 over a few shared connections',
          [1000, 10_000],
        ),
        concurrency: assumed(1000, 'Twice what 5 000 messages a second at 100 ms each need', [100, 2000]),
        instanceAvailability: assumed(0.999, 'No SLA is published', [0.99, 0.9999]),
      },
    },
    {
      name: 'OneSignal',
      aliases: ['sns mobile push', 'airship', 'expo push', 'pusher beams'],
      limited: 'About 150 calls a second, each for up to some thousand receivers.',
      defaults: {
        quotaRps: assumed(150, 'Calls a second; one names many receivers', [10, 1000]),
        concurrency: assumed(
          30,
          'Twice what the quota of 150 calls a second at 100 ms each needs: the quota refuses first',
          [1, 200],
        ),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(0, 'Free'),
    quotaRps: sourced(
      10_000,
      '600 000 messages a minute a project; HTTP 429 above it',
      fcmQuotas,
      [1000, 20_000],
    ),
    serviceMs: assumed(100, 'Until the message is accepted, p99 1 s', [20, 500]),
    concurrency: assumed(
      2000,
      'Twice what the quota of 10 000 messages a second at 100 ms each needs: the quota refuses first',
      [100, 5000],
    ),
    cv: assumed(2.05, 'p99 1 s ÷ mean 100 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: assumed(0.9995, 'No SLA for the messages themselves', [0.99, 0.9999]),
    unitCostUsd: listPrice(0, 'Free'),
  },
  main: providerMain,
  more: providerFields,
};
